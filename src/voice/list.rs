//! Several people in a line or behind a colon: `A (Org), B (Org) and C`, `A, Job, Org; B, Job of Org`.

use super::who::{Who, behind_of};
use crate::lexicon::{Lang, Lexicon};
use crate::value::person::{self, Known, Person};
use std::ops::Range;

/// The people in a part of a text that names nothing else.
pub fn people(text: &str, range: Range<usize>, lex: &Lexicon) -> Vec<Who> {
    let found = person::people(&text[range.clone()], lex.lang(), &Known::default());
    let own = |p: &&Person| !is_told_of(&text[range.start..range.start + p.span.start], lex);
    let placed = found.iter().filter(own).map(|p| placed(p, range.start));
    let placed = placed.map(|who| of_body(text, who, lex));
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
