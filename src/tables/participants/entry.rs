//! One person and what stands behind the name: a line of a list, a cell, a block of lines.
//!
//! The pieces behind a name are read like the columns of a table: what a piece does not say by itself is taken from the
//! same place in the other entries of the list.

use super::cut::{Lines, Piece, pieces, pieces_in};
use super::inside;
use super::name::{Name, honorifics, is_country, is_honorific, name_at, turned_at};
use super::notes;
use super::office::chairs;
use super::piece::{Class, class, class_beside, is_body_of};
use crate::flow::Flow;
use crate::lexicon::{Lexicon, List};
use crate::schema::Text;
use crate::value::place::{city, fold};
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
    /// How many of the pieces stand on lines or in columns of their own.
    pub apart: usize,
    /// Whether the last line is a street or a box of a post office.
    pub street: bool,
}

/// The most letters of a key.
const KEY: usize = 4;

/// The key of whoever stands behind it, `[AM] Ada Model`, with the blank: letters that the name begins with, too.
fn key_before(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('[')?;
    let len = inner.bytes().take_while(u8::is_ascii_uppercase).count();
    let name = inner.get(len..)?.strip_prefix("] ")?.trim_start();
    let same = inner.as_bytes().first() == name.as_bytes().first();
    ((2..=KEY).contains(&len) && same).then(|| text.len() - name.len())
}

