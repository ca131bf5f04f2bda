//! Lines that are nothing but posts and names by turns, no sign between them: `Mayor Ann Model Deputy Mayor Probe Councillor
//! Sample CAO, Bo Test`.

use super::entry::Entry;
use super::name::Name;
use crate::flow::Flow;
use crate::lexicon::{Lexicon, List};

/// So many posts with a name behind each are no chance.
const MANY: usize = 4;
/// No line of people strung together is longer, in bytes.
const LONGEST: usize = 1200;
/// No name has more words.
const WORDS: usize = 3;

/// Everybody in a line of posts and names by turns, where it is nothing else.
pub(super) fn people<'s>(flow: &Flow<'s>, lexicon: &Lexicon) -> Option<Vec<Entry<'s>>> {
    let text = flow.as_str();
    if text.len() > LONGEST || post_at(text, lexicon).is_none() {
        return None;
    }
    let (mut at, mut found) = (0, Vec::new());
    while at < text.len() {
        let post = post_at(&text[at..], lexicon)?;
        let own = at + post + blanks_and_comma(&text[at + post..]);
        let len = name_len(&text[own..], lexicon)?;
        found.push((at, post, own, own + len));
        at = own + len + blanks_and_comma(&text[own + len..]);
    }
    // A comma between any two parts them as other lists do.
    let unsigned = found
        .windows(2)
        .any(|w| !text[w[0].3..w[1].0].contains(','));
    if found.len() < MANY || !unsigned {
        return None;
    }
    let entry = |&(from, post, own, end): &(usize, usize, usize, usize)| {
        let name = Name {
            whole: own - from..end - from,
            office: Some(0..post),
            end: end - from,
            score: 2,
            ..Name::default()
        };
        Entry::of_name(&flow.slice(from..end), name, lexicon)
    };
    found.iter().map(entry).collect()
}

/// The bytes of the post that `text` begins with, a name behind it.
fn post_at(text: &str, lexicon: &Lexicon) -> Option<usize> {
    if !text.starts_with(char::is_uppercase) {
        return None;
    }
    let len = lexicon.list(List::Job).starts(text)?;
    text[len..].starts_with([' ', ',']).then_some(len)
}

/// The bytes of a blank, or of a comma and a blank.
fn blanks_and_comma(text: &str) -> usize {
    let rest = text.strip_prefix(',').unwrap_or(text);
    text.len() - rest.trim_start().len()
}

/// The bytes of the words with a capital up to the next post.
fn name_len(text: &str, lexicon: &Lexicon) -> Option<usize> {
    let (mut at, mut end) = (0, 0);
    for (i, word) in text.split_inclusive(' ').enumerate() {
        if i > 0 && post_at(&text[at..], lexicon).is_some() {
            break;
        }
        let own = word.trim_end();
        let bare = own.strip_suffix(',').unwrap_or(own);
        if i == WORDS || !is_word_of_name(bare) {
            return None;
        }
        end = at + bare.len();
        at += word.len();
        if bare.len() < own.len() {
            break;
        }
    }
    (end > 0).then_some(end)
}

/// `Model`, `O'Probe`, `B.`
fn is_word_of_name(word: &str) -> bool {
    let letters = |c: char| c.is_alphabetic() || "'\u{2019}-.".contains(c);
    let initial = word.chars().count() <= 2;
    word.starts_with(char::is_uppercase)
        && word.chars().all(letters)
        && (initial || word.contains(char::is_lowercase) && !word.ends_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lang;
    use crate::span::Span;

    fn told(text: &str) -> Vec<String> {
        let flow = Flow::verbatim(text, Span::new(0, text.len()));
        let found = people(&flow, Lang::En.lexicon()).unwrap_or_default();
        let shown = |e: &Entry| {
            let text = e.flow.as_str();
            let office = e.name.office.clone().map_or("", |o| &text[o]);
            format!("{} = {office}", &text[e.name.whole.clone()])
        };
        found.iter().map(shown).collect()
    }

    #[test]
    fn posts_and_names_by_turns() {
        assert_eq!(
            told(
                "Mayor Ann Model Deputy Mayor Probe Councillor Sample Councillor B. Trial CAO, Cy Test"
            ),
            [
                "Ann Model = Mayor",
                "Probe = Deputy Mayor",
                "Sample = Councillor",
                "B. Trial = Councillor",
                "Cy Test = CAO"
            ]
        );
    }

    #[test]
    fn other_lines_are_not_strung() {
        for text in [
            "Mayor Model called the meeting to order",
            "Mayor Model Councillor Probe",
            "Mayor Model, Councillor Probe, Councillor Sample, Clerk Test",
            "Mayor Model Councillor Probe Councillor Sample Clerk",
            "a) Mayor Model b) Councillor Probe c) Councillor Sample d) Councillor Test",
        ] {
            assert_eq!(told(text), Vec::<String>::new(), "{text}");
        }
    }
}
