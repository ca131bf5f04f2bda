//! What tells that words name those who do things: participants, posts, teams.

use super::bare::is_role;
use super::owner::is_capitalised;
use super::subject::without_leading;
use crate::lexicon::{Lexicon, List};
use crate::value::person::{Evidence, is_given_name, looks_like_job};
use foldhash::{HashSet, HashSetExt};
use std::collections::BTreeSet;

/// A short form of a given name has so many letters at least.
const SHORT: usize = 3;

/// What tells that words name those who do things.
pub(super) struct Doers {
    pub(super) lexicon: &'static Lexicon,
    /// The words of the participants' names, in small letters.
    pub(super) names: BTreeSet<String>,
    /// The first letters of their names.
    pub(super) initials: HashSet<String>,
}

impl Doers {
    /// Learns the names of a report's participants.
    pub(super) fn new<'t>(lexicon: &'static Lexicon, names: impl Iterator<Item = &'t str>) -> Self {
        let mut doers = Doers {
            lexicon,
            names: BTreeSet::new(),
            initials: HashSet::new(),
        };
        for name in names {
            let words = || name.split([' ', '-']).filter(|w| !w.is_empty());
            // `Jo`: a short first name.
            let short = words().take(1).filter(|w| is_capitalised(w));
            let long = words().filter(|w| w.len() > 2).chain(short);
            doers.names.extend(long.map(str::to_lowercase));
            let letters = words().filter_map(|w| w.chars().next());
            let letters: Vec<char> = letters.filter(|c| c.is_uppercase()).collect();
            // `NL` for Noor Sample-Lane, too.
            if let [first, _, .., last] = letters[..] {
                doers.initials.insert([first, last].iter().collect());
            }
            if letters.len() >= 2 {
                doers.initials.insert(letters.into_iter().collect());
            }
        }
        doers
    }

    /// Whether a word in small letters is of a participant's name, or a short form of his given name: `rob` of `robert`.
    pub(super) fn has_name(&self, word: &str) -> bool {
        let longer = || {
            let mut behind = self.names.range(word.to_string()..);
            behind.next().is_some_and(|n| n.starts_with(word))
        };
        self.names.contains(word) || word.len() >= SHORT && is_given_name(word) && longer()
    }

    /// Whether words are nothing but initials or names of participants, or an office.
    pub(super) fn is_known(&self, who: &str) -> bool {
        let parts = who.split([',', '/', '&', '+']).map(str::trim);
        let mut parts = parts.filter(|p| !p.is_empty()).peekable();
        let name = |p: &str| {
            p.starts_with(char::is_uppercase)
                && p.split(' ').all(|w| self.names.contains(&w.to_lowercase()))
        };
        parts.peek().is_some()
            && parts.all(|p| {
                self.lexicon.list(List::OutcomeActor).is(p) && p.starts_with(char::is_uppercase)
                    || self.initials.contains(p)
                    || name(p)
            })
    }

    /// Whether one word or more name somebody: initials, a name, a post, a body.
    pub(super) fn name(&self, who: &str) -> bool {
        let lexicon = self.lexicon;
        let bare = without_leading(lexicon, who, List::Article);
        if bare.is_empty() || bare.len() > 60 {
            return false;
        }
        if lexicon.list(List::OutcomeActor).is(bare)
            || is_role(self, bare)
            || is_team(lexicon, bare)
        {
            return true;
        }
        let is_sign = |c: char| c.is_whitespace() || ",/&+".contains(c);
        let words = || bare.split(is_sign).filter(|w| !w.is_empty());
        let joins = |w: &str| lexicon.list(List::SmallWord).is(w);
        let count = words().count();
        // `Erik af Klint`, `Omar al-Rashidi`, `Working Group 2`: what stands behind a capital may be small or a number.
        let behind = |w: &str| {
            let prefixed = w.split_once(['-', '\'', '\u{2019}']);
            let number = w.len() <= 2 && w.bytes().all(|b| b.is_ascii_digit());
            number
                || lexicon.list(List::Particle).is(w)
                || prefixed.is_some_and(|(_, w)| w.starts_with(char::is_uppercase))
        };
        let capital = words()
            .enumerate()
            .all(|(i, w)| w.starts_with(char::is_uppercase) || joins(w) || i > 0 && behind(w));
        let initials = words().all(|w| w.len() <= 4 && w.chars().all(char::is_uppercase));
        let known = words().any(|w| self.names.contains(&w.to_lowercase()) || is_given_name(w));
        let job = || looks_like_job(bare, lexicon.lang()) >= Evidence::Likely;
        let named = count >= 2 || who.len() > bare.len() || known || job();
        // `UNICEF`, but not `DECISIONS`.
        let plain = || lexicon.list(List::NotName).is(&bare.to_lowercase());
        let acronym = || {
            let letters = (5..=8).contains(&bare.len());
            letters && bare.bytes().all(|b| b.is_ascii_uppercase()) && !plain()
        };
        count <= 6 && (initials || capital && named || count == 1 && (job() || acronym()))
    }
}

/// So many words at most name a team.
const TEAM: usize = 4;

/// `open benches team`, `The four country teams`: a body of the kinds that do things, with what tells it apart.
fn is_team(lexicon: &Lexicon, who: &str) -> bool {
    let plain = |w: &str| w.chars().all(|c| c.is_alphanumeric() || c == '-');
    let words = || who.split(' ');
    let not = [
        List::SmallWord,
        List::Article,
        List::OutcomeCopula,
        List::OutcomeNotAct,
        List::OutcomeAdverb,
        List::OutcomePartial,
    ];
    (2..=TEAM).contains(&words().count())
        && words().all(|w| plain(w) && !not.iter().any(|&l| lexicon.list(l).is(w)))
        && words().next_back().is_some_and(|last| {
            let last = last.strip_suffix('s').unwrap_or(last);
            let posts = lexicon.list(List::SayOffice);
            lexicon.list(List::OutcomeActor).is(last) && !posts.is(last)
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lang;

    #[test]
    fn teams_and_short_names() {
        let doers = Doers::new(Lang::En.lexicon(), ["Robert Person"].into_iter());
        assert!(doers.name("open lamps team"));
        assert!(doers.name("The four country teams"));
        assert!(!doers.name("each country team"));
        assert!(!doers.name("those of the team"));
        assert!(doers.has_name("rob"));
        assert!(!doers.has_name("robust"));
    }
}
