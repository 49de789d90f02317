//! What a reading makes of every compiled condition, exactly, in one pass over the forest.
//!
//! The pass goes from the ends upwards and finds, for each node, the function that is left of it
//! once the reading's answers are put in. Two nodes get the same class exactly when they are left
//! with the same function. So a condition holds in every completion when its class is the end
//! "true", in none when it is the end "false", and it depends on exactly the facts that its class
//! still asks for.

use super::reading::Reading;
use crate::facts::{AnswerSet, FactSet};
use crate::mdd::{Condition, Forest, FrozenNode};

/// What is left of every condition in one reading.
#[derive(Debug)]
pub(super) struct Verdicts {
    class: Vec<usize>,
    support: Vec<FactSet>,
}

/// Where a condition stands over all completions of the open facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Truth {
    /// It holds in every completion.
    Holds,
    /// It holds in none.
    Refuted,
    /// It holds in some.
    Open,
}

impl Verdicts {
    /// Judges every condition of the forest.
    pub(super) fn of(forest: &Forest, reading: &Reading) -> Self {
        let mut verdicts = Self {
            class: Vec::with_capacity(Forest::TERMINALS + forest.nodes().len()),
            support: Vec::with_capacity(Forest::TERMINALS + forest.nodes().len()),
        };
        verdicts.class.extend(0..Forest::TERMINALS);
        verdicts
            .support
            .extend([FactSet::default(); Forest::TERMINALS]);
        for (place, node) in (Forest::TERMINALS..).zip(forest.nodes()) {
            let (class, support) = if node.support.meets(reading.narrowed) {
                verdicts.judge(forest, reading, place, node)
            } else {
                (place, node.support)
            };
            verdicts.class.push(class);
            verdicts.support.push(support);
        }
        verdicts
    }

    /// Where the condition stands.
    pub(super) fn truth(&self, forest: &Forest, condition: Condition) -> Truth {
        match self.class_at(forest.root(condition)) {
            0 => Truth::Refuted,
            1 => Truth::Holds,
            _ => Truth::Open,
        }
    }

    /// The open facts that can change the condition.
    #[expect(
        clippy::indexing_slicing,
        reason = "every place of the forest has been judged"
    )]
    pub(super) fn depends_on(&self, forest: &Forest, condition: Condition) -> FactSet {
        self.support[forest.root(condition)]
    }

    fn judge(
        &self,
        forest: &Forest,
        reading: &Reading,
        place: usize,
        node: &FrozenNode,
    ) -> (usize, FactSet) {
        let possible = reading.possible(node.fact);
        if let Some(answer) = possible.single()
            && let Some(branch) = forest.branches(node).get(usize::from(answer))
        {
            let branch = *branch as usize;
            return (self.class_at(branch), self.support_at(branch));
        }
        let mut left = left(forest, possible, node);
        // INVARIANT: a reading leaves every fact at least one answer.
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
        let twin = self.twin(forest, reading, place, node);
        (twin.unwrap_or(place), support)
    }

    /// A node that stands for the same function: an earlier one, or one that nothing has touched.
    fn twin(
        &self,
        forest: &Forest,
        reading: &Reading,
        place: usize,
        node: &FrozenNode,
    ) -> Option<usize> {
        let possible = reading.possible(node.fact);
        let stands = |at: usize, other: &FrozenNode| {
            let untouched = !other.support.meets(reading.narrowed);
            untouched || (at < place && self.class_at(at) == at)
        };
        let same = |other: &FrozenNode| {
            let mut pairs = left(forest, possible, node).zip(left(forest, possible, other));
            pairs.all(|(one, two)| self.class_at(one) == self.class_at(two))
        };
        let mut level = forest.level(node);
        level
            .find(|(at, other)| stands(*at, other) && same(other))
            .map(|(at, _)| at)
    }

    #[expect(
        clippy::indexing_slicing,
        reason = "branches are judged before their node"
    )]
    fn class_at(&self, place: usize) -> usize {
        self.class[place]
    }

    #[expect(
        clippy::indexing_slicing,
        reason = "branches are judged before their node"
    )]
    fn support_at(&self, place: usize) -> FactSet {
        self.support[place]
    }
}

/// The places that a node can still lead to.
fn left<'f>(
    forest: &'f Forest,
    possible: AnswerSet,
    node: &'f FrozenNode,
) -> impl Iterator<Item = usize> + 'f {
    let branches = forest.branches(node).iter().zip(0..);
    branches
        .filter(move |(_, answer)| possible.contains(*answer))
        .map(|(branch, _)| *branch as usize)
}
