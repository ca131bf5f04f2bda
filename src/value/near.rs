//! What is asked first because it is cheap: whether two words may be a letter apart, before their distance is computed,
//! which costs their product; and what stands near the start of a text.

/// Bytes that two changed letters take at most.
const CHANGED: usize = 8;

/// False where two texts differ in more than two letters, or by more than a letter in length in ASCII.
pub(crate) fn may_be_off(a: &str, b: &str) -> bool {
    differing(a, b, CHANGED)
}

/// False where two texts differ in more than a letter, or two that stand side by side and changed places.
pub(crate) fn may_be_letter_off(a: &str, b: &str) -> bool {
    if a.len().abs_diff(b.len()) >= CHANGED {
        return false;
    }
    let most = match a.is_ascii() && b.is_ascii() {
        true => 2,
        false => CHANGED,
    };
    differing(a, b, most)
}

/// Whether no more than `most` bytes of either stand between what two texts begin with and what they end in.
fn differing(a: &str, b: &str, most: usize) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len().abs_diff(b.len()) >= most {
        return false;
    }
    let head = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[head..], &b[head..]);
    let same = a.iter().rev().zip(b.iter().rev());
    let tail = same.take_while(|(a, b)| a == b).count();
    a.len().max(b.len()) - tail <= most
}

/// The last place up to `at` between two characters.
pub(crate) fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Where a text has `needle` at byte `most` or before, without a look at the rest.
pub(crate) fn find_within(text: &str, needle: &str, most: usize) -> Option<usize> {
    let needle = needle.as_bytes();
    let reach = text.len().min(most + needle.len());
    let near = &text.as_bytes()[..reach];
    // Blanks stand everywhere: what is looked for is the byte behind one.
    let skipped = usize::from(needle.len() > 1 && needle[0] == b' ');
    let (rare, tail) = (*needle.get(skipped)?, near.get(skipped..)?);
    // So few bytes are seen through before a searcher is made ready.
    memchr::memchr_iter(rare, tail).find(|at| near[*at..].starts_with(needle))
}

#[cfg(test)]
mod tests {
    use super::{find_within, may_be_letter_off, may_be_off};

    #[test]
    fn finds_no_farther_than_told() {
        assert_eq!(find_within("ab: c", ": ", 2), Some(2));
        assert_eq!(find_within("abé: c", ": ", 2), None);
        assert_eq!(find_within("", ": ", 2), None);
    }

    #[test]
    fn never_refuses_what_is_a_letter_off() {
        let pairs = [
            ("speakers", "spaekers"),
            ("présidé", "preside"),
            ("agenda", "agendas"),
            ("a", ""),
        ];
        for (a, b) in pairs {
            assert!(may_be_off(a, b) && may_be_letter_off(a, b), "{a} {b}");
        }
        assert!(!may_be_letter_off("moderators", "moderation"));
        assert!(!may_be_off("the moderators of it", "a long facilitator"));
        assert!(!may_be_off("moderator", "long facilitator of"));
    }
}
