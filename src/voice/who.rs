//! A person or a delegation in running text: `Ms. X of Y`, `the representative of Z`, `X (Y)`, `X, Job of Y,`.

use super::delegation::{country_speaks, delegation};
use super::through::{second_verb, speaks_through};
use crate::lexicon::{Lang, Lexicon, List};
use crate::value::person::{Evidence, Known, looks_like_job, person};
use crate::value::place::country;
use std::ops::Range;

/// A person or delegation, as ranges of the text it was read from; a range is empty where the text is silent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Who {
    /// Mr, Dr, H.E. and the like.
    pub honorific: Range<usize>,
    /// The name, or `representative of X`.
    pub name: Range<usize>,
    /// The job title.
    pub job_title: Range<usize>,
    /// The organisation or delegation.
    pub organisation: Range<usize>,
    /// Whether it speaks for a delegation and has no name.
    pub delegation: bool,
    /// Whether it is a country that speaks.
    pub country: bool,
    /// Whether it is two people who speak as one: `Ms X and Y`.
    pub joint: bool,
    /// Whether something stands between commas behind the name.
    pub apposition: bool,
    /// The byte behind all of it.
    pub end: usize,
}

impl Who {
    /// Where the name begins, with the title before it.
    fn start(&self) -> usize {
        match self.honorific.is_empty() {
            true => self.name.start,
            false => self.honorific.start,
        }
    }

    /// Moves it to a text in which its own begins at `by`.
    pub(super) fn shift(&mut self, by: usize) {
        let ranges = [
            &mut self.honorific,
            &mut self.name,
            &mut self.job_title,
            &mut self.organisation,
        ];
        for range in ranges.into_iter().filter(|r| r.start < r.end) {
            *range = range.start + by..range.end + by;
        }
        self.end += by;
    }

    /// Whether the text says more than a bare name: a title before it, or whom the person speaks for.
    pub fn is_marked(&self) -> bool {
        self.delegation || !self.honorific.is_empty() || !self.organisation.is_empty()
    }
}

/// How far behind a name its verb may be, in bytes.
const REACH: usize = 300;

/// The person or delegation at `at` that is the subject of one of `verbs`, and the place of that verb.
///
/// Who reads many places of a text asks first whether any of the verbs stands in it.
pub fn subject(text: &str, at: usize, lex: &Lexicon, verbs: List) -> Option<(Who, Range<usize>)> {
    let through = || match verbs {
        List::SayVerb => speaks_through(text, at, lex),
        _ => None,
    };
    let mut who = through()
        .or_else(|| country_speaks(text, at, lex))
        .or_else(|| named(text, at, lex))
        .or_else(|| delegation(text, at, lex, verbs))?;
    let verb = behind(text, &mut who, lex, verbs)?;
    Some((who, verb))
}

/// The honorific and name that stand at `at`.
pub fn named(text: &str, at: usize, lex: &Lexicon) -> Option<Who> {
    let the = the_len(&text[at..], lex);
    let post = post_before_title(text, at + the, lex);
    if the > 0
        && post.is_none()
        && let Some(who) = post_behind_article(text, at + the, lex)
    {
        return Some(who);
    }
    let begin = post.as_ref().map_or(at + the, |post| post.end + 1);
    let (mut honorific, mut from) = titles(text, begin, lex);
    if honorific.is_empty() && the > 0 {
        return None;
    }
    // `Sir A Example`: behind a title the letter is no article.
    let initial = text.as_bytes().get(from..from + 3).is_some_and(|b| {
        !honorific.is_empty() && b[0] == b'A' && b[1] == b' ' && b[2].is_ascii_uppercase()
    });
    let mut name = words_of_name(text, from + if initial { 2 } else { 0 }, lex)?;
    name.start = from;
    // `El señor Alcalde`, `M. le Maire` is an office.
    let own = &text[name.start + the_len(&text[name.clone()], lex)..name.end];
    if lex.list(List::SayOffice).is(own) {
        return None;
    }
    let mut job_title = post.unwrap_or(0..0);
    if honorific.is_empty() && text[name.clone()].contains(' ') {
        // A post before the name: `Mayor Brandt`, `Working Group Chair Ana Example`.
        let post = post_len(&text[name.clone()], lex).map(|len| name.start..name.start + len);
        if let Some(post) = post {
            from = post.end + 1;
            name = words_of_name(text, from, lex)?;
            match text[post.clone()].contains(' ') {
                true => job_title = post,
                false => honorific = post,
            }
        }
    }
    let lone = !text[name.clone()].contains(' ');
    let is_thing = |w: &str| lex.list(List::Organisation).is(w) || lex.list(List::Topic).is(w);
    if lone && is_thing(&text[name.clone()]) {
        return None;
    }
    Some(Who {
        end: name.end,
        honorific,
        name,
        job_title,
        ..Who::default()
    })
}

