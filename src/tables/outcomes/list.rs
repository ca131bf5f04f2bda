//! Outcomes in lists: an item a row, with what is nested below it.

use super::Outcome;
use super::deed::heads;
use super::headed::{depth, is_blank_form};
use super::heading::head;
use super::heads_results;
use super::kind::{Kind, first_noun};
use super::lead::is_lead;
use super::motion::opens_motion;
use super::order::is_title;
use super::owner::task;
use super::resolve::{act_at, is_preamble, names_actor, only_opens};
use super::sentence::{Cue, read};
use super::subject::Subject;
use super::walk::{Walk, cell, is_task};
use crate::block::is_parted;
use crate::lexicon::{Lexicon, List};
use crate::outline::{Unit, UnitKind};
use crate::schema::Text;
use crate::value::sentence::sentences;
use crate::voice::{Form, subject};
use std::ops::Range;

/// How an item is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Bullet,
    /// Figures, with how many parts.
    Figures(usize),
    Roman,
    Letter,
}

/// A count of votes is no longer, in bytes.
const COUNT: usize = 80;

/// `UK and the secretary`, before `to check the text`: a few names or offices that are to do something.
fn charged<'t>(lexicon: &Lexicon, text: &'t str) -> Option<&'t str> {
    let to = lexicon.list(List::OutcomeTo).find(text);
    let to = to.filter(|to| to.start > 0 && to.start <= CHARGED)?;
    let and = [List::RangeAnd, List::Article].map(|l| lexicon.list(l));
    let office = lexicon.list(List::SayOffice);
    let mut words = text[..to.start]
        .split([' ', ',', '/'])
        .filter(|w| !w.is_empty());
    let named =
        |w: &str| w.starts_with(char::is_uppercase) || office.is(w) || and.iter().any(|l| l.is(w));
    let act = text[to.end..].trim_start().starts_with(char::is_lowercase);
    (act && words.all(named)).then(|| text[..to.start].trim_end())
}

/// Those who are to do something stand within so many bytes.
const CHARGED: usize = 60;

fn mark(unit: &Unit) -> Mark {
    let Some(number) = unit.number() else {
        return Mark::Bullet;
    };
    let label = number.as_str();
    match label {
        _ if label.starts_with(|c: char| c.is_ascii_digit()) => {
            Mark::Figures(label.split('.').count())
        }
        _ if label.chars().all(|c| "ivxIVX".contains(c)) => Mark::Roman,
        _ => Mark::Letter,
    }
}

