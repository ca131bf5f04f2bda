//! The people named in the programme, one row each.

use super::agenda::habits::is_surname;
use super::agenda::people::slashed_people;
use super::agenda::slot::Slot;
use super::agenda::title::handle;
use super::agenda::who::Who;
use crate::extract::Extraction;
use crate::flow::Flow;
use crate::lexicon::List;
use crate::record;
use crate::schema::{Choice, Link, Text};
use crate::span::{Span, Spans};
use crate::value::person::{
    Evidence, Role, looks_like_job, looks_like_organisation, name_at, people,
};
use crate::value::place::country;
use std::borrow::Cow;
use std::ops::Range;

/// A cell that holds surnames alone has no more of them.
const MOST_SURNAMES: usize = 6;

/// The roles a presenter can have.
pub const ROLES: &[&str] = &[
    "presenter",
    "moderator",
    "panelist",
    "facilitator",
    "chair",
    "lead",
    "co_lead",
    "keynote",
    "discussant",
    "rapporteur",
    "other",
];

record! {
    /// A person named in an agenda row.
    pub struct Presenter in "presenters" ("pre") key [name, role, group] above [role, group] {
        /// The agenda row.
        agenda_id: Link in &["agenda"],
        /// What the person does there.
        role: Choice in ROLES,
        /// The table, group or talk under the slot.
        group: Text,
        /// Mr, Dr, H.E. and the like.
        honorific: Text,
        /// The person's name.
        name: Text,
        /// The person's job title.
        job_title: Text,
        /// The person's organisation.
        organisation: Text,
        /// The person over all reports of the run.
        person_id: Link in &["people"],
    }
}

/// Reads the people of one line of the programme into rows; `called`: the surnames by which it calls people throughout.
pub(super) fn read<'s>(
    x: &mut Extraction<'s>,
    agenda: usize,
    slot: &Slot<'s>,
    called: &[String],
    who: &Who,
) {
    let nowhere = Flow::default();
    let plain = Choice::new(ROLES[0], Spans::NONE);
    let said = match slot.role.value {
        Some(_) => &slot.role,
        None => &plain,
    };
    // `Panelists: Ana Novak, Mill Trust;` over more of them.
    let mut goes_on: Option<Choice> = None;
    for flow in &slot.presenters {
        let before = x.data.presenters.len();
        let said = goes_on.as_ref().unwrap_or(said);
        cell(x, agenda, flow, &nowhere, said, who);
        let open = flow.as_str().trim_end().ends_with([';', ',']);
        let last = x.data.presenters.get(before..).and_then(<[_]>::last);
        let role = last.filter(|_| open).map(|p| p.role.clone());
        if x.data.presenters.len() == before {
            let all = surnames(flow, |w| called.iter().any(|s| s == w), who).into_iter();
            all.for_each(|name| first_name(x, agenda, flow.cell(name), &nowhere, said));
        }
        goes_on = role;
    }
    for talk in &slot.talks {
        cell(x, agenda, &talk.presenters, &talk.title, &plain, who);
    }
}

/// A name with the blanks and bullets before it is no longer, in bytes.
const BEFORE_HANDLE: usize = 400;

/// The name of whoever is called by a handle, as the report prints it before that handle: `Ana Novak (@ana)`.
fn called_by_handle(flow: &Flow, who: &Who) -> Option<Text> {
    let at = who.place_of_handle(handle(flow.as_str())?)?;
    let from = at.saturating_sub(BEFORE_HANDLE);
    let end = memchr::memrchr(b'\n', &who.source.as_bytes()[from..at]);
    // What begins further off is more than a name.
    let line = match end {
        Some(end) => from + end + 1,
        None => Some(0).filter(|_| from == 0)?,
    };
    let printed = who.source[line..at].trim_end();
    let bare = printed.trim_start_matches(|c: char| !c.is_alphabetic());
    let name = name_at(bare, who.lang).filter(|n| n.span == (0..bare.len()))?;
    let start = line + printed.len() - bare.len();
    let span = Span::new(start + name.span.start, start + name.span.end);
    Some(Text::new(bare, Spans::one(span)))
}

/// First names that signs or `and` part, and nothing else: `Ana + Bo`, `Ana, Bo and Carla`.
fn first_names(flow: &Flow, who: &Who) -> Option<Vec<Range<usize>>> {
    let text = flow.as_str();
    let and = who.lexicon.list(List::And);
    let (mut names, mut at) = (Vec::new(), 0);
    for word in text.split_inclusive([' ', ',', ';', '+', '&', '/']) {
        let bare = word.trim_end_matches([' ', ',', ';', '+', '&', '/']);
        if !bare.is_empty() && !and.is(bare) {
            names.push(at..at + bare.len());
        }
        at += word.len();
    }
    let between = |pair: &[Range<usize>]| text[pair[0].end..pair[1].start].trim().is_empty();
    let parted = !names.windows(2).any(between);
    let known = names.iter().all(|n| who.is_first_name(&text[n.clone()]));
    (names.len() > 1 && parted && known).then_some(names)
}

