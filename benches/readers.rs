//! How fast each reader and each early stage is, and that in terms of plain work on the same bytes in the same run:
//! `cargo bench --bench readers`. Of several passes over the text the fastest counts. The last column is the most memory that
//! a process held which did nothing else, the program and its tables included.

#![allow(clippy::print_stdout, reason = "it prints what it measured")]

use rapporteur::block::blocks;
use rapporteur::extract::{Options, extract};
use rapporteur::lexicon::Lang;
use rapporteur::outline::Outline;
use rapporteur::seal::seal;
use rapporteur::source::Source;
use rapporteur::value::{person, place, quantity, sentence, when};
use regex::bytes::RegexSet;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// What a reader of prose could look for, ten patterns of ASCII.
const PATTERNS: [&str; 10] = [
    r"(?-u)\b[0-9]{1,2}[:.][0-9]{2}\b",
    r"(?-u)\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b",
    r"(?-u)\b[0-9][0-9,]*(\.[0-9]+)? ?%",
    r"(?-u)\b(Mr|Mrs|Ms|Dr|Prof)\. [A-Z]",
    r"(?-u)\bhttps?://[^ ]+",
    r"(?-u)\b[a-z.]+@[a-z.]+\b",
    r"(?-u)\b(million|billion)\b",
    r"(?-u)\b(agreed|decided|recommended)\b",
    r"(?-u)\b(Session|Panel|Annex) [0-9]+\b",
    r"(?-u)\([A-Z]{2,8}\)",
];

/// Passes over each text, and how long at least.
const PASSES: u32 = 5;
const AT_LEAST: Duration = Duration::from_millis(300);

/// The four reports, and the lines of them in an order that a seed decides.
fn corpora() -> Vec<(&'static str, Vec<String>)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("raw");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("the reports")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .collect();
    paths.sort();
    let read = |path| std::fs::read_to_string(path).expect("a report");
    let reports: Vec<String> = paths.iter().map(read).collect();
    let mixed = (0..8).map(|seed| shuffled(&reports, seed)).collect();
    vec![("raw", reports), ("mixed", mixed)]
}

/// Paragraphs of all reports in an order of their own.
fn shuffled(reports: &[String], seed: u64) -> String {
    let mut parts: Vec<&str> = reports.iter().flat_map(|r| r.split("\n\n")).collect();
    let mut state = seed.wrapping_mul(2).wrapping_add(1);
    for i in (1..parts.len()).rev() {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        parts.swap(i, (state >> 33) as usize % (i + 1));
    }
    parts.truncate(parts.len() / 4);
    parts.join("\n\n")
}

/// Bytes a second over all texts, the best of the passes.
fn speed(texts: &[String], mut work: impl FnMut(&str) -> usize) -> f64 {
    let size: usize = texts.iter().map(String::len).sum();
    let begun = Instant::now();
    let mut best = Duration::MAX;
    let mut passes = 0;
    while passes < PASSES || begun.elapsed() < AT_LEAST {
        let start = Instant::now();
        texts.iter().for_each(|t| {
            black_box(work(black_box(t.as_str())));
        });
        best = best.min(start.elapsed());
        passes += 1;
    }
    size as f64 / best.as_secs_f64()
}

fn source(text: &str) -> Source {
    Source::from_text("bench", text)
}

/// The same line by line; the lines are cut before the clock runs.
fn lines(texts: &[String], read: impl Fn(&str) -> usize) -> f64 {
    let cut: Vec<Vec<&str>> = texts.iter().map(|t| t.lines().collect()).collect();
    let mut cut = cut.iter().cycle();
    speed(texts, |_| {
        let lines = cut.next().map_or(&[][..], Vec::as_slice);
        lines.iter().map(|line| read(black_box(line))).sum()
    })
}

/// What is measured, the plain work first.
const ALL: [&str; 15] = [
    "pulldown-cmark's events",
    "ten patterns, line by line",
    "line ends",
    "source",
    "blocks",
    "outline",
    "extract",
    "seal",
    "sentences",
    "read time",
    "read quantity",
    "read place",
    "places in prose",
    "read person",
    "people in prose",
];

/// How fast one of them is, in bytes a second.
fn measure(what: &str, texts: &[String]) -> f64 {
    let lang = Lang::En;
    let settings = when::Settings::default();
    let options = Options::default();
    match what {
        "pulldown-cmark's events" => speed(texts, |t| pulldown_cmark::Parser::new(t).count()),
        "ten patterns, line by line" => {
            let set = RegexSet::new(PATTERNS).expect("patterns");
            lines(texts, |l| set.matches(l.as_bytes()).iter().count())
        }
        "line ends" => speed(texts, |t| memchr::memchr_iter(b'\n', t.as_bytes()).count()),
        "source" => speed(texts, |t| source(t).line_count()),
        "blocks" => speed(texts, |t| blocks(&source(t)).len()),
        "outline" => speed(texts, |t| outline(&source(t))),
        "extract" => speed(texts, |t| extract(&source(t), &options).outcomes.len()),
        "seal" => speed(texts, |t| sealed(&source(t), &options)),
        "sentences" => lines(texts, |l| sentence::sentences(l, lang.lexicon()).count()),
        "read time" => lines(texts, |l| when::readings(l, &settings).len()),
        "read quantity" => lines(texts, |l| quantity::readings(l, lang).len()),
        "read place" => lines(texts, |l| place::readings(l).len()),
        "places in prose" => speed(texts, |t| place::places(t).len()),
        "read person" => lines(texts, |l| person::readings(l, lang).len()),
        "people in prose" => speed(texts, |t| person::named(t, lang).len()),
        other => panic!("nothing is called {other}"),
    }
}

/// Names the one thing that a process is to do, so that the memory it takes is that of nothing else.
const ONLY: &str = "RAPPORTEUR_BENCH_ONLY";

/// The most memory that this process has held, in MB, where the system tells.
fn peak() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:"))?;
    let kilobytes: f64 = line.trim().strip_suffix(" kB")?.trim().parse().ok()?;
    Some(kilobytes / 1024.0)
}

/// The same of a process of its own that does one thing.
fn memory(what: &str) -> String {
    let child = std::env::current_exe()
        .and_then(|own| std::process::Command::new(own).env(ONLY, what).output());
    child.map_or_else(
        |_| String::new(),
        |out| String::from_utf8_lossy(&out.stdout).trim().to_string(),
    )
}

fn main() {
    let corpora = corpora();
    if let Ok(what) = std::env::var(ONLY) {
        measure(&what, &corpora[0].1);
        println!("{}", peak().map_or(String::new(), |mb| format!("{mb:.1}")));
        return;
    }
    for (name, texts) in corpora {
        println!(
            "\n{name:<28} {:>9}  {:>7} {:>7} {:>7} {:>7}",
            "MB/s", "events", "ten", "lines", "MB"
        );
        let mut plain = Vec::new();
        for what in ALL {
            let speed = measure(what, &texts);
            if plain.len() < 3 {
                plain.push(speed);
            }
            let of = |i: usize| {
                plain
                    .get(i)
                    .map_or(String::new(), |p| format!("1/{:.1}", p / speed))
            };
            println!(
                "{what:<28} {:>9.2}  {:>7} {:>7} {:>7} {:>7}",
                speed / 1e6,
                of(0),
                of(1),
                of(2),
                memory(what)
            );
        }
    }
}

fn outline(source: &Source) -> usize {
    Outline::new(source, blocks(source)).units.len()
}

fn sealed(source: &Source, options: &Options) -> usize {
    seal(source, &mut extract(source, options)).len()
}
