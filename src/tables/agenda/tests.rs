//! Ways of printing a programme, and what each is read as.

use crate::extract::{Options, extract};
use crate::schema::Field;
use crate::source::Source;

/// Each row as `[day] date start-end (minutes) #number title {kind} in place @presenters`, parts that are empty left out.
fn told(text: &str) -> Vec<String> {
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
fn reads(text: &str, expected: &[&str]) {
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
            "09:00-09:30 | Opening | @presenter Ana Novak",
            "09:30-10:30 | Maps | @presenter Bo Lindgren",
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
