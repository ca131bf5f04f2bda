//! Talks and people on lines of their own below an item.

use super::line::{Line, columns};
use super::slot::{Slot, Talk};
use super::title::parts;
use super::who::Who;
use crate::flow::Flow;
use crate::lexicon::List;
use crate::value::person::{Evidence, looks_like_job, looks_like_organisation, name_at};

/// Where a person begins behind a label that names no role: `Welcome: Dr A, Some Institute`.
/// `beside`: below another such line, where less makes a name.
pub(super) fn labelled_person(text: &str, beside: bool, who: &Who) -> Option<usize> {
    let (label, rest) = text.split_once(": ")?;
    let short = label.split(' ').count() <= 3 && label.starts_with(char::is_uppercase);
    let at = text.len() - rest.trim_start().len();
    let name = name_at(&text[at..], who.lang)?;
    let sure =
        beside || name.evidence > Evidence::Weak || who.known.is_person(&text[at..][name.name]);
    (short && sure && who.names(&text[at..])).then_some(at)
}

/// An item of a list with a title, a colon and whoever speaks of it: `- Ghana: A. Novak`.
pub(super) fn told_person<'s>(line: &Line<'s>, beside: bool, who: &Who) -> Option<Talk<'s>> {
    let at = labelled_person(line.text(), beside, who).filter(|_| line.bullet)?;
    let title = line.text()[..at].trim_end().trim_end_matches(':');
    Some(Talk {
        title: line.flow.slice(0..title.len()).trim(),
        presenters: line.flow.slice(at..line.flow.len()),
    })
}

/// A talk in quotes behind whoever gives it and a colon: `A. Novak, An Office: \u{201c}Maps\u{201d}`.
pub(super) fn quoted_talk<'s>(line: &Line<'s>, who: &Who) -> Option<Talk<'s>> {
    let text = line.text();
    const SIGNS: [&str; 8] = [
        ": \u{201c}",
        ": \"",
        ". \u{201c}",
        ", \u{201c}",
        " : \u{ab}",
        ": \u{ab}",
        ". \u{ab}",
        ", \u{ab}",
    ];
    let at = SIGNS.iter().find_map(|s| text.find(s))?;
    (who.names(&text[..at]) && who.role(text).is_none()).then(|| Talk {
        title: line.flow.slice(behind(text, at)..text.len()).trim(),
        presenters: line.flow.slice(0..at),
    })
}

/// Where the words behind a sign and its blanks begin.
pub(super) fn behind(text: &str, at: usize) -> usize {
    text.len() - text[at..].trim_start_matches([' ', ':', '.', ',']).len()
}

/// A talk behind whoever gives it: `A, Some Institute - What we learned`, `A, Some Institute: What we learned`.
pub(super) fn talk_behind<'s>(line: &Line<'s>, who: &Who) -> Option<Talk<'s>> {
    let text = line.text();
    let dash = [" \u{2013} ", " \u{2014} ", " - "]
        .iter()
        .filter_map(|s| text.rfind(s).map(|i| (i, i + s.len())))
        .max();
    // `A. Novak, Some Institute: Maps`
    let colon = || {
        let at = text.find(": ")?;
        let people = &text[..at];
        if !people.contains(", ") && !people.ends_with(')') {
            return None;
        }
        Some((at, at + 2))
    };
    let sign = dash.or_else(colon)?;
    let (people, title) = (&text[..sign.0], text[sign.1..].trim());
    let known = &who.known;
    let body = looks_like_organisation(title, who.lang, known).max(looks_like_job(title, who.lang));
    let words = title.split_whitespace();
    let says = words.clone().count() >= 3
        && words.clone().any(|w| w.starts_with(char::is_lowercase))
        || words.count() >= 2 && people.contains(',')
        || text[sign.0..].starts_with(':');
    let titled = says && body < Evidence::Likely && !who.names(title);
    (titled && who.names(people) && who.role(text).is_none()).then(|| Talk {
        title: line.flow.slice(sign.1..text.len()).trim(),
        presenters: line.flow.slice(0..sign.0),
    })
}

/// A talk under an item: its title with whoever gives it.
pub(super) fn talk<'s>(line: &Line<'s>, who: &Who) -> Option<Talk<'s>> {
    let parts = parts(line.text(), who);
    let people = parts
        .presenters
        .first()
        .filter(|_| !parts.title.is_empty())?;
    let until = parts.presenters.last().map_or(people.end, |r| r.end);
    let listed = line.bullet || line.number.is_some() || is_group(line.text(), who);
    let by = who.lexicon.list(List::LabelBy);
    let between = line.text().get(parts.title.end..people.start);
    let of = who.lexicon.list(List::LabelTalkOf);
    let told = between.is_none_or(|words| by.find(words).is_some())
        || of.find(&line.text()[..people.start]).is_some();
    let role = who.role(&line.text()[people.clone()]).is_some();
    // `Words by the host (A. Novak)`
    let name = name_at(&line.text()[people.clone()], who.lang);
    let enclosed = line.text().ends_with(')')
        && line.text()[..people.start].ends_with('(')
        && name.is_some_and(|n| n.evidence >= Evidence::Likely);
    (listed || told || role || enclosed).then(|| Talk {
        title: line.flow.slice(parts.title.clone()).trim(),
        presenters: line.flow.slice(people.start..until).trim(),
    })
}

