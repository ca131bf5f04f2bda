//! Items that a narrow column wrapped over lines set below their titles.

use super::days;
use super::heads::{are_heads, place_in_line};
use super::line::{self, Line, lead};
use super::title;
use super::who::Who;
use crate::outline::UnitKind;
use std::ops::Range;

/// So many line ends tell how wide a column is.
const LEAST: usize = 4;
/// The same where another column stands beside it.
const LEAST_BESIDE: usize = 3;

/// Joins the lines below items to these where they stand below the titles and each line end is one that the width of the
/// column made: the word behind it would not have fitted.
pub(super) fn join(lines: &mut Vec<Line>, who: &Who) {
    let parts = parts(lines, who);
    let runs = || parts.iter().filter(|p| p.lines.len() > 1);
    let end = |p: &Part, i: usize| {
        let line = &lines[i].flow;
        let text = match i == p.lines.start {
            true => p.title.clone(),
            false => 0..line.len(),
        };
        let long = line.as_str()[text.clone()].chars().count();
        place_in_line(&line.slice(text), who) + long - p.place
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
        // A label of a role begins a line of its own.
        let ends = (p.lines.start..p.lines.end - 1)
            .filter(|&i| p.beside.is_none() || who.role(lines[i + 1].text()).is_none());
        all += ends.clone().count();
        made += ends.filter(|&i| full(p, i)).count();
    }
    let beside = runs().filter(|p| p.beside.is_some()).count() > 1;
    let least = if beside { LEAST_BESIDE } else { LEAST };
    if all < least || made * 10 < all * 9 {
        return;
    }
    let mut below: Vec<bool> = vec![false; lines.len()];
    runs().for_each(|p| below[p.lines.start + 1..p.lines.end].fill(true));
    // What stands beside a title stays out of the way of its next line.
    for p in runs().filter(|p| p.beside.is_some()) {
        let line = &mut lines[p.lines.start];
        let column = line.flow.trimmed(p.title.end..line.flow.len());
        line.beside = Some(line.flow.slice(column));
        line.flow = line.flow.slice(0..p.title.end);
    }
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
        let at = place_in_line(&line.flow, who);
        let hangs = place.is_some_and(|p| p > 0 && at == p);
        // What closes a bracket may be set deeper than the title.
        let closes = || place.is_some_and(|p| p > 0 && at > p) && breaks_in_bracket(above.text());
        let joins = above.bullet
            && (brackets(above.text(), line.text()) && (hangs || closes())
                || hangs && lasts_below(above.text(), line.text(), who));
        if joins {
            above.flow.join(&line.flow);
        } else {
            place = None;
        }
        joins
    });
}

/// Whether a line in small letters ends the title above it with how long that lasts: `meeting? (2 min)`.
fn lasts_below(above: &str, text: &str, who: &Who) -> bool {
    let goes_on = text.starts_with(char::is_lowercase) && text.ends_with(')');
    goes_on && title::lasts(text, who) && !title::lasts(above, who)
}

/// Whether a text ends inside a bracket.
fn breaks_in_bracket(text: &str) -> bool {
    text.rfind('(') > text.rfind(')')
}

/// Whether a text closes the bracket that the one above opens, or is one.
fn brackets(above: &str, text: &str) -> bool {
    let closes = text.ends_with(')') && !text[..text.len() - 1].contains(')');
    closes && breaks_in_bracket(above) != text.starts_with('(')
}

/// Lines that may be one: an item, or a dash below its title, and what hangs below.
struct Part {
    /// The lines.
    lines: Range<usize>,
    /// The title on the first.
    title: Range<usize>,
    /// Where on its line the column beside the title begins.
    beside: Option<usize>,
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
            let at = line.flow.trimmed(time.rest);
            let rest = line.flow.slice(at.clone());
            let columns = line::columns(&rest, who);
            let (title, beside) = match columns.as_slice() {
                [] | [_] => (at.clone(), None),
                [title, other] => {
                    let beside = place_in_line(&rest.slice(other.clone()), who);
                    (at.start..at.start + title.end, Some(beside))
                }
                // More columns are a table, of which the title is one.
                _ => (0..0, None),
            };
            open = !title.is_empty();
            found.extend(open.then(|| Part {
                lines: i..i + 1,
                place: place_in_line(&rest, who),
                title,
                beside,
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
                title: 0..line.flow.len(),
                beside: None,
                place,
                day,
            });
        } else if at.abs_diff(place) <= 1
            && !apart
            && days::day_line(&line.flow, who).is_none()
            && (last.beside.is_none() || line::columns(&line.flow, who).len() < 2)
        {
            last.lines.end = i + 1;
        } else {
            open = false;
        }
    }
    // A column without a head stands at one place, and what stands elsewhere is no title.
    let places = || found.iter().filter_map(|p| p.beside);
    let one = places().next().filter(|_| !is_headed(lines, who));
    let column = one.is_some() && places().all(|p| Some(p) == one);
    found.retain(|p| p.beside.is_none() || column);
    found
}

/// Whether heads stand over the columns behind the times.
fn is_headed(lines: &[Line], who: &Who) -> bool {
    let untimed = lines.iter().take_while(|l| lead(&l.flow, who).is_none());
    untimed.into_iter().any(|l| are_heads(l, who))
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

    #[test]
    fn rooms_beside_titles_stay_out_of_the_way_of_their_next_lines() {
        let text = "Programme

9:00-9:30     Opening. Ana Novak                          Reed Hall
9:30-10:15    Eleven days of mud: a diary. Dr. Jon        Reed Hall
              Moe (Mud Trust, Norway)
10:15-10:45   Tea                                         Porch
10:45-11:30   Panel: who cuts the reeds?                  Reed Hall
              Moderator: Ana Novak. Panelists: Eva
              Bo (Sweden), Ana Lind (Norway)
11:30-12:00   What a pond costs by the year. Ana          Reed Hall
              Lind (Pond Care Institute)
13:00         Dinner                                      Gasthof Lamm
";
        let rows = [
            "09:00-09:30 | Opening | in Reed Hall | @presenter Ana Novak",
            "09:30-10:15 | Eleven days of mud: a diary | in Reed Hall | @presenter Jon Moe",
            "10:15-10:45 | Tea | in Porch",
            "10:45-11:30 | Panel: who cuts the reeds? | in Reed Hall | @moderator Ana Novak | @panelist Eva Bo | @panelist Ana Lind",
            "11:30-12:00 | What a pond costs by the year | in Reed Hall | @presenter Ana Lind",
            "13:00 | Dinner | in Gasthof Lamm",
        ];
        reads(text, &rows);
    }
}
