//! Sentences that lead to what stands below them: a list, its title, a resolution.

use super::deed::{deed, ends_settled};
use super::heading::head;
use super::kind::{Family, Kind, first_noun, kind_at};
use super::passive::without_last_adverbs;
use super::resolve::{is_resolution, only_opens};
use super::sentence::{Cue, Reading, first_words, named_group};
use super::subject::{Subject, subject, without_leading};
use super::walk::{Walk, under};
use crate::lexicon::{Lexicon, List, Map};
use crate::outline::{Unit, UnitKind};
use crate::schema::Text;
use std::ops::Range;

/// The topic before a colon is no longer, in bytes.
const TOPIC: usize = 40;
/// A heading at the end of torn text has no more words.
const TORN: usize = 4;

/// Whether a text leads to what stands below it: its colon may have a dash behind it, as in `The Committee resolved:-`.
pub(super) fn is_lead(text: &str) -> bool {
    text.trim_end_matches(['-', '\u{2013}', '\u{2014}', ' '])
        .ends_with(':')
}

/// Whether a sentence says that something follows: by its colon, or as `The Board agreed on the following`.
pub(super) fn points_below(lexicon: &Lexicon, text: &str) -> bool {
    let follows = lexicon.list(List::CountFollowing);
    is_lead(text) || follows.may_stand_in(text) && follows.ends(text) || is_open(lexicon, text)
}

/// `The forum set out to`: the aims themselves stand below.
fn is_open(lexicon: &Lexicon, text: &str) -> bool {
    let open = text.ends_with(char::is_alphabetic);
    open && lexicon.list(List::OutcomeAimed).ends(text)
}

/// `They are as follows:`: the sentence above says what.
pub(super) fn led_above(lexicon: &Lexicon, above: &str, text: &str) -> Option<(Kind, Text)> {
    lexicon.list(List::OutcomePronoun).starts(text)?;
    let (at, _, kind) = first_noun(lexicon, above)?;
    let opens = above[..at].split_whitespace().count() <= 3;
    let follows = lexicon.list(List::CountFollowing).found_in(text);
    (opens && follows && kind != Kind::Objective).then(|| (kind, Text::default()))
}

