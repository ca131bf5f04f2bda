//! The pieces behind the names of a list, read like the columns of a table.

use super::entry::{Entry, is_organisation, is_town};
use super::group::Group;
use super::piece::Class;
use crate::lexicon::{Lexicon, List};
use crate::value::place;
use std::collections::BTreeMap;

/// What stands at each place behind the names of a list: by the number of pieces and the piece's index.
#[derive(Debug, Default)]
pub(super) struct Slots {
    counts: BTreeMap<Place, BTreeMap<u8, usize>>,
    /// Whether all in a pair of brackets are codes of countries: `A. Test (ES), B. Model (BE), ...`.
    codes: bool,
    /// Whether the last of all that is said of a person is mostly the code of a country: `A. Test (Lake Trust, DE)`.
    ends: bool,
}

/// How many pieces an entry has, which one this is, and whether it stands in brackets.
type Place = (usize, usize, bool);

/// In the place of a class: the pieces that say nothing by themselves.
const UNTOLD: u8 = u8::MAX;

/// The classes by which a slot can be filled, in the order in which ties are settled.
const FILLINGS: [Class; 5] = [
    Class::Organisation,
    Class::Job,
    Class::City,
    Class::Unit,
    Class::Country,
];

/// `Dr` or `Hon.` is a title wherever it stands; a title that may be a post is longer.
const LONGEST_TITLE: usize = 5;

/// So many codes of countries in brackets are no short names of bodies.
const CODES: usize = 3;

impl Slots {
    /// Counts what the pieces of a list say by themselves.
    pub fn new(entries: &[Entry]) -> Slots {
        let mut slots = Slots::default();
        for entry in entries {
            let shape = shape(entry);
            for (i, piece) in entry.pieces.iter().enumerate() {
                let class = if piece.class == Class::Acronym {
                    Class::Organisation
                } else {
                    piece.class
                };
                let which = FILLINGS.iter().position(|f| *f == class);
                let which = which.map_or(UNTOLD, |w| w as u8);
                let place = (shape, i, piece.enclosed);
                *slots
                    .counts
                    .entry(place)
                    .or_default()
                    .entry(which)
                    .or_default() += 1;
            }
        }
        let bracketed = || {
            entries
                .iter()
                .flat_map(|e| e.pieces.iter().map(move |p| (e, p)))
        };
        let mut codes = bracketed().filter(|(_, p)| p.enclosed);
        slots.codes = bracketed().filter(|(_, p)| p.enclosed).count() >= CODES
            && codes.all(|(e, p)| is_code(&e.flow.as_str()[p.range.clone()]));
        slots.ends = end_in_codes(entries);
        slots
    }

    /// Whether organisations stand here and no cities but by their names.
    fn is_body(&self, place: Place) -> bool {
        let count = |class| {
            let which = FILLINGS.iter().position(|f| *f == class)? as u8;
            self.counts.get(&place)?.get(&which).copied()
        };
        let cities = count(Class::City).unwrap_or(0);
        count(Class::Organisation).is_some_and(|n| n >= 3 && n >= cities * 3)
    }

    /// Whether jobs stand here, three and more and two for each body by its words.
    fn is_post(&self, place: Place) -> bool {
        let count = |class| {
            let which = FILLINGS.iter().position(|f| *f == class)? as u8;
            self.counts.get(&place)?.get(&which).copied()
        };
        let bodies = count(Class::Organisation).unwrap_or(0) + count(Class::Unit).unwrap_or(0);
        count(Class::Job).is_some_and(|n| n >= 3 && n >= bodies * 2)
    }

    /// `Station Commander, Harbour Board`: of two bodies the one that stands where the others have their jobs is one.
    fn settle_posts(&self, entry: &Entry, group: &Group, classes: &mut [Class]) {
        let shape = shape(entry);
        let place = |i: usize| (shape, i, entry.pieces[i].enclosed);
        let body = |c: Class| is_organisation(c) || c == Class::Unit;
        let posts: Vec<usize> = (0..classes.len())
            .filter(|&i| body(classes[i]) && self.is_post(place(i)))
            .collect();
        let other = (0..classes.len()).any(|i| is_organisation(classes[i]) && !posts.contains(&i));
        let [post] = posts[..] else { return };
        if (other || !group.organisation.is_empty()) && !classes.contains(&Class::Job) {
            classes[post] = Class::Job;
        }
    }

