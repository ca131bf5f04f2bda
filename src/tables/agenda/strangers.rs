//! Programmes as strangers' pages print them: tables torn into lines, titles glued to their times, heads in odd places.

use super::tests::reads;
use crate::extract::{Options, extract};
use crate::source::Source;

#[test]
fn tables_torn_into_a_cell_a_line() {
    reads(
        "PROVISIONAL AGENDA | |||||\nMONDAY, 7 JUNE 2032 | |||||\n08.00 - 08.30 |\nRegistration | ||||\n|\n08.30 - 09.30 |\nOpening \u{2022} Welcome \u{2022} Photo | ||||\n|\n09.30 - 09.45 |\nCoffee break | ||||\n",
        &[
            "2032-06-07 | 08:00-08:30 | Registration",
            "2032-06-07 | 08:30-09:30 | Opening | + Welcome Photo",
            "2032-06-07 | 09:30-09:45 | Coffee break",
        ],
    );
}

#[test]
fn titles_and_zones_glued_to_their_times() {
    reads(
        "Schedule\n\n9.20amWelcome\n10.00-10.30amTea and cake\n1400-1410GMT Greetings\n3.40 pm onwards Tea\n",
        &[
            "09:20 | Welcome",
            "10:00-10:30 | Tea and cake",
            "14:00-14:10 | Greetings",
            "15:40 | Tea",
        ],
    );
}

#[test]
fn the_head_of_a_day_over_a_time_begins_a_programme() {
    reads(
        "TECHNICAL PART\n\nWEDNESDAY, NOVEMBER 6, 2002\n\n8:45 am - 10:30 am\nOpening and prizes\n\n11:00 am - 12:30 pm\nPapers on moss\n\n1:00 pm - 2:00 pm\nLunch\n",
        &[
            "2002-11-06 | 08:45-10:30 | Opening and prizes",
            "2002-11-06 | 11:00-12:30 | Papers on moss",
            "2002-11-06 | 13:00-14:00 | Lunch",
        ],
    );
    reads(
        "Opening hours\n\nMonday, March 28: 8:00 AM - 5:00 PM\nTuesday, March 29: 8:00 AM - 5:00 PM\nFriday, April 1: 8:00 AM - 5:00 PM\n",
        &[],
    );
}

#[test]
fn people_with_honorifics_in_titles() {
    reads(
        "Programme\n\n10.00 - 10.05 H.E. Ms. Ana Novak, President of the Fish Board\n10.05 - 10.10 Opening remarks: Hon. Dr. Bo Lindgren, Minister of Rivers\n10.10 - 10.20 Welcome Dr. Carla Lund\n10.20 - 10.30 Invited speaker: Dana Reed\n",
        &[
            "10:00-10:05 | H.E. Ms. Ana Novak, President of the Fish Board | @presenter Ana Novak",
            "10:05-10:10 | Opening remarks | @presenter Bo Lindgren",
            "10:10-10:20 | Welcome | @presenter Carla Lund",
            "10:20-10:30 | Invited speaker: Dana Reed | @presenter Dana Reed",
        ],
    );
}

#[test]
fn columns_told_by_their_cells() {
    reads(
        "Horario\n\n| Actividad | Hora inicio | Hora fin |\n| Llegada | 7:30 | 8:30 |\n| Moras | 8:30 | 10:00 |\n| Setas | 10:00 | 10:30 |\n| Musgos | 10:30 | 1:00 |\n| Salida | 1:00 | 2:00 |\n",
        &[
            "07:30-08:30 | Llegada",
            "08:30-10:00 | Moras",
            "10:00-10:30 | Setas",
            "10:30-13:00 | Musgos",
            "13:00-14:00 | Salida",
        ],
    );
    reads(
        "Timetable\n\n| Registration: | 08:30 - 17:30 |\n| 09:00 - 09:30 | Opening |\n| 09:30 - 10:30 | Mosses |\n| 10:30 - 11:00 | Coffee |\n",
        &[
            "08:30-17:30 | Registration:",
            "09:00-09:30 | Opening",
            "09:30-10:30 | Mosses",
            "10:30-11:00 | Coffee",
        ],
    );
    reads(
        "Schedule\n\n| Time | Track A (Conf. Hall) | Track B (Rm 12) |\n| 8:00 - 8:30 | Registration (Conference Hall) | |\n| 9:00 - 9:30 | Mosses | Ferns |\n| 10:30 - 11:00 | Coffee | |\n",
        &[
            "08:00-08:30 | Registration | in Conference Hall",
            "09:00-09:30 | Mosses | on Track A (Conf. Hall)",
            "09:00-09:30 | Ferns | on Track B (Rm 12)",
            "10:30-11:00 | Coffee",
        ],
    );
}

