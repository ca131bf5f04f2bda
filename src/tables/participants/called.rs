//! Lists of people of whom some are called by one word only: a first name, a handle, a surname behind a title.

use super::cut::Piece;
use super::entry::{Entry, is_remark};
use super::name::{Name, honorifics, is_honorific};
use super::parts::Part;
use super::piece::{Class, class};
use crate::flow::Flow;
use crate::lexicon::{Lexicon, List};
use crate::value::person::is_given_name;

/// `Ann, Ben_Probe, Cy Sample`: a person a part, most of them by bare names, the others by a word that may be one.
pub(super) fn one_each<'s>(
    flow: &Flow<'s>,
    parts: &[Part],
    lexicon: &Lexicon,
) -> Option<Vec<Entry<'s>>> {
    let text = flow.as_str();
    let semicolons = parts.iter().any(|p| p.after == ';');
    let read = |p: &Part| {
        let entry = Entry::read_running(&flow.slice(p.range.clone()), lexicon);
        entry.filter(|e| e.name.score > 0 && e.is_bare())
    };
    let known: Vec<Option<Entry>> = parts.iter().map(read).collect();
    let joined = parts.iter().zip(&known).filter(|(p, k)| {
        let word = &text[p.range.clone()];
        let first = word.split([' ', '(', '[']).next().unwrap_or(word);
        k.is_none() && (is_run_together(first) || is_everyday(word, lexicon))
    });
    let named = known.iter().flatten().count();
    let told = named + joined.count();
    let head = |p: &Part| {
        let own = &text[p.range.clone()];
        own.split(['(', '['])
            .next()
            .unwrap_or_default()
            .trim()
            .len()
    };
    let single = |p: &Part| is_single(&text[p.range.start..p.range.start + head(p)]);
    let alone = parts.iter().all(single);
    if parts.len() < 2 || semicolons && !alone {
        return None;
    }
    let unread = || parts.iter().zip(&known).filter(|(_, k)| k.is_none());
    // Of many people more may have names that nothing tells.
    let tenths = match parts.len() {
        _ if unread().all(|(p, _)| single(p)) => 5,
        10.. => 6,
        _ => 7,
    };
    if named == parts.len() || !alone && told * 10 < parts.len() * tenths {
        return None;
    }
    let mut people = Vec::with_capacity(parts.len());
    for (i, (part, entry)) in parts.iter().zip(known).enumerate() {
        let len = head(part);
        let word = &text[part.range.start..part.range.start + len];
        let family = part.after == '&' && is_given_name(word) && !alone;
        if entry.is_none() && (family || !may_be_called(word, i == 0, alone, lexicon)) {
            return None;
        }
        let called = || Entry::of_one_name(&flow.slice(part.range.clone()), len, lexicon);
        people.push(entry.or_else(called)?);
    }
    Some(people)
}

/// `Ann`, `Ann T`, `Ann T.`: a first name, with the first letter of the surname where two are called so.
fn is_single(word: &str) -> bool {
    let Some((first, letter)) = word.split_once(' ') else {
        return true;
    };
    let mut letters = letter.trim_end_matches('.').chars();
    let one = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    one && is_given_name(first)
}

/// `VE7ABC`, `jsample2`: by which operators and users are called.
fn is_coded(word: &str) -> bool {
    (4..=16).contains(&word.len())
        && word.starts_with(|c: char| c.is_ascii_alphabetic())
        && word.bytes().any(|b| b.is_ascii_digit())
        && word.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
}

/// Whether somebody among people may be called so: a given name, a handle, or capitals that say nothing else.
fn may_be_called(word: &str, first: bool, alone: bool, lexicon: &Lexicon) -> bool {
    if alone && is_coded(word) {
        return true;
    }
    let big = word.split(' ').all(|w| w.starts_with(char::is_uppercase));
    let handle = word.contains('_')
        || !word.contains(char::is_uppercase) && word.len() < 12
        || is_run_together(word);
    let alike = match word.contains(' ') {
        true => big && word.split(' ').count() < 4,
        false => handle && !alone || big && (is_given_name(word) || first || alone),
    };
    let plain = !word.contains(|c: char| c.is_ascii_digit() || c == '/');
    let class = class(word, lexicon);
    // `ABC` among first names: somebody's initials.
    let joined = word.len() < 4 || is_run_together(word);
    let initials = alone && !first && class == Class::Acronym && joined;
    let place = is_given_name(word) && matches!(class, Class::City | Class::Place);
    let everyday = is_everyday(word, lexicon);
    let other = class != Class::Unknown && !place && !initials && !everyday;
    alike && plain && !other
}

