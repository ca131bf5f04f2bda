//! What a heading, label or line that serves as one is to the outcomes below it.

use super::heading::{Head, head, without_number};
use super::kind::Kind;
use super::label::label_number;
use super::sentence::read;
use super::subject::without_leading;
use crate::extract::Extraction;
use crate::flow::Flow;
use crate::lexicon::{Lexicon, List, Map};
use crate::outline::{Outline, Section, Unit, UnitKind};
use crate::schema::Text;
use crate::span::Span;
use crate::tables::is_symbol;
use crate::value::date::date_at;
use crate::value::misread::unmisread;
use crate::value::person::is_given_name;
use crate::value::sentence::sentences;

/// Whether a heading is one of a row of parts, told by its word and number.
pub(super) fn is_one_of(x: &Extraction, unit: &Unit) -> bool {
    let UnitKind::Heading(section) = unit.kind else {
        return false;
    };
    let own = &x.outline.sections[section];
    own.label.is_some() && own.number.is_some()
}

/// A plan of parts has so many headings below its own.
const PARTS: usize = 2;

/// `Work plan` over bullets and nothing else, perhaps under headings of their own, and then perhaps behind a passage on how it was
/// made: what is to be done. Over other passages the plan is a matter that was talked of.
pub(super) fn plan(x: &Extraction, unit: &Unit) -> Option<Head> {
    let UnitKind::Heading(section) = unit.kind else {
        return None;
    };
    let section = &x.outline.sections[section];
    if !is_planned(x, section) {
        return None;
    }
    let below = &x.outline.units[section.all.clone()];
    let is_heading = |u: &Unit| matches!(u.kind, UnitKind::Heading(_));
    let told = |u: &Unit| u.kind == UnitKind::Paragraph;
    let opening = below.iter().skip_while(|u| is_heading(u));
    let opening = opening.take_while(|u| !is_heading(u));
    let parts = below
        .iter()
        .filter(|u| is_heading(u) && u.kind != unit.kind);
    let parted = parts.count() >= PARTS;
    // Whatever stands before the parts of a plan tells of it.
    let introduced = parted && opening.clone().all(told);
    let start = if introduced { opening.count() } else { 0 };
    let items = below.iter().filter(|u| !is_heading(u));
    let mut own = items.skip(start).peekable();
    let bullet = |u: &Unit| u.kind == UnitKind::Item && u.number().is_none();
    (own.peek().is_some() && own.all(bullet)).then(|| Head {
        kinds: vec![Kind::ActionItem],
        weak: false,
        second: false,
    })
}

fn is_planned(x: &Extraction, section: &Section) -> bool {
    let title = section.title.as_str().trim_end_matches([':', ' ']);
    x.lexicon.list(List::OutcomePlanned).is(title)
}

/// Whether a passage stands right below the heading of a plan: it tells how that was made.
pub(super) fn tells_of_plan(x: &Extraction, at: usize) -> bool {
    let unit = &x.outline.units[at];
    let section = x.outline.sections.get(unit.section);
    unit.kind == UnitKind::Paragraph && section.is_some_and(|s| is_planned(x, s))
}

/// Whether a heading names what a report ends with.
pub(super) fn is_end(head: &Head) -> bool {
    let ends = [
        Kind::Conclusion,
        Kind::Recommendation,
        Kind::NextStep,
        Kind::ActionItem,
    ];
    head.kinds.first().is_some_and(|k| ends.contains(k))
}

/// Whether a heading names what groups find rather than what a meeting ends with.
pub(super) fn is_finding(head: &Head) -> bool {
    let found = [Kind::Challenge, Kind::Solution, Kind::Opportunity];
    head.kinds.first().is_some_and(|k| found.contains(k))
}

/// `Background`, `History of the fund`, `Background and context`.
pub(super) fn is_background(lexicon: &Lexicon, title: &str) -> bool {
    let list = lexicon.list(List::OutcomeBackground);
    let text = without_leading(lexicon, without_number(title), List::Article);
    let Some(len) = list.starts(text) else {
        return false;
    };
    let rest = text[len..].trim_start();
    let goes_on = [List::OutcomeOf, List::OutcomeTo, List::OutcomeOn];
    let about = goes_on
        .iter()
        .any(|&l| lexicon.list(l).starts(rest).is_some());
    let and = lexicon.list(List::RangeAnd).starts(rest);
    let twice = and.is_some_and(|len| list.is(rest[len..].trim()));
    rest.is_empty() || about || twice
}

