//! Numbers as printed: digits with separators of either kind, and number words.
//!
//! `1,234.5`, `1.234.567`, `1 234 567`, `1'234'567`, `12,34,567`, `0,5` and `.5` are digits; `two hundred and fifty
//! thousand` is a [`Cardinal`] that is fed word by word, so that a reader can stop at the first word that does not go on.

use crate::lexicon::{Lang, Map};

/// Digits with their separators.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Digits {
    /// What the digits stand for; infinite where an `f64` cannot hold it.
    pub value: f64,
    /// Number of bytes.
    pub len: usize,
    /// Whether separators group the digits by thousands.
    pub grouped: bool,
    /// Number of digits after the decimal mark.
    pub decimals: usize,
    /// Number of digits before it.
    pub integers: usize,
    /// Whether a superfluous zero leads (007).
    pub leading_zero: bool,
    /// Whether the groups make no number: a version, a date, a numbering (1.2.3).
    pub broken: bool,
}

/// A run of digits and the separator before it.
#[derive(Clone, Copy, Default)]
struct Group {
    separator: char,
    start: usize,
    end: usize,
}

impl Group {
    fn len(&self) -> usize {
        self.end - self.start
    }
}

/// More groups than any number has: the rest of such a run is passed over.
const GROUPS: usize = 12;

/// Reads digits from byte `start` of `text`; `None` where no digit stands there (or `.5`).
pub fn digits(text: &str, start: usize) -> Option<Digits> {
    let bytes = text.as_bytes();
    let mut groups = [Group::default(); GROUPS];
    let mut count = 0;
    let mut at = start;
    let mut overflow = false;
    if bytes.get(start) == Some(&b'.') {
        let end = run(bytes, start + 1);
        if end == start + 1 {
            return None;
        }
        return Some(fraction_only(text, start, end));
    }
    let mut separator = '\0';
    loop {
        let end = run(bytes, at);
        if end == at {
            break;
        }
        if count < GROUPS {
            groups[count] = Group {
                separator,
                start: at,
                end,
            };
            count += 1;
        } else {
            overflow = true;
            groups[GROUPS - 1].end = end;
        }
        match separator_at(text, end, groups[0].len()) {
            Some((mark, next)) => (separator, at) = (mark, next),
            None => break,
        }
    }
    let groups = &groups[..count];
    let last = groups.last()?;
    if overflow {
        return Some(Digits {
            value: f64::NAN,
            len: last.end - start,
            grouped: false,
            decimals: 0,
            integers: 0,
            leading_zero: false,
            broken: true,
        });
    }
    Some(arrange(text, groups))
}

fn run(bytes: &[u8], start: usize) -> usize {
    let digits = bytes[start.min(bytes.len())..].iter();
    start + digits.take_while(|b| b.is_ascii_digit()).count()
}

/// A separator between two digits, and where the second stands. A space groups only three digits after one to three.
fn separator_at(text: &str, at: usize, first_len: usize) -> Option<(char, usize)> {
    let mark = text[at..].chars().next()?;
    let next = at + mark.len_utf8();
    let bytes = text.as_bytes();
    if !bytes.get(next)?.is_ascii_digit() {
        return None;
    }
    match mark {
        ',' | '.' => Some((mark, next)),
        ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '\'' | '\u{2019}' => {
            let end = run(bytes, next);
            let whole = !bytes
                .get(end)
                .is_some_and(|b| b.is_ascii_alphabetic() || *b == b':' || *b == b'/');
            (first_len <= 3 && end - next == 3 && whole).then_some((mark, next))
        }
        _ => None,
    }
}

/// Decides which separators group and which one is the decimal mark; a list of numbers ends after its first.
fn arrange(text: &str, groups: &[Group]) -> Digits {
    let by_thousands = |mark: char, n: usize| {
        let first = groups[0].len() <= 3 && !text[groups[0].start..].starts_with('0');
        let rest = groups[1..].iter().take(n);
        first
            && rest.clone().count() == n
            && rest.clone().all(|g| g.separator == mark && g.len() == 3)
    };
    let marks = |mark: char| {
        groups[1..]
            .iter()
            .take_while(|g| g.separator == mark)
            .count()
    };
    if groups.len() == 1 {
        return assemble(text, groups, 1, false);
    }
    let mark = groups[1].separator;
    let same = marks(mark);
    let after = groups.get(same + 1);
    let decimal_after = |wanted: char| after.is_some_and(|g| g.separator == wanted);
    match mark {
        ',' if by_thousands(',', same) || lakhs(&groups[..=same]) => {
            let decimals = decimal_after('.') && groups.len() == same + 2;
            assemble(
                text,
                &groups[..=same + usize::from(decimals)],
                same + 1,
                true,
            )
        }
        ',' if same == 1 && groups[1].len() <= 2 && after.is_none() => {
            assemble(text, &groups[..2], 1, false)
        }
        ',' => assemble(text, &groups[..1], 1, false),
        '.' if same == 1 && after.is_none() => assemble(text, groups, 1, false),
        '.' if by_thousands('.', same)
            && (after.is_none() || decimal_after(',') && same + 2 == groups.len()) =>
        {
            assemble(text, groups, same + 1, true)
        }
        '.' if same == 1 => assemble(text, &groups[..2], 1, false),
        '.' => Digits {
            broken: true,
            ..assemble(text, groups, groups.len(), false)
        },
        _ if by_thousands(mark, same) => {
            let decimals = decimal_after('.') || decimal_after(',');
            assemble(
                text,
                &groups[..=same + usize::from(decimals)],
                same + 1,
                true,
            )
        }
        _ => assemble(text, &groups[..1], 1, false),
    }
}

