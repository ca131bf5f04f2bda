//! People over all reports: entities, their ids, their rows.
//!
//! In each report people are told apart first ([`local`](super::local)); over all reports namesakes are clustered
//! ([`same`](super::same)), then near names compared ([`near`](super::near)), and what the user says goes before both. What
//! merely speaks and may be a delegation is a person only where another record says so.

use super::aliases::{Aliases, Kind};
use super::evidence::number;
use super::local::{Local, Locals};
use super::mention::Mention;
use super::near::{self, BLOCKS, Near, Summary};
use super::organisations::Organisations;
use super::orgname::related;
use super::same::cluster;
use super::store::{Store, Stored};
use super::union::Union;
use crate::schema::{Cell, Id, Record};
use crate::seal::id_of;
use crate::spool::Sealed;
use crate::tables::appearances::Appearance;
use crate::tables::people::PersonRow;
use crate::tables::{TABLES, position};
use foldhash::{HashSet, HashSetExt};
use std::collections::{BTreeMap, BTreeSet};

/// Records of a person that are looked into for what is known of the person; more say nothing new.
const KNOWN_BY: usize = 32;

/// Namesakes that one person is held against as a candidate.
const NAMESAKES: usize = 6;

/// The people of a run.
#[derive(Debug, Default)]
pub(super) struct People {
    pub(super) store: Store,
    /// The id of each record by its own report.
    own: Vec<u64>,
    /// Numbers of the reports' names, by the number of the report less one.
    reports: Vec<u32>,
    pub(super) one: Union,
    /// The records in the order of their entities.
    pub(super) members: Vec<u32>,
    /// Ids of entities whose first record's own id another has as well.
    salted: BTreeMap<u32, u64>,
    /// Own ids that are not their entities': own id, report or 0 for every report, id of the entity or 0 for none.
    renamed: Vec<(u64, u32, u64)>,
    pub(super) doubtful: Vec<Near>,
    /// Records on a side of the user's aliases.
    sided: Vec<(u32, u32)>,
}

impl People {
    /// Adds those of the next report.
    pub(super) fn add(
        &mut self,
        report_id: &str,
        locals: Vec<Local>,
        organisations: &mut Organisations,
    ) {
        self.reports.push(number(report_id));
        let report = self.reports.len() as u32;
        for local in locals {
            let of = local.organisations.iter();
            let numbers: Vec<(u32, u32)> = of
                .map(|(key, times)| (organisations.number(key), times))
                .collect();
            let record = self.store.len() as u32;
            self.sided
                .extend(local.sides.iter().map(|side| (*side, record)));
            self.store.push(report, &local, &numbers);
            self.own.push(local.id);
        }
    }

    /// Decides who is one.
    pub(super) fn settle(&mut self, organisations: &Organisations, aliases: &Aliases) {
        self.one = Union::new(self.store.len());
        self.settle_namesakes(organisations, aliases);
        let mut by_group: BTreeMap<u32, u32> = BTreeMap::new();
        for (side, record) in &self.sided {
            let first = *by_group.entry(aliases.group(*side)).or_insert(*record);
            self.one.join(first, *record);
        }
        self.one.flatten();
        self.order_members();
        self.settle_near(organisations, aliases);
        self.one.flatten();
        self.order_members();
        self.settle_ids();
    }

    /// A record with its organisations as entities.
    pub(super) fn get(&self, record: u32, organisations: &Organisations) -> Stored {
        let mut stored = self.store.get(record);
        for (organisation, _) in &mut stored.organisations {
            *organisation = organisations.entity(*organisation);
        }
        stored
    }

    fn settle_namesakes(&mut self, organisations: &Organisations, aliases: &Aliases) {
        let keys = organisations.keys();
        let related = |a: u32, b: u32| related(keys[a as usize], keys[b as usize]);
        let all = 0..self.store.len() as u32;
        let mut by_name: Vec<(u32, u32)> =
            all.map(|r| (number(self.store.name(r).key()), r)).collect();
        by_name.sort_unstable();
        for run in by_name
            .chunk_by(|a, b| a.0 == b.0)
            .filter(|run| run.len() > 1)
        {
            let mut groups: BTreeMap<String, Vec<(u32, Stored)>> = BTreeMap::new();
            for (_, record) in run {
                let stored = self.get(*record, organisations);
                groups
                    .entry(stored.name.key().to_string())
                    .or_default()
                    .push((*record, stored));
            }
            for group in groups.into_values() {
                let (records, people): (Vec<u32>, Vec<Stored>) = group.into_iter().unzip();
                self.join_namesakes(&records, &cluster(&people, aliases, &related));
            }
        }
    }