/// Surnames alone, strokes or `and` between them, of people who are known, `Novak / Lind`, or that stand
/// in square brackets as all of the programme's do.
fn surnames(flow: &Flow, known: impl Fn(&str) -> bool, who: &Who) -> Vec<Range<usize>> {
    let text = flow.as_str();
    let before = who.source.get(..flow.source_start() as usize);
    if who.bracketed && before.is_some_and(|b| b.ends_with('[')) {
        let mut at = 0;
        let parts = text.split_inclusive('/').map(|part| {
            at += part.len();
            flow.trimmed(at - part.len()..at - part.len() + part.trim_end_matches('/').len())
        });
        return parts.filter(|r| is_surname(&text[r.clone()])).collect();
    }
    let and = who.lexicon.list(List::And);
    let mut names = Vec::new();
    let mut at = 0;
    for word in text.split_inclusive([' ', ',', ';', '&', '/']) {
        let bare = word.trim_end_matches([' ', ',', ';', '&', '/']);
        if !bare.is_empty() && !and.is(bare) {
            names.push(at..at + bare.len());
        }
        at += word.len();
    }
    let surname = |n: &Range<usize>| {
        let word = &text[n.clone()];
        word.starts_with(char::is_uppercase) && known(word)
    };
    let parted = |pair: &[Range<usize>]| !text[pair[0].end..pair[1].start].trim().is_empty();
    let told =
        names.len() <= MOST_SURNAMES && names.iter().all(surname) && names.windows(2).all(parted);
    if told { names } else { Vec::new() }
}

/// So many surnames in a programme's cells make them what it calls people by.
const LEAST_SURNAMES: usize = 3;

/// The surnames by which a programme calls people throughout: most cells for people hold one, or several with strokes or
/// commas between, and nothing else, and the report never prints the word in small letters.
pub(super) fn surnames_throughout(slots: &[Slot], who: &Who) -> Vec<String> {
    let everyone = |t: &str| who.lexicon.list(List::AgendaEveryone).is(t);
    let mut found: Vec<String> = Vec::new();
    let (mut cells, mut alone) = (0, 0);
    for flow in slots.iter().flat_map(|s| &s.presenters) {
        let parts = || flow.as_str().split(['/', ',', '&', ';']).map(str::trim);
        let mut people = parts().filter(|t| !everyone(t)).peekable();
        if people.peek().is_none() {
            continue;
        }
        cells += 1;
        if people.clone().all(|t| is_lone_surname(t, who)) {
            alone += 1;
            found.extend(people.map(str::to_string));
        }
    }
    found.sort_unstable();
    found.dedup();
    if found.len() < LEAST_SURNAMES || alone * 3 < cells * 2 {
        found.clear();
    }
    found
}

/// Whether a word can hardly be anything but a surname.
fn is_lone_surname(word: &str, who: &Who) -> bool {
    const NOUNS: [&str; 14] = [
        "tion", "tions", "ment", "ance", "ence", "ing", "ings", "ity", "ics", "ship", "iat",
        "ants", "ers", "ors",
    ];
    let small = word.to_lowercase();
    is_surname(word)
        && !NOUNS.iter().any(|end| small.ends_with(end))
        && looks_like_job(word, who.lang) < Evidence::Likely
        && looks_like_organisation(word, who.lang, &who.known) < Evidence::Likely
        && !who.prints(&small)
}

