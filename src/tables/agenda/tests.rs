//! Ways of printing a programme, and what each is read as.

use crate::extract::{Options, extract};
use crate::schema::Field;
use crate::source::Source;

/// Each row as `[day] date start-end (minutes) #number title {kind} in place @presenters`, parts that are empty left out.
pub(super) fn told(text: &str) -> Vec<String> {
    let source = Source::from_text("t", text);
    let data = extract(&source, &Options::default());
    let rows = data.agenda.iter().enumerate();
    rows.map(|(i, r)| {
        let cell = |c: crate::schema::Cell| c.printed().into_owned();
        let mut parts = vec![cell(r.date.cell())];
        let end = cell(r.end_time.cell());
        parts.push(cell(r.start_time.cell()) + if end.is_empty() { "" } else { "-" } + &end);
        if r.start_time.is_empty() && !r.duration_minutes.is_empty() {
            parts.push(cell(r.duration_minutes.cell()) + "m");
        }
        if !r.item_number.is_empty() {
            parts.push(format!("#{}", r.item_number.value));
        }
        parts.push(r.title.value.clone());
        for (sign, text) in [
            ("on ", &r.track),
            ("in ", &r.location),
            ("! ", &r.objective),
            ("+ ", &r.details),
        ] {
            if !text.is_empty() {
                parts.push(format!("{sign}{}", text.value));
            }
        }
        for p in data
            .presenters
            .iter()
            .filter(|p| p.agenda_id.row == Some(i))
        {
            let group = if p.group.is_empty() {
                String::new()
            } else {
                format!(" ({})", p.group.value)
            };
            parts.push(format!(
                "@{} {}{group}",
                p.role.value.unwrap_or(""),
                p.name.value
            ));
        }
        parts.retain(|p| !p.is_empty());
        parts.join(" | ")
    })
    .collect()
}

#[track_caller]
pub(super) fn reads(text: &str, expected: &[&str]) {
    assert_eq!(told(text), expected, "{text}");
}

#[test]
fn bullets_led_by_times() {
    reads(
        "Workshop\n\nBonn, 3 May 2021\n\nProgramme\n\n- 9.30-10.15: Maps (Ana Novak, Director, Some Institute)\n- 10.15-10.30: Coffee break\n- 10.30-12: Panel: Who draws? (Moderator: Bo Lindgren, Head, An Office)\n",
        &[
            "2021-05-03 | 09:30-10:15 | Maps | @presenter Ana Novak",
            "2021-05-03 | 10:15-10:30 | Coffee break",
            "2021-05-03 | 10:30-12:00 | Panel: Who draws? | @moderator Bo Lindgren",
        ],
    );
}

#[test]
fn lines_below_are_presenters_objective_or_details() {
    reads(
        "Agenda\n\nMonday 3 May 2021\n\n9:00 Opening\nAna Novak, Some Institute\nObjective: To begin.\n10:00 Visit of the port\nBring boots, please.\n11:00 Lunch\n",
        &[
            "2021-05-03 | 09:00 | Opening | ! To begin. | @presenter Ana Novak",
            "2021-05-03 | 10:00 | Visit of the port | + Bring boots, please.",
            "2021-05-03 | 11:00 | Lunch",
        ],
    );
}

#[test]
fn talks_under_a_slot_are_its_groups() {
    reads(
        "PROGRAMME\n\n9:00\nWool and water\nChair: Ana Novak\n- Washing without soap (P. Sample)\n- The yellow spring (C. Person)\n\n10:40\nCoffee break\n",
        &[
            "09:00 | Wool and water | @chair Ana Novak | @presenter P. Sample (Washing without soap) | @presenter C. Person (The yellow spring)",
            "10:40 | Coffee break",
        ],
    );
}

#[test]
fn the_order_of_the_day_settles_the_half() {
    reads(
        "Agenda\n\n| Time | Topic | Room |\n|---|---|---|\n| 9:00 - 12:00 | Work | Room 1 |\n| 12:00 - 1:30 | Lunch | |\n| 1:30 - 3:00 | Work (continued) | Room 2 |\n",
        &[
            "09:00-12:00 | Work | in Room 1",
            "12:00-13:30 | Lunch",
            "13:30-15:00 | Work (continued) | in Room 2",
        ],
    );
}

