//! Diagrams that are finished.

use super::left::Left;
use super::node::Node;
use crate::facts::{AnswerSet, Asking, FactId, FactSet, Possibilities};
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
    pub(super) asked: Vec<FactSet>,
    nodes: Vec<FrozenNode>,
    branches: Vec<u32>,
    ways: Vec<Way>,
    roots: IndexVec<I, u32>,
    /// The answers that are possible until something is known.
    pub(super) assumed: Possibilities,
    /// What is left where these are the only ones.
    pub(super) left: Left,
    /// The places of which something is left then that asks for a fact.
    pub(super) left_asking: Asking,
    /// The places that ask for a fact, or are stood for then by one that does.
    pub(super) asking: Asking,
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
    first_way: u32,
    end_way: u32,
}

/// All branches of a node that lead to one place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Way {
    pub(super) answers: AnswerSet,
    pub(super) place: u32,
}

impl<I: Id> Forest<I> {
    /// A forest without any diagram.
    pub(super) fn new(assumed: Possibilities) -> Self {
        Self {
            asked: vec![FactSet::default(); TERMINALS],
            nodes: Vec::new(),
            branches: Vec::new(),
            ways: Vec::new(),
            roots: IndexVec::default(),
            assumed,
            left: Left::default(),
            left_asking: Asking::default(),
            asking: Asking::default(),
        }
    }

    /// The nodes, each behind those that it leads to.
    pub(crate) fn nodes(&self) -> &[FrozenNode] {
        &self.nodes
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

    /// The places that the node leads to, each once.
    #[expect(
        clippy::indexing_slicing,
        reason = "the range was laid out together with the node"
    )]
    #[inline]
    pub(super) fn ways(&self, node: &FrozenNode) -> &[Way] {
        &self.ways[node.first_way as usize..node.end_way as usize]
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
        let below = branches.iter().map(|place| self.asked[*place as usize]);
        let mut support = below.fold(FactSet::default(), FactSet::union);
        support.insert(fact);
        self.asked.push(support);
        let [first_branch, first_way] = self.ends();
        for (answer, place) in (0..).zip(&branches) {
            let ways = self.ways.iter_mut().skip(first_way as usize);
            let mut ways = ways.filter(|way| way.place == *place);
            let answers = AnswerSet::only(answer);
            match ways.next() {
                Some(way) => way.answers = way.answers.union(answers),
                None => self.ways.push(Way {
                    answers,
                    place: *place,
                }),
            }
        }
        self.branches.extend(branches);
        let [end_branch, end_way] = self.ends();
        self.nodes.push(FrozenNode {
            fact,
            first_branch,
            end_branch,
            first_way,
            end_way,
        });
    }

    /// Where the branches and ways of the next node begin.
    #[expect(
        clippy::expect_used,
        reason = "guidance that no memory holds is not loaded either"
    )]
    fn ends(&self) -> [u32; 2] {
        [self.branches.len(), self.ways.len()]
            .map(|end| u32::try_from(end).expect("a branch has a place of 32 bits"))
    }
}
