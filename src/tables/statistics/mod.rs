//! Numbers that measure the world.

mod cells;
mod figures;
mod marks;
mod titles;
mod turns;

use crate::extract::Extraction;
use crate::flow::Flow;
use crate::lexicon::{Lexicon, List, Phrases};
use crate::outline::{Section, UnitKind};
use crate::record;
use crate::schema::{Choice, Num, Text};
use crate::span::{Span, Spans};
use crate::value::quantity::{Form, Kind, Qualifier, Quantity};
use std::ops::Range;

/// What a number can be.
pub const KINDS: &[&str] = &[
    "percentage",
    "fraction",
    "count",
    "money",
    "duration",
    "distance",
    "area",
    "mass",
    "temperature",
    "energy",
    "rate",
    "multiple",
    "other",
];
/// How exactly a number is meant.
pub const QUALIFIERS: &[&str] = &[
    "exact",
    "about",
    "more_than",
    "at_least",
    "less_than",
    "at_most",
];
/// Which way a number changed.
pub const DIRECTIONS: &[&str] = &["increase", "decrease"];

record! {
    /// A number that measures the world.
    pub struct Statistic in "statistics" ("num") key [value, value_max, as_printed, sentence] above [speaker] {
        /// The session it was named in.
        session_id: Link in &["sessions"],
        /// The number, scaled: 1.2 billion is 1200000000.
        value: Num,
        /// The upper end of a range.
        value_max: Num,
        /// percent, an ISO 4217 code, an SI symbol or a singular unit name; empty for counts and fractions.
        unit: Text,
        /// What kind of number it is.
        kind: Choice in KINDS,
        /// How exactly it is meant.
        qualifier: Choice in QUALIFIERS,
        /// Whether it tells of a rise or a fall.
        direction: Choice in DIRECTIONS,
        /// The noun phrase measured.
        measure: Text,
        /// The place it speaks of.
        place: Text,
        /// The time it speaks of, as printed.
        period: Text,
        /// Number, scale and unit as printed.
        as_printed: Text,
        /// The sentence it stands in.
        sentence: Text,
        /// Who is credited with it.
        speaker: Text,
    }
}

/// Reads the numbers of the running text, and those of boxes that set figures beside their captions.
pub fn extract(x: &mut Extraction) {
    let outline = x.outline;
    let credits = Credits::new(x);
    let titles = titles::numbers(x);
    let mut rows = Vec::new();
    // The same for all units of a section, and the whole of it is looked through.
    let mut apparatus: Vec<Option<bool>> = vec![None; outline.sections.len()];
    for (i, unit) in x.free_units() {
        let apparatus = &mut apparatus[unit.section];
        if *apparatus.get_or_insert_with(|| is_apparatus(x, unit.section)) || is_account(x, i) {
            continue;
        }
        match unit.kind {
            UnitKind::Grid(grid) => rows.extend(figures::read(&outline.grids[grid], x)),
            // Of heads only `Attendance: 40` says a number of the world.
            UnitKind::Heading(_) | UnitKind::Label => {
                let labelled = |s: &Statistic| {
                    s.measure.value.len() + 2 + s.as_printed.value.len() >= unit.text().len()
                };
                rows.extend(
                    prose(x, &credits, i, &unit.flow)
                        .into_iter()
                        .filter(labelled),
                );
            }
            _ => {
                // `2 Opening remarks` among others that are numbered so.
                let start = unit.flow.source_start();
                let title = titles::is_one(unit.text(), &titles);
                let own = |s: &Statistic| {
                    !title || s.as_printed.spans.cover().is_none_or(|c| c.start > start)
                };
                rows.extend(prose(x, &credits, i, &unit.flow).into_iter().filter(own));
            }
        }
    }
    rows.extend(cells::read(x));
    rows.sort_by_key(|r| r.as_printed.spans.cover().map(|s| s.start));
    x.data.statistics.extend(rows);
}

/// Whether a section lists works or accounts rather than saying something of the world.
fn is_apparatus(x: &Extraction, section: usize) -> bool {
    let lists = [List::HeadingApparatus, List::HeadingWorks].map(|l| x.lexicon.list(l));
    let mut at = Some(section);
    while let Some(i) = at {
        let section = &x.outline.sections[i];
        // A list of contents in capitals may seem to hold all that it lists.
        let most = section.all.len() * 2 > x.outline.units.len();
        let around = section.all != section.own && (most || lists_pages(x, section));
        let named = |list: &&Phrases| list.starts(section.title.as_str()).is_some();
        if !around && lists.iter().any(named) {
            return true;
        }
        at = section.parent;
    }
    false
}

