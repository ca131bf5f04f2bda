//! Numbers that are one: a forest in which the lowest number of each tree is its root.

/// Which numbers are one.
#[derive(Clone, Debug, Default)]
pub(super) struct Union(Vec<u32>);

impl Union {
    /// Numbers from 0, each by itself.
    pub(super) fn new(count: usize) -> Union {
        Union((0..count as u32).collect())
    }

    /// The lowest number that is one with this.
    pub(super) fn root(&self, mut at: u32) -> u32 {
        while self.0[at as usize] != at {
            at = self.0[at as usize];
        }
        at
    }

    /// Makes two numbers one.
    pub(super) fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.root(a), self.root(b));
        let root = a.min(b);
        self.0[a.max(b) as usize] = root;
    }

    /// Shortens every way to its root.
    pub(super) fn flatten(&mut self) {
        // A parent is lower than its child, and is flat already.
        for at in 0..self.0.len() {
            let parent = self.0[at] as usize;
            self.0[at] = self.0[parent];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lowest_number_is_the_root() {
        let mut union = Union::new(6);
        union.join(5, 3);
        union.join(4, 5);
        union.join(3, 1);
        let roots: Vec<u32> = (0..6).map(|n| union.root(n)).collect();
        assert_eq!(roots, [0, 1, 2, 1, 1, 1]);
        union.flatten();
        assert_eq!(union.0, [0, 1, 2, 1, 1, 1]);
    }
}