/// An office with a title and a name behind it: `Concejal Sr. Example`, `Chair Ms. Example`.
fn post_before_title(text: &str, at: usize, lex: &Lexicon) -> Option<Range<usize>> {
    let len = lex.list(List::SayOffice).starts(&text[at..])?;
    let capital = text[at..].starts_with(char::is_uppercase);
    let rest = text[at + len..].strip_prefix(' ')?;
    let title = lex.list(List::Honorific).starts(rest)?;
    let name = rest[title..].trim_start_matches('.').trim_start();
    (capital && name.starts_with(char::is_uppercase)).then_some(at..at + len)
}

/// `La gobernadora Ana Modelo`, `Le maire Paul Exemple`: an office in small letters behind its article, and a full name.
fn post_behind_article(text: &str, at: usize, lex: &Lexicon) -> Option<Who> {
    let post = text[at..].split(' ').next().unwrap_or("");
    let office = post.starts_with(char::is_lowercase) && lex.list(List::Job).is(post);
    let from = at + post.len() + 1;
    // `du Canada`, behind a delegate, begins as a surname may.
    let named = text
        .get(from..)
        .is_some_and(|t| t.starts_with(char::is_uppercase));
    let name = (office && named).then(|| words_of_name(text, from, lex))??;
    let full = text[name.clone()].contains(' ') && !names_a_thing(&text[name.clone()], lex);
    full.then(|| Who {
        end: name.end,
        job_title: at..at + post.len(),
        name,
        ..Who::default()
    })
}

/// The length of the words up to the last that names a post, where a name is left behind it.
fn post_len(name: &str, lex: &Lexicon) -> Option<usize> {
    let blanks = memchr::memchr_iter(b' ', name.as_bytes());
    let ends = blanks.filter(|&end| {
        let word = &name[name[..end].rfind(' ').map_or(0, |i| i + 1)..end];
        lex.list(List::Job).is(word)
            && lex.list(List::SayOffice).is(word) | !name[..end].contains(' ')
    });
    ends.last()
}

/// Whether capitalised words are an organisation's or a heading's rather than a person's.
pub fn names_a_thing(name: &str, lex: &Lexicon) -> bool {
    let topic = |w: &str| lex.list(List::Topic).is(w);
    lex.list(List::Organisation).found_in(name)
        || name.split(' ').next().is_some_and(topic)
        || name.split(' ').all(topic)
}

/// An article and the blank behind it.
pub(super) fn the_len(text: &str, lex: &Lexicon) -> usize {
    let len = lex.list(List::Article).starts(text);
    len.filter(|&len| text[len..].starts_with(' '))
        .map_or(0, |len| len + 1)
}

/// What a person is of: `the Harbour Board` behind `of`, without its article.
pub(super) fn behind_of<'t>(text: &'t str, lex: &Lexicon) -> Option<&'t str> {
    let body = text[lex.list(List::From).starts(text)?..].trim_start();
    Some(&body[the_len(body, lex)..])
}

/// The honorifics at `at`, and where the name begins.
fn titles(text: &str, at: usize, lex: &Lexicon) -> (Range<usize>, usize) {
    let mut end = at;
    let mut next = at;
    while let Some(len) = lex.list(List::Honorific).starts(&text[next..]) {
        let stop = usize::from(text[next + len..].starts_with('.'));
        let rest = &text[next + len + stop..];
        let blanks = rest.len() - rest.trim_start().len();
        // `el señor Example`: other languages write titles small.
        let small = len > 2 && lex.lang() != Lang::En;
        if blanks == 0 || !small && !text[next..].starts_with(|c: char| c.is_uppercase()) {
            break;
        }
        // `Dr. Sri Example`, `Tuan Example`: a given name.
        let given = lex.list(List::GivenHonorific).is(&text[next..next + len]);
        if given && stop == 0 && (end > at || is_lone(rest.trim_start(), lex)) {
            break;
        }
        end = next + len + stop;
        next = end + blanks;
    }
    (at..end, if end == at { at } else { next })
}

/// Whether a text begins with one word of a name and no other.
fn is_lone(text: &str, lex: &Lexicon) -> bool {
    let mut words = text.split(' ');
    let first = words.next().unwrap_or("");
    let name = |w: &str| is_particle(w, lex) || is_name_word(bare(w, lex), lex);
    first.ends_with([',', ';', ':', '.']) || !words.next().is_some_and(name)
}

