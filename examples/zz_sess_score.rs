//! x
#![allow(missing_docs, clippy::unwrap_used, clippy::print_stdout)]
use std::path::Path;
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let e = rapporteur::eval::run(Path::new(&a[1]), Path::new(&a[2])).unwrap();
    let want = ["sessions", "speakers", "statements", "quotes"];
    for t in want {
        if let Some(s) = e.tolerant.all.table(t) {
            println!(
                "{}",
                serde_json::to_string(s)
                    .unwrap()
                    .chars()
                    .take(400)
                    .collect::<String>()
            );
        }
    }
    for d in &e.differences {
        if !want.contains(&d.table) {
            continue;
        }
        let c = |s: &str| s.chars().take(150).collect::<String>();
        println!(
            "{:?} {} {} | {} | {} | gold={} | found={}",
            d.kind,
            d.table,
            d.report_id,
            c(&d.row),
            d.column,
            c(&d.gold),
            c(&d.found)
        );
    }
}
