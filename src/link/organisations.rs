//! Organisations: by the keys of their names, by a short form where a report prints what it stands for, by two languages
//! that a report prints side by side, and by the user's word.
//!
//! What a report says of a short form goes before what others say. A short form alone is what it stands for where all
//! reports together know one such thing. A name that another begins with, that is a letter off, or whose letters another
//! spells, is a candidate and no more. The id is made from the key under which the entity came first.

use super::aliases::{Aliases, Kind};
use super::candidates::Pair;
use super::forms::Forms;
use super::orgname::{OrgName, is_short, org_key, spells};
use super::union::Union;
use crate::schema::{Id, Record};
use crate::seal::id_of;
use crate::spool::Sealed;
use crate::tables::organisations::OrganisationRow;
use crate::tables::{TABLES, position};
use crate::value::may_be_letter_off;
use crate::value::place::fold;
use foldhash::HashMap;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// Candidates that one name may have of one kind.
const CANDIDATES: usize = 8;

/// The short forms that a report explains.
#[derive(Debug, Default)]
pub(super) struct Explained<'a> {
    /// By the short form as printed: the key of what it stands for, and that as printed.
    shorts: HashMap<&'a str, (String, &'a str)>,
    /// The keys of what was asked for before: a report names few organisations often.
    keys: RefCell<HashMap<&'a str, String>>,
}

impl<'a> Explained<'a> {
    pub(super) fn of(report: &Sealed<'a>) -> Explained<'a> {
        let mut explained = Explained::default();
        for row in position("acronyms")
            .into_iter()
            .flat_map(|t| report.rows(t))
        {
            explained.add(row.cell("acronym").as_str(), row.cell("expansion").as_str());
        }
        for printed in cells(report) {
            // The short form as it stands in the cell.
            let bracket = printed.strip_suffix(')').and_then(|p| p.rsplit_once(" ("));
            let comma = || {
                printed
                    .rsplit_once(", ")
                    .filter(|(long, short)| spells(short, long))
            };
            if let Some((long, short)) = bracket.or_else(comma) {
                let shorts = short.split('/').map(str::trim);
                shorts
                    .filter(|s| is_short(s))
                    .for_each(|s| explained.add(s, long));
            }
        }
        explained
    }

    fn add(&mut self, short: &'a str, long: &'a str) {
        let key = org_key(&OrgName::of(long).name);
        if !key.is_empty() && !short.is_empty() {
            self.shorts.entry(short).or_insert((key, long));
        }
    }

    /// The key of an organisation as printed in the report.
    pub(super) fn key(&self, printed: &'a str) -> Option<String> {
        let mut keys = self.keys.borrow_mut();
        let key = keys.entry(printed).or_insert_with(|| {
            let name = OrgName::of(printed);
            match self.shorts.get(name.name.as_str()) {
                Some((key, _)) => key.clone(),
                None => org_key(&name.name),
            }
        });
        (!key.is_empty()).then(|| key.clone())
    }
}

/// The names of organisations in the cells of a report.
fn cells<'a>(report: &Sealed<'a>) -> Vec<&'a str> {
    let mut found = Vec::new();
    for table in (0..TABLES.len()).filter(|t| names_organisations(*t)) {
        let column = |name| TABLES[table].position(name);
        let Some(column) = column("organisation").or_else(|| column("organisers")) else {
            continue;
        };
        for row in report.rows(table) {
            let names = row.cells()[column].as_str().split("; ");
            found.extend(names.filter(|n| !n.is_empty()));
        }
    }
    found
}

/// Whether a table names organisations or explains short forms.
pub(super) fn names_organisations(table: usize) -> bool {
    let t = TABLES[table];
    let columns = ["organisation", "organisers", "expansion"];
    columns.iter().any(|c| t.position(c).is_some()) && t.name != "people"
}

