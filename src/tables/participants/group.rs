//! What people in a list stand under: a heading or label that names a country, an organisation or a way of attending.

use super::Participant;
use super::columns::promised;
use super::name::honorifics;
use super::piece::{Class, class};
use super::row::set;
use crate::flow::Flow;
use crate::lexicon::{Lang, Lexicon, List};
use crate::schema::{Choice, Text};
use crate::value::place;
use std::ops::Range;

/// What an entry stands under.
#[derive(Clone, Debug, Default)]
pub(super) struct Group {
    /// The heading or label as printed.
    pub label: Text,
    /// It names an organisation.
    pub organisation: Text,
    /// It names the office of the one person below it.
    pub office: Text,
    /// It names a country, with the code.
    pub country: Option<(Text, &'static str)>,
    /// The country is that of the organisation in the same heading, and of nobody below the next.
    pub placed: bool,
    /// It says how they attended.
    pub attendance: Option<(&'static str, Text)>,
}

impl Group {
    /// Whether those in it did not come.
    pub fn is_away(&self) -> bool {
        matches!(self.attendance, Some(("apologies" | "absent", _)))
    }
}

/// What the group says of everybody in it.
pub(super) fn under(row: &mut Participant, group: &Group) {
    set(&mut row.list, group.label.clone());
    if let Some((country, code)) = &group.country
        && row.country.is_empty()
    {
        row.country = country.clone();
        row.country_code = Text::new(*code, country.spans.clone());
    }
    if row.organisation.is_empty() && !group.organisation.is_empty() {
        row.organisation = group.organisation.clone();
    }
    set(&mut row.job_title, group.office.clone());
    if let (None, Some((how, text))) = (row.attendance.value, &group.attendance) {
        row.attendance = Choice {
            value: Some(how),
            spans: text.spans.clone(),
        };
    }
}

/// What a heading or label over people says of them.
pub(super) fn group_of(flow: &Flow, lexicon: &Lexicon) -> Group {
    let text = flow.as_str().trim_end_matches([':', ' ']);
    let label = flow.cell(0..text.len());
    let mut group = Group {
        label: label.clone(),
        ..Group::default()
    };
    if let Some((range, code)) = country_in(text) {
        group.country = Some((flow.cell(range), code));
    } else if !is_heading(text, lexicon)
        && !points_elsewhere(text, lexicon)
        && !lexicon.list(List::HeadingCategory).is(text)
        && !is_delegate(text, lexicon)
        && !is_column(text, lexicon)
        && !is_part(text, lexicon)
        && honorifics(text, lexicon) == 0
        && lexicon.list(List::AsideStart).starts(text).is_none()
        && (is_body(text, lexicon) || lexicon.list(List::Office).is(text))
    {
        // Lists of many countries have heads in several languages.
        let post = || {
            Lang::ALL
                .iter()
                .any(|l| l.lexicon().list(List::Job).is(text))
        };
        let class = class(text, lexicon);
        let office = class == Class::Job || class == Class::Acronym && post();
        match (
            office || lexicon.list(List::Office).is(text),
            body_and_country(text),
        ) {
            (true, _) => group.office = label,
            (false, Some((body, country, code))) => {
                group.organisation = flow.cell(body);
                group.country = Some((flow.cell(country), code));
                group.placed = true;
            }
            (false, None) => group.organisation = label,
        }
    }
    group
}

/// A body with the country that it is in behind it: `Lake Trust, Kenya`, `Lake Trust (Kenya)`.
pub(super) fn body_and_country(text: &str) -> Option<(Range<usize>, Range<usize>, &'static str)> {
    let (at, end) = match text.strip_suffix(')') {
        Some(inner) => (inner.rfind(" (")?, inner.len()),
        None => (text.rfind(", ")?, text.len()),
    };
    let code = place::country(&text[at + 2..end])?.code;
    (at > 0).then_some((0..at, at + 2..end, code))
}

/// `Head of delegation`: a part in the delegation of the country or body above.
pub(super) fn is_delegate(text: &str, lexicon: &Lexicon) -> bool {
    lexicon.list(List::HeadingDelegate).is(text)
}

/// `Organization / Staff`: words of heads and categories only.
fn is_column(text: &str, lexicon: &Lexicon) -> bool {
    let known = |part: &str| {
        let part = part.trim();
        promised(part, lexicon).is_some() || lexicon.list(List::HeadingCategory).is(part)
    };
    text.split('/').all(known)
}

/// Whether a label can be the name of an organisation: it says that it is one, or its words have capitals.
fn is_body(text: &str, lexicon: &Lexicon) -> bool {
    let (mut all, mut big) = (0, 0);
    for word in text.split_whitespace().filter(|w| w.chars().count() > 3) {
        all += 1;
        big += usize::from(word.contains(char::is_uppercase));
    }
    big * 2 >= all || class(text, lexicon) != Class::Unknown
}

/// The country that a heading names, perhaps in two languages: `GERMANY / ALLEMAGNE`.
fn country_in(text: &str) -> Option<(Range<usize>, &'static str)> {
    let first = text
        .split(['/', '(', '\u{2013}'])
        .next()
        .unwrap_or(text)
        .trim();
    [text, first]
        .into_iter()
        .find_map(|part| Some((0..part.len(), place::country(part)?.code)))
}

/// Whether a label names some of the participants: `Observers`, `Staff/Contractors`, `Prospective Committee Members`.
pub(super) fn is_category(text: &str, lexicon: &Lexicon) -> bool {
    let list = lexicon.list(List::HeadingCategory);
    let part = |part: &str| {
        let part = part.trim();
        let words = part.split(' ').count();
        let last = part.rsplit(' ').next().unwrap_or(part);
        list.is(part) || (2..=4).contains(&words) && last.ends_with('s') && list.is(last)
    };
    list.is(text) || text.split(['/', '&']).all(part)
}

/// `Present: see annex`, `Participants (listed in Annex 2)`: those named stand somewhere else.
pub(super) fn points_elsewhere(text: &str, lexicon: &Lexicon) -> bool {
    let rest = text.split_once([':', '(']).map_or("", |(_, rest)| rest);
    lexicon
        .list(List::HeadingElsewhere)
        .starts(rest.trim_start())
        .is_some()
}

/// Whether a label is one for a part of those who met, by its last word in small letters: `Storage group`.
fn is_part(text: &str, lexicon: &Lexicon) -> bool {
    let last = text.rsplit(' ').next().unwrap_or("");
    last.len() < text.len()
        && last.starts_with(char::is_lowercase)
        && lexicon.list(List::HeadingPart).is(last)
}

/// Whether a line is a heading over participants, whichever they are.
pub(super) fn is_heading(text: &str, lexicon: &Lexicon) -> bool {
    if points_elsewhere(text, lexicon) {
        return false;
    }
    let mended = super::mend_capitals(text);
    let words = mended.split_whitespace().count();
    let known = lexicon.list(List::HeadingParticipants);
    // Lists of many countries have English heads in reports of other languages.
    let english = || {
        Lang::En
            .lexicon()
            .list(List::HeadingParticipants)
            .is(&mended)
    };
    // `Delegates and observers attending the third session of the conference`
    let most = if known.starts(&mended).is_some() {
        14
    } else {
        9
    };
    known.is(&mended) || (words <= most && known.found_in(&mended)) || english()
}
