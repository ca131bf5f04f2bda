//! What a run of programme lines is read as, judged by all of its lines together.

use super::called::{self, Called};
use super::days;
use super::line::{Lead, Line, PROSE, inner, lead, middle, tail};
use super::number::{item_number, lone_number};
use super::tails;
use super::title::{self, bare_duration};
use super::who::Who;
use crate::lexicon::List;
use crate::outline::UnitKind;
use crate::schema::Text;

/// What makes a line an item of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// A time.
    Timed,
    /// A number, with or without a duration.
    Numbered,
    /// A duration.
    Lasting,
    /// A bullet, where nothing else tells items apart.
    Bulleted,
    /// What the line calls itself.
    Called(Called),
}

/// What stands behind a line.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Ahead {
    /// Whether another item follows.
    pub inside: bool,
    /// Whether the next item follows right away, no farther than what stands above: the line may title it.
    pub titles: bool,
    /// Whether a line without a time follows.
    pub more: bool,
    /// When the item on one of the next two lines starts, in minutes.
    pub next_start: Option<u32>,
    /// Whether this is a heading right over a person.
    pub over_people: bool,
    /// The number that the line right below begins with.
    pub next_number: Option<u32>,
}

/// The next number stands so many lines below what belongs to an item, at most.
const NEAR: usize = 8;

/// What stands behind each line.
pub(super) fn ahead(lines: &[Line], mode: Mode, who: &Who) -> Vec<Ahead> {
    let mut found = vec![Ahead::default(); lines.len()];
    let mut inside = false;
    let mut number: Option<usize> = None;
    let leads: Vec<Option<Lead>> = lines.iter().map(|l| lead(&l.flow, who)).collect();
    for i in (0..lines.len()).rev() {
        let labelled = |l: &Line| {
            let at = who.labelled(List::AgendaColumnTime, l.text());
            at.is_some_and(|at| lead(&l.flow.slice(at..l.flow.len()), who).is_some())
        };
        // A line with a title of its own needs none above it.
        let lead_of = |i: usize| leads.get(i).and_then(Option::as_ref);
        let bare = lead_of(i + 1).is_some_and(|l| l.rest.is_empty());
        let next = lines.get(i + 1).filter(|l| bare || labelled(l));
        // What is numbered or bulleted among numbered items belongs to the one above it where the next is close.
        let part = mode == Mode::Numbered
            && (lines[i].kind == UnitKind::Item || who.annotated)
            && number.is_some_and(|at| at - i <= NEAR);
        let counts = |n: &Text| n.value.parse::<u32>().is_ok();
        let called = || who.annotated && item_number(lines[i].text(), who).is_some();
        if lines[i].number.as_ref().is_some_and(counts) || lines[i].first && called() {
            number = Some(i);
        }
        found[i] = Ahead {
            more: leads.get(i + 1).is_some_and(Option::is_none),
            over_people: matches!(lines[i].kind, UnitKind::Heading(_))
                && lines.get(i + 1).is_some_and(|l| is_person_line(l, who)),
            next_number: lines.get(i + 1).and_then(|l| match &l.number {
                Some(number) => number.value.trim_end_matches(['.', ')']).parse().ok(),
                None => bare_number(l.text()).map(|(number, _)| number),
            }),
            next_start: (1..=2).find_map(|k| Some(lead_of(i + k)?.span.start.minutes())),
            inside: inside || part,
            titles: next.is_some_and(|n| n.gap <= lines[i].gap),
        };
        inside |= leads[i].is_some()
            || labelled(&lines[i])
            || tail_of(&lines[i], who).is_some()
            || mode == Mode::Lasting && lasts(&lines[i], who)
            || matches!(mode, Mode::Called(_)) && called::is_item(lines[i].text(), who)
            || matches!(lines[i].kind, UnitKind::Grid(_));
    }
    found
}

/// Whether a line is one of prose about nobody but a person who surely is one.
fn is_person_line(line: &Line, who: &Who) -> bool {
    line.kind == UnitKind::Paragraph && who.presents(line.text()) && who.is_sure(line.text())
}