/// The organisations of a report, and the short forms that it explains.
#[derive(Debug, Default)]
pub(super) struct Mentions {
    /// Keys, printed names and short forms.
    names: Vec<(String, Box<str>, Option<Box<str>>)>,
    /// Short forms with what they stand for: its key, and as printed.
    shorts: Vec<(Box<str>, String, Box<str>)>,
    /// Keys that are one.
    same: Vec<(String, String)>,
}

/// The organisations named in a report.
pub(super) fn mentions<'a>(report: &Sealed<'a>, explained: &Explained<'a>) -> Mentions {
    let mut mentions = Mentions::default();
    for printed in cells(report) {
        let name = OrgName::of(printed);
        let Some(key) = explained.key(printed) else {
            continue;
        };
        if let Some(variant) = &name.variant {
            mentions.same.push((key.clone(), org_key(variant)));
        }
        let is_explained = explained.shorts.contains_key(name.name.as_str());
        let short = if is_explained {
            Some(name.name.as_str())
        } else {
            name.short.first().map(String::as_str)
        };
        mentions
            .names
            .push((key, printed.into(), short.map(Into::into)));
        if !is_explained && *printed != *name.name {
            // The name without its short form is printed as well.
            let key = org_key(&name.name);
            mentions.shorts.push(("".into(), key, name.name.into()));
        }
    }
    let shorts = explained
        .shorts
        .iter()
        .map(|(short, (key, long))| ((*short).into(), key.clone(), OrgName::of(long).name.into()));
    mentions.shorts.extend(shorts);
    mentions.shorts.sort();
    mentions
}

#[derive(Debug, Default)]
struct Organisation {
    forms: Forms,
    acronyms: Forms,
    mentions: u32,
    reports: Vec<u32>,
}

/// The organisations of a run by the numbers of their keys.
#[derive(Debug, Default)]
pub(super) struct Organisations {
    numbers: HashMap<Box<str>, u32>,
    all: Vec<Organisation>,
    same: Vec<(u32, u32)>,
    /// What each short form stands for in the run.
    expansions: BTreeMap<Box<str>, BTreeSet<u32>>,
    one: Union,
    /// The sides of the user's aliases that are organisations.
    found: BTreeSet<u32>,
}

impl Organisations {
    /// The number of a key, given to it now where it is new.
    pub(super) fn number(&mut self, key: &str) -> u32 {
        if let Some(number) = self.numbers.get(key) {
            return *number;
        }
        let number = self.all.len() as u32;
        self.numbers.insert(key.into(), number);
        self.all.push(Organisation::default());
        number
    }

    /// Adds those of the report with this number.
    pub(super) fn add(&mut self, report: u32, mentions: Mentions) {
        for (key, form, short) in mentions.names {
            let number = self.number(&key);
            let organisation = &mut self.all[number as usize];
            organisation.forms.add(&form);
            if let Some(short) = short {
                organisation.acronyms.add(&short);
            }
            organisation.mentions += 1;
            if organisation.reports.last() != Some(&report) {
                organisation.reports.push(report);
            }
        }
        for (short, key, long) in mentions.shorts {
            let number = self.number(&key);
            self.all[number as usize].forms.add_times(&long, 0);
            if !short.is_empty() {
                self.expansions.entry(short).or_default().insert(number);
            }
        }
        for (a, b) in mentions.same {
            let pair = (self.number(&a), self.number(&b));
            self.same.push(pair);
        }
    }

    /// Decides which keys are one.
    pub(super) fn settle(&mut self, aliases: &Aliases) {
        self.one = Union::new(self.all.len());
        let mut sides: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for (side, key) in aliases.organisations() {
            if let Some(number) = self
                .numbers
                .get(key.as_str())
                .filter(|n| self.all[**n as usize].mentions > 0)
            {
                sides.entry(*number).or_default().push(side);
            }
        }
        for (key, number) in &self.numbers {
            let on = aliases.of_id(self.id_of_key(key).hash);
            if !on.is_empty() {
                sides.entry(*number).or_default().extend(on);
            }
        }
        self.found = sides.values().flatten().copied().collect();
        let mut by_group: BTreeMap<u32, u32> = BTreeMap::new();
        for (number, sides) in &sides {
            for side in sides {
                let first = *by_group.entry(aliases.group(*side)).or_insert(*number);
                self.one.join(first, *number);
            }
        }
        for (a, b) in std::mem::take(&mut self.same) {
            self.join(a, b, &sides, aliases);
        }
        for (short, numbers) in std::mem::take(&mut self.expansions) {
            self.expand(&short, numbers, &sides, aliases);
        }
        self.sum();
    }