/// Whether commas group as in India: two digits a group and three in the last (12,34,567).
fn lakhs(groups: &[Group]) -> bool {
    let [first, middle @ .., last] = groups else {
        return false;
    };
    !middle.is_empty() && first.len() <= 2 && last.len() == 3 && middle.iter().all(|g| g.len() == 2)
}

/// The number whose first `whole` groups stand before the decimal mark and the others after it.
fn assemble(text: &str, groups: &[Group], whole: usize, grouped: bool) -> Digits {
    let digits = |groups: &[Group]| -> usize { groups.iter().map(Group::len).sum() };
    let (integers, decimals) = (digits(&groups[..whole]), digits(&groups[whole..]));
    let value = if integers + decimals <= 15 {
        let all = groups
            .iter()
            .flat_map(|g| text.as_bytes()[g.start..g.end].iter());
        let whole = all.fold(0u64, |n, b| n * 10 + u64::from(b - b'0'));
        whole as f64 / 10f64.powi(decimals as i32)
    } else {
        let mut plain = String::with_capacity(integers + decimals + 1);
        for (i, group) in groups.iter().enumerate() {
            if i == whole {
                plain.push('.');
            }
            plain.push_str(&text[group.start..group.end]);
        }
        plain.parse().unwrap_or(f64::NAN)
    };
    let start = groups[0].start;
    Digits {
        value,
        len: groups[groups.len() - 1].end - start,
        grouped,
        decimals,
        integers,
        leading_zero: groups[0].len() > 1 && text.as_bytes()[start] == b'0',
        broken: false,
    }
}

fn fraction_only(text: &str, start: usize, end: usize) -> Digits {
    Digits {
        value: text[start..end].parse().unwrap_or(f64::NAN),
        len: end - start,
        grouped: false,
        decimals: end - start - 1,
        integers: 0,
        leading_zero: false,
        broken: false,
    }
}

/// The value of a fraction in one character (`¼`).
pub fn vulgar(c: char) -> Option<f64> {
    let (over, under) = match c {
        '¼' => (1, 4),
        '½' => (1, 2),
        '¾' => (3, 4),
        '⅐' => (1, 7),
        '⅑' => (1, 9),
        '⅒' => (1, 10),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '⅕'..='⅘' => (c as u32 - '⅕' as u32 + 1, 5),
        '⅙' => (1, 6),
        '⅚' => (5, 6),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        _ => return None,
    };
    Some(f64::from(over) / f64::from(under))
}

/// A number word: a value below a hundred, or a scale that multiplies what stands before it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NumberWord {
    /// one ... ninety
    Plain(f64),
    /// dozen, hundred, thousand ...
    Scale(f64),
}

/// A number in words that grows word by word.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cardinal {
    total: f64,
    group: Option<f64>,
    /// The value of the last word, while a smaller one may follow it.
    room: f64,
    /// The last scale of thousands or more.
    scale: Option<f64>,
    /// Whether sixty and eighty take what follows up to nineteen: soixante-dix, quatre-vingt-douze.
    twenties: bool,
    /// Whether `and` parts tens and units: treinta y cinco.
    and_units: bool,
}

impl Cardinal {
    /// A number in the words of a language.
    pub fn of(lang: Lang) -> Cardinal {
        Cardinal {
            twenties: lang == Lang::Fr,
            and_units: lang == Lang::Es || lang == Lang::Fr,
            ..Cardinal::default()
        }
    }

    /// The room behind a word: what may follow is smaller.
    fn room_behind(&self, group: f64, word: f64) -> f64 {
        match word >= 20.0 {
            true if self.twenties && (group == 60.0 || group == 80.0) => 20.0,
            true => 10.0,
            false => 0.0,
        }
    }

