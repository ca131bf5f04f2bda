//! Outcomes that a label names on their own line: `Action 12-03: ...`, `MOTION 4: That ...`, `Recommendation 2 - ...`.

use super::kind::{Family, Kind, kind_at};
use crate::lexicon::{Lexicon, List};
use crate::value::person::is_given_name;
use crate::value::sentence::sentences;
use std::ops::Range;

/// An outcome with its label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Labelled {
    /// What the label says.
    pub(super) kind: Kind,
    /// The number in the label.
    pub(super) number: Option<Range<usize>>,
    /// Who is named in the label: `Action (JK):`.
    pub(super) owner: Option<Range<usize>>,
    /// What follows the label.
    pub(super) text: Range<usize>,
    /// Where the label starts.
    pub(super) start: usize,
    /// Whether it names several, each a sentence: `Next steps: ...`.
    pub(super) several: bool,
    /// Whether it says so only beside others of its kind: `Opportunity: ...`, then `Challenge: ...`.
    pub(super) lone: bool,
}

/// The labelled outcomes of a text, whose lines begin at `lines`.
pub(super) fn labelled(lexicon: &Lexicon, text: &str, lines: &[usize]) -> Vec<Labelled> {
    let is_sign = |c: char| matches!(c, '>' | ' ' | '[');
    let behind = |&at: &usize| text.len() - text[at..].trim_start_matches(is_sign).len();
    let mut starts: Vec<usize> = lines.iter().map(behind).collect();
    if text.contains(':') {
        starts.extend(sentences(text, lexicon).map(|s| behind(&s.start)));
    }
    starts.extend(numbered_motions(lexicon, text));
    starts.sort_unstable();
    starts.dedup();
    let mut found: Vec<Labelled> = Vec::new();
    for start in starts {
        if let Some(label) = label_at(lexicon, text, start) {
            if let Some(last) = found.last_mut() {
                last.text.end = start.max(last.text.start);
            }
            found.push(label);
        }
    }
    for label in &mut found {
        // `[Action: Jo to write]`.
        if text[..label.start].ends_with('[') {
            let close = text[label.text.clone()].rfind(']');
            let end = close.map_or(label.text.end, |c| label.text.start + c);
            label.text.end = end;
        }
        label.text = behind_title(lexicon, text, label, lines);
        label.text = without_tail(lexicon, text, label.text.clone(), lines);
    }
    // Two letters behind a task's label are whoever is to do it.
    let least = |l: &Labelled| 3 - usize::from(l.kind == Kind::ActionItem);
    let letters = |l: &Labelled| {
        text[l.text.clone()]
            .chars()
            .filter(|c| c.is_alphabetic())
            .count()
    };
    found.retain(|l| letters(l) >= least(l));
    found
}

/// Where motions with a number and their mover begin behind a title: `b) Mill sale Motion 12/2031 Moved by A. Example, "THAT`.
fn numbered_motions(lexicon: &Lexicon, text: &str) -> Vec<usize> {
    let moved = lexicon.list(List::OutcomeMotion).find_iter(text);
    let start = |(by, _): (Range<usize>, usize)| {
        let above = text[..by.start].strip_suffix(' ')?;
        let number = above.rfind(' ')?;
        let word = above[..number].rfind(' ')? + 1;
        let digits = above[number..].contains(|c: char| c.is_ascii_digit());
        let (len, kind) = kind_at(lexicon, Family::Label, &above[word..])?;
        (digits && word + len == number && kind == Kind::Decision).then_some(word)
    };
    moved.filter_map(start).collect()
}

/// `**Action Item** Jo will write.`: a label set in bold needs no sign behind it.
pub(super) fn bold_label(
    lexicon: &Lexicon,
    text: &str,
    is_bold: impl Fn(Range<usize>) -> bool,
) -> Option<Labelled> {
    let (len, kind) = kind_at(lexicon, Family::Label, text)?;
    let acts = matches!(
        kind,
        Kind::ActionItem | Kind::Decision | Kind::Recommendation | Kind::NextStep
    );
    let rest = text[len..].strip_prefix(' ')?;
    let told = rest.starts_with(char::is_uppercase) && rest.split(' ').nth(2).is_some();
    (acts && told && is_bold(0..len)).then_some(Labelled {
        kind,
        number: None,
        owner: None,
        text: len + 1..text.len(),
        start: 0,
        several: false,
        lone: false,
    })
}

