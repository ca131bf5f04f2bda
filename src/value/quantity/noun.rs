//! Singulars of English nouns, by their endings.

/// Whether a word looks like a plural.
pub(super) fn looks_plural(word: &str) -> bool {
    let word = word.trim_end_matches(['\'', '’']);
    let not = ["ss", "us", "is", "ous", "'s", "’s"];
    word.len() > 2 && word.ends_with(['s', 'S']) && !not.iter().any(|e| word.ends_with(e))
}

/// The singular of a word that looks like a plural; other words as they are.
pub(super) fn singular(word: &str) -> String {
    let word = word.trim_end_matches(['\'', '’']);
    if !looks_plural(word) {
        return word.to_string();
    }
    let cut = |n: usize| &word[..word.len() - n];
    let ends = |ending: &str| word.ends_with(ending);
    match word.len() {
        5.. if ends("ies") => format!("{}y", cut(3)),
        5.. if ends("sses") || ends("shes") || ends("ches") || ends("xes") || ends("zzes") => {
            cut(2).to_string()
        }
        5.. if ends("oes") && !ends("shoes") => cut(2).to_string(),
        _ => cut(1).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::data::plural;
    use super::*;

    #[test]
    fn endings_go_both_ways() {
        for (one, many) in [
            ("city", "cities"),
            ("box", "boxes"),
            ("day", "days"),
            ("church", "churches"),
            ("class", "classes"),
            ("job", "jobs"),
            ("house", "houses"),
            ("service", "services"),
        ] {
            assert_eq!(plural(one), many);
            assert_eq!(singular(many), one);
        }
    }

    #[test]
    fn other_words_stay() {
        for word in ["status", "analysis", "business", "group", "is"] {
            assert_eq!(singular(word), word);
        }
    }
}
