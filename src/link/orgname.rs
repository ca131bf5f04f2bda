//! The name of an organisation: the key by which it is compared, its short form, its variants in other languages.
//!
//! The key folds case, accents and punctuation, British and American spelling, articles and `and`; `Reeds City` and
//! `Ville de Reeds` have that of `City of Reeds`, the city by the gazetteer's own name.

use crate::lexicon::{Lang, List, Text};
use crate::value::Seen;
use crate::value::place::{city, country, fold, own_name};
use foldhash::{HashMap, HashSet};
use std::sync::LazyLock;

/// A printed name, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct OrgName {
    /// The name without its short form.
    pub name: String,
    /// The short forms printed with it: `(SDC)`, `(SDC/DDC)`, `, ACMS`.
    pub short: Vec<String>,
    /// The same name in another language, printed with it.
    pub variant: Option<String>,
}

impl OrgName {
    pub(super) fn of(printed: &str) -> OrgName {
        let printed = printed.trim();
        let whole = |name: &str| OrgName {
            name: name.trim().to_string(),
            ..OrgName::default()
        };
        if !printed
            .bytes()
            .any(|b| matches!(b, b')' | b',' | b'/' | b'-' | 0x80..))
        {
            return whole(printed);
        }
        if let Some((long, inner)) = printed.strip_suffix(')').and_then(|n| n.rsplit_once(" (")) {
            let short: Vec<&str> = inner.split('/').map(str::trim).collect();
            if short.iter().all(|s| is_short(s)) {
                let short = short.into_iter().map(str::to_string).collect();
                return OrgName {
                    short,
                    ..OrgName::of(long)
                };
            }
            if two_languages(long, inner) {
                let variant = Some(inner.to_string());
                return OrgName {
                    variant,
                    ..whole(long)
                };
            }
        }
        if let Some((long, short)) = printed.rsplit_once(", ")
            && is_short(short)
            && spells(short, long)
        {
            return OrgName {
                short: vec![short.to_string()],
                ..whole(long)
            };
        }
        let parts = printed
            .split_once(" / ")
            .or_else(|| printed.split_once(" - "));
        match parts.or_else(|| printed.split_once(" – ")) {
            Some((one, other)) if two_languages(one, other) => {
                let (first, second) = (OrgName::of(one), OrgName::of(other));
                let short = first.short.into_iter().chain(second.short).collect();
                let variant = Some(second.name);
                OrgName {
                    short,
                    variant,
                    ..whole(&first.name)
                }
            }
            _ => whole(printed),
        }
    }
}

/// Two to ten signs without blanks, two capitals at least, and no country.
pub(super) fn is_short(text: &str) -> bool {
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    let length = (2..=10).contains(&text.chars().count());
    length && capitals >= 2 && !text.contains([' ', ',', '(']) && country(text).is_none()
}

/// Whether the first letters of the name's words are the letters of the short form, small words left out or not.
pub(super) fn spells(short: &str, long: &str) -> bool {
    let short = fold(short);
    let mut letters = short.chars().filter(|c| c.is_alphanumeric()).peekable();
    let long = fold(long);
    for word in long.split(' ') {
        let fits = letters.peek().is_some_and(|l| word.starts_with(*l));
        if fits {
            letters.next();
        } else if !is_small(word) && !SMALL.other.contains(word) {
            return false;
        }
    }
    letters.next().is_none() && long.contains(' ')
}

/// Small words and articles of English, and those of the other languages that are none of English; folded.
struct Small {
    english: HashSet<String>,
    other: HashSet<String>,
    /// Articles and joins, which no key has.
    dropped: HashSet<String>,
}

