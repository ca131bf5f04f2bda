//! Roll calls that have a letter behind each name: `West: Model, Ann - P; Probe, Bo - A (ill)`.

use super::entry::Entry;
use super::group::{Group, group_of, is_category, is_heading};
use super::labels;
use super::lines::Line;
use super::piece::{ATTENDANCE, Class, attendance};
use super::signs::Seen;
use crate::flow::Flow;
use crate::lexicon::{Lexicon, List};
use std::ops::Range;

/// So many names with their letters make a list a roll call.
const LEAST: usize = 3;
/// So many lines tell.
const NEAR: usize = 60;

/// Whether the lines of a list are called from a roll, a letter behind each name.
pub(super) fn are_called(lines: &[Line], lexicon: &Lexicon) -> bool {
    let near = lines.iter().take(NEAR).filter(|l| ends_in_letter(l.text()));
    let called = near.map(|l| people(&l.flow, body(l.text()), lexicon).map_or(0, |p| p.len()));
    called.sum::<usize>() >= LEAST
}

/// Whether a capital stands alone at the end of a text, but for a bracket behind it.
fn ends_in_letter(text: &str) -> bool {
    let bare = text.trim_end_matches([' ', '.', ';', ',']);
    let before = bare.strip_suffix(')').and_then(|t| t.rsplit_once('('));
    let alone = |t: &str| {
        t.ends_with(|c: char| c.is_ascii_uppercase()) && t[..t.len() - 1].ends_with([' ', '('])
    };
    let outer = before.is_some_and(|(outer, inner)| {
        alone(outer.trim_end()) || inner.len() == 1 && inner.bytes().all(|b| b.is_ascii_uppercase())
    });
    outer || alone(bare)
}

/// What stands behind the label of a line, all of it where there is none.
fn body(text: &str) -> Range<usize> {
    labels::label(text).map_or(0, |(_, body)| body)..text.len()
}

/// The people of a line of a roll, under the body that its label names.
pub(super) fn seen<'s>(flow: &Flow<'s>, lexicon: &Lexicon) -> Option<Seen<'s>> {
    let text = flow.as_str();
    if !ends_in_letter(text) {
        return None;
    }
    let Some((label, body)) = labels::label(text) else {
        return people(flow, 0..text.len(), lexicon).map(Seen::Several);
    };
    let people = people(flow, body..text.len(), lexicon)?;
    let printed = &text[label.clone()];
    let mut group: Group = group_of(&flow.slice(label), lexicon);
    let named = group.country.is_some() || !group.organisation.is_empty();
    if !named && !is_category(printed, lexicon) && !is_heading(printed, lexicon) {
        group.organisation = group.label.clone();
    }
    Some(Seen::Run(group, people))
}

/// Everybody in a range of a text, each with a letter; nothing where somebody has none.
fn people<'s>(flow: &Flow<'s>, range: Range<usize>, lexicon: &Lexicon) -> Option<Vec<Entry<'s>>> {
    let text = &flow.as_str()[range.clone()];
    let sign = if text.contains(';') { ';' } else { ',' };
    let cut = |sign: char| {
        let mut at = range.start;
        let own = text.split(sign).map(|part| {
            let own = flow.trimmed(at..at + part.len());
            at += part.len() + 1;
            own
        });
        let own: Vec<Range<usize>> = own.filter(|r| !r.is_empty()).collect();
        own.into_iter()
            .map(|r| person(&flow.slice(r), lexicon))
            .collect::<Option<Vec<_>>>()
    };
    // `Model, Ann - P` alone in its line.
    let found = cut(sign).or_else(|| (sign == ',').then(|| cut('\n')).flatten());
    found.filter(|p| !p.is_empty())
}

/// The signs between a name and its letter.
const DASHES: [&str; 3] = [" - ", " \u{2013} ", " \u{2014} "];

/// `Model, Ann - P (by phone)`, `Ann Model (A)`.
fn person<'s>(flow: &Flow<'s>, lexicon: &Lexicon) -> Option<Entry<'s>> {
    let text = flow.as_str().trim_end_matches(['.', ' ']);
    let bracket = text.strip_suffix(')').and_then(|t| t.rfind('('));
    let outer = bracket.map_or(text, |open| text[..open].trim_end());
    let inner = bracket.map(|open| open + 1..text.len() - 1);
    let letter = |r: Range<usize>| {
        let sign = &text[r.clone()];
        let (len, index) = lexicon.list(List::AttendanceLetter).starts_with(sign)?;
        let alone = len == sign.len() && sign.starts_with(char::is_uppercase);
        alone.then(|| (r, ATTENDANCE[index].1))
    };
    let dash = DASHES.iter().find_map(|d| Some((outer.rfind(d)?, d.len())));
    let dashed = dash.and_then(|(at, len)| Some((at, letter(at + len..outer.len())?)));
    let (end, (sign, how)) = match dashed {
        Some(found) => found,
        None => (outer.len(), letter(inner.clone()?)?),
    };
    // `P (Zoom)`: the bracket says more than the letter.
    let said = inner.and_then(|r| Some((r.clone(), attendance(&text[r], lexicon)?)));
    let (sign, how) = said.unwrap_or((sign, how));
    let name = flow.slice(0..end).trim();
    let mut entry = match name.as_str().contains(',') {
        true => Entry::read_turned(&name, lexicon),
        false => Entry::read(&name, lexicon),
    }?;
    if entry.name.end < name.len() && entry.pieces.is_empty() {
        return None;
    }
    entry.add(&flow.slice(sign), Class::Attendance(how));
    Some(entry)
}

#[cfg(test)]
mod tests {
    use crate::tables::participants::tests::expect;

    #[test]
    fn a_letter_behind_each_name_tells_who_came() {
        expect(
            "ROLL CALL\nWest: Model, Renée - P; Probe, Karl - A; Test, Ilka - P (Zoom)\nEast: Trial, Joy - E\nP = present, A = absent, E = excused.\n\n1. Opening\nThe chair opened the meeting.\n",
            &[
                "Renée Model last_name=Model organisation=West attendance=present",
                "Karl Probe last_name=Probe organisation=West attendance=absent",
                "Ilka Test last_name=Test organisation=West attendance=remote",
                "Joy Trial last_name=Trial organisation=East attendance=apologies",
            ],
        );
        expect(
            "Roll call\n\nSenator Anna Model \u{2013} P\nSenator Karl Probe \u{2013} A\nSenator Ilka Test \u{2013} P\n",
            &[
                "Anna Model honorific=Senator attendance=present",
                "Karl Probe honorific=Senator attendance=absent",
                "Ilka Test honorific=Senator attendance=present",
            ],
        );
    }
}
