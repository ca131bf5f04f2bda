//! What kind of document it is: by the words of its first lines, else by what it holds.

use super::{Front, TYPES};
use crate::extract::Extraction;
use crate::lexicon::List;
use crate::outline::UnitKind;
use crate::schema::{Choice, Text};

/// The words of each type, in the order in which they decide.
const CUES: &[(List, &str)] = &[
    (List::TypeSummaryRecord, "summary_record"),
    (List::TypeMinutes, "minutes"),
    (List::TypePressRelease, "press_release"),
    (List::TypeReport, "report"),
    (List::TypeBrief, "brief"),
    (List::TypeAgenda, "agenda"),
];

/// The document's type.
pub(super) fn kind(x: &Extraction, front: &Front, title: &Text) -> Choice {
    debug_assert!(CUES.iter().all(|(_, kind)| TYPES.contains(kind)));
    let lines = front.lines.iter().map(|&i| &x.outline.units[i]);
    let lines = lines.filter(|u| u.text().len() <= 120 && !u.text().ends_with('.'));
    let texts = std::iter::once(title.as_str()).chain(lines.map(|u| u.text()));
    let texts: Vec<&str> = texts.collect();
    for (cue, kind) in CUES {
        let list = x.lexicon.list(*cue);
        // A programme is also what many organisations run, so that only a line of its own tells an agenda.
        let alone = *cue == List::TypeAgenda;
        let tells = |t: &&str| if alone { list.is(t) } else { list.found_in(t) };
        if texts.iter().copied().any(|t| tells(&t)) {
            return Choice::derived(kind);
        }
    }
    Choice::derived(by_content(x, front, title))
}

/// Without a word: parts of a report make a report; prose alone a brief, and under one headline a press release.
fn by_content(x: &Extraction, front: &Front, title: &Text) -> &'static str {
    let units = &x.outline.units;
    let report = |u: &str| x.lexicon.list(List::TypeReportInText).found_in(u);
    let tables = units.iter().any(|u| matches!(u.kind, UnitKind::Grid(_)));
    let sections = x.outline.sections.len();
    if tables || units.iter().any(|u| report(u.text())) && sections > 6 {
        "report"
    } else if front.tells_several_events(x) || sections > 3 {
        "brief"
    } else if !title.is_empty() && units.len() < 40 {
        "press_release"
    } else {
        "other"
    }
}
