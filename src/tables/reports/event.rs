//! The event that the document reports: when, where, by whom.

use super::completed::complete;
use super::organisers::organisers;
use super::place::{line_place, place};
use super::stacked::{is_day, told_apart};
use super::title::without_place;
use super::town::{opening_town, town_line};
use super::venue::{building, venue, venue_line};
use super::when::{date, date_of_document, date_posted, headed, month, placed_date, posted};
use super::{Front, Report, fields, held, sited};
use crate::block::Kind;
use crate::extract::{DateOrder, Extraction};
use crate::flow::Flow;
use crate::lexicon::List;
use crate::outline::Unit;
use crate::schema::{Date, Time};
use crate::value::date::dates;
use crate::value::place::{Place, city, country, place as a_place};
use crate::value::sentence::sentences;
use crate::value::time::{Day, time_at};

/// Fills the event's columns.
pub(super) fn fill(x: &Extraction, front: &Front, report: &mut Report) {
    fields::fill(x, report);
    let placed = held::dated(x, front).or_else(|| placed_date(x, front));
    let mut by = By::default();
    if let Some(&unit) = front.lines.iter().find(|&&i| tells_all(x, i)) {
        let flow = &x.outline.units[unit].flow;
        line_place(x, flow, 0..flow.len(), report);
    }
    for &unit in &front.lines {
        if by.takes(x, &x.outline.units[unit], report) {
            continue;
        }
        let lines = told_apart(x, &x.outline.units[unit].flow);
        for flow in &lines {
            // `4. Letter from the boat club` is an item of the body.
            let item = x.outline.units[unit].number().is_some() && !flow.as_str().contains(':');
            if item || fields::line(x, flow, report) || date_posted(x, flow, report) {
                continue;
            }
            match placed {
                Some(placed) if unit < placed => {
                    if date_of_document(x, flow, report) {
                        continue;
                    }
                }
                _ => date(x, flow, 0..flow.len(), report),
            }
            let dated = lines.len() > 1 && lines.iter().any(|l| is_day(x, l.as_str()));
            front_line(x, unit, flow, dated, report);
        }
    }
    if report.document_date.value == report.event_start.value {
        report.document_date = Date::default();
    }
    for (rank, &unit) in front.lead.iter().enumerate() {
        let flow = &x.outline.units[unit].flow;
        for (nth, sentence) in sentences(flow.as_str(), x.lexicon).take(6).enumerate() {
            let text = &flow.as_str()[sentence.clone()];
            let opens = nth == 0 && x.lexicon.list(List::EventOpens).found_in(text);
            let minuted = x.lexicon.list(List::TypeMinutesTold).starts(text).is_some();
            let held = opens || minuted || x.lexicon.list(List::EventHeld).found_in(text);
            if held && nth == 0 {
                opening_town(x, flow, sentence.clone(), report);
            }
            let named = x.lexicon.list(List::EventNoun).found_in(text);
            if held && named && rank == 0 && nth < 2 {
                posted(x, front, flow, sentence.clone(), report);
            }
            let before = report.event_start.is_empty();
            if held || named {
                date(x, flow, sentence.clone(), report);
            }
            let dated = before && !report.event_start.is_empty();
            if held {
                building(x, flow, sentence.clone(), report);
                venue(x, flow, sentence.clone(), report);
            }
            if held || dated {
                place(x, flow, sentence.clone(), report);
            }
            if held {
                complete(x, flow, sentence.clone(), report);
                organisers(x, flow, sentence, report);
            }
        }
    }
    if report.event_start.is_empty() {
        footer(x, report);
    }
    if report.event_start.is_empty() {
        headed(x, report);
    }
    if report.event_start.is_empty() {
        month(x, front, report);
    }
}

/// Whether a line is a town, its country and the days, and nothing else: it tells the place, whatever town stands in the
/// title: `TOWN, COUNTRY, 7-9 JUNE 2032`.
fn tells_all(x: &Extraction, unit: usize) -> bool {
    let text = x.outline.units[unit].text();
    let order = x.options.date_order.unwrap_or(DateOrder::Dmy);
    let found = dates(text, x.lexicon.lang(), order);
    let Some((when, _)) = found
        .first()
        .filter(|(r, d)| r.end == text.len() && d.start.day.is_some())
    else {
        return false;
    };
    let head = text[..when.start].trim_end_matches([' ', ',', '(', '-', '\u{2013}']);
    let known = |p: Place| p.city.is_some_and(|r| city(&head[r]).is_some()) && p.country.is_some();
    let plain = !text.contains(['|', '\u{b7}', '\u{2022}']);
    plain && head.split(' ').count() <= 6 && a_place(head).is_some_and(known)
}

