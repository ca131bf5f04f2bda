//! Printed web and e-mail addresses.

use crate::block::Kind;
use crate::extract::Extraction;
use crate::record;
use crate::schema::Text;
use crate::span::Span;
use crate::value::address::addresses;

record! {
    /// A printed URL or e-mail address.
    pub struct Hyperlink in "links" ("lnk") key [url, text] above [context] {
        /// The address, without `mailto:`.
        url: Text,
        /// The words that carry it; empty for a bare one.
        text: Text,
        /// The heading above it.
        context: Text,
    }
}

/// Reads every address, a row an occurrence; those of participants stand in their own table.
pub fn extract(x: &mut Extraction) {
    let outline = x.outline;
    let mut section = 0;
    let mut units = outline.units.iter().enumerate().peekable();
    let mut claim = None;
    for (b, block) in outline.blocks.iter().enumerate() {
        while let Some((i, unit)) = units.next_if(|(_, u)| u.block <= b) {
            section = unit.section;
            claim = x.claimed_by(i);
        }
        if block.kind == Kind::Blank || claim == Some("participants") {
            continue;
        }
        let at = block.body.start as usize;
        let place = |r: std::ops::Range<usize>| Span::new(at + r.start, at + r.end);
        for address in addresses(outline.source.slice(block.body)) {
            let url = place(address.url);
            let words = address
                .words
                .map(|w| outline.layout.clean(place(w)).whole());
            let printed = outline.source.slice(url);
            // Ligatures and soft hyphens are the layout's.
            let own = match printed.is_ascii() {
                true => Text::new(printed, url),
                false => outline.layout.clean(url).whole(),
            };
            x.data.links.push(Hyperlink {
                url: own,
                text: words.unwrap_or_default(),
                context: outline.sections[section].heading.whole(),
                rule: "address",
                ..Hyperlink::default()
            });
        }
    }
}
