//! Numbers of addresses and of what is printed about a paper: houses, postal codes, hosts, pages.

use super::Reader;
use super::part::Part;
use super::token::Kind as Is;
use super::vocab::Class;
use super::{atom::is_ordinal_ending, units};
use crate::value::place::city;

impl Reader<'_> {
    /// A house number before a street, a postal code before a town.
    pub(super) fn is_address(&self, part: &Part) -> bool {
        let mut i = part.atom.end;
        let mut capitals = 0;
        while i < part.atom.end + 5 {
            let Some(token) = self.token(i) else { break };
            let ordinal = matches!(token.kind, Is::Number(_))
                || is_ordinal_ending(self.slice(i)) && !token.spaced;
            if !self.is_capital(i) && !ordinal {
                break;
            }
            if token.is(Class::Street) && i > part.atom.end {
                return true;
            }
            capitals += usize::from(self.is_capital(i));
            i += 1;
        }
        let digits = part.atom.digits.map_or(0, |d| d.integers);
        let opens =
            self.before(part.start).is_none_or(|t| t.is_mark(',')) || self.tokens[part.start].first;
        let coded = digits == 5 && !self.is_plural(part.atom.end)
            || digits == 4 && self.is_town_at(part.atom.end);
        coded && capitals > 0 && opens || self.is_before_street(part.atom.end)
    }

    /// `1000 Brussels`: whether a known town and nothing else stands there.
    fn is_town_at(&self, i: usize) -> bool {
        let ends = self
            .token(i + 1)
            .is_none_or(|t| t.first || matches!(t.kind, Is::Mark(',' | '(' | '.')));
        ends && self.is_capital(i) && city(self.slice(i)).is_some()
    }

    /// `2 rue du Puits`: the word for a street, small, before its name.
    fn is_before_street(&self, i: usize) -> bool {
        let name = (i + 1..i + 4).find(|&i| self.is_capital(i) || self.slice(i).len() > 3);
        self.is(i, Class::Street) && !self.is_capital(i) && name.is_some_and(|i| self.is_capital(i))
    }

    /// Whether what looks like a unit belongs to what is printed about a place or a paper: `2100 C Street`, `18 pp.`
    pub(super) fn is_of_print(&self, part: &Part) -> bool {
        let at = part.atom.end;
        let street =
            self.is_capital(at) && self.is_capital(at + 1) && self.is(at + 1, Class::Street);
        let of_points = |id| units::is_named(id, "percentage point");
        let points = self.slice(at) == "pp" && part.unit.id.is_some_and(of_points);
        let alone =
            self.before(part.start).is_none_or(|t| t.is_mark('.')) || self.tokens[part.start].first;
        let ends = self
            .token(at + 1)
            .is_none_or(|t| t.is_mark('.') && !t.spaced);
        street || points && alone && ends
    }

    /// Whether a word ends the name of a host, a stop before it: `irc.example.org`.
    pub(super) fn is_host(&self, i: usize) -> bool {
        let tight = |i: usize| self.token(i).is_some_and(|t| !t.spaced && !t.first);
        let stop = i.checked_sub(1).filter(|&at| self.tokens[at].is_mark('.'));
        stop.is_some_and(|at| tight(i) && tight(at) && at > 0 && self.tokens[at - 1].is_word())
    }
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lang;
    use crate::value::quantity::read;

    #[test]
    fn houses_codes_of_towns_hours_and_years_of_other_lands_count_nothing() {
        let none = [
            ("Maison du Sel, 12 quai des Brumes", Lang::Fr),
            ("8400 Oostende", Lang::Fr),
            ("hasta las 21\u{2019}30 horas", Lang::Es),
            (
                "el d\u{ed}a 25 de septiembre de 2.031, en la sala",
                Lang::Es,
            ),
        ];
        for (text, lang) in none {
            assert!(read(text, lang).is_empty(), "{text}");
        }
        let all = [
            "8400 members",
            "a room of 3 places",
            "1,200 Oostende households",
        ];
        for text in all {
            assert_eq!(read(text, Lang::En).len(), 1, "{text}");
        }
    }
}