/// Whether a line is to be filled in: `Actions agreed: ........`.
pub(super) fn is_blank_form(text: &str) -> bool {
    text.contains("....") || text.contains("___") || text.contains("\u{2026}\u{2026}")
}

/// `See action 6.`: a few words that only say where it stands.
pub(super) fn points_elsewhere(lexicon: &Lexicon, text: &str) -> bool {
    let text = text.trim();
    lexicon.list(List::HeadingElsewhere).starts(text).is_some() && text.split(' ').count() <= 4
}

pub(super) fn depth(outline: &Outline, unit: &Unit) -> u16 {
    let level = u16::from(outline.sections[unit.section].level) * 4;
    match unit.kind {
        UnitKind::Heading(_) => level,
        UnitKind::Label => level + 3,
        _ => {
            let number = unit
                .number()
                .map_or(1, |n| n.value.split('.').count() as u16);
            level + number.clamp(1, 2)
        }
    }
}

/// The words of a heading without its number and sign.
pub(super) fn title<'s>(outline: &Outline<'s>, unit: &Unit<'s>) -> Flow<'s> {
    if let UnitKind::Heading(section) = unit.kind {
        return outline.sections[section].title.clone();
    }
    let text = unit.text();
    let at = text.len() - without_number(text).len();
    let end = text.trim_end_matches([':', ' ']).len();
    unit.flow.slice(at..end.max(at))
}

/// Whether list items stand between a heading and the next.
pub(super) fn own_list(outline: &Outline, at: usize) -> bool {
    let below = outline.units[at + 1..].iter();
    let own = below.take_while(|u| !matches!(u.kind, UnitKind::Heading(_) | UnitKind::Label));
    let mut items = own.filter(|u| u.kind == UnitKind::Item);
    let first = outline.units.get(at + 1);
    let at_once = first.is_some_and(|u| u.kind == UnitKind::Item);
    at_once || items.nth(1).is_some()
}

/// Whether another heading stands right below a heading.
pub(super) fn starts_with_heading(outline: &Outline, at: usize) -> bool {
    let below = outline.units.get(at + 1);
    below.is_some_and(|u| matches!(u.kind, UnitKind::Heading(_)))
}

/// Whether nothing but list items stands between a heading and the next.
pub(super) fn only_list(outline: &Outline, at: usize) -> bool {
    let below = outline.units[at + 1..].iter();
    let mut own = below.take_while(|u| !matches!(u.kind, UnitKind::Heading(_)));
    own.next().is_some_and(|u| u.kind == UnitKind::Item) && own.all(|u| u.kind == UnitKind::Item)
}

/// Whether the units below an anchor tell challenges or solutions.
pub(super) fn has_answers(x: &Extraction, at: usize, anchor: u16) -> bool {
    let below = x.outline.units[at + 1..].iter();
    let own = below
        .take_while(|u| !matches!(u.kind, UnitKind::Heading(_)) || depth(x.outline, u) > anchor);
    any_answers(x, own)
}

/// Whether the paragraphs between a heading and the next tell challenges or solutions.
pub(super) fn tells_answers(x: &Extraction, at: usize) -> bool {
    let below = x.outline.units[at + 1..].iter();
    any_answers(
        x,
        below.take_while(|u| !matches!(u.kind, UnitKind::Heading(_))),
    )
}

fn any_answers<'u>(x: &Extraction, mut units: impl Iterator<Item = &'u Unit<'u>>) -> bool {
    let tells = |u: &Unit| sentences(u.text(), x.lexicon).any(|s| answers(x.lexicon, &u.text()[s]));
    units.any(|u| u.kind == UnitKind::Paragraph && tells(u))
}

/// Whether a sentence announces or names a challenge or a solution.
fn answers(lexicon: &Lexicon, sentence: &str) -> bool {
    let reading = read(lexicon, sentence);
    let kind = reading.announces.or(reading.equates);
    matches!(kind, Some(Kind::Challenge | Kind::Solution))
}

