//! The title that a document prints as its own.

use super::refused::{has_role, is_below_time, is_counted, is_counted_part, is_house};
use super::rivals::{
    addressed, alone, below_kind, beside_bare, is_bare, is_credited, without_day, without_number,
    without_status,
};
use super::{Front, matter, run_on, series};
use crate::block::Style;
use crate::extract::Extraction;
use crate::flow::Flow;
use crate::lexicon::{List, Map};
use crate::outline::{Unit, UnitKind};
use crate::schema::Text;
use crate::tables::participants::tells_who_came;
use crate::value::date::{DateOrder, date_at, dates};
use crate::value::person::{Known, person};
use crate::value::place::{Place, place, places};
use crate::value::time::time_at;
use std::ops::Range;

/// The title, or nothing where the first lines are the heading of a section.
pub(super) fn title(x: &Extraction, front: &Front) -> Text {
    if let Some(title) = matter::title(x) {
        return title;
    }
    let told = crate::block::matter::place(&x.outline.source.text).map_or(0, |head| head.end);
    let mut lines = front.lines.iter().map(|&i| x.outline.units[i].text());
    let typed = lines.any(|t| is_typed(x, t));
    let topic = beside_bare(x, front);
    let best = front
        .lines
        .iter()
        .map(|&i| &x.outline.units[i])
        .filter(|u| u.flow.source_start() as usize >= told)
        .take_while(|u| !tells_who_came(x.lexicon, u.text()))
        .enumerate()
        .filter(|(i, u)| may_be_title(x, u) && (*i == 0 || !is_labelled(x, u.text())))
        .map(|(_, u)| u)
        .enumerate()
        .map(|(rank, u)| {
            let score = score(x, u, rank).saturating_sub(addressed(x, front, u));
            let own = score > 2 && !typed && series::is_above(x, u);
            let told = topic.is_some_and(|i| x.outline.units[i].block == u.block);
            let bare = topic.is_some() && is_bare(x, u.text());
            (
                score.saturating_sub(3 * u32::from(bare)) + 3 * u32::from(own || told),
                u,
            )
        })
        .filter(|(score, _)| *score >= 3)
        .max_by_key(|(score, u)| (*score, is_named(x, u.text()), std::cmp::Reverse(u.block)));
    match best {
        Some((_, unit)) => whole(x, unit),
        None => {
            let first = front.lines.first().map(|&i| alone(x, i));
            first
                .filter(|t| !t.is_empty())
                .unwrap_or_else(|| below_kind(x, front))
        }
    }
}

/// The line with the lines that it is wrapped over: where it stops after a small word, the next begins with one, or the
/// report prints both in a row elsewhere.
pub(super) fn whole(x: &Extraction, unit: &Unit) -> Text {
    let flow = match unit.kind {
        UnitKind::Heading(section) => &x.outline.sections[section].heading,
        _ => &unit.flow,
    };
    if let Some(end) = told(x, flow.as_str()) {
        return flow.cell(0..end);
    }
    // `TITLE` on the line above `: Summary of the talks`.
    let lead = flow.len()
        - flow
            .as_str()
            .trim_start_matches([':', ' ', '\u{2013}'])
            .len();
    let lead = lead.max(behind_label(x, flow.as_str()));
    let end = without_place(x, flow);
    if end == flow.len()
        && let Some(end) = run_on::cut(x, flow.as_str()).filter(|end| *end > lead)
    {
        return flow.cell(lead..end);
    }
    let lead = lead.max(series::behind(x, flow));
    let own = flow.as_str()[lead..end].trim_end_matches([' ', ',']);
    let mut title = flow.cell(lead..lead + own.len());
    if let Some(body) = body_above(x, unit) {
        let own = std::mem::replace(&mut title, body.flow.whole());
        title.append(" ", &own);
    }
    let small = |w: Option<&str>| w.is_some_and(|w| x.lexicon.list(List::SmallWord).is(w));
    let behind = x.outline.units.iter().skip_while(|u| u.block <= unit.block);
    for next in behind.take(4) {
        let open = small(title.value.rsplit(' ').next());
        // `A meeting was held` begins a sentence.
        let shouts = !next.text().contains(char::is_lowercase);
        let lower = next.text().starts_with(char::is_lowercase) || shouts;
        let goes_on = lower && small(next.text().split(' ').next());
        let joins = open
            || (goes_on && next.gap == 0)
            || is_spaced(x, &title.value, next)
            || recurs(x, &title.value, next)
            || run_on::goes_on(x, &title.value, next);
        let by = x.lexicon.list(List::Byline).starts(next.text()).is_some();
        let dated = date_at(next.text(), x.lexicon.lang(), DateOrder::default()).is_some();
        if !joins || by || (dated && !open) || next.text().len() > 160 {
            break;
        }
        title.append(" ", &next.flow.whole());
    }
    title
}