#[test]
fn days_by_heads_in_and_above_tables() {
    reads(
        "Meeting, Rome, 3-4 June 2019\n\nAgenda\n\nTime\tTitle\tSpeaker\nDay 1\n9:00-10:00\tOpening\tAna Novak\n10:00-11:00\tMaps\tBo Lindgren\nDay 2\n9:00-10:00\tBooks\tCy Okafor\n10:00-11:00\tClosing\tAna Novak\n",
        &[
            "2019-06-03 | 09:00-10:00 | Opening | @presenter Ana Novak",
            "2019-06-03 | 10:00-11:00 | Maps | @presenter Bo Lindgren",
            "2019-06-04 | 09:00-10:00 | Books | @presenter Cy Okafor",
            "2019-06-04 | 10:00-11:00 | Closing | @presenter Ana Novak",
        ],
    );
}

#[test]
fn start_and_end_in_columns_of_their_own() {
    reads(
        "Schedule\n\n| Start | End | Session | Lead |\n|---|---|---|---|\n| 9:00 | 9:30 | Opening | Ana Novak |\n| 9:30 | 10:30 | Maps | Bo Lindgren |\n",
        &[
            "09:00-09:30 | Opening | @lead Ana Novak",
            "09:30-10:30 | Maps | @lead Bo Lindgren",
        ],
    );
}

#[test]
fn numbered_items_with_durations() {
    reads(
        "Minutes, 5 February 2020\n\nAgenda\n1. Minutes of the last meeting (5 min)\n2. Campaign (30 min) - Ana Novak\n3. Any other business (10 min)\n\n1. Minutes of the last meeting\n\nNo changes were made to them.\n",
        &[
            "2020-02-05 | 5m | #1 | Minutes of the last meeting",
            "2020-02-05 | 30m | #2 | Campaign | @presenter Ana Novak",
            "2020-02-05 | 10m | #3 | Any other business",
        ],
    );
}

#[test]
fn an_agenda_that_a_sentence_announces() {
    reads(
        "II. AGENDA\n\n2. The Board adopted the following agenda:\n\n1. Adoption of the agenda\n2. Election of officers\n\n3. Moisture is what the Board then spoke about at some length in the afternoon.\n",
        &["#1 | Adoption of the agenda", "#2 | Election of officers"],
    );
}

#[test]
fn item_numbers_stay_text() {
    reads(
        "Agenda\n\nItem\tTime\tSubject\n4.9\t9:00-9:30\tIce buoys\n4.10\t9:30-10:00\tTropical buoys\n5\t10:00-10:30\tClosure\n",
        &[
            "09:00-09:30 | #4.9 | Ice buoys",
            "09:30-10:00 | #4.10 | Tropical buoys",
            "10:00-10:30 | #5 | Closure",
        ],
    );
}

#[test]
fn lines_below_the_rows_of_a_table() {
    reads(
        "Programme\n\n8:30 a.m. - 9:00 a.m.\tRegistration\n9:00 a.m.\tWelcome\n\tDr. Ana Novak, Director, Soil Institute\n10:30 a.m.\tSession 1: Soil\n\tChair: Prof. Cy Okafor\n\t\u{2022} Old fields \u{2013} Lucia Fernandez, FAO\n12:30 p.m.\tLunch\n",
        &[
            "08:30-09:00 | Registration",
            "09:00 | Welcome | @presenter Ana Novak",
            "10:30 | Session 1: Soil | @chair Cy Okafor | @presenter Lucia Fernandez (Old fields)",
            "12:30 | Lunch",
        ],
    );
}

