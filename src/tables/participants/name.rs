//! The name at the head of a list entry or in a cell: where it ends, how sure it is one, and which part is which.

use crate::flow::Flow;
use crate::lexicon::{Lexicon, List};
use crate::schema::Text;
use crate::value::place::{country, fold};
use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

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

/// What a word can be in a name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Part {
    Initial,
    Capitals,
    Capital,
    Particle,
    Suffix,
}

/// The words of a name and their kinds.
type Words = Vec<(Range<usize>, Part)>;

/// The longest name, in words.
const LONGEST: usize = 7;

/// The name that `text` begins with, if it begins with what can be one.
pub(super) fn name_at(text: &str, lexicon: &Lexicon) -> Option<Name> {
    let lead = text.len() - text.trim_start().len();
    let titles = honorifics(&text[lead..], lexicon);
    let start = lead + titles;
    let honorific = (titles > 0).then(|| lead..lead + text[lead..start].trim_end().len());
    let (words, end) = words(text, start, lexicon);
    let mut name = match comma_form(text, &words, end, lexicon) {
        Some(name) => name,
        None => plain(&words)?,
    };
    name.score = score(text, &words, &name, lexicon) + if honorific.is_some() { 3 } else { 0 };
    let alone = words.len() == 1 && !name.is_split();
    if alone && honorific.is_none() {
        name.score = 0;
    }
    name.honorific = honorific;
    Some(name)
}

