//! To whom the sentence around a quotation credits it.

use super::marks::{Quoted, pairs};
use crate::extract::Extraction;
use crate::flow::Flow;
use crate::lexicon::List;
use crate::outline::UnitKind;
use crate::schema::Text;
use crate::value::sentence::sentences;
use crate::voice::{goes_on, is_initials, named, names_a_thing};
use std::ops::Range;

/// So many bytes may part two halves of a quotation.
const PARTED: usize = 100;

/// How far back the person may be named whom a pronoun stands for, in bytes.
const BACK: usize = 600;

/// A unit with its sentences.
pub(super) struct Passage<'r, 'a> {
    x: &'r Extraction<'a>,
    unit: usize,
    flow: &'r Flow<'a>,
    sentences: Vec<Range<usize>>,
}

impl<'r, 'a> Passage<'r, 'a> {
    /// Cuts a unit into its sentences.
    pub fn new(x: &'r Extraction<'a>, unit: usize, flow: &'r Flow<'a>) -> Self {
        let sentences = sentences(flow.as_str(), x.lexicon).collect();
        Passage {
            x,
            unit,
            flow,
            sentences,
        }
    }

    /// Who said the quoted words, by the sentences that hold them.
    pub fn credit(&self, quoted: &Quoted) -> Option<Text> {
        let (x, flow) = (self.x, self.flow);
        let (before, behind) = self.around(quoted);
        if x.lexicon
            .list(List::QuoteNone)
            .ends(&flow.as_str()[before.clone()])
        {
            return None;
        }
        // `X said that "...", and Y agreed`: behind the words another clause begins.
        let rest = flow.as_str()[behind.clone()].trim_start_matches([' ', ',']);
        let joined = x.lexicon.list(List::And).starts(rest).is_some();
        let opening = || joined.then(|| subject_of(x, self.unit, flow, &before))?;
        third_party(x, flow, &before)
            .or_else(|| in_brackets(x, flow, &before, &behind))
            .or_else(opening)
            .or_else(|| source_behind(x, flow, &behind))
            .or_else(|| inverted(x, self.unit, flow, &behind))
            .or_else(|| subject_of(x, self.unit, flow, &behind))
            .or_else(|| subject_of(x, self.unit, flow, &before))
            .or_else(|| self.speaker_above(quoted, &before, &behind))
    }

    /// Who argues in the sentence right above a quotation that is sentences of its own: `X stressed the need. "We ..."`.
    fn speaker_above(
        &self,
        quoted: &Quoted,
        before: &Range<usize>,
        behind: &Range<usize>,
    ) -> Option<Text> {
        let text = self.flow.as_str();
        let said = &text[quoted.inner.clone()];
        let whole = said.starts_with(char::is_uppercase) && said.ends_with(['.', '!', '?']);
        let alone = |r: &Range<usize>| text[r.clone()].chars().all(|c| !c.is_alphanumeric());
        if !whole || !alone(before) || !alone(behind) {
            return None;
        }
        let own = self
            .sentences
            .partition_point(|s| s.start <= quoted.outer.start);
        let above = self.sentences.get(own.checked_sub(2)?)?;
        argues(self.x, self.unit, self.flow, above)
    }

    /// Whether a quotation is a sentence of its own right behind the sentence that holds another.
    pub fn goes_on(&self, above: &Quoted, quoted: &Quoted) -> bool {
        let next = self
            .sentences
            .partition_point(|s| s.start < above.outer.end);
        let own = self.sentences.get(next);
        own.is_some_and(|s| s.start == quoted.outer.start && s.end <= quoted.outer.end)
    }

    /// Whether a quotation goes on with the one before it, parted by who said it: `"...," said X, "..."`.
    pub fn is_parted(&self, above: &Quoted, quoted: &Quoted) -> bool {
        let between = &self.flow.as_str()[above.outer.end..quoted.outer.start];
        let lists = [List::SayVerb, List::QuoteVerb].map(|l| self.x.lexicon.list(l));
        between.len() <= PARTED
            && between.ends_with(", ")
            && !between.contains(['.', ';', ':', '?', '!'])
            && lists.iter().any(|l| l.found_in(between))
    }