#[test]
fn columns_that_are_days_or_tracks() {
    reads(
        "## Schedule\n\n| Time | Monday 3 July 2023 | Tuesday 4 July 2023 |\n|---|---|---|\n| 9:00-10:30 | Introduction (M. Novak) | Methods |\n| 10:30-11:00 | Coffee | Coffee |\n",
        &[
            "2023-07-03 | 09:00-10:30 | Introduction | @presenter M. Novak",
            "2023-07-03 | 10:30-11:00 | Coffee",
            "2023-07-04 | 09:00-10:30 | Methods",
            "2023-07-04 | 10:30-11:00 | Coffee",
        ],
    );
    reads(
        "## Agenda\n\n| Time | Track A: Water | Track B: Soil |\n|---|---|---|\n| 9:00-10:00 | Opening | |\n| 10:00-11:00 | Wells | Worms |\n",
        &[
            "09:00-10:00 | Opening",
            "10:00-11:00 | Wells | on Track A: Water",
            "10:00-11:00 | Worms | on Track B: Soil",
        ],
    );
}

#[test]
fn blocks_of_labels() {
    reads(
        "Agenda\n\nTime: 09:00-09:30\nSession: Opening\nSpeaker: Ana Novak (Town Hall)\n\nTime: 09:30-10:30\nSession: The first harvest\nSpeaker: Bo Lindgren (Farm School)\n",
        &[
            "09:00-09:30 | Opening | @presenter Ana Novak",
            "09:30-10:30 | The first harvest | @presenter Bo Lindgren",
        ],
    );
}

#[test]
fn columns_aligned_by_blanks_and_initials_on_lines_of_their_own() {
    reads(
        "PROGRAMME\n\nTime          Activity                 Responsible\n09h00-09h30   Welcome                  Ana Novak\n09h30-10h30   Group work               All\n10h30-11h00   Oak and ash\n              C. Okafor, Timber Board\n11h00-11h30   Coffee\n",
        &[
            "09:00-09:30 | Welcome | @presenter Ana Novak",
            "09:30-10:30 | Group work",
            "10:30-11:00 | Oak and ash | @presenter C. Okafor",
            "11:00-11:30 | Coffee",
        ],
    );
}

#[test]
fn a_table_whose_cells_begin_with_times_and_lines_beside_it() {
    reads(
        "Programme\n\n9:00 AM \u{2013} 9:15 AM: Welcome | Ana Novak\n9:15 AM \u{2013} 10:00 AM: The mill | Bo Lindgren\n10:00 AM \u{2013} 12:00 PM: Walk around the mill\n",
        &[
            "09:00-09:15 | Welcome | @presenter Ana Novak",
            "09:15-10:00 | The mill | @presenter Bo Lindgren",
            "10:00-12:00 | Walk around the mill",
        ],
    );
}

#[test]
fn times_that_are_no_programme_give_nothing() {
    for text in [
        "| City | Local time |\n|---|---|\n| Lima | 08:00 - 09:30 |\n| Lisbon | 14:00 - 15:30 |\n| Nairobi | 16:00 - 17:30 |\n",
        "| Zone | Standard | Summer |\n|---|---|---|\n| West | 12:00 | 13:00 |\n| Middle | 13:00 | 14:00 |\n| East | 14:00 | 15:00 |\n",
        "Office hours\n\nMonday\t9:00-17:00\nTuesday\t9:00-17:00\nWednesday\t9:00-13:00\n",
        "Contents\n\n1. Programme .... 2\n2. Agenda .... 3\n3. Annex .... 9\n",
        "Annex: Programme\n\n| Time | Session | Speaker |\n|---|---|---|\n| ____ | | |\n| ____ | | |\n",
        "9:00 - 9:30 Opening\n\nMs Ana Novak opened the meeting. She thanked the hosts for the room and for the tea, and asked those present to say in one sentence what had brought them there on such a day. Most of them named the fish.\n\n9:30 - 10:30 The harbour\n\nMr Bo Lindgren showed pictures of the harbour from three centuries. The oldest was a drawing by a prisoner, and it was the most exact. The cranes had been built by his grandfather, and two of them still stood.\n\n10:30 - 12:00 Discussion\n\nThe participants discussed whether the old crane should be kept. Many were in favour, since the harbour has nothing else to show. It was decided to ask the town for a coat of paint and for a sign to go with it.\n",
        "2. OPENING\n\nThe meeting was opened by the chair, who welcomed all.\n\nTIME:\n\n09:00-09:10 am\n\nSPEAKERS:\n\nAna Novak (Org, Head)\n\n3. MAPS\n\nThe maps were shown to all who were there.\n\nTIME:\n\n09:10-09:40 am\n\n4. END\n\nThe meeting was closed by the chair, who thanked all.\n\nTIME:\n\n09:40-10:00 am\n",
    ] {
        reads(text, &[]);
    }
}

