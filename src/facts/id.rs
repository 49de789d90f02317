//! Which fact of a vocabulary is meant.

/// The most facts that there may be, derived ones included: a set of facts is one number of so many bits.
pub const MOST_FACTS: usize = 128;

/// A fact, by its place in the vocabulary that gave the id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactId(u8);

impl FactId {
    /// The fact at that place.
    pub(super) fn at(place: u8) -> Self {
        Self(place)
    }

    /// The place of the fact in the vocabulary.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}
