//! A lexicon's file.
//!
//! The files keep to a part of TOML: `[section]`, `key = [ "phrase", ... ]` over one or more lines, `key = value` with a
//! number or a string, comments, no escapes; so that a parser of the rest need not be built before the library. A test of
//! the library reads every file with such a parser too.

use std::collections::BTreeMap;

/// A file cut into its sections.
pub struct File {
    /// What stands in each section, from the line end behind its name on.
    sections: BTreeMap<&'static str, &'static str>,
    /// What stands behind the bracket of each list, by section and key.
    lists: BTreeMap<(&'static str, &'static str), &'static str>,
}

impl File {
    /// Cuts a file into its sections.
    pub fn new(text: &'static str) -> File {
        let parts = text.split("\n[").skip(1);
        let sections: BTreeMap<_, _> = parts.filter_map(|part| part.split_once(']')).collect();
        let lists = sections.iter().flat_map(|(name, body)| {
            let heads = body.match_indices(" = [");
            heads.map(|(at, head)| {
                let start = body[..at].rfind('\n').map_or(0, |i| i + 1);
                ((*name, &body[start..at]), &body[at + head.len()..])
            })
        });
        let lists = lists.collect();
        File { sections, lists }
    }

    /// The phrases under `section.key`.
    pub fn list(&self, path: &str) -> Option<Vec<&'static str>> {
        self.lists.get(&path.split_once('.')?).map(|l| strings(l))
    }

    /// The keys of a section with their values, strings without their marks, in the order of the keys.
    pub fn map(&self, section: &str) -> Option<Vec<(&'static str, &'static str)>> {
        let lines = self.sections.get(section)?.lines();
        let pairs = lines.filter(|l| !l.starts_with('#'));
        let pairs = pairs.filter_map(|l| l.split_once(" = "));
        let mut pairs: Vec<_> = pairs.map(|(k, v)| (bare(k), bare(v))).collect();
        pairs.sort_unstable();
        Some(pairs)
    }
}

/// A word without the marks around it.
fn bare(word: &'static str) -> &'static str {
    let inner = word.strip_prefix('"').and_then(|w| w.strip_suffix('"'));
    inner.unwrap_or(word)
}

/// The strings of an array, from behind its bracket.
fn strings(mut text: &'static str) -> Vec<&'static str> {
    let mut found = Vec::new();
    while let Some(at) = text.find(['"', '#', ']']) {
        let (mark, inner) = (text.as_bytes()[at], &text[at + 1..]);
        let end = match mark {
            b'"' => inner.find('"'),
            b'#' => inner.find('\n'),
            _ => None,
        };
        let Some(end) = end else { break };
        if mark == b'"' {
            found.push(&inner[..end]);
        }
        text = &inner[end + 1..];
    }
    found
}
