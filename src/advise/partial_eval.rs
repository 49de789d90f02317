//! What an interpretation leaves of every compiled condition, exactly, in one pass over the forest.
//!
//! The pass goes from the terminals upwards and finds, for each node, the function that is left of it
//! once the answers of the interpretation are put in. Two nodes get the same class exactly when they
//! are left with the same function. So a condition holds in every completion when its class is the
//! terminal "true", in none when it is the terminal "false", and it depends on exactly the facts that
//! its class still asks for.

use super::interpret::Interpretation;
use super::truth::Truth;
use super::twins::Twins;
use crate::facts::FactSet;
use crate::index::Id;
use crate::mdd::{Forest, FrozenNode, TERMINALS};

/// What is left of every condition in one interpretation.
#[derive(Debug)]
pub(super) struct PartialEval<'f, I> {
    forest: &'f Forest<I>,
    class: Vec<usize>,
    support: Vec<FactSet>,
}

impl<'f, I: Id> PartialEval<'f, I> {
    /// Evaluates every condition of the forest.
    pub(super) fn of(forest: &'f Forest<I>, interpretation: &Interpretation) -> Self {
        let size = TERMINALS + forest.nodes().len();
        let mut evaluated = Self {
            forest,
            class: Vec::with_capacity(size),
            support: Vec::with_capacity(size),
        };
        evaluated.class.extend(0..TERMINALS);
        evaluated.support.extend([FactSet::default(); TERMINALS]);
        let mut twins = Twins::of(forest, interpretation.narrowed);
        for (place, node) in (TERMINALS..).zip(forest.nodes()) {
            let (class, support) = if node.support.meets(interpretation.narrowed) {
                evaluated.evaluate(interpretation, &mut twins, place, node)
            } else {
                (place, node.support)
            };
            evaluated.class.push(class);
            evaluated.support.push(support);
        }
        evaluated
    }

    /// Where the condition stands.
    pub(super) fn truth(&self, condition: I) -> Truth {
        match self.class_at(self.forest.root(condition)) {
            0 => Truth::Refuted,
            1 => Truth::Holds,
            _ => Truth::Open,
        }
    }

    /// The open facts that can change the condition (SEMANTICS 1.8).
    pub(super) fn depends_on(&self, condition: I) -> FactSet {
        self.support_at(self.forest.root(condition))
    }

    /// The class of a node, and the facts that it still asks for.
    fn evaluate(
        &self,
        interpretation: &Interpretation,
        twins: &mut Twins<'f, I>,
        place: usize,
        node: &FrozenNode,
    ) -> (usize, FactSet) {
        let possible = interpretation.possible(node.fact);
        if let Some(answer) = possible.single() {
            let branch = self.branch(node, answer);
            return (self.class_at(branch), self.support_at(branch));
        }
        let mut left = possible.iter().map(|answer| self.branch(node, answer));
        // INVARIANT: an interpretation leaves every fact at least one answer.
        let Some(first) = left.next() else {
            return (place, node.support);
        };
        let class = self.class_at(first);
        let mut support = self.support_at(first);
        let mut settled = true;
        for branch in left {
            settled &= self.class_at(branch) == class;
            support = support.union(self.support_at(branch));
        }
        if settled {
            return (class, support);
        }
        support.insert(node.fact);
        (twins.of_node(&self.class, possible, place, node), support)
    }

    #[expect(
        clippy::indexing_slicing,
        reason = "a node has a branch for each answer of its fact"
    )]
    fn branch(&self, node: &FrozenNode, answer: u8) -> usize {
        self.forest.branches(node)[usize::from(answer)] as usize
    }

    #[expect(
        clippy::indexing_slicing,
        reason = "branches are evaluated before their node"
    )]
    fn class_at(&self, place: usize) -> usize {
        self.class[place]
    }

    #[expect(
        clippy::indexing_slicing,
        reason = "branches are evaluated before their node"
    )]
    fn support_at(&self, place: usize) -> FactSet {
        self.support[place]
    }
}
