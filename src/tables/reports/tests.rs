use super::Report;
use crate::extract::{Options, extract};
use crate::schema::Date;
use crate::source::Source;

/// What a text says of itself.
pub(super) fn report(text: &str) -> Report {
    let source = Source::from_text("t", text);
    extract(&source, &Options::default()).reports.remove(0)
}

/// A day as it is written, empty where there is none.
pub(super) fn day(date: &Date) -> String {
    date.value.map_or(String::new(), |d| d.to_string())
}

/// Title, first and last day, city, country and venue of a text, `|` between.
fn read(text: &str) -> String {
    let r = report(text);
    let cells = [
        r.title.value.clone(),
        day(&r.event_start),
        day(&r.event_end),
        r.city.value.clone(),
        r.country.value.clone(),
        r.venue.value.clone(),
    ];
    cells.join("|")
}

/// Running text below a head.
pub(super) const BODY: &str = "The keepers of the ponds came together to speak of the reeds, the boats and the paths that lead along the water, and of all that had been done for them in the year behind them.\n";

#[test]
fn the_first_line_of_minutes_tells_title_time_and_building() {
    let text = "Minutes of the Annual General Meeting held Saturday, 10. May 2008 at 2.30 p.m. at Reedham Village Hall\n\nApologies came from Ana Example.\n\nThe chair spoke of a busy year.\n";
    assert_eq!(
        read(text),
        "Minutes of the Annual General Meeting|2008-05-10|2008-05-10|||Reedham Village Hall"
    );
}

#[test]
fn the_city_stands_behind_the_word_that_it_was_held() {
    let text = format!(
        "Joint Meeting of the Ponds\n\nThe keepers of the Basel and Rotterdam treaties met on 9 May 2012 in Geneva, Switzerland, to speak of ducks and of swans and of the years to come.\n\n{BODY}"
    );
    assert_eq!(
        read(&text),
        "Joint Meeting of the Ponds|2012-05-09|2012-05-09|Geneva|Switzerland|"
    );
}

#[test]
fn a_lone_date_may_be_the_documents() {
    let web = format!(
        "Ducks at the Pond Policy Workshop\nNovember 18, 2019\n\nThe Reed Institute, in partnership with many others, organised a workshop on 30 October 2019 in Nairobi, which many of its friends from near and far came to see.\n\n{BODY}"
    );
    assert_eq!(
        read(&web),
        "Ducks at the Pond Policy Workshop|2019-10-30|2019-10-30|Nairobi||"
    );
    let page = format!(
        "Distr.\nLIMITED\n16 November 2012\n\nREPORT OF THE MEETING ON PONDS\n\nQuito, 4 to 6 July 2012\n\n{BODY}"
    );
    assert_eq!(
        read(&page),
        "REPORT OF THE MEETING ON PONDS|2012-07-04|2012-07-06|Quito||"
    );
    let session = format!(
        "Distr. GENERAL\nPOND/2031/7\n9 June 2031\nOriginal: ENGLISH\n\nCENTRE FOR THE KEEPING OF PONDS\n(First session, 14-15 April 2031)\n\nREPORT OF THE FIRST SESSION\n\n{BODY}"
    );
    assert!(read(&session).contains("|2031-04-14|2031-04-15|"));
    let minutes = format!(
        "Meeting of the Pond Council\n\n5 May 2015\n\nThe minutes of the meeting held on 7 April 2015 in Oslo were approved, after which the council turned to the state of the paths and of the bridges.\n\n{BODY}"
    );
    assert!(read(&minutes).starts_with("Meeting of the Pond Council|2015-05-05|"));
}

#[test]
fn a_line_apart_above_the_text_is_the_title() {
    let text = format!(
        "Keeping the reeds: what eleven villages learnt together\n\n9th October 2017, Nairobi - Kenya\n\n{BODY}"
    );
    assert_eq!(
        read(&text),
        "Keeping the reeds: what eleven villages learnt together|2017-10-09|2017-10-09|Nairobi|Kenya|"
    );
}

