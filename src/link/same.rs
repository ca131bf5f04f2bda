//! Namesakes across reports: which people of one name are one person.
//!
//! An address or an organisation that agrees makes them one; two organisations that have nothing to do with one another
//! make them two, and so do honorifics of a man and of a woman, and the user's word. Who is named without an organisation
//! is the only namesake whom nothing speaks against, or stays by himself. A name that is not whole (J. Kestrel) needs an
//! organisation that agrees.

use super::aliases::Aliases;
use super::evidence::Gender;
use super::store::Stored;
use foldhash::{HashMap, HashMapExt};
use std::collections::BTreeSet;

/// Namesakes among whom somebody is looked for.
const NAMESAKES: usize = 64;

/// People of one name that are one.
#[derive(Debug, Default)]
struct Cluster {
    organisations: BTreeSet<u32>,
    emails: BTreeSet<u32>,
    countries: BTreeSet<String>,
    gender: Gender,
    sides: Vec<u32>,
}

impl Cluster {
    fn take(&mut self, person: &Stored) {
        self.organisations
            .extend(person.organisations.iter().map(|(o, _)| *o));
        self.emails.extend(Some(person.email).filter(|e| *e != 0));
        self.countries
            .extend(Some(person.country.clone()).filter(|c| !c.is_empty()));
        self.gender = self.gender.with(person.gender);
        self.sides.extend(&person.sides);
    }

    fn absorb(&mut self, other: Cluster) {
        self.organisations.extend(other.organisations);
        self.emails.extend(other.emails);
        self.countries.extend(other.countries);
        self.gender = self.gender.with(other.gender);
        self.sides.extend(other.sides);
    }

    fn allows(&self, gender: Gender, sides: &[u32], aliases: &Aliases) -> bool {
        !self.gender.conflicts(gender) && !aliases.part(&self.sides, sides)
    }

    fn is_abroad(&self, person: &Stored) -> bool {
        let known = !self.countries.is_empty() && !person.country.is_empty();
        known && !self.countries.contains(&person.country)
    }
}

/// For each of these namesakes, in the order of their reports, the number of the person who he is.
pub(super) fn cluster(
    group: &[Stored],
    aliases: &Aliases,
    related: &dyn Fn(u32, u32) -> bool,
) -> Vec<usize> {
    let mut desk = Desk {
        aliases,
        related,
        clusters: Vec::new(),
        into: Vec::new(),
        by_organisation: HashMap::new(),
        by_email: HashMap::new(),
    };
    let mut of = vec![usize::MAX; group.len()];
    let is_placed = |person: &Stored| !person.organisations.is_empty();
    for (i, person) in group.iter().enumerate().filter(|(_, p)| is_placed(p)) {
        of[i] = desk.place(person);
    }
    let placed = desk.clusters.len();
    for (i, person) in group.iter().enumerate().filter(|(_, p)| !is_placed(p)) {
        of[i] = desk.place_bare(person, placed);
    }
    of.into_iter().map(|cluster| desk.root(cluster)).collect()
}

struct Desk<'d> {
    aliases: &'d Aliases,
    related: &'d dyn Fn(u32, u32) -> bool,
    clusters: Vec<Cluster>,
    into: Vec<usize>,
    by_organisation: HashMap<u32, Vec<usize>>,
    by_email: HashMap<u32, Vec<usize>>,
}

