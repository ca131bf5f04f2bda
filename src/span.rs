//! Places in a source: half-open byte ranges, and the short lists of them that one cell may need.

use std::ops::Range;

/// A half-open range of bytes in a source's decoded text.
///
/// Offsets are bytes while the pipeline works and become Unicode code points where data leaves it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// A span from byte offsets; a source is at most 4 GiB, which `source` enforces.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end && end <= u32::MAX as usize);
        Span {
            start: start as u32,
            end: end as u32,
        }
    }

    /// The span as a range that slices a `str`.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Number of bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether the span holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside this one.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that holds both.
    pub fn cover(self, other: Span) -> Span {
        Span {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }
}

/// The places one value was taken from, in source order of reading; empty for a value that no text carries.
///
/// Almost every value has one place, so the first is held inline.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spans {
    first: Option<Span>,
    rest: Vec<Span>,
}

impl Spans {
    /// No place.
    pub const NONE: Spans = Spans {
        first: None,
        rest: Vec::new(),
    };

    /// One place.
    pub fn one(span: Span) -> Self {
        Spans {
            first: Some(span),
            rest: Vec::new(),
        }
    }

    /// Adds a place after the others.
    pub fn push(&mut self, span: Span) {
        if self.first.is_none() {
            self.first = Some(span);
        } else {
            self.rest.push(span);
        }
    }

    /// Adds all places of `other`.
    pub fn extend(&mut self, other: &Spans) {
        other.iter().for_each(|s| self.push(s));
    }

    /// The places in order.
    #[inline]
    pub fn iter(&self) -> impl Iterator<Item = Span> + '_ {
        Places {
            first: self.first,
            rest: self.rest.iter(),
        }
    }

    /// Whether there is no place.
    pub fn is_empty(&self) -> bool {
        self.first.is_none()
    }

    /// The smallest span over all places.
    pub fn cover(&self) -> Option<Span> {
        self.iter().reduce(Span::cover)
    }
}

/// Goes over places: a chain of iterators took a call for each of the very many cells that have none.
struct Places<'a> {
    first: Option<Span>,
    rest: std::slice::Iter<'a, Span>,
}

impl Iterator for Places<'_> {
    type Item = Span;

    #[inline]
    fn next(&mut self) -> Option<Span> {
        self.first.take().or_else(|| self.rest.next().copied())
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let count = usize::from(self.first.is_some()) + self.rest.len();
        (count, Some(count))
    }
}

impl From<Span> for Spans {
    fn from(span: Span) -> Self {
        Spans::one(span)
    }
}

impl FromIterator<Span> for Spans {
    fn from_iter<I: IntoIterator<Item = Span>>(iter: I) -> Self {
        let mut spans = Spans::NONE;
        iter.into_iter().for_each(|s| spans.push(s));
        spans
    }
}