#[test]
fn a_title_over_two_lines_is_whole_where_the_text_says_it_in_one() {
    let text = format!(
        "CONSULTATION ON SAFE\nSCHOOL WATER SUPPLY\n\nReedham\n12 May 2015\n\nThis is what came of the Consultation on Safe School Water Supply in Reedham.\n\n{BODY}"
    );
    assert!(read(&text).starts_with("CONSULTATION ON SAFE SCHOOL WATER SUPPLY|"));
    let apart =
        format!("HARBOUR OFFICE OF THE BAY\nSCHOOL WATER WORKSHOP\n\n12 May 2015\n\n{BODY}");
    assert!(!read(&apart).contains("BAY SCHOOL"));
}

/// The type of a text.
fn kind(text: &str) -> &'static str {
    let source = Source::from_text("t", text);
    let data = extract(&source, &Options::default());
    data.reports[0].document_type.value.unwrap_or_default()
}

#[test]
fn who_came_and_who_did_not_makes_minutes() {
    let text = "Reed Circle, 5 May 2015\n\nPresent: Ana Torres, Bo Larsen and Cy Petrov.\nApologies: Eva Lind and Jo Marsh.\n\n1. Boats\n\nThe boats are old.\n\n2. Paths\n\nThe paths are wet.\n";
    assert_eq!(kind(text), "minutes");
    let none = "Reed Circle, 5 May 2015\n\nWhat the boats are like\n\nThe boats are old.\n";
    assert_ne!(kind(none), "minutes");
}

#[test]
fn nothing_but_a_programme_is_an_agenda() {
    let day = "Workshop on Reeds\n\n5 May 2015\n\n09:00 Registration\n09:30 Welcome\n10:00 The reeds of the north\n11:00 Coffee\n11:30 The reeds of the south\n12:30 Lunch\n";
    assert_eq!(kind(day), "agenda");
    let told = format!("{day}\n{BODY}\n{BODY}\n");
    assert_ne!(kind(&told), "agenda");
}

#[test]
fn a_report_of_an_event_is_no_news() {
    let text = format!("Workshop on Reeds\n\nOslo, 5 May 2015\n\nThis report tells of it. {BODY}");
    assert_eq!(kind(&text), "report");
    assert_eq!(
        kind(&format!(
            "Reeds saved at last\n\nOslo, 5 May 2015\n\n{BODY}"
        )),
        "press_release"
    );
}

#[test]
fn the_body_tells_when_it_began_and_ended() {
    let times = |text: &str| {
        let data = extract(&Source::from_text("t", text), &Options::default());
        let r = &data.reports[0];
        let time = |t: &crate::schema::Time| t.value.map_or(String::new(), |t| t.to_string());
        format!("{}-{}", time(&r.start_time), time(&r.end_time))
    };
    let minutes = "Minutes of the Board of Ponds\n\n5 May 2015\n\nThe meeting was called to order at 7:02 p.m. by the chair.\n\nThe boats were spoken of.\n\nThe next meeting was set for June.\n\nThe meeting was adjourned at 9 p.m.\n";
    assert_eq!(times(minutes), "19:02-21:00");
    let log = "Minutes of the Ponds 2018-09-15\n\nStart Time: 13:10\nEnd Time: 14:45\n\nThe boats were spoken of.\n";
    assert_eq!(times(log), "13:10-14:45");
    let other =
        "Minutes of the Board of Ponds\n\n5 May 2015\n\nThe last meeting was adjourned at 9 p.m.\n";
    assert_eq!(times(other), "-");
}

#[test]
fn the_day_on_which_a_page_changed_is_not_the_events() {
    let web = format!(
        "Updated 5 March 2014\n\nReport of the workshop on reeds\n\nThe workshop on reeds was held in Nairobi on 4-7 April 2013. {BODY}"
    );
    assert_eq!(
        read(&web),
        "Report of the workshop on reeds|2013-04-04|2013-04-07|Nairobi||"
    );
    let blog = format!(
        "Friday 3 June 2011\n\nMinutes of the meeting held in the Village Hall on Thursday 5th May 2011 at 7.30 p.m.\n\n{BODY}"
    );
    assert_eq!(
        read(&blog),
        "Minutes of the meeting|2011-05-05|2011-05-05|||Village Hall"
    );
}