#[test]
fn a_heading_with_times_further_down() {
    reads(
        "Proposed Agenda - Regional Meeting on Moss\n\n20-22 August 2002\n\nDay 1, 20 August 2002 (Tue)\n08.15 - 09:00\nRegistration\n09.00 - 10.00\nOpening\n",
        &[
            "2002-08-20 | 08:15-09:00 | Registration",
            "2002-08-20 | 09:00-10:00 | Opening",
        ],
    );
}

#[test]
fn times_inside_lines_and_under_headings() {
    reads(
        "Programme\n\nBreakfast 7.30-8.45am - Reed Hall\n\nRoll Call 9.00-9.15am A3 Long Building\n\nWalk 9.15am-12.30pm\n",
        &[
            "07:30-08:45 | Breakfast | in Reed Hall",
            "09:00-09:15 | Roll Call | in A3 Long Building",
            "09:15-12:30 | Walk",
        ],
    );
    reads(
        "### Public programme\n\n#### Thursday, April 4\n\n##### Colloquium on moss\n\n15.15-16.15, Euler Street 3\n\n##### Opening of the show\n\n16.30-17.30, Mill Street 5\n",
        &[
            "15:15-16:15 | Colloquium on moss | in Euler Street 3",
            "16:30-17:30 | Opening of the show | in Mill Street 5",
        ],
    );
    reads(
        "Schedule\n\n9:00 a.m. - 10:45 a.m.\nOak Room\nPanel: Moss and law\n\n11:00 a.m. - noon\nElm Room\nDebate: Who owns a wall?\n",
        &[
            "09:00-10:45 | Panel: Moss and law | in Oak Room",
            "11:00-12:00 | Debate: Who owns a wall? | in Elm Room",
        ],
    );
}

#[test]
fn tracks_in_columns_of_blanks() {
    reads(
        "Programme\n\nTime           Room A                Room B\n11:00-12:00    Salmon counting       Nets and laws\n               Chair: Ana Novak      Chair: Bo Lindgren\n12:00-13:00    Lunch\n",
        &[
            "11:00-12:00 | Salmon counting | on Room A | @chair Ana Novak",
            "11:00-12:00 | Nets and laws | on Room B | @chair Bo Lindgren",
            "12:00-13:00 | Lunch",
        ],
    );
}

#[test]
fn series_of_talks_with_a_date_a_line() {
    reads(
        "Colloquium, spring 2014\n\nDate | Speaker | Title | Room |\nJan. 24 | Ana Novak (Moss Board) | Walls that breathe | Room 4 |\nFeb. 28 | Bo Lindgren (Fern Trust) | What a fern is | Room 4 |\nMarch 28 | Carla Lund (Sea Office) | Salt | Room 5 |\n",
        &[
            "2014-01-24 | Walls that breathe | in Room 4 | @presenter Ana Novak",
            "2014-02-28 | What a fern is | in Room 4 | @presenter Bo Lindgren",
            "2014-03-28 | Salt | in Room 5 | @presenter Carla Lund",
        ],
    );
}

