//! Logs of a talk, as a scribe or a chat keeps them: each turn begins with a short name in small letters, `ana: I agree`,
//! and goes on behind dots.

/// So many turns make a log.
const TURNS: usize = 6;

/// The name in small letters that begins a turn, and the text of the turn.
pub(crate) fn turn(text: &str) -> Option<(&str, &str)> {
    if !text.starts_with(|c: char| c.is_ascii_lowercase()) {
        return None;
    }
    let head = text.as_bytes().iter().take(18);
    let colon = head.into_iter().position(|b| *b == b':')?;
    let (name, said) = (&text[..colon], &text[colon + 1..]);
    let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_' || b == b'-';
    let named = name.len() >= 2 && name.bytes().all(fits);
    (named && said.starts_with(' ') && !said.trim().is_empty()).then_some((name, said.trim_start()))
}

/// Whether a text goes on with the turn above: `... and the other one too`.
pub(crate) fn goes_on(text: &str) -> bool {
    text.starts_with("...") || text.starts_with('\u{2026}')
}

/// Whether lines are such a log: many are turns, and names come back.
pub(crate) fn is_log<'t>(lines: impl Iterator<Item = &'t str>) -> bool {
    let mut names: Vec<&str> = lines.filter_map(|l| Some(turn(l)?.0)).collect();
    let turns = names.len();
    names.sort_unstable();
    names.dedup();
    turns >= TURNS && names.len() >= 2 && names.len() * 2 <= turns
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turns_begin_with_a_name_in_small_letters() {
        assert_eq!(turn("ana: I agree"), Some(("ana", "I agree")));
        assert_eq!(turn("bo_2: +1"), Some(("bo_2", "+1")));
        for none in [
            "Ana: I agree",
            "as follows: a",
            "http://example.org",
            "ana:",
            "a: b",
            "12: x",
        ] {
            assert_eq!(turn(none), None, "{none}");
        }
    }

    #[test]
    fn a_log_has_many_turns_of_few_people() {
        let log = "ana: a b\nbo: c d\n... and e\nana: f\nbo: g\nana: h\nbo: i";
        assert!(is_log(log.lines()));
        assert!(!is_log(
            "one: a\ntwo: b\nthree: c\nfour: d\nfive: e\nsix: f".lines()
        ));
        assert!(goes_on("... and e"));
    }
}
