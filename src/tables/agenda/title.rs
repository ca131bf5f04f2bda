//! A line or title cell taken apart: item number, title, duration, presenters, room.

use super::bracket::bracket;
use super::habits::initialled_end;
use super::handout;
use super::number::item_number;
use super::people::{
    are_people, begins_honoured, honoured_end, is_office, is_person, leading_people, listed_people,
    people_before_quote, people_behind_stop,
};
use super::who::Who;
use crate::lexicon::List;
use crate::value::person::{Evidence, Name, is_given_name, name_at};
use crate::value::time::{duration_at, may_have_duration};
use std::ops::Range;

/// The parts of a line, as ranges of its text.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Parts {
    /// The number before the title.
    pub number: Option<Range<usize>>,
    /// What is left when the other parts are taken away.
    pub title: Range<usize>,
    /// The duration in minutes, with its place.
    pub duration: Option<(Range<usize>, u32)>,
    /// Who presents, in the order of the text.
    pub presenters: Vec<Range<usize>>,
    /// The room.
    pub location: Option<Range<usize>>,
}

/// Signs that part a time from its title and a title from its presenters.
const SEPARATORS: &[char] = &[
    ':', '-', '\u{2013}', '\u{2014}', '|', '\u{2022}', '.', ',', ';', '/', '>', ')', ']', ' ',
    '\u{25ba}', '\u{25b6}', '\u{2192}', '\u{27a4}', '\u{25b8}', '\u{203a}', '\u{bb}',
];

/// Takes a line apart that begins with its title or its number.
pub(super) fn parts(text: &str, who: &Who) -> Parts {
    let mut start = text.len() - text.trim_start_matches(SEPARATORS).len();
    let mut parts = Parts::default();
    if let Some((minutes, len)) = leading_duration(&text[start..], who) {
        parts.duration = Some((start..start + len, minutes));
        start += len;
        start += text[start..].len() - text[start..].trim_start_matches(SEPARATORS).len();
    }
    if let Some((number, rest)) = item_number(&text[start..], who) {
        parts.number = Some(start + number.start..start + number.end);
        start += rest;
    }
    if let Some((people, title)) = leading_people(&text[start..], who) {
        parts.presenters.push(start..start + people);
        start += title;
    }
    if let Some((people, title)) = people_before_quote(&text[start..], who) {
        parts
            .presenters
            .push(start + people.start..start + people.end);
        start += title;
    }
    // A bar at the end closes a row of a table.
    let own = &text[..handout::start(text, who)];
    let mut end = own.trim_end_matches([' ', '|']).len().max(start);
    // Each pass takes one part off the end; a title has few.
    for _ in 0..6 {
        let Some(cut) = trailing(text, start..end, &mut parts, who) else {
            break;
        };
        end = cut;
    }
    parts.title = start..end;
    parts.presenters.sort_by_key(|r| r.start);
    parts
}

/// Whether a line or cell says how long its item takes.
pub(super) fn lasts(text: &str, who: &Who) -> bool {
    may_have_duration(text, who.lang) && parts(text, who).duration.is_some()
}