/// The people of one cell, line or bracket; `talk` is the title of the talk they give under the line, `said` what they do
/// there if no word beside them says otherwise.
fn cell<'s>(
    x: &mut Extraction<'s>,
    agenda: usize,
    flow: &Flow<'s>,
    talk: &Flow<'s>,
    said: &Choice,
    who: &Who,
) {
    if let Some(name) = called_by_handle(flow, who) {
        first_name(x, agenda, name, talk, said);
        return;
    }
    if let Some(names) = first_names(flow, who) {
        names
            .into_iter()
            .for_each(|name| first_name(x, agenda, flow.cell(name), talk, said));
        return;
    }
    let found = people(&lined(flow, who), who.lang, &who.known);
    if found.is_empty()
        && let Some((job, name)) = who.office_and_surname(flow.as_str())
    {
        x.data.presenters.push(Presenter {
            agenda_id: Link::to(agenda),
            role: said.clone(),
            group: talk.whole(),
            name: flow.cell(name),
            job_title: flow.cell(job),
            rule: "agenda-presenters",
            ..Presenter::default()
        });
    }
    if found.is_empty() && who.is_first_name(flow.as_str()) {
        first_name(x, agenda, flow.whole(), talk, said);
    } else if found.is_empty() {
        let known = |word: &str| who.known.has_last_name(word);
        let names = surnames(flow, known, who).into_iter();
        names.for_each(|name| first_name(x, agenda, flow.cell(name), talk, said));
    }
    for person in found {
        let part = |range: Option<Range<usize>>| {
            range.map_or_else(Text::default, |r| {
                flow.cell(without_aside(flow.as_str(), r, who))
            })
        };
        // A title in quotes behind a name is no body.
        let body = person
            .organisation
            .filter(|r| !opens_quote(&flow.as_str()[r.clone()]))
            .or_else(|| sent_by(flow.as_str(), &person.name, person.place));
        let own = person
            .role
            .map(|(range, role)| Choice::new(of_agenda(role), flow.spans(range)));
        x.data.presenters.push(Presenter {
            agenda_id: Link::to(agenda),
            role: own.unwrap_or_else(|| said.clone()),
            group: match talk.is_empty() {
                true => part(person.group),
                false => talk.whole(),
            },
            honorific: part(person.honorific),
            name: flow.cell(person.name),
            job_title: part(person.job_title),
            organisation: part(body),
            rule: "agenda-presenters",
            ..Presenter::default()
        });
    }
}

/// The country in brackets right behind a name: `A. Novak (Norway)` was sent by it.
fn sent_by(text: &str, name: &Range<usize>, place: Option<Range<usize>>) -> Option<Range<usize>> {
    let place = place?;
    let enclosed = text.get(name.end..place.start)? == " (" && text[place.end..].starts_with(')');
    (enclosed && country(&text[place.clone()]).is_some()).then_some(place)
}

/// Bytes of a part of a person before a further sentence, a remark in square brackets or words that leave somebody else
/// to come: `Sea Office. She rows`, `Sea Office [by telephone]`, `Sea Office or representative`.
fn own_words(words: &str, who: &Who) -> usize {
    let sentence = words.match_indices(". ").find(|(at, _)| {
        let last = words[..*at].rsplit(' ').next().unwrap_or("");
        let whole = last.len() > 4 && !last.contains('.');
        whole && words[at + 2..].starts_with(char::is_uppercase)
    });
    let end = sentence.map_or(words.len(), |(at, _)| at);
    let remark = words[..end]
        .find(" [")
        .filter(|_| words[..end].ends_with(']'));
    let end = remark.unwrap_or(end);
    let other = who
        .lexicon
        .list(List::OrOther)
        .find_iter(&words[..end])
        .last();
    let other = other.filter(|(found, _)| found.end == end && found.start > 0);
    other.map_or(end, |(found, _)| {
        words[..found.start].trim_end_matches([' ', ',']).len()
    })
}

/// A part of a person without what a bracket at its end says about the appearance: `Sea Office (tbc)`.
fn without_aside(text: &str, part: Range<usize>, who: &Who) -> Range<usize> {
    let part = part.start..part.start + own_words(&text[part], who);
    let words = &text[part.clone()];
    let open = words
        .rfind(" (")
        .filter(|at| *at > 0 && words.ends_with(')'));
    let aside = |at: &usize| {
        who.lexicon
            .list(List::Aside)
            .is(&words[at + 2..words.len() - 1])
    };
    match open.filter(aside) {
        Some(at) => part.start..part.start + at,
        None => part,
    }
}

/// Whether a text begins with the sign that opens a quotation.
fn opens_quote(text: &str) -> bool {
    text.starts_with(['"', '\u{201c}', '\u{2018}', '\u{ab}', '\u{201e}'])
}

/// The row of somebody who is called by the first name.
fn first_name(x: &mut Extraction, agenda: usize, name: Text, talk: &Flow, said: &Choice) {
    x.data.presenters.push(Presenter {
        agenda_id: Link::to(agenda),
        role: said.clone(),
        group: talk.whole(),
        name,
        rule: "agenda-presenters",
        ..Presenter::default()
    });
}

