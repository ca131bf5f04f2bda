//! What kind of document it is: by the words of its first lines, else by what it holds.

use super::refused::is_counted;
use super::{Front, TYPES};
use crate::extract::Extraction;
use crate::lexicon::List;
use crate::outline::{Section, UnitKind};
use crate::schema::{Choice, Text};
use crate::tables::outcomes::{is_head, titles_tasks};
use crate::value::time::time_at;

/// The words of each type, in the order in which they decide.
const CUES: &[(List, &str)] = &[
    (List::TypeSummaryRecord, "summary_record"),
    (List::TypeMinutes, "minutes"),
    (List::TypePressRelease, "press_release"),
    (List::TypeReport, "report"),
    (List::TypeBrief, "brief"),
    (List::TypeAgenda, "agenda"),
];

/// The document's type, as far as it is told before the programme is read.
pub(super) fn kind(x: &Extraction, front: &Front, title: &Text) -> Choice {
    let told = told(x, front, title).unwrap_or_else(|| by_content(x, front, title));
    Choice::derived(told)
}

/// The type where the programme that was read is all that the document holds; nothing where words tell another.
pub(super) fn of_programme(x: &Extraction, front: &Front, title: &Text) -> Option<Choice> {
    let programme = told(x, front, title).is_none() && is_programme(x);
    programme.then(|| Choice::derived("agenda"))
}

/// By the words of the title and of the lines on the title page.
fn told(x: &Extraction, front: &Front, title: &Text) -> Option<&'static str> {
    debug_assert!(CUES.iter().all(|(_, kind)| TYPES.contains(kind)));
    let lines = front.lines.iter().map(|&i| &x.outline.units[i]);
    let lines = lines.filter(|u| u.text().len() <= 120 && !u.text().ends_with('.'));
    // `7:00 pm: Approval of the minutes` is an item.
    let lines = lines.filter(|u| time_at(u.text(), x.lexicon.lang()).is_none());
    let lines = lines.filter(|u| !is_counted(x, u));
    let texts: Vec<&str> = std::iter::once(title.as_str())
        .chain(lines.map(|u| u.text()))
        .collect();
    let told = CUES.iter().find(|(cue, _)| {
        let list = x.lexicon.list(*cue);
        // A programme is also what many organisations run, so that only a line of its own tells an agenda.
        let alone = *cue == List::TypeAgenda;
        // `Maps (15 minutes)` lasts so long.
        let lasts = |before: &str| before.trim_end().ends_with(|c: char| c.is_ascii_digit());
        let found = |t: &str| list.find_iter(t).any(|(r, _)| !lasts(&t[..r.start]));
        let tells = |t: &&str| if alone { list.is(t) } else { found(t) };
        // A heading right below the title page names its programme, where much else is told.
        let own = list.is(title.as_str()) || list.ends(title.as_str());
        if alone && !own && tells_more(x) {
            return false;
        }
        // `Notes of the liaison group meeting`
        let noted = |t: &&str| *cue == List::TypeMinutes && is_noted(x, t);
        texts.iter().any(|t| tells(t) || noted(t)) || alone && list.ends(title.as_str())
    });
    told.map(|(_, kind)| *kind)
}

/// Whether a line calls itself notes of some meeting.
fn is_noted(x: &Extraction, text: &str) -> bool {
    let opens = x.lexicon.list(List::TypeNotes).starts(text);
    opens.is_some_and(|len| x.lexicon.list(List::TypeMeeting).found_in(&text[len..]))
}

/// So many parts with what a meeting came to make a report.
const RESULTS: usize = 2;

/// So many paragraphs of running text are more than a programme.
const PARAGRAPHS: usize = 3;

/// Whether the document tells more than a programme does: who took part and what came of it, or several paragraphs.
fn tells_more(x: &Extraction) -> bool {
    let prose = x.outline.units.iter();
    let prose = prose.filter(|u| u.kind == UnitKind::Paragraph && u.text().len() >= PROSE);
    let came = |s: &&Section| is_head(x.lexicon, s.title.as_str());
    let results = || x.outline.sections.iter().filter(came).count() >= RESULTS;
    !x.data.participants.is_empty() && (prose.clone().count() > 0 || results())
        || prose.count() >= PARAGRAPHS
}