/// Whether a label stands before what is put forward to be decided: `Proposal 3: Lamps`.
pub(super) fn is_tabled(lexicon: &Lexicon, text: &str) -> bool {
    lexicon.list(List::OutcomeTabled).starts(text).is_some()
}

/// The kind of a labelled outcome: `Outcome: Approved, 9 to 2` tells a decision.
pub(super) fn kind_of(lexicon: &Lexicon, text: &str, label: &Labelled) -> Kind {
    let own = text[label.text.clone()].trim_start();
    let verb = lexicon.list(List::OutcomeVerbDecision).starts(own);
    match label.kind {
        Kind::Conclusion if verb.is_some() && own.starts_with(char::is_uppercase) => Kind::Decision,
        kind => kind,
    }
}

/// Behind the words that title a numbered decision on its own line, where the next line tells it: `Resolution 2: Budget`.
fn behind_title(lexicon: &Lexicon, text: &str, label: &Labelled, lines: &[usize]) -> Range<usize> {
    let all = label.text.clone();
    let next = lines.get(lines.partition_point(|&l| l <= all.start));
    let next = next.filter(|&&l| l < all.end);
    let Some(&next) = next.filter(|_| label.number.is_some() && label.kind == Kind::Decision)
    else {
        return all;
    };
    let title = text[all.start..next].trim();
    let brief = title.split(' ').count() <= 8 && title.ends_with(char::is_alphanumeric);
    let tells = || super::settles(lexicon, &text[next..all.end]);
    match brief && tells() {
        true => next..all.end,
        false => all,
    }
}

/// Whether a text opens with the label of a challenge or a solution: what stands right above it is an idea.
pub(super) fn answers_idea(lexicon: &Lexicon, text: &str) -> bool {
    let label = kind_at(lexicon, Family::Label, text);
    label.is_some_and(|(len, kind)| {
        matches!(kind, Kind::Challenge | Kind::Solution)
            && text[len..].trim_start().starts_with(':')
    })
}

/// The number of a heading that is a label with its number: `Decision 3`, `Decision 4. Budget`.
pub(super) fn label_number(lexicon: &Lexicon, text: &str) -> Option<Range<usize>> {
    let (len, _) = kind_at(lexicon, Family::Label, text).filter(|_| !is_tabled(lexicon, text))?;
    let at = len + blanks(&text[len..]);
    let number = number(lexicon, text, at)?;
    let rest = &text[number.end..];
    (rest.trim().is_empty() || rest.starts_with([':', '.'])).then_some(number)
}

