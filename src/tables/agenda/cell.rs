//! The cells of a programme's table that hold more than one thing.

use super::fill::fill_title;
use super::kind;
use super::number::item_number;
use super::objective;
use super::slot::{Slot, Talk};
use super::title::parts;
use super::who::Who;
use crate::block::ends_in_small_word;
use crate::flow::Flow;
use crate::lexicon::List;
use crate::value::person::{Evidence, looks_like_organisation, name_at};

/// A title cell: its first lines are the title, those that name people or are labelled are not.
pub(super) fn title_cell<'s>(slot: &mut Slot<'s>, cell: &Flow<'s>, who: &Who) {
    let mut title: Option<Flow> = None;
    let mut done = false;
    let lines: Vec<_> = cell.lines().collect();
    let above = lines.len() > 1 && is_placed_person(&cell.as_str()[lines[0].clone()], who);
    for (nth, range) in lines.into_iter().enumerate() {
        let line = cell.slice(range);
        let text = line.as_str();
        // `Ana Novak (MFA)` over `Maps of mud`
        if nth == 0 && above {
            slot.presenters.push(line);
            continue;
        }
        let labelled = [List::LabelObjective, List::LabelDetails]
            .iter()
            .any(|&l| who.labelled(l, text).is_some());
        let everyone = who.lexicon.list(List::AgendaEveryone).is(text);
        let people = title.is_some() && (everyone || who.presents(text));
        if people {
            slot.presenters.push(line);
            done = true;
        } else if let Some(talk) = talk_in_cell(&line, who).filter(|_| title.is_some()) {
            slot.talks.push(talk);
            done = true;
        } else if labelled && title.is_some() {
            objective::split(&line, slot, who);
            done = true;
        } else if done {
            slot.details.append(" ", &line.whole());
        } else if title
            .as_ref()
            .is_some_and(|title| parts_from(title, &line, who))
        {
            slot.details.append("; ", &line.whole());
        } else {
            match &mut title {
                Some(title) => title.join(&line),
                None => title = Some(line),
            }
        }
    }
    let Some(title) = title else {
        return;
    };
    if !slot.title.is_empty() {
        slot.details.append(" ", &title.whole());
        return;
    }
    match objective_inside(title.as_str(), who) {
        Some(at) => {
            fill_title(slot, &title.slice(0..at).trim(), who);
            objective::split(&title.slice(at..title.len()), slot, who);
        }
        None => fill_title(slot, &title, who),
    }
}

/// Whether a line is one name and a body in brackets, and nothing else: `Ana Novak (MFA)`.
fn is_placed_person(text: &str, who: &Who) -> bool {
    let Some((name, inner)) = text.strip_suffix(')').and_then(|t| t.split_once(" (")) else {
        return false;
    };
    let named = name_at(name, who.lang).filter(|n| n.span == (0..name.len()));
    let sure = named.is_some_and(|n| n.evidence >= Evidence::Weak) || who.known.is_person(name);
    // `MFA` and `Alder & TU/e`, but not `Part 2`.
    let capitals = inner.chars().filter(|c| c.is_uppercase()).count();
    let short =
        capitals > 1 && inner.len() <= SHORT_BODY && !inner.contains(|c: char| c.is_ascii_digit());
    let body = || looks_like_organisation(inner, who.lang, &who.known) >= Evidence::Likely;
    sure && who.role(inner).is_none() && (short || body())
}

/// A body in brackets told by its capitals is no longer.
const SHORT_BODY: usize = 24;

/// Whether a line that a table's author set apart with `<br>` goes not on with the title above it: that is whole, and the
/// line begins anew.
fn parts_from(title: &Flow, line: &Flow, who: &Who) -> bool {
    let end = title.spans(0..title.len()).cover();
    let gap = end.and_then(|s| who.source.get(s.end as usize..line.source_start() as usize));
    if !gap.is_some_and(|g| g.contains("<br")) {
        return false;
    }
    let text = title.as_str();
    let open = text.matches('(').count() > text.matches(')').count();
    let cut = text.ends_with([',', ':', ';', '-', '\u{2013}', '\u{2014}', '/', '&']);
    let words = text.split(' ').count();
    let kind = kind::kind(text, who.lexicon);
    // `Session 1` and `Panel` have their titles below them, as a lone word may.
    let label = words <= 3 && who.lexicon.list(List::SessionLabel).starts(text).is_some()
        || words <= 2
            && matches!(
                kind,
                "panel" | "keynote" | "presentation" | "group_work" | "plenary"
            )
        || words == 1 && kind == kind::ANY;
    let anew = line
        .as_str()
        .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    anew && !open && !cut && !label && !ends_in_small_word(text)
}

/// A line of a cell with a bullet or number before a talk and whoever gives it.
fn talk_in_cell<'s>(line: &Flow<'s>, who: &Who) -> Option<Talk<'s>> {
    let text = line.as_str();
    let bullet = text.trim_start_matches(['-', '*', '\u{2022}', '\u{2013}', 'o']);
    let at = match item_number(text, who) {
        Some((_, at)) => at,
        None if bullet.starts_with(' ') => text.len() - bullet.trim_start().len(),
        None => return None,
    };
    let line = line.slice(at..text.len());
    let parts = parts(line.as_str(), who);
    let first = parts
        .presenters
        .first()
        .filter(|_| !parts.title.is_empty())?;
    let end = parts.presenters.last().map_or(first.end, |r| r.end);
    Some(Talk {
        title: line.slice(parts.title.clone()).trim(),
        presenters: line.slice(first.start..end).trim(),
    })
}

/// Where an objective begins inside a title.
fn objective_inside(text: &str, who: &Who) -> Option<usize> {
    let found = who
        .lexicon
        .list(List::LabelObjective)
        .find_iter(text)
        .map(|(r, _)| r);
    let mut found = found.filter(|r| {
        r.start > 0
            && text[r.end..].starts_with(':')
            && text[r.start..].starts_with(char::is_uppercase)
    });
    found.next().map(|r| r.start)
}

/// A cell of presenters. A line in it that is labelled or names nobody belongs to the details.
pub(super) fn presenter_cell<'s>(slot: &mut Slot<'s>, cell: &Flow<'s>, who: &Who) {
    let lines: Vec<_> = cell.lines().collect();
    if lines.len() < 2 {
        slot.presenters.push(cell.clone());
        return;
    }
    let mut people = Vec::new();
    let mut others = 0;
    for range in lines {
        let line = cell.slice(range);
        let text = line.as_str();
        let labelled = who
            .labelled(List::LabelObjective, text)
            .or(who.labelled(List::LabelDetails, text))
            .is_some();
        let sentence = text.ends_with('.') && !who.presents(text) && text.contains(' ');
        if labelled || sentence {
            objective::split(&line, slot, who);
            others += 1;
        } else {
            people.push(line);
        }
    }
    match others {
        0 => slot.presenters.push(cell.clone()),
        _ => slot.presenters.extend(people),
    }
}
