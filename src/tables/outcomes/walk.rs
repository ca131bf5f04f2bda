//! Walks the units of a report and reads the outcomes: lists, labelled lines, prose, tables.

use super::Outcome;
use super::grid;
use super::heading::{Head, head};
use super::kind::Kind;
use super::label::{label_number, labelled};
use super::owner::{Doers, task};
use super::prose::Prose;
use super::scope::{Scopes, is_blank_form};
use super::sentence::{Cue, read};
use crate::extract::Extraction;
use crate::flow::Flow;
use crate::lexicon::List;
use crate::outline::{Unit, UnitKind};
use crate::schema::{Choice, Text};
use std::ops::Range;

/// The reading of one report.
pub(super) struct Walk<'x, 'a> {
    pub(super) x: &'x Extraction<'a>,
    pub(super) scopes: Scopes,
    pub(super) prose: Prose,
    /// The kind that the words before a list give it, and the group they name.
    pub(super) lead: Option<(Kind, Text)>,
    /// Whether the paragraph above ends in a colon without naming an outcome.
    other_lead: bool,
    /// The number of a heading that is only a label with a number, for the outcome below it.
    number: Text,
    /// The unit of the last line that was an outcome without ending as a sentence.
    pub(super) bare: Option<usize>,
    doers: Doers,
    pub(super) rows: Vec<Outcome>,
    /// The tables that were read.
    pub(super) grids: Vec<usize>,
}

impl<'x, 'a> Walk<'x, 'a> {
    /// Before the first unit.
    pub(super) fn new(x: &'x Extraction<'a>) -> Self {
        Walk {
            x,
            scopes: Scopes::default(),
            prose: Prose::default(),
            lead: None,
            other_lead: false,
            number: Text::default(),
            bare: None,
            doers: Doers::new(
                x.lexicon,
                x.data.participants.iter().map(|p| p.name.as_str()),
            ),
            rows: Vec::new(),
            grids: Vec::new(),
        }
    }

    /// Reads every unit.
    pub(super) fn run(&mut self) {
        let units = &self.x.outline.units;
        let mut at = 0;
        while at < units.len() {
            let unit = &units[at];
            let claimed = self.x.claimed_by(at).is_some();
            match unit.kind {
                UnitKind::Heading(_) | UnitKind::Label => self.enter(at, unit),
                _ if claimed => {}
                UnitKind::Item if self.is_attribution(at) => {}
                UnitKind::Item if !self.is_heading_like(at) => {
                    at = self.item(at);
                    continue;
                }
                UnitKind::Paragraph if !self.is_heading_like(at) => self.paragraph(at, unit),
                UnitKind::Item | UnitKind::Paragraph => self.enter(at, unit),
                UnitKind::Grid(index) => self.grid(at, index),
                UnitKind::Caption | UnitKind::Quote | UnitKind::Note(_) => {}
            }
            at += 1;
        }
    }

    fn enter(&mut self, at: usize, unit: &Unit<'a>) {
        self.lead = None;
        self.other_lead = false;
        self.prose = Prose::default();
        let text = unit.text();
        if text.ends_with(':') && !matches!(unit.kind, UnitKind::Heading(_)) {
            self.scopes.end_list();
            let reading = read(self.x.lexicon, text);
            self.lead = self.lead_of(unit, &(0..text.len()), &reading);
            if self.lead.is_some() {
                return;
            }
        }
        let numbered = unit.kind != UnitKind::Label && self.labels(&unit.flow, true).is_some();
        if numbered {
            return;
        }
        self.number =
            label_number(self.x.lexicon, text).map_or_else(Text::default, |r| unit.flow.cell(r));
        self.scopes.enter(self.x, at, unit);
    }

