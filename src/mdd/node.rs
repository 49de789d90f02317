//! What a diagram is called while it is built.

/// A node while diagrams are built, or one of the three terminals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Node(u32);

impl Node {
    /// The condition does not hold.
    pub(crate) const FALSE: Self = Self(0);
    /// The condition holds.
    pub(crate) const TRUE: Self = Self(1);
    /// Neither, for diagrams that have three outcomes.
    pub(crate) const OTHER: Self = Self(2);
    /// Every terminal, by its place.
    pub(super) const TERMINALS: [Self; 3] = [Self::FALSE, Self::TRUE, Self::OTHER];
    /// What a builder answers once it has reached its limit: no terminal, and no node of any diagram.
    pub(crate) const NOTHING: Self = Self(u32::MAX);
    /// The most nodes that can be told apart.
    pub(super) const MOST: usize = u32::MAX as usize - Self::TERMINALS.len();

    /// The node that was made after so many others.
    pub(super) fn inner_at(inner: usize) -> Self {
        let place = Self::TERMINALS.len() + inner;
        u32::try_from(place).map_or(Self::NOTHING, Self)
    }

    /// How many nodes were made before it; nothing for a terminal.
    pub(super) fn inner(self) -> Option<usize> {
        self.place().checked_sub(Self::TERMINALS.len())
    }

    /// Its place among the terminals and the nodes.
    pub(super) fn place(self) -> usize {
        self.0 as usize
    }
}
