//! Personal data out of everything that a run writes.
//!
//! The text of every report is redacted before it is read for its tables, and nothing but the redacted text goes on: so
//! tables, documents, sources, findings, places and the files in which a run works have what is redacted in no form. To
//! know whom to redact, a run over people first reads all reports and gathers whoever any table names, again and again
//! until the redacted text names nobody new. What the user adds himself (corrections, manifests, file names) is redacted
//! cell by cell at the end.
//!
//! - `contacts`: e-mail addresses and telephone numbers.
//! - `people`: e-mail addresses, and each word of the name of everybody whom a table of any report names, wherever the word
//!   stands with a capital: the full name, the surname alone, the first name alone, capitals, other accents. A first name
//!   that is an ordinary word of the reports, and a name that is a month or a weekday, is replaced beside other words of a
//!   name or an honorific only. Inside addresses the case does not count.
//!
//! A word's pseudonym is made of the word and the user's secret alone: the same in every run, and without the secret nobody
//! can tell or test which word it stands for. Ids are made from pseudonyms, and the hash of the original is left out.

mod contacts;
mod names;
mod pseudonym;
mod words;

pub use names::Gathered;
pub use pseudonym::Secret;

use crate::schema::Cell;
use crate::spool::{RowHead, Sealed, Writer};
use crate::tables::TABLES;
use std::borrow::Cow;
use words::Words;

/// What is redacted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// E-mail addresses and telephone numbers.
    pub contacts: bool,
    /// People.
    pub people: bool,
}

/// Redacts texts.
#[derive(Clone, Debug)]
pub struct Redactor {
    wanted: Wanted,
    secret: Secret,
    words: Words,
    phones: Vec<String>,
}

impl Redactor {
    /// A redactor that knows nobody yet.
    pub fn new(wanted: Wanted, secret: Secret) -> Redactor {
        Redactor {
            wanted,
            secret,
            words: Words::default(),
            phones: Vec::new(),
        }
    }

    /// Takes in whom reports name; gives whether somebody is new.
    pub fn learn(&mut self, gathered: Vec<Gathered>) -> bool {
        let mut new = false;
        for one in &gathered {
            for phone in one.phones.iter().filter(|_| self.wanted.contacts) {
                if !phone.starts_with(contacts::PHONE) && !self.phones.contains(phone) {
                    self.phones.push(phone.clone());
                    new = true;
                }
            }
            if self.wanted.people {
                new |= self.words.learn(one, &self.secret);
            }
        }
        // The longest first: none is cut by a part of it.
        self.phones
            .sort_by_key(|p| (usize::MAX - p.len(), p.clone()));
        new
    }

    /// A text without what is redacted.
    pub fn text<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let mut text = Cow::Borrowed(text);
        replace(&mut text, |t| contacts::addresses(t, &self.secret));
        if self.wanted.contacts {
            replace(&mut text, |t| {
                contacts::phones(t, &self.phones, &self.secret)
            });
        }
        if self.wanted.people {
            replace(&mut text, |t| self.words.replace(t));
        }
        text
    }

    /// A file's name without what is redacted, whatever the case of its letters.
    pub fn file_name(&self, name: &str) -> String {
        match self.wanted.people {
            true => self.words.replace_any_case(name),
            false => name.to_string(),
        }
    }

    /// What this redactor depends on and the secret is not to be told from.
    pub fn print(&self) -> String {
        format!(
            "{:?} {} {:?} {:?}",
            self.wanted,
            self.secret.keyed("print", ""),
            self.words,
            self.phones
        )
    }

    /// Sealed rows with every text redacted: most have nothing left to redact.
    ///
    /// # Errors
    /// Where the bytes are not those of a spool file.
    pub fn rows(&self, sealed: Vec<u8>) -> std::io::Result<Vec<u8>> {
        if sealed.is_empty() {
            return Ok(sealed);
        }
        let report = Sealed::read(&sealed, |_| true)?;
        let clean = |cell: &Cell<'_>| matches!(self.text(cell.as_str()), Cow::Borrowed(_));
        let all = (0..TABLES.len()).flat_map(|t| report.rows(t));
        if all
            .flat_map(|row| row.cells().to_vec())
            .all(|cell| clean(&cell))
        {
            return Ok(sealed);
        }
        let mut writer = Writer::new(report.report_id, sealed.len());
        for table in (0..TABLES.len()).filter(|t| report.count(*t) > 0) {
            writer.table(table);
            for row in report.rows(table) {
                let hash = match row.id() {
                    Cell::Id(id) => id.hash,
                    _ => 0,
                };
                writer.row(RowHead {
                    hash,
                    report_id: "",
                    place: row.place(),
                    rule: row.rule(),
                });
                for (column, cell) in row.cells().iter().enumerate() {
                    let text = self.text(cell.as_str());
                    let cell = if text.is_empty() {
                        *cell
                    } else {
                        Cell::Text(&text)
                    };
                    writer.cell(cell, row.spans(column));
                }
            }
        }
        Ok(writer.finish())
    }
}

fn replace(text: &mut Cow<'_, str>, by: impl Fn(&str) -> Option<String>) {
    if let Some(new) = by(text) {
        *text = Cow::Owned(new);
    }
}

#[cfg(test)]
mod tests;
