//! Who is to do a thing and by when, where the words of the outcome say so.

use super::bare::{behind_adverb, future_doer, last_clause, promised_at_end};
pub(super) use super::doers::Doers;
use super::subject::without_leading;
use crate::lexicon::{Lexicon, List};
use crate::value::date::{DateOrder, date_at};
use std::ops::Range;

/// The parts of an outcome's words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Task {
    /// The outcome itself.
    pub(super) text: Range<usize>,
    /// Who is to do it.
    pub(super) owner: Option<Range<usize>>,
    /// By when.
    pub(super) due: Option<Range<usize>>,
}

/// A capital and small letters.
pub(super) fn is_capitalised(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_some()
        && word.chars().skip(1).all(char::is_lowercase)
}

/// Parts the words of an outcome in `range` of `text`. Where it is `a_task`, its own sentence may name who and when.
pub(super) fn task(doers: &Doers, text: &str, range: Range<usize>, a_task: bool) -> Task {
    let lexicon = doers.lexicon;
    let mut task = Task {
        text: trimmed(text, range),
        ..Task::default()
    };
    labelled(lexicon, text, &mut task);
    enclosed(doers, text, &mut task, a_task);
    if a_task {
        handled(text, &mut task);
        bracketed(doers, text, &mut task);
        headed(doers, text, &mut task);
        if task.owner.is_none() {
            task.owner = doer(doers, text, &task.text);
        }
        if task.due.is_none() {
            dated(doers, text, &mut task);
        }
        if task.owner.is_none() {
            signed(doers, text, &mut task);
        }
        if task.due.is_none() {
            task.due = deadline(lexicon, text, &task.text);
        }
    }
    task
}

/// `... Responsible: A. Example. Deadline: 3 May.` behind the outcome.
fn labelled(lexicon: &Lexicon, text: &str, task: &mut Task) {
    let range = task.text.clone();
    let mut end = range.end;
    let colons: Vec<usize> = text[range.clone()]
        .match_indices(':')
        .map(|(i, _)| range.start + i)
        .collect();
    for colon in colons.into_iter().rev() {
        let before = &text[range.start..colon];
        let label_at = before
            .rfind(['.', ';', '(', '[', '|', ',', '\u{2013}', '\u{2014}'])
            .map_or(range.start, |i| {
                range.start
                    + i
                    + text[range.start + i..]
                        .chars()
                        .next()
                        .map_or(1, char::len_utf8)
            });
        let label = text[label_at..colon].trim();
        let value = trimmed(text, colon + 1..end);
        let closed = text[value.clone()].trim_end_matches([')', ']', '.', ';', ',', ' ']);
        let opened = closed.contains(['(', '[']) || is_stopped(closed);
        let value = match opened {
            true => value,
            false => value.start..value.start + closed.len(),
        };
        if label_at == range.start || value.is_empty() || value.len() > 80 {
            return;
        }
        if lexicon.list(List::OutcomeColumnOwner).is(label) {
            task.owner = Some(value);
        } else if lexicon.list(List::OutcomeColumnDue).is(label) {
            task.due = Some(value);
        } else {
            return;
        }
        end = label_at;
        task.text = trimmed(text, range.start..end);
        while text[task.text.clone()].ends_with(['(', '[', '|', ';', ',', '\u{2013}', '\u{2014}']) {
            let last = text[task.text.clone()].chars().next_back();
            let cut = task.text.end - last.map_or(1, char::len_utf8);
            task.text = trimmed(text, task.text.start..cut);
        }
        end = task.text.end;
    }
}

/// Whether a stop behind these words is part of them: an initial, as in `Ben A.`
fn is_stopped(words: &str) -> bool {
    let last = words.rsplit([' ', '.']).next().unwrap_or("");
    last.chars().count() == 1 && last.chars().all(char::is_uppercase)
}