    /// The rest of the sentence before the quotation, and of the one behind it.
    fn around(&self, quoted: &Quoted) -> (Range<usize>, Range<usize>) {
        let at = |byte: usize| {
            let next = self.sentences.partition_point(|s| s.start <= byte);
            next.checked_sub(1).map(|i| self.sentences[i].clone())
        };
        let (start, end) = (quoted.outer.start, quoted.outer.end);
        let first = at(start).map_or(0, |s| s.start);
        let last = at(end - 1).map_or(end, |s| s.end.max(end));
        (first..start, end..last)
    }
}

/// Whoever says, in the last words above a block, what the block quotes: `Ana Example pointed out:`.
pub(super) fn led(x: &Extraction, unit: usize) -> Option<Text> {
    let above = unit.checked_sub(1)?;
    let own = &x.outline.units[above];
    let leads = own.kind == UnitKind::Paragraph && own.text().ends_with(':');
    let last = leads.then(|| sentences(own.text(), x.lexicon).last())??;
    subject_of(x, above, &own.flow, &last)
}

/// `a quote from X, Minister of Y:` gives X.
fn third_party(x: &Extraction, flow: &Flow, before: &Range<usize>) -> Option<Text> {
    let text = &flow.as_str()[before.clone()];
    let (hit, _) = x.lexicon.list(List::QuoteFrom).find_iter(text).last()?;
    let at = before.start + hit.end + 1;
    name_at(x, flow, at).or_else(|| unnamed_at(x, flow, at))
}

/// `X ("...") called for it`: the words stand in brackets right behind the name.
fn in_brackets(
    x: &Extraction,
    flow: &Flow,
    before: &Range<usize>,
    behind: &Range<usize>,
) -> Option<Text> {
    let text = flow.as_str();
    let own = text[before.clone()].strip_suffix('(')?.trim_end();
    let closed = text[behind.clone()].trim_start().starts_with(')');
    let name = first_name(x, flow, before.start, own).filter(|_| closed)?;
    let last = |t: &str| t.rsplit(' ').next().unwrap_or("").to_lowercase();
    (last(&name.value) == last(own)).then_some(name)
}

/// `, according to X`.
fn source_behind(x: &Extraction, flow: &Flow, behind: &Range<usize>) -> Option<Text> {
    let text = &flow.as_str()[behind.clone()];
    let lead = text.len() - text.trim_start_matches([' ', ',']).len();
    let len = x.lexicon.list(List::QuoteFrom).starts(&text[lead..])?;
    name_at(x, flow, behind.start + lead + len + 1)
}

/// `said X`.
fn inverted(x: &Extraction, unit: usize, flow: &Flow, behind: &Range<usize>) -> Option<Text> {
    let text = &flow.as_str()[behind.clone()];
    let lead = text.len() - text.trim_start_matches([' ', ',', '.']).len();
    // `a-t-il d\u{e9}clar\u{e9}`: the pronoun hangs on the verb.
    let first = text[lead..].split([' ', '.', ',']).next().unwrap_or("");
    let hung = first.rsplit_once('-').map_or("", |(_, pronoun)| pronoun);
    if x.lexicon.list(List::QuotePronoun).is(hung) {
        return speaker_of(x, unit, flow, behind.start);
    }
    let mut lists = [List::SayVerb, List::QuoteVerb].into_iter();
    let len = lists.find_map(|l| x.lexicon.list(l).starts(&text[lead..]))?;
    let rest = &text[lead + len..];
    // `dijo.`: whoever speaks in the passage.
    if rest.trim_start().is_empty() || rest.starts_with(['.', ',', ';']) {
        return speaker_of(x, unit, flow, behind.start);
    }
    let at = behind.start + lead + len + 1;
    name_at(x, flow, at).or_else(|| unnamed_at(x, flow, at))
}

/// `one participant`, `a delegate from Malta` at `at`: a person whom the report does not name.
fn unnamed_at(x: &Extraction, flow: &Flow, at: usize) -> Option<Text> {
    let text = flow.as_str().get(at..)?;
    let one = x.lexicon.list(List::QuoteOne).starts(text)?;
    let noun = x.lexicon.list(List::QuoteWhom).find(text)?;
    let own = text[one..noun.start].split_whitespace();
    let from = x
        .lexicon
        .list(List::OutcomeFrom)
        .starts(text[noun.end..].trim_start());
    let names = text[noun.end..].split_inclusive(' ').skip(2);
    let named = |w: &&str| w.starts_with(char::is_uppercase);
    let home = names.take_while(named).map(str::len).sum::<usize>();
    let end = match from {
        Some(from) if home > 0 => noun.end + 2 + from + home,
        _ => noun.end,
    };
    let end = text[..end].trim_end_matches([',', '.', ' ']).len();
    (own.count() <= 2).then(|| flow.cell(at..at + end))
}

