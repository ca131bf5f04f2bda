//! Several people who share what stands behind the last of them: `Ann Model, Bo Probe, and Cy Test, Alternate Members`.

use super::entry::Entry;
use super::name::{honorifics, plain_at};
use super::piece::{Class, class};
use super::run::is_plural;
use crate::flow::Flow;
use crate::lexicon::{Lexicon, List};
use std::ops::Range;

/// The people of a line, each with the post and the body that they share; only where some share one.
pub(super) fn people<'s>(flow: &Flow<'s>, lexicon: &Lexicon) -> Option<Vec<Entry<'s>>> {
    let text = flow.as_str();
    let mut found = Vec::new();
    let (mut at, mut shared) = (0, false);
    for part in text.split(';') {
        let own = flow.slice(at..at + part.len()).trim();
        at += part.len() + 1;
        match joint(&own, lexicon) {
            Some(people) => {
                shared = true;
                found.extend(people);
            }
            None => found.push(Entry::read_running(&own, lexicon).filter(|e| e.name.score > 1)?),
        }
    }
    shared.then_some(found)
}

/// The people whose names open a text, the last of them behind `and`, where a post stands behind that.
fn joint<'s>(flow: &Flow<'s>, lexicon: &Lexicon) -> Option<Vec<Entry<'s>>> {
    let text = flow.as_str();
    let (names, end) = names(text, lexicon)?;
    let rest = text[end..].strip_prefix(", ")?;
    let post = rest.split(',').next().unwrap_or(rest);
    let own = post.split(" of ").next().unwrap_or(post);
    // Three people and more are none whose body is among them.
    if class(own, lexicon) != Class::Job && names.len() < 3 {
        return None;
    }
    let last = rest.trim_end_matches('.').rsplit(", ").next();
    // `Presidents of the Banks of A and B, respectively`: each has a body of their own.
    let each = last.is_some_and(|l| lexicon.list(List::Respectively).ends(l));
    let stop = match each {
        true => end + 2 + own.len(),
        false => text.len(),
    };
    let shared = flow.slice(end..stop);
    let entry = |name: &Range<usize>| {
        let mut own = flow.slice(name.clone());
        let len = own.len();
        own.join(&shared);
        let bare = || Entry::of_one_name(&own, len, lexicon);
        Entry::read_running(&own, lexicon).or_else(bare)
    };
    names.iter().map(entry).collect()
}

/// The names that a text begins with, commas between them and `and` before the last, and where they end.
fn names(text: &str, lexicon: &Lexicon) -> Option<(Vec<Range<usize>>, usize)> {
    if honorifics(text, lexicon) > 0 {
        return surnames(text, lexicon);
    }
    let mut found: Vec<Range<usize>> = Vec::new();
    let (mut at, mut sure) = (0, 0);
    loop {
        // `Ann B. Model, Bo Probe`: a comma inside would turn the name.
        let own = text[at..].split(',').next().unwrap_or_default();
        let name = plain_at(own, lexicon).filter(|n| n.score > 0 && n.honorific.is_none())?;
        sure += usize::from(name.score > 1);
        let end = at + name.end;
        found.push(at..end);
        let rest = &text[end..];
        let behind = rest.trim_start_matches([',', ' ']);
        let word = behind.split(' ').next().unwrap_or_default();
        let and = lexicon.list(List::And).is(word);
        if !and && (found.len() > MOST || !rest.starts_with(", ")) {
            return None;
        }
        if and {
            let last = text.len() - behind[word.len()..].trim_start().len();
            let own = text[last..].split(',').next().unwrap_or_default();
            let name = plain_at(own, lexicon).filter(|n| n.score > 0)?;
            sure += usize::from(name.score > 1);
            found.push(last..last + name.end);
            return (sure * 3 >= found.len() * 2).then_some((found, last + name.end));
        }
        at = text.len() - behind.len();
    }
}

/// `Ms. Model, Messrs. Probe, Test, and Trial`: the title of several before the first of them only.
fn surnames(text: &str, lexicon: &Lexicon) -> Option<(Vec<Range<usize>>, usize)> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let (mut at, mut several) = (0, false);
    loop {
        let title = honorifics(&text[at..], lexicon);
        if title > 0 {
            several = is_plural(text[at..at + title].trim_end());
        }
        let name = &text[at + title..];
        let len = name.find([',', ' ', ';', '(']).unwrap_or(name.len());
        if title == 0 && !several || !is_surname(&name[..len]) {
            return None;
        }
        let end = at + title + len;
        found.push(at..end);
        let behind = text[end..].trim_start_matches([',', ' ']);
        let word = behind.split(' ').next().unwrap_or_default();
        let and = lexicon.list(List::And).is(word);
        let next = text.len()
            - behind[if and { word.len() } else { 0 }..]
                .trim_start()
                .len();
        if found.len() > MOST || next == end || !and && !text[end..].starts_with(", ") {
            return None;
        }
        at = next;
        if and {
            let title = honorifics(&text[at..], lexicon);
            let last = text[at + title..].split([',', ';', ' ']).next()?;
            let end = at + title + last.len();
            found.push(at..end);
            let told = is_surname(last) && (title > 0 || several);
            return told.then_some((found, end));
        }
    }
}

/// A word in small letters but its first.
fn is_surname(word: &str) -> bool {
    let plain = |c: char| c.is_alphabetic() || "'\u{2019}-".contains(c);
    word.starts_with(char::is_uppercase)
        && word.contains(char::is_lowercase)
        && word.chars().all(plain)
}

/// More people share nothing in one line.
const MOST: usize = 12;

#[cfg(test)]
mod tests {
    use crate::tables::participants::tests::expect;

    #[test]
    fn several_share_what_stands_behind_the_last() {
        expect(
            "Present:\n\nRuth B. Fisher, Chair\n\nJane Trial, Mark S. Sample, and Ann Model, Associate Economists\n\n\
             Paul Trial and Mary Probe, Deputy Directors, Lake Trust; Ann Sample, Manager, Lake Trust\n\n\
             John Probe, Peter Sample, and Anna Trial, Presidents of the Lake Trusts of Reedham, Aar, and Brill, respectively\n",
            &[
                "Ruth B. Fisher job_title=Chair attendance=present",
                "Jane Trial job_title=Associate Economists attendance=present",
                "Mark S. Sample job_title=Associate Economists attendance=present",
                "Ann Model job_title=Associate Economists attendance=present",
                "Paul Trial organisation=Lake Trust job_title=Deputy Directors attendance=present",
                "Mary Probe organisation=Lake Trust job_title=Deputy Directors attendance=present",
                "Ann Sample organisation=Lake Trust job_title=Manager attendance=present",
                "John Probe job_title=Presidents attendance=present",
                "Peter Sample job_title=Presidents attendance=present",
                "Anna Trial job_title=Presidents attendance=present",
            ],
        );
    }
}
