//! People in running text below a label of its own: `PRESENT:` over `Prof A Example, Dr B Model, ...`, wrapped anywhere.

use super::ends::before_other;
use super::entry::Entry;
use super::group::{Group, is_category};
use super::name::{honorifics, is_honorific, name_at};
use super::piece::{Class, class};
use super::{Participant, initials, labels, row, run};
use crate::extract::Extraction;
use crate::flow::Flow;
use crate::lexicon::{Lexicon, List};
use crate::outline::{Unit, UnitKind};
use crate::value::person::is_given_name;
use crate::value::sentence::sentences;

/// Fewer people are no run of them.
const FEW: usize = 4;

/// A line that wraps within a name has more bytes.
const WRAPPED: usize = 40;

/// So many units may be parts of one run.
const LONGEST: usize = 40;

/// The rows of the run that begins at a unit, below the label of `group`, the text that stands behind it in its last
/// unit, and the unit to go on with.
pub(super) fn read<'s>(
    x: &Extraction<'s>,
    at: usize,
    group: &Group,
) -> Option<(Vec<Participant>, Flow<'s>, usize)> {
    // `Councillors` over their surnames.
    let above = x.outline.units.get(at)?.text();
    let title = is_honorific(above, x.lexicon) || is_category(above, x.lexicon);
    let at = at + usize::from(title && above.len() < 40);
    let (whole, next) = match joined(x, at) {
        Some(joined) => joined,
        None => {
            let unit = x.outline.units.get(at)?;
            let paragraph = unit.kind == UnitKind::Paragraph;
            paragraph.then(|| (unit.flow.clone(), at + 1))?
        }
    };
    let text = whole.as_str();
    // `Kenya: A, B` in its lines: others read those.
    let own = labels::labelled_lines(&whole).first()?.len();
    if labels::label(text).is_some() || !run::segments(&whole, x.lexicon).is_empty() {
        return None;
    }
    let end = sentences(text, x.lexicon).next()?.end.min(own);
    let end = before_other(&whole, 0..end, x.lexicon).end;
    let body = 0..text[..end].trim_end_matches(['.', ' ', ';']).len();
    let parts = text[body.clone()].matches([',', ';']).count() + 1;
    if parts < FEW {
        return None;
    }
    let people = run::people(&whole, body, x.lexicon);
    // Bare names a line are for the readers of lists.
    let titled = |e: &&Entry| {
        let name = &e.flow.as_str()[e.name.whole.clone()];
        e.name.honorific.is_some() || initials::len(name, x.lexicon).is_some()
    };
    let many = people.len() >= FEW && people.len() * 10 >= parts * 7;
    // `Sample, Probe (Chair), Test`: nearly all by one word.
    let single = |e: &&Entry| !e.flow.as_str()[e.name.whole.clone()].contains(' ');
    let called = people.iter().filter(single).count() * 4 >= people.len() * 3;
    if !many || !called && people.iter().filter(titled).count() * 2 < people.len() {
        return None;
    }
    let entries: Vec<_> = people.into_iter().map(|e| (e, 0)).collect();
    let rows = row::rows(
        &entries,
        std::slice::from_ref(group),
        super::SENTENCE,
        x.lexicon,
    );
    Some((rows, whole.slice(end..whole.len()).trim(), next))
}

/// A paragraph with those right below it that go on with it; the unit behind them.
pub(super) fn joined<'s>(x: &Extraction<'s>, at: usize) -> Option<(Flow<'s>, usize)> {
    let units = &x.outline.units;
    let first = units.get(at).filter(|u| u.kind == UnitKind::Paragraph)?;
    let mut whole = first.flow.clone();
    let mut next = at + 1;
    while next < at + LONGEST {
        let goes_on = |u: &&Unit| {
            u.kind == UnitKind::Paragraph
                && u.gap == 0
                && labels::label(u.text()).is_none()
                && (runs_on(whole.as_str(), x.lexicon)
                    || is_name_cut(whole.as_str(), u.text(), x.lexicon)
                    || is_post_cut(whole.as_str(), u.text(), x.lexicon))
        };
        let Some(unit) = units.get(next).filter(goes_on) else {
            break;
        };
        whole.join(&unit.flow);
        next += 1;
    }
    (next > at + 1).then_some((whole, next))
}

