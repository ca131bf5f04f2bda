//! Lists in which a letter or a mark before each name tells who came: `P  Ann Model`, `[x] Bo Probe`.

use super::lines::Line;
use super::name::name_at;
use super::piece::{ATTENDANCE, attendance};
use crate::lexicon::{Lexicon, List};
use std::ops::Range;

/// What the mark at the start of a line says, where it stands, and where the name begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    pub how: &'static str,
    pub sign: Range<usize>,
    pub body: usize,
}

/// Boxes that nobody has ticked, and crosses.
const OPEN: [&str; 6] = ["[ ]", "[]", "\u{2610}", "\u{2717}", "\u{2718}", "\u{2715}"];
/// Ticked boxes.
const TICKED: [&str; 6] = ["[x]", "[X]", "\u{2611}", "\u{2612}", "\u{2713}", "\u{2714}"];

/// What a box tells: ticked or not.
pub(super) fn of_box(sign: &str) -> Option<&'static str> {
    match sign {
        _ if TICKED.contains(&sign) => Some("present"),
        _ => OPEN.contains(&sign).then_some("absent"),
    }
}

/// Whether the box behind the bullet of a line is ticked.
pub(super) fn is_ticked(line: &Line) -> bool {
    let sign = line.boxed.as_ref();
    sign.is_some_and(|b| of_box(b.as_str()) == Some("present"))
}

/// The mark that a line begins with, a name behind it.
pub(super) fn mark(text: &str, lexicon: &Lexicon) -> Option<Mark> {
    let named = |body: usize| name_at(&text[body..], lexicon).is_some_and(|n| n.score > 0);
    let signs = TICKED.iter().map(|s| (s, "present"));
    let signs = signs.chain(OPEN.iter().map(|s| (s, "absent")));
    for (sign, how) in signs {
        if let Some(rest) = text.strip_prefix(*sign) {
            let body = text.len() - rest.trim_start().len();
            return named(body).then_some(Mark {
                how,
                sign: 0..sign.len(),
                body,
            });
        }
    }
    let (letter, index) = lexicon.list(List::AttendanceLetter).starts_with(text)?;
    let rest = text[letter..].strip_prefix(['.', ':', ')', '-']);
    let rest = rest.unwrap_or(&text[letter..]);
    let body = text.len() - rest.trim_start().len();
    let apart = rest.starts_with([' ', '\t']) && text.starts_with(char::is_uppercase);
    // `A. Model` is a surname behind an initial.
    let whole = || {
        text[body..]
            .split([',', '('])
            .next()
            .is_some_and(|n| n.trim().contains(' '))
    };
    (apart && whole() && named(body)).then(|| Mark {
        how: ATTENDANCE[index].1,
        sign: 0..letter,
        body,
    })
}

/// Whether the names of a list have such marks: nearly all of them, and more than one kind of mark or many of one.
pub(super) fn are_marked(lines: &[Line], lexicon: &Lexicon) -> bool {
    let (mut people, mut marked) = (0, Vec::new());
    for line in lines.iter().take(60) {
        match mark(line.text(), lexicon) {
            Some(mark) => marked.push(line.text()[mark.sign].to_string()),
            None => {
                people += usize::from(name_at(line.text(), lexicon).is_some_and(|n| n.score > 1))
            }
        }
    }
    let all = marked.len();
    marked.sort();
    marked.dedup();
    all >= 3 && all > people * 4 && (marked.len() > 1 || all > 4)
}

/// Where a person ends before the word behind all cells that tells how they attended, a time behind it perhaps:
/// `Ann Model Vice Chair Absent`, `Bo Probe Member Present 6:30 PM`.
pub(super) fn status(text: &str, lexicon: &Lexicon) -> Option<(Range<usize>, &'static str)> {
    let timed = |w: &str| w.starts_with(|c: char| c.is_ascii_digit()) && w.contains([':', '.']);
    let noon = |w: &str| {
        matches!(
            w.to_ascii_lowercase().as_str(),
            "am" | "pm" | "a.m." | "p.m."
        )
    };
    let mut end = text.trim_end().len();
    for _ in 0..2 {
        let last = text[..end].rfind(' ')?;
        let word = &text[last + 1..end];
        if !timed(word) && !noon(word) {
            break;
        }
        end = text[..last].trim_end().len();
    }
    let start = text[..end].rfind(' ')? + 1;
    let word = &text[start..end];
    let how = attendance(word, lexicon).filter(|_| word.starts_with(char::is_uppercase))?;
    let named = name_at(text, lexicon).is_some_and(|n| n.score > 0 && n.end < start);
    named.then_some((start..end, how))
}

/// Whether a line is a person with such a word behind the last comma: `Model, Ann, present`.
pub(super) fn is_told(text: &str, lexicon: &Lexicon) -> bool {
    let Some((before, word)) = text.rsplit_once(", ") else {
        return false;
    };
    let plain = |w: &str| w.starts_with(char::is_uppercase) && !w.contains(':');
    attendance(word, lexicon).is_some()
        && attendance(before, lexicon).is_none()
        && before.split(' ').all(plain)
}

/// Whether the people of a list have such words behind them.
pub(super) fn are_told(lines: &[Line], lexicon: &Lexicon) -> bool {
    let near = || lines.iter().take(60).filter(|l| l.columns.is_empty());
    let told = near()
        .filter(|l| status(l.text(), lexicon).is_some())
        .count();
    let named = |l: &&Line| name_at(l.text(), lexicon).is_some_and(|n| n.score > 1);
    told >= 3 && told * 2 >= near().filter(named).count()
}

/// Whether a bracket at the end of a header names marks: `(Y/N)`, `(x)`.
pub(super) fn is_marks(head: &str, lexicon: &Lexicon) -> bool {
    let Some((_, inner)) = head.trim_end_matches(')').split_once(" (") else {
        return false;
    };
    let mark = |w: &str| {
        let lists = [
            List::AttendanceMark,
            List::AttendanceUnmarked,
            List::AttendanceLetter,
        ];
        lists.iter().any(|key| lexicon.list(*key).is(w.trim()))
    };
    inner.split(['/', ',']).all(mark)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lang;

    fn how(text: &str) -> Option<(&'static str, &str)> {
        let mark = mark(text, Lang::En.lexicon())?;
        Some((mark.how, &text[mark.body..]))
    }

    #[test]
    fn letters_and_boxes_stand_before_names() {
        assert_eq!(
            how("P  Ann Model, Chair"),
            Some(("present", "Ann Model, Chair"))
        );
        assert_eq!(how("E Ann Model"), Some(("apologies", "Ann Model")));
        assert_eq!(how("[ ] Ann Model"), Some(("absent", "Ann Model")));
        assert_eq!(how("[x] Ann Model"), Some(("present", "Ann Model")));
    }

    #[test]
    fn initials_are_no_marks() {
        assert_eq!(how("A Model"), None);
        assert_eq!(how("E. Probe (Lake Trust)"), None);
        assert_eq!(how("Paul Probe"), None);
    }
}