/// The subject of a verb of saying in a part of a sentence: a name, or a pronoun for the speaker of the passage.
fn subject_of(x: &Extraction, unit: usize, flow: &Flow, part: &Range<usize>) -> Option<Text> {
    let text = &flow.as_str()[part.clone()];
    let lists = [List::SayVerb, List::QuoteVerb].map(|l| x.lexicon.list(l));
    let found = lists.iter().flat_map(|l| l.find_iter(text));
    let mut verbs: Vec<usize> = found.map(|(r, _)| r.start).collect();
    verbs.sort_unstable();
    let verb = *verbs
        .last()
        .filter(|_| !text.starts_with(','))
        .or(verbs.first())?;
    let before = &text[..verb];
    if is_of_thing(x, before) {
        return None;
    }
    if let Some(name) = agent(x, flow, part.start, before) {
        return Some(name);
    }
    // Behind the words quoted before.
    let marks = ['"', '\u{201d}', '\u{bb}'];
    let from = before.rfind(marks).map_or(0, |i| {
        i + before[i..].chars().next().map_or(0, char::len_utf8)
    });
    let lead = before.len() - before[from..].trim_start_matches([' ', ',']).len();
    if let Some(unnamed) = unnamed_at(x, flow, part.start + lead) {
        let words = before[lead..].split_whitespace().count();
        let adverbs = words - unnamed.value.split_whitespace().count().min(words);
        return (adverbs <= 2).then_some(unnamed);
    }
    let pronoun = before
        .split(|c: char| !c.is_alphabetic())
        .any(|w| x.lexicon.list(List::QuotePronoun).is(w));
    pronoun
        .then(|| speaker_of(x, unit, flow, part.start))
        .flatten()
}

/// A thing that says something is named by no more words.
const THING: usize = 5;

/// `X noted that the form said`: the clause right before a verb is about a thing, whose words are nobody's.
fn is_of_thing(x: &Extraction, before: &str) -> bool {
    let Some((that, _)) = x.lexicon.list(List::OutcomeThat).find_iter(before).last() else {
        return false;
    };
    let own = before[that.end..].trim_start();
    let Some(the) = x.lexicon.list(List::Article).starts(own) else {
        return false;
    };
    let mut words = own[the..].split_whitespace();
    let other = |w: &str| {
        let lists = [
            List::QuotePronoun,
            List::QuoteWhom,
            List::And,
            List::SayOffice,
        ];
        w.ends_with(',') || lists.iter().any(|&l| x.lexicon.list(l).is(w))
    };
    let small = words
        .clone()
        .next()
        .is_some_and(|w| w.starts_with(char::is_lowercase));
    small && words.clone().count() <= THING && !words.any(other)
}

/// Who says something in a sentence, rather than presents or opens.
fn argues(x: &Extraction, unit: usize, flow: &Flow, sentence: &Range<usize>) -> Option<Text> {
    let text = &flow.as_str()[sentence.clone()];
    let presents = x.lexicon.list(List::SayPresent).found_in(text);
    (!presents).then(|| subject_of(x, unit, flow, sentence))?
}

/// The last person who says something in the paragraph above, where a paragraph opens with a pronoun.
fn in_paragraph_above(x: &Extraction, unit: usize) -> Option<Text> {
    let above = unit.checked_sub(1)?;
    let own = &x.outline.units[above];
    let flow = &own.flow;
    let mut said: Vec<Range<usize>> = sentences(flow.as_str(), x.lexicon).collect();
    said.reverse();
    let named = |s: &Range<usize>| {
        let text = &flow.as_str()[s.clone()];
        let lists = [List::SayVerb, List::QuoteVerb].map(|l| x.lexicon.list(l));
        let verbs = lists.iter().flat_map(|l| l.find_iter(text));
        let mut verbs: Vec<usize> = verbs.map(|(r, _)| r.start).collect();
        verbs.sort_unstable();
        let (first, last) = (*verbs.first()?, *verbs.last()?);
        // `After X had opened the panel, Y explained`: the last verb has the one whom the sentence is about.
        let about = opening(x, flow, s.start, &text[..last]);
        about.or_else(|| first_name(x, flow, s.start, &text[..first]))
    };
    (own.kind == UnitKind::Paragraph).then(|| said.iter().find_map(named))?
}

