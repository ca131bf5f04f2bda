//! Address blocks under countries whose blank lines the layout has doubled or lost, and heads in several languages.
//!
//! Where a name opens a block, and where the name of a country stands over one, is told by the lines themselves: the blank
//! lines are put where they belong, and what is printed again in another language is left out.

use super::group::is_delegate;
use super::lines::Line;
use super::name::name_at;
use super::piece::{Class, class, class_beside, is_placeholder};
use super::signs::is_prose;
use crate::block::Kind;
use crate::lexicon::{Lexicon, List};
use crate::value::place;

/// What a line is in such a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    /// The name that opens a block.
    Start,
    /// The head over blocks.
    Head,
    /// What is left out: the head in another language, a note between two countries.
    Dropped,
    /// A line of a block, or anything else.
    Other,
}

/// A head is printed in no more languages.
const LANGUAGES: usize = 4;
/// A block has no more lines below the name.
const LONGEST: usize = 14;
/// No short form has more letters.
const SIGN: usize = 6;
/// So many lines tell whether each stands alone.
const AIRY: usize = 60;
/// No line of an address is longer.
const WIDEST: usize = 110;

/// The lines with blank ones before every head and every block and nowhere else, where countries stand over blocks.
pub(super) fn apart<'s>(lines: Vec<Line<'s>>, lexicon: &Lexicon) -> Vec<Line<'s>> {
    let Some(marks) = marks(&lines, lexicon) else {
        return lines;
    };
    let spread = is_spread(&lines, &marks);
    let mut found: Vec<Line> = Vec::with_capacity(lines.len());
    // How many lines below a name the block may still have.
    let mut rest = 0;
    let mut headed = false;
    for (mut line, mark) in lines.into_iter().zip(marks) {
        let own = matches!(mark, Mark::Start | Mark::Head);
        line.gap |= own | std::mem::take(&mut headed);
        match mark {
            Mark::Dropped => {
                headed = true;
                continue;
            }
            Mark::Head => (rest, headed) = (0, true),
            Mark::Start => rest = LONGEST,
            Mark::Other if is_prose(line.text()) || line.text().len() > WIDEST => rest = 0,
            Mark::Other => rest = usize::saturating_sub(rest, 1),
        }
        if spread && !own && rest > 0 {
            (line.gap, line.kind, line.style) = (false, Kind::Paragraph, None);
        }
        found.push(line);
    }
    found
}

/// What each line is; nothing where no two countries stand over blocks, or one where every line stands alone.
fn marks(lines: &[Line], lexicon: &Lexicon) -> Option<Vec<Mark>> {
    let starts: Vec<bool> = (0..lines.len())
        .map(|i| is_start(lines, i, lexicon))
        .collect();
    let mut marks: Vec<Mark> = starts
        .iter()
        .map(|start| if *start { Mark::Start } else { Mark::Other })
        .collect();
    let mut heads = 0;
    // Where every line stands alone, blank lines part nothing.
    let airy = lines.iter().take(AIRY).filter(|l| l.gap).count() * 10 >= lines.len().min(AIRY) * 9;
    for at in 0..lines.len() {
        let known = marks[at] == Mark::Other && is_loud(&lines[at]);
        if !known || at > 0 && marks[at - 1] == Mark::Head && !lines[at].gap {
            continue;
        }
        let below = lines[at + 1..].iter().zip(&starts[at + 1..]);
        let loud = below
            .take(LANGUAGES)
            .take_while(|(line, start)| is_loud(line) && !**start)
            .count();
        let over = starts.get(at + 1 + loud).copied().unwrap_or_default();
        let country = place::country(lines[at].text());
        let again = (at + 1..at + 1 + loud)
            .take_while(|&i| is_again(&lines[at], &lines[i], airy, lexicon))
            .count();
        // `CHAIRMAN` over `PRESIDENT`: one block of several lines, all of them heads.
        let below = at + 1 + loud;
        let apart = lines.get(below).is_none_or(|l| l.gap);
        let block = again > 0 && again == loud && lines[at].gap && apart;
        if over && (country.is_some() || block) || block && country.is_none() && lines[at].gap {
            marks[at] = Mark::Head;
            marks[at + 1..at + 1 + again].fill(Mark::Dropped);
            heads += usize::from(over && country.is_some());
        }
    }
    let enough = heads > 1 || heads == 1 && is_spread(lines, &marks);
    notes(lines, &mut marks);
    enough.then_some(marks)
}

