//! The report's own gazetteer: whom and what its lists name helps to read what is not certain.
//!
//! A name that a participant list has is a name wherever it stands, and so is an organisation beside one; a short form
//! that the report explains as an organisation stands for one. A job that a list has is a job, whatever its words are.

use super::Extraction;
use crate::value::person::{Evidence, Known, looks_like_organisation};

/// Adds the people and organisations of the participant lists, and the short forms that the report explains.
pub fn learn_from_lists(x: &mut Extraction) {
    for row in &x.data.participants {
        x.known.add_person(&row.name.value);
        learn_organisation(&mut x.known, &row.organisation.value);
        x.known.add_job(&row.job_title.value);
    }
    for row in &x.data.acronyms {
        let expansion = &row.expansion.value;
        let what = looks_like_organisation(expansion, x.lexicon.lang(), &x.known);
        if what >= Evidence::Likely {
            x.known.add_organisation(expansion);
            x.known.add_acronym(row.acronym.value.clone());
        }
    }
}

/// Adds the people and organisations of the programme.
pub fn learn_from_programme(x: &mut Extraction) {
    for row in &x.data.presenters {
        if row.name.value.contains(' ') {
            x.known.add_person(&row.name.value);
        }
        learn_organisation(&mut x.known, &row.organisation.value);
    }
}

/// Adds an organisation as printed; of `Long Name (LN)` also both parts.
fn learn_organisation(known: &mut Known<'static>, printed: &str) {
    known.add_organisation(printed);
    if is_short_form(printed) {
        known.add_acronym(printed.to_string());
    }
    let parts = printed.strip_suffix(')').and_then(|p| p.rsplit_once(" ("));
    if let Some((name, short)) = parts {
        known.add_organisation(name);
        if is_short_form(short) {
            known.add_acronym(short.to_string());
        }
    }
}

/// One word, most of it capitals.
fn is_short_form(text: &str) -> bool {
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    let one_word = !text.contains(char::is_whitespace);
    one_word && capitals >= 2 && capitals * 2 >= text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::blocks;
    use crate::extract::Options;
    use crate::outline::Outline;
    use crate::source::Source;
    use crate::tables::{acronyms, participants};

    #[test]
    fn lists_teach_people_organisations_and_short_forms() {
        let text = "Participants\n\n- Ann Model, Director, Pebble and Reed\n- Bo Probe, Adviser, Shore Fund (SFX)\n- Cy Sample, Clerk, KLQ\n\nBackground\n\nThe Lake Observation Agency (LOA) counted the boats of the lake, as it does each year.\n";
        let source = Source::from_text("t", text);
        let outline = Outline::new(&source, blocks(&source));
        let mut x = Extraction::new(&outline, Options::default());
        acronyms::extract(&mut x);
        participants::extract(&mut x);
        learn_from_lists(&mut x);
        assert!(x.known.is_person("ann MODEL"));
        assert!(!x.known.is_person("Dee Test"));
        for body in [
            "Pebble and Reed",
            "Shore Fund",
            "SFX",
            "KLQ",
            "LOA",
            "Lake Observation Agency",
        ] {
            assert!(x.known.is_organisation(body), "{body}");
        }
        assert!(!x.known.is_organisation("Background"));
    }
}