impl<'a> Walk<'_, 'a> {
    /// The kind of what minutes set behind `=>`: what came of the talk above.
    fn arrow_kind(&self, unit: &Unit) -> Option<Kind> {
        let marker = self.x.outline.blocks[unit.block].marker?;
        let arrow = self.x.outline.source.slice(marker);
        let report = self.x.data.reports.first()?;
        let minuted = matches!(
            report.document_type.value,
            Some("minutes" | "summary_record")
        );
        let text = unit.text();
        let told = text.starts_with(char::is_uppercase) && text.split(' ').count() > 1;
        let came = minuted && told && (arrow.starts_with('=') || arrow == "\u{21d2}");
        let cue = read(self.x.lexicon, text).cue.map(Cue::kind);
        let task = || {
            let tasked = self.gives_task(text, false) || charged(self.x.lexicon, text).is_some();
            tasked.then_some(Kind::ActionItem)
        };
        // `IWG agreed on the limit.`
        let agreed = || {
            let verb = self.x.lexicon.list(List::OutcomeVerbConclusion);
            let (_, behind) = text.split_once(' ')?;
            verb.starts(behind).map(|_| Kind::Conclusion)
        };
        let kind = || cue.or_else(task).or_else(agreed);
        came.then(|| kind().unwrap_or(Kind::Decision))
    }

    /// Reads a list item and those nested below it; the index behind them.
    pub(super) fn item(&mut self, at: usize) -> usize {
        let unit = &self.x.outline.units[at];
        if self.nested_in_code(at, unit) {
            return at + 1;
        }
        if self.lead_mark.is_some_and(|m| m == mark(unit)) {
            self.end_lead();
        }
        if let Some(head) = self.torn_head(at) {
            self.lead = Some((head, Text::default()));
        }
        let next = self.behind_nested(at);
        if self.in_margin(at, unit) {
            return next;
        }
        if let Some(kind) = self.heads_nested(at, next) {
            return self.nested(at + 1..next, kind);
        }
        let rows = self.rows.len();
        if !only_opens(self.x.lexicon, unit.text())
            && let Some(plain) = self.labels(at, &unit.flow, false)
        {
            let labelled = self.rows.split_off(rows);
            self.assign(at, unit, rows, plain);
            self.rows.extend(labelled);
            return next;
        }
        if is_preamble(self.x.lexicon, unit.text()) {
            return at + 1;
        }
        let act = act_at(self.x.lexicon, unit.text()).filter(|_| self.lead_acts);
        let kinds = act
            .map(|(_, cue)| vec![self.act_kind(cue)])
            .or_else(|| self.list_kinds())
            .or_else(|| self.arrow_kind(unit).map(|kind| vec![kind]));
        let Some(kinds) = kinds else {
            if unit.gap > 0 && is_title(unit) {
                self.order
                    .pass(self.x.outline, unit, depth(self.x.outline, unit));
            }
            self.read_prose(at, unit, 0..unit.flow.len());
            let actor = names_actor(self.x.lexicon, unit.text());
            self.lead_acts |= actor;
            if self.lead.is_some() || actor {
                self.lead_mark = Some(mark(unit));
            }
            return at + 1;
        };
        let opens = only_opens(self.x.lexicon, unit.text());
        let leads_on =
            (is_lead(unit.text()) || opens) && next == at + 1 || self.announces_nested(at, unit);
        let letters = unit.text().chars().filter(|c| c.is_alphabetic()).count();
        let nothing = self.x.lexicon.list(List::OutcomeNothing);
        let empty = letters < 3
            || nothing.is(unit.text().trim_end_matches('.'))
            || self.is_count(unit.text());
        if leads_on {
            // What it tells before its last sentence is not the list's.
            let last = self.x.sentences(at).last().map_or(0, |s| s.start);
            if last > 0 && !opens {
                self.read_prose(at, unit, 0..last);
            }
            // Under a heading of two kinds the item's own verb says which of them follows.
            let own = read(self.x.lexicon, unit.text());
            self.lead = self.lead_of(unit, &(0..unit.flow.len()), &own);
            self.lead_mark = self.lead.as_ref().map(|_| mark(unit));
            return at + 1;
        }
        if empty || is_blank_form(unit.text()) || self.lists_contents(unit) {
            return at + 1;
        }
        // What somebody reported below `Action points` is no task, and below `Key points` his own view.
        let told = matches!(kinds[..], [Kind::ActionItem | Kind::Conclusion]);
        if told && self.is_reported(at) {
            self.read_prose(at, unit, 0..unit.flow.len());
            return at + 1;
        }
        let number = unit.number().unwrap_or_default();
        let mut row = self.list_row(at, 0, &kinds, number);
        for (i, below) in self.x.outline.units[at + 1..next].iter().enumerate() {
            let closed = row.text.as_str().ends_with([';', '.', ':', ',']);
            let separator = if i == 0 || closed { " " } else { "; " };
            row.text.append(separator, &below.flow.whole());
        }
        self.rows.push(row);
        next
    }

    /// The kind of the items nested below a bullet that says no more than what they are: `Findings:`.
    fn heads_nested(&self, at: usize, next: usize) -> Option<Kind> {
        let unit = &self.x.outline.units[at];
        let text = unit.text();
        let told = next > at + 1 && unit.number().is_none() && text.len() <= COUNT;
        let bold = || self.x.is_bold(&unit.flow, 0..text.len());
        if !told || !(is_lead(text) || bold()) || !heads_results(self.x.lexicon, text) {
            return None;
        }
        head(self.x.lexicon, text.trim_end_matches([':', ' ']))?
            .kinds
            .first()
            .copied()
    }

    /// Reads the items of a nested list of one kind; the index behind it.
    fn nested(&mut self, list: Range<usize>, kind: Kind) -> usize {
        let mut at = list.start;
        while at < list.end {
            (self.lead, self.lead_mark) = (Some((kind, Text::default())), None);
            at = match self.x.claimed_by(at) {
                Some(_) => at + 1,
                None => self.item(at),
            };
        }
        self.end_lead();
        at
    }

    /// Whether an item only counts votes: `For: 12`, `Vote: 9 for, 1 against`.
    fn is_count(&self, text: &str) -> bool {
        let (label, count) = text.split_once(':').unwrap_or_default();
        let vote = || self.x.lexicon.list(List::OutcomeVote).is(label.trim_end());
        is_tally(text)
            || text.len() <= COUNT && count.contains(|c: char| c.is_ascii_digit()) && vote()
    }

    /// Whether an item stands in a list of contents: a heading has its number and its words.
    fn lists_contents(&self, unit: &Unit) -> bool {
        let number = unit.number();
        number.is_some_and(|n| self.headings.contains(&(n.as_str(), unit.text())))
    }

    /// Whether an item tells what somebody said, as minutes do of a task set before: `AE reported that ...`.
    pub(super) fn is_reported(&self, at: usize) -> bool {
        let voice = self.x.voices.get(at).and_then(Option::as_ref);
        let lexicon = self.x.lexicon;
        let text = self.x.outline.units[at].text();
        let said = || subject(text, 0, lexicon, List::SayVerb);
        let that = |end: usize| {
            lexicon
                .list(List::OutcomeThat)
                .starts(text[end..].trim_start())
        };
        voice.is_some_and(|v| v.form == Form::Prose && v.sure)
            || said().is_some_and(|(_, verb)| that(verb.end).is_some())
    }

    /// The row of a list item whose own words begin at `from`.
    pub(super) fn list_row(
        &mut self,
        at: usize,
        from: usize,
        kinds: &[Kind],
        number: Text,
    ) -> Outcome {
        let unit = &self.x.outline.units[at];
        let flow = &unit.flow;
        let kind = choose(self, kinds, unit.text());
        let task = task(&self.doers, unit.text(), from..flow.len(), is_task(kind));
        let mut row = self.row(kind, "list");
        (row.theme, row.idea) = self.list_place(kind);
        row.session_id = self.session(at);
        row.text = flow.cell(task.text);
        row.owner = cell(flow, task.owner);
        row.due_date = cell(flow, task.due);
        let text = unit.text();
        let who = charged(self.x.lexicon, text).filter(|_| from == 0 && row.owner.is_empty());
        if let Some(who) = who.filter(|_| is_task(kind) && self.arrow_kind(unit).is_some()) {
            row.owner = flow.cell(0..who.len());
        }
        let whose = || self.scopes.owner(|t| self.doers.is_known(t));
        if is_task(kind)
            && row.owner.is_empty()
            && let Some(owner) = whose()
        {
            row.owner = owner.clone();
            if row.theme.value == owner.value {
                row.theme = Text::default();
            }
        }
        row.number = match number.is_empty() {
            true => self.heading_number(),
            false => number,
        };
        row
    }

    /// Theme and idea of an item of the list here.
    fn list_place(&self, kind: Kind) -> (Text, Text) {
        match &self.lead {
            Some((_, group)) if !group.is_empty() => (group.clone(), Text::default()),
            _ if kind == Kind::Objective => Default::default(),
            Some(_) if self.scopes.head().is_none() && !self.scopes.in_idea() => {
                (self.scopes.about(), Text::default())
            }
            _ => self.scopes.theme_and_idea(),
        }
    }

    /// The kinds that a list here has; `None` where nothing says that its items are outcomes.
    pub(super) fn list_kinds(&self) -> Option<Vec<Kind>> {
        if let Some((kind, _)) = &self.lead {
            return Some(vec![*kind]);
        }
        match self.scopes.head() {
            Some(head) if !head.weak => Some(head.kinds.clone()),
            Some(head) if !self.other_lead && head.kinds != [Kind::Objective] => {
                Some(head.kinds.clone())
            }
            None if self.scopes.in_discussion() && !self.other_lead => Some(vec![Kind::Conclusion]),
            _ => None,
        }
    }

    /// Whether an item's last sentence says that the items nested below it are what was concluded: `... adopted the
    /// following conclusions:`.
    fn announces_nested(&self, at: usize, unit: &Unit) -> bool {
        if !is_lead(unit.text()) {
            return false;
        }
        let last = self.x.sentences(at).last().map_or(0, |s| s.start);
        let said = &unit.text()[last..];
        let lexicon = self.x.lexicon;
        // `14. The meeting recommended that States:`
        let acts = || {
            let reading = read(lexicon, said);
            let group = matches!(reading.subject, Subject::Group | Subject::Nobody);
            unit.number().is_some() && group && reading.cue.is_some()
        };
        lexicon.list(List::CountFollowing).found_in(said) && first_noun(lexicon, said).is_some()
            || acts()
    }

    /// The index behind the items that stand further in than this one.
    /// `a) ...`, set in right below `R2. ...`: part of that outcome.
    fn nested_in_code(&mut self, at: usize, unit: &Unit) -> bool {
        let units = &self.x.outline.units;
        let above = self.nests.filter(|&n| n == at && unit.gap == 0);
        let over = above.and_then(|n| units[..n].iter().rfind(|u| u.kind != UnitKind::Item));
        let set_in = over.is_some_and(|o| self.column(unit) > self.column(o));
        let row = self.rows.last_mut().filter(|_| set_in);
        let Some(row) = row else {
            self.nests = None;
            return false;
        };
        row.text.append(" ", &unit.flow.whole());
        self.nests = Some(at + 1);
        true
    }

    fn behind_nested(&self, at: usize) -> usize {
        let units = &self.x.outline.units;
        let own = self.column(&units[at]);
        let slack = usize::from(units[at].number().is_some());
        let below = units[at + 1..].iter();
        // Behind a colon blank lines may part what is nested.
        let leads = is_lead(units[at].text());
        let own_mark = mark(&units[at]);
        let lettered = |u: &Unit| matches!(mark(u), Mark::Roman | Mark::Letter);
        let figures = matches!(own_mark, Mark::Figures(_));
        // `3. The Board concluded that:` leads to outcomes and is none.
        let told = || {
            let reading = read(self.x.lexicon, units[at].text());
            reading.cue.is_some() || reading.announces.is_some()
        };
        let spaced = leads && figures && units.get(at + 1).is_some_and(|u| u.gap == 1) && !told();
        let apart = |u: &Unit| spaced && u.gap == 1 && lettered(u);
        let near = |u: &&Unit| u.kind == UnitKind::Item && (u.gap == 0 || apart(u));
        let nested = below.take_while(|u| near(u) && self.column(u) > own + slack);
        let count = nested.count();
        if !leads {
            return at + 1 + count;
        }
        // Items marked in another way behind a colon are nested, however far in they stand.
        let rest = units[at + 1 + count..].iter().take_while(near);
        let other = rest.take_while(|u| {
            mark(u) != own_mark && own_mark != Mark::Bullet || self.column(u) > own
        });
        at + 1 + count + other.count()
    }

    /// How far in the marker of an item stands.
    fn column(&self, unit: &Unit) -> usize {
        let block = &self.x.outline.blocks[unit.block];
        let start = block.marker.unwrap_or(block.body).start;
        // In torn text an item begins inside its line.
        let own = start.saturating_sub(block.span.start) as usize;
        self.x.outline.source.indent_of(start).min(own)
    }
}

