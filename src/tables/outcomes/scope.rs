//! Under which headings and labels a unit stands, and what these say of the outcomes below them.

use super::headed::{
    answered_below, depth, has_answers, is_background, is_blank_form, is_end, is_finding,
    is_grouped, is_item, is_of_events, is_one_of, is_topic, only_list, own_list, plan,
    presents_idea, starts_with_heading, tells_answers, title,
};
use super::heading::{Head, head, without_number};
use super::kind::Kind;
use super::sentence::{labelled_group, named_group};
use super::titles::{item_label, without_presenter};
use crate::extract::Extraction;
use crate::lexicon::List;
use crate::outline::{Unit, UnitKind};
use crate::schema::Text;
use crate::span::Span;
use foldhash::{HashSet, HashSetExt};

/// A heading or label with what it says.
#[derive(Clone, Debug)]
pub(super) struct Scope {
    /// How deep it is: four steps a level of the outline, so that labels and unmarked headings fit between.
    pub(super) depth: u16,
    /// The kinds of outcome it names.
    pub(super) head: Option<Head>,
    /// Its words, without number.
    pub(super) title: Text,
    /// The group whose outcomes it names: `Conclusions of Group A`.
    pub(super) group: Text,
    /// Whether an idea is presented below it, then its challenges and solutions.
    pub(super) idea: bool,
    /// Whether it can be the topic of outcomes: no title of the report, no name of a part, no date.
    pub(super) topic: bool,
    /// Whether it names a list of people or a programme, where no outcomes stand.
    pub(super) closed: bool,
    /// Whether it stands over works cited, or abstracts.
    pub(super) works: bool,
    /// Whether it stands over how the meeting came about.
    past: bool,
    /// Whether list items stand in its own part.
    pub(super) has_list: bool,
    /// Whether it is an item of the meeting's business, so that all that is settled below it is about it.
    item: bool,
    /// Whether it is one of a row of parts: `Session 2: Title`, `Group B: Title`.
    one_of: bool,
    /// Whether it is a label, whose list is all that it names.
    label: bool,
    /// Whether it is set as a heading.
    marked: bool,
    /// Whether it is numbered as groups and panels are: `Group 2: Standards`.
    grouped: bool,
    /// Whether it names outcomes and another heading follows at once: the lists below that one are what it names.
    bare: bool,
}

/// The headings and labels over a unit, outermost first.
#[derive(Debug, Default)]
pub(super) struct Scopes {
    open: Vec<Scope>,
    /// The depth of the label or heading below which ideas are told one by one, and whether these have challenges or solutions.
    ideas: Option<(u16, bool)>,
    /// Whether these ideas have headings of the same rank as theirs.
    flat: bool,
    /// How many parts of a row there were so far.
    parts: usize,
    /// Where the participants are named, in order.
    names: Vec<Span>,
    /// The titles of headings that stand more than once, in small letters.
    repeated: HashSet<String>,
    /// Whether the report is a brief on several events.
    events: bool,
    /// The units that name who had a role: `Moderator: Ana Example`.
    roles: HashSet<usize>,
}

impl Scopes {
    /// Before the first heading of a report.
    pub(super) fn new(x: &Extraction) -> Self {
        let names = x.data.participants.iter();
        let mut names: Vec<Span> = names.filter_map(|p| p.name.spans.cover()).collect();
        names.sort_unstable_by_key(|s| s.start);
        let mut seen = HashSet::with_capacity(x.outline.units.len());
        // A line of the contents, a link to the heading, is no second one.
        let linked = |u: &&Unit| {
            let body = x.outline.blocks[u.block].body;
            u.kind == UnitKind::Item && x.outline.source.slice(body).contains("](#")
        };
        let own = x.outline.units.iter().filter(|u| !linked(u));
        let short = own.map(|u| u.text()).filter(|t| t.len() <= 60);
        let titles = short.map(|t| {
            without_number(t)
                .trim_end_matches([':', ' '])
                .to_lowercase()
        });
        let repeated = titles.filter(|t| !seen.insert(t.clone())).collect();
        Scopes {
            names,
            repeated,
            events: is_of_events(x),
            roles: x.roles.iter().map(|r| r.unit).collect(),
            ..Scopes::default()
        }
    }

