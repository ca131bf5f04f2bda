//! The name at the head of a list entry or in a cell: where it ends, how sure it is one, and which part is which.

use super::office;
use super::piece::{Class, attendance, class};
use crate::flow::Flow;
use crate::lexicon::{Lexicon, List};
use crate::schema::Text;
use crate::value::{Seen, floor, person, place};
use std::ops::Range;

/// A name, as byte ranges of the text that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Name {
    /// `Dr.`, `H.E. Mr`.
    pub honorific: Option<Range<usize>>,
    /// The name as printed, without honorific.
    pub whole: Range<usize>,
    /// The first name, where the form tells it.
    pub first: Option<Range<usize>>,
    /// The last name, where the form tells it.
    pub last: Option<Range<usize>>,
    /// The office before the name: `City Manager A`, `The Registrar (Ms B)`.
    pub office: Option<Range<usize>>,
    /// Where the name ends in the text.
    pub end: usize,
    /// How much speaks for a name; nothing speaks for it at 0 and below.
    pub score: i32,
}

impl Name {
    /// The cells `name`, `first_name`, `last_name` and `honorific`.
    pub fn cells(&self, flow: &Flow) -> [Text; 4] {
        let cell = |r: &Option<Range<usize>>| r.clone().map(|r| flow.cell(r)).unwrap_or_default();
        let (first, last) = (cell(&self.first), cell(&self.last));
        let mut name = first.clone();
        name.append(" ", &last);
        if first.is_empty() || last.is_empty() {
            return [
                flow.cell(self.whole.clone()),
                Text::default(),
                Text::default(),
                cell(&self.honorific),
            ];
        }
        [name, first, last, cell(&self.honorific)]
    }

    /// Whether the form tells first and last name.
    pub fn is_split(&self) -> bool {
        self.first.is_some()
    }
}

/// The name that `text` begins with, if it begins with what can be one, or with an office before a name.
///
/// A line of a list is asked for its name by each way of reading lists, so that what was read is remembered.
pub(super) fn name_at(text: &str, lexicon: &Lexicon) -> Option<Name> {
    let text = &text[..floor(text, LONGEST)];
    thread_local! {
        static SEEN: Seen<Option<Name>, 1024> = const { Seen::new() };
    }
    SEEN.with(|seen| seen.get(text, lexicon.lang() as u64, || read_name(text, lexicon)))
}

/// No name, with what belongs to it, is longer, in bytes: of running text no more is looked at.
const LONGEST: usize = 600;

fn read_name(text: &str, lexicon: &Lexicon) -> Option<Name> {
    let head = text.split([',', '(', ';']).next().unwrap_or(text);
    let head = head.trim();
    // `General Counsel`: a post that begins like a title.
    let post = head.contains(' ') && lexicon.list(List::Job).is(head);
    if post || lexicon.list(List::Nobody).is(head) || lexicon.list(List::SectionWord).is(head) {
        return None;
    }
    let stands_alone =
        |own: &usize| name_or_office(&text[..*own], lexicon).filter(|n| n.end == *own);
    if let Some(mut name) = before_proxy(text, lexicon).as_ref().and_then(stands_alone) {
        name.end = text.len();
        return Some(name);
    }
    let mut name = name_or_office(text, lexicon)?;
    // `I. Apologies`: the number of a heading.
    let last = text[name.whole.clone()]
        .rsplit(' ')
        .next()
        .unwrap_or_default();
    if name.honorific.is_none()
        && name.end == text.trim_end().len()
        && attendance(last, lexicon).is_some()
    {
        return None;
    }
    let rest = &text[name.end..];
    let behind = rest.trim_start();
    if let Some(len) = lexicon.list(List::Presiding).starts(behind) {
        name.end += rest.len() - behind.len() + len;
    }
    Some(name)
}

/// The bytes of the name in `M. MODEL Marc à Mme PROBE Ana`: whoever votes in somebody's place has a title too.
fn before_proxy(text: &str, lexicon: &Lexicon) -> Option<usize> {
    let own = honorifics(text, lexicon);
    if own == 0 || text.contains([',', ';', '(', ':']) {
        return None;
    }
    let (mut at, mut found) = (own, None);
    for word in text[own..].split_inclusive(' ') {
        let next = at + word.len();
        let hands = at > own && lexicon.list(List::ProxyTo).is(word.trim_end());
        if hands && honorifics(&text[next..], lexicon) > 0 {
            found = Some(text[..at].trim_end().len());
            break;
        }
        at = next;
    }
    found
}

