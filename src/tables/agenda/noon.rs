//! Noon that is printed as midnight: `11:45 - 12:45 AM Lunch` between a morning's items and an afternoon's.

use super::slot::Slot;
use crate::value::time::{Clock, TimeSpan};

const HALF_DAY: u32 = 12 * 60;
/// A programme's morning begins no earlier.
const MORNING: u32 = 6 * 60;
/// Its afternoon is over.
const EVENING: u32 = 18 * 60;
/// From here on an am behind the range may have made an evening of a morning.
const LATE: u32 = 18 * 60;

/// Puts such times right, where the items before and behind on the same day tell that it was noon.
pub(super) fn put_right(slots: &mut [Slot]) {
    for i in 0..slots.len() {
        // An item without a time asks for none around it.
        if slots[i].time.is_none() {
            continue;
        }
        let day = slots[i].day;
        let start = |s: &Slot| s.time.as_ref().map(|(_, t)| t.start.minutes());
        let near = |s: &&Slot| s.day == day;
        let above = slots[..i].iter().rev().take_while(near).find_map(start);
        let below = slots[i + 1..].iter().take_while(near).find_map(start);
        let Some((_, span)) = slots[i].time.as_mut() else {
            continue;
        };
        if !span.clock24
            && below.is_some_and(|b| (HALF_DAY..EVENING).contains(&b))
            && let Some((start, end)) = at_noon(span, above)
        {
            span.start = start;
            span.end = end;
        }
    }
}

/// The start and the end with noon for midnight, if one of them is what noon is taken for.
fn at_noon(span: &TimeSpan, above: Option<u32>) -> Option<(Clock, Option<Clock>)> {
    let start = span.start.minutes();
    let morning = above.is_some_and(|a| (MORNING..HALF_DAY).contains(&a));
    let later = |minutes| Clock::from_minutes(minutes + HALF_DAY);
    match span.end {
        Some(end) if end.hour == 0 && span.end_marked => {
            if (MORNING..HALF_DAY).contains(&start) {
                return Some((span.start, Some(later(end.minutes()))));
            }
            let before = start >= LATE && morning && Some(start - HALF_DAY) >= above;
            before.then(|| {
                let start = Clock::from_minutes(start - HALF_DAY);
                (start, Some(later(end.minutes())))
            })
        }
        end if span.start.hour == 0 && span.start_marked && morning => {
            let fits = end.is_none_or(|e| e.minutes() >= HALF_DAY);
            fits.then(|| (later(start), end))
        }
        _ => None,
    }
}
