//! One item of a programme that is no table: how the lines below it join it.

use super::columns::Role;
use super::kind;
use super::line::{self, Line};
use super::objective;
use super::people::{behind_by, surnames};
use super::slot::{Slot, Talk};
use super::talk::{
    is_group, labelled_person, quoted_talk, talk, talk_behind, told_person, with_office,
};
use super::who::Who;
use crate::block::ends_in_small_word;
use crate::flow::Flow;
use crate::lexicon::List;
use crate::schema::Text;
use crate::value::person::{
    Evidence, is_given_name, looks_like_job, looks_like_organisation, name_at,
};
use std::ops::Range;

/// A sentence of so many words is told about an item and no end of its title.
const LEAST_TOLD: usize = 7;

/// What stands before `remarks by` at the start of a line is no longer.
const LONGEST_WITH: usize = 12;

/// A line that tells something has so many.
const LEAST_TELLING: usize = 5;

/// A title that could be a body has so many words.
const LEAST_TITLE: usize = 3;

/// The title on the line below its people is no longer.
const LONGEST_BELOW: usize = 320;

/// A line of so many bytes may have been full.
const FULL: usize = 60;

/// The item being read.
pub(super) struct Open<'s> {
    pub slot: Slot<'s>,
    /// Where the last line went.
    pub last: Place,
    /// Whether a blank line ended it.
    pub ended: bool,
    /// Whether the title goes on over a line's end.
    pub wrapped: bool,
    /// Whether its title stood below its time.
    pub titled_below: bool,
    /// Whether it is the last row of a table.
    pub of_table: bool,
    /// Bytes of the last line where people stand at its end, 0 where none do.
    pub people_to: usize,
    /// Whether a role's label on a line of its own announced the people below it.
    pub announced: bool,
    /// The bullet just read, and the details as they were before it: whoever is named right below gives that talk.
    pub untold: Option<(Flow<'s>, Text)>,
}

/// A part of an item.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Title,
    Presenters,
    Location,
    Objective,
    Details,
    Talk,
}

impl<'s> Open<'s> {
    pub fn new(slot: Slot<'s>) -> Self {
        Open {
            last: Place::Title,
            ended: false,
            wrapped: breaks_off(slot.title.as_str()),
            slot,
            titled_below: false,
            of_table: false,
            announced: false,
            people_to: 0,
            untold: None,
        }
    }

    /// Notes whether the line just read ends with people, no column of their own before them.
    pub fn ends_with(&mut self, line: &Flow, who: &Who) {
        let people = self.slot.presenters.last();
        let text = line.as_str();
        let last = people.is_some_and(|p| text.ends_with(p.as_str()));
        let columns = line::columns(line, who);
        let timed =
            |r: &&Range<usize>| text[(*r).clone()].starts_with(|c: char| c.is_ascii_digit());
        let single = columns.iter().filter(|c| !timed(c)).count() <= 1;
        self.people_to = if last && single { text.len() } else { 0 };
        if last && people.is_some_and(|p| breaks_off(p.as_str())) {
            self.last = Place::Presenters;
        }
    }

    /// Whether a line of the same paragraph goes on with the people at the end of the line above: it was full.
    pub fn names_on(&self, text: &str, who: &Who) -> bool {
        let labels = [
            List::LabelLocation,
            List::LabelObjective,
            List::LabelDetails,
        ];
        let labelled = labels.iter().any(|&l| who.labelled(l, text).is_some());
        let own = who.presents(text) || who.role(text).is_some() || announces(text) || labelled;
        let own = own || tells(text, who);
        // `Ana Ben` over `Said (Mud Trust)`
        let surname = || {
            let word = text.split_once(" (").filter(|(_, rest)| rest.contains(')'));
            word.is_some_and(|(w, _)| !w.contains(' ') && w.starts_with(char::is_uppercase))
        };
        let small = self.people_to > 0 && (text.starts_with(char::is_lowercase) || surname());
        let small = small || self.last == Place::Presenters && self.names_end(text, who);
        (self.people_to >= FULL || small) && !own
    }