/// Whether nothing but lines that end in the number of a page stands right below a heading.
fn lists_pages(x: &Extraction, section: &Section) -> bool {
    let mut own = section.own.clone().map(|i| x.outline.units[i].text());
    let page = |t: &str| t.ends_with(|c: char| c.is_ascii_digit()) && t.contains("...");
    let heading = section.heading.as_str();
    own.clone().any(page) && own.all(|t| t == heading || page(t))
}

/// So many lines may stand below the label of bills.
const BILLS: usize = 20;

/// Whether a paragraph is one of accounts by the label it begins with, or by the one right above it: `Bills to be paid:`.
fn is_account(x: &Extraction, unit: usize) -> bool {
    let list = x.lexicon.list(List::HeadingApparatus);
    let units = &x.outline.units;
    let label = |text: &str| {
        let len = list.starts(text);
        len.is_some_and(|len| text[len..].trim_start().starts_with(':'))
    };
    let over = |text: &str| text.ends_with(':') && label(text);
    // All lines down to the next gap are the label's.
    let near = units[unit.saturating_sub(BILLS)..=unit].iter().rev();
    let run = near.take_while(|u| u.gap == 0 || over(u.text()));
    let labelled = run.skip(1).any(|u| over(u.text()));
    labelled || label(units[unit].text())
}

/// The rows of one unit of running text.
fn prose(x: &Extraction, credits: &Credits, unit: usize, flow: &Flow) -> Vec<Statistic> {
    let text = flow.as_str();
    let quantities = x.quantities(unit).iter();
    let mut quantities = quantities.filter(|q| admits(q, text, x.lexicon)).peekable();
    if quantities.peek().is_none() {
        return Vec::new();
    }
    let quantities = quantities.filter(|q| !numbers_heading(x, unit, q, text));
    let mut speaker = credits.at(flow.source_start());
    let sentences = x.sentences(unit).iter().cloned();
    let mut rows = of_sentences(x, flow, sentences, quantities, |sentence| {
        let place = flow.spans(sentence.clone()).cover();
        if let Some(own) = place.and_then(|p| credits.begins(p)) {
            speaker = own;
        }
        // Another may speak further down in the same paragraph.
        if let Some(next) =
            turns::speaker(x, flow, sentence.clone()).filter(|_| !speaker.is_empty())
        {
            speaker = next;
        }
        speaker.clone()
    });
    rows.iter_mut().for_each(|r| r.rule = "statistic-prose");
    rows
}

/// A row for each of some quantities, with its sentence and whoever `credit` says is credited with that.
fn of_sentences<'q>(
    x: &Extraction,
    flow: &Flow,
    sentences: impl Iterator<Item = Range<usize>>,
    quantities: impl Iterator<Item = &'q Quantity>,
    mut credit: impl FnMut(Range<usize>) -> Text,
) -> Vec<Statistic> {
    let turn = x.lexicon.list(List::StatisticTurn);
    let mut quantities = quantities.peekable();
    let mut rows = Vec::new();
    for sentence in sentences {
        let speaker = credit(sentence.clone());
        while let Some(q) = quantities.next_if(|q| q.span.start < sentence.end) {
            // `Each speaker had 10 minutes.`
            if q.kind == Kind::Duration && turn.found_in(&flow.as_str()[sentence.clone()]) {
                continue;
            }
            let mut row = row(q, flow, sentence.clone());
            row.speaker = speaker.clone();
            rows.push(row);
        }
    }
    rows
}

/// `## 5 Elections`: the number of a part, without its point.
fn numbers_heading(x: &Extraction, unit: usize, q: &Quantity, text: &str) -> bool {
    let heads = matches!(x.outline.units[unit].kind, UnitKind::Heading(_));
    let number = &text[q.span.clone()];
    let small = number.len() <= 2 && number.bytes().all(|b| b.is_ascii_digit());
    let rest = text[q.span.end..].trim_start();
    heads && q.span.start == 0 && small && rest.starts_with(char::is_uppercase)
}

/// Whether the contract counts a quantity as a number that measures the world.
fn admits(q: &Quantity, text: &str, lexicon: &Lexicon) -> bool {
    let bare = matches!(q.form, Form::One | Form::OneOf | Form::Vague);
    if q.kind == Kind::Duration && ends_title(text, q.span.end) {
        return false;
    }
    if bare || q.time_frame || marks::is_mark(q, text, lexicon) {
        return false;
    }
    match q.kind {
        Kind::Count => is_thing(q, text, lexicon),
        // `five times more likely`; not the threefold role of a body.
        Kind::Multiple => q.direction.is_some() || q.form != Form::Fold,
        // In words and without any bound a length of time frames a story: two days of talks.
        Kind::Duration => q.form == Form::Digits || q.qualifier != Qualifier::Exact,
        _ => true,
    }
}