static SMALL: LazyLock<Small> = LazyLock::new(|| {
    let of = |lang: Lang| {
        let lexicon = lang.lexicon();
        let lists = [List::SmallWord, List::Article].map(|list| lexicon.phrases(list));
        lists
            .into_iter()
            .flatten()
            .map(fold)
            .filter(|w| !w.is_empty())
            .collect::<HashSet<_>>()
    };
    let english = of(Lang::En);
    let others = Lang::ALL.iter().filter(|lang| **lang != Lang::En);
    let other = others
        .flat_map(|lang| of(*lang))
        .filter(|w| !english.contains(w))
        .collect();
    let lexicon = Lang::En.lexicon();
    let dropped = [List::Article, List::And].map(|list| lexicon.phrases(list));
    let dropped = dropped
        .into_iter()
        .flatten()
        .map(fold)
        .filter(|w| w.len() > 1 || w == "y" || w == "e");
    Small {
        english,
        other,
        dropped: dropped.collect(),
    }
});

/// Whether a folded word of a key is a small one of English.
pub(super) fn is_small(word: &str) -> bool {
    SMALL.english.contains(word)
}

/// The words of a key that are not small ones.
pub(super) fn significant(key: &str) -> impl Iterator<Item = &str> {
    key.split(' ').filter(|word| !is_small(word))
}

/// Whether two names of two words or more are in two languages, as their small words tell.
fn two_languages(a: &str, b: &str) -> bool {
    let tells = |text: &str| {
        let words: Vec<String> = text.split([' ', '\'', '’']).map(fold).collect();
        let english = words.iter().any(|w| w.len() > 1 && is_small(w));
        let other = words.iter().any(|w| SMALL.other.contains(w));
        (words.len() > 1, english, other)
    };
    matches!(
        (tells(a), tells(b)),
        ((true, true, false), (true, false, true)) | ((true, false, true), (true, true, false))
    )
}

struct Spellings {
    words: HashMap<&'static str, &'static str>,
    endings: Vec<(&'static str, &'static str)>,
    /// `City of`, folded, and the word that stands behind the place instead.
    seats: Vec<(String, String)>,
    foreign: Vec<(&'static str, &'static str)>,
}

static SPELLINGS: LazyLock<Spellings> = LazyLock::new(|| {
    let lexicon = Lang::En.lexicon();
    let all = || lexicon.texts(Text::Spelling);
    let ending = |(from, to): (&'static str, &'static str)| Some((from.strip_prefix('-')?, to));
    let seat = |phrase: &str| {
        let (noun, of) = phrase.rsplit_once(' ')?;
        (of == "of" && !noun.contains(' ')).then(|| (phrase.to_string(), noun.to_string()))
    };
    Spellings {
        words: all().filter(|(from, _)| !from.starts_with('-')).collect(),
        endings: all().filter_map(ending).collect(),
        seats: lexicon
            .phrases(List::OrganisationSeat)
            .filter_map(seat)
            .collect(),
        foreign: lexicon.texts(Text::Seat).collect(),
    }
});

/// The key of a name without its short form.
pub(super) fn org_key(name: &str) -> String {
    thread_local! {
        static SEEN: Seen<Box<str>, 1024> = const { Seen::new() };
    }
    SEEN.with(|seen| seen.get(name, 0, || read_key(name).into()))
        .into_string()
}

fn read_key(name: &str) -> String {
    let folded = fold(name);
    let dropped = |word: &&str| !SMALL.dropped.contains(*word);
    let words: Vec<&str> = folded.split(' ').filter(dropped).collect();
    let mut key = String::with_capacity(folded.len());
    for word in &words {
        if !key.is_empty() {
            key.push(' ');
        }
        push_spelling(word, &mut key);
    }
    seat(&key).unwrap_or(if key.is_empty() { folded } else { key })
}

fn push_spelling(word: &str, key: &mut String) {
    if let Some(spelling) = SPELLINGS.words.get(word) {
        key.push_str(spelling);
        return;
    }
    let ending = SPELLINGS
        .endings
        .iter()
        .find_map(|(from, to)| Some((word.strip_suffix(from)?, to)));
    match ending {
        Some((stem, to)) => key.extend([stem, to]),
        None => key.push_str(word),
    }
}