#[test]
fn talks_and_whoever_gives_them() {
    reads(
        "Programme\n\n9:45-10:15 : Karin Holt, Universit\u{e9} du Nord : \u{ab} Compter les saumons \u{bb}\n10:15-11:00 Panel\nModerator:\nAna Novak, Fish Board\nBo Lindgren, Harbour Union: Quotas\n11:00-11:20 Nets and laws 15' Carla Lund\n11:20-12:00 Maps, room 204\n",
        &[
            "09:45-10:15 | \u{ab} Compter les saumons \u{bb} | @presenter Karin Holt",
            "10:15-11:00 | Panel | @moderator Ana Novak | @presenter Bo Lindgren (Quotas)",
            "11:00-11:20 | Nets and laws | @presenter Carla Lund",
            "11:20-12:00 | Maps | in room 204",
        ],
    );
}

#[test]
fn numbered_items_with_parts_behind_blank_lines() {
    reads(
        "Appendix 2. Agenda\n\n1. Opening\n\n2. Progress since June:\n\n(i) the field;\n(ii) the office;\n\n3. Other business\n\n4. Closing\n\nNext page\n",
        &[
            "#1 | Opening",
            "#2 | Progress since June: | + the field; the office;",
            "#3 | Other business",
            "#4 | Closing",
        ],
    );
    reads(
        "Programme\n\n9:00-9:30 (1) Opening\n9:30-10:00 (2) Water\n",
        &["09:00-09:30 | #1 | Opening", "09:30-10:00 | #2 | Water"],
    );
}

#[test]
fn times_below_their_items() {
    reads(
        "First workshop\n\nDate: 15-16 September 2009\n\nAgenda\n\nTuesday September 15 09:00 to 17:30\n\nWelcome\nAna Novak, Moss Board\n09:00 - 09:05\n\nWhat a moss is\nBo Lindgren, Fern Trust\n09:05 - 09:30\n\nCoffee break\n09:30 - 10:00\n",
        &[
            "2009-09-15 | 09:00-09:05 | Welcome | @presenter Ana Novak",
            "2009-09-15 | 09:05-09:30 | What a moss is | @presenter Bo Lindgren",
            "2009-09-15 | 09:30-10:00 | Coffee break",
        ],
    );
}

#[test]
fn numbers_on_lines_of_their_own() {
    reads(
        "Annex 1 - Agenda\n\nAgenda Item 1\n\nOpening\n\nAgenda Item 2\n\nElection of officers\n\nAgenda Item 3\n\nAdoption of the report\n",
        &[
            "#1 | Opening",
            "#2 | Election of officers",
            "#3 | Adoption of the report",
        ],
    );
}

#[test]
fn words_for_roles_over_people_without_a_colon() {
    reads(
        "Programme\n\n10.00 - 10.20 OPENING\n\nMs. Ana Novak\nDirector, Ports Section, Sea Office\n\nMr. Bo Lind\nEuropean Commissioner for Ports\n\n10.20 - 11.30 PANEL I: PORTS\n\nMODERATOR\n\nMs. Carla Lund\nHead of Unit, Sea Office\n\nPANELLISTS\n\nMr. Dan Reed\nMayor of Salina\n\nMs. Eva Sand\nPresident, Dockers' Union\n\n11.30 - 11.45 Coffee break\n",
        &[
            "10:00-10:20 | OPENING | @presenter Ana Novak | @presenter Bo Lind",
            "10:20-11:30 | PANEL I: PORTS | @moderator Carla Lund | @panelist Dan Reed | @panelist Eva Sand",
            "11:30-11:45 | Coffee break",
        ],
    );
}

#[test]
fn parts_of_an_item_over_their_people() {
    reads(
        "Programme\n\n10:00 \u{2013} 10:20 Welcome\n\nMr. Bo Lind, Sea Office\n\n10:20 \u{2013} 11:00 Keynote\n\nMs. Ana Novak, Mayor of Salina\n\nDiscussion on how ports serve all of us\n\nMr. D. Reed, Director, Port Office\nMs. E. Sand, Chief, Dock Office\n\n11:00 \u{2013} 11:15 Tea\n\n11:15 \u{2013} 12:00 Closing\nModerator: Carla Lund, Sea Office\n\nFatima Berg, Dock Office\n",
        &[
            "10:00-10:20 | Welcome | @presenter Bo Lind",
            "10:20-11:00 | Keynote | + Discussion on how ports serve all of us | @presenter Ana Novak | @presenter D. Reed | @presenter E. Sand",
            "11:00-11:15 | Tea",
            "11:15-12:00 | Closing | @moderator Carla Lund | @presenter Fatima Berg",
        ],
    );
}

