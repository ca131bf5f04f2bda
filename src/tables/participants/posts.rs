//! People behind their posts in running text: `Clerk, A Model; Treasurer, B Probe`, `Manager Ann Model, Chief of Works and
//! Roads Bo Probe`.

use super::entry::Entry;
use super::name::{Name, honorifics, is_honorific, name_at, plain_at};
use super::parts::Part;
use super::piece::{Class, class};
use crate::flow::Flow;
use crate::lexicon::{Lexicon, List};
use crate::value::person::is_given_name;
use std::ops::Range;

/// Everybody behind a post, by a comma or by nothing.
pub(super) fn people<'s>(
    flow: &Flow<'s>,
    parts: &[Part],
    lexicon: &Lexicon,
) -> Option<Vec<Entry<'s>>> {
    parted(flow, parts, lexicon)
        .or_else(|| grouped(flow, parts, lexicon))
        .or_else(|| shared(flow, parts, lexicon))
        .or_else(|| run_on(flow, parts, lexicon))
}

/// `City Clerk, A Model; B Probe, Reporter`: semicolons part people, of whom some stand behind their posts.
fn grouped<'s>(flow: &Flow<'s>, parts: &[Part], lexicon: &Lexicon) -> Option<Vec<Entry<'s>>> {
    if !parts.iter().any(|p| p.after == ';') {
        return None;
    }
    let (mut people, mut held) = (Vec::new(), 0);
    for group in parts.split_inclusive(|p| p.after == ';') {
        if let Some(pair) = parted(flow, group, lexicon) {
            held += pair.len();
            people.extend(pair);
            continue;
        }
        let range = group.first()?.range.start..group.last()?.range.end;
        let one = Entry::read_running(&flow.slice(range), lexicon)?;
        people.push(one);
    }
    (held > 0).then_some(people)
}

/// `City Clerk, A Model; City Treasurer, B Probe`: posts and names by turns.
fn parted<'s>(flow: &Flow<'s>, parts: &[Part], lexicon: &Lexicon) -> Option<Vec<Entry<'s>>> {
    let text = flow.as_str();
    if parts.len() < 2 || parts.len() % 2 == 1 {
        return None;
    }
    let pairs = parts.chunks_exact(2).map(|pair| {
        let (post, own) = (pair[0].range.clone(), pair[1].range.clone());
        let held = pair[0].after == ',' && is_post(&text[post.clone()], lexicon);
        let name = name_at(&text[own.clone()], lexicon).filter(|n| n.office.is_none())?;
        let rest = text[own.start + name.end..own.end].trim_start();
        let closed = rest.is_empty() || rest.starts_with(['(', '[']);
        let named = name.score > 0 && closed && !is_post(&text[own.clone()], lexicon);
        (held && named).then(|| behind(flow, post, own, name, lexicon))?
    });
    pairs.collect()
}

/// The person of a name in `own` behind the post in `post`.
fn behind<'s>(
    flow: &Flow<'s>,
    post: Range<usize>,
    own: Range<usize>,
    name: Name,
    lexicon: &Lexicon,
) -> Option<Entry<'s>> {
    let by = own.start - post.start;
    let shift = |r: Range<usize>| r.start + by..r.end + by;
    let held = Name {
        honorific: name.honorific.map(shift),
        whole: shift(name.whole),
        first: name.first.map(shift),
        last: name.last.map(shift),
        office: Some(0..flow.as_str()[post.clone()].trim_end().len()),
        end: name.end + by,
        score: name.score.max(2),
    };
    Entry::of_name(&flow.slice(post.start..own.end), held, lexicon)
}

/// `supervisors Ann Model, Bo Probe and Cy Sample, clerks Dee Test and Eli Trial`: a post in small letters before the first
/// of those who hold it.
fn shared<'s>(flow: &Flow<'s>, parts: &[Part], lexicon: &Lexicon) -> Option<Vec<Entry<'s>>> {
    let text = flow.as_str();
    let mut post: Option<Range<usize>> = None;
    let mut people = Vec::with_capacity(parts.len());
    for part in parts {
        let mut own = part.range.clone();
        if text[own.clone()].starts_with(char::is_lowercase) {
            let len = post_before(&text[own.clone()], lexicon)?;
            post = Some(own.start..own.start + len);
            own.start += len + 1;
        }
        let name =
            name_at(&text[own.clone()], lexicon).filter(|n| n.office.is_none() && n.score > 0)?;
        let rest = text[own.start + name.end..own.end].trim_start();
        let closed = rest.is_empty() || rest.starts_with(['(', '[', '.']);
        people.push(behind(
            flow,
            post.clone().filter(|_| closed)?,
            own,
            name,
            lexicon,
        )?);
    }
    (people.len() > 1).then_some(people)
}

/// The words in small letters before a name that are a post, in bytes.
pub(super) fn post_before(text: &str, lexicon: &Lexicon) -> Option<usize> {
    let post = text[..text.find(char::is_uppercase)?].strip_suffix(' ')?;
    let few = post.split(' ').count() <= 4;
    (few && is_post(post, lexicon)).then_some(post.len())
}

fn is_post(text: &str, lexicon: &Lexicon) -> bool {
    let given = text.split(' ').next().is_some_and(is_given_name);
    let named = given || honorifics(text, lexicon) > 0 || text.contains(['(', '[']);
    !named && class(text, lexicon) == Class::Job
}

/// A post with a name is no longer, in bytes: prose runs on from `and` to `and`.
const POST: usize = 400;

