//! What the report calls the body that met: `The PPG agreed`, where the title is `Minutes of the Sample Surgery PPG`.

use super::sentence::{Reading, read};
use super::subject::{Subject, without_leading};
use super::walk::Walk;
use crate::extract::Extraction;
use crate::lexicon::{Lexicon, List, Map};
use crate::value::find_within;
use crate::value::person::is_given_name;

/// The short names that the title gives the body: letters in capitals, and a noun for a body that no list of groups holds;
/// and the letters that the text has for a body that the head of the report names in full.
pub(in crate::tables) fn own_names(x: &Extraction) -> Vec<String> {
    let title = x.data.reports.first().map_or("", |r| r.title.as_str());
    let words = title.split(|c: char| !c.is_alphanumeric());
    let name = |w: &&str| is_short(w) || is_body(x.lexicon, w);
    // In a title all in capitals they tell nothing.
    let mixed = title.contains(char::is_lowercase);
    let titled = words.filter(|w| mixed && name(w)).map(str::to_string);
    titled.chain(short_forms(x, title)).collect()
}

/// `WPB`, where the head of the report names the Working Party on Bees and the text tells its letters.
fn short_forms<'x>(x: &'x Extraction, title: &str) -> impl Iterator<Item = String> + 'x {
    let own = x.data.acronyms.iter().filter(|a| {
        let expansion = a.expansion.as_str();
        is_short(a.acronym.as_str()) && x.lexicon.list(List::OutcomeGroup).found_in(expansion)
    });
    let mut own = own.peekable();
    let mut named = String::new();
    if own.peek().is_some() {
        let head = x.outline.units.iter().take(HEAD).map(|u| u.text());
        let short = head.filter(|t| t.len() <= LINE);
        named.extend(short.chain([title]).flat_map(|t| ["\n", t]));
        named = named.to_lowercase();
    }
    own.filter(move |a| named.contains(&a.expansion.as_str().to_lowercase()))
        .map(|a| a.acronym.as_str().to_string())
}

/// Three to six capitals, as the short form of a body has; the last may be figures: `WG20`.
fn is_short(word: &str) -> bool {
    let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
    let capitals = letters.len() >= 2 && letters.chars().all(char::is_uppercase);
    let roman = word.chars().all(|c| "IVXLC".contains(c));
    (3..=6).contains(&word.chars().count()) && capitals && !roman
}

fn is_body(lexicon: &Lexicon, word: &str) -> bool {
    word.starts_with(char::is_uppercase)
        && word.len() > 3
        && lexicon.list(List::Organisation).is(word)
        && !lexicon.list(List::OutcomeGroup).is(word)
}

/// Behind the body's own name, where a text begins with it as its subject.
fn behind_own<'t>(lexicon: &Lexicon, own: &[String], text: &'t str) -> Option<&'t str> {
    let bare = without_leading(lexicon, text, List::Article);
    own.iter().find_map(|name| {
        let rest = bare.strip_prefix(name.as_str());
        // `The Trust agreed`; only letters may do without their article.
        let told = bare.len() < text.len() || is_short(name);
        rest.filter(|rest| told && rest.starts_with(' '))
    })
}

/// A phrase of so many bytes at most leads to the body.
const LEAD: usize = 60;

/// Before and behind the body's own name, where a phrase with its article leads to it: `With this change the PPG agreed`.
fn led_own<'t>(lexicon: &Lexicon, own: &[String], text: &'t str) -> Option<(&'t str, &'t str)> {
    lexicon.list(List::OutcomeWithin).starts(text)?;
    let blanks = memchr::memchr_iter(b' ', text.as_bytes()).take_while(|&at| at <= LEAD);
    let mut starts = blanks
        .map(|at| at + 1)
        .filter(|&at| text[at..].starts_with(char::is_uppercase));
    starts.find_map(|at| {
        let lead = &text[..at];
        let article = lead.trim_end().rsplit(' ').next().unwrap_or("");
        let rest = own
            .iter()
            .find_map(|name| text[at..].strip_prefix(name.as_str()))?;
        let led = lexicon.list(List::Article).is(article) && !lead.contains(',');
        (led && rest.starts_with(' ')).then_some((lead, rest))
    })
}

/// A title before a colon is no longer, in bytes.
const TITLE: usize = 40;

/// Whether a passage opens with the body that met as its subject, by one of its [`own_names`].
pub(in crate::tables) fn is_of_own(lexicon: &Lexicon, own: &[String], text: &str) -> bool {
    behind_own(lexicon, own, text).is_some()
}

