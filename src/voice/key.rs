//! The report's own key to the letters that it calls people by: `Initials: AE = Ana Example, BS = Bo Sample`.

use crate::value::find_within;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

/// The signs between the letters and the name.
const SIGNS: [&str; 5] = [" = ", "=", " \u{2013} ", " - ", ": "];

/// The letters and names of a key, in order; one pair alone wants `=`.
pub fn key(text: &str) -> Vec<(Range<usize>, Range<usize>)> {
    let mut found = Vec::new();
    if !has_sign(text) {
        return found;
    }
    let mut at = 0;
    for part in text.split([',', ';']) {
        let start = at;
        at += part.len() + 1;
        let part = part.trim_end_matches(['.', ' ']);
        if let Some((letters, name)) = pair(part) {
            let move_by = |r: Range<usize>| r.start + start..r.end + start;
            found.push((move_by(letters), move_by(name)));
        }
    }
    let sure = found.len() >= 2 || text.contains('=');
    if sure { found } else { Vec::new() }
}

/// `AE   Ana Example (Chair)`: a line of a key that has no signs; each letter is that of a word of the name.
pub fn entry(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    let (letters, rest) = text.split_once(' ').filter(|(l, _)| l.len() <= 12)?;
    let short = (2..=4).contains(&letters.chars().count());
    if !short || !letters.chars().all(char::is_uppercase) {
        return None;
    }
    let rest = rest.trim_start();
    let start = text.len() - rest.len();
    let name = rest
        .split([',', '(', '[', ';', '\u{2013}'])
        .next()?
        .trim_end();
    let titled = |w: &str| w.starts_with(char::is_uppercase);
    let named = !name.contains(|c: char| c.is_ascii_digit() || ":.".contains(c));
    let firsts = name
        .split([' ', '-'])
        .filter(|w| titled(w))
        .filter_map(|w| w.chars().next());
    let whole = (2..=5).contains(&name.split(' ').count())
        && name.split(' ').next_back().is_some_and(titled);
    (named && whole && firsts.eq(letters.chars()))
        .then_some((0..letters.len(), start..start + name.len()))
}

/// Whether any of the signs stands in a text; most texts have none.
fn has_sign(text: &str) -> bool {
    SIGNS[1..].iter().any(|sign| sign_in(text, sign).is_some())
}

/// Where a sign stands first.
fn sign_in(text: &str, sign: &str) -> Option<usize> {
    find_within(text, sign, text.len())
}

/// `AE = Ana Example`, perhaps behind a label: each letter begins a word of the name, in order.
fn pair(part: &str) -> Option<(Range<usize>, Range<usize>)> {
    SIGNS.iter().find_map(|sign| {
        let at = sign_in(part, sign)?;
        let before = part[..at].trim_end();
        let start = before.rfind([' ', ':']).map_or(0, |i| i + 1);
        let letters = &before[start..];
        let short = (2..=4).contains(&letters.chars().count());
        let rest = part[at + sign.len()..].trim_start();
        let name = part.len() - rest.len();
        let theirs = letters.chars().all(char::is_alphabetic) && begin_words(letters, rest);
        let capitals =
            letters.starts_with(char::is_uppercase) && letters.ends_with(char::is_uppercase);
        let few =
            (2..=5).contains(&rest.split(' ').count()) && rest.starts_with(char::is_uppercase);
        (short && theirs && capitals && few).then_some((start..before.len(), name..part.len()))
    })
}

/// Whether each of the letters begins a word of the name, in order.
pub fn begin_words(letters: &str, name: &str) -> bool {
    let words = name.split([' ', '-', '\'', '\u{2019}']);
    let mut firsts = words.filter_map(|w| w.chars().next());
    letters
        .chars()
        .all(|l| firsts.any(|f| plain(f).to_uppercase().eq(plain(l).to_uppercase())))
}

/// A letter without its accent: whoever writes down who spoke leaves it out as often as not.
pub(super) fn plain(letter: char) -> char {
    match letter.is_ascii() {
        true => letter,
        false => letter.nfd().next().unwrap_or(letter),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<(&str, &str)> {
        let pairs = key(text).into_iter();
        pairs.map(|(l, n)| (&text[l], &text[n])).collect()
    }

    #[test]
    fn letters_stand_for_the_names_whose_words_they_begin() {
        assert_eq!(
            told("Initials: AE = Ana Example, STH = Sim ter Heide, BdG = Bo de Groot."),
            [
                ("AE", "Ana Example"),
                ("STH", "Sim ter Heide"),
                ("BdG", "Bo de Groot")
            ]
        );
        assert_eq!(
            told("ÅL – Åse Lind; MOS – Mia Ott-Sample"),
            [("ÅL", "Åse Lind"), ("MOS", "Mia Ott-Sample")]
        );
        assert_eq!(told("AE=Ana Example"), [("AE", "Ana Example")]);
    }

    #[test]
    fn a_line_of_a_key_has_all_the_letters_of_a_name() {
        let line = |text| entry(text).map(|(l, n)| (&text[l], &text[n]));
        assert_eq!(
            line("AE   Ana Example (Chair)"),
            Some(("AE", "Ana Example"))
        );
        assert_eq!(line("BOS Bo Ott-Sample"), Some(("BOS", "Bo Ott-Sample")));
        for other in [
            "WHO World Health",
            "AE Ana Bo Example",
            "AE: Ana Example",
            "UN united",
        ] {
            assert_eq!(line(other), None, "{other}");
        }
    }

    #[test]
    fn other_short_forms_are_no_key_to_people() {
        for text in [
            "AE: Ana Example will count the ducks.",
            "Next: The Example, To: Bo Sample",
            "p = present, a = absent",
            "x = y",
        ] {
            assert_eq!(told(text), [], "{text}");
        }
    }
}
