//! Speakers before a colon: `X: ...`, `X (Y): ...`, `Q (X, Y): ...`, initials, offices.

use super::office::office_at;
use super::said::{Attribution, Form, is_initials};
use super::{Roster, Who, named};
use crate::block::talk;
use crate::lexicon::{Lexicon, List};
use crate::value::find_within;
use std::ops::Range;

/// Fewer words behind a name and a colon want a stop at their end.
const NOTED: usize = 5;

/// `The CHAIR (Ms X): text`, and `The CHAIR: text` where the report says who that is.
pub(super) fn office_label(text: &str, lex: &Lexicon, roster: &Roster) -> Option<Attribution> {
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
pub(super) fn nick(text: &str, roster: &Roster) -> Option<Attribution> {
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

/// `X: text`, `X (Y): text`, `Q (X, Y): text`.
pub(super) fn label(text: &str, lex: &Lexicon, roster: &Roster) -> Option<Attribution> {
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
    // `CHAIR: Ms. Example` says who that is; `Q12 Chair: Who pays?` has whoever holds it ask.
    let office = text[at..named_to].trim();
    if lex.list(List::SayOffice).is(office) {
        let held = asked && roster.find_office(office, lex).is_some();
        return held.then(|| Attribution {
            sure: true,
            known: true,
            office: true,
            ..labelled_by(Who {
                name: at..at + office.len(),
                end: colon + 1,
                ..Who::default()
            })
        });
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
    let noted = || {
        let words = said.split(' ').count() >= NOTED;
        known && words && !(initials && task()) && !is_cited(name, &who)
    };
    if initials && !known || !(ends || noted()) {
        return None;
    }
    Some(Attribution {
        sure,
        initials,
        known,
        ..labelled_by(who)
    })
}

/// `P. Example: Mills of the Coast`: a name cut short as those of authors are; without a stop a title stands behind it.
fn is_cited(name: &str, who: &Who) -> bool {
    let first = name.split(' ').next().unwrap_or(name);
    let short = first.strip_suffix('.').map(|f| f.rsplit(['.', '-']));
    let letters = |mut parts: std::str::RSplit<'_, _>| parts.all(|p: &str| p.chars().count() == 1);
    who.honorific.is_empty() && short.is_some_and(letters)
}

/// `M. X, r\u{f4}le. - text`: the turn of a titled speaker in the record of a house.
pub(super) fn turn(text: &str, lex: &Lexicon, roster: &Roster) -> Option<Attribution> {
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
    let own = &text[range.start..end];
    let letters = || Who {
        name: range.start..end,
        end,
        ..Who::default()
    };
    let mut who = match named(&text[..range.end], range.start, lex) {
        Some(who) => who,
        None => is_initials(own).then(letters)?,
    };
    let rest = &text[who.end..end];
    // `X, head of Y, said that one thing was the key: ...` is a sentence.
    let says = || rest.contains(", ") && lex.list(List::SayVerb).found_in(rest);
    // `Q (X, member since 1988)` says so of X.
    let numbers = !asked && rest.contains(|c: char| c.is_ascii_digit());
    if numbers || rest.contains(". ") || says() {
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
