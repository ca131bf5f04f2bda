//! Paragraphs that have somebody say something: `Ms. X of Y stressed`, `X: ...`, `The delegation of Y asked`.

use super::according::according;
use super::labelled::{label, nick, office_label, turn};
use super::office::{self, office_at};
use super::who::behind;
use super::{Roster, Who, named, names_a_thing, subject};
use crate::lexicon::{Lang, Lexicon, List};
use crate::value::find_within;
use crate::value::person::is_given_name;
use crate::value::sentence::sentences;
use std::ops::Range;

/// How a paragraph names its speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// As the subject of a verb of saying.
    Prose,
    /// Before a colon.
    Label,
}

/// The speaker that a paragraph opens with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// Who speaks.
    pub who: Who,
    /// How that is said.
    pub form: Form,
    /// Whether the text alone tells that a person speaks: a title before the name, or whom the person speaks for.
    pub sure: bool,
    /// Whether the name is a person's initials.
    pub initials: bool,
    /// Whether the report names the speaker elsewhere, or a country speaks.
    pub known: bool,
    /// Whether the speaker only presents or opens something.
    pub presents: bool,
    /// Whether sentences behind the first have the speaker say more: `She stressed`.
    pub argues: bool,
    /// Whether the name is an office that the report says who holds.
    pub office: bool,
}

/// How far into a sentence its subject may stand, in bytes.
const LEAD: usize = 220;

/// The head of a passage, before its colon, is no longer, in bytes.
const HEAD: usize = 60;

/// The speaker of a paragraph cut into these sentences, if it opens with one.
pub fn attribution(
    text: &str,
    cut: &[Range<usize>],
    lex: &Lexicon,
    roster: &Roster,
) -> Option<Attribution> {
    let labelled = label(text, lex, roster).or_else(|| office_label(text, lex, roster));
    let labelled = labelled
        .or_else(|| turn(text, lex, roster))
        .or_else(|| office::turn(text, lex, roster));
    if let Some(found) = labelled.or_else(|| nick(text, roster)) {
        let titled = || behind_head(&text[..cut.first()?.end], lex, roster);
        return if found.sure {
            Some(found)
        } else {
            titled().or(Some(found))
        };
    }
    let (first, behind) = cut.split_first()?;
    let sentence = &text[..first.end];
    if let Some(found) = according(sentence, lex, roster) {
        return Some(found);
    }
    // What is known of a whole paragraph serves all tables.
    if !may_say(text, lex) {
        return None;
    }
    let goes_on_in = || behind.iter().any(|s| argues(&text[s.clone()], lex));
    if lex.list(List::SayMotion).found_in(sentence)
        && let Some(found) = mover(sentence, first.start, lex)
    {
        return goes_on_in().then_some(found);
    }
    if !says(sentence, lex) || is_procedure(sentence, lex) {
        return None;
    }
    let mut found = prose(sentence, first.start, lex, roster)
        .or_else(|| behind_lead(sentence, lex, roster))
        .or_else(|| behind_role(sentence, lex, roster))
        .or_else(|| behind_head(sentence, lex, roster))
        .or_else(|| office::speaks(sentence, lex, roster))
        .or_else(|| office_behind_lead(sentence, lex, roster))?;
    found.argues = goes_on_in();
    Some(found)
}

/// `Sister X (Bakers) seconded. She said ...`: whoever comes in with a motion, behind which words of their own stand.
fn mover(sentence: &str, at: usize, lex: &Lexicon) -> Option<Attribution> {
    let (who, _) = subject(sentence, at, lex, List::SayMotion)?;
    let titled = !who.honorific.is_empty() && !who.joint && !who.delegation;
    titled.then_some(Attribution {
        who,
        form: Form::Prose,
        sure: true,
        initials: false,
        known: false,
        presents: false,
        argues: true,
        office: false,
    })
}