/// `Draft on wheels (A. Example, 20 min)`: a line without a stop, and how long its item is to last in the bracket at its end.
fn ends_title(text: &str, end: usize) -> bool {
    let (title, inner) = text[..end].split_at(text[..end].rfind('(').unwrap_or(end));
    text[end..].trim_end() == ")" && !inner.contains(')') && !title.contains(". ")
}

/// Counts of people and things; not of the parts of a text, a meeting or a programme, and not of nothing at all.
fn is_thing(q: &Quantity, text: &str, lexicon: &Lexicon) -> bool {
    let measure = q.measure.clone().map_or("", |m| &text[m]);
    let nameless = q.unit.is_empty() && measure.is_empty();
    if q.value >= 1000.0 {
        // A long number without separators that counts nothing is a reference: `(E) 191213`.
        let printed = &text[q.span.clone()];
        let digits = printed.bytes().all(|b| b.is_ascii_digit());
        let reference = nameless && (printed.len() > 4 || is_grouped(text, &q.span));
        // `the 2002 criteria`
        let head = q.unit.rsplit(' ').next().unwrap_or("");
        let year = digits && (1900.0..2100.0).contains(&q.value);
        let dated = year && lexicon.list(List::PartNoun).is(head);
        return !(digits && reference || dated || is_called(text, &q.span, lexicon));
    }
    let head = q.unit.rsplit(' ').next().unwrap_or("");
    // Names before the noun hide it (`three Duck Alliance lenses`), so a small number's first words are all tried.
    let few = if q.value <= 12.0 { 5 } else { 1 };
    let nouns = measure.split_whitespace().take(few);
    let is_part = |noun: &str| {
        let parts = lexicon.list(List::PartNoun);
        let singular = [
            noun,
            noun.trim_end_matches('s'),
            noun.strip_suffix("es").unwrap_or(noun),
        ];
        singular.iter().any(|n| parts.is(n))
    };
    let part =
        lexicon.list(List::PartNoun).is(&q.unit) || is_part(head) || nouns.clone().any(is_part);
    !nameless && (!part || is_of_place(text, q.span.start, lexicon))
}

/// So many words at most stand between a place and the number of what it has.
const HELD: usize = 5;

/// `The district has`, before a number: what a place has is of the world, whatever it is called.
fn is_of_place(text: &str, number: usize, lexicon: &Lexicon) -> bool {
    let from = text[..number]
        .rfind(['.', ';', ':', '?', '!'])
        .map_or(0, |i| i + 1);
    let before = text[from..number].trim_start();
    let Some(len) = lexicon.list(List::Article).starts(before) else {
        return false;
    };
    let place = before[len..].trim_start();
    let holder = lexicon.list(List::QuantityHolder).starts(place);
    holder.is_some_and(|len| {
        let between = place[len..].trim();
        !between.contains(',') && (1..=HELD).contains(&between.split(' ').count())
    })
}

/// Whether other digits stand right beside a number, as in the groups of a telephone number: `020 7000 1000`.
fn is_grouped(text: &str, span: &Range<usize>) -> bool {
    let before = text[..span.start].trim_end_matches([' ', '-', '\u{2013}']);
    let after = text[span.end..].trim_start_matches([' ', '-', '\u{2013}']);
    let apart = |len: usize, whole: usize| (1..=2).contains(&(whole - len));
    let above = before.ends_with(|c: char| c.is_ascii_digit()) && apart(before.len(), span.start);
    let below = after.starts_with(|c: char| c.is_ascii_digit())
        && apart(after.len(), text.len() - span.end);
    above || below
}

/// Whether a number stands behind `Tel.` or `Fax:`, with nothing but signs and other numbers between.
fn is_called(text: &str, span: &Range<usize>, lexicon: &Lexicon) -> bool {
    let is_sign = |c: char| !c.is_alphabetic();
    let before = text[..span.start].trim_end_matches(is_sign);
    let labels = [List::ContactPhone, List::ContactFax];
    before.len() < span.start && labels.iter().any(|&l| lexicon.list(l).ends(before))
}

