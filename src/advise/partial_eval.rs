//! What an interpretation leaves of every compiled condition, exactly, in one pass over the forest.
//!
//! The pass goes from the terminals upwards and finds, for each node, the function that is left of it
//! once the answers of the interpretation are put in. Two nodes get the same class exactly when they
//! are left with the same function. So a condition holds in every completion when its class is the
//! terminal "true", in none when it is the terminal "false", and it depends on exactly the facts that
//! its class still asks for.

use super::interpret::Interpretation;
use crate::contract::advice::Outcome;
use crate::facts::{AnswerSet, FactSet};
use crate::index::Id;
use crate::mdd::{Forest, FrozenNode, TERMINALS};

/// What is left of every condition in one interpretation.
#[derive(Debug)]
pub(super) struct PartialEval<'f, I> {
    forest: &'f Forest<I>,
    class: Vec<usize>,
    support: Vec<FactSet>,
}

/// Where a condition stands over all completions of the open facts (SEMANTICS 1.5, 1.7).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Truth {
    /// It holds in every completion.
    Holds,
    /// It holds in none.
    Refuted,
    /// It holds in some.
    Open,
}

/// Where a condition stands over all interpretations.
#[derive(Debug, Clone, Copy)]
pub(super) struct Truths {
    pub(super) some_hold: bool,
    pub(super) all_hold: bool,
    pub(super) all_refuted: bool,
}

impl Truths {
    /// Where it stands, by where it stands in each.
    pub(super) fn of(truths: impl Iterator<Item = Truth>) -> Self {
        let mut all = Self {
            some_hold: false,
            all_hold: true,
            all_refuted: true,
        };
        for truth in truths {
            all.some_hold |= truth == Truth::Holds;
            all.all_hold &= truth == Truth::Holds;
            all.all_refuted &= truth == Truth::Refuted;
        }
        all
    }

    /// What it comes to.
    pub(super) fn outcome(self) -> Outcome {
        match (self.all_hold, self.all_refuted) {
            (true, _) => Outcome::Holds,
            (false, true) => Outcome::Refuted,
            (false, false) => Outcome::Open,
        }
    }

    /// Whether that is certain: of what is protective it is enough that it holds in some interpretation
    /// (SEMANTICS 6.3, 7.2).
    pub(super) fn certain(self, protective: bool) -> bool {
        if protective {
            self.some_hold
        } else {
            self.all_hold
        }
    }
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
        for (place, node) in (TERMINALS..).zip(forest.nodes()) {
            let (class, support) = if node.support.meets(interpretation.narrowed) {
                evaluated.evaluate(interpretation, place, node)
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

    fn evaluate(
        &self,
        interpretation: &Interpretation,
        place: usize,
        node: &FrozenNode,
    ) -> (usize, FactSet) {
        let possible = interpretation.possible(node.fact);
        if let Some(answer) = possible.single() {
            let branch = self.branch(node, answer);
            return (self.class_at(branch), self.support_at(branch));
        }
        let mut left = self.left(possible, node);
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
        let twin = self.twin(interpretation, place, node);
        (twin.unwrap_or(place), support)
    }

    /// A node that stands for the same function: an earlier one, or one that nothing has touched.
    fn twin(
        &self,
        interpretation: &Interpretation,
        place: usize,
        node: &FrozenNode,
    ) -> Option<usize> {
        let possible = interpretation.possible(node.fact);
        let stands = |at: usize, other: &FrozenNode| {
            let untouched = !other.support.meets(interpretation.narrowed);
            untouched || (at < place && self.class_at(at) == at)
        };
        let same = |other: &FrozenNode| {
            let mut pairs = self.left(possible, node).zip(self.left(possible, other));
            pairs.all(|(one, two)| self.class_at(one) == self.class_at(two))
        };
        let mut level = self.forest.level(node);
        level
            .find(|(at, other)| same(other) && stands(*at, other))
            .map(|(at, _)| at)
    }

    /// The places that a node can still lead to.
    fn left(&self, possible: AnswerSet, node: &FrozenNode) -> impl Iterator<Item = usize> {
        let branches = self.forest.branches(node).iter().zip(0..);
        branches
            .filter(move |(_, answer)| possible.contains(*answer))
            .map(|(branch, _)| *branch as usize)
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
