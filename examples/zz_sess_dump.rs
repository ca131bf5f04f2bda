//! x
#![allow(missing_docs, clippy::unwrap_used, clippy::print_stdout)]
use rapporteur::{
    block,
    outline::{Outline, UnitKind},
    source::Source,
};
fn main() {
    for path in std::env::args().skip(1) {
        let s = Source::from_text("t", &std::fs::read_to_string(&path).unwrap());
        let b = block::blocks(&s);
        let o = Outline::new(&s, b);
        println!("######## {path}");
        for (i, u) in o.units.iter().enumerate() {
            let t: String = u.text().chars().take(110).collect();
            let mark = u.marker.as_ref().map_or("", |m| m.as_str());
            match u.kind {
                UnitKind::Heading(h) => println!(
                    "{i} H{h} lvl{} parent{:?} {:?} num{:?} lab{:?} [{}] {t}",
                    o.sections[h].level,
                    o.sections[h].parent,
                    o.sections[h].style,
                    o.sections[h].number.as_ref().map(|n| n.value.clone()),
                    o.sections[h].label.as_ref().map(|n| n.value.clone()),
                    o.sections[h].title.as_str()
                ),
                k => println!("{i}   {k:?} gap{} <{mark}> {t}", u.gap),
            }
        }
    }
}
