//! Items without times, numbers or bullets: `Session II: Maps`, and the openings and pauses around them, told by what
//! they call themselves.

use super::line::{Line, PROSE};
use super::who::Who;
use super::{days, kind};
use crate::lexicon::List;
use crate::outline::{Unit, UnitKind};

/// What calls itself an opening or a pause has no more words than this.
const MOST_WORDS: usize = 9;
/// A title is no longer than this.
const LONGEST: usize = 200;
/// So few items are no programme.
const FEWEST: usize = 3;

/// The kinds that a line's own words tell for sure.
const SURE: &[&str] = &[
    "registration",
    "meal",
    "break",
    "social",
    "closing",
    "opening",
    "reporting_back",
    "group_work",
    "plenary",
];

/// Whether a text is a session by its label and number: `Session II: Maps`, `PANEL 3 - Maps`, `Part 1. Maps`.
fn is_session(text: &str, who: &Who) -> bool {
    let Some(len) = who.lexicon.list(List::SessionLabel).starts(text) else {
        return false;
    };
    if who.lexicon.list(List::AgendaItem).starts(text).is_some() {
        return false;
    }
    let rest = text[len..].trim_start();
    let end = rest
        .find(|c: char| !c.is_ascii_alphanumeric())
        .unwrap_or(rest.len());
    let (number, behind) = rest.split_at(end);
    let roman = number.chars().all(|c| "IVX".contains(c));
    let digits = number.chars().all(|c| c.is_ascii_digit());
    let numbered = (1..=5).contains(&number.len()) && (roman || digits && number.len() <= 2);
    let behind = behind.trim_start();
    let titled = behind.starts_with([':', '.', '-', '\u{2013}', '\u{2014}', '|']);
    rest.len() < text.len() - len && numbered && (behind.is_empty() || titled)
}

/// Whether a text says that it is a pause, an opening or another fixed part of a programme.
fn is_fixed(text: &str, who: &Who) -> bool {
    text.split_whitespace().count() <= MOST_WORDS
        && !text.ends_with(|c: char| matches!(c, '.' | ':' | ';' | ',') || c.is_ascii_digit())
        && text.starts_with(|c: char| c.is_uppercase() || c == '(')
        && SURE.contains(&kind::kind(text, who.lexicon))
        && who.role(text).is_none()
}

/// Whether a title of more words is a fixed part by the first of them.
fn opens_with(text: &str, who: &Who) -> bool {
    let end = memchr::memchr_iter(b' ', text.as_bytes()).nth(MOST_WORDS / 2 - 1);
    let end = end.unwrap_or(text.len());
    is_fixed(text[..end].trim_end_matches([',', ':']), who)
}

/// Whether a line is an item by its own words.
pub(super) fn is_item(text: &str, who: &Who) -> bool {
    text.len() <= LONGEST && (is_session(text, who) || is_fixed(text, who))
}

/// Whether a heading that calls itself an item goes on with the programme whose first line does, too.
pub(super) fn goes_on(below: &[Unit], heading: &Unit, who: &Who) -> bool {
    let mut first = below
        .iter()
        .filter(|u| days::day_line(&u.flow, who).is_none());
    let line = |u: &Unit| {
        let first = u.flow.lines().next();
        first.is_some_and(|r| is_item(&u.text()[r], who))
    };
    let begins = first.next().is_none_or(line);
    begins && is_item(heading.text(), who)
}

/// How items without times are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Called {
    /// By the labels of the sessions; what else stands there belongs to them.
    Labelled,
    /// Each line is an item, the fixed parts among them.
    Each,
}

/// How the lines of a programme are told apart, if they call themselves items.
pub(super) fn called(lines: &[Line], who: &Who) -> Option<Called> {
    let own = |l: &&Line| l.text().len() <= PROSE && days::day_line(&l.flow, who).is_none();
    let dated = lines.iter().any(|l| days::day_line(&l.flow, who).is_some());
    // `Opening of the workshop by Dr A. Novak, Director of the Lake Trust`, below the head of a day.
    let long = |l: &Line| dated && l.text().len() <= LONGEST && opens_with(l.text(), who);
    let first = lines.iter().find(own)?;
    if !is_item(first.text(), who) && !long(first) {
        return None;
    }
    let plain = |l: &&Line| !l.bullet && l.number.is_none();
    let items = || {
        lines
            .iter()
            .filter(plain)
            .filter(|l| is_item(l.text(), who))
    };
    if items().count() < FEWEST {
        return None;
    }
    if items().filter(|l| is_session(l.text(), who)).count() >= 2 {
        return Some(Called::Labelled);
    }
    // Without labels the head of a day says that what stands below is one line an item.
    let title = |l: &Line| {
        plain(&l)
            && l.text().len() <= LONGEST
            && !l.text().ends_with(['.', ';', ','])
            && !matches!(l.kind, UnitKind::Grid(_))
    };
    let titles = lines.iter().take_while(|l| title(l)).count();
    (dated && titles >= 2 * FEWEST && titles >= items().count()).then_some(Called::Each)
}