/// `April Model`, `Hope Bishop (Chair)`: an everyday word that is a given name too, and one or two words behind it.
fn is_everyday(word: &str, lexicon: &Lexicon) -> bool {
    let name = word.split(['(', '[']).next().unwrap_or(word).trim_end();
    let plain = |c: char| c.is_alphabetic() || "'\u{2019}-. ".contains(c);
    let big = |w: &str| w.starts_with(char::is_uppercase);
    let first = name.split(' ').next().unwrap_or(name);
    (2..=3).contains(&name.split(' ').count())
        && name.chars().all(plain)
        && name.split(' ').all(big)
        && lexicon.list(List::GivenWord).is(first)
        // `River Wardens Guild`.
        && !lexicon.list(List::Organisation).found_in(&name[first.len()..])
}

/// `AnnModel`, `AnnM`: words of a name without the blank between them.
fn is_run_together(word: &str) -> bool {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let first = word
        .chars()
        .skip(1)
        .take_while(|c| c.is_lowercase())
        .count();
    word.chars().all(char::is_alphabetic)
        && word.starts_with(char::is_uppercase)
        && (2..=4).contains(&capitals)
        && first >= 2
}

/// `Cllrs Sample, Probe and Test`, `City Manager Sample, City Clerk Probe`: a person a part, told by a title or an office
/// before the surname, or by the title of the first.
pub(super) fn by_surname<'s>(
    flow: &Flow<'s>,
    parts: &[Part],
    lexicon: &Lexicon,
) -> Option<Vec<Entry<'s>>> {
    let text = flow.as_str();
    let mut people = Vec::with_capacity(parts.len());
    let (mut titled, mut bare) = (false, 0);
    for part in parts {
        // The full stop of the sentence is no part of the last.
        let len = text[part.range.clone()].trim_end_matches('.').len();
        let range = part.range.start..part.range.start + len;
        let own = flow.slice(range.clone());
        // `Mme MODEL qui a donné procuration à M. PROBE`
        let aside = |p: &Piece| p.enclosed || is_remark(&own.as_str()[p.range.clone()], lexicon);
        let whole = Entry::read_running(&own, lexicon)
            .filter(|e| e.name.score > 0 && e.pieces.iter().all(aside));
        let honoured = whole.as_ref().is_some_and(|e| e.name.honorific.is_some());
        if !honoured && let Some(name) = surname_at(own.as_str(), lexicon) {
            bare += 1;
            titled = true;
            people.push(Entry::of_name(&own, name, lexicon)?);
            continue;
        }
        if let Some(entry) = whole {
            let name = &own.as_str()[entry.name.whole.clone()];
            titled |= entry.name.honorific.is_some() && !name.contains(' ');
            bare += usize::from(!name.contains(' '));
            people.push(entry);
            continue;
        }
        // `Mr Claude Probe, Mayor, Messrs Test and Trial`
        let titled_too = honorifics(own.as_str(), lexicon) > 0;
        let post = lexicon.list(List::Job).is(own.as_str())
            || !titled_too && class(own.as_str(), lexicon) == Class::Job;
        if let Some(last) = people.last_mut().filter(|_| post) {
            Entry::add(last, &own, Class::Job);
            continue;
        }
        let len = text[range]
            .find(['(', '['])
            .map_or(own.len(), |i| own.as_str()[..i].trim_end().len());
        let surname = &own.as_str()[..len];
        let named = is_surname(surname, lexicon) || is_loud(surname) || titled_too;
        if !titled || !named {
            return None;
        }
        bare += 1;
        people.push(Entry::of_one_name(&own, len, lexicon)?);
    }
    (titled && bare * 2 >= people.len()).then_some(people)
}

/// More people by one word than this may have a body among them.
const AMONG: usize = 5;

