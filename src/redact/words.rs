//! The words of names, and texts with their pseudonyms.

use super::names::{Gathered, is_person};
use super::pseudonym::Secret;
use crate::lexicon::{Lang, List, Map};
use crate::value::person::is_given_name;
use crate::value::place::fold;
use std::collections::{BTreeMap, BTreeSet};

/// The words of everybody's names with their pseudonyms.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    /// By the folded word.
    known: BTreeMap<String, String>,
    /// Those that stand for a person only beside another word of a name.
    weak: BTreeSet<String>,
    /// Given names that the reports have in small letters.
    ordinary: BTreeSet<String>,
    pseudonyms: BTreeSet<String>,
}

/// A word of a text: its place, and itself folded; a word that a line end breaks is one.
struct Token<'t> {
    start: usize,
    end: usize,
    text: &'t str,
    folded: String,
}

impl Words {
    /// Takes in the names of a report; gives whether a word is new.
    pub(super) fn learn(&mut self, gathered: &Gathered, secret: &Secret) -> bool {
        let before = self.known.len();
        for name in &gathered.listed {
            self.add(name, true, secret);
        }
        for name in &gathered.names {
            self.add(name, false, secret);
        }
        for name in &gathered.doubtful {
            if is_person(name, |w| {
                self.known.contains_key(w) && !self.weak.contains(w)
            }) {
                self.add(name, false, secret);
            }
        }
        self.ordinary.extend(gathered.ordinary.iter().cloned());
        let weak = self
            .known
            .keys()
            .filter(|w| self.ordinary.contains(*w) || is_date_word(w));
        self.weak = weak.cloned().collect();
        self.known.len() > before
    }

    fn add(&mut self, name: &str, listed: bool, secret: &Secret) {
        let tokens = tokens(name);
        let person = listed || tokens.iter().any(|t| is_given_name(&t.folded));
        for token in tokens {
            let capital = token.text.starts_with(char::is_uppercase)
                || !token.text.starts_with(char::is_lowercase);
            let made = self.pseudonyms.contains(&token.folded);
            if capital
                && !made
                && token.folded.chars().count() > 1
                && !is_no_name(&token.folded, person)
            {
                let word = secret.word(&token.folded);
                self.pseudonyms.insert(word.clone());
                self.known.insert(token.folded, word);
            }
        }
    }

    /// The text with pseudonyms, where it names somebody.
    pub(super) fn replace(&self, text: &str) -> Option<String> {
        if self.known.is_empty() {
            return None;
        }
        let tokens = tokens(text);
        let found: Vec<Option<&String>> = tokens.iter().map(|t| self.pseudonym(text, t)).collect();
        let mut out = String::new();
        let mut from = 0;
        for (i, token) in tokens.iter().enumerate() {
            let Some(word) = found[i] else {
                continue;
            };
            if self.weak.contains(&token.folded) && !self.beside_name(text, &tokens, &found, i) {
                continue;
            }
            out.push_str(&text[from..token.start]);
            out.push_str(&in_case_of(token.text, word));
            from = token.end;
        }
        if from == 0 {
            return None;
        }
        out.push_str(&text[from..]);
        Some(out)
    }

    /// As [`replace`](Self::replace), whatever the case of the letters.
    pub(super) fn replace_any_case(&self, text: &str) -> String {
        let mut out = String::new();
        let mut from = 0;
        for token in tokens(text) {
            if let Some(word) = self.known.get(&token.folded) {
                out.push_str(&text[from..token.start]);
                out.push_str(&in_case_of(token.text, word));
                from = token.end;
            }
        }
        out.push_str(&text[from..]);
        out
    }

    fn pseudonym(&self, text: &str, token: &Token) -> Option<&String> {
        let capital = token.text.chars().next().is_some_and(|c| !c.is_lowercase());
        if !capital && !in_address(text, token) {
            return None;
        }
        let plural = || token.folded.strip_suffix('s').filter(|stem| stem.len() > 3);
        self.known
            .get(&token.folded)
            .or_else(|| self.known.get(plural()?))
    }

