//! Several people in running text: `Present: A (Org), B and C. Apologies: D.`

use super::behind::{by_whom, came_from, dashed, introduced, of_whom, who_were};
use super::called;
use super::cut::Piece;
use super::ends::before_other;
use super::entry::{Entry, is_organisation, is_remark};
use super::initials;
use super::labels::label;
use super::name::{Name, is_country, is_honorific, name_at};
use super::office::{chairs, leads_on};
use super::parts::{Part, parts};
use super::piece::{ATTENDANCE, Class, class, counts};
use super::posts;
use super::signed;
use super::strung;
use crate::flow::Flow;
use crate::lexicon::{Lexicon, List, PerLang, Tagged};
use crate::value::person::is_given_name;
use crate::value::sentence::sentences;
use std::cmp::Reverse;
use std::ops::Range;

/// A label that says how people attended, and the people behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Segment {
    pub how: &'static str,
    pub label: Range<usize>,
    pub body: Range<usize>,
    /// Whether the paragraph begins with other words: such a label wants several people behind it.
    pub inner: bool,
}

/// The characters in which a paragraph that says who came has its first label.
pub(super) const HEAD: usize = 120;
/// The same where the label, and a colon behind it, comes after other sentences.
const OPENING: usize = 700;

/// The segments of a text that begins with a label or a lead-in; none where nobody is named behind it.
pub(super) fn segments(flow: &Flow, lexicon: &Lexicon) -> Vec<Segment> {
    let text = flow.as_str();
    let says = |text: &str| {
        let mut lists = ATTENDANCE.iter();
        lists.any(|(key, _)| lexicon.list(*key).found_in(text))
    };
    if !ways(lexicon).may_stand_in(text) || !says(text) || !says(head(text, lexicon)) {
        return Vec::new();
    }
    let mut labels: Vec<(usize, Range<usize>, &'static str)> = Vec::new();
    let mut own = Vec::new();
    for (key, how) in ATTENDANCE {
        for (found, _) in lexicon.list(key).find_iter(text) {
            let range = led_by(text, &found, lexicon)..found.end;
            if let Some(body) = opens(text, &range, lexicon) {
                own.push((range.start, Reverse(range.end), found.start, body, how));
            }
        }
    }
    // `Apologies for absence` says more than its last word.
    own.sort();
    labels.extend(
        own.into_iter()
            .map(|(a, z, _, body, how)| (body, a..z.0, how)),
    );
    labels.dedup_by(|b, a| b.1.start < a.1.end);
    let led = label(text).map_or(4, |(_, body)| body);
    let starts_with_label = labels.first().is_some_and(|(body, r, _)| {
        r.start <= led
            || is_subject(&text[..r.start], &text[r.clone()], lexicon)
            || of_whom(text, r, lexicon).or_else(|| by_whom(text, r, lexicon)) == Some(*body)
    });
    let before_body = |body: usize| text[..body].trim_end_matches([' ', '*']);
    let inner = !starts_with_label;
    if inner {
        // `Apologies had been received from A and B.` is a sentence as plain as a label.
        let sent = |range: &Range<usize>, how: &str| {
            let (_, last) = text[range.clone()].rsplit_once(' ').unwrap_or_default();
            how == "apologies" && lexicon.list(List::From).is(last)
        };
        labels.retain(|(body, range, how)| {
            let plain = before_body(*body).ends_with(':')
                || who_were(&text[range.end..], lexicon).is_some()
                || sent(range, how)
                || is_verbal(&text[range.clone()], lexicon);
            plain && (ends_before(text, range.start) || runs_into(text, range))
        });
    }
    let ends = labels
        .iter()
        .skip(1)
        .map(|(_, r, _)| r.start)
        .chain([text.len()]);
    let bounded = labels.iter().zip(ends);
    bounded
        .map(|((body, label, how), end)| Segment {
            how,
            label: label.clone(),
            body: before_other(flow, first_sentence(text, *body..end, lexicon), lexicon),
            inner,
        })
        .collect()
}

/// The words of [`ATTENDANCE`] as one set: most texts have none of them.
fn ways(lexicon: &Lexicon) -> &'static Tagged<&'static str> {
    static SETS: PerLang<Tagged<&str>> = PerLang::new();
    SETS.of(lexicon.lang(), || Tagged::new(lexicon, ATTENDANCE))
}

/// The part of a text that has its first label.
fn head<'t>(text: &'t str, lexicon: &Lexicon) -> &'t str {
    let colon = memchr::memchr(b':', &text.as_bytes()[..text.len().min(OPENING)]);
    // `The sixth session was held at ... and was attended by Mr A`: a long subject before the verb.
    let led = || lexicon.list(List::AttendanceLed).found_in(text);
    let reach = if colon.is_some() || led() {
        OPENING
    } else {
        HEAD
    };
    if text.len() <= reach {
        return text;
    }
    let end = text.char_indices().nth(reach);
    end.map_or(text, |(i, _)| &text[..i])
}

