//! Headings behind a programme that bear the title and the times of one of its items: the report of a session begins.

use super::kind;
use super::line::{self, lead};
use super::region::{FAR, timed_ahead};
use super::who::Who;
use crate::outline::{Outline, UnitKind};
use crate::value::floor;

/// So many headings of a region that repeat nothing are looked up among its items, at most.
const TRIES: usize = 48;
/// What is told of a session is longer than this, or ends as a sentence.
const TOLD: usize = 60;
/// A title that no sign makes a heading is no longer, and what is told below it no shorter.
const TITLE: usize = 120;
const PROSE: usize = 120;
/// No title that has no times is shorter.
const LONG: usize = 12;
/// The times of an item stand so many bytes from its title, at most.
const NEAR: usize = 240;

/// What the items of a region print, as far as it was looked through.
pub(super) struct Reported {
    /// Their words in small letters, a blank between two.
    printed: String,
    /// The unit behind the last that was looked through.
    next: usize,
    tries: usize,
}

impl Reported {
    /// Nothing was looked through yet of the region that begins at a unit.
    pub(super) fn from(start: usize) -> Reported {
        let printed = String::from(" ");
        let next = start;
        Reported {
            printed,
            next,
            tries: 0,
        }
    }

    /// Whether a heading has the title of an item above and its times, behind the title or alone on the line below, and
    /// something told under it; without times no other item stands near below.
    pub(super) fn begins(&mut self, outline: &Outline, at: usize, who: &Who) -> bool {
        if self.tries == TRIES {
            return false;
        }
        let Some((title, time, below)) = title_and_time(outline, at, who) else {
            return false;
        };
        if !is_told(outline, below, who) {
            return false;
        }
        self.look(outline, at);
        self.tries += 1;
        let (title, time) = (words(title), words(time));
        // A title of one short word is that of many items.
        title.len() > 4 && self.has(&title, &time)
    }

    /// Takes the words of the units up to `end`, those of headings left out: an item that is a heading is no line of a list.
    fn look(&mut self, outline: &Outline, end: usize) {
        for unit in &outline.units[self.next.min(end)..end] {
            match unit.kind {
                UnitKind::Heading(_) => {}
                UnitKind::Grid(g) => {
                    for row in &outline.grids[g].rows {
                        let cells = row.cells.iter();
                        cells.for_each(|c| self.printed.push_str(&words(c.as_str())[1..]));
                    }
                }
                _ => self.printed.push_str(&words(unit.text())[1..]),
            }
        }
        self.next = self.next.max(end);
    }

    /// Whether a title stands above with its times near it.
    fn has(&self, title: &str, time: &str) -> bool {
        let near = |(at, _): (usize, &str)| {
            let from = floor(&self.printed, at.saturating_sub(NEAR));
            let to = floor(&self.printed, at + title.len() + NEAR);
            self.printed[from..to].contains(time)
        };
        self.printed.match_indices(title).any(near)
    }
}

/// The title of a heading, its range of times, and where what it tells begins.
fn title_and_time<'o>(
    outline: &'o Outline,
    at: usize,
    who: &Who,
) -> Option<(&'o str, &'o str, usize)> {
    let UnitKind::Heading(s) = outline.units[at].kind else {
        return plain_title(outline, at, who);
    };
    let title = outline.sections[s].title.as_str();
    let pauses = ["break", "meal", "registration", "social"];
    if pauses.contains(&kind::kind(title, who.lexicon)) {
        return None;
    }
    if let Some(tail) = line::tail(title, who).filter(|l| l.span.end.is_some()) {
        return Some((&title[tail.rest], &title[tail.printed], at + 1));
    }
    // A time alone above has the heading for its title.
    let alone = |i: usize| {
        let flow = &outline.units.get(i)?.flow;
        let lead = lead(flow, who).filter(|l| l.rest.is_empty() && l.span.end.is_some());
        Some(lead?.printed)
    };
    let above = at.checked_sub(1).and_then(alone).is_some();
    if above {
        return None;
    }
    if let Some(time) = alone(at + 1) {
        return Some((title, &outline.units[at + 1].text()[time], at + 2));
    }
    // The annotations to an agenda have its titles, too.
    let told = !who.annotated && title.len() >= LONG && title.contains(' ');
    (told && !timed_ahead(outline, at + 1, FAR, who)).then_some((title, "", at + 1))
}