impl<'s> Entry<'s> {
    /// The entry that `flow` is: a name that something closes.
    pub fn read(flow: &Flow<'s>, lexicon: &Lexicon) -> Option<Entry<'s>> {
        let keyed = key_before(flow.as_str());
        let keyed = keyed.map(|len| flow.slice(len..flow.len()));
        let flow = keyed.as_ref().unwrap_or(flow);
        let name = name_at(flow.as_str(), lexicon)?;
        Entry::of(flow, name, Lines::Part, lexicon)
    }

    /// The same in running text, where the ends of lines part nothing.
    pub fn read_running(flow: &Flow<'s>, lexicon: &Lexicon) -> Option<Entry<'s>> {
        let name = name_at(flow.as_str(), lexicon)?;
        Entry::of(flow, name, Lines::Wrap, lexicon)
    }

    /// `Tom` in `Tom and Eva Example`, `Mr` in `Mr and Mrs Example`: the surname is that of the other.
    pub fn of_family(first: &Flow<'s>, other: &Entry<'s>, lexicon: &Lexicon) -> Option<Entry<'s>> {
        let name = &other.flow.as_str()[other.name.whole.clone()];
        let at = match is_honorific(first.as_str(), lexicon) {
            true => other.name.whole.start,
            false => other.name.whole.start + name.find(' ')? + 1,
        };
        let mut flow = first.trim();
        flow.join(&other.flow.slice(at..other.name.whole.end));
        Entry::read_running(&flow, lexicon)
    }

    /// The person of a name that was read already, in running text.
    pub fn of_name(flow: &Flow<'s>, name: Name, lexicon: &Lexicon) -> Option<Entry<'s>> {
        Entry::of(flow, name, Lines::Wrap, lexicon)
    }

    /// A person who is called by one word of `len` bytes, or by a name in brackets behind it.
    pub fn of_one_name(flow: &Flow<'s>, len: usize, lexicon: &Lexicon) -> Option<Entry<'s>> {
        let text = flow.as_str();
        let inner = text[len..].find(['(', '[']).map(|i| len + i + 1);
        if let Some(from) = inner {
            let close = from + text[from..].find([')', ']']).unwrap_or(text.len() - from);
            let inside = Entry::read_running(&flow.slice(from..close), lexicon);
            if let Some(entry) = inside.filter(|e| e.name.score > 1 && e.pieces.is_empty()) {
                return Some(entry);
            }
        }
        // `Mr Hall`: a word that says something else is a surname behind a title.
        let title = honorifics(&text[..len], lexicon);
        let name = Name {
            honorific: (title > 0).then(|| 0..text[..title].trim_end().len()),
            whole: title..len,
            end: len,
            score: 1,
            ..Name::default()
        };
        Entry::of(flow, name, Lines::Wrap, lexicon)
    }

    /// The entry of a list whose names stand as `Last, First`.
    pub fn read_turned(flow: &Flow<'s>, lexicon: &Lexicon) -> Option<Entry<'s>> {
        match turned_at(flow.as_str(), lexicon) {
            Some(name) => Entry::of(flow, name, Lines::Part, lexicon),
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

    fn of(flow: &Flow<'s>, name: Name, lines: Lines, lexicon: &Lexicon) -> Option<Entry<'s>> {
        if notes::is_note(&flow.as_str()[name.end..]) {
            return Entry::of(&flow.slice(0..name.end), name, lines, lexicon);
        }
        let text = flow.as_str();
        let rest = text[name.end..].trim_start();
        let addressed = rest.split(' ').next().is_some_and(|w| w.contains('@'));
        let posted = || {
            // A surname in capitals ends a name, and so does a post behind given names.
            let told = name.honorific.is_some()
                || name.is_split()
                || name.score > 2
                || chairs(rest, &name, lexicon);
            let begins = rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
            told && begins && class(rest, lexicon) == Class::Job
        };
        let sent = name.honorific.is_some() && is_country(rest);
        let closed = sent || rest.is_empty() || rest.starts_with(|c: char| !c.is_alphanumeric());
        let from = lexicon.list(List::From).starts(rest);
        let from = from.or_else(|| stands_for(rest, lexicon));
        if !closed && !addressed && from.is_none() && !posted() && !is_remark(rest, lexicon) {
            return None;
        }
        let start = name.end + from.map_or(0, |len| text[name.end..].len() - rest.len() + len);
        let mut entry = Entry {
            pieces: pieces_in(flow, start..without_stop(text).max(start), lines, lexicon),
            flow: flow.clone(),
            name,
            number: Text::default(),
            initials: None,
            apart: 0,
            street: false,
        };
        entry.settle(lexicon);
        Some(entry)
    }

    /// Whether nothing stands on the name's line but what brackets or columns set apart.
    pub fn is_bare(&self) -> bool {
        let inside = self.pieces.iter().filter(|p| !p.enclosed).count();
        inside <= self.apart
    }

    /// Adds a text that is known for what it is.
    pub fn add(&mut self, flow: &Flow<'s>, class: Class) {
        let at = self.flow.len() + 1;
        self.flow.join(flow);
        self.pieces.push(Piece {
            range: at..self.flow.len(),
            class,
            enclosed: false,
        });
        self.apart += 1;
    }

    /// Adds the initials of the person, which a column of their own holds: `(AM)`; whether the column is that.
    pub fn add_initials(&mut self, column: &Flow<'s>) -> bool {
        let text = column.as_str();
        let inner = text
            .strip_prefix(['(', '['])
            .and_then(|t| t.strip_suffix([')', ']']));
        let name = &self.flow.as_str()[self.name.whole.clone()];
        let own = inner.is_some_and(|short| is_initials(short, name));
        if own {
            let at = self.flow.len() + 2;
            self.flow.join(column);
            self.initials = Some(at..self.flow.len() - 1);
        }
        own
    }

    /// Adds a line of an address block.
    pub fn add_line(&mut self, line: &Flow<'s>, lexicon: &Lexicon) {
        let at = self.flow.len() + 1;
        let before = self.pieces.len();
        let printed = self.flow.as_str();
        let open = printed.matches('(').count() > printed.matches(')').count();
        if matches!(
            class_beside(line.as_str(), lexicon),
            Class::Organisation | Class::Unit
        ) {
            self.post_of_unit(lexicon);
        }
        let before = self.pieces.len().min(before);
        self.flow.join(line);
        let whole = at..self.flow.len();
        if open && line.as_str().contains(')') {
            // The bracket behind the name goes on.
            let more = pieces(&self.flow, whole, lexicon);
            self.pieces.extend(more);
            return;
        }
        let text = &self.flow.as_str()[whole.clone()];
        let as_one = class_beside(text, lexicon);
        let as_one = match as_one {
            Class::Unknown | Class::Job if is_street(text, lexicon) => Class::Noise,
            // `P.O. Box 118` over a small town.
            Class::Unknown if self.street && is_town(text) => Class::City,
            class => class,
        };
        let below_street = std::mem::replace(&mut self.street, as_one == Class::Noise);
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
                } else if let Some(town) = town_behind_box(text) {
                    push(at + town.start..at + town.end, Class::City);
                }
            }
            // `9 Some Mill Road` over `Some Town, New Brunswick`: a region that no list need have.
            Class::Unknown | Class::City if below_street && town_and_region(text).is_some() => {
                let town = town_and_region(text).unwrap_or_default();
                push(at..at + town, Class::City);
            }
            Class::Email | Class::Phone if text.contains("; ") => {
                let mut from = at;
                for part in text.split_inclusive("; ") {
                    let own = part.trim_end_matches([';', ' ', ',']);
                    // A label in another language stands before a number.
                    let label = match class_beside(own, lexicon) {
                        Class::Unknown => own.find(':').map_or(0, |i| i + 1),
                        _ => 0,
                    };
                    let body = own[label..].trim_start();
                    let end = from + own.len();
                    push(end - body.len()..end, class_beside(body, lexicon));
                    from += part.len();
                }
            }
            Class::Unknown | Class::Job | Class::Organisation | Class::Unit
                if text.contains(", ") =>
            {
                let mut more = pieces(&self.flow, whole.clone(), lexicon);
                if let [post, body] = more.as_mut_slice()
                    && post.class == Class::Job
                    && is_body_of(&self.flow.as_str()[body.range.clone()], body.class, lexicon)
                {
                    body.class = Class::Organisation;
                }
                let told = |p: &Piece| {
                    let placed = matches!(p.class, Class::Place | Class::Country | Class::City);
                    is_organisation(p.class) || placed
                };
                // `Agriculture, Fisheries and Forestry` is one body.
                let and = more.len() > 1
                    && more
                        .iter()
                        .all(|p| matches!(p.class, Class::Unknown | Class::Organisation))
                    && more.last().is_some_and(|p| {
                        lexicon
                            .list(List::And)
                            .found_in(&self.flow.as_str()[p.range.clone()])
                    });
                if and && as_one == Class::Unknown {
                    push(whole, Class::Organisation);
                } else if as_one == Class::Unknown || more.iter().skip(1).any(told) {
                    self.pieces.extend(more);
                } else {
                    push(whole, as_one);
                }
            }
            class => push(whole, class),
        }
        self.apart += self.pieces.len() - before;
    }

    /// `Head, Laboratory Services` over the body that these are of: what stands behind the comma is part of the post.
    fn post_of_unit(&mut self, lexicon: &Lexicon) {
        let [.., post, unit] = self.pieces.as_mut_slice() else {
            return;
        };
        let text = self.flow.as_str();
        let name = &text[unit.range.clone()];
        let beside = text.get(post.range.end..unit.range.start) == Some(", ");
        let of = lexicon.list(List::Complement).found_in(name);
        let plain = name.ends_with('s') && name.split(' ').count() <= 3 && !of;
        let whole = text.len() == unit.range.end && !post.enclosed;
        if post.class == Class::Job && unit.class == Class::Organisation && beside && plain && whole
        {
            post.range.end = unit.range.end;
            self.pieces.pop();
        }
    }

    /// Joins what belongs together and sets aside what is no piece.
    fn settle(&mut self, lexicon: &Lexicon) {
        let text = self.flow.as_str();
        for post in self.pieces.iter_mut().filter(|p| p.class == Class::Job) {
            post.range.start += notes::before_post(&text[post.range.clone()]);
        }
        inside::settle(text, &mut self.pieces, lexicon);
        let name = &text[self.name.whole.clone()];
        let short = self
            .pieces
            .iter()
            .position(|p| p.enclosed && is_initials(&text[p.range.clone()], name));
        if let Some(at) = short {
            self.initials = Some(self.pieces.remove(at).range);
        }
        let mut kept: Vec<Piece> = Vec::with_capacity(self.pieces.len());
        let all = std::mem::take(&mut self.pieces);
        for (i, piece) in all.iter().enumerate() {
            let later = all[i + 1..].iter().any(|p| is_organisation(p.class));
            match kept.last_mut() {
                Some(last) if explains(text, last, piece) => {
                    last.range.end = behind_bracket(text, piece.range.end);
                    last.class = match last.class {
                        Class::Unit => Class::Unit,
                        _ => Class::Organisation,
                    };
                }
                Some(last)
                    if lists_on(text, last, &all[i..], lexicon)
                        || goes_with_body(text, last, piece, lexicon) =>
                {
                    last.range.end = piece.range.end;
                }
                Some(last) if goes_with_post(text, last, piece, later, lexicon) => {
                    last.range.end = piece.range.end;
                }
                _ => kept.push(piece.clone()),
            }
        }
        self.pieces = kept;
    }
}

/// Where a text ends without the full stop behind a long word, which is none of a short form's: `Inc.`.
fn without_stop(text: &str) -> usize {
    let own = text.strip_suffix('.').unwrap_or(text);
    let last = own.rsplit([' ', ',', '(']).next().unwrap_or(own);
    let word = last.chars().count() > LONGEST_SHORT && last.chars().all(char::is_alphabetic);
    if word { own.len() } else { text.len() }
}

/// A word cut short before a full stop has no more letters.
const LONGEST_SHORT: usize = 5;

/// The bytes of `for ` before the body that somebody speaks for: `for Lake Trust`, not `for item 3`.
fn stands_for(rest: &str, lexicon: &Lexicon) -> Option<usize> {
    let len = lexicon.list(List::SayDelegateOf).starts(rest)?;
    let body = rest[len..].strip_prefix(' ')?;
    let told = body.starts_with(char::is_uppercase) && !body.contains(',');
    told.then_some(len + 1)
}

/// `joined at 9.30` behind a name: how somebody attended, in a few small words.
pub(super) fn is_remark(rest: &str, lexicon: &Lexicon) -> bool {
    rest.starts_with(char::is_lowercase)
        && !rest.ends_with(['.', '!', '?'])
        && rest.split(' ').count() <= 8
        && lexicon.list(List::AsideStart).starts(rest).is_some()
}

/// One or two words that can be the name of a town.
pub(super) fn is_town(text: &str) -> bool {
    let words = text.split(' ');
    text.len() > 2
        && words.clone().count() <= 2
        && words.clone().all(|w| {
            w.starts_with(char::is_uppercase) && w.chars().all(|c| c.is_alphabetic() || c == '-')
        })
}

/// `Cromwell Road`, `Rue de la Paix`: a street without a number.
pub(super) fn is_street(text: &str, lexicon: &Lexicon) -> bool {
    let list = lexicon.list(List::Street);
    let word = |w: Option<&str>| w.is_some_and(|w| list.is(w));
    text.contains(' ') && (word(text.rsplit(' ').next()) || word(text.split(' ').next()))
}

/// Where the town begins in `99600 Town`, `SE-901 87 Town`: behind four digits and more, no street number behind it.
pub(super) fn behind_postcode(text: &str) -> Option<usize> {
    let numbered = |w: &&str| w.contains(|c: char| c.is_ascii_digit());
    let parts = text.split(' ').take_while(numbered);
    let mut len: usize = parts.map(|w| w.len() + 1).sum();
    // `3700 AB Town`: two letters belong to the code.
    let letters = text.get(len..).and_then(|t| t.split_once(' '));
    if let Some((letters, _)) = letters
        && len == 5
        && letters.len() == 2
        && letters.bytes().all(|b| b.is_ascii_uppercase())
    {
        len += 3;
    }
    let town = text.get(len..)?;
    let code = text[..len].trim_end();
    let digits = code.bytes().filter(u8::is_ascii_digit).count();
    let town_only = town.starts_with(char::is_uppercase)
        && !town.contains(|c: char| c.is_ascii_digit() || c == ',');
    (digits >= 4 && code.len() <= 10 && town_only).then_some(len)
}

/// The town of `P.O. Box 411, Some Town ACT 2999`: a known one behind a comma, its codes left out.
fn town_behind_box(text: &str) -> Option<Range<usize>> {
    let codes = |w: &str| {
        let bare = w.trim_matches(['(', ')', ',', '-']);
        let state = (2..=3).contains(&bare.len()) && bare.bytes().all(|b| b.is_ascii_uppercase());
        bare.is_empty() || state || bare.contains(|c: char| c.is_ascii_digit())
    };
    let mut at = text.len();
    for part in text.rsplit(',').take(2) {
        let start = at - part.len();
        at = start.checked_sub(1)?;
        let mut own = part.trim_end();
        while let Some((head, last)) = own.rsplit_once(' ') {
            if !codes(last) {
                break;
            }
            own = head.trim_end();
        }
        let from = start + own.len() - own.trim_start().len();
        if city(own.trim()).is_some() {
            return Some(from..start + own.len());
        }
    }
    None
}

/// Where the town ends in `Some Town, New Brunswick`: two parts of one or two words each.
fn town_and_region(text: &str) -> Option<usize> {
    let (town, region) = text.split_once(", ")?;
    (is_town(town) && is_town(region)).then_some(town.len())
}

pub(super) fn is_organisation(class: Class) -> bool {
    matches!(class, Class::Organisation | Class::Acronym)
}

/// `(UNDP)` behind the name that it shortens.
fn explains(text: &str, last: &Piece, piece: &Piece) -> bool {
    let printed = &text[piece.range.clone()];
    let sign = printed.split(' ').next().unwrap_or(printed);
    let loud = sign.len() > 1 && sign.chars().all(char::is_uppercase);
    let short = piece.class == Class::Acronym
        || is_organisation(piece.class) && piece.range.len() <= 8
        || piece.class == Class::Unknown && loud;
    let named = match last.class {
        Class::Organisation | Class::Unit => true,
        Class::Unknown | Class::Job => {
            piece.class == Class::Acronym
                && printed.len() > 2
                && shortens(printed, &text[last.range.clone()])
        }
        _ => false,
    };
    piece.enclosed && short && !last.enclosed && named
}

/// Whether the letters are those that some of the words begin with, in order, from the first word on.
pub(super) fn shortens(sign: &str, name: &str) -> bool {
    let mut heads = name
        .split([' ', '-'])
        .filter_map(|w| w.chars().find(|c| c.is_alphabetic()))
        .flat_map(char::to_uppercase);
    let mut letters = sign.chars().filter(|c| c.is_alphabetic());
    let first = heads.next().is_some_and(|h| letters.next() == Some(h));
    first && letters.all(|l| heads.any(|h| h == l))
}

/// `Ministry of Agriculture` before `Forestry and Food`: what the body is of goes on behind the comma, to the `and`.
fn lists_on(text: &str, last: &Piece, next: &[Piece], lexicon: &Lexicon) -> bool {
    let name = &text[last.range.clone()];
    let of = lexicon.list(List::Complement);
    let open = last.class == Class::Organisation && of.found_in(name);
    if !open || lexicon.list(List::And).found_in(name) {
        return false;
    }
    let plain = |p: &&Piece| {
        let own = &text[p.range.clone()];
        let noun = p.class == Class::Unknown || is_organisation(p.class);
        let between = text.get(last.range.end..p.range.start).unwrap_or_default();
        let beside = p.enclosed == last.enclosed && !between.contains([')', ']', ';']);
        noun && beside && own.split(' ').count() <= 4 && !of.found_in(own)
    };
    let and = |p: &Piece| lexicon.list(List::And).found_in(&text[p.range.clone()]);
    let run = next.iter().take(4).take_while(plain);
    let mut until = run.skip_while(|p| p.class == Class::Unknown && !and(p));
    until.next().is_some_and(and)
}

/// `Reed Boats, Ltd.`: what kind of company it is, which is part of its name.
fn goes_with_body(text: &str, last: &Piece, piece: &Piece, lexicon: &Lexicon) -> bool {
    let form = text[piece.range.clone()].trim_end_matches('.');
    let behind = text.get(last.range.end..piece.range.start) == Some(", ");
    let body = !matches!(last.class, Class::Email | Class::Phone | Class::Job);
    behind && body && !last.enclosed && lexicon.list(List::LegalForm).is(form)
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
            Class::Unit => later || lexicon.list(List::JobHead).is(first),
            Class::Unknown => later,
            _ => false,
        }
}

/// Whether the letters are those that the name's words begin with.
pub(super) fn is_initials(short: &str, name: &str) -> bool {
    let letters: String = short.chars().filter(|c| c.is_uppercase()).collect();
    let small = short
        .chars()
        .all(|c| c.is_alphabetic() || c == '.' || c == '-');
    let heads: String = name
        .split([' ', '-', '\'', '\u{2019}'])
        .filter_map(|w| w.chars().find(|c| c.is_alphabetic()))
        .flat_map(char::to_uppercase)
        .collect();
    // `Zoë Ćirin (ZC)`: letters without their accents.
    let heads = match letters.is_ascii() {
        true => fold(&heads).to_uppercase(),
        false => heads,
    };
    let first = heads.chars().next();
    let among = |few: &str, many: &str| {
        let mut rest = many.chars();
        few.chars().all(|l| rest.any(|h| h == l))
    };
    let begin = first == letters.chars().next() && among(&letters, &heads);
    // `(JPB)` of somebody who is called by a second name.
    let second = letters.len() == heads.len() + 1 && heads.len() > 1 && among(&heads, &letters);
    // `(Oslo)` of somebody whose name begins with an O is where they are from.
    let town = || letters.len() == 1 && city(short).is_some();
    small && (2..=4).contains(&short.chars().count()) && (begin || second) && !town()
}