/// Whether a sentence ends right before a place.
fn ends_before(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches([' ', '*']);
    before.is_empty()
        || before.ends_with(['.', ';', ':', '\n'])
        || before.ends_with(|c: char| c.is_ascii_digit())
}

/// `present were`: a label that ends with a verb, whoever came behind it.
fn is_verbal(label: &str, lexicon: &Lexicon) -> bool {
    let last = label.rsplit_once(' ').map(|(_, last)| last);
    last.is_some_and(|w| lexicon.list(List::AttendanceBeing).is(w))
}

/// `held on 3 May 2020 Present: A`, `1. Apologies: B`: a label with its colon behind a date or a number.
fn is_behind_number(text: &str, label: &Range<usize>) -> bool {
    let before = text[..label.start].trim_end_matches([' ', '*', '.']);
    let big = text[label.start..].starts_with(char::is_uppercase);
    big && before.ends_with(|c: char| c.is_ascii_digit()) && text[label.end..].starts_with(':')
}

/// `A Model, B Probe Also present: C`: a label with its capital and its colon right behind the last of other people.
fn runs_into(text: &str, label: &Range<usize>) -> bool {
    let before = text[..label.start].strip_suffix(' ');
    let word = before.is_some_and(|b| b.ends_with(|c: char| c.is_alphabetic() || ",)".contains(c)));
    let big = text[label.start..].starts_with(char::is_uppercase);
    word && big
        && text[label.end..].starts_with([':', ' '])
        && text[label.end..].trim_start().starts_with(':')
}

/// Where a label begins that ends at `range` and a colon: `Staff present:` and the like, with words in capitals before it;
/// one that ends with a verb has its subject before it: `Board members present were`.
fn led_by(text: &str, range: &Range<usize>, lexicon: &Lexicon) -> usize {
    let colon = text[range.end..].trim_start_matches(['*', ' ', ')']);
    let before = text[..range.start].trim_end_matches(' ');
    // `Other members present were A`: the verb may stand behind the label.
    let verbal =
        is_verbal(&text[range.clone()], lexicon) || who_were(&text[range.end..], lexicon).is_some();
    let opens = verbal || colon.starts_with(':');
    if !opens || before.is_empty() || before.len() == range.start {
        return range.start;
    }
    let start = before
        .rfind(['.', ';', '\n', ':', ')'])
        .map_or(0, |i| i + 1);
    let lead = before[start..].trim_start_matches([' ', '*']);
    // `Senator Ann Model STAFF MEMBERS PRESENT:`: the words in capitals before a label in capitals.
    let loud = |w: &str| w.len() > 3 && w.bytes().all(|b| b.is_ascii_uppercase());
    if text[range.clone()].split(' ').all(loud) && lead.contains(char::is_lowercase) {
        let words = lead.rsplit(' ').take_while(|w| loud(w));
        let len: usize = words.map(|w| w.len() + 1).sum();
        if len > 0 {
            return before.len() + 1 - len;
        }
    }
    // `Dña. Ana Model EXCUSAN:`, `A Model, Bo Probe Members absent:`: the lead is somebody's name.
    let title = text[..start].rsplit(' ').next().unwrap_or_default();
    let named = || name_at(lead, lexicon).is_some_and(|n| n.score > 1);
    if is_honorific(title, lexicon) || lead.contains(',') || named() {
        return range.start;
    }
    let small = lexicon.list(List::SmallWord);
    let kind = |w: &str| verbal && lexicon.list(List::HeadingCategory).is(w);
    let fits = |w: &str| w.starts_with(char::is_uppercase) || small.is(w) || kind(w);
    let words = lead.split(' ').count();
    match words <= 4 && lead.starts_with(char::is_uppercase) && lead.split(' ').all(fits) {
        true => before.len() - lead.len(),
        false => range.start,
    }
}

