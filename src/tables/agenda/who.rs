//! What the words of a line say: whether it names a person, a role, a room.

use super::kind;
use super::people::is_office;
use super::title::is_of_handle;
use crate::flow::Flow;
use crate::lexicon::{Lang, Lexicon, List};
use crate::schema::Choice;
use crate::value::date::DateOrder;
use crate::value::find_within;
use crate::value::person::{
    Evidence, Known, Name, Role, is_given_name, looks_like_job, looks_like_name,
    looks_like_organisation, name_at,
};
use foldhash::{HashMap, HashSet};
use std::cell::OnceCell;

/// The words of the report's language and whom the report is known to name.
pub(crate) struct Who<'k> {
    pub lang: Lang,
    pub lexicon: &'static Lexicon,
    pub order: DateOrder,
    pub known: Known<'k>,
    /// The report's text, which still has the blanks between columns; empty where nobody asks for them.
    pub source: &'k str,
    /// The words of the source, read when first asked for.
    printed: OnceCell<HashSet<&'k str>>,
    /// Where each handle of the source stands first in brackets, read when first asked for.
    handles: OnceCell<HashMap<&'k str, usize>>,
    /// Whether the report prints times as four digits, so that `1000 Opening` begins with one.
    pub compact: bool,
    /// Whether ranges of four digits go on into hours that look like years.
    pub evening: bool,
    /// Whether titles behind times begin with small letters.
    pub small: bool,
    /// Whether titles end with initials and a surname that no sign parts from them: `Opening A. Novak`.
    pub initialled: bool,
    /// Whether ranges of full hours lead lines without a sign: `9-10 Opening`.
    pub hours: bool,
    /// Whether only a blank parts the end of an item from its start: `9:00 9:30 Opening`.
    pub spaced: bool,
    /// Whether numbers of items stand on lines of their own.
    pub lone: bool,
    /// Whether surnames stand alone in square brackets below the items.
    pub bracketed: bool,
    /// Whether the whole document is an agenda, so that what stands between its items explains them.
    pub annotated: bool,
}

/// What is said of a role before its colon is no longer.
const LONGEST_EXPLAINED: usize = 50;

/// The roles of which something may be said before the colon; `Statement by the host:` is no label.
const EXPLAINED: &[List] = &[
    List::RoleModerator,
    List::RoleFacilitator,
    List::RoleChair,
    List::RolePanelist,
    List::RoleDiscussant,
    List::RoleRapporteur,
];

/// What a head over people says that they do, where that is more than to present.
const HEAD_ROLES: &[Role] = &[
    Role::Moderator,
    Role::Panelist,
    Role::Facilitator,
    Role::Chair,
    Role::Lead,
    Role::CoLead,
    Role::Discussant,
    Role::Rapporteur,
];

/// No word for a role is longer.
const LONGEST_ROLE: usize = 32;

/// The labels of every role.
const ROLES: &[List] = &[
    List::RolePresenter,
    List::RoleModerator,
    List::RolePanelist,
    List::RoleFacilitator,
    List::RoleChair,
    List::RoleLead,
    List::RoleCoLead,
    List::RoleKeynote,
    List::RoleDiscussant,
    List::RoleRapporteur,
    List::RoleSpeaker,
    List::RoleExpert,
    List::RoleHost,
    List::RoleOpener,
];

/// The name of a room is no longer, in bytes.
const ROOM: usize = 24;

