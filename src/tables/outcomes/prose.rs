//! Outcomes in running text, a sentence a row.

use super::aim::tells_of_meeting;
use super::bare::{ends_in_task, is_bare_task, is_named_task, is_promise, is_to_be_done};
use super::deed::is_alone;
use super::filed::filed_as;
use super::headed::{is_blank_form, tells_of_plan};
use super::kind::Kind;
use super::lead::{is_lead, led_above, points_below};
use super::list::is_coming;
use super::motion::{Motion, is_vote, motion, moves_title, tells_of_vote};
use super::resolve::{counts_up, is_resolution, resolves};
use super::sentence::{Cue, Reading, begins_with_group, may_tell, read};
use super::subject::{Subject, behind_title, without_leading};
use super::talk::{
    is_notice, is_of_one, is_set_as_title, is_talk, only_announces, remembers, tells_next_day,
};
use super::titles::is_titled;
use super::walk::{Walk, under};
use crate::lexicon::{Lexicon, List};
use crate::outline::{Unit, UnitKind};
use crate::value::sentence::sentences;
use std::borrow::Cow;
use std::ops::Range;

/// What the sentences before say of those that follow.
#[derive(Debug, Default)]
pub(super) struct Prose {
    /// The kind of outcome being told.
    pub(super) state: Option<Kind>,
    /// Whether the last sentence only announced it.
    announced: bool,
    /// Whether the last sentence had the group for a subject.
    group: bool,
    /// The first row of the idea that is being told, and the paragraphs of its rows.
    idea: Vec<(usize, usize)>,
}

/// Where a sentence stands.
struct Place<'t> {
    text: &'t str,
    /// The first of its paragraph.
    first: bool,
    /// The only one of its paragraph.
    only: bool,
    /// In the paragraph right below a heading or label, or below a line that was an outcome.
    top: bool,
    /// The last of its paragraph, with a list right below.
    leads: bool,
    /// The last of its paragraph, with a table right below.
    shows: bool,
    /// Whether sentences of its part tell by themselves what was concluded.
    cued: bool,
    /// The unit.
    unit: usize,
}

