//! States and provinces that addresses print without their country.

use super::fold::fold;

/// The country code of a state or province, by its name or its postal abbreviation in capitals: `Texas`, `TX`, `NSW`.
pub fn region(text: &str) -> Option<&'static str> {
    let text = text.trim();
    let key = fold(text);
    let mut rows = include_str!("regions.tsv").lines().filter_map(|line| {
        let mut cells = line.split('\t');
        Some((cells.next()?, cells.next()?, cells.next()?))
    });
    let found = rows.find(|(_, short, name)| {
        *short == text || key.len() == name.len() && key == name.to_ascii_lowercase()
    });
    found.map(|(code, ..)| code)
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
    }
}
