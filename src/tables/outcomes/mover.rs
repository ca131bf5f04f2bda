//! A motion whose label holds only who moved it, its words on the next line: `Motion: (A. Example/B. Sample)` above
//! `That the agenda be approved.`

use super::kind::{Family, Kind, kind_at};
use super::walk::Walk;
use crate::lexicon::{Lexicon, List};
use crate::outline::Unit;
use crate::value::sentence::sentences;

/// Names in brackets are no longer, in bytes.
const NAMES: usize = 80;

/// Whether words behind a label are only names in brackets, or names with who seconded: `Ana Example  Second: Bo Sample`.
pub(super) fn only_movers(lexicon: &Lexicon, text: &str) -> bool {
    let seconded = [List::OutcomeSeconded, List::OutcomeVoted].map(|l| lexicon.list(l));
    let beside = text.split_once(": ").filter(|_| text.len() <= NAMES);
    let capitals = |t: &str| {
        let mut words = t.split([' ', '/']).filter(|w| !w.is_empty());
        words.clone().count() >= 1 && words.all(|w| w.starts_with(char::is_uppercase))
    };
    let paired = beside.is_some_and(|(first, second)| {
        seconded.iter().any(|l| l.ends(first))
            && capitals(first)
            && capitals(second)
            && !text.ends_with('.')
    });
    if paired {
        return true;
    }
    let inner = text
        .trim()
        .strip_prefix('(')
        .and_then(|t| t.strip_suffix(')'));
    inner.is_some_and(|names| {
        let words = || names.split([' ', '/', ',']).filter(|w| !w.is_empty());
        names.len() <= NAMES
            && words().count() >= 2
            && words().all(|w| w.starts_with(char::is_uppercase))
    })
}

/// Whether a line is the label of a decision with nothing but its movers.
fn labels_movers(lexicon: &Lexicon, text: &str) -> bool {
    let label = kind_at(lexicon, Family::Label, text);
    let rest = label.filter(|(_, kind)| *kind == Kind::Decision);
    let rest = rest.and_then(|(len, _)| text[len..].trim_start().strip_prefix(':'));
    rest.is_some_and(|t| only_movers(lexicon, t))
}

/// Whether a line tells that what stands below it was moved and carried: `Proposé par A, appuyé par B et résolu :`.
fn carries(lexicon: &Lexicon, text: &str) -> bool {
    let open = text.trim_end().ends_with(':');
    open && lexicon.list(List::OutcomeCarried).found_in(text)
}

/// So many bytes at most number a resolution.
const CODE: usize = 14;

/// The number of a resolution that stands before its words: `CF-21-07 d'adopter`.
fn code_before(text: &str) -> Option<&str> {
    let (code, rest) = text.split_once(' ')?;
    let sign = |c: char| c.is_ascii_digit() || c.is_ascii_uppercase() || "-./".contains(c);
    let fits = code.len() <= CODE && code.contains(|c: char| c.is_ascii_digit());
    let words = rest.trim_start().starts_with(char::is_lowercase);
    (fits && words && code.chars().all(sign)).then_some(code)
}

impl<'a> Walk<'_, 'a> {
    /// Reads what a line above says was moved and carried, with its number; whether it was.
    fn carried_above(&mut self, at: usize, unit: &Unit<'a>) -> bool {
        let lexicon = self.x.lexicon;
        let above = at.checked_sub(1).map(|i| &self.x.outline.units[i]);
        if !above.is_some_and(|u| carries(lexicon, u.text())) {
            return false;
        }
        let code = code_before(unit.text()).map_or(0, str::len);
        let words = unit.text()[code..].trim_start();
        if lexicon.list(List::OutcomeThat).starts(words).is_none() {
            return false;
        }
        let mut row = self.row(Kind::Decision, "label");
        row.number = unit.flow.cell(0..code);
        row.text = unit
            .flow
            .cell(unit.flow.len() - words.len()..unit.flow.len());
        row.session_id = self.session(at);
        self.rows.push(row);
        true
    }

    /// Reads the words of a motion below the line with its movers; whether they were.
    pub(super) fn moved_above(&mut self, at: usize, unit: &Unit<'a>) -> bool {
        let lexicon = self.x.lexicon;
        let above = at.checked_sub(1).map(|i| &self.x.outline.units[i]);
        let that = lexicon
            .list(List::OutcomeThat)
            .starts(unit.text())
            .is_some();
        if !that || !above.is_some_and(|u| labels_movers(lexicon, u.text())) {
            return self.carried_above(at, unit);
        }
        let first = sentences(unit.text(), lexicon).next();
        let first = first.unwrap_or(0..unit.flow.len());
        let vote = self.with_votes(at, &unit.text()[first.end..]);
        if !lexicon.list(List::OutcomeLost).found_in(&vote) {
            let mut row = self.row(Kind::Decision, "label");
            row.text = unit.flow.cell(first);
            row.session_id = self.session(at);
            self.rows.push(row);
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lang;

    #[test]
    fn movers_in_brackets_are_not_what_is_moved() {
        let lex = Lang::En.lexicon();
        assert!(labels_movers(lex, "Motion: (A. Example/B. Sample)"));
        assert!(labels_movers(lex, "MOTION: (Example, Sample)"));
        assert!(!labels_movers(lex, "Motion: (as amended)"));
        assert!(!labels_movers(lex, "Motion: That the mill be kept."));
        assert_eq!(code_before("CF-21-07 d'adopter la carte"), Some("CF-21-07"));
        assert_eq!(code_before("GEO-7011 Eau du moulin"), None);
    }
}
