//! Offices that speak without a name: `The Director of Ports stressed`, and in the records of a body `The CHAIRPERSON said`.

use super::Roster;
use super::said::{Attribution, Form};
use super::who::{Who, behind, organisation_end};
use crate::lexicon::{Lang, Lexicon, List};
use std::ops::Range;

/// The office that a text begins with, an article passed, and the byte behind it.
pub(super) fn office_at(text: &str, lex: &Lexicon) -> Option<(Range<usize>, usize)> {
    let article = lex.list(List::Article).starts(text);
    let at = article.map_or(0, |len| len + usize::from(text[len..].starts_with(' ')));
    let len = lex.list(List::SayOffice).starts(&text[at..])?;
    let capital = text[at..].starts_with(char::is_uppercase);
    capital.then(|| (at..at + len, at + len))
}

/// Whether a passage begins with an office and a colon.
pub fn labels_office(text: &str, lex: &Lexicon) -> bool {
    office_at(text, lex)
        .is_some_and(|(_, at)| text[at..].starts_with([':', '(']) || text[at..].starts_with(" ("))
}

/// `Mme la directrice`, `El se\u{f1}or alcalde`: an office behind a title, in small letters.
fn titled(text: &str, lex: &Lexicon) -> Option<(Range<usize>, Range<usize>)> {
    let before = lex
        .list(List::Article)
        .starts(text)
        .filter(|&len| text[len..].starts_with(' '));
    let from = before.map_or(0, |len| len + 1);
    let len = lex.list(List::Honorific).starts(&text[from..])?;
    let honorific = from..from + len + usize::from(text[from + len..].starts_with('.'));
    let rest = text[honorific.end..].strip_prefix(' ')?;
    let article = lex
        .list(List::Article)
        .starts(rest)
        .map_or(0, |len| len + 1);
    let at = honorific.end + 1 + article;
    let office = lex.list(List::SayOffice).starts(text.get(at..)?)?;
    Some((honorific, at..at + office))
}

/// `La directrice`, `El alcalde`: other languages write the offices behind their articles small.
fn small(sentence: &str, lex: &Lexicon) -> Option<Range<usize>> {
    if lex.lang() == Lang::En {
        return None;
    }
    let at = lex.list(List::Article).starts(sentence)? + 1;
    let len = lex.list(List::SayOffice).starts(sentence.get(at..)?)?;
    Some(at..at + len)
}

/// A post has no more words.
const POST: usize = 6;

/// `The Harbour Engineer`: whatever post somebody has whom the report names, behind an article and before the verb.
fn post_at(sentence: &str, lex: &Lexicon, roster: &Roster) -> Option<Range<usize>> {
    let at = lex.list(List::Article).starts(sentence)? + 1;
    let own = sentence.get(at..)?;
    own.starts_with(char::is_uppercase).then_some(())?;
    let ends = memchr::memchr_iter(b' ', own.as_bytes()).take(POST);
    let verb = |end: &usize| lex.list(List::SayVerb).starts(&own[end + 1..]).is_some();
    let end = ends.into_iter().find(verb)?;
    let held = roster.find_office(&own[..end], lex).is_some();
    held.then_some(at..at + end)
}

/// What may stand between an office and its words.
const SIGNS: [&str; 6] = [": ", " : ", ".- ", ". - ", ".\u{2013} ", ". \u{2013} "];

/// `El señor PRESIDENTE: text`, `Mme la Présidente. – text`: the turn of an office behind a title, set in capitals or held by
/// somebody whom the report names.
pub(super) fn turn(text: &str, lex: &Lexicon, roster: &Roster) -> Option<Attribution> {
    let (honorific, office) = titled(text, lex)?;
    let rest = &text[office.end..];
    let said = SIGNS
        .iter()
        .find_map(|s| rest.strip_prefix(s))?
        .trim_start();
    let name = &text[office.clone()];
    let held = roster.find_office(name, lex).is_some();
    // `M. le Maire : Mme Example` says who that is.
    let told = lex.list(List::Honorific).starts(said).is_some();
    let speaks =
        said.split(' ').count() >= WORDS && said.ends_with(['.', '?', '!', ':', '\u{2026}']);
    ((held || is_set_as_name(name)) && speaks && !told).then(|| Attribution {
        who: Who {
            honorific,
            end: text.len() - said.len(),
            name: office,
            ..Who::default()
        },
        form: Form::Label,
        sure: true,
        initials: false,
        known: held,
        presents: false,
        argues: false,
        office: true,
    })
}

/// Fewer words behind a sign are no turn.
const WORDS: usize = 4;

/// The office that is the subject of a sentence, with the body it is of.
pub(super) fn speaks(sentence: &str, lex: &Lexicon, roster: &Roster) -> Option<Attribution> {
    let named = || office_at(sentence, lex).filter(|(o, _)| o.start > 0);
    let (honorific, office) = match titled(sentence, lex) {
        Some(found) => found,
        None => (
            0..0,
            named()
                .map(|(office, _)| office)
                .or_else(|| small(sentence, lex))
                .or_else(|| post_at(sentence, lex, roster))?,
        ),
    };
    let end = office.end;
    let mut who = Who {
        honorific,
        name: office,
        end,
        ..Who::default()
    };
    // `The Secretariat` speaks for itself.
    if lex.list(List::SayBody).is(&sentence[who.name.clone()]) {
        who.organisation = who.name.clone();
    }
    let of = sentence[end..].strip_prefix(' ');
    if let Some(len) = of.and_then(|rest| lex.list(List::SayDelegateOf).starts(rest)) {
        let start = end + 1 + len + 1;
        let stop = organisation_end(sentence, start, lex, List::SayVerb)?;
        let named = sentence[start..].starts_with(char::is_uppercase);
        let body = lex
            .list(List::Organisation)
            .found_in(&sentence[start..stop]);
        who.organisation = if body { start..stop } else { 0..0 };
        who.name.end = if named { stop } else { return None };
        who.end = stop;
    }
    let verb = behind(sentence, &mut who, lex, List::SayVerb)?;
    let presents = lex
        .list(List::SayPresent)
        .starts(&sentence[verb.start..])
        .is_some();
    Some(Attribution {
        who,
        form: Form::Prose,
        sure: false,
        initials: false,
        known: false,
        presents,
        argues: false,
        office: true,
    })
}

/// Whether an office is set in capitals, as the names of the speakers of a record are.
pub fn is_set_as_name(office: &str) -> bool {
    office.len() > 2 && !office.contains(char::is_lowercase)
}
