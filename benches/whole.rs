//! How many bytes of report a second: `cargo bench`. The four reports of `raw/`, on one thread.

use divan::{Bencher, counter::BytesCount};
use rapporteur::emit::{Shape, format};
use rapporteur::extract::{Options, extract};
use rapporteur::link::{Aliases, Linked, Mentions, Names};
use rapporteur::run::{Run, Tally, Watch, collect};
use rapporteur::seal::seal;
use rapporteur::source::Source;
use rapporteur::spool::Sealed;
use rapporteur::tables::TABLES;
use std::path::Path;

fn main() {
    divan::main();
}

/// The reports with their names.
fn reports() -> Vec<(String, Vec<u8>)> {
    let raw = Path::new(env!("CARGO_MANIFEST_DIR")).join("raw");
    let (inputs, _) = collect(&[raw]);
    let read = |path: &Path| std::fs::read(path).expect("a report");
    inputs
        .iter()
        .filter_map(|input| Some((input.id.clone(), read(input.path.as_deref()?))))
        .collect()
}

fn size(reports: &[(String, Vec<u8>)]) -> BytesCount {
    BytesCount::new(reports.iter().map(|(_, bytes)| bytes.len()).sum::<usize>())
}

fn sources() -> (Vec<Source>, BytesCount) {
    let reports = reports();
    let size = size(&reports);
    let decode = |(id, bytes): (String, Vec<u8>)| Source::decode(&id, &id, &bytes).expect("text");
    (reports.into_iter().map(decode).collect(), size)
}

fn sealed() -> (Vec<Vec<u8>>, Linked, BytesCount) {
    let (sources, size) = sources();
    let mut names = Names::default();
    let mut spools = Vec::new();
    for source in &sources {
        let bytes = seal(source, &mut extract(source, &Options::default()));
        let sealed = Sealed::read(&bytes, |_| true).expect("sealed");
        names.add(Mentions::of(&sealed, &Aliases::default()));
        spools.push(bytes);
    }
    let linked = names.link(&Aliases::default()).expect("linked");
    (spools, linked, size)
}

/// Bytes to text, with the hash of the bytes.
#[divan::bench]
fn decode(bencher: Bencher) {
    let reports = reports();
    bencher.counter(size(&reports)).bench_local(|| {
        let decode = |(id, bytes): &(String, Vec<u8>)| Source::decode(id, id, bytes);
        reports.iter().map(decode).filter(Result::is_ok).count()
    });
}

/// Text to typed rows.
#[divan::bench]
fn extraction(bencher: Bencher) {
    let (sources, size) = sources();
    bencher.counter(size).bench_local(|| {
        let extract = |source| extract(source, &Options::default()).blocks.len();
        sources.iter().map(extract).sum::<usize>()
    });
}

/// Typed rows to the bytes of the spool.
#[divan::bench]
fn sealing(bencher: Bencher) {
    let (sources, size) = sources();
    let extract = || -> Vec<_> {
        let data = sources.iter().map(|s| extract(s, &Options::default()));
        data.collect()
    };
    bencher
        .counter(size)
        .with_inputs(extract)
        .bench_local_values(|mut data| {
            let sealed = sources.iter().zip(&mut data).map(|(s, d)| seal(s, d).len());
            sealed.sum::<usize>()
        });
}

/// The bytes of the spool to linked rows to the text of every table, without writing it.
#[divan::bench(args = ["csv", "json", "jsonl"])]
fn rendering(bencher: Bencher, name: &str) {
    let (spools, linked, size) = sealed();
    let format = format(name).expect("a format");
    let all: Vec<usize> = (0..TABLES.len()).collect();
    bencher.counter(size).bench_local(|| {
        let mut out = Vec::new();
        for spool in &spools {
            let mut report = Sealed::read(spool, |_| true).expect("sealed");
            linked.fill(&mut report);
            match format.shape() {
                Shape::Reports(text) => text.document(&report, &all, &mut out),
                Shape::Tables(text) => all
                    .iter()
                    .for_each(|t| text.rows(&mut report.rows(*t), &mut out)),
                // It needs the folder of a run.
                Shape::Run(_) => {}
            }
        }
        out.len()
    });
}

struct Nobody;

impl Watch for Nobody {
    fn written(&mut self, _: &Tally) {}
}

/// Files to the files of a default run.
#[divan::bench]
fn whole(bencher: Bencher) {
    // One thread; it is the first to ask for a pool.
    let _ = rayon::ThreadPoolBuilder::new()
        .num_threads(1)
        .build_global();
    let out = tempfile::tempdir().expect("a folder");
    let (inputs, _) = collect(&[Path::new(env!("CARGO_MANIFEST_DIR")).join("raw")]);
    let formats = ["csv", "json"].map(|name| format(name).expect("a format"));
    let tables: Vec<usize> = (0..TABLES.len()).collect();
    bencher.counter(size(&reports())).bench_local(|| {
        Run::new(&inputs)
            .into_folder(out.path(), &formats, &tables, &mut Nobody)
            .expect("a run")
    });
}
