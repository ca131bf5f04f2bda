//! Letters that a scanner read as other signs: `Sessi0n`, `REC0MMENDATlONS`, `Recornmendations`.
//!
//! Only for words that are looked up: what a report prints stays as it is.

use std::borrow::Cow;

/// A text with figures inside words put back into letters: `0` into o, `1` and `|` into l or I, `5` into s.
pub fn unmisread(text: &str) -> Cow<'_, str> {
    let is_word = |w: &str| {
        if !w
            .bytes()
            .any(|b| matches!(b, b'0' | b'1' | b'5' | b'|' | b'l'))
        {
            return false;
        }
        let letters = w.chars().filter(|c| c.is_alphabetic()).count();
        let upper = w.chars().filter(|c| c.is_uppercase()).count();
        let sign = |c: char| "015|".contains(c) || c == 'l' && upper * 2 >= letters;
        let behind = w.chars().skip(1);
        // `SDG15` ends in a number, `Pane1` in a letter.
        let inside = w
            .chars()
            .zip(behind)
            .any(|(c, next)| sign(c) && next.is_alphabetic());
        let last = upper <= 1 && letters >= 4 && w.ends_with(['0', '1']);
        letters >= 3 && letters * 2 > w.chars().count() && (inside || last)
    };
    if !text.split(' ').any(is_word) {
        return Cow::Borrowed(text);
    }
    let words = text.split(' ').map(|w| match is_word(w) {
        true => Cow::Owned(letters(w)),
        false => Cow::Borrowed(w),
    });
    Cow::Owned(words.collect::<Vec<_>>().join(" "))
}

fn letters(word: &str) -> String {
    let all = word.chars().filter(|c| c.is_alphabetic()).count();
    let upper = word.chars().filter(|c| c.is_uppercase()).count();
    let capitals = upper >= 3 && upper * 2 >= all;
    let letter = |c| match (c, capitals) {
        ('0', true) => 'O',
        ('0', false) => 'o',
        ('1' | 'l' | '|', true) => 'I',
        ('1' | '|', false) => 'l',
        ('5', true) => 'S',
        ('5', false) => 's',
        (c, _) => c,
    };
    word.chars().map(letter).collect()
}

/// The same with `rn` read as m, where it stands in the text.
pub fn joined(text: &str) -> Option<String> {
    let has = text.contains("rn") || text.contains("RN");
    has.then(|| unmisread(text).replace("rn", "m").replace("RN", "M"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_inside_words_are_letters() {
        assert_eq!(unmisread("Sessi0n 2: Tab1es"), "Session 2: Tables");
        assert_eq!(unmisread("Pane1 2"), "Panel 2");
        assert_eq!(unmisread("REC0MMENDATlONS"), "RECOMMENDATIONS");
        assert_eq!(unmisread("In 2015 10 of 50"), "In 2015 10 of 50");
        assert_eq!(unmisread("CO2 and SDG15"), "CO2 and SDG15");
        assert_eq!(
            joined("Recornmendations").as_deref(),
            Some("Recommendations")
        );
        assert_eq!(joined("Plain"), None);
    }
}
