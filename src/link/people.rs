//! Who is who: people by the words of their names.
//!
//! Two mentions are one person where their names have the same words, case, accents and order aside. A last name alone is
//! the person of that last name in the same report, where there is just one. What merely speaks (statements, quotes) may
//! be a delegation: without an honorific it makes no person, but it is linked to one that is known from elsewhere.

use super::forms::Forms;
use crate::schema::{Cell, Id, Record, Type};
use crate::seal::id_of;
use crate::spool::{Entry, Sealed};
use crate::tables::appearances::Appearance;
use crate::tables::people::PersonRow;
use crate::tables::{TABLES, position};
use crate::value::place::fold;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::LazyLock;

/// Where a table names people.
struct Columns {
    table: usize,
    person_id: usize,
    name: usize,
    organisation: Option<usize>,
    role: Option<usize>,
    /// The role of everybody in a table without a column for it.
    default_role: &'static str,
    /// Whether every name in it is a person's.
    people_only: bool,
}

static COLUMNS: LazyLock<Vec<Columns>> = LazyLock::new(|| {
    let columns = |table: usize| {
        let t = TABLES[table];
        let to_people = |c: &crate::schema::Column| c.kind == Type::Link && c.among == ["people"];
        let name = t.position("name");
        Some(Columns {
            table,
            person_id: t.columns.iter().position(to_people)?,
            name: name.or_else(|| t.position("speaker"))?,
            organisation: t.position("organisation"),
            role: t.position("role"),
            default_role: match t.name {
                "participants" => "participant",
                "quotes" => "quoted",
                _ => "intervention",
            },
            people_only: name.is_some(),
        })
    };
    (0..TABLES.len()).filter_map(columns).collect()
});

/// Whether a table names people.
pub(super) fn names_people(table: usize) -> bool {
    COLUMNS.iter().any(|c| c.table == table)
}

/// A person named in a report.
#[derive(Debug)]
pub(super) struct Mention {
    key: String,
    form: Box<str>,
    organisation: Box<str>,
    /// Whether it makes a person, or is only linked to one.
    certain: bool,
}

/// A row that names a person, and who that is.
struct Named<'s, 'a> {
    columns: &'static Columns,
    row: usize,
    entry: Entry<'s, 'a>,
    key: String,
}

impl Named<'_, '_> {
    fn mention(&self) -> Mention {
        let cells = self.entry.cells();
        let organisation = self.columns.organisation.map(|c| cells[c].as_str());
        let titled = !self.entry.cell("honorific").is_empty();
        Mention {
            key: self.key.clone(),
            form: cells[self.columns.name].as_str().into(),
            organisation: organisation.unwrap_or_default().into(),
            certain: self.columns.people_only || titled,
        }
    }
}

/// The rows of a report that name somebody.
fn named<'s, 'a>(report: &'s Sealed<'a>) -> Vec<Named<'s, 'a>> {
    let mut all = Vec::new();
    let mut last_names: HashMap<String, Option<String>> = HashMap::new();
    for columns in COLUMNS.iter() {
        for (row, entry) in report.rows(columns.table).enumerate() {
            let folded = fold(entry.cells()[columns.name].as_str());
            let key = person_key(&folded);
            if let (Some((_, last)), false) = (folded.rsplit_once(' '), key.is_empty()) {
                let known = last_names
                    .entry(last.to_string())
                    .or_insert(Some(key.clone()));
                if known.as_ref() != Some(&key) {
                    *known = None;
                }
            }
            let key = if key.is_empty() { folded } else { key };
            all.push(Named {
                columns,
                row,
                entry,
                key,
            });
        }
    }
    for named in all.iter_mut().filter(|n| !n.key.contains(' ')) {
        let whole = last_names.get(&named.key).cloned().flatten();
        named.key = whole.unwrap_or_default();
    }
    all.retain(|named| !named.key.is_empty());
    all
}

/// The people named in a report.
pub(super) fn mentions(report: &Sealed<'_>) -> Vec<Mention> {
    named(report).iter().map(Named::mention).collect()
}

