//! What a report is printed from, and how: headings, wrapping, blank lines.

use super::dice::Dice;

/// A piece of a report.
#[derive(Clone, Debug)]
pub enum Piece {
    /// A heading of level 1 or 2.
    Heading(u8, String),
    /// A paragraph, wrapped where lines are.
    Para(String),
    /// Marker and text of each item; further lines hang under the text.
    Items(Vec<(String, String)>),
    /// Lines as they stand.
    Lines(Vec<String>),
}

impl Piece {
    pub fn heading(text: &str) -> Piece {
        Piece::Heading(1, text.to_string())
    }

    pub fn para(text: impl Into<String>) -> Piece {
        Piece::Para(text.into())
    }

    /// Items with one marker.
    pub fn bullets(marker: &str, items: impl IntoIterator<Item = String>) -> Piece {
        Piece::Items(items.into_iter().map(|t| (marker.to_string(), t)).collect())
    }
}

/// How headings look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heads {
    Hash,
    Setext,
    Numbered,
    Roman,
    Lettered,
    Capitals,
    Bold,
    TitleCase,
}

pub const HEADS: &[(Heads, &str)] = &[
    (Heads::Hash, "headings:hash"),
    (Heads::Capitals, "headings:capitals"),
    (Heads::Numbered, "headings:numbered"),
    (Heads::Setext, "headings:setext"),
    (Heads::Roman, "headings:roman"),
    (Heads::Bold, "headings:bold"),
    (Heads::Lettered, "headings:lettered"),
    (Heads::TitleCase, "headings:title-case"),
];

/// How a report is printed.
#[derive(Clone, Debug)]
pub struct Style {
    pub heads: Heads,
    /// The longest line; none prints a paragraph as one line.
    pub width: Option<usize>,
    /// Whether words are broken at line ends.
    pub hyphens: bool,
}

impl Style {
    /// Whether the report is Markdown.
    pub fn is_markdown(&self) -> bool {
        matches!(self.heads, Heads::Hash | Heads::Setext | Heads::Bold)
    }
}

/// The lines of the pieces, an empty one between.
pub fn print(pieces: &[Piece], style: &Style, d: &mut Dice) -> Vec<String> {
    let mut lines = Vec::new();
    let mut numbers = (0, 0);
    for piece in pieces {
        match piece {
            Piece::Heading(level, text) => {
                lines.extend(head(*level, text, style.heads, &mut numbers))
            }
            Piece::Para(text) => lines.extend(wrap("", text, style, d)),
            Piece::Items(items) => {
                for (marker, text) in items {
                    lines.extend(wrap(&format!("{marker} "), text, style, d));
                }
            }
            Piece::Lines(own) => lines.extend(own.iter().cloned()),
        }
        lines.push(String::new());
    }
    lines
}

fn head(level: u8, text: &str, heads: Heads, numbers: &mut (usize, usize)) -> Vec<String> {
    *numbers = match level {
        1 => (numbers.0 + 1, 0),
        _ => (numbers.0, numbers.1 + 1),
    };
    let (major, minor) = *numbers;
    let first = level == 1;
    match heads {
        Heads::Hash => vec![format!("{} {text}", "#".repeat(level as usize + 1))],
        Heads::Setext => {
            let rule = if first { "-" } else { "~" };
            match first {
                true => vec![text.to_string(), rule.repeat(text.chars().count())],
                false => vec![format!("### {text}")],
            }
        }
        Heads::Numbered if first => vec![format!("{major}. {text}")],
        Heads::Numbered => vec![format!("{major}.{minor} {text}")],
        Heads::Roman if first => vec![format!("{}. {}", roman(major), text.to_uppercase())],
        Heads::Lettered if first => vec![format!("{}. {text}", letter(major))],
        Heads::Capitals if first => vec![text.to_uppercase()],
        Heads::Bold => vec![format!("**{text}**")],
        _ => vec![text.to_string()],
    }
}

fn roman(n: usize) -> &'static str {
    const ROMAN: &[&str] = &[
        "", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII",
        "XIV", "XV",
    ];
    ROMAN.get(n).copied().unwrap_or("XX")
}

fn letter(n: usize) -> char {
    char::from(b'A' + (n.max(1) - 1).min(25) as u8)
}

/// A paragraph as lines; `marker` opens the first, the others hang below its end.
fn wrap(marker: &str, text: &str, style: &Style, d: &mut Dice) -> Vec<String> {
    let Some(width) = style.width else {
        return vec![format!("{marker}{text}")];
    };
    let hang = " ".repeat(marker.chars().count());
    let mut lines = Vec::new();
    let mut line = marker.to_string();
    for word in text.split(' ') {
        let (long, word_long) = (line.chars().count(), word.chars().count());
        let fresh = line.trim_end().len() <= marker.trim_end().len() || line.trim().is_empty();
        if long + word_long > width && !fresh {
            let broken = style.hyphens && d.chance(50);
            match broken.then(|| breaks(word)).flatten() {
                Some((head, tail)) if long + head.len() < width => {
                    lines.push(format!("{line}{head}-"));
                    line = format!("{hang}{tail} ");
                }
                _ => {
                    lines.push(line.trim_end().to_string());
                    line = format!("{hang}{word} ");
                }
            }
        } else {
            line.push_str(word);
            line.push(' ');
        }
    }
    lines.push(line.trim_end().to_string());
    lines
}

/// A long plain word in two, before a consonant that a vowel follows.
fn breaks(word: &str) -> Option<(&str, &str)> {
    let bytes = word.as_bytes();
    if bytes.len() < 8 || !bytes.iter().all(u8::is_ascii_lowercase) {
        return None;
    }
    let vowel = |b: u8| b"aeiou".contains(&b);
    let fits = |i: &usize| vowel(bytes[i - 1]) && !vowel(bytes[*i]) && vowel(bytes[i + 1]);
    (3..bytes.len() - 3).find(fits).map(|i| word.split_at(i))
}
