//! A row or session that ends at or before its start.

use super::Rule;
use crate::extract::Extraction;
use crate::schema::Time;
use crate::tables::agenda::AgendaRow;
use crate::tables::findings::FindingRow;
use crate::tables::sessions::Session;

pub(super) const RULE: Rule = Rule {
    name: "time-backwards",
    severity: "error",
    summary: "ends a row or session at or before its start",
    why: "no duration can be told, and the row sorts wrongly",
    example: "14:00-13:30 Field visit",
    misses: "ends past midnight are raised, too",
    check,
};

fn check(x: &Extraction) -> Vec<FindingRow> {
    let agenda = x.data.agenda.iter().enumerate();
    let rows = agenda.filter_map(|(i, r)| {
        Some(raise(&r.start_time, &r.end_time, &r.title.value)?.about::<AgendaRow>(i))
    });
    let sessions = x.data.sessions.iter().enumerate();
    let parts = sessions.filter_map(|(i, r)| {
        Some(raise(&r.start_time, &r.end_time, &r.title.value)?.about::<Session>(i))
    });
    rows.chain(parts).map(|f| f.column("end_time")).collect()
}

fn raise(start: &Time, end: &Time, title: &str) -> Option<FindingRow> {
    let (start, end) = (start.value?, end.value?);
    let message = || format!("\"{title}\" ends at {end}, not after its start at {start}");
    (end <= start).then(|| RULE.finding(message()))
}
