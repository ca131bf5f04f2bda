//! Short forms with the expansions that the report itself prints.
//!
//! A short form in brackets is held against the words before it, letter by letter from the right, as Schwartz and Hearst
//! describe (A Simple Algorithm for Identifying Abbreviation Definitions in Biomedical Text, 2003): each letter stands in
//! the expansion in order, the first at the start of a word.

mod list;

use crate::extract::Extraction;
use crate::flow::Flow;
use crate::lexicon::{Lexicon, List};
use crate::outline::UnitKind;
use crate::record;
use crate::value::place::country;
use foldhash::{HashSet, HashSetExt};
use std::ops::Range;

record! {
    /// The first pairing of a short form with its expansion.
    pub struct Acronym in "acronyms" ("acr") key [acronym, expansion] {
        /// The short form.
        acronym: Text,
        /// What it stands for, without article.
        expansion: Text,
    }
}

/// Reads the first pairing of each short form.
pub fn extract(x: &mut Extraction) {
    let outline = x.outline;
    let listed = list::read(x);
    for unit in &outline.units {
        match unit.kind {
            UnitKind::Grid(grid) => {
                let grid = &outline.grids[grid];
                let rows = grid.header.iter().chain(&grid.rows);
                for cell in rows.flat_map(|r| &r.cells) {
                    read(cell, &pairs(cell.as_str(), x.lexicon), x);
                }
            }
            _ => {
                let found = pairs(unit.text(), x.lexicon);
                if !found.is_empty() && !names_people(x, unit.text(), &found) {
                    read(&unit.flow, &found, x);
                }
            }
        }
    }
    let rows = &mut x.data.acronyms;
    rows.extend(listed);
    rows.sort_by_key(|a| a.acronym.spans.cover().map_or(0, |s| s.start));
    let mut first = HashSet::new();
    rows.retain(|a| first.insert(a.acronym.value.clone()));
}

/// Drops the initials of those who turned out to be participants: `Ana Example (AE), Example Org`.
pub fn without_people(x: &mut Extraction) {
    let people = x.data.participants.iter();
    let known = x.roster.people().iter().map(|k| k.name.value.as_str());
    let people: HashSet<&str> = people.map(|p| p.name.value.as_str()).chain(known).collect();
    let rows = &mut x.data.acronyms;
    rows.retain(|a| !people.contains(a.expansion.value.as_str()));
}

/// A short form and its expansion, by their places.
type Pair = (Range<usize>, Range<usize>);

fn read(flow: &Flow, found: &[Pair], x: &mut Extraction) {
    for (short, long) in found {
        x.data.acronyms.push(Acronym {
            acronym: flow.cell(short.clone()),
            expansion: flow.cell(long.clone()),
            rule: "acronym",
            ..Acronym::default()
        });
    }
}

/// Whether the pairs of a text are people and their initials: `Apologies: Ana Example (AE), Bo Sample (BS)`.
fn names_people(x: &Extraction, text: &str, pairs: &[Pair]) -> bool {
    let initials = |(short, long): &&Pair| {
        let words = || text[long.clone()].split(' ');
        let first: String = words().filter_map(|w| w.chars().next()).collect();
        (2..=4).contains(&words().count()) && first == text[short.clone()]
    };
    let count = pairs.iter().filter(initials).count();
    let attendance = [
        List::AttendancePresent,
        List::AttendanceApologies,
        List::AttendanceAbsent,
        List::AttendanceRemote,
    ];
    let starts = |l: &List| x.lexicon.list(*l).starts(text).is_some();
    count > 0 && count * 4 >= pairs.len() * 3 && (count >= 3 || attendance.iter().any(starts))
}

/// The pairs of a text: the places of short form and expansion.
fn pairs(text: &str, lexicon: &Lexicon) -> Vec<Pair> {
    let mut found = Vec::new();
    for open in memchr::memchr_iter(b'(', text.as_bytes()) {
        let Some(len) = text[open..].find([')', ',', ';']).filter(|&i| i <= 120) else {
            continue;
        };
        let inner = open + 1..open + len;
        let pair = if is_short(&text[inner.clone()]) {
            before(text, open, inner, lexicon)
        } else {
            inside(text, open, inner, lexicon)
        };
        let people = lists_initials(&text[open..]);
        let named = |(_, long): &Pair| !people || is_title(&text[long.clone()], lexicon);
        // `THE AGENDA (Agenda item 1)` tells of the agenda and expands nothing.
        let again = |(short, long): &Pair| {
            let first = text[long.clone()].split([' ', '.']).next().unwrap_or("");
            text[short.clone()].to_lowercase() == first.to_lowercase()
        };
        found.extend(pair.filter(|p| named(p) && !again(p)));
    }
    found.extend(behind_sign(text, ',', lexicon));
    found.extend(behind_sign(text, ':', lexicon));
    found
}

