//! People named in running text, and in cells.

use super::evidence::Evidence;
use super::grade::Context;
use super::many::people_among;
use super::name::{NAMES, name_from};
use super::one::{any_name, person_with};
use super::pairs::first_pair;
use super::prose::{is_cell, is_prose};
use super::shows::{is_settled, near, shows, shows_name};
use super::token::{Kind, Parts, Token, first_flags, tokens};
use super::turned::surname_first;
use super::words::{Flags, Words};
use super::{Known, Person};
use crate::lexicon::{Lang, List, Phrases};
use crate::value::Points;
use crate::value::capitals::Capitals;
use memchr::{Memchr, memchr_iter};
use serde::Serialize;
use std::ops::Range;

/// A person found in a text.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
pub struct PersonReading {
    /// First code point.
    pub start: usize,
    /// The code point after the last.
    pub end: usize,
    /// The person as printed.
    pub text: String,
    /// Mr., Dr, or empty.
    pub honorific: String,
    /// The name, first then last where the form tells them apart.
    pub name: String,
    /// The job title, or empty.
    pub job_title: String,
    /// The organisation, or empty.
    pub organisation: String,
    /// The role, or empty.
    pub role: String,
}

/// A longer text is prose, whatever its words.
const LONGEST_CELL: usize = 2000;
/// No person with job and organisation takes more bytes.
const LONGEST_PERSON: usize = 400;
/// Whether a name begins shows in as many bytes.
const LONGEST_NAME: usize = 60;
/// How much is looked at of what follows the start of a name, one after the other until it shows who is named.
const PARTS: [usize; 4] = [
    LONGEST_NAME,
    LONGEST_NAME * 2,
    LONGEST_NAME * 4,
    LONGEST_PERSON,
];

/// The people of a text, with code point offsets: everyone of a cell, or those named in running text.
pub fn readings(text: &str, lang: Lang) -> Vec<PersonReading> {
    if text.trim_ascii().is_empty() {
        return Vec::new();
    }
    let words = Words::of(lang);
    let Some(first) = first_pair(text, words) else {
        return Vec::new();
    };
    let short = text.len() <= LONGEST_CELL && !is_prose(text, words);
    let cell = short.then(|| tokens(text, words)).filter(|t| is_cell(t));
    let known = Known::nobody();
    let found = match cell {
        Some(tokens) => people_among(Context { text, words, known }, &tokens),
        None => named_from(text, first, words),
    };
    let mut points = Points::new(text);
    found
        .iter()
        .map(|p| reading(text, p, &mut points))
        .collect()
}

/// People named in running text, left to right: an honorific or a given name, and what stands closed beside the name.
pub fn named(text: &str, lang: Lang) -> Vec<Person> {
    named_from(text, 0, Words::of(lang))
}

/// As [`named`], where no name begins before byte `from`.
fn named_from(text: &str, from: usize, words: &'static Words) -> Vec<Person> {
    let known = Known::nobody();
    let mut found = Vec::new();
    let mut capitals = Capitals::new(text);
    capitals.skip_to(from);
    let mut parts = Parts::default();
    let mut titles = Titles::behind_commas(text, words);
    while let Some(word) = capitals.next() {
        if !may_begin(text, &word) || !may_be_named(text, word.start, words, &mut titles) {
            continue;
        }
        if let Some(person) = person_at(text, word.start, words, known, &mut parts) {
            capitals.skip_to(person.span.end);
            found.push(person);
        }
    }
    found
}

/// Whether another capital follows the word, as in every name and behind every honorific.
fn may_begin(text: &str, word: &Range<usize>) -> bool {
    let bytes = text.as_bytes();
    let mut at = word.end;
    if bytes.get(at) == Some(&b'.') {
        return true;
    }
    while bytes
        .get(at)
        .is_some_and(|b| matches!(b, b' ' | b'*' | b'-' | b'\'' | b'\n' | b','))
    {
        at += 1;
    }
    let next = bytes.get(at).copied().unwrap_or_default();
    let particle = || {
        let opens = matches!(next, b'v' | b'd' | b'b' | b'l' | b'a' | b't' | b'e' | b'z');
        opens && bytes[at..].iter().take(6).any(|b| *b == b' ')
    };
    at > word.end && (next.is_ascii_uppercase() || next >= 0x80 || particle())
}

/// The person who is named at a byte of running text.
fn person_at(
    text: &str,
    start: usize,
    words: &'static Words,
    known: &Known,
    parts: &mut Parts,
) -> Option<Person> {
    let few = near(text, start, LONGEST_NAME);
    let first = name_from(few, parts.first(few, words), 0, words)?;
    if first.evidence < Evidence::Strong {
        return None;
    }
    let mut first = Some(first);
    let far = near(text, start, LONGEST_PERSON);
    let brief = far.find('\n').map_or(far, |line| &far[..line]);
    let far = if brief.len() > 20 { brief } else { far };
    // Most people end soon, which a part of the text shows if all that tells is in it.
    PARTS.into_iter().find_map(|most| {
        let text = near(far, 0, most);
        let tokens = parts.next(text, words);
        let ctx = Context { text, words, known };
        let all = text.len() == far.len();
        // The name was read of the same words already, if its surname does not stand first.
        let same = first.take().filter(|_| text.len() == few.len());
        let name = match same {
            Some(_) => surname_first(text, tokens, 0, words).or(same),
            None => any_name(ctx, tokens, 0),
        };
        if !all && !shows_name(text, tokens, 0, name.as_ref()) {
            return None;
        }
        // A sentence's first word may stand before a given name: "Later Amina Odhiambo ...".
        let first = tokens.first().is_some_and(|t| t.has(Flags::GIVEN));
        let Some(name) =
            name.filter(|n| n.evidence == Evidence::Strong && (first || n.honorific.is_some()))
        else {
            return Some(None);
        };
        let closed = closed(ctx, tokens, name.next);
        let found = || {
            let tokens = &tokens[..closed.tokens];
            let name = is_settled(tokens, &name).then_some(&name);
            person_with(ctx, tokens, name).map(|p| shifted(p, start))
        };
        (all || closed.shows_at.is_some_and(|end| shows(text, end))).then(found)
    })?
}

