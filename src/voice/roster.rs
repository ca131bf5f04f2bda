//! The people a report has named so far.

use super::key::plain;
use crate::lexicon::{Lexicon, List};
use crate::schema::Text;
use crate::tables::Dataset;
use crate::value::may_be_letter_off;
use crate::value::person::is_given_name;
use foldhash::HashMap;
use std::cell::Cell;
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// So many letters at the start of two words show one office.
const STEM: usize = 4;

/// A short form of a given name has so many letters at least.
const SHORT: usize = 3;

/// A person the report has named.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// The name, as fully as the report prints it.
    pub name: Text,
    /// Mr, Dr, H.E. and the like.
    pub honorific: Text,
    /// The job title.
    pub job_title: Text,
    /// The organisation.
    pub organisation: Text,
}

/// The people a report has named, found by any part of their names or by initials.
#[derive(Clone, Debug, Default)]
pub struct Roster {
    people: Vec<Known>,
    /// The folded words of each name.
    words: Vec<Vec<String>>,
    by_word: HashMap<String, Vec<usize>>,
    /// By the first word of a name of several.
    by_first: BTreeMap<String, Vec<usize>>,
    by_initials: HashMap<String, Vec<usize>>,
    /// By the letters that stand for fewer words of a longer name, where no other name has them.
    by_fewer: HashMap<String, Vec<usize>>,
    /// By the letters of the report's own key.
    by_key: HashMap<String, usize>,
    /// By the letters that tell somebody from others with the same initials: `JSa` beside a `JS`.
    by_own: HashMap<String, usize>,
    /// Those of whom an attendance list has no more than one name, by that name folded.
    lone: HashMap<String, Known>,
    /// Whether anybody was looked for since [`Roster::was_asked`].
    asked: Cell<bool>,
}

impl Roster {
    /// The people of the tables that are read before the body: participants and presenters.
    pub fn of(data: &Dataset) -> Roster {
        let mut roster = Roster::default();
        for p in &data.participants {
            let person = Known {
                name: p.name.clone(),
                honorific: p.honorific.clone(),
                job_title: p.job_title.clone(),
                organisation: p.organisation.clone(),
            };
            // A roll of surnames says who was there.
            let listed = p.attendance.value == Some("present");
            if listed && !person.name.value.contains(' ') && person.job_title.is_empty() {
                let word = folded_words(&person.name.value).concat();
                roster.lone.entry(word).or_insert(person);
            } else {
                roster.add(person);
            }
        }
        for p in &data.presenters {
            roster.add(Known {
                name: p.name.clone(),
                honorific: p.honorific.clone(),
                job_title: p.job_title.clone(),
                organisation: p.organisation.clone(),
            });
        }
        roster
    }

    /// Adds a person, or what is new of one who is known; a lone surname without a post makes nobody known.
    pub fn add(&mut self, person: Known) {
        let words = folded_words(&person.name.value);
        if let Some(at) = self.index(&words) {
            let known = &mut self.people[at];
            fill(&mut known.honorific, person.honorific);
            fill(&mut known.job_title, person.job_title);
            fill(&mut known.organisation, person.organisation);
            return;
        }
        if words.len() < 2 && person.job_title.is_empty() {
            return;
        }
        let at = self.people.len();
        for word in &words {
            let people = self.by_word.entry(word.clone()).or_default();
            if people.last() != Some(&at) {
                people.push(at);
            }
        }
        if let [first, _, ..] = words.as_slice() {
            self.by_first.entry(first.clone()).or_default().push(at);
        }
        for letters in initials(&person.name.value) {
            self.by_initials.entry(letters).or_default().push(at);
        }
        if let Some(letters) = fewer_initials(&person.name.value) {
            self.by_fewer.entry(letters).or_default().push(at);
        }
        self.people.push(person);
        self.words.push(words);
    }