    /// Whether another word of a name that is no weak one, or an honorific, stands right before or behind a word.
    fn beside_name(
        &self,
        text: &str,
        tokens: &[Token],
        found: &[Option<&String>],
        i: usize,
    ) -> bool {
        let strong = |j: usize| found[j].is_some() && !self.weak.contains(&tokens[j].folded);
        let close = |a: usize, b: usize| {
            let between = &text[tokens[a].end..tokens[b].start];
            between.len() <= 3
                && between
                    .chars()
                    .all(|c| c.is_whitespace() || matches!(c, '.' | ',' | '-' | '*'))
        };
        let title = |j: usize| {
            Lang::ALL
                .iter()
                .any(|l| l.lexicon().list(List::Honorific).is(tokens[j].text))
        };
        let before = i
            .checked_sub(1)
            .is_some_and(|b| close(b, i) && (strong(b) || title(b)));
        before || i + 1 < tokens.len() && close(i, i + 1) && strong(i + 1)
    }
}

/// Words that stand in names and are nobody's: small ones and titles; in what has no given name also posts, organisations
/// and topics.
fn is_no_name(folded: &str, person: bool) -> bool {
    const SMALL: &[List] = &[
        List::Particle,
        List::Honorific,
        List::Suffix,
        List::And,
        List::Article,
    ];
    const OFFICE: &[List] = &[
        List::NotName,
        List::Connector,
        List::Job,
        List::Organisation,
    ];
    let listed = |lists: &[List]| {
        Lang::ALL
            .iter()
            .any(|l| lists.iter().any(|list| l.lexicon().list(*list).is(folded)))
    };
    listed(SMALL) || !person && listed(OFFICE)
}

fn is_date_word(folded: &str) -> bool {
    let named = |l: &Lang| {
        [Map::Month, Map::Weekday]
            .iter()
            .any(|m| l.lexicon().map(*m).get(folded).is_some())
    };
    Lang::ALL.iter().any(named)
}

/// Whether a word stands inside an address of the web or of e-mail.
fn in_address(text: &str, token: &Token) -> bool {
    let before = text[..token.start]
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default();
    let behind = text[token.end..]
        .split(char::is_whitespace)
        .next()
        .unwrap_or_default();
    // A chunk is looked at no further than an address reaches.
    let near = |s: &str| {
        s.len() < 400
            && (s.contains("://") || s.contains("www.") || s.contains('@') || s.starts_with('#'))
    };
    near(before) || near(behind)
}

/// A pseudonym in capitals, with a capital or in small letters, as the word it stands for.
fn in_case_of(word: &str, pseudonym: &str) -> String {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let first = letters.next().is_some_and(char::is_uppercase);
    let mut rest = letters.peekable();
    let capitals = first && rest.peek().is_some() && rest.all(|c| !c.is_lowercase());
    let initial = pseudonym.chars().take(1).flat_map(char::to_uppercase);
    match (first, capitals) {
        (_, true) => pseudonym.to_uppercase(),
        (true, _) => initial.chain(pseudonym.chars().skip(1)).collect(),
        _ => pseudonym.to_string(),
    }
}

/// The words of a text.
fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(char::is_alphabetic).map(|n| n + at) {
        let mut end = word_end(text, start);
        let mut folded = fold(&text[start..end].replace('\u{ad}', ""));
        // A word that a line end breaks goes on behind its hyphen.
        while let Some((from, to)) = broken(text, end) {
            folded.push_str(&fold(&text[from..to]));
            end = to;
        }
        found.push(Token {
            start,
            end,
            text: &text[start..end],
            folded,
        });
        at = end;
    }
    found
}

fn word_end(text: &str, start: usize) -> usize {
    let in_word = |c: char| {
        c.is_alphabetic() || c == '\u{ad}' || unicode_normalization::char::is_combining_mark(c)
    };
    text[start..]
        .find(|c| !in_word(c))
        .map_or(text.len(), |n| n + start)
}

/// The rest of a word that breaks off here with a hyphen at a line's end.
fn broken(text: &str, end: usize) -> Option<(usize, usize)> {
    let rest = text[end..]
        .strip_prefix('-')?
        .trim_start_matches([' ', '\t'])
        .strip_prefix('\n')?;
    let rest = rest.trim_start_matches([' ', '\t']);
    let from = text.len() - rest.len();
    rest.starts_with(char::is_lowercase)
        .then(|| (from, word_end(text, from)))
}