    /// The name below a quotation.
    fn is_attribution(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|i| &self.x.outline.units[i]);
        let unit = &self.x.outline.units[at];
        before.is_some_and(|u| u.kind == UnitKind::Quote) && unit.flow.len() <= 80
    }

    /// A line that serves as a heading though it is not set as one: alone, short, with a number, in capitals or named.
    fn is_heading_like(&self, at: usize) -> bool {
        let units = &self.x.outline.units;
        let unit = &units[at];
        let text = unit.text().trim_end_matches([':', ' ']);
        let (Some(first), Some(last)) = (text.chars().next(), text.chars().next_back()) else {
            return false;
        };
        let short = text.len() <= 80 && text.split(' ').count() <= 10;
        let open = !matches!(last, '.' | ',' | ';' | '!' | '?' | ')' | ']' | '_');
        let starts = first.is_uppercase() || first.is_ascii_digit();
        let below = units.get(at + 1);
        let apart = at == 0 || unit.gap > 0;
        let titles = below.is_some_and(|u| u.gap > 0 || u.kind != unit.kind);
        if !(short && open && starts && apart && titles) || text.contains("...") {
            return false;
        }
        let rest = super::heading::without_number(text);
        let numbered = unit.marker.is_some() || rest.len() < text.len();
        let capitals = !rest.chars().any(char::is_lowercase) && rest.len() >= 4;
        let named = head(self.x.lexicon, text).is_some();
        // A numbered line over bullets titles them.
        let over = below.is_some_and(|u| u.kind == UnitKind::Item && u.number().is_none());
        match unit.kind {
            UnitKind::Item => (capitals || named || over) && unit.number().is_some(),
            _ => capitals || named || (numbered && rest.starts_with(char::is_uppercase)),
        }
    }

    fn paragraph(&mut self, at: usize, unit: &Unit<'a>) {
        let after_list = at > 0 && self.x.outline.units[at - 1].kind == UnitKind::Item;
        if after_list {
            self.scopes.end_list();
        }
        self.lead = None;
        self.other_lead = false;
        let rows = self.rows.len();
        let plain = self.labels(&unit.flow, false).unwrap_or(unit.flow.len());
        let labelled = self.rows.split_off(rows);
        self.read_prose(at, unit, 0..plain);
        self.rows.extend(labelled);
        let followed = self.x.outline.units.get(at + 1);
        let before_list = followed.is_some_and(|u| u.kind == UnitKind::Item);
        self.other_lead = before_list && self.lead.is_none() && unit.text().ends_with(':');
    }

    /// Reads the labelled outcomes of a text; where the first label starts. A heading must number its own.
    fn labels(&mut self, flow: &Flow<'a>, numbered: bool) -> Option<usize> {
        let text = flow.as_str();
        let lines: Vec<usize> = flow.lines().map(|r| r.start).collect();
        let lexicon = self.x.lexicon;
        let mut found = labelled(lexicon, text, &lines);
        if numbered {
            found.retain(|l| l.number.is_some());
        }
        for (i, label) in found.iter().enumerate() {
            let end = found.get(i + 1).map_or(text.len(), |l| l.start);
            let vote = &text[label.text.end..end];
            let lost = lexicon.list(List::OutcomeLost).found_in(vote);
            if label.kind == Kind::Decision && lost {
                continue;
            }
            let task = task(&self.doers, text, label.text.clone(), is_task(label.kind));
            let mut row = self.row(label.kind, "label");
            row.text = flow.cell(task.text);
            row.owner = cell(flow, label.owner.clone().or(task.owner));
            row.due_date = cell(flow, task.due);
            row.number = cell(flow, label.number.clone());
            self.rows.push(row);
        }
        found.first().map(|l| l.start)
    }

    /// Reads a list item and those nested below it; the index behind them.
    fn item(&mut self, at: usize) -> usize {
        let unit = &self.x.outline.units[at];
        let next = self.behind_nested(at);
        if self.labels(&unit.flow, false).is_some() {
            return next;
        }
        let Some(kinds) = self.list_kinds() else {
            self.read_prose(at, unit, 0..unit.flow.len());
            return at + 1;
        };
        let leads_on = unit.text().ends_with(':') && next == at + 1;
        let letters = unit.text().chars().filter(|c| c.is_alphabetic()).count();
        if leads_on || letters < 3 || is_blank_form(unit.text()) {
            return at + 1;
        }
        let kind = choose(self, &kinds, unit.text());
        let flow = &unit.flow;
        let task = task(&self.doers, unit.text(), 0..flow.len(), is_task(kind));
        let mut row = self.row(kind, "list");
        (row.theme, row.idea) = self.list_place(kind);
        row.text = flow.cell(task.text);
        row.owner = cell(flow, task.owner);
        row.due_date = cell(flow, task.due);
        row.number = unit
            .number()
            .unwrap_or_else(|| std::mem::take(&mut self.number));
        for (i, below) in self.x.outline.units[at + 1..next].iter().enumerate() {
            let separator = if i == 0 { " " } else { "; " };
            row.text.append(separator, &below.flow.whole());
        }
        self.rows.push(row);
        next
    }

    /// Theme and idea of an item of the list here.
    fn list_place(&self, kind: Kind) -> (Text, Text) {
        match &self.lead {
            Some((_, group)) if !group.is_empty() => (group.clone(), Text::default()),
            _ if kind == Kind::Objective => Default::default(),
            Some(_) if self.scopes.head().is_none() && !self.scopes.in_idea() => {
                (self.scopes.group(), Text::default())
            }
            _ => self.scopes.theme_and_idea(),
        }
    }

    /// The kinds that a list here has; `None` where nothing says that its items are outcomes.
    fn list_kinds(&self) -> Option<Vec<Kind>> {
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

    /// The index behind the items that stand further in than this one.
    fn behind_nested(&self, at: usize) -> usize {
        let units = &self.x.outline.units;
        let own = self.column(&units[at]);
        let slack = usize::from(units[at].number().is_some());
        let below = units[at + 1..].iter();
        let nested = below
            .take_while(|u| u.kind == UnitKind::Item && u.gap == 0 && self.column(u) > own + slack);
        let count = nested.count();
        if count == 0 || !units[at].text().ends_with(':') {
            return at + 1 + count;
        }
        // A list whose bullets are set unevenly goes on to its end behind a colon.
        let rest = units[at + 1 + count..].iter();
        let uneven = rest.take_while(|u| u.kind == UnitKind::Item && u.gap == 0);
        let uneven = uneven.take_while(|u| self.column(u) > own);
        at + 1 + count + uneven.count()
    }

    /// How far in the marker of an item stands.
    fn column(&self, unit: &Unit) -> usize {
        let block = &self.x.outline.blocks[unit.block];
        let start = block.marker.unwrap_or(block.body).start as usize;
        let text = &self.x.outline.source.text[..start];
        text.len() - text.rfind('\n').map_or(0, |i| i + 1)
    }

    fn grid(&mut self, at: usize, index: usize) {
        let head = self.scopes.head().cloned();
        let rows = grid::read(self.x, &self.x.outline.grids[index], head.as_ref());
        if rows.is_empty() {
            return;
        }
        let (theme, idea) = self.scopes.theme_and_idea();
        for mut row in rows {
            if row.theme.is_empty() && head.is_some() {
                row.theme = theme.clone();
                row.idea = idea.clone();
            }
            self.rows.push(row);
        }
        self.grids.push(at);
    }

    /// The number of the heading above, for the first outcome below it.
    pub(super) fn heading_number(&mut self) -> Text {
        std::mem::take(&mut self.number)
    }

    /// Text, owner and deadline of a task.
    pub(super) fn task_cells(&self, flow: &Flow<'a>, range: Range<usize>) -> (Text, Text, Text) {
        let task = task(&self.doers, flow.as_str(), range, true);
        (
            flow.cell(task.text),
            cell(flow, task.owner),
            cell(flow, task.due),
        )
    }

    /// A row of a kind, with nothing else.
    pub(super) fn row(&self, kind: Kind, rule: &'static str) -> Outcome {
        Outcome {
            kind: Choice::derived(kind.word()),
            rule,
            ..Outcome::default()
        }
    }
}