impl<'a> Walk<'_, 'a> {
    /// Whether a sentence gives somebody a task; a promise is one in minutes only, and not where a speaker tells it.
    pub(super) fn gives_task(&self, text: &str, spoken: bool) -> bool {
        let kind = self
            .x
            .data
            .reports
            .first()
            .and_then(|r| r.document_type.value);
        let minuted = !spoken && kind == Some("minutes");
        is_bare_task(&self.doers, text)
            || minuted
                && (is_promise(&self.doers, text)
                    || is_named_task(&self.doers, text)
                    || is_to_be_done(self.x.lexicon, text)
                    || ends_in_task(&self.doers, text))
    }

    /// Reads a range of a paragraph.
    pub(super) fn read_prose(&mut self, at: usize, unit: &Unit<'a>, range: Range<usize>) {
        let lexicon = self.x.lexicon;
        let text = unit.text();
        let open = self.prose.announced || self.scopes.in_idea() || self.scopes.head().is_some();
        let cut = self.x.sentences(at);
        let tasks = || cut.iter().any(|s| self.gives_task(&text[s.clone()], false));
        if !open && !may_tell(lexicon, &text[range.clone()]) && !tasks() {
            self.prose = Prose::default();
            self.prose.group = begins_with_group(lexicon, text);
            return;
        }
        let own: Vec<_> = match range == (0..text.len()) {
            true => cut.to_vec(),
            false => sentences(&text[range.clone()], lexicon)
                .map(|s| s.start + range.start..s.end + range.start)
                .collect(),
        };
        let Some(first) = own.first() else {
            return;
        };
        let spoken = self.is_spoken(unit, &text[first.clone()]);
        let goes_on = starts_with(lexicon, List::OutcomeEnumerator, &text[first.clone()]);
        if !goes_on && !self.scopes.in_idea() {
            self.prose.state = None;
        }
        let below = self.x.outline.units.get(at + 1).map(|u| u.kind);
        let list_below = below == Some(UnitKind::Item);
        let table_below = matches!(below, Some(UnitKind::Grid(_)));
        let cued = self.scopes.head().is_some() && self.is_cued(at);
        let mut moved = false;
        for (i, s) in own.iter().enumerate() {
            let place = Place {
                text: &text[s.clone()],
                first: i == 0,
                only: own.len() == 1,
                top: self.is_top(at),
                leads: i + 1 == own.len() && list_below,
                shows: i + 1 == own.len() && table_below,
                cued,
                unit: at,
            };
            if i + 1 == own.len() && self.leads_to_resolution(at, place.text) {
                continue;
            }
            let mut reading = self.reading(place.text);
            let above = i.checked_sub(1).map(|above| &text[own[above].clone()]);
            if reading.cue == Some(Cue::Told(Kind::Objective))
                && lexicon.list(List::OutcomeIts).starts(place.text).is_some()
                && !above.is_some_and(|above| tells_of_meeting(lexicon, above))
            {
                reading.cue = None;
            }
            // `At its tenth session the Council decided ... It also decided`: whatever is told of another in the sentence above.
            let other = |above: &str| {
                let decided = lexicon.list(List::OutcomeVerbDecision).found_in(above);
                decided && self.reading(above).cue.is_none()
            };
            if reading.subject == Subject::Pronoun && above.is_some_and(other) {
                reading.cue = None;
            }
            let rest = self.with_votes(at, &text[s.end..range.end]);
            let titled = place.first && place.top && self.is_titled_business(at);
            let moves = || {
                let told = may_tell(lexicon, place.text)
                    && moves_title(lexicon, place.text, &rest, titled);
                told.then_some(Motion::Carried)
            };
            match motion(lexicon, place.text, &rest).or_else(moves) {
                Some(Motion::Lost) => {
                    moved = true;
                    continue;
                }
                // `4. Motion to close the yard` only titles what follows, where nobody votes.
                Some(Motion::Carried) if is_titled(lexicon, unit, place.text, &rest) => continue,
                Some(Motion::Carried) => {
                    moved = true;
                    reading.cue = Some(Cue::Told(Kind::Decision));
                    reading.announces = None;
                    reading.subject = Subject::Group;
                }
                // `Agreed.`, behind a motion, is how the vote went.
                None if moved && is_alone(lexicon, place.text) => continue,
                // `Lost.`
                None if lexicon
                    .list(List::OutcomeLost)
                    .is(place.text.trim_end_matches('.')) =>
                {
                    continue;
                }
                None if is_vote(lexicon, place.text)
                    && (moved || is_brief(place.text) && self.scopes.head().is_some()) =>
                {
                    continue;
                }
                None => {}
            }
            if points_below(lexicon, place.text) && self.leads(at) {
                let lead = self.lead_of(unit, s, &reading);
                self.lead = lead.or_else(|| led_above(lexicon, above?, place.text));
                continue;
            }
            // `She said that the key outcome was trust`: one speaker's view.
            let spoken = spoken || is_of_one(lexicon, place.text);
            // `We have asked two schools to try`, within the words of a speaker: he and his own.
            let first = spoken && starts_with(lexicon, List::SayFirst, place.text);
            let told = self.sentence(&place, &reading, spoken).filter(|_| !first);
            let told = told.or_else(|| self.deed(place.text, spoken));
            // What another is to do is not the speaker's, though it stands in his paragraph.
            let place_of = unit.flow.spans(s.clone()).cover();
            let stated = || place_of.is_some_and(|place| self.is_stated(place));
            let given = || self.gives_task(place.text, spoken && stated());
            let task = || given().then_some((Kind::ActionItem, "task"));
            let told = told.or_else(task);
            let told = told.filter(|_| !remembers(lexicon, place.text));
            let above = i.checked_sub(1).map(|above| own[above].clone());
            if told.is_some_and(|t| t.1 == "task") && self.only_assigns(at, unit, above, s) {
                continue;
            }
            if let Some((kind, rule)) = told {
                self.tell(unit, s.clone(), kind, rule, at);
            }
            self.prose.group = match reading.subject {
                Subject::Group => true,
                Subject::Pronoun => self.prose.group,
                _ => begins_with_group(lexicon, place.text),
            };
        }
    }

    /// The rest of a paragraph, with the lines below it that tell how a vote went.
    pub(super) fn with_votes<'t>(&self, at: usize, rest: &'t str) -> Cow<'t, str> {
        let own = self.x.outline.units[at].kind;
        let below = self.x.outline.units[at + 1..].iter().take(3);
        let told = |u: &&Unit| match u.kind {
            UnitKind::Item => own == UnitKind::Item && tells_of_vote(self.x.lexicon, u.text()),
            kind => kind == UnitKind::Paragraph && is_vote(self.x.lexicon, u.text()),
        };
        let votes = below.take_while(told);
        let mut told = Cow::Borrowed(rest);
        for vote in votes {
            let told = told.to_mut();
            told.push(' ');
            told.push_str(vote.text());
        }
        told
    }

    /// Whether sentences in the part of a unit tell what was decided, agreed or recommended: the others tell of it then.
    fn is_cued(&mut self, at: usize) -> bool {
        let section = self.x.outline.units[at].section;
        if self.cued.0 != section {
            self.cued = (section, self.has_cues(section));
        }
        self.cued.1
    }

    fn has_cues(&self, section: usize) -> bool {
        let lexicon = self.x.lexicon;
        let own = self.x.outline.sections[section].own.clone();
        let units = &self.x.outline.units;
        let paragraphs =
            own.filter(|u| units.get(*u).is_some_and(|u| u.kind == UnitKind::Paragraph));
        let tells =
            |text: &str| read(lexicon, text).cue.is_some() || motion(lexicon, text, "").is_some();
        let cued = paragraphs.filter(|u| {
            let text = units[*u].text();
            let mut said = self.x.sentences(*u).iter().map(|s| &text[s.clone()]);
            may_tell(lexicon, text) && said.any(tells)
        });
        // A resolution shows by its form that what stands beside it is none.
        let resolves = |u: &usize| {
            let text = units[*u].text();
            let mut said = self.x.sentences(*u).iter();
            said.any(|s| is_resolution(lexicon, &text[s.clone()]))
        };
        let told: Vec<usize> = cued.take(2).collect();
        told.len() == 2 || told.iter().any(resolves)
    }

    /// Whether a line stands right below a heading or label, or below a line that was an outcome.
    fn is_top(&self, at: usize) -> bool {
        let above = at.checked_sub(1).map(|i| self.x.outline.units[i].kind);
        let headed = matches!(above, Some(UnitKind::Heading(_) | UnitKind::Label));
        headed || (at > 0 && self.bare == Some(at - 1))
    }

    /// Whether a paragraph reports what one speaker said.
    fn is_spoken(&self, unit: &Unit, first: &str) -> bool {
        let own = unit.flow.spans(0..unit.flow.len());
        let stated = own.cover().is_some_and(|place| self.is_stated(place));
        stated
            || starts_with(self.x.lexicon, List::Honorific, first)
                && !begins_with_group(self.x.lexicon, first)
    }

    /// Whether `it was` done so that only the meeting can have: decided, agreed, recommended.
    fn is_settled(&self, cue: Cue, text: &str) -> bool {
        match cue {
            Cue::Told(kind) => kind != Kind::Objective,
            Cue::Agreed => self
                .x
                .lexicon
                .list(List::OutcomeVerbConclusion)
                .found_in(text),
            Cue::Suggested => false,
        }
    }

    /// The kind of a sentence and the rule by which it has it; `None` where it is no outcome.
    fn sentence(
        &mut self,
        place: &Place,
        reading: &Reading,
        spoken: bool,
    ) -> Option<(Kind, &'static str)> {
        let titled = reading.subject == Subject::Group && is_set_as_title(place.text);
        if titled || points_below(self.x.lexicon, place.text) {
            return None;
        }
        let aims = reading.cue == Some(Cue::Told(Kind::Objective));
        if self.scopes.is_past() && !aims {
            return None;
        }
        if spoken {
            let cue = reading.cue?;
            let by_meeting = match reading.subject {
                Subject::Group => true,
                Subject::Nobody => !place.first && self.is_settled(cue, place.text),
                _ => !place.first && is_resolution(self.x.lexicon, place.text),
            };
            return by_meeting.then(|| (cue.kind(), "prose"));
        }
        let by_they = reading.subject == Subject::Pronoun && !self.prose.group;
        let cue = reading.cue.filter(|_| !by_they);
        if let Some(kind) = reading.announces {
            if !matches!(kind, Kind::Objective | Kind::NextStep | Kind::ActionItem) {
                if !(kind == Kind::Opportunity && self.scopes.in_idea()) {
                    self.prose.state = Some(kind);
                    self.prose.announced = true;
                    return None;
                }
            } else {
                return None;
            }
        }
        self.prose.announced = false;
        if self.scopes.in_idea() {
            return self.in_idea(place, reading, cue);
        }
        let lexicon = self.x.lexicon;
        // `WHEREAS the lease expires`: why, not what.
        let why = || starts_with(lexicon, List::OutcomePreamble, place.text);
        if cue.is_none() && (why() || tells_of_plan(self.x, place.unit)) {
            return None;
        }
        match self.scopes.head().cloned() {
            Some(head) if cue.is_none() && resolves(lexicon, &head, place.text) => {
                Some((Kind::Decision, "headed-prose"))
            }
            Some(head) if !head.weak => {
                if let Some(cue) = cue {
                    // `To overcome these, the group suggested oil. Another solution was wax.`
                    let advised = head.kinds.first() == Some(&Kind::Recommendation);
                    let remedy = cue == Cue::Suggested
                        && !advised
                        && starts_with(lexicon, List::OutcomeRemedy, place.text);
                    if remedy {
                        self.prose.state = Some(Kind::Solution);
                    }
                    return Some((under(&head, cue, self.prose.state), "prose"));
                }
                let equated = reading
                    .equates
                    .filter(|k| !matches!(k, Kind::Objective | Kind::NextStep | Kind::ActionItem));
                let named = equated.or(self.prose.state);
                // `Conclusions and next steps`: what will be done is the second.
                let coming = |k: &Kind| matches!(k, Kind::NextStep | Kind::ActionItem);
                let second = head.kinds.iter().skip(1).copied().find(coming);
                let named = named.or_else(|| second.filter(|_| is_coming(lexicon, place.text)));
                let kind = named.or(head.kinds.first().copied())?;
                let told = named.is_some() || !self.scopes.has_list();
                let by_itself = place.cued && self.prose.state.is_none();
                let fits = told && !place.leads && !by_itself && is_plausible(lexicon, kind, place);
                self.prose.state = named.filter(|_| fits);
                fits.then_some((kind, "headed-prose"))
            }
            _ => match (cue, self.prose.state) {
                (Some(Cue::Suggested), Some(Kind::Challenge)) => Some((Kind::Solution, "prose")),
                (Some(Cue::Suggested), _)
                    if starts_with(lexicon, List::OutcomeRemedy, place.text) =>
                {
                    Some((Kind::Solution, "prose"))
                }
                (Some(cue), _) => Some((cue.kind(), "prose")),
                (None, Some(state)) => {
                    let kind = reading.equates.filter(|k| is_answer(*k)).unwrap_or(state);
                    self.prose.state = Some(kind);
                    is_plausible(lexicon, kind, place).then_some((kind, "announced"))
                }
                (None, None) => {
                    let kind = reading
                        .equates
                        .filter(|k| reading.named && *k != Kind::Objective)?;
                    is_plausible(lexicon, kind, place).then_some((kind, "announced"))
                }
            },
        }
    }

    /// A sentence below an idea: the idea, then its challenges, then the solutions.
    fn in_idea(
        &mut self,
        place: &Place,
        reading: &Reading,
        cue: Option<Cue>,
    ) -> Option<(Kind, &'static str)> {
        let lexicon = self.x.lexicon;
        let boxed = self.scopes.head().and_then(|h| h.kinds.first().copied());
        let state = self.prose.state.or(boxed).unwrap_or(Kind::Opportunity);
        let suggests = matches!(cue, Some(Cue::Suggested | Cue::Told(Kind::Recommendation)));
        let equates = reading.equates.filter(|k| is_answer(*k));
        let answered = place.first
            && state == Kind::Challenge
            && self.prose.idea.iter().any(|&(_, unit)| unit != place.unit)
            && lexicon.list(List::OutcomeMust).found_in(place.text);
        let kind = if suggests || starts_with(lexicon, List::OutcomeRemedy, place.text) {
            Kind::Solution
        } else if let Some(kind) = equates {
            kind
        } else if answered {
            Kind::Solution
        } else {
            state
        };
        if is_example(lexicon, place.text) || !is_sentence(place) && boxed.is_none() {
            return None;
        }
        self.prose.state = Some(kind);
        if kind == Kind::Solution {
            self.settle_challenges();
        }
        Some((kind, "idea"))
    }

    /// Where a solution comes and no challenge was named, what stands in between the idea and it is the challenge.
    fn settle_challenges(&mut self) {
        let idea = std::mem::take(&mut self.prose.idea);
        let Some(&(_, first)) = idea.first() else {
            return;
        };
        let word = Kind::Opportunity.word();
        let told = idea
            .iter()
            .all(|&(row, _)| self.rows[row].kind.value == Some(word));
        if told {
            for &(row, _) in idea.iter().filter(|(_, unit)| *unit != first) {
                self.rows[row].kind.value = Some(Kind::Challenge.word());
            }
        }
    }

    fn tell(
        &mut self,
        unit: &Unit<'a>,
        mut s: Range<usize>,
        kind: Kind,
        rule: &'static str,
        at: usize,
    ) {
        let mut row = self.row(kind, rule);
        let s_start = s.start;
        // `GA-2031/02 The Assembly decided`
        if let Some(code) = filed_as(unit.text()).filter(|_| s.start == 0) {
            s.start =
                unit.text().len() - unit.text()[code.end..].trim_start_matches([':', ' ']).len();
        }
        let bare = !unit.text().ends_with(['.', '!', '?']);
        self.bare = Some(at).filter(|_| bare);
        // `The Network will publish it by May`, below `Next steps`, is somebody's task.
        let headed = rule == "headed-prose";
        let task = kind == Kind::ActionItem && (bare || headed || rule == "task");
        if task || kind == Kind::NextStep && headed {
            (row.text, row.owner, row.due_date) = self.task_cells(&unit.flow, s);
        } else {
            // `Fees - The Committee agreed`, as a numbered item: what stands before the dash is its topic.
            let title = behind_title(unit.text()).filter(|_| unit.number().is_some());
            // `The Board approved the post of Head - Wood Shop`: the dash stands inside the sentence.
            let lexicon = self.x.lexicon;
            let title = title.filter(|&end| read(lexicon, &unit.text()[..end]).cue.is_none());
            if let Some(end) = title {
                let body = unit.text()[..end].trim_end_matches([' ', '-', '\u{2013}', '\u{2014}']);
                row.theme = unit.flow.cell(0..body.len());
                s.start = s.start.max(end);
            }
            if title.is_none()
                && let Some((title, behind)) = self.run_in_title(unit, s.start)
            {
                row.theme = unit.flow.cell(title);
                s.start = s.start.max(behind);
            }
            row.text = unit.flow.cell(s);
        }
        row.number = match filed_as(unit.text()).filter(|_| s_start == 0) {
            Some(code) => unit.flow.cell(code),
            None => self.heading_number(),
        };
        row.session_id = self.session(at);
        match rule {
            "idea" => {
                (row.theme, row.idea) = self.scopes.theme_and_idea();
                self.prose.idea.push((self.rows.len(), at));
            }
            "headed-prose" => (row.theme, row.idea) = self.scopes.theme_and_idea(),
            _ => {}
        }
        self.rows.push(row);
    }
}