/// `... [JK, 14 February]`, `... (A. Example, by 3 May)`.
fn enclosed(doers: &Doers, text: &str, task: &mut Task, a_task: bool) {
    let lexicon = doers.lexicon;
    let own = &text[task.text.clone()];
    let body = own.trim_end_matches(['.', ' ']);
    let open = match body.chars().next_back() {
        Some(']') => body.rfind('['),
        Some(')') => body.rfind('('),
        _ => return,
    };
    let Some(open) = open.filter(|&o| o > 0) else {
        return;
    };
    let square = body.ends_with(']');
    let base = task.text.start;
    let inner = trimmed(text, base + open + 1..base + body.len() - 1);
    let own = &text[inner.clone()];
    if own.contains("://") || own.contains("www.") {
        // Where a thing is recorded is nobody's task.
        task.text = trimmed(text, base..base + open);
        return;
    }
    if inner.len() > 80 || inner.is_empty() {
        return;
    }
    let (owner, due) = owner_and_due(lexicon, text, &inner);
    let known = due.is_some()
        || (owner.is_some() && (square || a_task && doers.name(&text[inner.clone()])));
    if !known {
        return;
    }
    task.owner = task.owner.take().or(owner);
    task.due = task.due.take().or(due);
    task.text = trimmed(text, base..base + open);
}

/// Parts `JK, 14 February` or `by 3 May` at the last sign before what is a time.
fn owner_and_due(
    lexicon: &Lexicon,
    text: &str,
    range: &Range<usize>,
) -> (Option<Range<usize>>, Option<Range<usize>>) {
    if let Some(due) = time(lexicon, text, range.clone()) {
        return (None, Some(due));
    }
    let inner = &text[range.clone()];
    let signs = [',', ';', ':', '\u{2013}', '\u{2014}', '/', '|', '-'];
    for (i, sign) in inner.char_indices().filter(|(_, c)| signs.contains(c)) {
        let rest = range.start + i + sign.len_utf8()..range.end;
        if let Some(due) = time(lexicon, text, rest) {
            let owner = trimmed(text, range.start..range.start + i);
            return ((!owner.is_empty()).then_some(owner), Some(due));
        }
    }
    (Some(range.clone()), None)
}

/// The range as a time, without a word such as `by` before it; `None` where it is none.
fn time(lexicon: &Lexicon, text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let mut range = trimmed(text, range);
    if let Some(len) = lexicon.list(List::OutcomeBy).starts(&text[range.clone()]) {
        range = trimmed(text, range.start + len..range.end);
    }
    let words = text[range.clone()].trim_end_matches('.');
    let range = range.start..range.start + words.len();
    let short = (1..=6).contains(&words.split_whitespace().count());
    (short && is_time(lexicon, words)).then_some(range)
}

/// A date, or one of the words that stand for a time: `asap`, `the next meeting`.
pub(super) fn is_time(lexicon: &Lexicon, words: &str) -> bool {
    let rest = without_leading(lexicon, words, List::OutcomeTimeLead);
    lexicon.list(List::OutcomeTime).is(words)
        || lexicon.list(List::OutcomeTime).is(rest)
        || is_slashed(rest)
        || date_at(rest, lexicon.lang(), DateOrder::default()).is_some()
        || lexicon
            .map(crate::lexicon::Map::Month)
            .starts(rest)
            .is_some()
        || lexicon
            .map(crate::lexicon::Map::Weekday)
            .starts(rest)
            .is_some()
}

/// `6/19`: a day and a month.
fn is_slashed(words: &str) -> bool {
    let day = |p: &str| p.parse::<u32>().is_ok_and(|d| (1..=31).contains(&d));
    words
        .split_once('/')
        .is_some_and(|(a, b)| a.len() <= 2 && b.len() <= 2 && day(a) && day(b))
}

