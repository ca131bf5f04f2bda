use super::tests::{BODY, day, report};
use crate::schema::Time;

/// Day, start, end, venue, city and country of a text, `|` between.
fn read(text: &str) -> String {
    let r = report(text);
    let time = |t: &Time| t.value.map_or(String::new(), |t| t.to_string());
    let cells = [
        day(&r.event_start),
        time(&r.start_time),
        time(&r.end_time),
        r.venue.value.clone(),
        r.city.value.clone(),
        r.country.value.clone(),
    ];
    cells.join("|")
}

fn placed(line: &str) -> String {
    read(&format!(
        "# Meeting of the Pond Keepers\n\n{line}\n\n{BODY}"
    ))
}

#[test]
fn a_line_tells_house_town_and_country_part_by_part() {
    let told = [
        (
            "4 May 2015, Casa del Agua, Quito, Ecuador",
            "2015-05-04|||Casa del Agua|Quito|Ecuador",
        ),
        (
            "Kulturhaus, Hinterweiler, Austria, 6 October 2017",
            "2017-10-06|||Kulturhaus|Hinterweiler|Austria",
        ),
        (
            "Tarn Hotel, Accra, Ghana on 27 July 2004",
            "2004-07-27|||Tarn Hotel|Accra|Ghana",
        ),
        (
            "Thursday 9 February 2023, 14:00–15:30, Seminar Room 3, East Wing",
            "2023-02-09|14:00|15:30|Seminar Room 3, East Wing||",
        ),
        (
            "4 May 2015 | Ballroom C, Student Union",
            "2015-05-04|||Ballroom C, Student Union||",
        ),
        (
            "Valdehermosa, Blue Room, 21 May 2023",
            "2023-05-21|||Blue Room|Valdehermosa|",
        ),
    ];
    for (line, cells) in told {
        assert_eq!(placed(line), cells, "{line}");
    }
}

#[test]
fn a_house_and_its_town_stand_below_the_day() {
    let text = |line: &str| {
        read(&format!(
            "Minutes of the Pond Board\n\n4 May 2015\n{line}\n\n{BODY}"
        ))
    };
    assert_eq!(
        text("Grange Hall, Upper Reedham"),
        "2015-05-04|||Grange Hall|Upper Reedham|"
    );
    assert_eq!(
        text("Council Chambers, 40 Mill Street, Reedham"),
        "2015-05-04|||Council Chambers|Reedham|"
    );
    assert_eq!(
        text("Reading Room, Church Lane"),
        "2015-05-04|||Reading Room, Church Lane||"
    );
}

#[test]
fn the_address_behind_a_house_is_not_its_name() {
    let told = [
        (
            "Venue: Reed House, Quay 2, Harbour, 1448 Reedham K.",
            "|||Reed House|Reedham|",
        ),
        (
            "Venue: Pond Trust, 2031 Alder Avenue, Suite B, Reed City, OR 97814",
            "|||Pond Trust|Reed City|",
        ),
        (
            "Venue: Committee Rooms, 2nd Floor, West Wing",
            "|||Committee Rooms, 2nd Floor, West Wing||",
        ),
    ];
    for (line, cells) in told {
        assert_eq!(placed(line), cells, "{line}");
    }
}

#[test]
fn labels_tell_on_one_line_in_a_list_and_in_a_table() {
    let cells = "2022-06-14|09:00|10:40|Reed House, Zone 3||";
    let line = "*Date:* 14/06/2022   *Time:* 0900-1040hrs   *Venue:* Reed House, Zone 3";
    let bars = "**Date:** 14 June 2022 · **Time:** 9:00–10:40 am · **Venue:** Reed House, Zone 3";
    let list = "- Date/Time: 14 June 2022, 09:00-10:40\n- Venue: Reed House, Zone 3";
    let table = "| **DATE:** | 14 June 2022 |\n|---|---|\n| **TIME:** | 9:00 - 10:40 |\n| **VENUE:** | Reed House, Zone 3 |";
    for head in [line, bars, list, table] {
        assert_eq!(placed(head), cells, "{head}");
    }
}

#[test]
fn one_point_of_a_list_is_no_head() {
    assert_eq!(placed("- When: 14 June 2022\n- Oars: two"), "|||||");
}

#[test]
fn a_second_place_is_the_town() {
    let table =
        "| Date | 14 June 2022 |\n| Venue | Reed House |\n| Place | Busan, Republic of Korea |";
    let lines = "Date: 14 June 2022\nVenue: Reed House\nPlace: Busan, Republic of Korea";
    for head in [table, lines] {
        assert_eq!(
            placed(head),
            "2022-06-14|||Reed House|Busan|Republic of Korea",
            "{head}"
        );
    }
}

#[test]
fn a_line_on_every_page_tells_day_and_place() {
    let page = "The keepers spoke of reeds.\n\n".repeat(14);
    let foot = "Meeting on Ponds \u{2013} Tampere, Finland, 25 September 2009";
    let text = format!(
        "Report on the Ponds of the North\n\n{BODY}\n{}",
        format!("{page}{foot}\n\n").repeat(3)
    );
    assert_eq!(read(&text), "2009-09-25||||Tampere|Finland");
}

#[test]
fn the_date_in_the_head_of_a_page_may_be_that_of_the_post() {
    let page = |date: &str, first: &str| {
        report(&format!(
            "---\nlayout: post\ntitle: \"Recap of the Pond Forum\"\ndate: {date}\n---\n\n{first}\n\n{BODY}"
        ))
    };
    let held = "On May 7-8, 2018, the Reed Trust hosted a forum with many of its friends from near and far.";
    let post = page("2018-05-18", held);
    assert_eq!(day(&post.event_start), "2018-05-07");
    assert_eq!(day(&post.event_end), "2018-05-08");
    assert_eq!(day(&post.document_date), "2018-05-18");
    let other = page(
        "2018-05-18",
        "The Reed Trust hosted a forum with many of its friends from near and far.",
    );
    assert_eq!(day(&other.event_start), "2018-05-18");
    let ahead = page("2018-05-01", held);
    assert_eq!(day(&ahead.document_date), "");
}