/// The capitalised words at `at`, small words of a name between them, that are a person's name.
fn words_of_name(text: &str, at: usize, lex: &Lexicon) -> Option<Range<usize>> {
    let mut end = at;
    let mut pending = at;
    for _ in 0..7 {
        let rest = &text.as_bytes()[pending..];
        let end_of_word = rest.iter().position(|b| matches!(b, b' ' | b'('));
        let word_len = end_of_word.unwrap_or(rest.len());
        let whole = &text[pending..pending + word_len];
        let word = bare(whole, lex);
        let closed = word.len() < whole.len();
        if is_particle(word, lex) && !closed {
            pending += word_len + 1;
            if pending >= text.len() {
                break;
            }
            continue;
        }
        if word.is_empty() || !is_name_word(word, lex) {
            break;
        }
        end = pending + word.len();
        if word.ends_with("'s") || word.ends_with("\u{2019}s") {
            return None;
        }
        if closed || !text[end..].starts_with(' ') {
            break;
        }
        pending = end + 1;
    }
    (end > at).then_some(at..end)
}

/// A word without the signs behind it; an initial and the `St.` of a name keep their stop.
fn bare<'t>(word: &'t str, lex: &Lexicon) -> &'t str {
    let plain = word.trim_end_matches([',', ';', ':', '.', ')', '!', '?', '"', '\u{201d}']);
    let stopped = word[plain.len()..].starts_with('.');
    // `J.B.` are initials, too.
    let single = |w: &str| w.chars().count() == 1;
    let letters = |w: &str| w.contains('.') && w.split('.').all(single);
    let short = |w: &str| single(w) || letters(w) || lex.list(List::Particle).is(w);
    if stopped && (short(plain) || lex.list(List::Particle).is(&word[..=plain.len()])) {
        &word[..=plain.len()]
    } else {
        plain
    }
}

fn is_particle(word: &str, lex: &Lexicon) -> bool {
    word.starts_with(char::is_lowercase) && lex.list(List::Particle).is(word)
}

fn is_name_word(word: &str, lex: &Lexicon) -> bool {
    let letters = ["d'", "d\u{2019}", "l'", "al-", "el-"]
        .iter()
        .fold(word, |w, p| w.strip_prefix(p).unwrap_or(w));
    letters.starts_with(char::is_uppercase)
        && !letters.contains(|c: char| c.is_ascii_digit() || "/@\u{201c}".contains(c))
        && !lex.list(List::NotName).is(word)
}

/// What stands between a name and its verb, and that verb.
pub(super) fn behind(
    text: &str,
    who: &mut Who,
    lex: &Lexicon,
    verbs: List,
) -> Option<Range<usize>> {
    let limit = text.len().min(who.end + REACH);
    let mut at = who.end;
    // What stands in brackets, and an organisation, are read once there is a verb: mostly there is none.
    let mut beside: Vec<(bool, Range<usize>)> = Vec::new();
    let says = verbs == List::SayVerb;
    if let Some(other) = says.then(|| joined(text, who, lex)).flatten() {
        who.name = who.start()..other.name.end;
        who.honorific = 0..0;
        (who.joint, who.end, at) = (true, other.end, other.end);
    }
    while at < limit {
        let rest = &text[at..];
        // `The Director, Mr. X, said`: a comma may part the two.
        let comma = usize::from(rest.starts_with(", ") && !who.delegation);
        if let Some(verb) = verb_at(text, at + comma, lex, verbs) {
            take_beside(text, who, beside, lex);
            return Some(verb);
        }
        if let Some(inner) = rest.strip_prefix(" (") {
            let close = inner.find(')')?;
            beside.push((true, at + 2..at + 2 + close));
            at += close + 3;
        } else if rest.starts_with(", ") {
            let (aside, verb) = apposition(text, at, limit, lex, verbs)?;
            beside.push((true, aside));
            take_beside(text, who, beside, lex);
            who.apposition = true;
            who.end = verb.start;
            return Some(verb);
        } else {
            let Some(len) = lex.list(List::From).starts(rest.strip_prefix(' ')?) else {
                let verb = says.then(|| second_verb(text, at, limit, lex))??;
                take_beside(text, who, beside, lex);
                return Some(verb);
            };
            let mut start = at + 1 + len + 1;
            start += text.get(start..).map_or(0, |t| the_len(t, lex));
            let end = organisation_end(text, start, lex, verbs)?;
            beside.push((false, start..end));
            at = end;
        }
        who.end = at;
    }
    None
}