fn name_or_office(text: &str, lexicon: &Lexicon) -> Option<Name> {
    let plain = with_nickname(text, lexicon).or_else(|| plain_at(text, lexicon));
    if plain.as_ref().is_some_and(|n| n.score > 2) {
        return plain;
    }
    office::held_at(text, lexicon)
        .or(plain)
        .or_else(|| surname_with_post(text, lexicon))
}

/// `Margaret (Peg) Model`: by which somebody is called stands inside the name.
fn with_nickname(text: &str, lexicon: &Lexicon) -> Option<Name> {
    let (first, rest) = text.split_once(" (").filter(|(f, _)| !f.contains(' '))?;
    let (nick, last) = rest.split_once(") ")?;
    let word = |w: &str| w.starts_with(char::is_uppercase) && w.chars().all(char::is_alphabetic);
    let last = &last[..last.find([',', '(', ';']).unwrap_or(last.len())];
    let surname = last.split(' ').next().unwrap_or(last);
    if !word(first) || !word(nick) || !word(surname) {
        return None;
    }
    let whole = format!("{first} {}", last.trim_end());
    let name = plain_at(&whole, lexicon).filter(|n| n.score > 1 && n.whole == (0..whole.len()))?;
    let end = text.len() - (rest.len() - nick.len() - 2) + last.trim_end().len();
    Some(Name {
        whole: 0..end,
        end,
        score: name.score,
        ..Name::default()
    })
}

/// `Mr. Baker, Manager`: a surname that is a trade, between a title and a post.
fn surname_with_post(text: &str, lexicon: &Lexicon) -> Option<Name> {
    let title = honorifics(text, lexicon);
    let (word, rest) = text[title..].split_once(", ")?;
    let post = rest.split(',').next().unwrap_or(rest);
    let own = word.starts_with(char::is_uppercase) && word.chars().skip(1).all(char::is_lowercase);
    let chairs = lexicon.list(List::RoleChair).is(word);
    let fits = title > 0 && text[..title].trim_end().ends_with('.') && own && word.len() > 2;
    (fits && !chairs && class(post, lexicon) == Class::Job).then(|| Name {
        honorific: Some(0..text[..title].trim_end().len()),
        whole: title..title + word.len(),
        end: title + word.len(),
        score: 2,
        ..Name::default()
    })
}

/// The name that `text` begins with.
pub(super) fn plain_at(text: &str, lexicon: &Lexicon) -> Option<Name> {
    let twice = titled_twice(text, lexicon);
    let mut found = person::name_at(&text[twice..], lexicon.lang())?;
    if twice > 0 {
        found = found.moved(twice);
        found.honorific = Some(0..text[..twice].trim_end().len());
    }
    // `Mr. MODEL Kenya`: a country stands behind the surname, where a first name may.
    if let (Some(first), Some(last)) = (&found.first, &found.last)
        && found.honorific.is_some()
        && first.start > last.end
        && is_country(&text[first.clone()])
    {
        found.name = last.clone();
        found.span.end = last.end;
        (found.first, found.last) = (None, None);
    }
    let printed = &text[found.name.clone()];
    let end = behind_degrees(text, found.span.end, lexicon);
    // A heading in capitals looks like a name in capitals.
    let shouted =
        found.honorific.is_none() && found.first.is_none() && !printed.contains(char::is_lowercase);
    Some(Name {
        honorific: found.honorific,
        whole: found.name,
        first: found.first,
        last: found.last,
        end,
        office: None,
        score: found.evidence as i32 - i32::from(shouted),
    })
}

/// Whether a text is a country and no first name.
pub(super) fn is_country(text: &str) -> bool {
    let text = text.trim();
    (text.contains(' ') || !person::is_given_name(text)) && place::country(text).is_some()
}

