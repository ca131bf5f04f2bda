//! The phrasings of `tests/cues/quantity.en.txt`, whose head says how they are written.

use rapporteur::lexicon::Lang;
use rapporteur::value::quantity::{Direction, Qualifier, Quantity, read};

#[derive(Debug, PartialEq)]
struct Expected {
    qualifier: String,
    value: f64,
    max: Option<f64>,
    unit: String,
    direction: String,
}

fn number(text: &str) -> Option<f64> {
    match text.split_once('/') {
        Some((over, under)) => Some(over.parse::<f64>().ok()? / under.parse::<f64>().ok()?),
        None => text.parse().ok(),
    }
}

/// A reading as the file tells it; `None` where it is not written as its head says.
fn expected(text: &str) -> Option<Expected> {
    let (text, direction) = text.split_once('|').unwrap_or((text, ""));
    let text = text.trim();
    let first = text.split(' ').next()?;
    let qualifiers = Qualifier::ALL.iter().map(|q| q.as_str());
    let qualifier = qualifiers.into_iter().find(|q| *q == first);
    let rest = text[qualifier.map_or(0, str::len)..].trim();
    let (value, unit) = rest.split_once(' ').unwrap_or((rest, ""));
    let (low, high) = match value.split_once("..") {
        Some((low, high)) => (number(low)?, Some(number(high)?)),
        None => (number(value)?, None),
    };
    Some(Expected {
        qualifier: qualifier.unwrap_or("exact").into(),
        value: high.map_or(low, |h| h.min(low)),
        max: high.map(|h| h.max(low)),
        unit: unit.into(),
        direction: direction.trim().into(),
    })
}

fn found(quantity: &Quantity) -> Expected {
    Expected {
        qualifier: quantity.qualifier.as_str().into(),
        value: quantity.value,
        max: quantity.value_max,
        unit: quantity.unit.clone(),
        direction: quantity.direction.map_or("", Direction::as_str).into(),
    }
}

#[test]
fn every_phrasing_of_a_quantity_reads_as_told() {
    let mut wrong = Vec::new();
    let mut seen = 0;
    let lines = include_str!("../cues/quantity.en.txt").lines();
    for line in lines.filter(|l| !l.starts_with('#')) {
        let Some((readings, text)) = line.split_once("<-") else {
            continue;
        };
        let text = text.trim();
        let mut wanted = Vec::new();
        if readings.trim() != "-" {
            for reading in readings.split('&') {
                let reading = expected(reading.trim());
                wanted.push(reading.unwrap_or_else(|| panic!("not a reading: {line}")));
            }
        }
        let got: Vec<_> = read(text, Lang::En).iter().map(found).collect();
        if got != wanted {
            wrong.push(format!("{text:?}\n  told {wanted:?}\n  read {got:?}"));
        }
        seen += 1;
    }
    assert!(seen > 200, "{seen} phrasings");
    assert!(
        wrong.is_empty(),
        "{} of {seen}:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
