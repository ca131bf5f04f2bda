//! Byte offsets into code points, for readings that leave the program.

/// Counts code points up to byte offsets of one text; offsets that grow are counted only once.
pub struct Points<'t> {
    text: &'t str,
    byte: usize,
    point: usize,
}

impl<'t> Points<'t> {
    /// Starts at the beginning of `text`.
    pub fn new(text: &'t str) -> Self {
        Points {
            text,
            byte: 0,
            point: 0,
        }
    }

    /// The number of code points before byte `byte`, which lies on the edge of a character.
    pub fn at(&mut self, byte: usize) -> usize {
        if byte < self.byte {
            (self.byte, self.point) = (0, 0);
        }
        let between = self.text.get(self.byte..byte).unwrap_or_default();
        self.point += between.chars().count();
        self.byte = byte;
        self.point
    }
}

#[cfg(test)]
mod tests {
    use super::Points;

    #[test]
    fn counts_forward_and_back() {
        let mut points = Points::new("Zürich, São");
        assert_eq!(points.at(7), 6);
        assert_eq!(points.at(9), 8);
        assert_eq!(points.at(3), 2);
    }
}