/// `General Manager Ann Model, Manager of Works and Roads Bo Probe`: posts of any length, a given name and a surname behind
/// each; `and` may stand inside a post.
fn run_on<'s>(flow: &Flow<'s>, parts: &[Part], lexicon: &Lexicon) -> Option<Vec<Entry<'s>>> {
    let text = flow.as_str();
    let mut people: Vec<Entry> = Vec::with_capacity(parts.len());
    let (mut from, mut held, mut strange, mut guessed) = (None, 0, 0, 0);
    for part in parts {
        let start = from.unwrap_or(part.range.start);
        let own = &text[start..part.range.end];
        if own.len() > POST {
            return None;
        }
        let sure = closing(own, lexicon);
        guessed += usize::from(sure.is_none());
        // `Manager of Public Works and Roads Ann Model`
        let guess = || last_two(own, lexicon).filter(|_| part.after != '&');
        if let Some(name) = sure.or_else(guess) {
            let post = name.office.clone().map(|o| &own[o]);
            // `Senator Ann Model`: a title that is an office too.
            if post.is_some_and(|o| is_honorific(o, lexicon)) {
                return None;
            }
            let job = |o: &str| lexicon.list(List::Job).found_in(o);
            held += usize::from(post.is_some_and(job));
            strange += usize::from(post.is_some_and(|o| !job(o)));
            people.push(Entry::of_name(
                &flow.slice(start..part.range.end),
                name,
                lexicon,
            )?);
            from = None;
            continue;
        }
        guessed -= 1;
        // `and others`
        if own.starts_with(char::is_lowercase) && !people.is_empty() {
            continue;
        }
        if part.after != '&' {
            return None;
        }
        from = Some(start);
    }
    let told = held > 1 && held * 2 > people.len() && strange * 2 <= held;
    (from.is_none() && told && guessed * 2 <= people.len()).then_some(people)
}

/// The last two words of a text behind a post, where others are named so: the first is no given name that is known.
fn last_two(text: &str, lexicon: &Lexicon) -> Option<Name> {
    let at = text.rmatch_indices(' ').nth(1)?.0;
    let office = &text[..at];
    let plain = |w: &str| {
        let letters = w
            .chars()
            .all(|c| c.is_alphabetic() || "'\u{2019}-".contains(c));
        letters && w.starts_with(char::is_uppercase) && w.contains(char::is_lowercase)
    };
    let name = &text[at + 1..];
    let other = [List::Job, List::Unit, List::Organisation];
    let other = |w: &str| other.iter().any(|l| lexicon.list(*l).is(w));
    let named = name.split(' ').all(|w| plain(w) && !other(w));
    (named && lexicon.list(List::Job).found_in(office)).then(|| Name {
        whole: at + 1..text.len(),
        office: Some(0..office.len()),
        end: text.len(),
        score: 2,
        ..Name::default()
    })
}

/// The name that ends a text and the post before it.
fn closing(text: &str, lexicon: &Lexicon) -> Option<Name> {
    // A given name, perhaps one more word, a surname.
    let starts = text.rmatch_indices(' ').map(|(i, _)| i + 1).take(3).skip(1);
    let name = |from: usize| {
        let first = text[from..].split(' ').next();
        let given = first.is_some_and(is_given_name);
        given.then(|| plain_at(&text[from..], lexicon)).flatten()
    };
    for from in starts.chain([0]) {
        let Some(name) = name(from).filter(|n| n.score > 1 && from + n.end == text.len()) else {
            continue;
        };
        if from == 0 {
            return Some(name);
        }
        let office = text[..from].trim_end();
        if !office.starts_with(char::is_uppercase) || is_given_name(office) {
            continue;
        }
        let by = |r: Range<usize>| r.start + from..r.end + from;
        return Some(Name {
            honorific: name.honorific.map(by),
            whole: by(name.whole),
            office: Some(0..office.len()),
            end: text.len(),
            score: 3,
            ..Name::default()
        });
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::parts::parts;
    use super::*;
    use crate::lexicon::Lang;
    use crate::span::Span;

    fn told(text: &str) -> Vec<String> {
        let lexicon = Lang::En.lexicon();
        let flow = Flow::verbatim(text, Span::new(0, text.len()));
        let parts = parts(text, 0..text.len(), lexicon);
        let held = |e: &Entry| {
            let text = e.flow.as_str();
            let office = e.name.office.clone().map_or("", |o| &text[o]);
            format!("{} = {office}", &text[e.name.whole.clone()])
        };
        let found = people(&flow, &parts, lexicon).unwrap_or_default();
        found.iter().map(held).collect()
    }

    #[test]
    fn people_behind_their_posts() {
        assert_eq!(
            told("Town Clerk, Ana Brook; Town Treasurer, Paul Heath"),
            ["Ana Brook = Town Clerk", "Paul Heath = Town Treasurer"]
        );
        assert_eq!(
            told("Town Clerk, Ana Brook; Paul Heath, Reporter"),
            ["Ana Brook = Town Clerk", "Paul Heath = "]
        );
        assert_eq!(
            told(
                "General Manager Ana Brook, Manager of Works and Roads Paul Heath, Chief Engineer Zed Marl"
            ),
            [
                "Ana Brook = General Manager",
                "Paul Heath = Manager of Works and Roads",
                "Zed Marl = Chief Engineer"
            ]
        );
    }

    #[test]
    fn posts_behind_people_are_for_others() {
        for text in [
            "Ana Brook, Town Clerk; Paul Heath, Town Treasurer",
            "Dr Ana Brook (Clerk), Paul Heath (Assistant Clerk)",
            "Ana Brook, Paul Heath",
        ] {
            assert_eq!(told(text), Vec::<String>::new(), "{text}");
        }
    }
}
