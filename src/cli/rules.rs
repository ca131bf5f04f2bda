//! `rapporteur rules`: the doubts that findings tell of, in Markdown, from the rules themselves.

use crate::check::{RULES, Rule, rule};
use std::fmt::Write;

/// All about the rule of this name, or the list of all.
pub(super) fn rules(name: Option<&str>) -> String {
    name.and_then(rule).map_or_else(list, describe)
}

/// Every rule in a line.
fn list() -> String {
    let mut out = String::from("| rule | severity | the report ... |\n| --- | --- | --- |\n");
    for rule in RULES {
        let _ = writeln!(
            out,
            "| `{}` | {} | {} |",
            rule.name, rule.severity, rule.summary
        );
    }
    out
}

/// All that is to be known of a rule.
fn describe(rule: &Rule) -> String {
    format!(
        "# {}\n\nA finding of severity {}: the report {}.\n\n- Why it matters: {}\n- Example: {}\n- Not caught: {}\n",
        rule.name, rule.severity, rule.summary, rule.why, rule.example, rule.misses,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_listed_and_told_in_full() {
        let list = rules(None);
        for rule in RULES {
            assert!(list.contains(&format!(
                "| `{}` | {} | {} |",
                rule.name, rule.severity, rule.summary
            )));
            let text = rules(Some(rule.name));
            for part in [
                rule.name,
                rule.severity,
                rule.summary,
                rule.why,
                rule.example,
                rule.misses,
            ] {
                assert!(text.contains(part), "{part}");
            }
        }
    }
}
