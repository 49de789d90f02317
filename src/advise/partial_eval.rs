//! What an interpretation leaves of every compiled condition, exactly, in one pass over the forest.
//!
//! The pass goes from the terminals upwards and finds, for each node, the function that is left of it
//! once the answers of the interpretation are put in: the place that stands for it, and the facts that it still
//! asks for. So a condition holds in every completion when the terminal "true" is left of it, in none when the
//! terminal "false" is, and it depends on exactly the facts that what is left asks for.

use super::interpret::Interpretation;
use super::truth::Truth;
use crate::facts::{AnswerSet, FactSet};
use crate::index::Id;
use crate::mdd::{Forest, FrozenNode};

/// What is left of every condition in one interpretation.
#[derive(Debug)]
pub(super) struct PartialEval<'f, I> {
    forest: &'f Forest<I>,
    /// For each place the one that stands for it. One that stands for itself is a terminal, or a node whose
    /// answers still make a difference.
    stands_for: Vec<u32>,
    /// For each place the facts that are still asked for.
    support: Vec<FactSet>,
}

impl<'f, I: Id> PartialEval<'f, I> {
    /// Evaluates every condition of the forest.
    pub(super) fn of(forest: &'f Forest<I>, interpretation: &Interpretation) -> Self {
        let places = (0..).zip(forest.supports());
        let mut evaluated = Self {
            forest,
            stands_for: places.clone().map(|(place, _)| place).collect(),
            support: forest.supports().to_vec(),
        };
        for (place, support) in places {
            if support.meets(interpretation.narrowed) {
                evaluated.evaluate(interpretation, place);
            }
        }
        evaluated
    }

    /// Where the condition stands.
    pub(super) fn truth(&self, condition: I) -> Truth {
        match self.left_of(self.forest.root(condition)) {
            0 => Truth::Refuted,
            1 => Truth::Holds,
            _ => Truth::Open,
        }
    }

    /// The open facts that can change the condition (SEMANTICS 1.8).
    pub(super) fn depends_on(&self, condition: I) -> FactSet {
        self.support_at(self.forest.root(condition))
    }

    /// Finds what is left of a node, after all that it leads to.
    fn evaluate(&mut self, interpretation: &Interpretation, place: u32) {
        let node = self.forest.node(place);
        let possible = interpretation.possible(node.fact);
        if let Some(answer) = possible.single() {
            let branch = self.forest.branch(node, answer);
            self.stand_for(self.left_of(branch), place);
            self.leave(self.support_at(branch), place);
            return;
        }
        let mut left = self.branches(node, possible);
        // INVARIANT: an interpretation leaves every fact at least one answer.
        let Some(first) = left.next() else { return };
        let mut support = self.support_at(first);
        let mut settled = true;
        for branch in left {
            settled = settled && self.same(interpretation, first, branch);
            support = support.union(self.support_at(branch));
        }
        if settled {
            self.stand_for(self.left_of(first), place);
        } else {
            support.insert(node.fact);
        }
        self.leave(support, place);
    }

    /// Whether the same function is left of two places. Most functions differ in what they ask for. Of two that are the same
    /// one stands for the other from then on, so that it is found out once.
    fn same(&mut self, interpretation: &Interpretation, one: u32, other: u32) -> bool {
        let (one, other) = (self.left_of(one), self.left_of(other));
        if one == other {
            return true;
        }
        let support = self.support_at(one);
        if support.is_empty() || support != self.support_at(other) {
            return false;
        }
        // Both ask first for the highest of these facts.
        let [this, that] = [one, other].map(|place| self.forest.node(place));
        let possible = interpretation.possible(this.fact);
        let this = self.branches(this, possible);
        let mut branches = this.zip(self.branches(that, possible));
        let same = branches.all(|(this, that)| self.same(interpretation, this, that));
        if same {
            self.stand_for(one, other);
        }
        same
    }

    /// Where a node leads to on the answers that are possible.
    fn branches(
        &self,
        node: &'f FrozenNode,
        possible: AnswerSet,
    ) -> impl Iterator<Item = u32> + use<'f, I> {
        let forest = self.forest;
        let answers = possible.iter();
        answers.map(move |answer| forest.branch(node, answer))
    }

    /// The place that stands for this one.
    #[expect(clippy::indexing_slicing, reason = "a place is one of the forest")]
    fn left_of(&self, mut place: u32) -> u32 {
        loop {
            let standing = self.stands_for[place as usize];
            if standing == place {
                return place;
            }
            place = standing;
        }
    }

    #[expect(clippy::indexing_slicing, reason = "a place is one of the forest")]
    fn support_at(&self, place: u32) -> FactSet {
        self.support[place as usize]
    }

    #[expect(clippy::indexing_slicing, reason = "a place is one of the forest")]
    fn stand_for(&mut self, one: u32, other: u32) {
        self.stands_for[other as usize] = one;
    }

    #[expect(clippy::indexing_slicing, reason = "a place is one of the forest")]
    fn leave(&mut self, support: FactSet, place: u32) {
        self.support[place as usize] = support;
    }
}