/// `For: 12`: a count of votes is no outcome.
fn is_tally(text: &str) -> bool {
    let tally = text.split_once(':');
    tally.is_some_and(|(label, count)| {
        let count = count.trim().trim_end_matches(['.', ';', ',']);
        let digits = !count.is_empty() && count.bytes().all(|b| b.is_ascii_digit());
        digits && label.split(' ').count() <= 3
    })
}

/// The number of a line that begins with letters and a number: `R1. Publish`; or with that of the meeting and its own:
/// `31/1 Publish`.
pub(super) fn coded(text: &str) -> Option<Range<usize>> {
    let word = text.split(' ').next().unwrap_or("");
    let number = |t: &str| (1..=3).contains(&t.len()) && t.bytes().all(|b| b.is_ascii_digit());
    let opens = || {
        text[word.len()..]
            .trim_start()
            .starts_with(char::is_uppercase)
    };
    if word
        .split_once('/')
        .is_some_and(|(a, b)| number(a) && number(b))
        && opens()
    {
        return Some(0..word.len());
    }
    let code = word.trim_end_matches(['.', ':', ')']);
    let letters = code.chars().take_while(char::is_ascii_uppercase).count();
    let digits = &code[letters..];
    let numbered = !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit() || c == '.');
    let signed = code.len() < word.len() || is_parted(digits) && word.len() < text.len();
    let fits = (1..=3).contains(&letters) && numbered && digits.len() <= 4 && signed;
    fits.then_some(0..code.len())
}

