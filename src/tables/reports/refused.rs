//! What speaks against a line as the title of the document: an item, a part, a house, a role.

use super::title::{starts_label, text_above};
use crate::extract::Extraction;
use crate::lexicon::List;
use crate::outline::Unit;
use crate::value::date::{DateOrder, date_at};
use crate::value::time::time_at;

/// Whether a time stands alone on the line above: then the line is an item of a programme.
pub(super) fn is_below_time(x: &Extraction, unit: &Unit) -> bool {
    let last = text_above(x, unit).and_then(|t| t.lines().next_back());
    last.is_some_and(|t| {
        let time = time_at(t, x.lexicon.lang());
        time.is_some_and(|(len, _)| t[len..].trim_matches(['.', ':', ' ']).is_empty())
    })
}

/// The number that a line begins with and no date: `4 Minutes of the previous meeting`.
fn count_of(x: &Extraction, text: &str) -> Option<u32> {
    let len = text.bytes().take_while(u8::is_ascii_digit).count();
    let number = text[..len].parse().ok().filter(|_| len <= 2)?;
    let title = text[len..]
        .trim_start_matches(['.', ')'])
        .strip_prefix(' ')?;
    let dated = || date_at(text, x.lexicon.lang(), DateOrder::default()).is_some();
    (title.trim_start().starts_with(char::is_uppercase) && !dated()).then_some(number)
}

/// So near stands the next number of a run.
const COUNTED: usize = 4;

/// Whether a line is one of a run that numbers count: an item of an agenda.
pub(super) fn is_counted(x: &Extraction, unit: &Unit) -> bool {
    let Some(number) = count_of(x, unit.text()) else {
        // The title of an item stands below its number.
        let lone = |t: &str| {
            let digits = t.strip_suffix('.').unwrap_or("");
            (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
        };
        return text_above(x, unit).is_some_and(lone);
    };
    let at = x.outline.units.partition_point(|u| u.block < unit.block);
    let near = at.saturating_sub(COUNTED)..(at + COUNTED + 1).min(x.outline.units.len());
    let counts = |u: &Unit| count_of(x, u.text()).is_some_and(|n| n.abs_diff(number) == 1);
    x.outline.units[near].iter().any(counts)
}

/// `Session 2` and `Item 4: Nets`: a part of a programme and no title.
pub(super) fn is_counted_part(x: &Extraction, text: &str) -> bool {
    let behind = |list| {
        x.lexicon
            .list(list)
            .starts(text)
            .map(|len| text[len..].trim_start())
    };
    let counted = |rest: &str| {
        let number = rest.trim_end_matches([':', '.']);
        (1..=2).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit())
    };
    let item = behind(List::AgendaItem).and_then(|rest| rest.split_once(':'));
    behind(List::SessionLabel).is_some_and(counted) || item.is_some_and(|(n, _)| counted(n))
}

/// `Town Hall Conference Room` beside a date: where they met.
pub(super) fn is_house(x: &Extraction, unit: &Unit) -> bool {
    let text = unit.text();
    let big = |w: &str| w.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let house = (2..=5).contains(&text.split(' ').count())
        && text.split(' ').all(big)
        && x.lexicon.list(List::VenueNoun).ends(text);
    let dated = |u: &Unit| {
        let found = date_at(u.text(), x.lexicon.lang(), DateOrder::default());
        u.gap == 0
            && found.is_some_and(|(len, span)| len + 2 > u.text().len() && span.start.day.is_some())
    };
    house
        && x.outline
            .units
            .iter()
            .find(|u| u.block > unit.block)
            .is_some_and(dated)
}

/// `Chair: A. Novak`: who does what there.
pub(super) fn has_role(x: &Extraction, text: &str) -> bool {
    const ROLES: [List; 5] = [
        List::RoleChair,
        List::RoleModerator,
        List::RoleFacilitator,
        List::RoleSpeaker,
        List::RoleRapporteur,
    ];
    text.contains(':') && ROLES.iter().any(|list| starts_label(x, text, *list))
}
