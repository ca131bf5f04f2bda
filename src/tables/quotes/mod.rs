//! Quotations credited to a person.

mod credit;
mod marks;

use crate::extract::Extraction;
use crate::flow::Flow;
use crate::outline::{Unit, UnitKind};
use crate::record;
use crate::schema::{Choice, Link, Text};
use crate::span::Spans;
use crate::value::person::{Known, person};
use std::ops::Range;

/// How a quotation is set.
pub const KINDS: &[&str] = &["pull", "inline"];

record! {
    /// A quotation of five words or more, credited to a person.
    pub struct Quote in "quotes" ("quo") key [text] above [speaker] {
        /// The session it was said in.
        session_id: Link in &["sessions"],
        /// The words, without the marks.
        text: Text,
        /// Who said them.
        speaker: Text,
        /// The person over all reports of the run.
        person_id: Link in &["people"],
        /// Set apart, or in a sentence.
        kind: Choice in KINDS,
    }
}

/// A quotation has so many words at least.
const LEAST_WORDS: usize = 5;

/// Reads the table.
pub fn extract(x: &mut Extraction) {
    let mut rows = Vec::new();
    for (i, unit) in x.outline.units.iter().enumerate() {
        if matches!(
            unit.kind,
            UnitKind::Heading(_) | UnitKind::Grid(_) | UnitKind::Label
        ) {
            continue;
        }
        if let Some(row) = pull(x, i, unit) {
            rows.push(row);
        } else {
            inline(x, i, unit, &mut rows);
        }
    }
    x.data.quotes = rows;
}

/// A unit that is a quotation as a whole, signed behind it or on the next line.
fn pull(x: &Extraction, i: usize, unit: &Unit) -> Option<Quote> {
    let text = unit.text();
    let words = pulled(text, unit.kind == UnitKind::Quote)?;
    let behind = words.end..text.len();
    let signed = || signature(x, &unit.flow, behind.clone());
    let (speaker, quoted) = match signed().or_else(|| named_below(x, &unit.flow, &words)) {
        Some(speaker) => (speaker, words),
        None if is_only_signs(&text[words.end..]) => {
            let led = || (unit.kind == UnitKind::Quote).then(|| credit::led(x, i))?;
            (signature_below(x, i).or_else(led)?, words)
        }
        None => return None,
    };
    row(x, i, &unit.flow, (vec![quoted], speaker), "pull")
}

/// The words of a unit that opens with a quotation mark, or of a block quotation without marks.
fn pulled(text: &str, block: bool) -> Option<Range<usize>> {
    let start = text.len() - text.trim_start_matches(['>', ' ', '*', '_']).len();
    if let Some(quoted) = marks::pairs(text)
        .into_iter()
        .next()
        .filter(|q| q.outer.start == start)
    {
        return Some(quoted.inner);
    }
    if !block {
        return None;
    }
    let signed = text[start..]
        .find([' ', '>'])
        .and(text[start..].find(" \u{2014} "))
        .map(|i| start + i);
    let end = signed.unwrap_or(text.len());
    let end = start + text[start..end].trim_end_matches(['>', ' ']).len();
    (end > start).then_some(start..end)
}

fn is_only_signs(text: &str) -> bool {
    text.chars().all(|c| !c.is_alphanumeric())
}

/// The signature in the units below, past empty lines of the quotation.
fn signature_below(x: &Extraction, i: usize) -> Option<Text> {
    let below = x
        .outline
        .units
        .iter()
        .skip(i + 1)
        .find(|u| !is_only_signs(u.text()))?;
    let dash = below
        .marker
        .as_ref()
        .is_some_and(|m| m.value.starts_with(['-', '\u{2013}', '\u{2014}']));
    let near = x
        .outline
        .units
        .iter()
        .skip(i + 1)
        .take(3)
        .any(|u| std::ptr::eq(u, below));
    if !near || below.text().len() > 160 {
        return None;
    }
    match dash {
        true => credit::name_at(x, &below.flow, 0),
        false => signature(x, &below.flow, 0..below.flow.len())
            .or_else(|| named(x, &below.flow, 0..below.flow.len())),
    }
}

/// The name on the next line of the same unit: `Ana Example, Minister of Mills`.
fn named_below(x: &Extraction, flow: &Flow, words: &Range<usize>) -> Option<Text> {
    let line = flow.lines().find(|l| l.start > words.end)?;
    let text = flow.as_str();
    let between = is_only_signs(text.get(words.end..line.start)?);
    between.then(|| named(x, flow, line.start..text.len()))?
}

/// A line that is a name with a post or an organisation behind a comma or in brackets, and nothing else.
fn named(x: &Extraction, flow: &Flow, range: Range<usize>) -> Option<Text> {
    let text = flow.as_str().get(range.clone())?;
    let read = person(text, x.lexicon.lang(), &Known::default())?;
    let posted = read.job_title.is_some() || read.organisation.is_some();
    let whole = read.name.start <= read.honorific.as_ref().map_or(0, |h| h.end + 1);
    let end = text.trim_end_matches(['"', '\u{201d}', '\u{2019}', ')', ' ']);
    let ends = end.ends_with(['.', '!', '?', ':', ';']);
    let parted =
        text[read.name.end..].starts_with([',', '(']) || text[read.name.end..].starts_with(" (");
    (posted && whole && parted && !ends && text.len() <= 120)
        .then(|| credit::name_at(x, flow, range.start))?
}