    /// Whether a line begins with the surname of whoever the line above ends with: `Ana Novak, Mud Trust; Dr Jon` over
    /// `Lind, Reed Office`.
    pub fn names_end(&self, text: &str, who: &Who) -> bool {
        let last = self.slot.presenters.last().map_or("", |p| p.as_str());
        let cut = last.rfind([';', ',', ':', '&']).map_or(0, |at| at + 1);
        let given = last[cut..].trim();
        let word = given.rsplit(' ').next().unwrap_or(given);
        let honorific = given[..given.len() - word.len()].trim_end();
        let honoured = || {
            who.lexicon
                .list(List::Honorific)
                .is(honorific.trim_end_matches('.'))
        };
        let end = text.find([',', ';', '(']).unwrap_or(text.len());
        let surname = text[..end].trim_end();
        let whole = || {
            let name = format!("{word} {surname}");
            name_at(&name, who.lang).is_some_and(|n| n.span == (0..name.len()))
        };
        cut > 0
            && self.last == Place::Presenters
            && (honorific.is_empty() && who.is_first_name(word) || honoured())
            && !surname.contains(' ')
            && surname.starts_with(char::is_uppercase)
            && surname
                .chars()
                .all(|c| c.is_alphabetic() || matches!(c, '-' | '\u{2019}' | '\''))
            && !is_given_name(surname)
            && !who.lexicon.list(List::Job).is(surname)
            && whole()
    }

    /// Whether what was read last stops in the middle: in a bracket, or at a sign that something follows.
    pub fn is_unfinished(&self, who: &Who) -> bool {
        let last = match self.last {
            // Where people end the line, nothing of the title is to come.
            Place::Title => Some(&self.slot.title).filter(|_| self.people_to == 0),
            Place::Presenters => self.slot.presenters.last(),
            Place::Talk => self.slot.talks.last().map(Talk::end),
            Place::Location | Place::Objective | Place::Details => None,
        };
        let small = who.lexicon.list(List::SmallWord);
        last.is_some_and(|flow| {
            let text = flow.as_str();
            let stops = match self.last {
                Place::Presenters => ends_in_small_word(text),
                Place::Talk | Place::Title => {
                    let word = text.rsplit(' ').next().unwrap_or(text);
                    small.is(word) && word.starts_with(char::is_lowercase)
                }
                _ => false,
            };
            breaks_off(text) || stops
        })
    }

    /// Whether a line goes on with a title that a colon parts: `Trees and towns: / results of the survey`.
    pub fn leads_to(&self, text: &str, who: &Who) -> bool {
        let colon = self.last == Place::Title && self.slot.title.as_str().ends_with(':');
        // `Part 2 :`, as a French typist sets it.
        let words = self.slot.title.as_str().split(' ').filter(|w| *w != ":");
        let label = words.count() <= 2;
        let told = || label && !(who.presents(text) && who.is_sure(text));
        colon && (text.starts_with(char::is_lowercase) || told() && who.role(text).is_none())
    }

    /// Whether a line is the end of the organisation that the last presenter's line breaks off: `Stockholm / Institute`.
    pub fn names_part_of(&self, text: &str, who: &Who) -> bool {
        let last = self
            .slot
            .presenters
            .last()
            .filter(|_| self.last == Place::Presenters);
        let Some((_, tail)) = last.and_then(|l| l.as_str().rsplit_once(", ")) else {
            return false;
        };
        let organisation = |t: &str| looks_like_organisation(t, who.lang, &who.known);
        let short = text.split(' ').count() <= 2 && !text.ends_with('.');
        let whole = format!("{tail} {text}");
        let own = who.presents(text) || who.role(text).is_some() || who.is_room(text);
        short
            && !own
            && organisation(tail) < Evidence::Likely
            && organisation(&whole) >= Evidence::Likely
    }

    /// Whether a line is the title of an item that has only people so far: `10:00 A. Novak, B. Lind` over `Maps of mud`.
    /// What may be a body or a post is a title where `others` above were.
    pub fn awaits_title(&self, line: &Line, others: bool, who: &Who) -> bool {
        let people = self.slot.presenters.first().map(Flow::as_str);
        let only = self.slot.presenters.len() == 1
            && self.last == Place::Title
            && people == Some(self.slot.title.as_str());
        if !only || line.gap > 0 || line.bullet || line.number.is_some() {
            return false;
        }
        let text = line.text();
        let labelled = text.starts_with('(') || announces(text) || who.role(text).is_some();
        let of_people = || {
            let words = text.trim_end_matches(['.', ',']);
            looks_like_job(words, who.lang) >= Evidence::Likely
                || looks_like_organisation(words, who.lang, &who.known) >= Evidence::Likely
        };
        let named = || who.presents(text) && who.is_sure(text);
        let titled = text.contains(' ') && text.starts_with(|c: char| !c.is_lowercase());
        let told = others && text.split(' ').count() >= LEAST_TITLE;
        titled && text.len() <= LONGEST_BELOW && !labelled && !named() && (told || !of_people())
    }

