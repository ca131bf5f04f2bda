//! Programmes whose cells stand in odd places, or whose signs between the parts the layout lost.

use super::tests::reads;

#[test]
fn only_a_blank_parts_the_end_from_the_start() {
    reads(
        "Agenda\n\n8:45 9:00 Arrival\n\n9:00 10:30 Nets and knots\n\nAna Novak\n\n10:30 11:00 Tea\n\n11:00 12:15 Sails\n",
        &[
            "08:45-09:00 | Arrival",
            "09:00-10:30 | Nets and knots | @presenter Ana Novak",
            "10:30-11:00 | Tea",
            "11:00-12:15 | Sails",
        ],
    );
    // A start alone stays alone where most lines have no end.
    reads(
        "Agenda\n\n9:00 Arrival\n9:30 10:15 ferries compared\n11:00 Tea\n12:00 Sails\n",
        &[
            "09:00 | Arrival",
            "09:30 | 10:15 ferries compared",
            "11:00 | Tea",
            "12:00 | Sails",
        ],
    );
}

#[test]
fn cells_in_lines_with_the_time_behind_the_title() {
    reads(
        "Item\nActivity\nTime\nLed by\nDay 1: Monday, 4 May 2026\n1.\nRegistration\n08.30 - 09.00\nR. Novak\n2.\nOpening\n- A word from the mill\n09.00 - 10.00\nAna Lind\nSession 2: Looms that were carried over the hills by hand (Chair: Mr. Bo Okoro/Dr. Eva Lind Rapporteurs: Mrs. Jo Berg and Dr. Ida Falk)\n3.\nTea\n10.00-10.30\nAll\n4.\nLooms of the north\n10.30 - 12.00\nChairperson\n",
        &[
            "2026-05-04 | 08:30-09:00 | #1 | Registration | @presenter R. Novak",
            "2026-05-04 | 09:00-10:00 | #2 | Opening | + A word from the mill | @presenter Ana Lind",
            "2026-05-04 | 10:00-10:30 | #3 | Tea",
            "2026-05-04 | 10:30-12:00 | #4 | Looms of the north",
        ],
    );
}

#[test]
fn a_day_below_a_line_that_breaks_off_is_a_day() {
    reads(
        "Tuesday, May 5, 2026\n9:00 Kelp\n9:15 Report on the kelp beds of the outer bay - continued from the day\nWednesday, May 6, 2026\n8:30 Eels\n11:00 Close\n",
        &[
            "2026-05-05 | 09:00 | Kelp",
            "2026-05-05 | 09:15 | Report on the kelp beds of the outer bay - continued from the day",
            "2026-05-06 | 08:30 | Eels",
            "2026-05-06 | 11:00 | Close",
        ],
    );
}

#[test]
fn numerals_count_the_items() {
    reads(
        "Agenda\n\n9:00 a.m. I. Welcome\nAna Novak, M.D., Director, Harbour Institute\n9:30 a.m. Discussion\n10:00 a.m. II. Ropes\n11:00 a.m. III. Sails\n",
        &[
            "09:00 | #I | Welcome | @presenter Ana Novak",
            "09:30 | Discussion",
            "10:00 | #II | Ropes",
            "11:00 | #III | Sails",
        ],
    );
}

#[test]
fn initials_and_surnames_end_titles() {
    reads(
        "Agenda\n\n9:00  Welcome and introduction A. Novak\n9:15  Depth of the fjord B. C. Lind\n9:45  Who pays for the ferry? Dr. Eva Okoro (Sea Office)\n10:15  Tea\n",
        &[
            "09:00 | Welcome and introduction | @presenter A. Novak",
            "09:15 | Depth of the fjord | @presenter B. C. Lind",
            "09:45 | Who pays for the ferry? | @presenter Eva Okoro",
            "10:15 | Tea",
        ],
    );
}

