//! What a bracket behind a title holds: how long the item lasts, who presents, the room.

use super::people::slashed_people;
use super::title::{Parts, handle, last_duration};
use super::who::Who;
use crate::lexicon::List;
use crate::value::person::{Evidence, is_given_name, looks_like_job};
use crate::value::time::duration_at;
use std::ops::Range;

/// Takes what a bracket holds; whether it was a part of the line that is no title. `at` is its place. `of_person`: a
/// person stands before it.
pub(super) fn bracket(
    words: &str,
    at: Range<usize>,
    of_person: bool,
    parts: &mut Parts,
    who: &Who,
) -> bool {
    let whole = |(len, _): &(usize, u32)| words[*len..].trim().is_empty();
    if let Some((_, minutes)) = duration_at(words, who.lang).filter(whole) {
        parts.duration.get_or_insert((at, minutes));
    } else if let Some((len, minutes, people)) = lasting_person(words, who) {
        parts
            .duration
            .get_or_insert((at.start..at.start + len, minutes));
        parts.presenters.push(at.start + people..at.end);
    } else if parts.location.is_none()
        && (who.begins_with_room(words) || is_lettered(words) || is_named_room(words, who))
    {
        parts.location = Some(at);
    } else if of_person {
        return false;
    } else if let Some(names) = first_names(words, who) {
        let names = names.into_iter();
        parts
            .presenters
            .extend(names.map(|n| at.start + n.start..at.start + n.end));
    } else if who.presents(words)
        || slashed_people(words, who).is_some()
        || is_short(words, who)
        || is_everyone(words, who)
    {
        let people = match last_duration(words, who) {
            Some((sign, from, minutes)) => {
                let duration = (at.start + from..at.end, minutes);
                parts.duration.get_or_insert(duration);
                at.start..at.start + sign
            }
            None => at,
        };
        parts.presenters.push(people);
    } else if parts.location.is_none() && who.is_room(words) {
        parts.location = Some(at);
    } else {
        return false;
    }
    true
}

/// The people of a bracket by first names alone, `Lisa, Lee, Ruth, et al.`: three or more, or two and others, half of which
/// are known as such at the least.
fn first_names(words: &str, who: &Who) -> Option<Vec<Range<usize>>> {
    let others = who.lexicon.list(List::AndOthers);
    let plain = |name: &str| {
        let mut letters = name.chars();
        letters.next().is_some_and(char::is_uppercase)
            && name.chars().all(char::is_alphabetic)
            && letters.any(char::is_lowercase)
    };
    let (mut at, mut open) = (0, false);
    let mut names = Vec::new();
    for part in words.split(',') {
        let from = at + part.len() - part.trim_start().len();
        at += part.len() + 1;
        let name = part.trim();
        open |= others.is(name);
        match plain(name) {
            _ if open => break,
            true => names.push(from..from + name.len()),
            false => return None,
        }
    }
    let known = names
        .iter()
        .filter(|n| who.is_first_name(&words[(*n).clone()]))
        .count();
    let enough = names.len() + usize::from(open) >= 3;
    (enough && known * 2 >= names.len()).then_some(names)
}

/// A duration and whoever presents, `10 min, Ana`: how long the duration's print is, its minutes, where the person begins.
fn lasting_person(words: &str, who: &Who) -> Option<(usize, u32, usize)> {
    let (len, minutes) = duration_at(words, who.lang)?;
    let people = words[len..].trim_start_matches([',', ';', '-', '\u{2013}', '\u{2014}', ' ']);
    let named = who.presents(people) || who.is_first_name(people) || handle(people).is_some();
    (named && people.len() < words.len() - len).then(|| (len, minutes, words.len() - people.len()))
}

/// One of several rooms of one name, which a letter tells apart: `Contessa B`. A person's initial is no letter alone behind
/// a word that no given name is.
fn is_lettered(words: &str) -> bool {
    let (name, letter) = words.split_once(' ').unwrap_or_default();
    let plain = name.starts_with(char::is_uppercase) && name.chars().all(char::is_alphabetic);
    let one = letter.len() == 1 && letter.bytes().all(|b| b.is_ascii_uppercase());
    plain && name.len() > 3 && one && !is_given_name(name)
}

/// `Baobab Terrace`: a room's name that looks like a person's but for its last word.
fn is_named_room(words: &str, who: &Who) -> bool {
    let first = words.split(' ').next().unwrap_or_default();
    who.names_room(words) && !words.contains(['.', ',']) && !is_given_name(first)
}

/// A first name or a handle alone, with a duration behind it perhaps.
fn is_short(words: &str, who: &Who) -> bool {
    let end = last_duration(words, who).map_or(words.len(), |(sign, ..)| sign);
    who.is_first_name(&words[..end]) || handle(&words[..end]).is_some()
}

/// `All` or `Chair`, with a duration behind it: without one the bracket may say anything.
fn is_everyone(words: &str, who: &Who) -> bool {
    let everyone = who.lexicon.list(List::AgendaEveryone);
    let job = |t: &str| !t.contains(' ') && looks_like_job(t, who.lang) >= Evidence::Likely;
    last_duration(words, who).is_some_and(|(sign, ..)| {
        let words = words[..sign].trim();
        everyone.is(words) || job(words)
    })
}
