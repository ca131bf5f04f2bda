//! Where people are named, for the rules that compare names and titles.

use crate::extract::Extraction;
use crate::schema::{Record, Text};
use crate::span::Spans;
use crate::tables::findings::FindingRow;
use crate::tables::participants::Participant;
use crate::tables::presenters::Presenter;
use crate::tables::quotes::Quote;
use crate::tables::speakers::Speaker;
use crate::tables::statements::Statement;
use crate::value::Seen;
use crate::value::place::fold;

/// A person's name in a row.
pub(super) struct Mention<'x> {
    pub table: &'static str,
    pub row: usize,
    pub name: &'x Text,
    pub job_title: &'x Text,
    /// The column of the name.
    pub column: &'static str,
    /// The folded words of the name in alphabetical order: the same for either order, accents and capitals aside.
    pub key: String,
}

impl Mention<'_> {
    /// Points a finding at this mention.
    pub fn about(&self, finding: FindingRow) -> FindingRow {
        match self.table {
            "participants" => finding.about::<Participant>(self.row),
            "presenters" => finding.about::<Presenter>(self.row),
            "statements" => finding.about::<Statement>(self.row),
            "quotes" => finding.about::<Quote>(self.row),
            _ => finding.about::<Speaker>(self.row),
        }
    }

    /// Points a finding at this mention as the other place.
    pub fn other(&self, finding: FindingRow) -> FindingRow {
        match self.table {
            "participants" => finding.other::<Participant>(self.row),
            "presenters" => finding.other::<Presenter>(self.row),
            "statements" => finding.other::<Statement>(self.row),
            "quotes" => finding.other::<Quote>(self.row),
            _ => finding.other::<Speaker>(self.row),
        }
    }

    fn place(&self) -> u32 {
        self.name.spans.cover().map_or(u32::MAX, |s| s.start)
    }
}

const NO_TITLE: &Text = &Text {
    value: String::new(),
    spans: Spans::NONE,
};

/// Everybody named in participants, presenters, speakers, statements and quotes with a job title, or none, that is wanted,
/// in source order.
pub(super) fn mentions<'x>(x: &'x Extraction, wanted: fn(&Text) -> bool) -> Vec<Mention<'x>> {
    let data = &x.data;
    let mention = |table, row, name: &'x Text, job_title: &'x Text| {
        wanted(job_title).then(|| Mention {
            table,
            row,
            name,
            job_title,
            column: if matches!(table, "statements" | "quotes") {
                "speaker"
            } else {
                "name"
            },
            key: key(&name.value),
        })
    };
    let rows = data.participants.iter().enumerate();
    let participants =
        rows.map(|(i, r)| mention(Participant::TABLE.name, i, &r.name, &r.job_title));
    let rows = data.presenters.iter().enumerate();
    let presenters = rows.map(|(i, r)| mention(Presenter::TABLE.name, i, &r.name, &r.job_title));
    let rows = data.speakers.iter().enumerate();
    let speakers = rows.map(|(i, r)| mention(Speaker::TABLE.name, i, &r.name, &r.job_title));
    let rows = data.statements.iter().enumerate();
    let statements = rows.map(|(i, r)| mention(Statement::TABLE.name, i, &r.speaker, &r.job_title));
    let rows = data.quotes.iter().enumerate();
    let quotes = rows.map(|(i, r)| mention(Quote::TABLE.name, i, &r.speaker, NO_TITLE));
    let mut all: Vec<_> = participants
        .chain(presenters)
        .chain(speakers)
        .chain(statements)
        .chain(quotes)
        .flatten()
        .filter(|m| !m.key.is_empty())
        .collect();
    all.sort_by_cached_key(Mention::place);
    all
}

/// The folded words of a name in alphabetical order; several rules ask for those of each name.
pub(super) fn key(name: &str) -> String {
    thread_local! {
        static SEEN: Seen<String, 512> = const { Seen::new() };
    }
    SEEN.with(|seen| seen.get(name, 0, || read_key(name)))
}

fn read_key(name: &str) -> String {
    let folded = fold(name);
    let mut words: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .collect();
    words.sort_unstable();
    words.join(" ")
}

/// Whether two names are one person's as far as words tell: the same words, or all words of the shorter, two at least,
/// or the same surname with an initial.
pub(super) fn is_one(a: &str, b: &str) -> bool {
    let (left, right): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    let (short, long) = if left.len() <= right.len() {
        (left, right)
    } else {
        (right, left)
    };
    // Either name may be the one with the initial.
    let begins =
        |w: &str, l: &str| w.len() == 1 && l.starts_with(w) || l.len() == 1 && w.starts_with(l);
    let fits = |w: &&&str| long.contains(*w) || long.iter().any(|l| begins(w, l));
    let full = short
        .iter()
        .filter(|w| w.len() > 1 && long.contains(w))
        .count();
    short.iter().filter(fits).count() == short.len()
        && (full >= 2 || (full == 1 && short.len() >= 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn either_name_may_have_the_initial() {
        let one = |a: &str, b: &str| is_one(&key(a), &key(b));
        assert!(one("Ingvild Model", "I. Model"));
        assert!(one("I. Model", "Ingvild Model"));
        assert!(!one("Ingvild Model", "J. Model"));
        assert!(!one("Ingvild Model", "Ingvild Probe"));
    }
}
