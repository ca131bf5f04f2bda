//! The rows of `people`, and the candidates among them with what speaks for and against them.

use super::candidates::Pair;
use super::evidence::Gender;
use super::forms::Forms;
use super::name::Fit;
use super::near::{Near, Summary};
use super::organisations::Organisations;
use super::orgname::related;
use super::people::People;
use crate::schema::{Id, Record};
use crate::tables::people::PersonRow;
use crate::value::place::fold;
use std::collections::BTreeMap;

impl People {
    /// The people, by their first records, in the order of their names.
    pub(super) fn sorted(&self) -> Vec<u32> {
        let mut sorted: Vec<(u64, u32)> = Vec::new();
        for of_one in self
            .members
            .chunk_by(|a, b| self.one.root(*a) == self.one.root(*b))
        {
            if of_one.iter().any(|r| self.store.is_certain(*r)) {
                sorted.push((start(&fold(self.forms(of_one[0]).fullest())), of_one[0]));
            }
        }
        sorted.sort_unstable();
        // Names that begin alike are compared in full, few at a time.
        for alike in sorted
            .chunk_by_mut(|a, b| a.0 == b.0)
            .filter(|c| c.len() > 1)
        {
            alike.sort_by_cached_key(|(_, root)| (fold(self.forms(*root).fullest()), *root));
        }
        sorted.into_iter().map(|(_, root)| root).collect()
    }

    fn forms(&self, root: u32) -> Forms {
        let mut forms = Forms::default();
        for record in self.members(root) {
            forms.extend(&self.store.get(*record).forms);
        }
        forms
    }

    /// The row of a person, with its id.
    pub(super) fn row(&self, root: u32, organisations: &Organisations) -> (Id, PersonRow) {
        let mut forms = Forms::default();
        let mut employers: BTreeMap<u32, u32> = BTreeMap::new();
        let (mut mentions, mut reports, mut last) = (0, 0, 0);
        for record in self.members(root) {
            let stored = self.get(*record, organisations);
            forms.extend(&stored.forms);
            for (organisation, times) in stored.organisations {
                *employers.entry(organisation).or_default() += times;
            }
            mentions += stored.mentions;
            reports += u32::from(last != stored.report);
            last = stored.report;
        }
        let employer = employers
            .iter()
            .max_by_key(|(number, times)| (**times, std::cmp::Reverse(**number)));
        let name = forms.fullest();
        let row = PersonRow {
            name: super::text(name),
            aliases: super::text(&forms.others(name)),
            organisation: super::text(
                employer.map_or("", |(number, _)| organisations.name(*number)),
            ),
            report_count: super::count(reports),
            mention_count: super::count(mentions),
            rule: "linked-names",
            ..PersonRow::default()
        };
        (self.id_of(root), row)
    }

    fn id_of(&self, root: u32) -> Id {
        Id {
            prefix: PersonRow::TABLE.prefix,
            hash: self.id(root),
        }
    }

    /// Pairs that may be one.
    pub(super) fn candidates(&self, organisations: &Organisations) -> Vec<Pair> {
        let is_person = |root: u32| self.members(root).iter().any(|r| self.store.is_certain(*r));
        let pair = |near: &Near| {
            let (a, b) = (self.one.root(near.a), self.one.root(near.b));
            if a == b || !is_person(a) || !is_person(b) {
                return None;
            }
            let (one, other) = (
                self.summary(a, organisations),
                self.summary(b, organisations),
            );
            let mut weight = Weight::default();
            weight.names(near.fit, self.forms(a).fullest(), self.forms(b).fullest());
            weight.rest(&one, &other, organisations);
            Some(Pair {
                table: PersonRow::TABLE.name,
                a: self.id_of(a),
                b: self.id_of(b),
                score: weight.score.max(0) as u32,
                evidence_for: weight.speaks_for.join("; "),
                evidence_against: weight.speaks_against.join("; "),
            })
        };
        let mut pairs: Vec<Pair> = self.doubtful.iter().filter_map(pair).collect();
        pairs.sort_by_key(|p| {
            (
                p.a.hash.min(p.b.hash),
                p.a.hash.max(p.b.hash),
                std::cmp::Reverse(p.score),
            )
        });
        pairs.dedup_by_key(|p| (p.a.hash.min(p.b.hash), p.a.hash.max(p.b.hash)));
        pairs
    }
}