/// The names below a label of their own: `Convened by:` over a body and its office, `Printed by:` over a house.
#[derive(Default)]
struct By {
    /// Whether the names are those of organisers, if there is such a label.
    organised: Option<bool>,
    /// Whether none stood below it yet.
    first: bool,
}

impl By {
    /// Whether a line is such a label or a name below it.
    fn takes(&mut self, x: &Extraction, unit: &Unit, report: &mut Report) -> bool {
        let bare = || Some(unit.text()).filter(|t| x.lexicon.list(List::OrganisedBy).is(t));
        let label = unit.text().strip_suffix(':').map(str::trim).or_else(bare);
        let is = |list| label.is_some_and(|l| x.lexicon.list(list).is(l));
        let organised = is(List::OrganisedBy);
        if organised || is(List::IssuedBy) {
            (self.organised, self.first) = (Some(organised), true);
            return true;
        }
        let beside = std::mem::take(&mut self.first) || unit.gap == 0;
        let order = x.options.date_order.unwrap_or(DateOrder::Dmy);
        let dated = || !dates(unit.text(), x.lexicon.lang(), order).is_empty();
        if label.is_some() || !beside || dated() || is_place(unit.text()) {
            self.organised = None;
        }
        let organises = self.organised == Some(true) && report.organisers.is_empty();
        if organises || self.organised == Some(true) && unit.gap == 0 {
            report.organisers.append("; ", &unit.flow.whole());
        }
        self.organised.is_some()
    }
}

/// What a line of the title page tells beside the day; `dated`: that a line beside it tells the day.
fn front_line(x: &Extraction, unit: usize, flow: &Flow, dated: bool, report: &mut Report) {
    let whole = 0..flow.len();
    time(x, flow, report);
    below_label(x, unit, report);
    held::fill(x, flow, report);
    let in_title = report
        .title
        .spans
        .iter()
        .any(|s| s.range().contains(&(flow.source_start() as usize)));
    // The body whose paper it is stands above all: `University of X`.
    let addressed = flow.as_str().contains(|c: char| c.is_ascii_digit());
    let headed = !report.event_start.is_empty() || starts_below_title(report, flow) || addressed;
    let listed = x.claimed_by(unit) == Some("participants");
    if !in_title && headed && !listed {
        let placed = starts_below_title(report, flow) && is_beside_date(x, unit);
        if !sited::fill(x, flow, placed, report) {
            venue_line(x, flow, report);
        }
    }
    building(x, flow, whole.clone(), report);
    let beside = || is_town(x, flow.as_str()) && (dated || is_beside_date(x, unit));
    match without_place(x, flow) {
        _ if !listed && (is_place(flow.as_str()) || beside()) => {
            line_place(x, flow, whole.clone(), report);
        }
        head if head < flow.len() => line_place(x, flow, head..flow.len(), report),
        _ => place(x, flow, whole.clone(), report),
    }
    town_line(x, flow, report);
    organisers(x, flow, whole, report);
}

/// Whether a line is a town of the gazetteer with its country and nothing else: `Sapporo, Hokkaido, Japan`.
fn is_place(text: &str) -> bool {
    let plain = |c: char| c.is_alphabetic() || " ,'-".contains(c);
    let known = |p: Place| p.city.is_some_and(|r| city(&text[r]).is_some()) && p.country.is_some();
    text.contains(',') && text.chars().all(plain) && a_place(text).is_some_and(known)
}

/// Whether a line stands below the title.
fn starts_below_title(report: &Report, flow: &Flow) -> bool {
    let title = report.title.spans.cover();
    title.is_some_and(|t| t.end <= flow.source_start())
}

/// Whether a line is a town, known or not, and its country: `Some Town, Norway`.
fn is_town(x: &Extraction, text: &str) -> bool {
    let Some((town, land)) = text.split_once(", ") else {
        return false;
    };
    let mut words = town.split(' ');
    let named = words.clone().count() <= 3 && words.all(|w| w.starts_with(char::is_uppercase));
    let noun = |list| x.lexicon.list(list).found_in(town);
    let other = noun(List::VenueNoun) || noun(List::TitleWord) || town.contains(':');
    named && !other && country(land).is_some()
}

