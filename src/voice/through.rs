//! Those who speak with something before their words: a body through whoever stands in brackets, and a verb behind another.

use super::who::{Who, named, the_len};
use crate::lexicon::{Lexicon, List};
use crate::value::{find_within, floor};
use std::ops::Range;

/// A body before whoever speaks for it is no longer, in bytes.
const BODY: usize = 60;

/// `The Harbour Board (Ms. Example)`: a body or an office, and in brackets the person with a title who speaks for it.
pub(super) fn speaks_through(text: &str, at: usize, lex: &Lexicon) -> Option<Who> {
    let from = at + the_len(&text[at..], lex);
    let own = &text[from..];
    own.starts_with(char::is_uppercase).then_some(())?;
    let len = find_within(own, " (", BODY)?;
    let inner = from + len + 2;
    let who = named(text, inner, lex).filter(|w| !w.honorific.is_empty())?;
    let body = &own[..len];
    let other = body.contains([',', '.', ':', ';', ')'])
        || lex.list(List::Honorific).starts(body).is_some()
        || lex.list(List::SayDelegate).starts(body).is_some();
    let whole = |w: &str| w.starts_with(char::is_uppercase) || lex.list(List::Connector).is(w);
    if other || !text[who.end..].starts_with(')') || !body.split(' ').all(whole) {
        return None;
    }
    let place = from..from + len;
    let office = lex.list(List::SayOffice).is(body);
    let (job_title, organisation) = match office {
        true => (place, 0..0),
        false => (0..0, place),
    };
    Some(Who {
        end: who.end + 1,
        job_title,
        organisation,
        ..who
    })
}

/// `was not so sure, and observed that`: what somebody did first stands before what he said.
pub(super) fn second_verb(
    text: &str,
    at: usize,
    limit: usize,
    lex: &Lexicon,
) -> Option<Range<usize>> {
    let end = floor(text, limit);
    let own = &text[at..end];
    let first = own.trim_start();
    let acts =
        first.starts_with(char::is_lowercase) && lex.list(List::SayLead).starts(first).is_none();
    let joined = |and: Range<usize>| {
        let verb = at + and.end + 1;
        let len = lex.list(List::SayVerb).starts(text.get(verb..end)?)?;
        let behind = text[verb + len..].split_whitespace().next()?;
        lex.list(List::OutcomeThat)
            .is(behind)
            .then_some(verb..verb + len)
    };
    let mut ands = lex.list(List::And).find_iter(own).map(|(range, _)| range);
    acts.then(|| ands.find_map(joined))?
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lang;

    #[test]
    fn a_body_speaks_through_a_person_with_a_title() {
        let told = |text: &str| {
            let who = speaks_through(text, 0, Lang::En.lexicon())?;
            Some(
                [who.name, who.organisation, who.job_title]
                    .map(|r| text[r].to_string())
                    .join("|"),
            )
        };
        let is = |text: &str, parts: &str| assert_eq!(told(text).as_deref(), Some(parts));
        is(
            "The Harbour Board (Ms. Torres) said",
            "Torres|Harbour Board|",
        );
        is("WaterFirst (Mr. Bo Sample) agreed", "Bo Sample|WaterFirst|");
        is(
            "The Treasurer (Mr. Bo Sample) agreed",
            "Bo Sample||Treasurer",
        );
        for other in [
            "Ms. Ana Example (Mr. Sample) said",
            "The board met (Ms. Torres) and said",
            "Harbour Board (see Ms. Torres) said",
            "Harbour Board (Ms. Torres of the Mill) said",
        ] {
            assert_eq!(told(other), None, "{other}");
        }
    }

    #[test]
    fn what_is_said_may_stand_behind_another_verb() {
        let verb = |text: &str| {
            let found = second_verb(text, 2, text.len(), Lang::En.lexicon())?;
            Some(text[found].to_string())
        };
        assert_eq!(
            verb("AE was not sure, and observed that it leaks").as_deref(),
            Some("observed")
        );
        assert_eq!(verb("AE was not sure, and observed the roof"), None);
        assert_eq!(verb("AE was not sure and it was said that it leaks"), None);
    }
}
