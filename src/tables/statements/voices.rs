//! Which paragraphs have somebody speak, and whether the report is one that records what was said.

use super::dashes::{Dashed, caption, captions};
use super::notes::{is_evident, is_notes};
use super::turns;
use super::within::{Reply, replies};
use crate::block::is_person;
use crate::extract::Extraction;
use crate::flow::Flow;
use crate::lexicon::{Lexicon, List};
use crate::outline::{Unit, UnitKind};
use crate::schema::Text;
use crate::tables::outcomes::{opens_tasks, takes_on, titles_tasks};
use crate::value::find_within;
use crate::value::person::is_given_name;
use crate::value::sentence::sentences;
use crate::voice::{
    Attribution, Form, Known, Who, attribution, entry, is_initials, is_set_as_name, key, named,
    names_a_thing, people, subject,
};
use foldhash::{HashMap, HashMapExt, HashSet};
use std::ops::Range;

/// How many paragraphs with a named speaker make the pattern of a record.
const PATTERN: usize = 2;
/// How many countries must speak where nothing else shows that the report records it.
const MANY: usize = 3;

/// Fills the voices of the report, and its roster with those who speak; a report that does not record what was said
/// has no voices.
pub fn listen(x: &mut Extraction) {
    let Heard { mut voices, open } = hear(x);
    let notes = is_notes(x, &voices);
    let known: Vec<Known> = voices
        .iter()
        .enumerate()
        .filter_map(|(i, v)| told_of(x, i, v.as_ref()?, notes))
        .collect();
    // `Ana Modelo` is `Ana Modelo de Luna`, wherever she is called so first.
    let long = |k: &Known| k.name.value.split(' ').nth(2).is_some();
    let (long, short): (Vec<_>, Vec<_>) = known.into_iter().partition(long);
    long.into_iter().for_each(|k| x.roster.add(k));
    let fuller = fuller(x, &short);
    fuller
        .into_iter()
        .chain(short)
        .for_each(|k| x.roster.add(k));
    introduce(x, &voices);
    holders(x);
    keyed(x);
    for unit in open {
        voices[unit] = of_unit(x, unit);
    }
    let replies = keep_pattern(x, &mut voices, notes);
    for reply in &replies {
        let flow = &x.outline.units[reply.unit].flow;
        let voice = &reply.voice;
        let name = flow.cell(voice.who.name.clone());
        let one = voice.sure && !voice.who.delegation && !voice.who.joint && !voice.office;
        if one && name.value.contains(' ') {
            x.roster.add(person(flow, voice, name));
        }
    }
    (x.replies, x.voices) = (replies, voices);
}

/// What the passage at `i` tells of its speaker, if it names a person for certain and in full.
fn told_of(x: &Extraction, i: usize, voice: &Attribution, notes: bool) -> Option<Known> {
    let flow = &x.outline.units[i].flow;
    let name = flow.cell(voice.who.name.clone());
    let holder = voice.form == Form::Label && !voice.who.job_title.is_empty();
    let whole = name.value.contains(' ') || holder;
    let one = !voice.who.delegation && !voice.who.joint;
    let sure = voice.sure || notes && is_evident(x, i, voice);
    let named = sure && one && !voice.initials && !voice.office && whole;
    named.then(|| person(flow, voice, name))
}

/// The longer names that the head of the report has for those whom it later calls by two words of them, the first and
/// another: `Ana Modelo de Luna Prado` for `Ana Prado`.
fn fuller(x: &Extraction, short: &[Known]) -> Vec<Known> {
    let mut wanted: HashMap<&str, HashSet<&str>> = HashMap::new();
    for known in short {
        let pair = known.name.value.split_once(' ');
        let pair = pair.filter(|(first, _)| first.len() > 2);
        if let Some((first, last)) = pair.filter(|_| x.roster.find(&known.name.value).is_none()) {
            wanted.entry(first).or_default().insert(last);
        }
    }
    let mut found = Vec::new();
    if wanted.is_empty() {
        return found;
    }
    for unit in x.outline.units.iter().take(HEAD) {
        let text = unit.text();
        for word in text.split(' ') {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            let Some(last) = wanted.get(word) else {
                continue;
            };
            let at = word.as_ptr() as usize - text.as_ptr() as usize;
            let Some(who) = named(text, at, x.lexicon) else {
                continue;
            };
            let name = &text[who.name.clone()];
            let mut words = name.split(' ');
            // A name alone on its line ends with that.
            let mut lines = unit.flow.lines();
            let torn = lines.any(|l| (who.name.start + 1..who.name.end).contains(&l.end));
            let longer = words.next() == Some(word) && words.clone().count() > 1 && !torn;
            if longer && words.any(|w| last.contains(w)) && !names_a_thing(name, x.lexicon) {
                found.push(Known {
                    name: unit.flow.cell(who.name),
                    ..Known::default()
                });
            }
        }
    }
    found
}

