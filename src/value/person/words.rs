//! What single words say of people, jobs and organisations: one look-up a word.

use super::Role;
use super::shape::{ending, is_trade, loud_shape, shape};
use super::token::SHORT;
use crate::lexicon::{Lang, Lexicon, List, PerLang};
use crate::value::Seen;
use crate::value::eight;
use crate::value::place::{country_openers, demonyms, fold, fold_into};
use crate::value::short::{Letters, Shorts, key};
use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A set of things that a word can be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Flags(u32);

impl Flags {
    pub const NONE: Flags = Flags(0);
    /// A small word inside a name: van, de la.
    pub const PARTICLE: Flags = Flags(1);
    /// A word after a name that belongs to it: Jr.
    pub const SUFFIX: Flags = Flags(1 << 1);
    /// A noun of jobs.
    pub const JOB: Flags = Flags(1 << 2);
    /// An adjective of jobs and headings.
    pub const MODIFIER: Flags = Flags(1 << 3);
    /// A word that no name has.
    pub const NOT_NAME: Flags = Flags(1 << 4);
    /// A word of topics, a surname at most.
    pub const TOPIC: Flags = Flags(1 << 5);
    /// A word that joins the parts of a title.
    pub const CONNECTOR: Flags = Flags(1 << 6);
    /// A noun of organisations.
    pub const ORGANISATION: Flags = Flags(1 << 7);
    /// A noun of parts of organisations.
    pub const UNIT: Flags = Flags(1 << 8);
    /// An organisation's name of one word.
    pub const KNOWN: Flags = Flags(1 << 9);
    /// Capitals that are no organisation.
    pub const NOT_ACRONYM: Flags = Flags(1 << 10);
    /// A given name.
    pub const GIVEN: Flags = Flags(1 << 11);
    /// Begins with a capital letter.
    pub const CAPITAL: Flags = Flags(1 << 12);
    /// Two letters or more, all capitals.
    pub const CAPITALS: Flags = Flags(1 << 13);
    /// One or several initials: J., J.K.
    pub const INITIAL: Flags = Flags(1 << 14);
    /// Has a digit, an at sign or another mark that no name has.
    pub const ODD: Flags = Flags(1 << 15);
    /// A country's people or things: Kenyan.
    pub const DEMONYM: Flags = Flags(1 << 16);
    /// Between two names: and.
    pub const AND: Flags = Flags(1 << 17);

    /// A small prefix and a capital: d'Aubigny, al-Masri.
    pub const PREFIXED: Flags = Flags(1 << 18);
    /// Capitals that cannot be spoken as a word: UNDP.
    pub const UNSPOKEN: Flags = Flags(1 << 19);
    /// Ends as abstract nouns do: -tion, -ment.
    pub const ABSTRACT: Flags = Flags(1 << 20);
    /// A word of organisations that is a surname too: Church, Ngo.
    pub const SURNAME: Flags = Flags(1 << 21);
    /// The letters with which an honorific may begin: the, of the Hon.
    pub const HONORIFIC: Flags = Flags(1 << 22);
    /// Those with which a role may begin.
    pub const ROLE: Flags = Flags(1 << 23);
    /// The first word of a country's name, or an article before it.
    pub const COUNTRY: Flags = Flags(1 << 24);
    /// An abbreviation, to which the full stop behind it belongs.
    pub const STOPPED: Flags = Flags(1 << 25);

    pub fn has(self, other: Flags) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets.
    pub const fn with(self, other: Flags) -> Flags {
        Flags(self.0 | other.0)
    }
}

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

/// FNV-1a: the words are the program's own.
#[derive(Default)]
struct Long(u64);

impl Hasher for Long {
    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 32
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3);
        }
    }
}

thread_local! {
    static SEEN: Seen<Flags, 2048> = const { Seen::new() };
}

/// The words of one language, and the given names of the world.
pub(super) struct Words {
    /// Those of sixteen bytes at most.
    short: Shorts<Flags>,
    long: HashMap<Cow<'static, str>, Flags, BuildHasherDefault<Long>>,
    /// A bit for the first three letters of each small word that joins names or parts of titles.
    joins: Vec<u64>,
    /// A bit for the hash of each small word inside a name.
    particles: [u64; PARTICLE_SLOTS / 64],
    pub lexicon: &'static Lexicon,
}

