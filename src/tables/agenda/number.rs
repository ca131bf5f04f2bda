//! Numbers of items: what is one, and which follows which.

use super::slot::Slot;
use super::who::Who;
use crate::lexicon::List;
use std::ops::Range;

/// `4.1 Title`, `3. Title`, `2) Title`, `Item 4: Title`: the number, and where the title begins.
pub(super) fn item_number(text: &str, who: &Who) -> Option<(Range<usize>, usize)> {
    let label = who
        .lexicon
        .list(List::AgendaItem)
        .starts(text)
        .filter(|l| text[*l..].starts_with([' ', '.']));
    let lead = label.map_or(0, |l| {
        l + text[l..].len() - text[l..].trim_start_matches([' ', '.']).len()
    });
    if let Some(found) = enclosed(text) {
        return Some(found);
    }
    let rest = &text[lead..];
    let len = rest
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(rest.len());
    let len = len + part_letter(&rest[..len], &rest[len..]);
    let number = rest[..len].trim_end_matches('.');
    let parts = number.split('.');
    let plain = parts.clone().all(|p| (1..=2).contains(&p.len()));
    if !plain || number.is_empty() || parts.clone().count() > 4 {
        return None;
    }
    // `1º.- Title`
    let after = rest[number.len()..].trim_start_matches(['\u{ba}', '\u{aa}', '\u{b0}']);
    let body = after.trim_start_matches(['.', ')', ':', '-', '\u{2013}', '\u{2014}', ' ']);
    let pointed = [".- ", ".\u{2013} ", ".-", ".\u{2013}"].iter().any(|sign| {
        let title = after.strip_prefix(sign);
        title.is_some_and(|t| t.starts_with(char::is_uppercase))
    });
    let closed = after.starts_with(['.', ')', ':']) && after[1..].starts_with(' ');
    // `3 - Money`, the number parted from its title by a dash.
    let dashed = number.len() < 3
        && [" - ", " \u{2013} ", " \u{2014} "]
            .iter()
            .any(|sign| after.starts_with(sign))
        && body.starts_with(char::is_uppercase);
    let dotted =
        number.contains('.') && after.starts_with(' ') && !body.starts_with(char::is_lowercase);
    let labelled = label.is_some() && !body.is_empty() && after.len() > body.len();
    let titled =
        body.starts_with(|c: char| c.is_alphabetic() || matches!(c, '"' | '\u{201c}' | '\u{2018}'));
    ((closed || pointed || dotted || dashed || labelled) && titled)
        .then(|| (lead..lead + number.len(), text.len() - body.len()))
}

/// So many numerals of a run are no initials.
const LEAST_ROMAN: usize = 3;

/// Takes the numerals before titles as the items' numbers where they count on from the first: `I. Opening`, `II. Nets`.
pub(super) fn romans(slots: &mut [Slot]) {
    let numeral = |slot: &Slot| {
        let (numeral, title) = slot.title.as_str().split_once(". ")?;
        let count = roman(numeral).filter(|_| slot.number.is_empty())?;
        title
            .starts_with(char::is_uppercase)
            .then_some((count, numeral.len()))
    };
    let found: Vec<(u32, usize)> = slots.iter().filter_map(numeral).collect();
    let counts = |w: &[(u32, usize)]| w[0].0 <= w[1].0 && w[1].0 <= w[0].0 + 1;
    let distinct = found.last().map_or(0, |l| l.0) as usize;
    let from_first = found.first().is_some_and(|f| f.0 == 1);
    if !from_first || distinct < LEAST_ROMAN || !found.windows(2).all(counts) {
        return;
    }
    for slot in slots {
        let Some((_, len)) = numeral(slot) else {
            continue;
        };
        let title = std::mem::take(&mut slot.title);
        slot.number = title.cell(0..len);
        slot.title = title.slice(len + 1..title.len()).trim();
    }
}

/// The count that a numeral in capitals says; no programme has so many items that it passes the second ten.
fn roman(text: &str) -> Option<u32> {
    crate::value::roman(text).filter(|count| *count < 30)
}

/// Bytes of a letter behind the point of a number, which names a part: `3.a.`, `4.B)`.
fn part_letter(number: &str, behind: &str) -> usize {
    let mut letters = behind.chars();
    let letter = letters.next().is_some_and(|c| c.is_ascii_alphabetic());
    let closed = letters.next().is_some_and(|c| matches!(c, '.' | ')'));
    let titled = letters.next() == Some(' ');
    usize::from(number.ends_with('.') && number.len() > 1 && letter && closed && titled)
}

/// `Agenda item 3` alone, or the bare number where the report prints them so, whose title stands below: the number.
pub(super) fn lone_number(text: &str, who: &Who) -> Option<Range<usize>> {
    let text = text.trim_end_matches([':', '.', ' ']);
    if who.lone && (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit()) {
        return Some(0..text.len());
    }
    // `16.1`, which no time has so few digits to be.
    if let Some((item, part)) = text.split_once('.') {
        let digits =
            |t: &str, most| (1..=most).contains(&t.len()) && t.bytes().all(|b| b.is_ascii_digit());
        return (digits(item, 2) && digits(part, 1)).then_some(0..text.len());
    }
    let label = who.lexicon.list(List::AgendaItem).starts(text)?;
    let number = text[label..].strip_prefix(' ')?;
    let digits = (1..=2).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.len() - number.len()..text.len())
}

