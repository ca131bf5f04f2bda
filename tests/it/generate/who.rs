//! People as a programme prints them.

use super::dice::Dice;
use super::gold::Gold;
use super::model::{Meeting, Part, Slot};

/// How a person is printed in a programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Name,
    Initial,
    Honorific,
    NameOrg,
    NameCommaOrg,
    NameJobOrg,
    NameDashOrg,
}

pub const FORMS: &[Form] = &[
    Form::NameOrg,
    Form::Name,
    Form::NameJobOrg,
    Form::Initial,
    Form::NameCommaOrg,
    Form::Honorific,
    Form::NameDashOrg,
];

impl Form {
    /// Whether people in this form may be joined by commas.
    pub fn takes_commas(self) -> bool {
        matches!(
            self,
            Form::Name | Form::Initial | Form::Honorific | Form::NameOrg
        )
    }

    /// Whether it can stand in brackets.
    pub fn fits_brackets(self) -> bool {
        !matches!(self, Form::NameOrg | Form::NameDashOrg)
    }

    /// The name alone.
    pub fn name(self, meeting: &Meeting, who: usize) -> String {
        let person = &meeting.people[who];
        match self {
            Form::Initial => person.initial_name(),
            _ => person.name(),
        }
    }

    pub fn print(self, meeting: &Meeting, who: usize) -> String {
        let p = &meeting.people[who];
        let (name, org) = (self.name(meeting, who), &p.organisation);
        match self {
            Form::Name | Form::Initial => name,
            Form::Honorific => format!("{} {name}", p.honorific),
            Form::NameOrg => format!("{name} ({org})"),
            Form::NameCommaOrg => format!("{name}, {org}"),
            Form::NameJobOrg => format!("{name}, {}, {org}", p.job),
            Form::NameDashOrg => format!("{name} – {org}"),
        }
    }

    /// The gold row of somebody printed in this form.
    pub fn gold(
        self,
        meeting: &Meeting,
        slot: &Slot,
        part: &Part,
        start: &str,
        talk: &str,
        gold: &mut Gold,
    ) {
        let p = &meeting.people[part.who];
        let name = self.name(meeting, part.who);
        let org = match self {
            Form::Name | Form::Initial | Form::Honorific => "",
            _ => &p.organisation,
        };
        let job = if self == Form::NameJobOrg {
            p.job.as_str()
        } else {
            ""
        };
        gold.row(
            "presenters",
            &[
                ("agenda_title", &slot.title),
                ("agenda_start", start),
                ("name", &name),
                ("role", part.role),
                ("job_title", job),
                ("organisation", org),
                ("group", talk),
            ],
        );
    }
}

/// How a role is announced.
pub fn label(role: &str, many: bool, d: &mut Dice) -> &'static str {
    match (role, many) {
        ("moderator", _) => "Moderator",
        ("chair", _) => d.word(&["Chair", "Session chair"]),
        ("facilitator", _) => "Facilitator",
        ("panelist", true) => d.word(&["Panelists", "Panellists"]),
        ("panelist", false) => "Panelist",
        (_, true) => "Speakers",
        (_, false) => "Speaker",
    }
}

/// The people of a slot by role, each role with how it is announced; a lone presenter needs no word.
pub fn by_role(parts: &[Part], d: &mut Dice) -> Vec<(&'static str, Vec<Part>)> {
    let mut groups: Vec<(&'static str, Vec<Part>)> = Vec::new();
    for part in parts {
        match groups.last_mut() {
            Some((_, group)) if group[0].role == part.role => group.push(part.clone()),
            _ => groups.push(("", vec![part.clone()])),
        }
    }
    let only_presenters = groups.len() == 1 && parts.iter().all(|p| p.role == "presenter");
    if !only_presenters {
        for (word, group) in &mut groups {
            *word = label(group[0].role, group.len() > 1, d);
        }
    }
    groups
}

/// The people of one role as one text.
pub fn joined(meeting: &Meeting, group: &[Part], form: Form, separator: &str) -> String {
    let people: Vec<String> = group.iter().map(|p| form.print(meeting, p.who)).collect();
    people.join(separator)
}