/// What a passage tells of its speaker.
fn person(flow: &Flow, voice: &Attribution, name: Text) -> Known {
    Known {
        name,
        honorific: flow.cell(voice.who.honorific.clone()),
        job_title: flow.cell(voice.who.job_title.clone()),
        organisation: flow.cell(voice.who.organisation.clone()),
    }
}

/// Learns the full names of those who speak by their surnames, wherever a title stands before one.
fn introduce(x: &mut Extraction, voices: &[Option<Attribution>]) {
    let heard = voices.iter().enumerate();
    let heard = heard.filter_map(|(i, v)| Some(name_of(x, i, v.as_ref()?)));
    let wanted: HashSet<&str> = heard
        .filter(|n| !n.contains(' ') && x.roster.find(n).is_none())
        .collect();
    if wanted.is_empty() {
        return;
    }
    let mut found = Vec::new();
    for unit in &x.outline.units {
        let text = unit.text();
        let known = |who: Who| Known {
            name: unit.flow.cell(who.name),
            honorific: unit.flow.cell(who.honorific),
            job_title: unit.flow.cell(who.job_title),
            organisation: unit.flow.cell(who.organisation),
        };
        let is_wanted = |who: &Who| {
            let surname = text[who.name.clone()].rsplit_once(' ');
            surname.is_some_and(|(_, s)| wanted.contains(s))
        };
        for (title, _) in x.lexicon.list(List::Honorific).find_iter(text) {
            let who = named(text, title.start, x.lexicon).filter(|w| !w.honorific.is_empty());
            let who = who.filter(is_wanted);
            found.extend(who.map(|w| known(placed(x, text, title.start, &w).unwrap_or(w))));
        }
        // `J.B. Example (Premier, Sampleland)`: no title, but a post.
        for stop in memchr::memmem::find_iter(text.as_bytes(), ". ") {
            let at = text[..stop].rfind([' ', '(']).map_or(0, |at| at + 1);
            let mut letters = text[at..stop].split('.');
            let behind = text[stop + 2..].split([' ', ',']).next();
            let short =
                letters.all(|l| l.chars().count() == 1 && l.starts_with(char::is_uppercase));
            if short && behind.is_some_and(|b| wanted.contains(b)) {
                let who = named(text, at, x.lexicon).filter(is_wanted);
                let told = who.and_then(|w| placed(x, text, at, &w));
                found.extend(told.filter(|w| !w.job_title.is_empty()).map(known));
            }
        }
    }
    found.into_iter().for_each(|k| x.roster.add(k));
}

/// Somebody named at `at` with what stands right beside the name.
fn placed(x: &Extraction, text: &str, at: usize, who: &Who) -> Option<Who> {
    let own = sentences(&text[at..], x.lexicon).next();
    let told = people(text, at..at + own.map_or(0, |s| s.end), x.lexicon);
    let behind = &text[who.name.end..];
    let beside = behind.starts_with(", ") || behind.starts_with(" (");
    let told = told.into_iter().next();
    told.filter(|p| beside && p.name == who.name)
}

/// So many units from the start may tell who holds an office.
const HEAD: usize = 30;

/// Learns who holds an office from the head of a record: `Chairperson: Mr. Example`.
fn holders(x: &mut Extraction) {
    let told = |unit: &Unit| {
        let text = unit.text();
        let (office, rest) = text.split_once(':')?;
        let start = text.len() - rest.trim_start().len();
        let posts = [List::SayOffice, List::RoleChair].map(|l| x.lexicon.list(l));
        let whole = posts.iter().any(|p| p.is(office.trim_end()));
        let who = named(text, start, x.lexicon).filter(|w| whole && !w.honorific.is_empty())?;
        Some(Known {
            name: unit.flow.cell(who.name),
            honorific: unit.flow.cell(who.honorific),
            job_title: unit.flow.cell(0..office.trim_end().len()),
            ..Known::default()
        })
    };
    let head = x.outline.units.iter().take(HEAD);
    let found: Vec<Known> = head.clone().filter_map(told).collect();
    let short: Vec<Known> = head.flat_map(|u| shortened(u, x.lexicon)).collect();
    found.into_iter().chain(short).for_each(|k| x.roster.add(k));
}