#[derive(Debug)]
struct Person {
    id: Id,
    forms: Forms,
    organisations: Forms,
    reports: u32,
    mentions: u32,
    last_report: u32,
    certain: bool,
}

impl Person {
    fn new() -> Person {
        Person {
            id: Id {
                prefix: PersonRow::TABLE.prefix,
                hash: 0,
            },
            forms: Forms::default(),
            organisations: Forms::default(),
            reports: 0,
            mentions: 0,
            last_report: 0,
            certain: false,
        }
    }
}

/// The people of a run by their keys.
#[derive(Debug, Default)]
pub(super) struct People {
    all: BTreeMap<String, Person>,
}

impl People {
    /// Adds those of the report with this number, from 1.
    pub(super) fn add(&mut self, report: u32, mentions: Vec<Mention>) {
        for mention in mentions {
            let person = self.all.entry(mention.key).or_insert_with(Person::new);
            person.forms.add(&mention.form);
            person.organisations.add(&mention.organisation);
            person.certain |= mention.certain;
            person.mentions += 1;
            person.reports += u32::from(person.last_report != report);
            person.last_report = report;
        }
    }

    /// Lets go of names that may be no person's, and gives the others their ids: by their names alone, so that no other
    /// report changes them.
    pub(super) fn settle(&mut self) {
        self.all.retain(|key, person| {
            person.id = id_of(PersonRow::TABLE, "", &[key]);
            person.certain
        });
    }

    /// Fills the links to people in a report, and its appearances: a row for each person and role, by the first record.
    pub(super) fn fill<'a>(&self, report: &mut Sealed<'a>) {
        let mut links = Vec::new();
        let mut seen = HashSet::new();
        let mut appearances = Vec::new();
        for named in named(report) {
            let Some(person) = self.all.get(&named.key) else {
                continue;
            };
            let columns = named.columns;
            links.push((columns.table, named.row, columns.person_id, person.id));
            let role: &'a str = columns.role.map_or("", |c| named.entry.cells()[c].as_str());
            let role = match role {
                "" => columns.default_role,
                _ => role,
            };
            if seen.insert((person.id, role)) {
                appearances.push((person.id, role, columns.table, named.entry.id()));
            }
        }
        for (table, row, column, id) in links {
            report.set(table, row, column, Cell::Id(id));
        }
        let report_id = report.report_id;
        let appearances = appearances
            .into_iter()
            .map(|(person, role, table, record)| {
                let key = [&person.to_string(), role, &record.printed()];
                let id = Cell::Id(id_of(Appearance::TABLE, report_id, &key));
                let table = Cell::Text(TABLES[table].name);
                (id, vec![Cell::Id(person), Cell::Text(role), table, record])
            });
        if let Some(table) = position(Appearance::TABLE.name) {
            report.push_table(table, "linked-names", appearances.collect());
        }
    }

    /// The rows of `people`, with their ids, in the order of the names.
    pub(super) fn rows(&self) -> Vec<(Id, PersonRow)> {
        let row = |person: &Person| {
            let name = person.forms.fullest();
            let row = PersonRow {
                name: super::text(name),
                aliases: super::text(&person.forms.others(name)),
                organisation: super::text(person.organisations.usual()),
                report_count: super::count(person.reports),
                mention_count: super::count(person.mentions),
                rule: "same-name",
                ..PersonRow::default()
            };
            (person.id, row)
        };
        let mut rows: Vec<_> = self.all.values().map(row).collect();
        rows.sort_by_cached_key(|(_, row)| fold(row.name.as_str()));
        rows
    }
}

/// The key of a person: the words of the name in no order, so that it is the same with the last name first. Empty where
/// there is one word, or none: a last name alone names nobody.
fn person_key(folded: &str) -> String {
    let mut words: Vec<&str> = folded.split(' ').collect();
    if words.len() < 2 {
        return String::new();
    }
    words.sort_unstable();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_order_make_no_difference() {
        assert_eq!(
            person_key(&fold("GARCÍA, Ana")),
            person_key(&fold("Ana Garcia"))
        );
        assert_eq!(person_key("garcia"), "");
    }
}
