//! Cells that are no time and no date, told by how they begin: most are neither.

use crate::lexicon::{Lang, List, Map, PerLang, Phrases};

/// Lists and maps of what a time or a date begins with where it does not begin with a digit.
const LISTS: [List; 5] = [
    List::RangeFrom,
    List::RangeBetween,
    List::TimeAt,
    List::TimePartLead,
    List::DateThe,
];
const MAPS: [Map; 8] = [
    Map::Number,
    Map::Ordinal,
    Map::HourName,
    Map::RoughHour,
    Map::PartOfDay,
    Map::HourPart,
    Map::Weekday,
    Map::Month,
];

/// False where neither a time nor a date begins as the cell does.
pub(super) fn may_be(cell: &str, lang: Lang) -> bool {
    let bare = cell.strip_prefix(['(', '[']).unwrap_or(cell);
    match bare.bytes().next() {
        None => false,
        Some(first) => !first.is_ascii_alphabetic() || openers(lang).starts(bare).is_some(),
    }
}

/// The first words of all those phrases.
fn openers(lang: Lang) -> &'static Phrases {
    static ALL: PerLang<Phrases> = PerLang::new();
    ALL.of(lang, || {
        let lexicon = lang.lexicon();
        let lists = LISTS.iter().flat_map(|&list| lexicon.phrases(list));
        let maps = MAPS.iter().flat_map(|&map| lexicon.numbers(map));
        let phrases = lists.chain(maps.map(|(word, _)| word));
        Phrases::new(phrases.filter_map(|p| p.split(|c: char| !c.is_alphanumeric()).next()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_may_be_read_is_not_refused() {
        for cell in [
            "9:30",
            "(noon)",
            "Monday 4 June",
            "third of May",
            "half past 8",
            "\u{2019}23",
        ] {
            assert!(may_be(cell, Lang::En), "{cell}");
        }
        assert!(may_be("Fevrier 2018", Lang::Fr));
        for cell in ["", "Chair", "Water and soil", "Monte Rosa"] {
            assert!(!may_be(cell, Lang::En), "{cell}");
        }
    }
}
