//! A number of participants, challenges, sessions and the like that is then not listed.

mod listed;

use super::Rule;
use crate::extract::Extraction;
use crate::flow::Flow;
use crate::lexicon::{Lexicon, List};
use crate::outline::UnitKind;
use crate::tables::findings::FindingRow;
use crate::tables::participants::Participant;
use crate::value::quantity::{Kind, Qualifier, Quantity};
use listed::{Listed, Titles, inline, list_below};
use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    name: "count-differs",
    severity: "warning",
    summary: "states a number of participants, challenges, sessions ... that it then does not list",
    why: "the list is not complete, or the number is of another draft",
    example: "Four challenges were identified: / - money / - staff / - data",
    misses: "numbers with about, more than and the like; lists that neither stand below the number nor under a heading of their own",
    check,
};

fn check(x: &Extraction) -> Vec<FindingRow> {
    let mut found = Vec::new();
    let once = Once::default();
    for (i, unit) in x.outline.units.iter().enumerate() {
        if matches!(unit.kind, UnitKind::Grid(_) | UnitKind::Note(_)) || x.quantities(i).is_empty() || !speaks_of_number(x, i) {
            continue;
        }
        let all = x.quantities(i);
        for range in x.sentences(i).iter().cloned() {
            if !all.iter().any(|q| range.start <= q.span.start && q.span.end <= range.end) {
                continue;
            }
            let sentence = Sentence { x, once: &once, flow: &unit.flow, unit: i, range, all };
            found.extend(sentence.attendance().or_else(|| sentence.listed()));
        }
    }
    found
}

/// Whether a unit may state a number that a list bears out: most need not be read again.
fn speaks_of_number(x: &Extraction, i: usize) -> bool {
    let text = x.outline.units[i].text();
    let list = |key| x.lexicon.list(key);
    let before_list = x.outline.units.get(i + 1).is_some_and(|u| matches!(u.kind, UnitKind::Item | UnitKind::Grid(_)));
    text.len() < 4000
        && (before_list || text.contains(':') || list(List::CountAttendee).found_in(text) || list(List::CountMade).found_in(text) || list(List::CountAnnounce).found_in(text))
}

/// What is the same for all sentences, made when first asked for.
#[derive(Default)]
struct Once<'x> {
    titles: OnceCell<Titles<'x>>,
    admitted: OnceCell<BTreeSet<usize>>,
}

struct Sentence<'x> {
    x: &'x Extraction<'x>,
    once: &'x Once<'x>,
    flow: &'x Flow<'x>,
    unit: usize,
    range: Range<usize>,
    all: &'x [Quantity],
}

/// A noun that is counted: its place, and the number.
struct Counted {
    at: Range<usize>,
    number: usize,
    /// The noun in the singular.
    noun: String,
}

