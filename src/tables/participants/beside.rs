//! Lists of people that stand side by side, put one below the other.

use super::lines::Line;
use super::name::name_at;
use super::piece::{Class, class};
use crate::flow::Flow;
use crate::lexicon::Lexicon;

/// Two lists that stand side by side, one below the other.
pub(super) fn columns_apart<'s>(lines: &[Line<'s>], lexicon: &Lexicon) -> Vec<Line<'s>> {
    let person = |f: &Flow| name_at(f.as_str(), lexicon).is_some_and(|n| n.score > 0);
    let wide = lines.iter().filter(|l| l.columns.len() > 1);
    let (mut all, mut people) = (0, 0);
    for line in wide {
        all += 1;
        people += usize::from(line.columns.iter().all(person));
    }
    if all == 0 || people * 10 < all * 7 && !are_alike(lines, lexicon) {
        return blocks_apart(lines, lexicon).unwrap_or_else(|| lines.to_vec());
    }
    let most = lines.iter().map(|l| l.columns.len()).max().unwrap_or(1);
    let mut apart = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let run = lines[at..]
            .iter()
            .take_while(|l| l.columns.len() > 1)
            .count();
        if run == 0 {
            apart.push(lines[at].clone());
            at += 1;
            continue;
        }
        for column in 0..most {
            for line in &lines[at..at + run] {
                let Some(flow) = line.columns.get(column) else {
                    continue;
                };
                apart.push(Line {
                    flow: flow.clone(),
                    columns: Vec::new(),
                    gap: line.gap && column == 0,
                    ..line.clone()
                });
            }
        }
        at += run;
    }
    apart
}

/// Fewer lines do not show that their columns are alike.
const ALIKE: usize = 3;

/// Whether both columns hold two or three words, a comma and more, no body among them and somebody known in each:
/// `Ann Model, Oslo      Bo Probe, Aar`.
fn are_alike(lines: &[Line], lexicon: &Lexicon) -> bool {
    let (mut all, mut known) = (0, [0, 0]);
    let wide = lines.iter().skip_while(|l| l.columns.is_empty());
    for line in wide.take_while(|l| !l.columns.is_empty()) {
        let [first, second] = line.columns.as_slice() else {
            return false;
        };
        all += 1;
        for (known, own) in known.iter_mut().zip([first, second]) {
            let Some((name, _)) = own.as_str().split_once(", ") else {
                return false;
            };
            let name = name.split(" (").next().unwrap_or(name);
            let words = name.split(' ').count();
            let plain = name.split(' ').all(|w| w.starts_with(char::is_uppercase));
            if !plain || !(2..=3).contains(&words) || class(name, lexicon) != Class::Unknown {
                return false;
            }
            *known += usize::from(name_at(name, lexicon).is_some_and(|n| n.score > 0));
        }
    }
    all >= ALIKE && known.iter().all(|k| *k > 0)
}

/// Whether address blocks stand side by side: the runs of lines between blank ones each begin with several people.
pub(super) fn are_blocks(lines: &[Line], lexicon: &Lexicon) -> bool {
    let (mut all, mut people) = (0, 0);
    for run in runs(lines) {
        let wide = run.iter().filter(|l| l.columns.len() > 1).count();
        if wide < 2 {
            continue;
        }
        all += 1;
        people += usize::from(begins_with_people(run, lexicon));
    }
    people > 0 && people * 10 >= all * 6
}

fn begins_with_people(run: &[Line], lexicon: &Lexicon) -> bool {
    let named =
        |f: &Flow| name_at(f.as_str(), lexicon).is_some_and(|n| n.score > 1 && n.end == f.len());
    let columns = &run[0].columns;
    columns.len() > 1 && columns.iter().all(named)
}

/// The lines between blank ones.
fn runs<'a, 's>(lines: &'a [Line<'s>]) -> impl Iterator<Item = &'a [Line<'s>]> {
    lines.chunk_by(|_, next| !next.gap)
}

/// Address blocks that stand side by side, one below the other.
fn blocks_apart<'s>(lines: &[Line<'s>], lexicon: &Lexicon) -> Option<Vec<Line<'s>>> {
    if !are_blocks(lines, lexicon) {
        return None;
    }
    let mut apart = Vec::with_capacity(lines.len() * 2);
    for run in runs(lines) {
        if !begins_with_people(run, lexicon) {
            apart.extend(run.iter().cloned());
            continue;
        }
        let places: Vec<usize> = run[0].columns.iter().map(|c| place(&run[0], c)).collect();
        for column in 0..places.len() {
            let mut gap = true;
            for line in run {
                let whole = std::slice::from_ref(&line.flow);
                let cells = if line.columns.is_empty() {
                    whole
                } else {
                    &line.columns
                };
                let own = |c: &&Flow| nearest(&places, place(line, c)) == column;
                let Some(flow) = cells.iter().find(own) else {
                    continue;
                };
                apart.push(Line {
                    flow: flow.clone(),
                    columns: Vec::new(),
                    gap: std::mem::take(&mut gap),
                    ..line.clone()
                });
            }
        }
    }
    Some(apart)
}

/// How far from the edge a text stands, in bytes.
fn place(line: &Line, flow: &Flow) -> usize {
    let start = flow
        .whole()
        .spans
        .cover()
        .map_or(line.raw.start, |s| s.start);
    start.saturating_sub(line.raw.start) as usize
}

fn nearest(places: &[usize], at: usize) -> usize {
    let far = |(_, place): &(usize, &usize)| place.abs_diff(at);
    places
        .iter()
        .enumerate()
        .min_by_key(far)
        .map_or(0, |(i, _)| i)
}
