//! People with a role in the body of the report.

mod boxes;
mod heads;
mod prose;

use crate::extract::Extraction;
use crate::lexicon::{Lexicon, List, PerLang, Tagged};
use crate::record;
use crate::schema::{Choice, Link, Text};
use crate::span::Spans;
use crate::value::{Seen, may_be_letter_off};
use crate::voice::Known;
use foldhash::{HashMap, HashMapExt};

/// The roles a person can have in the body.
pub const ROLES: &[&str] = &[
    "speaker",
    "expert",
    "panelist",
    "keynote",
    "moderator",
    "chair",
    "host",
    "facilitator",
    "rapporteur",
    "prepared_by",
    "reviewed_by",
    "cleared_by",
    "contact",
    "other",
];

record! {
    /// A person, role and session in the body.
    pub struct Speaker in "speakers" ("spk") key [name, role] above [role, name, organisation] {
        /// The session, where the person stands in one.
        session_id: Link in &["sessions"],
        /// What the person does.
        role: Choice in ROLES,
        /// Mr, Dr, H.E. and the like.
        honorific: Text,
        /// The person's name.
        name: Text,
        /// The person's job title.
        job_title: Text,
        /// The person's organisation.
        organisation: Text,
        /// The e-mail address.
        email: Text,
        /// The person over all reports of the run.
        person_id: Link in &["people"],
    }
}

/// A person that the body gives a role, before the sessions are known.
#[derive(Clone, Debug)]
pub struct Found {
    /// The unit that names the person.
    pub unit: usize,
    /// What the person does.
    pub role: &'static str,
    /// The person.
    pub person: Known,
    /// The e-mail address.
    pub email: Text,
    /// The word for the role.
    pub from: Spans,
    /// How it was read.
    pub rule: &'static str,
}

impl Found {
    /// Whether the role is one in a part of the meeting, not one for the document.
    pub fn is_in_session(&self) -> bool {
        !matches!(
            self.role,
            "prepared_by" | "reviewed_by" | "cleared_by" | "contact"
        )
    }
}

/// The lists of labels with the role each of them gives, the more particular first.
const LABELS: &[(List, &str)] = &[
    (List::RoleExpert, "expert"),
    (List::RoleKeynote, "keynote"),
    (List::RoleModerator, "moderator"),
    (List::RolePanelist, "panelist"),
    (List::RoleFacilitator, "facilitator"),
    (List::RoleChair, "chair"),
    (List::RoleRapporteur, "rapporteur"),
    (List::RoleHost, "host"),
    (List::RolePreparedBy, "prepared_by"),
    (List::RoleReviewedBy, "reviewed_by"),
    (List::RoleClearedBy, "cleared_by"),
    (List::RoleContact, "contact"),
    (List::RoleSpeaker, "speaker"),
    (List::RolePresenter, "speaker"),
    (List::RoleOpener, "speaker"),
    (List::RoleDiscussant, "other"),
    (List::RoleLead, "other"),
    (List::RoleCoLead, "other"),
];

/// The role that a whole label gives; what stands before a sign is asked where it is cut and where it is read.
fn role_of_label(label: &str, lex: &Lexicon) -> Option<&'static str> {
    thread_local! {
        static SEEN: Seen<Option<&'static str>, 512> = const { Seen::new() };
    }
    SEEN.with(|seen| seen.get(label, lex.lang() as u64, || role_of_words(label, lex)))
}

fn role_of_words(label: &str, lex: &Lexicon) -> Option<&'static str> {
    static SETS: PerLang<Tagged<&str>> = PerLang::new();
    let set = SETS.of(lex.lang(), || Tagged::new(lex, LABELS.iter().copied()));
    set.is(label).or_else(|| misspelt_role(label, lex))
}

/// The role of a label in capitals or with a colon that is one letter off (`SPAEKERS`).
fn misspelt_role(label: &str, lex: &Lexicon) -> Option<&'static str> {
    let label = label.trim();
    if label.is_ascii() && !(7..=24).contains(&label.len()) {
        return None;
    }
    let said = label.to_lowercase();
    if !(7..=24).contains(&said.len()) {
        return None;
    }
    let near = |w: &str| {
        w.len().abs_diff(said.len()) <= 1
            && w.len() >= 7
            && may_be_letter_off(&said, w)
            && strsim::osa_distance(&said, w) == 1
    };
    let mut lists = LABELS.iter();
    lists
        .find(|(l, _)| lex.list(*l).iter().any(near))
        .map(|(_, role)| *role)
}

/// The people with a role in the body, in the order of the report.
pub fn read(x: &Extraction) -> Vec<Found> {
    let mut found = boxes::read(x);
    found.extend(prose::read(x));
    found.extend(heads::read(x));
    found.sort_by_key(|f| f.unit);
    found
}

/// Reads the table.
pub fn extract(x: &mut Extraction) {
    let mut rows: Vec<Speaker> = Vec::new();
    let mut seen: HashMap<(&str, Option<usize>, String), usize> = HashMap::new();
    for found in &x.roles {
        let session = x.session_of(found.unit).filter(|_| found.is_in_session());
        let row = row(x, found, session);
        let key = (found.role, session, row.name.value.clone());
        match seen.get(&key) {
            Some(&known) => complete(&mut rows[known], row),
            None => {
                seen.insert(key, rows.len());
                rows.push(row);
            }
        }
    }
    x.data.speakers = rows;
}

fn row(x: &Extraction, found: &Found, session: Option<usize>) -> Speaker {
    let known = x.roster.find(&found.person.name.value);
    let fuller = known
        .filter(|k| k.name.value.split(' ').count() > found.person.name.value.split(' ').count());
    let name = fuller.map_or(&found.person.name, |k| &k.name).clone();
    let mut organisation = found.person.organisation.clone();
    if organisation.is_empty() {
        organisation = known.map(|k| k.organisation.clone()).unwrap_or_default();
    }
    // Where the speaker is named here; the cells may come from where the report names him in full.
    let mut printed = found.person.name.spans.clone();
    printed.extend(&found.person.organisation.spans);
    Speaker {
        session_id: session.map(Link::to).unwrap_or_default(),
        role: Choice::new(found.role, found.from.clone()),
        honorific: found.person.honorific.clone(),
        name,
        job_title: found.person.job_title.clone(),
        organisation,
        email: found.email.clone(),
        person_id: Link::default(),
        from: printed,
        rule: found.rule,
    }
}

/// What a second naming adds to a row.
fn complete(known: &mut Speaker, more: Speaker) {
    let pairs = [
        (&mut known.honorific, more.honorific),
        (&mut known.job_title, more.job_title),
        (&mut known.organisation, more.organisation),
        (&mut known.email, more.email),
    ];
    for (cell, more) in pairs {
        if cell.is_empty() {
            *cell = more;
        }
    }
}
