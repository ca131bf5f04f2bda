//! People who are told twice: in an office and among those who came, by the full name and by the surname.

use super::row::set;
use super::{LABEL, OFFICE, Participant, SENTENCE};
use crate::lexicon::{Lexicon, List};
use crate::schema::Text;
use foldhash::{HashMap, HashMapExt};

/// The rows without those that name somebody again: the holder of an office whom a list of those who came names too (the
/// office stays), or a surname alone behind the full name.
pub(super) fn without(mut rows: Vec<Participant>, lexicon: &Lexicon) -> Vec<Participant> {
    for row in &mut rows {
        // `Scribe` over the name of somebody who is listed above.
        let told = row.job_title.is_empty() || row.job_title.value == row.list.value;
        let bare = row.organisation.is_empty() && row.email.is_empty() && told;
        if bare && is_office(&row.list.value, lexicon) {
            row.job_title = row.list.clone();
            row.rule = OFFICE;
        }
    }
    let twins: Vec<Option<usize>> = {
        let index = Index::new(&rows);
        (0..rows.len())
            .map(|at| {
                let office = index.office(at).or_else(|| index.label(at));
                office
                    .or_else(|| index.surname(at))
                    .or_else(|| index.again(at))
            })
            .collect()
    };
    for (at, twin) in twins.iter().enumerate() {
        if let Some(twin) = twin {
            let office = rows[at].job_title.clone();
            set(&mut rows[*twin].job_title, office);
        }
    }
    let mut twins = twins.iter();
    rows.retain(|_| twins.next().is_none_or(Option::is_none));
    rows
}

/// Whether a label is an office that one person holds.
fn is_office(label: &str, lexicon: &Lexicon) -> bool {
    let roles = [
        List::RoleChair,
        List::RoleRapporteur,
        List::RoleModerator,
        List::Office,
    ];
    !label.ends_with('s') && roles.iter().any(|r| lexicon.list(*r).is(label))
}

/// The rows by the last word of the name.
struct Index<'r> {
    rows: &'r [Participant],
    last: HashMap<String, Vec<usize>>,
}

/// People of one surname among whom a twin is looked for.
const NAMESAKES: usize = 50;

impl<'r> Index<'r> {
    fn new(rows: &'r [Participant]) -> Index<'r> {
        let mut last: HashMap<String, Vec<usize>> = HashMap::new();
        for (i, row) in rows.iter().enumerate() {
            let same = last.entry(surname(&row.name.value)).or_default();
            if same.len() < NAMESAKES {
                same.push(i);
            }
        }
        Index { rows, last }
    }

    fn namesakes(&self, at: usize) -> impl Iterator<Item = (usize, &'r Participant)> {
        let same = self.last.get(&surname(&self.rows[at].name.value));
        same.into_iter()
            .flatten()
            .filter(move |&&i| i != at)
            .map(|&i| (i, &self.rows[i]))
    }

    /// The row of somebody whom a label before the name gives an office: `Minute taker: Ann Model`.
    fn label(&self, at: usize) -> Option<usize> {
        let row = &self.rows[at];
        let start = |t: &Text| t.spans.cover().map(|s| s.start);
        let (office, name) = (start(&row.job_title)?, start(&row.name)?);
        let whole = row.name.value.contains(' ');
        let same = |r: &Participant| r.name.value == row.name.value;
        let mut all = self
            .namesakes(at)
            .filter(|(i, _)| *i < at && office < name && whole);
        all.find(|(_, r)| same(r)).map(|(i, _)| i)
    }

    /// The row of the holder of an office beside those who came, or behind whose surname an office stands.
    fn office(&self, at: usize) -> Option<usize> {
        let row = &self.rows[at];
        let alone = row.rule == OFFICE;
        let short = row.first_name.is_empty()
            && row.organisation.is_empty()
            && row.email.is_empty()
            && !row.job_title.is_empty()
            && !row.honorific.is_empty();
        // `Secretariat: Ms A. Example` above those who came.
        let labelled = row.rule == LABEL && row.name.value.contains(' ');
        let named = |r: &Participant| {
            let apart = alone && r.rule != OFFICE || labelled && r.rule == SENTENCE;
            apart && r.name.value == row.name.value
        };
        let full =
            |r: &Participant| short && ends(r, row) && r.honorific.value == row.honorific.value;
        let mut all = self.namesakes(at);
        all.find(|(_, r)| named(r) || full(r)).map(|(i, _)| i)
    }

    /// The row of a list above that tells what a sentence tells again: `Apologies were received from A and B.`
    fn again(&self, at: usize) -> Option<usize> {
        let row = &self.rows[at];
        let away = matches!(row.attendance.value, Some("apologies" | "absent"));
        let bare = row.organisation.is_empty() && row.email.is_empty() && row.job_title.is_empty();
        let same = |r: &Participant| {
            let listed = r.rule != SENTENCE && r.name.value.contains(' ');
            listed && r.name.value == row.name.value && r.attendance.value == row.attendance.value
        };
        let told = away && bare && row.rule == SENTENCE;
        let mut above = self.namesakes(at).filter(|(i, _)| *i < at && told);
        above.find(|(_, r)| same(r)).map(|(i, _)| i)
    }

    /// The row that has a first name before the bare surname of a row in a sentence, and came or stayed away like it.
    fn surname(&self, at: usize) -> Option<usize> {
        let row = &self.rows[at];
        let bare = !row.name.value.contains(' ')
            && row.organisation.is_empty()
            && (row.rule == SENTENCE || row.job_title.is_empty() && row.email.is_empty());
        let full = |r: &Participant| ends(r, row) && r.attendance.value == row.attendance.value;
        let mut all = self.namesakes(at).filter(|(i, _)| bare && *i < at);
        all.find(|(_, r)| full(r)).map(|(i, _)| i)
    }
}

/// The last word of a name, whichever letters it is in: `Mr Model` is `Ann MODEL`, too.
fn surname(name: &str) -> String {
    name.rsplit(' ').next().unwrap_or(name).to_lowercase()
}

/// Whether the name of one is what the other's ends with, behind first names.
fn ends(full: &Participant, short: &Participant) -> bool {
    let (full, short) = (
        full.name.value.to_lowercase(),
        short.name.value.to_lowercase(),
    );
    let given = full.strip_suffix(short.as_str());
    given.is_some_and(|g| g.len() > 1 && g.ends_with(' '))
}
