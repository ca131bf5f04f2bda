//! Numbers that measure nothing: clock times, dates, years, ordinals, labels, numbers in names, addresses and symbols.

use super::atom::{Atom, is_ordinal_ending};
use super::part::Part;
use super::token::{Kind as Is, Token};
use super::vocab::{Class, Meaning};
use super::{Form, Kind, Qualifier, Reader, units};

/// How far a chain of numbers is followed to its label or month (`pages 3, 4 and 9`, `26 and 27 May`).
pub(super) const CHAIN: usize = 8;

impl Reader<'_> {
    /// The token after a number word or digits that begin no number.
    pub(super) fn not_a_number(&self, i: usize) -> Option<usize> {
        match self.token(i)?.kind {
            Is::Number(_) => Some(self.cluster_end(i)),
            _ => None,
        }
    }

    /// Rejects a number by the marks around it, before its unit is looked for: the token to go on with.
    pub(super) fn reject_number(&self, atom: &Atom, money: bool, signed: bool) -> Option<usize> {
        let i = atom.start;
        if atom.digits.is_none() && atom.form != Form::Fraction {
            return (self.is_ordinal_word(atom) || self.is_spelled_hour(atom)).then_some(atom.end);
        }
        let tight = self.token(i).is_some_and(|t| !t.spaced && !t.first);
        if tight && !signed && self.is_glued(i)
            || self.is_cluster(atom)
            || self.is_glued_after(atom)
            || self.is_code(atom)
        {
            return Some(self.cluster_end(i));
        }
        if money || !matches!(atom.form, Form::Digits) || atom.scale != 1.0 {
            return None;
        }
        let rejected = self.is_clock(atom)
            || self.is_date(atom)
            || self.is_list_number(atom)
            || self.numbers_capitals(atom);
        rejected.then_some(atom.end)
    }

    /// Rejects a number once it is known what it counts.
    pub(super) fn reject_part(&self, part: &Part) -> Option<usize> {
        let measured = part.unit.kind.is_some() && !part.unit.noun;
        let rejected = match part.atom.form {
            Form::One => self.is_pronoun(part),
            _ if measured => false,
            Form::Words => self.is_label(part) || self.is_lone_word(part) || part.tied,
            Form::Digits if part.atom.is_bare() => {
                part.tied
                    || self.is_year(part)
                    || self.is_label(part)
                    || self.is_in_name(part)
                    || self.opens_name(part)
                    || self.is_address(part)
                    || self.is_every(part)
                    || self.designates(part)
                    || self.is_age_bound(part)
                    || self.numbers_a_title(part)
            }
            Form::Digits => {
                part.atom.scale == 1.0
                    && (part.tied
                        || self.is_label(part)
                        || self.is_heading_number(part)
                        || self.is_year(part)
                        || self.is_grouped_year(part))
            }
            _ => false,
        };
        let rejected = rejected || measured && (self.is_calendar(part) || self.is_of_print(part));
        rejected.then_some(part.end.max(part.atom.end))
    }

    /// The end of the digits and marks that are written together from token `i` on, of a telephone number of all its groups.
    fn cluster_end(&self, i: usize) -> usize {
        let phone = self.before(i).is_some_and(|t| t.is_mark('+'));
        let goes_on = |t: &&Token| match t.kind {
            Is::Number(_) => phone || !t.spaced,
            Is::Mark(':' | '/' | '-' | '–' | '.' | '+' | '_' | '\'' | '’') => !t.spaced,
            _ => false,
        };
        let mut end = i + 1;
        while self.token(end).filter(goes_on).is_some() {
            end += 1;
        }
        // A mark at the end belongs to the sentence.
        while end > i + 1 && matches!(self.tokens[end - 1].kind, Is::Mark(_)) {
            end -= 1;
        }
        end
    }

    /// Whether the number sticks to what stands before it: `COVID-19`, `RES/70`, `#5`, `word.12`, `[3]`.
    fn is_glued(&self, i: usize) -> bool {
        let Some(before) = self.before(i) else {
            return false;
        };
        let earlier = i.checked_sub(2).and_then(|j| self.token(j));
        let word = !before.spaced && earlier.is_some_and(|t| t.is_word());
        let Is::Mark(mark) = before.kind else {
            return before.is_word();
        };
        match mark {
            '/' | '#' | '№' | '@' | '§' | '_' | '=' | '*' => true,
            '+' => {
                let phone = |t: &Token| matches!(t.kind, Is::Number(_) | Is::Mark('-' | '(' | ')'));
                word || self.token(i + 1).is_some_and(phone)
            }
            '-' | '–' | '‑' => {
                let unit = i >= 3 && matches!(self.tokens[i - 3].kind, Is::Number(_));
                let qualified =
                    self.phrase_before(i - 1, |m| matches!(m, Meaning::Qualifier(_)).then_some(()));
                // `the under-5 population`
                let age = self.is_compound_age(i);
                let open = qualified.is_some() && !age
                    || earlier.is_some_and(|t| t.is(Class::Number) || t.is(Class::Month));
                word && !unit && !open
            }
            ':' if before.spaced => false,
            ':' => {
                earlier.is_some_and(|t| matches!(t.kind, Is::Number(_)))
                    || word && self.is_host(i - 2)
            }
            '.' | ';' | ')' | '”' | '"' | '?' | '!' => {
                word || earlier.is_some_and(|t| matches!(t.kind, Is::Mark(_))) && !before.spaced
            }
            ',' => {
                word && earlier.is_some_and(|t| self.text.as_bytes()[t.end - 1].is_ascii_digit())
            }
            '[' => self.token(i + 1).is_some_and(|t| t.is_mark(']')),
            // `a '5' shape`
            '\'' | '‘' => self
                .token(i + 1)
                .is_some_and(|t| !t.spaced && (t.is_mark('\'') || t.is_mark('’'))),
            '(' => {
                let large =
                    matches!(self.token(i).map(|t| t.kind), Some(Is::Number(d)) if d.grouped);
                !large && self.token(i + 1).is_some_and(|t| t.is_mark(')'))
            }
            _ => false,
        }
    }

    /// `the under-5 mortality`, `over-60s`: an age joined to its bound.
    fn is_compound_age(&self, i: usize) -> bool {
        let next = self.token(i + 1);
        let measured = next.is_some_and(|t| matches!(t.kind, Is::Mark('%')))
            || self
                .phrase(i + 1, |m| matches!(m, Meaning::Unit(_)).then_some(()))
                .is_some();
        let small =
            matches!(self.token(i).map(|t| t.kind), Some(Is::Number(d)) if d.value <= 100.0);
        small && !measured && !self.is(i + 1, Class::Scale)
    }

    /// Whether marks tie it to further numbers as in times, dates, versions and telephone numbers.
    fn is_cluster(&self, atom: &Atom) -> bool {
        let end = atom.end;
        let number = |i: usize| matches!(self.token(i), Some(t) if matches!(t.kind, Is::Number(_)) && !t.spaced);
        let Some(next) = self.token(end) else {
            return false;
        };
        let mark = |i: usize, marks: &[char]| {
            self.token(i)
                .is_some_and(|t| !t.spaced && marks.iter().any(|&m| t.is_mark(m)))
        };
        let twice = |marks: &[char]| {
            mark(end, marks) && number(end + 1) && mark(end + 2, marks) && number(end + 3)
        };
        if !next.spaced && (next.is_mark(':') || next.is_mark('/')) && number(end + 1)
            || twice(&['-', '–'])
        {
            return true;
        }
        let years = self.is_year_value(atom) && mark(end, &['-', '–', '/']) && number(end + 1);
        if let (true, Some(Is::Number(second))) = (years, self.token(end + 1).map(|t| t.kind)) {
            let after = self.token(end + 2).is_some_and(|t| t.is_mark('%'));
            return !after
                && (second.integers == 2 || second.integers == 4 && second.value <= 2100.0);
        }
        // `22’30 horas`
        let minutes = matches!(self.token(end + 1), Some(Token { kind: Is::Number(d), .. }) if d.integers == 2);
        let inches = mark(end + 2, &['"', '”', '″']);
        if mark(end, &['\'', '’']) && number(end + 1) && minutes && !inches {
            return true;
        }
        // Three bare groups in a row are no counts.
        let spaced = |i: usize| matches!(self.token(i), Some(t) if t.spaced && !t.first && matches!(t.kind, Is::Number(_)));
        let percent = self.token(end).is_some_and(|t| t.is_mark('%'));
        let before =
            |n: usize| atom.start >= n && matches!(self.tokens[atom.start - n].kind, Is::Number(_));
        let last =
            spaced(atom.start) && before(1) && (spaced(end) || before(2) && spaced(atom.start - 1));
        atom.is_bare() && (spaced(end) && spaced(end + 1) || last && !percent)
    }

    /// Whether letters stick to it that are no unit: ordinals, decades, codes.
    fn is_glued_after(&self, atom: &Atom) -> bool {
        let Some(next) = self.token(atom.end).filter(|t| !t.spaced && t.is_word()) else {
            return false;
        };
        let text = self.slice(atom.end);
        let decade = atom.is_bare() && atom.value >= 10.0 && atom.value % 10.0 == 0.0;
        if is_ordinal_ending(text) || text == "s" && (decade || atom.value >= 1000.0) {
            return true;
        }
        let rest = &self.text[next.start..];
        let unit = units::symbol(rest, false).is_some() || units::sign(rest).is_some();
        let named = self
            .phrase(atom.end, |m| matches!(m, Meaning::Unit(_)).then_some(()))
            .is_some();
        !(unit || named || units::power(text).is_some())
    }

    /// Whether capitals behind a sign make a code of it, as a degree sign makes an ordinal: `45/SC`, `27-A`, `6.01.F`, `1º`.
    fn is_code(&self, atom: &Atom) -> bool {
        let tight = |i: usize| self.token(i).filter(|t| !t.spaced && !t.first);
        let Some(sign) = tight(atom.end) else {
            return false;
        };
        if let Some(behind) = self.text[sign.start..].strip_prefix(['º', 'ª']) {
            // `21º C`
            let scale = behind.trim_start().strip_prefix(['C', 'F']);
            return scale.is_none_or(|rest| rest.starts_with(char::is_alphanumeric));
        }
        let marked = ['/', '-', '.'].iter().any(|&m| sign.is_mark(m));
        let letters = tight(atom.end + 1).filter(|t| t.is_word());
        let letters = letters.map_or("", |_| self.slice(atom.end + 1));
        let whole = self
            .token(atom.end + 2)
            .is_none_or(|t| t.spaced || !t.is_word());
        // `2011/ACOM` is the symbol of a paper.
        let most = if self.is_year_value(atom) { 8 } else { 3 };
        let capitals =
            (1..=most).contains(&letters.len()) && letters.bytes().all(|b| b.is_ascii_uppercase());
        // `a 5-MW turbine`
        let unit = letters.len() > 1 && units::symbol(letters, false).is_some();
        marked && capitals && whole && !unit && atom.is_bare() | sign.is_mark('.')
    }

    /// A number at the start of a line with a dot, bracket or tab after it.
    fn is_list_number(&self, atom: &Atom) -> bool {
        let opens = self
            .before(atom.start)
            .is_some_and(|t| t.is_mark('(') && t.first);
        let first = self.token(atom.start).is_some_and(|t| t.first) || opens;
        let Some(next) = self.token(atom.end) else {
            return false;
        };
        let marked = matches!(next.kind, Is::Mark('.' | ')' | ':')) && !next.spaced;
        let row = matches!(next.kind, Is::Break) && !self.is(atom.end + 1, Class::Scale);
        first && atom.value < 200.0 && (marked || row && atom.is_bare())
    }

    /// A number after the word that it numbers, alone or in a chain.
    fn is_label(&self, part: &Part) -> bool {
        let mut i = part.start;
        // `Sustainable Development Goal (SDG) 5`
        let bracketed = i >= 2 && self.tokens[i - 1].is_mark(')') && self.is(i - 2, Class::Label);
        if bracketed && self.tokens[i].spaced {
            return true;
        }
        let chain = part.start.saturating_sub(CHAIN);
        loop {
            let Some(before) = self.before(i) else {
                return false;
            };
            let dotted = before.is_mark('.') && !before.spaced;
            let at = if dotted { i.saturating_sub(2) } else { i - 1 };
            if self.is(at, Class::Label) && !dotted
                || self.is(at, Class::LabelShort) && (dotted || self.is_capital(at))
            {
                let chained = i < part.start;
                let strong = self.is_capital(at) || !self.is(at, Class::Label);
                return !(part.unit.noun && (chained || !strong && part.value >= 20.0));
            }
            let linked = matches!(before.kind, Is::Number(_) | Is::Mark(',' | '&'))
                || before.is_dash()
                || before.is(Class::And)
                || before.is(Class::To)
                || before.is(Class::Or);
            if !linked || i <= chain || self.token(i).is_some_and(|t| t.first) {
                return false;
            }
            i -= 1;
        }
    }

    /// A bare number that ends or stands in a name (`Big 12`, `Agenda 2030`).
    fn is_in_name(&self, part: &Part) -> bool {
        let Some(before) = part.start.checked_sub(1).filter(|&i| self.is_capital(i)) else {
            return false;
        };
        let token = &self.tokens[before];
        let known = token.is(Class::Stop)
            || token.is(Class::Verb)
            || token.is(Class::Increase)
            || token.is(Class::Decrease)
            || token.is(Class::Filler)
            || token.is(Class::Month);
        let qualified = self
            .phrase_before(part.start, |m| {
                matches!(m, Meaning::Qualifier(_)).then_some(())
            })
            .is_some();
        if known || qualified || self.tokens[part.start].first {
            return false;
        }
        // `AB 2013 contains`: letters before what could be a year number a law or a standard.
        let letters = &self.text[token.start..token.end];
        let lettered = (2..=4).contains(&letters.len())
            && letters.bytes().all(|b| b.is_ascii_uppercase())
            && self.is_year_value(&part.atom);
        let opens = before == 0 || self.tokens[before].first;
        if lettered {
            true
        } else if part.unit.noun && self.is_plural(part.noun_end - 1) {
            !opens && (part.value <= 12.0 || self.is_capital(part.noun_end - 1))
        } else {
            true
        }
    }

    /// A bare number that a name goes on after (`787 Dreamliner`); an apposed age (`Ms. Name, 65, said`).
    fn opens_name(&self, part: &Part) -> bool {
        let next = part.atom.end;
        let name = !part.unit.noun
            && self.is_capital(next)
            && !self.tokens[next].first
            && !self.is(next, Class::Month);
        let commas = self.before(part.start).is_some_and(|t| t.is_mark(','))
            && self.token(next).is_some_and(|t| t.is_mark(','));
        name && !self.tokens[part.start].first
            || commas && part.start >= 2 && self.is_capital(part.start - 2)
    }

    /// `children under 5`: how old they are.
    fn is_age_bound(&self, part: &Part) -> bool {
        let bound = |m| match m {
            Meaning::Qualifier(Qualifier::LessThan | Qualifier::MoreThan) => Some(()),
            _ => None,
        };
        let ends = !self.token(part.end).is_some_and(|t| t.is_mark('%'));
        let Some((_, at)) = self.phrase_before(part.start, bound).filter(|_| ends) else {
            return false;
        };
        let old = part.value <= 100.0 && part.start - at == 1 && !part.unit.noun;
        let people = at > 0 && self.is(at - 1, Class::Singular) && self.is_plural(at - 1);
        old && people && part.unit.kind.is_none()
    }

    /// `every 7 person`: which of them, not how many.
    fn is_every(&self, part: &Part) -> bool {
        part.start > 0
            && self.is(part.start - 1, Class::Every)
            && !self.is_plural(part.noun_end.wrapping_sub(1))
    }

    /// `the 19400 text`: which of them, where the noun behind so long a number is no plural.
    fn designates(&self, part: &Part) -> bool {
        let the = part.start > 0 && self.is(part.start - 1, Class::Determiner);
        let long = part.value >= 10_000.0 && part.unit.noun;
        the && long && !self.is_plural(part.noun_end.wrapping_sub(1))
    }

    /// `2 Chairman's Report`: the number of a heading without its stop; `2 Members` may be so many.
    fn numbers_a_title(&self, part: &Part) -> bool {
        let next = part.atom.end;
        let possessive = self.slice(next).ends_with("'s") || self.slice(next).ends_with("’s");
        let first = self.tokens[part.start].first && part.value < 100.0;
        first && self.is_capital(next) && (possessive || !self.is_plural(next) && !part.unit.noun)
    }

    /// `2071 ABSENT MEMBERS`, `2072 LAST RECORD`: a heading in capitals, whatever its number.
    fn numbers_capitals(&self, atom: &Atom) -> bool {
        let loud = |i: usize| {
            let word = self.slice(i);
            self.token(i).is_some_and(|t| t.is_word() && t.spaced)
                && word.chars().all(char::is_uppercase)
        };
        let mut words = atom.end..atom.end + 3;
        let long =
            |words: std::ops::Range<usize>| words.map(|i| self.slice(i).len()).sum::<usize>() > 9;
        self.tokens[atom.start].first && long(words.clone()) && words.all(loud)
    }

    /// `2.3 Title` at the start of a line.
    fn is_heading_number(&self, part: &Part) -> bool {
        let decimals = part
            .atom
            .digits
            .is_some_and(|d| (1..=2).contains(&d.decimals));
        self.tokens[part.start].first && decimals && self.is_capital(part.atom.end)
    }

    /// `one` that counts nothing: `no one`, `the one`, `one another`, `one-off`.
    fn is_pronoun(&self, part: &Part) -> bool {
        let before = self
            .before(part.start)
            .is_some_and(|t| t.is(Class::Pronoun) || t.is_dash() && !t.spaced);
        let links = self.is(part.end, Class::To) || self.is(part.end, Class::Or);
        let counts = part.unit.kind.is_some() || links && self.is(part.end + 1, Class::Number);
        let measured = part.unit.id.is_some() && part.unit.kind != Some(Kind::Duration);
        before && !measured
            || !counts
            || self.is(part.end, Class::Pronoun)
            || part.tied && part.unit.noun
            || self.is_label(part)
    }

    /// A small number word that stands for something said before (`the two agreed`).
    fn is_lone_word(&self, part: &Part) -> bool {
        let alone = part.unit.kind.is_none() && !part.tied && part.value < 100.0;
        let changed = part.start > 0
            && (self.is(part.start - 1, Class::Increase)
                || self.is(part.start - 1, Class::Decrease));
        let joined = self.is(part.end, Class::To)
            || self.is(part.end, Class::Or)
            || self.is(part.end, Class::And)
            || self.token(part.end).is_some_and(|t| t.is_dash());
        alone && !changed && !self.is(part.end, Class::Of) && !joined
    }

    /// `twenty-fifth` and `twenty fifth`.
    fn is_ordinal_word(&self, atom: &Atom) -> bool {
        let at = if self.hyphen(atom.end) {
            atom.end + 1
        } else {
            atom.end
        };
        let ordinal = self.value(at, Class::Denominator).is_some_and(|v| v > 2.0);
        ordinal && atom.form == Form::Words && atom.value >= 20.0 && !self.slice(at).ends_with('s')
    }
}
