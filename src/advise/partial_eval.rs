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
        let mut left = self.branches(node, interpretation.possible(node.fact));
        // INVARIANT: an interpretation leaves every fact at least one answer.
        let Some(first) = left.next() else { return };
        let standing = self.left_of(first);
        let mut support = self.support_at(first);
        let mut settled = true;
        for branch in left {
            settled = settled && self.same(interpretation, standing, branch);
            support = support.union(self.support_at(branch));
        }
        if settled {
            self.stand_for(standing, place);
        } else {
            support.insert(node.fact);
        }
        self.leave(support, place);
    }

    /// Whether the function of a place that stands for itself is left of another. Most functions differ in what they
    /// ask for.
    #[inline]
    fn same(&mut self, interpretation: &Interpretation, one: u32, other: u32) -> bool {
        let support = self.support_at(one);
        one == self.left_of(other)
            || !support.is_empty()
                && support == self.support_at(other)
                && self.leads_to_the_same(interpretation, one, self.left_of(other))
    }

    /// Whether two nodes, of which the same facts are still asked for, are left with the same function. Where they are, one
    /// stands for the other from then on, so that it is found out once.
    fn leads_to_the_same(&mut self, interpretation: &Interpretation, one: u32, other: u32) -> bool {
        // Both ask first for the highest of these facts.
        let [this, that] = [one, other].map(|place| self.forest.node(place));
        let possible = interpretation.possible(this.fact);
        let this = self.branches(this, possible);
        let mut branches = this.zip(self.branches(that, possible));
        let same = branches.all(|(this, that)| {
            let this = self.left_of(this);
            self.same(interpretation, this, that)
        });
        if same {
            self.stand_for(one, other);
        }
        same
    }

    /// Where a node leads to on the answers that are possible.
    fn branches(
        &self,
        node: &FrozenNode,
        possible: AnswerSet,
    ) -> impl Iterator<Item = u32> + use<'f, I> {
        let branches = self.forest.branches(node);
        possible
            .iter()
            .filter_map(|answer| branches.get(usize::from(answer)).copied())
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