    /// What mostly stands here; offices where at least two pieces and a third of them say so.
    fn usual(&self, place: Place) -> Option<Class> {
        let counts = self.counts.get(&place)?;
        let all: usize = counts.values().sum();
        let told = counts.iter().filter(|(which, _)| **which != UNTOLD);
        let best = told.max_by_key(|(which, count)| (**count, u8::MAX - **which))?;
        let enough = *best.1 >= 2 && best.1 * 3 >= all;
        let class = FILLINGS.get(*best.0 as usize).copied();
        class.filter(|c| enough || *c != Class::Job)
    }

    /// The classes of an entry's pieces, none of them unknown where the list or the entry can tell.
    pub fn resolve(&self, entry: &Entry, group: &Group, lexicon: &Lexicon) -> Vec<Class> {
        let mut classes: Vec<Class> = entry.pieces.iter().map(|p| p.class).collect();
        self.settle_posts(entry, group, &mut classes);
        let shape = shape(entry);
        for (i, piece) in entry.pieces.iter().enumerate() {
            let place = (shape, i, piece.enclosed);
            let text = &entry.flow.as_str()[piece.range.clone()];
            classes[i] = match classes[i] {
                _ if self.codes && piece.enclosed => Class::Country,
                _ if self.ends && i > 0 && i + 1 == entry.pieces.len() && is_code(text) => {
                    Class::Country
                }
                Class::Unknown if is_aside(text, piece.enclosed, lexicon) => Class::Noise,
                Class::Unknown if is_said(text) => {
                    let away = piece.enclosed && group.is_away();
                    match away || classes.contains(&Class::Job) {
                        true => Class::Noise,
                        false => Class::Job,
                    }
                }
                Class::Unknown if is_seat(entry, text, &classes, i) => Class::City,
                Class::Unknown => {
                    let usual = self.usual(place);
                    let usual = usual.filter(|c| !is_single(*c) || !classes.contains(c));
                    // What stands before a place is a body where nothing else is one.
                    let placed =
                        |c: &Class| matches!(c, Class::Place | Class::Country | Class::City);
                    let body = classes.iter().any(|c| is_organisation(*c))
                        || !group.organisation.is_empty()
                        || !classes.iter().any(placed);
                    let signed = |w: &str| w.len() > 2 && w.chars().all(char::is_uppercase);
                    let sign = text.contains(' ') && text.split(' ').any(signed);
                    usual
                        .filter(|c| body || *c != Class::Job)
                        .filter(|c| !sign || !matches!(c, Class::City | Class::Country))
                        .unwrap_or(Class::Unknown)
                }
                Class::City if self.is_body(place) => Class::Organisation,
                // `Ann Model, Captain` among posts, `Dr Bo Probe, Professor`: what is a title elsewhere is the post here.
                Class::Honorific
                    if !piece.enclosed
                        && text.len() > LONGEST_TITLE
                        && (entry.name.honorific.is_some()
                            || self.usual(place) == Some(Class::Job)) =>
                {
                    Class::Job
                }
                class => class,
            };
        }
        // `D. A, al objeto de celebrar sesión, estando ...`: the sentence goes on.
        let clause = entry.pieces.iter().position(|p| {
            let text = &entry.flow.as_str()[p.range.clone()];
            p.class == Class::Unknown && !p.enclosed && is_clause(text, lexicon)
        });
        if let Some(at) = clause {
            classes[at..].fill(Class::Noise);
        }
        let has = |c: fn(Class) -> bool| classes.iter().any(|k| c(*k));
        let mut organisation = has(is_organisation) || !group.organisation.is_empty();
        let mut job = has(|c| c == Class::Job);
        let open: Vec<usize> = (0..classes.len())
            .filter(|&i| classes[i] == Class::Unknown)
            .collect();
        for (n, &i) in open.iter().enumerate() {
            let last = n + 1 == open.len();
            let outer = !entry.pieces[i].enclosed;
            let unit = classes.contains(&Class::Unit);
            let word = &entry.flow.as_str()[entry.pieces[i].range.clone()];
            let plain = !word.contains(' ') && word.chars().any(char::is_lowercase);
            classes[i] = match (organisation, job) {
                (false, false) if unit && plain && outer => Class::Job,
                (false, false) if open.len() > 1 && !last && outer => Class::Job,
                (false, _) => Class::Organisation,
                (true, false) => Class::Job,
                (true, true) => Class::Unit,
            };
            organisation |= classes[i] == Class::Organisation;
            job |= classes[i] == Class::Job;
        }
        if !organisation && !has_unit_only(&classes) {
            return classes;
        }
        // Line by line an address goes from the part to the whole.
        let lines = entry.apart > 1 && entry.apart == entry.pieces.len();
        let unit = |c: &Class| *c == Class::Unit;
        let body = match lines {
            true => classes.iter().rposition(unit),
            false => classes.iter().position(unit),
        };
        if !organisation && let Some(unit) = body {
            classes[unit] = Class::Organisation;
        }
        classes
    }
}