/// A name behind a dash: `— X, Mayor`.
fn signature(x: &Extraction, flow: &Flow, range: Range<usize>) -> Option<Text> {
    let text = flow.as_str().get(range.clone())?;
    let signs = text.len()
        - text
            .trim_start_matches(['>', ' ', '*', '"', '\u{201d}', '\u{bb}', '(', '.'])
            .len();
    let dash = text[signs..]
        .chars()
        .next()
        .filter(|c| matches!(c, '-' | '\u{2013}' | '\u{2014}' | '\u{2015}' | '~'))?;
    let rest = &text[signs + dash.len_utf8()..];
    let blanks = rest.len() - rest.trim_start_matches([' ', '-']).len();
    credit::name_at(x, flow, range.end - rest.len() + blanks)
}

/// The quotations in running text whose sentence says who said them.
fn inline(x: &Extraction, i: usize, unit: &Unit, rows: &mut Vec<Quote>) {
    let text = unit.text();
    let quoted = marks::pairs(text);
    if quoted.is_empty() {
        return;
    }
    let passage = credit::Passage::new(x, i, &unit.flow);
    let mut said: Option<(Vec<Range<usize>>, Text)> = None;
    let mut above: Option<marks::Quoted> = None;
    for quoted in quoted {
        let known = said.as_ref().map(|(_, speaker)| speaker.clone());
        let last = above.as_ref().filter(|_| known.is_some());
        let inner = quoted.inner.clone();
        // `"...," said X, "..."`: two halves of one.
        if last.is_some_and(|q| passage.is_parted(q, &quoted)) {
            said.iter_mut()
                .for_each(|(parts, _)| parts.push(inner.clone()));
        } else {
            // `"...," said X. "..."`: the second has the same speaker.
            let same = last.is_some_and(|q| passage.goes_on(q, &quoted));
            let speaker = if same { known } else { passage.credit(&quoted) };
            rows.extend(said.take().and_then(|s| row(x, i, &unit.flow, s, "inline")));
            said = speaker.map(|speaker| (vec![inner], speaker));
        }
        above = Some(quoted);
    }
    rows.extend(said.and_then(|s| row(x, i, &unit.flow, s, "inline")));
}

/// A quotation of these parts, and who said it.
fn row(
    x: &Extraction,
    i: usize,
    flow: &Flow,
    (parts, speaker): (Vec<Range<usize>>, Text),
    kind: &'static str,
) -> Option<Quote> {
    let last = parts.len().checked_sub(1)?;
    let mut text = Text::default();
    for (n, part) in parts.into_iter().enumerate() {
        let signs: &[char] = if n == last { &[',', ' ', ';'] } else { &[' '] };
        let said = flow.as_str()[part.clone()].trim_end_matches(signs).len();
        let cell = flow.cell(part.start..part.start + said);
        match n {
            0 => text = cell,
            _ => text.append(" ", &cell),
        }
    }
    if text.value.split_whitespace().count() < LEAST_WORDS {
        return None;
    }
    Some(Quote {
        session_id: x.session_of(i).map(Link::to).unwrap_or_default(),
        text,
        speaker,
        person_id: Link::default(),
        kind: Choice::derived(kind),
        from: Spans::NONE,
        rule: if kind == "pull" {
            "pull-quote"
        } else {
            "credited-verb"
        },
    })
}

#[cfg(test)]
mod tests {
    use crate::extract::{Options, extract};
    use crate::source::Source;

    /// Each quotation as `kind speaker: text`.
    fn told(text: &str) -> Vec<String> {
        let data = extract(&Source::from_text("t", text), &Options::default());
        let quotes = data.quotes.iter();
        quotes
            .map(|q| {
                format!(
                    "{} {}: {}",
                    q.kind.value.unwrap_or(""),
                    q.speaker.value,
                    q.text.value
                )
            })
            .collect()
    }

    #[test]
    fn a_pronoun_stands_for_whom_the_last_sentence_is_about() {
        let text = "Mr. Bo Sample showed the wheel. Ms. Ana Example praised it. \"A wheel that rests will rust soon,\" she said.\n\n\
            After Mr. Bo Sample had shown the roof, Ms. Cy Person praised it. \"No roof is too good for flour.\"\n";
        let speakers = told(text);
        assert!(
            speakers[0].starts_with("inline Ana Example"),
            "{speakers:?}"
        );
        let text = "After Mr. Bo Sample had opened the panel, Ms. Cy Person explained what wheels want.\n\n\
            She then came to the roof, of which she had much to tell; \"no roof is too good for the flour of a town,\" she said.\n";
        assert_eq!(
            told(text),
            ["inline Cy Person: no roof is too good for the flour of a town"]
        );
    }

