//! What the records draw on: which record claims a block, and how much of the text is claimed.
//!
//! A record claims the spans of its fields and of its `from`. The rows of `blocks` and `findings` claim nothing, and the
//! row of `reports` only what its cells were read from.

use crate::schema::Target;
use crate::source::count_bytes;
use crate::span::{Span, Spans};
use crate::tables::Dataset;

/// Every place that a record draws on, in the order of the source; of equal starts the table that comes first.
#[derive(Debug)]
pub struct Claims {
    all: Vec<Claim>,
}

/// A place with the table, by its name, and the index of the row that draws on it.
type Claim = (Span, &'static str, u32);

impl Claims {
    /// The claims of all records of a report.
    pub fn gather(data: &Dataset) -> Claims {
        let mut all: Vec<Claim> = Vec::new();
        data.each_table(|table, rows| {
            if matches!(table.name, "blocks" | "findings") {
                return;
            }
            for (index, row) in rows.into_iter().enumerate() {
                let mut claim = |spans: &Spans| {
                    for span in spans.iter() {
                        all.push((span, table.name, index as u32));
                    }
                };
                if table.name != "reports" {
                    claim(row.from());
                }
                row.each_field(&mut |_, spans| claim(spans));
            }
        });
        all.sort_by_key(|(span, ..)| span.start);
        Claims { all }
    }

    /// Fills `claimed_by` of every block that is not blank: the claim that starts first and reaches into it.
    pub fn mark_blocks(&self, data: &mut Dataset) {
        let mut claims = self.all.iter().peekable();
        for block in &mut data.blocks {
            // A footnote's mark is part of the block and not of its text.
            let whole = block.kind.spans.cover();
            let Some(place) = block.from.cover().or(whole) else {
                continue;
            };
            // A claim that ends before this block reaches into no later one either.
            while claims.next_if(|(c, ..)| c.end <= place.start).is_some() {}
            let first = claims.peek().copied().filter(|(c, ..)| c.start < place.end);
            if let (Some(&(_, table, row)), false) = (first, block.kind.value == Some("blank")) {
                block.claimed_by = Target {
                    row: Some((table, row as usize)),
                    id: None,
                };
            }
        }
    }

    /// The share of the characters that are not blank, in percent with one decimal.
    pub fn percent(&self, text: &str) -> f64 {
        let bytes = text.as_bytes();
        let (mut claimed, mut reached) = (0, 0);
        for (span, ..) in &self.all {
            let from = span.range().start.max(reached);
            if from < span.range().end {
                claimed += not_blank(&bytes[from..span.range().end]);
                reached = span.range().end;
            }
        }
        match not_blank(bytes) {
            0 => 0.0,
            all => (claimed as f64 * 1000.0 / all as f64).round() / 10.0,
        }
    }
}

/// Code points that are no ASCII white space.
fn not_blank(bytes: &[u8]) -> usize {
    count_bytes(bytes, |b| (b > b' ') & (b & 0xc0 != 0x80))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{Choice, Text};
    use crate::tables::acronyms::Acronym;
    use crate::tables::blocks::BlockRow;
    use crate::tables::links::Hyperlink;

    fn block(kind: &'static str, start: usize, end: usize) -> BlockRow {
        BlockRow {
            kind: Choice::derived(kind),
            from: Spans::one(Span::new(start, end)),
            ..BlockRow::default()
        }
    }

    #[test]
    fn a_block_is_claimed_by_the_claim_that_starts_first() {
        let text = |start, end| Text::new("x", Span::new(start, end));
        let mut data = Dataset {
            acronyms: vec![Acronym {
                acronym: text(12, 14),
                expansion: text(2, 4),
                ..Acronym::default()
            }],
            links: vec![Hyperlink {
                url: text(4, 13),
                ..Hyperlink::default()
            }],
            blocks: vec![
                block("paragraph", 0, 5),
                block("blank", 5, 6),
                block("paragraph", 6, 11),
                block("paragraph", 11, 20),
                block("paragraph", 20, 30),
            ],
            ..Dataset::default()
        };
        let claims = Claims::gather(&data);
        claims.mark_blocks(&mut data);
        let by: Vec<_> = data
            .blocks
            .iter()
            .map(|b| b.claimed_by.row.map(|(t, _)| t))
            .collect();
        let (acronym, link) = (Some("acronyms"), Some("links"));
        assert_eq!(by, [acronym, None, link, link, None]);
        assert_eq!(claims.percent("0123456789 123456789 12345 78  "), 42.3);
    }
}
