//! Letters that a scanner read as other signs: `Sessi0n`, `REC0MMENDATlONS`, `Recornmendations`.
//!
//! Only for words that are looked up: what a report prints stays as it is.

use std::borrow::Cow;

/// A text with figures inside words put back into letters: `0` into o, `1` and `|` into l or I, `5` into s.
pub fn unmisread(text: &str) -> Cow<'_, str> {
    let is_word = |w: &str| {
        if !has_sign(w) {
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
        // `J0b`: of two letters only a round one is between; of one it stands before or behind it: `0f`, `t0`.
        let round = letters == 2 && matches!(w.as_bytes(), [_, b'0', b] if b.is_ascii_lowercase());
        let short = |l: &u8| l.is_ascii_lowercase();
        let two = matches!(w.as_bytes(), [b'0', l] | [l, b'0'] if short(l));
        if two {
            return true;
        }
        (letters >= 3 || round) && letters * 2 > w.chars().count() && (inside || last)
    };
    if !has_sign(text) || !text.split(' ').any(is_word) {
        return Cow::Borrowed(text);
    }
    let words = text.split(' ').map(|w| match is_word(w) {
        true => Cow::Owned(letters(w)),
        false => Cow::Borrowed(w),
    });
    Cow::Owned(words.collect::<Vec<_>>().join(" "))
}

/// Whether a word of a text has a figure or bar, or an `l` beside capitals, which alone make it a sign.
fn has_sign(text: &str) -> bool {
    let (mut thin, mut capital) = (false, false);
    for byte in text.bytes() {
        match byte {
            b'0' | b'1' | b'5' | b'|' => return true,
            b' ' if thin && capital => return true,
            b' ' => (thin, capital) = (false, false),
            b'l' => thin = true,
            b'A'..=b'Z' | 0x80.. => capital = true,
            _ => {}
        }
    }
    thin && capital
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

/// What a text may say that a scanner misread: figures as letters, `1` as i too, and `rn` as m; none where it has no such sign.
fn readings(text: &str) -> Vec<String> {
    let plain = unmisread(text);
    let mut all = Vec::new();
    if let Cow::Owned(plain) = &plain {
        all.push(plain.clone());
        if text.contains('1') {
            let thin: Vec<_> = text.split(' ').map(thin).collect();
            all.push(thin.join(" "));
        }
    }
    if let Some(plain) = upright(all.first().map_or(text, String::as_str)) {
        all.push(plain);
    }
    let base = if all.is_empty() { 1 } else { all.len() };
    for i in 0..base {
        let one = all.get(i).map_or(text, String::as_str);
        if one.contains("rn") || one.contains("RN") {
            all.push(one.replace("rn", "m").replace("RN", "M"));
        }
    }
    all
}

/// A line that is looked up is no longer, in bytes.
const LINE: usize = 80;

/// A text in which each `l` that stands where English, French or Spanish have a vowel is an i: `Recommendatlons`, `Meetlng`;
/// none where there is no such letter.
fn upright(text: &str) -> Option<String> {
    let small = |b: Option<&u8>, set: &[u8]| b.is_some_and(|b| set.contains(b));
    let bytes = text.as_bytes();
    let stroke = |&i: &usize| {
        let before = i.checked_sub(1).and_then(|i| bytes.get(i));
        small(before, b"bcdfgmnrstv") && small(bytes.get(i + 1), b"bcdfgmnoprstv")
    };
    if text.len() > LINE {
        return None;
    }
    let places: Vec<usize> = memchr::memchr_iter(b'l', bytes).filter(stroke).collect();
    let mut read = text.to_string();
    for &i in &places {
        read.replace_range(i..i + 1, "i");
    }
    (!places.is_empty()).then_some(read)
}

/// A word with `1` as i.
fn thin(word: &str) -> String {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count() > 1;
    let plain = word.chars().any(char::is_alphabetic);
    let one = if capitals { "I" } else { "i" };
    let word = if plain {
        word.replace('1', one)
    } else {
        word.to_string()
    };
    unmisread(&word).into_owned()
}

/// What a look-up finds for a text as printed, else for what it may say that a scanner misread.
pub fn found<T>(text: &str, look: impl Fn(&str) -> Option<T>) -> Option<T> {
    look(text).or_else(|| readings(text).iter().find_map(|t| look(t)))
}

/// The same for a word or two that stand over a column, which a scanner may have given `m` for `rn`, too: `Sumame`.
pub fn found_head<T>(text: &str, look: impl Fn(&str) -> Option<T>) -> Option<T> {
    let parted = || {
        let short = text.len() <= 40;
        let mut places = text.match_indices('m').filter(|_| short);
        places.find_map(|(i, _)| look(&format!("{}rn{}", &text[..i], &text[i + 1..])))
    };
    found(text, &look).or_else(parted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_inside_words_are_letters() {
        assert_eq!(unmisread("Sessi0n 2: Tab1es"), "Session 2: Tables");
        assert_eq!(unmisread("Pane1 2"), "Panel 2");
        assert_eq!(unmisread("J0b title of S0"), "Job title of S0");
        assert_eq!(unmisread("REC0MMENDATlONS"), "RECOMMENDATIONS");
        assert_eq!(unmisread("Aims 0f it"), "Aims of it");
        assert_eq!(unmisread("In 2015 10 of 50"), "In 2015 10 of 50");
        assert_eq!(unmisread("CO2 and SDG15"), "CO2 and SDG15");
    }

    #[test]
    fn misread_words_are_found() {
        let is = |word: &'static str| move |t: &str| (t == word).then_some(());
        for (printed, meant) in [
            ("Plain", "Plain"),
            ("Recornmendations", "Recommendations"),
            ("Ma1n f1ndings", "Main findings"),
            ("TlTLE OF JOB", "TITLE OF JOB"),
            ("C1imate", "Climate"),
            ("E-rnail", "E-mail"),
            ("Aims 0f t0day", "Aims of today"),
            ("Recommendatlons", "Recommendations"),
            ("Declsi0ns", "Decisions"),
        ] {
            assert!(found(printed, is(meant)).is_some(), "{printed}");
        }
        assert!(found("Modern", is("Modem")).is_some());
        assert!(found("Plain", is("P1ain")).is_none());
        assert!(found_head("Sumame", is("Surname")).is_some());
    }
}
