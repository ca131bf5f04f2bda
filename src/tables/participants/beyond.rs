//! Lines of a list in which nobody is read: whether it goes on behind them.

use super::entry::Entry;
use super::group::is_heading;
use super::labels;
use super::lines::Line;
use super::list::{AHEAD, Reader};
use super::name::name_at;
use super::piece::{Class, attendance, class};
use super::run;
use super::signs::{Seen, is_foreign, is_loud, is_prose};
use crate::lexicon::{Lexicon, List, Map};
use crate::value::person::is_given_name;

impl<'s> Reader<'s, '_> {
    /// Where to go on behind lines that name nobody: `Absent: none` does not end a list in which others were present.
    pub(super) fn nobody(&mut self, lines: &[Line<'s>], at: usize, end: usize) -> Option<usize> {
        let says = |l: &Line<'s>| labels::attending(&l.flow, 0..l.flow.len(), self.lexicon);
        let short = end <= at + 2 && lines[at..end].iter().all(|l| l.text().len() <= 60);
        let own = lines[at..end].iter().find_map(says);
        let below = lines[end..].iter().take(3).any(|l| says(l).is_some());
        if !short || own.is_none() && !below {
            return None;
        }
        if let Some(group) = own {
            self.enter(group);
            self.heading = self.current;
        }
        Some(end)
    }

    /// Where to go on behind a block that looks like an address, although nobody could be read in it.
    pub(super) fn unread(&self, lines: &[Line<'s>], at: usize, end: usize) -> Option<usize> {
        let reached =
            |l: &Line| matches!(class(l.text(), self.lexicon), Class::Email | Class::Phone);
        let below = lines.get(end).map(|l| self.see(l));
        let goes_on = matches!(below, Some(Seen::Entry(e)) if e.name.score > 1);
        (self.address && goes_on && end > at + 2 && lines[at..end].iter().any(reached))
            .then_some(end)
    }

    /// Where to go on behind bodies that sent nobody by name: below them others are followed by their people.
    pub(super) fn unsent(&self, lines: &[Line<'s>], at: usize, end: usize) -> Option<usize> {
        let other =
            |l: &Line| is_prose(l.text()) || l.text().len() > 90 || is_foreign(l, &Seen::Other);
        let below = lines[end..]
            .iter()
            .take(AHEAD)
            .take_while(|l| !other(l) && !matches!(self.see(l), Seen::Stop));
        let sent = |l: &Line<'s>| match self.see(l) {
            Seen::Run(group, people) => {
                group.attendance.is_none() && people.iter().all(|e| e.name.score > 1)
            }
            _ => false,
        };
        let known = self.list.entries.is_empty() && !lines[at..end].iter().any(other);
        (known && below.filter(|l| sent(l)).count() > 1).then_some(end)
    }

    /// The person that a line is whose words tell none, in a column of bare names.
    pub(super) fn among_names(&self, lines: &[Line<'s>], at: usize) -> Option<Entry<'s>> {
        let line = &lines[at];
        let bare = |i: usize| {
            let near = lines.get(i).filter(|l| !l.gap || i < at);
            let named = |l: &Line<'s>| matches!(self.see(l), Seen::Entry(e) if e.name.score > 0 && e.pieces.is_empty());
            near.is_some_and(|l| l.indent == line.indent && named(l))
        };
        let above = at.checked_sub(2).is_some_and(|i| bare(i) && bare(i + 1));
        let text = line.text();
        let place = self.titled && is_loud(text);
        if line.gap || place || !above || !bare(at + 1) || !bare(at + 2) {
            return None;
        }
        let plain = |w: &str| {
            w.chars()
                .all(|c| c.is_alphabetic() || "'\u{2019}-.".contains(c))
        };
        let big = |w: &&str| w.starts_with(char::is_uppercase);
        let words = text.split(' ').count();
        let fits = (2..=6).contains(&words)
            && text.split(' ').all(plain)
            && text.split(' ').filter(big).count() * 3 >= words * 2
            && text.starts_with(char::is_uppercase)
            && class(text, self.lexicon) == Class::Unknown
            && !is_heading(text, self.lexicon);
        let own = fits.then(|| Entry::of_one_name(&line.flow, text.len(), self.lexicon));
        own.flatten()
    }

    /// The person that a line is whose words tell none, between lines of a name and more behind a comma as it has.
    pub(super) fn among_entries(&self, lines: &[Line<'s>], at: usize) -> Option<Entry<'s>> {
        let line = &lines[at];
        let (name, body) = line.text().split_once(", ")?;
        let alike = |l: &Line<'s>| {
            let named =
                matches!(self.see(l), Seen::Entry(e) if e.name.score > 0 && e.pieces.len() == 1);
            l.indent == line.indent && l.gap == line.gap && l.text().contains(", ") && named
        };
        let above = at.checked_sub(1).and_then(|i| lines.get(i));
        let plain = |w: &str| {
            w.starts_with(char::is_uppercase)
                && w.chars().skip(1).any(char::is_lowercase)
                && w.chars()
                    .all(|c| c.is_alphabetic() || "'\u{2019}-.".contains(c))
        };
        let fits = line.marker.is_none()
            && (2..=3).contains(&name.split(' ').count())
            && name.split(' ').all(plain)
            && class(name, self.lexicon) == Class::Unknown
            && !body.contains(", ")
            && body.starts_with(char::is_uppercase)
            && above.is_some_and(alike)
            && lines.get(at + 1).is_some_and(alike);
        let own = fits.then(|| Entry::of_one_name(&line.flow, name.len(), self.lexicon));
        own.flatten()
    }

    /// The people in brackets behind the body that sent them, an item among people: `- Lake Trust (Ann Model, Bo Probe)`.
    pub(super) fn sent_by(&self, line: &Line<'s>) -> Option<Vec<Entry<'s>>> {
        let text = line.text().trim_end_matches(['.', ',', ';', ' ']);
        let open = text.find('(').filter(|_| text.ends_with(')'))?;
        let body = line.flow.slice(0..open).trim();
        let inner = open + 1..text.len() - 1;
        let mut people = run::people(&line.flow, inner, self.lexicon);
        let sure = people.iter().all(|e| e.name.score > 1 && e.is_bare());
        let sent = class(body.as_str(), self.lexicon) == Class::Organisation;
        if people.is_empty() || !sure || !sent {
            return None;
        }
        for person in &mut people {
            person.add(&body, Class::Organisation);
        }
        Some(people)
    }

    /// Whether a line is an office that whoever is set in below it holds: `Chair` at the edge over a name.
    pub(super) fn heads_office(&self, lines: &[Line<'s>], at: usize) -> bool {
        let line = &lines[at];
        let inner = |l: Option<&Line>| l.is_some_and(|l| l.indent > line.indent);
        let person = |l: &Line<'s>| matches!(self.see(l), Seen::Entry(e) if e.name.score > 0);
        at > 0
            && inner(lines.get(at - 1))
            && inner(lines.get(at + 1))
            && class(line.text(), self.lexicon) == Class::Job
            && person(&lines[at + 1])
    }

    /// Whether an item stands among items that are people, and is none.
    pub(super) fn is_no_group(&self, lines: &[Line<'s>], at: usize) -> bool {
        let line = &lines[at];
        let person = |l: &Line<'s>| {
            let named = matches!(self.see(l), Seen::Entry(e) if e.name.score > 0);
            l.marker.is_some() && l.indent == line.indent && named
        };
        let above = at.checked_sub(1).and_then(|i| lines.get(i));
        line.marker.is_some() && above.is_some_and(person)
    }

    /// The person that an item is whose words tell none, between items that are people.
    pub(super) fn among_items(&self, lines: &[Line<'s>], at: usize) -> Option<Entry<'s>> {
        let line = &lines[at];
        let person = |l: &Line<'s>| {
            let named = matches!(self.see(l), Seen::Entry(e) if e.name.score > 0);
            l.marker.is_some() && l.indent == line.indent && named
        };
        let above = at.checked_sub(1).and_then(|i| lines.get(i));
        let among = line.marker.is_some()
            && above.is_some_and(person)
            && lines.get(at + 1).is_some_and(person);
        let text = line.text();
        let name = text.split(['(', '[']).next().unwrap_or(text).trim_end();
        let plain = |w: &str| {
            w.starts_with(char::is_uppercase)
                && w.chars()
                    .all(|c| c.is_alphabetic() || "'\u{2019}-.".contains(c))
        };
        let words = name.split(' ').count();
        let given = is_given_name(name.split(' ').next().unwrap_or(name));
        // `Reed Anders (keeper of the mill)` between others of whom brackets tell what they are.
        let alike = |l: &Line<'s>| {
            l.text().ends_with(')') && matches!(self.see(l), Seen::Entry(e) if !e.pieces.is_empty())
        };
        let held = || {
            let inner = text[name.len()..].trim_matches([' ', '(', ')']);
            let post = inner.find(char::is_uppercase).unwrap_or(inner.len());
            text.ends_with(')')
                && lines[at - 1..at + 2].iter().step_by(2).all(alike)
                && class(&inner[..post], self.lexicon) == Class::Job
        };
        let fits = among
            && (given || held())
            && (1..=4).contains(&words)
            && name.split(' ').all(plain)
            && !is_heading(name, self.lexicon);
        let own = fits.then(|| Entry::of_one_name(&line.flow, name.len(), self.lexicon));
        own.flatten()
    }
}

/// Whether running text begins that is set in several lines.
pub(super) fn is_passage(lines: &[Line]) -> bool {
    let own = lines
        .iter()
        .take_while(|l| l.block == lines[0].block)
        .take(6);
    let text: Vec<&str> = own.map(Line::text).collect();
    text.len() > 1 && text.iter().map(|t| t.len()).sum::<usize>() > 90 && is_prose(&text.join(" "))
}

/// `Kenya: apologies`: where somebody might have come from, and nobody did.
pub(super) fn says_nobody(text: &str, lexicon: &Lexicon) -> bool {
    let first = text
        .split([',', '\u{2013}', '(', '-'])
        .next()
        .unwrap_or(text)
        .trim();
    if lexicon.list(List::Nobody).is(first.trim_end_matches('.')) {
        return true;
    }
    let Some((label, body)) = labels::label(text) else {
        return false;
    };
    let says = |part: &str| attendance(part, lexicon).is_some();
    says(&text[body..]) && !says(&text[label])
}

/// A date and a place stand no further below the heading of a list.
const PREAMBLE: usize = 6;

/// How many lines below the heading of a list say of which meeting it is: up to a date, the place below it included.
pub(super) fn preamble(lines: &[Line], lexicon: &Lexicon) -> usize {
    let short = |l: &&Line| l.text().len() <= 60 && !is_prose(l.text());
    let person = |l: &&Line| name_at(l.text(), lexicon).is_some_and(|n| n.score > 1);
    let near = lines.iter().take(PREAMBLE);
    let near = near.take_while(short).take_while(|l| !person(l));
    let dated = near.enumerate().filter(|(_, l)| is_date(l.text(), lexicon));
    let Some((last, _)) = dated.last() else {
        return 0;
    };
    let place = lines.get(last + 1).is_some_and(|l| {
        let class = class(l.text(), lexicon);
        matches!(class, Class::Place | Class::City) && !l.gap
    });
    last + 1 + usize::from(place)
}

/// `18-19 July 2006`, `Meeting of 3 May 2012`: a month, a year and a few words.
fn is_date(text: &str, lexicon: &Lexicon) -> bool {
    let words = || text.split(|c: char| !c.is_alphanumeric());
    let year = |w: &str| w.len() == 4 && w.bytes().all(|b| b.is_ascii_digit());
    let month = |w: &str| lexicon.map(Map::Month).get(w).is_some();
    let words = |fits: &dyn Fn(&str) -> bool| words().any(fits);
    text.split(' ').count() <= 9 && words(&year) && words(&month)
}