/// The time at the end of a line that is no sentence, or in brackets behind its label.
pub(super) fn tail_of(line: &Line, who: &Who) -> Option<Lead> {
    let text = line.text();
    if let Some(lead) = tails::apart(&line.flow, who).filter(|_| line.first && text.len() <= PROSE)
    {
        return Some(lead);
    }
    let titled = line.first && !text.ends_with('.') && text.len() < 160 && !runs_on(text);
    let read = || {
        let end = tail(text, who).or_else(|| inner(text, who));
        end.or_else(|| middle(text, who))
    };
    titled.then(read).flatten()
}

/// Whether a sentence ends inside a line and another begins: `We meet at noon. Tea is at 15:00-15:30`.
fn runs_on(text: &str) -> bool {
    text.match_indices(". ").any(|(at, _)| {
        let word = text[..at].rsplit(' ').next().unwrap_or("");
        let small = word.len() > 2 && word.chars().all(char::is_lowercase);
        let sentence = text[..at].split(' ').count() > 4;
        small && sentence && text[at + 2..].starts_with(char::is_uppercase)
    })
}

/// Whether lines below items stand right below them more often than behind a blank line.
pub(super) fn is_tight(lines: &[Line], who: &Who) -> bool {
    let mut apart = 0;
    let mut beside = 0;
    let mut seen = false;
    for line in lines.iter().filter(|l| l.first) {
        if lead(&line.flow, who).is_some() || tail_of(line, who).is_some() {
            seen = true;
        } else if seen && !matches!(line.kind, UnitKind::Heading(_)) {
            seen = false;
            *(if line.gap > 0 {
                &mut apart
            } else {
                &mut beside
            }) += 1;
        }
    }
    beside > 0 || apart < 2
}

/// Whether a line says how long its item takes.
fn lasts(line: &Line, who: &Who) -> bool {
    let text = line.text();
    // A layout may join an item to the people set in below the one above.
    let below = || text.len() <= LONGEST_BELOW && text.starts_with(char::is_uppercase);
    (line.first || below()) && text.len() < PROSE && title::lasts(text, who)
}

/// Whether both numbered lines and bullets say how long they last, all but a few: numbers tell the items of one day apart
/// and bullets those of another.
fn lasts_on(lines: &[Line], who: &Who) -> bool {
    let share = |is: &dyn Fn(&Line) -> bool| {
        let items = lines.iter().filter(|l| is(l));
        items.fold((0, 0), |(all, good), l| {
            (all + 1, good + usize::from(lasts(l, who)))
        })
    };
    let most = |(all, good): (usize, usize)| good >= 2 && good * 4 >= all * 3;
    most(share(&|l| l.bullet)) && most(share(&|l| l.number.is_some()))
}

/// What a run of lines would be read as.
pub(super) fn mode(lines: &[Line], who: &Who) -> Option<Mode> {
    let timed = lines
        .iter()
        .filter(|l| lead(&l.flow, who).is_some())
        .count();
    let numbered = lines
        .iter()
        .filter(|l| {
            let told =
                || item_number(l.text(), who).is_some() || lone_number(l.text(), who).is_some();
            l.first && (l.number.is_some() || told())
        })
        .count();
    // `Next meeting: 11 June, 12-1 pm` at the end of items that say how long they last.
    let long = || timed == 0 && lines.iter().filter(|l| lasts(l, who)).count() >= LEAST_LASTING;
    let among = || is_mixed(lines, who) && !long() || timed >= 2 && counts_anew(lines, who);
    if timed >= 2 && timed * 2 >= numbered || among() {
        return Some(Mode::Timed);
    }
    // Taking lines apart costs most, and few programmes come to it.
    let lasting = || lines.iter().filter(|l| lasts(l, who)).count();
    let tailed = lines.iter().filter(|l| tail_of(l, who).is_some()).count();
    if timed + tailed >= 2 && (timed + tailed) * 2 > numbered {
        Some(Mode::Timed)
    } else if let Some(how) = called_apart(timed + tailed, lines, who) {
        Some(Mode::Called(how))
    } else if numbered >= 2 && lasts_on(lines, who) {
        Some(Mode::Lasting)
    } else if numbered >= 2 || timed + tailed == 0 && is_bare_numbered(lines) {
        Some(Mode::Numbered)
    } else if lasting() >= 2 {
        Some(Mode::Lasting)
    } else if timed + tailed == 1 {
        Some(Mode::Timed)
    } else {
        is_bulleted(lines, who).then_some(Mode::Bulleted)
    }
}