/// The same of a line that no sign makes a heading: its range of times alone below it, and running text below that.
fn plain_title<'o>(
    outline: &'o Outline,
    at: usize,
    who: &Who,
) -> Option<(&'o str, &'o str, usize)> {
    let [unit, below, told] = outline.units.get(at..at + 3)? else {
        return None;
    };
    let title = unit.text();
    let line = unit.kind == UnitKind::Paragraph && title.len() <= TITLE && title.len() >= LONG;
    let prose = told.kind == UnitKind::Paragraph
        && told.text().len() >= PROSE
        && told.text().contains(". ")
        && told.text().ends_with('.');
    if !line || !prose || title.ends_with(['.', ':', ';']) {
        return None;
    }
    let time = lead(&below.flow, who).filter(|l| l.rest.is_empty() && l.span.end.is_some())?;
    let timed = lead(&unit.flow, who).is_some();
    (!timed).then_some((title, &below.text()[time.printed], at + 2))
}

/// Whether something is told from a unit on, before another time or heading.
fn is_told(outline: &Outline, from: usize, who: &Who) -> bool {
    let below = outline.units.get(from).filter(|u| {
        let plain = !matches!(u.kind, UnitKind::Heading(_) | UnitKind::Grid(_));
        plain && lead(&u.flow, who).is_none()
    });
    below.is_some_and(|u| {
        let text = u.text();
        let labelled = text.split_once(':').is_some_and(|(l, _)| who.role_alone(l));
        text.len() > TOLD || text.ends_with(['.', '?', '!', ']']) || labelled
    })
}

/// The words of a text in small letters, blanks around each.
fn words(text: &str) -> String {
    let mut words = String::with_capacity(text.len() + 2);
    words.push(' ');
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        if !word.is_empty() {
            words.extend(word.chars().flat_map(char::to_lowercase));
            words.push(' ');
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use crate::tables::agenda::tests::reads;

    #[test]
    fn the_report_of_an_item_is_no_item() {
        let items = &[
            "09:00-09:30 | Arrival",
            "09:30-10:15 | Moss on roofs | @presenter Ana Novak",
            "10:15-11:00 | Slates and lead",
        ];
        let table = "Programme\n\n| Time | Topic | Speaker |\n|---|---|---|\n| 9:00-9:30 | Arrival | |\n\
            | 9:30-10:15 | Moss on roofs | Ana Novak |\n| 10:15-11:00 | Slates and lead | |\n\n";
        let below = format!(
            "{table}Moss on roofs\n\n9:30-10:15\n\nThe session was chaired by Jon Lind.\n\nMr Ido Kerr (Mud Trust) said \
            that slates crack.\n\nSlates and lead\n\n10:15-11:00\n\nSpeakers: Jon Lind, Roofer, Mud Trust\n"
        );
        reads(&below, items);
        let behind = format!(
            "{table}MOSS ON ROOFS (9:30-10:15)\n\nThe slides went round.\n\nSLATES AND LEAD (10:15-11:00)\n\nNothing came \
            of it.\n"
        );
        reads(&behind, items);
        let plain = format!(
            "{table}Notes\n\nThe slides went round, and those who came looked at them.\n\nMoss on roofs\n\n(9:30-10:15)\n\nThe slides went round \
             once more, and those who came looked at them. A film about slates was shown as well, though nobody had asked for it.\n\n\
             Mr Ido Kerr (Mud Trust) said that slates crack.\n"
        );
        reads(&plain, items);
    }
}
