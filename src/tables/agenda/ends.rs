//! Ends of ranges that lost their sign, their minutes or a blank.

use super::habits::signed_clock;
use super::who::Who;
use crate::lexicon::List;
use crate::value::time::{Clock, TimeSpan};

/// The end that only blanks part from its start, where the report prints ranges so: its bytes with the blanks.
pub(super) fn spaced_end(rest: &str, span: &TimeSpan, who: &Who) -> Option<(usize, Clock)> {
    let body = rest.trim_start();
    let apart = who.spaced && span.end.is_none() && body.len() < rest.len();
    let (len, minutes) = apart.then(|| signed_clock(body)).flatten()?;
    let until = Clock {
        hour: (minutes / 60) as u8,
        minute: (minutes % 60) as u8,
    };
    // `12:00 1:30` on a clock of twelve hours.
    let later = minutes > span.start.minutes() || span.start.hour >= 10 && until.hour < 7;
    later.then_some((rest.len() - body.len() + len, until))
}

/// The full hour behind a start with minutes: ` - 12 Discussion`, which no number of an item could be.
pub(super) fn bare_end(rest: &str, span: &TimeSpan) -> Option<(usize, Clock)> {
    let start = span.start;
    if span.end.is_some() {
        return None;
    }
    let body = rest
        .trim_start()
        .strip_prefix(['-', '\u{2013}', '\u{2014}'])?;
    let body = body.trim_start();
    let len = body.bytes().take_while(u8::is_ascii_digit).count();
    if let Some(end) = unsigned_end(&body[..len], &body[len..], start) {
        return Some((rest.len() - body.len() + len, end));
    }
    if let Some((more, end)) = parted_end(&body[..len], &body[len..], start) {
        return Some((rest.len() - body.len() + more, end));
    }
    if start.minute == 0 {
        return None;
    }
    let hour: u8 = body[..len].parse().ok().filter(|h| (1..=24).contains(h))?;
    let title = body[len..].strip_prefix(' ')?.trim_start();
    let next = (u32::from(hour) % 12 + 12 - u32::from(start.hour) % 12) % 12;
    let fits = (1..=4).contains(&next) && title.starts_with(char::is_uppercase);
    let end = Clock {
        hour: hour % 24,
        minute: 0,
    };
    fits.then(|| (rest.len() - body.len() + len, end))
}

/// The end that lost its sign behind a start that has one: `10.00 - 1015 Coffee`.
fn unsigned_end(digits: &str, behind: &str, start: Clock) -> Option<Clock> {
    let value = digits.parse::<u32>().ok();
    let value = value.filter(|_| (3..=4).contains(&digits.len()))?;
    let (hour, minute) = ((value / 100) as u8, (value % 100) as u8);
    let end = Clock { hour, minute };
    let later = (1..=300).contains(&end.minutes().saturating_sub(start.minutes()));
    let whole = hour < 24 && minute < 60 && minute % 5 == 0;
    (whole && later && (behind.is_empty() || behind.starts_with(' '))).then_some(end)
}

/// `30` behind `9. `: the minutes of an end that a blank parts from its hour, and the bytes up to their end.
pub(super) fn parted_end(hour: &str, behind: &str, start: Clock) -> Option<(usize, Clock)> {
    let minutes = behind.strip_prefix(". ").or(behind.strip_prefix(": "))?;
    let digits = minutes.get(..2)?;
    let closed = minutes[2..].is_empty() || minutes[2..].starts_with(' ');
    let end = unsigned_end(&format!("{hour}{digits}"), "", start)?;
    closed.then_some((hour.len() + 4, end))
}

/// The bytes of ` hours` behind a time where the title is glued to them: `10:45 - 11:05 hoursTea`.
pub(super) fn glued_hours(rest: &str, who: &Who) -> usize {
    let word = rest.trim_start_matches(' ');
    let letters = word.bytes().take_while(u8::is_ascii_lowercase).count();
    let titled = letters > 0 && word[letters..].starts_with(char::is_uppercase);
    match titled && who.lexicon.list(List::TimeHours).is(&word[..letters]) {
        true => rest.len() - word.len() + letters,
        false => 0,
    }
}
