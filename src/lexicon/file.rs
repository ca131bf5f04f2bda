//! A lexicon's file, read without building a tree of it: a section, a list or a map is found when it is asked for.
//!
//! The files keep to a part of TOML: `[section]`, `key = [ "phrase", ... ]` over one or more lines, `key = value` with a
//! number or a string, comments, no escapes. A test reads every file with a parser of the whole of TOML too. Parsing the
//! whole file with that parser at the start took 38 million instructions a run, a quarter of a small run; this takes none.

use memchr::{memchr, memchr3, memmem, memrchr};

/// A file cut into its sections.
pub(super) struct File {
    /// Name and body of each section, the body beginning with the line end behind the name.
    sections: Vec<(&'static str, &'static str)>,
    /// Section and key of each list with what stands behind its bracket, sorted.
    lists: Vec<((&'static str, &'static str), &'static str)>,
}

impl File {
    /// Cuts a file into its sections.
    pub fn new(text: &'static str) -> File {
        let mut starts: Vec<usize> = memmem::find_iter(text.as_bytes(), b"\n[")
            .map(|i| i + 2)
            .collect();
        if text.starts_with('[') {
            starts.insert(0, 1);
        }
        let ends = starts.iter().skip(1).map(|s| s - 2).chain([text.len()]);
        let parts = starts.iter().zip(ends).map(|(&s, e)| &text[s..e]);
        let sections: Vec<_> = parts.filter_map(|part| part.split_once(']')).collect();
        let mut lists: Vec<_> = sections.iter().flat_map(|s| lists_of(*s)).collect();
        lists.sort_unstable_by_key(|(path, _)| *path);
        File { sections, lists }
    }

    /// The phrases under `section.key`.
    pub fn list(&self, path: &str) -> Option<Vec<&'static str>> {
        let path = path.split_once('.')?;
        let at = self.lists.binary_search_by_key(&path, |(path, _)| *path);
        Some(strings(self.lists[at.ok()?].1))
    }

    /// The keys of a section with their values, strings without their marks, in the order of the keys.
    pub fn map(&self, section: &str) -> Option<Vec<(&'static str, &'static str)>> {
        let lines = self.section(section)?.lines();
        let pairs = lines.filter(|l| !l.starts_with('#'));
        let pairs = pairs.filter_map(|l| l.split_once(" = "));
        let mut pairs: Vec<_> = pairs.map(|(k, v)| (bare(k), bare(v))).collect();
        pairs.sort_unstable();
        Some(pairs)
    }

    fn section(&self, name: &str) -> Option<&'static str> {
        let found = self.sections.iter().find(|(n, _)| *n == name);
        found.map(|(_, body)| *body)
    }
}

/// The lists of a section.
fn lists_of(
    (section, body): (&'static str, &'static str),
) -> impl Iterator<Item = ((&'static str, &'static str), &'static str)> {
    const HEAD: &[u8] = b" = [";
    memmem::find_iter(body.as_bytes(), HEAD).map(move |at| {
        let start = memrchr(b'\n', &body.as_bytes()[..at]).map_or(0, |i| i + 1);
        ((section, &body[start..at]), &body[at + HEAD.len()..])
    })
}

/// A word without the marks around it.
fn bare(word: &'static str) -> &'static str {
    let inner = word.strip_prefix('"').and_then(|w| w.strip_suffix('"'));
    inner.unwrap_or(word)
}

/// The strings of an array, from behind its bracket.
fn strings(text: &'static str) -> Vec<&'static str> {
    let mut found = Vec::with_capacity(16);
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(mark) = memchr3(b'"', b'#', b']', &bytes[at..]) {
        let inner = at + mark + 1;
        let end = match bytes[inner - 1] {
            b'"' => memchr(b'"', &bytes[inner..]),
            b'#' => memchr(b'\n', &bytes[inner..]),
            _ => None,
        };
        let Some(len) = end else { break };
        if bytes[inner - 1] == b'"' {
            found.push(&text[inner..inner + len]);
        }
        at = inner + len + 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lang;

    #[test]
    fn reads_what_a_parser_of_all_of_toml_reads() {
        for &lang in Lang::ALL {
            let file = File::new(lang.toml());
            let table: toml::Table = lang.toml().parse().expect("valid TOML");
            assert_eq!(file.sections.len(), table.len(), "{lang:?}");
            for (section, value) in &table {
                let value = value.as_table().expect("a section");
                for (key, list) in value.iter().filter(|(_, v)| v.is_array()) {
                    let list = list.as_array().expect("a list");
                    let whole: Vec<_> = list.iter().filter_map(|v| v.as_str()).collect();
                    let path = format!("{section}.{key}");
                    assert_eq!(file.list(&path), Some(whole), "{lang:?} {path}");
                }
                if value.values().any(|v| !v.is_array()) {
                    let own = file.map(section).expect("a section");
                    assert_eq!(own.len(), value.len(), "{lang:?} {section}");
                    for ((key, printed), (whole, v)) in own.into_iter().zip(value) {
                        let number = v.as_float().or(v.as_integer().map(|i| i as f64));
                        assert_eq!(key, whole, "{lang:?} {section}");
                        assert_eq!(printed.parse().ok(), number, "{lang:?} {section} {key}");
                        assert!(number.is_some() || v.as_str() == Some(printed));
                    }
                }
            }
        }
    }
}