/// The speaker whom a sentence inside a paragraph brings in, as its subject or in `direct` speech before a colon.
pub fn reply(
    text: &str,
    sentence: Range<usize>,
    direct: bool,
    lex: &Lexicon,
    roster: &Roster,
) -> Option<Attribution> {
    let own = &text[sentence.clone()];
    if direct {
        let mut found = label(own, lex, roster).filter(|f| f.sure && f.known)?;
        found.who.shift(sentence.start);
        return Some(found);
    }
    if let Some(mut found) = according(own, lex, roster) {
        found.who.shift(sentence.start);
        return Some(found);
    }
    if !says(own, lex) || goes_on(own, lex) || is_procedure(own, lex) {
        return None;
    }
    let mut found = prose(own, 0, lex, roster)
        .or_else(|| behind_lead(own, lex, roster))
        .or_else(|| behind_role(own, lex, roster))
        .or_else(|| behind_head(own, lex, roster))
        .or_else(|| office::speaks(own, lex, roster))
        .or_else(|| office_behind_lead(own, lex, roster))?;
    found.who.shift(sentence.start);
    Some(found)
}

/// Whether a verb of saying may stand in a text; in French an adverb may part it: `a ensuite indiqu\u{e9}`.
pub fn may_say(text: &str, lex: &Lexicon) -> bool {
    let parted = || lex.lang() == Lang::Fr && lex.list(List::SayAdverb).may_stand_in(text);
    lex.list(List::SayVerb).may_stand_in(text) || parted()
}

/// Whether one stands in a sentence, or may stand there in two parts.
fn says(sentence: &str, lex: &Lexicon) -> bool {
    let parted = || lex.lang() == Lang::Fr && lex.list(List::SayAdverb).found_in(sentence);
    lex.list(List::SayVerb).found_in(sentence) || parted()
}

/// Whether a sentence has the speaker before it say something: `She stressed`, `He also asked`.
fn argues(sentence: &str, lex: &Lexicon) -> bool {
    let Some(mut at) = lex.list(List::SayPronoun).starts(sentence) else {
        return false;
    };
    for word in sentence[at..].split(' ').skip(1).take(3) {
        at += 1;
        if lex.list(List::SayVerb).starts(&sentence[at..]).is_some() {
            return lex.list(List::SayPresent).starts(&sentence[at..]).is_none();
        }
        at += word.len();
    }
    false
}

/// Whether a paragraph without a named speaker goes on with the one above: `She added ...`.
pub fn goes_on(text: &str, lex: &Lexicon) -> bool {
    lex.list(List::SayPronoun).starts(text).is_some() || says_on(text, lex)
}

/// `A\u{f1}adi\u{f3} que ...`: in Spanish the verb of saying needs no pronoun.
fn says_on(text: &str, lex: &Lexicon) -> bool {
    let verb = || lex.list(List::SayVerb).starts(text);
    let that = |len: usize| {
        let mut words = text[len..].split_whitespace().take(3);
        words.any(|w| lex.list(List::OutcomeThat).is(w))
    };
    lex.lang() == Lang::Es && text.starts_with(char::is_uppercase) && verb().is_some_and(that)
}

/// `In chairing the session, X referred to ...`.
fn behind_lead(sentence: &str, lex: &Lexicon, roster: &Roster) -> Option<Attribution> {
    lex.list(List::SayLead).starts(sentence)?;
    let limit = sentence.len().min(LEAD);
    let commas = memchr::memchr_iter(b',', &sentence.as_bytes()[..limit]).take(4);
    // `The Treasurer, X, reported`: a post before the comma is the speaker's.
    let post = office_at(sentence, lex);
    let found = commas
        .filter(|c| sentence[c + 1..].starts_with(' '))
        .find_map(|c| {
            let mut found = prose(sentence, c + 2, lex, roster)?;
            let post = post.clone().filter(|(_, end)| *end <= c);
            if let Some((office, _)) = post.filter(|_| found.who.job_title.is_empty()) {
                found.who.job_title = office.start..c;
                found.sure |= sentence[found.who.name.clone()].contains(' ');
            }
            let full = || is_full(&sentence[found.who.name.clone()], lex);
            (found.sure || found.known || full()).then_some(found)
        });
    found.or_else(|| behind_words(sentence, lex, roster))
}

/// So many words in small letters may stand before a speaker with a title.
const FEW: usize = 4;

