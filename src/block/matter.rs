//! What a page's generator is told above the page, between two rules, the second of which may be three stops or name what
//! follows (`--- abstract`): `title: Minutes of the board`.

use std::ops::Range;

/// No such head is longer, in bytes.
const LONGEST: usize = 20_000;

/// The place of the head in a text, its rules included.
pub(crate) fn place(text: &str) -> Option<Range<usize>> {
    let body = text.strip_prefix("---")?;
    let first = body.find('\n').filter(|&i| body[..i].trim().is_empty())? + 1;
    let mut end = first;
    let mut loose = false;
    for line in body[first..].split_inclusive('\n') {
        end += line.len();
        let line = line.trim_end();
        if matches!(line, "---" | "...") || line.strip_prefix("--- ").is_some_and(is_word) {
            return Some(0..3 + end);
        }
        loose |= line.is_empty();
        // A text between two rules may have a label, too, but that begins with a capital.
        let told = is_keyed(line) && !(loose && line.starts_with(char::is_uppercase));
        if end > LONGEST || !told && !line.is_empty() {
            break;
        }
    }
    None
}

fn is_word(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase())
}

/// Whether a line is `key: value`, or belongs to the one above.
fn is_keyed(line: &str) -> bool {
    let key = line.split_once(':').map(|(key, _)| key);
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    key.is_some_and(|k| k.chars().all(plain)) || line.starts_with([' ', '-', '#'])
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn a_head_of_keys_between_two_rules_is_told_from_a_text_between_rules() {
        let head = "---\ntitle: Mills\ndate: 2021-03-04\ntags:\n  - a\n---\n";
        assert_eq!(place(&format!("{head}\nText.")), Some(0..head.len()));
        let head = "---\r\ntitle: Mills\r\n---\r\n";
        assert_eq!(place(&format!("{head}Text.")), Some(0..head.len()));
        let head = "---\ntitle: Mills\n...\n";
        assert_eq!(place(&format!("{head}Text.")), Some(0..head.len()));
        let head = "---\n\ntitle: Mills\n\nauthor:\n -\n    ins: A. Model\n\n--- abstract\n";
        assert_eq!(place(&format!("{head}Text.")), Some(0..head.len()));
        assert_eq!(place("---\n\nNote: A text between rules.\n---\n"), None);
        assert_eq!(place("---\n\nA text between rules.\n---\n"), None);
        assert_eq!(place("---\ntitle: Mills\n"), None);
    }
}