/// Without a word: who was there and who sent apologies makes minutes, parts of a report make a report, and so does an
/// event of its own that more is told of than a headline; prose alone is a brief, and under one headline a press release.
fn by_content(x: &Extraction, front: &Front, title: &Text) -> &'static str {
    let units = &x.outline.units;
    let report = |u: &str| x.lexicon.list(List::TypeReportInText).found_in(u);
    let speaks = front.lead.iter().any(|&i| report(units[i].text()));
    let tables = units.iter().any(|u| matches!(u.kind, UnitKind::Grid(_)));
    let sections = x.outline.sections.len();
    if front.tells_several_events(x) {
        "brief"
    } else if calls_itself(x, front)
        || says_who_came(x, title)
        || is_minuted(x, title)
        || holds_notes(x)
    {
        "minutes"
    } else if tables
        || speaks && (title.is_empty() || is_of_event(x, title))
        || sections > 6 && units.iter().any(|u| report(u.text()))
        || sections > 3 && is_of_event(x, title)
    {
        "report"
    } else if sections > 3 {
        "brief"
    } else if names_a_meeting(x, title) {
        if keeps_minutes(x, title) {
            "minutes"
        } else {
            "report"
        }
    } else if !title.is_empty() && units.len() < 40 && is_headline(title) {
        "press_release"
    } else {
        "other"
    }
}

/// Whether one of the first paragraphs says that these are the minutes of a meeting.
fn calls_itself(x: &Extraction, front: &Front) -> bool {
    let told = x.lexicon.list(List::TypeMinutesTold);
    let mut lead = front.lead.iter();
    lead.any(|&i| told.starts(x.outline.units[i].text()).is_some())
}

/// A longer title tells more than which meeting it was.
const NAMED: usize = 6;

/// Whether the title is no more than the name of a meeting or body: `Working Group II`.
fn names_a_meeting(x: &Extraction, title: &Text) -> bool {
    let text = title.as_str();
    let body = x.lexicon.list(List::TypeBody).found_in(text);
    (body || is_of_event(x, title)) && text.split(' ').count() <= NAMED
}

/// Whether a meeting tells who came, or what became of its minutes.
fn keeps_minutes(x: &Extraction, title: &Text) -> bool {
    let meets = |t: &str| x.lexicon.list(List::TypeMeeting).found_in(t);
    let minutes = |t: &str| x.lexicon.list(List::TypeMinutes).found_in(t);
    let steps = x.lexicon.list(List::TypeMinutesInText);
    let mut texts = x.outline.units.iter().map(|u| u.text());
    let mut told = || texts.any(|t| steps.found_in(t) || minutes(t) && meets(t));
    meets(title.as_str()) && (!x.data.participants.is_empty() || told())
}

/// Whether a title may be a headline: a few words at least.
fn is_headline(title: &Text) -> bool {
    title.as_str().split(' ').count() >= 3
}

/// The headings that may title a whole report are among so many.
const FIRST: usize = 4;

/// So many units from the start may tell that a body met in due form.
const OPENING: usize = 6;

/// Whether steps that only minutes tell are told, or who came stands beside what each is to do.
fn is_minuted(x: &Extraction, title: &Text) -> bool {
    let steps = x.lexicon.list(List::TypeMinutesInText);
    let units = x.outline.units.iter().enumerate();
    let mut told = units.filter(|(_, u)| steps.found_in(u.text()));
    let first = told.next();
    let formal = first.is_some_and(|(i, _)| i < OPENING) && told.next().is_some();
    let tasks = || {
        let mut titles = x.outline.sections.iter().map(|s| s.title.as_str());
        titles.any(|t| titles_tasks(x.lexicon, t))
    };
    let meets = x.lexicon.list(List::TypeMeeting).found_in(title.as_str());
    formal || meets && !x.data.participants.is_empty() && (tasks() || calls_the_roll(x))
}