/// `@ann, @bo: mend the boats`, `@ann to mend the boats`: those whom handles call.
fn handled(text: &str, task: &mut Task) {
    let start = task.text.start;
    let own = &text[task.text.clone()];
    let (mut at, mut end) = (0, 0);
    loop {
        let handle = own[at..].strip_prefix('@').unwrap_or_default();
        let sign = |c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_');
        let len = handle.find(sign).unwrap_or(handle.len());
        if len == 0 {
            break;
        }
        end = at + 1 + len;
        let rest = own[end..].trim_start_matches([',', '/', '&', ' ']);
        at = own.len() - rest.strip_prefix("and ").unwrap_or(rest).len();
    }
    let rest = own[end..].trim_start_matches([':', ' ', '-', '\u{2013}']);
    if end > 0 && task.owner.is_none() && rest.contains(' ') {
        task.owner = Some(start..start + end);
        if own[end..].trim_start().starts_with([':', '-', '\u{2013}']) {
            task.text = trimmed(text, start + own.len() - rest.len()..task.text.end);
        }
    }
}

/// `[JK] Write to the hospital`, `(All) Read the draft`: those whom brackets before the task name.
fn bracketed(doers: &Doers, text: &str, task: &mut Task) {
    let own = &text[task.text.clone()];
    let close = match own.bytes().next() {
        Some(b'[') => own.find(']'),
        Some(b'(') => own.find(')'),
        _ => None,
    };
    let Some(close) = close.filter(|_| task.owner.is_none()) else {
        return;
    };
    let rest = own[close + 1..].trim_start_matches([':', ' ']);
    let opens = rest.starts_with(char::is_uppercase) && rest.contains(' ');
    if opens && doers.is_known(&own[1..close]) {
        let start = task.text.start;
        task.owner = Some(trimmed(text, start + 1..start + close));
        task.text = trimmed(text, start + own.len() - rest.len()..task.text.end);
    }
}

/// `A. Example: write to the hospital`, `JK \u{2013} send the list`.
fn headed(doers: &Doers, text: &str, task: &mut Task) {
    let own = &text[task.text.clone()];
    let signs = [": ", " \u{2013} ", " \u{2014} ", " - "];
    let found = signs.iter().filter_map(|s| Some((own.find(s)?, s.len())));
    let Some((at, len)) = found.min().filter(|_| task.owner.is_none()) else {
        return;
    };
    let start = task.text.start;
    // `For Jo: book the hall`.
    let who = without_leading(doers.lexicon, own[..at].trim(), List::OutcomeFor);
    if doers.name(who) || own[at..].starts_with(':') && are_some(doers.lexicon, who) {
        task.owner = Some(trimmed(
            text,
            start + own[..at].trim_end().len() - who.len()..start + at,
        ));
        task.text = trimmed(text, start + at + len..task.text.end);
    }
}

/// `Interested members`: those who met, or which of them.
fn are_some(lexicon: &Lexicon, who: &str) -> bool {
    let group = lexicon.list(List::OutcomeGroup);
    who.starts_with(char::is_uppercase) && who.split(' ').count() == 2 && group.ends(who)
}

/// `... \u{2013} 31 January`, `... \u{2013} A. Example, 31 January` at the end.
fn dated(doers: &Doers, text: &str, task: &mut Task) {
    let own = &text[task.text.clone()];
    let signs = [" \u{2013} ", " \u{2014} ", " - "];
    let last = signs.iter().filter_map(|s| Some((own.rfind(s)?, s.len())));
    let Some((at, len)) = last.max().filter(|(at, _)| *at > 0) else {
        return;
    };
    let start = task.text.start;
    let tail = start + at + len..task.text.end;
    let (owner, due) = owner_and_due(doers.lexicon, text, &tail);
    let named = owner
        .as_ref()
        .is_none_or(|o| names(doers, &text[o.clone()]));
    if due.is_some() && named {
        task.due = due;
        task.owner = owner.or(task.owner.take());
        task.text = trimmed(text, start..start + at);
    }
}

/// Whether words behind a dash name who is to do it.
fn names(doers: &Doers, who: &str) -> bool {
    doers.is_known(who) || who.contains(' ') && doers.name(who)
}

