//! One person and what stands behind the name: a line of a list, a cell, a block of lines.
//!
//! The pieces behind a name are read like the columns of a table: what a piece does not say by itself is taken from the
//! same place in the other entries of the list.

use super::Participant;
use super::name::{Name, name_at, turned_at};
use super::piece::{Class, class, email};
use super::slots::Slots;
use crate::flow::Flow;
use crate::lexicon::{Lexicon, List};
use crate::schema::{Choice, Text};
use crate::value::place;
use std::ops::Range;

/// A name with the pieces behind it.
#[derive(Clone, Debug)]
pub(super) struct Entry<'s> {
    pub flow: Flow<'s>,
    pub name: Name,
    pub pieces: Vec<Piece>,
    pub number: Text,
    /// The short form by which the report calls the person: `(JK)`.
    pub initials: Option<Range<usize>>,
}

/// A text between separators.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub range: Range<usize>,
    pub class: Class,
    /// Whether it stands in brackets.
    pub enclosed: bool,
}

/// What an entry stands under.
#[derive(Clone, Debug, Default)]
pub(super) struct Group {
    /// The heading or label as printed.
    pub label: Text,
    /// It names an organisation.
    pub organisation: Text,
    /// It names a country, with the code.
    pub country: Option<(Text, &'static str)>,
    /// It says how they attended.
    pub attendance: Option<(&'static str, Text)>,
}

impl<'s> Entry<'s> {
    /// The entry that `flow` is: a name that something closes.
    pub fn read(flow: &Flow<'s>, lexicon: &Lexicon) -> Option<Entry<'s>> {
        let name = name_at(flow.as_str(), lexicon)?;
        Entry::of(flow, name, lexicon)
    }

    /// The entry of a list whose names stand as `Last, First`.
    pub fn read_turned(flow: &Flow<'s>, lexicon: &Lexicon) -> Option<Entry<'s>> {
        match turned_at(flow.as_str(), lexicon) {
            Some(name) => Entry::of(flow, name, lexicon),
            None => Entry::read(flow, lexicon),
        }
    }

    /// The entry of a cell: the name in its first line, the rest below it.
    pub fn read_cell(flow: &Flow<'s>, lexicon: &Lexicon) -> Option<Entry<'s>> {
        let lines: Vec<Range<usize>> = flow.lines().collect();
        let (first, below) = lines.split_first()?;
        if below.is_empty() {
            return Entry::read(flow, lexicon);
        }
        let mut entry = Entry::read(&flow.slice(first.clone()), lexicon)?;
        for line in below {
            entry.add_line(&flow.slice(line.clone()), lexicon);
        }
        Some(entry)
    }

    fn of(flow: &Flow<'s>, name: Name, lexicon: &Lexicon) -> Option<Entry<'s>> {
        let text = flow.as_str();
        let rest = text[name.end..].trim_start();
        let addressed = rest.split(' ').next().is_some_and(|w| w.contains('@'));
        let closed = rest.is_empty() || rest.starts_with(|c: char| !c.is_alphanumeric());
        let from = lexicon.list(List::From).starts(rest);
        if !closed && !addressed && from.is_none() {
            return None;
        }
        let start = name.end + from.map_or(0, |len| text[name.end..].len() - rest.len() + len);
        let mut entry = Entry {
            pieces: pieces(flow, start..text.len(), lexicon),
            flow: flow.clone(),
            name,
            number: Text::default(),
            initials: None,
        };
        entry.settle(lexicon);
        Some(entry)
    }

    /// Adds a line of an address block.
    pub fn add_line(&mut self, line: &Flow<'s>, lexicon: &Lexicon) {
        let at = self.flow.len() + 1;
        self.flow.join(line);
        let whole = at..self.flow.len();
        let text = &self.flow.as_str()[whole.clone()];
        let as_one = class(text, lexicon);
        let mut push = |range, class| {
            self.pieces.push(Piece {
                range,
                class,
                enclosed: false,
            });
        };
        match as_one {
            Class::Unknown | Class::Noise if text.bytes().any(|b| b.is_ascii_digit()) => {
                if let Some(town) = behind_postcode(text) {
                    push(at + town..whole.end, Class::City);
                }
            }
            Class::Unknown | Class::Job | Class::Organisation | Class::Unit
                if text.contains(", ") =>
            {
                let more = pieces(&self.flow, whole.clone(), lexicon);
                let told = |p: &Piece| {
                    let placed = matches!(p.class, Class::Place | Class::Country | Class::City);
                    is_organisation(p.class) || placed
                };
                if as_one == Class::Unknown || more.iter().skip(1).any(told) {
                    self.pieces.extend(more);
                } else {
                    push(whole, as_one);
                }
            }
            class => push(whole, class),
        }
    }

    /// Joins what belongs together and sets aside what is no piece.
    fn settle(&mut self, lexicon: &Lexicon) {
        let text = self.flow.as_str();
        if let Some(first) = self.pieces.first().filter(|p| p.enclosed)
            && is_initials(&text[first.range.clone()], &text[self.name.whole.clone()])
        {
            self.initials = Some(self.pieces.remove(0).range);
        }
        let mut kept: Vec<Piece> = Vec::with_capacity(self.pieces.len());
        let all = std::mem::take(&mut self.pieces);
        for (i, piece) in all.iter().enumerate() {
            let later = all[i + 1..].iter().any(|p| is_organisation(p.class));
            match kept.last_mut() {
                Some(last) if explains(last, piece) => {
                    last.range.end = behind_bracket(text, piece.range.end)
                }
                Some(last) if goes_with_post(text, last, piece, later, lexicon) => {
                    last.range.end = piece.range.end;
                }
                _ => kept.push(piece.clone()),
            }
        }
        self.pieces = kept;
    }

    fn text(&self, piece: &Piece) -> Text {
        self.flow.cell(piece.range.clone())
    }

    /// The row, from the pieces and what it stands under.
    fn row(&self, group: &Group, slots: &Slots, rule: &'static str) -> Participant {
        let [name, first_name, last_name, honorific] = self.name.cells(&self.flow);
        let mut row = Participant {
            name,
            first_name,
            last_name,
            honorific,
            number: self.number.clone(),
            list: group.label.clone(),
            rule,
            ..Participant::default()
        };
        let classes = slots.resolve(self, group);
        for (i, (piece, &class)) in self.pieces.iter().zip(&classes).enumerate() {
            let next = classes.get(i + 1).copied();
            self.fill(&mut row, piece, class, next);
        }
        under(&mut row, group);
        row
    }

    fn fill(&self, row: &mut Participant, piece: &Piece, class: Class, next: Option<Class>) {
        let text = self.text(piece);
        let printed = text.value.clone();
        match class {
            Class::Email => {
                let at =
                    email(&self.flow.as_str()[piece.range.clone()]).unwrap_or(0..piece.range.len());
                set(
                    &mut row.email,
                    self.flow
                        .cell(piece.range.start + at.start..piece.range.start + at.end),
                );
            }
            Class::Phone => set(
                &mut row.phone,
                self.flow
                    .cell(phone(self.flow.as_str(), piece.range.clone())),
            ),
            Class::Attendance(how) => {
                row.attendance = Choice {
                    value: Some(how),
                    spans: text.spans,
                };
            }
            Class::Honorific => set(&mut row.honorific, text),
            Class::Country | Class::Place => self.fill_place(row, piece),
            Class::City if next == Some(Class::Country) || row.city.is_empty() => {
                self.fill_place(row, piece)
            }
            Class::Job => row.job_title.append(", ", &text),
            Class::Organisation | Class::Acronym if row.organisation.is_empty() => {
                row.organisation = text
            }
            Class::Unit | Class::Organisation | Class::Acronym => {
                row.department.append(", ", &text)
            }
            _ => {}
        }
        debug_assert!(!printed.is_empty() || piece.range.is_empty());
    }

    /// City and country of a piece; a piece in the place of a city that no gazetteer has is one.
    fn fill_place(&self, row: &mut Participant, piece: &Piece) {
        let text = &self.flow.as_str()[piece.range.clone()];
        place_cells(row, &self.flow.slice(piece.range.clone()), text);
    }
}

/// Sets city, country and code from a text that is a place.
pub(super) fn place_cells(row: &mut Participant, flow: &Flow, text: &str) {
    let Some(found) = place::place(text) else {
        set(&mut row.city, flow.whole());
        return;
    };
    if let Some(city) = found.city {
        set(&mut row.city, flow.cell(city));
    }
    if let Some(country) = found.country
        && row.country.is_empty()
    {
        row.country = flow.cell(country);
        row.country_code = Text::new(found.code.unwrap_or_default(), row.country.spans.clone());
    }
}

pub(super) fn set(cell: &mut Text, text: Text) {
    if cell.is_empty() {
        *cell = text;
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
    if let (None, Some((how, text))) = (row.attendance.value, &group.attendance) {
        row.attendance = Choice {
            value: Some(how),
            spans: text.spans.clone(),
        };
    }
}

/// Where the town begins in `99600 Town`: behind four digits and more, no street number behind it.
fn behind_postcode(text: &str) -> Option<usize> {
    let (code, town) = text.split_once(' ')?;
    let digits = code.bytes().filter(u8::is_ascii_digit).count();
    let town_only = town.starts_with(char::is_uppercase)
        && !town.contains(|c: char| c.is_ascii_digit() || c == ',');
    (digits >= 4 && code.len() <= 10 && town_only).then_some(code.len() + 1)
}

/// The number without its label.
fn phone(text: &str, range: Range<usize>) -> Range<usize> {
    let inner = &text[range.clone()];
    let at = inner
        .find(|c: char| c.is_ascii_digit() || c == '+' || c == '(')
        .unwrap_or(0);
    range.start + at..range.end
}

pub(super) fn is_organisation(class: Class) -> bool {
    matches!(class, Class::Organisation | Class::Acronym)
}

/// `(UNDP)` behind the name that it shortens.
fn explains(last: &Piece, piece: &Piece) -> bool {
    let short = piece.class == Class::Acronym
        || piece.class == Class::Organisation && piece.range.len() <= 8;
    piece.enclosed
        && short
        && !last.enclosed
        && matches!(last.class, Class::Organisation | Class::Unit)
}

fn behind_bracket(text: &str, end: usize) -> usize {
    end + usize::from(text[end..].starts_with([')', ']']))
}

/// `Head, Housing Unit`: a post that wants the unit behind the comma.
fn goes_with_post(text: &str, last: &Piece, piece: &Piece, later: bool, lexicon: &Lexicon) -> bool {
    let open = last.class == Class::Job && last.enclosed == piece.enclosed;
    let first = text[last.range.clone()].split(", ").next().unwrap_or("");
    let post = lexicon.list(List::JobOpen).is(first);
    open && post
        && match piece.class {
            Class::Unit => true,
            Class::Unknown => later,
            Class::Organisation => false,
            _ => false,
        }
}

/// Whether the letters are those that the name's words begin with.
fn is_initials(short: &str, name: &str) -> bool {
    let letters: String = short.chars().filter(|c| c.is_uppercase()).collect();
    let small = short
        .chars()
        .all(|c| c.is_alphabetic() || c == '.' || c == '-');
    let heads: String = name
        .split([' ', '-'])
        .filter_map(|w| w.chars().find(|c| c.is_alphabetic()))
        .flat_map(char::to_uppercase)
        .collect();
    let first = heads.chars().next();
    let mut rest = heads.chars();
    let in_order = letters.chars().all(|l| rest.any(|h| h == l));
    small && (2..=4).contains(&short.chars().count()) && first == letters.chars().next() && in_order
}

/// The pieces of a range, with what each says by itself.
pub(super) fn pieces(flow: &Flow, range: Range<usize>, lexicon: &Lexicon) -> Vec<Piece> {
    let text = flow.as_str();
    let breaks: Vec<usize> = flow
        .lines()
        .map(|l| l.start)
        .filter(|s| *s > range.start)
        .collect();
    let mut found = Vec::new();
    let mut start = range.start;
    let mut at = range.start;
    let mut depth = 0usize;
    let mut push = |from: usize, to: usize, enclosed: bool| {
        let range = flow.trimmed(from..to);
        if text[range.clone()].contains(char::is_alphanumeric) {
            let class = class(&text[range.clone()], lexicon);
            found.push(Piece {
                range,
                class,
                enclosed,
            });
        }
    };
    while at < range.end {
        let rest = &text[at..range.end];
        let len = separator(rest, at == start).unwrap_or(0);
        if len > 0 || breaks.contains(&at) {
            push(start, at, depth > 0);
            match rest.as_bytes()[0] {
                b'(' | b'[' => depth += 1,
                b')' | b']' => depth = depth.saturating_sub(1),
                _ => {}
            }
            start = at + len;
        }
        at += len.max(rest.chars().next().map_or(1, char::len_utf8));
    }
    push(start, range.end, depth > 0);
    found
}

/// The length of the separator that `rest` begins with. Brackets in a telephone number are none.
fn separator(rest: &str, opens: bool) -> Option<usize> {
    let bytes = rest.as_bytes();
    match bytes[0] {
        b'(' if bytes.get(1).is_some_and(u8::is_ascii_digit) => None,
        b',' | b';' | b'(' | b')' | b'[' | b']' | b'|' => Some(1),
        b':' if opens => Some(1),
        b' ' => [" \u{2013} ", " \u{2014} ", " - ", " / ", " : "]
            .iter()
            .find(|s| rest.starts_with(**s))
            .map(|s| s.len()),
        b'.' | b'_' => {
            let run = rest.len() - rest.trim_start_matches(['.', '_', ' ']).len();
            let signs = rest[..run].bytes().filter(|b| *b != b' ').count();
            (signs >= 3).then_some(run)
        }
        _ => ['\u{2014}', '\u{2026}']
            .iter()
            .find(|c| rest.starts_with(**c))
            .map(|c| c.len_utf8()),
    }
}

/// The rows of a list.
pub(super) fn rows(
    entries: &[(Entry, usize)],
    groups: &[Group],
    rule: &'static str,
) -> Vec<Participant> {
    let plain: Vec<Entry> = entries.iter().map(|(e, _)| e.clone()).collect();
    let slots = Slots::new(&plain);
    let nothing = Group::default();
    entries
        .iter()
        .map(|(e, g)| e.row(groups.get(*g).unwrap_or(&nothing), &slots, rule))
        .collect()
}