/// `Last, First` where the list shows that its names stand so.
pub(super) fn turned_at(text: &str, lexicon: &Lexicon) -> Option<Name> {
    let titles = honorifics(text, lexicon);
    let (last, end) = words(text, titles, lexicon);
    let after = text[end..].strip_prefix(',')?;
    let start = end + 1 + (after.len() - after.trim_start().len());
    let start = start + honorifics(&text[start..], lexicon);
    let (first, end) = words(text, start, lexicon);
    if last.is_empty() || last.len() > 4 || first.is_empty() || first.len() > 4 {
        return None;
    }
    Some(Name {
        honorific: (titles > 0).then(|| 0..text[..titles].trim_end().len()),
        whole: span(&last).start..end,
        first: Some(span(&first)),
        last: Some(span(&last)),
        end,
        score: 3,
    })
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

/// The words from `start` on that can belong to a name, and where they end.
fn words(text: &str, start: usize, lexicon: &Lexicon) -> (Words, usize) {
    let mut found: Words = Vec::new();
    let mut at = start;
    let mut end = start;
    while found.len() < LONGEST {
        at += text[at..].len() - text[at..].trim_start_matches([' ', '\u{a0}']).len();
        let rest = &text[at..];
        let len = rest
            .find(|c: char| {
                c.is_whitespace() || ",;:()[]/|\u{2013}\u{2014}@\"\u{201c}*".contains(c)
            })
            .unwrap_or(rest.len());
        let word = &rest[..len];
        let Some(part) = part(word, lexicon) else {
            break;
        };
        found.push((at..at + len, part));
        at += len;
        end = at;
        if !text[at..].starts_with([' ', '\u{a0}']) {
            break;
        }
    }
    while found.last().is_some_and(|(_, p)| *p == Part::Particle) {
        found.pop();
        end = found.last().map_or(start, |(r, _)| r.end);
    }
    (found, end)
}

fn part(word: &str, lexicon: &Lexicon) -> Option<Part> {
    let first = word.chars().next()?;
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let fits = |c: char| c.is_alphabetic() || "'\u{2019}\u{2bc}`.-\u{2010}\u{2011}".contains(c);
    if letters == 0 || !word.chars().all(fits) {
        return None;
    }
    if lexicon.list(List::Suffix).is(word) && letters > 1 && word != "MA" {
        return Some(Part::Suffix);
    }
    if first.is_lowercase() {
        let list = lexicon.list(List::Particle);
        let glued =
            word.starts_with("d'") || word.starts_with("d\u{2019}") || word.starts_with("al-");
        return (list.is(word) || glued).then_some(if glued {
            Part::Capital
        } else {
            Part::Particle
        });
    }
    let initial =
        |w: &str| w.chars().count() <= 2 && w.chars().all(|c| c.is_uppercase() || c == '.');
    if word.split(['.', '-']).all(|w| w.chars().count() <= 1) || initial(word) && word.contains('.')
    {
        return (letters <= 4).then_some(Part::Initial);
    }
    if word.ends_with('.') && letters > 3 {
        return None;
    }
    Some(if is_capitals(word) {
        Part::Capitals
    } else {
        Part::Capital
    })
}

/// All capitals, but for the small letters of `McDONALD` and `d'AUBIGNY`.
fn is_capitals(word: &str) -> bool {
    let body = ["Mc", "Mac", "d'", "d\u{2019}", "O\u{2019}", "O'"]
        .iter()
        .find_map(|p| word.strip_prefix(p))
        .unwrap_or(word);
    let letters = body.chars().filter(|c| c.is_alphabetic());
    letters.clone().count() >= 2 && letters.clone().all(char::is_uppercase)
}

/// `LAST, First Middle`: the surname in capitals or with one word only, the rest a name without more commas.
fn comma_form(text: &str, last: &Words, end: usize, lexicon: &Lexicon) -> Option<Name> {
    let after = text[end..].strip_prefix(',')?;
    let start = end + 1 + (after.len() - after.trim_start().len());
    let capitals = !last.is_empty()
        && last.iter().all(|(r, p)| {
            matches!(p, Part::Capitals | Part::Particle) || text[r.clone()].ends_with('.')
        });
    let titles = honorifics(&text[start..], lexicon);
    let (first, end) = words(text, start + titles, lexicon);
    let given = first
        .first()
        .is_some_and(|(r, p)| matches!(p, Part::Initial) || is_given(&text[r.clone()]));
    let mixed = first.iter().all(|(_, p)| *p != Part::Capitals);
    let certain = capitals && mixed && !first.is_empty() && first.len() <= 4;
    let likely = given && is_surname(last, text) && first.len() <= 3;
    let closed = text[end..].trim_start();
    let closed = closed.is_empty() || !closed.starts_with(char::is_alphanumeric);
    (closed && (certain || likely)).then(|| {
        let surname = span(last);
        Name {
            whole: surname.start..end,
            first: Some(span(&first)),
            last: Some(surname),
            end,
            ..Name::default()
        }
    })
}

/// One or two words that no given name opens.
fn is_surname(words: &Words, text: &str) -> bool {
    let names = words.iter().filter(|(_, p)| *p != Part::Particle);
    let count = names.count();
    let initials = words.iter().any(|(_, p)| *p == Part::Initial);
    !initials
        && (count == 1 || count == 2)
        && !words
            .first()
            .is_some_and(|(r, _)| count == 2 && is_given(&text[r.clone()]))
}

fn span(words: &[(Range<usize>, Part)]) -> Range<usize> {
    let start = words.first().map_or(0, |(r, _)| r.start);
    start..words.last().map_or(start, |(r, _)| r.end)
}

/// A name in reading order; the surname shows where only it is in capitals.
fn plain(words: &Words) -> Option<Name> {
    let whole = span(words);
    if words.is_empty() {
        return None;
    }
    let mut name = Name {
        end: whole.end,
        whole,
        ..Name::default()
    };
    let big = |(_, p): &(Range<usize>, Part)| *p == Part::Capitals;
    let small = |(_, p): &(Range<usize>, Part)| *p == Part::Capital;
    if !words.iter().any(big) || !words.iter().any(small) {
        return Some(name);
    }
    let first_big = words.iter().position(big)?;
    let last_big = words.iter().rposition(big)?;
    let part_of_surname =
        |w: &(Range<usize>, Part)| big(w) || matches!(w.1, Part::Particle | Part::Suffix);
    if words[first_big..].iter().all(part_of_surname) && first_big > 0 {
        let from = words[..first_big]
            .iter()
            .rposition(|w| w.1 != Part::Particle)?;
        name.first = Some(span(&words[..=from]));
        name.last = Some(span(&words[from + 1..]));
    } else if words[..=last_big].iter().all(part_of_surname) {
        name.last = Some(span(&words[..=last_big]));
        name.first = Some(span(&words[last_big + 1..]));
    }
    Some(name)
}

/// What speaks for a name and what against it.
fn score(text: &str, words: &Words, name: &Name, lexicon: &Lexicon) -> i32 {
    let printed = &text[name.whole.clone()];
    let count = words.iter().filter(|(_, p)| *p != Part::Particle).count();
    if count > 6 || country(printed).is_some() {
        return 0;
    }
    let mut score = 1 + if name.is_split() { 2 } else { 0 };
    let mut given = false;
    let led = words.first().is_some_and(|(_, p)| *p == Part::Initial);
    for (i, (range, part)) in words.iter().enumerate() {
        let word = &text[range.clone()];
        let is = |key| lexicon.list(key).is(word);
        match part {
            Part::Initial => score += 1,
            Part::Particle => score += i32::from(i > 0),
            _ if is(List::NotName) => score -= 4,
            _ if i == 0 && is_given(word) => {
                given = true;
                score += 2;
            }
            _ if is(List::Organisation) || is(List::Unit) => {
                score -= if given && count == 2 { 1 } else { 4 }
            }
            _ if is(List::Job) || is(List::JobModifier) => {
                score -= if given && i > 0 { 1 } else { 4 }
            }
            _ if is(List::Topic) => score -= if (given || led) && i > 0 { 1 } else { 3 },
            _ if is_given(word) => score += 1,
            _ => {}
        }
    }
    let bare_capitals = words.iter().all(|(_, p)| *p == Part::Capitals) && !given;
    score - i32::from(bare_capitals)
}

/// Whether a word, or its first half before a hyphen, is a given name somewhere.
pub(super) fn is_given(word: &str) -> bool {
    static NAMES: LazyLock<HashSet<&str>> = LazyLock::new(|| {
        include_str!("../../lexicon/given_names.txt")
            .lines()
            .filter(|l| !l.starts_with('#'))
            .flat_map(str::split_whitespace)
            .collect()
    });
    let known = |w: &str| NAMES.contains(fold(w).as_str());
    known(word) || word.split_once('-').is_some_and(|(a, _)| known(a))
}