/// `... \u{2013} A. Example` at the end, of somebody known.
fn signed(doers: &Doers, text: &str, task: &mut Task) {
    let own = &text[task.text.clone()];
    let signs = [" \u{2013} ", " \u{2014} ", " - "];
    let last = signs.iter().filter_map(|s| Some((own.rfind(s)?, s.len())));
    let Some((at, len)) = last.max().filter(|(at, _)| *at > 0) else {
        return;
    };
    let who = own[at + len..].trim();
    if names(doers, who) {
        let start = task.text.start;
        task.owner = Some(trimmed(text, start + at + len..task.text.end));
        task.text = trimmed(text, start..start + at);
    }
}

/// `A. Example to write ...`, `The secretariat will ask ...`.
fn doer(doers: &Doers, text: &str, range: &Range<usize>) -> Option<Range<usize>> {
    let own = &text[range.clone()];
    let lexicon = doers.lexicon;
    // In French and Spanish the small word may be part of the name: `La Red de Colmenas enviar\u{e1} ...`.
    let verbs = [List::OutcomeCommit, List::OutcomeFuture, List::OutcomeTo];
    let mut found = verbs.iter().filter_map(|&l| lexicon.list(l).find(own));
    let named = found.find_map(|verb| {
        let who = behind_adverb(lexicon, own[..verb.start].trim_end());
        // `The slides will be sent`
        let rest = own[verb.end..].trim_start();
        let sent = lexicon.list(List::OutcomeNotTask).starts(rest).is_some();
        // `Jo will be sending the list.`
        let doing = rest.split(' ').nth(1).is_some_and(|w| w.ends_with("ing"));
        ((doing || !sent) && doers.name(who)).then_some(who)
    });
    let who = match named.or_else(|| future_doer(doers, own)) {
        Some(who) => who,
        None => match known_at_start(doers, own) {
            Some(who) => who,
            None => return doer_at_end(doers, text, range),
        },
    };
    let start = range.start + own.find(who)?;
    Some(start..start + who.len())
}

/// `The hedge is in the way, Clerk to write to the owner.`: whoever the last clause has do it.
fn doer_at_end(doers: &Doers, text: &str, range: &Range<usize>) -> Option<Range<usize>> {
    let own = &text[range.clone()];
    if let Some(clause) = promised_at_end(doers, own) {
        let start = range.end - clause.len();
        let will = doers.lexicon.list(List::OutcomeWill).find(clause)?;
        return Some(trimmed(text, start..start + will.start));
    }
    let clause = last_clause(own)?;
    let start = range.end - clause.len();
    let to = doers.lexicon.list(List::OutcomeTo).find(clause)?;
    let who = clause[..to.start].trim_end();
    let known = doers.is_known(who) || doers.name(who);
    known.then(|| trimmed(text, start..start + who.len()))
}

/// `AB agenda item`, `Ana Example sends the list`: initials or the full name of a participant before a word in small letters.
fn known_at_start<'t>(doers: &Doers, own: &'t str) -> Option<&'t str> {
    let mut blanks = own.match_indices(' ').map(|(i, _)| i);
    let (first, second) = (blanks.next()?, blanks.next());
    let ends = [Some(first), second, blanks.next()];
    let known = |who: &str| {
        let named = who.split(' ').filter(|w| !w.ends_with('.'));
        let full = who.contains(' ')
            && named.clone().count() > 0
            && named
                .into_iter()
                .all(|w| doers.names.contains(&w.to_lowercase()));
        doers.initials.contains(who) || full
    };
    let small = |end: usize| own[end + 1..].starts_with(char::is_lowercase);
    let mut found = ends.into_iter().flatten().filter(|&e| small(e));
    found.find(|&e| known(&own[..e])).map(|e| &own[..e])
}

