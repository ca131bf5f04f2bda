//! The people of one report: which of its mentions are one.
//!
//! The lists come first, then whole names, then what is short for one: a part of a name, a surname with initials, a single
//! word, initials alone. What is short is the one person whom it fits, where neither honorific nor organisation speaks
//! against it; where it fits several, an organisation or a job that agrees decides, else nobody.

use super::aliases::Aliases;
use super::evidence::{Gender, number};
use super::forms::Forms;
use super::mention::Mention;
use super::name::{Fit, Name, initials_in};
use super::orgname::related;
use crate::schema::Record;
use crate::seal::id_of;
use crate::tables::people::PersonRow;
use foldhash::{HashMap, HashMapExt};

/// People that share a word of their names and are compared; the report of which more share one is no report.
const SHARING: usize = 64;

/// A person of one report.
#[derive(Clone, Debug, Default)]
pub(super) struct Local {
    /// The id that the person has by this report alone.
    pub id: u64,
    pub name: Name,
    /// The word of the name that the surname begins with, where a row tells.
    pub surname: Option<usize>,
    pub forms: Forms,
    /// Keys of organisations with how often.
    pub organisations: Forms,
    pub jobs: Vec<u32>,
    pub email: u32,
    pub country: String,
    pub gender: Gender,
    /// Whether it can be nobody but a person.
    pub certain: bool,
    pub listed: bool,
    pub mentions: u32,
    /// The sides of the user's aliases that it is on.
    pub sides: Vec<u32>,
}

/// The people of a report, and who each of its mentions is.
#[derive(Debug, Default)]
pub(super) struct Locals {
    pub people: Vec<Local>,
    /// For each mention the index of the person, where there is one.
    pub of: Vec<Option<u32>>,
}

impl Local {
    fn new(mention: &Mention<'_>) -> Local {
        Local {
            name: mention.name.clone(),
            surname: mention.surname,
            ..Local::default()
        }
    }

    fn take(&mut self, mention: &Mention<'_>, sides: &[u32]) {
        self.forms.add(mention.printed);
        mention
            .organisations
            .iter()
            .for_each(|o| self.organisations.add(o));
        self.add_job(mention.job);
        self.gender = self.gender.with(mention.gender);
        self.certain |= mention.certain || !sides.is_empty();
        self.listed |= mention.listed;
        self.mentions += 1;
        self.sides.extend(sides);
        if self.email == 0 {
            self.email = number(&mention.email.to_lowercase());
        }
        if self.country.is_empty() {
            self.country = mention.country.to_string();
        }
    }

    fn absorb(&mut self, other: Local) {
        self.forms.extend(&other.forms);
        self.organisations.extend(&other.organisations);
        other.jobs.iter().for_each(|job| self.add_job(*job));
        self.gender = self.gender.with(other.gender);
        self.certain |= other.certain;
        self.listed |= other.listed;
        self.mentions += other.mentions;
        self.sides.extend(other.sides);
        self.surname = self
            .surname
            .filter(|_| self.name == other.name || other.surname.is_none());
        if self.email == 0 {
            self.email = other.email;
        }
        if self.country.is_empty() {
            self.country = other.country;
        }
    }

    fn add_job(&mut self, job: u32) {
        if job != 0 && !self.jobs.contains(&job) {
            self.jobs.push(job);
        }
    }

    /// Whether an organisation is named with both, and none of the one is the other's or a part of it.
    fn elsewhere<'o>(&self, mut organisations: impl Iterator<Item = &'o str> + Clone) -> bool {
        let known = organisations.clone().next().is_some() && !self.organisations.is_empty();
        known && !organisations.any(|o| self.organisations.iter().any(|(own, _)| related(own, o)))
    }

    fn works_for(&self, organisation: &str) -> bool {
        self.organisations
            .iter()
            .any(|(own, _)| related(own, organisation))
    }
}

