//! Marks of notes whose raised figures the text has as plain ones: `Ann Model 2`, `Bo Probe, 1 Director`.

/// ` 2` behind a name: the mark of a note whose raised figure was torn down.
pub(super) fn is_note(rest: &str) -> bool {
    let mark = rest.strip_prefix(' ').unwrap_or_default();
    (1..=2).contains(&mark.len()) && mark.bytes().all(|b| b.is_ascii_digit())
}

/// The bytes of the mark before a post: `1 Director`; `2 Directors` are so many.
pub(super) fn before_post(post: &str) -> usize {
    let one = post.starts_with(|c: char| c.is_ascii_digit());
    let rest = post.get(1..).and_then(|p| p.strip_prefix(' '));
    let named = rest.is_some_and(|r| r.starts_with(char::is_uppercase));
    let plural = rest.is_some_and(|r| r.split([' ', ',']).next().is_some_and(|w| w.ends_with('s')));
    if one && named && !plural { 2 } else { 0 }
}
