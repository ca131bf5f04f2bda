//! A person's name as words that can be compared, and how two names fit.

use crate::lexicon::{Lang, List};
use crate::value::person::is_given_name;
use crate::value::place::fold;
use crate::value::{Seen, may_be_letter_off};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Letters from which on a word may be misspelt and is still the same word.
const LONG: usize = 5;

/// The folded words of a name in the order printed; initials are words of one letter. Every row that has the name shares them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Name {
    /// The words, a blank between two.
    text: Arc<str>,
    /// The same in the order of the alphabet, where that is another.
    sorted: Option<Arc<str>>,
    /// How many words are more than an initial.
    full: usize,
}

/// How two names fit, the closest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// The same words: case, accents and order aside.
    Same,
    /// The same letters, cut into words in another way: Hans-Peter, Hanspeter.
    Spaced,
    /// All words of the one, two at least, stand in the other: a second surname, a middle initial.
    Part,
    /// One letter off in one long word.
    Letter,
    /// A surname with initials that the other name has.
    Initials,
    /// A single word that stands in the other name.
    Word,
}

impl Name {
    /// The name as printed in words; each is asked for by every row that has it and by every part of linking.
    pub(super) fn of(printed: &str) -> Name {
        thread_local! {
            static SEEN: Seen<Name, 1024> = const { Seen::new() };
        }
        SEEN.with(|seen| seen.get(printed, 0, || Name::read(printed)))
    }

    fn read(printed: &str) -> Name {
        let (name, rest) = printed.split_once(',').unwrap_or((printed, ""));
        // A degree behind a comma is no part of the name; what stands there otherwise is the first name.
        let degree = Lang::En.lexicon().list(List::Suffix).is(rest);
        let name = if degree { name } else { printed };
        let folded = match name.contains('.') {
            true => fold(&name.replace('.', " ")),
            false => fold(name),
        };
        let sorted = (!folded.split(' ').is_sorted()).then(|| {
            let mut words: Vec<&str> = folded.split(' ').collect();
            words.sort_unstable();
            words.join(" ").into()
        });
        let full = words_of(&folded).filter(|w| is_full(w)).count();
        Name {
            text: folded.into(),
            sorted,
            full,
        }
    }

    /// The words in the order printed.
    pub(super) fn words(&self) -> impl DoubleEndedIterator<Item = &str> + Clone {
        words_of(&self.text)
    }

    /// The words as one text, a blank between two.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The words in the order of the alphabet: the same for either order of first and last name.
    pub(super) fn key(&self) -> &str {
        self.sorted.as_deref().unwrap_or(&self.text)
    }

    /// The words that are more than an initial.
    pub(super) fn full(&self) -> impl Iterator<Item = &str> + Clone {
        self.words().filter(|w| is_full(w))
    }

    /// Whether it has two words or more that are no initials.
    pub(super) fn is_whole(&self) -> bool {
        self.full > 1
    }

    /// Whether it is a surname with initials.
    pub(super) fn is_abbreviated(&self) -> bool {
        self.full == 1 && self.words().nth(1).is_some()
    }

    fn letters_of_words(&self) -> impl Iterator<Item = u8> {
        self.text.bytes().filter(|b| *b != b' ')
    }

    fn initials(&self) -> impl Iterator<Item = &str> {
        self.words().filter(|w| !is_full(w))
    }

    /// How two names fit; the shorter one is the one that `Part`, `Initials` and `Word` are said of.
    pub(super) fn fit(&self, other: &Name) -> Option<Fit> {
        if self.key() == other.key() {
            return Some(Fit::Same);
        }
        let (short, long) = match self.full <= other.full {
            true => (self, other),
            false => (other, self),
        };
        let both_whole = self.is_whole() && other.is_whole();
        if both_whole && self.letters_of_words().eq(other.letters_of_words()) {
            return Some(Fit::Spaced);
        }
        if short.is_in(long) || both_whole && long.is_in(short) {
            return match () {
                () if short.is_whole() => Some(Fit::Part),
                () if short.is_abbreviated() => Some(Fit::Initials),
                () => Some(Fit::Word),
            };
        }
        (both_whole && is_letter_off(self, other)).then_some(Fit::Letter)
    }

    /// Whether every full word stands in the other name, and every initial is that of another word of it, or there is no
    /// word left that it could contradict.
    fn is_in(&self, other: &Name) -> bool {
        let mut left: Vec<&str> = other.words().collect();
        let mut take = |fits: &dyn Fn(&str) -> bool| {
            let at = left.iter().position(|w| fits(w));
            at.map(|at| left.remove(at)).is_some()
        };
        if !self.full().all(|word| take(&|w| w == word)) {
            return false;
        }
        let others = other.words().count() - self.full().count();
        let missing = self
            .initials()
            .filter(|i| !take(&|w| w.starts_with(*i)))
            .count();
        // John A. Smith may be John Smith, but is not John B. Smith.
        missing == 0 || others == 0
    }

