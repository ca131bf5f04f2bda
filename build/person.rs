//! What single words say of people, jobs and organisations, looked up by the reader of people.

#[allow(dead_code, reason = "the library uses the rest")]
#[path = "../src/value/person/flags.rs"]
mod flags;

use super::slots::key;
use super::strewn::strewn;
use crate::lexicon::{self, LANGUAGES, List};
use crate::places::{Countries, fold};
use flags::{BUCKETS, Flags, JOIN_SLOTS, PARTICLE_SLOTS, SHORT, SLOTS, join_slot, particle_slot};
use std::collections::BTreeMap;
use std::fmt::Write;

const GIVEN_NAMES: &str = include_str!("../src/lexicon/given_names.txt");

/// What the words of lists are.
const LISTS: [(List, Flags); 14] = [
    (List::Particle, Flags::PARTICLE),
    (List::Suffix, Flags::SUFFIX),
    (List::Job, Flags::JOB),
    (List::JobModifier, Flags::MODIFIER),
    (List::NotName, Flags::NOT_NAME),
    (List::Topic, Flags::TOPIC),
    (List::Connector, Flags::CONNECTOR),
    (List::Organisation, Flags::ORGANISATION),
    (List::Unit, Flags::UNIT),
    (List::OrganisationName, Flags::KNOWN),
    (List::NotAcronym, Flags::NOT_ACRONYM),
    (List::And, Flags::AND),
    (List::JobOpen, Flags::NONE),
    (List::Surname, Flags::SURNAME),
];

/// The lists of roles.
const ROLES: &[List] = &[
    List::RolePresenter,
    List::RoleModerator,
    List::RolePanelist,
    List::RoleFacilitator,
    List::RoleChair,
    List::RoleLead,
    List::RoleCoLead,
    List::RoleKeynote,
    List::RoleDiscussant,
    List::RoleRapporteur,
    List::RoleSpeaker,
    List::RoleExpert,
    List::RoleHost,
    List::RolePreparedBy,
    List::RoleReviewedBy,
    List::RoleClearedBy,
    List::RoleContact,
    List::RoleOpener,
];

/// The name of each file with what is to stand in it: for each language the numbers of the buckets of short words, their keys at
/// their places, what each of these is, the bits of those that join and of those inside names, and the longer words.
pub fn files() -> impl Iterator<Item = (String, Vec<u8>)> {
    let countries = Countries::read();
    LANGUAGES.iter().flat_map(move |language| {
        let mut words = Words::default();
        words.of_lists(&lexicon::Words::of(language));
        words.of_all(&countries);
        words
            .files()
            .map(|(part, bytes)| (format!("{language}.people.{part}"), bytes))
    })
}

/// Words with what they are.
#[derive(Default)]
struct Words(BTreeMap<String, Flags>);

impl Words {
    fn add(&mut self, word: String, flag: Flags) {
        let flags = self.0.entry(word).or_insert(Flags::NONE);
        *flags = flags.with(flag);
    }

    /// The words of a language's lists; English ones stand beside those of the others.
    fn of_lists(&mut self, language: &lexicon::Words) {
        for (list, flag) in LISTS {
            let phrases = [language.phrases(list), language.english(list)].concat();
            for phrase in phrases.into_iter().filter(|p| !p.contains(' ')) {
                let plain = phrase.bytes().all(|b| b.is_ascii_lowercase());
                let word = if plain { phrase.into() } else { fold(phrase) };
                self.add(word, flag);
            }
        }
        let roles = ROLES.iter().map(|&list| (list, Flags::ROLE));
        for (list, flag) in roles.chain([(List::Honorific, Flags::HONORIFIC)]) {
            for phrase in language.phrases(list) {
                // Accents are not always printed.
                for phrase in [phrase.to_lowercase(), fold(phrase)] {
                    let letters = phrase.bytes().take_while(u8::is_ascii_alphabetic);
                    self.add(phrase[..letters.count()].to_string(), flag);
                }
            }
        }
    }

    /// The words that are the same for every language.
    fn of_all(&mut self, countries: &Countries) {
        let names = GIVEN_NAMES.lines().filter(|l| !l.starts_with('#'));
        for name in names.flat_map(str::split_whitespace) {
            self.add(name.into(), Flags::GIVEN);
        }
        for (word, _) in &countries.demonyms {
            if !word.contains(' ') {
                self.add(word.clone(), Flags::DEMONYM);
            }
        }
        let openers = countries.names.iter();
        let openers = openers.filter_map(|(name, _)| name.split(' ').next());
        for word in openers.chain(["the"]) {
            self.add(word.into(), Flags::COUNTRY);
        }
        for word in SHORT {
            self.add(word.into(), Flags::STOPPED);
        }
    }

    fn files(self) -> [(&'static str, Vec<u8>); 6] {
        let (mut joins, mut particles) = (vec![0; JOIN_SLOTS / 8], vec![0; PARTICLE_SLOTS / 8]);
        let joining = Flags::CONNECTOR.with(Flags::PARTICLE).with(Flags::AND);
        let mut long = String::new();
        let mut short: BTreeMap<u128, u32> = BTreeMap::new();
        for (word, flags) in self.0 {
            let key = key(word.as_bytes(), word.len());
            if flags.has(joining) {
                set(&mut joins, join_slot(word.as_bytes(), 0));
            }
            if flags.has(Flags::PARTICLE) {
                set(&mut particles, particle_slot(key.unwrap_or_default()));
            }
            match key {
                Some(key) => *short.entry(key).or_default() |= flags.0,
                None => {
                    let _ = writeln!(long, "{word}\t{}", flags.0);
                }
            }
        }
        let (keys, flags): (Vec<u128>, Vec<u32>) = short.into_iter().unzip();
        let (numbers, table) = strewn(&keys, BUCKETS, SLOTS);
        let key = |at: &Option<usize>| at.map_or(0, |i| keys[i]).to_le_bytes();
        let flag = |at: &Option<usize>| at.map_or(0, |i| flags[i]).to_le_bytes();
        [
            (
                "buckets",
                numbers.into_iter().flat_map(u16::to_le_bytes).collect(),
            ),
            ("keys", table.iter().flat_map(key).collect()),
            ("flags", table.iter().flat_map(flag).collect()),
            ("joins", joins),
            ("particles", particles),
            ("long", long.into_bytes()),
        ]
    }
}

fn set(bits: &mut [u8], bit: usize) {
    bits[bit / 8] |= 1 << (bit % 8);
}