/// Where the people begin behind a label at `range`: it opens a sentence, and a colon or a name follows.
fn opens(text: &str, range: &Range<usize>, lexicon: &Lexicon) -> Option<usize> {
    let before = text[..range.start].trim_end_matches([' ', '*', '(']);
    let at_start = before.is_empty()
        || before.ends_with(['.', ';', '\n', ':', ')'])
        || is_behind_number(text, range)
        || runs_into(text, range);
    let article = lexicon.list(List::Article).is(before);
    if !at_start && !article && !is_subject(before, &text[range.clone()], lexicon) {
        return of_whom(text, range, lexicon).or_else(|| by_whom(text, range, lexicon));
    }
    let rest = &text[range.end..];
    let colon = rest.trim_start_matches(['*', ' ', ')']);
    let bracketed = colon
        .starts_with('(')
        .then(|| colon.find(')').map(|i| &colon[i + 1..]))
        .flatten();
    let tail = bracketed.unwrap_or(colon).trim_start();
    if let Some(body) = tail.strip_prefix(':') {
        // `Apologies: were received from A`
        let body = came_from(body, lexicon).unwrap_or(body.trim_start_matches([' ', '*']));
        return Some(text.len() - body.len());
    }
    if let Some(body) = dashed(rest).filter(|b| range.start == 0 && begins(b, lexicon)) {
        return Some(text.len() - body.len());
    }
    if let Some(body) = introduced(rest, lexicon) {
        return Some(text.len() - body.len());
    }
    if let Some(body) = came_from(rest, lexicon).or_else(|| who_were(rest, lexicon)) {
        return Some(text.len() - body.len());
    }
    let body = text.len() - rest.trim_start().len();
    let spaced = rest.starts_with(' ') || rest.starts_with('\u{a0}');
    let named = || {
        name_at(&text[body..], lexicon).is_some_and(|n| n.score > 1)
            || called::surname_at(&text[body..], lexicon).is_some()
    };
    // `Apologies Mrs Model, Dr Probe`: titles tell.
    let titled = || {
        let first = name_at(&text[body..], lexicon);
        range.start == 0 && text.contains(',') && first.is_some_and(|n| n.honorific.is_some())
    };
    let long = range.len() > 12 || text[range.clone()].contains(' ');
    (spaced && (long && named() || titled())).then_some(body)
}

/// Whether a text begins with a name that others follow, or with one beyond doubt.
fn begins(text: &str, lexicon: &Lexicon) -> bool {
    let least = if text.contains(',') { 0 } else { 1 };
    name_at(text, lexicon).is_some_and(|n| n.score > least)
}

/// `The Forum` before `was attended by`: what the sentence is about.
fn is_subject(before: &str, label: &str, lexicon: &Lexicon) -> bool {
    let start = before.rfind(['.', ';', '\n', ':']).map_or(0, |i| i + 1);
    let subject = before[start..].trim_start();
    let led = lexicon.list(List::Article).starts(subject).is_some();
    led && subject.split(' ').count() <= 6 && label.contains(' ') && !subject.contains(',')
}

