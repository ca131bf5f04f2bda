//! Walks the units of a report and reads the outcomes: lists, labelled lines, prose, tables.

use super::Outcome;
use super::headed::{depth, is_blank_form, points_elsewhere};
use super::heading::Head;
use super::kind::Kind;
use super::label::{
    Labelled, answers_idea, bold_label, is_tabled, kind_of, label_number, labelled,
};
use super::lead::is_lead;
use super::list::{Mark, coded};
use super::mover::only_movers;
use super::order::Order;
use super::own::own_names;
use super::owner::{Doers, task};
use super::prose::Prose;
use super::resolve::{
    act_at, is_group, is_preamble, is_resolution, is_settled, names_actor, only_opens,
};
use super::scope::Scopes;
use super::sentence::{Cue, read};
use super::{blanks, grid};
use crate::block::Style;
use crate::extract::Extraction;
use crate::flow::Flow;
use crate::lexicon::{Lexicon, List};
use crate::outline::{Unit, UnitKind};
use crate::schema::{Choice, Link, Text};
use crate::span::Span;
use crate::value::sentence::sentences;
use foldhash::HashSet;
use std::borrow::Cow;
use std::ops::Range;

/// The reading of one report.
pub(super) struct Walk<'x, 'a> {
    pub(super) x: &'x Extraction<'a>,
    pub(super) scopes: Scopes,
    pub(super) prose: Prose,
    /// The kind that the words before a list give it, and the group they name.
    pub(super) lead: Option<(Kind, Text)>,
    /// The headings that have a number, with it.
    pub(super) headings: HashSet<(&'x str, &'x str)>,
    /// Whether the list goes on with what a group did: `The Committee:`, then `took note of ...`.
    pub(super) lead_acts: bool,
    /// How the unit that leads to a list is marked, where it is an item itself.
    pub(super) lead_mark: Option<Mark>,
    /// Whether the paragraph above ends in a colon without naming an outcome.
    pub(super) other_lead: bool,
    /// The number of a heading that is only a label with a number, for the outcome below it.
    number: Text,
    /// The unit of the last line that was an outcome without ending as a sentence.
    pub(super) bare: Option<usize>,
    /// A section, and whether its sentences tell by themselves what was concluded.
    pub(super) cued: (usize, bool),
    pub(super) doers: Doers,
    pub(super) order: Order,
    /// Who a label without more says is to do what stands before it.
    pub(super) assigned: Text,
    /// The short names that the title gives the body that met: `PPG`, `Trust`.
    pub(super) own: Vec<String>,
    /// The places of statements, in order.
    stated: Vec<Span>,
    pub(super) rows: Vec<Outcome>,
    /// The unit that may be nested in the last row, below a line with a code.
    pub(super) nests: Option<usize>,
    /// The tables that were read.
    pub(super) grids: Vec<usize>,
}