/// The bytes of `Dr. (Mrs.) ` before a name.
fn titled_twice(text: &str, lexicon: &Lexicon) -> usize {
    let Some(open) = text.bytes().take(12).position(|b| b == b'(') else {
        return 0;
    };
    let close = text[open..].find(')').map(|i| open + i);
    let Some(close) = close.filter(|c| *c < open + 8) else {
        return 0;
    };
    let both =
        is_honorific(&text[..open], lexicon) && is_honorific(&text[open + 1..close], lexicon);
    match both {
        true => text.len() - text[close + 1..].trim_start().len(),
        false => 0,
    }
}

/// Where `PhD` or `jr.` end that stand right behind a name.
fn behind_degrees(text: &str, mut end: usize, lexicon: &Lexicon) -> usize {
    loop {
        let rest = &text[end..];
        let word = rest.trim_start_matches(' ');
        let Some(len) = lexicon.list(List::Suffix).starts(word) else {
            return end;
        };
        let behind = &word[len..];
        let behind = behind.strip_prefix('.').unwrap_or(behind);
        if word.len() == rest.len() || behind.starts_with(char::is_alphanumeric) {
            return end;
        }
        end = text.len() - behind.len();
    }
}

/// `Last, First` where the list shows that its names stand so.
pub(super) fn turned_at(text: &str, lexicon: &Lexicon) -> Option<Name> {
    let at = honorifics(text, lexicon);
    let last = words(text, at, lexicon)?;
    let after = text[last.end..].strip_prefix(',')?;
    let blank = after.len() - after.trim_start().len();
    let at_first = last.end + 1 + blank;
    let titled = at_first + honorifics(&text[at_first..], lexicon);
    let rest = &text[at_first..];
    if is_honorific(rest, lexicon) && !lexicon.list(List::GivenHonorific).is(rest.trim()) {
        // `Example, Lord`: no first name, but a title.
        return Some(Name {
            honorific: Some(at_first..text.trim_end().len()),
            whole: last.clone(),
            end: text.len(),
            score: 3,
            ..Name::default()
        });
    }
    let first = words(text, titled, lexicon)?;
    let title = |r: Range<usize>| r.start..r.start + text[r].trim_end().len();
    let honorific = if at > 0 { 0..at } else { at_first..titled };
    Some(Name {
        honorific: (!honorific.is_empty()).then(|| title(honorific)),
        whole: last.start..first.end,
        end: first.end,
        first: Some(first),
        last: Some(last),
        office: None,
        score: 3,
    })
}

/// The one to four words from `start` on that can be parts of a name.
fn words(text: &str, start: usize, lexicon: &Lexicon) -> Option<Range<usize>> {
    let ends = |c: char| c.is_whitespace() || ",;:()[]/|\u{2013}\u{2014}@\"".contains(c);
    let (mut at, mut end, mut count) = (start, start, 0);
    loop {
        let rest = &text[at..];
        let word = &rest[..rest.find(ends).unwrap_or(rest.len())];
        let letters = word.contains(char::is_alphabetic) && !word.contains(char::is_numeric);
        let small = word.starts_with(char::is_lowercase);
        let particle = small
            && (lexicon.list(List::Particle).is(word) || word.contains(['\'', '\u{2019}', '-']));
        if !letters || (small && !particle) {
            break;
        }
        at += word.len();
        count += 1;
        end = if small { end } else { at };
        match text[at..].chars().next() {
            Some(c) if c.is_whitespace() => at += c.len_utf8(),
            _ => break,
        }
    }
    (end > start && count <= 4).then_some(start..end)
}

/// The bytes of the honorifics that `text` begins with, the blank behind them included.
pub(super) fn honorifics(text: &str, lexicon: &Lexicon) -> usize {
    let mut at = 0;
    while text[at..].starts_with(char::is_uppercase) {
        let Some(len) = lexicon.list(List::Honorific).starts(&text[at..]) else {
            break;
        };
        let rest = &text[at + len..];
        let dotless = rest.strip_prefix('.').unwrap_or(rest);
        let body = dotless.trim_start();
        if body.is_empty() || body.len() == rest.len() {
            break;
        }
        at = text.len() - body.len();
    }
    at
}

/// Whether the whole of `text` is honorifics.
pub(super) fn is_honorific(text: &str, lexicon: &Lexicon) -> bool {
    let text = text.trim();
    let at = honorifics(text, lexicon);
    let list = lexicon.list(List::Honorific);
    let last = &text[at..];
    list.is(last) || last.strip_suffix('.').is_some_and(|l| list.is(l))
}