/// `In response Ms. X said`, `At this point Mr. Y asked`: no comma parts a few small words from a name with its title.
fn behind_words(sentence: &str, lex: &Lexicon, roster: &Roster) -> Option<Attribution> {
    let blanks = memchr::memchr_iter(b' ', sentence.as_bytes()).take(FEW);
    let starts = blanks.map(|i| i + 1).skip(1);
    let mut open = starts.take_while(|&at| {
        let word = sentence[..at - 1].rsplit(' ').next().unwrap_or("");
        sentence[..at - 1].len() == word.len() || word.bytes().all(|b| b.is_ascii_lowercase())
    });
    let at = open.find(|&at| sentence[at..].starts_with(char::is_uppercase))?;
    let titled = lex.list(List::Honorific).starts(&sentence[at..]).is_some();
    let found = prose(sentence, at, lex, roster)?;
    (found.sure && !found.presents && (titled || found.known)).then_some(found)
}

/// Whether a name has several words, a given name first.
fn is_full(name: &str, lex: &Lexicon) -> bool {
    let first = name.split(' ').next().unwrap_or(name);
    name.contains(' ') && is_given_name(first) && !names_a_thing(name, lex)
}

/// `In response to a question, the Clerk explained`.
fn office_behind_lead(sentence: &str, lex: &Lexicon, roster: &Roster) -> Option<Attribution> {
    lex.list(List::SayLead).starts(sentence)?;
    let limit = sentence.len().min(LEAD);
    let commas = memchr::memchr_iter(b',', &sentence.as_bytes()[..limit]).take(4);
    commas
        .filter(|c| sentence[c + 1..].starts_with(' '))
        .find_map(|c| {
            let mut found = office::speaks(&sentence[c + 2..], lex, roster)?;
            found.who.shift(c + 2);
            Some(found)
        })
}

/// `A member of the Board, Ms. X, recalled`: what somebody is stands before the name.
fn behind_role(sentence: &str, lex: &Lexicon, roster: &Roster) -> Option<Attribution> {
    let article = lex.list(List::Article).starts(sentence);
    article.or_else(|| lex.list(List::OutcomeQuantity).starts(sentence))?;
    let at = find_within(sentence, ", ", LEAD)? + 2;
    lex.list(List::Honorific).starts(&sentence[at..])?;
    prose(sentence, at, lex, roster).filter(|f| f.sure && !is_procedure(sentence, lex))
}

/// `Public comment: Mr. X said that ...`, `Group 2 (lead: AE): BS presented ...`: somebody known or with a title behind
/// the head of the passage.
fn behind_head(sentence: &str, lex: &Lexicon, roster: &Roster) -> Option<Attribution> {
    let closed = |c: &usize| {
        let head = &sentence[..*c];
        head.matches('(').count() == head.matches(')').count()
    };
    let colons = sentence.match_indices(": ").map(|(c, _)| c);
    let colon = colons.take_while(|c| *c <= HEAD).find(closed)?;
    let at = colon + 2;
    let titled = lex.list(List::Honorific).starts(&sentence[at..]).is_some();
    let head = sentence[..colon].split('(').next()?.trim_end().split(' ');
    let plain = |w: &str| {
        w.chars()
            .all(|c| c.is_alphanumeric() || "'\u{2019}".contains(c))
    };
    let words = head.clone().count();
    let small = head.clone().filter(|w| w.starts_with(char::is_lowercase));
    let titles = small.count() <= 1;
    let plain = head.into_iter().all(plain);
    let known = |f: &Attribution| {
        let full = is_full(&sentence[f.who.name.clone()], lex);
        let short = words <= 4 || full && titles && words <= 6;
        plain && short && (f.sure && (titled || f.known) || full)
    };
    prose(sentence, at, lex, roster).filter(|f| known(f) && !is_procedure(sentence, lex))
}

