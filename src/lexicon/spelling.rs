//! The ways in which a phrase may be printed.

/// Whether a phrase is printed in one way only, letters in either case.
fn has_one_spelling(phrase: &str) -> bool {
    phrase.is_ascii() && !phrase.contains('\'')
}

/// Tells every spelling of a phrase.
pub fn each_spelling(phrase: &str, mut tell: impl FnMut(&str)) {
    match has_one_spelling(phrase) {
        true => tell(phrase),
        false => spellings(phrase).iter().for_each(|s| tell(s)),
    }
}

/// A phrase as it may be printed, ASCII letters in either case.
pub fn spellings(phrase: &str) -> Vec<String> {
    let mut forms = vec![phrase.to_lowercase()];
    if !phrase.is_ascii() {
        forms.push(phrase.to_uppercase());
        let capital: String = phrase
            .chars()
            .take(1)
            .flat_map(char::to_uppercase)
            .chain(phrase.chars().skip(1))
            .collect();
        forms.push(capital);
        // `ETAIENT PRESENTS`: capitals are often printed without their accents. Short words would become others.
        if phrase.chars().count() > 4 {
            forms.push(without_accents(phrase));
        }
    }
    if phrase.contains('\'') {
        let curly: Vec<_> = forms.iter().map(|f| f.replace('\'', "\u{2019}")).collect();
        forms.extend(curly);
    }
    forms.dedup();
    forms
}

fn without_accents(phrase: &str) -> String {
    use unicode_normalization::char::{decompose_canonical, is_combining_mark};
    let mut bare = String::with_capacity(phrase.len());
    for c in phrase.chars() {
        match c.is_ascii() {
            true => bare.push(c.to_ascii_lowercase()),
            false => decompose_canonical(c, |c| {
                if !is_combining_mark(c) {
                    bare.extend(c.to_lowercase());
                }
            }),
        }
    }
    bare
}
