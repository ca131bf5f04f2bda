//! More ways of printing a programme: times in odd places, columns without lines, lists without times.

use super::tests::reads;

#[test]
fn titles_that_end_in_their_times() {
    reads(
        "Programme\n\nDay 1: Monday 3 May 2021\n\nArrival (9:00 \u{2013} 9:30)\n\nWhat maps leave out (9:30 \u{2013} 10:15)\nSpeaker: Ana Novak\n\nLunch (12:00 \u{2013} 13:00)\n\nReport\n\nThe members met in the old hall, and it rained.\n",
        &[
            "2021-05-03 | 09:00-09:30 | Arrival",
            "2021-05-03 | 09:30-10:15 | What maps leave out | @presenter Ana Novak",
            "2021-05-03 | 12:00-13:00 | Lunch",
        ],
    );
}

#[test]
fn ranges_behind_a_word_bold_marks_or_a_number() {
    reads(
        "Agenda\n\n**from 9:30 to 10:00** Arrival and registration of all\n\n**from 10:00 to 10:30** Welcome address (T. Novak)\n",
        &[
            "09:30-10:00 | Arrival and registration of all",
            "10:00-10:30 | Welcome address | @presenter T. Novak",
        ],
    );
    reads(
        "Agenda\n\n1.1  from 8:30 to 8:45  Opening\n1.2  from 8:45 to 9:45  Lessons\n     Chair: Ana Novak\n",
        &[
            "08:30-08:45 | #1.1 | Opening",
            "08:45-09:45 | #1.2 | Lessons | @chair Ana Novak",
        ],
    );
}

#[test]
fn four_digits_are_times_where_others_are() {
    reads(
        "Agenda\n\n0830 Registration\n0900 Maps\n1000 Ponds\n1130 Closing\n",
        &[
            "08:30 | Registration",
            "09:00 | Maps",
            "10:00 | Ponds",
            "11:30 | Closing",
        ],
    );
}

#[test]
fn what_a_line_breaks_off_goes_on_below() {
    reads(
        "Agenda\n\n9:00 - 10:00     Maps of the fields and what they leave out (Ana Novak, Some\n                 Institute)\n10:00 - 11:00    Ponds \u{2013}\n                 Bo Lindgren \u{2013} An Office\n",
        &[
            "09:00-10:00 | Maps of the fields and what they leave out | @presenter Ana Novak",
            "10:00-11:00 | Ponds | @presenter Bo Lindgren",
        ],
    );
}

#[test]
fn columns_of_spaces_are_what_their_heads_say() {
    reads(
        "Agenda\n\nTime             Speakers                         Subject\n9:00 - 10:00     Ana Novak, Some Institute        Maps\n10:00 - 10:30                                     Coffee\n10:30 - 11:00    Moderator: Bo Lindgren           Panel: Ponds\n",
        &[
            "09:00-10:00 | Maps | @presenter Ana Novak",
            "10:00-10:30 | Coffee",
            "10:30-11:00 | Panel: Ponds | @moderator Bo Lindgren",
        ],
    );
}

#[test]
fn a_role_on_a_line_of_its_own_is_no_heading() {
    reads(
        "Programme\n\n* 9:45 AM-10:30 AM Panel discussion: Maps\n\n    Moderator: B. Campbell\n\n    Panelists: K. Nakamura, O. Farouk\n\n* 10:30 AM-10:50 AM Ponds\n",
        &[
            "09:45-10:30 | Panel discussion: Maps | @moderator B. Campbell | @panelist K. Nakamura | @panelist O. Farouk",
            "10:30-10:50 | Ponds",
        ],
    );
}

