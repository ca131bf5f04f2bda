//! Joining two numbers into a range: `30-40 %`, `between 3,000 and 4,000`, `from 12 to 15 million`.

use super::part::Part;
use super::token::Kind as Is;
use super::vocab::{Class, Meaning};
use super::{Form, Kind, Reader};

impl Reader<'_> {
    /// Joins neighbours that are the ends of one range; what is left of a score (2-2) is dropped.
    pub(super) fn join_ranges(&self, parts: Vec<Part>) -> Vec<Part> {
        let mut joined: Vec<Part> = Vec::with_capacity(parts.len());
        for part in parts {
            let Some(last) = joined.pop() else {
                joined.push(part);
                continue;
            };
            if last.max.is_none() && part.max.is_none() && self.is_score(&last, &part) {
                continue;
            }
            match self.join(&last, &part) {
                Some(range) => joined.push(range),
                None => {
                    let (first, second) = self.share_unit(last, part);
                    joined.extend([first, second]);
                }
            }
        }
        joined.retain(|p| !self.is_left_alone(p));
        joined
    }

    fn join(&self, a: &Part, b: &Part) -> Option<Part> {
        if is_bare_age(a) && b.unit.noun && self.is_joined(a, b) {
            // `aged 15-19`: the noun behind is not what is counted.
            let plain = Part {
                unit: Default::default(),
                noun_end: b.end,
                ..b.clone()
            };
            return self.join(a, &plain);
        }
        let vague = a.max.is_some() || b.max.is_some();
        if vague || !self.is_joined(a, b) || !fits(a, b) {
            return None;
        }
        let mut low = a.value;
        let scale = b.atom.scale;
        if a.atom.scale == 1.0 && scale > 1.0 && low.abs() * scale <= b.value.abs() {
            low *= scale;
        }
        let mut range = if b.unit.kind.is_some() || a.unit.kind.is_none() {
            b.clone()
        } else {
            Part {
                unit: a.unit.clone(),
                ..b.clone()
            }
        };
        range.start = a.start;
        range.atom.start = a.atom.start;
        range.value = low.min(b.value);
        range.max = Some(low.max(b.value));
        range.tied = a.tied || b.tied;
        Some(range)
    }

    /// Whether the words before and between two numbers make them ends of a range.
    fn is_joined(&self, a: &Part, b: &Part) -> bool {
        let after = if a.unit.noun { a.noun_end } else { a.end };
        let gap = b.start.saturating_sub(after);
        let before = self.opening(a.start);
        let opens = |class: Class| before.checked_sub(1).is_some_and(|i| self.is(i, class));
        let between = self.unqualified(after, b.start);
        if gap == 0 {
            return false;
        }
        let token = &self.tokens[after];
        let only = between == after + 1;
        if token.is_dash() && gap == 1 {
            return a.value < b.value || b.unit.kind.is_some();
        }
        if token.is_dash() && !token.spaced && gap == 2 && self.is(after + 1, Class::To) {
            return a.value < b.value;
        }
        if token.is(Class::And) && only {
            return opens(Class::Between);
        }
        if token.is(Class::Or) && gap == 1 {
            let near = a.value < b.value && b.value - a.value <= a.value.max(1.0);
            return a.unit.kind.is_none()
                && near
                && a.atom.form == b.atom.form
                && a.value.fract() == 0.0
                && !self.hyphen(b.end);
        }
        let from = opens(Class::From);
        if token.is(Class::To) && only {
            // Votes and odds are counted from the higher (234 to 198); `sixfold to 3.4 million` is a change and a level.
            let counts = b.unit.id.is_none() && b.value >= 0.0;
            let falls = counts && a.value > b.value && !from;
            let share = |p: &Part| matches!(p.atom.form, Form::Fold | Form::Fraction);
            let grown = share(a) && !share(b) && b.unit.kind != Some(Kind::Percentage);
            if falls || grown && !from {
                return false;
            }
            // `rose 5 % to 12 %` states a change and a level, `rose by 5 to 12 %` a range.
            let changed = opens(Class::Increase) || opens(Class::Decrease) || opens(Class::By);
            return from
                || a.unit.kind.is_none()
                || !changed && a.unit.id == b.unit.id && b.unit.kind.is_some();
        }
        if token.is(Class::From) && only && opens(Class::To) {
            return true;
        }
        let near =
            |i: usize| self.tokens[i].is_word() || !self.tokens[i].spaced || self.is_year_at(i);
        from && gap <= 4 && (after..b.start).all(near) && self.is(b.start - 1, Class::To)
    }

    /// Whether the token at `i` can be a year.
    pub(super) fn is_year_at(&self, i: usize) -> bool {
        match self.token(i).map(|t| t.kind) {
            Some(Is::Number(d)) => {
                d.integers == 4 && !d.grouped && (1000.0..2101.0).contains(&d.value)
            }
            _ => false,
        }
    }

    /// The first token of the qualifier before a number, or the number's own.
    fn opening(&self, start: usize) -> usize {
        let qualifier = |m| matches!(m, Meaning::Qualifier(_)).then_some(());
        match self.phrase_before(start, qualifier) {
            Some((_, at)) if !self.is(start.wrapping_sub(1), Class::From) => at,
            _ => start,
        }
    }

    /// The end of the words between two numbers, a qualifier of the second left out.
    fn unqualified(&self, after: usize, start: usize) -> usize {
        let qualifier = |m| matches!(m, Meaning::Qualifier(_)).then_some(());
        match self.phrase_before(start, qualifier) {
            Some((_, at)) if at > after => at,
            Some((_, at)) if at == after => after + 1,
            _ => start,
        }
    }

    /// `2-2`, `9-2`: the result of a match or vote.
    fn is_score(&self, a: &Part, b: &Part) -> bool {
        let dash =
            b.start == a.end + 1 && self.tokens[a.end].is_dash() && !self.tokens[b.start].spaced;
        dash && a.atom.is_bare()
            && b.atom.is_bare()
            && a.unit.kind.is_none()
            && b.unit.kind.is_none()
            && a.value >= b.value
    }

    /// `7- or 8-inch`, `5, 10 and 15 km`, `$160 or 180`: alternatives share the unit said once.
    fn share_unit(&self, mut a: Part, mut b: Part) -> (Part, Part) {
        let gap = &self.tokens[a.end..b.start];
        let hung = gap.first().is_some_and(|t| t.is_dash() && !t.spaced) && gap.len() == 2;
        let listed = gap.len() == 1 && (gap[0].is(Class::Or) || gap[0].is(Class::And));
        let linked = hung && (gap[1].is(Class::Or) || gap[1].is(Class::And));
        let bare = a.unit.kind.is_none() && a.atom.scale == 1.0;
        if bare && (linked || listed) && b.unit.kind.is_some() && a.atom.form == b.atom.form {
            a.unit = b.unit.clone();
            a.noun_end = a.end;
        }
        // `from about 14-18 km to 24`
        let said = a.unit.id.is_some() && a.unit.kind != Some(Kind::Percentage);
        if said && b.unit.kind.is_none() && gap.len() == 1 && gap[0].is(Class::To) {
            b.unit = a.unit.clone();
        }
        (a, b)
    }

    /// A number word that was kept only because a range might have gone on.
    fn is_left_alone(&self, part: &Part) -> bool {
        let word = part.atom.form == Form::Words && part.max.is_none();
        word && part.unit.kind.is_none()
            && part.value < 100.0
            && !self.is(part.end, Class::Of)
            && !self.changes(part.start)
    }

    fn changes(&self, i: usize) -> bool {
        i > 0 && (self.is(i - 1, Class::Increase) || self.is(i - 1, Class::Decrease))
    }
}

/// Whether a number is an age only by the word before it.
fn is_bare_age(part: &Part) -> bool {
    part.unit.id.is_some() && part.end == part.atom.end && part.unit.kind == Some(Kind::Duration)
}

/// Whether two units can be one: equal, or only one of the two is printed.
fn fits(a: &Part, b: &Part) -> bool {
    match (a.unit.kind, b.unit.kind) {
        (None, _) | (_, None) => true,
        _ if a.unit.id.is_some() => a.unit.id == b.unit.id,
        _ => a.unit.name == b.unit.name,
    }
}