#[test]
fn numbers_that_count_on_below_times_alone() {
    reads(
        "Programme\n\n09:30\n1. Opening of the school\n2. Adoption of the agenda\n11:00\nTea\n11:30\n3. Country reports\n4. Any other business\n",
        &[
            "09:30 | #1 | Opening of the school",
            "#2 | Adoption of the agenda",
            "11:00 | Tea",
            "11:30 | #3 | Country reports",
            "#4 | Any other business",
        ],
    );
}

#[test]
fn chairs_in_brackets_and_who_presents_below() {
    reads(
        "Programme\n\n09:00-10:30: | Session 1 (Chair: Ana Novak): Where we stand |\n09:10-09:40: | Peter Lind: The state of the wells |\n10:30-11:00: | Coffee break |\n",
        &[
            "09:00-10:30 | Session 1 Where we stand | @chair Ana Novak",
            "09:10-09:40 | The state of the wells | @presenter Peter Lind",
            "10:30-11:00 | Coffee break",
        ],
    );
    reads(
        "Programme\n\n09:20 - 10:00 The state of the wells\nPresentation by Peter Lind (Sea Office)\n10:00 - 10:30 Martin Reed\n10:30 - 10:45 Tea\n",
        &[
            "09:20-10:00 | The state of the wells | @presenter Peter Lind",
            "10:00-10:30 | Martin Reed | @presenter Martin Reed",
            "10:30-10:45 | Tea",
        ],
    );
}

#[test]
fn asides_and_starts_beside_ranges() {
    reads(
        "Programme\n\n11:40 am\u{2013}12:40 pm (Plenary)\nNames of members\n2:00 pm\u{2013}5:00 pm\nTechnical matters\n\u{2022} Weed Watch (Item 7.3)\n",
        &[
            "11:40-12:40 | Names of members | + (Plenary)",
            "14:00-17:00 | Technical matters | + Weed Watch (Item 7.3)",
        ],
    );
    reads(
        "Schedule\n\n7:30 7:30-7:50\nIntroduction\n7:50 7:50-11:20\nPlans\n11:20 11:20-12:40\nLUNCH\n",
        &[
            "07:30-07:50 | Introduction",
            "07:50-11:20 | Plans",
            "11:20-12:40 | LUNCH",
        ],
    );
}

#[test]
fn numbered_rows_from_opening_to_closing_without_a_heading() {
    reads(
        "Tide Office\n\n1. | OPENING OF THE MEETING |\n2. | ARRANGEMENTS |\n2.1. | Adoption of the agenda |\n3. | BUOYS |\n4. | CLOSE OF THE MEETING |\n",
        &[
            "#1 | OPENING OF THE MEETING",
            "#2 | ARRANGEMENTS",
            "#2.1 | Adoption of the agenda",
            "#3 | BUOYS",
            "#4 | CLOSE OF THE MEETING",
        ],
    );
}

#[test]
fn people_in_brackets_below_titles() {
    reads(
        "AGENDA\n\n10:00 a.m. Call to order\n(Michael Berg - Executive Director, Tide Board)\n\n10:15 a.m. Welcome\n(Martin Reed- Acting Under Secretary for Tides)\n\n10:45 a.m. Budget\n(Maria Lund, Policy Advisor, Tide Office)\n\n11:30 a.m. Sea walls\n(in the small hall)\n\n12:00 p.m. Lunch\n",
        &[
            "10:00 | Call to order | @presenter Michael Berg",
            "10:15 | Welcome | @presenter Martin Reed",
            "10:45 | Budget | @presenter Maria Lund",
            "11:30 | Sea walls | + (in the small hall)",
            "12:00 | Lunch",
        ],
    );
}

