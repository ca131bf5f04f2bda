//! The people of every report, packed: a run may know half a million, and holds them all until it ends.

use super::evidence::Gender;
use super::forms::Forms;
use super::local::Local;
use super::name::Name;

/// Bytes a page; a record lies on one page, so that growing copies nothing.
const PAGE: usize = 1 << 18;

/// What a packed record says of a person of one report.
#[derive(Clone, Debug, Default)]
pub(super) struct Stored {
    /// The number of the report.
    pub report: u32,
    pub name: Name,
    pub surname: Option<usize>,
    pub forms: Forms,
    /// Numbers of organisations with how often.
    pub organisations: Vec<(u32, u32)>,
    pub jobs: Vec<u32>,
    pub email: u32,
    pub country: String,
    pub gender: Gender,
    pub certain: bool,
    pub listed: bool,
    pub mentions: u32,
    pub sides: Vec<u32>,
}

/// Packed records, found by the number that they were given.
#[derive(Debug, Default)]
pub(super) struct Store {
    pages: Vec<Vec<u8>>,
    /// Page and place of each record.
    at: Vec<u32>,
}

impl Store {
    /// Number of records.
    pub(super) fn len(&self) -> usize {
        self.at.len()
    }

    /// Packs a person of the report with this number, whose organisations have these numbers.
    pub(super) fn push(&mut self, report: u32, local: &Local, organisations: &[(u32, u32)]) {
        let mut out = Vec::with_capacity(128);
        let numbers = [report, local.mentions, local.email];
        numbers.into_iter().for_each(|n| number(&mut out, n));
        out.push(u8::from(local.certain) | u8::from(local.listed) << 1 | (local.gender as u8) << 2);
        number(&mut out, local.surname.map_or(0, |s| s as u32 + 1));
        text(&mut out, &local.country);
        // Most names are those of their first form.
        let form = local
            .forms
            .iter()
            .position(|(form, _)| Name::of(form) == local.name);
        number(&mut out, form.map_or(0, |f| f as u32 + 1));
        if form.is_none() {
            text(&mut out, local.name.text());
        }
        number(&mut out, local.forms.iter().count() as u32);
        for (form, times) in local.forms.iter() {
            text(&mut out, form);
            number(&mut out, times);
        }
        list(
            &mut out,
            organisations.iter().flat_map(|(o, times)| [*o, *times]),
        );
        list(&mut out, local.jobs.iter().copied());
        list(&mut out, local.sides.iter().copied());
        self.add(&out);
    }

    fn add(&mut self, record: &[u8]) {
        let fits = self
            .pages
            .last()
            .is_some_and(|p| p.len() + record.len() <= p.capacity());
        if !fits {
            self.pages.push(Vec::with_capacity(PAGE.max(record.len())));
        }
        let page = self.pages.len() - 1;
        // A record begins on the first bytes of its page, of which there are not more than a page has.
        self.at.push((page * PAGE + self.pages[page].len()) as u32);
        self.pages[page].extend_from_slice(record);
    }