    /// The initials that stand for this name: of all its words, without the small ones, of the first and the last.
    pub(super) fn letters(&self) -> BTreeSet<String> {
        let first = |w: &str| w.chars().next();
        let whole: String = self.words().filter_map(first).collect();
        let small = |w: &&str| !Lang::En.lexicon().list(List::Particle).is(w);
        let capital: String = self.words().filter(small).filter_map(first).collect();
        let ends = [self.words().next(), self.words().next_back()];
        let ends: String = ends.into_iter().flatten().filter_map(first).collect();
        BTreeSet::from([whole, capital, ends])
    }
}

/// The letters of printed initials such as `JK` or `J.K.`, folded: two to four letters, two capitals at least.
pub(super) fn initials_in(printed: &str) -> Option<String> {
    let letters: String = printed
        .chars()
        .filter(|c| !matches!(c, '.' | ' ' | '-'))
        .collect();
    let count = letters.chars().count();
    let capitals = letters.chars().filter(|c| c.is_uppercase()).count();
    let all = letters.chars().all(char::is_alphabetic);
    let spaced = printed.contains(' ') && !printed.contains('.');
    (all && !spaced && (2..=4).contains(&count) && capitals >= 2).then(|| fold(&letters))
}

/// The words of a folded name: folding leaves one blank between two and none at the ends.
fn words_of(text: &str) -> impl DoubleEndedIterator<Item = &str> + Clone {
    text.split(' ').filter(|w| !w.is_empty())
}

fn is_full(word: &str) -> bool {
    word.chars().nth(1).is_some()
}

/// The same words but for one letter of one long word; two given names are two people.
fn is_letter_off(a: &Name, b: &Name) -> bool {
    if a.words().count() != b.words().count() {
        return false;
    }
    let Some((a, b)) = lone(a, b).zip(lone(b, a)) else {
        return false;
    };
    if !may_be_letter_off(a, b) {
        return false;
    }
    let long = a.chars().count() >= LONG && b.chars().count() >= LONG;
    long && strsim::osa_distance(a, b) == 1 && !(is_given_name(a) && is_given_name(b))
}

/// The one word that a name has and the other has not.
fn lone<'n>(name: &'n Name, other: &Name) -> Option<&'n str> {
    let mut left: Vec<&str> = other.words().collect();
    let mut lacking = name
        .words()
        .filter(|w| match left.iter().position(|l| l == w) {
            Some(at) => {
                left.swap_remove(at);
                false
            }
            None => true,
        });
    let lone = lacking.next();
    lone.filter(|_| lacking.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit(a: &str, b: &str) -> Option<Fit> {
        assert_eq!(Name::of(a).fit(&Name::of(b)), Name::of(b).fit(&Name::of(a)));
        Name::of(a).fit(&Name::of(b))
    }

    #[test]
    fn names_fit_more_or_less_closely() {
        assert_eq!(fit("GARCÍA, Ana", "Ana Garcia"), Some(Fit::Same));
        assert_eq!(fit("Ana Garcia, PhD", "Ana Garcia"), Some(Fit::Same));
        assert_eq!(
            fit("Hans-Peter Stone", "Hanspeter Stone"),
            Some(Fit::Spaced)
        );
        assert_eq!(fit("Ana Garcia", "Ana García Ruiz"), Some(Fit::Part));
        assert_eq!(fit("Bo A. Stone", "Bo Stone"), Some(Fit::Part));
        assert_eq!(fit("Bo A. Stone", "Bo Alan Stone"), Some(Fit::Part));
        assert_eq!(fit("Lars Groenvald", "Lars Groenveld"), Some(Fit::Letter));
        assert_eq!(fit("J. Kestrel", "Jörg Kestrel"), Some(Fit::Initials));
        assert_eq!(fit("J.K. Stone", "Jo Kim Stone"), Some(Fit::Initials));
        assert_eq!(fit("Kestrel", "Jörg Kestrel"), Some(Fit::Word));
    }

    #[test]
    fn names_that_only_look_alike_do_not_fit() {
        for (a, b) in [
            ("Ana Ruiz", "Ben Ruiz"),
            ("Bo A. Stone", "Bo B. Stone"),
            ("K. Kestrel", "Jörg Kestrel"),
            ("Maria Silva", "Marta Silva"),
            ("Ana Reed", "Ana Read"),
            ("Ana Stone", "Ana Garcia Ruiz"),
        ] {
            assert_eq!(fit(a, b), None, "{a}, {b}");
        }
    }

    #[test]
    fn initials_are_those_of_all_words_or_of_the_ends() {
        let has = |name: &str, letters: &str| Name::of(name).letters().contains(letters);
        assert!(has("Jörg Kestrel", "jk") && has("Bo de Groot", "bg") && has("Bo de Groot", "bdg"));
        assert!(has("Wei-Lin Stone", "ws") && !has("Jörg Kestrel", "kj"));
        assert_eq!(initials_in("JK").as_deref(), Some("jk"));
        assert_eq!(initials_in("J.K.").as_deref(), Some("jk"));
        assert_eq!(initials_in("BdG").as_deref(), Some("bdg"));
        for other in ["Jo", "J", "ABCDE", "J K", "K9"] {
            assert_eq!(initials_in(other), None, "{other}");
        }
    }
}