#[test]
fn several_people_on_a_line() {
    reads(
        "Programme\n\n9:00 - 9:10 Welcome\nWith remarks by Maria Lund, President of the Tide Board\n9:10 - 9:20 Maria Lund and Carl Okoro: Aims\n9:20 - 10:00 Nets\nSofia Berg & David Reed, Tide Board\nMartin Sand, Co-Founder & COO, Gelco (Sea Award winner 2019)\n10:00 - 10:30 Closing\n\u{2022} Ana NOVAK, Bo LIND, Carla LUND, rapporteurs for the opinion on nets\n",
        &[
            "09:00-09:10 | Welcome | @presenter Maria Lund",
            "09:10-09:20 | Aims | @presenter Maria Lund | @presenter Carl Okoro",
            "09:20-10:00 | Nets | @presenter Sofia Berg | @presenter David Reed | @presenter Martin Sand",
            "10:00-10:30 | Closing | @presenter Ana NOVAK | @presenter Bo LIND | @presenter Carla LUND",
        ],
    );
}

#[test]
fn titles_with_their_times_in_brackets_over_people() {
    reads(
        "Autumn School of Sails\n\nThe school was held on October 12, 2034 in Lervik.\n\nOpening: (10h00-10h15)\n\nCarl Berg, Rector of the Sail School\n\nPANEL I: What holds a mast? (11h00-12h30)\n\nDaniela Reed, Ministry of Ports\n\nModerator: Martin Lund, Sail Museum\n\nWhat ropes cost (13h45-15h15)\n\nErika Sand, Director, Rope Works\n",
        &[
            "2034-10-12 | 10:00-10:15 | Opening | @presenter Carl Berg",
            "2034-10-12 | 11:00-12:30 | PANEL I: What holds a mast? | @presenter Daniela Reed | @moderator Martin Lund",
            "2034-10-12 | 13:45-15:15 | What ropes cost | @presenter Erika Sand",
        ],
    );
}

#[test]
fn timetables_of_items_in_any_order() {
    reads(
        "PROVISIONAL TIMETABLE\n\nMONDAY 20 JUNE 2033\n\nMORNING (10.00 - 13.00 hours)\n\nItem 1\n\nAdoption of the timetable: for decision\n(TB 28/1)\n\nItem 16\n\nOther matters\n\n16.1\n\nInvitations to guests: for decision\n\nAFTERNOON (14.30- 17.30 hours or later if required)\n\nItem 4\n\nReport of the buoy keepers\n\nTUESDAY 21 JUNE 2033\n\nMORNING (09.30 - 12.30 hours)\n\nItem 11\n\nReport of the joint meeting\n",
        &[
            "2033-06-20 | #1 | Adoption of the timetable: for decision | + (TB 28/1)",
            "2033-06-20 | #16 | Other matters",
            "2033-06-20 | #16.1 | Invitations to guests: for decision",
            "2033-06-20 | #4 | Report of the buoy keepers",
            "2033-06-21 | #11 | Report of the joint meeting",
        ],
    );
}

#[test]
fn agendas_named_by_the_title_alone() {
    reads(
        "Board Meeting Agenda, 27 April 2029\n\nLocation: Tide House\n\n  1. Members (25 minutes)\n    1. Review the duties\n    2. Name candidates\n    3. Agree\n\n  2. Treasurer's report (10 minutes)\n    1. What was spent\n\n  3. Calendar (5 minutes)\n",
        &[
            "2029-04-27 | 25m | #1 | Members | + Review the duties Name candidates Agree",
            "2029-04-27 | 10m | #2 | Treasurer's report | + What was spent",
            "2029-04-27 | 5m | #3 | Calendar",
        ],
    );
}

