//! The parts of the meeting that the body reports.

mod boxes;
mod heads;
mod times;

use crate::extract::Extraction;
use crate::outline::Section;
use crate::record;
use crate::schema::{Date, Link, Text, Time, Valued};
use crate::span::Spans;
use crate::tables::{speakers, statements};
use crate::value::date::{DateSpan, dates};
use crate::value::time::Day;
use crate::voice::Roster;
use heads::Head;
use std::ops::Range;

record! {
    /// A part of the meeting that the body reports.
    pub struct Session in "sessions" ("ses") key [number, title] {
        /// Its number as printed.
        number: Text,
        /// Its title, without the number.
        title: Text,
        /// Its date.
        date: Date,
        /// When it starts.
        start_time: Time,
        /// When it ends.
        end_time: Time,
        /// The agenda row it reports, the first where it covers several.
        agenda_id: Link in &["agenda"],
        /// The last line of it, from 1.
        end_line: Int,
    }
}

/// Reads the table, and before it who speaks and who has a role, which tell where the sessions are.
pub fn extract(x: &mut Extraction) {
    x.roster = Roster::of(&x.data);
    x.roles = speakers::read(x);
    for found in &x.roles {
        x.roster.add(found.person.clone());
    }
    statements::listen(x);
    let times = times::boxes(x);
    let heads = heads::find(x, &times);
    let mut day = Day::new();
    for (i, head) in heads.iter().enumerate() {
        let units = units(x, head, heads.get(i + 1));
        let row = row(x, head, &units, &mut day);
        x.sessions.push(units);
        x.data.sessions.push(row);
    }
}

/// The units of a session: its section up to the next session or annex.
fn units(x: &Extraction, head: &Head, next: Option<&Head>) -> Range<usize> {
    let sections = &x.outline.sections;
    let section = &sections[head.section];
    let start = section.unit.unwrap_or(section.all.start);
    let next = next.and_then(|h| sections[h.section].unit);
    let inside = sections[head.section + 1..]
        .iter()
        .take_while(|s| s.all.start < head.end);
    let annex = inside
        .filter(|s| heads::is_annex(x, s))
        .find_map(|s| s.unit);
    let ends = [Some(head.end), next, annex];
    let end = ends.into_iter().flatten().min().unwrap_or(start);
    start..end.max(start + 1)
}

fn row(x: &Extraction, head: &Head, units: &Range<usize>, day: &mut Day) -> Session {
    let section = &x.outline.sections[head.section];
    let (mut start_time, mut end_time) = (Time::default(), Time::default());
    if let Some(time) = &head.time {
        let (start, end) = day.resolve(time.span);
        start_time = Valued::new(start, time.spans.clone());
        end_time = end
            .map(|e| Valued::new(e, time.spans.clone()))
            .unwrap_or_default();
    }
    let agenda = agenda_row(x, head, &start_time);
    let heading = section.heading.spans(0..section.heading.len());
    Session {
        number: section.number.clone().unwrap_or_default(),
        title: title(x, section),
        date: date(x, head, agenda),
        start_time,
        end_time,
        agenda_id: agenda.map(Link::to).unwrap_or_default(),
        end_line: end_line(x, units).map(Valued::derived).unwrap_or_default(),
        from: heading,
        rule: head.rule,
    }
}

/// The title of a section, without the times in brackets behind it.
fn title(x: &Extraction, section: &Section) -> Text {
    let text = section.title.as_str();
    let Some((times, _)) = times::behind_title(x, text) else {
        return section.title.cell(0..without_mark(text));
    };
    let end = text[..times.start]
        .trim_end_matches(['(', '[', ' ', ',', ':'])
        .len();
    section.title.cell(0..end)
}

/// Bytes of a title without the mark of a note behind it: `Seed banks[3]`.
fn without_mark(text: &str) -> usize {
    let marked = text.strip_suffix(']').and_then(|t| t.rsplit_once('['));
    let mark = |m: &str| (1..=3).contains(&m.len()) && m.bytes().all(|b| b.is_ascii_digit());
    marked
        .filter(|(title, m)| !title.is_empty() && mark(m))
        .map_or(text.len(), |(title, _)| title.trim_end().len())
}

/// The agenda row that starts when the session does, else the one whose title it bears.
fn agenda_row(x: &Extraction, head: &Head, start: &Time) -> Option<usize> {
    let by_time = start.value.and_then(|s| {
        let mut rows = x.data.agenda.iter();
        rows.position(|r| r.start_time.value == Some(s))
    });
    by_time.or(head.agenda)
}