/// `Sample, Probe (Chair), Test, Trial`: everybody by one word, few of which say anything else.
pub(super) fn alone<'s>(
    flow: &Flow<'s>,
    parts: &[Part],
    lexicon: &Lexicon,
) -> Option<Vec<Entry<'s>>> {
    let text = flow.as_str();
    let (mut other, mut people) = (0, Vec::with_capacity(parts.len()));
    let mut bodies = 0;
    for part in parts {
        let own = flow.slice(part.range.clone());
        let head = own.as_str().split(['(', '[']).next().unwrap_or_default();
        // `The Reed Circle` that sent nobody by name, the one part of several words among many.
        let plain = |c: char| c.is_alphabetic() || "'\u{2019}- ".contains(c);
        let words = own.as_str().split(' ').count();
        if bodies == 0
            && parts.len() > AMONG
            && (3..=5).contains(&words)
            && own.as_str().chars().all(plain)
        {
            bodies += 1;
            people.push(Entry::of_one_name(&own, own.len(), lexicon)?);
            continue;
        }
        let word = head.trim_end().trim_end_matches('.');
        let bracketed = own.len() > head.len();
        // `Sample JK` among others of one word.
        let initials = |w: &str| w.len() <= 3 && w.chars().all(char::is_uppercase);
        let bare = word.rsplit_once(' ').filter(|(_, last)| initials(last));
        let surname = bare.map_or(word, |(surname, _)| surname);
        let shape = word.len() > 1
            && !text[part.range.clone()][word.len()..].contains(':')
            && surname
                .chars()
                .all(|c| c.is_alphabetic() || "'\u{2019}-".contains(c))
            && word.starts_with(char::is_uppercase)
            && word.contains(char::is_lowercase);
        if !shape || bracketed && !own.as_str().trim_end_matches('.').ends_with([')', ']']) {
            return None;
        }
        other += usize::from(!is_surname(surname, lexicon) || lexicon.list(List::Nobody).is(word));
        people.push(Entry::of_one_name(&own, word.len(), lexicon)?);
    }
    (other * 4 <= people.len()).then_some(people)
}

/// An office and one surname behind it, with which `text` begins: `City Manager Sample`.
pub(super) fn surname_at(text: &str, lexicon: &Lexicon) -> Option<Name> {
    let head = text.find([',', ';', '(', '[', '.', '\n', ':']);
    let head = text[..head.unwrap_or(text.len())].trim_end();
    // `Mayor Sample and Councillors Probe, Test`
    let and = |&i: &usize| {
        let next = head[i + 1..].split(' ').next();
        next.is_some_and(|w| lexicon.list(List::And).is(w))
    };
    let and = head.match_indices(' ').map(|(i, _)| i).find(and);
    let head = &head[..and.unwrap_or(head.len())];
    let (office, surname) = head.rsplit_once(' ')?;
    let held = office.len() <= 60
        && !is_honorific(office, lexicon)
        && head.starts_with(char::is_uppercase)
        && is_surname(surname, lexicon)
        && !lexicon.list(List::Topic).is(surname)
        && lexicon.list(List::Job).ends(office.trim_end_matches('s'))
        && class(office.trim_end_matches('s'), lexicon) == Class::Job;
    let start = office.len() + 1;
    held.then(|| Name {
        whole: start..head.len(),
        office: Some(0..office.len()),
        end: head.len(),
        score: 2,
        ..Name::default()
    })
}

/// `MODEL`, `MODEL DIT SAMPLE`: a surname in capitals.
fn is_loud(name: &str) -> bool {
    let plain = |c: char| c.is_uppercase() || " '\u{2019}-".contains(c);
    name.chars().count() > 2 && name.split(' ').count() < 4 && name.chars().all(plain)
}

/// Whether a word can be a surname and says nothing else.
fn is_surname(word: &str, lexicon: &Lexicon) -> bool {
    let mut letters = word.chars();
    let big = letters.next().is_some_and(char::is_uppercase);
    let plain = word
        .chars()
        .all(|c| c.is_alphabetic() || "'\u{2019}-".contains(c));
    let place = matches!(
        class(word, lexicon),
        Class::Unknown | Class::City | Class::Place
    );
    big && plain && letters.next().is_some_and(char::is_lowercase) && place
}