/// How lines of which none has a time call themselves items.
fn called_apart(timed: usize, lines: &[Line], who: &Who) -> Option<Called> {
    (timed == 0).then(|| called::called(lines, who)).flatten()
}

/// Whether some lines have both a number and a time: then a number alone makes an item, too.
pub(super) fn is_mixed(lines: &[Line], who: &Who) -> bool {
    let number =
        |l: &&Line| l.first && (l.number.is_some() || item_number(l.text(), who).is_some());
    let timed = |l: &Line| {
        let at = item_number(l.text(), who).map_or(0, |(_, at)| at);
        let rest = l.flow.slice(at..l.flow.len());
        lead(&rest, who).is_some() || tail_of(l, who).is_some()
    };
    let mut numbered = lines.iter().filter(number);
    numbered.by_ref().any(timed) && lines.iter().filter(number).count() >= 2
}

/// So many numbers count on over the times of a programme.
const LEAST_COUNTED: usize = 3;

/// Whether times stand on lines of their own and numbers count on from 1 below them, through all of the programme: then
/// each number is an item, and the time that of the first below it.
pub(super) fn counts_on(lines: &[Line], who: &Who) -> bool {
    let lone = |l: &&Line| lead(&l.flow, who).is_some_and(|l| l.rest.is_empty());
    if lines.iter().filter(lone).count() < 2 {
        return false;
    }
    let number = |l: &Line| match &l.number {
        Some(number) => number.value.trim_end_matches('.').parse().ok(),
        None => {
            let (at, _) = item_number(l.text(), who)?;
            l.text()[at].parse::<usize>().ok()
        }
    };
    let numbers = || lines.iter().filter_map(number);
    numbers().count() >= LEAST_COUNTED && numbers().eq(1..=numbers().count())
}

/// An item inside a paragraph is no longer than this.
const LONGEST_BELOW: usize = 100;

/// So many items that last are no chance.
const LEAST_LASTING: usize = 4;

/// So many rows with a number and a time of their own are a table.
const LEAST_ROWS: usize = 3;

/// Whether the cells of a table stand a line each, the number of the item first and its time behind its title: `1`, `Opening`,
/// `9:00-9:30`, `A. Novak`.
pub(super) fn is_torn(lines: &[Line], who: &Who) -> bool {
    let (mut rows, mut timed) = (0, 0);
    // Lines since the number above.
    let mut since: Option<usize> = None;
    for line in lines {
        if lone_number(line.text(), who).is_some() {
            rows += 1;
            since = Some(0);
        } else if let Some(time) = lead(&line.flow, who) {
            match since.take() {
                Some(1..) if time.rest.is_empty() => timed += 1,
                _ => return false,
            }
        } else {
            since = since.map(|n| n + 1);
        }
    }
    timed >= LEAST_ROWS && timed * 3 >= rows * 2
}

/// Whether numbers begin again below each of several times with a title, and there are more of them: then both a time and
/// a number make an item.
pub(super) fn counts_anew(lines: &[Line], who: &Who) -> bool {
    let (mut times, mut numbers, mut runs, mut last) = (0, 0, 0, None);
    for line in lines {
        if let Some(time) = lead(&line.flow, who) {
            if time.rest.is_empty() || line.number.is_some() {
                return false;
            }
            times += 1;
            last = Some(0);
        } else if let Some(number) = &line.number {
            let number = number.value.trim_end_matches('.').parse::<u32>().ok();
            if last.is_none() || number != last.map(|n| n + 1) {
                return false;
            }
            runs += usize::from(number == Some(1));
            numbers += 1;
            last = number;
        }
    }
    runs >= 2 && runs * 3 >= times * 2 && numbers > times
}