#[test]
fn start_and_end_on_lines_of_their_own() {
    reads(
        "Workshop\n\nSuva, 27 June 2012\n\nAgenda\n\nSTART |\nFINISH |\nACTIVITY |\nLED BY |\n|\n08:30 |\n09:00 |\nRegistration |\n|\n09:00 |\n10:20 |\nAims of the workshop (80 min) |\nAna Novak (Group of Experts) |\n10:20 |\n10:40 |\nCoffee break |\n|\n",
        &[
            "2012-06-27 | 08:30-09:00 | Registration",
            "2012-06-27 | 09:00-10:20 | Aims of the workshop | @presenter Ana Novak",
            "2012-06-27 | 10:20-10:40 | Coffee break",
        ],
    );
}

#[test]
fn people_before_the_title_of_their_talk() {
    reads(
        "Programme\n\n11.00 P. Novak, A. Maier: Water under bogs\n11.20 K. Lind: Ditches\n12.00 Talks: Ana Novak, Bo Lindgren\n12.30 Closing. Dr. Ana Novak, Some Institute\n",
        &[
            "11:00 | Water under bogs | @presenter P. Novak | @presenter A. Maier",
            "11:20 | Ditches | @presenter K. Lind",
            "12:00 | Talks | @presenter Ana Novak | @presenter Bo Lindgren",
            "12:30 | Closing | @presenter Ana Novak",
        ],
    );
}

#[test]
fn numbered_items_of_which_some_have_times() {
    reads(
        "Library Board\n\nAGENDA\n\n1. Call to order (7:00 pm)\n2. Roll call\n3. Public comment (7:05 pm)\n4. Adjournment (8:30 pm)\n",
        &[
            "19:00 | #1 | Call to order",
            "#2 | Roll call",
            "19:05 | #3 | Public comment",
            "20:30 | #4 | Adjournment",
        ],
    );
    reads(
        "Agenda\n\n1. Welcome\n1. Minutes\n1. Boats\n",
        &["#1 | Welcome", "#1 | Minutes", "#1 | Boats"],
    );
}

#[test]
fn bullets_and_durations_without_times() {
    reads(
        "Agenda\n\n\u{2022} Welcome\n\u{2022} Minutes of the last meeting\n\u{2022} Any other business\n\nThe Chair opened the meeting, and everybody was there.\n",
        &[
            "Welcome",
            "Minutes of the last meeting",
            "Any other business",
        ],
    );
    reads(
        "Agenda\n\nOpening\n- Welcome (5 min) \u{2013} Chair\n\nFor decision\n- Budget (20 min) \u{2013} Ana Novak\n- Dates (3 min)\n",
        &[
            "5m | Welcome",
            "20m | Budget | @presenter Ana Novak",
            "3m | Dates",
        ],
    );
    reads(
        "Contents\n\n- Agenda\n- Discussion\n- Next steps\n- Participants\n",
        &[],
    );
}

#[test]
fn a_time_in_brackets_behind_the_label() {
    reads(
        "Annex: Agenda\n\nSession 1 (9:00 - 10:30): Setting the scene\n - National data, Ana Novak (Some Institute)\nBreak (10:30 - 10:45)\nSession 2 (10:45 - 12:15): Methods\n",
        &[
            "09:00-10:30 | Session 1 Setting the scene | @presenter Ana Novak (National data)",
            "10:30-10:45 | Break",
            "10:45-12:15 | Session 2 Methods",
        ],
    );
}

#[test]
fn days_in_headings_and_heads_of_columns() {
    reads(
        "# Days of Water 2023\n\n## Schedule for Day 1: Tue, April 25\n\n| time (CEST) | **Day 1: Tue, April 25** |\n|---|---|\n| 08:45-09:00 | Opening |\n| 09:00-10:00 | Maps |\n",
        &[
            "2023-04-25 | 08:45-09:00 | Opening",
            "2023-04-25 | 09:00-10:00 | Maps",
        ],
    );
    reads(
        "Training\n\n11-13 March 2019\n\nProgramme\n\n\t\tMonday\tTuesday\n08:30-10:00\tOpening\tSampling\n10:00-10:30\tTea\tTea\n",
        &[
            "2019-03-11 | 08:30-10:00 | Opening",
            "2019-03-11 | 10:00-10:30 | Tea",
            "2019-03-12 | 08:30-10:00 | Sampling",
            "2019-03-12 | 10:00-10:30 | Tea",
        ],
    );
}