/// Reads a label at `start` with all that follows.
fn label_at(lexicon: &Lexicon, text: &str, start: usize) -> Option<Labelled> {
    let own = &text[start..];
    if !own.starts_with(char::is_uppercase) {
        return None;
    }
    if let Some(several) = several_at(lexicon, text, start) {
        return Some(several);
    }
    let spaced = kind_at(lexicon, Family::Label, own);
    let (len, kind) = spaced.or_else(|| glued(lexicon, own))?;
    let mut at = start + len;
    let mut label = Labelled {
        kind,
        number: None,
        owner: None,
        text: start..start,
        start,
        several: false,
        lone: false,
    };
    at += blanks(&text[at..]);
    if let Some(mut number) = number(lexicon, text, at) {
        at = number.end + blanks(&text[number.end..]);
        // `AI-3` and `AP107` are numbers as a whole.
        let letters = own[..len].bytes().all(|b| b.is_ascii_uppercase()) && len <= 3;
        if spaced.is_none()
            || letters && number.start <= start + len + 1 && own[len..].starts_with('-')
        {
            number.start = start;
        }
        label.number = Some(number);
    }
    if let Some(owner) = owner(text, at) {
        at = owner.end + text[owner.end..].starts_with([')', ']']) as usize;
        at += blanks(&text[at..]);
        // Behind a motion stand those who moved it.
        label.owner = Some(owner).filter(|_| kind != Kind::Decision);
    }
    // Behind a number a name opens the task itself.
    let called = || named_before(lexicon, text, at).filter(|_| label.number.is_none());
    if kind == Kind::ActionItem
        && label.owner.is_none()
        && let Some(owner) = addressee(lexicon, text, at).or_else(called)
    {
        at = owner.end + blanks(&text[owner.end..]);
        label.owner = Some(owner);
    }
    let loud = own[..len].chars().all(|c| !c.is_lowercase());
    let capitals = label.owner.is_some() || loud;
    let sign = text[at..].chars().next()?;
    // `ACTION 31-1   Jo Example to oil the wheel`
    if kind == Kind::ActionItem
        && label.number.is_some()
        && loud
        && sign.is_uppercase()
        && gives_a_task(lexicon, &text[at..])
    {
        label.text = at..text.len();
        return Some(label);
    }
    // `Motion 228/2031 Moved by Jo Example, "THAT the minutes be adopted."`
    let moved = || {
        lexicon
            .list(List::OutcomeMotion)
            .starts(&text[at..])
            .is_some()
    };
    if kind == Kind::Decision && label.number.is_some() && sign.is_uppercase() && moved() {
        label.text = at..text.len();
        return Some(label);
    }
    let parts = match sign {
        ':' => true,
        '.' | ')' => label.number.is_some(),
        '\u{2013}' | '\u{2014}' | '-' => label.number.is_some() || capitals,
        _ => false,
    };
    // `Resolved:- That`
    let dash = sign == ':' && text[at + 1..].starts_with("- ");
    let body = at + sign.len_utf8() + usize::from(dash);
    let named = label.number.is_some()
        || label.owner.is_some()
        || len > 2
        || gives_a_task(lexicon, &text[body..]);
    // An aim or an idea without a number labels a part of an agenda row or a box, not an outcome.
    let sure = label.number.is_some() || !matches!(kind, Kind::Objective | Kind::Opportunity);
    label.lone = !sure && kind == Kind::Opportunity && start == 0;
    let spaced = text[body..].starts_with(char::is_whitespace) || sign == ':';
    if !(parts && named && (sure || label.lone) && spaced) {
        return None;
    }
    label.text = body..text.len();
    Some(label)
}

/// A label with its number right behind it: `AP107`.
fn glued(lexicon: &Lexicon, own: &str) -> Option<(usize, Kind)> {
    let len = own.find(|c: char| !c.is_alphabetic())?;
    let number = own[len..].starts_with(|c: char| c.is_ascii_digit());
    kind_at(lexicon, Family::Label, own.get(..len)?).filter(|(l, _)| number && *l == len)
}

/// Reads the words of a heading, a colon, and what stands behind it on the same line.
fn several_at(lexicon: &Lexicon, text: &str, start: usize) -> Option<Labelled> {
    let own = &text[start..];
    let (len, kind) = kind_at(lexicon, Family::Heading, own)?;
    let plural = kind_at(lexicon, Family::Label, own).is_none_or(|(l, _)| l < len);
    let body = own[len..]
        .strip_prefix(':')
        .filter(|b| b.split_whitespace().count() >= 2)?;
    (plural && kind != Kind::Objective).then(|| Labelled {
        kind,
        number: None,
        owner: None,
        text: text.len() - body.len()..text.len(),
        start,
        several: true,
        lone: false,
    })
}

/// A number at `at`: figures with dashes and slashes, a letter, or a Roman number; `No.` and `#` before it are passed.
fn number(lexicon: &Lexicon, text: &str, at: usize) -> Option<Range<usize>> {
    let mut at = at;
    if let Some(len) = lexicon.list(List::OutcomeColumnNumber).starts(&text[at..]) {
        at += len + text[at + len..].starts_with('.') as usize;
        at += blanks(&text[at..]);
    }
    // `ACTION-112`
    at += usize::from(text[at..].starts_with('-'));
    let own = &text[at..];
    let end = own
        .find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '/' | '.')))
        .unwrap_or(own.len());
    let word = own[..end].trim_end_matches(['.', '-']);
    let figures = word.chars().any(|c| c.is_ascii_digit()) && word.len() <= 14;
    let letter = word.len() == 1 && word.chars().all(|c| c.is_ascii_uppercase());
    let roman = !word.is_empty() && word.len() <= 5 && word.chars().all(|c| "IVX".contains(c));
    (figures || letter || roman).then(|| at..at + word.len())
}

