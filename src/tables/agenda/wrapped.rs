//! Items that a narrow column wrapped over lines set below their titles.

use super::days;
use super::heads::place_in_line;
use super::line::{self, Line, lead};
use super::who::Who;
use crate::outline::UnitKind;
use std::ops::Range;

/// So many line ends tell how wide a column is.
const LEAST: usize = 4;

/// Joins the lines below items to these where they stand below the titles and each line end is one that the width of the
/// column made: the word behind it would not have fitted.
pub(super) fn join(lines: &mut Vec<Line>, who: &Who) {
    let parts = parts(lines, who);
    let runs = || parts.iter().filter(|p| p.lines.len() > 1);
    let end = |p: &Part, i: usize| {
        let line = &lines[i].flow;
        let text = if i == p.lines.start { p.from } else { 0 };
        place_in_line(&line.slice(text..line.len()), who) + line.as_str()[text..].chars().count()
            - p.place
    };
    // Each day has a table of its own, if it is long enough to tell.
    let days = parts.last().map_or(0, |p| p.day + 1);
    let mut ends = vec![(0, 0); days];
    for p in runs() {
        let day = &mut ends[p.day];
        day.0 += p.lines.len() - 1;
        day.1 = p.lines.clone().map(|i| end(p, i)).fold(day.1, usize::max);
    }
    let widest = ends.iter().map(|d| d.1).max().unwrap_or(0);
    let width = |day: usize| {
        if ends[day].0 < LEAST {
            widest
        } else {
            ends[day].1
        }
    };
    let full = |p: &Part, i: usize| {
        let word = lines[i + 1].text().split(' ').next().unwrap_or("");
        end(p, i) + 1 + word.chars().count() > width(p.day)
    };
    let (mut all, mut made) = (0, 0);
    for p in runs() {
        let ends = p.lines.start..p.lines.end - 1;
        all += ends.len();
        made += ends.filter(|&i| full(p, i)).count();
    }
    if all < LEAST || made * 10 < all * 9 {
        return;
    }
    let mut below: Vec<bool> = vec![false; lines.len()];
    runs().for_each(|p| below[p.lines.start + 1..p.lines.end].fill(true));
    let mut joined: Vec<Line> = Vec::with_capacity(lines.len());
    for (line, below) in lines.drain(..).zip(below) {
        match joined.last_mut().filter(|_| below) {
            Some(last) => last.flow.join(&line.flow),
            None => joined.push(line),
        }
    }
    *lines = joined;
}

/// Joins a line to the bullet that it hangs below, where that one breaks off in a bracket or a bracket is all that it has:
/// `- Maps of mud (Ana` over `Novak)`.
pub(super) fn hang(lines: &mut Vec<Line>, who: &Who) {
    let mut place = None;
    lines.dedup_by(|line, above| {
        if line.bullet || line.gap > 0 || matches!(line.kind, UnitKind::Grid(_)) {
            place = None;
            return false;
        }
        if above.bullet && place.is_none() {
            place = Some(place_in_line(&above.flow, who));
        }
        let hangs = place.is_some_and(|p| p > 0 && place_in_line(&line.flow, who) == p);
        let joins = hangs && above.bullet && brackets(above.text(), line.text());
        if joins {
            above.flow.join(&line.flow);
        } else {
            place = None;
        }
        joins
    });
}

/// Whether a text closes the bracket that the one above opens, or is one.
fn brackets(above: &str, text: &str) -> bool {
    let open = |t: &str| t.rfind('(') > t.rfind(')');
    let closes = text.ends_with(')') && !text[..text.len() - 1].contains(')');
    closes && open(above) != text.starts_with('(')
}

/// Lines that may be one: an item, or a dash below its title, and what hangs below.
struct Part {
    /// The lines.
    lines: Range<usize>,
    /// Where the title begins on the first.
    from: usize,
    /// How many characters stand before it there.
    place: usize,
    /// How many blank lines part it from the first.
    day: usize,
}

fn parts(lines: &[Line], who: &Who) -> Vec<Part> {
    let mut found: Vec<Part> = Vec::new();
    let (mut open, mut day) = (false, 0);
    for (i, line) in lines.iter().enumerate() {
        day += usize::from(line.gap > 0 && !found.is_empty());
        if let Some(time) = lead(&line.flow, who) {
            let rest = line.flow.slice(time.rest.clone()).trim();
            // A column beside the title is no part of it.
            open = !rest.is_empty() && line::columns(&rest, who).len() < 2;
            let place = place_in_line(&rest, who);
            let from = line.flow.trimmed(time.rest).start;
            found.extend(open.then_some(Part {
                lines: i..i + 1,
                from,
                place,
                day,
            }));
            continue;
        }
        let Some(last) = found.last_mut().filter(|p| open && p.place > 0) else {
            continue;
        };
        let place = last.place;
        let apart = line.gap > 0 || line.number.is_some() || matches!(line.kind, UnitKind::Grid(_));
        let at = place_in_line(&line.flow, who);
        if line.bullet && !apart && at == place + 2 {
            found.push(Part {
                lines: i..i + 1,
                from: 0,
                place,
                day,
            });
        } else if at.abs_diff(place) <= 1 && !apart && days::day_line(&line.flow, who).is_none() {
            last.lines.end = i + 1;
        } else {
            open = false;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::tables::agenda::tests::reads;

    #[test]
    fn lines_of_a_narrow_column_are_joined() {
        let text = "Programme

9:00 - 9:30    Opening of the course \u{2013}
               Ana Novak Lind (Mud
               Trust)
9:30 - 10:15   How the reeds are cut \u{2013}
               Jon Moe (Head of Pond
               Care, Reed Offices);
               Eva Bo (Mud Trust)
10:15 - 10:30  Tea
";
        let rows = [
            "09:00-09:30 | Opening of the course | @presenter Ana Novak Lind",
            "09:30-10:15 | How the reeds are cut | @presenter Jon Moe | @presenter Eva Bo",
            "10:15-10:30 | Tea",
        ];
        reads(text, &rows);
    }

    #[test]
    fn people_in_brackets_below_a_bullet_are_those_of_its_talk() {
        let text = "Programme

9:00 - 9:30    Opening

9:30 - 10:15   Session 1: Reeds
               - How the reeds of four dull ponds are cut (Ana
                 Novak)
               - What the mud says to those that hear it
                 (Jon Moe)
10:15 - 10:30  Tea
10:30 - 11:00  Session 2: Mud
               - Ducks of four dull ponds
                 E. Novak (Norway)
";
        let rows = [
            "09:00-09:30 | Opening",
            "09:30-10:15 | Session 1: Reeds | @presenter Ana Novak (How the reeds of four dull ponds are cut) | @presenter Jon Moe (What the mud says to those that hear it)",
            "10:15-10:30 | Tea",
            "10:30-11:00 | Session 2: Mud | @presenter E. Novak (Ducks of four dull ponds)",
        ];
        reads(text, &rows);
    }
}