/// Whether each item's time is the last line of its paragraph: right below the lines above it, a blank line behind it.
pub(super) fn is_below(lines: &[Line], who: &Who) -> bool {
    let timed = |l: &Line| lead(&l.flow, who).filter(|t| t.day.is_none());
    let (mut all, mut ends) = (0, 0);
    for (i, line) in lines.iter().enumerate() {
        let Some(time) = timed(line) else {
            continue;
        };
        all += 1;
        let last = lines.get(i + 1).is_none_or(|next| next.gap > 0);
        let below = i > 0 && line.gap == 0 && timed(&lines[i - 1]).is_none();
        ends += usize::from(time.rest.is_empty() && below && last);
    }
    ends >= 3 && ends * 5 >= all * 4
}

/// Whether the items' titles are the headings right above their times.
pub(super) fn is_headed(lines: &[Line], who: &Who) -> bool {
    let timed = |l: &Line| l.first && lead(&l.flow, who).is_some();
    let heading = |l: &Line| {
        let head = matches!(l.kind, UnitKind::Heading(_)) && lead(&l.flow, who).is_none();
        head && days::day_line(&l.flow, who).is_none()
    };
    let pairs = lines.windows(2).filter(|w| timed(&w[1]));
    let (all, headed) = pairs.fold((0, 0), |(all, headed), w| {
        (all + 1, headed + usize::from(heading(&w[0])))
    });
    headed >= 2 && headed * 4 >= all * 3
}

/// A run of so many bare numbers is no chance.
const LEAST_BARE: usize = 3;

/// Lines over the first bare number, at most.
const HEADS: usize = 2;

/// The number that a line begins with and no sign behind it: `2 Adoption of the agenda`.
pub(super) fn bare_number(text: &str) -> Option<(u32, usize)> {
    let len = text.bytes().take_while(u8::is_ascii_digit).count();
    let number = text[..len].parse().ok().filter(|_| len <= 2)?;
    let title = text[len..].strip_prefix(' ')?.trim_start();
    let words = title.chars().take_while(|c| c.is_alphabetic()).count();
    let titled = title.starts_with(char::is_uppercase) && words > 1;
    titled.then(|| (number, text.len() - title.len()))
}

/// Whether the lines count on from 1 without a sign behind the numbers, each line one more than the one above.
pub(super) fn is_bare_numbered(lines: &[Line]) -> bool {
    // The heads of the columns may stand above.
    let heads = lines.iter().take(HEADS);
    let heads = heads
        .take_while(|l| bare_number(l.text()).is_none())
        .count();
    let numbers = lines[heads..].iter().map_while(|l| bare_number(l.text()));
    let (mut all, mut on) = (0, 0);
    for (i, (number, _)) in numbers.enumerate() {
        all += 1;
        on += usize::from(number as usize == i + 1);
    }
    all >= LEAST_BARE && on == all
}

/// Whether most bullets say how long they last: then one that does not is an item, too.
pub(super) fn is_lasting_list(lines: &[Line], who: &Who) -> bool {
    let bullets = lines.iter().filter(|l| l.bullet);
    let (all, lasting) = bullets.fold((0, 0), |(all, lasting), l| {
        (all + 1, lasting + usize::from(lasts(l, who)))
    });
    lasting >= 2 && lasting * 2 > all
}

/// So many lines below times that say how long they last are items of their own.
const LEAST_PARTS: usize = 3;