#[test]
fn place_and_days_below_a_title_are_no_part_of_it() {
    let text = format!(
        "Tenth Meeting of the Advisory Group on Ponds\nGeneva, 15-17 December 2014\n\n{BODY}"
    );
    assert_eq!(
        read(&text),
        "Tenth Meeting of the Advisory Group on Ponds|2014-12-15|2014-12-17|Geneva||"
    );
}

#[test]
fn whose_paper_it_is_is_no_venue() {
    let text = "University of Ponds\nSenate Minutes\nFriday, 13 November 2015\n\nThe Senate met in the Reed Centre on Friday.\n";
    assert_eq!(
        read(text),
        "Senate Minutes|2015-11-13|2015-11-13|||Reed Centre"
    );
}

#[test]
fn the_head_of_a_page_gives_its_title() {
    let page = "---\nlayout: post\ntitle: \"Minutes of the pond circle\"\ndate: 2019-10-17 14:00:00\n---\n\nThe boats were spoken of.\n";
    assert_eq!(
        read(page),
        "Minutes of the pond circle|2019-10-17|2019-10-17|||"
    );
    let plain = "---\ndescription: April 22, 2024\n---\n\n# Pond circle meeting\n\nThe boats were spoken of.\n";
    assert!(read(plain).starts_with("Pond circle meeting|2024-04-22|"));
}

#[test]
fn the_place_behind_a_short_name_of_a_meeting_is_no_part_of_it() {
    let text = format!(
        "Reed Network\nThird Growers' Meeting, Ljubljana, Slovenia, 14 October 2021\n\n{BODY}"
    );
    assert_eq!(
        read(&text),
        "Third Growers' Meeting|2021-10-14|2021-10-14|Ljubljana|Slovenia|"
    );
}

#[test]
fn the_house_stands_before_the_town_where_it_was_held() {
    let text = format!(
        "Forum of Pond Keepers\nNotes of the third meeting\nHeld at the Reedcutters' Hall, Sandvika, Norway,\non Tuesday 9 April 2019, at 5.30 p.m.\n\n{BODY}"
    );
    assert_eq!(
        read(&text),
        "Forum of Pond Keepers|2019-04-09|2019-04-09|Sandvika|Norway|Reedcutters' Hall"
    );
}

#[test]
fn a_dated_line_may_name_its_building_and_an_item_names_none() {
    let head = "Meeting on Reeds\nLower Quay Head Office, 14 February 2023";
    assert_eq!(
        read(&format!("{head}\n\n{BODY}")),
        "Meeting on Reeds|2023-02-14|2023-02-14|||Lower Quay Head Office"
    );
    let item = format!(
        "Minutes of the meeting on reeds\n14 February 2023\n\n4. Letter from the boat club\n\n{BODY}"
    );
    assert_eq!(
        read(&item),
        "Minutes of the meeting on reeds|2023-02-14|2023-02-14|||"
    );
}

#[test]
fn a_title_goes_on_behind_a_blank_line_and_a_dated_line_tells_the_town() {
    let text = format!(
        "REPORT OF THE SECOND MEETING OF POND KEEPERS\n\nFOR COMMUNITIES IN THE EAST\n\nHELD AT THE HERON HOUSE HOTEL\n\nDOUALA, CAMEROON, 14-16 MARCH 2011\n\n{BODY}"
    );
    assert_eq!(
        read(&text),
        "REPORT OF THE SECOND MEETING OF POND KEEPERS FOR COMMUNITIES IN THE EAST|2011-03-14|2011-03-16|DOUALA|CAMEROON|HERON HOUSE HOTEL"
    );
    let text = format!(
        "Workshop Promoting The Use Of The Reed, Willow And Sedge Conventions\n\nAMMAN, JORDAN, 7-9 JUNE 2032\n\n{BODY}"
    );
    assert_eq!(
        read(&text),
        "Workshop Promoting The Use Of The Reed, Willow And Sedge Conventions|2032-06-07|2032-06-09|AMMAN|JORDAN|"
    );
    let text = format!(
        "Regional workshop for young pond keepers\nMonday, June 7, 2032 to Tuesday, June 8, 2032\nKisumu, Kenya\n\n{BODY}"
    );
    assert_eq!(
        read(&text),
        "Regional workshop for young pond keepers|2032-06-07|2032-06-08|Kisumu|Kenya|"
    );
}

