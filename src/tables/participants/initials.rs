//! People by initials and a surname: `Professors R Model, J Probe and T de Sample; Drs S Test and J Trial`.

use super::entry::Entry;
use super::name::{Name, honorifics};
use super::parts::Part;
use super::piece::{Class, class};
use crate::flow::Flow;
use crate::lexicon::{Lexicon, List};

/// Everybody by initials and a surname, perhaps behind a title that several share; a post may stand behind one.
pub(super) fn people<'s>(
    flow: &Flow<'s>,
    parts: &[Part],
    lexicon: &Lexicon,
) -> Option<Vec<Entry<'s>>> {
    let mut people: Vec<Entry> = Vec::with_capacity(parts.len());
    let mut called = 0;
    for part in parts {
        let own = flow.slice(part.range.clone());
        if let Some(name) = name_at(own.as_str(), lexicon) {
            called += 1;
            people.push(Entry::of_name(&own, name, lexicon)?);
            continue;
        }
        let read = Entry::read_running(&own, lexicon);
        let whole = read.filter(|e| e.name.score > 1 && e.pieces.iter().all(|p| p.enclosed));
        match (whole, people.last_mut()) {
            (Some(entry), _) => people.push(entry),
            (None, Some(last)) if class(own.as_str(), lexicon) == Class::Job => {
                last.add(&own, Class::Job);
            }
            _ => return None,
        }
    }
    (called > 1 && called * 3 >= parts.len() * 2).then_some(people)
}

/// The name that `text` is, but for brackets behind it: a title perhaps, initials and a surname.
fn name_at(text: &str, lexicon: &Lexicon) -> Option<Name> {
    let title = honorifics(text, lexicon);
    let len = len(&text[title..], lexicon)?;
    let end = title + len;
    let rest = text[end..].trim_start();
    let closed = rest.is_empty() || rest.starts_with(['(', '[', '.']);
    closed.then(|| Name {
        honorific: (title > 0).then(|| 0..text[..title].trim_end().len()),
        whole: title..end,
        end,
        score: 2,
        ..Name::default()
    })
}

/// The bytes of the initials and the surname that `text` begins with: `J. P. Model`, `T de Sample`.
pub(super) fn len(text: &str, lexicon: &Lexicon) -> Option<usize> {
    let (mut at, mut end, mut initials, mut names) = (0, 0, 0, 0);
    for word in text.split_inclusive(' ') {
        let plain = word.trim_end();
        let bare = plain.trim_end_matches(['(', ')', ',', ';', '.', '[']);
        let initial = names == 0 && is_initial(plain);
        let particle = names == 0 && initials > 0 && lexicon.list(List::Particle).is(bare);
        let name = initials > 0 && !initial && !particle && is_surname(bare);
        match (initial, particle, name) {
            (true, ..) if initials < 3 => initials += 1,
            (_, true, _) => {}
            (.., true) if names < 2 => {
                names += 1;
                end = at + bare.len();
            }
            _ => break,
        }
        if name && bare.len() < plain.len() {
            break;
        }
        at += word.len();
    }
    (names > 0).then_some(end)
}

/// `J`, `J.`, `J.P.`
fn is_initial(word: &str) -> bool {
    let mut letters = word.split('.').filter(|l| !l.is_empty());
    let single = |l: &str| l.chars().count() == 1 && l.starts_with(char::is_uppercase);
    !word.is_empty() && word.len() <= 6 && letters.clone().count() > 0 && letters.all(single)
}

fn is_surname(word: &str) -> bool {
    let plain = |c: char| c.is_alphabetic() || "'\u{2019}-".contains(c);
    word.starts_with(char::is_uppercase) && word.chars().all(plain) && word.chars().count() > 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lang;

    #[test]
    fn initials_and_a_surname_are_a_name() {
        let told = |t: &str| len(t, Lang::En.lexicon()).map(|l| t[..l].to_string());
        for (text, name) in [
            ("J Model", "J Model"),
            ("J. P. Model (Chair)", "J. P. Model"),
            ("T de Sample and others", "T de Sample"),
            ("H La Probe", "H La Probe"),
        ] {
            assert_eq!(told(text).as_deref(), Some(name));
        }
        for none in ["Model J", "A", "A. 5", "Item B"] {
            assert_eq!(told(none), None, "{none}");
        }
    }
}
