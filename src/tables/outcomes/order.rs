//! The numbers of headings, by which a numbered line shows that it titles the next part though it looks like an item.

use crate::outline::{Outline, Unit, UnitKind};

/// The number of the last heading with one part, two parts, ..., and how deep it is.
#[derive(Debug, Default)]
pub(super) struct Order {
    last: Vec<(Vec<u32>, u16)>,
}

impl Order {
    /// Takes in the number of a heading or of a line that serves as one.
    pub(super) fn pass(&mut self, outline: &Outline, unit: &Unit, depth: u16) {
        let number = match unit.kind {
            UnitKind::Heading(section) => outline.sections[section].number.clone(),
            _ => unit.number(),
        };
        let Some(number) = number.and_then(|n| parts(n.as_str())) else {
            return;
        };
        self.last.truncate(number.len());
        self.last.resize(number.len() - 1, (Vec::new(), 0));
        self.last.push((number, depth));
    }

    /// How deep the heading is whose number a short numbered line goes on from, where the list above it does not.
    pub(super) fn goes_on(&self, above: Option<&Unit>, unit: &Unit) -> Option<u16> {
        let titles = is_title(unit);
        let number = unit.number().and_then(|n| parts(n.as_str()));
        let number = number.filter(|_| titles && unit.gap > 0)?;
        let before = above.filter(|u| u.kind == UnitKind::Item);
        let before = before.and_then(|u| parts(u.number()?.as_str()));
        let (last, depth) = self.last.get(number.len() - 1)?;
        let listed = before.is_some_and(|b| follows(&b, &number));
        (follows(last, &number) && !listed).then_some(*depth)
    }
}

/// Whether a line is short and no sentence.
pub(super) fn is_title(unit: &Unit) -> bool {
    // `Applications (Ana Example)` names who tells of it.
    let text = unit.text();
    let named = text.strip_suffix(')').and_then(|t| t.rsplit_once(" ("));
    let named = named.filter(|(_, n)| n.contains(' ') && n.split(' ').all(is_capital));
    let text = named.map_or(text, |(head, _)| head.trim_end());
    text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && !text.ends_with(['.', ',', ';', ':', ')', '!'])
        && text.split(' ').nth(10).is_none()
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Whether a number is the next one after another of its kind.
fn follows(last: &[u32], number: &[u32]) -> bool {
    let (Some((a, above)), Some((b, own))) = (last.split_last(), number.split_last()) else {
        return false;
    };
    above == own && a.checked_add(1) == Some(*b)
}

/// The parts of a number in figures: `4.2`.
fn parts(number: &str) -> Option<Vec<u32>> {
    let parts = number.trim_matches(['(', ')', '.', ' ']).split('.');
    let parts: Option<Vec<u32>> = parts.map(|p| p.parse().ok()).collect();
    parts.filter(|p| p.len() <= 6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_by_their_parts() {
        assert_eq!(parts("4.2."), Some(vec![4, 2]));
        assert_eq!(parts("(a)"), None);
        assert!(follows(&[4, 1], &[4, 2]));
        assert!(!follows(&[4, 1], &[5, 2]) && !follows(&[4], &[4, 1]) && !follows(&[4], &[6]));
    }
}