fn first_sentence(text: &str, body: Range<usize>, lexicon: &Lexicon) -> Range<usize> {
    let inner = &text[body.clone()];
    // A full stop inside a bracket ends nothing where the list goes on.
    let goes_on = |s: &Range<usize>| inner[s.end..].trim_start().starts_with([';', ',', '(']);
    let mut all = sentences(inner, lexicon);
    let mut first = all.next().unwrap_or(0..0);
    while goes_on(&first) {
        let Some(next) = all.next() else { break };
        first.end = next.end;
    }
    let end =
        body.start + first.start + inner[first.clone()].trim_end_matches(['.', ' ', ';']).len();
    body.start + first.start..end.max(body.start + first.start)
}

/// The people in a range of running text, each with what follows the name.
pub(super) fn people<'s>(
    flow: &Flow<'s>,
    range: Range<usize>,
    lexicon: &Lexicon,
) -> Vec<Entry<'s>> {
    let text = flow.as_str();
    if let Some(people) = strung::people(&flow.slice(range.clone()), lexicon) {
        return people;
    }
    let parts = parts(text, range.clone(), lexicon);
    if let Some(people) = behind_bodies(flow, &parts, lexicon) {
        return people;
    }
    if let Some(people) = signed::people(flow, &parts, lexicon) {
        return people;
    }
    if let Some(people) = posts::people(flow, &parts, lexicon) {
        return people;
    }
    if let Some(people) = called::by_surname(flow, &parts, lexicon) {
        return people;
    }
    if let Some(people) = initials::people(flow, &parts, lexicon) {
        return people;
    }
    if let Some(people) = called::one_each(flow, &parts, lexicon) {
        return people;
    }
    if let Some(people) = called::alone(flow, &parts, lexicon).filter(|p| p.len() > 3) {
        return people;
    }
    let starts = starts(text, &parts, lexicon);
    // `and 16 members of the public` are nobody's.
    let uncounted = |from: usize, to: usize| {
        let behind = &parts[parts.partition_point(|p| p.range.start <= from)..];
        let inside = &behind[..behind.partition_point(|p| p.range.start < to)];
        let own = |p: &Part| &text[p.range.clone()];
        let many = inside.iter().position(|p| counts(own(p), lexicon));
        // `Cllr A, the Clerk and 3 members of the public`: an office that nobody's name stands for.
        let nameless = |p: &&Part| {
            let led = own(p).starts_with(char::is_lowercase);
            let article = lexicon.list(List::Article).starts(own(p));
            led && p.after == '&' && article.is_some_and(|len| own(p)[len..].starts_with(' '))
        };
        many.map_or(to, |i| {
            let office = i.checked_sub(1).map(|i| &inside[i]).filter(nameless);
            office.unwrap_or(&inside[i]).range.start
        })
    };
    let next = starts.iter().skip(1).map(|s| s.at).chain([range.end]);
    let ends = starts.iter().zip(next).map(|(s, to)| uncounted(s.at, to));
    let cut = |end: usize| {
        let kept = text[..end].trim_end_matches([' ', ',', ';', '.']);
        let and = lexicon.list(List::And);
        match kept.rfind(' ').filter(|&i| and.is(&kept[i + 1..])) {
            Some(i) if end < range.end => kept[..i].trim_end_matches([' ', ',', ';']).len(),
            _ => kept.len(),
        }
    };
    let bounded: Vec<_> = starts.iter().zip(ends.map(cut)).collect();
    let mut found: Vec<Entry> = Vec::with_capacity(bounded.len());
    for (start, end) in bounded.into_iter().rev() {
        let own = flow.slice(start.at..end.max(start.at));
        let below = found.last().filter(|_| start.shares);
        let person = match below {
            Some(other) if start.bare => Entry::of_family(&own, other, lexicon),
            _ => Entry::read_running(&own, lexicon),
        };
        let Some(mut person) = person else { continue };
        if let Some(other) = below.filter(|_| person.pieces.is_empty()) {
            let of_both = |p: &&Piece| match p.class {
                Class::Job => p.enclosed && is_post_of_several(&other.flow, p, lexicon),
                class => start.grouped && is_shared(class),
            };
            for piece in other.pieces.iter().filter(of_both) {
                person.add(&other.flow.slice(piece.range.clone()), piece.class);
            }
        }
        found.push(person);
    }
    found.reverse();
    found
}