    /// Adds a person whom the report's own key gives these letters.
    pub fn add_key(&mut self, letters: &str, person: Known) {
        let words = folded_words(&person.name.value);
        self.add(person);
        if let Some(at) = self.index(&words) {
            self.by_key.entry(capitals(letters)).or_insert(at);
        }
    }

    /// Learns whom letters mean that spell more of his name than the initials he shares with others: `JSa` is Jo Sample where
    /// a Jan Stone was there, too.
    pub fn add_letters(&mut self, letters: &str) {
        let Some(sharing) = self.by_initials.get(&capitals(letters)) else {
            return;
        };
        let mut capital = letters.char_indices().filter(|(_, c)| c.is_uppercase());
        let second = capital.nth(1).map_or(0, |(at, _)| at);
        let ends = capital.next_back().map_or(second, |(at, _)| at);
        let [first, last] = [&letters[..second], &letters[ends..]].map(str::to_lowercase);
        let spells = |at: &&usize| {
            let ends = self.words[**at].first().zip(self.words[**at].last());
            ends.is_some_and(|(f, l)| f.starts_with(&first) && l.starts_with(&last))
        };
        let mut found = sharing.iter().filter(spells);
        if let (Some(&at), None, 2..) = (found.next(), found.next(), sharing.len()) {
            self.by_own.insert(letters.to_string(), at);
        }
    }

    /// Whether the report's own key has these letters.
    pub fn has_key(&self, letters: &str) -> bool {
        self.asked.set(true);
        letters.len() <= 8 && self.by_key.contains_key(letters)
    }

    /// The one person whose name has all words of `name`.
    pub fn find(&self, name: &str) -> Option<&Known> {
        self.asked.set(true);
        let words = folded_words(name);
        let fuller = self.index(&words).map(|i| &self.people[i]);
        fuller.or_else(|| match words.as_slice() {
            [one] => self.lone.get(one).or_else(|| self.short(one)),
            // `M. Exemple` in a text that is not French: his title, where the list prints it so.
            [title, rest @ ..] if title == "m" => {
                let found = self.index(rest).map(|i| &self.people[i]);
                found.filter(|k| {
                    k.honorific.value.starts_with(['M', 'm']) && k.honorific.value.len() <= 2
                })
            }
            _ => None,
        })
    }

    /// The one person whose first name begins with a shorter given name: `Rob` is Robert Example.
    fn short(&self, name: &str) -> Option<&Known> {
        if name.len() < SHORT || !is_given_name(name) {
            return None;
        }
        let longer = self.by_first.range(name.to_string()..);
        let longer = longer.take_while(|(first, _)| first.starts_with(name));
        let mut found = longer.flat_map(|(_, people)| people);
        let first = *found.next()?;
        found.next().is_none().then(|| &self.people[first])
    }

    /// The one person with these initials, told by the capitals: `JK`, `BdG`.
    pub fn find_initials(&self, letters: &str) -> Option<&Known> {
        self.asked.set(true);
        let capitals = capitals(letters);
        if let Some(&at) = self.by_key.get(&capitals) {
            return self.people.get(at);
        }
        if let Some(&at) = self.by_own.get(letters) {
            return self.people.get(at);
        }
        let usual = self.by_initials.get(&capitals);
        match usual.or_else(|| self.by_fewer.get(&capitals))?.as_slice() {
            [one] => self.people.get(*one),
            sharing => self.left_of(sharing),
        }
    }

    /// The one of several with the same initials who has no letters of his own, where another has; whose name stands there
    /// twice, once misspelt, is one.
    fn left_of(&self, sharing: &[usize]) -> Option<&Known> {
        let owns = |at: &&usize| self.by_own.values().any(|own| own == *at);
        let mut others = sharing.iter().filter(|at| !owns(at));
        let first = *others
            .next()
            .filter(|_| sharing.iter().any(|at| owns(&at)))?;
        let same = |at: &usize| match (self.words[first].as_slice(), self.words[*at].as_slice()) {
            ([a, .., b], [c, .., d]) => {
                a == c && may_be_letter_off(b, d) && strsim::osa_distance(b, d) <= 1
            }
            _ => false,
        };
        others.all(same).then(|| &self.people[first])
    }