/// Whether a line goes on with a title set in lines with blank ones between: a small word first, and capitals as in the
/// title: `REGIONAL MEETING ON REEDS` over `FOR STAKEHOLDERS IN THE NORTH`.
fn is_spaced(x: &Extraction, title: &str, next: &Unit) -> bool {
    let text = next.text();
    let (Some((first, rest)), 1) = (text.split_once(' '), next.gap) else {
        return false;
    };
    let loud = |t: &str| !t.contains(char::is_lowercase);
    let big = |t: &str| t.split(' ').all(|w| w.starts_with(char::is_uppercase));
    let alike =
        loud(title) && loud(text) || big(text) && big(title) && title.split(' ').count() > 5;
    alike && x.lexicon.list(List::SmallWord).is(&first.to_lowercase()) && place(rest).is_none()
}

/// The body whose meeting a title only counts, on the line right above it: `EXPERT TEAM ON LAMPS` over `Fourth Session`.
fn body_above<'x, 'a>(x: &'x Extraction<'a>, unit: &Unit) -> Option<&'x Unit<'a>> {
    let text = unit.text();
    let (count, meeting) = text.split_once(' ')?;
    let counts = x.lexicon.map(Map::Ordinal).get(count).is_some()
        || count.starts_with(|c: char| c.is_ascii_digit()) && count.ends_with(char::is_alphabetic);
    // `TWELFTH REGULAR SESSION`
    let meeting = meeting.split_once(' ').map_or(meeting, |(_, noun)| noun);
    let loud = |t: &str| !t.contains(char::is_lowercase);
    let before = x
        .outline
        .units
        .iter()
        .rev()
        .find(|u| u.block < unit.block)?;
    let body = before.text();
    let words = body.split(' ').count();
    let called = words == 2 && x.lexicon.list(List::TypeBody).found_in(body);
    let named = (called || (3..=14).contains(&words))
        && body.starts_with(char::is_uppercase)
        && !body.ends_with(['.', ':', ';', ',']);
    let near = unit.gap == 0 || unit.gap == 1 && loud(text) && loud(body);
    let bare = counts && x.lexicon.list(List::EventNoun).is(meeting) && near;
    let order = DateOrder::default();
    (bare && named && dates(body, x.lexicon.lang(), order).is_empty()).then_some(before)
}

/// Where the title ends that has place and dates on a line of its own below it: `Town, Country, 21-22 May`.
pub(super) fn without_place(x: &Extraction, flow: &Flow) -> usize {
    let text = flow.as_str();
    let lines: Vec<Range<usize>> = flow.lines().collect();
    // The days on a line of their own, the place below them.
    let day = lines
        .iter()
        .skip(1)
        .find(|l| is_days(x, &text[(*l).clone()]));
    if let Some(head) = day.map(|l| text[..l.start].trim_end())
        && head.split(' ').count() >= 3
    {
        return head.len();
    }
    let last = match lines.as_slice() {
        [_, .., last] => last.clone(),
        _ => return text.len(),
    };
    let line = &text[last.clone()];
    let found = dates(line, x.lexicon.lang(), DateOrder::default());
    let dated = found.first().filter(|(r, _)| r.end + 2 >= line.len());
    let placed = dated.is_some_and(|(r, _)| {
        let head = line[..r.start].trim_end_matches([' ', ',', '(', '-', '\u{2013}']);
        head.is_empty() || place(head).is_some_and(|p| p.city.is_some()) || is_sited(x, head)
    });
    let head = text[..last.start].trim_end();
    match placed && head.split(' ').count() >= 3 {
        true => head.len(),
        false => text.len(),
    }
}