#[test]
fn talks_under_a_slot_in_rows_and_lines() {
    reads(
        "Agenda\n\nTIME\tSESSION\tSPEAKER\n9:00\tOpening\n\t\u{2022}\tRemarks\tMs. Ana Novak, Some Institute\n10:00\tMonitoring\n\tModerator: Dr. Cy Person\n\t\u{2022}\tWells\tMr. Bo Lindgren\n11:00\tClosing\n",
        &[
            "09:00 | Opening | @presenter Ana Novak (Remarks)",
            "10:00 | Monitoring | @moderator Cy Person | @presenter Bo Lindgren (Wells)",
            "11:00 | Closing",
        ],
    );
    reads(
        "Agenda\n\n9:00 Countries\n   - Ghana: Ana Novak\n   - Peru: Bo Lindgren\n10:00 Groups\n   WG1 Prices (Rapporteur: Ana Novak)\n   WG2 Stores (Rapporteur: Bo Lindgren)\n",
        &[
            "09:00 | Countries | @presenter Ana Novak (Ghana) | @presenter Bo Lindgren (Peru)",
            "10:00 | Groups | @rapporteur Ana Novak (WG1 Prices) | @rapporteur Bo Lindgren (WG2 Stores)",
        ],
    );
}

#[test]
fn a_second_programme_in_a_table_without_a_heading_of_its_own() {
    reads(
        "Programme\n\n| Time | Session |\n|---|---|\n| 09:00 | Opening |\n| 10:00 | Close |\n\nSide event\n\nIt was open to students of the town and of the two villages beyond.\n\n| Time | Topic |\n|---|---|\n| 13:00 | Rafts |\n| 14:00 | Weirs |\n\nFerry times\n\n| Ferry | Departure | Arrival |\n|---|---|---|\n| A | 15:00 | 15:40 |\n| B | 17:00 | 17:40 |\n",
        &[
            "09:00 | Opening",
            "10:00 | Close",
            "13:00 | Rafts",
            "14:00 | Weirs",
        ],
    );
}

#[test]
fn sections_with_times_that_report_what_was_said_are_no_programme() {
    let told = "The chair opened the meeting and recalled how the series of talks had begun two years before in the same room. She thanked the city for its hospitality and the interpreters for their patience. A recording was made for those who could not come.";
    reads(
        &format!(
            "Report of the talks\n\n1. Opening (9:00-9:15)\n\n{told}\n\n2. Grid access (9:15-10:30)\n\n{told}\n\n3. Closing (10:30-10:45)\n\n{told}\n"
        ),
        &[],
    );
}

#[test]
fn cells_that_go_on_below_in_their_columns() {
    reads(
        "Annex: Agenda\n\nTime             Session                                     Speaker\n09:00 - 09:30    Opening session                             Mr. Jose Ramos, Minister of\n                                                             Environment\n                                                             Ms. Jane Rowe, UNEP\n09:30 - 10:15    Overview of the regional                    Dr. Anna Nowak,\n                 monitoring plan                             Stockholm Institute\n10:15 - 10:45    Coffee break\n13:30 - 15:00    Group work on laboratory                    Facilitators: Mr. Peter\n                 capacity                                    Lim, Ms. Rosa Cruz\n",
        &[
            "09:00-09:30 | Opening session | @presenter Jose Ramos | @presenter Jane Rowe",
            "09:30-10:15 | Overview of the regional monitoring plan | @presenter Anna Nowak",
            "10:15-10:45 | Coffee break",
            "13:30-15:00 | Group work on laboratory capacity | @facilitator Peter Lim | @facilitator Rosa Cruz",
        ],
    );
}