#[test]
fn the_stamp_of_a_paper_is_not_the_day_or_the_town_of_the_event() {
    let text = format!(
        "Oslo, 9 June 2033\nOriginal: English\n\nSeventh Session of the Pond Commission\nRiga, Latvia, 3-5 May 2033\n\n{BODY}"
    );
    assert_eq!(
        read(&text),
        "Seventh Session of the Pond Commission|2033-05-03|2033-05-05|Riga|Latvia|"
    );
}

#[test]
fn the_first_slot_of_a_programme_is_no_time_of_the_event() {
    let slots =
        "08.30 - 09.00\n\nRegistration\n\n09.00 - 09.30\n\nOpening\n\n09.30 - 10.00\n\nReeds\n";
    let text = format!("Pond Meeting\n\nRiga, Latvia, 3 May 2033\n\n{slots}");
    let source = Source::from_text("t", &text);
    let report = &extract(&source, &Options::default()).reports[0];
    assert!(report.start_time.is_empty(), "{:?}", report.start_time);
}

#[test]
fn what_stands_before_a_day_without_a_sign_is_no_town() {
    let record = "Decisions 7 May 2031\n\nWednesday 7 May 2031 at 3pm in Pond Room 3\n\nMembers present:\n\nAda Quill (in the Chair)\nBo Thatch\n\n1. Reeds\n\nThe Committee liked the plan.\n";
    assert_eq!(read(record).split('|').nth(3), Some(""));
    let programme = "Draft Programme for the Fourteenth Session of the\nReed Committee, Maldives, 6-8 May 2031\n\n09:00-09:30 Opening\n09:30-10:00 Reeds\n10:00-10:30 Tea\n";
    assert_eq!(read(programme).split('|').nth(4), Some("Maldives"));
    assert_eq!(read(programme).split('|').nth(3), Some(""));
}

#[test]
fn a_room_a_label_or_a_person_with_a_job_is_no_title() {
    let room = "Inter-Pond Planning and Dredging Agenda\n\nMay 7, 2031\n\nBuilding 12C, Conference Room 4\n1 p.m. to 6 p.m.\n\n1-1:40 p.m. Tea\n\nAda Quill\n\n1:40-2:20 p.m. Maps\n\nBo Thatch\n";
    assert!(read(room).starts_with("Inter-Pond Planning and Dredging Agenda|2031-05-07"));
    let house = "5th FAO River Days - Agenda\n\nWednesday 7 May 2031\n\nFAO Conference Centre\n12 Reed Road, Paris\n\n13.30 - 14.30\n\nLunch\n\n14.30 - 15.00\n\nTalk\n";
    assert!(read(house).starts_with("5th FAO River Days - Agenda|2031-05-07"));
    let label = "Agenda and minutes\n\nVenue: Pond Rooms, Reed House\n\nItems\n\n1. Apologies\n\nApologies were received from Ada Quill.\n";
    assert!(read(label).starts_with('|'), "{}", read(label));
    let person = "9:00 a.m.\n\nOpening Song\n\nThe Reed Choir\n\nWelcome\n\nAda Quill, Founding Director, Pond Mission 2030\n\n9:30 a.m.\n\nTalk\n\nBo Thatch, Executive Director, Reed Research Centre\n";
    assert_eq!(read(person), "|||||");
}

