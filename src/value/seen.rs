//! What was read of short texts, remembered: a report has few different words and cells, and each is asked for again and
//! again.

use std::cell::RefCell;
use xxhash_rust::xxh3::xxh3_64;

/// A place for a text: its hash, and what was read of it.
type Place<T> = Option<(u64, T)>;

/// Readings by the hashes of their texts, each in the one place that its hash says; a `thread_local`.
pub(crate) struct Seen<T, const PLACES: usize>(RefCell<Vec<Place<T>>>);

impl<T: Clone, const PLACES: usize> Seen<T, PLACES> {
    /// Nothing yet.
    pub(crate) const fn new() -> Self {
        Seen(RefCell::new(Vec::new()))
    }

    /// What `read` makes of a text, which it must always make the same of; texts of one `kind` are kept apart from others.
    pub(crate) fn get(&self, text: &str, kind: u64, read: impl FnOnce() -> T) -> T {
        let hash = xxh3_64(text.as_bytes()).wrapping_add(kind);
        let at = hash as usize % PLACES;
        if let Some(Some((_, found))) = self.0.borrow().get(at).filter(|p| is_of(p, hash)) {
            return found.clone();
        }
        let found = read();
        let mut places = self.0.borrow_mut();
        if places.is_empty() {
            places.resize_with(PLACES, || None);
        }
        places[at] = Some((hash, found.clone()));
        found
    }
}

fn is_of<T>(place: &Place<T>, hash: u64) -> bool {
    place.as_ref().is_some_and(|(own, _)| *own == hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_once_and_apart_from_other_kinds() {
        let seen: Seen<usize, 8> = Seen::new();
        let mut times = 0;
        for _ in 0..3 {
            assert_eq!(
                seen.get("one", 0, || {
                    times += 1;
                    3
                }),
                3
            );
        }
        assert_eq!(times, 1);
        assert_eq!(seen.get("one", 1, || 4), 4);
    }
}