/// `(3) Title`.
fn enclosed(text: &str) -> Option<(Range<usize>, usize)> {
    let inner = text.strip_prefix('(')?;
    let len = inner.bytes().take_while(u8::is_ascii_digit).count();
    let title = inner[len..].strip_prefix(") ")?.trim_start();
    let fits = (1..=2).contains(&len) && title.starts_with(char::is_uppercase);
    fits.then(|| (1..1 + len, text.len() - title.len()))
}

/// Text of a number cell that names an item.
pub(super) fn is_number(text: &str) -> bool {
    let bare = text.trim_end_matches(['.', ')']);
    let dotted = !bare.is_empty()
        && bare
            .split('.')
            .all(|p| (1..=3).contains(&p.len()) && p.chars().all(|c| c.is_ascii_digit()));
    let lettered = bare.len() <= 4
        && bare
            .chars()
            .next()
            .is_some_and(|c| c.is_ascii_alphanumeric())
        && bare.chars().any(|c| c.is_ascii_digit());
    let roman = (1..=5).contains(&bare.len()) && bare.chars().all(|c| "IVX".contains(c));
    dotted || lettered || roman
}

/// Whether a number follows another in a numbered list: 1, 2, 3, 3.1, 3.2, 4.
pub(super) fn follows(last: Option<&str>, number: &str) -> bool {
    // The letter of a part counts as its number does.
    let value = |part: &str| match part.as_bytes() {
        [b] if b.is_ascii_alphabetic() => Some(u32::from(b.to_ascii_lowercase() - b'a') + 1),
        _ => part.parse().ok(),
    };
    let parsed = |n: &str| -> Option<Vec<u32>> {
        match n.contains('.') {
            true => n.split('.').map(value).collect(),
            false => n.parse().ok().map(|n| vec![n]),
        }
    };
    let Some(now) = parsed(number) else {
        return lettered(last, number);
    };
    let Some(last) = last else {
        return now.iter().all(|&n| n <= 1) || now.len() > 1 && now[1..] == [1];
    };
    let Some(before) = parsed(last) else {
        return false;
    };
    let same = before.iter().zip(&now).take_while(|(a, b)| a == b).count();
    match (before.get(same), now.get(same)) {
        (Some(a), Some(b)) => *b == a + 1 && now[same + 1..].iter().all(|&n| n == 1),
        (None, Some(b)) => *b <= 1 && now.len() == same + 1,
        _ => false,
    }
}

/// Whether a plain number is some way behind another: `10` behind `6`, three parts of that between them.
pub(super) fn is_further(last: Option<&str>, number: &str) -> bool {
    let plain = |n: &str| n.trim_end_matches(['.', ')']).parse::<u32>().ok();
    let pair = last.and_then(plain).zip(plain(number));
    pair.is_some_and(|(last, now)| now > last && now - last <= FURTHEST)
}

/// No number is so far behind the last.
const FURTHEST: u32 = 10;

/// Letters and Roman numerals: the one behind the last.
fn lettered(last: Option<&str>, number: &str) -> bool {
    const ROMAN: [&str; 20] = [
        "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv",
        "xv", "xvi", "xvii", "xviii", "xix", "xx",
    ];
    let roman = |n: &str| ROMAN.iter().position(|r| r.eq_ignore_ascii_case(n));
    let letter = |n: &str| match n.as_bytes() {
        [b] if b.is_ascii_alphabetic() => Some(usize::from(b.to_ascii_lowercase())),
        _ => None,
    };
    let Some(last) = last else {
        return number.eq_ignore_ascii_case("a") || number.eq_ignore_ascii_case("i");
    };
    let next = |a: Option<usize>, b: Option<usize>| a.zip(b).is_some_and(|(a, b)| b == a + 1);
    next(roman(last), roman(number)) || next(letter(last), letter(number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lang;
    use crate::value::person::Known;

    #[test]
    fn numbers_follow_each_other() {
        for (last, next) in [
            (None, "1"),
            (None, "1.1"),
            (Some("1"), "2"),
            (Some("3"), "3.1"),
            (Some("3.1"), "3.2"),
            (Some("3.2"), "4"),
            (Some("4.9"), "4.10"),
            (Some("ii"), "iii"),
            (Some("A"), "B"),
            (Some("3"), "3.a"),
            (Some("3.a"), "3.b"),
            (Some("3.b"), "4"),
        ] {
            assert!(follows(last, next), "{last:?} {next}");
        }
        for (last, next) in [
            (Some("4"), "1"),
            (Some("2"), "4"),
            (None, "7"),
            (Some("2"), "III"),
        ] {
            assert!(!follows(last, next), "{last:?} {next}");
        }
    }

    #[test]
    fn a_number_before_a_title_is_closed_dotted_or_labelled() {
        let who = Who::new(Lang::En, Known::default());
        for (text, number) in [
            ("4.1 Maps", "4.1"),
            ("3. Maps", "3"),
            ("2) Maps", "2"),
            ("Item 4: Maps", "4"),
            ("3.a. Maps", "3.a"),
            ("3 - Maps", "3"),
            ("3.- Maps", "3"),
            ("3.-Maps", "3"),
            ("3\u{ba}.- Maps", "3"),
            ("3 \u{2013} Maps", "3"),
        ] {
            let (at, _) = item_number(text, &who).expect(text);
            assert_eq!(&text[at], number);
        }
        for text in [
            "2030 and beyond",
            "3 - 4 pm",
            "3 case studies",
            "10.5 million",
            "Item",
        ] {
            assert!(item_number(text, &who).is_none(), "{text}");
        }
    }
}