#[test]
fn a_place_above_a_list_of_members_is_where_they_met() {
    let text = "CONSEJO RECTOR DEL MUSEO DEL JUNCO\n\nACTA DE LA REUNI\u{d3}N ORDINARIA N.\u{ba} 4/2031\n\nFecha: 14 de mayo de 2031\nHora: 17:30\nLugar: Sala de juntas del Museo, Villar de los Juncos\n\nAsistentes:\nD.\u{aa} Remedios Ca\u{f1}a Ruiz, presidenta\nD. Joaqu\u{ed}n Lirio Ferrer, vicepresidente\nD.\u{aa} Nuria Estanque, vocal\nD. Manuel Orilla, vocal\nD. Ferm\u{ed}n Ribera, vocal\nD.\u{aa} Lourdes Nutria, secretaria\n\n1. Lectura del acta\n\nSe aprueba el acta.\n";
    assert_eq!(
        read(text),
        "ACTA DE LA REUNI\u{d3}N ORDINARIA N.\u{ba} 4/2031|2031-05-14|2031-05-14|Villar de los Juncos||Sala de juntas del Museo"
    );
    let room = "Reed Board: minutes of the 12th meeting\n\nHeld on 30 May 2031, 13:00 to 15:00, Room 4.11, Reed House, Carnforth\n\nPresent: Ada Quill, Bo Thatch\n\nThe chair opened the meeting.\n";
    assert_eq!(
        read(room),
        "Reed Board: minutes of the 12th meeting|2031-05-30|2031-05-30|Carnforth||Room 4.11, Reed House"
    );
}

#[test]
fn a_town_that_no_gazetteer_has_stands_before_its_country() {
    let text = format!(
        "Second Conference on Reeds\n\nHeld in Tarnholt, India, from Wednesday 7 to Friday 9 May 2031\n\n{BODY}"
    );
    assert_eq!(
        read(&text),
        "Second Conference on Reeds|2031-05-07|2031-05-09|Tarnholt|India|"
    );
    let host = format!(
        "Second Conference on Reeds\n\nHeld at the invitation of the government in Reed Ministry, India, from 7 to 9 May 2031\n\n{BODY}"
    );
    assert_eq!(read(&host).split('|').nth(3), Some(""));
}

#[test]
fn the_days_of_a_programme_are_the_events() {
    let day =
        |n: u32| format!("{n} May 2033\n9:00 Opening\n9:30 Nets\n11:00 Boats\n12:00 Lunch\n\n");
    let days = format!("Monday {}Tuesday {}", day(2), day(3));
    let read_days = |head: &str| read(&format!("{head}\n\n{days}"));
    assert_eq!(
        read_days("Net Makers' Meeting Agenda"),
        "Net Makers' Meeting Agenda|2033-05-02|2033-05-03|||"
    );
    let whole = "Workshop on Nets\n\nTide Hotel, Accra, Ghana, 2-6 May 2033\n\nPROGRAMME";
    assert!(read_days(whole).starts_with("Workshop on Nets|2033-05-02|2033-05-06|Accra"));
}

#[test]
fn a_part_of_a_programme_is_no_title_and_a_workshop_stands_below_its_series() {
    let text = "ANNEX 2. AGENDA\n\nDay 1: 20 September 2032\n\nSession 1\n\n08.50 hours\n\nWords of the hosts\n\n09.40\n\nTea\n\n10.05\n\nWorkshop on what the sand has left\n";
    assert!(read(text).starts_with('|'), "{}", read(text));
    let text = format!(
        "Shore Forum: Meetings on the Coast\nWorkshop on Sand Fences\nOslo, Norway, 4 May 2033\n\n{BODY}"
    );
    assert!(read(&text).starts_with("Workshop on Sand Fences|2033-05-04"));
}

#[test]
fn how_others_joined_is_no_part_of_the_house_and_its_town() {
    let text = format!(
        "Minutes of the Annual General Meeting\nSaturday 8 June 2024, 10:00\nReed Hall, Sedgemouth, and by Zoom\n\nPresent: Ana Model, Bo Probe\n\n{BODY}"
    );
    assert_eq!(
        read(&text),
        "Minutes of the Annual General Meeting|2024-06-08|2024-06-08|Sedgemouth||Reed Hall"
    );
}

