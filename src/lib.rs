//! Rapporteur turns the text of meeting reports into tidy, typed, checked datasets.
//!
//! ```text
//! bytes --source--> Source --block--> Vec<Block> --outline--> Outline --tables--> Dataset
//!       --check--> findings --spool--> link --emit--> out/
//! ```
//!
//! Each stage is a plain function from the type before it to the type after it.

pub mod block;
pub mod check;
pub mod cli;
pub mod emit;
pub mod eval;
pub mod extract;
pub mod flow;
pub mod lexicon;
pub mod link;
pub mod outline;
pub mod run;
pub mod schema;
pub mod seal;
pub mod source;
pub mod span;
pub mod spool;
pub mod tables;
pub mod value;