/// `... the harbour wall (AE, BS)`: letters of several people in a bracket, who are to do it, stand for no words
/// before it that are no name.
fn lists_initials(bracket: &str) -> bool {
    let inner = bracket[1..].split(')').next().unwrap_or("");
    let initials = |w: &str| w.len() == 2 && w.bytes().all(|b| b.is_ascii_uppercase());
    inner.len() <= INITIALS && inner.contains(", ") && inner.split(", ").all(initials)
}

/// Whether the words of an expansion have capitals, as a name has.
fn is_title(long: &str, lexicon: &Lexicon) -> bool {
    let mut words = long.split(' ');
    words.all(|w| w.starts_with(char::is_uppercase) || lexicon.list(List::SmallWord).is(w))
        && long.starts_with(char::is_uppercase)
}

/// A bracket of initials is no longer, in bytes.
const INITIALS: usize = 60;

/// Two to ten signs without blanks, at least two of them capitals.
fn is_short(word: &str) -> bool {
    if !word.starts_with(char::is_alphabetic) || word.len() > 40 {
        return false;
    }
    let chars = word.chars().count();
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let sign = |c: char| c.is_alphanumeric() || "-&/.".contains(c);
    (2..=10).contains(&chars) && capitals >= 2 && word.chars().all(sign)
}

/// Whether the word at the start of these bytes may have two capitals, as every short form has.
fn may_be_short(text: &[u8]) -> bool {
    let ends = |b: &&u8| b.is_ascii_whitespace() || matches!(b, b',' | b';' | b')');
    let word = text.iter().take_while(|b| !ends(b));
    let capitals = word.filter(|b| b.is_ascii_uppercase() || !b.is_ascii());
    capitals.take(2).count() == 2
}

/// `the Expansion of it (SHORT)`.
fn before(text: &str, open: usize, short: Range<usize>, lexicon: &Lexicon) -> Option<Pair> {
    let end = text[..open]
        .trim_end()
        .trim_end_matches(['"', '\u{201d}', '\'', '\u{2019}'])
        .len();
    let from = clause_start(text, end);
    if let Some(start) = align(&text[short.clone()], &text[from..end]) {
        let start = widen(text, from, start + from, lexicon);
        return (end - start > short.len()).then_some((short, start..end));
    }
    let letters = &text[short.clone()];
    // `des pays d'Afrique, des Caraïbes et du Pacifique (ACP)`: the names of a list give the letters.
    let listed = text[..from].ends_with(',').then(|| {
        let far = text[..from - 1]
            .rfind(|c: char| ".;:()[]\"".contains(c))
            .map_or(0, |i| i + 1);
        let words = &text[far..end];
        let start = align(letters, words)?;
        let capitals = words[start..]
            .split([' ', '\'', '\u{2019}'])
            .filter(|w| w.starts_with(char::is_uppercase));
        let initials: String = capitals.filter_map(|w| w.chars().next()).collect();
        (initials == letters).then_some((short.clone(), far + start..end))
    });
    listed
        .flatten()
        .or_else(|| other_language(text, from, end, short, lexicon))
}

/// `the German Ministry for Economic Cooperation (BMZ)`: the short form is of another language than the name before it.
fn other_language(
    text: &str,
    from: usize,
    end: usize,
    short: Range<usize>,
    lexicon: &Lexicon,
) -> Option<Pair> {
    let letters = &text[short.clone()];
    let plain = (3..=8).contains(&letters.len()) && letters.bytes().all(|b| b.is_ascii_uppercase());
    let closed = text[short.end..].starts_with(')');
    if !plain || !closed || country(letters).is_some() {
        return None;
    }
    let (mut start, mut at, mut count) = (end, end, 0);
    for word in text[from..end].rsplit(' ') {
        let begin = at - word.len();
        if word.starts_with(char::is_uppercase) {
            (start, count) = (begin, count + 1);
        } else if !word.is_empty()
            && !lexicon.list(List::SmallWord).is(word)
            && !lexicon.list(List::Particle).is(word)
        {
            break;
        }
        at = begin.saturating_sub(1).max(from);
    }
    let long = without_article(&text[start..end], lexicon);
    let named = lexicon.list(List::Organisation).found_in(long);
    (named && count >= 3).then(|| (short, end - long.len()..end))
}

/// Where the words that may belong to an expansion begin: behind the last sign that parts clauses.
fn clause_start(text: &str, end: usize) -> usize {
    let sign = |c: char| ".,;:()[]\"\u{201c}".contains(c);
    text[..end].rfind(sign).map_or(0, |i| {
        i + text[i..].chars().next().map_or(1, char::len_utf8)
    })
}