#[test]
fn cells_on_lines_of_their_own_that_go_on_below() {
    reads(
        "Annex: Agenda\n\n10:00 - 10:45\n\nSession 1: The plan and its\nstatus\n\nDr. Anna Nowak, Stockholm\nInstitute\n\n10:45 - 11:00\n\nCoffee break\n\n11:00 - 12:30\n\nSession 2: Country presentations\n\nAll\n\n12:30\n\nLunch\n",
        &[
            "10:00-10:45 | Session 1: The plan and its status | @presenter Anna Nowak",
            "10:45-11:00 | Coffee break",
            "11:00-12:30 | Session 2: Country presentations",
            "12:30 | Lunch",
        ],
    );
}

#[test]
fn talks_in_quotes_behind_whoever_gives_them() {
    reads(
        "Agenda\n\n9:30-11:00 Where do we stand?\nModerator: Ms. Ruth Keller, Bern University\nSpeakers:\n- Mr. Ali Hassan, Ministry of Water: \u{201c}The\nnorthern aquifer\u{201d}\n- Ms. Petra Lang, BGR: \u{201c}Data across borders\u{201d}\n11:00-11:30 Coffee break\n",
        &[
            "09:30-11:00 | Where do we stand? | @moderator Ruth Keller | @presenter Ali Hassan (\u{201c}The northern aquifer\u{201d}) | @presenter Petra Lang (\u{201c}Data across borders\u{201d})",
            "11:00-11:30 | Coffee break",
        ],
    );
}

#[test]
fn what_says_when_the_meeting_was_is_no_item() {
    reads(
        "Agenda list\n\nMeeting: Traffic Committee\nDate: 17 August 2022\nTime: 14:00 - 16:00\nPlace: Town Hall\n\n1. Apologies\n2. Cycle racks\n",
        &[
            "2022-08-17 | #1 | Apologies",
            "2022-08-17 | #2 | Cycle racks",
        ],
    );
}

#[test]
fn parts_of_days_over_numbered_items() {
    reads(
        "Agenda\n\nMorning (9:00 - 12:30)\n1. Opening\n2. Reports\n   2.1 Austria\n   2.2 Belgium\n\nAfternoon (14:00 - 17:30)\n3. Labels\n4. Costs\n",
        &[
            "#1 | Opening",
            "#2 | Reports",
            "#2.1 | Austria",
            "#2.2 | Belgium",
            "#3 | Labels",
            "#4 | Costs",
        ],
    );
}

#[test]
fn sessions_without_times() {
    reads(
        "Workshop on Ponds\nOslo, Norway, 4-5 June 2018\n\nProgramme\n\nDay 1\n\nOpening session\n\nSession I: Maps of ponds\nChair: Ana Novak\n- Bo Lindgren (Some Institute): Ten years of maps\n- Kofi Mensah (Pond Trust): Counting newts\n\nSession II: Ditches\nChair: Kofi Mensah\n- Ana Novak (Some Institute): Slopes\n\nCoffee break\n\nDay 2\n\nSession III: Newts\nChair: Bo Lindgren\n- Kofi Mensah (Pond Trust): Frogs as well\n\nClosing remarks\n\nIntroduction\n\nThe workshop was well attended.\n",
        &[
            "2018-06-04 | Opening session",
            "2018-06-04 | Session I: Maps of ponds | @chair Ana Novak | @presenter Bo Lindgren (Ten years of maps) | @presenter Kofi Mensah (Counting newts)",
            "2018-06-04 | Session II: Ditches | @chair Kofi Mensah | @presenter Ana Novak (Slopes)",
            "2018-06-04 | Coffee break",
            "2018-06-05 | Session III: Newts | @chair Bo Lindgren | @presenter Kofi Mensah (Frogs as well)",
            "2018-06-05 | Closing remarks",
        ],
    );
}