/// The date that the heading prints, else the agenda row's, else that of a one-day event.
fn date(x: &Extraction, head: &Head, agenda: Option<usize>) -> Date {
    let heading = &x.outline.sections[head.section].heading;
    let order = x.options.date_order.unwrap_or_default();
    let printed = dates(heading.as_str(), x.lexicon.lang(), order);
    let fullest = printed
        .into_iter()
        .max_by_key(|(_, d)| (d.start.day.is_some(), d.start.month.is_some()));
    // `Minutes of 9 December` among the items of a meeting in March are another day's.
    let report = x.data.reports.first();
    let days = report.and_then(|r| Some((r.event_start.value?, r.event_end.value?)));
    let own = |d: &DateSpan| days.is_none_or(|(first, last)| (first..=last).contains(&d.start));
    if let Some((range, span)) = fullest.filter(|(_, d)| own(d)) {
        return Valued::new(span.start, heading.spans(range));
    }
    let row = agenda
        .and_then(|a| x.data.agenda.get(a))
        .and_then(|r| r.date.value);
    let event = report.filter(|r| r.event_start.value == r.event_end.value);
    let of_event = event.and_then(|r| r.event_start.value);
    row.or(of_event).map(Valued::derived).unwrap_or_default()
}

fn end_line(x: &Extraction, units: &Range<usize>) -> Option<i64> {
    let last = &x.outline.units[units.end.checked_sub(1)?];
    let place: Spans = last.flow.spans(0..last.flow.len());
    let end = match place.cover() {
        Some(span) => span.end.saturating_sub(1),
        None => grid_end(x, last.block),
    };
    Some(i64::from(x.outline.source.line_of(end)))
}