/// A name in brackets, or initials.
fn owner(text: &str, at: usize) -> Option<Range<usize>> {
    let own = &text[at..];
    if own.starts_with(['(', '[']) {
        let end = own.find([')', ']']).filter(|&e| e > 1 && e <= 50)?;
        return Some(at + 1..at + end);
    }
    let end = own.find([':', ' '])?;
    // `AI @jo: write`
    let handle = own[..end].strip_prefix('@').is_some_and(|name| {
        !name.is_empty()
            && name
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
    });
    if handle && own[end..].starts_with(':') {
        return Some(at..at + end);
    }
    let initials = (2..=12).contains(&end)
        && own[end..].starts_with(':')
        && own[..end]
            .chars()
            .all(|c| c.is_uppercase() || "/,&+".contains(c));
    initials.then(|| at..at + end)
}

/// `Ana:`, `Bo Quill:`, `All:`, behind a label: who is to do it.
fn named_before(lexicon: &Lexicon, text: &str, at: usize) -> Option<Range<usize>> {
    let own = &text[at..];
    let name = own
        .split(':')
        .next()
        .filter(|n| n.len() < own.len() && n.len() <= 30)?;
    let first = name.split(' ').next().unwrap_or("");
    let somebody = is_given_name(first) || lexicon.list(List::AgendaEveryone).is(name);
    let capitals = name.split(' ').all(|w| w.starts_with(char::is_uppercase));
    (somebody && capitals).then(|| at..at + name.len())
}

/// `on Steve`, `for A. Example`, behind a label and before its sign: who is to do it.
fn addressee(lexicon: &Lexicon, text: &str, at: usize) -> Option<Range<usize>> {
    let own = &text[at..];
    let lists = [List::OutcomeOn, List::OutcomeBy];
    let len = lists.iter().find_map(|&l| lexicon.list(l).starts(own))?;
    let start = at + len + blanks(&own[len..]);
    let rest = &text[start..];
    let end = rest
        .find([':', '\u{2013}', '\u{2014}'])
        .or_else(|| rest.find(" - "))?;
    let name = rest[..end].trim_end();
    let mut words = name.split(' ');
    let and = |w: &str| lexicon.list(List::RangeAnd).is(w);
    let capitals = words
        .clone()
        .all(|w| w.starts_with(char::is_uppercase) || and(w));
    let first = words.next().unwrap_or("");
    // `Action on Climate - ...` is about something.
    let initials = (2..=4).contains(&first.len()) && first.chars().all(char::is_uppercase);
    let known = [List::OutcomeActor, List::Honorific].map(|l| lexicon.list(l).starts(name));
    let somebody = initials || is_given_name(first) || known.iter().any(Option::is_some);
    (capitals && somebody && words.nth(4).is_none()).then(|| start..start + name.len())
}

/// Cuts off who moved a motion and how the vote went.
fn without_tail(
    lexicon: &Lexicon,
    text: &str,
    range: Range<usize>,
    lines: &[usize],
) -> Range<usize> {
    let own = &text[range.clone()];
    let tail = lexicon.list(List::OutcomeVote);
    let is_tail = |sentence: &str| {
        let seconds = || {
            let second = lexicon.list(List::OutcomeSeconded);
            second.ends(sentence.trim_end_matches('.')) && sentence.split(' ').count() <= 5
        };
        // `Second (Jo).`
        let second = || lexicon.list(List::OutcomeVoted).starts(sentence);
        let signed =
            || second().is_some_and(|l| sentence[l..].trim_start().starts_with(['(', ':']));
        tail.starts(sentence).is_some()
            || seconds()
            || tail.is(sentence.trim_end_matches('.'))
            || signed()
    };
    let below = lines[lines.partition_point(|&l| l <= range.start)..].iter();
    let below = below.take_while(|&&l| l < range.end);
    let mut ends = sentences(own, lexicon).map(|s| (s.start, &own[s]));
    let cut = ends.by_ref().skip(1).find(|(_, s)| is_tail(s));
    let line = below.map(|&l| l - range.start).find(|&l| {
        is_tail(
            sentences(&own[l..], lexicon)
                .next()
                .map_or("", |s| &own[l..][s]),
        )
    });
    let cut = [cut.map(|c| c.0), line].into_iter().flatten().min();
    range.start..cut.map_or(range.end, |at| range.start + at)
}

