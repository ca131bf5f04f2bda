//! What the letters of a word say, whatever the word is: its capitals, its marks, its ending.

use super::words::Flags;
use crate::value::place::fold;

/// What the ending of a word of letters of ASCII says that is otherwise as the flags say.
pub(super) fn ending(word: &[u8], flags: Flags) -> Flags {
    match word {
        _ if is_abstract(word) => Flags::ABSTRACT,
        _ if is_trade(word) && !flags.has(Flags::GIVEN) => Flags::JOB,
        _ => Flags::NONE,
    }
}

/// Whether a word of as many letters may have one of these endings, by the last three of its key; of a letter five bits count, which are the same in either case.
#[inline]
pub(super) fn may_end(key: u128, len: usize) -> bool {
    const ENDINGS: [&[u8; 3]; 21] = [
        b"ion", b"ons", b"ent", b"nts", b"ess", b"ies", b"ces", b"ity", b"ogy", b"ics", b"ism",
        b"hip", b"ips", b"nal", b"ive", b"are", b"ech", b"ngs", b"ist", b"her", b"ian",
    ];
    /// A bit for the hash of each.
    const TABLE: [u64; 16] = {
        let mut table = [0; 16];
        let mut i = 0;
        while i < ENDINGS.len() {
            let [a, b, c] = *ENDINGS[i];
            let at = place_of(u32::from_le_bytes([a, b, c, 0]));
            table[at / 64] |= 1 << (at % 64);
            i += 1;
        }
        table
    };
    let at = place_of((key >> (8 * (len.max(3) - 3))) as u32);
    // Without a branch on the length, which nothing foretells.
    (len > SHORTEST_ENDED) & (TABLE[at / 64] >> (at % 64) & 1 == 1)
}

/// No word that has such an ending is as short.
const SHORTEST_ENDED: usize = 5;

/// Where the bit of three letters stands, below 1024.
const fn place_of(three: u32) -> usize {
    ((three & 0x1f1f1f).wrapping_mul(0x9e37_79b1) >> 22) as usize
}

/// Endings by which English forms trades: geologist, statistician, geographer.
pub(super) fn is_trade(word: &[u8]) -> bool {
    let small = |b: &u8| b.to_ascii_lowercase();
    let endings: &[&[u8]] = match word
        .last_chunk()
        .map(|two: &[u8; 2]| two.each_ref().map(small))
    {
        Some([b's', b't']) => &[b"ologist", b"ometrist", b"onomist"],
        Some([b'e', b'r']) => &[b"grapher"],
        Some([b'a', b'n']) => &[b"ician"],
        _ => return false,
    };
    let ends = |e: &&[u8]| {
        word.len() > e.len() + 2 && word[word.len() - e.len()..].eq_ignore_ascii_case(e)
    };
    endings.iter().any(ends)
}

/// What the letters alone say.
pub(super) fn shape(word: &str) -> Flags {
    let mut flags = Flags::NONE;
    let (mut odd, mut small, mut count) = (false, false, 0);
    let mut lead = None;
    for c in word.chars() {
        odd |= c.is_numeric() || matches!(c, '@' | '_' | '+' | '/' | '&' | '#' | '%');
        if c.is_alphabetic() {
            count += 1;
            small |= c.is_lowercase();
            lead = lead.or(Some(c));
        }
    }
    if odd {
        flags = flags.with(Flags::ODD);
    }
    let first = lead.is_some_and(char::is_uppercase);
    let scripts_without_case = !first && lead.is_some_and(|c| !c.is_lowercase());
    if first || scripts_without_case {
        flags = flags.with(Flags::CAPITAL);
    }
    if count >= 2 && !small && !scripts_without_case {
        flags = flags.with(Flags::CAPITALS);
    }
    if flags.has(Flags::CAPITALS) && !is_spoken(word) {
        flags = flags.with(Flags::UNSPOKEN);
    }
    if !first && is_prefixed(word) {
        flags = flags.with(Flags::PREFIXED);
    }
    if is_abstract(word.as_bytes()) {
        flags = flags.with(Flags::ABSTRACT);
    }
    let dotted = word.ends_with('.')
        && word
            .split('.')
            .all(|p| p.trim_start_matches('-').chars().count() <= 1);
    if word == "Ó" {
        return flags.with(Flags::PARTICLE);
    }
    // `J.-w.`: the second part of a given name may be small.
    let joined = dotted && word.contains(".-");
    let large = !small && (count == 1 && !word.contains(['\'', '’']) || dotted);
    if first && (large || joined) {
        flags = flags.with(Flags::INITIAL);
    }
    flags
}