/// The last byte of the table that begins at a block.
fn grid_end(x: &Extraction, block: usize) -> u32 {
    let grids = x.outline.grids.iter().flat_map(|g| g.rows.last());
    let last = grids
        .map(|r| r.block)
        .find(|&b| b >= block)
        .unwrap_or(block);
    x.outline.blocks[last].body.end.saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use crate::extract::{Options, extract};
    use crate::source::Source;
    use crate::tables::Dataset;

    fn read(text: &str) -> Dataset {
        extract(&Source::from_text("t", text), &Options::default())
    }

    /// Each session as `number | title | start-end`.
    fn told(data: &Dataset) -> Vec<String> {
        let time = |t: &crate::schema::Time| t.value.map(|c| c.to_string()).unwrap_or_default();
        let told = |s: &super::Session| {
            let (start, end) = (time(&s.start_time), time(&s.end_time));
            format!("{} | {} | {start}-{end}", s.number.value, s.title.value)
        };
        data.sessions.iter().map(told).collect()
    }

    #[test]
    fn a_time_box_under_an_inner_heading_is_the_outer_sessions() {
        let text = "1. BACKGROUND\n\nWe met because the mill was closed, and nobody knew why.\n\n\
            2. OPENING\n\nThe guests were greeted in the yard of the mill.\n\nTIME:\n\n9:00-9:15\n\n\
            3. THE WHEEL\n\nThe wheel was shown to all.\n\n1. How it turns\n\nIt turns to the left, as every wheel of its kind.\n\n\
            TIME:\n\n1:30-2:15\n\nANNEX 1. PEOPLE\n\nNobody is listed.\n";
        let data = read(text);
        assert_eq!(
            told(&data),
            ["2 | OPENING | 09:00-09:15", "3 | THE WHEEL | 13:30-14:15"]
        );
        assert_eq!(data.sessions[1].end_line.value, Some(23));
    }

    #[test]
    fn a_label_set_as_a_heading_belongs_to_the_session_above() {
        let prose = "The guests saw the wheel and asked how often it is oiled, and by whom.";
        let text = format!(
            "Report of the workshop on mills\n\n1. INTRODUCTION\n\n{prose}\n\n2. SESSION I \u{2013} WHEELS\n\n\
             Chair: Ana Lind (Mill Board)\n\n{prose}\n\n3. SESSION II \u{2013} ROOFS\n\nChair: Bo Berg (Mill Board)\n\n{prose}\n"
        );
        let data = read(&text);
        assert_eq!(told(&data), ["I | WHEELS | -", "II | ROOFS | -"]);
        assert_eq!(data.sessions[1].end_line.value, Some(17));
        let text = "Rapport de l'atelier sur les moulins\n\nSession 1 : Les roues\n\nMod\u{e9}rateur : Paul Leroy\n\nLes invit\u{e9}s ont vu la roue et ont demand\u{e9} qui la graisse.\n\n\
             Cl\u{f4}ture\n\nL'atelier a \u{e9}t\u{e9} clos par Mme Anne Pierre, directrice de l'Office des moulins.\n";
        assert_eq!(
            told(&read(text)),
            ["1 | Les roues | -", " | Cl\u{f4}ture | -"]
        );
    }

    #[test]
    fn sessions_without_numbers_beside_those_with_them() {
        let prose = "The guests saw the wheel and asked how often it is oiled, and by whom.";
        let text = format!(
            "# Report on mills\n\n## Opening session\n\n{prose}\n\n## Session 1: Wheels\n\n{prose}\n\n\
             ## Session 2: Roofs\n\n{prose}\n\n## Lessons of the session\n\n{prose}\n"
        );
        let expected = [" | Opening session | -", "1 | Wheels | -", "2 | Roofs | -"];
        assert_eq!(told(&read(&text)), expected);
    }

    #[test]
    fn times_alone_right_below_a_heading_are_the_sessions() {
        let text = "# Report on mills\n\n## Session 1: Wheels\n\n10:00 \u{2013} 10:45, main hall\n\nSPEAKERS:\n- Ana Lind, Miller, Mill Board\n\n\
            The guests saw the wheel and asked how often it is oiled, and by whom.\n\n## Session 2: Roofs\n\n11:00-12:30\n\nSPEAKERS:\n- Bo Berg, Roofer, Mill Board\n\nThe roof was shown to all of them.\n";
        let expected = ["1 | Wheels | 10:00-10:45", "2 | Roofs | 11:00-12:30"];
        assert_eq!(told(&read(text)), expected);
    }

    #[test]
    fn items_below_a_roll_call_are_sessions_and_topics_of_results_are_none() {
        let prose = "The board saw the wheel and heard how often it is oiled, and by whom.";
        let text = format!(
            "Minutes of the Mill Board\n\nDate: 4 May 2031\nTime: 10:00 - 12:00\n\nAgenda\n\nItem 1: Wheels\nItem 2: Roofs of mills\n\n\
             Roll call\n\nAna Lind (Mill Trust) \u{2013} present\nBo Berg (Oven Trust) \u{2013} absent\nCy Falk (Port Office) \u{2013} present\n\n\
             1. Wheels\n\n{prose}\n\n2. Roofs of mills\n\n{prose}\n"
        );
        assert_eq!(
            told(&read(&text)),
            ["1 | Wheels | -", "2 | Roofs of mills | -"]
        );
        let text = "# Report on mills\n\n## Recommendations\n\n### Wheels of mills\n\nR1. Oil the wheels of the mills.\nR2. Count them.\n\n\
            ## Agenda\n\n09:00 Welcome\n09:30 Wheels of mills (Ana Lind)\n10:30 Roofs (Bo Berg)\n";
        assert!(told(&read(text)).is_empty());
    }

    #[test]
    fn the_mark_of_a_note_is_no_part_of_a_title() {
        let text = "Opening of the session (Agenda Item 1)\n\nThe board met in the mill and greeted its guests.\n\n\
            The wheel (Agenda Item 2)[1]\n\nThe board saw the wheel and heard how it turns.\n\n[1] MB/2\n";
        let expected = [
            " | Opening of the session (Agenda Item 1) | -",
            " | The wheel (Agenda Item 2) | -",
        ];
        assert_eq!(told(&read(text)), expected);
    }

    #[test]
    fn the_events_of_a_brief_are_sessions() {
        let prose = "The mill was shown to the guests, who came from all of the valley and stayed until the bread was baked and eaten. Nobody left before the end of it, and all of them asked for more.";
        let text = format!(
            "# Brief\n\n## About\n\n{prose}\n\n## Mill day, Aarau, 3 May 2019\n\n{prose}\n\n## Bread fair 2020\n\n{prose}\n"
        );
        assert_eq!(
            told(&read(&text)),
            [
                " | Mill day, Aarau, 3 May 2019 | -",
                " | Bread fair 2020 | -"
            ]
        );
    }

    #[test]
    fn minutes_kept_item_by_item_below_the_heading_of_the_agenda() {
        let text = "# Minutes of the Mill Board\n\n## Agenda\n\n### The wheel\n\nMs. Ana Example said that it squeaks.\n\n\
            ### The roof\n\nMr. Bo Sample reported a leak.\n";
        assert_eq!(told(&read(text)), [" | The wheel | -", " | The roof | -"]);
    }

    #[test]
    fn questions_that_headings_count_are_parts_of_a_session() {
        let text = "# Mill meeting\n\n## Opening\n\nMs. Ana Example said that the mill stands.\n\n## Open discussion\n\n### Q1: Who oils the wheel?\n\n\
            Ms. Ana Example said that nobody does.\n\n### Q2: Who mends it?\n\nMr. Bo Sample said that he does.\n";
        assert_eq!(
            told(&read(text)),
            [" | Opening | -", " | Open discussion | -"]
        );
    }

    #[test]
    fn interventions_make_sessions_and_their_parts_do_not() {
        let text = "# Minutes of the Mill Board\n\n## 1. Apologies\n\nNone.\n\n## 2. The wheel\n\n### 2.1 Oil\n\n\
            Ms. Ana Example said that it squeaks.\n\n## 3. The roof\n\nMr. Bo Sample reported a leak.\n";
        let data = read(text);
        assert_eq!(told(&data), ["2 | The wheel | -", "3 | The roof | -"]);
        assert_eq!(data.statements[0].session_id.row, Some(0));
    }
}
