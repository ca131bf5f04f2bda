//! What single words say of people, jobs and organisations: one look-up a word.

use super::flags::{BUCKETS, JOIN_SLOTS, PARTICLE_SLOTS, SLOTS, join_slot, particle_slot};
use super::shape::{ending, is_trade, loud_shape, may_end, shape};
use crate::lexicon::{Lang, Lexicon, PerLang};
use crate::value::Seen;
use crate::value::place::fold_into;
use crate::value::short::{Letters, key};
use crate::value::slots::{bucket, hash, place, places};

pub(super) use super::flags::Flags;

thread_local! {
    static SEEN: Seen<Flags, 2048> = const { Seen::new() };
}

/// The words of one language, and the given names of the world, as the build script left them: to fold and hash them took
/// a thirtieth of a small run.
pub(super) struct Words {
    /// By what the words of sixteen bytes at most in each bucket are strewn over their places.
    buckets: &'static [[u8; 2]; BUCKETS],
    /// The keys of these words, each at its place.
    keys: &'static [[u8; 16]; SLOTS],
    /// What each is.
    short: &'static [[u8; 4]; SLOTS],
    /// A bit for the first three letters of each small word that joins names or parts of titles.
    joins: &'static [u8; JOIN_SLOTS / 8],
    /// A bit for the hash of each small word inside a name.
    particles: &'static [u8; PARTICLE_SLOTS / 8],
    /// The longer ones in their order.
    long: Vec<(&'static str, Flags)>,
    pub lexicon: &'static Lexicon,
}

impl Words {
    /// The table of a language, opened when first asked for.
    pub fn of(lang: Lang) -> &'static Words {
        static TABLES: PerLang<Words> = PerLang::new();
        TABLES.of(lang, || Words::open(lang))
    }

    fn open(lang: Lang) -> Words {
        macro_rules! file {
            ($tag:literal, $part:literal) => {
                include_bytes!(concat!(env!("OUT_DIR"), "/", $tag, ".people.", $part))
            };
        }
        macro_rules! files {
            ($tag:literal) => {
                Words {
                    buckets: places(file!($tag, "buckets")),
                    keys: places(file!($tag, "keys")),
                    short: places(file!($tag, "flags")),
                    joins: file!($tag, "joins"),
                    particles: file!($tag, "particles"),
                    long: long(include_str!(concat!(
                        env!("OUT_DIR"),
                        "/",
                        $tag,
                        ".people.long"
                    ))),
                    lexicon: lang.lexicon(),
                }
            };
        }
        match lang {
            Lang::En => files!("en"),
            Lang::Fr => files!("fr"),
            Lang::Es => files!("es"),
        }
    }

    /// Whether the word at a byte, of three small letters or more, may join names or parts of titles.
    #[inline]
    pub fn may_join(&self, text: &[u8], at: usize) -> bool {
        let slot = join_slot(text, at);
        self.joins[slot / 8] >> (slot % 8) & 1 == 1
    }

    /// Whether a word of letters of ASCII may stand inside a name in small letters.
    #[inline]
    pub fn may_be_particle(&self, letters: &Letters) -> bool {
        let slot = particle_slot(letters.key);
        self.particles[slot / 8] >> (slot % 8) & 1 == 1
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
        let mut flags = self.said_of(letters.key);
        flags.0 |= Flags::CAPITAL.0 * u32::from(letters.capital);
        if letters.loud {
            flags = flags.with(loud_shape(word()));
        }
        match may_end(letters.key, letters.len) {
            true => flags.with(ending(word(), flags)),
            false => flags,
        }
    }

    fn get(&self, word: &str) -> Flags {
        match key(word.as_bytes(), word.len()) {
            Some(key) => self.said_of(key),
            None => {
                let found = self.long.binary_search_by_key(&word, |(long, _)| long);
                found.map_or(Flags::NONE, |at| self.long[at].1)
            }
        }
    }

    /// What is said of a word of sixteen bytes at most.
    #[inline]
    fn said_of(&self, key: u128) -> Flags {
        let hash = hash(key);
        let number = u16::from_le_bytes(self.buckets[bucket(hash, BUCKETS)]);
        let at = place(hash, number, SLOTS);
        // Without a branch, which nothing foretells.
        let is_it = u32::from(u128::from_le_bytes(self.keys[at]) == key);
        Flags(u32::from_le_bytes(self.short[at]) * is_it)
    }
}

/// Longer words with what they are, a line each.
fn long(lines: &'static str) -> Vec<(&'static str, Flags)> {
    let pair = |line: &'static str| {
        let (word, flags) = line.split_once('\t')?;
        Some((word, Flags(flags.parse().ok()?)))
    };
    lines.lines().filter_map(pair).collect()
}

#[cfg(test)]
mod tests {
    use super::super::Role;
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

    #[test]
    fn every_role_has_its_words() {
        for &lang in Lang::ALL {
            for (_, list) in Role::LISTS {
                for phrase in lang.lexicon().phrases(*list) {
                    let letters = phrase.bytes().take_while(u8::is_ascii_alphabetic);
                    let word = &phrase[..letters.count()];
                    assert!(Words::of(lang).get(word).has(Flags::ROLE), "{phrase}");
                }
            }
        }
    }
}