/// Whether a house stands before a town and its country: `Some Hotel, Oslo, Norway`.
pub(super) fn is_sited(x: &Extraction, text: &str) -> bool {
    let house = text.split_once(", ").map_or("", |(house, _)| house);
    let sited = |p: &Place| p.city.is_some() && p.country.is_some();
    x.lexicon.list(List::VenueNoun).found_in(house)
        && !x.lexicon.list(List::EventNoun).found_in(text)
        && places(text)
            .last()
            .is_some_and(|(r, p)| r.end == text.len() && sited(p))
}

/// Whether a line is days of a month and nothing else.
fn is_days(x: &Extraction, line: &str) -> bool {
    let found = dates(line, x.lexicon.lang(), DateOrder::default());
    let days: usize = found
        .iter()
        .filter(|(_, d)| d.start.day.is_some())
        .map(|(r, _)| r.len())
        .sum();
    days > 0 && days * 10 >= line.trim().len() * 8
}

/// Behind the words that say that a title follows: `Meeting title: ...`.
fn behind_label(x: &Extraction, text: &str) -> usize {
    let label = text.find(':').filter(|&colon| {
        let label = text[..colon].trim_end();
        x.lexicon.list(List::TypeTitleLabel).is(label)
    });
    label.map_or(0, |colon| text.len() - text[colon + 1..].trim_start().len())
}

/// So many units from the start tell what the report calls itself.
const OPENING: usize = 60;

/// Whether the report says a line and the one right below it in one run of text elsewhere.
fn recurs(x: &Extraction, line: &str, next: &Unit) -> bool {
    if next.gap > 0 || next.text().len() > 90 {
        return false;
    }
    let both = format!("{line} {}", next.text()).to_lowercase();
    let opening = x.outline.units.iter().take(OPENING);
    opening
        .filter(|u| u.text().len() >= both.len())
        .any(|u| u.text().to_lowercase().contains(&both))
}

/// Where `Minutes of the Annual Meeting held on 4 May 2015 at 2 pm in the hall` stops being a title.
pub(super) fn told(x: &Extraction, text: &str) -> Option<usize> {
    let list = |list| x.lexicon.list(list).find(text);
    let held = list(List::EventHeld).or_else(|| list(List::EventOpened))?;
    let dated = || !dates(&text[held.end..], x.lexicon.lang(), DateOrder::default()).is_empty();
    let head = text[..held.start].trim_end_matches([' ', ',', '(', '-', '\u{2013}']);
    ((is_typed(x, text) || dated()) && head.split(' ').count() >= 3).then_some(head.len())
}

/// Whether a line begins with the kind of document it is: `Report of ...`, `Minutes of ...`.
pub(super) fn is_typed(x: &Extraction, text: &str) -> bool {
    let types = [List::TypeReport, List::TypeMinutes, List::TypeSummaryRecord];
    let own = without_status(x, text);
    let typed = |l: &List| x.lexicon.list(*l).starts(own).is_some();
    text.split(' ').count() >= 4 && types.iter().any(typed)
}

/// `Minutes: those of May were read`: a label among others.
pub(super) fn is_labelled(x: &Extraction, text: &str) -> bool {
    starts_label(x, text, List::TypeMinutes)
}

/// Whether a text begins with a label of a list and its colon.
pub(super) fn starts_label(x: &Extraction, text: &str, list: List) -> bool {
    let len = x.lexicon.list(list).starts(text);
    len.is_some_and(|len| text[len..].trim_start().starts_with(':'))
}

