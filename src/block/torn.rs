//! A text of which all line ends were lost: the numbers that count up in it, and its bullets, begin its lines.

/// A line is torn text from this length on, in bytes.
const LEAST: usize = 600;
/// So many numbers in a row, or bullets, are no chance.
const FEW: usize = 3;
/// So many other numbers may stand before the one that goes on.
const OTHERS: usize = 12;
/// Numbers have no more parts.
const DEEPEST: usize = 3;

/// A number that may begin a line: `2.`, `3)`, `4:`, `1.2.`
struct Number {
    at: usize,
    parts: Vec<u32>,
    sign: u8,
}

/// Where lines begin inside a line that holds most of a text of `all` bytes, in order.
pub(super) fn cuts(line: &str, all: usize) -> Vec<usize> {
    if line.len() < LEAST || line.len() * 2 < all {
        return Vec::new();
    }
    let mut found = numbered(&numbers(line));
    for bullet in [" \u{2022} ", " * "] {
        let places = || line.match_indices(bullet).map(|(at, _)| at + 1);
        if places().nth(FEW - 1).is_some() {
            found.extend(places());
        }
    }
    found.sort_unstable();
    found
}

/// The places of the numbers that count up from one, a run at a time.
fn numbered(all: &[Number]) -> Vec<usize> {
    let mut found = Vec::new();
    let mut i = 0;
    while i < all.len() {
        let run = match all[i].parts[..] {
            [0 | 1] => run(all, i),
            _ => Vec::new(),
        };
        match run.last() {
            Some(&last) if run.len() >= FEW => {
                found.extend(run.iter().map(|&n| all[n].at));
                i = last + 1;
            }
            _ => i += 1,
        }
    }
    found
}

/// The numbers that go on with the one at `first`; where another list begins, the run ends.
fn run(all: &[Number], first: usize) -> Vec<usize> {
    let mut run = vec![first];
    let mut others = 0;
    for (i, number) in all.iter().enumerate().skip(first + 1) {
        let last = &all[run[run.len() - 1]];
        if goes_on(last, number) {
            run.push(i);
            others = 0;
            continue;
        }
        others += 1;
        let begins = number.parts == [1] && all.get(i + 1).is_some_and(|n| goes_on(number, n));
        if begins || others > OTHERS {
            break;
        }
    }
    run
}

/// Whether a number is the next of its rank, or of a rank above, or the first below.
fn goes_on(last: &Number, next: &Number) -> bool {
    let n = next.parts.len();
    let Some((own, above)) = next.parts.split_last() else {
        return false;
    };
    let counts =
        n <= last.parts.len() && above == &last.parts[..n - 1] && *own == last.parts[n - 1] + 1;
    let first = above == last.parts && *own == 1;
    (counts || first)
        && (n > 1 || next.sign == last.sign || last.parts.len() > 1 && next.sign == b'.')
}

/// The numbers of a text with a sign, a blank and a capital behind them.
fn numbers(line: &str) -> Vec<Number> {
    let bytes = line.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(digit) = bytes[at..].iter().position(u8::is_ascii_digit) {
        let start = at + digit;
        let len = bytes[start..]
            .iter()
            .take_while(|b| b.is_ascii_digit() || **b == b'.')
            .count();
        at = start + len;
        if start > 0 && bytes[start - 1] != b' ' {
            continue;
        }
        found.extend(number(line, start, at));
    }
    found
}

/// The number whose digits and points stand from `start` to `end`.
fn number(line: &str, start: usize, end: usize) -> Option<Number> {
    let digits = line[start..end].trim_end_matches('.');
    let behind = &line[end..];
    let sign = match digits.len() < end - start {
        true => b'.',
        false => behind
            .bytes()
            .next()
            .filter(|b| b":)".contains(b) || *b == b' ')?,
    };
    let parts: Vec<u32> = digits
        .split('.')
        .map(|p| p.parse().ok().filter(|_| p.len() <= 2))
        .collect::<Option<_>>()?;
    // `1.2 Title` needs no sign.
    if parts.len() > DEEPEST || parts.len() == 1 && sign == b' ' {
        return None;
    }
    let words = behind.trim_start_matches([':', ')']);
    let capital = words
        .trim_start()
        .starts_with(|c: char| c.is_uppercase() || "(\u{201c}\"".contains(c));
    let at = start;
    (words.starts_with(' ') && capital).then_some(Number { at, parts, sign })
}

#[cfg(test)]
mod tests {
    use crate::block::{Kind, of_kind};

    /// Words that make a text long enough.
    const WORDS: &str = "The wheel of the mill at Salina has to be mended before the spring comes and the water is high again. ";

    #[test]
    fn numbers_that_count_up_begin_the_lines_of_torn_text() {
        let words = WORDS.repeat(6);
        let text = format!(
            "Minutes, 4 May 2031 0. People 1. Ana Example (Mill) 2. Bo Sample (Dock) 1. Wheel 1.1. Oil {words}1.2. Paint 2: Not"
        );
        let items = of_kind(&text, Kind::ListItem);
        assert_eq!(
            items[..4],
            ["People", "Ana Example (Mill)", "Bo Sample (Dock)", "Wheel"]
        );
        assert_eq!(items[5], "Paint 2: Not");
        let colons = format!("Decisions 1: {words}2: {words}3: It ends");
        assert_eq!(of_kind(&colons, Kind::ListItem)[2], "It ends");
    }

    #[test]
    fn other_numbers_and_short_lines_are_left() {
        let words = WORDS.repeat(6);
        for text in [
            format!("It was 1. And {words}then 3. Or 4. Perhaps"),
            "1. Ana Example 2. Bo Sample 3. Eva Model".to_string(),
            format!("1. Ana 2. Bo 3. Eva\n\n{words}\n\n{words}"),
        ] {
            assert!(of_kind(&text, Kind::ListItem).len() < 2, "{text}");
        }
    }
}