    /// Whether the last talk's title ends with its quotation mark.
    fn is_quoted(&self) -> bool {
        let title = self.slot.talks.last().map(|t| t.title.as_str());
        title.is_some_and(|t| t.ends_with(['"', '\u{201d}']))
    }

    /// A line that goes on with the one above it.
    pub fn carry_on(&mut self, flow: &Flow<'s>) {
        match self.last {
            Place::Title => {
                self.slot.title.join(flow);
                self.wrapped = true;
            }
            Place::Presenters => match self.slot.presenters.last_mut() {
                Some(last) => last.join(flow),
                None => self.slot.presenters.push(flow.clone()),
            },
            Place::Talk => {
                if let Some(talk) = self.slot.talks.last_mut() {
                    talk.end_mut().join(flow);
                }
            }
            Place::Location => self.slot.location.append(" ", &flow.whole()),
            Place::Objective => self.slot.objective.append(" ", &flow.whole()),
            Place::Details => self.slot.details.append(" ", &flow.whole()),
        }
    }

    /// A part of a line below the item that stands in a column.
    pub fn below(&mut self, role: Role, part: &Flow<'s>, who: &Who) {
        let slot = &mut self.slot;
        match (role, slot.presenters.last_mut()) {
            (Role::Presenters, Some(last)) => last.join_line(part),
            (Role::Presenters, None) => slot.presenters.push(part.clone()),
            (Role::Title, _) if who.role(part.as_str()).is_none() => {
                slot.title.join(part);
                self.wrapped = true;
            }
            (Role::Location, _) => slot.location.append(" ", &part.whole()),
            _ => slot.details.append(" ", &part.whole()),
        }
    }

