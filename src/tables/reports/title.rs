//! The title that a document prints as its own.

use super::Front;
use crate::block::Style;
use crate::extract::Extraction;
use crate::lexicon::List;
use crate::outline::{Unit, UnitKind};
use crate::schema::Text;
use crate::value::date::{DateOrder, date_at};
use crate::value::place::place;
use crate::value::time::time_at;

/// The title, or nothing where the first lines are the heading of a section.
pub(super) fn title(x: &Extraction, front: &Front) -> Text {
    let best = front
        .lines
        .iter()
        .map(|&i| &x.outline.units[i])
        .filter(|u| may_be_title(x, u))
        .enumerate()
        .map(|(rank, u)| (score(x, u, rank), u))
        .filter(|(score, _)| *score >= 3)
        .max_by_key(|(score, u)| (*score, std::cmp::Reverse(u.block)));
    best.map_or(Text::default(), |(_, u)| whole(x, u))
}

/// The line with the lines that it is wrapped over: where it stops after a small word, or the next begins with one.
fn whole(x: &Extraction, unit: &Unit) -> Text {
    let mut title = match unit.kind {
        UnitKind::Heading(section) => x.outline.sections[section].heading.whole(),
        _ => unit.flow.whole(),
    };
    let small = |w: Option<&str>| w.is_some_and(|w| x.lexicon.list(List::SmallWord).is(w));
    let behind = x.outline.units.iter().skip_while(|u| u.block <= unit.block);
    for next in behind.take(4) {
        let open = small(title.value.rsplit(' ').next());
        let goes_on = small(next.text().split(' ').next());
        let joins = open || (goes_on && next.gap == 0);
        if !joins || next.text().len() > 160 {
            break;
        }
        title.append(" ", &next.flow.whole());
    }
    title
}

fn may_be_title(x: &Extraction, unit: &Unit) -> bool {
    let text = unit.text();
    let lang = x.lexicon.lang();
    let words = text.split_whitespace().count();
    let only_date =
        date_at(text, lang, DateOrder::default()).is_some_and(|(len, _)| len + 20 > text.len());
    let only_time = time_at(text, lang).is_some();
    let only_place = place(text).is_some_and(|p| p.city.is_some() || p.country.is_some());
    let only_type = x.lexicon.list(List::TypeOnly).is(text);
    let led = x.lexicon.list(List::OrganisedBy).starts(text).is_some();
    let ends = text.ends_with(['.', ';', ',']) && !text.ends_with("...");
    words >= 2
        && text.len() <= 200
        && !ends
        && !only_date
        && !only_time
        && !only_place
        && !only_type
        && !led
        && !text.contains('@')
}

/// Evidence for a line: the words that titles have, being first, being set as a heading of its own kind.
fn score(x: &Extraction, unit: &Unit, rank: usize) -> u32 {
    let text = unit.text();
    let named = x.lexicon.list(List::TitleWord).found_in(text);
    // `Report of ...`, `Minutes of ...`.
    let types = [List::TypeReport, List::TypeMinutes, List::TypeSummaryRecord];
    let typed = |l: &List| x.lexicon.list(*l).starts(text).is_some();
    let typed = text.split(' ').count() >= 4 && types.iter().any(typed);
    let mut score = 2 * u32::from(named) + u32::from(rank == 0) + u32::from(typed);
    if let UnitKind::Heading(section) = unit.kind {
        let style = x.outline.sections[section].style;
        let alike = x
            .outline
            .sections
            .iter()
            .filter(|s| s.style == style && s.style.is_some())
            .count();
        score += match style {
            Some(Style::Hash(1)) if alike == 1 => 4,
            _ if alike == 1 => 2,
            Some(Style::Numbered { .. }) => 0,
            _ => u32::from(named),
        };
        if matches!(style, Some(Style::Numbered { .. } | Style::Ordered { .. })) && !named {
            return 0;
        }
    } else if named {
        score += 1;
    }
    let section_word = x.lexicon.list(List::SectionWord).starts(text).is_some();
    if section_word { 0 } else { score }
}