/// Whether a word that titles have stands in a text; `Conference Room 3` is no conference.
fn is_named(x: &Extraction, text: &str) -> bool {
    names(x, text, &[List::TitleWord])
}

/// Whether a word of these lists stands in a text and not before the word for a house or a room.
pub(super) fn names(x: &Extraction, text: &str, lists: &[List]) -> bool {
    let house = x.lexicon.list(List::VenueNoun);
    let mut nouns = lists
        .iter()
        .flat_map(|l| x.lexicon.list(*l).find_iter(text));
    nouns.any(|(noun, _)| house.starts(text[noun.end..].trim_start()).is_none())
}

/// Whether a line names a person with a job behind a comma, and no meeting: `A. Novak, Head of Mission`.
pub(super) fn is_person_with_job(x: &Extraction, text: &str) -> bool {
    let found = || person(text, x.lexicon.lang(), &Known::default());
    let house = |name: &str| x.lexicon.list(List::VenueNoun).found_in(name);
    text.contains(", ")
        && found()
            .is_some_and(|p| p.job_title.is_some() && p.name.start == 0 && !house(&text[p.name]))
}

pub(super) fn may_be_title(x: &Extraction, unit: &Unit) -> bool {
    let text = unit.text();
    let lang = x.lexicon.lang();
    let words = text.split_whitespace().count();
    // `3/4/19 Lodge Minutes` has its day before it.
    let titles = |t: &str| x.lexicon.list(List::TypeMinutes).found_in(t) && t.trim().contains(' ');
    let meets = |t: &str| {
        t.trim().contains(' ') && !t.contains(['|', ',']) && x.lexicon.list(List::EventNoun).ends(t)
    };
    let only_date = date_at(text, lang, DateOrder::default()).is_some_and(|(len, _)| {
        len + 20 > text.len() && !titles(&text[len..]) && !meets(&text[len..])
    });
    let only_date = only_date || is_day_and_place(x, text);
    let only_time = time_at(text, lang).is_some();
    // `Some Town, Thursday 19 June 2014`
    let found = dates(text, lang, DateOrder::default());
    let placed = found.last().is_some_and(|(r, _)| {
        let head = text[..r.start].trim_end_matches([' ', ',', '(', '-', '\u{2013}']);
        let short = head.split_whitespace().count() <= 6;
        let meets = x.lexicon.list(List::EventNoun).found_in(head);
        r.end + 2 >= text.len() && short && !meets && place(head).is_some_and(|p| p.city.is_some())
    });
    let only_place =
        found.is_empty() && place(text).is_some_and(|p| p.city.is_some() || p.country.is_some());
    let undated = without_day(text, &found);
    let bare = without_number(undated);
    let numbered = bare.len() < undated.len() && x.lexicon.list(List::TypeOnly).is(bare);
    let only_type = numbered || x.lexicon.list(List::TypeOnly).is(text);
    let led = x.lexicon.list(List::OrganisedBy).starts(text).is_some() || is_credited(x, text);
    let ends = text.ends_with(['.', ';', ',', ':']) && !text.ends_with("...");
    let wrapped = || {
        let next = x.outline.units.iter().find(|u| u.block > unit.block);
        text.ends_with(',') && next.is_some_and(|next| run_on::goes_on(x, text, next))
    };
    // `The chair called the meeting to order at 6.30` is a step of the meeting.
    let steps = [List::EventOpens, List::EventOpened].map(|l| x.lexicon.list(l));
    let step = steps.iter().any(|l| l.found_in(text)) && !is_typed(x, text);
    // `Meeting held on 4 May 2015, in some room`
    let told_day = x
        .lexicon
        .list(List::EventNoun)
        .starts(text)
        .is_some_and(|len| {
            let rest = text[len..].trim_start();
            x.lexicon.list(List::EventHeld).starts(rest).is_some() && !found.is_empty()
        });
    let headed = matches!(unit.kind, UnitKind::Heading(_)) && text.ends_with(',');
    let named = || is_typed(x, text) && told(x, text).is_some();
    let ends = ends && !headed && !wrapped() && !named();
    words >= 2
        && text.len() <= 200
        && !ends
        && !only_date
        && !only_time
        && !only_place
        && !is_house(x, unit)
        && !placed
        && !only_type
        && !led
        && !step
        && !told_day
        && !text.contains('@')
        && !starts_label(x, text, List::VenueLabel)
        && !is_person_with_job(x, text)
        && !is_counted_part(x, text)
        && !is_counted(x, unit)
        && !has_role(x, text)
        && x.lexicon.list(List::AgendaPurpose).starts(text).is_none()
        && !is_below_time(x, unit)
}

