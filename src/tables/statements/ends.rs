//! Where a statement ends: before what the meeting did, a motion, a labelled passage, or where no running text is left.

use crate::extract::Extraction;
use crate::lexicon::{Lexicon, List};
use crate::tables::outcomes;
use crate::value::person::is_given_name;
use crate::value::sentence::sentences;
use crate::voice::{
    Attribution, Form, goes_on, is_act, is_of_group, is_of_office, labels_office, named, subject,
};

/// A longer passage has more to tell than how the talk went.
const BRIEF: usize = 160;

/// The group's words or an office's, a motion, a labelled passage, or no running text at all.
pub(super) fn ends_statement(x: &Extraction, text: &str) -> bool {
    is_of_group(text, x.lexicon)
        || is_act(text, x.lexicon)
        || x.lexicon.list(List::SayStep).found_in(text)
        || tells_of_talk(x.lexicon, text)
        || goes_by_paper(x.lexicon, text)
        || is_of_office(text, x.lexicon)
        || labels_office(text, x.lexicon)
        || is_labelled(text)
        || labels_outcome(text, x.lexicon)
        || is_asked(text, x.lexicon)
        || is_message(text)
        || quotes_another(text, x.lexicon)
        || has_run_in_head(text)
        || outcomes::settles(x.lexicon, text)
        || outcomes::gives_task(x, text)
        || !is_prose(text)
        || subject(text, 0, x.lexicon, List::SayMotion).is_some()
}

/// A passage of no more words, told by nobody, is the writer's.
const REMARK: usize = 10;

/// `A short pause followed.`: one sentence of a few words in a paragraph of its own. Whoever goes on says more than that;
/// one whose words stand behind a `label` may say so little, if it is not of the talk itself.
pub(super) fn is_remark(lexicon: &Lexicon, text: &str, label: bool) -> bool {
    let text = text.trim_end();
    let stops = text.ends_with('.') && !text.ends_with("..");
    let opens = text.starts_with(char::is_uppercase);
    opens
        && stops
        && text.split(' ').nth(REMARK).is_none()
        && !text[..text.len() - 1].contains(". ")
        && (!label || lexicon.list(List::GroupTalk).found_in(text))
}

/// `The floor was then opened for discussion.`: a sentence or two about how the talk went, and nobody's words.
fn tells_of_talk(lexicon: &Lexicon, text: &str) -> bool {
    text.len() <= BRIEF && lexicon.list(List::GroupAside).starts(text).is_some()
}

/// `According to the note by the secretariat, ...`: what a paper tells, where nobody says that it is in it.
fn goes_by_paper(lexicon: &Lexicon, text: &str) -> bool {
    let len = lexicon.list(List::SayAccording).starts(text);
    let whom = len.map_or("", |len| text[len..].trim_start());
    // `US$ 4` is no `us`.
    let own = |word: &str| word.len() == 1 || word.contains(char::is_lowercase);
    let mut first = lexicon.list(List::SayFirst).find_iter(text);
    lexicon.list(List::Article).starts(whom).is_some() && !first.any(|(f, _)| own(&text[f]))
}

/// `The tour of the works took place`, `A lamp was passed round.`: a passage whose first sentence tells what happened in the
/// room; whoever speaks for himself in his own words (`direct`) may tell of what took place elsewhere.
pub(super) fn tells_of_scene(lexicon: &Lexicon, text: &str, direct: bool) -> bool {
    let first = sentences(text, lexicon).next().unwrap_or(0..0);
    lexicon.list(List::GroupScene).found_in(&text[first])
        && !(direct && lexicon.list(List::SayFirst).found_in(text))
}

/// `It was late. The Board decided to wait.`: a passage in which the meeting acts, or somebody else is quoted, is not the
/// speaker's from its start.
pub(super) fn turns_to_others(lexicon: &Lexicon, text: &str, direct: bool) -> bool {
    let mut behind = sentences(text, lexicon).skip(1).map(|s| &text[s]);
    behind.any(|s| is_act(s, lexicon) || quotes_another(s, lexicon))
        && !(direct && lexicon.list(List::SayFirst).found_in(text))
}