impl<'x, 'a> Walk<'x, 'a> {
    /// Before the first unit.
    pub(super) fn new(x: &'x Extraction<'a>) -> Self {
        let texts = x.data.statements.iter().flat_map(|s| s.places());
        let mut stated: Vec<Span> = texts.collect();
        stated.sort_unstable_by_key(|s| s.start);
        Walk {
            own: own_names(x),
            headings: numbered_headings(x),
            stated,
            x,
            scopes: Scopes::new(x),
            prose: Prose::default(),
            lead: None,
            lead_acts: false,
            lead_mark: None,
            other_lead: false,
            number: Text::default(),
            bare: None,
            cued: (usize::MAX, false),
            doers: Doers::new(
                x.lexicon,
                x.data.participants.iter().map(|p| p.name.as_str()),
            ),
            order: Order::default(),
            assigned: Text::default(),
            rows: Vec::new(),
            nests: None,
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
            let tasks = self.blank_table(at).filter(|_| !claimed);
            let flat = |walk: &mut Self| {
                let read = || walk.flat_table(at).or_else(|| walk.stacked_table(at));
                (!claimed).then(read).flatten()
            };
            if let Some(next) = tasks.or_else(|| flat(self)) {
                at = next;
                continue;
            }
            match unit.kind {
                // `Secretary of the meeting: Ana Example` titles nothing.
                _ if self.x.claimed_by(at) == Some("participants")
                    && unit.text().contains(": ") => {}
                UnitKind::Heading(_) | UnitKind::Label => self.enter(at, unit),
                _ if claimed => {}
                UnitKind::Item if self.is_attribution(at) => {}
                UnitKind::Item | UnitKind::Paragraph if self.scopes.cites() => {
                    if unit.kind == UnitKind::Paragraph && self.is_heading_like(at) {
                        self.enter(at, unit);
                    }
                }
                UnitKind::Item
                    if !self.is_heading_like(at) && self.goes_on_headings(at).is_none() =>
                {
                    at = self.item(at);
                    continue;
                }
                UnitKind::Paragraph if !self.is_heading_like(at) => self.paragraph(at, unit),
                UnitKind::Item | UnitKind::Paragraph => self.enter(at, unit),
                UnitKind::Grid(index) => self.grid(at, index),
                UnitKind::Quote
                    if is_resolution(self.x.lexicon, unit.text())
                        || is_settled(self.x.lexicon, unit.text()) =>
                {
                    self.paragraph(at, unit);
                }
                UnitKind::Quote => drop(self.labels(at, &unit.flow, false)),
                UnitKind::Caption | UnitKind::Note(_) => {}
            }
            at += 1;
        }
    }

    /// Whether an item is the next of the numbered headings.
    fn goes_on_headings(&self, at: usize) -> Option<u16> {
        let unit = &self.x.outline.units[at];
        let above = at.checked_sub(1).map(|i| &self.x.outline.units[i]);
        let item = unit.kind == UnitKind::Item;
        item.then(|| self.order.goes_on(above, unit)).flatten()
    }

    fn enter(&mut self, at: usize, unit: &Unit<'a>) {
        if self.heads_margin(at, unit) {
            return;
        }
        let beside = self.goes_on_headings(at);
        let own_depth = beside.unwrap_or_else(|| depth(self.x.outline, unit));
        self.order.pass(self.x.outline, unit, own_depth);
        let lead = self.lead.take();
        let right_below = at > 0 && self.x.outline.units[at - 1].kind != UnitKind::Item;
        if let Some((kind, _)) = lead.filter(|_| right_below)
            && !matches!(unit.kind, UnitKind::Heading(_))
        {
            self.scopes.lead(self.x, unit, kind);
        }
        self.end_lead();
        self.other_lead = false;
        self.lead_acts = names_actor(self.x.lexicon, unit.text());
        self.prose = Prose::default();
        let text = unit.text();
        if self.acts_below(at, text) {
            self.lead_acts = true;
            return;
        }
        if unit.kind == UnitKind::Paragraph && self.opens_list(at, text) {
            return;
        }
        if is_lead(text) && !matches!(unit.kind, UnitKind::Heading(_)) {
            self.scopes.end_list();
            let reading = read(self.x.lexicon, text);
            // `RESOLVED:` above `That the mill be kept.`
            let below = self.x.outline.units.get(at + 1);
            let prose = below.is_some_and(|u| u.kind == UnitKind::Paragraph);
            if !(prose && only_opens(self.x.lexicon, text)) {
                self.lead = self.lead_of(unit, &(0..text.len()), &reading);
            }
            if self.lead.is_some() {
                return;
            }
        }
        if unit.kind != UnitKind::Label && self.labels(at, &unit.flow, true).is_some() {
            return;
        }
        self.number =
            label_number(self.x.lexicon, text).map_or_else(Text::default, |r| unit.flow.cell(r));
        self.scopes.enter(self.x, at, unit, beside);
    }

