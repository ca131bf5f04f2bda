//! Sentences that give somebody's view without a verb of saying: `According to Ms. X of Y, ...`.

use super::Roster;
use super::said::{Attribution, Form};
use super::who::{named, names_a_thing, take_beside};
use crate::lexicon::{Lexicon, List};
use crate::value::person::{Evidence, looks_like_job};
use std::ops::Range;

/// How far behind the name the comma may stand that ends all that is said of the speaker, in bytes.
const REACH: usize = 160;

/// What stands beside a name, and where that ends.
type Beside = (Vec<(bool, Range<usize>)>, usize);

/// The speaker whose view a sentence gives; a person with a title, whom the report names, or whose body it tells.
pub(super) fn according(sentence: &str, lex: &Lexicon, roster: &Roster) -> Option<Attribution> {
    let len = lex.list(List::SayAccording).starts(sentence)?;
    let rest = &sentence[len..];
    let at = len + rest.len() - rest.trim_start().len();
    let mut who = named(sentence, at, lex)?;
    let (beside, end) = beside(sentence, who.end, lex)?;
    // A quotation alone makes no record of what was said.
    let quoted = sentence[end..].starts_with(['"', '\u{201c}', '\u{ab}', '\u{2018}']);
    let told = !beside.is_empty();
    take_beside(sentence, &mut who, beside, lex);
    let name = &sentence[who.name.clone()];
    let whole = name.contains(' ');
    let known = roster.find(name).is_some();
    let placed = told && !who.organisation.is_empty();
    let person = !names_a_thing(name, lex) && whole && (known || placed);
    let sure = !who.honorific.is_empty() || person;
    sure.then_some(Attribution {
        who,
        form: Form::Prose,
        sure,
        initials: false,
        known,
        presents: quoted,
        argues: false,
        office: false,
    })
}

/// What stands beside a name that ends at `from`, each with whether it is an aside, and where the view itself begins behind
/// its comma.
fn beside(text: &str, from: usize, lex: &Lexicon) -> Option<Beside> {
    let mut found = Vec::new();
    let mut at = from;
    while at < text.len().min(from + REACH) {
        let rest = &text[at..];
        if let Some(inner) = rest.strip_prefix(" (") {
            let close = inner.find(')')?;
            // `According to Example (2009), ...` cites a work.
            if inner[..close].contains(|c: char| c.is_ascii_digit()) {
                return None;
            }
            found.push((true, at + 2..at + 2 + close));
            at += close + 3;
        } else if let Some(inner) = rest.strip_prefix(", ") {
            let next = inner.find(", ");
            let job = next.filter(|&n| looks_like_job(&inner[..n], lex.lang()) >= Evidence::Likely);
            let Some(next) = job else {
                return Some((found, at + 2));
            };
            // What stands behind a job is a body, where one more comma follows.
            let start = at + 2;
            let behind = &inner[next + 2..];
            let body = behind.find(", ").filter(|&n| {
                let words = behind[..n].split(' ');
                behind.starts_with(char::is_uppercase)
                    && words.clone().all(|w| {
                        w.starts_with(char::is_uppercase) || lex.list(List::Connector).is(w)
                    })
            });
            let end = start + next + body.map_or(0, |n| n + 2);
            found.push((true, start..end));
            at = end;
        } else {
            let len = lex.list(List::From).starts(rest.strip_prefix(' ')?)?;
            let start = at + 1 + len + 1;
            let end = start + text.get(start..)?.find([',', '('])?;
            at = end - usize::from(text[..end].ends_with(' '));
            found.push((false, start..at));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::Who;
    use super::*;
    use crate::lexicon::Lang;

    fn told(text: &str) -> Option<(&str, &str, &str)> {
        let found = according(text, Lang::En.lexicon(), &Roster::default())?;
        let Who {
            name,
            organisation,
            job_title,
            ..
        } = found.who;
        Some((&text[name], &text[organisation], &text[job_title]))
    }

    #[test]
    fn who_has_a_view_is_told_with_a_body_or_a_job() {
        let body = "According to Mr Bo Quill of Mill Trust, wheels are dear.";
        assert_eq!(told(body), Some(("Bo Quill", "Mill Trust", "")));
        let aside = "According to Bo Quill (Mill Trust), wheels are dear.";
        assert_eq!(told(aside), Some(("Bo Quill", "Mill Trust", "")));
        let job = "According to Ms Cy Reed, Director, Mill Trust, wheels are dear.";
        assert_eq!(told(job), Some(("Cy Reed", "Mill Trust", "Director")));
    }

    #[test]
    fn works_bodies_and_plans_have_no_view() {
        for text in [
            "According to Quill (2009), wheels are dear.",
            "According to the Mill Trust, wheels are dear.",
            "According to Plan B, wheels are dear.",
            "According to the Annual Report of the Mill, wheels are dear.",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }
}