/// `ACTION:`, `Motion 12/3:`, `Show of hands:`: a few words, perhaps a number, and a sign, in front of a passage.
fn is_labelled(text: &str) -> bool {
    let Some(colon) = text.find(": ").filter(|&c| c <= 40) else {
        return false;
    };
    let mut words = text[..colon].trim_end().split(' ');
    let first = words.next().unwrap_or("");
    let words_before = words.clone().count();
    let brief = (1..=3).contains(&words_before) && colon <= 24;
    let noted = brief && words.clone().all(|w| w.starts_with(char::is_lowercase));
    let numbers = words.all(|w| w.chars().any(|c| c.is_ascii_digit()));
    first.starts_with(char::is_uppercase)
        && (numbers || noted || first.len() > 1 && first.chars().all(|c| !c.is_lowercase()))
}

/// `Q. Who pays?`, `Question 3: Who pays?`
fn is_asked(text: &str, lexicon: &Lexicon) -> bool {
    let Some(len) = lexicon.list(List::SayQuestion).starts(text) else {
        return false;
    };
    let number = |c: char| c.is_ascii_digit() || c == ' ';
    let rest = text[len..].trim_start_matches(number);
    // `Q (in writing): Who pays?`
    let aside = rest.strip_prefix('(').and_then(|r| r.split_once(')'));
    let rest = aside.map_or(rest, |(_, behind)| behind);
    text.starts_with(char::is_uppercase) && rest.starts_with([':', '.', ')']) && rest.len() > 1
}

/// `"We have no oil," said X.`, `"We have no oil," X added`: somebody's words with his name behind them.
pub(super) fn quotes_another(text: &str, lexicon: &Lexicon) -> bool {
    let closing = match text.chars().next() {
        Some('"') => '"',
        Some('\u{201c}') => '\u{201d}',
        Some('\u{ab}') => '\u{bb}',
        _ => return false,
    };
    let inner = text.trim_start_matches(['"', '\u{201c}', '\u{ab}']);
    let Some((_, rest)) = inner.split_once(closing) else {
        return false;
    };
    let rest = rest.trim_start_matches([' ', ',']);
    let verb = lexicon.list(List::SayVerb).starts(rest);
    let says = |at: usize| named(rest, at, lexicon).is_some();
    verb.is_some_and(|len| says((len + 1).min(rest.len())))
        || subject(rest, 0, lexicon, List::SayVerb).is_some()
}

/// `<name> text`: another line of a log.
fn is_message(text: &str) -> bool {
    let end = text.strip_prefix('<').and_then(|rest| rest.find("> "));
    end.is_some_and(|end| end <= 30 && !text[1..=end].contains(' '))
}

/// `Open Day \u{2013} Helpers are needed.`: a few words, most with capitals, that title the passage.
fn has_run_in_head(text: &str) -> bool {
    let find = |sign: &str| memchr::memmem::find(text.as_bytes(), sign.as_bytes());
    let Some(dash) = find(" \u{2013} ").or_else(|| find(" - ")) else {
        return false;
    };
    let mut words = text[..dash].split(' ');
    let capital = |w: &str| w.starts_with(char::is_uppercase);
    let all = words.clone().all(|w| capital(w) || w.len() <= 3);
    dash <= 40 && words.clone().count() <= 5 && all && words.next().is_some_and(capital)
}

/// Ends as a sentence does, or leads into a list.
fn is_prose(text: &str) -> bool {
    let text = text.trim_end_matches(['"', '\u{201d}', '\u{2019}', ')', '\u{bb}', ' ']);
    text.ends_with(['.', '!', '?', ':', ';', '\u{2026}']) || text.len() >= 120
}