    /// The one person whose job title is these words, or of an office that leads, another form of it: `Présidence` of the
    /// `Présidente`, `Chair` of the `Chairman`.
    pub fn find_office(&self, office: &str, lex: &Lexicon) -> Option<&Known> {
        self.asked.set(true);
        let leads = |o: &str| lex.list(List::RoleChair).is(o);
        let stem = |o: &str| o.chars().take(STEM).collect::<String>().to_lowercase();
        let one = |holds: &dyn Fn(&str) -> bool| {
            let mut found = self.people.iter().filter(|k| holds(&k.job_title.value));
            let first = found.next();
            first.filter(|_| found.next().is_none())
        };
        let exact = one(&|title| title.eq_ignore_ascii_case(office));
        let own = stem(office);
        let other = || one(&|title| leads(title) && stem(title) == own);
        // `The Engineer` is the one who is listed as `Engineer, Roads` or `Ingeniera agrónoma`.
        let begins = |title: &str| {
            let own = title.get(..office.len());
            own.is_some_and(|own| own.eq_ignore_ascii_case(office))
                && title[office.len()..].starts_with([' ', ','])
        };
        let post = || lex.list(List::SayOffice).is(office) && !lex.list(List::GroupNoun).is(office);
        exact.or_else(|| match leads(office) {
            true => other(),
            false => post().then(|| one(&begins))?,
        })
    }

    /// Whether anybody was looked for since this was last called: whoever did not look need not read again when the roster
    /// has grown.
    pub fn was_asked(&self) -> bool {
        self.asked.take()
    }

    /// Everybody, in the order in which they were named.
    pub fn people(&self) -> &[Known] {
        &self.people
    }

    fn index(&self, words: &[String]) -> Option<usize> {
        let mut sharing = self.by_word.get(words.last()?)?;
        // Whoever has the name has every word of it that is no initial, and few have the rarest of them.
        for word in words.iter().filter(|w| w.chars().nth(1).is_some()) {
            let others = self.by_word.get(word)?;
            if others.len() < sharing.len() {
                sharing = others;
            }
        }
        // `T. Example` is Tom Example, where nobody else is.
        let stands_for = |w: &String, own: &String| {
            own == w || w.chars().count() == 1 && own.starts_with(w.as_str())
        };
        let has_all = |i: &usize| {
            let own = &self.words[*i];
            words.iter().all(|w| own.iter().any(|o| stands_for(w, o)))
        };
        let mut found = sharing.iter().copied().filter(has_all);
        let first = found.next()?;
        let same = |i: usize| self.words[i].len() == words.len();
        match found.next() {
            None => Some(first),
            Some(_) if same(first) => Some(first),
            Some(_) => None,
        }
    }
}

fn capitals(letters: &str) -> String {
    let capital = letters.chars().filter(|c| c.is_uppercase());
    capital.map(plain).collect()
}

fn fill(known: &mut Text, more: Text) {
    if known.is_empty() {
        *known = more;
    }
}