#[test]
fn roles_explained_and_columns_torn_under_days() {
    reads(
        "Tuesday 7 June 2033 | ||\nTime |\nItem |\nItem Notes |\n08:30 - 09:00 |\nWelcome\nCo-moderators chosen by the Board: Helen Plum and Carl Okoro |\n09:00 - 10:00 |\nStatement by the host: Ms. Petra Reed, Director |\n10:00 - 10:30 |\nTea |\nWednesday 8 June 2033 | ||\n08:30 - 09:00 |\nNets |\n09:00 - 09:30 |\nClosing |\n",
        &[
            "2033-06-07 | 08:30-09:00 | Welcome | @moderator Helen Plum | @moderator Carl Okoro",
            "2033-06-07 | 09:00-10:00 | Statement by the host | @presenter Petra Reed",
            "2033-06-07 | 10:00-10:30 | Tea",
            "2033-06-08 | 08:30-09:00 | Nets",
            "2033-06-08 | 09:00-09:30 | Closing",
        ],
    );
}

#[test]
fn surnames_in_square_brackets() {
    reads(
        "ANNEX 2. AGENDA\n\n09.00 hours\n\nIntroduction of the chair\n[Velde]\n\n09.35\n\nTides and mud in the partner bays\n\n\u{b7} Norway\n[Sollberg]\n\n\u{b7} Ghana\n[Ofosu/Quist]\n\n10.30\n\nCoffee\n\n11.00\n\nPlans for the network\n[Roa/participants]\n",
        &[
            "09:00 | Introduction of the chair | @presenter Velde",
            "09:35 | Tides and mud in the partner bays | + Norway Ghana | @presenter Sollberg | @presenter Ofosu | @presenter Quist",
            "10:30 | Coffee",
            "11:00 | Plans for the network | @presenter Roa",
        ],
    );
}

#[test]
fn numbers_that_begin_again_below_each_time() {
    reads(
        "We propose the following agenda:\n\n2 May 2033\n16.20 h Evening of the partners\n1. Opening\n2. Duties\n\u{b7} Dredging\n\u{b7} Planting\n3. Other matters\n\n3 May 2033\n08.40 h Workshop on soundings\n1. Welcome by the region\n2. Methods\n\n14.10 h Steering group\n1. Minutes of the last meeting\n2. Next steps\n",
        &[
            "2033-05-02 | 16:20 | Evening of the partners",
            "2033-05-02 | #1 | Opening",
            "2033-05-02 | #2 | Duties | + Dredging Planting",
            "2033-05-02 | #3 | Other matters",
            "2033-05-03 | 08:40 | Workshop on soundings",
            "2033-05-03 | #1 | Welcome by the region",
            "2033-05-03 | #2 | Methods",
            "2033-05-03 | 14:10 | Steering group",
            "2033-05-03 | #1 | Minutes of the last meeting",
            "2033-05-03 | #2 | Next steps",
        ],
    );
}

#[test]
fn people_with_lost_blanks_offices_and_words_that_only_say_who_presents() {
    reads(
        "PROGRAMME\n\n9:00 a.m.\nWelcome\nMr.Anton Velde,\nPresident of the Shore Council\nHE Mr. Jorge Campelo,\nMinister of Harbours\n10:00 a.m.\nAddress by the Honourable Tina Rossfeld, Minister of Coasts\n10:30 a.m.\nReport of groups\nIntroduced by Peter Quist\n11:00 a.m.\nPart 2 :\nRoads of the Dunes : a kilometre of sand\n",
        &[
            "09:00 | Welcome | @presenter Anton Velde | @presenter Jorge Campelo",
            "10:00 | Address | @presenter Tina Rossfeld",
            "10:30 | Report of groups | @presenter Peter Quist",
            "11:00 | Part 2 : Roads of the Dunes : a kilometre of sand",
        ],
    );
}

#[test]
fn hours_with_a_stop_and_surnames_in_a_column() {
    reads(
        "El programa:\n8:15h. - 8:35 h. Saludo del alcalde\n8:35h. - 9:50 h. Las dunas y el viento\n12.30 h. Aperitivo\n",
        &[
            "08:15-08:35 | Saludo del alcalde",
            "08:35-09:50 | Las dunas y el viento",
            "12:30 | Aperitivo",
        ],
    );
    let table = "# Agenda\n\n| Time | Item | Lead |\n|---|---|---|\n| 9:00 | Welcome | Velde |\n| 9:30 | Fuel | Sollberg |\n| 10:00 | Budget | Finance |\n| 10:30 | Training | Holm/Roa |\n| 11:00 | Close | All |\n";
    reads(
        table,
        &[
            "09:00 | Welcome | @lead Velde",
            "09:30 | Fuel | @lead Sollberg",
            "10:00 | Budget",
            "10:30 | Training | @lead Holm | @lead Roa",
            "11:00 | Close",
        ],
    );
}