/// The text of the unit above one.
pub(super) fn text_above<'x>(x: &'x Extraction, unit: &Unit) -> Option<&'x str> {
    let at = x.outline.units.partition_point(|u| u.block < unit.block);
    at.checked_sub(1).map(|i| x.outline.units[i].text())
}

/// `Monday, 4 May 2015, Some Room, Some House`: begins with a weekday and its date, and names no meeting.
fn is_day_and_place(x: &Extraction, text: &str) -> bool {
    let word = text.split([' ', ',']).next().unwrap_or("");
    let weekday = x.lexicon.map(Map::Weekday).get(word).is_some();
    let dated = || date_at(text, x.lexicon.lang(), DateOrder::default());
    let meets = |rest: &str| names(x, rest, &[List::TitleWord, List::EventNoun]);
    weekday && dated().is_some_and(|(len, _)| !meets(&text[len..]))
}

/// Evidence for a line: the words that titles have, being first, being set as a heading of its own kind.
fn score(x: &Extraction, unit: &Unit, rank: usize) -> u32 {
    let text = unit.text();
    let named = is_named(x, text);
    let typed = is_typed(x, text);
    // `FACULTY SENATE MINUTES`, but `APPROVAL OF THE MINUTES`.
    let last = text.rsplit(' ').nth(1).unwrap_or("");
    let noted = unit.number().is_none()
        && !x.lexicon.list(List::Article).is(last)
        && (3..=8).contains(&text.split(' ').count())
        && !text.contains(':')
        && x.lexicon.list(List::TypeMinutes).ends(text)
        && !x.lexicon.list(List::TypeMinutes).is(text);
    // `Report on the Third Workshop on Mills` below the body that it was written for.
    let reported = x.lexicon.list(List::TypeReport).starts(text).is_some()
        && x.lexicon.list(List::EventNoun).found_in(text)
        && text.split(' ').count() >= 6;
    // `5th River Days - Agenda` opens a programme.
    let planned = rank == 0
        && (3..=12).contains(&text.split(' ').count())
        && !text.contains(':')
        && x.lexicon.list(List::HeadingAgenda).ends(text);
    // `Agenda of the Technical Workshop`, `Programme: 5th River Days`
    let behind = x.lexicon.list(List::HeadingAgenda).starts(text);
    let planned = planned
        || rank == 0
            && behind.is_some_and(|len| {
                names(x, &text[len..], &[List::EventNoun]) && text.split(' ').count() >= 4
            });
    let told =
        u32::from(typed) + 3 * u32::from(noted) + 2 * u32::from(planned) + u32::from(reported);
    let mut score = 2 * u32::from(named) + u32::from(rank == 0) + told;
    if let UnitKind::Heading(section) = unit.kind {
        let style = x.outline.sections[section].style;
        let alike = x
            .outline
            .sections
            .iter()
            .filter(|s| s.style == style && s.style.is_some())
            .count();
        score += match style {
            Some(Style::Hash(1)) if alike == 1 => 4,
            _ if alike == 1 => 2,
            Some(Style::Numbered { .. }) => 0,
            _ => u32::from(named),
        };
        if matches!(style, Some(Style::Numbered { .. } | Style::Ordered { .. })) && !named {
            return 0;
        }
    } else if named {
        score += 1;
    }
    let section_word = x.lexicon.list(List::SectionWord).starts(text).is_some();
    if section_word && !planned { 0 } else { score }
}
