//! The phrasings of `tests/cues/person.en.txt`, whose head says how they are written.

use rapporteur::lexicon::Lang;
use rapporteur::value::person::{
    Evidence, Known, Person, looks_like_job, looks_like_name, looks_like_organisation, named,
    people, person,
};
use std::ops::Range;

fn shown(text: &str, person: &Person) -> Vec<String> {
    let cell = |name: &str, range: &Option<Range<usize>>| {
        range
            .clone()
            .map(|r| format!("{name}={}", text[r].replace('\n', " ").replace('*', "")))
    };
    let mut cells = vec![
        cell("job", &person.job_title),
        cell("org", &person.organisation),
        cell("hon", &person.honorific),
        cell("group", &person.group),
        cell("place", &person.place),
        person
            .role
            .as_ref()
            .map(|(_, r)| format!("role={}", r.as_str())),
    ];
    cells.sort();
    let name = text[person.name.clone()].replace('*', "");
    std::iter::once(name)
        .chain(cells.into_iter().flatten())
        .collect()
}

fn wanted(person: &str) -> Vec<String> {
    let mut cells: Vec<_> = person.split(" | ").map(|c| c.trim().to_string()).collect();
    if cells.len() > 1 {
        cells[1..].sort();
    }
    cells
}

fn grade(expected: &str, got: Evidence) -> bool {
    match expected {
        "none" => got == Evidence::None,
        "weak" => got == Evidence::Weak,
        "likely+" => got >= Evidence::Likely,
        _ => got == Evidence::Strong,
    }
}

/// What was read instead, where it is not as told.
fn check(expected: &str, text: &str) -> Option<String> {
    let known = Known::default();
    if let Some((kind, want)) = expected.split_once(' ') {
        let got = match kind {
            "NAME" => Some(looks_like_name(text, Lang::En, &known)),
            "ORG" => Some(looks_like_organisation(text, Lang::En, &known)),
            "JOB" => Some(looks_like_job(text, Lang::En)),
            _ => None,
        };
        if let Some(got) = got {
            return (!grade(want, got)).then(|| format!("{got:?}"));
        }
    }
    let text = text.replace(" / ", "\n");
    if let Some(expected) = expected.strip_prefix("IN ") {
        return differs(&text, &named(&text, Lang::En), expected);
    }
    let (found, expected) = match expected.strip_prefix("= ") {
        Some(one) => (person(&text, Lang::En, &known).into_iter().collect(), one),
        None => (people(&text, Lang::En, &known), expected),
    };
    differs(&text, &found, expected)
}

fn differs(text: &str, found: &[Person], expected: &str) -> Option<String> {
    let got: Vec<_> = found.iter().map(|p| shown(text, p)).collect();
    let want: Vec<_> = match expected {
        "-" => Vec::new(),
        some => some.split(" ;; ").map(wanted).collect(),
    };
    let lines: Vec<_> = got.iter().map(|p| p.join(" | ")).collect();
    (got != want).then(|| lines.join(" ;; "))
}

#[test]
fn every_phrasing_of_a_person_reads_as_told() {
    let mut wrong = Vec::new();
    let mut seen = 0;
    for line in include_str!("../cues/person.en.txt")
        .lines()
        .filter(|l| !l.starts_with('#'))
    {
        let Some((expected, text)) = line.split_once(" <- ") else {
            continue;
        };
        seen += 1;
        if let Some(got) = check(expected.trim(), text.trim()) {
            wrong.push(format!("{text}\n  expected {expected}\n  read     {got}"));
        }
    }
    assert!(seen > 100);
    assert!(
        wrong.is_empty(),
        "{} of {seen}:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// Pieces that people cells are made of, and marks that break them.
const PIECES: [&str; 34] = [
    "Amina",
    "Odhiambo",
    "Dr.",
    "H.E.",
    "(",
    ")",
    ",",
    ";",
    ":",
    " ",
    "\n",
    "\t",
    "–",
    "and",
    "of",
    "the",
    "Director",
    "UNEP",
    "Table 1",
    "Lead",
    "Moderator",
    "van",
    "d'",
    "É",
    "\u{301}",
    "🙂",
    "**",
    "<br>",
    "1.",
    "Ministry",
    "Kenya",
    "MBEKI",
    "’",
    "J.K.",
];

proptest::proptest! {
    #[test]
    fn no_text_is_too_odd(picks in proptest::collection::vec(0..PIECES.len(), 0..24), spaced: bool) {
        let words: Vec<_> = picks.iter().map(|&i| PIECES[i]).collect();
        let text = words.join(if spaced { " " } else { "" });
        let known = Known::default();
        for found in people(&text, Lang::En, &known).into_iter().chain(person(&text, Lang::En, &known)) {
            let all = [&found.honorific, &found.job_title, &found.organisation, &found.place, &found.group];
            for range in all.into_iter().flatten().chain([&found.name, &found.span]) {
                proptest::prop_assert!(text.get(range.clone()).is_some());
            }
        }
        looks_like_name(&text, Lang::En, &known);
        named(&text, Lang::En);
        rapporteur::value::person::readings(&text, Lang::En);
        rapporteur::value::place::readings(&text);
    }
}

#[test]
fn long_cells_end() {
    let known = Known::default();
    for piece in [
        "(A) ",
        "(",
        "Amina ",
        "Amina, ",
        "Director, ",
        "of X (Y) ",
        "Lead: ",
        "Table 1: ",
        "and ",
        "van ",
        "\n",
    ] {
        let text = format!("Amina Odhiambo {}", piece.repeat(20_000 / piece.len()));
        people(&text, Lang::En, &known);
        person(&text, Lang::En, &known);
        named(&text, Lang::En);
    }
}
