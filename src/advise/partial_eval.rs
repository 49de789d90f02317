//! What an interpretation leaves of every compiled condition.

use super::interpret::Interpretation;
use super::truth::Truth;
use crate::facts::FactSet;
use crate::index::Id;
use crate::mdd::{Forest, Left};

/// What is left of every condition in one interpretation.
#[derive(Debug)]
pub(super) struct PartialEval<'f, I> {
    forest: &'f Forest<I>,
    left: Left,
}

impl<'f, I: Id> PartialEval<'f, I> {
    /// Evaluates every condition of the forest.
    pub(super) fn of(forest: &'f Forest<I>, interpretation: &Interpretation) -> Self {
        Self {
            forest,
            left: forest.left(&interpretation.possible),
        }
    }

    /// Where the condition stands.
    #[inline]
    pub(super) fn truth(&self, condition: I) -> Truth {
        match self.left.place(self.forest.root(condition)) {
            0 => Truth::Refuted,
            1 => Truth::Holds,
            _ => Truth::Open,
        }
    }

    /// The open facts that can change the condition (SEMANTICS 1.8).
    pub(super) fn depends_on(&self, condition: I) -> FactSet {
        self.left.support(self.forest.root(condition))
    }
}