impl Sentence<'_> {
    fn titles(&self) -> &Titles<'_> {
        self.once.titles.get_or_init(|| Titles::of(self.x))
    }

    fn admits(&self, number: usize) -> bool {
        self.once.admitted.get_or_init(|| admitted(self.x)).contains(&number)
    }

    fn text(&self) -> &str {
        &self.flow.as_str()[self.range.clone()]
    }

    /// The exact counts of the sentence whose noun, within four words behind the number, `is` accepts.
    fn counted(&self, is: impl Fn(&str) -> bool) -> Vec<Counted> {
        let text = self.flow.as_str();
        let within = |q: &&Quantity| self.range.start <= q.span.start && q.span.end <= self.range.end;
        let exact = |q: &&Quantity| q.kind == Kind::Count && q.qualifier == Qualifier::Exact && q.value_max.is_none();
        let counts = self.all.iter().filter(within).filter(exact);
        let noun = |q: &Quantity| {
            let behind = text[q.span.end..self.range.end].split([',', ';', ':', '.', '(', ')']).next().unwrap_or("");
            let mut words = behind.split(' ').filter(|w| !w.is_empty()).take(4);
            let word = words.find(|w| is(w))?;
            let end = word.as_ptr() as usize - text.as_ptr() as usize + word.len();
            let number = q.value as usize;
            (q.value.fract() == 0.0).then(|| Counted { at: q.span.start..end, number, noun: singular(word) })
        };
        counts.filter_map(noun).collect()
    }

    /// All who came, against the participant lists.
    fn attendance(&self) -> Option<FindingRow> {
        let (lexicon, text) = (self.x.lexicon, self.text());
        let list = |key| lexicon.list(key);
        if self.x.data.participants.len() < 3 || !list(List::CountAttendee).found_in(text) {
            return None;
        }
        let short = text.len() <= 60 && (text.contains(':') || text.contains('('));
        let mut counted = self.counted(|w| list(List::CountAttendee).is(w));
        if counted.is_empty() && short {
            counted = self.labelled();
        }
        let [one] = counted.as_slice() else {
            return None;
        };
        // A list of a few out of very many is none of all who came.
        let rows = self.x.data.participants.len();
        let whole = short || list(List::CountAttended).found_in(text) || self.comes_from(one);
        let number = one.number;
        if !whole || number > rows * 4 || list(List::CountSome).found_in(text) || number < 2 || self.admits(number) {
            return None;
        }
        let message = format!("\"{}\" is stated, and {rows} are listed", self.flow.as_str()[one.at.clone()].trim());
        Some(RULE.finding(message).at(self.flow.spans(one.at.clone())).other::<Participant>(0))
    }

    /// `Participants: 24`, `List of participants (24)`.
    fn labelled(&self) -> Vec<Counted> {
        let text = self.text();
        let bare = |q: &&Quantity| self.range.start <= q.span.start && q.span.end <= self.range.end;
        let mut numbers = self.all.iter().filter(bare);
        let (Some(q), None) = (numbers.next(), numbers.next()) else {
            return Vec::new();
        };
        let behind = text[q.span.end - self.range.start..].trim_matches(|c: char| !c.is_alphanumeric());
        let before = text[..q.span.start - self.range.start].trim_end();
        let set = before.ends_with([':', '(']) && behind.is_empty() && q.kind == Kind::Count && q.qualifier == Qualifier::Exact;
        let one = Counted { at: q.span.clone(), number: q.value as usize, noun: String::new() };
        if set { vec![one] } else { Vec::new() }
    }

    /// `24 participants from 12 countries`.
    fn comes_from(&self, one: &Counted) -> bool {
        let behind = self.flow.as_str()[one.at.end..self.range.end].trim_start();
        let from = self.x.lexicon.list(List::CountFrom).starts(behind);
        from.is_some_and(|len| {
            let next = behind.get(len..).unwrap_or("").trim_start();
            let at = next.as_ptr() as usize - self.flow.as_str().as_ptr() as usize;
            self.all.iter().any(|q| q.span.start == at)
        })
    }

    /// A number of things against the list below it, behind its colon, or under their heading.
    fn listed(&self) -> Option<FindingRow> {
        let (lexicon, text) = (self.x.lexicon, self.text());
        let follows = lexicon.list(List::CountFollowing).found_in(text);
        let is_part = |w: &str| follows && is_plural(w) || names_part(lexicon, w);
        let counted = self.counted(is_part);
        let [one] = counted.as_slice() else {
            return None;
        };
        if one.number < 2 || one.number > 60 {
            return None;
        }
        let last = self.range.end == self.flow.len();
        let announces = lexicon.list(List::CountAnnounce).found_in(text);
        let colon = text.rfind(':').filter(|&at| self.range.start + at >= one.at.end);
        let list = match colon {
            Some(at) if text[at + 1..].trim().is_empty() => list_below(self.x, self.unit).filter(|_| last),
            Some(at) => inline(&text[at + 1..], lexicon),
            None if announces && last => list_below(self.x, self.unit),
            None => None,
        };
        let list = list
            .or_else(|| self.titles().section_of(self.x, self.unit, &one.noun).filter(|_| announces && colon.is_none()))
            .or_else(|| self.titles().labelled(&one.noun).filter(|_| lexicon.list(List::CountMade).found_in(text)))?;
        self.raise(one, &list)
    }

    fn raise(&self, one: &Counted, list: &Listed) -> Option<FindingRow> {
        if list.counts.contains(&one.number) {
            return None;
        }
        let counts: Vec<String> = list.counts.iter().map(|n| n.to_string()).collect();
        let message = format!("\"{}\" is stated, and {} are listed", self.flow.as_str()[one.at.clone()].trim(), counts.join(" or "));
        let finding = RULE.finding(message).at(self.flow.spans(one.at.clone()));
        Some(super::compared_with(self.x, finding, &list.place))
    }
}

/// The numbers that the participant lists bear out: of all, of all who came, of each list.
fn admitted(x: &Extraction) -> BTreeSet<usize> {
    let rows = &x.data.participants;
    let away = |r: &&Participant| matches!(r.attendance.value, Some("apologies" | "absent"));
    let mut counts = BTreeSet::from([rows.len(), rows.len() - rows.iter().filter(away).count()]);
    let names: BTreeSet<String> = rows.iter().map(|r| super::mention::key(&r.name.value)).collect();
    counts.insert(names.len());
    let mut from = 0;
    while from < rows.len() {
        let same = rows[from..].iter().take_while(|r| r.list.value == rows[from].list.value).count();
        counts.insert(same);
        counts.insert(from + same);
        from += same;
    }
    counts
}

/// A word without the ending of the plural, as far as the ending tells.
fn singular(word: &str) -> String {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    match word.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => word.strip_suffix('s').unwrap_or(&word).to_string(),
    }
}

fn is_plural(word: &str) -> bool {
    word.len() > 3 && word.ends_with('s')
}

/// Whether a word in the plural is a noun for what reports list.
fn names_part(lexicon: &Lexicon, word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let stem = word.strip_suffix("es").unwrap_or(&word);
    let forms = [singular(&word), stem.to_string()];
    let is = |n: &String| lexicon.list(List::PartNoun).is(n) || lexicon.list(List::CountListed).is(n);
    is_plural(&word) && forms.iter().any(is)
}
