//! Names of which the surname stands on a line of its own, below the first name.

use super::lines::Line;
use super::name::name_at;
use super::piece::{Class, class};
use crate::lexicon::Lexicon;
use crate::value::person::is_given_name;

/// The lines with each first name and the surname below it as one, where several names of the list stand so.
pub(super) fn joined<'s>(lines: Vec<Line<'s>>, lexicon: &Lexicon) -> Vec<Line<'s>> {
    let starts: Vec<bool> = (0..lines.len())
        .map(|i| opens(&lines, i, lexicon))
        .collect();
    if starts.iter().filter(|s| **s).count() < 2 {
        return lines;
    }
    let mut found: Vec<Line> = Vec::with_capacity(lines.len());
    let mut below = false;
    for (line, starts) in lines.into_iter().zip(starts) {
        match found.last_mut().filter(|_| below) {
            Some(above) => above.flow.join(&line.flow),
            None => found.push(line),
        }
        below = starts && !below;
    }
    found
}

/// Whether a line is a first name alone, and the line right below it can only be the surname.
fn opens(lines: &[Line], at: usize, lexicon: &Lexicon) -> bool {
    let (Some(first), Some(last)) = (lines.get(at), lines.get(at + 1)) else {
        return false;
    };
    if last.gap || !first.columns.is_empty() || !last.columns.is_empty() {
        return false;
    }
    let given = first.text().split(' ').count() <= 2
        && first
            .text()
            .split([' ', '-'])
            .all(|w| is_given_name(w) || w.ends_with('.'));
    let capitals = last.text().chars().all(|c| !c.is_lowercase());
    let surname = last.text().split(' ').count() <= 3
        && last.text().starts_with(char::is_uppercase)
        && last
            .text()
            .chars()
            .all(|c| c.is_alphabetic() || " '\u{2019}-".contains(c))
        && matches!(
            class(last.text(), lexicon),
            Class::Unknown | Class::Acronym | Class::City
        )
        && (capitals || !is_given_name(last.text()));
    let person = || {
        let both = format!("{} {}", first.text(), last.text());
        name_at(&both, lexicon).is_some_and(|n| n.score > 1 && n.end == both.len())
    };
    given && surname && person()
}