    fn join_namesakes(&mut self, records: &[u32], clusters: &[usize]) {
        let mut firsts: BTreeMap<usize, u32> = BTreeMap::new();
        for (record, cluster) in records.iter().zip(clusters) {
            let first = *firsts.entry(*cluster).or_insert(*record);
            self.one.join(first, *record);
        }
        let firsts: Vec<u32> = firsts.into_values().collect();
        for (i, a) in firsts.iter().enumerate() {
            let others = firsts[i + 1..].iter().take(NAMESAKES);
            self.doubtful.extend(others.map(|b| Near {
                a: *a.min(b),
                b: *a.max(b),
                fit: super::name::Fit::Same,
                merges: false,
            }));
        }
    }

    fn order_members(&mut self) {
        self.members = (0..self.store.len() as u32).collect();
        let one = &self.one;
        self.members.sort_by_key(|r| (one.root(*r), *r));
    }

    /// The records of an entity.
    pub(super) fn members(&self, root: u32) -> &[u32] {
        let from = self.members.partition_point(|r| self.one.root(*r) < root);
        let to = self.members.partition_point(|r| self.one.root(*r) <= root);
        &self.members[from..to]
    }

    fn roots(&self) -> impl Iterator<Item = u32> + '_ {
        let records = 0..self.store.len() as u32;
        records.filter(|r| self.one.root(*r) == *r)
    }

    /// What is known of a person.
    pub(super) fn summary(&self, root: u32, organisations: &Organisations) -> Summary {
        let mut summary = Summary::default();
        for record in self.members(root).iter().take(KNOWN_BY) {
            let stored = self.get(*record, organisations);
            if stored.name.words().count() > summary.name.words().count() {
                summary.name = stored.name;
                summary.surname = stored.surname;
            }
            summary
                .organisations
                .extend(stored.organisations.iter().map(|(o, _)| *o));
            summary.jobs.extend(stored.jobs);
            summary
                .emails
                .extend(Some(stored.email).filter(|e| *e != 0));
            summary
                .countries
                .extend(Some(stored.country).filter(|c| !c.is_empty()));
            summary.gender = summary.gender.with(stored.gender);
            summary
                .lists
                .extend(Some(stored.report).filter(|_| stored.listed));
            summary.sides.extend(stored.sides);
        }
        summary
    }

    fn settle_near(&mut self, organisations: &Organisations, aliases: &Aliases) {
        let mut blocks: Vec<(u32, u32)> = Vec::with_capacity(self.roots().count() * BLOCKS);
        for root in self.roots() {
            let summary = self.summary(root, organisations);
            blocks.extend(
                near::blocks(&summary)
                    .into_iter()
                    .map(|block| (block, root)),
            );
        }
        blocks.sort_unstable();
        let mut found = Vec::new();
        for run in blocks
            .chunk_by(|a, b| a.0 == b.0)
            .filter(|run| run.len() > 1)
        {
            // A long block is compared piece by piece.
            for piece in run.chunks(1024) {
                let people: Vec<_> = piece
                    .iter()
                    .map(|(_, r)| (*r, self.summary(*r, organisations)))
                    .collect();
                near::compare(&people, aliases, &mut found);
            }
        }
        drop(blocks);
        let (one, doubtful) = near::decide(found);
        one.iter().for_each(|pair| self.one.join(pair.a, pair.b));
        self.doubtful.extend(doubtful);
    }

    /// Gives entities their ids, and keeps what [`resolve`](Self::resolve) needs to know.
    fn settle_ids(&mut self) {
        let mut certain = vec![false; self.store.len()];
        for record in 0..self.store.len() as u32 {
            certain[self.one.root(record) as usize] |= self.store.is_certain(record);
        }
        let mut ids: Vec<(u64, u32)> = self.roots().map(|r| (self.own[r as usize], r)).collect();
        ids.sort_unstable();
        for same in ids.chunk_by(|a, b| a.0 == b.0) {
            let more = same.iter().enumerate().skip(1);
            let salt = more.map(|(i, (own, root))| {
                (
                    *root,
                    id_of(PersonRow::TABLE, "", &[&own.to_string(), &i.to_string()]).hash,
                )
            });
            self.salted.extend(salt);
        }
        drop(ids);
        let of = |record: u32| {
            let root = self.one.root(record);
            if certain[root as usize] {
                self.id(root)
            } else {
                0
            }
        };
        let all = || (0..self.store.len() as u32).map(|r| (self.own[r as usize], r));
        let moved: BTreeSet<u64> = all()
            .filter(|(own, r)| *own != of(*r))
            .map(|(own, _)| own)
            .collect();
        let report = |r: u32| self.reports[self.store.get(r).report as usize - 1];
        let mut renamed: Vec<(u64, u32, u64)> = all()
            .filter(|(own, _)| moved.contains(own))
            .map(|(own, r)| (own, report(r), of(r)))
            .collect();
        renamed.sort_unstable();
        for same in renamed.chunk_by(|a, b| a.0 == b.0) {
            let (own, _, id) = same[0];
            match same.iter().all(|(.., other)| *other == id) {
                true => self.renamed.push((own, 0, id)),
                false => self.renamed.extend(same),
            }
        }
    }

    /// The id of an entity, given by its first record.
    pub(super) fn id(&self, root: u32) -> u64 {
        let salted = self.salted.get(&root).copied();
        salted.unwrap_or(self.own[root as usize])
    }

    /// The entity of a person of a report, by the id that the report alone gives.
    fn resolve(&self, own: u64, report: u32) -> Option<Id> {
        let from = self.renamed.partition_point(|(known, ..)| *known < own);
        let mut same = self.renamed[from..]
            .iter()
            .take_while(|(known, ..)| *known == own);
        let hash = match same.find(|(_, of, _)| *of == 0 || *of == report) {
            Some((.., id)) => *id,
            None => own,
        };
        (hash != 0).then_some(Id {
            prefix: PersonRow::TABLE.prefix,
            hash,
        })
    }

    /// Whether a side of the user's aliases is a person.
    pub(super) fn is_found(&self, side: u32, kind: Kind) -> bool {
        kind == Kind::Person && self.sided.iter().any(|(known, _)| *known == side)
    }

    /// Fills the links to people in a report, and its appearances: a row for each person and role, by the first record.
    pub(super) fn fill<'a>(
        &self,
        report: &mut Sealed<'a>,
        mentions: &[Mention<'a>],
        locals: &Locals,
    ) {
        let of_report = number(report.report_id);
        let mut named: Vec<(&Mention<'a>, Id)> = Vec::new();
        for (mention, local) in mentions.iter().zip(&locals.of) {
            let own = local.map(|l| locals.people[l as usize].id);
            if let Some(id) = own.and_then(|own| self.resolve(own, of_report)) {
                report.set(mention.table, mention.row, mention.person_id, Cell::Id(id));
                named.push((mention, id));
            }
        }
        named.sort_by_key(|(mention, _)| (mention.table, mention.row));
        let mut seen = HashSet::new();
        named.retain(|(mention, id)| seen.insert((*id, mention.role)));
        let appearances = named.into_iter().map(|(mention, person)| {
            let key = [&person.to_string(), mention.role, &mention.id.printed()];
            let id = Cell::Id(id_of(Appearance::TABLE, report.report_id, &key));
            let table = Cell::Text(TABLES[mention.table].name);
            (
                id,
                vec![
                    Cell::Id(person),
                    Cell::Text(mention.role),
                    table,
                    mention.id,
                ],
            )
        });
        let appearances: Vec<_> = appearances.collect();
        if let Some(table) = position(Appearance::TABLE.name) {
            report.push_table(table, "linked-names", appearances);
        }
    }
}
