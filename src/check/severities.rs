//! How much the findings of each rule weigh, where the user says so.

use super::{RULES, Rule};
use crate::tables::findings::{FindingRow, SEVERITIES};

/// The word that silences a rule.
pub const OFF: &str = "off";

/// More than there are rules.
const MOST: usize = 64;

/// What the user said of the rules; of those not named nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Severities([Option<&'static str>; MOST]);

impl Default for Severities {
    fn default() -> Self {
        Severities([None; MOST])
    }
}

impl Severities {
    /// The words that may be said of a rule.
    pub fn words() -> impl Iterator<Item = &'static str> {
        std::iter::once(OFF).chain(SEVERITIES.iter().copied())
    }

    /// Says a word of a rule; gives whether there are such a rule and such a word.
    pub fn set(&mut self, rule: &str, word: &str) -> bool {
        let place = RULES.iter().position(|r| r.name == rule);
        let word = Severities::words().find(|w| *w == word);
        let slot = place.and_then(|p| self.0.get_mut(p)).zip(word);
        slot.map(|(slot, word)| *slot = Some(word)).is_some()
    }

    /// How much a rule's findings weigh; `None` where it is silent.
    pub fn of(&self, rule: &Rule) -> Option<&'static str> {
        let place = RULES.iter().position(|r| r.name == rule.name);
        let said = place.and_then(|p| *self.0.get(p)?);
        Some(said.unwrap_or(rule.severity)).filter(|word| *word != OFF)
    }

    /// Gives findings their weight, and leaves out those of silent rules.
    pub(super) fn weigh(&self, found: &mut Vec<FindingRow>) {
        found.retain_mut(|finding| match super::rule(&finding.rule_name.value) {
            Some(rule) => {
                let severity = self.of(rule);
                finding.severity.value = severity;
                severity.is_some()
            }
            None => true,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_weighs_what_the_user_says() {
        const { assert!(RULES.len() <= MOST) };
        let mut severities = Severities::default();
        assert!(severities.set("name-varies", "error") && severities.set("decoded", "off"));
        assert!(!severities.set("name-varies", "loud") && !severities.set("no-rule", "off"));
        let finding = |rule| FindingRow::new(rule, "note", "m");
        let mut found = vec![
            finding("name-varies"),
            finding("decoded"),
            finding("title-varies"),
        ];
        severities.weigh(&mut found);
        let told: Vec<_> = found.iter().map(|f| f.severity.value).collect();
        assert_eq!(told, [Some("error"), Some("note")]);
    }
}