#[test]
fn when_the_meeting_was_is_no_item() {
    reads(
        "When 15 April 2026 13:00 to\n16 April 2026 17:00\nWhere the old mill at the river\n\nAgenda\n\n13:00 - 13:15 Opening\n13:15 - 14:00 Wheels\n14:00 - 15:00 Sluices\n",
        &[
            "2026-04-15 | 13:00-13:15 | Opening",
            "2026-04-15 | 13:15-14:00 | Wheels",
            "2026-04-15 | 14:00-15:00 | Sluices",
        ],
    );
    reads(
        "Agenda\n\n1. General\nMeetings start at 8:30 every day. Tea is served at 10:00-10:30\n08:00-08:30 Registration\n08:30-09:00 Welcome\n09:00-10:00 Photo\n",
        &[
            "08:00-08:30 | Registration",
            "08:30-09:00 | Welcome",
            "09:00-10:00 | Photo",
        ],
    );
}

#[test]
fn the_head_of_a_session_is_not_the_item_above() {
    reads(
        "Agenda\n\n9:00 Wool: Ana Novak\n\nSession II: Dyes (Chair: Bo Lind)\n(ten minutes each)\n\n10:00 Red\n\n11:00 Blue\n",
        &[
            "09:00 | Wool | @presenter Ana Novak",
            "10:00 | Red",
            "11:00 | Blue",
        ],
    );
}

#[test]
fn whoever_chairs_below_a_pause_is_not_of_the_pause() {
    reads(
        "Agenda\n\n9:00 Nets\nAna Novak, Sea Office\nSession I - Old ports\nChair: Bo Lind, Harbour Trust\n10:00 Cranes\nEva Okoro, Some Institute\n10:30 Coffee break\nSession II - New ports\nChair: Jon Berg\n11:00 Piers\n",
        &[
            "09:00 | Nets | @presenter Ana Novak",
            "10:00 | Cranes | @presenter Eva Okoro",
            "10:30 | Coffee break",
            "11:00 | Piers",
        ],
    );
}

#[test]
fn lone_times_over_their_titles_without_a_heading() {
    reads(
        "Dialogue on the reed beds\n\n25 May 2031\n\n15:00 - 15:10\n\nIntroductory remarks\n\n- Ms. Ana Novak, Secretary, Reed Trust\n\n15:10 - 15:30\n\nKeynote addresses: what do the reeds hold back in a wet year?\n\n- Mr. Bo Lind, Director, Water Office\n\n15:30 - 16:00\n\nQuestions from the audience\n",
        &[
            "2031-05-25 | 15:00-15:10 | Introductory remarks | @presenter Ana Novak",
            "2031-05-25 | 15:10-15:30 | Keynote addresses: what do the reeds hold back in a wet year? | @presenter Bo Lind",
            "2031-05-25 | 15:30-16:00 | Questions from the audience",
        ],
    );
}

#[test]
fn registration_runs_beside_other_items() {
    reads(
        "| Monday, July 21 |\n|\n| 7:00 a.m.\u{2013}6:00 p.m. |\nRegistration |\n| 7:45\u{2013}8:30 a.m. |\nBreakfast |\n| 8:30 a.m.\u{2013}Noon |\nWorkshops |\n| 10:00\u{2013}10:15 a.m. |\nBreak |\n",
        &[
            "07:00-18:00 | Registration",
            "07:45-08:30 | Breakfast",
            "08:30-12:00 | Workshops",
            "10:00-10:15 | Break",
        ],
    );
}

