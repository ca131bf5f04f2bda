//! Rooms in brackets behind titles, which no word says to be rooms: `Sharpening (Yard)` beside `Tools (Room 2)`.

use super::kind;
use super::slot::Slot;
use super::who::Who;
use crate::lexicon::List;
use crate::value::person::{Evidence, looks_like_job, looks_like_organisation};
use crate::value::place::country;

/// So many items must have rooms that words say to be rooms.
const LEAST: usize = 2;

/// Takes the brackets behind titles for rooms where other items have theirs.
pub(super) fn take(slots: &mut [Slot], who: &Who) {
    let told = |s: &&Slot| !s.location.is_empty() && who.is_room(&s.location.value);
    if slots.iter().filter(told).count() < LEAST {
        return;
    }
    for slot in slots.iter_mut().filter(|s| s.location.is_empty()) {
        let title = slot.title.as_str();
        let open = title.strip_suffix(')').and_then(|t| t.rfind(" ("));
        let Some(open) =
            open.filter(|at| *at > 0 && may_be_room(&title[at + 2..title.len() - 1], who))
        else {
            continue;
        };
        slot.location = slot.title.cell(open + 2..title.len() - 1);
        slot.title = slot.title.slice(0..open).trim();
    }
}

/// Whether the words of a bracket may be a room's name: one to three, a capital first, and nothing that they else would be.
fn may_be_room(words: &str, who: &Who) -> bool {
    let count = words.split(' ').count();
    let small = words.chars().any(char::is_lowercase);
    let letters = words
        .chars()
        .all(|c| c.is_alphabetic() || matches!(c, ' ' | '\'' | '-'));
    let shaped =
        (1..=3).contains(&count) && words.starts_with(char::is_uppercase) && small && letters;
    let lists = [
        List::AgendaEveryone,
        List::AgendaContinued,
        List::SessionLabel,
        List::AgendaColumnTrack,
    ];
    shaped
        && !lists.iter().any(|l| who.lexicon.list(*l).found_in(words))
        && kind::kind(words, who.lexicon) == kind::ANY
        && looks_like_job(words, who.lang) == Evidence::None
        && looks_like_organisation(words, who.lang, &who.known) < Evidence::Likely
        && country(words).is_none()
        && !who.is_sure_name(words)
}