    /// Whether a line is a group's name, and the line below begins with what the group did.
    fn acts_below(&self, at: usize, text: &str) -> bool {
        let below = self.x.outline.units.get(at + 1);
        text.len() <= 60
            && below.is_some_and(|u| {
                u.kind == UnitKind::Item && act_at(self.x.lexicon, u.text()).is_some()
            })
            && is_group(self.x.lexicon, text)
    }

    /// Whether a line only opens the resolutions of the list below it, which it then leads to.
    fn opens_list(&mut self, at: usize, text: &str) -> bool {
        let below = self.x.outline.units.get(at + 1);
        let opens =
            below.is_some_and(|u| u.kind == UnitKind::Item) && only_opens(self.x.lexicon, text);
        if opens {
            self.lead = Some((Kind::Decision, Text::default()));
        }
        opens
    }

    /// The kind of what a group did, in a line below its name.
    pub(super) fn act_kind(&self, cue: Cue) -> Kind {
        match self.scopes.head() {
            Some(head) if !head.weak => under(head, cue, None),
            _ => cue.kind(),
        }
    }

    pub(super) fn end_lead(&mut self) {
        (self.lead, self.lead_mark, self.lead_acts) = (None, None, false);
    }

    /// The name below a quotation.
    fn is_attribution(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|i| &self.x.outline.units[i]);
        let unit = &self.x.outline.units[at];
        before.is_some_and(|u| u.kind == UnitKind::Quote)
            && unit.flow.len() <= 80
            && !unit.text().contains(": ")
    }

    fn paragraph(&mut self, at: usize, unit: &Unit<'a>) {
        let after_list = at > 0 && self.x.outline.units[at - 1].kind == UnitKind::Item;
        if after_list {
            self.scopes.end_list();
        }
        if self.continued(at) {
            return;
        }
        let acting = self.lead_acts;
        self.end_lead();
        self.other_lead = false;
        // `... asked who pays. After a debate, the Board:`
        let last = self.x.sentences(at).last().map_or(0, |s| s.start);
        self.lead_acts = names_actor(self.x.lexicon, &unit.text()[last..]);
        if self.opens_list(at, unit.text()) {
            return;
        }
        // One line in between that tells no act ends no list.
        let dashed = unit.text().starts_with(['-', '\u{2013}', '\u{2014}']);
        self.lead_acts |= acting && (dashed || is_preamble(self.x.lexicon, unit.text()));
        if self.says_who_or_when(at, unit) || self.moved_above(at, unit) {
            return;
        }
        let act = act_at(self.x.lexicon, unit.text()).filter(|_| acting);
        if let Some((from, cue)) = act {
            let mut row = self.row(self.act_kind(cue), "act");
            row.text = unit.flow.cell(from..unit.flow.len());
            row.session_id = self.session(at);
            self.rows.push(row);
            self.lead_acts = true;
            return;
        }
        if let (Some(code), Some(kinds)) = (coded(unit.text()), self.list_kinds()) {
            let number = unit.flow.cell(code.start..code.end);
            let from = unit.flow.len()
                - unit.text()[code.end..]
                    .trim_start_matches(['.', ':', ')', ' '])
                    .len();
            let row = self.list_row(at, from, &kinds, number);
            self.rows.push(row);
            self.nests = Some(at + 1);
            return;
        }
        if self.in_margin(at, unit) || self.task_lines(at, unit) {
            return;
        }
        let rows = self.rows.len();
        let plain = self
            .labels(at, &unit.flow, false)
            .unwrap_or(unit.flow.len());
        let labelled = self.rows.split_off(rows);
        self.read_prose(at, unit, 0..plain);
        self.assign(at, unit, rows, plain);
        self.rows.extend(labelled);
        let followed = self.x.outline.units.get(at + 1);
        let before_list = followed.is_some_and(|u| u.kind == UnitKind::Item);
        self.other_lead = before_list && self.lead.is_none() && is_lead(unit.text());
    }

    /// Reads the labelled outcomes of a text; where the first label starts. A heading must number its own.
    pub(super) fn labels(&mut self, at: usize, flow: &Flow<'a>, numbered: bool) -> Option<usize> {
        let text = flow.as_str();
        let lines: Vec<usize> = flow.lines().map(|r| r.start).collect();
        let lexicon = self.x.lexicon;
        let mut found = labelled(lexicon, text, &lines);
        let below = self.x.outline.units.get(at + 1);
        let answered = || below.is_some_and(|u| answers_idea(lexicon, u.text()));
        // What is to be filled in, or stands in a list of contents, is none.
        found.retain(|l| {
            let own = &text[l.text.clone()];
            (!l.lone || answered()) && !is_blank_form(own) && !points_elsewhere(lexicon, own)
        });
        if found.is_empty() && !numbered {
            found.extend(bold_label(lexicon, text, |r| self.x.is_bold(flow, r)));
        }
        if numbered {
            // `Decision 2. Budget` titles the decision below it.
            let words = |l: &Labelled| text[l.text.clone()].split_whitespace().count();
            let block = self.x.outline.units[at].block;
            let style = self.x.outline.blocks[block].style;
            let plain = style.is_none_or(|s| s == Style::Plain);
            let told = || below.is_some_and(|u| u.kind == UnitKind::Paragraph);
            let titles = |l: &Labelled| match l.number {
                // `Idea 2: Ponds`, with the idea told below it.
                Some(_) => {
                    l.kind == Kind::Decision
                        || l.kind == Kind::Opportunity && told()
                        || is_tabled(lexicon, &text[l.start..])
                }
                None => !plain,
            };
            found.retain(|l| !titles(l) && words(l) >= 4);
        }
        for (i, label) in found.iter().enumerate() {
            let end = found.get(i + 1).map_or(text.len(), |l| l.start);
            let vote = match end == text.len() {
                true => self.with_votes(at, &text[label.text.end..]),
                false => Cow::Borrowed(&text[label.text.end..end]),
            };
            let lost = lexicon.list(List::OutcomeLost).found_in(&vote)
                || is_lost(lexicon, &text[label.text.clone()]);
            if label.kind == Kind::Decision && lost {
                continue;
            }
            if label.kind == Kind::Decision
                && only_movers(self.x.lexicon, &text[label.text.clone()])
            {
                continue;
            }
            if label.kind == Kind::ActionItem && self.assigns(at, flow, label) {
                continue;
            }
            if self.scopes.is_previous() && is_followed_up(lexicon, &text[label.text.start..end]) {
                continue;
            }
            if label.several {
                self.several(at, flow, label);
                continue;
            }
            let task = task(&self.doers, text, label.text.clone(), is_task(label.kind));
            let mut row = self.row(kind_of(lexicon, text, label), "label");
            row.session_id = self.session(at);
            row.text = flow.cell(task.text);
            row.owner = cell(flow, label.owner.clone().or(task.owner));
            row.due_date = cell(flow, task.due);
            row.number = cell(flow, label.number.clone());
            // `RESOLVED that (a) the plan be kept;`, and `(b) ...` on the next line.
            let open = text.ends_with(';') && label.text.end == text.len();
            if open && label.kind == Kind::Decision {
                self.lead = Some((label.kind, Text::default()));
            }
            self.rows.push(row);
        }
        found.first().map(|l| l.start)
    }

    /// The sentences behind a label that names several.
    fn several(&mut self, at: usize, flow: &Flow<'a>, label: &Labelled) {
        let own = &flow.as_str()[label.text.clone()];
        for s in sentences(own, self.x.lexicon) {
            let mut row = self.row(label.kind, "label");
            row.session_id = self.session(at);
            row.text = flow.cell(label.text.start + s.start..label.text.start + s.end);
            self.rows.push(row);
        }
    }

    fn grid(&mut self, at: usize, index: usize) {
        if self.scopes.is_previous() {
            return;
        }
        let head = self.scopes.head().cloned();
        let rows = grid::read(self.x, &self.x.outline.grids[index], head.as_ref());
        if rows.is_empty() {
            return;
        }
        self.tabled(at, rows, head.is_some());
        self.grids.push(at);
    }

    /// Reads a table that is set with blanks; the index behind its units.
    fn blank_table(&mut self, at: usize) -> Option<usize> {
        let units = &self.x.outline.units;
        if matches!(units[at].kind, UnitKind::Grid(_)) || self.scopes.is_previous() {
            return None;
        }
        if !self.is_in_columns(&units[at]) {
            return None;
        }
        let start = units[at].flow.source_start() as usize;
        let head = self.scopes.head().cloned();
        let (rows, end) = blanks::table(self.x, start, head.as_ref())?;
        self.tabled(at, rows, head.is_some());
        let inside = |u: &&Unit| (u.flow.source_start() as usize) < end;
        let next = at + units[at..].iter().take_while(inside).count();
        self.grids.extend(at..next);
        Some(next)
    }

    /// Whether wide blanks or tabs part the first line of a unit.
    pub(super) fn is_in_columns(&self, unit: &Unit) -> bool {
        let text = self.x.outline.source.text.as_bytes();
        let rest = text.get(unit.flow.source_start() as usize..).unwrap_or(&[]);
        let end = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
        let line = &rest[..end];
        line.len() <= 200 && (line.contains(&b'\t') || line.windows(2).any(|pair| pair == b"  "))
    }

    /// Takes over the rows of a table.
    fn tabled(&mut self, at: usize, rows: Vec<Outcome>, headed: bool) {
        let (theme, idea) = self.scopes.theme_and_idea();
        self.scopes.has_table();
        for mut row in rows {
            row.session_id = self.session(at);
            if row.theme.is_empty() && headed {
                row.theme = theme.clone();
                row.idea = idea.clone();
            }
            self.rows.push(row);
        }
    }

    /// Whether a statement reaches into a place.
    pub(super) fn is_stated(&self, place: Span) -> bool {
        let behind = self.stated.partition_point(|s| s.start < place.end);
        self.stated[..behind]
            .last()
            .is_some_and(|s| s.overlaps(place))
    }

    /// The session that a unit belongs to.
    pub(super) fn session(&self, at: usize) -> Link {
        self.x.session_of(at).map(Link::to).unwrap_or_default()
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
        let theme = match kind {
            Kind::Objective => Text::default(),
            _ => self.scopes.about(),
        };
        Outcome {
            kind: Choice::derived(kind.word()),
            theme,
            rule,
            ..Outcome::default()
        }
    }
}

