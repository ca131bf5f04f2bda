//! Which of day and month a report prints first, as its dates in numbers tell that can be read one way only.

use super::{DateOrder, dates};
use crate::lexicon::Lang;

/// More lines with such dates tell nothing new.
const LINES: usize = 200;

/// Month first where a date can only be read so, as `01/28/2008`, and none only day first; else nothing is told.
pub fn order_of(text: &str, lang: Lang) -> Option<DateOrder> {
    let strokes = memchr::memchr_iter(b'/', text.as_bytes());
    let mut line_end = 0;
    let mut month_first = false;
    let mut lines = 0;
    for stroke in strokes {
        let number = |b: Option<u8>| b.is_some_and(|b| b.is_ascii_digit());
        let bytes = text.as_bytes();
        let between = number(stroke.checked_sub(1).map(|i| bytes[i]))
            && number(bytes.get(stroke + 1).copied());
        if stroke < line_end || !between {
            continue;
        }
        let start = text[..stroke].rfind('\n').map_or(0, |i| i + 1);
        line_end = text[stroke..].find('\n').map_or(text.len(), |i| stroke + i);
        for (_, span) in dates(&text[start..line_end], lang, DateOrder::Dmy) {
            match span.order {
                Some(DateOrder::Dmy) => return None,
                Some(DateOrder::Mdy) => month_first = true,
                None => {}
            }
        }
        lines += 1;
        if lines > LINES {
            break;
        }
    }
    month_first.then_some(DateOrder::Mdy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_that_reads_one_way_tells_the_others() {
        let order = |t| order_of(t, Lang::En);
        assert_eq!(
            order("Met on 02/11/08.\nMinutes of 01/28/08 approved."),
            Some(DateOrder::Mdy)
        );
        assert_eq!(
            order("Met on 02/11/08.\nMinutes of 28/01/08 approved."),
            None
        );
        assert_eq!(order("Met on 02/11/08 and/or later"), None);
        assert_eq!(order("01/28/08 and 28/01/08"), None);
    }
}