    /// A line of its own below the item.
    pub fn take(&mut self, line: &Line<'s>, who: &Who) {
        let text = line.text();
        let slot = &mut self.slot;
        let untold = self.untold.take();
        if let Some((title, before)) = untold
            && !line.bullet
            && line.gap == 0
            && who.role(text).is_none()
            && who.names(text)
        {
            slot.details = before;
            slot.talks.push(Talk {
                title,
                presenters: line.flow.clone(),
            });
            self.last = Place::Talk;
            return;
        }
        let bare = who.role_alone(text);
        if !text.contains(char::is_alphanumeric) {
            // An empty bracket, or a rule.
        } else if let Some(inner) = person_in_brackets(text, who).filter(|_| !line.bullet) {
            slot.presenters.push(line.flow.slice(inner));
            self.last = Place::Presenters;
        } else if let Some(inner) = surnames(text, who) {
            slot.presenters.push(line.flow.slice(inner));
            self.last = Place::Presenters;
        } else if let Some(at) = who.labelled(List::LabelLocation, text) {
            slot.location = line.flow.cell(at..text.len());
            // `Venue:` alone has the place on the line below.
            self.last = if at < text.len() {
                Place::Details
            } else {
                Place::Location
            };
        } else if self.last == Place::Location && slot.location.is_empty() {
            slot.location = line.flow.whole();
            self.last = Place::Details;
        } else if let Some(talk) = talk_behind(line, who).filter(|t| {
            self.announced || line.bullet || text[t.presenters.len()..].starts_with(':')
        }) {
            slot.talks.push(talk);
            self.last = Place::Talk;
        } else if let Some(talk) = quoted_talk(line, who) {
            slot.talks.push(talk);
            self.last = Place::Talk;
        } else if self.announced
            && who.role(text).is_none()
            && (who.names(text) || awaits(slot, who) && is_short_cell(text))
        {
            let awaited = awaits(slot, who);
            match slot.presenters.last_mut() {
                // The first stands behind the label as if on its line; a label without a colon keeps its own.
                Some(label) if awaited && !who.role_word(label.as_str()) => label.join(&line.flow),
                Some(label) => label.join_line(&line.flow),
                None => slot.presenters.push(line.flow.clone()),
            }
            self.last = Place::Presenters;
        } else if bare
            || who
                .role(text)
                .is_some_and(|at| !line.bullet || who.presents(text) || text[at..].contains(", "))
        {
            slot.presenters.push(line.flow.clone());
            self.announced = bare;
            self.last = Place::Presenters;
        } else if let Some(at) = who.role_by(text).filter(|at| *at <= LONGEST_WITH) {
            // `With remarks by A. Novak`
            slot.presenters.push(line.flow.slice(at..text.len()));
            self.last = Place::Presenters;
        } else if let Some(at) = behind_by(text, who).filter(|_| !line.bullet) {
            slot.presenters.push(line.flow.slice(at..text.len()));
            self.last = Place::Presenters;
        } else if announces(text) {
            self.announced = true;
        } else if let Some(talk) = told_person(line, self.last == Place::Talk, who) {
            slot.talks.push(talk);
            self.last = Place::Talk;
        } else if let Some(at) = labelled_person(text, false, who) {
            slot.presenters.push(line.flow.slice(at..text.len()));
            self.last = Place::Presenters;
        } else if who.labelled(List::LabelObjective, text).is_some()
            || who.labelled(List::LabelDetails, text).is_some()
        {
            objective::split(&line.flow, slot, who);
            self.last = if slot.details.is_empty() {
                Place::Objective
            } else {
                Place::Details
            };
        } else if slot.location.is_empty() && who.names_room(text) {
            slot.location = line.flow.whole();
        } else if with_office(text, who) {
            slot.presenters.push(line.flow.clone());
            self.last = Place::Presenters;
        } else if let Some(talk) = talk(line, who) {
            // `Presentation by A. Novak` titles nothing.
            let title = talk.title.as_str();
            let untitled = !title.contains(' ')
                && kind::kind(title, who.lexicon) == "presentation"
                && talk.ends_with_people();
            if untitled {
                slot.presenters.push(talk.presenters);
                self.last = Place::Presenters;
            } else if who.names(title) && who.is_sure_name(title) {
                // `A. Novak, B. Lind, rapporteurs`
                slot.presenters.push(line.flow.clone());
                self.last = Place::Presenters;
            } else {
                slot.talks.push(talk);
                self.last = Place::Talk;
            }
        } else if who.names(text) || who.lexicon.list(List::AgendaEveryone).is(text) {
            slot.presenters.push(line.flow.clone());
            self.last = Place::Presenters;
        } else if self.last == Place::Presenters
            && text.starts_with('(')
            && text.ends_with(')')
            && let Some(name) = slot.presenters.last_mut().filter(|p| is_bare(p, who))
        {
            // The body in brackets on the line below the name.
            name.join(&line.flow);
        } else if self.last == Place::Presenters
            && let Some(name) = slot.presenters.last_mut().filter(|p| is_bare(p, who))
            && (looks_like_job(text, who.lang) >= Evidence::Likely || is_body_below(line, who))
        {
            // What a person is, or the body, on the line below the name.
            name.join_line(&line.flow);
        } else {
            if line.bullet && !text.ends_with(['.', ':', ';']) {
                self.untold = Some((line.flow.clone(), slot.details.clone()));
            }
            slot.details.append(" ", &line.flow.whole());
            self.last = Place::Details;
        }
    }
}

/// The person in brackets that a line is, `(A. Novak - Director, Some Office)`, behind no name that they could explain.
fn person_in_brackets(text: &str, who: &Who) -> Option<Range<usize>> {
    let inner = text
        .strip_prefix('(')?
        .trim_end_matches('.')
        .strip_suffix(')')?;
    // A dash may have lost the blank before it.
    let person = inner.find("- ").map_or(inner, |at| inner[..at].trim_end());
    let one = inner.matches('(').count() == inner.matches(')').count();
    let sure = who.presents(inner) || who.presents(person) && who.is_sure(person);
    (one && sure).then(|| 1..1 + inner.len())
}

/// Whether a short line right below a name is a body and nothing else.
fn is_body_below(line: &Line, who: &Who) -> bool {
    let text = line.text();
    line.gap == 0
        && !line.bullet
        && text.split(' ').count() <= 8
        && !text.ends_with(['.', ':'])
        && looks_like_organisation(text, who.lang, &who.known) >= Evidence::Likely
}