    fn reader(&self, record: u32) -> Reader<'_> {
        let at = self.at[record as usize] as usize;
        Reader(&self.pages[at / PAGE][at % PAGE..])
    }

    /// Unpacks a record.
    pub(super) fn get(&self, record: u32) -> Stored {
        let mut reader = self.reader(record);
        let mut stored = Stored {
            report: reader.number(),
            mentions: reader.number(),
            email: reader.number(),
            ..Stored::default()
        };
        let flags = reader.byte();
        (stored.certain, stored.listed) = (flags & 1 > 0, flags & 2 > 0);
        stored.gender =
            [Gender::Unknown, Gender::Male, Gender::Female][usize::from(flags >> 2).min(2)];
        stored.surname = reader.number().checked_sub(1).map(|s| s as usize);
        stored.country = reader.text().to_string();
        let form = reader.number() as usize;
        if form == 0 {
            stored.name = Name::of(reader.text());
        }
        for i in 1..=reader.number() as usize {
            let printed = reader.text();
            stored.forms.add_times(printed, reader.number());
            if i == form {
                stored.name = Name::of(printed);
            }
        }
        let organisations = reader.list();
        stored.organisations = organisations
            .chunks_exact(2)
            .map(|o| (o[0], o[1]))
            .collect();
        stored.jobs = reader.list();
        stored.sides = reader.list();
        stored
    }

    /// The name of a record alone.
    pub(super) fn name(&self, record: u32) -> Name {
        let mut reader = self.reader(record);
        (0..3).for_each(|_| _ = reader.number());
        reader.byte();
        reader.number();
        reader.text();
        let form = reader.number();
        if form > 0 {
            reader.number();
        }
        for _ in 1..form {
            reader.text();
            reader.number();
        }
        Name::of(reader.text())
    }

    /// Whether the record is certainly a person's.
    pub(super) fn is_certain(&self, record: u32) -> bool {
        let mut reader = self.reader(record);
        (0..3).for_each(|_| {
            reader.number();
        });
        reader.byte() & 1 > 0
    }
}

fn number(out: &mut Vec<u8>, mut n: u32) {
    while n >= 0x80 {
        out.push(n as u8 | 0x80);
        n >>= 7;
    }
    out.push(n as u8);
}

fn text(out: &mut Vec<u8>, text: &str) {
    number(out, text.len() as u32);
    out.extend_from_slice(text.as_bytes());
}

fn list(out: &mut Vec<u8>, numbers: impl Iterator<Item = u32> + Clone) {
    number(out, numbers.clone().count() as u32);
    numbers.for_each(|n| number(out, n));
}

/// Reads what this module wrote; there is no other way into a page.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn byte(&mut self) -> u8 {
        let (first, rest) = self.0.split_first().unwrap_or((&0, &[]));
        self.0 = rest;
        *first
    }

    fn number(&mut self) -> u32 {
        let mut n = 0;
        for shift in (0..32).step_by(7) {
            let byte = self.byte();
            n |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                break;
            }
        }
        n
    }

    fn text(&mut self) -> &'a str {
        let length = (self.number() as usize).min(self.0.len());
        let (text, rest) = self.0.split_at(length);
        self.0 = rest;
        std::str::from_utf8(text).unwrap_or_default()
    }

    fn list(&mut self) -> Vec<u32> {
        let length = self.number();
        (0..length).map(|_| self.number()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_unpacked() {
        let mut store = Store::default();
        for i in 0..5000_u32 {
            let mut local = Local {
                name: Name::of("Ana García Ruiz"),
                surname: Some(1),
                jobs: vec![i, u32::MAX],
                email: i * 1000,
                country: "ES".into(),
                gender: Gender::Female,
                certain: i % 2 == 0,
                mentions: i,
                sides: vec![3],
                ..Local::default()
            };
            local.forms.add("Garcia");
            if i % 3 > 0 {
                local.forms.add_times("ANA GARCÍA RUIZ", 300);
            }
            store.push(i, &local, &[(i, 2)]);
        }
        assert!(store.pages.len() > 1 && store.len() == 5000);
        for i in [0, 1, 2, 4999] {
            let stored = store.get(i);
            assert_eq!(
                (stored.report, stored.mentions, stored.email),
                (i, i, i * 1000)
            );
            assert_eq!(stored.name, Name::of("Ana García Ruiz"));
            assert_eq!(store.name(i), stored.name);
            assert_eq!(stored.jobs, [i, u32::MAX]);
            assert_eq!(
                (stored.organisations, stored.sides),
                (vec![(i, 2)], vec![3])
            );
            assert_eq!(
                (stored.certain, store.is_certain(i)),
                (i % 2 == 0, i % 2 == 0)
            );
            assert_eq!(
                (stored.surname, stored.gender, &*stored.country),
                (Some(1), Gender::Female, "ES")
            );
            assert_eq!(stored.forms.iter().count(), 1 + usize::from(i % 3 > 0));
        }
    }
}