impl Words {
    /// The table of a language, built when first asked for.
    pub fn of(lang: Lang) -> &'static Words {
        static TABLES: PerLang<Words> = PerLang::new();
        TABLES.of(lang, || Words::build(lang))
    }

    fn build(lang: Lang) -> Words {
        let lexicon = lang.lexicon();
        let mut short = Shorts::with_room(8192);
        let mut long = HashMap::with_hasher(Default::default());
        let joins = Flags::CONNECTOR.with(Flags::PARTICLE).with(Flags::AND);
        let mut first_of_joins = vec![0; JOIN_SLOTS / 64];
        let mut particles = [0; PARTICLE_SLOTS / 64];
        let mut add = |word: Cow<'static, str>, flag: Flags| {
            if flag.has(joins) {
                let slot = join_slot(word.as_bytes(), 0);
                first_of_joins[slot / 64] |= 1 << (slot % 64);
            }
            if flag.has(Flags::PARTICLE) {
                let slot = particle_slot(key(word.as_bytes(), word.len()).unwrap_or_default());
                particles[slot / 64] |= 1 << (slot % 64);
            }
            let flags: &mut Flags = match key(word.as_bytes(), word.len()) {
                Some(key) => short.entry(key),
                None => long.entry(word).or_default(),
            };
            *flags = flags.with(flag);
        };
        for (list, flag) in LISTS {
            let english = (lang != Lang::En).then(|| Lang::En.lexicon().phrases(list));
            for phrase in lexicon.phrases(list).chain(english.into_iter().flatten()) {
                if !phrase.contains(' ') {
                    let plain = phrase.bytes().all(|b| b.is_ascii_lowercase());
                    add(
                        if plain {
                            phrase.into()
                        } else {
                            fold(phrase).into()
                        },
                        flag,
                    );
                }
            }
        }
        let roles = Role::LISTS.iter().map(|(_, list)| (*list, Flags::ROLE));
        for (list, flag) in roles.chain([(List::Honorific, Flags::HONORIFIC)]) {
            for phrase in lexicon.phrases(list) {
                // Accents are not always printed.
                for phrase in [phrase.to_lowercase(), fold(phrase)] {
                    let letters = phrase.bytes().take_while(u8::is_ascii_alphabetic);
                    add(phrase[..letters.count()].to_string().into(), flag);
                }
            }
        }
        let names = include_str!("../../lexicon/given_names.txt").lines();
        for name in names
            .filter(|l| !l.starts_with('#'))
            .flat_map(str::split_whitespace)
        {
            add(name.into(), Flags::GIVEN);
        }
        for word in demonyms().filter(|w| !w.contains(' ')) {
            add(word.into(), Flags::DEMONYM);
        }
        for word in country_openers().chain(["the"]) {
            add(word.into(), Flags::COUNTRY);
        }
        for word in SHORT {
            add(word.into(), Flags::STOPPED);
        }
        Words {
            short,
            long,
            joins: first_of_joins,
            particles,
            lexicon,
        }
    }

    /// Whether the word at a byte, of three small letters or more, may join names or parts of titles.
    #[inline]
    pub fn may_join(&self, text: &[u8], at: usize) -> bool {
        let slot = join_slot(text, at);
        self.joins[slot / 64] >> (slot % 64) & 1 == 1
    }

    /// Whether a word of letters of ASCII may stand inside a name in small letters.
    #[inline]
    pub fn may_be_particle(&self, letters: &Letters) -> bool {
        let slot = particle_slot(letters.key);
        self.particles[slot / 64] >> (slot % 64) & 1 == 1
    }

    /// What a printed word is; hyphens part it where the whole is unknown.
    pub fn flags(&self, word: &str) -> Flags {
        SEEN.with(|seen| seen.get(word, self.lexicon.lang() as u64, || self.read(word)))
    }

    fn read(&self, word: &str) -> Flags {
        let shape = shape(word);
        if shape.has(Flags::INITIAL) && word.contains('.') {
            return self.initials(word, shape);
        }
        if shape.has(Flags::ODD) {
            return shape;
        }
        let mut bare = word;
        for ending in ["’s", "'s"] {
            while let Some(rest) = bare.strip_suffix(ending) {
                bare = rest;
            }
        }
        let mut key = String::new();
        fold_into(bare, &mut key);
        if key.contains(' ') {
            key = key.replace(' ', "-");
        }
        let mut flags = shape.with(self.get(&key));
        if let Some((first, _)) = key.split_once('-') {
            let last = key.rsplit('-').next().unwrap_or_default();
            let given = self.get(first).has(Flags::GIVEN) || self.get(last).has(Flags::GIVEN);
            let tail = self.get(last);
            // `Registrar-General`, as `Director-General`
            let post =
                flags.has(Flags::JOB) || last == "general" && self.get(first).has(Flags::JOB);
            for (has, flag) in [
                (given && !post, Flags::GIVEN),
                (post || tail.has(Flags::JOB), Flags::JOB),
                (tail.has(Flags::ORGANISATION) && !post, Flags::ORGANISATION),
                (self.get(first).has(Flags::KNOWN) && !given, Flags::KNOWN),
            ] {
                flags = if has { flags.with(flag) } else { flags };
            }
        }
        if is_trade(key.as_bytes()) && !flags.has(Flags::GIVEN) {
            flags = flags.with(Flags::JOB);
        }
        flags
    }

    /// What letters with stops are beside initials: `M.D.` is a degree, too.
    fn initials(&self, word: &str, shape: Flags) -> Flags {
        let mut key = String::new();
        if word.len() > 2 {
            fold_into(word, &mut key);
        }
        match self.get(&key).has(Flags::SUFFIX) {
            true => shape.with(Flags::SUFFIX),
            false => shape,
        }
    }

    /// What the word is that consists of these letters of ASCII.
    #[inline]
    pub fn of_letters(&self, text: &str, start: usize, letters: &Letters) -> Flags {
        let range = start..start + letters.len;
        if letters.key == 0 {
            return self.flags(&text[range]);
        }
        let word = || &text.as_bytes()[range.clone()];
        let mut flags = self.short.said_of(letters.key);
        flags.0 |= Flags::CAPITAL.0 * u32::from(letters.capital);
        if letters.loud {
            flags = flags.with(loud_shape(word()));
        }
        match letters.len > 5 {
            true => flags.with(ending(word(), flags)),
            false => flags,
        }
    }

    fn get(&self, word: &str) -> Flags {
        match key(word.as_bytes(), word.len()) {
            Some(key) => self.short.said_of(key),
            None => self.long.get(word).copied().unwrap_or_default(),
        }
    }
}