/// The first eight bytes of a name as a number that sorts like them.
fn start(name: &str) -> u64 {
    let mut bytes = [0; 8];
    name.bytes()
        .zip(&mut bytes)
        .for_each(|(byte, to)| *to = byte);
    u64::from_be_bytes(bytes)
}

/// What speaks for two people being one, and against it, and how much.
#[derive(Default)]
struct Weight {
    score: i32,
    speaks_for: Vec<String>,
    speaks_against: Vec<String>,
}

impl Weight {
    fn pro(&mut self, score: i32, what: String) {
        self.score += score;
        self.speaks_for.push(what);
    }

    fn contra(&mut self, score: i32, what: String) {
        self.score -= score;
        self.speaks_against.push(what);
    }

    fn names(&mut self, fit: Fit, a: &str, b: &str) {
        let (score, what) = match fit {
            Fit::Same => (100, "the same name"),
            Fit::Spaced => (95, "the same letters"),
            Fit::Letter => (80, "one letter apart"),
            Fit::Part => (80, "the one is part of the other"),
            Fit::Initials => (60, "the initials fit"),
            Fit::Word => (50, "the surname fits"),
        };
        self.pro(score, format!("{a} / {b}: {what}"));
        if fit != Fit::Same {
            self.contra(0, "the names differ".into());
        }
    }

    fn rest(&mut self, a: &Summary, b: &Summary, organisations: &Organisations) {
        if !a.emails.is_disjoint(&b.emails) {
            self.pro(40, "the same e-mail address".into());
        }
        if !a.jobs.is_disjoint(&b.jobs) {
            self.pro(20, "the same job title".into());
        }
        let countries = !a.countries.is_empty() && !b.countries.is_empty();
        match (countries, a.countries.is_disjoint(&b.countries)) {
            (true, false) => self.pro(5, "the same country".into()),
            (true, true) => self.contra(10, "other countries".into()),
            _ => {}
        }
        if a.gender.conflicts(b.gender) {
            let him = if a.gender == Gender::Male {
                "first"
            } else {
                "second"
            };
            self.contra(
                50,
                format!("honorifics of a man (the {him}) and of a woman"),
            );
        }
        self.employers(a, b, organisations);
        if self.speaks_against.is_empty() {
            self.contra(0, "another of the name could be meant".into());
        }
    }

    fn employers(&mut self, a: &Summary, b: &Summary, organisations: &Organisations) {
        let names = |s: &Summary| -> String {
            let names: Vec<&str> = s
                .organisations
                .iter()
                .take(3)
                .map(|o| organisations.name(*o))
                .collect();
            names.join(", ")
        };
        let common: Vec<&str> = a
            .organisations
            .intersection(&b.organisations)
            .map(|o| organisations.name(*o))
            .collect();
        if let Some(common) = common.first() {
            return self.pro(30, format!("both {common}"));
        }
        let related = a.organisations.iter().any(|x| {
            let name = fold(organisations.name(*x));
            b.organisations
                .iter()
                .any(|y| related(&name, &fold(organisations.name(*y))))
        });
        match (a.organisations.is_empty(), b.organisations.is_empty()) {
            (false, false) if related => self.pro(
                10,
                format!("organisations alike: {} / {}", names(a), names(b)),
            ),
            (false, false) => self.contra(
                30,
                format!("other organisations: {} / {}", names(a), names(b)),
            ),
            (true, true) => {}
            _ => self.contra(5, "one has no organisation".into()),
        }
    }
}
