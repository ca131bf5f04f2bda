//! The data files of units and currencies, read without building a tree of them.
//!
//! They keep to a part of TOML: `[section]`, and a line an entry, `name = [ "text", ... ]`, `name = "text"` or
//! `name = { field = value, ... }` with texts, lists of texts and `true` or `false`; comments, no escapes. A test reads the
//! files with a parser of the whole of TOML too, which at the start of a run took 25 million instructions.

/// A line of a file.
pub struct Entry {
    /// The section that it stands in; empty before the first.
    pub section: &'static str,
    pub name: &'static str,
    /// The fields with their values; one without a name where the entry is a value itself.
    fields: Vec<(&'static str, Vec<&'static str>)>,
}

impl Entry {
    /// The texts of a field; none where it is missing.
    pub fn texts(&self, field: &str) -> &[&'static str] {
        let found = self.fields.iter().find(|(name, _)| *name == field);
        found.map_or(&[], |(_, texts)| texts)
    }

    /// The only text of a field.
    pub fn text(&self, field: &str) -> Option<&'static str> {
        self.texts(field).first().copied()
    }

    /// A field of true or false.
    pub fn flag(&self, field: &str, default: bool) -> bool {
        self.text(field).map_or(default, |text| text == "true")
    }
}

/// The entries of a file, in the order of their sections and names.
pub fn entries(file: &'static str) -> Vec<Entry> {
    let mut section = "";
    let mut entries = Vec::new();
    for line in file.lines() {
        if let Some(name) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
            section = name;
        } else if let Some((name, value)) =
            line.split_once(" = ").filter(|_| !line.starts_with('#'))
        {
            let (name, fields) = (name.trim_matches('"'), fields(value));
            entries.push(Entry {
                section,
                name,
                fields,
            });
        }
    }
    entries.sort_by_key(|e| (e.section, e.name));
    entries
}

fn fields(value: &'static str) -> Vec<(&'static str, Vec<&'static str>)> {
    let Some(mut rest) = value.strip_prefix('{') else {
        return vec![("", texts(value).0)];
    };
    let mut fields = Vec::new();
    while let Some((name, value)) = rest.split_once(" = ") {
        let (texts, behind) = texts(value);
        fields.push((name.trim_matches([',', ' ']), texts));
        rest = behind;
    }
    fields
}

/// The texts of the value that a text begins with, and what stands behind it.
fn texts(value: &'static str) -> (Vec<&'static str>, &'static str) {
    let mut found = Vec::new();
    let Some(mut rest) = value.strip_prefix('[') else {
        let end = match value.strip_prefix('"') {
            Some(inner) => inner.find('"').map_or(value.len(), |end| end + 2),
            None => value.find([',', ' ']).unwrap_or(value.len()),
        };
        let (text, rest) = value.split_at(end);
        return (vec![text.trim_matches('"')], rest);
    };
    while let Some((open, behind)) = rest.split_once('"').filter(|(o, _)| !o.contains(']')) {
        debug_assert!(open.trim_matches([',', ' ']).is_empty());
        let (text, behind) = behind.split_once('"').unwrap_or((behind, ""));
        found.push(text);
        rest = behind;
    }
    (found, rest.split_once(']').map_or("", |(_, behind)| behind))
}

/// The plural of a noun or of the last word of a name.
pub fn plural(noun: &str) -> String {
    for link in [" per ", " of "] {
        if let Some((head, tail)) = noun.split_once(link) {
            return format!("{}{link}{tail}", plural(head));
        }
    }
    let ends = |ending: &[&str]| ending.iter().any(|e| noun.ends_with(e));
    let vowel = ["ay", "ey", "oy", "uy"];
    match noun {
        _ if noun.ends_with('y') && !ends(&vowel) => format!("{}ies", &noun[..noun.len() - 1]),
        _ if ends(&["s", "x", "ch", "sh", "z"]) => format!("{noun}es"),
        _ => format!("{noun}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use toml::{Table, Value};

    fn same(entry: &Entry, value: &Value) {
        match value {
            Value::Table(fields) => {
                assert_eq!(entry.fields.len(), fields.len(), "{}", entry.name);
                fields
                    .iter()
                    .for_each(|(field, v)| same_field(entry, field, v));
            }
            value => same_field(entry, "", value),
        }
    }

    fn same_field(entry: &Entry, field: &str, value: &Value) {
        let expected: Vec<String> = match value {
            Value::Array(texts) => texts
                .iter()
                .map(|t| t.as_str().expect("a text").to_string())
                .collect(),
            Value::String(text) => vec![text.clone()],
            Value::Boolean(flag) => vec![flag.to_string()],
            other => panic!("{}: {other:?}", entry.name),
        };
        assert_eq!(entry.texts(field), expected, "{} {field}", entry.name);
    }

    #[test]
    fn reads_what_a_parser_of_all_of_toml_reads() {
        for (file, sections) in [
            (include_str!("units.toml"), true),
            (include_str!("currencies.toml"), false),
        ] {
            let table: Table = file.parse().expect("valid TOML");
            let read = entries(file);
            let mut read = read.iter();
            let (last, first): (Vec<_>, Vec<_>) = table
                .iter()
                .partition(|(name, _)| sections || *name == "shared");
            for (name, value) in first {
                let entry = read.next().expect("an entry");
                assert_eq!((entry.section, entry.name), ("", name.as_str()));
                same(entry, value);
            }
            for (section, values) in last {
                for (name, value) in values.as_table().expect("a section") {
                    let entry = read.next().expect("an entry");
                    assert_eq!(
                        (entry.section, entry.name),
                        (section.as_str(), name.as_str())
                    );
                    same(entry, value);
                }
            }
            assert!(read.next().is_none());
        }
    }
}