fn prose(sentence: &str, at: usize, lex: &Lexicon, roster: &Roster) -> Option<Attribution> {
    let (who, verb) =
        subject(sentence, at, lex, List::SayVerb).or_else(|| letters(sentence, at, lex, roster))?;
    let name = &sentence[who.name.clone()];
    let (words, marked) = (name.split(' ').count(), who.is_marked());
    let initials = !marked && is_initials(name);
    let each = || {
        let mut parts = parted(name, lex);
        parts.all(|n| roster.find(n).is_some())
    };
    let known = match (initials, who.joint) {
        (true, _) => roster.find_initials(name).is_some(),
        (_, true) => each(),
        _ => roster.find(name).is_some(),
    };
    let post = !who.job_title.is_empty() && who.job_title.end <= who.name.start;
    let both = who.joint && lex.list(List::Honorific).starts(name).is_some();
    let titled = (who.delegation && !who.country) || !who.honorific.is_empty() || post || both;
    let bare = names_a_thing(name, lex);
    let told = marked || who.apposition;
    let sure =
        titled || known && (words > 1 || initials) || words > 1 && told && !bare && !who.country;
    let known = known || who.country;
    let does = |list| lex.list(list).starts(&sentence[verb.start..]).is_some();
    // A motion is the meeting's business, not what its mover said of it.
    (!does(List::SayMotion)).then(|| Attribution {
        who,
        form: Form::Prose,
        sure,
        initials: initials && known,
        known,
        presents: does(List::SayPresent),
        argues: false,
        office: false,
    })
}

/// Initials that may be a word, too, before a verb: `NO reported`, `NO, who had been there, reported`.
fn letters(
    sentence: &str,
    at: usize,
    lex: &Lexicon,
    roster: &Roster,
) -> Option<(Who, Range<usize>)> {
    let word = sentence[at..].split([' ', ',']).next()?;
    let capitals = word.len() <= 4 && word.chars().all(char::is_uppercase);
    let known = capitals && is_initials(word) && roster.find_initials(word).is_some();
    let mut who = Who {
        name: at..at + word.len(),
        end: at + word.len(),
        ..Who::default()
    };
    let verb = known.then(|| behind(sentence, &mut who, lex, List::SayVerb))??;
    Some((who, verb))
}

/// The names of two who speak as one, without their titles.
fn parted<'t>(name: &'t str, lex: &Lexicon) -> impl Iterator<Item = &'t str> {
    let and = lex
        .list(List::And)
        .find(name)
        .unwrap_or(name.len()..name.len());
    let parts = [&name[..and.start], &name[and.end..]].map(str::trim);
    parts.into_iter().map(|part| {
        let title = lex.list(List::Honorific).starts(part).unwrap_or(0);
        part[title..].trim_start_matches(['.', ' '])
    })
}

/// Two to four letters, most of them capitals.
pub fn is_initials(name: &str) -> bool {
    let capitals = name.chars().filter(|c| c.is_uppercase()).count();
    let letters = name.chars().count();
    (2..=4).contains(&letters) && capitals >= 2 && name.chars().all(char::is_alphabetic)
}

/// An opening of the meeting or of a part of it: no words of the speaker's follow.
fn is_procedure(sentence: &str, lex: &Lexicon) -> bool {
    if leaves(sentence, lex) || lex.list(List::SayStep).found_in(sentence) {
        return true;
    }
    // `Ms X closed the meeting with a story` has her words, `handed round a bottle with a cork` has not.
    let said = |behind: &str| {
        let found = lex.list(List::SayBy).find_iter(behind);
        let mut words = found.map(|(r, _)| r);
        words.any(|r| behind[..r.start].trim().is_empty() || behind[r].len() > SHORT)
    };
    lex.list(List::SayProcedure)
        .find(sentence)
        .is_some_and(|step| !said(&sentence[step.end..]))
}

/// Whether a passage begins with somebody who takes a step of the meeting: `Ms X closed the meeting at noon.`
pub fn takes_step(text: &str, lex: &Lexicon) -> bool {
    let steps = [List::SayProcedure, List::SayStep];
    if !steps.iter().any(|&l| lex.list(l).may_stand_in(text)) {
        return false;
    }
    let first = sentences(text, lex).next().unwrap_or(0..0);
    is_procedure(&text[first], lex) && named(text, 0, lex).is_some_and(|w| w.is_marked())
}

/// A word such as `with` is no longer, in bytes.
const SHORT: usize = 4;

/// `The delegation of X withdrew.`: a few words, and no more behind them.
pub fn leaves(sentence: &str, lex: &Lexicon) -> bool {
    let brief = sentence.bytes().filter(|b| *b == b' ').nth(7).is_none();
    brief
        && lex
            .list(List::SayLeave)
            .ends(sentence.trim_end_matches(['.', ' ']))
}
