//! Lists of people that stand side by side, put one below the other.

use super::lines::Line;
use super::name::name_at;
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
    if all == 0 || people * 10 < all * 7 {
        return lines.to_vec();
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
