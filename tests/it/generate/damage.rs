//! What printing, copying and scanning do to a report.

use super::dice::Dice;
use super::page::{Heads, Piece, Style};

/// A kind of damage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    None,
    Wrap80,
    RunningHeader,
    PageNumber,
    FormFeed,
    Hyphenation,
    Nbsp,
    ZeroWidth,
    SoftHyphen,
    Ligatures,
    CurlyQuotes,
    Crlf,
    Footnote,
    OcrLabels,
    DoubleSpacing,
}

pub const DAMAGES: &[(Damage, &str)] = &[
    (Damage::None, "damage:none"),
    (Damage::Wrap80, "damage:wrap80"),
    (Damage::RunningHeader, "damage:running-header"),
    (Damage::Hyphenation, "damage:hyphenation"),
    (Damage::FormFeed, "damage:form-feed"),
    (Damage::CurlyQuotes, "damage:curly-quotes"),
    (Damage::PageNumber, "damage:page-number"),
    (Damage::Nbsp, "damage:nbsp"),
    (Damage::Footnote, "damage:footnote-in-prose"),
    (Damage::OcrLabels, "damage:ocr-labels"),
    (Damage::SoftHyphen, "damage:soft-hyphen"),
    (Damage::Ligatures, "damage:ligatures"),
    (Damage::ZeroWidth, "damage:zero-width"),
    (Damage::Crlf, "damage:crlf"),
    (Damage::DoubleSpacing, "damage:double-spacing"),
];

impl Damage {
    /// How a report with this damage is printed.
    pub fn style(self, heads: Heads) -> Style {
        let wraps = matches!(
            self,
            Damage::Wrap80
                | Damage::RunningHeader
                | Damage::PageNumber
                | Damage::FormFeed
                | Damage::Hyphenation
        );
        Style {
            heads,
            width: wraps.then_some(80),
            hyphens: self == Damage::Hyphenation,
        }
    }

    /// What it does to the pieces.
    pub fn to_pieces(self, pieces: &mut Vec<Piece>, d: &mut Dice) {
        match self {
            Damage::OcrLabels => {
                for piece in pieces {
                    if let Piece::Heading(_, text) = piece {
                        *text = misread(text, d);
                    }
                }
            }
            Damage::Footnote => footnote(pieces),
            _ => (),
        }
    }

    /// What it does to the lines.
    pub fn to_lines(self, lines: Vec<String>, title: &str, d: &mut Dice) -> Vec<String> {
        match self {
            Damage::RunningHeader | Damage::PageNumber | Damage::FormFeed => {
                pages(self, lines, title, d)
            }
            Damage::DoubleSpacing => {
                let double = |l: String| {
                    if l.is_empty() {
                        vec![l]
                    } else {
                        vec![l, String::new()]
                    }
                };
                lines.into_iter().flat_map(double).collect()
            }
            _ => lines.into_iter().map(|l| self.to_line(l, d)).collect(),
        }
    }

    fn to_line(self, line: String, d: &mut Dice) -> String {
        match self {
            Damage::Nbsp => each_word(&line, d, |d, word, after| {
                match d.chance(20) && after == " " {
                    true => format!("{word}\u{a0}"),
                    false => format!("{word}{after}"),
                }
            }),
            Damage::ZeroWidth => each_word(&line, d, |d, word, after| match d.chance(10) {
                true => format!("{word}\u{200b}{after}"),
                false => format!("{word}{after}"),
            }),
            Damage::SoftHyphen => each_word(&line, d, |d, word, after| {
                let plain = word.len() > 7 && word.bytes().all(|b| b.is_ascii_lowercase());
                match plain && d.chance(40) {
                    true => format!("{}\u{ad}{}{after}", &word[..4], &word[4..]),
                    false => format!("{word}{after}"),
                }
            }),
            Damage::Ligatures if !line.contains('@') => line
                .replace("ffi", "ﬃ")
                .replace("fi", "ﬁ")
                .replace("fl", "ﬂ"),
            Damage::CurlyQuotes => curly(&line),
            _ => line,
        }
    }

    /// What ends a line.
    pub fn line_end(self) -> &'static str {
        if self == Damage::Crlf { "\r\n" } else { "\n" }
    }
}

/// Rebuilds a line from its words, each with the space behind it.
fn each_word(line: &str, d: &mut Dice, make: impl Fn(&mut Dice, &str, &str) -> String) -> String {
    let start = line.len() - line.trim_start().len();
    let mut out = line[..start].to_string();
    for part in line[start..].split_inclusive(' ') {
        let word = part.trim_end_matches(' ');
        out.push_str(&make(d, word, &part[word.len()..]));
    }
    out
}

fn curly(line: &str) -> String {
    let mut open = true;
    let mut out = String::new();
    for c in line.chars() {
        match c {
            '"' => {
                out.push(if open { '“' } else { '”' });
                open = !open;
            }
            '\'' => out.push('’'),
            _ => out.push(c),
        }
    }
    out
}

/// A label in which the reader took one letter for another.
fn misread(text: &str, d: &mut Dice) -> String {
    let swaps = d.some(&[("m", "rn"), ("l", "1"), ("o", "0")], 3);
    let swap = swaps.into_iter().find(|(from, _)| text.contains(from));
    swap.map_or_else(|| text.to_string(), |(from, to)| text.replacen(from, to, 1))
}

/// A mark at the end of the first paragraph that tells something, its note below the next piece.
fn footnote(pieces: &mut Vec<Piece>) {
    let at = pieces
        .iter()
        .position(|p| matches!(p, Piece::Para(t) if t.len() > 120 && t.ends_with('.')));
    let Some(at) = at else { return };
    if let Piece::Para(text) = &mut pieces[at] {
        text.push('¹');
    }
    let note = "¹ The full survey is kept at the secretariat and can be read there.".to_string();
    pieces.insert(at + 1, Piece::Lines(vec![note]));
}

/// Breaks the lines into pages, with what stands at their heads and feet.
pub fn pages(damage: Damage, lines: Vec<String>, title: &str, d: &mut Dice) -> Vec<String> {
    let long = d.between(38, 46);
    let form = d.below(3);
    let number = |n: usize| match form {
        0 => format!("Page {n}"),
        1 => format!("- {n} -"),
        _ => format!("{n}"),
    };
    let mut out = Vec::new();
    let count = lines.len();
    let mut lines = lines.into_iter().enumerate().peekable();
    while let Some((i, line)) = lines.next() {
        out.push(line);
        let page = i / long + 1;
        if i + 1 == count {
            out.extend([String::new(), number(page), String::new()]);
        }
        // No page ends between a heading and the stroke under it.
        let stroke = |l: &str| l.len() > 2 && l.chars().all(|c| matches!(c, '-' | '='));
        let underlined = lines.peek().is_some_and(|(_, next)| stroke(next));
        if (i + 1) % long != 0 || i + 1 == count || underlined {
            continue;
        }
        out.push(String::new());
        match damage {
            Damage::PageNumber => out.push(number(page)),
            Damage::FormFeed => out.extend([number(page), "\u{c}".to_string()]),
            _ => out.extend([number(page), String::new(), title.to_string()]),
        }
        out.push(String::new());
    }
    out
}
