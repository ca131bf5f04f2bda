//! A short text between two separators: what it says of a person.

use super::name;
use crate::lexicon::{Lang, Lexicon, List, Map};
use crate::value::{Seen, place};
use std::ops::Range;

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Class {
    Email,
    Phone,
    /// Fax numbers, web addresses, streets, rules: read and left out.
    Noise,
    Attendance(&'static str),
    Honorific,
    Country,
    City,
    /// City and country together.
    Place,
    Job,
    Organisation,
    /// A part of an organisation.
    Unit,
    /// Capital letters: an organisation's short form, or somebody's initials.
    Acronym,
    Unknown,
}

/// Ways of attending and the words for each.
pub(super) const ATTENDANCE: [(List, &str); 4] = [
    (List::AttendanceAbsent, "absent"),
    (List::AttendanceApologies, "apologies"),
    (List::AttendanceRemote, "remote"),
    (List::AttendancePresent, "present"),
];

/// A title that is no post is no longer than this: `Dr`, `Prof.`, but `Professor` may be one.
const SHORT_TITLE: usize = 5;

/// What the whole of `text` is.
pub(super) fn class(text: &str, lexicon: &Lexicon) -> Class {
    thread_local! {
        static SEEN: Seen<Class, 1024> = const { Seen::new() };
    }
    SEEN.with(|seen| seen.get(text, lexicon.lang() as u64, || read(text, lexicon)))
}

fn read(text: &str, lexicon: &Lexicon) -> Class {
    let text = text.trim().trim_end_matches(['.', ',', ';', ':']).trim();
    if text.is_empty() || !text.contains(char::is_alphanumeric) {
        return Class::Noise;
    }
    if email(text).is_some() {
        return Class::Email;
    }
    if text.starts_with('@') && !text.contains(' ') {
        return Class::Noise;
    }
    if is_placeholder(text) {
        return Class::Noise;
    }
    if is_of_year(text, lexicon) {
        return Class::Job;
    }
    if let Some(class) = contact(text, lexicon) {
        return class;
    }
    if let Some(how) = attendance(text, lexicon) {
        return Class::Attendance(how);
    }
    if lexicon.list(List::Unaffiliated).is(text) {
        return Class::Organisation;
    }
    if counts(text, lexicon) {
        return Class::Noise;
    }
    if lexicon.list(List::Aside).is(text) || lexicon.list(List::Suffix).is(text) {
        return Class::Noise;
    }
    if text.len() <= SHORT_TITLE && name::is_honorific(text, lexicon) {
        return Class::Honorific;
    }
    if lexicon.list(List::Job).is(text) || lexicon.list(List::JobOpen).is(text) {
        return Class::Job;
    }
    if name::is_honorific(text, lexicon) {
        // `Associate Professor` alone is a post.
        let last = text.rsplit(' ').next().filter(|w| text.len() > w.len());
        let post = last.is_some_and(|w| lexicon.list(List::Job).is(w));
        return if post { Class::Job } else { Class::Honorific };
    }
    if is_organisation_name(text, lexicon) {
        return Class::Organisation;
    }
    if place::country(text).is_some() {
        return Class::Country;
    }
    by_words(text, lexicon)
}

/// What a piece is that stands beside a name; also by words of other languages, since lists of one language hold posts
/// and bodies in others.
pub(super) fn class_beside(text: &str, lexicon: &Lexicon) -> Class {
    let own = class(text, lexicon);
    if own != Class::Unknown {
        return own;
    }
    let text = text.trim().trim_end_matches(['.', ',', ';', ':']).trim();
    let others = Lang::ALL.iter().filter(|l| **l != lexicon.lang());
    let classes = others.map(|l| by_words(text, l.lexicon()));
    let told = |c: &Class| matches!(c, Class::Job | Class::Organisation | Class::Unit);
    classes.into_iter().find(told).unwrap_or(Class::Unknown)
}

/// `2017 Treasurer`, `2017 OCM`: an office, and the year in which it is held.
fn is_of_year(text: &str, lexicon: &Lexicon) -> bool {
    let Some((year, office)) = text.split_once(' ').filter(|(y, _)| y.len() == 4) else {
        return false;
    };
    let year = year.starts_with(['1', '2']) && year.bytes().all(|b| b.is_ascii_digit());
    year && office.starts_with(char::is_uppercase)
        && matches!(class(office, lexicon), Class::Job | Class::Acronym)
}

/// `E-mail: [email protected]`: what a site puts in the place of an address.
pub(super) fn is_placeholder(text: &str) -> bool {
    text.contains("[email") && text.ends_with("protected]")
}

/// Telephone numbers, addresses in the web and in the street.
fn contact(text: &str, lexicon: &Lexicon) -> Option<Class> {
    let label = |key| {
        let len = lexicon.list(key).starts(text)?;
        let rest = text[len..].trim_start_matches(['.', ':', ' ', ')']);
        (rest.len() < text.len() - len || rest.is_empty()).then_some(rest)
    };
    if label(List::ContactFax).is_some_and(is_number) {
        return Some(Class::Noise);
    }
    if label(List::ContactPhone).is_some_and(is_number) || is_phone(text) {
        return Some(Class::Phone);
    }
    let web = text.starts_with("http") || text.starts_with("www.");
    // `Dirección: ...` is where somebody lives, `Dirección de Aguas` an office.
    let other = || {
        let len = lexicon.list(List::ContactOther).starts(text)?;
        let rest = text[len..].trim_start();
        let told = rest.starts_with([':', '.'])
            || rest.contains(|c: char| c.is_ascii_digit() || ".@/".contains(c));
        (rest.is_empty() || told).then_some(())
    };
    (web || other().is_some()).then_some(Class::Noise)
}

fn is_number(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    digits >= 3 && text.starts_with(['+', '(', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'])
}

/// `+41 31 555 01 23`, `(031) 555-0123`.
fn is_phone(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let fits = |c: char| c.is_ascii_digit() || "+()-./ \u{2013}\u{a0}".contains(c);
    (7..=18).contains(&digits) && text.chars().all(fits)
}

/// The address in `text`, the sign spelled out perhaps: `a [at] example.org`.
pub(super) fn email(text: &str) -> Option<Range<usize>> {
    let (at, after) = match memchr::memchr(b'@', text.as_bytes()) {
        Some(at) => (at, at + 1),
        None => spelled(text, "at")?,
    };
    let fits = |c: char| c.is_alphanumeric() || "._-+'&".contains(c);
    let local = text[..at].trim_end_matches(' ');
    let spaced = local.len() < at && after == at + 1;
    let start = local.trim_end_matches(fits).len();
    let mut end = after + text[after..].len() - text[after..].trim_start_matches(' ').len();
    if spaced || end > after && after == at + 1 {
        return None;
    }
    let mut dotted = false;
    loop {
        end += text[end..].len() - text[end..].trim_start_matches(fits).len();
        let Some((0, dot)) = spelled(text[end..].trim_start_matches(' '), "dot") else {
            break;
        };
        end = text.len() - text[end..].trim_start_matches(' ').len() + dot;
        end += text[end..].len() - text[end..].trim_start_matches(' ').len();
        dotted = true;
    }
    let end = start
        + text[start..end]
            .trim_end_matches(['.', '-', '_', ' '])
            .len();
    let host = text.get(after..end)?;
    (start < local.len() && (dotted || host.contains('.'))).then_some(start..end)
}

/// Where a sign stands that is spelled out in brackets, `[at]`, and where it ends.
fn spelled(text: &str, word: &str) -> Option<(usize, usize)> {
    let opens = text
        .bytes()
        .enumerate()
        .filter(|(_, b)| matches!(b, b'(' | b'[' | b'{'));
    opens
        .map(|(i, _)| i)
        .find_map(|i| Some((i, i + spelled_here(&text[i..], word)?)))
}

/// The length of a sign, spelled out in brackets, with which the text begins.
pub(super) fn spelled_here(text: &str, word: &str) -> Option<usize> {
    let inner = text.strip_prefix(['(', '[', '{'])?;
    let rest = inner.get(word.len()..)?;
    let same = inner[..word.len()].eq_ignore_ascii_case(word);
    (same && rest.starts_with([')', ']', '}'])).then_some(word.len() + 2)
}

/// The way of attending that the whole of `text` names.
pub(super) fn attendance(text: &str, lexicon: &Lexicon) -> Option<&'static str> {
    let text = text.trim().trim_end_matches(['.', ':', ' ', '*']);
    let text = text.trim_start_matches(['*', '(']).trim_end_matches(')');
    let says = |text: &str| {
        let found = ATTENDANCE
            .iter()
            .find(|(key, _)| lexicon.list(*key).is(text));
        found.map(|(_, how)| *how)
    };
    // `present via Zoom`, `N (remote)`: the second says more.
    says(text).or_else(|| {
        let (first, rest) = text.split_once(' ')?;
        let led = says(first).is_some() || matches!(first, "N" | "Y");
        says(rest.trim_matches(['(', ')', ' ', ','])).filter(|_| led)
    })
}

fn is_organisation_name(text: &str, lexicon: &Lexicon) -> bool {
    lexicon.list(List::OrganisationName).is(text)
        && (text.contains(' ') || text.len() > 4 || is_acronym(text))
}

fn is_acronym(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    !text.contains(' ') && (2..=10).contains(&letters) && capitals >= 2 && capitals * 2 > letters
}

/// `One member of the public`: how many came whom nobody names.
pub(super) fn counts(text: &str, lexicon: &Lexicon) -> bool {
    let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
    let number =
        lexicon.map(Map::Number).get(first).is_some() || first.bytes().all(|b| b.is_ascii_digit());
    number && rest.starts_with(char::is_lowercase)
}

/// By its nouns: the last word before `of`, `for` or `at` tells what a phrase is.
fn by_words(text: &str, lexicon: &Lexicon) -> Class {
    let head = head(text, lexicon);
    let job = lexicon.list(List::Job);
    let ends_in = |key: List| {
        let list = lexicon.list(key);
        list.is(head)
            || last_words(head)
                .any(|w| list.is(w) || w.strip_suffix('s').is_some_and(|w| list.is(w)))
    };
    // `Wardens` alone, over the people who are.
    let singular = text
        .strip_suffix('s')
        .filter(|t| t.len() > 4 && !t.contains(' '));
    if job.is(head)
        || singular.is_some_and(|h| job.is(h))
        || last_words(head).any(|w| job.is(w))
        || opens_post(text, lexicon)
    {
        return Class::Job;
    }
    if ends_in(List::Organisation) || is_seat(text, lexicon) {
        return Class::Organisation;
    }
    if ends_in(List::Unit) {
        return Class::Unit;
    }
    if let Some(class) = located(text) {
        return class;
    }
    let noun = |key: List| lexicon.list(key).found_in(text);
    if noun(List::Organisation) {
        return Class::Organisation;
    }
    if noun(List::Unit) {
        return Class::Unit;
    }
    if job.found_in(head) {
        return Class::Job;
    }
    if is_acronym(text) && !lexicon.list(List::NotAcronym).is(text) {
        return Class::Acronym;
    }
    Class::Unknown
}

/// The phrase up to the first small word that brings in a complement.
fn head<'t>(text: &'t str, lexicon: &Lexicon) -> &'t str {
    let cut = lexicon
        .list(List::Complement)
        .find_iter(text)
        .map(|(r, _)| r)
        .find(|r| r.start > 0 && text[..r.start].ends_with(' '));
    let head = cut.map_or(text, |r| &text[..r.start]);
    let head = head.split([',', '(', ';']).next().unwrap_or(head);
    head.trim()
}

