//! Where the people begin behind the words that say how they attended.

use super::name::{honorifics, is_honorific, name_at};
use super::{called, posts};
use crate::lexicon::{Lexicon, List};
use std::ops::Range;

/// The people whose apologies a motion accepts: `to receive the apologies of Cllr A and Ms B`.
pub(super) fn of_whom(text: &str, range: &Range<usize>, lexicon: &Lexicon) -> Option<usize> {
    let before = text[..range.start].trim_end();
    let article = before.rsplit(' ').next()?;
    let named = lexicon.list(List::Article).is(article)
        && lexicon.list(List::LabelApologies).is(&text[range.clone()]);
    let rest = text[range.end..].trim_start();
    let from = lexicon.list(List::From).starts(rest).filter(|_| named)?;
    let body = rest[from..].trim_start();
    let first = name_at(body, lexicon)?;
    let surname = body[first.whole.clone()].contains(' ') || first.honorific.is_some();
    (surname && first.score > 1).then_some(text.len() - body.len())
}

/// The people by whom a sentence says that its subject was attended, however long the subject: `The second session was
/// held in May and was attended by Mr A and Ms B`.
pub(super) fn by_whom(text: &str, range: &Range<usize>, lexicon: &Lexicon) -> Option<usize> {
    let led = lexicon.list(List::AttendanceLed).ends(&text[range.clone()]);
    // `con la asistencia de los delegados que siguen: A, B`
    if let Some(body) = introduced(&text[range.end..], lexicon).filter(|_| led) {
        let named = name_at(body, lexicon).is_some_and(|n| n.score > 1);
        return named.then_some(text.len() - body.len());
    }
    let body = text[range.end..].trim_start();
    let first = name_at(body, lexicon).filter(|_| led)?;
    let titled = first.honorific.is_some() && body[first.whole.clone()].contains(' ');
    (titled && first.score > 1).then_some(text.len() - body.len())
}

/// What stands behind a dash: ` – A, B`.
pub(super) fn dashed(rest: &str) -> Option<&str> {
    let dashes = ['-', '\u{2013}', '\u{2014}'];
    let body = rest.trim_start_matches([' ', '*']).strip_prefix(dashes)?;
    body.starts_with([' ', '*'])
        .then(|| body.trim_start_matches([' ', '*']))
}

/// What stands behind a few small words and a colon: ` the following members: A`; titles may be among them, and the body's
/// name where somebody with a title follows: ` Mesdames et Messieurs les délégués du Syndicat : Madame A`.
pub(super) fn introduced<'t>(rest: &'t str, lexicon: &Lexicon) -> Option<&'t str> {
    let (words, body) = rest.split_once(':')?;
    let body = body.trim_start_matches([' ', '*']);
    if words.len() > 80 || !words.starts_with(' ') {
        return None;
    }
    let small = |w: &str| w.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
    let mut big = words.split_whitespace().filter(|w| !small(w)).peekable();
    let plain = big.peek().is_none() && words.len() <= 60;
    let titled = big.next().is_some_and(|w| is_honorific(w, lexicon))
        && big.all(|w| {
            w.chars()
                .all(|c| c.is_alphabetic() || "'\u{2019}-.".contains(c))
        })
        && honorifics(body, lexicon) > 0;
    (plain || titled).then_some(body)
}

/// What stands behind a few small words, the last of them `from`, and before a name: ` were received and noted from A`.
pub(super) fn came_from<'t>(rest: &'t str, lexicon: &Lexicon) -> Option<&'t str> {
    let words = rest.find(char::is_uppercase)?;
    let (lead, body) = rest.split_at(words);
    let from = lead.trim_end().rsplit(' ').next().unwrap_or_default();
    let fits = lead.len() <= 60
        && lead.starts_with(' ')
        && lead.chars().all(|c| c.is_lowercase() || c == ' ')
        && from.len() > 2
        && lexicon.list(List::From).is(from);
    let named = || name_at(body, lexicon).is_some_and(|n| n.score > 0);
    (fits && named()).then_some(body)
}

/// What stands behind a few small words, the last of them a form of being, and before a name: ` for item 3 was Ms A`; a post
/// in small letters may stand before the name: ` were supervisors A and B`.
pub(super) fn who_were<'t>(rest: &'t str, lexicon: &Lexicon) -> Option<&'t str> {
    let words = rest.find(char::is_uppercase)?;
    let (lead, body) = rest.split_at(words);
    let small = |c: char| c.is_lowercase() || c.is_ascii_digit() || c == ' ';
    let being = |lead: &str| lexicon.list(List::AttendanceBeing).ends(lead);
    if lead.len() > 60 || !lead.starts_with(' ') || !lead.chars().all(small) {
        return None;
    }
    if being(lead) {
        let named = || {
            name_at(body, lexicon).is_some_and(|n| n.score > 1)
                || called::surname_at(body, lexicon).is_some()
                || are_two(body, lexicon)
        };
        return named().then_some(body);
    }
    let mut cuts = lead.match_indices(' ').map(|(i, _)| i).skip(1);
    let post = cuts.find(|&i| being(&lead[..i + 1]) || being(&lead[..i]))?;
    let from = &rest[post + 1..];
    let held = posts::post_before(from, lexicon)?;
    name_at(from[held..].trim_start(), lexicon)
        .is_some_and(|n| n.score > 0)
        .then_some(from)
}

/// Whether two names of two words stand at the start, either of which alone may be something else.
fn are_two(text: &str, lexicon: &Lexicon) -> bool {
    let name = |t: &str| {
        let name = name_at(t, lexicon).filter(|n| n.score > 0)?;
        t[name.whole.clone()].contains(' ').then_some(name.end)
    };
    let Some(end) = name(text) else {
        return false;
    };
    let next = text[end..].trim_start_matches([',', ' ']);
    let and = lexicon.list(List::And).starts(next).unwrap_or(0);
    let parted = and > 0 || text[end..].starts_with(',');
    parted && name(next[and..].trim_start()).is_some()
}
