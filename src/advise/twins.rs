//! Which nodes of a level are left with the same function: those whose branches are left with the same.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use crate::facts::{AnswerSet, FactId, FactSet};
use crate::index::Id;
use crate::mdd::{Forest, FrozenNode, TERMINALS};

/// The node that stands for each function, found by the classes of its branches.
#[derive(Debug)]
pub(super) struct Twins<'f, I> {
    forest: &'f Forest<I>,
    /// The facts of which some answer is ruled out.
    narrowed: FactSet,
    /// Each of these nodes at the first free slot from its hash on. 0 is a terminal, and means free.
    table: Vec<usize>,
    /// The fact whose nodes were put in last.
    level: Option<FactId>,
}

impl<'f, I: Id> Twins<'f, I> {
    /// No node is known yet.
    pub(super) fn of(forest: &'f Forest<I>, narrowed: FactSet) -> Self {
        // Never full: there is a slot for each node, and one more.
        let size = (forest.nodes().len() + 1).next_power_of_two();
        Self {
            forest,
            narrowed,
            table: vec![0; size],
            level: None,
        }
    }

    /// The node that stands for what is left of this one, where these answers are possible. Nodes that ask
    /// for nothing that is narrowed stand for themselves, also those that come later.
    pub(super) fn of_node(
        &mut self,
        class: &[usize],
        possible: AnswerSet,
        place: usize,
        node: &FrozenNode,
    ) -> usize {
        if self.level != Some(node.fact) {
            self.level = Some(node.fact);
            for (other, untouched) in self.forest.level(node) {
                if !untouched.support.meets(self.narrowed) {
                    self.find(class, possible, other, untouched);
                }
            }
        }
        self.find(class, possible, place, node)
    }

    /// The node that is left with the same as this one; this one where there is no other.
    #[expect(
        clippy::indexing_slicing,
        reason = "a slot is taken modulo the size of the table"
    )]
    fn find(
        &mut self,
        class: &[usize],
        possible: AnswerSet,
        place: usize,
        node: &FrozenNode,
    ) -> usize {
        let mask = self.table.len() - 1;
        let mut hasher = FxHasher::default();
        self.left(class, possible, node)
            .for_each(|left| left.hash(&mut hasher));
        let mut slot = usize::try_from(hasher.finish()).unwrap_or_default() & mask;
        while let other @ 1.. = self.table[slot] {
            let there = &self.forest.nodes()[other - TERMINALS];
            let left = self.left(class, possible, there);
            if there.fact == node.fact && left.eq(self.left(class, possible, node)) {
                return other;
            }
            slot = (slot + 1) & mask;
        }
        self.table[slot] = place;
        place
    }

    /// For each possible answer, the class of its branch.
    #[expect(
        clippy::indexing_slicing,
        reason = "a node has a branch for each answer, and branches are evaluated before it"
    )]
    fn left<'n>(
        &'n self,
        class: &'n [usize],
        possible: AnswerSet,
        node: &'n FrozenNode,
    ) -> impl Iterator<Item = usize> + 'n {
        let branches = self.forest.branches(node);
        let branches = possible.iter().map(|answer| branches[usize::from(answer)]);
        branches.map(|branch| class[branch as usize])
    }
}