/// A capital word between an article and the match belongs to the name: `the Global [Knowledge Partnership ...]`.
fn widen(text: &str, from: usize, start: usize, lexicon: &Lexicon) -> usize {
    let mut at = start;
    for word in text[from..start].split_whitespace().rev().take(3) {
        if lexicon.list(List::Article).is(word) {
            return at;
        }
        if !word.starts_with(char::is_uppercase) {
            break;
        }
        at -= text[from..at].trim_end().len().abs_diff(at - from) + word.len();
    }
    start
}

/// `SHORT (Expansion of it)`.
fn inside(text: &str, open: usize, long: Range<usize>, lexicon: &Lexicon) -> Option<Pair> {
    let end = text[..open].trim_end().len();
    let start = text[..end]
        .rfind(|c: char| c.is_whitespace() || c == '(')
        .map_or(0, |i| i + 1);
    let short = &text[start..end];
    if !is_short(short) || !text[long.end..].starts_with(')') {
        return None;
    }
    let words = without_article(&text[long.clone()], lexicon);
    let long = long.end - words.len()..long.end;
    (align(short, words)? == 0).then_some((start..end, long))
}

/// `Expansion of it, SHORT` and `SHORT ...: An Expansion of it`, where every word that counts gives a letter.
fn behind_sign(text: &str, sign: char, lexicon: &Lexicon) -> Vec<Pair> {
    let mut found = Vec::new();
    for at in memchr::memchr_iter(sign as u8, text.as_bytes()) {
        let rest = &text[at + 1..];
        let lead = at + 1 + rest.len() - rest.trim_start().len();
        let pair = if sign == ',' {
            if !may_be_short(&text.as_bytes()[lead..]) {
                continue;
            }
            let len = text[lead..].find(|c: char| c.is_whitespace() || ",;)".contains(c));
            let short = lead..len.map_or(text.len(), |i| lead + i);
            if !is_short(&text[short.clone()]) {
                continue;
            }
            let from = clause_start(text, at);
            let words = text[from..at].trim();
            let start = at - words.len();
            spelt(&text[short.clone()], words, lexicon).map(|_| (short, start..at))
        } else {
            let from = clause_start(text, at);
            let mut words = text[from..at].split_whitespace();
            let short = words.by_ref().find(|w| is_short(w));
            short.and_then(|short| {
                let start = text[from..at].find(short)? + from;
                let words = without_article(&text[lead..], lexicon);
                let len = spelt(short, words, lexicon)?;
                let begin = text.len() - words.len();
                Some((start..start + short.len(), begin..begin + len))
            })
        };
        found.extend(pair);
    }
    found
}

fn without_article<'t>(text: &'t str, lexicon: &Lexicon) -> &'t str {
    let text = text.trim_start();
    match lexicon.list(List::Article).starts(text) {
        Some(len) => text[len..].trim_start(),
        None => text,
    }
}

/// How many bytes of `words` spell the short form by their first letters, small words aside; all words up to there count.
fn spelt(short: &str, words: &str, lexicon: &Lexicon) -> Option<usize> {
    if !is_short(short) || short.len() < 3 {
        return None;
    }
    let mut letters = short.chars().filter(|c| c.is_alphanumeric()).peekable();
    let mut at = 0;
    for word in words.split(' ') {
        let first = word.chars().next()?;
        match letters.peek() {
            None => break,
            Some(l)
                if l.eq_ignore_ascii_case(&first) && (first.is_uppercase() || l.is_lowercase()) =>
            {
                letters.next();
            }
            _ if lexicon.list(List::SmallWord).is(word) => {}
            _ => return None,
        }
        at += word.len() + 1;
    }
    letters
        .peek()
        .is_none()
        .then_some(at.saturating_sub(1).min(words.len()))
}

/// Where the expansion of `short` begins in `words`, which end with it; `None` where the letters are not all there.
fn align(short: &str, words: &str) -> Option<usize> {
    let stem = short
        .strip_suffix('s')
        .filter(|s| s.ends_with(char::is_uppercase))
        .unwrap_or(short);
    let letters: Vec<char> = stem
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect();
    let most = (letters.len() + 5).min(letters.len() * 2 + 1);
    let mut left = letters.len();
    let mut start = None;
    let mut word_count = 1;
    for (at, c) in words.char_indices().rev() {
        word_count += usize::from(c == ' ');
        if left == 0 || word_count > most {
            break;
        }
        let opens = || !words[..at].ends_with(char::is_alphanumeric);
        let same = c.to_lowercase().eq(std::iter::once(letters[left - 1]));
        if same && (left > 1 || opens()) {
            left -= 1;
            start = Some(at);
        }
    }
    let loose = start.filter(|_| left == 0)?;
    Some(by_initials(&letters, words, most).unwrap_or(loose))
}

