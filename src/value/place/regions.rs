//! States and provinces that addresses print without their country.

use super::filter::FILTER;
use super::fold::fold_into;
use std::sync::LazyLock;

/// Country, abbreviation, name.
static ROWS: LazyLock<Vec<[&str; 3]>> = LazyLock::new(|| {
    let row = |line: &'static str| {
        let mut cells = line.split('\t');
        Some([cells.next()?, cells.next()?, cells.next()?])
    };
    include_str!("regions.tsv")
        .lines()
        .filter_map(row)
        .collect()
});

/// No name is as long.
const LONGEST: usize = 60;
/// No abbreviation is longer.
const LONGEST_SHORT: usize = 3;

/// The country code of a state or province, by its name or its postal abbreviation in capitals: `Texas`, `TX`, `NSW`.
pub fn region(text: &str) -> Option<&'static str> {
    let text = text.trim();
    let short = text.len() <= LONGEST_SHORT;
    if text.len() > LONGEST || !short && !FILTER.may_be_region(text) {
        return None;
    }
    let mut key = String::new();
    fold_into(text, &mut key);
    let is = |[_, short, name]: &&[&str; 3]| *short == text || name.eq_ignore_ascii_case(&key);
    ROWS.iter().find(is).map(|row| row[0])
}

#[cfg(test)]
mod tests {
    use super::region;

    #[test]
    fn by_name_and_by_abbreviation() {
        assert_eq!(region("texas"), Some("US"));
        assert_eq!(region("ON"), Some("CA"));
        assert_eq!(region("on"), None);
        assert_eq!(region("Bavaria"), None);
        assert!(
            super::ROWS
                .iter()
                .all(|[_, short, name]| name.len() < super::LONGEST / 2
                    && short.len() <= super::LONGEST_SHORT)
        );
    }
}
