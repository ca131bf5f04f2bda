//! Lists in which everybody's line begins with a title, and long lines wrap: `Mr. Model, Manager, Mill` over `Account`.

use super::group::is_category;
use super::lines::Line;
use super::name::honorifics;
use crate::block::ends_in_small_word;
use crate::lexicon::Lexicon;

/// Fewer lines with titles show nothing.
const LEAST: usize = 4;
/// Lines wrap where some are as long, in bytes.
const WRAPPED: usize = 40;

/// The lines, each that goes on with a person's joined to it.
pub(super) fn joined<'s>(lines: Vec<Line<'s>>, lexicon: &Lexicon) -> Vec<Line<'s>> {
    let titles = |l: &Line| is_titled(l, lexicon);
    if lines.iter().filter(|l| titles(l)).take(LEAST).count() < LEAST {
        return lines;
    }
    let mut found: Vec<Line> = Vec::with_capacity(lines.len());
    let mut at = 0;
    while at < lines.len() {
        let end = at + run(&lines[at..], lexicon);
        let whole = end > at && are_wrapped(&lines[at..end], lexicon);
        let end = end.max(at + 1);
        for line in &lines[at..end] {
            match found.last_mut().filter(|_| whole && !titles(line)) {
                Some(last) => last.flow.join(&line.flow),
                None => found.push(line.clone()),
            }
        }
        at = end;
    }
    found
}

/// `Mr. Model, Chair`
fn is_titled(line: &Line, lexicon: &Lexicon) -> bool {
    let text = line.text();
    let len = honorifics(text, lexicon);
    // `General Counsel` is a post.
    len > 0 && (text[..len].contains('.') || len < 5) && !text[len..].is_empty()
}

/// How many lines from the first on, which has a title, have one or go on with the line above.
fn run(lines: &[Line], lexicon: &Lexicon) -> usize {
    if !lines.first().is_some_and(|l| is_titled(l, lexicon)) {
        return 0;
    }
    let beside = |l: &&Line| !l.gap && plain(l);
    let more = lines[1..].iter().take_while(beside).count();
    let own = &lines[..1 + more];
    let titled = own.iter().take(SAMPLE).filter(|l| is_titled(l, lexicon));
    let widest = titled.map(|l| l.text().len()).max();
    let widest = widest.unwrap_or(0);
    let fits = |w: &[Line]| is_titled(&w[1], lexicon) || goes_on(&w[0], &w[1], widest, lexicon);
    1 + own.windows(2).take_while(|w| fits(w)).count()
}

/// So many lines tell how long lines are.
const SAMPLE: usize = 60;

fn plain(line: &Line) -> bool {
    line.columns.is_empty() && line.marker.is_none() && !line.text().contains(':')
}

/// Whether a line goes on with the one above, which a comma or a small word ends, or the edge.
fn goes_on(above: &Line, line: &Line, widest: usize, lexicon: &Lexicon) -> bool {
    let above_len = above.text().len();
    let long = widest >= WRAPPED && above_len * 4 >= widest * 3;
    // `Observers` would have found room above.
    let first = line.text().split(' ').next().unwrap_or_default();
    let heads = is_category(line.text(), lexicon) && above_len + first.len() < widest;
    is_open(above, line) || long && !heads
}

/// Whether the words themselves show that a line goes on.
fn is_open(above: &Line, line: &Line) -> bool {
    let text = above.text();
    text.ends_with(',') || ends_in_small_word(text) || line.text().starts_with(char::is_lowercase)
}

/// Whether a run is a list of people with titles some of whose lines wrap.
fn are_wrapped(lines: &[Line], lexicon: &Lexicon) -> bool {
    let titled = lines.iter().filter(|l| is_titled(l, lexicon)).count();
    let shown = |w: &&[Line]| !is_titled(&w[1], lexicon) && is_open(&w[0], &w[1]);
    titled >= LEAST && titled * 4 >= lines.len() && lines.windows(2).any(|w| shown(&w))
}

#[cfg(test)]
mod tests {
    use crate::tables::participants::tests::expect;

    #[test]
    fn lines_without_a_title_go_on() {
        expect(
            "Present:\nMr. Model, Chairman\nMs. Probe\n\
             Messrs. Sample, Trial, and Test,\nDeputy Directors of the Eastern Mill and Lock\nWorks\n\
             Mr. Baker, Manager, Upper Lock Account\n\
             Messrs. Marsh and Ford, Presidents of the Lock\nTrusts of Reedham and Brill\nrespectively\n\
             Mr. Lake, Adviser to the Trustees, Office of\nMill Affairs\nMr. Ford, General Counsel\n\
             The minutes of the meeting were approved.\n",
            &[
                "Model honorific=Mr. job_title=Chairman attendance=present",
                "Probe honorific=Ms. attendance=present",
                "Sample honorific=Messrs. job_title=Deputy Directors of the Eastern Mill and Lock Works attendance=present",
                "Trial job_title=Deputy Directors of the Eastern Mill and Lock Works attendance=present",
                "Test job_title=Deputy Directors of the Eastern Mill and Lock Works attendance=present",
                "Baker honorific=Mr. organisation=Upper Lock Account job_title=Manager attendance=present",
                "Marsh honorific=Messrs. job_title=Presidents attendance=present",
                "Ford job_title=Presidents attendance=present",
                "Lake honorific=Mr. organisation=Office of Mill Affairs job_title=Adviser to the Trustees attendance=present",
                "Ford honorific=Mr. job_title=General Counsel attendance=present",
            ],
        );
    }
}