#[test]
fn a_labelled_time_may_stand_above_or_below_its_title() {
    reads(
        "Report\n\nAgenda\n\nTIME: 9:00-9:30\nWelcome and opening\nAna Model, Lake Board\n\nTIME: 9:30-10:00\nThe portal\nBen Probe, Shore Institute\n",
        &[
            "09:00-09:30 | Welcome and opening | @presenter Ana Model",
            "09:30-10:00 | The portal | @presenter Ben Probe",
        ],
    );
    reads(
        "Report\n\nAGENDA\n\nSession One: Setting the scene\nTime: 09:00 - 10:30\nModerator: Ana Model\nSpeakers:\n\u{2022} Hon. Ben Probe, Minister of State \u{2013} Policy framework\n\u{2022} Eva Sample, Head Teacher \u{2013} A view from school\n\nTea break: 10:30 - 11:00\n\nSession Two: Paying for meals\nTime: 11:00 - 12:30\nPanellists:\nTom Test\nEva Sample\n\nLunch: 12:30 - 13:30\n",
        &[
            "09:00-10:30 | Session One: Setting the scene | @moderator Ana Model | @presenter Ben Probe (Policy framework) | @presenter Eva Sample (A view from school)",
            "10:30-11:00 | Tea break",
            "11:00-12:30 | Session Two: Paying for meals | @panelist Tom Test | @panelist Eva Sample",
            "12:30-13:30 | Lunch",
        ],
    );
}

#[test]
fn columns_set_with_blanks_are_named_by_their_heads_or_by_most_lines() {
    reads(
        "Report\n\nAGENDA\n\nDay 1: Wednesday, 20 November 2019\n--------------------------------------------------------\nTime          Activity                Responsible\n--------------------------------------------------------\n0830-0900     Registration            Secretariat\n0900-0915     Opening remarks         Ana Model\n0915-1000     Soil basics             Ben Probe\n",
        &[
            "2019-11-20 | 08:30-09:00 | Registration",
            "2019-11-20 | 09:00-09:15 | Opening remarks | @presenter Ana Model",
            "2019-11-20 | 09:15-10:00 | Soil basics | @presenter Ben Probe",
        ],
    );
    reads(
        "Report\n\nPROGRAMME\n\n8.00 - 8.30      Arrival                 All\n8.30 - 8.45      Welcome                 District Commissioner\n8.45 - 9.30      What the law says       Ana Model, Land Lawyers\n9.30 - 10.30     Voices of herders       Ben Probe; Eva Sample\n",
        &[
            "08:00-08:30 | Arrival",
            "08:30-08:45 | Welcome",
            "08:45-09:30 | What the law says | @presenter Ana Model",
            "09:30-10:30 | Voices of herders | @presenter Ben Probe | @presenter Eva Sample",
        ],
    );
}

#[test]
fn heads_on_lines_of_their_own_tell_what_stands_below_a_title() {
    reads(
        "Report\n\nProgramme\n\nTIME\nACTIVITY\nRESPONSIBLE PERSON\n8:30-9:00am\nRegistration\nAna Model\n9:00-9:15am\nOpening prayer\nDistrict Officer\n9:15-10:00am\nOverview of the project\nBen Probe\n",
        &[
            "08:30-09:00 | Registration | @presenter Ana Model",
            "09:00-09:15 | Opening prayer",
            "09:15-10:00 | Overview of the project | @presenter Ben Probe",
        ],
    );
}