impl<'a> Walk<'_, 'a> {
    /// What a line of minutes tells without a subject.
    pub(super) fn deed(&self, text: &str, spoken: bool) -> Option<(Kind, &'static str)> {
        let reports = self.x.data.reports.first();
        let kind = reports.and_then(|r| r.document_type.value);
        let minutes = matches!(kind, Some("minutes" | "summary_record"));
        let lexicon = self.x.lexicon;
        let own = || deed(lexicon, text).or_else(|| ends_settled(lexicon, text));
        let cue = || own().or_else(|| deed(lexicon, behind_topic(text)?));
        let cue = (minutes && !spoken).then(cue).flatten()?;
        Some((cue.kind(), "prose"))
    }

    /// The heading that torn text has right before the first item of a list, in the same line and behind other words:
    /// `... Paris, France Draft Decisions (second day) 1: The committee agreed`.
    pub(super) fn torn_head(&self, at: usize) -> Option<Kind> {
        let outline = self.x.outline;
        let (above, unit) = (
            at.checked_sub(1).map(|i| &outline.units[i])?,
            &outline.units[at],
        );
        let first = unit.gap == 0 && unit.number().is_some_and(|n| n.as_str() == "1");
        let [own, below] = [above.block, unit.block].map(|b| &outline.blocks[b]);
        let between = (own.body.end.min(below.span.start))..below.span.start;
        let between = || {
            outline
                .source
                .text
                .get(between.start as usize..between.end as usize)
        };
        let text = above.text().trim_end();
        if !first || text.ends_with([':', ';', '.']) || between()?.contains('\n') {
            return None;
        }
        let text = match text.strip_suffix(')').and_then(|t| t.rfind(" (")) {
            Some(open) => &text[..open],
            None => text,
        };
        let starts = text.rmatch_indices(' ').map(|(i, _)| &text[i + 1..]);
        let mut heads = starts
            .take(TORN)
            .filter(|t| t.starts_with(char::is_uppercase));
        heads.find_map(|t| {
            head(self.x.lexicon, t)
                .filter(|h| !h.weak)?
                .kinds
                .first()
                .copied()
        })
    }

    /// Whether a sentence breaks off before the resolution on the next line: `... and the Council`, `RESOLVED to ...`.
    pub(super) fn leads_to_resolution(&self, at: usize, text: &str) -> bool {
        let next = self.x.outline.units.get(at + 1);
        text.ends_with(|c: char| c.is_alphanumeric() || c == ',')
            && !is_resolution(self.x.lexicon, text)
            && next.is_some_and(|u| {
                let text = u.text();
                is_resolution(self.x.lexicon, text) || only_opens(self.x.lexicon, text)
            })
    }

    /// Whether a list follows, or the title of one.
    pub(super) fn leads(&self, at: usize) -> bool {
        let mut below = self.x.outline.units[at + 1..].iter();
        let next = below.find(|u| !matches!(u.kind, UnitKind::Note(_) | UnitKind::Caption));
        let list = next.is_some_and(|u| matches!(u.kind, UnitKind::Item | UnitKind::Grid(_)));
        list || self.continues(at)
            || (at + 1 < self.x.outline.units.len() && self.is_heading_like(at + 1))
    }

    /// Whether a paragraph in small letters goes on below a colon: `The Committee resolved:-`, then `to note the report.`
    fn continues(&self, at: usize) -> bool {
        let below = self.x.outline.units.get(at + 1);
        below.is_some_and(|u| {
            u.kind == UnitKind::Paragraph && u.text().starts_with(char::is_lowercase)
        })
    }

    /// Reads such a paragraph, where what stands above it says what it is.
    pub(super) fn continued(&mut self, at: usize) -> bool {
        let above = at > 0 && self.x.outline.units[at - 1].kind == UnitKind::Paragraph;
        let Some((kind, _)) = self
            .lead
            .clone()
            .filter(|_| above && self.continues(at - 1))
        else {
            return false;
        };
        let row = self.list_row(at, 0, &[kind], Text::default());
        self.rows.push(row);
        true
    }

    /// The kind that a sentence gives the list below it, with the group that it names.
    pub(super) fn lead_of(
        &self,
        unit: &Unit<'a>,
        s: &Range<usize>,
        reading: &Reading,
    ) -> Option<(Kind, Text)> {
        let text = &unit.text()[s.clone()];
        let kind = match (reading.announces, reading.cue) {
            _ if leads_to_skills(self.x.lexicon, text) => Some(Kind::Objective),
            (_, cue)
                if names_aims(self.x.lexicon, text)
                    && (cue.is_some() || of_group(self.x.lexicon, text)) =>
            {
                Some(Kind::Objective)
            }
            (Some(Kind::Objective), _) => None,
            (Some(kind), _) => Some(kind),
            (None, Some(Cue::Suggested))
                if self.prose.state == Some(Kind::Challenge) || self.behind_challenges(unit) =>
            {
                Some(Kind::Solution)
            }
            (None, Some(cue)) => Some(match self.scopes.head() {
                Some(head) => under(head, cue, None),
                None => cue.kind(),
            }),
            (None, None) if adopts_below(self.x.lexicon, text) => Some(Kind::Decision),
            (None, None) => self.led_by_noun(text),
        };
        // `The following courses of action were recommended by the Board:`
        let tasks = matches!(kind, Some(Kind::ActionItem | Kind::NextStep));
        let advised = tasks && recommends(self.x.lexicon, text);
        let kind = kind
            .filter(|_| !advised)
            .or(advised.then_some(Kind::Recommendation));
        // `The following proposals were put to the vote and adopted:`
        let adopted = kind == Some(Kind::Recommendation) && tables_adopted(self.x.lexicon, text);
        let kind = if adopted { Some(Kind::Decision) } else { kind };
        let group = named_group(self.x.lexicon, text);
        let cell = group.map(|g| unit.flow.cell(s.start + g.start..s.start + g.end));
        kind.map(|k| (k, cell.unwrap_or_default()))
    }

    /// Whether the last outcome of the same part is a challenge: `The group proposed:` below answers it.
    fn behind_challenges(&self, unit: &Unit<'a>) -> bool {
        let start = self.x.outline.sections[unit.section].title.source_start();
        let last = self.rows.last();
        last.is_some_and(|row| {
            let here = row.text.spans.cover().is_some_and(|s| s.start >= start);
            here && row.kind.value == Some(Kind::Challenge.word())
        })
    }

    /// `Governments should:` under a heading that names recommendations; `The key recommendations of the workshop are:`.
    fn led_by_noun(&self, text: &str) -> Option<Kind> {
        let lexicon = self.x.lexicon;
        let has = |list| lexicon.list(list).found_in(text);
        let kinds = self.scopes.head().map(|h| h.kinds.as_slice());
        let named = kinds.is_some_and(|k| k.contains(&Kind::Recommendation));
        if named && has(List::OutcomeMust) {
            return Some(Kind::Recommendation);
        }
        if let Some(kind) = only_noun(lexicon, text) {
            return Some(kind);
        }
        let (at, _, kind) = first_noun(lexicon, text)?;
        // `Among the ideas were:` under `Ideas from the floor`, `The day produced some decisions or agreements:`.
        let decided = matches!(
            kind,
            Kind::Decision | Kind::Recommendation | Kind::ActionItem
        );
        if kinds.is_some_and(|k| k.contains(&kind)) && (decided || has(List::OutcomeCopula)) {
            return (kind != Kind::Objective).then_some(kind);
        }
        let ours = has(List::OutcomeMeeting) || has(List::OutcomeGroup);
        let told = ours && has(List::OutcomeCopula) && !has(List::OutcomeVerbDiscussed);
        // `The Forum closed with three messages:`, `The following were identified as priorities:`.
        let counted = ours && counts(lexicon, &text[..at]);
        let following = text.starts_with(char::is_uppercase)
            && lexicon.list(List::OutcomeQuantity).starts(text).is_some()
            && (has(List::OutcomeVerbAnnounced) && has(List::OutcomeCopula)
                || has(List::OutcomeEmerged));
        ((told || counted || following) && kind != Kind::Objective).then_some(kind)
    }
}

