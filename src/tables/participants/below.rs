//! People in running text below a label of its own: `PRESENT:` over `Prof A Example, Dr B Model, ...`, wrapped anywhere.

use super::ends::before_other;
use super::entry::Entry;
use super::group::{Group, is_category};
use super::name::is_honorific;
use super::{Participant, initials, labels, row, run};
use crate::extract::Extraction;
use crate::flow::Flow;
use crate::lexicon::{Lexicon, List};
use crate::outline::{Unit, UnitKind};
use crate::value::sentence::sentences;

/// Fewer people are no run of them.
const FEW: usize = 4;

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
    if labels::label(text).is_some() {
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
    if !runs_on(first.text(), x.lexicon) {
        return None;
    }
    let mut whole = first.flow.clone();
    let mut next = at + 1;
    while next < at + LONGEST && runs_on(whole.as_str(), x.lexicon) {
        let below = units.get(next);
        let goes_on = |u: &&Unit| {
            u.kind == UnitKind::Paragraph && u.gap == 0 && labels::label(u.text()).is_none()
        };
        let Some(unit) = below.filter(goes_on) else {
            break;
        };
        whole.join(&unit.flow);
        next += 1;
    }
    (next > at + 1).then_some((whole, next))
}

/// Whether a line cannot be the last of its list: a comma ends it, `and`, or a title whose name is on the next.
fn runs_on(text: &str, lexicon: &Lexicon) -> bool {
    let text = text.trim_end();
    let count = |sign| text.matches(sign).count();
    if text.ends_with(',') || count('(') > count(')') && text.contains(',') {
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
