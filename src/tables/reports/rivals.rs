//! Lines of the title page weighed against each other: the body whose paper it is, the kind of document, what it is about.

use super::Front;
use super::title::{is_labelled, is_typed, may_be_title, names, told, whole};
use crate::block::Style;
use crate::extract::Extraction;
use crate::lexicon::List;
use crate::outline::{Unit, UnitKind};
use crate::schema::Text;
use crate::value::date::{DateOrder, DateSpan, date_at, dates};
use crate::value::person::{Evidence, Known, looks_like_organisation};
use crate::value::place::place;
use std::borrow::Cow;
use std::ops::Range;

/// What speaks against a line that is only the body whose paper it is, where a line below names a meeting.
pub(super) fn addressed(x: &Extraction, front: &Front, unit: &Unit) -> u32 {
    let text = unit.text();
    let meets = |t: &str| names(x, t, &[List::EventNoun]);
    let body = looks_like_organisation(text, x.lexicon.lang(), &Known::default());
    // `Who mends the roof? Housing boards after the storm` asks or parts what it is about.
    let parted = text.contains(['?', ':']);
    let body = body >= Evidence::Likely || x.lexicon.list(List::TypeBody).starts(text).is_some();
    let alone = body && !parted && !meets(text) && !is_typed(x, text);
    // A first heading that stands for the whole page is its title, whatever body it names.
    let first = |s: usize| x.outline.sections[s].style == Some(Style::Hash(1));
    let headed = matches!(unit.kind, UnitKind::Heading(s) if first(s));
    let below = |t: &str| {
        let the = x.lexicon.list(List::Article).starts(t).unwrap_or(0);
        the > 0
            && x.lexicon
                .list(List::EventNoun)
                .starts(t[the..].trim_start())
                .is_some()
    };
    let next = x.outline.units.iter().find(|u| u.block > unit.block);
    if headed && next.is_some_and(|u| below(u.text())) {
        return 0;
    }
    // `OPEN LABELS FORUM` over `Minutes of the 12th meeting` has a meeting's noun and is a body.
    let standing = text.split(' ').count() <= 5
        && x.lexicon.list(List::EventNoun).ends(text)
        && !is_typed(x, text);
    // `Workshop Programme` heads what stands below.
    let heads = |t: &str| t.split(' ').count() <= 3 && x.lexicon.list(List::HeadingAgenda).ends(t);
    let programme = heads(text);
    let lines = front.lines.iter().map(|&i| &x.outline.units[i]);
    let mut others = lines.filter(|u| u.block > unit.block || programme && u.block < unit.block);
    let rival = |u: &Unit| {
        let t = u.text();
        let sentence = t.ends_with(['.', ':', ';']);
        meets(t) && t.len() <= 160 && !sentence && !heads(t) && told(x, t).is_none()
    };
    let typed = |u: &Unit| {
        let t = u.text();
        is_typed(x, t) && !is_labelled(x, t) && !is_credited(x, t) && !is_bare(x, t)
    };
    let counted = |u: &Unit| typed(u) && u.text().contains(|c: char| c.is_ascii_digit());
    let against = (alone || programme || is_kind_and_day(x, text)) && others.clone().any(rival)
        || alone && others.clone().any(typed)
        || standing && others.any(counted);
    if against { 3 } else { 0 }
}

/// `Report of the regional workshop`: the kind of document and of meeting, and nothing of what it is about.
pub(super) fn is_bare(x: &Extraction, text: &str) -> bool {
    let own = without_status(x, text);
    let len = x.lexicon.list(List::TypeReport).starts(own);
    let rest = len.map_or("", |len| own[len..].trim_start());
    let of = x.lexicon.list(List::DateOf).starts(rest).unwrap_or(0);
    let rest = rest[of..].trim_start();
    let named = rest
        .split([' ', '\''])
        .skip(1)
        .any(|w| x.lexicon.list(List::EventNoun).is(w));
    let about = rest.contains(':') || x.lexicon.list(List::EventTopic).found_in(rest);
    named
        && of > 0
        && rest.split(' ').count() <= 4
        && !about
        && !rest.contains(|c: char| c.is_ascii_digit())
}

/// The line that tells what the report is about, beside one that tells only which kind of document it is:
/// `SAFE PASSAGE IN SHALLOW WATERS` over `Report of the regional workshop`.
pub(super) fn beside_bare(x: &Extraction, front: &Front) -> Option<usize> {
    let units = &x.outline.units;
    let text = |i: usize| units[i].text();
    let bare = front.lines.iter().position(|&i| is_bare(x, text(i)))?;
    let topic = |&i: &usize| {
        let plain = in_small(text(i));
        let body = looks_like_organisation(&plain, x.lexicon.lang(), &Known::default());
        let meets = names(x, text(i), &[List::EventNoun]);
        let own = (body < Evidence::Likely || meets) && !is_typed(x, text(i));
        own && may_be_title(x, &units[i]) && text(i).split(' ').count() >= 3
    };
    let meets = |&i: &usize| topic(&i) && names(x, text(i), &[List::EventNoun]);
    let (above, below) = (
        &front.lines[..bare],
        front.lines.get(bare + 1..).unwrap_or(&[]),
    );
    let next = above
        .last()
        .filter(|i| topic(i))
        .or_else(|| above.iter().rev().find(|i| meets(i)));
    next.or_else(|| below.first().filter(|i| topic(i))).copied()
}