    #[test]
    fn a_verb_credits_what_somebody_said() {
        let text = "Ms. Ana Example of the Mill was tired. \u{201c}A wheel that rests will rust,\u{201d} she said, and went home.\n\n\
            Mr. Bo Sample said: \"The river knows no holidays at all.\"\n\n\
            \u{201c}Bread is only slow fire, my friends,\u{201d} added Dr. Cy Person.\n";
        assert_eq!(
            told(text),
            [
                "inline Ana Example: A wheel that rests will rust",
                "inline Bo Sample: The river knows no holidays at all.",
                "inline Cy Person: Bread is only slow fire, my friends",
            ]
        );
    }

    #[test]
    fn a_signature_credits_a_pull_quote() {
        let text = "Some text about the mill is here.\n\n\"A wheel that rests will rust.\"\n\n- Ana Example, Miller\n\n\
            > The river knows no holidays.\n> \u{2014} Bo Sample\n";
        assert_eq!(
            told(text),
            [
                "pull Ana Example: A wheel that rests will rust.",
                "pull Bo Sample: The river knows no holidays."
            ]
        );
    }

    #[test]
    fn whoever_leads_to_a_block_said_it() {
        let text = "Ms. Ana Example was tired. Mr. Bo Sample at last rose and pointed out:\n\n> The river knows no holidays.\n\n\
            The rules of the mill read:\n\n> The wheel must rest at night.\n";
        assert_eq!(told(text), ["pull Bo Sample: The river knows no holidays."]);
    }

    #[test]
    fn what_goes_on_and_what_is_signed_without_a_dash() {
        let text = "\u{201c}What was missing was some trust,\u{201d} explained Bo Sample, chair of the mill. \u{201c}Once the books were open, people came.\u{201d}\n\n\
            According to Dr Ana Example, \u{201c}a wheel is only as strong as its weakest spoke\u{201d}.\n\n\
            \"We began with a barn and nothing else at all.\"\nCy Person, Minister of Mills\n\n\
            Ms. Ana Example launched the mill's report \u{201c}Five ways to turn a wheel\u{201d}.\n";
        assert_eq!(
            told(text),
            [
                "inline Bo Sample: What was missing was some trust",
                "inline Bo Sample: Once the books were open, people came.",
                "inline Ana Example: a wheel is only as strong as its weakest spoke",
                "pull Cy Person: We began with a barn and nothing else at all.",
            ]
        );
    }

    #[test]
    fn somebody_without_a_name_may_be_cited() {
        let text = "\u{201c}We had no mill for thirty years,\u{201d} one young farmer said, \u{201c}and now we have two of them.\u{201d}\n\n\
            \u{201c}The wheel is older than us,\u{201d} said a teacher from Upper Mill, \u{201c}but it turns as it always did.\u{201d}\n\n\
            A report on mills by an expert said \u{201c}the wheel must turn or it will rust\u{201d}.\n";
        assert_eq!(
            told(text),
            [
                "inline one young farmer: We had no mill for thirty years, and now we have two of them.",
                "inline a teacher from Upper Mill: The wheel is older than us, but it turns as it always did.",
            ]
        );
    }

    #[test]
    fn another_clause_credits_nobody_and_brackets_and_hung_pronouns_do() {
        let text = "Mr. Bo Sample said that \"the mill cannot wait for another ten years\" and Ms. Ana Example added that the river would not.\n\n\
            Ms. Ana Example (\u{ab}the flour must be free for every baker\u{bb}) called for open sacks.\n";
        assert_eq!(
            told(text),
            [
                "inline Bo Sample: the mill cannot wait for another ten years",
                "inline Ana Example: the flour must be free for every baker",
            ]
        );
        let french = "# Compte rendu de la r\u{e9}union\n\nM. Paul Exemple, du Moulin, a expliqu\u{e9} que la roue tourne pour le mieux et que les meuniers le savent. \u{ab} Nous n'avons pas la main sur la rivi\u{e8}re \u{bb}, a-t-il d\u{e9}clar\u{e9}.\n";
        assert_eq!(
            told(french),
            ["inline Paul Exemple: Nous n'avons pas la main sur la rivi\u{e8}re"]
        );
    }

    #[test]
    fn whoever_is_cited_is_the_speaker() {
        let text = "Ms. Ana Example began with a quote from Sir Bo Sample, Lord of the Mill: \u{201c}Grain waits for nobody in this valley.\u{201d}\n";
        assert_eq!(
            told(text),
            ["inline Bo Sample: Grain waits for nobody in this valley."]
        );
    }

    #[test]
    fn titles_terms_and_slogans_are_said_by_nobody() {
        let text = "Ms. Ana Example presented a paper entitled \u{201c}How wheels turn in the spring\u{201d}.\n\n\
            A wheel is defined \"as a thing that turns around its axle\".\n\n\
            The panel met on the question: \u{201c}How do mills perceive the river?\u{201d}.\n\nThe slogan \u{201c}Up and away with it all\u{201d} stays.\n";
        assert_eq!(told(text), [""; 0]);
    }
}
