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
    nodes: Vec<FrozenNode>,
    branches: Vec<u32>,
    roots: IndexVec<I, u32>,
}

/// How many terminals come before the nodes.
pub(crate) const TERMINALS: usize = Node::TERMINALS.len();

/// A node as it is laid out.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FrozenNode {
    /// The fact that it asks for.
    pub(crate) fact: FactId,
    /// All facts that the node's function can depend on.
    pub(crate) support: FactSet,
    /// The index of the first node of the same level.
    level_start: usize,
    first_branch: usize,
    end_branch: usize,
}

impl<I: Id> Forest<I> {
    /// A forest without any diagram.
    pub(super) fn new() -> Self {
        Self {
            nodes: Vec::new(),
            branches: Vec::new(),
            roots: IndexVec::default(),
        }
    }

    /// The nodes; the one at index `i` has place `i + TERMINALS`.
    pub(crate) fn nodes(&self) -> &[FrozenNode] {
        &self.nodes
    }

    /// The nodes of the same level, each with its place.
    #[expect(clippy::indexing_slicing, reason = "a level starts at a node")]
    pub(crate) fn level(&self, node: &FrozenNode) -> impl Iterator<Item = (usize, &FrozenNode)> {
        let fact = node.fact;
        let level = (node.level_start + TERMINALS..).zip(&self.nodes[node.level_start..]);
        level.take_while(move |(_, other)| other.fact == fact)
    }

    /// The places that the node's branches lead to, one for each answer of its fact.
    #[expect(
        clippy::indexing_slicing,
        reason = "the range was laid out together with the node"
    )]
    #[inline]
    pub(crate) fn branches(&self, node: &FrozenNode) -> &[u32] {
        &self.branches[node.first_branch..node.end_branch]
    }

    /// The place at which a kept condition starts.
    pub(crate) fn root(&self, condition: I) -> usize {
        self.roots[condition] as usize
    }

    /// The places at which the kept conditions start.
    pub(super) fn roots(&self) -> &IndexVec<I, u32> {
        &self.roots
    }

    #[expect(
        clippy::indexing_slicing,
        reason = "branches are laid out before their node"
    )]
    fn support_at(&self, place: usize) -> FactSet {
        let inner = place.checked_sub(TERMINALS);
        inner.map_or(FactSet::default(), |inner| self.nodes[inner].support)
    }

    /// Keeps the conditions that start at these places.
    pub(super) fn keep(&mut self, roots: IndexVec<I, u32>) {
        self.roots = roots;
    }

    /// Adds a node whose branches lead to those that are there.
    pub(super) fn push(&mut self, fact: FactId, branches: Box<[u32]>) {
        let mut support = FactSet::default();
        support.insert(fact);
        for branch in &branches {
            support = support.union(self.support_at(*branch as usize));
        }
        let level_start = match self.nodes.last() {
            Some(last) if last.fact == fact => last.level_start,
            _ => self.nodes.len(),
        };
        let first_branch = self.branches.len();
        self.branches.extend(branches);
        self.nodes.push(FrozenNode {
            fact,
            support,
            level_start,
            first_branch,
            end_branch: self.branches.len(),
        });
    }
}