/// A line in capitals with capitals at the start of its words only, since capitals make any line look like a body's name.
fn in_small(text: &str) -> Cow<'_, str> {
    if text.contains(char::is_lowercase) {
        return Cow::Borrowed(text);
    }
    let mut small = String::with_capacity(text.len());
    for word in text.split_inclusive(' ') {
        let mut letters = word.chars();
        small.extend(letters.next());
        small.extend(letters.flat_map(char::to_lowercase));
    }
    Cow::Owned(small)
}

/// `Summary report, 9-10 May`: the kind of document and the days, and nothing of what it is about.
pub(super) fn is_kind_and_day(x: &Extraction, text: &str) -> bool {
    let found = dates(text, x.lexicon.lang(), DateOrder::default());
    let day = found.first().filter(|(r, _)| r.end == text.len());
    let head = day.map_or("", |(r, _)| {
        text[..r.start].trim_end_matches([',', ' ', '('])
    });
    let kind = x.lexicon.list(List::TypeReport);
    kind.ends(head) && head.split(' ').count() <= 2
}

/// The first line of all, where it stands apart above running text and is no sentence.
pub(super) fn alone(x: &Extraction, first: usize) -> Text {
    let units = &x.outline.units;
    let unit = &units[first];
    let text = unit.text();
    let words = text.split(' ').count();
    let order = DateOrder::default();
    let dated =
        |t: &str| date_at(t, x.lexicon.lang(), order).is_some_and(|(len, _)| len == t.len());
    let apart = first == 0
        && units
            .get(1)
            .is_some_and(|next| next.gap > 0 || dated(next.text()) || is_land(next.text()));
    let prose = units.iter().take(8).any(|u| u.text().len() >= 160);
    let body = looks_like_organisation(text, x.lexicon.lang(), &Known::default());
    let sentence = text.contains(". ") || text.contains("! ") || text.ends_with([':', '?']);
    let capital = text.starts_with(char::is_uppercase);
    let section = x.lexicon.list(List::SectionWord).starts(text).is_some();
    // `Note of the Working Group on Ponds` is no body, though one is named in it.
    let noted = x.lexicon.list(List::TypeNotes).starts(text).is_some();
    let named = capital && !sentence && !section && (noted || body < Evidence::Likely);
    let fits = apart && prose && named && (4..=25).contains(&words);
    if fits && may_be_title(x, unit) {
        unit.flow.whole()
    } else {
        Text::default()
    }
}

/// The line below one that tells only which kind of document it is: `Policy brief No. 31` over `CITIES AFTER DARK`.
pub(super) fn below_kind(x: &Extraction, front: &Front) -> Text {
    let units = &x.outline.units;
    let kind = |i: usize| {
        let text = units[i].text();
        let found = dates(text, x.lexicon.lang(), DateOrder::default());
        let own = without_number(without_day(text, &found));
        x.lexicon.list(List::TypeOnly).is(own)
    };
    let told = front.lines.windows(2).take(3).find(|two| kind(two[0]));
    let Some(unit) = told.map(|two| &units[two[1]]) else {
        return Text::default();
    };
    let text = unit.text();
    let body = looks_like_organisation(text, x.lexicon.lang(), &Known::default());
    let section = x.lexicon.list(List::SectionWord).starts(text).is_some();
    let dated = !dates(text, x.lexicon.lang(), DateOrder::default()).is_empty();
    let capital = text.starts_with(char::is_uppercase) && !dated;
    let fits = capital && (2..=25).contains(&text.split(' ').count());
    match fits && !section && body < Evidence::Likely && may_be_title(x, unit) {
        true => whole(x, unit),
        false => Text::default(),
    }
}

/// `Some Town - Some Land`, and nothing else.
pub(super) fn is_land(text: &str) -> bool {
    place(text).is_some_and(|p| p.city.is_some() && p.country.is_some())
}

/// `Provisional summary record` without what it is so far.
pub(super) fn without_status<'t>(x: &Extraction, text: &'t str) -> &'t str {
    let status = x.lexicon.list(List::TypeStatus).starts(text);
    status.map_or(text, |len| text[len..].trim_start())
}

/// `Report by the secretariat`: the kind of document and who wrote it, and nothing of what it is about.
pub(super) fn is_credited(x: &Extraction, text: &str) -> bool {
    let types = [List::TypeReport, List::TypeSummaryRecord, List::TypeMinutes];
    let len = types.iter().find_map(|l| x.lexicon.list(*l).starts(text));
    let rest = len.map_or("", |len| text[len..].trim_start());
    let by = x.lexicon.list(List::Byline).starts(rest);
    // `Report by the Secretary-General on the law of the sea` says what it is about.
    let about = || {
        x.lexicon
            .list(List::EventTopic)
            .found_in(&rest[by.unwrap_or(0)..])
    };
    by.is_some() && (text.split(' ').count() <= 6 || !about())
}

/// A text without the day that ends it, of the days found in it.
pub(super) fn without_day<'t>(text: &'t str, found: &[(Range<usize>, DateSpan)]) -> &'t str {
    let day = found.last().filter(|(r, _)| r.end == text.len());
    day.map_or(text, |(r, _)| text[..r.start].trim_end())
}

/// `Report No. 10` without its number.
pub(super) fn without_number(text: &str) -> &str {
    let head = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let bare = head
        .trim_end()
        .strip_suffix("No.")
        .or(head.trim_end().strip_suffix("no."));
    bare.filter(|_| head.len() < text.len())
        .map_or(text, str::trim_end)
}
