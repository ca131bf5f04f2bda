//! `rapporteur read`: the printed values of any text, as JSON.

use super::args::{Dimension, Order, Read};
use super::{Exit, complain, print};
use crate::lexicon::Lang;
use crate::value::{date, person, place, quantity, when};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::borrow::Cow;
use std::io::{BufRead, BufReader, ErrorKind, Write};

/// A line in.
#[derive(Deserialize)]
struct Line<'l> {
    #[serde(default)]
    id: Value,
    #[serde(borrow)]
    text: Cow<'l, str>,
}

/// A line out.
#[derive(Serialize)]
struct Answer {
    id: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    readings: Option<Readings>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
}

pub(super) fn read(args: &Read) -> Exit {
    match &args.text {
        Some(text) => match serde_json::to_string_pretty(&readings(args, text)) {
            Ok(json) => print(&format!("{json}\n")),
            Err(error) => {
                complain(&error.to_string());
                Exit::Output
            }
        },
        None => match stream(args) {
            Ok(exit) => exit,
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Exit::Done,
            Err(error) => {
                complain(&error.to_string());
                Exit::Output
            }
        },
    }
}

/// So many bytes are read and written at once.
const AT_ONCE: usize = 1 << 16;

/// A line out for every line in; a line that cannot be read has an error in its place.
fn stream(args: &Read) -> std::io::Result<Exit> {
    let mut lines = BufReader::with_capacity(AT_ONCE, std::io::stdin().lock());
    let mut out = std::io::stdout().lock();
    let mut ready = Vec::with_capacity(AT_ONCE * 2);
    let mut exit = Exit::Done;
    let mut line = Vec::new();
    while lines.read_until(b'\n', &mut line)? > 0 {
        if !line.trim_ascii().is_empty() {
            let answer = answer(args, &line);
            if answer.error.is_some() {
                exit = Exit::Input;
            }
            serde_json::to_writer(&mut ready, &answer)?;
            ready.push(b'\n');
        }
        line.clear();
        // Whoever waits for an answer before he asks on gets it.
        if lines.buffer().is_empty() || ready.len() >= AT_ONCE {
            out.write_all(&ready)?;
            out.flush()?;
            ready.clear();
        }
    }
    out.write_all(&ready)?;
    out.flush()?;
    Ok(exit)
}

fn answer(args: &Read, line: &[u8]) -> Answer {
    let line: Line = match serde_json::from_slice(line) {
        Ok(line) => line,
        Err(error) => {
            let known = serde_json::from_slice(line).map(|v: Value| v["id"].clone());
            return Answer {
                id: known.unwrap_or_default(),
                readings: None,
                error: Some(error.to_string()),
            };
        }
    };
    Answer {
        readings: Some(readings(args, &line.text)),
        id: line.id,
        error: None,
    }
}

/// The readings of a text, in their order in it.
#[derive(Serialize)]
#[serde(untagged)]
enum Readings {
    Quantity(Vec<quantity::QuantityReading>),
    Time(Vec<when::WhenReading>),
    Person(Vec<person::PersonReading>),
    Place(Vec<place::PlaceReading>),
}

fn readings(args: &Read, text: &str) -> Readings {
    let lang = args.lang.as_deref().and_then(Lang::from_tag);
    let lang = lang.unwrap_or(Lang::En);
    match args.dimension {
        Dimension::Quantity => Readings::Quantity(quantity::readings(text, lang)),
        Dimension::Person => Readings::Person(person::readings(text, lang)),
        Dimension::Place => Readings::Place(place::readings(text)),
        Dimension::Time => {
            let settings = when::Settings {
                reference: args.reference,
                order: match args.date_order {
                    Some(Order::Mdy) => date::DateOrder::Mdy,
                    _ => date::DateOrder::Dmy,
                },
                lang,
            };
            Readings::Time(when::readings(text, &settings))
        }
    }
}