/// A pronoun this near to its start opens a paragraph.
const OPENING: usize = 40;

/// Whom a clause is about: the person it opens with, else the first that it names.
fn agent(x: &Extraction, flow: &Flow, at: usize, clause: &str) -> Option<Text> {
    opening(x, flow, at, clause).or_else(|| first_name(x, flow, at, clause))
}

/// The person whom a clause opens with, be it behind a phrase and a comma.
fn opening(x: &Extraction, flow: &Flow, at: usize, clause: &str) -> Option<Text> {
    let commas = memchr::memmem::find_iter(clause.as_bytes(), b", ").map(|c| c + 2);
    let starts = std::iter::once(0).chain(commas);
    let mut starts = starts.filter(|&s| clause[s..].starts_with(char::is_uppercase));
    starts.find_map(|s| name_at(x, flow, at + s))
}

/// The first person named in a text.
fn first_name(x: &Extraction, flow: &Flow, at: usize, before: &str) -> Option<Text> {
    let starts =
        std::iter::once(0).chain(memchr::memchr_iter(b' ', before.as_bytes()).map(|i| i + 1));
    let starts: Vec<usize> = starts
        .filter(|&s| before[s..].starts_with(char::is_uppercase))
        .collect();
    starts.into_iter().find_map(|s| name_at(x, flow, at + s))
}

/// Whoever speaks in the passage: whom the last sentence before is about, else the speaker of the statement.
fn speaker_of(x: &Extraction, unit: usize, flow: &Flow, before: usize) -> Option<Text> {
    let said = x
        .replies
        .partition_point(|r| (r.unit, r.at) < (unit, before));
    let reply = x.replies[..said].last().filter(|r| r.unit == unit);
    let reply = reply.map(|r| r.voice.who.name.clone());
    let opening = x.voices.get(unit).and_then(Option::as_ref);
    let own = reply.or_else(|| opening.map(|v| v.who.name.clone()));
    if let Some(name) = own {
        return Some(full(x, flow, name));
    }
    let mut from = before.saturating_sub(BACK);
    while !flow.as_str().is_char_boundary(from) {
        from += 1;
    }
    let above: Vec<Range<usize>> = sentences(&flow.as_str()[from..before], x.lexicon).collect();
    let told = |s: &Range<usize>| agent(x, flow, from + s.start, &flow.as_str()[from..][s.clone()]);
    if let Some(name) = above.iter().rev().find_map(told) {
        return Some(name);
    }
    let here = flow.source_start();
    let statements = &x.data.statements;
    let above = statements.partition_point(|s| s.places().next().is_none_or(|p| p.start <= here));
    let statement = above.checked_sub(1).map(|i| &statements[i]);
    let reaches = statement.filter(|s| s.places().any(|p| p.end > here));
    // `"...", he said.` opens a paragraph, however long what he said is.
    let own = pairs(&flow.as_str()[..before]);
    let quoted: usize = own.iter().map(|q| q.outer.len()).sum();
    let near = before - quoted <= OPENING || goes_on(flow.as_str(), x.lexicon);
    let opens = || near.then(|| in_paragraph_above(x, unit))?;
    reaches.map(|s| s.speaker.clone()).or_else(opens)
}

/// The person whose name stands at `at`: known to the report, or with an honorific or two words of a name.
pub(super) fn name_at(x: &Extraction, flow: &Flow, at: usize) -> Option<Text> {
    let text = flow.as_str();
    let at = at + usize::from(text.get(at..)?.starts_with(' '));
    text.get(at..)?;
    let who = named(text, at, x.lexicon)?;
    let name = &text[who.name.clone()];
    let last = name.rsplit(' ').next().unwrap_or(name);
    let post = who.honorific.is_empty() && x.lexicon.list(List::SayOffice).is(last);
    let is_thing = post || names_a_thing(name, x.lexicon);
    let known = x.roster.find(name).is_some();
    let shaped = !who.honorific.is_empty() || (name.contains(' ') && !is_thing);
    (known || shaped).then(|| full(x, flow, who.name))
}

fn full(x: &Extraction, flow: &Flow, name: Range<usize>) -> Text {
    let printed = flow.cell(name);
    let letters = || match is_initials(&printed.value) {
        true => x.roster.find_initials(&printed.value),
        false => None,
    };
    let known = x.roster.find(&printed.value).or_else(letters);
    let known = known.filter(|k| k.name.value.len() >= printed.value.len());
    known.map_or(printed, |k| k.name.clone())
}
