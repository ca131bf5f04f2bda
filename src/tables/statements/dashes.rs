//! The turns of a talk whose speakers stand before a dash: `AE - Who pays?`, `Bo \u{2013} boats are dear.`; and those of a
//! transcript below a name in bold.

use super::turns::{is_turn, labelled};
use super::voices::is_record;
use crate::block::is_person;
use crate::extract::Extraction;
use crate::lexicon::{Lexicon, List};
use crate::outline::{Unit, UnitKind};
use crate::tables::outcomes::opens_tasks;
use crate::voice::{Attribution, is_initials};
use foldhash::{HashMap, HashSet, HashSetExt};

/// So many turns of people whom the report names make a talk.
const TURNS: usize = 3;
/// So many turns of letters that it does not explain.
const LETTERED: usize = 6;
/// A name before a dash is no longer, in bytes.
const NAME: usize = 16;

/// The signs between a name and its words.
const DASHES: [&str; 3] = [" - ", " \u{2013} ", " \u{2014} "];

/// Those who speak before a dash.
pub(super) struct Dashed(HashSet<String>);

impl Dashed {
    /// The names of a report; none where too few turns make no talk.
    pub fn of(x: &Extraction) -> Dashed {
        let units = x.free_units().filter(|(_, u)| is_turn(u));
        let mut counts: HashMap<&str, usize> = HashMap::default();
        for (name, _) in units.filter_map(|(_, u)| turn(x, u)) {
            *counts.entry(name).or_default() += 1;
        }
        let known = |name: &str| {
            let letters = || is_initials(name) && x.roster.find_initials(name).is_some();
            x.roster.find(name).is_some() || letters()
        };
        let mut names = HashSet::new();
        let mut take = |least: usize, fits: &dyn Fn(&str) -> bool| {
            let of = counts.iter().filter(|(name, _)| fits(name));
            let (turns, people) = of.clone().fold((0, 0), |(t, p), (_, n)| (t + n, p + 1));
            // Short forms of things, each explained once, are no people.
            if turns >= least && people >= 2 && people * 3 <= turns * 2 {
                names.extend(of.map(|(name, _)| (*name).to_string()));
            }
        };
        if !counts.is_empty() {
            take(TURNS, &known);
            if is_record(x) {
                take(LETTERED, &is_initials);
            }
        }
        Dashed(names)
    }

    /// The speaker of a turn.
    pub fn attribution(&self, x: &Extraction, unit: &Unit) -> Option<Attribution> {
        if self.0.is_empty() || !is_turn(unit) {
            return None;
        }
        let (name, said) = turn(x, unit).filter(|(name, _)| self.0.contains(*name))?;
        Some(Attribution {
            initials: is_initials(name) && x.roster.find_initials(name).is_some(),
            ..labelled(name, unit.text().len() - said.len())
        })
    }
}

/// The name before the dash, and what is said behind it; under a heading over tasks only a whole sentence is no task.
fn turn<'x>(x: &Extraction, unit: &'x Unit) -> Option<(&'x str, &'x str)> {
    let (name, said) = head(unit.text())?;
    let stops = said.ends_with(['.', '?', '!', ':', ';', '\u{2026}']);
    // `Ana - Treasurer of the Trust` says who she is.
    let told = match said.starts_with(char::is_uppercase) {
        true => stops,
        false => !is_under_tasks(x, unit),
    };
    (says(said) && told && !bears_code(x.lexicon, said)).then_some((name, said))
}

/// Whoever's name alone in bold is the first line of his words, as those of a transcript are joined.
pub(super) fn caption(x: &Extraction, unit: &Unit) -> Option<Attribution> {
    if unit.kind != UnitKind::Paragraph {
        return None;
    }
    let mut lines = unit.flow.lines();
    let first = lines.next().filter(|l| (3..=CAPTION).contains(&l.len()))?;
    let below = lines.next()?;
    let name = unit.text().get(first.clone())?;
    let told = x.is_bold(&unit.flow, first.clone()) && is_person(name);
    told.then(|| labelled(name, below.start))
}

/// The passages below names in bold, where two of the names come back.
pub(super) fn captions(x: &Extraction) -> HashSet<usize> {
    let named = |(i, unit): (usize, &Unit)| {
        let voice = caption(x, unit)?;
        Some((i, unit.text().get(voice.who.name)?.to_string()))
    };
    let found: Vec<(usize, String)> = x.free_units().filter_map(named).collect();
    let mut counts: HashMap<&str, usize> = HashMap::default();
    for (_, name) in &found {
        *counts.entry(name).or_default() += 1;
    }
    match counts.values().filter(|n| **n > 1).count() >= 2 {
        true => found.iter().map(|(i, _)| *i).collect(),
        false => HashSet::new(),
    }
}