/// Whether a date stands right above or below a unit.
fn is_beside_date(x: &Extraction, unit: usize) -> bool {
    let order = x.options.date_order.unwrap_or(DateOrder::Dmy);
    let dated = |at: Option<usize>| {
        let unit = at.and_then(|at| x.outline.units.get(at));
        unit.is_some_and(|u| {
            u.text().len() <= 60 && !dates(u.text(), x.lexicon.lang(), order).is_empty()
        })
    };
    dated(unit.checked_add(1)) || dated(unit.checked_sub(1))
}

/// A title shorter than this may begin any line.
const LEAST_TITLE: usize = 12;

/// Where the first pages are silent, the running foot or the last lines may tell: `Meeting on Ponds, Oslo, 4 May 2015 - 1`.
fn footer(x: &Extraction, report: &mut Report) {
    let outline = x.outline;
    let last = outline
        .blocks
        .iter()
        .rev()
        .filter(|b| b.kind != Kind::Blank);
    let foot = outline.blocks.iter().filter(|b| b.kind == Kind::Furniture);
    let first = outline.units.first().map(|u| u.text());
    for block in foot
        .take(5)
        .chain(last.take(3))
        .filter(|b| b.body.len() <= 160)
    {
        let flow = outline.layout.clean(block.body);
        let titles = [Some(report.title.value.as_str()), first];
        let begins = |t: &str| t.len() >= LEAST_TITLE && flow.as_str().starts_with(t);
        let titled = titles.into_iter().flatten().any(begins);
        if titled || x.lexicon.list(List::TitleWord).found_in(flow.as_str()) {
            date(x, &flow, 0..flow.len(), report);
            place(x, &flow, 0..flow.len(), report);
            town_line(x, &flow, report);
        }
    }
}

/// A time or house on the line below its label: `Meeting time:` above `13:00 - 14:30`.
fn below_label(x: &Extraction, unit: usize, report: &mut Report) {
    let units = &x.outline.units;
    let label = units[unit].text().trim_end();
    let (Some(label), Some(below)) = (label.strip_suffix(':'), units.get(unit + 1)) else {
        return;
    };
    let is = |list| x.lexicon.list(list).is(label.trim_end());
    let value = below.text();
    if is(List::SessionTime) {
        time(x, &below.flow, report);
    } else if is(List::VenueLabel)
        && report.venue.is_empty()
        && value.starts_with(char::is_uppercase)
        && value.len() <= 90
        && !value.ends_with([':', '.'])
    {
        report.venue = below.flow.whole();
    }
}

/// A line that is a time or range, or the time behind the date on its line.
pub(super) fn time(x: &Extraction, flow: &Flow, report: &mut Report) {
    let text = flow.as_str();
    let lang = x.lexicon.lang();
    let order = x.options.date_order.unwrap_or(DateOrder::Dmy);
    let found = dates(text, lang, order);
    // `The talk on oars was put off to 24 July at 8:30 pm.`
    let own = report.event_start.value;
    let other = own.is_some() && found.iter().all(|(_, d)| Some(d.start) != own);
    if other && !found.is_empty() && text.ends_with('.') && !text.ends_with(".m.") {
        return;
    }
    let behind_date = found.last().map(|(r, _)| r.end);
    let tail = |at: usize| {
        at + text[at..].len()
            - text[at..]
                .trim_start_matches([',', ' ', '-', '\u{2013}', '('])
                .len()
    };
    let mut starts = vec![0];
    // `Time: 14:00 - 16:00`
    let label = x.lexicon.list(List::SessionTime).starts(text);
    let value = label.filter(|&len| text[len..].trim_start().starts_with(':'));
    starts.extend(value.map(|len| text.len() - text[len..].trim_start_matches([':', ' ']).len()));
    if let Some(end) = behind_date {
        starts.push(tail(end));
        let at = x.lexicon.list(List::EventTimeAt).find(&text[end..]);
        starts.extend(at.map(|r| tail(end + r.end)));
    }
    // `of 3 May 9h30-12h30 (approved on 4 June)`
    starts.extend(found.iter().rev().skip(1).map(|(r, _)| tail(r.end)));
    if !report.start_time.is_empty() {
        return;
    }
    let read = |start: usize| Some((start, time_at(&text[start..], lang)?));
    // `2031-05-04 00:00:00` is a day as machines print it.
    let stamp = |(start, _): &(usize, _)| text[*start..].starts_with("00:00:00");
    if let Some((start, (len, span))) = starts.into_iter().find_map(read).filter(|r| !stamp(r)) {
        let (from, to) = Day::new().resolve(span);
        let spans = flow.spans(start..start + len);
        report.start_time = Time::new(from, spans.clone());
        report.end_time = to.map_or(Time::default(), |t| Time::new(t, spans));
    }
}