#[test]
fn lines_without_times_under_the_heads_of_days() {
    reads(
        "Workshop on Seeds\n\nPROGRAMME\n\nTuesday 9 May 2017\nRegistration of participants\nOpening of the workshop\nAims and organisation\nBreak\nSeed fairs: a balance of ten years\nLunch\nReception\n\nWednesday 10 May 2017\nMarkets and public purchases\nBreak\nClosing\n\nLIST OF PARTICIPANTS\n\nAna Novak, Some Institute\nBo Lindgren, Pond Trust\n",
        &[
            "2017-05-09 | Registration of participants",
            "2017-05-09 | Opening of the workshop",
            "2017-05-09 | Aims and organisation",
            "2017-05-09 | Break",
            "2017-05-09 | Seed fairs: a balance of ten years",
            "2017-05-09 | Lunch",
            "2017-05-09 | Reception",
            "2017-05-10 | Markets and public purchases",
            "2017-05-10 | Break",
            "2017-05-10 | Closing",
        ],
    );
}

#[test]
fn sessions_that_are_told_are_no_programme() {
    reads(
        "Workshop on Ponds\n\nProgramme\n\nOpening session\n\nThe mayor opened the workshop and spoke of the ponds of the town, of which there are more than anybody had thought before the maps were drawn, and of those who look after them every day of the year, whatever the weather; she thanked them all and wished them well for the days to come.\n\nSession 1: Maps\n\nMaps were shown, and many questions were asked about how the ponds were counted, by whom they were counted, and what it had cost the town to have them counted by students of the school, who had been glad to be paid for it and had asked to be paid for it again in the next summer.\n",
        &[],
    );
}

#[test]
fn days_side_by_side_with_times_in_their_cells() {
    reads(
        "School on Ponds\n\nOslo, Norway, 4-6 June 2018\n\nProgramme\n\n| Monday 4 | Tuesday 5 | Wednesday 6 |\n|---|---|---|\n| 9:00-10:30 Newts | 9:15-10:30 Frogs | 9:00-10:30 Toads (A. Novak) |\n| 10:30-11:00 Coffee | 10:30-11:00 Coffee | 10:30-11:00 Coffee |\n| 11:00-12:30 Ditches | 11:00-12:30<br>Mills | |\n",
        &[
            "2018-06-04 | 09:00-10:30 | Newts",
            "2018-06-04 | 10:30-11:00 | Coffee",
            "2018-06-04 | 11:00-12:30 | Ditches",
            "2018-06-05 | 09:15-10:30 | Frogs",
            "2018-06-05 | 10:30-11:00 | Coffee",
            "2018-06-05 | 11:00-12:30 | Mills",
            "2018-06-06 | 09:00-10:30 | Toads | @presenter A. Novak",
            "2018-06-06 | 10:30-11:00 | Coffee",
        ],
    );
    reads(
        "School on Ponds\n\nOslo, Norway, 4-5 June 2018\n\nTimetable\n\n\tMonday 4\tTuesday 5\n9:00-10:30\tNewts\tFrogs\n10:30-11:00\tCoffee\tCoffee\n11:00-12:30\tDitches\tToads\n",
        &[
            "2018-06-04 | 09:00-10:30 | Newts",
            "2018-06-04 | 10:30-11:00 | Coffee",
            "2018-06-04 | 11:00-12:30 | Ditches",
            "2018-06-05 | 09:00-10:30 | Frogs",
            "2018-06-05 | 10:30-11:00 | Coffee",
            "2018-06-05 | 11:00-12:30 | Toads",
        ],
    );
}

#[test]
fn clocks_of_places_are_no_programme() {
    reads(
        "Programme\n\n9:00 Opening\n9:30 Maps\n10:00 Break\n10:30 Closing\n\nStart in each place\n\n| City | At |\n|---|---|\n| Lima | 09:00 |\n| Geneva | 15:00 |\n| Nairobi | 17:00 |\n",
        &[
            "09:00 | Opening",
            "09:30 | Maps",
            "10:00 | Break",
            "10:30 | Closing",
        ],
    );
}