/// The people of a range in which everybody is called by the surname.
pub(super) fn surnames<'s>(
    flow: &Flow<'s>,
    range: Range<usize>,
    lexicon: &Lexicon,
) -> Vec<Entry<'s>> {
    let parts = parts(flow.as_str(), range, lexicon);
    called::alone(flow, &parts, lexicon).unwrap_or_default()
}

/// Whether `and` stands behind a person at the start of a text.
pub(super) fn joined(text: &str, first: &Entry, lexicon: &Lexicon) -> bool {
    let rest = text
        .get(first.flow.len()..)
        .unwrap_or_default()
        .trim_start();
    lexicon.list(List::And).starts(rest).is_some()
}

/// What a bracket behind two people can say of both.
fn is_shared(class: Class) -> bool {
    is_organisation(class) || matches!(class, Class::Country | Class::City | Class::Place)
}

/// `A and B (Co-chairs)`: a post of more than one.
fn is_post_of_several(flow: &Flow, post: &Piece, lexicon: &Lexicon) -> bool {
    let last = flow.as_str()[post.range.clone()].rsplit(' ').next();
    let one = last.and_then(|w| w.strip_suffix('s'));
    one.is_some_and(|one| lexicon.list(List::Job).is(one))
}

/// Where a person begins in running text.
struct Start {
    at: usize,
    /// Whether `and` joins them to the next.
    shares: bool,
    /// Whether what follows the next person is said of both: semicolons part the groups.
    grouped: bool,
    /// Whether only the first name is there, the surname standing with the next.
    bare: bool,
}

fn starts(text: &str, parts: &[Part], lexicon: &Lexicon) -> Vec<Start> {
    let mut starts: Vec<Start> = Vec::new();
    let semicolons = parts.iter().any(|p| p.after == ';') && !commas_part(text, parts, lexicon);
    let (mut complete, mut titled_all) = (true, false);
    let mut held = false;
    for (i, part) in parts.iter().enumerate() {
        if std::mem::take(&mut held) {
            continue;
        }
        held = leads_on(text, parts, i, lexicon);
        if held {
            starts.push(Start {
                at: part.range.start,
                shares: false,
                grouped: semicolons,
                bare: false,
            });
            continue;
        }
        let opens = std::mem::replace(&mut complete, part.after == ';' || !semicolons);
        let own = &text[part.range.clone()];
        // `Trustees A, B and C`: behind the title of several, commas part people to the next semicolon.
        titled_all |= opens && semicolons && is_titled_plural(own, lexicon);
        let opens = opens || titled_all;
        titled_all &= part.after != ';';
        let joined = part.after == '&';
        let given = || is_given_name(own) || lexicon.list(List::GivenWord).is(own);
        let bare = joined && opens && !own.contains(' ') && given() && {
            let next = parts.get(i + 1).map(|n| &text[n.range.clone()]);
            next.is_some_and(|n| name_at(n, lexicon).is_some_and(|n| n.score > 2))
        };
        // `Mr and Mrs Model`
        let couple = joined && opens && is_honorific(own, lexicon) && !is_plural(own) && {
            let next = parts.get(i + 1).map(|n| &text[n.range.clone()]);
            next.is_some_and(|text| {
                let name = name_at(text, lexicon).filter(|n| n.honorific.is_some());
                name.is_some_and(|n| text[n.whole].starts_with(char::is_uppercase))
            })
        };
        let bare = bare || couple;
        let name = name_at(own, lexicon).filter(|n| n.score > 0 && n.end > 0);
        let titled = name.as_ref().is_some_and(|n| n.honorific.is_some());
        let split = name.as_ref().is_some_and(Name::is_split);
        let whole = name.as_ref().map(|n| own[n.end..].trim_start());
        let ends = whole.is_some_and(|w| {
            w.is_empty()
                || w.starts_with(['(', '[', '\u{2013}', '-', ',', ':', '.'])
                || lexicon.list(List::From).starts(w).is_some()
                || is_remark(w, lexicon)
                || titled && is_country(w)
                || split && class(w, lexicon) == Class::Job
                || name.as_ref().is_some_and(|n| chairs(w, n, lexicon))
        });
        let organisation = lexicon.list(List::OrganisationName).is(own.trim());
        if opens && (bare || ends && !organisation) {
            let shares = joined && (bare || whole.is_some_and(str::is_empty));
            complete |= shares;
            starts.push(Start {
                at: part.range.start,
                shares,
                grouped: semicolons,
                bare,
            });
        }
    }
    starts
}