#[test]
fn numbered_and_lettered_talks_have_their_presenters_and_rooms() {
    reads(
        "Report\n\nProgramme\n\n9.00 am   Welcome\n          Main Hall\n          Greeting: Ana Model, Lake Board\n10.45 am   Session 1. Mapping lakes\n           Chair: Ben Probe\n1.1 Satellites, by Eva Sample (Space Lab)\n1.2 Drones, by Tom Test\n11.45 am  Parallel workshops\n          A. Playgrounds (Ana Model, Play Trust)\n          B. Risk and law (Ben Probe, Barrister)\n1.00 pm   Discussion, moderated by Eva Sample\n1.30 pm   Farm reports / all\n",
        &[
            "09:00 | Welcome | in Main Hall | @presenter Ana Model",
            "10:45 | Session 1. Mapping lakes | @chair Ben Probe | @presenter Eva Sample (Satellites) | @presenter Tom Test (Drones)",
            "11:45 | Parallel workshops | @presenter Ana Model (Playgrounds) | @presenter Ben Probe (Risk and law)",
            "13:00 | Discussion | @moderator Eva Sample",
            "13:30 | Farm reports",
        ],
    );
}

#[test]
fn a_second_programme_and_bare_ends_are_read() {
    reads(
        "Report\n\nProgramme\n\n9.30 - 10.15 Maps\n10.15 - 11 Discussion\n\nAnother part\n\nText that tells at length of what happened in between.\n\nAfternoon programme for the farm visit\n\n- 15:00 Bus leaves\n- 15:45 Seed bank (Ana Model, Seed Bank)\n",
        &[
            "09:30-10:15 | Maps",
            "10:15-11:00 | Discussion",
            "15:00 | Bus leaves",
            "15:45 | Seed bank | @presenter Ana Model",
        ],
    );
}

#[test]
fn a_part_of_the_day_over_its_items_is_no_item_and_first_names_present() {
    reads(
        "Report\n\nProgramme\n\nMorning (9.00-12.30)\n9.00   Opening\n9.30   Staff (Ana)\n\nAgenda\n\n1. Welcome (Ana, 5')\n2. Standards (Ben, 30')\n",
        &[
            "09:00 | Opening",
            "09:30 | Staff | @presenter Ana",
            "5m | #1 | Welcome | @presenter Ana",
            "30m | #2 | Standards | @presenter Ben",
        ],
    );
}

#[test]
fn colons_may_stand_in_a_column_and_groups_have_their_people() {
    reads(
        "Carnival\n\nProgramme schedule\n\n| 0800 - 0830 | : | Registration |\n| 0830 - 0900 | : | Briefing |\n| 0915 - 0945 | : | Opening |\n",
        &[
            "08:00-08:30 | Registration",
            "08:30-09:00 | Briefing",
            "09:15-09:45 | Opening",
        ],
    );
    reads(
        "Report\n\nProgramme\n\n3.30 pm - 5.00 pm\nWorkshops (choose one)\nWorkshop A: Roofs (Ana Model, SunHut)\nWorkshop B: Waste (Ben Probe)\n\n7.30 pm\nDinner\n",
        &[
            "15:30-17:00 | Workshops (choose one) | @presenter Ana Model (Workshop A: Roofs) | @presenter Ben Probe (Workshop B: Waste)",
            "19:30 | Dinner",
        ],
    );
}

#[test]
fn hours_of_a_day_are_no_items() {
    reads(
        "Agenda\n\n- Times:\n    - Tuesday - 10:00am to 5:00pm (breakfast 9-10am)\n    - Wednesday - 10:00am to 5:00pm (breakfast 9-10am)\n",
        &[],
    );
}

#[test]
fn a_header_printed_again_over_a_morning_begins_a_day() {
    let text = "Programme\n\n| Activity | Start | End |\n| Arrival | 7:30 | 8:00 |\n| Talks | 8:00 | 12:00 |\n| Lunch | 12:00 | 1:00 |\n| Talks | 1:00 | 3:00 |\n\
        | Activity | Start | End |\n| Arrival | 7:30 | 8:00 |\n| Talks | 8:00 | 12:00 |\n| Lunch | 12:00 | 1:00 |\n";
    let starts: Vec<String> = told(text)
        .into_iter()
        .map(|r| r.replace("Arrival", "A"))
        .collect();
    assert!(starts[4].contains("07:30-08:00"), "{starts:?}");
}