impl Desk<'_> {
    fn root(&self, mut at: usize) -> usize {
        while self.into[at] != at {
            at = self.into[at];
        }
        at
    }

    fn open(&mut self) -> usize {
        self.clusters.push(Cluster::default());
        self.into.push(self.clusters.len() - 1);
        self.clusters.len() - 1
    }

    /// Places somebody with an organisation.
    fn place(&mut self, person: &Stored) -> usize {
        let mut agreeing = self.agreeing(person).into_iter();
        let at = agreeing.next().unwrap_or_else(|| self.open());
        self.clusters[at].take(person);
        // Who works for two organisations joins those who were known by one of them.
        for other in agreeing {
            let found = &self.clusters[other];
            if self.clusters[at].allows(found.gender, &found.sides, self.aliases) {
                let other_cluster = std::mem::take(&mut self.clusters[other]);
                self.clusters[at].absorb(other_cluster);
                self.into[other] = at;
            }
        }
        for (organisation, _) in &person.organisations {
            note(&mut self.by_organisation, *organisation, at);
        }
        self.note_email(person, at);
        at
    }

    fn note_email(&mut self, person: &Stored, cluster: usize) {
        if person.email != 0 {
            note(&mut self.by_email, person.email, cluster);
        }
    }

    fn agreeing(&self, person: &Stored) -> Vec<usize> {
        let organisations = person.organisations.iter().map(|(o, _)| *o);
        let exact = organisations
            .clone()
            .filter_map(|o| self.by_organisation.get(&o));
        let exact = exact
            .chain(self.by_email.get(&person.email))
            .flatten()
            .copied();
        let near = (0..self.clusters.len().min(NAMESAKES)).filter(|&c| {
            let known = &self.clusters[c].organisations;
            known
                .iter()
                .any(|k| organisations.clone().any(|o| (self.related)(*k, o)))
        });
        // A part of a name says little where it is no whole name.
        let near = near.filter(|_| person.name.is_whole());
        let mut all: Vec<usize> = exact.chain(near).map(|c| self.root(c)).collect();
        all.sort_unstable();
        all.dedup();
        all.retain(|&c| self.clusters[c].allows(person.gender, &person.sides, self.aliases));
        all
    }

    /// Places somebody without an organisation, where there are `placed` people with one.
    fn place_bare(&mut self, person: &Stored, placed: usize) -> usize {
        let at = match self.agreeing(person).first() {
            Some(agreeing) => *agreeing,
            None => self
                .left_over(person, placed)
                .unwrap_or_else(|| self.open()),
        };
        self.clusters[at].take(person);
        self.note_email(person, at);
        at
    }

    /// The only namesake whom nothing speaks against.
    fn left_over(&self, person: &Stored, placed: usize) -> Option<usize> {
        if !person.name.is_whole() {
            return None;
        }
        let fits = |at: &usize| {
            let cluster = &self.clusters[*at];
            self.into[*at] == *at
                && cluster.allows(person.gender, &person.sides, self.aliases)
                && !cluster.is_abroad(person)
        };
        let mut known: Vec<usize> = (0..placed).filter(fits).take(NAMESAKES).collect();
        if known.len() > 1 {
            let here: Vec<usize> = known
                .iter()
                .copied()
                .filter(|c| self.clusters[*c].countries.contains(&person.country))
                .collect();
            known = if here.len() == 1 { here } else { Vec::new() };
        }
        let bare = || (placed..self.clusters.len()).find(fits);
        known.first().copied().or_else(bare)
    }
}

fn note(map: &mut HashMap<u32, Vec<usize>>, key: u32, cluster: usize) {
    let known = map.entry(key).or_default();
    if !known.contains(&cluster) {
        known.push(cluster);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::name::Name;

    fn person(organisations: &[u32], gender: Gender, country: &str) -> Stored {
        Stored {
            name: Name::of("Ana Ruiz"),
            organisations: organisations.iter().map(|o| (*o, 1)).collect(),
            gender,
            country: country.into(),
            ..Stored::default()
        }
    }

    fn clusters(group: &[Stored]) -> Vec<usize> {
        cluster(group, &Aliases::default(), &|a, b| {
            a + 100 == b || b + 100 == a
        })
    }

    #[test]
    fn an_organisation_that_agrees_joins_and_another_parts() {
        use Gender::{Female, Male, Unknown};
        let group = |all: &[&[u32]]| {
            all.iter()
                .map(|o| person(o, Unknown, ""))
                .collect::<Vec<_>>()
        };
        assert_eq!(clusters(&group(&[&[1], &[2], &[1], &[101]])), [0, 1, 0, 0]);
        assert_eq!(clusters(&group(&[&[1], &[2], &[1, 2]])), [0, 0, 0]);
        assert_eq!(clusters(&group(&[&[], &[1], &[]])), [0, 0, 0]);
        assert_eq!(clusters(&group(&[&[], &[1], &[2], &[]])), [2, 0, 1, 2]);
        assert_eq!(
            clusters(&[person(&[1], Male, ""), person(&[1], Female, "")]),
            [0, 1]
        );
        let group = [
            person(&[1], Male, ""),
            person(&[2], Female, ""),
            person(&[], Female, ""),
        ];
        assert_eq!(clusters(&group), [0, 1, 1]);
    }

    #[test]
    fn a_country_decides_for_who_has_no_organisation() {
        use Gender::Unknown;
        let group = [
            person(&[1], Unknown, "KE"),
            person(&[2], Unknown, "CL"),
            person(&[], Unknown, "CL"),
        ];
        assert_eq!(clusters(&group), [0, 1, 1]);
        let group = [
            person(&[], Unknown, "KE"),
            person(&[], Unknown, "CL"),
            person(&[], Unknown, ""),
        ];
        assert_eq!(clusters(&group), [0, 1, 0]);
    }

    #[test]
    fn an_address_joins_across_organisations() {
        let mut group = [
            person(&[1], Gender::Unknown, ""),
            person(&[2], Gender::Unknown, ""),
        ];
        group.iter_mut().for_each(|p| p.email = 7);
        assert_eq!(clusters(&group), [0, 0]);
        let mut bare = person(&[], Gender::Unknown, "");
        bare.email = 8;
        assert_eq!(clusters(&[group[0].clone(), bare.clone()]), [0, 0]);
        let other = person(&[3], Gender::Unknown, "");
        assert_eq!(clusters(&[other, group[0].clone(), bare]), [0, 1, 2]);
    }
}
