//! Headings, lines and lead-ins that name a programme, by their words and by what stands right below.

use super::days;
use super::number::lone_number;
use super::region::{AHEAD, FAR, SHORT, timed};
use super::title::parts;
use super::who::Who;
use crate::flow::Flow;
use crate::lexicon::List;
use crate::outline::{Outline, Unit, UnitKind};
use crate::value::may_be_letter_off;
use std::ops::Range;

/// The title of a document is one of its first units.
const FRONT: usize = 3;

/// So many items that last make a list of them an agenda.
const LASTING: usize = 3;

/// A heading that names a programme among other words, with times or the head of a day right below it.
pub(super) fn over_times(outline: &Outline, at: usize, who: &Who) -> Option<bool> {
    let unit = &outline.units[at];
    let title = match unit.kind {
        UnitKind::Heading(section) => outline.sections[section].title.as_str(),
        UnitKind::Paragraph if !unit.text().ends_with('.') => unit.text(),
        // `The following is the schedule of the meeting.`
        UnitKind::Paragraph if who.lexicon.list(List::AgendaLeadIn).found_in(unit.text()) => {
            unit.text()
        }
        _ => return None,
    };
    let short = || title.split_whitespace().count() <= 14;
    let about = || who.lexicon.list(List::AgendaAbout).found_in(title);
    if !who.lexicon.list(List::HeadingAgenda).found_in(title)
        || !short()
        || about()
        || tells_open_hours(title, who)
        || timed(unit, who)
        || who.presents(title)
        || lone_number(title, who).is_some()
    {
        return None;
    }
    // Among the items of a programme such a line is one of them: `Programme budget matters`.
    let above = outline.units[..at].iter().rev().take(2 * AHEAD);
    if unit.kind == UnitKind::Paragraph && above.filter(|u| timed(u, who)).count() >= 2 {
        return None;
    }
    let below = || outline.units[at + 1..].iter().take(2 * AHEAD);
    let times = below().filter(|u| timed(u, who)).count();
    let days = || below().any(|u| days::day_line(&u.flow, who).is_some());
    (times >= 2 || times == 1 && days()).then_some(false)
}

/// So many numbered items right below `Adoption of the agenda` are the agenda that was adopted.
const ITEMS: usize = 4;

/// A heading that names a programme among other words, with the numbered items of one right below it.
pub(super) fn over_numbers(outline: &Outline, at: usize, who: &Who) -> Option<bool> {
    let UnitKind::Heading(section) = outline.units[at].kind else {
        return None;
    };
    let title = outline.sections[section].title.as_str();
    let words = title.split_whitespace().count();
    let named = words <= 6 && who.lexicon.list(List::HeadingAgenda).found_in(title);
    let below = outline.units.get(at + 1..at + 1 + ITEMS)?;
    let numbered = |(i, u): (usize, &Unit)| {
        let number = u.number().map(|n| n.value);
        let first = number.as_deref().map(|n| n.trim_end_matches('.'));
        u.kind == UnitKind::Item && first == Some((i + 1).to_string().as_str())
    };
    (named && below.iter().enumerate().all(numbered)).then_some(true)
}

/// A title at the very start of the document that names a programme, items with numbers and durations below: an agenda
/// with its place and its people between.
pub(super) fn over_lasting(outline: &Outline, at: usize, who: &Who) -> Option<bool> {
    if at >= FRONT {
        return None;
    }
    let title = outline.units[at].text();
    let short = title.split_whitespace().count() <= 9 && !title.ends_with('.');
    if !short || !who.lexicon.list(List::HeadingAgenda).found_in(title) {
        return None;
    }
    let below = outline.units[at + 1..].iter().take(2 * FAR);
    let lasts = |u: &&Unit| {
        let item = u.kind == UnitKind::Item && u.number().is_some();
        item && u.flow.len() <= SHORT && parts(u.text(), who).duration.is_some()
    };
    (below.filter(lasts).count() >= LASTING).then_some(true)
}

/// Whether a line stands over the hours of a shop or an office: `Horario de la biblioteca`, `The shop is open on Saturday:`.
pub(super) fn tells_open_hours(text: &str, who: &Who) -> bool {
    who.lexicon.list(List::AgendaOpenHours).found_in(text)
}

