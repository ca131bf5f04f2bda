//! The forms under which two cells are compared.

use super::spec::{CLOSE, Compare};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// How many words `First`, `Last` and `Opening` look at.
const EDGE: usize = 8;

/// A cell made ready to be compared many times.
#[derive(Debug)]
pub struct Folded {
    raw: String,
    text: String,
    words: Vec<String>,
    sorted: Vec<String>,
    opening: Vec<String>,
}

impl Folded {
    /// Folds a cell.
    pub fn new(cell: &str) -> Folded {
        let text = fold(cell);
        let words: Vec<String> = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| !w.is_empty())
            .map(str::to_string)
            .collect();
        Folded {
            raw: cell.trim().to_string(),
            sorted: sort(words.clone()),
            opening: sort(words.iter().take(EDGE).cloned().collect()),
            words,
            text,
        }
    }

    /// How alike two cells are, from 0 to 1.
    pub fn similarity(&self, other: &Folded, how: Compare) -> f64 {
        let same = |yes: bool| if yes { 1.0 } else { 0.0 };
        match how {
            Compare::Text => same(self.text == other.text),
            Compare::Exact => same(self.raw == other.raw),
            Compare::Number => same(self.number(other)),
            Compare::First | Compare::Last => same(self.edge(how) == other.edge(how)),
            Compare::Opening => overlap(&self.opening, &other.opening),
            Compare::Overlap(_) if self.text == other.text => 1.0,
            Compare::Overlap(_) => overlap(&self.sorted, &other.sorted),
        }
    }

    /// Whether two cells agree.
    pub fn agrees(&self, other: &Folded, how: Compare) -> bool {
        self.similarity(other, how) >= threshold(how)
    }

    /// Whether two cells are equal but for folding.
    pub fn equals(&self, other: &Folded, how: Compare) -> bool {
        match how {
            Compare::Overlap(_) => self.text == other.text,
            Compare::Opening => self.edge(how) == other.edge(how),
            _ => self.agrees(other, how),
        }
    }

    fn number(&self, other: &Folded) -> bool {
        match (self.raw.parse::<f64>(), other.raw.parse::<f64>()) {
            (Ok(a), Ok(b)) => (a - b).abs() <= 1e-9 * a.abs().max(b.abs()),
            _ => self.text == other.text,
        }
    }

    /// The words that `First` or `Last` looks at.
    pub fn edge(&self, how: Compare) -> &[String] {
        match how {
            Compare::Last => &self.words[self.words.len().saturating_sub(EDGE)..],
            _ => &self.words[..self.words.len().min(EDGE)],
        }
    }
}

/// The similarity from which two cells agree.
pub fn threshold(how: Compare) -> f64 {
    match how {
        Compare::Overlap(least) => least,
        Compare::Opening => CLOSE,
        _ => 1.0,
    }
}

/// Without case, accents, quotation marks, end punctuation and surplus space.
pub fn fold(cell: &str) -> String {
    let mut text = String::with_capacity(cell.len());
    for c in cell
        .nfd()
        .filter(|c| !is_combining_mark(*c) && !is_quote(*c))
    {
        if !c.is_whitespace() {
            text.extend(c.to_lowercase());
        } else if !text.is_empty() && !text.ends_with(' ') {
            text.push(' ');
        }
    }
    let end = |c: char| c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '…');
    text.truncate(text.trim_end_matches(end).len());
    text
}

/// Twice the shared words over all words, words counted as often as they stand; 0 where either side has none.
fn overlap(a: &[String], b: &[String]) -> f64 {
    let (mut i, mut j, mut shared) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                shared += 1;
                i += 1;
                j += 1;
            }
        }
    }
    match a.len() + b.len() {
        0 => 0.0,
        all => 2.0 * f64::from(shared) / all as f64,
    }
}

fn sort(mut words: Vec<String>) -> Vec<String> {
    words.sort_unstable();
    words
}

fn is_quote(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '‘'
            | '’'
            | '‚'
            | '‛'
            | '“'
            | '”'
            | '„'
            | '‟'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '`'
            | '´'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn like(a: &str, b: &str, how: Compare) -> bool {
        Folded::new(a).agrees(&Folded::new(b), how)
    }

    #[test]
    fn text_is_equal_but_for_case_accents_quotes_and_end() {
        assert!(like("“Café  Órbita”.", "cafe orbita", Compare::Text));
        assert!(like("Migrants’ rights", "migrants' rights;", Compare::Text));
        assert!(!like("rights, migrants", "rights migrants", Compare::Text));
        assert!(like("", " . ", Compare::Text));
    }

    #[test]
    fn overlap_counts_each_word_as_often_as_it_stands() {
        let f1 = |a, b| Folded::new(a).similarity(&Folded::new(b), Compare::Overlap(0.8));
        assert_eq!(f1("the river bank", "river bank the"), 1.0);
        assert_eq!(f1("bank bank", "bank"), 2.0 / 3.0);
        assert_eq!(f1("water", ""), 0.0);
        assert_eq!(f1("", ""), 1.0);
        assert!(like(
            "Head of the Water Unit",
            "Head of Water Unit",
            Compare::Overlap(0.8)
        ));
        assert!(!like(
            "Head of the Water Unit",
            "Water Head",
            Compare::Overlap(0.8)
        ));
    }

    #[test]
    fn numbers_and_edges() {
        assert!(like("30", "30.0", Compare::Number));
        assert!(!like("30", "", Compare::Number));
        assert!(like("", "", Compare::Number));
        let (a, b) = (
            "one two three four five six seven eight nine",
            "one two three four five six seven eight ten",
        );
        assert!(like(a, b, Compare::First));
        assert!(!like(a, b, Compare::Last));
    }
}