    fn join(&mut self, a: u32, b: u32, sides: &BTreeMap<u32, Vec<u32>>, aliases: &Aliases) {
        let on = |root: u32| -> Vec<u32> {
            let on = sides
                .iter()
                .filter(|(number, _)| self.one.root(**number) == root);
            on.flat_map(|(_, sides)| sides).copied().collect()
        };
        let kept_apart =
            !sides.is_empty() && aliases.part(&on(self.one.root(a)), &on(self.one.root(b)));
        if !kept_apart {
            self.one.join(a, b);
        }
    }

    /// Merges a short form that stands alone into what it stands for, where the run knows just one such thing.
    fn expand(
        &mut self,
        short: &str,
        numbers: BTreeSet<u32>,
        sides: &BTreeMap<u32, Vec<u32>>,
        aliases: &Aliases,
    ) {
        let roots: BTreeSet<u32> = numbers.iter().map(|n| self.one.root(*n)).collect();
        for number in &numbers {
            self.all[*number as usize].acronyms.add_times(short, 1);
        }
        let alone = self.numbers.get(org_key(short).as_str()).copied();
        if let (Some(alone), 1, Some(long)) = (alone, roots.len(), roots.first()) {
            self.join(alone, *long, sides, aliases);
            self.all[alone as usize].acronyms.add_times(short, 1);
        }
        self.expansions.insert(short.into(), numbers);
    }

    /// Adds up what was merged.
    fn sum(&mut self) {
        for number in 0..self.all.len() as u32 {
            let root = self.one.root(number);
            if root == number {
                continue;
            }
            let part = std::mem::take(&mut self.all[number as usize]);
            let whole = &mut self.all[root as usize];
            whole.forms.extend(&part.forms);
            whole.acronyms.extend(&part.acronyms);
            whole.mentions += part.mentions;
            whole.reports.extend(part.reports);
            whole.reports.sort_unstable();
            whole.reports.dedup();
        }
    }

    /// The entity of a key, by its number.
    pub(super) fn entity(&self, number: u32) -> u32 {
        self.one.root(number)
    }

    /// The name of an entity.
    pub(super) fn name(&self, number: u32) -> &str {
        self.all[self.entity(number) as usize].name()
    }

    /// Whether a side of the user's aliases is an organisation.
    pub(super) fn is_found(&self, side: u32, kind: Kind) -> bool {
        kind == Kind::Organisation && self.found.contains(&side)
    }

    fn id_of_key(&self, key: &str) -> Id {
        id_of(OrganisationRow::TABLE, "", &[key])
    }

    /// The keys in the order of their numbers.
    pub(super) fn keys(&self) -> Vec<&str> {
        let mut keys = vec![""; self.all.len()];
        self.numbers
            .iter()
            .for_each(|(key, number)| keys[*number as usize] = key);
        keys
    }

    /// The rows of `organisations`, with their ids, in the order of the names.
    pub(super) fn rows(&self) -> Vec<(Id, OrganisationRow)> {
        let keys = self.keys();
        let row = |number: usize| {
            let organisation = &self.all[number];
            let name = organisation.name();
            let row = OrganisationRow {
                name: super::text(name),
                acronym: super::text(organisation.acronyms.usual()),
                aliases: super::text(&organisation.others(name)),
                report_count: super::count(organisation.reports.len() as u32),
                mention_count: super::count(organisation.mentions),
                rule: "linked-names",
                ..OrganisationRow::default()
            };
            (self.id_of_key(keys[number]), row)
        };
        let all = (0..self.all.len()).filter(|n| self.all[*n].mentions > 0);
        let mut rows: Vec<_> = all.map(row).collect();
        rows.sort_by_cached_key(|(_, row)| fold(row.name.as_str()));
        rows
    }

