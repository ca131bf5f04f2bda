//! Paragraphs that have somebody say something: `Ms. X of Y stressed`, `X: ...`, `The delegation of Y asked`.

use super::according::according;
use super::office::{self, office_at};
use super::{Roster, Who, named, names_a_thing, subject};
use crate::block::talk;
use crate::lexicon::{Lang, Lexicon, List};
use crate::value::find_within;
use crate::value::person::is_given_name;
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

/// Fewer words behind a name and a colon want a stop at their end.
const NOTED: usize = 5;

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
    if !says(sentence, lex) || is_procedure(sentence, lex) {
        return None;
    }
    let mut found = prose(sentence, first.start, lex, roster)
        .or_else(|| behind_lead(sentence, lex, roster))
        .or_else(|| behind_role(sentence, lex, roster))
        .or_else(|| behind_head(sentence, lex, roster))
        .or_else(|| office::speaks(sentence, lex))
        .or_else(|| office_behind_lead(sentence, lex))?;
    found.argues = behind.iter().any(|s| argues(&text[s.clone()], lex));
    Some(found)
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
        .or_else(|| office::speaks(own, lex))
        .or_else(|| office_behind_lead(own, lex))?;
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

/// `The CHAIR (Ms X): text`, and `The CHAIR: text` where the report says who that is.
fn office_label(text: &str, lex: &Lexicon, roster: &Roster) -> Option<Attribution> {
    let (office, mut at) = office_at(text, lex)?;
    let mut who = Who::default();
    if let Some(inner) = text[at..].strip_prefix(" (") {
        let close = inner.find(')')?;
        who = named(text, at + 2, lex).filter(|w| w.end == at + 2 + close)?;
        who.job_title = office.clone();
        at += close + 3;
    }
    let rest = text[at..].strip_prefix(':')?;
    // `Chairman: Mr. X` says who that is.
    let told = || named(text, at + 1 + (rest.len() - rest.trim_start().len()), lex);
    let alone = |w: &Who| {
        let behind = text[w.end..].trim();
        behind == "." || behind.starts_with('(') && behind.ends_with(").")
    };
    let few = rest.split_whitespace().count() <= NOTED
        && (!rest.ends_with(['.', '?', '!']) || told().is_some_and(|w| alone(&w)));
    let whole = |w: &Who| w.end == text.trim_end().len() && text[w.name.clone()].contains(' ');
    if few && told().is_some_and(|w| !w.honorific.is_empty() || whole(&w)) {
        return None;
    }
    let mut held = true;
    if who.name.is_empty() {
        held = roster.find_office(&text[office.clone()], lex).is_some();
        who.name = office;
    }
    who.end = at + 1;
    // Nobody is known to hold it: only words that it comes back to are a speaker's.
    let speaks = || {
        rest.trim_end().ends_with(['.', '?', '!']) && told().is_none_or(|w| w.honorific.is_empty())
    };
    (rest.trim().len() > 1 && (held || speaks())).then(|| Attribution {
        office: who.job_title.is_empty(),
        sure: held,
        known: held,
        ..labelled_by(who)
    })
}

/// `<name> text` or `name: text`, as a log of messages has it, where the name is a participant's.
fn nick(text: &str, roster: &Roster) -> Option<Attribution> {
    let (name, at, end) = match talk::turn(text) {
        Some((name, _)) => (name, 0, name.len()),
        None => {
            let end = find_within(text, "> ", 30)?;
            (text[..end].strip_prefix('<')?, 1, end)
        }
    };
    let words = text[end + 1..].split_whitespace();
    // `+1 to that` is a vote.
    let vote = |w: &str| w.starts_with(['+', '-']) && w.len() <= 3;
    if words.clone().next().is_some_and(vote) {
        return None;
    }
    let person = name.chars().all(char::is_alphanumeric) && roster.find(name).is_some();
    (person && words.count() >= 3).then(|| Attribution {
        sure: true,
        known: true,
        ..labelled_by(Who {
            name: at..end,
            end: end + 1,
            ..Who::default()
        })
    })
}

/// A speaker before a sign, with nothing known of the name.
fn labelled_by(who: Who) -> Attribution {
    Attribution {
        who,
        form: Form::Label,
        sure: false,
        initials: false,
        known: false,
        presents: false,
        argues: false,
        office: false,
    }
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
    commas
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
        })
}

/// Whether a name has several words, a given name first.
fn is_full(name: &str, lex: &Lexicon) -> bool {
    let first = name.split(' ').next().unwrap_or(name);
    name.contains(' ') && is_given_name(first) && !names_a_thing(name, lex)
}