/// The people whom these mentions name.
pub(super) fn people(mentions: &[Mention<'_>], report: &str, aliases: &Aliases) -> Locals {
    let mut desk = Desk {
        mentions,
        aliases,
        sides: mentions.iter().map(|m| sides(m, report, aliases)).collect(),
        of: vec![None; mentions.len()],
        ..Desk::default()
    };
    desk.place_whole(|m| m.certain);
    desk.place_whole(|m| !m.certain);
    desk.merge();
    desk.place_abbreviated();
    desk.place_words();
    desk.finish(report)
}

fn sides(mention: &Mention<'_>, report: &str, aliases: &Aliases) -> Vec<u32> {
    let organisation = mention.organisations.first().map_or("", String::as_str);
    aliases.people(mention.printed, organisation, report)
}

struct Desk<'m> {
    mentions: &'m [Mention<'m>],
    aliases: &'m Aliases,
    sides: Vec<Vec<u32>>,
    of: Vec<Option<u32>>,
    locals: Vec<Local>,
    /// What each local was merged into; itself where it was not.
    into: Vec<u32>,
    by_key: HashMap<&'m str, Vec<u32>>,
    by_word: HashMap<&'m str, Vec<u32>>,
}

impl Default for Desk<'_> {
    fn default() -> Self {
        static NOTHING: std::sync::LazyLock<Aliases> = std::sync::LazyLock::new(Aliases::default);
        Desk {
            mentions: &[],
            aliases: &NOTHING,
            sides: Vec::new(),
            of: Vec::new(),
            locals: Vec::new(),
            into: Vec::new(),
            by_key: HashMap::new(),
            by_word: HashMap::new(),
        }
    }
}

/// What a local was merged into in the end.
fn root(into: &[u32], mut at: u32) -> u32 {
    while into[at as usize] != at {
        at = into[at as usize];
    }
    at
}

impl<'m> Desk<'m> {
    fn root(&self, at: u32) -> u32 {
        root(&self.into, at)
    }

    fn join(&mut self, mention: usize, local: u32) {
        let local = self.root(local);
        self.locals[local as usize].take(&self.mentions[mention], &self.sides[mention]);
        self.of[mention] = Some(local);
    }

    fn found(&mut self, mention: usize) {
        let local = self.locals.len() as u32;
        let m: &'m Mention<'m> = &self.mentions[mention];
        self.locals.push(Local::new(m));
        self.into.push(local);
        self.by_key.entry(m.name.key()).or_default().push(local);
        for word in m.name.full() {
            let sharing = self.by_word.entry(word).or_default();
            if sharing.last() != Some(&local) {
                sharing.push(local);
            }
        }
        self.join(mention, local);
    }