fn numbered_headings<'x>(x: &'x Extraction) -> HashSet<(&'x str, &'x str)> {
    let sections = x.outline.sections.iter();
    sections
        .filter_map(|s| Some((s.number.as_ref()?.as_str(), s.title.as_str())))
        .collect()
}

/// Whether a resolution says by itself that it was not passed: `The proposal was rejected`.
fn is_lost(lexicon: &Lexicon, text: &str) -> bool {
    let lost = lexicon.list(List::OutcomeLost).find_iter(text);
    let copula = lexicon.list(List::OutcomePast);
    let mut before = lost.map(|(r, _)| text[..r.start].trim_end());
    before.any(|b| copula.ends(b) || lexicon.list(List::OutcomeCopula).ends(b))
}

/// Whether a task ends in how far it has come since the meeting that set it: `... Completed.`
fn is_followed_up(lexicon: &Lexicon, text: &str) -> bool {
    let last = sentences(text, lexicon).last();
    last.is_some_and(|s| {
        let words = text[s].trim_matches(['.', ' ', '(', ')', '[', ']']);
        lexicon.list(List::OutcomeDone).is(words)
    })
}

/// Whether the words of such an outcome name who is to do it.
pub(super) fn is_task(kind: Kind) -> bool {
    matches!(kind, Kind::ActionItem | Kind::NextStep)
}

/// The cell of a range that may be missing.
pub(super) fn cell(flow: &Flow, range: Option<Range<usize>>) -> Text {
    range.map_or_else(Text::default, |r| flow.cell(r))
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