/// The minutes that brackets behind a title hold: `(30 min)`, `(5m)`.
fn minutes_in(inner: &str, who: &Who) -> Option<u32> {
    let told = duration_at(inner, who.lang).filter(|(len, _)| *len == inner.len());
    let lettered = || {
        let digits = inner.strip_suffix('m')?.trim_end();
        let short = (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        digits.parse().ok().filter(|m| short && *m > 0)
    };
    told.map(|(_, minutes)| minutes).or_else(lettered)
}

/// Takes one part off the end; where the title then ends. `None` where the end is title.
fn trailing(text: &str, range: Range<usize>, parts: &mut Parts, who: &Who) -> Option<usize> {
    let line = &text[range.clone()];
    let cut = |at: usize| {
        let kept = line[..at]
            .trim_end_matches([' ', ',', ':', ';', '-', '\u{2013}', '\u{2014}', '|', '/']);
        (!kept.is_empty()).then_some(range.start + kept.len())
    };
    // `Statement by A. Novak, Director, and exchange of views` is a title to its end.
    if parts.presenters.is_empty()
        && let Some(people) = named_inside(line, who)
    {
        let at = range.start + people.start..range.start + people.end;
        parts.presenters.push(at);
        return None;
    }
    // `Panel. Speakers: A. Novak, B. Lind (60 min)`
    if let Some((open, inner)) = enclosed(line).filter(|_| parts.duration.is_none())
        && let Some(minutes) = minutes_in(&line[inner.clone()], who)
        && let Some(cut) = cut(open)
    {
        let at = range.start + inner.start..range.start + inner.end;
        parts.duration = Some((at, minutes));
        return Some(cut);
    }
    // `What a ferry costs. Speakers: A. Novak (Some Lines), B. Lind`
    if let Some(labels) = who.role_labels(line)
        && let Some(end) = cut(labels[0]).map(|e| range.start + without_stop(&text[range.start..e]))
    {
        let ends = labels[1..].iter().copied().chain([line.len()]);
        let pieces = labels.iter().zip(ends);
        parts
            .presenters
            .extend(pieces.map(|(from, to)| range.start + from..range.start + to));
        return Some(end);
    }
    // `Maps of mud. Jon Lind (Mud Trust, Norway)`
    if let Some((stop, people)) = people_behind_stop(line, who)
        && let Some(end) = cut(stop + usize::from(!line[stop..].starts_with('.')))
    {
        parts.presenters.push(range.start + people..range.end);
        return Some(end);
    }
    if let Some((open, inner)) = enclosed(line) {
        let at = range.start + inner.start..range.start + inner.end;
        let of_person = is_person(&line[..open], who) || ends_with_person(&line[..open], who);
        let taken = bracket(&line[inner], at, of_person, parts, who);
        if let Some(cut) = cut(open).filter(|_| taken) {
            return Some(cut);
        }
    }
    // Who speaks, an office or two behind the name, and nothing else.
    if begins_honoured(line, who) {
        return None;
    }
    // `Lightning talks: A. Novak, B. Lind`, `Opening. Dr A. Novak, Some Institute`
    let listed = line.rfind(": ").filter(|i| {
        let people = line[i + 1..].trim();
        are_people(people, Evidence::Weak, who) && who.is_sure(people)
    });
    let short = |i: usize| {
        let word = line[..i].trim_end().rsplit(' ').next().unwrap_or("");
        word.len() < 3 || who.lexicon.list(List::Honorific).is(word)
    };
    let honoured = |i: &usize| {
        if short(*i) && !line[*i..].starts_with('?') {
            return false;
        }
        let rest = line[i + 1..].trim_start();
        let name = name_at(rest, who.lang).filter(|n| n.span.start == 0);
        let office =
            |n: &Name| n.evidence >= Evidence::Likely && is_office(&rest[n.span.end..], who);
        // `The dam. Ana Novak, Director`: behind a stop a given name must say that it is a person.
        let told = line[*i..].starts_with(':')
            || line[*i..].starts_with('.') && is_given_name(rest.split(' ').next().unwrap_or(""));
        name.is_some_and(|n| n.honorific.is_some() || told && office(&n)) && who.presents(rest)
    };
    let signs = || line.match_indices([':', '.', '?']).map(|(i, _)| i);
    let mut signs = signs().filter(|&i| line[i + 1..].starts_with(' '));
    if let Some(sign) = listed.or_else(|| signs.find(honoured))
        && who.role(line).is_none()
        && who.role_inside(line).is_none()
        // The mark of a question is its title's.
        && let Some(end) = cut(sign + usize::from(line[sign..].starts_with('?')))
    {
        let from = range.start + sign + 1;
        let people = listed.and_then(|_| listed_people(&line[sign + 1..], Evidence::Weak, who));
        match people {
            Some(people) => {
                let places = people.into_iter().map(|p| from + p.start..from + p.end);
                parts.presenters.extend(places);
            }
            None => parts.presenters.push(from..range.end),
        }
        return Some(end);
    }
    if let Some((sign, at, minutes)) = last_duration(line, who)
        && let Some(end) = cut(sign)
    {
        parts
            .duration
            .get_or_insert((range.start + at..range.end, minutes));
        return Some(end);
    }
    if let Some((sign, room)) = room_behind(line, who).filter(|_| parts.location.is_none())
        && let Some(end) = cut(sign)
    {
        parts.location = Some(range.start + room..range.end);
        return Some(end);
    }
    if let Some((at, minutes, people)) = duration_before_people(line, who)
        && let Some(end) = cut(at.start)
    {
        let at = range.start + at.start..range.start + at.end;
        parts.duration.get_or_insert((at, minutes));
        parts.presenters.push(range.start + people..range.end);
        return Some(end);
    }
    for (sign, after) in dashes(line) {
        let rest = line[after..].trim();
        let at = range.start + after..range.end;
        let comma = line[sign..].starts_with(',');
        if !comma && parts.location.is_none() && who.names_room(rest) {
            let cut = cut(sign)?;
            parts.location = Some(at);
            return Some(cut);
        }
        // `Opening (5 min) - President`
        let lasted = !comma
            && enclosed(line[..sign].trim_end()).is_some_and(|(_, inner)| {
                let whole = |(len, _): (usize, u32)| len == inner.len();
                duration_at(&line[inner.clone()], who.lang).is_some_and(whole)
            });
        // `Reception by the Mayor, Salle des Lacs`
        if comma && parts.location.is_none() && who.begins_with_room(rest) && who.presents(rest) {
            let cut = cut(sign)?;
            parts.location = Some(at);
            return Some(cut);
        }
        let everyone = lasted || !comma && who.lexicon.list(List::AgendaEveryone).is(rest);
        // Behind a comma or a stroke more than capitals must say that it is a person: `Work, Play, Quiet Corners`.
        let stroke = line[sign..].starts_with('/');
        let people = || who.presents(rest) && (!comma && !stroke || who.is_sure(rest));
        if everyone || people() {
            let cut = cut(sign)?;
            let by = who.lexicon.list(List::LabelBy).starts(rest).unwrap_or(0);
            let blank = line[after..].len() - line[after..].trim_start().len();
            parts.presenters.push(at.start + blank + by..at.end);
            return Some(cut);
        }
    }
    if let Some(role) = who.role_by(line) {
        let end = cut(role)?;
        parts.presenters.push(range.start + role..range.end);
        return Some(end);
    }
    let by = who.lexicon.list(List::LabelBy).find_iter(line).last();
    // `Address by the Honourable Ana Novak`
    let article = |rest: &str| who.lexicon.list(List::Article).starts(rest.trim_start());
    let behind = |at: usize| {
        let rest = line[at..].trim_start();
        let bare = article(rest).map_or("", |len| rest[len..].trim_start());
        let honoured = begins_honoured(bare, who);
        line.len() - if honoured { bare } else { rest }.len()
    };
    let by = by.map(|(words, _)| (words.start, behind(words.end)));
    if let Some((start, people)) = by.filter(|(s, at)| *s > 0 && who.names(line[*at..].trim())) {
        let end = cut(start)?;
        parts.presenters.push(range.start + people..range.end);
        return Some(end);
    }
    let of = who.lexicon.list(List::LabelTalkOf).find_iter(line).last();
    if let Some((words, _)) = of.filter(|(r, _)| who.names(line[r.end..].trim())) {
        let small = line[words.clone()].rfind([' ', '\'']).unwrap_or(0);
        let end = cut(words.start + small)?;
        parts.presenters.push(range.start + words.end..range.end);
        return Some(end);
    }
    let unnamed = parts.presenters.is_empty();
    let people = who
        .role_inside(line)
        .or_else(|| honoured_end(line, who).filter(|_| unnamed))
        .or_else(|| initialled_end(line).filter(|_| unnamed && who.initialled))?;
    let cut = cut(people)?;
    parts.presenters.push(range.start + people..range.end);
    Some(cut)
}

/// What follows people in a title has no more words.
const LONGEST_TAIL: usize = 4;

/// The people inside a title that goes on behind them in small letters: `Words by A. Novak, Director, and discussion`.
fn named_inside(line: &str, who: &Who) -> Option<Range<usize>> {
    let by = who.lexicon.list(List::LabelBy);
    let (head, word) = line.rsplit_once(' ')?;
    if !word.starts_with(char::is_lowercase) || !by.may_stand_in(head) {
        return None;
    }
    let and = who.lexicon.list(List::And);
    let plain = |w: &str| w.chars().all(char::is_lowercase);
    let mut words = line.rmatch_indices(' ').take(LONGEST_TAIL + 1);
    let tail = words
        .find(|(i, _)| and.is(line[i + 1..].split(' ').next().unwrap_or("")))?
        .0;
    let rest = line[tail + 1..].split_once(' ')?.1;
    let told = rest.split(' ').all(plain) && !who.lexicon.list(List::Job).found_in(rest);
    let before = line[..tail].trim_end_matches(',');
    let (found, _) = by.find_iter(before).last()?;
    let at = before.len() - before[found.end..].trim_start().len();
    (told && found.start > 0 && who.names(&before[at..])).then_some(at..before.len())
}

/// Whether a person stands behind the last comma: `Maps, old and new, Ana Novak`.
fn ends_with_person(text: &str, who: &Who) -> bool {
    let last = text.rfind(", ").map(|i| text[i + 2..].trim());
    last.is_some_and(|l| who.is_sure_name(l) && who.names(l) && l.contains(' '))
}

/// Bytes of a title without the stop at its end; that of a short form stays.
fn without_stop(title: &str) -> usize {
    let word = title.rsplit(' ').next().unwrap_or("");
    let whole = word.ends_with('.') && word.matches('.').count() == 1 && word.len() > 4;
    title.len() - usize::from(whole)
}

/// The name by which a platform calls somebody: the `ana` of `@ana`.
pub(in crate::tables) fn handle(text: &str) -> Option<&str> {
    let name = text.trim().strip_prefix('@')?;
    (!name.is_empty() && name.chars().all(is_of_handle)).then_some(name)
}

/// Whether a letter or sign may stand in such a name.
pub(super) fn is_of_handle(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_' | '.')
}

/// The duration behind the last sign of a line: the sign, where it begins, its minutes.
pub(super) fn last_duration(line: &str, who: &Who) -> Option<(usize, usize, u32)> {
    let (sign, after) = dashes(line).last()?;
    let rest = line[after..].trim();
    let (len, minutes) = duration_at(rest, who.lang)?;
    rest[len..]
        .trim_matches(['.', ' '])
        .is_empty()
        .then_some((sign, after, minutes))
}

/// A duration at the end of a line without a sign before it: where it begins, and its minutes.
pub(super) fn bare_duration(line: &str, who: &Who) -> Option<(usize, u32)> {
    let end = line.trim_end_matches(['.', ' ']).len();
    let mut words = line[..end].rmatch_indices(' ').map(|(i, _)| i + 1);
    let at = words.by_ref().take(3).find(|&i| {
        let number = line[i..].starts_with(|c: char| c.is_ascii_digit());
        let whole = |(len, _): (usize, u32)| i + len == end;
        number && duration_at(&line[i..end], who.lang).is_some_and(whole)
    })?;
    let (_, minutes) = duration_at(&line[at..end], who.lang)?;
    (at > 0).then_some((at, minutes))
}

/// A room behind the last comma, `Maps, room 204`, or behind the sign for a place, `Pizza @ Main Hall`: the sign, and
/// where the room begins.
fn room_behind(line: &str, who: &Who) -> Option<(usize, usize)> {
    if let Some(at) = line.rfind(" @ ") {
        return Some((at, at + 3));
    }
    let at = line.rfind(", ")?;
    let rest = &line[at + 2..];
    let mut words = rest.split(' ');
    let room = words
        .next()
        .is_some_and(|w| who.lexicon.list(List::AgendaRoom).is(w));
    let code =
        |w: &str| w.len() <= 5 && w.contains(|c: char| c.is_ascii_digit() || c.is_uppercase());
    (room && words.clone().count() <= 1 && words.all(code)).then_some((at, at + 2))
}

/// A duration inside a line with people behind it, `Nets and laws 15' Ana Novak`: its place, its minutes, where they begin.
fn duration_before_people(line: &str, who: &Who) -> Option<(Range<usize>, u32, usize)> {
    let starts = line.match_indices(' ').map(|(i, _)| i + 1);
    let digit = |i: &usize| line[*i..].starts_with(|c: char| c.is_ascii_digit() || c == '(');
    starts.filter(digit).find_map(|at| {
        let (len, minutes) = duration_at(&line[at..], who.lang)?;
        let rest = line[at + len..].trim_start_matches(SEPARATORS);
        let people = who.presents(rest) || who.lexicon.list(List::AgendaEveryone).is(rest);
        (!rest.is_empty() && people).then(|| (at..at + len, minutes, line.len() - rest.len()))
    })
}

/// The bracket that a line ends in: where it opens, and what it holds.
fn enclosed(line: &str) -> Option<(usize, Range<usize>)> {
    let line = line.trim_end_matches(['.', ' ']);
    let close = line
        .chars()
        .next_back()
        .filter(|c| matches!(c, ')' | ']'))?;
    let open = if close == ')' { '(' } else { '[' };
    let mut depth = 0;
    for (i, c) in line.char_indices().rev() {
        if c == close {
            depth += 1;
        } else if c == open {
            depth -= 1;
            if depth == 0 {
                return (i > 0).then_some((i, i + 1..line.len() - 1));
            }
        }
    }
    None
}

/// The signs between words that may part a title from what follows it, and where that begins.
fn dashes(line: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    let signs = line
        .char_indices()
        .filter(|(_, c)| matches!(c, '-' | '\u{2013}' | '\u{2014}' | '|' | '/' | ','));
    signs.filter_map(|(i, c)| {
        let after = i + c.len_utf8();
        let parted = line[after..].starts_with(' ') && (c == ',' || line[..i].ends_with(' '));
        // A comma between names in a bracket parts these, not the title from them.
        let inside = || {
            line[..i]
                .rfind(['(', ')'])
                .is_some_and(|b| line[b..].starts_with('('))
        };
        (parted && i > 0 && !(c == ',' && inside())).then_some((i, after))
    })
}

/// A duration at the start of a line: `20' Welcome`, `(15 min) Welcome`.
fn leading_duration(text: &str, who: &Who) -> Option<(u32, usize)> {
    let (len, minutes) = duration_at(text, who.lang)?;
    // `Eleven hours under snow` is a title.
    let spelt = text.starts_with(char::is_alphabetic);
    let titled = spelt && text[len..].trim_start().starts_with(char::is_alphabetic);
    (len < text.len() && !titled).then_some((minutes, len))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lang;
    use crate::value::person::Known;

    fn told(text: &str) -> String {
        let who = Who::new(Lang::En, Known::default());
        let p = parts(text, &who);
        let at = |r: &Range<usize>| text[r.clone()].trim().to_string();
        let mut told = vec![at(&p.title)];
        told.extend(p.number.iter().map(|r| format!("#{}", at(r))));
        told.extend(p.duration.iter().map(|d| format!("{}m", d.1)));
        told.extend(p.presenters.iter().map(|r| format!("@{}", at(r))));
        told.extend(p.location.iter().map(|r| format!("in {}", at(r))));
        told.join(" | ")
    }

    #[test]
    fn a_title_loses_number_duration_presenters_and_room() {
        for (text, expected) in [
            (
                ": Opening (Ana Novak, Director, Some Institute)",
                "Opening | @Ana Novak, Director, Some Institute",
            ),
            ("Maps (T. Novak)", "Maps | @T. Novak"),
            ("Campaign (30 min) - Jo Novak", "Campaign | 30m | @Jo Novak"),
            (
                "Sharing data (Moderator: Ana Novak, Head, An Office)",
                "Sharing data | @Moderator: Ana Novak, Head, An Office",
            ),
            ("Country reports (continued)", "Country reports (continued)"),
            (
                "Focus session (Group Work) on lenses",
                "Focus session (Group Work) on lenses",
            ),
            ("Item 3: Budget", "Budget | #3"),
            ("4.1 Budget", "Budget | #4.1"),
            ("2030 and beyond", "2030 and beyond"),
            (
                "Poster session (Main Hall)",
                "Poster session | in Main Hall",
            ),
            ("Closing \u{2013} Dr Ana Novak", "Closing | @Dr Ana Novak"),
            (
                "What a library is, and what it is not (R. Novak)",
                "What a library is, and what it is not | @R. Novak",
            ),
            (
                "Panel on water. Moderator: Ana Novak",
                "Panel on water | @Moderator: Ana Novak",
            ),
            (
                "The price. Speakers: Jon Novak (Fjord Lines), Dr Ana Lind (Institute)",
                "The price | @Speakers: Jon Novak (Fjord Lines), Dr Ana Lind (Institute)",
            ),
            (
                "Debate. Chair: Ana Novak. Rapporteur: Jon Lind",
                "Debate | @Chair: Ana Novak. | @Rapporteur: Jon Lind",
            ),
            (
                "A dam that moved. Anna Novak, Director, Some Institute",
                "A dam that moved | @Anna Novak, Director, Some Institute",
            ),
            (
                "Walk to the dam. Meet at the gate",
                "Walk to the dam. Meet at the gate",
            ),
            ("Work, Play, Quiet Corners", "Work, Play, Quiet Corners"),
            ("Mr Jon Novak (Cold Harbour)", "Mr Jon Novak (Cold Harbour)"),
            ("(Group photo)", "(Group photo)"),
            ("Nets (15 min, @ana)", "Nets | 15m | @@ana"),
            ("Nets (@ana, 15 min)", "Nets | 15m | @@ana"),
            (
                "Reception hosted by the Directorate (Baobab Terrace)",
                "Reception hosted by the Directorate | in Baobab Terrace",
            ),
            ("Talk (Stuart Hall)", "Talk | @Stuart Hall"),
            (
                "Opening address by Dr Ana Novak, Mayor",
                "Opening address | @Dr Ana Novak, Mayor",
            ),
            ("Report by the secretariat", "Report by the secretariat"),
            (
                "Maps of fields \u{2013} Ana Novak (FAO)",
                "Maps of fields | @Ana Novak (FAO)",
            ),
            (
                "Budget \u{2013} Ana Novak \u{2013} 20 minutes",
                "Budget | 20m | @Ana Novak",
            ),
        ] {
            assert_eq!(told(text), expected, "{text}");
        }
    }
}