/// Whether a sentence with an address tells what will be done, and not where something is to be found.
fn is_planned(lexicon: &Lexicon, kind: Kind, text: &str) -> bool {
    let coming = matches!(kind, Kind::NextStep | Kind::ActionItem);
    coming && lexicon.list(List::OutcomeFuture).found_in(text) && text.split(' ').count() >= 6
}

/// Whether a sentence is as short as those that tell how a vote went.
fn is_brief(text: &str) -> bool {
    text.split(' ').count() <= 12
}

/// The kinds by which an idea is answered.
fn is_answer(kind: Kind) -> bool {
    matches!(kind, Kind::Challenge | Kind::Solution)
}

/// Whether a sentence begins with a phrase of a list, a lead such as `however` before it passed.
fn starts_with(lexicon: &Lexicon, list: List, text: &str) -> bool {
    lexicon.list(list).starts(text).is_some() || {
        let rest = without_leading(lexicon, text, List::OutcomeAdverb);
        lexicon.list(list).starts(rest).is_some()
    }
}

/// `The example of X was given`: tells of an example and is none.
fn is_example(lexicon: &Lexicon, text: &str) -> bool {
    let part = without_leading(lexicon, text, List::Article);
    let Some(len) = lexicon.list(List::OutcomeExample).starts(part) else {
        return false;
    };
    let copula = lexicon.list(List::OutcomeCopula).find(&part[len..]);
    copula.is_some_and(|r| {
        let after = part[len + r.end..].trim_start();
        lexicon
            .list(List::OutcomeVerbAnnounced)
            .starts(after)
            .is_some()
    })
}