/// A talk below an item that has only its moderators yet, whoever gives it set apart: `Marshes    Ana Novak, Mud Trust`.
/// `beside`: below another, where the column need name nobody.
pub(super) fn talk_in_columns<'s>(
    line: &Line<'s>,
    slot: &Slot,
    beside: bool,
    who: &Who,
) -> Option<Talk<'s>> {
    let moderates = |p: &Flow| who.role(p.as_str()).is_some() && !p.as_str().ends_with([',', ';']);
    if line.bullet || !slot.presenters.iter().all(moderates) {
        return None;
    }
    let text = line.text();
    let columns = columns(&line.flow, who);
    let [title, people] = columns.as_slice() else {
        return None;
    };
    let (own, behind) = (&text[title.clone()], &text[people.clone()]);
    let titles = own.starts_with(char::is_uppercase)
        && !own.ends_with([':', ',', ';'])
        && who.role(own).is_none()
        && !who.presents(own);
    let given = who.presents(behind) && who.is_sure(behind) && who.role(behind).is_none();
    let given = given || beside && !who.names_room(behind) && who.role(behind).is_none();
    (titles && given).then(|| Talk {
        title: line.flow.slice(title.clone()),
        presenters: line.flow.slice(people.clone()),
    })
}

/// `Table 1: Bins`, `Workshop A: Roofs`.
pub(super) fn is_group(text: &str, who: &Who) -> bool {
    let label = text.split_once(':').map_or("", |(label, _)| label);
    let (word, number) = label.rsplit_once(' ').unwrap_or_default();
    let short = (1..=2).contains(&number.len()) && !number.starts_with(char::is_lowercase);
    short && who.lexicon.list(List::GroupLabel).is(word)
}

/// Whether a line is a person, an office and no more: `A. Novak, playwright, Some Stage`.
pub(super) fn with_office(text: &str, who: &Who) -> bool {
    let name =
        name_at(text, who.lang).filter(|n| n.span.start == 0 && n.evidence >= Evidence::Likely);
    let Some(rest) = name.and_then(|n| text[n.span.end..].strip_prefix(", ")) else {
        return false;
    };
    let job = rest.split(", ").next().unwrap_or(rest);
    looks_like_job(job, who.lang) >= Evidence::Likely && who.names(text)
}

#[cfg(test)]
mod tests {
    use crate::tables::agenda::tests::reads;

    #[test]
    fn the_surname_of_the_last_stands_on_the_next_line() {
        let text = "Programme

9.30-9.45     Welcome
              Dr. Ana Novak
9.45-10.45    The pond without reeds
              Jon Moe, Office of Ponds; Prof. Leila
              Haddou, Bay University
10.45-11.15   The price of mud
              Eva Bo, Mud Trust; Anna
              Bergman, Pond Care Institute
11.15-11.30   Closing
              Dr. Ana Novak
";
        let rows = [
            "09:30-09:45 | Welcome | @presenter Ana Novak",
            "09:45-10:45 | The pond without reeds | @presenter Jon Moe | @presenter Leila Haddou",
            "10:45-11:15 | The price of mud | @presenter Eva Bo | @presenter Anna Bergman",
            "11:15-11:30 | Closing | @presenter Ana Novak",
        ];
        reads(text, &rows);
    }

    #[test]
    fn speakers_of_an_item_are_numbered() {
        let text = "Programme

9:00 - 9:40a    Short talks (6 mins each)
- Speaker 1: Dr. Ana Novak
- Speaker 2: A/Prof. Jon Moe
- Q&A: open 10 mins

11:30a - 12:30p Panel: reeds
- Panelist 3: Prof. Eva Bo
";
        let rows = [
            "09:00-09:40 | Short talks (6 mins each) | + Q&A: open 10 mins | @presenter Ana Novak | @presenter Jon Moe",
            "11:30-12:30 | Panel: reeds | @panelist Eva Bo",
        ];
        reads(text, &rows);
    }

    #[test]
    fn people_stand_behind_the_stop_of_a_title() {
        let text = "Programa

09:00-09:30 Apertura. Marta Quintana (Instituto del Mar, Chile)
09:30-10:15 Redes que no se ven. Una historia. Ana Olabarri (Museo del Mar, Chile) y Juan Vieira (Chile)
10:15-10:45 Visita. Prado Norte (si no llueve)
10:45-11:00 Clausura. Marta Quintana
";
        let rows = [
            "09:00-09:30 | Apertura | @presenter Marta Quintana",
            "09:30-10:15 | Redes que no se ven. Una historia | @presenter Ana Olabarri | @presenter Juan Vieira",
            "10:15-10:45 | Visita. Prado Norte (si no llueve)",
            "10:45-11:00 | Clausura | @presenter Marta Quintana",
        ];
        reads(text, &rows);
    }
}
