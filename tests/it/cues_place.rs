//! The phrasings of `tests/cues/place.en.txt`, whose head says how they are written.

use rapporteur::value::place::{Place, country, place, places};

fn parts(text: &str, place: &Place) -> String {
    let cell = |name: &str, range: &Option<std::ops::Range<usize>>| {
        range.clone().map(|r| format!("{name}={}", &text[r]))
    };
    let cells = [
        cell("city", &place.city),
        cell("region", &place.region),
        cell("country", &place.country),
        place.code.map(|c| format!("code={c}")),
    ];
    cells.into_iter().flatten().collect::<Vec<_>>().join(" | ")
}

fn read(expected: &str, text: &str) -> String {
    let or_dash = |s: String| if s.is_empty() { "-".to_string() } else { s };
    if let Some(name) = text.strip_prefix("= ") {
        return or_dash(country(name).map_or_else(String::new, |c| c.code.to_string()));
    }
    if expected.starts_with("IN ") {
        let found = places(text);
        let all: Vec<_> = found.iter().map(|(_, p)| parts(text, p)).collect();
        return format!("IN {}", or_dash(all.join(" & ")));
    }
    or_dash(place(text).map_or_else(String::new, |p| parts(text, &p)))
}

#[test]
fn every_phrasing_of_a_place_reads_as_told() {
    let mut wrong = Vec::new();
    let mut seen = 0;
    for line in include_str!("../cues/place.en.txt").lines() {
        let Some((expected, text)) = line.split_once("<-") else {
            continue;
        };
        if line.starts_with('#') {
            continue;
        }
        seen += 1;
        let (expected, text) = (expected.trim(), text.trim());
        let got = read(expected, text);
        if !got.eq_ignore_ascii_case(expected) {
            wrong.push(format!("{text:?}\n  expected {expected}\n  read     {got}"));
        }
    }
    assert!(seen > 80);
    assert!(
        wrong.is_empty(),
        "{} of {seen}:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