/// `Councillors A Model`: whether the title or office before a name is that of several.
fn is_titled_plural(text: &str, lexicon: &Lexicon) -> bool {
    let Some(name) = name_at(text, lexicon).filter(|n| n.score > 0) else {
        return false;
    };
    let office = |r: Range<usize>| {
        let last = text[r].rsplit(' ').next().unwrap_or_default();
        let one = last.strip_suffix('s');
        one.is_some_and(|one| lexicon.list(List::Job).is(one))
    };
    name.honorific.is_some_and(|h| is_plural(&text[h])) || name.office.is_some_and(office)
}

/// `Mmes`, `MM.`, `Messrs`: the title of several.
pub(super) fn is_plural(title: &str) -> bool {
    let title = title.trim_end_matches('.');
    title.len() > 3 && title.ends_with('s') || title == "MM"
}

/// Whether commas part people as semicolons do: `A (AA), B (BB); C (CC)`.
fn commas_part(text: &str, parts: &[Part], lexicon: &Lexicon) -> bool {
    let short = |rest: &str| rest.is_empty() || rest.starts_with('(') && rest.len() < 8;
    let person = |p: &Part| {
        let own = &text[p.range.clone()];
        let name = name_at(own, lexicon).filter(|n| n.score > 1);
        name.is_some_and(|n| short(own[n.end..].trim()))
    };
    let behind = parts.windows(2).filter(|w| w[0].after == ',');
    let (all, people) = behind.fold((0, 0), |(all, people), w| {
        (all + 1, people + usize::from(person(&w[1])))
    });
    all > 2 && people * 10 >= all * 8
}

/// `Relief Now (A, B), Ministry of Works (C)`: organisations, each with its people in brackets.
fn behind_bodies<'s>(flow: &Flow<'s>, parts: &[Part], lexicon: &Lexicon) -> Option<Vec<Entry<'s>>> {
    let text = flow.as_str();
    let mut found = Vec::new();
    for part in parts {
        let own = &text[part.range.clone()];
        let (open, close) = (own.find('(')?, own.trim_end_matches(['.', ' ']).len());
        let body = flow.trimmed(part.range.start..part.range.start + open);
        let inner = part.range.start + open + 1..part.range.start + close.checked_sub(1)?;
        if inner.is_empty() || !own[..close].ends_with(')') {
            return None;
        }
        let named = name_at(&text[body.clone()], lexicon).is_some_and(|n| n.score > 1);
        let people = people(flow, inner, lexicon);
        let bare = people
            .iter()
            .all(|e| e.name.score > 0 && e.pieces.is_empty());
        if named || people.is_empty() || !bare {
            return None;
        }
        let class = match class(&text[body.clone()], lexicon) {
            Class::Country => Class::Country,
            _ => Class::Organisation,
        };
        for mut person in people {
            person.add(&flow.slice(body.clone()), class);
            found.push(person);
        }
    }
    (parts.len() > 1).then_some(found)
}
