//! The phrasings of `tests/cues/time.en.txt` and `tests/cues/date.en.txt`, whose heads say how they are written.

use proptest::prelude::*;
use rapporteur::lexicon::Lang;
use rapporteur::value::date::{DateOrder, date_at, day_head};
use rapporteur::value::time::{duration_at, time_at};
use rapporteur::value::when::{Settings, read};

/// What begins a line, by the reader of the file.
type AtLine = fn(&str) -> Option<String>;

fn check(cues: &str, at_line: AtLine) {
    let mut in_text = false;
    let mut wrong = Vec::new();
    let mut seen = 0;
    for line in cues.lines().filter(|l| !l.starts_with('#')) {
        in_text = match line {
            "[text]" => true,
            "[line]" => false,
            _ => in_text,
        };
        let Some((norm, phrasings)) = line.split_once(" <- ") else {
            continue;
        };
        for phrasing in phrasings.split(" | ").map(|p| p.replace("\\n", "\n")) {
            seen += 1;
            let got = match in_text {
                true => in_running_text(&phrasing),
                false => at_line(&phrasing).unwrap_or("-".into()),
            };
            if got != norm {
                wrong.push(format!("{phrasing:?}: expected {norm}, read {got}"));
            }
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

fn in_running_text(text: &str) -> String {
    let norms: Vec<_> = read(text, &Settings::default())
        .into_iter()
        .map(|w| w.norm)
        .collect();
    if norms.is_empty() {
        "-".into()
    } else {
        norms.join(" ")
    }
}

#[test]
fn every_phrasing_of_a_time_reads_as_told() {
    check(include_str!("../cues/time.en.txt"), |text| {
        time_at(text, Lang::En).map(|(_, span)| span.to_string())
    });
}

#[test]
fn every_phrasing_of_a_date_reads_as_told() {
    check(include_str!("../cues/date.en.txt"), |text| {
        date_at(text, Lang::En, DateOrder::Dmy).map(|(_, span)| span.to_string())
    });
}

/// Texts that make a careless reader go back over them again and again.
fn tiresome() -> Vec<String> {
    let units = [
        "1",
        "1, ",
        "12 ",
        "from ",
        "between 1 and ",
        "the ",
        "9:00-",
        "1.1.",
        "2015-",
        "2015 / ",
        "May ",
        "15 May, ",
        " ",
        "-",
        "half past ",
        "twenty ",
        "in the afternoon at ",
        "é",
        "Monday, ",
        "(",
        "9 to ",
        "12 noon ",
        "one ",
        "st",
        "\n",
        "’",
        "for 2 hours from ",
    ];
    units
        .iter()
        .map(|unit| unit.repeat(10_000 / unit.len()))
        .collect()
}

#[test]
fn tiresome_texts_are_read_in_one_go() {
    for text in tiresome() {
        let start = std::time::Instant::now();
        let found = read(&text, &Settings::default());
        let beginning = (
            time_at(&text, Lang::En),
            date_at(&text, Lang::En, DateOrder::Mdy),
        );
        assert!(
            start.elapsed().as_secs() < 20,
            "{:?} {} {beginning:?}",
            text.get(..20),
            found.len()
        );
    }
}

proptest! {
    #[test]
    fn any_text_gives_readings_in_order_and_in_place(text in "([0-9]{1,4}|[ :./,–-]|am|pm| to |from |between | and |of |the |[Mm]ay|Oct(ober)?|Monday|noon|half past|th|h|’|é|\\PC){0,24}") {
        let mut last = 0;
        for when in read(&text, &Settings::default()) {
            prop_assert!(last <= when.span.start && when.span.start < when.span.end);
            prop_assert!(text.get(when.span.clone()).is_some());
            last = when.span.end;
        }
        if let Some((len, _)) = time_at(&text, Lang::En) {
            prop_assert!(text.get(..len).is_some());
        }
        if let Some((len, span)) = date_at(&text, Lang::En, DateOrder::Dmy) {
            prop_assert!(text.get(..len).is_some() && span.start.is_valid() && span.end.is_none_or(|e| e.is_valid()));
        }
        let _ = (duration_at(&text, Lang::En), day_head(&text, Lang::En));
    }
}