#[test]
fn parts_with_letters_that_last_are_items() {
    reads(
        "Board meeting agenda\n\nI. Approve agenda (2 min)\nII. Introductions\na. Welcome (3 min)\n\nIII. Calendar (27 min)\na. Handbook of the board (5 min)\nb. Elections (10 min) – Tom\ni. President, Treasurer\n\nIV. Next meetings\na. Full board: Tuesday, March 9, 1-2 pm\nb. Finance: Thursday, March 25, 4-5:15 pm\n",
        &[
            "2m | #I | Approve agenda",
            "#II | Introductions",
            "3m | #a | Welcome",
            "27m | #III | Calendar",
            "5m | #a | Handbook of the board",
            "10m | #b | Elections | + President, Treasurer | @presenter Tom",
            "#IV | Next meetings | + Full board: Tuesday, March 9, 1-2 pm Finance: Thursday, March 25, 4-5:15 pm",
        ],
    );
}

#[test]
fn titles_are_glued_to_the_word_for_hours() {
    reads(
        "Programme\n\n9:30 - 10:30 hours\nOpening of the meeting\n10:45 - 11:05 hoursTea\n11:05 - 12:15 hoursPart I: Maps\n20:00 hoursReception\n",
        &[
            "09:30-10:30 | Opening of the meeting",
            "10:45-11:05 | Tea",
            "11:05-12:15 | Part I: Maps",
            "20:00 | Reception",
        ],
    );
}

#[test]
fn the_heads_of_columns_name_a_programme() {
    reads(
        "Field notes\n\nHow the day ran\n\nTime     Minutes   Subject                           Who              Where\n08:30    30        Arrival and registration                           Barn\n09:00    45        Rust in winter wheat: five        Ana Novak        Plot 4\n                   years of plots\n09:45    15        Closing words                     Jon Moe          Barn\n",
        &[
            "08:30 | Arrival and registration | in Barn",
            "09:00 | Rust in winter wheat: five years of plots | in Plot 4 | @presenter Ana Novak",
            "09:45 | Closing words | in Barn | @presenter Jon Moe",
        ],
    );
}

#[test]
fn a_head_behind_a_wide_gap_and_above_a_day_is_none_of_a_picture() {
    reads(
        "Notes\n\nIt rained on the mill all day long.\n\n\n\nProgramme\n\nThursday 23 May 2031\n\n08:30 - 09:00    Arrival\n09:00 - 09:20    Welcome\n09:20 - 10:20    Mud\n\nOffice timetable\n\n        Monday to Friday      8:00 - 12:00     15:00 - 18:00\n",
        &[
            "2031-05-23 | 08:30-09:00 | Arrival",
            "2031-05-23 | 09:00-09:20 | Welcome",
            "2031-05-23 | 09:20-10:20 | Mud",
        ],
    );
}

#[test]
fn minutes_from_the_start_are_no_durations() {
    reads(
        "## Agenda\n\n| Min | Subject | Led by |\n| --: | --- | --- |\n| 0 | Approve the last notes | Ana Novak |\n| 5 | Maps of mud | Ana Novak |\n| 15 | Ponds | Bo Lind |\n| 40 | | |\n| 45 | AOB | |\n| 50 | | |\n\nThe call ends at :50.\n",
        &[
            "Approve the last notes | @lead Ana Novak",
            "Maps of mud | @lead Ana Novak",
            "Ponds | @lead Bo Lind",
            "AOB",
        ],
    );
}

#[test]
fn what_an_arrow_points_at_is_no_title() {
    reads(
        "Agenda\n\n* 9h15 \u{2013} 10h00: Maps of mud (A. Novak) ==> [presentation](https://example.org/a b.pdf)\n* 10h00 \u{2013} 11h00: From mud -> maps (B. Lind) -> slides\n* 11h00 \u{2013} 12h00: Ponds (A. Novak/Bo Lind)\n",
        &[
            "09:15-10:00 | Maps of mud | @presenter A. Novak",
            "10:00-11:00 | From mud -> maps | @presenter B. Lind",
            "11:00-12:00 | Ponds | @presenter A. Novak | @presenter Bo Lind",
        ],
    );
}
