//! A condition while it is drawn: as it is evaluated, and once everything is known.

use crate::mdd::{Builder, Node};

/// The two diagrams of a condition. They differ only where it asks what is known (SEMANTICS 1.9, 1.10, 1.11).
#[derive(Debug, Clone, Copy)]
pub(super) struct Drawn {
    pub(super) now: Node,
    pub(super) once_known: Node,
}

impl Drawn {
    /// What always holds.
    pub(super) const TRUE: Self = Self::alike(Node::TRUE);

    /// What never holds.
    pub(super) const FALSE: Self = Self::alike(Node::FALSE);

    /// A condition that asks nothing about what is known.
    pub(super) const fn alike(node: Node) -> Self {
        Self {
            now: node,
            once_known: node,
        }
    }

    /// Both hold.
    pub(super) fn and(self, builder: &mut Builder, other: Self) -> Self {
        Self {
            now: builder.and(self.now, other.now),
            once_known: builder.and(self.once_known, other.once_known),
        }
    }

    /// Either holds.
    pub(super) fn or(self, builder: &mut Builder, other: Self) -> Self {
        Self {
            now: builder.or(self.now, other.now),
            once_known: builder.or(self.once_known, other.once_known),
        }
    }

    /// It does not hold.
    pub(super) fn not(self, builder: &mut Builder) -> Self {
        Self {
            now: builder.not(self.now),
            once_known: builder.not(self.once_known),
        }
    }
}