/// Whether the first sentence below a heading presents an idea of which a later one names a challenge or a solution.
pub(super) fn presents_idea(x: &Extraction, at: usize) -> bool {
    let below = x.outline.units[at + 1..].iter();
    let own = below.take_while(|u| !matches!(u.kind, UnitKind::Heading(_)));
    let mut texts = own
        .filter(|u| u.kind == UnitKind::Paragraph)
        .flat_map(|u| sentences(u.text(), x.lexicon).map(|s| &u.text()[s]));
    let Some(first) = texts.next() else {
        return false;
    };
    let reading = read(x.lexicon, first);
    let presents = reading.announces.or(reading.equates) == Some(Kind::Opportunity);
    presents && texts.any(|t| answers(x.lexicon, t))
}

/// So many paragraphs present an idea.
const PRESENTED: usize = 2;

/// Whether a paragraph or two stand below a heading, then the labels of challenges and of solutions over their lists, before
/// the next heading: the paragraph presents an idea.
pub(super) fn answered_below(x: &Extraction, at: usize) -> bool {
    let below = x.outline.units[at + 1..].iter();
    let mut own = below
        .take_while(|u| !matches!(u.kind, UnitKind::Heading(_)))
        .peekable();
    let mut told = 0;
    while own.next_if(|u| u.kind == UnitKind::Paragraph).is_some() {
        told += 1;
    }
    if !(1..=PRESENTED).contains(&told) {
        return false;
    }
    let labels = own.filter(|u| u.kind == UnitKind::Label);
    let kinds: Vec<Kind> = labels
        .take(3)
        .filter_map(|u| head(x.lexicon, u.text()))
        .flat_map(|h| h.kinds)
        .collect();
    kinds.first() == Some(&Kind::Challenge) && kinds.contains(&Kind::Solution)
}

/// Whether a heading titles what the meeting was about: with a number of its own, or anywhere but in a brief on several
/// `events`.
pub(super) fn is_item(x: &Extraction, at: usize, unit: &Unit, events: bool) -> bool {
    let numbered = match unit.kind {
        UnitKind::Heading(section) => {
            let own = &x.outline.sections[section];
            // `Agenda item 3: Bridges`
            let item = |l: &Text| x.lexicon.list(List::AgendaItem).is(l.as_str());
            own.number.is_some() && own.label.as_ref().is_none_or(item)
        }
        UnitKind::Label => false,
        _ => unit.number().is_some() || without_number(unit.text()).len() < unit.text().len(),
    };
    numbered
        || match unit.kind {
            UnitKind::Label => document_type(x) == Some("minutes") && is_over_text(x, at, unit),
            _ => !events,
        }
}

/// Whether the report is a brief on several events, whose parts they head.
pub(super) fn is_of_events(x: &Extraction) -> bool {
    document_type(x) == Some("brief") && x.data.sessions.iter().any(|s| s.rule == "event-heading")
}

fn document_type(x: &Extraction) -> Option<&'static str> {
    x.data.reports.first().and_then(|r| r.document_type.value)
}

/// Whether a label stands over what was said of its topic, as `BUDGET:` does; not over a list, nor over those who came.
fn is_over_text(x: &Extraction, at: usize, unit: &Unit) -> bool {
    let below = x.outline.units.get(at + 1);
    let text = unit.text().trim_end_matches([':', ' ']);
    let attendance = [
        List::HeadingParticipants,
        List::AttendancePresent,
        List::AttendanceAbsent,
        List::AttendanceApologies,
    ];
    below.is_some_and(|u| u.kind == UnitKind::Paragraph)
        && x.claimed_by(at + 1).is_none()
        && x.claimed_by(at).is_none()
        && !attendance.iter().any(|&l| x.lexicon.list(l).found_in(text))
        && !x.lexicon.list(List::SayOffice).is(text)
}

/// Whether a heading has the word and number of a group, panel or theme.
pub(super) fn is_grouped(x: &Extraction, unit: &Unit) -> bool {
    let UnitKind::Heading(section) = unit.kind else {
        return false;
    };
    let label = x.outline.sections[section].label.as_ref();
    label.is_some_and(|l| {
        x.lexicon
            .list(List::OutcomeGrouped)
            .is(&unmisread(l.as_str()))
    })
}

/// `Recommendation No. 2`: a label with its number, and no more.
fn is_only_label(lexicon: &Lexicon, text: &str) -> bool {
    let number = label_number(lexicon, text);
    let text = text.trim_end_matches([':', '.', ' ']);
    number.is_some_and(|n| n.end >= text.len())
}

