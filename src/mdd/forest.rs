//! Diagrams that are finished.

use super::node::Node;
use crate::facts::{FactId, FactSet};
use crate::index::{Id, IndexVec, typed_id};

typed_id! {
    /// A condition that the finished forest keeps.
    Condition
    /// A part of a condition, which the forest of parts keeps.
    ConditionPart
    /// What a condition asks to be known, which a forest of its own keeps.
    KnownCondition
}

/// The finished diagrams of one kind. Places 0, 1 and 2 are the terminals of [`Node`]; nodes follow,
/// deepest first.
#[derive(Debug)]
pub(crate) struct Forest<I = Condition> {
    /// For each place all facts that its function can depend on: whoever looks for these sees nothing else.
    supports: Vec<FactSet>,
    nodes: Vec<FrozenNode>,
    branches: Vec<u32>,
    roots: IndexVec<I, u32>,
}

/// How many terminals come before the nodes.
pub(super) const TERMINALS: usize = Node::TERMINALS.len();

/// A node as it is laid out.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FrozenNode {
    /// The fact that it asks for.
    pub(crate) fact: FactId,
    first_branch: u32,
    end_branch: u32,
}

impl<I: Id> Forest<I> {
    /// A forest without any diagram.
    pub(super) fn new() -> Self {
        Self {
            supports: vec![FactSet::default(); TERMINALS],
            nodes: Vec::new(),
            branches: Vec::new(),
            roots: IndexVec::default(),
        }
    }

    /// The nodes, each behind those that it leads to.
    pub(crate) fn nodes(&self) -> &[FrozenNode] {
        &self.nodes
    }

    /// For each place all facts that its function can depend on: none for a terminal.
    pub(crate) fn supports(&self) -> &[FactSet] {
        &self.supports
    }

    /// The node at a place that is no terminal's.
    #[expect(clippy::indexing_slicing, reason = "a place is one of this forest")]
    pub(crate) fn node(&self, place: u32) -> &FrozenNode {
        &self.nodes[place as usize - TERMINALS]
    }

    /// The places that the node's branches lead to, one for each answer of its fact.
    #[expect(
        clippy::indexing_slicing,
        reason = "the range was laid out together with the node"
    )]
    #[inline]
    pub(crate) fn branches(&self, node: &FrozenNode) -> &[u32] {
        &self.branches[node.first_branch as usize..node.end_branch as usize]
    }

    /// The place that the node's branch for an answer leads to.
    #[expect(
        clippy::indexing_slicing,
        reason = "a node has a branch for each answer of its fact"
    )]
    #[inline]
    pub(crate) fn branch(&self, node: &FrozenNode, answer: u8) -> u32 {
        self.branches(node)[usize::from(answer)]
    }

    /// The place at which a kept condition starts.
    pub(crate) fn root(&self, condition: I) -> u32 {
        self.roots[condition]
    }

    /// The places at which the kept conditions start.
    pub(super) fn roots(&self) -> &IndexVec<I, u32> {
        &self.roots
    }

    /// Keeps the conditions that start at these places.
    pub(super) fn keep(&mut self, roots: IndexVec<I, u32>) {
        self.roots = roots;
    }

    /// Adds a node whose branches lead to those that are there.
    #[expect(
        clippy::indexing_slicing,
        reason = "branches are laid out before their node"
    )]
    pub(super) fn push(&mut self, fact: FactId, branches: Box<[u32]>) {
        let below = branches.iter().map(|place| self.supports[*place as usize]);
        let mut support = below.fold(FactSet::default(), FactSet::union);
        support.insert(fact);
        self.supports.push(support);
        let first_branch = self.next_branch();
        self.branches.extend(branches);
        self.nodes.push(FrozenNode {
            fact,
            first_branch,
            end_branch: self.next_branch(),
        });
    }

    #[expect(
        clippy::expect_used,
        reason = "guidance that no memory holds is not loaded either"
    )]
    fn next_branch(&self) -> u32 {
        u32::try_from(self.branches.len()).expect("a branch has a place of 32 bits")
    }
}