/// Whether a word may be the town that ends an address: behind post and body, and no other place is told.
fn is_seat(entry: &Entry, word: &str, classes: &[Class], at: usize) -> bool {
    let (before, behind) = (&classes[..at], &classes[at + 1..]);
    let body = before
        .last()
        .is_some_and(|c| is_organisation(*c) || *c == Class::Unit);
    let ends = behind.iter().all(|c| {
        matches!(
            c,
            Class::Country | Class::Email | Class::Phone | Class::Noise
        )
    });
    let placed = before
        .iter()
        .any(|c| matches!(c, Class::City | Class::Place | Class::Country));
    let block = entry.apart >= 2 && !entry.pieces[at].enclosed && before.contains(&Class::Job);
    block && body && ends && !placed && is_town(word)
}

/// Of which a person has one.
fn is_single(class: Class) -> bool {
    matches!(class, Class::City | Class::Country | Class::Job)
}

/// Two capitals that ISO 3166-1 gives a country.
fn is_code(text: &str) -> bool {
    let capitals = text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase());
    capitals && place::country_of_code(text).is_some()
}

/// Whether most of those of whom more than one thing is said end in the code of a country, and some of the codes are no
/// state's abbreviation too, as `DE` is.
fn end_in_codes(entries: &[Entry]) -> bool {
    let last = |e: &Entry| {
        let piece = e.pieces.last().filter(|_| e.pieces.len() > 1)?;
        Some(e.flow.as_str()[piece.range.clone()].to_owned())
    };
    let ends = || entries.iter().filter_map(last);
    let short = |text: &String| text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase());
    let (mut all, mut codes, mut sure) = (0, 0, 0);
    for text in ends() {
        all += 1;
        if !short(&text) {
            continue;
        }
        if !is_code(&text) && place::country(&text).is_none() {
            return false;
        }
        codes += 1;
        sure += usize::from(place::region(&text).is_none());
    }
    codes >= CODES && codes * 3 >= all * 2 && sure * 3 >= codes
}

/// `(until item 4)`, `the Examples`: a remark.
fn is_aside(text: &str, enclosed: bool, lexicon: &Lexicon) -> bool {
    let starts = |key| lexicon.list(key).starts(text).is_some();
    // `(jsd)`: a handle.
    let handle = !text.contains(' ') && text.len() <= 5 && text.chars().all(char::is_lowercase);
    enclosed && (handle || starts(List::AsideStart))
        || text.starts_with(char::is_lowercase)
            && (starts(List::AsideStart) || starts(List::Article))
}

/// Words without a capital, which name nothing: `joined after lunch`, `goat farmer`.
fn is_said(text: &str) -> bool {
    text.starts_with(char::is_lowercase) && !text.contains(char::is_uppercase)
}

/// A small word and three words and more behind it: `al objeto de celebrar la sesión`.
fn is_clause(text: &str, lexicon: &Lexicon) -> bool {
    let first = text.split(' ').next().unwrap_or_default();
    text.starts_with(char::is_lowercase)
        && text.split(' ').nth(3).is_some()
        && lexicon.list(List::SmallWord).is(first)
        && lexicon.list(List::AsideStart).starts(text).is_none()
}

fn has_unit_only(classes: &[Class]) -> bool {
    classes.contains(&Class::Unit)
}

fn shape(entry: &Entry) -> usize {
    let brackets = entry.pieces.first().is_some_and(|p| p.enclosed);
    entry.pieces.len() * 2 + usize::from(brackets)
}