impl Walk<'_, '_> {
    /// Reads a sentence; where it begins with the body's own name, as one of the group; behind a few words and a colon only
    /// what the group did: `Parking: The Board decided to wait.`
    pub(super) fn reading(&self, text: &str) -> Reading {
        let whole = self.reading_of(text);
        if whole.cue.is_some() || whole.announces.is_some() || whole.equates.is_some() {
            return whole;
        }
        let behind = self.behind_colon(text).map(|own| self.reading_of(own));
        let told = behind.filter(|r| r.cue.is_some() && r.subject == Subject::Group);
        told.unwrap_or(whole)
    }

    /// What stands behind a few words that title a sentence, and are nobody's name or office.
    fn behind_colon<'t>(&self, text: &'t str) -> Option<&'t str> {
        let at = find_within(text, ": ", TITLE)?;
        let (title, own) = (&text[..at], &text[at + 2..]);
        let first = title.split(' ').next().unwrap_or("");
        let titles = title.starts_with(char::is_uppercase)
            && title.split(' ').count() <= 4
            && !title.contains(|c: char| c.is_ascii_digit() || "(.,".contains(c));
        let speaks = || {
            is_given_name(first)
                || self.x.lexicon.list(List::SayOffice).is(title)
                || self.x.roster.find(title).is_some()
                || self.x.roster.find_initials(title).is_some()
        };
        (titles && own.starts_with(char::is_uppercase) && !speaks()).then_some(own)
    }

    fn reading_of(&self, text: &str) -> Reading {
        let lexicon = self.x.lexicon;
        let mut plain = read(lexicon, text);
        if plain.cue.is_some() && self.is_of_another(text) {
            plain.cue = None;
        }
        if plain.cue.is_some() || self.own.is_empty() {
            return plain;
        }
        let place = behind_own(lexicon, &self.own, text).map(|rest| ("", rest));
        let Some((lead, rest)) = place.or_else(|| led_own(lexicon, &self.own, text)) else {
            return plain;
        };
        let group = lexicon.list(List::OutcomeGroup).iter().next();
        let told = group.map(|g| read(lexicon, &format!("{lead}{g}{rest}")));
        told.unwrap_or(plain)
    }

    /// `The Third Conference recommended`, `At its second session, the Committee`: what another meeting did, where the
    /// head of the report does not count its own so.
    fn is_of_another(&self, text: &str) -> bool {
        let x = self.x;
        let Some(count) = counted_meeting(x.lexicon, text) else {
            return false;
        };
        let title = x.data.reports.first().map_or("", |r| r.title.as_str());
        let head = x.outline.units.iter().take(HEAD).map(|u| u.text());
        let head = head.filter(|t| !t.contains(text));
        let counts = |t: &str| t.to_lowercase().contains(&count.to_lowercase());
        !title.is_empty() && !counts(title) && !head.into_iter().any(counts)
    }
}

/// So many units from the start may tell which meeting the report is of.
const HEAD: usize = 12;

/// The longest line of a head, in bytes: what is longer is text.
const LINE: usize = 160;

/// So many words may stand between the count of a meeting and its noun.
const NAME: usize = 4;

/// The ordinal of a meeting that a sentence opens with: `The Third World Conference on Rivers`, `At its second session`.
fn counted_meeting<'t>(lexicon: &Lexicon, text: &'t str) -> Option<&'t str> {
    let own = without_leading(lexicon, text, List::Article);
    let at = own
        .split(' ')
        .next()
        .filter(|w| lexicon.list(List::OutcomeWithin).is(w));
    let own = at.map_or(own, |at| own[at.len()..].trim_start());
    let own = without_leading(lexicon, own, List::OutcomeIts);
    let own = without_leading(lexicon, own, List::Article);
    let mut words = own.split(' ');
    let count = words
        .next()
        .filter(|w| at.is_some() || w.starts_with(|c: char| !c.is_lowercase()))?;
    let figures = count.trim_end_matches(char::is_alphabetic);
    let ordinal = lexicon.map(Map::Ordinal).get(count).is_some()
        || !figures.is_empty() && lexicon.list(List::DateOrdinal).is(&count[figures.len()..]);
    let meets = |w: &str| {
        let plain = w.trim_end_matches(',');
        lexicon.list(List::OutcomeMeeting).is(plain) && !lexicon.list(List::TypeMeeting).is(plain)
    };
    (ordinal && words.take(NAME).any(meets)).then_some(count)
}
