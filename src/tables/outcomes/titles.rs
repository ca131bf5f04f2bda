//! Lines that serve as headings though nothing sets them so.

use super::heading::{head, without_number};
use super::kind::{Family, kind_at};
use super::label::label_number;
use super::lead::is_lead;
use super::list::coded;
use super::walk::Walk;
use crate::block::is_person;
use crate::lexicon::{Lexicon, List};
use crate::outline::{Unit, UnitKind};
use crate::tables::is_symbol;
use crate::value::person::is_given_name;
use std::ops::Range;

/// The title of a list is no longer, in bytes.
const LISTED: usize = 120;

impl Walk<'_, '_> {
    /// Whether a line without blanks around it titles one of several lists that a sentence leads to: `The group
    /// recommended:`, `In schools`, `- ...`, `At home`, `- ...`.
    fn titles_led_list(&self, at: usize) -> bool {
        let units = &self.x.outline.units;
        let unit = &units[at];
        let close = |i: usize, kind| units.get(i).is_some_and(|u| u.gap == 0 && u.kind == kind);
        if unit.kind != UnitKind::Paragraph || unit.gap > 0 || !close(at + 1, UnitKind::Item) {
            return false;
        }
        let text = unit.text();
        let short = text.len() <= LISTED && text.starts_with(char::is_uppercase);
        let bulleted = units[at + 1].number().is_none();
        let open = !text.ends_with(['.', ',', ';', ':', '!', '?', ')']);
        let above = at.checked_sub(1).map(|i| &units[i]);
        let led = above.is_some_and(|u| match u.kind {
            UnitKind::Paragraph => is_lead(u.text()),
            UnitKind::Item => self.scopes.is_led(),
            _ => false,
        });
        short && bulleted && open && led
    }

    /// A line that serves as a heading though it is not set as one: alone, short, with a number, in capitals or named.
    pub(super) fn is_heading_like(&self, at: usize) -> bool {
        let units = &self.x.outline.units;
        let unit = &units[at];
        if self.titles_led_list(at) {
            return true;
        }
        let text = unit.text().trim_end_matches([':', ' ']);
        let (Some(first), Some(last)) = (text.chars().next(), text.chars().next_back()) else {
            return false;
        };
        let short = text.len() <= 80 && text.split(' ').count() <= 10;
        let starts = first.is_uppercase() || first.is_ascii_digit();
        let above = at.checked_sub(1).map(|i| units[i].kind);
        // In a text without blank lines a head stands right below another one, or below the list before it.
        let headed = matches!(above, Some(UnitKind::Heading(_)));
        let listed = above == Some(UnitKind::Item) && unit.kind == UnitKind::Paragraph;
        let names = || text.split(' ').count() <= 3 && head(self.x.lexicon, text).is_some();
        let apart = at == 0 || unit.gap > 0 || (headed || listed) && names();
        // `Facilitator: A; Rapporteur: B` names people.
        let boxed = text.contains("; ") && text.contains(": ");
        // `Talks \u{2018}should go beyond the web\u{2019}`: what somebody said stands on its own line, too.
        let boxed = boxed
            || text.contains(['\u{2018}', '\u{201c}'])
                && self.x.lexicon.list(List::OutcomeMust).found_in(text);
        if !(short && starts && apart) || boxed || text.contains("...") {
            return false;
        }
        let named = head(self.x.lexicon, text).is_some();
        let open = (named && last == '?')
            || !matches!(last, '.' | ',' | ';' | '!' | '?' | ')' | ']' | '_');
        let below = units.get(at + 1);
        let over_prose =
            below.is_some_and(|u| u.gap == 0 && is_prose(u)) && text.split(' ').count() <= 7;
        let over_codes = below.is_some_and(|u| u.gap == 0 && coded(u.text()).is_some());
        let over_list = below.is_some_and(|u| u.gap == 0 && u.kind == UnitKind::Item);
        let ordinal = label_number(self.x.lexicon, text).is_some();
        let over_numbers = below.is_some_and(|u| is_deeper(unit, u));
        let titles = over_prose
            || ordinal
            || over_numbers
            || over_codes && named
            || named && below.is_some_and(|u| self.is_in_columns(u))
            || below.is_some_and(|u| u.gap > 0 || u.kind != unit.kind);
        if !(open && titles) {
            return false;
        }
        let rest = without_number(text);
        let numbered = unit.marker.is_some() || rest.len() < text.len();
        let capitals = !rest.chars().any(char::is_lowercase) && rest.len() >= 4;
        // A numbered line over bullets or over its own parts titles them.
        let over =
            below.is_some_and(|u| u.kind == UnitKind::Item && u.number().is_none()) || over_numbers;
        // `2.1 Data`, right over a passage.
        let part = over_prose
            && unit
                .number()
                .is_some_and(|n| n.as_str().trim_end_matches('.').contains('.'));
        match unit.kind {
            UnitKind::Item => (capitals || named || over || part) && unit.number().is_some(),
            _ if over_prose || over_list => !text.contains([',', ':']) || named,
            _ => capitals || named || (numbered && rest.starts_with(char::is_uppercase)),
        }
    }
}