/// A row of a quantity in the sentence at this range of the flow. What comes again with the calendar (`$90 a year`) is
/// itself, and how often is its period.
fn row(q: &Quantity, flow: &Flow, sentence: Range<usize>) -> Statistic {
    let recurring = q.recurs.as_ref().map(|r| Quantity {
        span: q.span.start..r.end,
        unit: r.unit.clone(),
        unit_is_noun: r.unit_is_noun,
        kind: r.kind,
        period: Some(r.each.clone()),
        recurs: None,
        ..q.clone()
    });
    let q = recurring.as_ref().unwrap_or(q);
    let place = || flow.spans(q.span.clone());
    let number = |value: f64| match q.kind {
        Kind::Fraction => (value * 10_000.0).round() / 10_000.0,
        _ => value,
    };
    let cell =
        |range: &Option<Range<usize>>| range.clone().map_or(Text::default(), |r| flow.cell(r));
    let unit = if q.unit_is_noun { "" } else { q.unit.as_str() };
    Statistic {
        value: Num::new(number(q.value), place()),
        value_max: q
            .value_max
            .map_or(Num::default(), |v| Num::new(number(v), place())),
        unit: Text::new(unit, Spans::NONE),
        kind: Choice::derived(q.kind.as_str()),
        qualifier: Choice::derived(q.qualifier.as_str()),
        direction: q
            .direction
            .map_or(Choice::default(), |d| Choice::derived(d.as_str())),
        measure: cell(&q.measure),
        period: cell(&q.period),
        as_printed: flow.cell(q.span.clone()),
        sentence: flow.cell(sentence),
        ..Statistic::default()
    }
}

/// The statements by their places, in order: which of them a unit belongs to is asked for each.
struct Credits<'x> {
    places: Vec<(Span, &'x Text)>,
}

