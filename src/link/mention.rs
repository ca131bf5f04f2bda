//! Where a report's tables name people, and what each row says of them.

use super::evidence::{Gender, job_key};
use super::name::Name;
use super::organisations::Explained;
use crate::lexicon::Lang;
use crate::schema::{Cell, Type};
use crate::spool::{Entry, Sealed};
use crate::tables::{TABLES, position};
use crate::value::person::{Evidence, Known, looks_like_name};
use crate::value::place::country;
use std::sync::LazyLock;

/// Where a table names people.
pub(super) struct Columns {
    pub table: usize,
    pub person_id: usize,
    pub name: usize,
    last_name: Option<usize>,
    honorific: Option<usize>,
    job_title: Option<usize>,
    organisation: Option<usize>,
    email: Option<usize>,
    country_code: Option<usize>,
    role: Option<usize>,
    attendance: Option<usize>,
    /// The role of everybody in a table without a column for it.
    default_role: &'static str,
    /// Whether every name in it is a person's.
    people_only: bool,
    /// Whether it lists each person once.
    list: bool,
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
            last_name: t.position("last_name"),
            honorific: t.position("honorific"),
            job_title: t.position("job_title"),
            organisation: t.position("organisation"),
            email: t.position("email"),
            country_code: t.position("country_code"),
            role: t.position("role"),
            attendance: t.position("attendance"),
            default_role: match t.name {
                "participants" => "participant",
                "quotes" => "quoted",
                _ => "speaker",
            },
            people_only: name.is_some(),
            list: t.name == "participants",
        })
    };
    let mut all: Vec<Columns> = (0..TABLES.len()).filter_map(columns).collect();
    // Lists come first: whoever is named elsewhere is looked for in them.
    all.sort_by_key(|c| !c.list);
    all
});

/// Whether a table names people.
pub(super) fn names_people(table: usize) -> bool {
    COLUMNS.iter().any(|c| c.table == table) || TABLES[table].name == "reports"
}

/// A row that names a person.
#[derive(Debug)]
pub(super) struct Mention<'a> {
    pub table: usize,
    pub row: usize,
    pub person_id: usize,
    /// The id of the row.
    pub id: Cell<'a>,
    /// The name as printed.
    pub printed: &'a str,
    pub name: Name,
    /// The word of the name that the surname begins with, where the row tells.
    pub surname: Option<usize>,
    pub role: &'a str,
    pub gender: Gender,
    /// Whether an honorific stands before the name.
    pub titled: bool,
    pub job: u32,
    /// The keys of the organisations.
    pub organisations: Vec<String>,
    pub email: &'a str,
    pub country: &'a str,
    /// Whether it can be nobody but a person.
    pub certain: bool,
    /// Whether it may be a person at all, so that other reports may tell.
    pub possible: bool,
    pub listed: bool,
}

/// The rows of a report that name somebody, those of its lists first.
pub(super) fn mentions<'a>(report: &Sealed<'a>, explained: &Explained<'a>) -> Vec<Mention<'a>> {
    let lang = language(report);
    let mut all = Vec::new();
    for columns in COLUMNS.iter() {
        for (row, entry) in report.rows(columns.table).enumerate() {
            all.extend(columns.read(row, &entry, explained, lang));
        }
    }
    all
}

fn language(report: &Sealed<'_>) -> Lang {
    let row = position("reports").and_then(|t| report.rows(t).next());
    let tag = row.map(|r| r.cell("language").as_str());
    tag.and_then(Lang::from_tag).unwrap_or(Lang::En)
}

impl Columns {
    fn read<'a>(
        &self,
        row: usize,
        entry: &Entry<'_, 'a>,
        explained: &Explained<'a>,
        lang: Lang,
    ) -> Option<Mention<'a>> {
        let cells = entry.cells();
        let text = |column: Option<usize>| column.map_or("", |c| cells[c].as_str());
        let printed = text(Some(self.name));
        let name = Name::of(printed);
        let honorific = text(self.honorific);
        let told = self.people_only || !honorific.is_empty();
        // What merely speaks may be a delegation.
        let evidence = match told || name.words().nth(1).is_none() {
            true => Evidence::None,
            false => looks_like_name(printed, lang, &Known::default()),
        };
        let a_country = !told && country(printed).is_some();
        // A delegation has no body and no post beside its name.
        let beside = !text(self.organisation).is_empty() || !text(self.job_title).is_empty();
        let enough = if beside {
            Evidence::Weak
        } else {
            Evidence::Likely
        };
        let organisations = text(self.organisation).split("; ");
        let mention = Mention {
            table: self.table,
            row,
            person_id: self.person_id,
            id: entry.id(),
            printed,
            surname: surname(&name, text(self.last_name)),
            role: match (text(self.role), text(self.attendance)) {
                // Whoever did not come is no participant.
                ("", missed @ ("apologies" | "absent")) => missed,
                ("", _) => self.default_role,
                ("prepared_by", _) => "author",
                (role, _) => role,
            },
            gender: Gender::of(honorific),
            titled: !honorific.is_empty(),
            job: job_key(text(self.job_title)),
            organisations: organisations.filter_map(|o| explained.key(o)).collect(),
            email: text(self.email),
            country: text(self.country_code),
            certain: told || evidence >= enough && !a_country,
            possible: told || evidence >= Evidence::Weak && !a_country,
            listed: self.list,
            name,
        };
        (!mention.name.text().is_empty()).then_some(mention)
    }
}

/// The first word of the surname in the name, where the row has the surname by itself.
fn surname(name: &Name, last_name: &str) -> Option<usize> {
    if last_name.is_empty() {
        return None;
    }
    let last = Name::of(last_name);
    let first = last.words().next()?;
    let from = name.words().count().checked_sub(last.words().count())?;
    if name.words().skip(from).eq(last.words()) {
        Some(from)
    } else {
        name.words().position(|w| w == first)
    }
}