/// The letters that stand for a name, in bytes.
const LETTERS: usize = 6;

/// Learns the letters of the report's own keys to people, which are told from other short forms by a name among them.
fn keyed(x: &mut Extraction) {
    let is_person = |name: &str| {
        let first = name.split(' ').next().unwrap_or(name);
        x.roster.find(name).is_some() || is_given_name(first)
    };
    let known = |(flow, (letters, name)): (&Flow, (Range<usize>, Range<usize>))| {
        let known = Known {
            name: flow.cell(name),
            ..Known::default()
        };
        (flow.as_str()[letters].to_string(), known)
    };
    let mut found = Vec::new();
    let mut lines = Vec::new();
    for (_, unit) in x.free_units() {
        let (text, flow) = (unit.text(), &unit.flow);
        // Two lines or more, each with the letters of its name, are a key.
        match entry(text) {
            Some(pair) => lines.push((flow, pair)),
            None if lines.len() > 1 => found.extend(lines.drain(..).map(known)),
            None => lines.clear(),
        }
        let pairs = key(text);
        if pairs.iter().any(|(_, name)| is_person(&text[name.clone()])) {
            found.extend(pairs.into_iter().map(|pair| known((flow, pair))));
        }
    }
    if lines.len() > 1 {
        found.extend(lines.into_iter().map(known));
    }
    for (letters, person) in found {
        x.roster.add_key(&letters, person);
    }
    let own = x.outline.units.iter().filter_map(|u| {
        let letters = &u.text()[..find_within(u.text(), ": ", LETTERS)?];
        let more = letters.contains(char::is_lowercase) && is_initials(letters);
        more.then_some(letters)
    });
    let own: HashSet<&str> = own.collect();
    own.into_iter().for_each(|l| x.roster.add_letters(l));
}

/// Those whom the head of a record names with the letters that it calls them by: `Chair: Ana Example (AE)`.
fn shortened(unit: &Unit, lexicon: &Lexicon) -> Vec<Known> {
    let text = unit.text();
    let named = |open: usize| {
        let close = open + find_within(&text[open..], ")", 6)?;
        let letters: String = text[open + 1..close]
            .chars()
            .filter(|c| c.is_uppercase())
            .collect();
        let signs = [':', ',', ';', '(', ')', '\u{2013}'];
        let sign = text[..open].rmatch_indices(signs).next();
        let start = sign.map_or(0, |(i, sign)| i + sign.len());
        let own = text[start..open].trim_end();
        let words = own.split(' ').filter(|w| w.starts_with(char::is_uppercase));
        // Whatever stands before the name has no letter of its own in the brackets.
        // `Jo Ott-Lind (JOL)`: a word of two parts has two letters.
        let mut left = letters.chars().count();
        let words: Vec<&str> = words
            .rev()
            .take_while(|w| {
                let more = left > 0;
                left = left.saturating_sub(w.split('-').count());
                more
            })
            .collect();
        let parts = words.iter().rev().flat_map(|w| w.split('-'));
        let first = parts.filter_map(|w| w.chars().next());
        let at = own.find(words.last()?)? + start;
        if names_a_thing(&text[at..start + own.len()], lexicon) {
            return None;
        }
        (letters.len() >= 2 && first.eq(letters.chars())).then(|| Known {
            name: unit.flow.cell(at..start + own.len()),
            ..Known::default()
        })
    };
    let opens = memchr::memchr_iter(b'(', text.as_bytes());
    opens.filter_map(named).collect()
}

/// What a first reading tells.
struct Heard {
    /// For each unit the speaker it opens with.
    voices: Vec<Option<Attribution>>,
    /// The units of which whom the report names decided.
    open: Vec<usize>,
}