/// `In response to a question, the Clerk explained`.
fn office_behind_lead(sentence: &str, lex: &Lexicon) -> Option<Attribution> {
    lex.list(List::SayLead).starts(sentence)?;
    let limit = sentence.len().min(LEAD);
    let commas = memchr::memchr_iter(b',', &sentence.as_bytes()[..limit]).take(4);
    commas
        .filter(|c| sentence[c + 1..].starts_with(' '))
        .find_map(|c| {
            let mut found = office::speaks(&sentence[c + 2..], lex)?;
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

/// Initials that may be a word, too, right before a verb: `NO reported`.
fn letters(
    sentence: &str,
    at: usize,
    lex: &Lexicon,
    roster: &Roster,
) -> Option<(Who, Range<usize>)> {
    let word = sentence[at..].split(' ').next()?;
    let capitals = word.len() <= 4 && word.chars().all(char::is_uppercase);
    let known = capitals && is_initials(word) && roster.find_initials(word).is_some();
    let behind = at + word.len() + 1;
    let verb = known.then(|| lex.list(List::SayVerb).starts(sentence.get(behind..)?))??;
    let who = Who {
        name: at..at + word.len(),
        end: at + word.len(),
        ..Who::default()
    };
    Some((who, behind..behind + verb))
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
fn is_initials(name: &str) -> bool {
    let capitals = name.chars().filter(|c| c.is_uppercase()).count();
    let letters = name.chars().count();
    (2..=4).contains(&letters) && capitals >= 2 && name.chars().all(char::is_alphabetic)
}

/// An opening of the meeting or of a part of it: no words of the speaker's follow.
fn is_procedure(sentence: &str, lex: &Lexicon) -> bool {
    leaves(sentence, lex)
        || lex.list(List::SayStep).found_in(sentence)
        || lex.list(List::SayProcedure).found_in(sentence)
            && !lex.list(List::SayBy).found_in(sentence)
}

/// `The delegation of X withdrew.`: a few words, and no more behind them.
pub fn leaves(sentence: &str, lex: &Lexicon) -> bool {
    let brief = sentence.split(' ').nth(8).is_none();
    brief
        && lex
            .list(List::SayLeave)
            .ends(sentence.trim_end_matches(['.', ' ']))
}

/// `X: text`, `X (Y): text`, `Q (X, Y): text`.
fn label(text: &str, lex: &Lexicon, roster: &Roster) -> Option<Attribution> {
    let colon = find_within(text, ": ", 120)?;
    let said = text[colon + 2..].trim_start();
    // In French a blank stands before the colon.
    let named_to = text[..colon].trim_end().len();
    if let Some(found) = answer(text, colon, lex) {
        return Some(found);
    }
    if !said
        .starts_with(|c: char| c.is_uppercase() || "\"\u{201c}\u{ab}\u{2018}'\u{2026}".contains(c))
        && said.len() < 20
    {
        return None;
    }
    let ends = said.trim_end_matches(['"', '\u{201d}', '\u{bb}', ')', '\u{2019}']);
    let ends = ends.ends_with(['.', '?', '!', '\u{2026}', ':']);
    let (at, asked) = question(text, named_to, lex);
    // `CHAIR: Ms. Example` says who that is.
    if lex.list(List::SayOffice).is(text[at..named_to].trim()) {
        return None;
    }
    // In the report's own key `AP` is somebody, whatever it stands for elsewhere.
    let keyed = || {
        let name = at..named_to;
        roster.has_key(&text[name.clone()]).then(|| Who {
            name,
            ..Who::default()
        })
    };
    let mut who = keyed().or_else(|| whole_label(text, at..named_to, asked, lex))?;
    who.end = colon + 1;
    let name = &text[who.name.clone()];
    let initials = is_initials(name) && who.honorific.is_empty();
    let known = if initials {
        roster.find_initials(name).is_some()
    } else {
        roster.find(name).is_some()
    };
    let sure = known || asked || !who.honorific.is_empty();
    // Notes of what people known by name said may lack their stops.
    let task = || lex.list(List::OutcomeTo).starts(said).is_some();
    let noted = known && said.split(' ').count() >= NOTED && !(initials && task());
    if initials && !known || !(ends || noted) {
        return None;
    }
    Some(Attribution {
        sure,
        initials,
        known,
        ..labelled_by(who)
    })
}

/// `M. X, r\u{f4}le. - text`: the turn of a titled speaker in the record of a house.
fn turn(text: &str, lex: &Lexicon, roster: &Roster) -> Option<Attribution> {
    lex.list(List::Honorific).starts(text)?;
    let signs = [
        ". - ",
        ". \u{2013} ",
        ". \u{2014} ",
        ".- ",
        ".\u{2013} ",
        ".\u{2014} ",
    ];
    let found = signs
        .iter()
        .filter_map(|s| Some((find_within(text, s, 120)?, s.len())));
    let (end, len) = found.min()?;
    let mut who = whole_label(text, 0..end, false, lex)?;
    who.end = end + len;
    let known = roster.find(&text[who.name.clone()]).is_some();
    let titled = !who.honorific.is_empty() && text[who.end..].starts_with(char::is_uppercase);
    titled.then(|| Attribution {
        sure: true,
        known,
        ..labelled_by(who)
    })
}

/// `A: (X) text`.
fn answer(text: &str, colon: usize, lex: &Lexicon) -> Option<Attribution> {
    let label = text[..colon].trim_end_matches(|c: char| c.is_ascii_digit());
    let at = colon + 2;
    let inner = text[at..].strip_prefix('(')?;
    let close = at + 1 + inner.find(')')?;
    let who = named(text, at + 1, lex).filter(|w| w.end <= close)?;
    let asks = lex.list(List::SayQuestion).is(label);
    asks.then(|| Attribution {
        sure: true,
        ..labelled_by(Who {
            end: close + 1,
            ..who
        })
    })
}

/// Behind `Q (`, `A:`, `Question from`: where the name begins, and whether there was such a word.
fn question(text: &str, colon: usize, lex: &Lexicon) -> (usize, bool) {
    // `A2` is as good as `A`.
    let letters = text.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    let digits = text[letters..].bytes().take_while(u8::is_ascii_digit);
    let len = match lex.list(List::SayQuestion).is(&text[..letters]) {
        true => Some(letters + digits.count()),
        false => lex.list(List::SayQuestion).starts(text),
    };
    let Some(len) = len.filter(|&l| l < colon) else {
        return (0, false);
    };
    let rest = &text[len..colon];
    let mut name = rest.trim_start_matches([' ', '(', '[', '\u{2013}', '-']);
    if name.len() == rest.len() {
        return (0, false);
    }
    // `Q3 (from X)`.
    if let Some(from) = lex
        .list(List::From)
        .starts(name)
        .filter(|_| rest.contains('('))
    {
        name = name[from..].trim_start();
    }
    (colon - name.len(), true)
}

/// A label that is a name as a whole, perhaps with what stands in brackets or behind a comma.
fn whole_label(text: &str, range: Range<usize>, asked: bool, lex: &Lexicon) -> Option<Who> {
    let mut end = range.end;
    let own = &text[range.clone()];
    // `Q (X)`; not `Question from X (Y)`.
    if asked && !own.contains(['(', '[']) {
        end = range.start + own.trim_end_matches([')', ']', ' ']).len();
    }
    // Initials may be a word, too: `TO: ...`.
    let letters = || Who {
        name: range.clone(),
        end: range.end,
        ..Who::default()
    };
    let mut who = match named(&text[..range.end], range.start, lex) {
        Some(who) => who,
        None => is_initials(own).then(letters)?,
    };
    let rest = &text[who.end..end];
    // `X, head of Y, said that one thing was the key: ...` is a sentence.
    let says = || rest.contains(", ") && lex.list(List::SayVerb).found_in(rest);
    if rest.contains(|c: char| c.is_ascii_digit()) || rest.contains(". ") || says() {
        return None;
    }
    let inner = rest.strip_prefix(", ").map(|r| (who.end + 2, r.len()));
    let enclosed = rest
        .strip_prefix(" (")
        .and_then(|r| r.strip_suffix(')'))
        .map(|r| (who.end + 2, r.len()));
    match inner.or(enclosed) {
        Some((start, len)) => super::who::set_aside(text, &mut who, start..start + len, lex),
        None if rest.is_empty() => {}
        None => return None,
    }
    let named_thing = |l: List| lex.list(l).is(&text[who.name.clone()]);
    let is_label = named_thing(List::Topic)
        || named_thing(List::OutcomeVote)
        || named_thing(List::OutcomeLabelDecision)
        || named_thing(List::OutcomeLabelActionItem)
        || named_thing(List::OutcomeLabelConclusion)
        || named_thing(List::OutcomeLabelRecommendation)
        || named_thing(List::SayQuestion)
        || named_thing(List::Organisation);
    (!is_label).then_some(who)
}
