//! What a line among items says that it is: the head of a session, an aside, a date, the label of a title.

use super::super::days;
use super::super::item::Open;
use super::super::kind;
use super::super::line::Line;
use super::super::run::Ahead;
use super::super::who::Who;
use crate::lexicon::List;
use crate::tables::outcomes;

/// `List of participants`, which stands over those who came and is no item's.
pub(super) fn heads_people(text: &str, who: &Who) -> bool {
    let text = text.trim_end_matches([':', ' ']);
    let list = who.lexicon.list(List::HeadingParticipants);
    let starts = text.starts_with(char::is_uppercase) && text.split(' ').count() <= 4;
    starts && list.find_iter(text).any(|(r, _)| r.end == text.len())
}

/// `Findings`, a bullet no deeper than the items and set beside their own list: what stands below it came out of the meeting. A
/// deeper one tells what an item is about.
pub(super) fn heads_outcomes(line: &Line, items: u8, who: &Who) -> bool {
    let beside =
        line.bullet && (line.level < items || line.level == items && line.text().ends_with(':'));
    beside && line.text().len() <= HEAD && outcomes::heads_results(who.lexicon, line.text())
}

/// A bullet that heads a list is no longer, in bytes.
const HEAD: usize = 40;

/// `SESSION II:`, which stands over the items of a part.
pub(super) fn is_session(text: &str, who: &Who) -> bool {
    let label = who.lexicon.list(List::SessionLabel).starts(text);
    let number = label.map(|len| text[len..].trim_matches([' ', ':', '.']));
    let roman = |n: &str| n.chars().all(|c| "IVX".contains(c));
    let digits = |n: &str| n.chars().all(|c| c.is_ascii_digit());
    number.is_some_and(|n| (1..=4).contains(&n.len()) && (roman(n) || digits(n)))
}

/// `Session II: Nets (Chair: A. Novak)` over the next time, or whoever chairs below a pause: a part of the programme and none
/// of the item above.
pub(super) fn heads_session(line: &Line, ahead: Ahead, open: &Open, who: &Who) -> bool {
    if line.bullet || ahead.next_start.is_none() {
        return false;
    }
    let text = line.text();
    let pause = || {
        let kind = kind::kind(open.slot.title.as_str(), who.lexicon);
        matches!(kind, "break" | "meal" | "registration")
    };
    let label = text.split_once([':', '(', '\u{2013}', '-']);
    if is_session(label.map_or("", |(label, _)| label), who) {
        // Right below an item it may be what takes place then.
        let told = !open.slot.presenters.is_empty() || !open.slot.talks.is_empty();
        return line.gap > 0 || told || pause();
    }
    who.role(text).is_some() && who.presents(text) && pause()
}

/// `(Plenary)`, which says something of the item whose title stands below.
pub(super) fn is_aside(title: &str) -> bool {
    let inner = title.strip_prefix('(').and_then(|t| t.strip_suffix(')'));
    inner.is_some_and(|t| !t.contains([')', ' ']))
}

/// `Date: 17 August 2022`.
pub(super) fn is_dated(line: &Line, who: &Who) -> bool {
    let at = who.labelled(List::AgendaColumnDay, line.text());
    at.is_some_and(|at| days::date(&line.text()[at..], who).is_some())
}

/// Where a title begins behind a label for titles: `Topic: Maps`. `Presentation: Maps` says what the item is.
pub(super) fn title_label(text: &str, who: &Who) -> Option<usize> {
    let at = who.labelled(List::AgendaColumnTitle, text)?;
    (kind::kind(&text[..at], who.lexicon) == kind::ANY).then_some(at)
}

#[cfg(test)]
mod tests {
    use crate::tables::agenda::tests::reads;

    #[test]
    fn what_came_out_of_a_day_is_no_detail_of_its_last_item() {
        let text = "# Mill workshop

Agenda

* Sessions:
  * 9h00 \u{2013} 9h30: Opening
  * 9h30 \u{2013} 11h00: Wheels
  * 11h00 \u{2013} 12h00: Sacks
    * Findings

* **Findings**
  * The wheel turns slowly
";
        let rows = [
            "09:00-09:30 | Opening",
            "09:30-11:00 | Wheels",
            "11:00-12:00 | Sacks | + Findings",
        ];
        reads(text, &rows);
    }
}