fn hear(x: &Extraction) -> Heard {
    let mut open = Vec::new();
    let mut voices = vec![None; x.outline.units.len()];
    let names = turns::names(x);
    let dashed = Dashed::of(x);
    let captions = captions(x);
    for (i, unit) in x.free_units() {
        let said = matches!(
            unit.kind,
            UnitKind::Paragraph | UnitKind::Item | UnitKind::Quote
        );
        if said && !gives_tasks(x, unit) && !takes_on(x, unit.text()) {
            x.roster.was_asked();
            let turn = turns::attribution(unit, &names);
            let turn = turn.or_else(|| dashed.attribution(x, unit));
            let turn = turn.or_else(|| captions.contains(&i).then(|| caption(x, unit))?);
            let turn = turn.inspect(|_| _ = x.roster.was_asked());
            voices[i] = turn.or_else(|| of_unit(x, i));
            open.extend(x.roster.was_asked().then_some(i));
        }
    }
    Heard { voices, open }
}

fn of_unit(x: &Extraction, unit: usize) -> Option<Attribution> {
    let text = x.outline.units[unit].text();
    let found = attribution(text, x.sentences(unit), x.lexicon, &x.roster);
    found.filter(|v| !is_cited(x, unit, v))
}

/// `* B. Example: Mills of the Coast`: the letter of an item is that of an author, and the words without a stop are a title.
fn is_cited(x: &Extraction, unit: usize, voice: &Attribution) -> bool {
    let item = &x.outline.units[unit];
    let stops = || item.text().ends_with(['.', '?', '!', ':', '\u{2026}']);
    if voice.form != Form::Label || item.kind != UnitKind::Item || stops() {
        return false;
    }
    let letter = item.number().map(|n| n.value);
    let letter = letter.filter(|n| n.len() == 1 && n.starts_with(char::is_uppercase));
    letter.is_some_and(|n| {
        let name = format!("{n} {}", name_of(x, unit, voice));
        x.roster.find(&name).is_some()
    })
}

/// Whether a passage under a heading over tasks only tells what somebody is to do: `Ana Example: oil the wheel`.
fn gives_tasks(x: &Extraction, unit: &Unit) -> bool {
    let text = unit.text();
    let colon = find_within(text, ": ", text.len());
    let lower = |i: usize| text[i + 2..].trim_start().starts_with(char::is_lowercase);
    let heading = x.outline.sections[unit.section].heading.as_str();
    // `- Ana : Appeler la mairie`
    let listed = colon.is_some() && unit.kind == UnitKind::Item;
    colon.is_some_and(lower) && titles_tasks(x.lexicon, heading)
        || listed && opens_tasks(x.lexicon, heading)
}