    /// Pairs that may be one.
    pub(super) fn candidates(&self) -> Vec<Pair> {
        let keys = self.keys();
        let is_named = |n: &u32| self.all[*n as usize].mentions > 0;
        let mut pairs: BTreeMap<(u32, u32), (u32, String)> = BTreeMap::new();
        let mut add = |a: u32, b: u32, score: u32, why: String| {
            let (a, b) = (self.entity(a), self.entity(b));
            if a != b && is_named(&a) && is_named(&b) {
                pairs.entry((a.min(b), a.max(b))).or_insert((score, why));
            }
        };
        for (short, numbers) in &self.expansions {
            let alone = self.numbers.get(org_key(short).as_str());
            for number in alone
                .map(|_| numbers)
                .into_iter()
                .flatten()
                .take(CANDIDATES)
            {
                add(
                    alone.map_or(0, |a| *a),
                    *number,
                    60,
                    format!("a report explains {short} as this, others as something else"),
                );
            }
        }
        let mut sorted: Vec<(&str, u32)> = keys
            .iter()
            .enumerate()
            .map(|(n, k)| (*k, n as u32))
            .collect();
        sorted.sort_unstable();
        for (i, (key, number)) in sorted.iter().enumerate() {
            let next = sorted[i + 1..].iter().take(CANDIDATES);
            for (other, of_other) in next {
                if other
                    .strip_prefix(key)
                    .is_some_and(|rest| rest.starts_with(' '))
                {
                    add(
                        *number,
                        *of_other,
                        30,
                        "the one name begins with the other".into(),
                    );
                } else if key.len() >= 5
                    && may_be_letter_off(key, other)
                    && strsim::osa_distance(key, other) == 1
                {
                    add(
                        *number,
                        *of_other,
                        50,
                        "the names differ in one letter".into(),
                    );
                }
            }
        }
        let shorts: HashMap<&str, u32> = sorted
            .iter()
            .filter(|(key, _)| key.len() >= 3 && !key.contains(' '))
            .copied()
            .collect();
        for (key, number) in &sorted {
            let letters: String = key.split(' ').filter_map(|w| w.chars().next()).collect();
            let significant: String = super::orgname::significant(key)
                .filter_map(|w| w.chars().next())
                .collect();
            let short = [letters, significant]
                .iter()
                .find_map(|l| shorts.get(l.as_str()).copied());
            if let Some(short) = short {
                add(
                    short,
                    *number,
                    55,
                    "the first letters of the one name are the other".into(),
                );
            }
        }
        let id = |n: u32| self.id_of_key(keys[n as usize]);
        let pair = |((a, b), (score, why))| Pair {
            table: OrganisationRow::TABLE.name,
            a: id(a),
            b: id(b),
            score,
            evidence_for: format!("{} / {}: {why}", self.name(a), self.name(b)),
            evidence_against: "the names differ, and no report says that they are one".into(),
        };
        pairs.into_iter().map(pair).collect()
    }
}

impl Organisation {
    /// The fullest form without its short form.
    fn name(&self) -> &str {
        let bare = self
            .forms
            .iter()
            .filter(|(form, _)| OrgName::of(form).name == *form);
        let mut forms = Forms::default();
        bare.for_each(|(form, times)| forms.add_times(form, times));
        let name = if forms.is_empty() {
            self.forms.fullest()
        } else {
            forms.fullest()
        };
        let own = self.forms.iter().find(|(form, _)| *form == name);
        own.map_or("", |(form, _)| form)
    }

    /// Every other form printed, the short form that has its own column aside.
    fn others(&self, name: &str) -> String {
        let mut forms = Forms::default();
        let acronym = self.acronyms.usual();
        let all = self.forms.iter().chain(self.acronyms.iter());
        all.filter(|(form, _)| *form != acronym)
            .for_each(|(form, _)| forms.add(form));
        forms.others(name)
    }
}