#[test]
fn a_house_stands_behind_an_hour_and_before_what_leads_to_the_day_on_the_next_line() {
    let text = format!(
        "Lower Quay Parish Meeting\nWednesday 8th September 2032,\n7.30pm in Lower Quay Hall\n\n{BODY}"
    );
    assert!(read(&text).ends_with("|Lower Quay Hall"), "{}", read(&text));
    let text = format!(
        "MINUTES OF THE MEETING OF LOWER QUAY PARISH COUNCIL\nHELD IN THE QUAY CENTRE ON\nTUESDAY 20th JULY 2032 COMMENCING AT 7pm\n\n{BODY}"
    );
    assert!(read(&text).ends_with("|QUAY CENTRE"), "{}", read(&text));
    let text = format!(
        "THE SENATE OF LOWER QUAY UNIVERSITY\nMinutes of Meeting No. 17\n11 May 2032\n\n{BODY}"
    );
    assert!(read(&text).ends_with('|'), "{}", read(&text));
}

#[test]
fn a_programme_stands_below_its_name_and_its_town() {
    let text = format!(
        "The Long Way to the Lock \u{2013} Barges, Horses and Men\nOslo - Norway\nOrganised by the Barge Office\n\n{BODY}"
    );
    assert!(
        read(&text).starts_with("The Long Way to the Lock"),
        "{}",
        read(&text)
    );
    let text = "Réunion du 4 mai 2032\n\nPrésents :\n\n- M. Jean Exemple, président ;\n\nM. Exemple ouvre la séance à 18 heures 10 et rappelle les points de la dernière réunion.\n";
    assert!(!read(text).contains("|Réunion|"), "{}", read(text));
}

#[test]
fn day_and_place_with_their_labels_stand_on_one_line() {
    let page = "Agenda for the Ponds Workshop\n\nAna Novak edited this page Nov 5, 2031\n\nDates: Feb. 4-6, 2032 Location: Reed House\n\nDay 1 - Feb. 4, 2032\n\n8:30-9:00 - Welcome\n\n9:00-10:00 - Reeds\n\n10:00-10:20 - Tea\n";
    assert!(
        read(page).ends_with("|2032-02-04|2032-02-06|||Reed House"),
        "{}",
        read(page)
    );
}

#[test]
fn a_session_only_counted_takes_its_body_from_above() {
    let text = format!(
        "SCIENTIFIC COMMITTEE\n\nTWELFTH REGULAR SESSION\n\nOslo, Norway, 1-4 July 2002\n\n{BODY}"
    );
    assert_eq!(
        read(&text),
        "SCIENTIFIC COMMITTEE TWELFTH REGULAR SESSION|2002-07-01|2002-07-04|Oslo|Norway|"
    );
}

#[test]
fn a_venue_ends_before_the_label_of_a_date_and_stands_in_no_brackets() {
    let text = format!(
        "Report on the Annual Review Workshop\n\nVenue: Reedham Hall Date: 11th September, 2017\n\n{BODY}"
    );
    assert_eq!(
        read(&text),
        "Report on the Annual Review Workshop|2017-09-11|2017-09-11|||Reedham Hall"
    );
    let text = format!(
        "Report on the Annual Review Workshop\n\n11 September 2017\n\nWelcome and Purpose (Ana Novak, The Reedham University)\n\n{BODY}"
    );
    assert_eq!(
        read(&text),
        "Report on the Annual Review Workshop|2017-09-11|2017-09-11|||"
    );
}

#[test]
fn notes_of_a_call_and_minutes_with_a_number_are_minutes() {
    let body = "## Boats\n\nThe boats are old.\n\n## Paths\n\nThe paths are wet.\n\n## Reeds\n\nThe reeds are cut.\n";
    let call =
        format!("# Reed call 5 May 2015\n\nAttendees: Ana Torres, Bo Larsen, Cy Petrov\n\n{body}");
    assert_eq!(kind(&call), "minutes");
    let notes = format!(
        "# 5 May 2015\n\n## Attendees\n\nAna Torres, Bo Larsen\n\n# Meeting notes\n\n{body}"
    );
    assert_eq!(kind(&notes), "minutes");
    let numbered = format!("# 5 May 2015\n\n## Minutes 3/2015\n\nThe reed circle met.\n\n{body}");
    assert_eq!(kind(&numbered), "minutes");
    let french = format!(
        "Cercle des roseaux du 5 mai 2015\n\n**Pr\u{e9}sent.es :** Anne Martin, Luc Petit\n**Excus\u{e9}.es :** Eva Roux\n\n{body}"
    );
    assert_eq!(kind(&french), "minutes");
}