/// Whether most plain lines below the times say how long they last: `Nets - A. Novak (15 min)` below `9:30-10:15 Gear`.
pub(super) fn are_lasting_parts(lines: &[Line], who: &Who) -> bool {
    let plain = |l: &&Line| l.first && !l.bullet && l.number.is_none();
    let untimed = |l: &&Line| lead(&l.flow, who).is_none() && tail_of(l, who).is_none();
    let lasting = || {
        lines
            .iter()
            .filter(plain)
            .filter(|l| lasts(l, who))
            .filter(untimed)
    };
    if lasting().take(LEAST_PARTS).count() < LEAST_PARTS {
        return false;
    }
    let heads = |l: &&Line| matches!(l.kind, UnitKind::Heading(_));
    let all = lines
        .iter()
        .filter(plain)
        .filter(|l| !heads(l))
        .filter(untimed);
    lasting().count() * 2 > all.count()
}

/// Whether most items with numbers say how long they last, a sign before it or none.
pub(super) fn are_lasting_items(lines: &[Line], who: &Who) -> bool {
    let items = lines.iter().filter(|l| l.number.is_some());
    let (all, lasting) = items.fold((0, 0), |(all, lasting), l| {
        let told = lasts(l, who) || bare_duration(l.text(), who).is_some();
        (all + 1, lasting + usize::from(told))
    });
    lasting >= 2 && lasting * 2 > all
}

/// Whether the numbers count on from 1 through all of the items, under headings over parts of them: `I. Introduction`
/// over `1. Opening` and `2. Agenda`, `II. Statements` over `3. Statement of the Director`.
pub(super) fn counts_under_heads(lines: &[Line]) -> bool {
    let item = |l: &Line| {
        let number = l.number.as_ref().filter(|_| l.kind == UnitKind::Item)?;
        number
            .value
            .trim_end_matches(['.', ')'])
            .parse::<usize>()
            .ok()
    };
    let heads = lines
        .windows(2)
        .filter(|w| heads_part(&w[0]) && item(&w[1]).is_some());
    let numbers = || lines.iter().filter_map(item);
    heads.count() >= 2 && numbers().count() >= LEAST_COUNTED && numbers().eq(1..=numbers().count())
}

/// Whether a line may head a part of a list whose numbers go on below it: no number of the list is its own.
pub(super) fn heads_part(line: &Line) -> bool {
    let arabic = |n: &Text| n.value.starts_with(|c: char| c.is_ascii_digit());
    matches!(line.kind, UnitKind::Heading(_)) && !line.number.as_ref().is_some_and(arabic)
}

/// A title is no longer, though a full stop ends it.
const LONGEST_STOPPED: usize = 120;

/// Whether a full stop ends the titles of numbered items, short as they are: there it tells no sentence.
pub(super) fn are_stopped(lines: &[Line]) -> bool {
    let items = || lines.iter().filter(|l| l.number.is_some() && l.first);
    let all = items().take(STOPPED).count();
    let near = || items().take(STOPPED).map(Line::text);
    let ends = near().filter(|t| t.ends_with('.')).count();
    let long = near().map(str::len).max().unwrap_or(0);
    let sum: usize = near().map(str::len).sum();
    all >= LEAST_BARE && ends * 4 >= all * 3 && long <= LONGEST_STOPPED && sum <= all * 60
}

/// So many items tell how the titles end.
const STOPPED: usize = 12;

/// Whether all numbered lines bear the number 1.
pub(super) fn is_all_ones(lines: &[Line]) -> bool {
    let numbers = || lines.iter().filter_map(|l| l.number.as_ref());
    numbers().count() >= 2 && numbers().all(|n| n.value == "1")
}

/// A bullet with more words is no title.
const LONGEST_BULLET: usize = 120;

/// Whether the lines are bullets that title items: short, and mostly no sentences.
fn is_bulleted(lines: &[Line], who: &Who) -> bool {
    let opening = |l: &&Line| !l.bullet && days::day_line(&l.flow, who).is_none();
    if lines.iter().take_while(opening).count() > 2 {
        return false;
    }
    let items: Vec<&Line> = lines.iter().filter(|l| l.bullet).collect();
    let titles = |l: &&&Line| l.text().len() <= LONGEST_BULLET && !l.text().ends_with(['.', ';']);
    items.len() >= 3 && items.iter().filter(titles).count() * 4 >= items.len() * 3
}