    /// Enters what stands below a heading, label or line that serves as one.
    ///
    /// A line that goes on with the numbers of headings stands as deep as they do.
    pub(super) fn enter(&mut self, x: &Extraction, at: usize, unit: &Unit, beside: Option<u16>) {
        let outline = x.outline;
        let lexicon = x.lexicon;
        if self.roles.contains(&at) && unit.text().contains(": ") {
            return;
        }
        let mut depth = beside.unwrap_or_else(|| depth(outline, unit));
        let title = title(outline, unit);
        let text = title.as_str().trim_end_matches([':', ' ']);
        // Ideas of the rank of the heading that opens them end where no challenge is told.
        let flat = |anchor| depth == anchor && self.flat && tells_answers(x, at);
        if self
            .ideas
            .is_some_and(|(anchor, _)| depth <= anchor && !flat(anchor))
        {
            self.ideas = None;
        }
        let discussion = lexicon.list(List::OutcomeDiscussion).is(text);
        let previous = lexicon.list(List::OutcomePrevious).found_in(text);
        let head =
            head(lexicon, unit.text()).filter(|_| !discussion && !previous && !is_blank_form(text));
        let head = head.or_else(|| plan(x, unit));
        // `The purpose of the exchange was to:` below `Aim` says the same again.
        let again = |h: &Head| h.weak && self.head().is_some_and(|o| !o.weak && o.kinds == h.kinds);
        // `Data and follow-up` below `Recommendations` is a topic of theirs.
        let topic_of = |h: &Head| {
            h.second
                && self
                    .around(depth)
                    .is_some_and(|o| !o.weak && !o.kinds.contains(&h.kinds[0]))
        };
        // `Idea 2: Ponds on common land`
        let named_idea = matches!(unit.kind, UnitKind::Heading(s) if {
            let label = outline.sections[s].label.as_ref();
            label.is_some_and(|l| lexicon.list(List::OutcomeLabelOpportunity).is(l.as_str()))
        });
        let head = head.filter(|h| !topic_of(h) && !named_idea);
        let head = head.map(|h| Head {
            weak: h.weak && !again(&h),
            ..h
        });
        let last = self.open.iter().rev().find(|s| s.idea);
        let same = |s: &Scope| s.depth == depth;
        // What a group found may stand under a heading of the same rank.
        let group = || self.open.iter().any(|s| s.grouped && same(s));
        let recurs = || self.repeated.contains(&text.to_lowercase());
        let found = |head: &Head| is_finding(head) || recurs();
        // `Barriers` that stands under each of several topics of its own rank.
        let topic = || {
            self.open
                .iter()
                .any(|s| s.topic && s.head.is_none() && same(s))
        };
        let inner = || group() && head.as_ref().is_some_and(found) || topic() && recurs();
        // A number of its own makes a heading the next of its rank.
        let numbered =
            matches!(unit.kind, UnitKind::Heading(s) if outline.sections[s].number.is_some());
        let below = || last.is_some_and(same) || inner();
        depth += u16::from(head.is_some() && !numbered && below());
        let mut is_heading = matches!(unit.kind, UnitKind::Heading(_)) || beside.is_some();
        // `Recommendations` alone on its line, right over `For governments`, stands as deep as that.
        if !is_heading && head.is_some() && starts_with_heading(outline, at) {
            is_heading = true;
            depth = self::depth(outline, &outline.units[at + 1]);
        }
        // What a report ends with stands under no single part of it.
        let ends = |head: &Head| {
            is_end(head) && self.parts > 1 && !self.repeated.contains(&text.to_lowercase())
        };
        if unit.kind != UnitKind::Label && head.as_ref().is_some_and(ends) {
            let inner = self.open.iter().position(|s| s.one_of && s.depth < depth);
            self.open.truncate(inner.unwrap_or(self.open.len()));
            // Nor under the topic of another part.
            self.open
                .retain(|s| !(s.topic && s.marked && s.head.is_none() && s.depth + 4 > depth));
        }
        let listed = is_heading && head.is_none() && only_list(outline, at);
        // An idea right below the topic that it stands under, both of one rank.
        let answered = is_heading && head.is_none() && answered_below(x, at);
        let titles = |u: &Unit| matches!(u.kind, UnitKind::Heading(_));
        let above = at.checked_sub(1).map(|i| &outline.units[i]);
        let right_above = answered && titles(unit) && above.is_some_and(titles);
        let own = self
            .open
            .last()
            .filter(|s| right_above && s.topic && s.marked);
        let above = own.filter(|s| s.head.is_none()).map(|s| s.depth);
        let under_bare = |s: &Scope| {
            s.depth == depth && (listed && s.bare || above == Some(depth) && s.marked && s.topic)
        };
        let nested = self.open.iter().any(under_bare);
        self.open
            .retain(|s| s.depth < depth && (s.marked || !is_heading) || under_bare(s));
        depth += u16::from(nested);
        if discussion {
            let anchor = match unit.kind {
                UnitKind::Label => u16::from(outline.sections[unit.section].level) * 4,
                _ => depth,
            };
            let below = outline.units.get(at + 1);
            let below = below.filter(|u| matches!(u.kind, UnitKind::Heading(_)));
            self.flat = below.is_some_and(|u| self::depth(outline, u) == anchor);
            let told = match self.flat {
                true => tells_answers(x, at + 1),
                false => has_answers(x, at, anchor),
            };
            self.ideas = Some((anchor, told));
        }
        let told = self.ideas.is_some_and(|(_, answers)| answers);
        let under_topic = answered && self.open.iter().any(|s| s.topic && s.marked);
        let presented = || under_topic || presents_idea(x, at);
        // The topic right above an idea is none itself.
        let over_idea = || starts_with_heading(outline, at) && answered_below(x, at + 1);
        let idea =
            is_heading && head.is_none() && (named_idea || told && !over_idea() || presented());
        let grouped = is_grouped(x, unit) || is_heading && labelled_group(lexicon, text).is_some();
        let is = |list| lexicon.list(list).is(text);
        let works = is(List::HeadingWorks);
        let apart = works || is(List::HeadingParticipants) || is(List::HeadingAgenda);
        self.parts += usize::from(grouped || is_one_of(x, unit));
        let of_group = (head.is_some() && !grouped).then(|| named_group(lexicon, text));
        let of_group = of_group.flatten().map(|g| title.slice(g).whole());
        // Contents and short forms are no topic of what the layout sets below them.
        let untold = works || is(List::HeadingAcronyms);
        self.open.push(Scope {
            group: of_group.unwrap_or_default(),
            depth,
            idea: idea && !discussion && !grouped,
            // A country or body over those who came from there.
            topic: !discussion
                && !untold
                && x.claimed_by(at + 1) != Some("participants")
                && !x.in_front(at)
                && is_topic(x, &self.names, unit, text),
            closed: apart || previous,
            works: is(List::HeadingCited),
            past: is_heading && is_background(lexicon, text),
            has_list: own_list(outline, at),
            // The first line of all is the report's own title.
            item: at > 0 && is_item(x, at, unit, self.events),
            one_of: grouped || is_one_of(x, unit),
            label: unit.kind == UnitKind::Label,
            marked: is_heading,
            grouped,
            bare: is_heading && head.is_some() && starts_with_heading(outline, at),
            head,
            title: title
                .slice(
                    item_label(lexicon, title.as_str())..without_presenter(lexicon, title.as_str()),
                )
                .whole(),
        });
    }