#[test]
fn bare_numbers_on_lines_of_their_own_count_items() {
    let text = "Harbour Board\n\nAGENDA\n\n1\n\nWelcome\n\n2\n\nThe crane\n\n3\n\nOther business\n";
    let rows = told(text);
    assert_eq!(rows.len(), 3, "{rows:?}");
    assert!(rows[1].contains("#2 | The crane"), "{rows:?}");
}

#[test]
fn heads_stand_over_bare_numbers_with_minutes() {
    let text = "AGENDA\n\nItem  Topic                Lead      Time\n1     Welcome              Chair     5 min\n2     The crane            Lind      20 min\n3     Other business       All       10 min\n";
    let rows = told(text);
    assert_eq!(rows.len(), 3, "{rows:?}");
    assert!(
        rows[1].contains("20m") && rows[1].contains("The crane"),
        "{rows:?}"
    );
}

#[test]
fn a_timed_title_stands_over_a_long_passage() {
    let told_of = "The speaker tells how the crane was built and who paid for it. ".repeat(8);
    let text = format!(
        "Programme\n\n9:00 - 9:30 : Welcome\n9:30 - 10:30 : The crane (Ana Lind, Harbour Board)\n{told_of}\n11:00 - 12:00 : Boats\n12:00 - 13:00 : Lunch\n"
    );
    let rows = told(&text);
    assert_eq!(rows.len(), 4, "{rows:?}");
    assert!(rows[1].contains("09:30-10:30 | The crane"), "{rows:?}");
}

#[test]
fn a_title_may_stand_below_those_who_give_the_talk() {
    let text = "Programme\n\nTuesday 4 May 2021\n\n9:00 Ana Garcia, Ben Probe\nNets and tides of the northern lakes\n\n\
                10:00 Coffee break\n\n10:30 Carla Test and Paul Model\nSharing data: a first look\n";
    reads(
        text,
        &[
            "2021-05-04 | 09:00 | Nets and tides of the northern lakes | @presenter Ana Garcia | @presenter Ben Probe",
            "2021-05-04 | 10:00 | Coffee break",
            "2021-05-04 | 10:30 | Sharing data: a first look | @presenter Carla Test | @presenter Paul Model",
        ],
    );
}

#[test]
fn panels_below_a_day_go_on_with_a_programme_that_is_named_before_the_text() {
    let text = "---\ntitle: \"Workshop programme\"\nlayout: page\n---\n\nThe workshop takes place online.\n\n## Day 1. 4 May 2021\n\n- **09:30** - Welcome\n- **10:00** - Panel 1\n\n\
                #### Panel 1. Nets and what is caught in them\n\n- **10:00** Ana Garcia, Ben Probe\n[*Nets and tides of the northern lakes, from the first counts of the guild to the last winter that anybody there remembers.*](a/nets)\n\n\
                - **10:25** Coffee break\n";
    let starts: Vec<String> = told(text).iter().map(|r| r[..18].to_string()).collect();
    assert_eq!(
        starts,
        [
            "2021-05-04 | 09:30",
            "2021-05-04 | 10:00",
            "2021-05-04 | 10:00",
            "2021-05-04 | 10:25",
        ]
    );
}

#[test]
fn numbered_minutes_without_a_heading_are_no_agenda() {
    let text = "Minutes of the ditch council held on 4 May 2031\n\n1.       Apologies. There were none\n\n2.       The minutes of the previous meeting were read and signed.\n\n3.       Matters arising. The sluice is mended.\n\n4.       Planning. There were no objections to the boathouse.\n\n5.       Finance. The accounts were passed.\n\n6.       Any other business. There was none\n\n7.       Date of next meeting. It was left to the clerk.\n";
    assert!(told(text).is_empty(), "{:?}", told(text));
}