/// What stands behind the topic of a terse line: `Lamps: Agreed to buy one.`
fn behind_topic(text: &str) -> Option<&str> {
    let (topic, rest) = text.split_once(": ")?;
    let brief = topic.len() <= TOPIC && topic.starts_with(char::is_uppercase);
    brief.then(|| rest.trim_start())
}

/// `By the end of the course each trainer will be able to:`
fn leads_to_skills(lexicon: &Lexicon, text: &str) -> bool {
    let body = text.trim_end_matches([':', ' ']);
    let end = lexicon.list(List::OutcomeByEnd).starts(body);
    let of_meeting = end.is_some_and(|len| {
        let whose = first_words(&body[len..], 4);
        lexicon.list(List::OutcomeMeeting).found_in(whose)
    });
    body.len() < text.len() && of_meeting && lexicon.list(List::OutcomeAble).ends(body)
}

/// Whether the group that met is the subject of a sentence.
fn of_group(lexicon: &Lexicon, text: &str) -> bool {
    let verb = lexicon.list(List::GroupVerb).find(text);
    verb.is_some_and(|v| subject(lexicon, text[..v.start].trim_end()) == Subject::Group)
}

/// `The workshop agreed on the following aims:` says what stands below, whatever was done with it.
fn names_aims(lexicon: &Lexicon, text: &str) -> bool {
    let Some(body) = text.strip_suffix(':').map(str::trim_end) else {
        return false;
    };
    let last = body.rsplit(' ').next().unwrap_or("");
    let aims = kind_at(lexicon, Family::Heading, last);
    let follows = lexicon.list(List::CountFollowing).found_in(body);
    follows && aims.is_some_and(|(len, kind)| len == last.len() && kind == Kind::Objective)
}

/// Whether a lead says of what follows that it was recommended.
fn recommends(lexicon: &Lexicon, text: &str) -> bool {
    let verb = lexicon.list(List::OutcomeVerbRecommendation).find(text);
    verb.is_some_and(|v| {
        let before = text[..v.start].trim_end();
        lexicon.list(List::OutcomePast).ends(before) || subject(lexicon, before) == Subject::Group
    })
}

/// `The following payments were approved:`: each that stands below is adopted.
fn adopts_below(lexicon: &Lexicon, text: &str) -> bool {
    let follows = lexicon.list(List::OutcomeQuantity).starts(text);
    let list = lexicon.list(List::OutcomeVerbDecision);
    let Some((verb, _)) = follows.and_then(|_| list.find_iter(text).last()) else {
        return false;
    };
    let before = without_last_adverbs(&text[..verb.start]);
    let past = lexicon.list(List::OutcomePast).ends(before);
    let object = lexicon.list(List::OutcomeObject).found_in(before);
    let behind = text[verb.end..].split_whitespace().count();
    is_lead(text) && past && object && behind <= 6
}

/// Whether what was put forward to be decided was adopted.
fn tables_adopted(lexicon: &Lexicon, text: &str) -> bool {
    let verb = lexicon
        .list(List::OutcomeVerbDecision)
        .find_iter(text)
        .last();
    let before = verb.map_or("", |(v, _)| &text[..v.start]);
    lexicon.list(List::OutcomeTabled).found_in(before)
        && lexicon.list(List::OutcomePast).found_in(before)
}

/// `Other areas of concern were:`, `Some obstacles are:`: the words of a heading with a form of to be.
fn only_noun(lexicon: &Lexicon, text: &str) -> Option<Kind> {
    let body = text.strip_suffix(':')?;
    let own = without_leading(lexicon, body, List::OutcomeAdverb);
    let part = without_leading(lexicon, own, List::OutcomeQuantity);
    let part = without_leading(lexicon, part, List::OutcomeModifier);
    let (len, kind) = kind_at(lexicon, Family::Heading, part)?;
    let is = lexicon.list(List::OutcomeCopula).is(part[len..].trim());
    let told = matches!(
        kind,
        Kind::Challenge | Kind::Solution | Kind::Recommendation | Kind::NextStep
    );
    let whole = part.len() < body.len() || kind == Kind::NextStep;
    (is && told && whole).then_some(kind)
}

/// Whether a text ends in a number word or in figures.
fn counts(lexicon: &Lexicon, before: &str) -> bool {
    let word = before.trim_end().rsplit(' ').next().unwrap_or("");
    let figures = !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
    figures || lexicon.map(Map::Number).get(word).is_some()
}