/// The words of a name without accents and case.
fn folded_words(name: &str) -> Vec<String> {
    let parted =
        |c: char| c.is_whitespace() || matches!(c, '-' | '.' | ',' | '\u{2010}'..='\u{2015}');
    let fold = |w: &str| -> String {
        if w.is_ascii() {
            let letters = w.bytes().filter(u8::is_ascii_alphanumeric);
            return letters
                .map(|b| char::from(b.to_ascii_lowercase()))
                .collect();
        }
        w.nfd()
            .filter(|c| !is_combining_mark(*c) && c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    };
    name.split(parted)
        .map(fold)
        .filter(|w| !w.is_empty())
        .collect()
}

/// The initials that a name may be written with: of all its capitalised words, with and without those behind a
/// hyphen, and of the first and last alone.
fn initials(name: &str) -> Vec<String> {
    let first = |w: &str| w.chars().next().filter(|c| c.is_uppercase()).map(plain);
    let all: String = name.split([' ', '-', '\u{a0}']).filter_map(first).collect();
    let words: String = name.split_whitespace().filter_map(first).collect();
    let ends = words
        .chars()
        .next()
        .into_iter()
        .chain(words.chars().skip(1).last());
    let mut forms = vec![all, ends.collect(), words];
    forms.sort_unstable();
    forms.dedup();
    forms.retain(|f| f.len() >= 2);
    forms
}

/// The first letters of the first two words of a longer name, a particle counted: `RH` for `Rosa Hito Luna`, `BV` for
/// `Bo van Lind`.
fn fewer_initials(name: &str) -> Option<String> {
    let mut words = name.split_whitespace();
    let letters: String = words
        .by_ref()
        .take(2)
        .filter_map(|w| w.chars().next().map(plain))
        .collect();
    words.next()?;
    let begins = letters.starts_with(char::is_uppercase);
    begins.then(|| letters.to_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn roster(names: &[&str]) -> Roster {
        let mut roster = Roster::default();
        for name in names {
            let name = Text::new(*name, crate::span::Spans::NONE);
            roster.add(Known {
                name,
                ..Known::default()
            });
        }
        roster
    }

    #[test]
    fn a_part_of_a_name_finds_the_one_person_who_has_it() {
        let r = roster(&["Ana Example", "Inés García Sample", "Bo Example"]);
        let found = |n: &str| r.find(n).map(|k| k.name.value.as_str());
        assert_eq!(found("Garcia"), Some("Inés García Sample"));
        assert_eq!(found("Example"), None);
        assert_eq!(found("ana EXAMPLE"), Some("Ana Example"));
        assert_eq!(found("I. Garcia"), Some("Inés García Sample"));
        assert_eq!(found("B. Garcia"), None);
        assert_eq!(found("Nobody"), None);
        let r = roster(&["Robert Example", "Anna Lind", "Annabel Sample"]);
        let found = |n: &str| r.find(n).map(|k| k.name.value.as_str());
        assert_eq!(found("Rob"), Some("Robert Example"));
        assert_eq!(found("Ann"), None);
        assert_eq!(found("Robe"), None);
    }

    #[test]
    fn initials_find_the_one_person_who_has_them() {
        let r = roster(&["\u{d3}scar \u{d6}stling"]);
        assert!(r.find_initials("OO").is_some() && r.find_initials("\u{d3}\u{d6}").is_some());
        let r = roster(&["Ana Example", "Bo de Groot", "Wei-Lin Sample", "Ada Eve"]);
        let found = |n: &str| r.find_initials(n).map(|k| k.name.value.as_str());
        assert_eq!(found("BdG"), Some("Bo de Groot"));
        assert_eq!(found("WLS"), Some("Wei-Lin Sample"));
        assert_eq!(found("WS"), Some("Wei-Lin Sample"));
        assert_eq!(found("AE"), None);
        let mut r = roster(&["Dina Graland", "Dan Gomez", "Dina Grland"]);
        r.add_letters("DGo");
        let found = |n: &str| r.find_initials(n).map(|k| k.name.value.as_str());
        assert_eq!(found("DGo"), Some("Dan Gomez"));
        assert_eq!(found("DG"), Some("Dina Graland"));
        let r = roster(&[
            "Bo van der Lind",
            "Rosa Hito Luna",
            "Rut Holm",
            "Jo el Sample",
        ]);
        let found = |n: &str| r.find_initials(n).map(|k| k.name.value.as_str());
        assert_eq!(found("BV"), Some("Bo van der Lind"));
        assert_eq!(found("RH"), Some("Rut Holm"));
        assert_eq!(found("JE"), Some("Jo el Sample"));
    }
}