    /// Takes one more word; false, and nothing taken, where the word does not go on with the number.
    pub fn push(&mut self, word: NumberWord) -> bool {
        match word {
            NumberWord::Plain(v) => match self.group {
                None if self.scale.is_none_or(|_| v > 0.0) => {
                    self.group = Some(v);
                    self.room = self.room_behind(v, v);
                    true
                }
                // Four twenties.
                Some(4.0) if self.twenties && v == 20.0 => {
                    self.group = Some(80.0);
                    self.room = 20.0;
                    true
                }
                Some(group) if v > 0.0 && v < self.room => {
                    self.group = Some(group + v);
                    let tens = self.twenties && (10.0..20.0).contains(&v) && self.room == 20.0;
                    // Soixante-dix-sept.
                    self.room = match v == 10.0 && tens {
                        true => 10.0,
                        false => self.room_behind(v, v),
                    };
                    true
                }
                _ => false,
            },
            NumberWord::Scale(s) if s < 1000.0 => match self.group {
                Some(group) if group > 0.0 && group < 100.0 => {
                    self.group = Some(group * s);
                    self.room = if s == 100.0 { 100.0 } else { 0.0 };
                    true
                }
                _ => false,
            },
            NumberWord::Scale(s) => match self.group {
                Some(group) if self.scale.is_none_or(|last| s < last) => {
                    self.total += group * s;
                    self.group = None;
                    self.scale = Some(s);
                    true
                }
                None if self.total > 0.0 => {
                    // A hundred million, two thousand billion: a scale of scales.
                    self.total *= s;
                    self.scale = Some(s);
                    true
                }
                _ => false,
            },
        }
    }

    /// Whether `and` may stand before the next word (two hundred and five, a thousand and one).
    pub fn takes_and(&self) -> bool {
        match self.group {
            Some(_) => self.room == 100.0 || self.and_units && self.room >= 10.0,
            None => self.scale.is_some(),
        }
    }

    /// The number so far; `None` before the first word.
    pub fn value(&self) -> Option<f64> {
        match (self.group, self.scale) {
            (Some(group), _) => Some(self.total + group),
            (None, Some(_)) => Some(self.total),
            (None, None) => None,
        }
    }
}

/// The number that the whole of `text` prints, in digits or words (`2,500`, `twenty-five`, `three hundred and six`).
pub fn parse(text: &str, lang: Lang) -> Option<f64> {
    let text = text.trim();
    if let Some(d) = digits(text, 0) {
        return (d.len == text.len() && !d.broken && d.value.is_finite()).then_some(d.value);
    }
    let lexicon = lang.lexicon();
    let (plain, scale) = (lexicon.map(Map::Number), lexicon.map(Map::Scale));
    let and = lexicon.list(crate::lexicon::List::QuantityAnd);
    let mut cardinal = Cardinal::of(lang);
    for word in text.split([' ', '-']).filter(|w| !w.is_empty()) {
        let number = plain.get(word).map(NumberWord::Plain);
        let taken = match number.or_else(|| scale.get(word).map(NumberWord::Scale)) {
            Some(number) => cardinal.push(number),
            None => and.is(word) && cardinal.takes_and(),
        };
        if !taken {
            return None;
        }
    }
    cardinal.value()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> Option<f64> {
        parse(text, Lang::En)
    }

    #[test]
    fn separators_of_either_kind() {
        for (text, expected) in [
            ("3,800", 3800.0),
            ("1,234,567.5", 1234567.5),
            ("1.234.567", 1234567.0),
            ("1.234.567,5", 1234567.5),
            ("1 234 567", 1234567.0),
            ("1\u{a0}000", 1000.0),
            ("1'000'000", 1e6),
            ("12,34,567", 1234567.0),
            ("10,5", 10.5),
            ("1.234", 1.234),
            (".5", 0.5),
            ("12345678901234567890", 12345678901234567890.0),
        ] {
            assert_eq!(value(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in ["", "1.2.3", "1,2,3", "-", "ten five", "and five", "hundred"] {
            assert_eq!(value(text), None, "{text}");
        }
    }

    #[test]
    fn number_words_in_full() {
        for (text, expected) in [
            ("seven", 7.0),
            ("Twenty five", 25.0),
            ("twenty-five", 25.0),
            ("two hundred and fifty thousand", 250_000.0),
            ("three thousand and six", 3006.0),
            ("twelve hundred", 1200.0),
            ("one million two hundred thousand and five", 1_200_005.0),
            ("two hundred million", 2e8),
            ("two dozen", 24.0),
        ] {
            assert_eq!(value(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn number_words_of_several_parts_in_french_and_spanish() {
        for (text, expected) in [
            ("soixante-dix", 70.0),
            ("soixante et onze", 71.0),
            ("quatre-vingts", 80.0),
            ("quatre-vingt-douze", 92.0),
            ("soixante-dix-sept", 77.0),
            ("quarante-deux", 42.0),
        ] {
            assert_eq!(parse(text, Lang::Fr), Some(expected), "{text}");
        }
        assert_eq!(parse("treinta y cinco", Lang::Es), Some(35.0));
        assert_eq!(parse("cincuenta y ocho", Lang::Es), Some(58.0));
        assert_eq!(value("twenty and five"), None);
        assert_eq!(value("four twenty"), None);
    }

    #[test]
    fn a_number_beyond_f64_is_none_and_costs_no_more_than_its_length() {
        assert_eq!(value(&"9".repeat(100_000)), None);
        assert_eq!(value(&"1,000".repeat(100_000)), None);
    }
}