    /// Whether what stands here was agreed before this meeting.
    pub(super) fn is_previous(&self) -> bool {
        let inner = self.open.iter().rev().take_while(|s| s.head.is_none());
        inner.into_iter().any(|s| s.closed)
    }

    /// Whether it is told here how the meeting came about: what bodies decided then is no outcome of it.
    pub(super) fn is_past(&self) -> bool {
        let inner = self.open.iter().rev().take_while(|s| s.head.is_none());
        inner.into_iter().any(|s| s.past)
    }

    /// Whether works are cited, or their abstracts given, right here.
    pub(super) fn cites(&self) -> bool {
        self.open.last().is_some_and(|s| s.works)
    }

    /// What the nearest heading or label that names outcomes says.
    pub(super) fn head(&self) -> Option<&Head> {
        let inner = self.open.iter().rev().take_while(|s| !s.closed);
        inner.filter_map(|s| s.head.as_ref()).next()
    }

    /// What the nearest heading that is less deep says.
    fn around(&self, depth: u16) -> Option<&Head> {
        let outer = self.open.iter().rev().filter(|s| s.depth < depth);
        let inner = outer.take_while(|s| !s.closed);
        inner.filter_map(|s| s.head.as_ref()).next()
    }

    /// Enters what stands below words that lead to several lists, each with a title of its own.
    pub(super) fn lead(&mut self, x: &Extraction, unit: &Unit, kind: Kind) {
        let depth = u16::from(x.outline.sections[unit.section].level) * 4;
        self.open.retain(|s| s.depth <= depth);
        self.open.push(Scope {
            depth,
            head: Some(Head {
                kinds: vec![kind],
                weak: true,
                second: false,
            }),
            title: Text::default(),
            group: Text::default(),
            idea: false,
            topic: false,
            closed: false,
            works: false,
            past: false,
            has_list: true,
            item: false,
            one_of: false,
            label: false,
            marked: false,
            grouped: false,
            bare: false,
        });
    }