/// A name in bold is no longer, in bytes.
const CAPTION: usize = 60;

/// Whether a turn's label ends in a dash.
pub(super) fn is_dashed(text: &str, voice: &Attribution) -> bool {
    let label = text.get(voice.who.name.end..voice.who.end);
    label.is_some_and(|sign| DASHES.contains(&sign))
}

/// `2031-07: AE - oil the wheel`, `Action M-2031-3 Oil the wheel`, perhaps behind who is to do it: a paper's number says that a
/// line is of the report's own business.
pub(super) fn bears_code(lexicon: &Lexicon, text: &str) -> bool {
    let text = head(text).map_or(text, |(_, said)| said);
    let is_code = |word: &str| {
        let word = word.trim_end_matches([':', '.', ',']);
        word.len() > 3
            && word.contains(['-', '/'])
            && word.chars().any(|c| c.is_ascii_digit())
            && !word.chars().any(char::is_lowercase)
    };
    let first = text.split(' ').next().unwrap_or("");
    let label = lexicon.list(List::OutcomeLabelActionItem).starts(text);
    let behind = label.map_or("", |len| text[len..].trim_start_matches([' ', '-', '#']));
    first.ends_with(':') && is_code(first) || is_code(behind.split(' ').next().unwrap_or(""))
}

fn is_under_tasks(x: &Extraction, unit: &Unit) -> bool {
    let section = x.outline.sections.get(unit.section);
    section.is_some_and(|s| opens_tasks(x.lexicon, s.heading.as_str()))
}

/// The one word before a dash at the start of a text, and what is said behind it.
fn head(text: &str) -> Option<(&str, &str)> {
    let end = text.find(' ').filter(|end| (2..=NAME).contains(end))?;
    let sign = DASHES.iter().find(|sign| text[end..].starts_with(**sign))?;
    let name = &text[..end];
    let named = name.starts_with(char::is_uppercase) && name.chars().all(char::is_alphabetic);
    let said = text[end + sign.len()..].trim_start();
    named.then_some((name, said))
}

/// Several words, or one that is stopped as words are.
fn says(said: &str) -> bool {
    let words = said.split(' ').filter(|w| w.contains(char::is_alphabetic));
    words.count() >= 3 || said.ends_with(['.', '?', '!'])
}

#[cfg(test)]
mod tests {
    use super::super::tests::said as told;

    #[test]
    fn letters_that_come_back_before_a_dash_speak() {
        let text = "# Mill Board, 4 May 2031 - minutes\n\n## Wheel\n\n1. AE - The wheel is old.\n2. AE - It squeaks, too.\n3. BOS - Who pays for it?\n\
            4. AE - The Board.\n\n## Open actions\n\n- 2031-07: BOS - oil the wheel.\n    1. BOS - Nobody has done it yet.\n    2. AE - Please do.\n        \
            - BOS - Action M-2031-08 Oil for the wheel\n    3. Action 2031-06 CLOSED.\n\n## Oil\n\n1. CD - No oil is left.\n2. BOS - I see.\n";
        assert_eq!(
            told(text),
            [
                "AE | The wheel is old. It squeaks, too.",
                "BOS | Who pays for it?",
                "AE | The Board.",
                "BOS | Nobody has done it yet.",
                "AE | Please do.",
                "CD | No oil is left.",
                "BOS | I see.",
            ]
        );
    }

    #[test]
    fn first_names_before_a_dash_speak_and_short_forms_of_things_do_not() {
        let text = "# Mill Board\n\n4 May 2031\n\nPresent\n\n- Ana Torres, Mill Trust\n- Bo Quill, Reed Bank\n\n## Round\n\n\
            Ana \u{2013} the wheel needs oil\n\nBo \u{2013} we pay for none;\n\nOil/Grease \u{2013} it is dear everywhere.\n\nAna \u{2013} then it stops.\n";
        assert_eq!(
            told(text),
            [
                "Ana Torres | the wheel needs oil",
                "Bo Quill | we pay for none;",
                "Ana Torres | then it stops.",
            ]
        );
        let posts = "# Mill Board\n\n4 May 2031\n\nAttendees: Ana Torres, Bo Quill\n\n## Who is who\n\n- Ana - Treasurer of the trust since May\n- Bo - Miller at Reedham\n\
            - Ana - Keeper of the pond in winter\n";
        assert!(told(posts).is_empty(), "{:?}", told(posts));
        let forms = "MINUTES OF THE MILL BOARD\n\n4 May 2031\n\nShort forms\n\n- MB - the board of the mill\n- OW - the old wheel of it\n\
            - NW - the new wheel there\n- RB - the bank of reeds\n- MT - the trust for mills\n- RT - the trust for reeds\n";
        assert!(told(forms).is_empty(), "{:?}", told(forms));
    }
}
