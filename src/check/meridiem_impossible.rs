//! An am or pm that cannot be.

use super::Rule;
use crate::extract::Extraction;
use crate::schema::Time;
use crate::tables::agenda::AgendaRow;
use crate::tables::findings::FindingRow;
use crate::tables::sessions::Session;
use crate::value::time::time_at;

pub(super) const RULE: Rule = Rule {
    name: "meridiem-impossible",
    severity: "error",
    summary: "prints an am or pm that cannot be",
    why: "either the hour or the mark is wrong, and nothing in the cell tells which",
    example: "11:00-15:50 am",
    misses: "marks that are possible and wrong all the same",
    check,
};

fn check(x: &Extraction) -> Vec<FindingRow> {
    let agenda = x.data.agenda.iter().enumerate();
    let rows = agenda.filter(|(_, r)| impossible(x, &r.start_time));
    let rows = rows.map(|(i, r)| raise(x, &r.start_time).about::<AgendaRow>(i));
    let sessions = x.data.sessions.iter().enumerate();
    let parts = sessions.filter(|(_, r)| impossible(x, &r.start_time));
    let parts = parts.map(|(i, r)| raise(x, &r.start_time).about::<Session>(i));
    rows.chain(parts).map(|f| f.column("start_time")).collect()
}

fn printed<'x>(x: &'x Extraction, time: &Time) -> &'x str {
    let span = time.spans.cover();
    span.map_or("", |s| x.outline.source.slice(s))
}

fn impossible(x: &Extraction, time: &Time) -> bool {
    let read = time_at(printed(x, time).trim(), x.lexicon.lang());
    read.is_some_and(|(_, span)| span.impossible_meridiem)
}

fn raise(x: &Extraction, time: &Time) -> FindingRow {
    let text = printed(x, time);
    let message = format!("\"{text}\" has a mark that no such hour can have; expected 24 hours or the other mark");
    RULE.finding(message).at(time.spans.clone())
}