/// Ends as a sentence does and bears no address.
fn is_sentence(place: &Place) -> bool {
    let text = place.text.trim_end_matches(['"', '\u{201d}', ')', ' ']);
    text.ends_with(['.', '!', '?', '\u{2026}', ';']) && !has_address(place.text)
}

fn has_address(text: &str) -> bool {
    text.contains('@') || text.contains("http") || text.contains("www.")
}

/// Whether a sentence under a heading can be of its kind: no narrative, and what is to be done says so.
fn is_plausible(lexicon: &Lexicon, kind: Kind, place: &Place) -> bool {
    let text = place.text;
    let has = |list| lexicon.list(list).found_in(text);
    let whole = is_sentence(place) || is_planned(lexicon, kind, text) && text.ends_with('.');
    let narrative =
        whole && has(List::OutcomeNarrative) || starts_with(lexicon, List::Honorific, text);
    let ends = whole || is_bare_line(place);
    let nothing = lexicon.list(List::OutcomeNothing);
    if narrative
        || is_notice(lexicon, text) && kind != Kind::NextStep
        || is_talk(lexicon, text)
        || tells_next_day(lexicon, text)
        || nothing.is(text.trim_end_matches('.'))
        || is_blank_form(text)
        || !ends
        || has_address(text) && !is_planned(lexicon, kind, text)
        || is_example(lexicon, text)
        || is_lead(text)
        || place.shows && has(List::CountFollowing)
        || only_announces(lexicon, text)
        || kind == Kind::Decision && has(List::OutcomeBusiness) && has(List::OutcomeLost)
    {
        return false;
    }
    match kind {
        Kind::Objective => lexicon.list(List::OutcomeTo).starts(text).is_some(),
        Kind::NextStep | Kind::ActionItem => {
            has(List::OutcomeFuture) || has(List::OutcomeMust) || place.only
        }
        Kind::Recommendation => {
            has(List::OutcomeMust)
                || has(List::OutcomeFuture)
                || place.only
                || counts_up(lexicon, text)
        }
        _ => true,
    }
}

/// A line without a stop that is long enough to say something and bears no label.
fn is_bare_line(place: &Place) -> bool {
    let words = place.text.split_whitespace().count();
    let own = || place.text.split_whitespace().filter(|w| w.len() > 3);
    // `Country Statements and General Debate` titles what follows.
    let titled = own().count() >= 3 && own().all(|w| w.starts_with(char::is_uppercase));
    place.only
        && place.top
        && words >= 4
        && !titled
        && !place.text.contains(':')
        && !place.text.ends_with(')')
}