impl<'x> Credits<'x> {
    fn new(x: &'x Extraction) -> Credits<'x> {
        let statements = x.data.statements.iter();
        let places = statements.flat_map(|s| s.places().map(|span| (span, &s.speaker)));
        let mut places: Vec<(Span, &Text)> = places.collect();
        places.sort_by_key(|(span, _)| *span);
        Credits { places }
    }

    /// The speaker of the statement that begins at a place.
    fn begins(&self, place: Span) -> Option<Text> {
        let behind = self
            .places
            .partition_point(|(span, _)| span.start < place.start);
        let (span, speaker) = self.places.get(behind)?;
        (span.start == place.start).then(|| (*speaker).clone())
    }

    /// Who is credited with what is said at a place: the speaker of the statement it belongs to.
    fn at(&self, place: u32) -> Text {
        let behind = self.places.partition_point(|(span, _)| span.start <= place);
        let holds = |(span, _): &&(Span, &Text)| place < span.end;
        let last = behind.checked_sub(1).and_then(|i| self.places.get(i));
        last.filter(holds)
            .map_or(Text::default(), |(_, speaker)| (*speaker).clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::{Options, extract};
    use crate::source::Source;

    fn read(text: &str) -> Vec<(f64, String)> {
        let source = Source::from_text("t", text);
        let rows = extract(&source, &Options::default()).statistics;
        let tell = |s: Statistic| (s.value.value.unwrap_or_default(), s.as_printed.value);
        rows.into_iter().map(tell).collect()
    }

    #[test]
    fn numbers_of_the_world_are_rows() {
        let text = "The lake lost 10% of its ducks. It has 65 keepers in six countries, and 3 million visitors.\n";
        let values: Vec<_> = read(text).into_iter().map(|(v, _)| v).collect();
        assert_eq!(values, [10.0, 65.0, 6.0, 3e6]);
    }

    #[test]
    fn shares_in_words_may_follow_a_capital() {
        let text =
            "The lake has ducks. Only one in five ducks can dive. Today half of the swans can.\n";
        let values: Vec<_> = read(text).into_iter().map(|(v, _)| v).collect();
        assert_eq!(values, [0.2, 0.5]);
    }

    #[test]
    fn parts_of_a_text_and_frames_of_time_are_none() {
        for text in [
            "Three challenges were identified.",
            "The plan has 5 pillars and 3 objectives.",
            "Two months after the meeting the group met for two days.",
            "It was one of the three Duck Alliance thematic lenses.",
        ] {
            assert_eq!(read(text), [], "{text}");
        }
    }

    #[test]
    fn a_figure_and_its_caption_are_one_row() {
        let text = "19\tMillion ducks\t41%\tIncrease of 41% between 2000 and 2015\n1/7\tEvery 7 duck\t763\tMillion swans\n";
        let printed: Vec<_> = read(text).into_iter().map(|(_, p)| p).collect();
        assert_eq!(printed, ["19 Million", "41%", "1/7", "763 Million"]);
    }

    #[test]
    fn a_verb_of_saying_tells_of_no_rise() {
        let source = Source::from_text(
            "t",
            "Ms. Example added that 5 ducks left. They lost 6 ducks.\n",
        );
        let rows = extract(&source, &Options::default()).statistics;
        let told: Vec<_> = rows.iter().map(|r| r.direction.value).collect();
        assert_eq!(told, [None, Some("decrease")]);
    }

    #[test]
    fn how_often_a_thing_comes_again_is_its_period() {
        let text = "The hall costs $90 a year and seats 60 ducks a week. Pumps lift 4 tonnes per annum, at $3 an hour and 5 m³/day.\n";
        let rows = extract(&Source::from_text("t", text), &Options::default()).statistics;
        let cells = |r: &Statistic| {
            let kind = r.kind.value.unwrap_or("");
            [r.unit.as_str(), kind, r.period.as_str()].join(" | ")
        };
        let told: Vec<_> = rows.iter().map(cells).collect();
        assert_eq!(
            told,
            [
                "USD | money | a year",
                " | count | a week",
                "tonne | mass | per annum",
                "USD per hour | rate | ",
                "m³ per day | rate | ",
            ]
        );
    }

    #[test]
    fn what_a_place_has_is_no_part_of_the_meeting() {
        let count = |text: &str| {
            let text = format!("# Report\n\n{text}\n");
            let source = Source::from_text("t", &text);
            extract(&source, &Options::default()).statistics.len()
        };
        assert_eq!(count("The district has 57 workshops."), 1);
        assert_eq!(count("The programme has 57 workshops."), 0);
    }

    #[test]
    fn what_is_measured_ends_before_the_verb_of_many() {
        let text = "Some 65 members clean the mill. Half of all households draw water there. Today 20 savings groups meet.\n";
        let rows = extract(&Source::from_text("t", text), &Options::default()).statistics;
        let told: Vec<_> = rows.iter().map(|r| r.measure.value.as_str()).collect();
        assert_eq!(told, ["members", "all households", "savings groups"]);
    }

    #[test]
    fn telephone_numbers_count_nothing() {
        for text in [
            "Contact: Ana Example tel. no.: 020 7000 1480 in the office.",
            "Tel.: (+233) 21 000 3137",
            "Write to the office (at 555-010- 0142) by noon of the day.",
        ] {
            assert_eq!(read(text), [], "{text}");
        }
    }

    #[test]
    fn whoever_speaks_further_down_is_credited() {
        let text = "Minutes of the duck group\n\nMs. Ana Example of the lake said that 40 ducks came. Mr. Bo Sample of the mill replied that 12 swans left. He added that 3 swans stayed.\n\nMs. Example said that all was well.\n";
        let source = Source::from_text("t", text);
        let rows = extract(&source, &Options::default()).statistics;
        let told: Vec<_> = rows.iter().map(|r| r.speaker.value.as_str()).collect();
        assert_eq!(told, ["Ana Example", "Bo Sample", "Bo Sample"]);
    }

    #[test]
    fn each_statement_of_a_paragraph_credits_its_own_and_titles_have_no_lengths() {
        let text = "# Minutes of the duck group\n\n## 5 Ducks\n\nWheels (A. Example, 20 min)\n\nMr. Bo Sample said that the lake is cold. Linda Model said that 14 ducks came.\n\nMr. Sample thanked her.\n";
        let rows = extract(&Source::from_text("t", text), &Options::default()).statistics;
        let told: Vec<_> = rows.iter().map(|r| r.speaker.value.as_str()).collect();
        assert_eq!(told, ["Linda Model"]);
    }

    #[test]
    fn what_was_said_of_an_item_in_a_table_of_minutes_has_numbers() {
        assert_eq!(
            read(
                "# Minutes\n\n| Item | Discussion | Action points | Responsible |\n|---|---|---|---|\n\
                 | 1. Update | 214 millers were asked, and 2.8% had no wheel. | Send the list of 30 mills | Ada Model |\n\
                 | 2. Mud | The talk took 20 minutes. | Dig a ditch | Bo Probe |\n"
            )
            .iter()
            .map(|(value, _)| *value)
            .collect::<Vec<_>>(),
            [214.0, 2.8]
        );
    }

    #[test]
    fn works_cited_say_nothing_of_the_world() {
        assert_eq!(
            read("# References\n\nA. Writer, 300 ducks and 50% more, 2014.\n"),
            []
        );
    }
}