impl<'k> Who<'k> {
    /// The words of a language; known names may be added.
    pub fn new(lang: Lang, known: Known<'k>) -> Who<'k> {
        Who {
            lang,
            lexicon: lang.lexicon(),
            order: DateOrder::default(),
            known,
            source: "",
            printed: OnceCell::new(),
            handles: OnceCell::new(),
            compact: false,
            evening: false,
            small: false,
            spaced: false,
            hours: false,
            initialled: false,
            lone: false,
            bracketed: false,
            annotated: false,
        }
    }

    /// All that the time of a line depends on beside its text, as a number.
    pub fn way_of_times(&self) -> u64 {
        let ways = [self.compact, self.small, self.spaced, self.hours];
        let bits = ways.iter().fold(0, |bits, &way| bits << 1 | u64::from(way));
        (bits << 8 | self.lang as u64) << 8 | self.order as u64
    }

    /// Whether the report prints a word so, with nothing of a word beside it.
    pub fn prints(&self, word: &str) -> bool {
        let sign = |c: char| !c.is_alphanumeric();
        let words = || self.source.split(sign).collect();
        let printed = self.printed.get_or_init(words);
        let mut parts = word.split(sign).filter(|w| !w.is_empty());
        // The parts of a word with a sign in it may stand far apart.
        let together = || {
            let found = self.source.match_indices(word);
            let free = |at: usize| self.source[..at].ends_with(sign) || at == 0;
            let ends = |at: usize| self.source[at..].starts_with(sign) || at == self.source.len();
            let mut places = found.map(|(at, _)| at);
            places.any(|at| free(at) && ends(at + word.len()))
        };
        parts.all(|part| printed.contains(part)) && (!word.contains(sign) || together())
    }

    /// Where the source has a handle in brackets first: `(@ana)`.
    pub fn place_of_handle(&self, handle: &str) -> Option<usize> {
        let places = || {
            let mut places = HashMap::default();
            for (at, sign) in self.source.match_indices("(@") {
                let rest = &self.source[at + sign.len()..];
                let end = rest.find(|c| !is_of_handle(c)).unwrap_or(rest.len());
                if rest[end..].starts_with(')') {
                    places.entry(&rest[..end]).or_insert(at);
                }
            }
            places
        };
        self.handles.get_or_init(places).get(handle).copied()
    }

    /// The role that the head of a column names and nothing else: `Lead`, `Facilitator(s)`.
    pub fn head_role(&self, head: &Flow) -> Choice {
        let text = head.as_str().trim_end_matches("(s)");
        let text = text.trim_end_matches([':', '*', ' ']);
        let mut roles = Role::LISTS.iter().filter(|(r, _)| HEAD_ROLES.contains(r));
        let role = roles.find(|(_, list)| self.lexicon.list(*list).is(text));
        role.map_or_else(Choice::default, |(role, _)| {
            Choice::new(role.as_str(), head.spans(0..head.len()))
        })
    }

    /// Bytes of a role's label with its colon at the start of a text: `Chair:`, `Keynote speaker -`.
    pub fn role(&self, text: &str) -> Option<usize> {
        let len = ROLES
            .iter()
            .filter_map(|&l| self.lexicon.list(l).starts(text))
            .max()?;
        let rest = self.behind_second(&text[len..]).trim_start();
        let rest = self.behind_count(rest).unwrap_or(rest);
        let rest = match self.explained(text, rest) {
            Some(colon) => &rest[colon..],
            None => rest,
        };
        let signed = rest.starts_with([':', '\u{2013}', '\u{2014}', '/']) || rest.starts_with("- ");
        signed.then(|| text.len() - rest.len() + rest.chars().next().map_or(0, char::len_utf8))
    }

    /// Where the colon stands behind what is said of a role in small letters, `Co-moderators chosen by the Board:`; what
    /// says what the item is, `Panel discussion on nets:`, is none.
    fn explained(&self, text: &str, rest: &str) -> Option<usize> {
        let of = |l: &List| self.lexicon.list(*l).starts(text).is_some();
        if !rest.starts_with(char::is_lowercase) || !EXPLAINED.iter().any(of) {
            return None;
        }
        let colon = find_within(rest, ":", LONGEST_EXPLAINED)?;
        let label = &text[..text.len() - rest.len() + colon];
        let plain = !label.contains([',', '(', '.']);
        (plain && kind::kind(label, self.lexicon) == kind::ANY).then_some(colon)
    }

    /// What stands behind the number in `Speaker 2: A`, a name behind its colon.
    fn behind_count<'t>(&self, rest: &'t str) -> Option<&'t str> {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let behind = rest[digits..].trim_start();
        let name = behind.strip_prefix(':').map(str::trim_start)?;
        let named = || name_at(name, self.lang).is_some_and(|n| n.span.start == 0);
        ((1..=2).contains(&digits) && named()).then_some(behind)
    }

    /// What stands behind `and comments` in `Speakers and comments: A`: a second word of a label.
    fn behind_second<'t>(&self, rest: &'t str) -> &'t str {
        let Some((words, _)) = rest.split_once(':') else {
            return rest;
        };
        let mut parts = words.split_whitespace();
        let and = parts
            .next()
            .is_some_and(|w| self.lexicon.list(List::And).is(w));
        let word = parts
            .next()
            .is_some_and(|w| w.chars().all(char::is_alphabetic));
        match and && word && parts.next().is_none() {
            true => &rest[words.len()..],
            false => rest,
        }
    }

    /// Whether a text is a word for a role and nothing else, as it stands without a colon over people: `MODERATOR`. What
    /// may title an item as well, `Panel`, is none.
    pub fn role_word(&self, text: &str) -> bool {
        let short = text.len() <= LONGEST_ROLE && text.starts_with(char::is_uppercase);
        short
            && ROLES.iter().any(|&l| self.lexicon.list(l).is(text))
            && kind::kind(text, self.lexicon) == kind::ANY
    }

    /// Whether a text is a role's label and nothing else: `Speakers:`, `Introduced by`, `MODERATOR`.
    pub fn role_alone(&self, text: &str) -> bool {
        let by = || {
            let last = text.rsplit(' ').next().unwrap_or("");
            text.contains(' ') && self.lexicon.list(List::LabelBy).is(last)
        };
        self.role(text) == Some(text.len())
            || self.role_word(text)
            || by() && ROLES.iter().any(|&l| self.lexicon.list(l).is(text))
    }

    /// Where a role's label with a colon and a person stands inside a line.
    pub fn role_inside(&self, line: &str) -> Option<usize> {
        // Most lines have no colon that could end a label.
        if !line.contains(':') {
            return None;
        }
        let found = ROLES
            .iter()
            .flat_map(|&l| self.lexicon.list(l).find_iter(line).map(|(r, _)| r));
        let colon = |r: &std::ops::Range<usize>| line[r.end..].trim_start().starts_with(':');
        // `Statement by the host: A` is no label.
        let begins = |r: &std::ops::Range<usize>| {
            let before = line[..r.start].trim_end();
            line[r.start..].starts_with(char::is_uppercase)
                || !before.ends_with(char::is_alphabetic)
        };
        let at = found
            .filter(|r| r.start > 0 && colon(r) && begins(r))
            .map(|r| r.start)
            .min()?;
        self.presents(&line[at..]).then_some(at)
    }

    /// Where labels of roles stand inside a line, a person behind each: `Maps. Chair: A. Novak. Speakers: B. Lind, C. Okoro`.
    pub fn role_labels(&self, line: &str) -> Option<Vec<usize>> {
        // Most lines have no colon that could end a label.
        if !line.contains(':') {
            return None;
        }
        let found = ROLES
            .iter()
            .flat_map(|&l| self.lexicon.list(l).find_iter(line).map(|(r, _)| r));
        let begins = |r: &std::ops::Range<usize>| {
            let before = line[..r.start].trim_end();
            let parted = before.ends_with(['.', ';', '?', '!', ',', '-', '\u{2013}', '\u{2014}']);
            let closed = before.matches('(').count() <= before.matches(')').count();
            parted && closed && line[r.start..].starts_with(char::is_uppercase)
        };
        let colon = |r: &std::ops::Range<usize>| line[r.end..].trim_start().starts_with(':');
        let mut labels: Vec<usize> = found
            .filter(|r| r.start > 0 && colon(r) && begins(r))
            .map(|r| r.start)
            .collect();
        labels.sort_unstable();
        labels.dedup();
        let ends = labels.iter().skip(1).copied().chain([line.len()]);
        let mut pieces = labels.iter().zip(ends);
        let people = |(from, to): (&usize, usize)| {
            self.presents(line[*from..to].trim_end_matches(['.', ';', ',', ' ', '-']))
        };
        (!labels.is_empty() && pieces.all(people)).then_some(labels)
    }

    /// Whether more than its capitals says that a text begins with a person's name.
    pub fn is_sure(&self, text: &str) -> bool {
        let by = self.lexicon.list(List::LabelBy).starts(text).unwrap_or(0);
        let text = text[by..].trim_start();
        let role = self.role(text).unwrap_or(0);
        let text = text[role..].trim_start();
        let name = name_at(text, self.lang).filter(|n| n.span.start == 0);
        let known = |n: &Name| {
            let behind = text[n.span.end..].trim_start();
            let told = behind.starts_with('(') || is_office(&text[n.span.end..], self);
            n.evidence >= Evidence::Likely || told || self.known.is_person(&text[n.name.clone()])
        };
        name.as_ref().is_none_or(known)
    }

    /// Whether a text begins with a name that more than capitals says to be one.
    pub fn is_sure_name(&self, text: &str) -> bool {
        let name = name_at(text, self.lang).filter(|n| n.span.start == 0);
        name.is_some_and(|n| n.evidence >= Evidence::Likely) || self.known.is_person(text)
    }

    /// Where a role's verb with a person behind it stands inside a line: `moderated by A`.
    pub fn role_by(&self, line: &str) -> Option<usize> {
        let by = self.lexicon.list(List::LabelBy);
        if !by.may_stand_in(line) {
            return None;
        }
        let found = ROLES
            .iter()
            .flat_map(|&l| self.lexicon.list(l).find_iter(line).map(|(r, _)| r));
        let verb = |r: &std::ops::Range<usize>| {
            let last = line[r.clone()].rsplit_once(' ');
            last.is_some_and(|(_, last)| by.is(last)) && self.names(line[r.end..].trim())
        };
        let at = found.filter(|r| r.start > 0 && verb(r)).map(|r| r.start);
        at.min()
    }

    /// Whether a text names one who presents: a role before a name, or a name with what belongs to it.
    pub fn presents(&self, text: &str) -> bool {
        let text = text.trim();
        if let Some(len) = self.role(text) {
            let rest = text[len..].trim_start();
            let named = || name_at(rest, self.lang).is_some_and(|n| n.span.end == rest.len());
            return self.names(rest) || named();
        }
        let by = self.lexicon.list(List::LabelBy).starts(text);
        let by = by.or_else(|| self.verb_by(text));
        let text = by.map_or(text, |len| text[len..].trim_start());
        self.names(text)
    }

    /// Bytes of a role's verb at the start of a text: `Facilitated by`.
    fn verb_by(&self, text: &str) -> Option<usize> {
        let by = self.lexicon.list(List::LabelBy);
        if !by.may_stand_in(text) {
            return None;
        }
        let found = ROLES
            .iter()
            .filter_map(|&l| self.lexicon.list(l).starts(text));
        let ends = |len: &usize| text[..*len].rsplit_once(' ').is_some_and(|(_, w)| by.is(w));
        found.filter(ends).max()
    }

    /// Whether a text is one word by which the report calls a person: a first name that its lists have, or any other
    /// common one.
    pub fn is_first_name(&self, text: &str) -> bool {
        let text = text.trim();
        let word = text.starts_with(char::is_uppercase) && text.chars().all(char::is_alphabetic);
        word && (self.known.has_first_name(text) || is_given_name(text))
    }

    /// An office and a surname and nothing else, a label of a role before them perhaps: `Presenter: Superintendent Lind`.
    pub fn office_and_surname(
        &self,
        text: &str,
    ) -> Option<(std::ops::Range<usize>, std::ops::Range<usize>)> {
        let role = self.role(text)?;
        let at = role + text[role..].len() - text[role..].trim_start().len();
        let (job, name) = text[at..].trim_end().split_once(' ')?;
        let word =
            |w: &str| w.starts_with(char::is_uppercase) && w.chars().all(char::is_alphabetic);
        let honoured = format!("Mr {name}");
        let named = name_at(&honoured, self.lang).is_some_and(|n| n.span == (0..honoured.len()));
        let office = looks_like_job(job, self.lang) >= Evidence::Likely;
        let from = at + job.len() + 1;
        (word(job) && word(name) && office && named)
            .then(|| (at..at + job.len(), from..from + name.len()))
    }

    /// Whether a text begins with a person's name and goes on, if at all, with a sign.
    pub fn names(&self, text: &str) -> bool {
        // `Room A` is no person with an initial.
        if text.len() <= ROOM && self.begins_with_room(text) && self.names_room(text) {
            return false;
        }
        let Some(name) = name_at(text, self.lang).filter(|n| n.span.start == 0) else {
            if self.has_office(text) {
                return true;
            }
            let end = text.find([',', '(', ';', '\u{2013}']).unwrap_or(text.len());
            return self.known.is_person(text[..end].trim());
        };
        // `Div II` counts a part.
        let mut words = text[name.name.clone()].split(' ');
        let first = words.next().unwrap_or("");
        let numeral =
            |w: &str| (w.len() > 1 || first.len() <= 4) && w.chars().all(|c| "IVX".contains(c));
        if words.next_back().is_some_and(numeral) && words.next().is_none() && !is_given_name(first)
        {
            return false;
        }
        let rest = self.after_suffixes(text[name.span.end..].trim_start_matches(['.', ' ']));
        let signs = [
            ',', '(', ';', '/', '\u{2013}', '\u{2014}', '|', ':', '[', '\n',
        ];
        let and = || self.lexicon.list(List::And).starts(rest).is_some();
        if !(rest.is_empty() || rest.starts_with(signs) || rest.starts_with("- ") || and()) {
            return false;
        }
        // `Weed Watch (Item 7.3)`
        let items = self.lexicon.list(List::AgendaItem);
        let item = rest
            .strip_prefix('(')
            .and_then(|r| Some(&r[items.starts(r)?..]));
        if item.is_some_and(|r| r.trim_start().starts_with(|c: char| c.is_ascii_digit())) {
            return false;
        }
        let name_text = &text[name.name.clone()];
        match name.evidence {
            Evidence::None => false,
            Evidence::Weak => {
                self.known.is_person(name_text)
                    || looks_like_name(name_text, self.lang, &self.known) >= Evidence::Weak
            }
            _ => true,
        }
    }

    /// The text behind what follows a name and belongs to it: `Jr., partner`, `MP CBE (Some Party)`.
    fn after_suffixes<'t>(&self, mut rest: &'t str) -> &'t str {
        let list = self.lexicon.list(List::Suffix);
        while rest.starts_with(char::is_uppercase) {
            let len = rest.find([' ', ',', '(', ';', ':']).unwrap_or(rest.len());
            if !list.is(rest[..len].trim_end_matches('.')) {
                break;
            }
            rest = rest[len..].trim_start();
        }
        rest
    }

    /// Whether a job of one word stands before a name and what belongs to it: `Judge Ana Novak, Some Court`.
    fn has_office(&self, text: &str) -> bool {
        let Some((job, rest)) = text.split_once(' ') else {
            return false;
        };
        let named = || {
            let name = name_at(rest, self.lang).filter(|n| n.span.start == 0)?;
            let sure = name.evidence >= Evidence::Likely;
            (sure && rest[name.span.end..].starts_with(", ")).then_some(())
        };
        let titled = job.starts_with(char::is_uppercase) && !job.ends_with([',', ':', '.']);
        titled && looks_like_job(job, self.lang) >= Evidence::Likely && named().is_some()
    }

    /// Whether a short text is a room.
    pub fn is_room(&self, text: &str) -> bool {
        text.split_whitespace().count() <= 6
            && !text.ends_with('.')
            && self.lexicon.list(List::AgendaRoom).found_in(text)
            && !self.is_body(text)
    }

    /// Whether a text with a word for a room in its middle is a body: `Osaka Chamber of Commerce`.
    fn is_body(&self, text: &str) -> bool {
        let rooms = self.lexicon.list(List::AgendaRoom);
        let inner = rooms.find(text).is_some_and(|r| r.end < text.len());
        inner && looks_like_organisation(text, self.lang, &self.known) >= Evidence::Likely
    }

    /// Whether a short text begins with a word for a room: `Aula Magna`, `Room 5`.
    pub fn begins_with_room(&self, text: &str) -> bool {
        let first = text.split(' ').next().unwrap_or("");
        self.lexicon.list(List::AgendaRoom).is(first) && self.is_room(text)
    }

    /// Whether a text is a room's name and nothing else: `Oak Room`, `Room A`.
    pub fn names_room(&self, text: &str) -> bool {
        let words = || text.split_whitespace();
        let capital = |w: &str| !w.starts_with(char::is_lowercase);
        let room = |w: Option<&str>| w.is_some_and(|w| self.lexicon.list(List::AgendaRoom).is(w));
        let edge = room(words().next()) || room(words().next_back());
        (2..=3).contains(&words().count()) && words().all(capital) && edge && self.is_room(text)
    }

    /// The text behind a label and its colon.
    pub fn labelled(&self, list: List, text: &str) -> Option<usize> {
        let len = self.lexicon.list(list).starts(text)?;
        let rest = text[len..].trim_start();
        let body = rest.strip_prefix([':', '\u{2013}', '\u{2014}'])?;
        Some(text.len() - body.trim_start().len())
    }
}