/// Where the words begin whose capital initials alone are the letters, which tells more than letters inside of words do:
/// `Programme de Promotion des Entreprises Rurales (PPER)`.
fn by_initials(letters: &[char], words: &str, most: usize) -> Option<usize> {
    let mut left = letters;
    let mut end = words.len();
    for word in words.rsplit([' ', '\'', '\u{2019}']).take(most) {
        let start = end - word.len();
        let initial = word.chars().next().filter(|c| c.is_uppercase());
        if let Some(initial) = initial {
            let (last, before) = left.split_last()?;
            if !initial.to_lowercase().eq(std::iter::once(*last)) {
                return None;
            }
            left = before;
        }
        if left.is_empty() {
            return Some(start);
        }
        let sign = words[..start].chars().next_back().map_or(0, char::len_utf8);
        end = start - sign;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lang;

    fn read(text: &str) -> Vec<(&str, &str)> {
        let found = pairs(text, Lang::En.lexicon());
        found
            .into_iter()
            .map(|(s, l)| (&text[s], &text[l]))
            .collect()
    }

    #[test]
    fn letters_of_those_who_do_a_thing_stand_for_no_words() {
        assert_eq!(read("Send notes on progress in tin mills (IM, TK)"), []);
        assert_eq!(read("of the Tin Mills (TM, MT) and"), [("TM", "Tin Mills")]);
    }

    #[test]
    fn short_forms_behind_their_words() {
        assert_eq!(
            read("by the Swamp Agency for Ducks and Coots (SADC) and"),
            [("SADC", "Swamp Agency for Ducks and Coots")]
        );
        assert_eq!(
            read("the \"Small Dune Goals\" (SDGs) are"),
            [("SDGs", "Small Dune Goals")]
        );
        assert_eq!(
            read("the Global Network on Lakes (NOL, 2007)"),
            [("NOL", "Global Network on Lakes")]
        );
        assert_eq!(
            read("non-governmental organisations (NGOs)"),
            [("NGOs", "non-governmental organisations")]
        );
    }

    #[test]
    fn a_word_that_a_bracket_repeats_is_no_short_form() {
        assert_eq!(read("ADOPTION OF THE AGENDA (Agenda Item 1)"), []);
    }

    #[test]
    fn initials_of_words_tell_more_than_letters_inside() {
        assert_eq!(
            read("le Programme de Promotion de l\u{2019}Entreprise des Rives (PPER) aide."),
            [(
                "PPER",
                "Programme de Promotion de l\u{2019}Entreprise des Rives"
            )]
        );
    }

    #[test]
    fn short_forms_of_other_languages_and_of_lists() {
        assert_eq!(
            read("with the Freeland Ministry for Ponds and Reeds (BMQ) and"),
            [("BMQ", "Freeland Ministry for Ponds and Reeds")]
        );
        assert_eq!(
            read("the states of Arden, of the Coast and the Pond (ACP) met"),
            [("ACP", "Arden, of the Coast and the Pond")]
        );
        assert_eq!(read("Ana Example of the Pond Ministry (USA)"), []);
    }

    #[test]
    fn short_forms_before_their_words() {
        assert_eq!(
            read("the IDF (International Duck Federation) said"),
            [("IDF", "International Duck Federation")]
        );
        assert_eq!(
            read("The JDI initiative: A Joint Duck Initiative with"),
            [("JDI", "Joint Duck Initiative")]
        );
        assert_eq!(
            read("Director, African Center for Ducks and Swans, ACDS"),
            [("ACDS", "African Center for Ducks and Swans")]
        );
    }

    #[test]
    fn initials_of_people_are_none() {
        let rows = |text: &str| {
            let source = crate::source::Source::from_text("t", text);
            let data = crate::extract::extract(&source, &crate::extract::Options::default());
            data.acronyms.len()
        };
        let came =
            "Attendees: Ana Example (AE), Bo McSample (BMS), Cy Instance (CI), Di Model (DM)\n";
        assert_eq!(rows(came), 0);
        assert_eq!(rows("Apologies: Ana Example (AE)\n"), 0);
        assert_eq!(rows("The Pond Forum (PF) met the Duck Union (DU).\n"), 2);
    }

    #[test]
    fn brackets_that_pair_nothing() {
        for text in [
            "Ana Example (Duck Alliance)",
            "in the city (2017)",
            "Ducks (XYZ) here",
            "the office, UN",
            "((",
            "a (B",
        ] {
            assert_eq!(read(text), [], "{text}");
        }
    }
}
