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
