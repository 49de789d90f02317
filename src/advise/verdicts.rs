//! What a reading makes of every compiled condition, exactly, in one pass over the forest.
//!
//! The pass goes from the ends upwards and finds, for each node, the function that is left of it
//! once the reading's answers are put in. Two nodes get the same class exactly when they are left
//! with the same function. So a condition holds in every completion when its class is the end
//! "true", in none when it is the end "false", and it depends on exactly the facts that its class
//! still asks for.

use super::reading::Reading;
use crate::contract::sets::FactSet;
use crate::guidance::diagram::{Condition, Forest, Laid};

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
        let places = Forest::ENDS + forest.nodes().len();
        let mut verdicts = Self {
            class: (0..Forest::ENDS).collect(),
            support: vec![FactSet::default(); Forest::ENDS],
        };
        verdicts.class.reserve(places);
        verdicts.support.reserve(places);
        for (place, node) in (Forest::ENDS..).zip(forest.nodes()) {
            let (class, support) = if node.support.intersection(reading.narrowed).is_empty() {
                (place, node.support)
            } else {
                verdicts.judge(forest, reading, place, node)
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
        node: &Laid,
    ) -> (usize, FactSet) {
        let branches = forest.branches(node);
        let possible = reading.possible(node.fact);
        let mut left = branches
            .iter()
            .zip(0..)
            .filter(|(_, answer)| possible.contains(*answer))
            .map(|(branch, _)| *branch as usize);
        // INVARIANT: a reading leaves every fact at least one answer.
        let Some(first) = left.next() else {
            return (place, node.support);
        };
        let class = self.class_at(first);
        if left.all(|branch| self.class_at(branch) == class) {
            return (class, self.support_at(first));
        }
        let twin = self.twin(forest, reading, place, node);
        let mut support = FactSet::default();
        support.insert(node.fact);
        for (branch, _) in branches
            .iter()
            .zip(0..)
            .filter(|(_, answer)| possible.contains(*answer))
        {
            support = support.union(self.support_at(*branch as usize));
        }
        (twin.unwrap_or(place), support)
    }

    /// A node that stands for the same function: an earlier one, or one that nothing has touched.
    fn twin(&self, forest: &Forest, reading: &Reading, place: usize, node: &Laid) -> Option<usize> {
        let possible = reading.possible(node.fact);
        let level = (Forest::ENDS..).zip(forest.nodes()).skip(node.level_start);
        level
            .take_while(|(_, other)| other.fact == node.fact)
            .filter(|(at, other)| {
                let untouched = other.support.intersection(reading.narrowed).is_empty();
                untouched || (*at < place && self.class_at(*at) == *at)
            })
            .find(|(_, other)| {
                let pairs = forest
                    .branches(node)
                    .iter()
                    .zip(forest.branches(other))
                    .zip(0..);
                pairs
                    .filter(|(_, answer)| possible.contains(*answer))
                    .all(|((one, two), _)| {
                        self.class_at(*one as usize) == self.class_at(*two as usize)
                    })
            })
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
