//! Labels of turns that stand on lines of their own, over what was said: `**Ana Example:**` and the words below it, or in a
//! transcript the name alone in bold.

use super::heading::is_bold;
use super::wrap::ends_sentence;
use super::{Block, Kind};
use crate::lexicon::Lang;
use crate::source::Source;
use crate::value::person;
use foldhash::HashMap;

/// So many labels make a talk.
const TURNS: usize = 3;

/// The longest label, in bytes.
const LABEL: usize = 60;

/// So many people who come back again under their names in bold make a transcript: whoever has a part of a report, or a
/// portrait, has it once.
const BACK: usize = 2;

/// Joins such labels with the passages below them, so that they read as `Ana Example: text` does.
pub(super) fn join(source: &Source, blocks: &mut Vec<Block>) {
    join_captions(source, blocks);
    let found: Vec<(usize, &str)> = (0..blocks.len())
        .filter_map(|i| Some((i, label(source, blocks, i)?)))
        .collect();
    if found.len() < TURNS {
        return;
    }
    let mut seen: HashMap<&str, usize> = HashMap::default();
    for (_, name) in &found {
        *seen.entry(name).or_default() += 1;
    }
    // Somebody comes back, and somebody answers.
    if seen.len() < 2 || seen.len() == found.len() {
        return;
    }
    let names = seen.len();
    seen.retain(|name, _| is_person(name));
    if seen.len() * 2 <= names {
        return;
    }
    let turns = found.iter().filter(|(_, name)| seen.contains_key(name));
    let turns: Vec<usize> = turns.map(|(i, _)| *i).collect();
    with_below(blocks, &turns);
}

/// The same for names alone in bold.
fn join_captions(source: &Source, blocks: &mut Vec<Block>) {
    let found: Vec<(usize, &str)> = (0..blocks.len())
        .filter_map(|i| Some((i, caption(source, blocks, i)?)))
        .collect();
    let mut seen: HashMap<&str, usize> = HashMap::default();
    for (_, name) in &found {
        *seen.entry(name).or_default() += 1;
    }
    if seen.values().filter(|n| **n > 1).count() >= BACK {
        let turns: Vec<usize> = found.iter().map(|(i, _)| *i).collect();
        with_below(blocks, &turns);
    }
}

/// Joins each of these blocks with the one below it.
fn with_below(blocks: &mut Vec<Block>, turns: &[usize]) {
    let mut joined = vec![false; blocks.len()];
    for &i in turns.iter().rev() {
        let below = below(blocks, i);
        let (span, body) = (blocks[below].span, blocks[below].body);
        let turn = &mut blocks[i];
        turn.kind = Kind::Paragraph;
        turn.span.end = span.end;
        turn.body.end = body.end;
        joined[i + 1..=below].fill(true);
    }
    let mut joined = joined.into_iter();
    blocks.retain(|_| joined.next() != Some(true));
}

/// The person whose name is all of a line in bold, where a passage stands below.
fn caption<'s>(source: &'s Source, blocks: &[Block], i: usize) -> Option<&'s str> {
    let block = &blocks[i];
    let text = source.slice(block.body);
    if block.kind != Kind::Paragraph || text.len() > LABEL || !is_bold(text) {
        return None;
    }
    let name = text.trim_matches(['*', ' ']);
    let below = blocks.get(below(blocks, i))?;
    let told = below.kind == Kind::Paragraph && ends_sentence(source.slice(below.body));
    (told && !name.contains('\n') && is_person(name)).then_some(name)
}

/// The name in a line that only names somebody before a colon, where a passage stands below.
fn label<'s>(source: &'s Source, blocks: &[Block], i: usize) -> Option<&'s str> {
    let block = &blocks[i];
    if !matches!(block.kind, Kind::Label | Kind::Paragraph) || block.body.len() > LABEL {
        return None;
    }
    let text = source.slice(block.body);
    let bare = text.trim_matches('*');
    let name = bare.trim_end().strip_suffix(':')?.trim_matches(['*', ' ']);
    let below = blocks.get(below(blocks, i))?;
    let said = source.slice(below.body);
    let told = match below.kind {
        Kind::Paragraph => ends_sentence(said) || said.ends_with(':'),
        // `Two points:` leads to what he lists.
        Kind::Label => said.contains(' ') && !is_person(said.trim_end_matches(':')),
        _ => false,
    };
    let named = !name.is_empty() && !name.contains([':', '\n']);
    (named && told).then_some(name)
}

/// The block below one, a blank line between them at most.
fn below(blocks: &[Block], i: usize) -> usize {
    let blank = blocks.get(i + 1).is_some_and(|b| b.kind == Kind::Blank);
    i + 1 + usize::from(blank)
}

/// Whether a name of two words or more is a person's.
pub(crate) fn is_person(name: &str) -> bool {
    let whole = |p: person::Person| p.name == (0..name.len()) || p.honorific.is_some();
    let known = person::Known::nobody();
    name.contains(' ') && person::person(name, Lang::En, known).is_some_and(whole)
}

#[cfg(test)]
mod tests {
    use crate::extract::{Options, extract};
    use crate::source::Source;

    #[test]
    fn names_in_bold_that_come_back_stand_over_their_words() {
        let text = "# Transcript of the mill hearing, 4 May 2031\n\n**Ana Torres**\n\nGood morning. I call the hearing to order.\n\nWe speak of the wheel.\n\n\
            **Bo Quill**\n\nThank you. The wheel is old.\n\n**Ana Torres**\n\nWho should oil it?\n\n**Bo Quill**\n\nThe town should.\n\n\
            **Next Steps**\n\nThey are told below.\n";
        let told = |text: &str| {
            let data = extract(&Source::from_text("t", text), &Options::default());
            assert!(data.sessions.len() < 2);
            let line = |s: &crate::tables::statements::Statement| {
                format!("{}: {}", s.speaker.value, s.text.value)
            };
            data.statements.iter().map(line).collect::<Vec<_>>()
        };
        assert_eq!(
            told(text),
            [
                "Ana Torres: Good morning. I call the hearing to order. We speak of the wheel.",
                "Bo Quill: Thank you. The wheel is old.",
                "Ana Torres: Who should oil it?",
                "Bo Quill: The town should.",
            ]
        );
        let portraits = text.replacen("**Bo Quill**", "**Cy Reed**", 1);
        assert!(told(&portraits).is_empty());
    }

    #[test]
    fn who_speaks_may_stand_over_his_words() {
        let text = "# Reed workshop, 4 May 2031\n\n## Open talk\n\n**Ana Torres:**\nThe boats of the mill have been dry since March.\n\n\
            **Bo Quill:**\nThen let us oil them.\n\n**Next Steps:**\nThey are told below.\n\n\
            **Ana Torres:**\nTwo points:\n\n1. Oil is dear.\n2. The mill has none.\n";
        let data = extract(&Source::from_text("t", text), &Options::default());
        let said: Vec<_> = data
            .statements
            .iter()
            .map(|s| format!("{}: {}", s.speaker.value, s.text.value))
            .collect();
        assert_eq!(
            said,
            [
                "Ana Torres: The boats of the mill have been dry since March.",
                "Bo Quill: Then let us oil them.",
                "Ana Torres: Two points: Oil is dear. The mill has none.",
            ]
        );
    }
}