/// Whether a heading is a programme's, and if so, whether it says nothing else.
pub(super) fn heading(text: &str, who: &Who) -> Option<bool> {
    let text = text.trim_matches([' ', ':', '*', '.']);
    let words = text.split_whitespace().take(10).count();
    if words == 0 || words > 9 || lone_number(text, who).is_some() || tells_open_hours(text, who) {
        return None;
    }
    if fuzzy(text, who) {
        return Some(true);
    }
    let found: Vec<Range<usize>> = who
        .lexicon
        .list(List::HeadingAgenda)
        .find_iter(text)
        .map(|(r, _)| r)
        .collect();
    // `Programrne de la réunion`: as a scanner reads it.
    if found.is_empty() && text.contains("rn") {
        return heading(&text.replace("rn", "m"), who);
    }
    let (first, last) = (found.first()?, found.last()?);
    // `Opening and adoption of the agenda` is an item.
    let before = text[..first.start].trim_end();
    if who.lexicon.list(List::AgendaAbout).find(before).is_some() {
        return None;
    }
    let qualifier = who.lexicon.list(List::AgendaQualifier);
    // `Agenda (DOC/14 Rev. 1)`: the sign of a document says nothing else.
    let tail = &text[last.end..];
    let sign = tail
        .find(" (")
        .filter(|at| tail.ends_with(')') && (tail.contains('/') || is_sign(&tail[*at..])));
    let tail = sign.map_or(tail, |at| &tail[..at]);
    let rest = [&text[..first.start], tail].concat();
    let bare = |w: &str| w.trim_matches(|c: char| !c.is_alphanumeric()).to_string();
    let plain = rest.split_whitespace().map(bare).all(|w| {
        w.is_empty()
            || w.chars().all(|c| c.is_ascii_digit() || "IVX".contains(c))
            || qualifier.is(&w)
            // `Today's agenda`, `The board's programme`
            || w.ends_with("'s")
            || w.ends_with("\u{2019}s")
    });
    let at_edge = first.start == 0
        || last.end == text.len()
        || text[..first.start]
            .trim_end()
            .ends_with([':', '-', '\u{2013}']);
    (plain || at_edge).then_some(plain)
}

/// `(N 112)`, `(WG2-07)`: figures, and no small letters.
fn is_sign(bracket: &str) -> bool {
    let figures = bracket.bytes().any(|b| b.is_ascii_digit());
    figures && !bracket.contains(char::is_lowercase)
}

/// A heading of one or two words a letter off, as bad scans print them.
fn fuzzy(text: &str, who: &Who) -> bool {
    if text.len() > 24 {
        return false;
    }
    let folded: String = text
        .to_lowercase()
        .chars()
        .map(|c| match c {
            '0' => 'o',
            '1' | '|' => 'l',
            '5' => 's',
            c => c,
        })
        .collect();
    let garbled = text
        .chars()
        .any(|c| c.is_ascii_digit() || c == '|' || c == 'l')
        || text.len() >= 6;
    garbled
        && who.lexicon.list(List::HeadingAgenda).iter().any(|phrase| {
            phrase.len() >= 6
                && may_be_letter_off(&folded, phrase)
                && strsim::levenshtein(&folded, phrase) <= 1
        })
}

/// A line that announces a programme: the bare word on a line of its own, or a lead-in that ends in a colon.
pub(super) fn announced(flow: &Flow, who: &Who) -> Option<bool> {
    let text = flow.as_str();
    // `Annex 1: Agenda ........ 14` is a line of the contents.
    let listed = text.ends_with(|c: char| c.is_ascii_digit()) && text.contains("...");
    // `HORAIRE :` over a time is the label of a session's box.
    let label = text.strip_suffix(':').map_or("", str::trim_end);
    if text.len() > 250 || listed || who.lexicon.list(List::SessionTime).is(label) {
        return None;
    }
    let bare = text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ' '));
    if bare.len() <= 60 && !text.ends_with(['.', ';', ',']) && heading(bare, who) == Some(true) {
        return Some(true);
    }
    // What was not on the agenda may stand before another sentence that ends in a colon.
    let last = text.rsplit_once(". ").map_or(text, |(_, last)| last);
    let lead_in = text.ends_with(':') && who.lexicon.list(List::HeadingAgenda).found_in(last);
    lead_in.then_some(true)
}
