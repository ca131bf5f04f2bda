//! Several people in a line or behind a colon: `A (Org), B (Org) and C`, `A, Job, Org; B, Job of Org`.

use super::who::{Who, behind_of};
use crate::lexicon::{Lang, Lexicon, List};
use crate::value::person::{self, Evidence, Known, Person, is_given_name, looks_like_job};
use crate::value::place::country;
use std::ops::Range;

/// The people in a part of a text that names nothing else.
pub fn people(text: &str, range: Range<usize>, lex: &Lexicon) -> Vec<Who> {
    let found = person::people(&text[range.clone()], lex.lang(), &Known::default());
    let own = |p: &&Person| !is_told_of(&text[range.start..range.start + p.span.start], lex);
    let placed = found.iter().filter(own).map(|p| placed(p, range.start));
    let placed = placed.map(|who| of_body(text, who, lex));
    let placed = placed.map(|who| whole_body(text, range.end, who, lex));
    placed.map(|who| without_remark(text, who)).collect()
}

/// Whether the words before a person tell what somebody named before did with him: `X, who was invited by Y and Z`.
fn is_told_of(before: &str, lex: &Lexicon) -> bool {
    let own = before.rfind("; ").map_or(before, |i| &before[i..]);
    let Some(clause) = own.rfind(", who ").map(|i| &own[i + 2..]) else {
        return false;
    };
    lex.lang() == Lang::En && !clause.contains(',') && clause.contains(" by ")
}

/// `X, of the Harbour Board`: whom the person is of is no job.
fn of_body(text: &str, who: Who, lex: &Lexicon) -> Who {
    let job = &text[who.job_title.clone()];
    let Some(body) = behind_of(job, lex) else {
        return who;
    };
    let start = who.job_title.end - body.len();
    let named = who.organisation.is_empty() && body.starts_with(char::is_uppercase);
    Who {
        organisation: if named {
            start..who.job_title.end
        } else {
            who.organisation
        },
        job_title: 0..0,
        ..who
    }
}

/// `X of the Institute of Rivers, Lakes and Coastal Sciences of Y`: behind `of`, what no word shows to be a job goes on with the
/// name of the body to its `and`.
fn whole_body(text: &str, limit: usize, who: Who, lex: &Lexicon) -> Who {
    let (body, job) = (who.organisation.clone(), who.job_title.clone());
    let beside = text.get(who.name.end..body.start).unwrap_or("");
    let of = beside.strip_prefix(' ').and_then(|b| behind_of(b, lex));
    let rest = text.get(body.end..limit).and_then(|r| r.strip_prefix(", "));
    let (Some(""), Some(rest)) = (of, rest) else {
        return who;
    };
    let told = !job.is_empty() && job.start != body.end + 2;
    let mut words = rest.split(' ');
    let first = words.next().unwrap_or("");
    let listed = first.starts_with(char::is_uppercase)
        && first.chars().all(char::is_alphabetic)
        && words.next().is_some_and(|w| lex.list(List::And).is(w));
    let other = looks_like_job(&text[job.clone()], lex.lang()) >= Evidence::Likely
        || is_given_name(first)
        || country(first).is_some()
        || country(&text[body.clone()]).is_some();
    if told || !listed || other {
        return who;
    }
    Who {
        organisation: body.start..body.end + 2 + body_len(rest, lex),
        job_title: 0..0,
        ..who
    }
}

/// How much of a text goes on with the name of a body: capitals and the small words that join them, not to a next person.
fn body_len(text: &str, lex: &Lexicon) -> usize {
    let (mut at, mut end, mut behind_and) = (0, 0, false);
    for word in text.split(' ') {
        let plain = word.trim_end_matches([',', '.', ';', ':', ')']);
        let capital = plain.starts_with(char::is_uppercase);
        let titled = || lex.list(List::Honorific).is(plain) || is_given_name(plain);
        let and = lex.list(List::And).is(plain);
        let joins = and || lex.list(List::Connector).is(plain);
        if behind_and && titled() || !capital && !joins {
            break;
        }
        behind_and = and;
        if capital {
            end = at + plain.len();
        }
        if plain.len() < word.len() {
            break;
        }
        at += word.len() + 1;
    }
    end
}

