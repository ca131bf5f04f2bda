//! E-mail addresses and telephone numbers.

use super::Secret;
use crate::lexicon::{Lang, List};
use regex::{Captures, Regex};
use std::sync::LazyLock;

/// What a redacted telephone number begins with: a code that no country has.
pub(super) const PHONE: &str = "+000 ";

/// Where a redacted address is: a name that is never registered (RFC 2606).
const HOST: &str = "redacted.invalid";

static ADDRESS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let local = r#"[^ \t\r\n\u{a0}<>()\[\],;:"|@]+"#;
    let sign = r"(?:@|[ ]?[\[(][ ]?at[ ]?[\])][ ]?)";
    Regex::new(&format!(r"{local}{sign}[A-Za-z0-9.\-]+\.[A-Za-z]{{2,}}")).ok()
});

static NUMBER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let lists = [List::ContactPhone, List::ContactFax];
    let words = Lang::ALL
        .iter()
        .flat_map(|l| lists.iter().flat_map(|list| l.lexicon().list(*list).iter()));
    let words: Vec<String> = words
        .flat_map(spellings)
        .map(|w| regex::escape(&w))
        .collect();
    let sign = r"[ \t\n().\-/\u{a0}\u{2011}\u{2013}0-9]{4,22}[0-9]";
    let labelled = format!(r"(?-u:\b)(?:{})[.: \t]{{0,4}}[(0-9]{sign}", words.join("|"));
    Regex::new(&format!(r"(?:\+|(?-u:\b)00)[ ]?[0-9]{sign}|{labelled}")).ok()
});

/// A word in small letters, with a capital and in capitals.
fn spellings(word: &str) -> [String; 3] {
    let lower = word.to_lowercase();
    let initial = lower.chars().take(1).flat_map(char::to_uppercase);
    let capital = initial.chain(lower.chars().skip(1)).collect();
    [capital, lower.to_uppercase(), lower]
}

/// The text with other addresses, where it has any.
pub(super) fn addresses(text: &str, secret: &Secret) -> Option<String> {
    memchr::memchr2(b'@', b'(', text.as_bytes())
        .or_else(|| memchr::memchr(b'[', text.as_bytes()))?;
    let regex = ADDRESS.as_ref()?;
    let other = |found: &Captures<'_>| {
        let address = found[0].to_lowercase();
        match address.ends_with(HOST) {
            true => found[0].to_string(),
            false => format!(
                "contact-{:08x}@{HOST}",
                secret.keyed("address", &address) as u32
            ),
        }
    };
    let new = regex.replace_all(text, other);
    (new != text).then(|| new.into_owned())
}

/// The text with other telephone numbers, where it has any: those of these forms, and those that tables hold.
pub(super) fn phones(text: &str, known: &[String], secret: &Secret) -> Option<String> {
    if !text.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let other = |printed: &str| {
        let digits: String = printed.chars().filter(char::is_ascii_digit).collect();
        format!("{PHONE}{:08}", secret.keyed("phone", &digits) % 100_000_000)
    };
    let regex = NUMBER.as_ref()?;
    let mut new = regex.replace_all(text, |found: &Captures<'_>| {
        let all = &found[0];
        let at = all
            .find(|c: char| c == '+' || c == '(' || c.is_ascii_digit())
            .unwrap_or(0);
        match all[at..].starts_with(PHONE) {
            true => all.to_string(),
            false => format!("{}{}", &all[..at], other(&all[at..])),
        }
    });
    for phone in known.iter().filter(|p| p.len() >= 5) {
        if new.contains(phone.as_str()) {
            new = new.replace(phone.as_str(), &other(phone)).into();
        }
    }
    (new != text).then(|| new.into_owned())
}