/// `... by 12 June` at the end.
fn deadline(lexicon: &Lexicon, text: &str, range: &Range<usize>) -> Option<Range<usize>> {
    let own = &text[range.clone()];
    let before = lexicon.list(List::OutcomeBy).find_iter(own);
    before
        .map(|(r, _)| range.start + r.start..range.end)
        .filter_map(|r| time(lexicon, text, r))
        .next()
}

/// The range without blanks at its ends.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let own = &text[range.clone()];
    let start = range.start + (own.len() - own.trim_start().len());
    start..start + own.trim().len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lang;

    fn told(text: &str) -> (&str, &str, &str) {
        let doers = Doers::new(Lang::En.lexicon(), ["Olu Person"].into_iter());
        let task = task(&doers, text, 0..text.len(), true);
        let part = |r: Option<Range<usize>>| r.map_or("", |r| &text[r]);
        (&text[task.text], part(task.owner), part(task.due))
    }

    #[test]
    fn who_and_when_may_stand_behind_a_dash() {
        assert_eq!(
            told(
                "Return the second set of lamps \u{2013} Ann Quill and Ber de Thatch, 14 May 2031"
            ),
            (
                "Return the second set of lamps",
                "Ann Quill and Ber de Thatch",
                "14 May 2031"
            )
        );
        assert_eq!(
            told("Cost a lamp room \u{2013} shared by two ponds, 4 May"),
            (
                "Cost a lamp room \u{2013} shared by two ponds, 4 May",
                "",
                ""
            )
        );
    }

    #[test]
    fn what_is_to_be_done_does_nothing() {
        assert_eq!(told("The Slides will be sent to all.").1, "");
        assert_eq!(told("The Pond Guild will send them.").1, "The Pond Guild");
    }

    #[test]
    fn tasks_in_their_usual_forms() {
        assert_eq!(
            told("Send the certificate to all sites. [JK, 14 February]"),
            ("Send the certificate to all sites.", "JK", "14 February")
        );
        assert_eq!(
            told("Jo SAMPLE to write to the hospital by 1 July."),
            (
                "Jo SAMPLE to write to the hospital by 1 July.",
                "Jo SAMPLE",
                "1 July"
            )
        );
        assert_eq!(
            told("Draft the note (A. Example, by the end of May)"),
            ("Draft the note", "A. Example", "the end of May")
        );
        assert_eq!(
            told("Draft the note. Responsible: A. Example; deadline: asap"),
            ("Draft the note.", "A. Example", "asap")
        );
        assert_eq!(
            told("Olu: draft the note \u{2013} 31 January"),
            ("draft the note", "Olu", "31 January")
        );
        assert_eq!(
            told("Draft the note (lead: A. Example, deadline: May 2019)."),
            ("Draft the note", "A. Example", "May 2019")
        );
        assert_eq!(
            told("Continue to watch the gate (see above)"),
            ("Continue to watch the gate (see above)", "", "")
        );
        assert_eq!(
            told("B. Sample: contact the bus company (by January 31)"),
            ("contact the bus company", "B. Sample", "January 31")
        );
        assert_eq!(
            told("[OP] Thank the builder"),
            ("Thank the builder", "OP", "")
        );
        assert_eq!(
            told("[Draft] Thank the builder"),
            ("[Draft] Thank the builder", "", "")
        );
        assert_eq!(
            told("JB \u{2013} thank the builder"),
            ("thank the builder", "JB", "")
        );
        assert_eq!(
            told("Olu to check the meter"),
            ("Olu to check the meter", "Olu", "")
        );
        for who in [
            "Lars af Ekby",
            "Task Team 3",
            "Nour al-Sabah",
            "Ines de la Cal",
        ] {
            let text = format!("{who} to draft the plan");
            assert_eq!(told(&text), (text.as_str(), who, ""));
        }
        assert_eq!(
            told("Check the list (All members)"),
            ("Check the list", "All members", "")
        );
        assert_eq!(
            told("The Secretariat will ask the town"),
            ("The Secretariat will ask the town", "The Secretariat", "")
        );
    }
}
