//! Who speaks in a sentence further down in a paragraph: `Mr. Example replied that 12 boats sank.`

use crate::extract::Extraction;
use crate::flow::Flow;
use crate::lexicon::List;
use crate::schema::Text;
use crate::voice::subject;
use std::ops::Range;

/// The person or delegation whom a sentence has say something, as fully as the report names it.
pub(super) fn speaker(x: &Extraction, flow: &Flow, sentence: Range<usize>) -> Option<Text> {
    let lexicon = x.lexicon;
    let own = &flow.as_str()[..sentence.end];
    let says = lexicon.list(List::SayVerb);
    if !says.found_in(&own[sentence.start..]) {
        return None;
    }
    let (who, verb) = subject(own, sentence.start, lexicon, List::SayVerb)?;
    // `Ms. Example presented`: who shows a thing may tell what others found.
    if lexicon
        .list(List::SayPresent)
        .starts(&own[verb.start..])
        .is_some()
    {
        return None;
    }
    let name = &own[who.name.clone()];
    let known = x.roster.find(name);
    let told = known.is_some() || who.is_marked();
    let words = |name: &str| name.split(' ').count();
    let fuller = known.filter(|k| words(k.name.as_str()) >= words(name));
    told.then(|| fuller.map_or_else(|| flow.cell(who.name.clone()), |k| k.name.clone()))
}
