//! Names as they are compared: lower case, without accents, words parted by one blank.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Letters that no decomposition takes apart.
const LETTERS: &[(char, &str)] = &[
    ('ß', "ss"),
    ('æ', "ae"),
    ('œ', "oe"),
    ('ø', "o"),
    ('ł', "l"),
    ('đ', "d"),
    ('ð', "d"),
    ('þ', "th"),
    ('ı', "i"),
];

/// The folded form; an apostrophe is dropped, any other sign parts words.
pub(super) fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    if name.is_ascii() {
        name.bytes()
            .for_each(|b| push(char::from(b).to_ascii_lowercase(), &mut folded));
    } else {
        let letters = name.nfkd().filter(|c| !is_combining_mark(*c));
        for c in letters.flat_map(char::to_lowercase) {
            match LETTERS.iter().find(|(letter, _)| *letter == c) {
                Some((_, plain)) => folded.push_str(plain),
                None => push(c, &mut folded),
            }
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

fn push(c: char, folded: &mut String) {
    if c.is_alphanumeric() {
        folded.push(c);
    } else if !matches!(c, '\'' | '’' | 'ʼ' | '`') && !folded.is_empty() && !folded.ends_with(' ')
    {
        folded.push(' ');
    }
}

/// The key of a person: the words of the name in no order, so that it is the same with the last name first. Empty where
/// there is one word, or none: a last name alone names nobody.
pub(super) fn person_key(folded: &str) -> String {
    let mut words: Vec<&str> = folded.split(' ').collect();
    if words.len() < 2 {
        return String::new();
    }
    words.sort_unstable();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_signs_and_order_make_no_difference() {
        assert_eq!(fold("  María-José  O’Neil "), "maria jose oneil");
        assert_eq!(fold("Łukasz Müßig"), "lukasz mussig");
        assert_eq!(
            person_key(&fold("GARCÍA, Ana")),
            person_key(&fold("Ana Garcia"))
        );
        assert_eq!(person_key("garcia"), "");
    }
}