/// `JB to thank the builder`: what tells a label of two letters from a speaker's initials.
fn gives_a_task(lexicon: &Lexicon, text: &str) -> bool {
    let to = lexicon.list(List::OutcomeTo).find(text);
    let who = to.map_or("", |to| &text[..to.start]);
    let mut words = who.split_whitespace();
    let few = (1..=4).contains(&words.clone().count());
    few && words.all(|w| w.starts_with(char::is_uppercase))
}

fn blanks(text: &str) -> usize {
    text.len() - text.trim_start_matches([' ', '\u{a0}']).len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lang;

    fn told(text: &str) -> Vec<(&'static str, &str, &str)> {
        let found = labelled(Lang::En.lexicon(), text, &[0]);
        let part = |r: &Option<Range<usize>>| r.clone().map_or("", |r| &text[r]);
        let row = |l: &Labelled| (l.kind.word(), part(&l.number), text[l.text.clone()].trim());
        found.iter().map(row).collect()
    }

    #[test]
    fn labels_with_and_without_numbers() {
        assert_eq!(
            told("Action 12-01: Send it. Action 12-02: Book the roof for 4 May."),
            [
                ("action_item", "12-01", "Send it."),
                ("action_item", "12-02", "Book the roof for 4 May.")
            ]
        );
        assert_eq!(
            told(
                "MOTION 19/07: That the tender be accepted. Proposed by Cllr Example, seconded by Cllr Sample. CARRIED."
            ),
            [("decision", "19/07", "That the tender be accepted.")]
        );
        assert_eq!(
            told("Recommendation 1: Keep one tree. It shades the rest."),
            [("recommendation", "1", "Keep one tree. It shades the rest.")]
        );
        assert_eq!(
            told("ACTION: Jo to order ropes"),
            [("action_item", "", "Jo to order ropes")]
        );
        assert_eq!(
            told("DECISION 3 \u{2013} The gate stays."),
            [("decision", "3", "The gate stays.")]
        );
        assert_eq!(
            told("Resolved:- That the mill be sold."),
            [("decision", "", "That the mill be sold.")]
        );
        assert_eq!(
            told("AP107 - Jo Example to oil the wheel"),
            [("action_item", "AP107", "Jo Example to oil the wheel")]
        );
        assert_eq!(
            told(
                "Motion 228/2031 Moved by Jo Example, \u{201c}THAT the minutes be adopted.\u{201d}"
            ),
            [(
                "decision",
                "228/2031",
                "Moved by Jo Example, \u{201c}THAT the minutes be adopted.\u{201d}"
            )]
        );
        assert_eq!(
            told(
                "Sale of the mill Motion 9/2031 Moved by Jo Example, \u{201c}THAT it be sold.\u{201d}"
            ),
            [(
                "decision",
                "9/2031",
                "Moved by Jo Example, \u{201c}THAT it be sold.\u{201d}"
            )]
        );
        assert_eq!(
            told("AGREED: To meet in May."),
            [("conclusion", "", "To meet in May.")]
        );
    }

    #[test]
    fn what_is_no_label() {
        for text in [
            "Actions agreed: ....................",
            "Action is needed: now.",
            "Objective: To agree on what is measured.",
            "Decision makers: all of them.",
            "Action 2: ______",
            "AI: The lamp is back.",
        ] {
            assert!(told(text).is_empty(), "{text}");
        }
    }
}