/// The last word, the last two and the last three.
fn last_words(text: &str) -> impl Iterator<Item = &str> {
    let starts = text.rmatch_indices(' ').map(|(i, _)| &text[i + 1..]);
    starts.take(3)
}

/// `Head Advisory Services`: a post at the start, what it heads behind it.
fn opens_post(text: &str, lexicon: &Lexicon) -> bool {
    let open = lexicon.list(List::JobOpen).starts(text);
    let modified = lexicon.list(List::JobModifier).starts(text).is_some();
    open.is_some_and(|len| {
        let rest = &text[len..];
        rest.starts_with([' ', ',']) && !rest.trim_start().starts_with('&')
    }) && (!modified || !lexicon.list(List::Organisation).found_in(text))
}

/// `City of Ostermark`, `County of Vestmark`.
fn is_seat(text: &str, lexicon: &Lexicon) -> bool {
    lexicon.list(List::OrganisationSeat).starts(text).is_some()
}

/// Cities, countries and both; postal codes and streets.
fn located(text: &str) -> Option<Class> {
    // `(holiday)`: no place is printed without a capital.
    let named = text.contains(char::is_uppercase) || !text.contains(char::is_lowercase);
    let found = place::place(text).filter(|_| named);
    if let Some(found) = &found {
        return Some(match (&found.city, &found.country) {
            (Some(_), Some(_)) => Class::Place,
            (Some(_), None) => Class::City,
            (None, _) => Class::Country,
        });
    }
    let digits = text.bytes().any(|b| b.is_ascii_digit());
    digits.then_some(Class::Noise)
}

/// `Department of Fords` behind a post, or `Coastal Rescue Volunteers`: a part of a government that is named in full, or
/// people who have a name together.
pub(super) fn is_body_of(text: &str, class: Class, lexicon: &Lexicon) -> bool {
    let capital = |w: &str| w.starts_with(char::is_uppercase);
    let last = text.rsplit(' ').next().unwrap_or(text);
    match class {
        Class::Unit => lexicon.list(List::Complement).found_in(text),
        Class::Unknown => {
            let words = text.split(' ').count();
            words > 1
                && text.split(' ').all(capital)
                && lexicon.list(List::HeadingCategory).is(last)
        }
        _ => false,
    }
}
