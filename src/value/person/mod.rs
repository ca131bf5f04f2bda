//! People as reports print them: name, honorific, job, organisation and role taken apart.
//!
//! A text is cut into words and marks (`token`), each word knows what it can be (`words`), names are read from a word on (`name`),
//! and what stands beside a name is parted into job and organisation by the evidence of its words (`affiliation`).

mod affiliation;
mod evidence;
mod flags;
mod grade;
mod label;
mod many;
mod name;
mod one;
mod pairs;
mod prose;
mod running;
mod sections;
mod shape;
mod shows;
mod token;
mod turned;
mod words;

pub use evidence::{
    Evidence, Known, is_given_name, looks_like_job, looks_like_name, looks_like_organisation,
};
pub use many::people;
pub use name::Name;
pub use one::person;
pub use running::{PersonReading, named, readings};
pub use shows::name_at;

use std::ops::Range;

/// A person with what the text says of them, as byte ranges in the text that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// From the first to the last byte that belongs to the person.
    pub span: Range<usize>,
    /// Mr., Dr, H.E.
    pub honorific: Option<Range<usize>>,
    /// The name without honorifics; `LAST, First` as a whole where it is printed so.
    pub name: Range<usize>,
    /// Given names, where the form tells them apart: a comma, a surname in capitals.
    pub first: Option<Range<usize>>,
    /// Surnames, where the form tells them apart.
    pub last: Option<Range<usize>>,
    /// The job title.
    pub job_title: Option<Range<usize>>,
    /// The organisation, without article; an acronym that explains it belongs to it.
    pub organisation: Option<Range<usize>>,
    /// The place behind the organisation.
    pub place: Option<Range<usize>>,
    /// The word for the role, and the role.
    pub role: Option<(Range<usize>, Role)>,
    /// The heading of the group in which a list has the person: `Table 1: Water`.
    pub group: Option<Range<usize>>,
}

macro_rules! roles {
    ($($(#[$doc:meta])* $role:ident = $name:literal by $list:ident,)*) => {
        /// What a person does at a meeting or for its report.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Role { $($(#[$doc])* $role,)* /// Any other.
            Other }
        impl Role {
            /// Every role that has words, with the list of them.
            pub(crate) const LISTS: &[(Role, crate::lexicon::List)] = &[$((Role::$role, crate::lexicon::List::$list),)*];
            /// The role as the contract writes it.
            pub fn as_str(self) -> &'static str {
                match self { $(Role::$role => $name,)* Role::Other => "other" }
            }
        }
    };
}

roles! {
    /// Presents.
    Presenter = "presenter" by RolePresenter,
    /// Moderates.
    Moderator = "moderator" by RoleModerator,
    /// Sits on a panel.
    Panelist = "panelist" by RolePanelist,
    /// Facilitates.
    Facilitator = "facilitator" by RoleFacilitator,
    /// Chairs.
    Chair = "chair" by RoleChair,
    /// Leads a group.
    Lead = "lead" by RoleLead,
    /// Leads a group with another.
    CoLead = "co_lead" by RoleCoLead,
    /// Gives the keynote.
    Keynote = "keynote" by RoleKeynote,
    /// Discusses what others presented.
    Discussant = "discussant" by RoleDiscussant,
    /// Takes the notes and reports back.
    Rapporteur = "rapporteur" by RoleRapporteur,
    /// Speaks.
    Speaker = "speaker" by RoleSpeaker,
    /// Is there for what they know.
    Expert = "expert" by RoleExpert,
    /// Hosts.
    Host = "host" by RoleHost,
    /// Wrote the document.
    PreparedBy = "prepared_by" by RolePreparedBy,
    /// Reviewed the document.
    ReviewedBy = "reviewed_by" by RoleReviewedBy,
    /// Cleared the document.
    ClearedBy = "cleared_by" by RoleClearedBy,
    /// Answers questions about it.
    Contact = "contact" by RoleContact,
    /// Opens or closes.
    Opener = "opener" by RoleOpener,
}