/// `Report of the workshop`, `TEAM REPORT 2031/04`, `Acta n.\u{ba} 4/2031`: what the report calls itself at the head of its pages.
fn names_document(lexicon: &Lexicon, text: &str, year: bool) -> bool {
    let own = without_leading(lexicon, text, List::Article);
    let opens = |list| lexicon.list(list).starts(own).is_some();
    let report = lexicon.list(List::TypeReport);
    let meeting = || lexicon.list(List::OutcomeMeeting).found_in(text);
    year && (report.found_in(text) || opens(List::TypeMinutes))
        || opens(List::TypeReport) && meeting()
}

/// What stands over those who spoke.
const BOXES: [List; 5] = [
    List::RoleSpeaker,
    List::RoleModerator,
    List::RolePanelist,
    List::RoleChair,
    List::RolePresenter,
];

/// Whether a heading can be a topic.
pub(super) fn is_topic(x: &Extraction, names: &[Span], unit: &Unit, text: &str) -> bool {
    let parts = [List::OutcomeNotTopic, List::HeadingAgenda];
    let plain = unmisread(text);
    let part = parts.iter().any(|l| x.lexicon.list(*l).is(text))
        || BOXES.iter().any(|l| x.lexicon.list(*l).is(&plain));
    let words = || text.split(|c: char| !c.is_alphanumeric());
    let year = words().any(|w| w.len() == 4 && w.bytes().all(|b| b.is_ascii_digit()));
    // `Budget 2031` is a topic, `Lind, May 2031` and `Workshop 2031` tell of the meeting.
    let meets = |w: &str| {
        x.lexicon.map(Map::Month).get(w).is_some() || x.lexicon.list(List::OutcomeMeeting).is(w)
    };
    let dated = year && words().any(meets);
    // `Day 1 - Friday 4 March`
    let order = x.options.date_order.unwrap_or_default();
    let day = || date_at(text, x.lexicon.lang(), order).is_some_and(|(len, _)| len == text.len());
    let whole = match unit.kind {
        UnitKind::Heading(section) => {
            let all = &x.outline.sections[section].all;
            all.len() * 5 >= x.outline.units.len() * 4
        }
        _ => false,
    };
    // `TRC/PLEN/19` is a paper, `Recommendation No. 2` a label.
    let named_paper = is_symbol(text) || is_only_label(x.lexicon, unit.text());
    // `11/13/18 - 2 -`: the line of a page.
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let signs = letters * 2 < text.chars().count();
    // `Ana: ...` is said, and `Sue B. Example` is somebody.
    let who = text.split(": ").next().filter(|w| w.len() < text.len());
    let said = who.is_some_and(|w| is_given_name(w) || x.roster.find(w).is_some());
    let first = unit.text().split(' ').next().unwrap_or("");
    let capitals = unit
        .text()
        .split(' ')
        .all(|w| w.starts_with(char::is_uppercase));
    let named =
        is_given_name(first) && capitals && (2..=4).contains(&unit.text().split(" ").count());
    let place = unit.flow.spans(0..unit.flow.len()).cover();
    let listed = place.is_some_and(|place| {
        let behind = names.partition_point(|n| n.start < place.end);
        names[..behind].last().is_some_and(|n| n.overlaps(place))
    });
    let report = x.data.reports.first();
    let titles = report.is_some_and(|r| r.title.value == text);
    // A sentence that was taken for a heading.
    let plain = text.split(" (").next().unwrap_or(text);
    let told = x.lexicon.list(List::OutcomePast).found_in(plain)
        || sentences(plain, x.lexicon).nth(1).is_some();
    // `After a long debate the Board`, over what it resolved.
    let opens = x.lexicon.list(List::OutcomeWithin).starts(text).is_some()
        && x.lexicon.list(List::OutcomeGroup).ends(text);
    let own_name = names_document(x.lexicon, text, year);
    // `The call of Lind: Significance and Next Steps`
    let ends = || {
        let (_, last) = text.rsplit_once(": ")?;
        let tail = x.lexicon.list(List::RangeAnd).find_iter(last).last();
        head(
            x.lexicon,
            tail.map_or(last, |(and, _)| last[and.end..].trim_start()),
        )
    };
    !(part
        || own_name
        || ends().is_some()
        || named_paper
        || dated
        || whole
        || titles
        || told
        || opens
        || listed
        || signs
        || said
        || named
        || text.is_empty()
        || day())
}
