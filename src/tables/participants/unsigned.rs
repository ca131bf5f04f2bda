//! Lists in which the body stands right behind the name, no sign between them: `Ann Model LTA`, `Bo Probe Lake Trust (phone)`.
//!
//! One such line would be a name of three words; several, whose last words are bodies, tell how all are to be read.

use super::entry::Entry;
use super::inside;
use super::lines::Line;
use super::name::honorifics;
use super::piece::{Class, class};
use crate::flow::Flow;
use crate::lexicon::{Lexicon, List};
use crate::value::person::is_given_name;

/// So many lines tell.
const LEAST: usize = 3;
/// The lines that are looked at.
const SAMPLE: usize = 60;
/// A line of a list is no longer.
const LONGEST: usize = 110;

/// The entry of such a line.
pub(super) fn entry<'s>(flow: &Flow<'s>, lexicon: &Lexicon) -> Option<Entry<'s>> {
    let text = flow.as_str();
    let at = cut(text, lexicon).or_else(|| loose(text, lexicon))?;
    let mut entry = Entry::read(&flow.slice(0..at), lexicon)
        .or_else(|| Entry::of_one_name(&flow.slice(0..at), at, lexicon))?;
    let body = text[at..].find(['(', '[']).map_or(text.len(), |i| at + i);
    entry.add_line(&flow.slice(at..body).trim(), lexicon);
    let aside = text[body..].trim_matches(['(', ')', '[', ']', ' ']);
    if !aside.is_empty() {
        let from = text.len() - text[body..].trim_start_matches(['(', '[', ' ']).len();
        entry.add_line(&flow.slice(from..from + aside.len()), lexicon);
        if let Some(last) = entry.pieces.last_mut() {
            last.enclosed = true;
        }
        inside::by_phone(entry.flow.as_str(), &mut entry.pieces, lexicon);
    }
    Some(entry)
}

/// Whether most of the longer lines have a body or an office behind a first name and a surname, and not all of these are
/// single words in capitals that could be surnames.
pub(super) fn are_unsigned(lines: &[Line], lexicon: &Lexicon) -> bool {
    let near = lines.iter().take(SAMPLE);
    let near = near.take_while(|l| l.text().len() <= LONGEST);
    let (mut all, mut told, mut sure) = (0, 0, false);
    let mut short: Vec<String> = Vec::new();
    for line in near {
        let text = line.text();
        let Some(at) = cut(text, lexicon) else {
            continue;
        };
        all += 1;
        let body = text[at..].split('(').next().unwrap_or_default().trim();
        match class(body, lexicon) {
            Class::Organisation | Class::Job | Class::Unit => sure = true,
            Class::Acronym => {
                sure |= short.iter().any(|s| s == body);
                short.push(body.to_owned());
            }
            _ => continue,
        }
        told += 1;
    }
    told >= LEAST && told * 2 > all && sure
}

/// Where a name of two words ends before a body that can be no name, in a list that is told: `Jory Reed LTA`.
fn loose(text: &str, lexicon: &Lexicon) -> Option<usize> {
    let own = text.split(['(', '[']).next().unwrap_or(text).trim_end();
    let (at, _) = own.match_indices(' ').nth(1)?;
    let name = |w: &str| {
        w.starts_with(char::is_uppercase)
            && w.contains(char::is_lowercase)
            && w.chars()
                .all(|c| c.is_alphabetic() || "'\u{2019}-".contains(c))
    };
    let body = own[at..].trim_start();
    let told = matches!(
        class(body, lexicon),
        Class::Acronym | Class::Organisation | Class::Job | Class::Unit
    );
    (own[..at].split(' ').all(name) && told).then_some(at)
}

/// Where the first name and the surname end with which a line begins, other words in capitals behind them.
fn cut(text: &str, lexicon: &Lexicon) -> Option<usize> {
    let start = honorifics(text, lexicon);
    let mut end = start;
    let mut surname = "";
    for (nth, word) in text[start..].split(' ').enumerate() {
        let plain = |c: char| c.is_alphabetic() || "'\u{2019}-".contains(c);
        if !word.chars().all(plain) || word.is_empty() {
            return None;
        }
        end += word.len() + usize::from(nth > 0);
        if nth == 0 {
            if !is_given_name(word) {
                return None;
            }
        } else if !lexicon.list(List::Particle).is(word) {
            surname = word;
            break;
        }
    }
    let shaped = surname.starts_with(char::is_uppercase)
        && surname.contains(char::is_lowercase)
        && !is_given_name(surname);
    let body = text.get(end..)?.strip_prefix(' ')?;
    let first = body.split(' ').next().unwrap_or(body);
    let sign = |c: char| matches!(c, ',' | ';' | ':' | '/' | '\u{2013}' | '\u{2014}');
    let own = body.split(['(', '[']).next().unwrap_or(body);
    let bare = !own.contains(sign) && !own.contains(" - ");
    let degree = lexicon.list(List::Suffix).is(first.trim_end_matches(','));
    (shaped && bare && body.starts_with(char::is_uppercase) && !degree).then_some(end)
}

#[cfg(test)]
mod tests {
    use crate::tables::participants::tests::expect;

    #[test]
    fn a_body_behind_the_name_is_told_by_the_other_lines() {
        expect(
            "Attendees\n\nAnn Model Chair\nBen Probe Lake Research Institute\nPaul Tester LTA (phone)\nMark Sample LTA\n\
             Jane Trial Lakis\n\nApologies\n\nTom Example The Mill Trust\n",
            &[
                "Ann Model job_title=Chair attendance=present",
                "Ben Probe organisation=Lake Research Institute attendance=present",
                "Paul Tester organisation=LTA attendance=remote",
                "Mark Sample organisation=LTA attendance=present",
                "Jane Trial organisation=Lakis attendance=present",
                "Tom Example organisation=The Mill Trust attendance=apologies",
            ],
        );
    }

    #[test]
    fn three_names_stay_a_name() {
        let text = "Participants\n\nAnn Model Sample\nJohn Probe Lee\nPaul Tester Trial\nMark Sample Cox\n";
        let names = [
            "Ann Model Sample",
            "John Probe Lee",
            "Paul Tester Trial",
            "Mark Sample Cox",
        ];
        expect(text, &names);
    }
}