/// So many words at most title the passage that they open.
const RUN_IN: usize = 9;

impl Walk<'_, '_> {
    /// Whether the line above titles business, and is not itself what was moved.
    pub(super) fn is_titled_business(&self, at: usize) -> bool {
        let above = at.checked_sub(1).map(|i| &self.x.outline.units[i]);
        above.is_some_and(|u| {
            matches!(u.kind, UnitKind::Heading(_) | UnitKind::Label)
                && !self
                    .x
                    .lexicon
                    .list(List::OutcomeLabelDecision)
                    .found_in(u.text())
        })
    }

    /// The bold words that title the passage they open, with where the passage goes on behind them: `**Fees.** The Board
    /// agreed ...`; none where a sentence before `from` is still theirs, or where they name somebody or a kind of outcome.
    pub(super) fn run_in_title(&self, unit: &Unit, from: usize) -> Option<(Range<usize>, usize)> {
        let text = unit.text();
        let ends = memchr::memchr_iter(b' ', text.as_bytes()).take(RUN_IN);
        let end = ends.into_iter().find(|&end| {
            let plain = text[..end].trim_end_matches([':', '.']).len();
            self.x.is_bold(&unit.flow, 0..end) || self.x.is_bold(&unit.flow, 0..plain)
        })?;
        let title = text[..end].trim_end_matches([':', '.', ' ']);
        let signed = title.len() < end;
        let opens = text[end + 1..].starts_with(char::is_uppercase);
        let starts = title.starts_with(char::is_uppercase);
        let lexicon = self.x.lexicon;
        let office = lexicon.list(List::SayOffice).is(title);
        let names = office || self.x.roster.find(title).is_some() || is_person(title);
        let kind =
            head(lexicon, title).is_some() || kind_at(lexicon, Family::Label, title).is_some();
        let told = from == 0 || from > end;
        (starts && (signed || opens) && told && !names && !kind)
            .then_some((0..title.len(), end + 1))
    }
}

/// Whether a paragraph is at least one full sentence of some length.
fn is_prose(unit: &Unit) -> bool {
    let text = unit.text();
    unit.kind == UnitKind::Paragraph && text.len() >= 60 && text.ends_with(['.', '!', '?', ':'])
}

/// Whether an item's number goes on from another's: `4.1` below `4.`.
fn is_deeper(unit: &Unit, below: &Unit) -> bool {
    let (Some(own), Some(inner)) = (unit.number(), below.number()) else {
        return false;
    };
    let rest = inner
        .as_str()
        .strip_prefix(own.as_str().trim_end_matches('.'));
    rest.is_some_and(|r| r.starts_with('.') && r.len() > 1)
}