#[test]
fn a_year_of_anything_dates_no_day_of_another_weekday() {
    let lines = "\n\nProgramme\n\nWednesday 28 November\n9:00 Opening\n10:00 Nets\n11:00 Closing\n";
    reads(
        &format!("ROOFS FOR ALL: A TASK FOR 2020{lines}"),
        &["09:00 | Opening", "10:00 | Nets", "11:00 | Closing"],
    );
    reads(
        &format!("ROOFS FOR ALL 2012{lines}"),
        &[
            "2012-11-28 | 09:00 | Opening",
            "2012-11-28 | 10:00 | Nets",
            "2012-11-28 | 11:00 | Closing",
        ],
    );
}

#[test]
fn days_whose_cells_reach_over_rows_and_days_inside_a_paragraph() {
    reads(
        "| 03.06 | 16:30 - 18:15 | Arrival |\n| 18:15 - 19:30 | Supper | |\n| 04.06 | 08:40 - 09:10 | Opening |\n| 09:10 - 10:25 | Ropes and knots | |\n| 10:25 - 10:50 | Tea | |\n| 10:50 - 12:40 | Oars | |\n| 05.06 | 08:45 | Departure |\n",
        &[
            "16:30-18:15 | Arrival",
            "18:15-19:30 | Supper",
            "08:40-09:10 | Opening",
            "09:10-10:25 | Ropes and knots",
            "10:25-10:50 | Tea",
            "10:50-12:40 | Oars",
            "08:45 | Departure",
        ],
    );
    let source = Source::from_text(
        "t",
        "First Day (Net Hall)\n8:20 AM Show of nets\n9:10 Welcome\n1:40-3:20 Talk about meshes\nSecond Day (Oar House)\n8:10-8:50 AM Questions\n9:15-11:40 Writing\n",
    );
    let data = extract(&source, &Options::default());
    let days: Vec<_> = data.agenda.iter().map(|r| r.day.value).collect();
    assert_eq!(days, [1, 1, 1, 2, 2].map(Some));
}

#[test]
fn whoever_leads_stands_apart_from_the_item() {
    reads(
        "PROGRAMME\n\n1:20-2:10 Film of the eels\n\nDiscussion led by Mr. Anton Moll, TIDE\n\n2:10-2:40 Tea\n2:40-4:00 Work\n",
        &[
            "13:20-14:10 | Film of the eels | @lead Anton Moll",
            "14:10-14:40 | Tea",
            "14:40-16:00 | Work",
        ],
    );
}

#[test]
fn hours_of_shops_and_offices_are_no_items() {
    let shop = "Programme\n\nSaturday 15 September 2018\n\n10.00 \u{2013} 12.00   Reporting back\n12.00           Close\n\n\nThe Mill shop is open on Saturday:\n  Shop          10.00 \u{2013} 16.00\n  Tea room      11.00 \u{2013} 15.30\n";
    reads(
        shop,
        &[
            "2018-09-15 | 10:00-12:00 | Reporting back",
            "2018-09-15 | 12:00 | Close",
        ],
    );
    let oficina = "Programa\n\n08:30 \u{2013} 09:00    Inscripci\u{f3}n\n09:00 \u{2013} 09:20    Bienvenida\n09:20 \u{2013} 10:20    Dragado y mareas\n\nHorario de la oficina\n\n        Lunes a viernes      8:00 \u{2013} 12:00     15:00 \u{2013} 18:00\n        S\u{e1}bados              8:00 \u{2013} 11:00\n";
    reads(
        oficina,
        &[
            "08:30-09:00 | Inscripci\u{f3}n",
            "09:00-09:20 | Bienvenida",
            "09:20-10:20 | Dragado y mareas",
        ],
    );
}