/// The text with line ends where a line begins another person, so that nothing runs across them.
fn lined<'f>(flow: &'f Flow, who: &Who) -> Cow<'f, str> {
    let text = flow.as_str();
    let mut lined = Cow::Borrowed(text);
    // `Chair/Ana Novak`
    let label = who.role(text).filter(|&len| text[..len].ends_with('/'));
    if let Some(stroke) = label.map(|len| len - 1) {
        lined.to_mut().replace_range(stroke..=stroke, ":");
    }
    // `LIND Ana / BERG Bo`: a stroke between two who are named.
    for (at, stroke) in text.match_indices(" / ") {
        let behind = &text[at + stroke.len()..];
        let body = || looks_like_organisation(behind, who.lang, &who.known) >= Evidence::Likely;
        if who.names(behind) && who.names(text) && !body() {
            lined.to_mut().replace_range(at + 1..at + 2, ";");
        }
    }
    // `A. Novak/Bo Lind`: nothing but people.
    if slashed_people(text, who).is_some() {
        for (at, _) in text.match_indices('/') {
            lined.to_mut().replace_range(at..=at, ";");
        }
    }
    let mut above = flow.lines().next().unwrap_or_default();
    for line in flow.lines().skip(1) {
        let upper = std::mem::replace(&mut above, line.clone());
        let blank = line.start - 1;
        // A job on the line below a name.
        if text.as_bytes().get(blank) == Some(&b' ')
            && is_job_below(&text[upper], &text[line.clone()], who)
        {
            lined.to_mut().replace_range(blank..=blank, ",");
            continue;
        }
        let body = |l: &str| {
            let alone = name_at(&text[..blank], who.lang).is_some_and(|n| n.span == (0..blank));
            alone && looks_like_organisation(l, who.lang, &who.known) >= Evidence::Likely
        };
        let begins = |l: &str| who.presents(l) || body(l);
        if text.as_bytes().get(blank) == Some(&b' ') && begins(&text[line]) {
            lined.to_mut().replace_range(blank..=blank, "\n");
        }
    }
    lined
}

/// Whether a line is a job below a name that is all of the line above it: `Mr A. Novak` over `European Director for Ports`.
fn is_job_below(above: &str, line: &str, who: &Who) -> bool {
    let name = above[who.role(above).unwrap_or(0)..].trim_start();
    let part = line.split([',', '(']).next().unwrap_or(line);
    let bare = || name_at(name, who.lang).is_some_and(|n| n.span == (0..name.len()));
    looks_like_job(part, who.lang) >= Evidence::Likely && bare()
}

/// The role in a programme: who speaks presents.
fn of_agenda(role: Role) -> &'static str {
    let name = match role {
        Role::Speaker | Role::Opener => ROLES[0],
        role => role.as_str(),
    };
    let known = ROLES.iter().find(|r| **r == name);
    known.copied().unwrap_or("other")
}

#[cfg(test)]
mod tests {
    use crate::extract::{Options, extract};
    use crate::source::Source;

    /// Each presenter as `name = role`.
    fn told(text: &str) -> Vec<String> {
        let data = extract(&Source::from_text("t", text), &Options::default());
        let told = |p: &super::Presenter| {
            let role = p.role.value.unwrap_or_default();
            format!("{} = {role}", p.name.value)
        };
        data.presenters.iter().map(told).collect()
    }

    #[test]
    fn those_who_go_on_behind_a_semicolon_do_the_same() {
        let text = "Agenda\n\n9:00 - 10:00 Nets\n\nModerator: Ana Novak, Mill Trust\n\nPanelists: Peter Lind, Pond Society;\n\nMaria Garcia, Lake Office; Karl Berg, Reed Union\n\n10:00 - 11:00 Boats\n\n11:00 - 12:00 Knots\n";
        assert_eq!(
            told(text),
            [
                "Ana Novak = moderator",
                "Peter Lind = panelist",
                "Maria Garcia = panelist",
                "Karl Berg = panelist",
            ]
        );
    }

    #[test]
    fn the_head_of_a_column_says_what_its_people_do() {
        let lines = "AGENDA\n\nTime            Activity                  Lead\n09:00-09:30     Welcome                   Ana Novak\n\
            09:30-10:30     Boats of the harbour      Bo Lind, Eva Okoro\n10:30-11:00     Closing                   Ana Novak\n";
        let lead = [
            "Ana Novak = lead",
            "Bo Lind = lead",
            "Eva Okoro = lead",
            "Ana Novak = lead",
        ];
        assert_eq!(told(lines), lead);
        let table = "# Agenda\n\n| Time | Activity | Facilitator |\n|---|---|---|\n| 9:00 | Welcome | Ana Novak |\n\
            | 9:30 | Boats | Chair: Bo Lind |\n| 10:30 | Closing | Ana Novak |\n";
        let held = [
            "Ana Novak = facilitator",
            "Bo Lind = chair",
            "Ana Novak = facilitator",
        ];
        assert_eq!(told(table), held);
        let plain = table.replace("Facilitator", "Speaker");
        assert_eq!(told(&plain)[0], "Ana Novak = presenter");
    }
}