/// `City of Reeds` for `reeds city`, `ville de reeds` and the like.
fn seat(key: &str) -> Option<String> {
    let foreign = SPELLINGS.foreign.iter().find_map(|(from, to)| {
        let place = key.strip_prefix(from)?.strip_prefix(' ')?;
        Some((*to, place))
    });
    let before = || {
        SPELLINGS.seats.iter().find_map(|(phrase, _)| {
            let place = key.strip_prefix(phrase.as_str())?.strip_prefix(' ')?;
            Some((phrase.as_str(), place))
        })
    };
    let behind = || {
        SPELLINGS.seats.iter().find_map(|(phrase, noun)| {
            let place = key.strip_suffix(noun.as_str())?.strip_suffix(' ')?;
            Some((phrase.as_str(), place))
        })
    };
    let (phrase, place) = foreign.or_else(before).or_else(behind)?;
    let own =
        city(place).and_then(|c| own_name(place, c.code).filter(|_| c.alternatives.is_empty()));
    let place = own.map_or_else(|| place.to_string(), fold);
    let place = place.strip_suffix(" city").unwrap_or(&place);
    Some(format!("{phrase} {place}"))
}

/// Whether two keys may well be one organisation's, or that of a part of it: the words of the one stand in the other, or
/// the one is a short form that the other's words spell.
pub(super) fn related(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let mut words = short.split(' ');
    let within = words.all(|word| is_small(word) || long.split(' ').any(|l| l == word));
    within || !short.contains(' ') && spells(short, long)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(printed: &str) -> (String, String, String) {
        let name = OrgName::of(printed);
        (
            name.name,
            name.short.join(" "),
            name.variant.unwrap_or_default(),
        )
    }

    #[test]
    fn a_short_form_or_another_language_is_taken_off() {
        let expect = |printed, name: &str, short: &str, variant: &str| {
            assert_eq!(taken(printed), (name.into(), short.into(), variant.into()));
        };
        expect("Example Trust (ET)", "Example Trust", "ET", "");
        expect(
            "Agency for Ponds (AFP/APE)",
            "Agency for Ponds",
            "AFP APE",
            "",
        );
        expect(
            "Centre for Reeds and Society, CRS",
            "Centre for Reeds and Society",
            "CRS",
            "",
        );
        expect("Housing, UK", "Housing, UK", "", "");
        expect(
            "Ministry of Ponds (Kenya)",
            "Ministry of Ponds (Kenya)",
            "",
            "",
        );
        expect(
            "Agency for Ponds / Agence pour les étangs",
            "Agency for Ponds",
            "",
            "Agence pour les étangs",
        );
        expect(
            "Office of Reeds (Office des roseaux)",
            "Office of Reeds",
            "",
            "Office des roseaux",
        );
        expect(
            "City of Reeds / City of Ponds",
            "City of Reeds / City of Ponds",
            "",
            "",
        );
        expect(
            "Ministry of Ponds (Department of Reeds)",
            "Ministry of Ponds (Department of Reeds)",
            "",
            "",
        );
    }

    #[test]
    fn spellings_of_one_name_have_one_key() {
        for (a, b) in [
            ("African Center for Reeds", "The African Centre for Reeds"),
            (
                "Pond Organization & Friends",
                "Pond Organisation and Friends",
            ),
            ("City of Bukavu", "Bukavu City"),
            ("Ville de Genève", "City of Geneva"),
            ("New York City", "City of New York"),
            ("HELVETIC-POND", "Helvetic Pond"),
        ] {
            assert_eq!(org_key(a), org_key(b), "{a}, {b}");
        }
        for (a, b) in [
            ("City of Bukavu", "Municipality of Bukavu"),
            ("Pond Trust", "Pond Fund"),
            ("City of Bukavu", "Bukavu"),
        ] {
            assert_ne!(org_key(a), org_key(b), "{a}, {b}");
        }
        assert_eq!(org_key("The And"), "the and");
    }

    #[test]
    fn a_part_or_a_short_form_is_related() {
        let related = |a: &str, b: &str| related(&org_key(a), &org_key(b));
        assert!(related("Pond Trust", "Pond Trust Kenya"));
        assert!(related("UNPF", "United Nations Pond Fund"));
        assert!(!related("Pond Trust", "Pond Fund") && !related("ABC", "Pond Trust"));
    }
}