/// Without an organisation that is none: a time (`X, at 9.30 a.m.`), or a clause in small letters (`X, who announced`).
fn without_remark(text: &str, who: Who) -> Who {
    let body = &text[who.organisation.clone()];
    let words = body.split(' ').count();
    let small = body.starts_with(char::is_lowercase) && words >= 4;
    let clause = text[who.job_title.clone()].starts_with("who ");
    Who {
        organisation: match small || body.starts_with(|c: char| c.is_ascii_digit()) {
            true => 0..0,
            false => who.organisation,
        },
        job_title: if clause { 0..0 } else { who.job_title },
        ..who
    }
}

/// A person of a part of the text that starts at `at`.
fn placed(person: &Person, at: usize) -> Who {
    let shift = |r: &Range<usize>| at + r.start..at + r.end;
    let part = |r: &Option<Range<usize>>| r.as_ref().map(shift).unwrap_or_default();
    Who {
        honorific: part(&person.honorific),
        name: shift(&person.name),
        job_title: part(&person.job_title),
        organisation: part(&person.organisation),
        end: at + person.span.end,
        ..Who::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lang;

    fn told(text: &str) -> Vec<String> {
        let all = people(text, 0..text.len(), Lang::En.lexicon());
        let told = |w: &Who| {
            let parts = [w.name.clone(), w.job_title.clone(), w.organisation.clone()];
            parts.map(|r| text[r].to_string()).join("|")
        };
        all.iter().map(told).collect()
    }

    #[test]
    fn lists_are_cut_where_the_people_are() {
        assert_eq!(
            told("Ana Torres (Org), Bo Larsen (Other Org) and Cy de Petrov (Third)"),
            [
                "Ana Torres||Org",
                "Bo Larsen||Other Org",
                "Cy de Petrov||Third"
            ]
        );
        assert_eq!(
            told(
                "Ana Torres, Mayor, Tide Council; and Dr. Bo Larsen, Director of the Institute of Tides"
            ),
            [
                "Ana Torres|Mayor|Tide Council",
                "Bo Larsen|Director|Institute of Tides"
            ]
        );
        assert_eq!(
            told("Ana Torres, Bo Larsen and Cyril Petrov"),
            ["Ana Torres||", "Bo Larsen||", "Cyril Petrov||"]
        );
        assert_eq!(
            told("Ana Torres (Institute of Tides, Head of Maps)"),
            ["Ana Torres|Head of Maps|Institute of Tides"]
        );
    }

    #[test]
    fn a_body_may_have_a_comma_in_its_name() {
        assert_eq!(
            told("Ana Torres of the Institute of Rivers, Lakes and Coastal Sciences of Reedham"),
            ["Ana Torres||Institute of Rivers, Lakes and Coastal Sciences of Reedham"]
        );
        assert_eq!(
            told(
                "Ana Torres of the Board of Mills, Ponds and Weirs of Paulo Reed and Mr. Bo Quill"
            )[0],
            "Ana Torres||Board of Mills, Ponds and Weirs of Paulo Reed"
        );
        assert_eq!(
            told("Ana Torres of the Institute of Rivers, Director and Cartographer"),
            ["Ana Torres|Director and Cartographer|Institute of Rivers"]
        );
    }

    #[test]
    fn what_follows_a_name_may_be_no_organisation() {
        assert_eq!(told("Ana Torres, at 9.30 a.m. on Monday"), ["Ana Torres||"]);
        assert_eq!(
            told("Ms. Ana Torres, of the Tide Board"),
            ["Ana Torres||Tide Board"]
        );
        assert_eq!(
            told("Ana Torres, who announced a new fund for mills"),
            ["Ana Torres||"]
        );
    }

    #[test]
    fn whom_a_clause_names_is_not_of_the_list() {
        assert_eq!(
            told("Ana Torres, who was invited by Bo Larsen and Cy Petrov; Dr. Di Falk, Miller"),
            ["Ana Torres||", "Di Falk|Miller|"]
        );
    }

    #[test]
    fn what_is_no_person_gives_nothing() {
        assert!(told("Communications Team of the Alliance").is_empty());
        assert!(told("see the list below").is_empty());
    }
}