#[test]
fn the_steps_of_a_committee_need_no_heading() {
    reads(
        "Trustees of the Mill\n\nA meeting was to be held on Thursday 11 March 2032.\n\n1 Apologies\n2 Declarations of Interest\n3 Minutes of the Previous Meeting\nTo approve the minutes of January\n4 Matters Arising\nItems for decision:\n5 Repair of the sluice\n6 Any Other Business\n",
        &[
            "2032-03-11 | #1 | Apologies",
            "2032-03-11 | #2 | Declarations of Interest",
            "2032-03-11 | #3 | Minutes of the Previous Meeting | + To approve the minutes of January",
            "2032-03-11 | #4 | Matters Arising",
            "2032-03-11 | #5 | Repair of the sluice",
            "2032-03-11 | #6 | Any Other Business",
        ],
    );
    // Minutes tell what was done under each.
    reads(
        "Mill Trust\n\n1 Apologies\nAna Novak sent her apologies to all.\n2 Declarations of Interest\nNo declarations of interest were made.\n3 Minutes\nThe minutes of the previous meeting were agreed.\n4 Matters Arising\nThe sluice was mended in May.\n5 Any Other Business\nThe geese were talked about.\n6 Next meeting\nThe next meeting is on 4 June.\n",
        &[],
    );
}

#[test]
fn the_order_of_any_meeting_is_no_agenda() {
    reads(
        "12. Order of business.\n   (1)   Call to order and roll call.\n   (2)   Approval of the minutes.\n   (3)   Old business.\n   (4)   New business.\n   (5)   Public comment.\n   (6)   Comments of the reeve.\n   (7)   Adjournment.\n",
        &[],
    );
}

#[test]
fn full_hours_without_a_sign_among_times() {
    reads(
        "Thursday, January 20th @ Reed House\n- 8:30-9am Coffee\n- 9-10 Introduction\n- 10-11 Nets and knots (Harbour A)\n- 11-12 Sails (Harbour B)\n- 12-1pm Lunch\n- 1-2 Group reports\n- 2-3 Closing remarks\n",
        &[
            "08:30-09:00 | Coffee",
            "09:00-10:00 | Introduction",
            "10:00-11:00 | Nets and knots | in Harbour A",
            "11:00-12:00 | Sails | in Harbour B",
            "12:00-13:00 | Lunch",
            "13:00-14:00 | Group reports",
            "14:00-15:00 | Closing remarks",
        ],
    );
}

#[test]
fn numbers_that_count_on_under_headings() {
    for (first, second) in [("", ""), ("I. ", "II. ")] {
        reads(
            &format!(
                "Report of the session\n\nAnnex A: Agenda\n\n{first}INTRODUCTORY ITEMS\n\n1. Opening of the session\n2. Election of officers\n\n{second}STATEMENTS\n\n3. Statement of the Reeve\n4. Country statements\n\nAnnex B: Documents\n\nAll papers are in the hall.\n"
            ),
            &[
                "#1 | Opening of the session",
                "#2 | Election of officers",
                "#3 | Statement of the Reeve",
                "#4 | Country statements",
            ],
        );
    }
}

#[test]
fn headings_below_a_heading_with_a_time() {
    reads(
        "Kick-off meeting, programme\n\n# Wednesday 2015-09-02\n\n## 9am-9:45am: Coffee\n\n## 10am-12pm: Tools\n\n### Nets\n\n- Cotton\n- Hemp\n- Nylon\n- Wire\n\n### Knots\n\n- Reef\n- Bowline\n\n## 1pm: Lunch\n\n## 2pm-3pm: Boats\n",
        &[
            "2015-09-02 | 09:00-09:45 | Coffee",
            "2015-09-02 | 10:00-12:00 | Tools",
            "2015-09-02 | 13:00 | Lunch",
            "2015-09-02 | 14:00-15:00 | Boats",
        ],
    );
}

