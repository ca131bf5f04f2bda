//! The forms in which an entity is printed, with how often.

use std::cmp::Reverse;

/// Printed forms in the order in which they first came.
#[derive(Clone, Debug, Default)]
pub(super) struct Forms(Vec<(Box<str>, u32)>);

impl Forms {
    /// Counts a form once more.
    pub(super) fn add(&mut self, form: &str) {
        self.add_times(form, 1);
    }

    /// Counts every form of another entity.
    pub(super) fn extend(&mut self, other: &Forms) {
        other
            .0
            .iter()
            .for_each(|(form, times)| self.add_times(form, *times));
    }

    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every form with how often.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, u32)> + Clone {
        self.0.iter().map(|(form, times)| (&**form, *times))
    }

    /// Counts a form some times more.
    pub(super) fn add_times(&mut self, form: &str, times: u32) {
        if form.is_empty() {
            return;
        }
        match self.0.iter_mut().find(|(known, _)| **known == *form) {
            Some((_, count)) => *count += times,
            None => self.0.push((form.into(), times)),
        }
    }

    /// The fullest form: the longest; of several the one with the fewest words in capitals, with the most accents, the
    /// most frequent, the first in the alphabet.
    pub(super) fn fullest(&self) -> &str {
        let rank = |(form, times): &(Box<str>, u32)| {
            let loud = |w: &&str| w.len() > 1 && !w.contains(char::is_lowercase);
            let quiet = Reverse(form.split([' ', '-']).filter(loud).count());
            let accents = form.chars().filter(|c| !c.is_ascii()).count();
            (form.chars().count(), quiet, accents, *times)
        };
        let best = self
            .0
            .iter()
            .max_by(|a, b| rank(a).cmp(&rank(b)).then_with(|| b.0.cmp(&a.0)));
        best.map_or("", |(form, _)| form)
    }

    /// The form printed most often; of several the first in the alphabet.
    pub(super) fn usual(&self) -> &str {
        let best = self
            .0
            .iter()
            .max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.cmp(&a.0)));
        best.map_or("", |(form, _)| form)
    }

    /// Every form but one, in the order of the alphabet, joined by `; `.
    pub(super) fn others(&self, but: &str) -> String {
        let mut others: Vec<&str> = self.0.iter().map(|(form, _)| &**form).collect();
        others.retain(|form| *form != but);
        others.sort_unstable();
        others.join("; ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fullest_form_is_the_longest_and_reads_well() {
        let mut forms = Forms::default();
        for form in [
            "ANA GARCIA",
            "Ana Garcia",
            "Ana Garcia",
            "Ana García RUIZ",
            "Ana García Ruiz",
            "",
        ] {
            forms.add(form);
        }
        assert_eq!(forms.fullest(), "Ana García Ruiz");
        assert_eq!(forms.usual(), "Ana Garcia");
        assert_eq!(
            forms.others("Ana García Ruiz"),
            "ANA GARCIA; Ana Garcia; Ana García RUIZ"
        );
    }
}