    /// Places whole names by their words.
    fn place_whole(&mut self, now: impl Fn(&Mention<'_>) -> bool) {
        for i in 0..self.mentions.len() {
            let m = &self.mentions[i];
            if !m.name.is_whole() || !now(m) {
                continue;
            }
            let known = self.by_key.get(m.name.key()).map_or(&[][..], Vec::as_slice);
            let known = known[..known.len().min(SHARING)].to_vec();
            match self.choose(i, &known, |l| {
                !m.listed || !l.listed || !self.is_namesake(l, m)
            }) {
                Some(local) => self.join(i, local),
                None if known.is_empty() && (m.possible || !self.sides[i].is_empty()) => {
                    self.found(i)
                }
                None if self.stands_apart(i, &known) => self.found(i),
                None => {}
            }
        }
    }

    /// Two rows of lists that have nothing but the name in common.
    fn is_namesake(&self, local: &Local, m: &Mention<'_>) -> bool {
        let organisations = m.organisations.iter().map(String::as_str);
        let email = number(&m.email.to_lowercase());
        local.elsewhere(organisations) && (email == 0 || email != local.email)
    }

    /// Whether all that is known of the name is somebody else for certain.
    fn stands_apart(&self, mention: usize, known: &[u32]) -> bool {
        let m = &self.mentions[mention];
        m.certain
            && known.iter().all(|&l| {
                let local = &self.locals[self.root(l) as usize];
                let apart = self.aliases.part(&local.sides, &self.sides[mention]);
                apart
                    || local.gender.conflicts(m.gender)
                    || local.listed && m.listed && self.is_namesake(local, m)
            })
    }

    /// The one person of these whom a mention can be.
    fn choose(&self, mention: usize, among: &[u32], fits: impl Fn(&Local) -> bool) -> Option<u32> {
        let m = &self.mentions[mention];
        let mut left: Vec<u32> = among.iter().map(|&l| self.root(l)).collect();
        left.sort_unstable();
        left.dedup();
        left.retain(|&l| {
            let local = &self.locals[l as usize];
            let apart = self.aliases.part(&local.sides, &self.sides[mention]);
            !apart && !local.gender.conflicts(m.gender) && fits(local)
        });
        let local = |l: &u32| &self.locals[*l as usize];
        let one = |of: Vec<u32>| {
            if let [one] = of.as_slice() {
                Some(*one)
            } else {
                None
            }
        };
        let agreeing = |left: &[u32], agrees: &dyn Fn(&Local) -> bool| {
            one(left.iter().copied().filter(|l| agrees(local(l))).collect())
        };
        one(left.clone())
            .or_else(|| agreeing(&left, &|l| m.organisations.iter().any(|o| l.works_for(o))))
            .or_else(|| agreeing(&left, &|l| l.jobs.contains(&m.job)))
    }

    /// Merges whole names that are another's in part, in other spaces or misspelt.
    fn merge(&mut self) {
        for i in 0..self.locals.len() as u32 {
            if self.root(i) != i {
                continue;
            }
            let others = self.sharing(i);
            let fit = |j: &u32| {
                self.locals[i as usize]
                    .name
                    .fit(&self.locals[*j as usize].name)
            };
            let mergeable: Vec<(Fit, u32)> = others
                .iter()
                .filter(|j| !self.are_apart(i, **j))
                .filter_map(|j| Some((fit(j)?, *j)))
                .filter(|(fit, j)| self.may_merge(i, *j, *fit))
                .collect();
            let Some(closest) = mergeable.iter().map(|(fit, _)| *fit).min() else {
                continue;
            };
            let mut closest = mergeable.iter().filter(|(fit, _)| *fit == closest);
            if let (Some((fit, j)), None) = (closest.next(), closest.next()) {
                self.unite(i, *j, *fit);
            }
        }
    }

    /// The other people who share a word of their names with this one and are not on a list as it is.
    fn sharing(&self, local: u32) -> Vec<u32> {
        let own = &self.locals[local as usize];
        let sharing = own.name.full().filter_map(|w| self.by_word.get(w));
        let mut others: Vec<u32> = sharing
            .flat_map(|s| s.iter().take(SHARING))
            .map(|&l| self.root(l))
            .filter(|&l| !(own.listed && self.locals[l as usize].listed))
            .collect();
        others.sort_unstable();
        others.dedup();
        others.retain(|&l| l != local);
        others
    }

    /// Whether two people are not one whatever their names: two rows of lists, a man and a woman, by the user's word.
    fn are_apart(&self, a: u32, b: u32) -> bool {
        let (a, b) = (&self.locals[a as usize], &self.locals[b as usize]);
        a.listed && b.listed
            || a.gender.conflicts(b.gender)
            || self.aliases.part(&a.sides, &b.sides)
    }

    fn may_merge(&self, a: u32, b: u32, fit: Fit) -> bool {
        let (a, b) = (&self.locals[a as usize], &self.locals[b as usize]);
        let shorter = a.name.words().count() < b.name.words().count();
        let elsewhere = || a.elsewhere(b.organisations.iter().map(|(o, _)| o));
        let agree = || {
            let job = a.jobs.iter().any(|job| b.jobs.contains(job));
            job || a.organisations.iter().any(|(o, _)| b.works_for(o))
        };
        match fit {
            // A longer name looks for no shorter one: of several longer ones it could be any.
            Fit::Part => shorter && !elsewhere(),
            Fit::Spaced => !elsewhere(),
            Fit::Letter => agree(),
            _ => false,
        }
    }

    fn unite(&mut self, a: u32, b: u32, fit: Fit) {
        // The longer name leads; of two of one length the one that came first, which a list may have.
        let (keep, gone) = if fit == Fit::Part {
            (b, a)
        } else {
            (a.min(b), a.max(b))
        };
        let absorbed = std::mem::take(&mut self.locals[gone as usize]);
        self.locals[keep as usize].absorb(absorbed);
        self.into[gone as usize] = keep;
    }

    /// Places surnames with initials.
    fn place_abbreviated(&mut self) {
        for i in 0..self.mentions.len() {
            let m = &self.mentions[i];
            if !m.name.is_abbreviated() {
                continue;
            }
            let hosts = m
                .name
                .full()
                .flat_map(|w| self.hosts(w))
                .copied()
                .collect::<Vec<_>>();
            let fits = |l: &Local| {
                let fit = m.name.fit(&l.name);
                matches!(fit, Some(Fit::Same | Fit::Initials)) && self.at_home(l, m)
            };
            match self.choose(i, &hosts, fits) {
                Some(local) => self.join(i, local),
                None if m.possible || !self.sides[i].is_empty() => self.found(i),
                None => {}
            }
        }
    }

    /// The people who have a word in their names, where they are few enough to tell apart.
    fn hosts(&self, word: &str) -> &[u32] {
        let hosts = self.by_word.get(word).map_or(&[][..], Vec::as_slice);
        if hosts.len() <= SHARING { hosts } else { &[] }
    }

    fn at_home(&self, local: &Local, m: &Mention<'_>) -> bool {
        !local.elsewhere(m.organisations.iter().map(String::as_str))
    }

    /// Places single words, and initials alone.
    fn place_words(&mut self) {
        let mut by_letters: Option<HashMap<String, Vec<u32>>> = None;
        for i in 0..self.mentions.len() {
            let m = &self.mentions[i];
            if m.name.is_whole() || m.name.is_abbreviated() {
                continue;
            }
            let letters = initials_in(m.printed).filter(|_| !m.titled);
            let hosts = letters.and_then(|letters| {
                let known = by_letters.get_or_insert_with(|| self.by_letters());
                known
                    .get(&letters)
                    .filter(|hosts| hosts.len() <= SHARING)
                    .cloned()
            });
            let hosts = hosts.unwrap_or_default();
            let chosen = self.choose(i, &hosts, |l| self.at_home(l, m));
            match chosen.or_else(|| self.choose_by_word(i)) {
                Some(local) => self.join(i, local),
                None if self.founds(i) => self.found(i),
                None => {}
            }
        }
    }

    fn by_letters(&self) -> HashMap<String, Vec<u32>> {
        let mut by_letters: HashMap<String, Vec<u32>> = HashMap::new();
        for local in (0..self.locals.len() as u32).filter(|l| self.root(*l) == *l) {
            for letters in self.locals[local as usize].name.letters() {
                by_letters.entry(letters).or_default().push(local);
            }
        }
        by_letters
    }

    fn choose_by_word(&self, mention: usize) -> Option<u32> {
        let m = &self.mentions[mention];
        let word = m.name.words().next()?;
        let hosts = self.hosts(word);
        let surname = |l: &Local| l.name.words().next_back() == Some(word);
        let given = |l: &Local| l.name.is_whole() && l.name.words().next() == Some(word);
        let choose = |is: &dyn Fn(&Local) -> bool| {
            self.choose(mention, hosts, |l| is(l) && self.at_home(l, m))
        };
        // Behind an honorific stands a surname.
        let titled = m
            .titled
            .then(|| choose(&surname).or_else(|| choose(&|l| !given(l))));
        titled.flatten().or_else(|| choose(&|_| true))
    }

    /// Whether a single word that fits nobody is a person by itself: behind an honorific, or by the user's word.
    fn founds(&self, mention: usize) -> bool {
        let m = &self.mentions[mention];
        let Some(word) = m.name.words().next() else {
            return false;
        };
        let known = self.by_word.get(word).into_iter().flatten();
        let may_be = |&&l: &&u32| {
            let local = &self.locals[self.root(l) as usize];
            !local.gender.conflicts(m.gender) && self.at_home(local, m)
        };
        !self.sides[mention].is_empty() || m.titled && !known.clone().any(|l| may_be(&l))
    }

    fn finish(mut self, report: &str) -> Locals {
        let mut of_root: Vec<Option<u32>> = vec![None; self.locals.len()];
        let mut people: Vec<Local> = Vec::new();
        let of = self.of.iter().map(|local| {
            let root = root(&self.into, (*local)?) as usize;
            Some(*of_root[root].get_or_insert_with(|| {
                people.push(std::mem::take(&mut self.locals[root]));
                people.len() as u32 - 1
            }))
        });
        let of = of.collect();
        let mut taken: HashMap<u64, u32> = HashMap::new();
        for local in &mut people {
            local.sides.sort_unstable();
            local.sides.dedup();
            let id = own_id(local, report);
            let times = taken.entry(id).or_default();
            *times += 1;
            local.id = if *times > 1 {
                id.wrapping_add(u64::from(*times))
            } else {
                id
            };
            local.sides.extend(self.aliases.of_id(local.id));
        }
        Locals { people, of }
    }
}

/// The id that a person has by one report: from the name, and the organisation named most often with it. A surname alone
/// names nobody beyond its report, unless an organisation stands with it.
fn own_id(local: &Local, report: &str) -> u64 {
    let (key, organisation) = (local.name.key(), local.organisations.usual());
    let report = match local.name.is_whole() || !organisation.is_empty() {
        true => "",
        false => report,
    };
    id_of(PersonRow::TABLE, report, &[key, organisation]).hash
}