/// So far down at the head of a record stand those who came.
const HEAD: usize = 12;

/// Whether the head of the text has a label with those who came: `Attendees: A, B, C`.
fn calls_the_roll(x: &Extraction) -> bool {
    let first = x
        .data
        .participants
        .iter()
        .find(|p| p.rule.starts_with("attendance"));
    let place = first.and_then(|p| p.name.spans.cover());
    place.is_some_and(|place| {
        let above = x.outline.units.iter().take(HEAD);
        let mut places = above.filter_map(|u| u.flow.spans(0..u.flow.len()).cover());
        places.any(|unit| unit.overlaps(place))
    })
}

/// Whether one of its headings is `Meeting notes`, where people are listed who came, or one of the first is `Minutes 3/2031`.
fn holds_notes(x: &Extraction) -> bool {
    let minutes = x.lexicon.list(List::TypeMinutes);
    let mut titles = x.outline.sections.iter().map(|s| s.title.as_str());
    let numbered = |t: &str| {
        let rest = minutes.starts(t).map_or("", |len| t[len..].trim_start());
        rest.starts_with(|c: char| c.is_ascii_digit())
    };
    titles.clone().take(FIRST).any(numbered)
        || !x.data.participants.is_empty() && titles.any(|t| minutes.is(t))
}

/// Whether the title names an event.
fn is_of_event(x: &Extraction, title: &Text) -> bool {
    x.lexicon.list(List::EventNoun).found_in(title.as_str())
}

/// Whether lists tell apart who came and who did not, as minutes have it.
fn says_who_came(x: &Extraction, title: &Text) -> bool {
    let came = |how: &str| {
        let rows = x.data.participants.iter();
        rows.filter(|r| r.attendance.value == Some(how)).count()
    };
    let away = came("apologies") + came("absent");
    let present = came("present") + came("remote");
    // `Those present` may stand over the list of a workshop's report, too.
    let body = x.lexicon.list(List::TypeBody).found_in(title.as_str());
    let meets = x.lexicon.list(List::TypeMeeting).ends(title.as_str());
    let named = meets && title.as_str().split(' ').count() <= NAMED;
    let parts = x.outline.sections.len() > 3 && is_of_event(x, title) && !body && !named;
    away > 0 && x.data.participants.len() > away || present > 0 && !parts
}

/// Fewer rows with a time are no programme.
const ROWS: usize = 4;

/// So many parts of a report with running text make one.
const SECTIONS: usize = 2;

/// Running text is at least so long.
const PROSE: usize = 160;

/// Whether nearly nothing but a programme stands in the document.
fn is_programme(x: &Extraction) -> bool {
    let rows = x.data.agenda.iter();
    let timed = rows.filter(|r| r.start_time.value.is_some()).count();
    // Numbered items below a few times, or the steps of a committee.
    let steps = x.lexicon.list(List::AgendaBusiness);
    let rows = x.data.agenda.iter();
    let numbered = rows.filter(|r| steps.found_in(r.title.as_str())).count();
    let timed = if timed < 2 && numbered < ROWS {
        timed
    } else {
        x.data.agenda.len()
    };
    let others = x
        .free_units()
        .filter(|(_, u)| matches!(u.kind, UnitKind::Paragraph | UnitKind::Item))
        .filter(|(_, u)| u.text().len() >= PROSE)
        .count();
    // `Introduction`, `Discussion` over running text are a report's.
    let told = x.outline.sections.iter().filter(|s| {
        let named = x
            .lexicon
            .list(List::SectionWord)
            .starts(s.title.as_str())
            .is_some();
        let own = x.outline.units.get(s.own.clone()).unwrap_or(&[]);
        named
            && own
                .iter()
                .any(|u| u.kind == UnitKind::Paragraph && u.text().len() >= PROSE)
    });
    let report = told.count() >= SECTIONS;
    timed >= ROWS && others * 4 <= timed && x.data.participants.is_empty() && !report
}