/// Whether a line cannot be the last of its list: a comma ends it, `and`, or a title whose name is on the next.
pub(super) fn runs_on(text: &str, lexicon: &Lexicon) -> bool {
    let text = text.trim_end();
    let count = |sign: &str| text.matches(sign).count();
    let dashes = || count(" \u{2013} ") + count(" - ");
    if text.ends_with(" \u{2013}") && dashes() > 1 {
        return true;
    }
    if text.ends_with(',') || count("(") > count(")") && text.contains(',') {
        return true;
    }
    // `Prof E`: the surname is to come.
    let initial = |w: &str| {
        let w = w.trim_end_matches('.');
        w.chars().count() == 1 && w.starts_with(char::is_uppercase)
    };
    let cut = text.rfind(' ').filter(|&i| initial(&text[i + 1..]));
    let head = cut.map_or(text, |i| &text[..i]);
    let and = lexicon
        .list(List::And)
        .is(text.rsplit(' ').next().unwrap_or(text));
    let titles = head
        .rmatch_indices([' ', ','])
        .take(3)
        .map(|(i, _)| &head[i + 1..]);
    text.contains(',') && (and || titles.into_iter().any(|t| is_honorific(t, lexicon)))
}

/// Whether the end of a line cuts a name: the last person above has a first name only where the others have more, and what
/// stands below begins with a word or two and a sign, as a surname does.
fn is_name_cut(above: &str, below: &str, lexicon: &Lexicon) -> bool {
    let (above, below) = (above.trim_end(), below.trim_start());
    let Some(sign) = above.rfind([',', ';']).filter(|_| above.len() > WRAPPED) else {
        return false;
    };
    let untitled = |part: &str| {
        let part = part.trim();
        let part = match part.split_once(' ') {
            Some((first, rest)) if lexicon.list(List::And).is(first) => rest,
            _ => part,
        };
        part[honorifics(part, lexicon)..].trim().to_string()
    };
    let last = untitled(&above[sign + 1..]);
    let (post, last) = last.rsplit_once(' ').unwrap_or(("", &last));
    let held = post.is_empty() || class(post, lexicon) == Class::Job;
    if !held || !is_given_name(last) || class(last, lexicon) == Class::Country {
        return false;
    }
    let others = above[..sign].split([',', ';']);
    let (all, full) = others.fold((0, 0), |(all, full), part| {
        (all + 1, full + usize::from(untitled(part).contains(' ')))
    });
    let end = below.find([',', ';', '.', '(']).unwrap_or(below.len());
    let surname = &below[..end];
    let big = |w: &str| w.starts_with(char::is_uppercase);
    full * 3 >= all * 2
        && surname.split(' ').count() <= 2
        && surname.split(' ').all(big)
        && honorifics(below, lexicon) == 0
}

/// Whether the end of a line stands between a post and whoever holds it: `Manager Ann Model, Clerk` over `Bo Probe, ...`.
fn is_post_cut(above: &str, below: &str, lexicon: &Lexicon) -> bool {
    let Some((_, body)) = labels::label(above).filter(|_| above.len() > WRAPPED) else {
        return false;
    };
    let mut parts = above[body..].split([',', ';']);
    let held = |part: &str| name_at(part.trim(), lexicon).is_some_and(|n| n.office.is_some());
    let first = parts.next().is_some_and(held);
    let last = parts.next_back().map_or("", str::trim);
    let next = below.split([',', ';']).next().unwrap_or(below);
    let named = name_at(next, lexicon).is_some_and(|n| n.score > 0 && n.end == next.len());
    first && named && class(last, lexicon) == Class::Job
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lang;

    #[test]
    fn a_title_without_its_name_runs_on() {
        let lexicon = Lang::En.lexicon();
        for open in [
            "Prof A Model, Dr",
            "Dr B Probe, Assoc Prof",
            "Ms C Test,",
            "Dr B Probe, Prof E",
            "Ms C Test, Dr D Trial and",
        ] {
            assert!(runs_on(open, lexicon), "{open}");
        }
        for closed in [
            "Prof A Model, Dr B Probe.",
            "Dr B Probe, Prof E Model",
            "Doctor",
        ] {
            assert!(!runs_on(closed, lexicon), "{closed}");
        }
    }
}
