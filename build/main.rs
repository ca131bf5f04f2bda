//! Builds the tables by which places and words are looked up, so that a run begins with them ready.

#![allow(
    clippy::print_stdout,
    reason = "a build script speaks to cargo by printing"
)]

mod lexicon;
mod places;
mod value;
mod words;

use std::path::Path;

fn main() {
    for read in [
        "build",
        "src/value/place",
        "src/value/person/flags.rs",
        "src/value/quantity",
        "src/value/eight.rs",
        "src/value/slots.rs",
        "src/lexicon",
    ] {
        println!("cargo::rerun-if-changed={read}");
    }
    let folder = std::env::var_os("OUT_DIR").expect("cargo names the folder");
    let put = |name: &str, bytes: Vec<u8>| {
        std::fs::write(Path::new(&folder).join(name), bytes).expect("the folder can be written");
    };
    for (name, bytes) in places::files() {
        put(name, bytes);
    }
    for (name, bytes) in lexicon::files()
        .chain(value::person::files())
        .chain(value::quantity::files())
    {
        put(&name, bytes);
    }
}