/// The second of two people who speak as one; two countries are two delegations.
fn joined(text: &str, who: &Who, lex: &Lexicon) -> Option<Who> {
    let rest = text[who.end..].strip_prefix(' ')?;
    let and = lex.list(List::And).starts(rest)?;
    let at = who.end + 1 + and + 1;
    let other = named(text, at, lex).filter(|_| text[..at].ends_with(' ') && !who.delegation)?;
    let alike = other.honorific.is_empty() == who.honorific.is_empty();
    (alike && who.job_title.is_empty()).then_some(other)
}

/// Takes over what stands beside a name, in its order: asides, and organisations as a whole.
pub(super) fn take_beside(
    text: &str,
    who: &mut Who,
    beside: Vec<(bool, Range<usize>)>,
    lex: &Lexicon,
) {
    for (aside, range) in beside {
        if aside && who.delegation && !who.country && names_delegate(text, who, &range, lex) {
            continue;
        }
        if aside {
            set_aside(text, who, range, lex);
        } else if who.organisation.is_empty() {
            who.organisation = range;
        }
    }
}

/// `The representative of Some Fund, Ms. Example, said`: who speaks for the delegation has a name.
fn names_delegate(text: &str, who: &mut Who, aside: &Range<usize>, lex: &Lexicon) -> bool {
    let person = named(text, aside.start, lex);
    let whole = person.filter(|p| p.end == aside.end && !p.honorific.is_empty());
    let Some(person) = whole else {
        return false;
    };
    (who.name, who.honorific, who.delegation) = (person.name, person.honorific, false);
    true
}

/// The verb behind a blank and adverbs at `at`.
fn verb_at(text: &str, at: usize, lex: &Lexicon, verbs: List) -> Option<Range<usize>> {
    let mut at = at + 1;
    text.get(at - 1..at).filter(|s| *s == " ")?;
    loop {
        let rest = &text[at..];
        if let Some(len) = lex.list(verbs).starts(rest) {
            let small = rest.starts_with(char::is_lowercase);
            return small.then_some(at..at + len);
        }
        let word = rest.split([' ', ',']).next().unwrap_or(rest);
        let adverb = lex.list(List::SayAdverb).is(word)
            || (word.len() > 4 && word.ends_with("ly") && word.starts_with(char::is_lowercase));
        if !adverb {
            return parted_verb(text, at, word, lex, verbs);
        }
        at += word.len();
        at += rest[word.len()..].len() - rest[word.len()..].trim_start_matches([' ', ',']).len();
    }
}

/// An auxiliary is no longer, in bytes, and a verb behind its adverb.
const AUXILIARY: usize = 6;
const VERB: usize = 32;

/// `a pour sa part indiqu\u{e9}`: a verb of two words with an adverb between them, the first of which stands at `at`.
fn parted_verb(
    text: &str,
    at: usize,
    first: &str,
    lex: &Lexicon,
    verbs: List,
) -> Option<Range<usize>> {
    let signs = |t: &str| t.len() - t.trim_start_matches([' ', ',']).len();
    if lex.lang() != Lang::Fr || first.len() > AUXILIARY || !first.starts_with(char::is_lowercase) {
        return None;
    }
    let mut end = at + first.len();
    end += signs(&text[end..]);
    end += lex.list(List::SayAdverb).starts(&text[end..])?;
    end += signs(&text[end..]);
    let rest = &text[end..];
    let near = rest.char_indices().map(|(i, _)| i).find(|&i| i >= VERB);
    let whole = format!("{first} {}", &rest[..near.unwrap_or(rest.len())]);
    let len = lex.list(verbs).starts(&whole)?;
    // Behind the auxiliary and its blank.
    (len > first.len()).then(|| at..end + len - first.len() - 1)
}

/// The end of an organisation's name that starts at `start` and runs to a verb, a comma or a bracket behind it.
pub(super) fn organisation_end(
    text: &str,
    start: usize,
    lex: &Lexicon,
    verbs: List,
) -> Option<usize> {
    let limit = text.len().min(start + REACH);
    let (mut at, mut small, mut words) = (start, 0, 0);
    while at < limit {
        let rest = &text[at..];
        let len = rest.find(' ').unwrap_or(rest.len());
        let word = &rest[..len];
        let plain = word.trim_matches(['(', ')', ',', '.', '\u{201c}', '\u{201d}', '"']);
        let known = plain.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            || lex.list(List::Connector).is(plain);
        words += 1;
        small += usize::from(!known);
        if small > 2 || words > 24 || plain.is_empty() {
            return None;
        }
        let end = at + len;
        if word.ends_with(',') && !goes_on_with_name(text, end, lex) {
            return Some(end - 1);
        }
        if verb_at(text, end, lex, verbs).is_some() {
            return Some(end);
        }
        at = end + 1;
    }
    None
}

