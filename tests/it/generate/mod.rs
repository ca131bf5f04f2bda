//! Invented reports with their gold, any number of them, for tests.
//!
//! A seed makes a meeting ([`compose`]): people, programme, dates, results. A [`report::Plan`] says how its report is laid
//! out and what befell it on the way; every layout writes its text and its gold rows from the same model, so that gold
//! never comes from the program. `RAPPORTEUR_WRITE=DIR cargo test --test it generate::scores` writes the reports and their
//! gold to `DIR/reports` and `DIR/gold`, to be scored by hand:
//!
//! ```text
//! rapporteur extract DIR/reports --format csv --out DIR/out
//! rapporteur eval --gold DIR/gold DIR/out
//! ```

mod agenda;
mod agenda_lists;
mod agenda_tables;
mod clock;
mod compose;
mod damage;
mod dice;
mod faults;
mod front;
mod gold;
mod model;
mod names;
mod outcome_forms;
mod outcomes;
mod page;
mod participant_groups;
mod participants;
mod planted;
mod report;
mod scores;
mod topics;
mod traps;
mod unchanged;

mod voices;
mod who;