#[test]
fn noon_printed_as_midnight_and_titles_glued_to_capitals() {
    reads(
        "Agenda\n\nTuesday, May 12, 2015\n\n7:30 AMRegistration\n\n8:30 \u{2013} 10:00 AMNets and knots\n\n10:00 \u{2013} 12:00 AMBoats\n\n12:00 \u{2013} 1:00 PMLunch\n\n1:00 \u{2013} 5:00 PMHarbour tour\n\n6:30PMReception\n",
        &[
            "2015-05-12 | 07:30 | Registration",
            "2015-05-12 | 08:30-10:00 | Nets and knots",
            "2015-05-12 | 10:00-12:00 | Boats",
            "2015-05-12 | 12:00-13:00 | Lunch",
            "2015-05-12 | 13:00-17:00 | Harbour tour",
            "2015-05-12 | 18:30 | Reception",
        ],
    );
    reads(
        "Agenda\n\n9:00 am Opening\n11:15 - 12:30 am Sessions\n1:30 pm Boats\n2:30 pm Nets\n",
        &[
            "09:00 | Opening",
            "11:15-12:30 | Sessions",
            "13:30 | Boats",
            "14:30 | Nets",
        ],
    );
}

#[test]
fn titles_below_people_may_sound_like_bodies() {
    reads(
        "Programme\n\n- 10:00 Ana Novak, Ben Lind\n*What the moss remembers of the winter.*\n- 10:30 Clara Reed\n*Walls that breathe, and why they do.*\n- 11:00 Jon Berg, Paul Okoro\n*The Fern Archive.*\n- 11:30 Peter Marsh, Anna Hill\n*Open moss: an Institute of the North opens its drawers.*\n",
        &[
            "10:00 | What the moss remembers of the winter. | @presenter Ana Novak | @presenter Ben Lind",
            "10:30 | Walls that breathe, and why they do. | @presenter Clara Reed",
            "11:00 | The Fern Archive. | @presenter Jon Berg | @presenter Paul Okoro",
            "11:30 | Open moss: an Institute of the North opens its drawers. | @presenter Peter Marsh | @presenter Anna Hill",
        ],
    );
}

#[test]
fn people_with_their_body_stand_over_the_title_in_a_cell() {
    reads(
        "Timetable\n\n| Time | Programme |\n|---|---|\n| 9:00-9:30 | Registration |\n| 9:30-10:15 | <strong>Ana Novak (MFA)</strong><br><small><em>What the moss <del>forgets</del> keeps</em></small> |\n| 10:15-11:00 | <strong>Bo Lind (Alder & TU/e)</strong><br><small><em>Walls that breathe</em></small> |\n| 11:00-11:30 | Ferns (Part 2)<br>Walks |\n",
        &[
            "09:00-09:30 | Registration",
            "09:30-10:15 | What the moss forgets keeps | @presenter Ana Novak",
            "10:15-11:00 | Walls that breathe | @presenter Bo Lind",
            "11:00-11:30 | Ferns (Part 2) | + Walks",
        ],
    );
}

#[test]
fn titles_go_on_behind_those_they_name() {
    reads(
        "Agenda\n\n1. Opening\n\n2. Report: presentation by Ana Novak, Vice-President, and discussion\n\n3. Nets\n4. Statement by Jon Lind and exchange of views\n\n5. Boats\n5.1 Small boats\n",
        &[
            "#1 | Opening",
            "#2 | Report: presentation by Ana Novak, Vice-President, and discussion | @presenter Ana Novak",
            "#3 | Nets",
            "#4 | Statement by Jon Lind and exchange of views | @presenter Jon Lind",
            "#5 | Boats",
            "#5.1 | Small boats",
        ],
    );
}

#[test]
fn how_long_a_day_is_titles_nothing() {
    reads(
        "Cronograma\n\nJueves 20 de febrero de 2031, de 9:15 a 13 h.\n\n9:30 Llegada a la casa del molino\n10:00 Mesas de trabajo sobre el agua y la rueda\n12:30 Almuerzo\n",
        &[
            "2031-02-20 | 09:30 | Llegada a la casa del molino",
            "2031-02-20 | 10:00 | Mesas de trabajo sobre el agua y la rueda",
            "2031-02-20 | 12:30 | Almuerzo",
        ],
    );
}