/// Whether a line is the head above it in another language.
fn is_again(head: &Line, line: &Line, airy: bool, lexicon: &Lexicon) -> bool {
    let code = |l: &Line| place::country(l.text()).map(|c| c.code);
    let apart = is_delegate(line.text(), lexicon)
        || lexicon.list(List::HeadingCategory).is(line.text()) && code(head).is_some();
    let body = |l: &Line| {
        let class = class_beside(l.text(), lexicon);
        // A long word in capitals is one of another language.
        matches!(class, Class::Organisation | Class::Unit)
            || class == Class::Acronym && l.text().len() <= SIGN
    };
    match (code(head), code(line)) {
        (head, Some(below)) => head == Some(below),
        (Some(_), None) => !line.gap && !apart && !body(line),
        // `INTERNATIONAL ORGANISATIONS` over `WHO`: another body, no other language.
        (None, None) => (!line.gap || airy) && body(line) == body(head),
    }
}

/// Leaves out a note of a few lines right above the head of a country, people above it.
fn notes(lines: &[Line], marks: &mut [Mark]) {
    let Some(first) = marks.iter().position(|m| *m == Mark::Start) else {
        return;
    };
    for at in first + 1..lines.len() {
        if marks[at] != Mark::Head || place::country(lines[at].text()).is_none() {
            continue;
        }
        let note = |i: &usize| marks[*i] == Mark::Other && is_prose(lines[*i].text());
        let from = (0..at).rev().take(LANGUAGES).take_while(note).last();
        if let Some(from) = from.filter(|&i| lines[i].gap && i > first) {
            marks[from..at].fill(Mark::Dropped);
        }
    }
}

/// Whether every line between the first head and the last name stands alone, several to each name.
fn is_spread(lines: &[Line], marks: &[Mark]) -> bool {
    let own = |m: &Mark| matches!(m, Mark::Start | Mark::Head);
    let (Some(first), Some(last)) = (marks.iter().position(own), marks.iter().rposition(own))
    else {
        return false;
    };
    let end = lines.len().min(last + 4);
    let gaps = lines[first..end].iter().filter(|l| l.gap).count();
    let starts = marks[first..end].iter().filter(|m| **m == Mark::Start);
    let starts = starts.count();
    let all = end - first;
    starts > 0 && all >= starts * 4 && gaps * 10 >= all * 9
}

/// Whether a line is set in capitals, as heads are.
fn is_loud(line: &Line) -> bool {
    let text = line.text();
    let plain = |c: char| !c.is_lowercase() && !c.is_ascii_digit() && c != '@' && c != ':';
    text.len() > 3
        && text.len() <= 70
        && line.columns.is_empty()
        && text.chars().all(plain)
        && text.starts_with(char::is_alphabetic)
}

/// Whether a line is a name alone that opens a block: its surname stands in capitals, or the line above ends a block.
fn is_start(lines: &[Line], at: usize, lexicon: &Lexicon) -> bool {
    let line = &lines[at];
    let text = line.text();
    let bare = text.split(" (").next().unwrap_or(text).trim_end();
    if text.len() > 60 || !line.columns.is_empty() || bare.contains([',', ':', ';', '@']) {
        return false;
    }
    let last = bare.rsplit(' ').next().unwrap_or_default();
    let letters = last.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = letters > 1 && !last.contains(|c: char| c.is_lowercase() || c.is_ascii_digit());
    // Nothing else than a name has an initial, a title or a word in small letters before its capitals.
    let rest = bare[..bare.len() - last.len()].trim_end();
    let form = capitals && rest.contains(|c: char| c.is_lowercase() || c == '.');
    let ended = || {
        let above = at.checked_sub(1).map(|i| lines[i].text());
        let reached = |t: &str| matches!(class(t, lexicon), Class::Email | Class::Phone);
        above.is_some_and(|t| reached(t) || is_placeholder(t) || place::country(t).is_some())
    };
    let nobody = || {
        let whole = class(bare, lexicon);
        let told = matches!(
            whole,
            Class::Unknown | Class::Acronym | Class::City | Class::Job
        );
        !told || whole == Class::Job && !form
    };
    if !form && !ended() || nobody() {
        return false;
    }
    let least = if form { 0 } else { 1 };
    name_at(bare, lexicon).is_some_and(|n| n.score > least && n.end == bare.len())
}