#[test]
fn lines_below_times_that_say_how_long_they_last_are_rows() {
    reads(
        "Programme of the Reed Workshop\n\nMonday 6 October 2031\n\n9h20-10h20 Overview\n\nState of the reeds - Ada Model & Bo Probe (20 min)\n\n\
         Mud and mills - Cy Sample (20 min)\n\nDiscussion (20 min)\n\n10h20-10h40 Coffee break\n",
        &[
            "2031-10-06 | 09:20-10:20 | Overview",
            "2031-10-06 | 20m | State of the reeds | @presenter Ada Model | @presenter Bo Probe",
            "2031-10-06 | 20m | Mud and mills | @presenter Cy Sample",
            "2031-10-06 | 20m | Discussion",
            "2031-10-06 | 10:20-10:40 | Coffee break",
        ],
    );
}

#[test]
fn an_opening_that_names_who_opens_begins_a_day_without_times() {
    reads(
        "REPORT OF THE REED WORKSHOP\n\nAnnex 1: Programme\n\nTuesday 28 January 2031\nOpening of the workshop by Dr Ada Model, Assistant Director General\n\
         Objectives of the workshop\nCoffee break\nKey issues of the papers (authors, 15 minutes each)\nLunch\nClosure of the meeting\n",
        &[
            "2031-01-28 | Opening of the workshop | @presenter Ada Model",
            "2031-01-28 | Objectives of the workshop",
            "2031-01-28 | Coffee break",
            "2031-01-28 | Key issues of the papers (authors, 15 minutes each)",
            "2031-01-28 | Lunch",
            "2031-01-28 | Closure of the meeting",
        ],
    );
}

#[test]
fn a_title_may_end_an_enumeration() {
    let told = told(
        "Report of the Reed Meeting\n\nAppendix I - Agenda\n\nWednesday, 28 May 2031\n\n1. Opening\n\n2. Election of the Chair\n\n\
         3. Adoption of the agenda\n\n4. Records of past cutting by species, region/area/ditch, date and gear type, etc.\n\n5. Closing\n",
    );
    assert_eq!(told.len(), 5, "{told:?}");
}

#[test]
fn first_names_in_a_bracket_are_people_and_no_comma_in_it_ends_the_title() {
    reads(
        "Agenda of the Reed Workshop\n\n6 May 2031\n\n10.10 am - 10.20 am Welcome (Anna)\n\n10.20 am - 11.40 am Report on reeds (Lisa, Penk, Ruth, Klaus, et al.)\n\n\
         11.40 am - 12.20 pm Work on tasks (naming of mills, keeping of wheels)\n",
        &[
            "2031-05-06 | 10:10-10:20 | Welcome | @presenter Anna",
            "2031-05-06 | 10:20-11:40 | Report on reeds | @presenter Lisa | @presenter Penk | @presenter Ruth | @presenter Klaus",
            "2031-05-06 | 11:40-12:20 | Work on tasks (naming of mills, keeping of wheels)",
        ],
    );
}

#[test]
fn strokes_may_part_the_cells_of_a_row() {
    let text = "Agenda of the Reed Workshop\n\nDAY ONE:\n08.40 -09.35 / Registration / All\n09.35 -09.45 / Welcome by the host / Reed Office\n\
         09.45 -10.00 / Goals of the workshop / Ada Model\n10.00 -10.25 / BREAK\n10.25 -10.55 / Mills and reeds (30 min) / RO-UTCR\n";
    let source = Source::from_text("t", text);
    let data = extract(&source, &Options::default());
    let rows = data.agenda.iter();
    let rows: Vec<_> = rows
        .map(|r| (r.title.value.as_str(), r.presenters.value.as_str()))
        .collect();
    let expected = [
        ("Registration", "All"),
        ("Welcome by the host", "Reed Office"),
        ("Goals of the workshop", "Ada Model"),
        ("BREAK", ""),
        ("Mills and reeds", "RO-UTCR"),
    ];
    assert_eq!(rows, expected);
}