/// Whether the words of such an outcome name who is to do it.
fn is_task(kind: Kind) -> bool {
    kind == Kind::ActionItem
}

/// The cell of a range that may be missing.
fn cell(flow: &Flow, range: Option<Range<usize>>) -> Text {
    range.map_or_else(Text::default, |r| flow.cell(r))
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
    let fits = |kind: &Kind| match kind {
        Kind::Recommendation | Kind::Solution => has(List::OutcomeMust),
        Kind::NextStep | Kind::ActionItem => has(List::OutcomeFuture) && !has(List::OutcomeMust),
        _ => false,
    };
    match kinds.len() {
        1 => first,
        _ => kinds.iter().copied().find(fits).unwrap_or(first),
    }
}

/// The kind of a sentence with its own cue under a heading.
pub(super) fn under(head: &Head, cue: Cue, state: Option<Kind>) -> Kind {
    let named = state.or(head.kinds.first().copied());
    match cue {
        Cue::Told(kind) => kind,
        Cue::Suggested => match named {
            Some(Kind::Challenge | Kind::Solution) => Kind::Solution,
            _ => Kind::Recommendation,
        },
        Cue::Agreed => match named {
            Some(kind) if !head.weak && kind != Kind::Objective => kind,
            _ => Kind::Conclusion,
        },
    }
}