/// Whether a numbered line without a stop names a motion and nothing more is told of it.
pub(super) fn is_titled(lexicon: &Lexicon, unit: &Unit, text: &str, rest: &str) -> bool {
    let told = [List::OutcomeVoted, List::OutcomeVerbDecision].map(|l| lexicon.list(l));
    unit.number().is_some()
        && text.len() == unit.text().len()
        && text.ends_with(char::is_alphanumeric)
        && !told.iter().any(|l| l.found_in(text) || l.found_in(rest))
}

/// How long the label of an item is before its title: `Agenda item 2 \u{2014} `.
pub(super) fn item_label(lexicon: &Lexicon, title: &str) -> usize {
    let len = lexicon.list(List::AgendaItem).starts(title);
    let rest = len.map_or("", |len| title[len..].trim_start());
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let signs = [' ', ':', '.', '-', '\u{2013}', '\u{2014}'];
    let own = rest[digits..].trim_start_matches(signs);
    let parted = digits > 0 && own.len() < rest.len() - digits && !own.is_empty();
    if parted { title.len() - own.len() } else { 0 }
}

/// A title without what stands in brackets at its end and is no part of it: who presents it, as in `Dredging (I. Example)`,
/// `Fees (Ms Example, B. Sample)`, or its place in the agenda, as in `Seals (agenda item 5)`.
pub(super) fn without_presenter(lexicon: &Lexicon, title: &str) -> usize {
    let whole = title.trim_end().len();
    let item = lexicon.list(List::AgendaItem);
    let mut opens = title.match_indices(" (").map(|(i, _)| i);
    let placed = |i: &usize| {
        let inner = &title[i + 2..];
        let symbol = inner
            .split_once(')')
            .is_some_and(|(s, _)| s.contains('/') && is_symbol(s));
        symbol || item.starts(inner).is_some()
    };
    if let Some(open) = opens.find(|i| *i > 0 && placed(i)) {
        return without_presenter(lexicon, &title[..open]);
    }
    let continued = lexicon.list(List::AgendaContinued);
    let Some((open, inner)) = title
        .trim_end()
        .strip_suffix(')')
        .and_then(|body| body.rsplit_once(" ("))
    else {
        return title.len();
    };
    if continued.is(inner.trim()) {
        return open.trim_end().len();
    }
    let initial = |w: &str| {
        let mut letters = w.trim_end_matches('.').chars();
        w.ends_with('.') && letters.next().is_some_and(char::is_uppercase) && w.len() <= 6
    };
    let person = |who: &str| {
        let who = who.trim();
        let titled = lexicon.list(List::Honorific).starts(who);
        let name = who[titled.unwrap_or(0)..].trim_start_matches(['.', ' ']);
        let mut words = name.split(' ');
        let capitals = words
            .clone()
            .all(|w| w.starts_with(char::is_uppercase) || lexicon.list(List::Particle).is(w));
        let first = words.next().unwrap_or("");
        let named = initial(first) || is_given_name(first);
        capitals && (titled.is_some() || named && words.next().is_some())
    };
    let people = inner
        .split([',', ';', '/', '&'])
        .flat_map(|p| p.split(" and "));
    match inner.len() <= 60 && !open.is_empty() && people.into_iter().all(person) {
        true => whole - inner.len() - 3,
        false => title.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lang;

    #[test]
    fn a_presenter_in_brackets_is_no_part_of_a_topic() {
        let topic = |t: &'static str| &t[..without_presenter(Lang::En.lexicon(), t)];
        assert_eq!(topic("Dredging (I. Example)"), "Dredging");
        assert_eq!(topic("Fees (Ms Sample, Ana Example)"), "Fees");
        let label = |t: &'static str| &t[item_label(Lang::En.lexicon(), t)..];
        assert_eq!(label("AGENDA ITEM 2 \u{2014} SEALS"), "SEALS");
        assert_eq!(label("Items of silver"), "Items of silver");
        assert_eq!(topic("Seals (agenda item 5) (continued)"), "Seals");
        assert_eq!(topic("Deltas (continued) (AB/CD.2/720)"), "Deltas");
        for whole in ["Water (North Coast)", "Boats (Phase 2)", "(A. Example)"] {
            assert_eq!(topic(whole), whole);
        }
    }
}