/// Whether a comma stands inside an organisation's name: `Ministry of Fisheries, Oceans and Ports`.
fn goes_on_with_name(text: &str, comma_end: usize, lex: &Lexicon) -> bool {
    let rest = text[comma_end..].trim_start();
    let mut words = rest.split(' ').take(3);
    let first = words.next().unwrap_or("");
    let joined = words.next().is_some_and(|w| lex.list(List::And).is(w));
    first.starts_with(char::is_uppercase) && !first.ends_with(',') && joined
}

/// `, Job of Organisation,` before a verb: the text between the commas, and the verb.
fn apposition(
    text: &str,
    at: usize,
    limit: usize,
    lex: &Lexicon,
    verbs: List,
) -> Option<(Range<usize>, Range<usize>)> {
    let start = at + 2;
    let commas = memchr::memchr_iter(b',', text.as_bytes().get(start..limit)?).take(6);
    for comma in commas.map(|c| start + c) {
        if let Some(verb) = verb_at(text, comma + 1, lex, verbs) {
            return Some((start..comma, verb));
        }
    }
    None
}

/// `AE`, behind `Ana Example`: the letters that the record calls her by.
fn is_letters_of(name: &str, inner: &str) -> bool {
    let words = name.split([' ', '-']);
    let capitals = words.filter_map(|w| w.chars().next().filter(|c| c.is_uppercase()));
    (2..=5).contains(&inner.len()) && capitals.eq(inner.chars())
}

/// Reads what stands in brackets or between commas behind a name as job title and organisation.
pub(super) fn set_aside(text: &str, who: &mut Who, aside: Range<usize>, lex: &Lexicon) {
    // A post with its article reads as one without: `X, the Chair of Y`.
    let the = if text[aside.clone()].starts_with("the ") {
        4
    } else {
        0
    };
    let name = &text[who.name.start..aside.start];
    let inner = &text[aside.clone()];
    if is_letters_of(&text[who.name.clone()], inner) {
        who.apposition = true;
        return;
    }
    // `, who had come late,`
    if lex.list(List::SayRelative).starts(inner).is_some() {
        return;
    }
    // `, speaking on behalf of the Group,`
    if lex.list(List::SayLead).starts(inner).is_some()
        && inner.starts_with(char::is_lowercase)
        && the == 0
    {
        return;
    }
    // `X, of the Harbour Board,`
    let body = behind_of(inner, lex).unwrap_or("");
    if body.starts_with(char::is_uppercase) {
        if who.organisation.is_empty() {
            who.organisation = aside.end - body.len()..aside.end;
        }
        return;
    }
    // In `Q (X, Y): ...` the bracket that closes behind it was opened before the name.
    let opened = text[..aside.start].ends_with('(');
    let closing = usize::from(opened && text[aside.end..].starts_with(')'));
    if closing > 0 && country(inner).is_some() && who.organisation.is_empty() {
        who.organisation = aside;
        return;
    }
    let said = &text[aside.start + the..aside.end + closing];
    let read = person(&format!("{name}{said}"), lex.lang(), &Known::default());
    let Some(read) = read.filter(|r| r.job_title.is_some() || r.organisation.is_some()) else {
        // Beside a lone surname an organisation still shows by its words.
        let inner = &text[aside.start + the..aside.end];
        let post = lex.list(List::SayOffice).starts(inner) == Some(inner.len());
        if post && who.job_title.is_empty() {
            who.job_title = aside.start + the..aside.end;
            return;
        }
        if who.job_title.is_empty()
            && closing == 0
            && inner.starts_with(char::is_uppercase)
            && looks_like_job(inner, lex.lang()) >= Evidence::Likely
        {
            who.job_title = aside.start + the..aside.end;
            return;
        }
        let marked = !who.honorific.is_empty() && closing > 0;
        let body = marked || lex.list(List::Organisation).found_in(inner);
        if body && inner.starts_with(char::is_uppercase) && who.organisation.is_empty() {
            who.organisation = aside.start + the..aside.end;
        }
        return;
    };
    let inside = |r: Option<Range<usize>>| {
        let r = r.filter(|r| r.start >= name.len())?;
        let at = |i: usize| aside.start + the + i - name.len();
        Some(at(r.start)..at(r.end))
    };
    if let Some(job) = inside(read.job_title).filter(|_| who.job_title.is_empty()) {
        who.job_title = job;
    }
    if let Some(body) = inside(read.organisation).filter(|_| who.organisation.is_empty()) {
        who.organisation = body;
    }
}