/// Where the words of a speaker end in the passage that he opens: before a labelled action or decision or a motion, and
/// where others than he have the last sentences, unless `acts` of the group are to stay with him.
pub(super) fn behind_words(x: &Extraction, text: &str, voice: &Attribution, acts: bool) -> usize {
    let lexicon = x.lexicon;
    let told = voice.form == Form::Prose;
    let mut end = None;
    let of_others = |text: &str, own: &str| match acts {
        true => is_moved(lexicon, text, own),
        false => is_of_others(lexicon, text, own),
    };
    for s in sentences(text, lexicon).skip(1) {
        let own = &text[s.clone()];
        if labels_outcome(own, lexicon)
            || subject(text, s.start, lexicon, List::SayMotion).is_some()
        {
            end.get_or_insert(s.start);
            break;
        }
        match end {
            // `He added that ...`: what the group did stands in between.
            Some(_) if goes_on(own, lexicon) => end = None,
            None if told && of_others(&text[s.start..], own) => end = Some(s.start),
            // `Jo will look for one.`, behind what another said.
            None if told && outcomes::gives_task(x, own) => end = Some(s.start),
            _ => {}
        }
    }
    text[..end.unwrap_or(text.len())].trim_end().len()
}

/// Whether a text opens with a sentence that tells what the meeting did: a motion, an act of the group.
pub(super) fn is_of_others(lexicon: &Lexicon, text: &str, sentence: &str) -> bool {
    is_act(sentence, lexicon)
        || outcomes::adopts(lexicon, sentence)
        || is_moved(lexicon, text, sentence)
}

/// Whether a text opens with a motion.
fn is_moved(lexicon: &Lexicon, text: &str, sentence: &str) -> bool {
    let has = |list| lexicon.list(list).found_in(sentence);
    has(List::OutcomeSeconded)
        || [List::OutcomeMoved, List::SayMotion].into_iter().any(has)
            && outcomes::is_motion(lexicon, text)
}

/// `Decision: ...`, `ACTION 12-03: ...`, `DECISION 4. ...`: a labelled action or decision.
fn labels_outcome(text: &str, lexicon: &Lexicon) -> bool {
    let labels = [
        List::OutcomeLabelActionItem,
        List::OutcomeLabelDecision,
        List::OutcomeLabelConclusion,
    ];
    let found = labels.iter().filter_map(|&l| lexicon.list(l).starts(text));
    let rest = found.max().map_or("", |len| text[len..].trim_start());
    let behind = rest.trim_start_matches(|c: char| c.is_ascii_digit() || " .-/".contains(c));
    let number = rest[..rest.len() - behind.len()].trim_end();
    let counted = number.ends_with('.') && number.starts_with(|c: char| c.is_ascii_digit());
    text.starts_with(char::is_uppercase) && (behind.starts_with(':') || counted)
}

/// `Ann Model, Bo Probe`: names are no words of whoever stands before the colon.
pub(super) fn only_names(text: &str) -> bool {
    let named = |part: &str| {
        let first = part.split(' ').next().unwrap_or(part);
        let words = part.split(' ').count();
        (2..=4).contains(&words) && first.starts_with(char::is_uppercase) && is_given_name(first)
    };
    let end = text.chars().last().is_some_and(char::is_alphabetic);
    text.len() < NAMES && end && text.contains(", ") && text.split(", ").all(named)
}

/// A text that is names only is no longer.
const NAMES: usize = 120;

#[cfg(test)]
mod tests {
    use super::only_names;

    #[test]
    fn what_a_paper_tells_is_nobodys() {
        let lexicon = crate::lexicon::Lang::En.lexicon();
        let paper = super::goes_by_paper;
        assert!(paper(
            lexicon,
            "According to the mill's own paper, the wheel is old."
        ));
        assert!(paper(lexicon, "According to the paper, wheels cost US$ 4."));
        assert!(!paper(lexicon, "According to the paper, we have no oil."));
        assert!(!paper(lexicon, "According to her, the wheel is old."));
    }

    #[test]
    fn names_are_no_words() {
        assert!(only_names("Paul Petit, Marie Moulin"));
        assert!(!only_names("Paul Petit, Marie Moulin and I will go."));
        assert!(!only_names("Boats, oars and ropes"));
        assert!(!only_names("Paul Petit"));
    }
}
