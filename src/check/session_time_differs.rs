//! A session with other times than the agenda rows it covers.

use super::Rule;
use crate::extract::Extraction;
use crate::tables::agenda::AgendaRow;
use crate::tables::findings::FindingRow;
use crate::tables::sessions::Session;
use crate::value::time::Clock;

pub(super) const RULE: Rule = Rule {
    name: "session-time-differs",
    severity: "warning",
    summary: "gives a session other times than all the agenda rows it covers together",
    why: "the programme changed, or one of the two places is wrong",
    example: "TIME: 9:00-9:30 in the text, 9:00-9:45 in the programme",
    misses: "sessions that no agenda row matches",
    check,
};

fn check(x: &Extraction) -> Vec<FindingRow> {
    let sessions = x.data.sessions.iter().enumerate();
    sessions.filter_map(|(i, s)| differs(x, i, s)).collect()
}

/// Times differ where no run of agenda rows that begins with the session's own has its start and its end.
fn differs(x: &Extraction, i: usize, session: &Session) -> Option<FindingRow> {
    let first = session.agenda_id.row?;
    let row = x.data.agenda.get(first)?;
    let (start, end) = (session.start_time.value?, session.end_time.value);
    let run = x.data.agenda[first..].iter().take_while(|r| r.day.value == row.day.value);
    let mut ends = run.filter_map(|r| r.end_time.value);
    let same_start = row.start_time.value == Some(start);
    let same_end = end.is_none() || row.end_time.value.is_none() || ends.any(|e| Some(e) == end);
    if same_start && same_end {
        return None;
    }
    let message = format!(
        "\"{}\" runs {} in the text and {} in the agenda",
        session.title.value,
        range(Some(start), end),
        range(row.start_time.value, row.end_time.value),
    );
    Some(RULE.finding(message).about::<Session>(i).column("start_time").other::<AgendaRow>(first))
}

fn range(start: Option<Clock>, end: Option<Clock>) -> String {
    let show = |t: Option<Clock>| t.map_or("?".to_string(), |t| t.to_string());
    format!("{}-{}", show(start), show(end))
}
