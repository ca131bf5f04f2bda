//! The rows of a list: each piece in the column that it says or that its place in the list tells.

use super::Participant;
use super::cut::Piece;
use super::entry::Entry;
use super::group::{Group, under};
use super::name::plain_at;
use super::piece::{Class, email};
use super::slots::Slots;
use crate::flow::Flow;
use crate::lexicon::{Lang, Lexicon, List};
use crate::schema::{Choice, Text};
use crate::value::place;
use std::ops::Range;

impl Entry<'_> {
    /// `M. Jean EXAMPLE` where everybody else has an honorific: the letter is no initial but the French one.
    fn take_title(&mut self, lexicon: &Lexicon) {
        let name = &self.flow.as_str()[self.name.whole.clone()];
        let title = name.split(' ').next().unwrap_or_default();
        let french = Lang::Fr.lexicon().list(List::Honorific);
        let letter = title.len() == 2 && title.ends_with('.') && french.is(&title[..1]);
        let rest = name.len() - title.len();
        if self.name.honorific.is_some()
            || !letter
            || !name[title.len()..].trim().contains(' ')
            || rest == 0
        {
            return;
        }
        let start = self.name.whole.start;
        let from = start + title.len() + 1;
        let text = self.flow.as_str();
        let Some(bare) = plain_at(&text[from..], lexicon) else {
            return;
        };
        let shift = |r: Range<usize>| r.start + from..r.end + from;
        self.name.honorific = Some(start..start + title.len());
        self.name.whole = from..self.name.whole.end;
        self.name.first = bare.first.map(shift);
        self.name.last = bare.last.map(shift);
    }

    fn text(&self, piece: &Piece) -> Text {
        self.flow.cell(piece.range.clone())
    }

    /// The row, from the pieces and what it stands under.
    fn row(
        &self,
        group: &Group,
        slots: &Slots,
        rule: &'static str,
        lexicon: &Lexicon,
    ) -> Participant {
        let [name, first_name, last_name, honorific] = self.name.cells(&self.flow);
        let mut row = Participant {
            name,
            first_name,
            last_name,
            honorific,
            number: self.number.clone(),
            job_title: self
                .name
                .office
                .clone()
                .map(|r| self.flow.cell(r))
                .unwrap_or_default(),
            list: group.label.clone(),
            rule,
            ..Participant::default()
        };
        let classes = slots.resolve(self, group, lexicon);
        for (i, (piece, &class)) in self.pieces.iter().zip(&classes).enumerate() {
            let next = classes.get(i + 1).copied();
            self.fill(&mut row, piece, class, next, lexicon);
        }
        under(&mut row, group);
        row
    }

    /// `Clerk via Zoom`: the post, and how the person attended.
    fn without_way(&self, piece: &Piece, lexicon: &Lexicon) -> (Text, Choice) {
        let text = &self.flow.as_str()[piece.range.clone()];
        let remote = lexicon.list(List::AttendanceRemote);
        let way = remote
            .find_iter(text)
            .map(|(r, _)| r)
            .find(|r| r.end == text.len() && r.start > 0 && text[r.clone()].contains(' '));
        let Some(way) = way else {
            return (self.text(piece), Choice::default());
        };
        let at = |r: Range<usize>| {
            self.flow
                .cell(piece.range.start + r.start..piece.range.start + r.end)
        };
        let how = Choice {
            value: Some("remote"),
            spans: at(way.clone()).spans,
        };
        (at(0..way.start), how)
    }

    fn fill(
        &self,
        row: &mut Participant,
        piece: &Piece,
        class: Class,
        next: Option<Class>,
        lexicon: &Lexicon,
    ) {
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
            // `Fire Marshal A, reporter from the Ledger`: somebody else, unnamed.
            Class::Job
                if self.name.office.is_some() && text.value.starts_with(char::is_lowercase) => {}
            Class::Job => {
                let (text, how) = self.without_way(piece, lexicon);
                if row.attendance.value.is_none() {
                    row.attendance = how;
                }
                row.job_title.append("; ", &text);
            }
            Class::Organisation | Class::Acronym if row.organisation.is_empty() => {
                row.organisation = text
            }
            // `School of Law, University of Example`: the part stands before the whole.
            Class::Organisation if is_part(&row.organisation, &text, lexicon) => {
                let part = std::mem::replace(&mut row.organisation, text);
                row.department.append("; ", &part);
            }
            Class::Unit | Class::Organisation | Class::Acronym => {
                row.department.append("; ", &text)
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
    if let Some(coded) = place::country_of_code(text).filter(|_| row.country.is_empty()) {
        row.country = flow.cell(0..text.len());
        row.country_code = Text::new(coded.code, row.country.spans.clone());
        return;
    }
    let Some(found) = place::place(text) else {
        // `(holiday)` is a reason, no town.
        if !text.starts_with(char::is_lowercase) {
            set(&mut row.city, flow.cell(without_stop(text, 0..text.len())));
        }
        return;
    };
    if let Some(city) = found.city {
        set(&mut row.city, flow.cell(without_stop(text, city)));
    }
    if let Some(country) = found.country
        && row.country.is_empty()
    {
        row.country = flow.cell(without_stop(text, country));
        row.country_code = Text::new(found.code.unwrap_or_default(), row.country.spans.clone());
    }
}

/// A place without the stop of the entry that ends with it; `D.C.` and `U.S.A.` keep theirs.
fn without_stop(text: &str, place: Range<usize>) -> Range<usize> {
    let Some(bare) = text.get(place.clone()).and_then(|t| t.strip_suffix('.')) else {
        return place;
    };
    let ended = !bare.contains('.') && bare.ends_with(char::is_lowercase);
    if ended {
        place.start..place.end - 1
    } else {
        place
    }
}

pub(super) fn set(cell: &mut Text, text: Text) {
    if cell.is_empty() {
        *cell = text;
    }
}

/// Whether the body named second is the one that the first is a part of.
fn is_part(first: &Text, second: &Text, lexicon: &Lexicon) -> bool {
    let parent = lexicon.list(List::OrganisationParent);
    parent.found_in(&second.value) && !parent.found_in(&first.value)
}

/// The number without its label.
pub(super) fn phone(text: &str, range: Range<usize>) -> Range<usize> {
    let inner = &text[range.clone()];
    let at = inner
        .find(|c: char| c.is_ascii_digit() || c == '+' || c == '(')
        .unwrap_or(0);
    range.start + at..range.end
}

/// The rows of a list.
pub(super) fn rows(
    entries: &[(Entry, usize)],
    groups: &[Group],
    rule: &'static str,
    lexicon: &Lexicon,
) -> Vec<Participant> {
    let mut plain: Vec<Entry> = entries.iter().map(|(e, _)| e.clone()).collect();
    let titled = plain.iter().filter(|e| e.name.honorific.is_some()).count();
    if titled * 2 > plain.len() {
        plain.iter_mut().for_each(|e| e.take_title(lexicon));
    }
    let slots = Slots::new(&plain);
    let nothing = Group::default();
    plain
        .iter()
        .zip(entries)
        .map(|(e, (_, g))| e.row(groups.get(*g).unwrap_or(&nothing), &slots, rule, lexicon))
        .collect()
}