const JOIN_SLOTS: usize = 1 << 15;
const PARTICLE_SLOTS: usize = 1 << 10;

/// Where the bit of a word's [`key`] stands; that of all words of more than sixteen letters is the same.
#[inline]
fn particle_slot(key: u128) -> usize {
    let mixed = (key as u64 ^ (key >> 64) as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed >> (64 - PARTICLE_SLOTS.ilog2())) as usize
}

/// Of the first three letters of a word five bits each.
fn join_slot(text: &[u8], at: usize) -> usize {
    let letters = eight::at(text, at) as usize;
    (letters & 31) << 10 | (letters >> 8 & 31) << 5 | letters >> 16 & 31
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_what_the_lists_say() {
        let words = Words::of(Lang::En);
        let has = |word: &str, flag| words.flags(word).has(flag);
        assert!(has("Director", Flags::JOB));
        assert!(has("Marie-Jose", Flags::GIVEN));
        assert!(has("J.K.", Flags::INITIAL));
        assert!(has("MÜLLER", Flags::CAPITALS));
        assert!(has("Architect-Planner", Flags::JOB));
        assert!(has("Volcanologist", Flags::JOB));
        assert!(has("Kenyan", Flags::DEMONYM));
        assert!(!has("van", Flags::CAPITAL));
        assert!(has("2018", Flags::ODD));
    }
}
