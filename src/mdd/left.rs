//! What is left of the diagrams of a forest where only some answers are possible.

use crate::facts::FactSet;

/// What is left of every diagram of a forest.
#[derive(Debug, Clone, Default)]
pub(crate) struct Left {
    /// For each place the one that stands for it. One that stands for itself is a terminal, or a node whose
    /// answers still make a difference.
    pub(super) stands_for: Vec<u32>,
    /// For each place the facts that are still asked for.
    pub(super) support: Vec<FactSet>,
}

#[expect(clippy::indexing_slicing, reason = "a place is one of the forest")]
impl Left {
    /// The place that stands for this one.
    #[inline]
    pub(crate) fn place(&self, mut place: u32) -> u32 {
        loop {
            let standing = self.stands_for[place as usize];
            if standing == place {
                return place;
            }
            place = standing;
        }
    }

    /// The facts that what is left of this place asks for.
    #[inline]
    pub(crate) fn support(&self, place: u32) -> FactSet {
        self.support[place as usize]
    }
}