/// As [`shape`], of sixteen letters of ASCII at most, all of them capitals.
pub(super) fn loud_shape(word: &[u8]) -> Flags {
    if word.len() < 2 {
        return Flags::CAPITAL.with(Flags::INITIAL);
    }
    let loud = Flags::CAPITAL.with(Flags::CAPITALS);
    match is_spoken_ascii(word) {
        true => loud,
        false => loud.with(Flags::UNSPOKEN),
    }
}

/// As [`is_spoken`], of as many letters: a bit each says whether it is a consonant.
fn is_spoken_ascii(word: &[u8]) -> bool {
    const VOWELS: u32 = 1 << 1 | 1 << 5 | 1 << 9 | 1 << 15 | 1 << 21 | 1 << 25;
    let consonant = |b: &u8| !VOWELS >> (b & 31) & 1;
    let mute = word.iter().fold(0, |bits, b| bits << 1 | consonant(b));
    let three = mute & mute >> 1 & mute >> 2;
    let harsh = match word.len() < 5 {
        true => three,
        false => three & three >> 1 & three >> 2,
    };
    mute.count_ones() < word.len() as u32 && harsh == 0 || is_short_surname(word)
}

/// Whether capitals have vowels where a word has them.
fn is_spoken(word: &str) -> bool {
    let vowel = |c: char| {
        if c.is_ascii() {
            return matches!(c.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
        }
        matches!(
            fold(c.encode_utf8(&mut [0; 4])).as_str(),
            "a" | "e" | "i" | "o" | "u" | "y" | "ae" | "oe"
        )
    };
    let mut vowels = 0;
    let mut consonants = 0;
    let mut longest = 0;
    for c in word.chars().filter(|c| c.is_alphabetic()) {
        if vowel(c) {
            vowels += 1;
            consonants = 0;
        } else {
            consonants += 1;
            longest = longest.max(consonants);
        }
    }
    let count = word.chars().filter(|c| c.is_alphabetic()).count();
    vowels > 0 && longest < if count < 5 { 3 } else { 5 }
        || !word.is_ascii()
        || is_short_surname(word.as_bytes())
}

/// Surnames without a vowel.
fn is_short_surname(word: &[u8]) -> bool {
    matches!(word, b"NG" | b"KRC" | b"VLK" | b"BRK" | b"SRP")
}

/// `d'Aubigny`, `al-Masri`, `dell'Acqua`.
fn is_prefixed(word: &str) -> bool {
    let mark = word.find(['\'', '’', '-']);
    mark.is_some_and(|i| i <= 5 && word[i..].chars().nth(1).is_some_and(char::is_uppercase))
}

/// Endings of abstract nouns, which surnames seldom have.
fn is_abstract(word: &[u8]) -> bool {
    let endings: &[&[u8]] = match word.last_chunk() {
        Some(b"on") => &[b"tion", b"sion"],
        Some(b"ns") => &[b"tions"],
        Some(b"nt") => &[b"ment"],
        Some(b"ts") => &[b"ments"],
        Some(b"ss") => &[b"ness"],
        Some(b"es") => &[b"ities", b"ances", b"ences"],
        Some(b"ty") => &[b"ility"],
        Some(b"gy") => &[b"ology"],
        Some(b"cs") => &[b"ics"],
        Some(b"sm") => &[b"ism"],
        Some(b"ip") => &[b"ship"],
        Some(b"ps") => &[b"ships"],
        Some(b"al") => &[b"ional"],
        Some(b"ve") => &[b"ative"],
        Some(b"re") => &[b"ware"],
        Some(b"ch") => &[b"tech"],
        Some(b"gs") => &[b"ings"],
        _ => return false,
    };
    endings
        .iter()
        .any(|e| word.len() > e.len() + 2 && word.ends_with(e))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::short::key;

    #[test]
    fn capitals_are_told_as_any_letters_are() {
        for word in [
            "A", "I", "NG", "UN", "UNDP", "MARIA", "STRYKS", "SCHMIDT", "RHYTHMS", "SRP", "BCD",
        ] {
            assert_eq!(loud_shape(word.as_bytes()), shape(word), "{word}");
        }
    }

    #[test]
    fn endings_are_told_in_either_case() {
        let of = |word: &str| {
            let key = key(word.as_bytes(), word.len()).unwrap_or(0);
            match may_end(key, word.len()) {
                true => ending(word.as_bytes(), Flags::NONE),
                false => Flags::NONE,
            }
        };
        for word in [
            "station",
            "payments",
            "facilities",
            "Mechanics",
            "software",
            "dealings",
        ] {
            assert_eq!(of(word), Flags::ABSTRACT, "{word}");
        }
        for word in ["VOLCANOLOGIST", "Geographer", "Technician"] {
            assert_eq!(of(word), Flags::JOB, "{word}");
        }
        for word in ["Lopez", "STATION", "Bryan", "Felipe"] {
            assert_eq!(of(word), Flags::NONE, "{word}");
        }
    }
}