/// Whether a text tells what will be done, rather than what should be.
pub(super) fn is_coming(lexicon: &Lexicon, text: &str) -> bool {
    lexicon.list(List::OutcomeFuture).found_in(text)
        && !lexicon.list(List::OutcomeMust).found_in(text)
}

/// Which of the kinds that a heading names an item has.
fn choose(walk: &Walk, kinds: &[Kind], text: &str) -> Kind {
    let lexicon = walk.x.lexicon;
    let first = kinds.first().copied().unwrap_or(Kind::Conclusion);
    if let Some(Cue::Told(kind)) = read(lexicon, text).cue {
        let agrees = kinds.contains(&kind) || matches!(first, Kind::Conclusion | Kind::Decision);
        if agrees && kind != Kind::Objective {
            return kind;
        }
    }
    let has = |list| lexicon.list(list).found_in(text);
    // `Motion to close the yard (Example). Approved.`, below `Actions taken`.
    let voted = || {
        let last = sentences(text, lexicon).last();
        last.is_some_and(|s| s.start > 0 && heads(lexicon, text[s].trim_end_matches('.')).is_some())
    };
    if kinds == [Kind::ActionItem] && (opens_motion(lexicon, text) || voted()) {
        return Kind::Decision;
    }
    let fits = |kind: &Kind| match kind {
        Kind::Recommendation | Kind::Solution => has(List::OutcomeMust),
        Kind::NextStep | Kind::ActionItem => is_coming(lexicon, text),
        _ => false,
    };
    match kinds.len() {
        1 => first,
        _ => kinds.iter().copied().find(fits).unwrap_or(first),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::{Options, extract};
    use crate::source::Source;

    /// Each outcome as `kind | text | owner`.
    fn told(text: &str) -> Vec<String> {
        let rows = extract(&Source::from_text("t", text), &Options::default()).outcomes;
        let line = |r: &Outcome| {
            let cells = [
                r.kind.value.unwrap_or(""),
                r.text.as_str(),
                r.owner.as_str(),
            ];
            cells.join(" | ")
        };
        rows.iter().map(line).collect()
    }

    #[test]
    fn what_minutes_set_behind_an_arrow_came_of_the_talk() {
        let text = "Minutes of the 3rd meeting of the Mill Group\n\n1. Wheels\n\nThe wheel is old.\n\n=> Minutes adopted with this change.\n\
            => IWG agreed on a limit of four wheels.\n=> The secretary and UK to check the text by 4 May 2031.\n";
        assert_eq!(
            told(text),
            [
                "decision | Minutes adopted with this change. | ",
                "conclusion | IWG agreed on a limit of four wheels. | ",
                "action_item | The secretary and UK to check the text by 4 May 2031. | The secretary and UK",
            ]
        );
    }

    #[test]
    fn a_passage_may_end_in_the_group_that_acts_below_it() {
        let text = "Proc\u{e8}s-verbal du conseil municipal\n\nS\u{e9}ance du 4 mai 2031\n\nMme Mod\u{e8}le demande qui paie l'huile. Apr\u{e8}s en avoir d\u{e9}lib\u{e9}r\u{e9}, le Conseil municipal :\n\
            - D\u{c9}CIDE de graisser la roue ;\n- AUTORISE le Maire \u{e0} signer.\n";
        assert_eq!(
            told(text),
            [
                "decision | D\u{c9}CIDE de graisser la roue ; | ",
                "decision | AUTORISE le Maire \u{e0} signer. | ",
            ]
        );
    }

    #[test]
    fn titles_before_a_colon_movers_and_lost_motions() {
        let text = "# Minutes of the Mill Board\n\n## News\n\n- Parking: After discussion the Board decided to paint the lines in April.\n\n\
            ## Motion: ban on ducks\n\nFor: 9, against: 20. Lost.\n\n## Roof\n\nMotion: Member Quill   Second: Member Reed\n";
        assert_eq!(
            told(text),
            [
                "decision | Parking: After discussion the Board decided to paint the lines in April. | "
            ]
        );
    }

    #[test]
    fn counts_of_votes_are_no_outcomes() {
        assert!(is_tally("For: 12"));
        assert!(is_tally("Votes against: 0."));
        assert!(!is_tally("Lamps: buy 12"));
        assert!(!is_tally("Buy lamps"));
    }
}