/// Whether the word is a given name or an honorific, or an honorific stands behind a comma, as in `LAST, Dr. First`; most
/// capitals begin no name.
fn may_be_named(text: &str, start: usize, words: &Words, titles: &mut Titles) -> bool {
    let first = first_flags(text, start, words);
    first.has(Flags::GIVEN)
        || first.has(Flags::HONORIFIC) && titles.list.starts(&text[start..]).is_some()
        || titles
            .end_from(start)
            .is_some_and(|end| end <= start + LONGEST_NAME)
}

/// The honorifics of a text that stand behind commas, each looked for only once.
struct Titles<'t> {
    text: &'t str,
    list: &'static Phrases,
    commas: Memchr<'t>,
    /// The last that was found, with its comma.
    last: Option<Range<usize>>,
}

impl<'t> Titles<'t> {
    fn behind_commas(text: &'t str, words: &Words) -> Self {
        let mut titles = Titles {
            text,
            list: words.lexicon.list(List::Honorific),
            commas: memchr_iter(b',', text.as_bytes()),
            last: None,
        };
        titles.last = titles.next();
        titles
    }

    fn next(&mut self) -> Option<Range<usize>> {
        let (text, list) = (self.text, self.list);
        self.commas.find_map(|comma| {
            let title = text[comma + 1..].trim_start();
            let len = list.starts(title)?;
            Some(comma..text.len() - title.len() + len)
        })
    }

    /// Where the first ends whose comma stands at a byte or behind it; the bytes that are asked about never go back.
    fn end_from(&mut self, start: usize) -> Option<usize> {
        while self.last.as_ref().is_some_and(|last| last.start < start) {
            self.last = self.next();
        }
        self.last.as_ref().map(|last| last.end)
    }
}

/// Where a person ends.
struct Closed {
    /// How many tokens belong to the person.
    tokens: usize,
    /// The byte up to which that shows; nothing where only the whole text shows it.
    shows_at: Option<usize>,
}

/// The tokens that surely belong to the person: the parts behind the name that end at a mark before any verb.
fn closed(ctx: Context, tokens: &[Token], name_end: usize) -> Closed {
    let small = |t: &Token| {
        t.is_word()
            && !t.has(
                Flags::CAPITAL
                    .with(Flags::CONNECTOR)
                    .with(Flags::AND)
                    .with(Flags::JOB)
                    .with(Flags::UNIT)
                    .with(Flags::ORGANISATION),
            )
    };
    let (mut depth, mut end, mut shows_at) = (0usize, name_end, 0);
    let of = tokens.get(name_end).is_some_and(|t| t.is_word());
    for (i, token) in tokens.iter().enumerate().skip(name_end) {
        let before = match token.kind {
            Kind::Open => {
                depth += 1;
                None
            }
            Kind::Close => {
                depth = depth.saturating_sub(1);
                end = if depth == 0 { i + 1 } else { end };
                None
            }
            Kind::Stop | Kind::Semicolon | Kind::Line | Kind::Break => Some(i),
            Kind::Comma if depth == 0 => {
                end = i;
                None
            }
            // The organisation behind `of` knows by itself where it ends.
            Kind::Word if of && small(token) => Some(i),
            Kind::Word if small(token) && depth == 0 => Some(end),
            Kind::Word if depth == 0 && i > name_end && tokens[i - 1].kind == Kind::Comma => {
                if token.has(NAMES) {
                    shows_at = token.start + LONGEST_NAME;
                }
                any_name(ctx, tokens, i)
                    .filter(|n| n.evidence == Evidence::Strong)
                    .map(|_| i - 1)
            }
            _ => None,
        };
        if let Some(tokens) = before {
            return Closed {
                tokens,
                shows_at: Some(shows_at.max(token.end)),
            };
        }
    }
    Closed {
        tokens: tokens.len(),
        shows_at: None,
    }
}

fn shifted(person: Person, by: usize) -> Person {
    let move_one = |r: Range<usize>| r.start + by..r.end + by;
    let all = |r: Option<Range<usize>>| r.map(move_one);
    Person {
        span: move_one(person.span),
        honorific: all(person.honorific),
        name: move_one(person.name),
        first: all(person.first),
        last: all(person.last),
        job_title: all(person.job_title),
        organisation: all(person.organisation),
        place: all(person.place),
        role: person.role.map(|(r, role)| (move_one(r), role)),
        group: all(person.group),
    }
}

fn reading(text: &str, person: &Person, points: &mut Points) -> PersonReading {
    let cell =
        |r: &Option<Range<usize>>| r.clone().map(|r| text[r].to_string()).unwrap_or_default();
    let name = match (&person.first, &person.last) {
        (Some(first), Some(last)) => format!("{} {}", &text[first.clone()], &text[last.clone()]),
        _ => text[person.name.clone()].to_string(),
    };
    PersonReading {
        start: points.at(person.span.start),
        end: points.at(person.span.end),
        text: text[person.span.clone()].to_string(),
        honorific: cell(&person.honorific),
        name,
        job_title: cell(&person.job_title),
        organisation: cell(&person.organisation),
        role: person
            .role
            .as_ref()
            .map(|(_, r)| r.as_str().to_string())
            .unwrap_or_default(),
    }
}
