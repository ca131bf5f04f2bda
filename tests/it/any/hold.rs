//! What holds of any bytes, for property tests and fuzzing alike.

use rapporteur::block::blocks;
use rapporteur::check::Severities;
use rapporteur::correct::Corrections;
use rapporteur::emit::{FORMATS, Shape};
use rapporteur::extract::{Options, extract};
use rapporteur::lexicon::Lang;
use rapporteur::link::Aliases;
use rapporteur::outline::Outline;
use rapporteur::run::{ControlError, Input, Manifests};
use rapporteur::schema::{Cell, Type};
use rapporteur::seal::seal;
use rapporteur::source::Source;
use rapporteur::spool::Sealed;
use rapporteur::tables::TABLES;
use rapporteur::value::{person, place, quantity, when};
use rapporteur::verify::grounded;
use serde::Serialize;

/// A report of any bytes is decoded or refused; its blocks tile it, its texts stand where they say, and every format writes
/// its rows.
pub fn report(bytes: &[u8]) {
    let Ok(source) = Source::decode("any", "any.txt", bytes) else {
        return;
    };
    let mut end = 0;
    for block in blocks(&source) {
        // Of columns side by side the right one begins again beside the left one.
        let beside = block.span.start < end && !source.columns().is_empty();
        assert!(block.span.start == end || beside, "blocks tile");
        assert!(!block.span.is_empty(), "a block has text");
        end = end.max(block.span.end);
    }
    assert_eq!(end as usize, source.text.len(), "blocks tile to the end");
    let mut data = extract(&source, &Options::default());
    let outline = Outline::new(&source, blocks(&source));
    data.each_table(|table, rows| {
        for row in rows {
            let mut columns = table.columns.iter();
            row.each_field(&mut |cell, spans| {
                let column = columns.next().expect("a column");
                if let (Cell::Text(text), Type::Text) = (cell, column.kind) {
                    let stands = grounded(&outline.layout, column.name, text, spans);
                    assert!(stands, "{}.{}: {text:?}", table.name, column.name);
                }
            });
        }
    });
    let sealed = seal(&source, &mut data);
    let sealed = Sealed::read(&sealed, |_| true).expect("what was sealed is read");
    let all: Vec<usize> = (0..TABLES.len()).collect();
    for format in FORMATS {
        let mut bytes = Vec::new();
        match format.shape() {
            Shape::Tables(text) => all
                .iter()
                .for_each(|&table| text.rows(&mut sealed.rows(table), &mut bytes)),
            Shape::Reports(text) => text.document(&sealed, &all, &mut bytes),
            Shape::Run(_) => {}
        }
    }
}

/// The readers of printed values find, in any text, values that stand where they say, in order.
pub fn values(text: &str) {
    for &lang in Lang::ALL {
        let settings = when::Settings {
            lang,
            ..when::Settings::default()
        };
        stand(text, &quantity::readings(text, lang));
        stand(text, &when::readings(text, &settings));
        stand(text, &person::readings(text, lang));
    }
    stand(text, &place::readings(text));
}

fn stand(text: &str, readings: &impl Serialize) {
    let chars: Vec<char> = text.chars().collect();
    let readings = serde_json::to_value(readings).expect("JSON");
    let mut last = 0;
    for reading in readings.as_array().expect("a list") {
        let at = |name: &str| reading[name].as_u64().expect("a number") as usize;
        let (start, end) = (at("start"), at("end"));
        assert!(
            last <= start && start < end && end <= chars.len(),
            "{reading}"
        );
        let found: String = chars[start..end].iter().collect();
        assert_eq!(reading["text"].as_str(), Some(found.as_str()));
        last = start;
    }
}

/// Any bytes in the place of a spool file are read or refused.
pub fn spool(bytes: &[u8]) {
    let mut whole = b"rapporteur spool 1\n".to_vec();
    whole.extend(bytes);
    for bytes in [bytes, &whole] {
        if let Ok(sealed) = Sealed::read(bytes, |_| true) {
            (0..TABLES.len()).for_each(|table| assert!(sealed.rows(table).len() <= bytes.len()));
        }
    }
}

/// Any bytes in the place of a file by which a user steers a run are read, or refused with their place.
pub fn control(bytes: &[u8]) {
    let folder = tempfile::tempdir().expect("a folder");
    let heads = [
        "",
        "action,table,id,column,value\n",
        "from,to,same\n",
        "file,title,date,language\n",
    ];
    let place = |error: ControlError| assert!(error.line >= 1 && error.column >= 1, "{error}");
    for head in heads {
        let whole = [head.as_bytes(), bytes].concat();
        let write = |name: &str| {
            let path = folder.path().join(name);
            std::fs::write(&path, &whole).expect("a file");
            path
        };
        let corrections = [write("corrections.csv")];
        let read = Corrections::read(&corrections, &["any"], Severities::default());
        let _ = read.map_err(place);
        write("aliases.csv");
        let _ = Aliases::beside(&[folder.path().to_path_buf()]).map_err(place);
        write("manifest.csv");
        let input = Input {
            id: "any".into(),
            file: "any.txt".into(),
            path: Some(folder.path().join("any.txt")),
        };
        if let Err(message) = Manifests::beside(&[input]) {
            assert!(message.contains("manifest.csv: "), "{message}");
        }
    }
}