    /// Whether words lead to several lists here, each with a title of its own.
    pub(super) fn is_led(&self) -> bool {
        let led = |s: &Scope| s.head.is_some() && s.title.is_empty();
        self.open.iter().any(led)
    }

    /// Leaves a label whose list has ended.
    pub(super) fn end_list(&mut self) {
        let ended = |s: &Scope| s.label && s.has_list && s.head.is_some();
        if self.open.last().is_some_and(ended) {
            self.open.pop();
        }
    }

    /// The group or panel that an outcome stands under by its words alone, else the item of business.
    pub(super) fn about(&self) -> Text {
        let inner = || self.open.iter().rev();
        let grouped = inner().find(|s| s.grouped);
        let item = || inner().find(|s| s.item && s.topic && s.head.is_none());
        let title = grouped.or_else(item).map(|s| s.title.clone());
        title.unwrap_or_default()
    }

    /// Takes in that a table of outcomes stands in the innermost part.
    pub(super) fn has_table(&mut self) {
        if let Some(scope) = self.open.last_mut() {
            scope.has_list = true;
        }
    }

    /// Whether list items stand in the innermost part.
    pub(super) fn has_list(&self) -> bool {
        self.open.last().is_some_and(|s| s.has_list)
    }

    /// Whether an idea is told here.
    pub(super) fn in_idea(&self) -> bool {
        self.open.iter().any(|s| s.idea)
    }

    /// Whether the results of groups are told here.
    pub(super) fn in_discussion(&self) -> bool {
        self.ideas.is_some() && self.open.iter().rev().all(|s| !s.closed)
    }

    /// Theme and idea of an outcome that stands here under a heading.
    pub(super) fn theme_and_idea(&self) -> (Text, Text) {
        let none = Text::default;
        if let Some(at) = self.open.iter().rposition(|s| s.idea) {
            let theme = self.topic(&self.open[..at]);
            return (theme.unwrap_or_else(none), self.open[at].title.clone());
        }
        let Some(at) = self.open.iter().rposition(|s| s.head.is_some()) else {
            let own = self.topic(&self.open);
            return (own.unwrap_or_else(none), none());
        };
        if !self.open[at].group.is_empty() {
            return (self.open[at].group.clone(), none());
        }
        let outer = self.topic(&self.open[..at]);
        let inner = self.topic(&self.open[at + 1..]);
        match (outer, inner) {
            (Some(outer), inner) => (outer, inner.unwrap_or_else(none)),
            (None, inner) => (inner.unwrap_or_else(none), none()),
        }
    }

    /// The heading that says only whose the tasks below it are: `### Ana` under `## Action items`.
    pub(super) fn owner(&self, is_known: impl Fn(&str) -> bool) -> Option<&Text> {
        let (own, outer) = self.open.split_last()?;
        let under_tasks = outer.iter().rev().find_map(|s| s.head.as_ref());
        let tasks = under_tasks.is_some_and(|h| h.kinds == [Kind::ActionItem]);
        let bare = own.head.is_none() && own.marked && !own.closed;
        (tasks && bare && is_known(own.title.as_str())).then_some(&own.title)
    }

    /// The innermost of some scopes that is a topic.
    fn topic(&self, scopes: &[Scope]) -> Option<Text> {
        let topics = scopes.iter().rev().filter(|s| s.topic && s.head.is_none());
        topics.map(|s| s.title.clone()).next()
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::{Options, extract};
    use crate::source::Source;

    #[test]
    fn ideas_of_the_rank_of_their_heading_and_what_solves_their_challenges() {
        let text = "**Workshop on mills**\n\n**Ideas discussed**\n\n**Lamp leasing**\n\nLeasing lamps would free the millers from their price.\n\n\
            A challenge is the lack of trust. A deposit would be a solution.\n\n**Night schools**\n\nNight schools would use the lamps.\n\n\
            The challenge is to find teachers. Old millers could teach as a solution.\n\n**Voices from the workshop**\n\nThe millers sang all night in the yard.\n";
        let rows = extract(&Source::from_text("t", text), &Options::default()).outcomes;
        let told = rows
            .iter()
            .map(|r| (r.kind.value.unwrap_or(""), r.idea.as_str()));
        let kinds = ["opportunity", "challenge", "solution"];
        let ideas = ["Lamp leasing", "Night schools"];
        let all = ideas
            .iter()
            .flat_map(|idea| kinds.map(|kind| (kind, *idea)));
        assert!(told.eq(all));
    }
}
