//! Rapporteur turns the text of meeting reports into tidy, typed, checked datasets.
//!
//! ```text
//! bytes --source--> Source --block--> Vec<Block> --outline--> Outline --tables--> Dataset --check--> findings
//!       --seal--> rows with ids --spool--> a file a report --link--> people, organisations, places --emit--> out/
//! ```
//!
//! Each stage is a plain function from the type before it to the type after it. Up to the spool a report is worked on
//! alone, on any thread; `link` then sees the names of the whole run and never a text; every format is a conversion of
//! the spool. Only `source`, `run` and `emit` touch the disk, only `cli` the terminal.
//!
//! # Where things are
//!
//! - [`source`]: bytes to decoded text; [`span`]: places in it; [`flow`]: running text with the layout cleaned off that
//!   still knows where each byte stood.
//! - [`block`]: what each line looks like, by shape alone; [`outline`]: the sections, and the mending of what pages,
//!   boxes and notes broke.
//! - [`value`]: the readers of printed atoms (numbers, times, dates, people, places), usable by themselves.
//! - [`lexicon`]: all words, one file a language; code holds keys only.
//! - [`schema`]: how one declaration gives a table its struct, columns, docs and keys; [`tables`]: one file a table;
//!   [`extract`]: the order in which they are read.
//! - [`check`]: the doubts, one file a rule; [`limits`]: the most that is taken of anything.
//! - [`redact`]: personal data out of the text before it is read.
//! - [`correct`]: what the user knows better, applied to sealed rows.
//! - [`seal`], [`spool`], [`link`], [`emit`], [`run`]: from typed rows to files.
//! - [`verify`]: whether a folder still is what a run wrote.
//! - [`graph`]: the network of people, organisations and reports of a folder.
//! - [`eval`]: scores against gold; [`cli`]: what the user typed.
//!
//! # Invariants
//!
//! Each is held by a test.
//!
//! 1. Blocks tile the source: every byte lies in exactly one. (Of columns of print side by side, a block reaches across the
//!    lines of its column; the rows of `blocks` have a part a line there, and tile.)
//! 2. A text cell is found again at its places, after the documented cleaning.
//! 3. Every line that is not blank is claimed by a record, kept as prose, or named as furniture.
//! 4. An empty cell means that the report is silent.
//! 5. `block` knows no language, `tables` know no format, `link` reads no text, `check` changes nothing, `emit` knows no
//!    table.
//! 6. The same input, options and version give the same bytes, on one thread or many.
//! 7. No input panics or hangs; cost grows linearly with the text.
//! 8. No row without the rule that made it.

pub mod block;
pub mod check;
pub mod cli;
pub mod correct;
pub mod diff;
pub mod emit;
pub mod eval;
pub mod extract;
pub mod flow;
pub mod graph;
pub mod language;
pub mod lexicon;
pub mod limits;
pub mod link;
pub mod outline;
pub mod redact;
pub mod run;
pub mod schema;
pub mod seal;
pub mod source;
pub mod span;
pub mod spool;
pub mod tables;
pub mod value;
pub mod verify;
pub mod voice;