/// Whether the last piece of an item's presenters is a label with nobody behind it.
fn awaits(slot: &Slot, who: &Who) -> bool {
    let last = slot.presenters.last();
    last.is_some_and(|l| who.role_alone(l.as_str()))
}

/// Whether a line under a label for people is one of a few words, no sentence: what stands there as printed.
fn is_short_cell(text: &str) -> bool {
    text.starts_with(char::is_uppercase)
        && text.split(' ').count() <= 8
        && !text.ends_with(['.', ':'])
}

/// Whether the last line of a piece is a name and nothing else, behind the label of a role perhaps.
fn is_bare(piece: &Flow, who: &Who) -> bool {
    let last = piece.lines().last().unwrap_or_default();
    let line = &piece.as_str()[last];
    let name = line[who.role(line).unwrap_or(0)..].trim_start();
    name_at(name, who.lang).is_some_and(|n| n.span == (0..name.len()))
}

/// Whether a text leaves a bracket open or ends at a dash.
pub(super) fn breaks_off(text: &str) -> bool {
    let count = |sign: char| text.matches(sign).count();
    let dash = text.ends_with([' ', '-', '\u{2013}', '\u{2014}']);
    let open = count('(') > count(')') || count('\u{201c}') > count('\u{201d}');
    open || text.ends_with(',')
        || dash
            && text
                .trim_end_matches(['-', '\u{2013}', '\u{2014}'])
                .ends_with(' ')
}

/// Whether a line tells something, as a sentence does: `Examples from the field and an open exchange`. People, bodies and
/// the ends of titles have words in capitals.
fn tells(text: &str, who: &Who) -> bool {
    let mut words = text.split(' ');
    words
        .next()
        .is_some_and(|w| w.starts_with(char::is_uppercase))
        && text.split(' ').count() >= LEAST_TELLING
        && words.all(|w| w.starts_with(char::is_lowercase))
        && looks_like_organisation(text, who.lang, &who.known) < Evidence::Likely
}

/// Whether the words of a title, but the small ones, are printed in capitals.
fn in_title_case(title: &str) -> bool {
    let mut long = title.split(' ').filter(|w| w.len() >= 4);
    long.clone().count() >= LEAST_TITLE && long.all(|w| !w.starts_with(char::is_lowercase))
}

/// `Presentations:` and the like: a few words and a colon.
fn announces(text: &str) -> bool {
    text.ends_with(':') && text.split_whitespace().count() <= 3
}

/// Whether a line further down a unit only wraps: nothing says that it is a line of its own.
pub(super) fn wraps(open: &Open, text: &str, who: &Who) -> bool {
    if text.starts_with(char::is_lowercase) {
        return true;
    }
    let talk = open.slot.talks.last().filter(|_| open.last == Place::Talk);
    if talk.is_some_and(Talk::ends_with_people) {
        return false;
    }
    let everyone = who.lexicon.list(List::AgendaEveryone).is(text);
    let bracket = text.rfind('(').filter(|_| text.ends_with(')'));
    let own = everyone
        || announces(text)
        || open.last == Place::Talk && open.is_quoted()
        || who.role_alone(text)
        || bracket.is_some_and(|i| who.role(&text[i + 1..]).is_some())
        || person_in_brackets(text, who).is_some()
        || surnames(text, who).is_some()
        || who.presents(text)
        || is_group(text, who)
        || who.labelled(List::LabelObjective, text).is_some()
        || who.labelled(List::LabelDetails, text).is_some()
        || who.labelled(List::LabelLocation, text).is_some();
    let purpose = who.lexicon.list(List::AgendaPurpose).starts(text).is_some();
    let told = text.starts_with(char::is_uppercase) && text.split(' ').count() >= LEAST_TOLD;
    let sentence = open.last == Place::Title
        && text.ends_with('.')
        && (told || !open.slot.title.as_str().contains(". "));
    let peopled = !open.slot.presenters.is_empty();
    let behind = || peopled || in_title_case(open.slot.title.as_str());
    let sentence = sentence || open.last == Place::Title && tells(text, who) && behind();
    !own && !purpose && !sentence && open.last != Place::Presenters
}