/// Keeps the voices where they are the pattern of the report, and those who come in behind them in the same paragraphs.
fn keep_pattern(x: &Extraction, voices: &mut [Option<Attribution>], notes: bool) -> Vec<Reply> {
    let record = is_record(x);
    let told = |v: &Attribution| v.form == Form::Prose;
    let led = if record { HashSet::default() } else { led(x) };
    let mut replies = match record || !led.is_empty() || voices.iter().flatten().any(told) {
        true => replies(x, voices),
        false => Vec::new(),
    };
    let labels = labels(x, voices);
    let delegations = heard(voices, &replies).filter(|(_, v)| v.who.delegation);
    let delegates = delegations.clone().any(|(_, v)| !v.who.country);
    // Countries set in capitals are set so as speakers.
    let weight = |(i, v): (usize, &Attribution)| {
        let name = name_of(x, i, v);
        1 + usize::from(name.len() >= PATTERN * 2 && is_set_as_name(name))
    };
    let spoken = delegations.filter(|(_, v)| v.who.country);
    let countries: usize = spoken.map(weight).sum();
    let people = voices.iter().enumerate();
    let people = people.filter_map(|(i, v)| Some((i, v.as_ref()?)));
    let evident: HashSet<&str> = people
        .filter(|(i, v)| v.form == Form::Label && is_evident(x, *i, v))
        .map(|(i, v)| name_of(x, i, v))
        .collect();
    let offices = Offices {
        record,
        delegates,
        official: is_official(x),
    };
    let speakers = labels.values().filter(|n| **n >= PATTERN).count();
    let surnames = if record {
        surnames(x, voices, &replies)
    } else {
        HashSet::default()
    };
    let trusted = |i: usize, v: &Attribution| match v.form {
        _ if v.sure => true,
        Form::Prose if v.office => offices.speaks(x, name_of(x, i, v), v),
        Form::Prose if v.who.country => record || delegates || countries >= MANY,
        Form::Prose => {
            let name = name_of(x, i, v);
            let among = record || notes || led.contains(&i) || delegates || countries >= MANY;
            among && (v.known || is_evident(x, i, v) || surnames.contains(name))
        }
        // `Description: ...` stands before details.
        Form::Label if x.lexicon.list(List::LabelDetails).is(name_of(x, i, v)) => false,
        // `Chair:`, where others speak behind their names, too.
        Form::Label if v.office => {
            let often = |n: &usize| *n >= PATTERN;
            speakers > PATTERN && labels.get(name_of(x, i, v)).is_some_and(often)
        }
        Form::Label => {
            let name = name_of(x, i, v);
            let among = evident.len() >= PATTERN && evident.contains(name) || stands_over(x, i, v);
            // One more first name in a talk of several.
            let one = speakers >= PATTERN && !name.contains(' ') && is_given_name(name);
            one || among || labels.get(name).is_some_and(|n| *n >= PATTERN)
        }
    };
    let kept: Vec<bool> = voices
        .iter()
        .enumerate()
        .map(|(i, v)| v.as_ref().is_some_and(|v| trusted(i, v)))
        .collect();
    replies.retain_mut(|r| {
        let trusted = trusted(r.unit, &r.voice);
        // `The Clerk replied`: nobody by name, and no longer who spoke before.
        r.mute |= !trusted;
        trusted || record && r.voice.office && r.voice.form == Form::Prose
    });
    for (voice, _) in voices.iter_mut().zip(kept).filter(|(_, kept)| !kept) {
        *voice = None;
    }
    let numbered = |i: usize| x.outline.units[i].number().is_some();
    let speaks = voices
        .iter()
        .enumerate()
        .filter_map(|(i, v)| Some((i, v.as_ref()?)));
    let speaks = speaks.filter(|(i, v)| !v.presents || v.argues && numbered(*i));
    // In a bulletin countries come in anywhere, on a panel those on it behind whoever led it.
    let placed = |r: &&Reply| countries >= MANY || led.contains(&r.unit);
    let inside = replies.iter().filter(|r| !r.mute).filter(placed);
    let inside = inside.count();
    let heard = voices.iter().flatten().count() + inside;
    let speaks = speaks.count() + inside;
    // Where delegations speak, one that does is enough.
    let pattern = if delegates && speaks > 0 { 1 } else { PATTERN };
    let any = heard > 0 || replies.iter().any(|r| !r.mute);
    if !(record && any) && (speaks < pattern || heard < pattern) {
        voices.iter_mut().for_each(|v| *v = None);
        replies.clear();
    }
    replies
}

/// The passages of a report on a meeting that open with who led a session: `X of Y moderated the panel. Z said ...`.
fn led(x: &Extraction) -> HashSet<usize> {
    let by = [List::ByModerator, List::ByChair, List::ByFacilitator];
    let leads = |text: &str| {
        let did = subject(text, 0, x.lexicon, List::Did).is_some_and(|(_, verb)| {
            let acts = [List::DidModerate, List::DidChair, List::DidFacilitate];
            let starts = |l: List| x.lexicon.list(l).starts(&text[verb.start..]).is_some();
            acts.into_iter().any(starts)
        });
        did || by.iter().any(|&l| x.lexicon.list(l).found_in(text))
    };
    let units = x
        .free_units()
        .filter(|(_, u)| u.kind == UnitKind::Paragraph);
    let told = units.filter(|(_, u)| {
        let cues = [List::Did, by[0], by[1], by[2]];
        let says = x.lexicon.list(List::SayVerb).may_stand_in(u.text());
        says && cues
            .iter()
            .any(|&l| x.lexicon.list(l).may_stand_in(u.text()))
    });
    let several = told.filter(|(i, _)| x.sentences(*i).len() > 1);
    let led = several.filter(|(i, u)| leads(&u.text()[x.sentences(*i)[0].clone()]));
    led.map(|(i, _)| i).collect()
}

