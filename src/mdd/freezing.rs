//! From diagrams that are made to a forest that is read, and back.

use std::cmp::Reverse;

use rustc_hash::FxHashMap as HashMap;

use super::builder::Builder;
use super::forest::{Condition, ConditionPart, Forest, KnownCondition};
use super::limit::LimitReached;
use super::node::Node;
use crate::facts::Possibilities;
use crate::index::{Id, IndexVec};

/// The diagrams that were kept, laid out for reading.
#[derive(Debug)]
pub(crate) struct Forests {
    /// What conditions ask to be known.
    pub(crate) known: Forest<KnownCondition>,
    pub(crate) conditions: Forest<Condition>,
    /// The parts of the conditions: only a trace goes through this one.
    pub(crate) parts: Forest<ConditionPart>,
}

impl Builder {
    /// Keeps a condition for the finished forest.
    pub(crate) fn keep(&mut self, node: Node) -> Condition {
        self.kept.push(node)
    }

    /// Keeps a part of a condition for the forest of parts.
    pub(crate) fn keep_part(&mut self, node: Node) -> ConditionPart {
        self.parts.push(node)
    }

    /// Keeps what a condition asks to be known for the forest that is evaluated first.
    pub(crate) fn keep_known(&mut self, node: Node) -> KnownCondition {
        self.known.push(node)
    }

    /// Every diagram that was kept, and what is left of it where only the assumed answers are possible.
    ///
    /// # Errors
    ///
    /// The limit was reached.
    pub(crate) fn finish(self, assumed: &Possibilities) -> Result<Forests, LimitReached> {
        self.check()?;
        Ok(Forests {
            known: self.freeze(&self.known, assumed),
            conditions: self.freeze(&self.kept, assumed),
            parts: self.freeze(&self.parts, assumed),
        })
    }

    /// Builds the kept conditions of a forest again.
    #[expect(
        clippy::indexing_slicing,
        reason = "branches are laid out before their node, and nodes before the roots"
    )]
    pub(crate) fn copy<I: Id>(&mut self, forest: &Forest<I>) -> IndexVec<I, Node> {
        let mut copies = Node::TERMINALS.to_vec();
        let copy = |copies: &[Node], place: &u32| copies[*place as usize];
        for node in forest.nodes() {
            let branches = forest.branches(node).iter();
            let branches: Vec<Node> = branches.map(|place| copy(&copies, place)).collect();
            copies.push(self.branch(node.fact, &branches));
        }
        forest.roots().map(|place| copy(&copies, place))
    }

    /// Diagrams laid out for reading: the deepest first, and so branches before their node.
    #[expect(
        clippy::indexing_slicing,
        reason = "all that can be reached has been given a place"
    )]
    fn freeze<I: Id>(&self, roots: &IndexVec<I, Node>, assumed: &Possibilities) -> Forest<I> {
        let mut order = self.reachable(roots.as_slice().to_vec());
        let level = |node| self.store.fact(node).map(|fact| self.variables.level(fact));
        order.sort_by_key(|node| (Reverse(level(*node)), *node));
        let places: HashMap<Node, u32> = Node::TERMINALS
            .into_iter()
            .chain(order.iter().copied())
            .zip(0..)
            .collect();
        let place = |node: &Node| places[node];

        let mut forest = Forest::new(assumed.clone());
        for (fact, branches) in order.iter().filter_map(|node| self.branching(*node)) {
            forest.push(fact, branches.iter().map(place).collect());
        }
        forest.keep(roots.map(place));
        forest.settle();
        forest
    }
}
