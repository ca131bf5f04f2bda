use super::tests::{BODY, day, report};

/// The title, the version, the document's date and who organised it, `|` between.
fn read(head: &str) -> String {
    let r = report(&format!("{head}\n\n{BODY}"));
    [
        r.title.as_str(),
        r.document_version.as_str(),
        &day(&r.document_date),
        r.organisers.as_str(),
    ]
    .join("|")
}

#[test]
fn what_a_report_is_about_stands_above_its_bare_kind() {
    let told = [
        (
            "SAFE BOATS ON SHALLOW PONDS\nReport of the regional workshop\n\n4 May 2015",
            "SAFE BOATS ON SHALLOW PONDS|||",
        ),
        (
            "Third Expert Meeting on Reeds in Ponds\nOslo, Norway, 4 to 6 May 2015\n\nReport of the Expert Meeting",
            "Third Expert Meeting on Reeds in Ponds|||",
        ),
        (
            "Report of the Ninth Annual Workshop\n\n4 May 2015",
            "Report of the Ninth Annual Workshop|||",
        ),
    ];
    for (head, cells) in told {
        assert_eq!(read(head), cells, "{head}");
    }
}

#[test]
fn who_wrote_it_and_whose_paper_it_is_are_no_titles() {
    let told = [
        (
            "Forum on Small Ponds\n\nSummary record prepared by the Secretariat (4 June 2015)",
            "Forum on Small Ponds|||",
        ),
        (
            "REEDHAM PARISH COUNCIL\n\nMinutes of the meeting of the Parish Council held on 4 May 2015",
            "Minutes of the meeting of the Parish Council|||",
        ),
        (
            "OPEN POND FORUM\nWorking Group 2\n\nMINUTES of the 12th meeting\n\n4 May 2015",
            "MINUTES of the 12th meeting|||",
        ),
        (
            "POND COMMISSION\n\nThird session (first part)\n\nProvisional summary record of the 12th meeting",
            "Provisional summary record of the 12th meeting|||",
        ),
        (
            "POLICY BRIEF No. 31 November 2021\n\nPONDS AFTER DARK",
            "PONDS AFTER DARK|||",
        ),
    ];
    for (head, cells) in told {
        assert_eq!(read(head), cells, "{head}");
    }
}

#[test]
fn lines_with_labels_tell_version_date_and_organisers() {
    let head = "Workshop on Ponds: Report\n\n4 May 2015\nVersion 2.4\nDocument date: 13 November 2020\nOrganisers: Reeds and Marshes Trust; Basin Agency";
    assert_eq!(
        read(head),
        "Workshop on Ponds: Report|2.4|2020-11-13|Reeds and Marshes Trust; Basin Agency"
    );
    let wrapped = "Workshop on Ponds: Report\n\nOrganised by the Reed Trust (RT) and the Agency of Ponds (AP)";
    assert_eq!(
        read(wrapped),
        "Workshop on Ponds: Report|||Reed Trust (RT); Agency of Ponds (AP)"
    );
}

#[test]
fn a_title_above_the_page_that_only_counts_the_meeting() {
    let text = "---\ntitle: Meeting 07\n---\n\n# Marsh Users Spring Meeting 7\n\n4th March 2021\n\nThe group spoke of reeds.\n";
    assert_eq!(report(text).title.value, "Marsh Users Spring Meeting 7");
    let text = "---\ntitle: Reed Group Meeting 03\n---\n\n# Notes of the meeting of all\n\nThe group spoke of reeds.\n";
    assert_eq!(report(text).title.value, "Reed Group Meeting 03");
}

#[test]
fn a_text_that_calls_itself_minutes() {
    let text = "Reed Makers Meeting 4\n=====================\n\nWhere and When\n--------------\n\nThese are the minutes of the Reed Makers Meeting of Monday March 8, 2021, at the Mill Institute, Reedham University, Belgium.\n\nMatters\n-------\n\nThe reeds were cut.\n";
    let found = report(text);
    assert_eq!(found.document_type.value, Some("minutes"));
    assert_eq!(day(&found.event_start), "2021-03-08");
}

#[test]
fn the_heading_of_the_agenda_tells_the_day() {
    let text = "Reed Editorial Committee\n========================\n\n- Anna Model (Mill Works)\n- Peter Sample (Mill Works)\n- Jane Probe (Mill Works)\n\nAgenda 2021-03-04\n=================\n\n1. Reeds\n2. Boats\n";
    assert_eq!(day(&report(text).event_start), "2021-03-04");
}

#[test]
fn midnight_behind_a_day_is_how_machines_print_it() {
    let text = "---\ndate: 2031-05-04 00:00:00\ntitle: Minutes of the Reed Group\n---\n\n# Minutes\n\nThe reeds were cut.\n";
    let found = report(text);
    assert!(found.start_time.is_empty());
    assert_eq!(day(&found.event_start), "2031-05-04");
}