/// Everybody who speaks, with the unit.
fn heard<'v>(
    voices: &'v [Option<Attribution>],
    replies: &'v [Reply],
) -> impl Iterator<Item = (usize, &'v Attribution)> + Clone {
    let opening = voices.iter().enumerate();
    let opening = opening.filter_map(|(i, v)| Some((i, v.as_ref()?)));
    opening.chain(replies.iter().map(|r| (r.unit, &r.voice)))
}

/// The lone names that speak again and again in a record, and never stand there in small letters as other words do.
fn surnames(x: &Extraction, voices: &[Option<Attribution>], replies: &[Reply]) -> HashSet<String> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for (i, v) in heard(voices, replies).filter(|(_, v)| v.form == Form::Prose) {
        let name = name_of(x, i, v);
        let lone = !name.contains(' ') && name.len() > 2 && name.contains(char::is_lowercase);
        // `Consideration of reports submitted by States` is a heading.
        let text = x.outline.units[i].text();
        let lone = lone && v.who.organisation.is_empty() && text.ends_with(['.', ':', ';', '?']);
        if lone && !v.known && !v.office && !v.who.delegation && !names_a_thing(name, x.lexicon) {
            *counts.entry(name).or_insert(0) += 1;
        }
    }
    counts.retain(|_, n| *n >= PATTERN);
    if counts.is_empty() {
        return HashSet::default();
    }
    let small: HashSet<&str> = x
        .outline
        .units
        .iter()
        .flat_map(|u| u.text().split(|c: char| !c.is_alphanumeric()))
        .filter(|w| w.starts_with(char::is_lowercase))
        .collect();
    let names = counts.into_keys();
    let own = names.filter(|n| !small.contains(n.to_lowercase().as_str()));
    own.map(str::to_string).collect()
}

/// What a report must be for an office to speak in it.
struct Offices {
    record: bool,
    delegates: bool,
    official: bool,
}

impl Offices {
    /// Whether an office speaks as a person does: one of a body that it names, in any record; another where the record says
    /// who holds it, or in that of a house sets it as it does the names of the others.
    fn speaks(&self, x: &Extraction, office: &str, voice: &Attribution) -> bool {
        let held = || x.roster.find_office(office, x.lexicon).is_some();
        let of_body = !x.lexicon.list(List::SayOffice).is(office);
        if x.lexicon.list(List::SayBody).is(office) {
            return self.delegates && (!voice.presents || voice.argues);
        }
        match of_body {
            // `Mme la directrice`, where the report says who that is.
            _ if !voice.who.honorific.is_empty() => self.record && held(),
            true => self.record || self.delegates,
            false if self.official => held() || is_set_as_name(office),
            // What it only opened or thanked for is of the meeting's course.
            false => self.record && (!voice.presents || voice.argues) && held(),
        }
    }
}

/// Whether the report is the record that a body keeps of what was said before it.
fn is_official(x: &Extraction) -> bool {
    let kind = x.data.reports.first().and_then(|r| r.document_type.value);
    kind == Some("summary_record")
}

/// Whether the report says of itself that it records what was said.
pub(super) fn is_record(x: &Extraction) -> bool {
    let kind = x.data.reports.first().and_then(|r| r.document_type.value);
    let mut head = x.outline.units.iter().take(8);
    matches!(kind, Some("minutes" | "summary_record"))
        || head.any(|u| x.lexicon.list(List::HeadingRecord).found_in(u.text()))
}

/// Whether a speaker's label stands on a line of its own over what he says.
fn stands_over(x: &Extraction, unit: usize, voice: &Attribution) -> bool {
    let first = x.outline.units[unit].flow.lines().next();
    first.is_some_and(|l| l.end <= voice.who.end + 1) && is_person(name_of(x, unit, voice))
}

/// How often each name stands before a colon.
fn labels<'x>(x: &'x Extraction, voices: &[Option<Attribution>]) -> HashMap<&'x str, usize> {
    let mut counts = HashMap::new();
    for (i, voice) in voices.iter().enumerate() {
        if let Some(v) = voice.as_ref().filter(|v| v.form == Form::Label) {
            *counts.entry(name_of(x, i, v)).or_insert(0) += 1;
        }
    }
    counts
}

pub(super) fn name_of<'x>(x: &'x Extraction, unit: usize, voice: &Attribution) -> &'x str {
    x.outline.units[unit]
        .flow
        .as_str()
        .get(voice.who.name.clone())
        .unwrap_or("")
}
