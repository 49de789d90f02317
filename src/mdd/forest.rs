//! Diagrams that are finished.

use super::node::Node;
use crate::facts::{FactId, FactSet};

/// A condition that the finished forest keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Condition(usize);

impl Condition {
    /// The condition that was kept after so many others.
    pub(super) fn at(place: usize) -> Self {
        Self(place)
    }

    /// Its place among those that were kept.
    pub(crate) fn place(self) -> usize {
        self.0
    }
}

/// The finished diagrams. Places 0, 1 and 2 are the terminals of [`Node`]; nodes follow, deepest first.
#[derive(Debug, Default)]
pub(crate) struct Forest {
    nodes: Vec<FrozenNode>,
    branches: Vec<u32>,
    roots: Vec<u32>,
}

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

impl Forest {
    /// How many terminals stand before the nodes.
    pub(crate) const TERMINALS: usize = Node::TERMINALS.len();

    /// The nodes; the one at index `i` has place `i + TERMINALS`.
    pub(crate) fn nodes(&self) -> &[FrozenNode] {
        &self.nodes
    }

    /// The nodes of the same level, each with its place.
    #[expect(clippy::indexing_slicing, reason = "a level starts at a node")]
    pub(crate) fn level(&self, node: &FrozenNode) -> impl Iterator<Item = (usize, &FrozenNode)> {
        let fact = node.fact;
        let level = (node.level_start + Self::TERMINALS..).zip(&self.nodes[node.level_start..]);
        level.take_while(move |(_, other)| other.fact == fact)
    }

    /// The places that the node's branches lead to, one for each answer of its fact.
    #[expect(
        clippy::indexing_slicing,
        reason = "the range was laid out together with the node"
    )]
    pub(crate) fn branches(&self, node: &FrozenNode) -> &[u32] {
        &self.branches[node.first_branch..node.end_branch]
    }

    /// The place at which a kept condition starts.
    #[expect(clippy::indexing_slicing, reason = "a condition is made by keeping it")]
    pub(crate) fn root(&self, condition: Condition) -> usize {
        self.roots[condition.0] as usize
    }

    /// The places at which the kept conditions start, in their order.
    pub(super) fn roots(&self) -> &[u32] {
        &self.roots
    }

    fn support_at(&self, place: usize) -> FactSet {
        let inner = place
            .checked_sub(Self::TERMINALS)
            .and_then(|inner| self.nodes.get(inner));
        inner.map(|node| node.support).unwrap_or_default()
    }

    /// Keeps the conditions that start at these places.
    pub(super) fn keep(&mut self, roots: impl Iterator<Item = u32>) {
        self.roots.extend(roots);
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
