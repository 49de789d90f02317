//! Diagrams while they are made.

use std::cmp::{Ordering, Reverse};

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};

use super::forest::{Condition, ConditionPart, Forest};
use super::ite_cache::IteCache;
use super::limit::LimitReached;
use super::node::Node;
use super::store::NodeStore;
use super::variables::Variables;
use crate::facts::{AnswerSet, FactId, FactSet};
use crate::index::{Id, IndexVec};

/// The most branches that a node can have: an [`AnswerSet`] holds as many.
const MOST_BRANCHES: usize = 16;

/// Builds diagrams that share their parts.
///
/// Once more nodes would be needed than it may have, it is exhausted: from then on every operation
/// comes to [`Node::NOTHING`], at once. Whoever reads a result off its diagrams asks [`Builder::check`] first.
#[derive(Debug)]
pub(crate) struct Builder {
    variables: Variables,
    store: NodeStore,
    ite_cache: IteCache,
    exhausted: bool,
    kept: IndexVec<Condition, Node>,
    parts: IndexVec<ConditionPart, Node>,
}

impl Builder {
    /// A builder without any diagram, for at most so many nodes.
    pub(crate) fn new(variables: Variables, limit: usize) -> Self {
        Self {
            variables,
            store: NodeStore::new(limit),
            ite_cache: IteCache::new(),
            exhausted: false,
            kept: IndexVec::default(),
            parts: IndexVec::default(),
        }
    }

    /// Whether everything was drawn that was asked for.
    ///
    /// # Errors
    ///
    /// The limit was reached: nothing that was drawn may be taken for a result.
    pub(crate) fn check(&self) -> Result<(), LimitReached> {
        if self.exhausted {
            let nodes = self.store.limit();
            return Err(LimitReached { nodes });
        }
        Ok(())
    }

    /// What the diagrams ask for.
    pub(crate) fn variables(&self) -> &Variables {
        &self.variables
    }

    /// The condition that the fact has one of the answers.
    pub(crate) fn literal(&mut self, fact: FactId, answers: AnswerSet) -> Node {
        self.branch_by(fact, |_, answer| {
            let answer = u8::try_from(answer).unwrap_or(u8::MAX);
            truth(answers.contains(answer))
        })
    }

    /// The condition that the other does not hold.
    pub(crate) fn not(&mut self, condition: Node) -> Node {
        self.ite(condition, Node::FALSE, Node::TRUE)
    }

    /// The condition that both hold.
    pub(crate) fn and(&mut self, one: Node, other: Node) -> Node {
        // It is remembered for either order.
        self.ite(one.min(other), one.max(other), Node::FALSE)
    }

    /// The condition that either holds.
    pub(crate) fn or(&mut self, one: Node, other: Node) -> Node {
        self.ite(one.min(other), Node::TRUE, one.max(other))
    }

    /// What `then` says where the condition holds, and what `otherwise` says elsewhere.
    pub(crate) fn ite(&mut self, condition: Node, then: Node, otherwise: Node) -> Node {
        if self.exhausted {
            return Node::NOTHING;
        }
        // Where the condition is asked for again, what it comes to there is known.
        let then = if then == condition { Node::TRUE } else { then };
        let otherwise = if otherwise == condition {
            Node::FALSE
        } else {
            otherwise
        };
        if condition == Node::TRUE || then == otherwise {
            return then;
        }
        if condition == Node::FALSE {
            return otherwise;
        }
        if then == Node::TRUE && otherwise == Node::FALSE {
            return condition;
        }
        let choice = (condition, then, otherwise);
        if let Some(known) = self.ite_cache.get(choice) {
            return known;
        }
        let first = [condition, then, otherwise]
            .into_iter()
            .filter_map(|node| self.store.fact(node))
            .min_by_key(|fact| self.variables.level(*fact));
        // INVARIANT: a condition that is no terminal has a fact.
        let Some(fact) = first else { return otherwise };
        let node = self.branch_by(fact, |builder, branch| {
            let [condition, then, otherwise] =
                [condition, then, otherwise].map(|node| builder.follow(node, fact, branch));
            builder.ite(condition, then, otherwise)
        });
        self.ite_cache.insert(choice, node, self.store.len());
        node
    }

    /// What is left of a condition on one branch of a fact: it no longer asks for it.
    pub(crate) fn restrict(&mut self, condition: Node, fact: FactId, branch: usize) -> Node {
        if self.exhausted {
            return Node::NOTHING;
        }
        let level = self.variables.level(fact);
        self.restrict_below(condition, level, branch, &mut HashMap::default())
    }

    #[expect(
        clippy::indexing_slicing,
        reason = "a node has a branch for each answer of its fact"
    )]
    fn restrict_below(
        &mut self,
        node: Node,
        level: usize,
        branch: usize,
        done: &mut HashMap<Node, Node>,
    ) -> Node {
        let Some((asked, branches)) = self.branching(node) else {
            return node;
        };
        match self.variables.level(asked).cmp(&level) {
            Ordering::Less => {}
            Ordering::Equal => return branches[branch],
            Ordering::Greater => return node,
        }
        if let Some(known) = done.get(&node) {
            return *known;
        }
        let left = self.branch_by(asked, |builder, place| {
            let below = builder.follow(node, asked, place);
            builder.restrict_below(below, level, branch, done)
        });
        done.insert(node, left);
        left
    }

    /// The facts that a condition depends on.
    pub(crate) fn support(&self, condition: Node) -> FactSet {
        let nodes = self.reachable(vec![condition]);
        nodes
            .into_iter()
            .filter_map(|node| self.store.fact(node))
            .collect()
    }

    /// The condition that two diagrams come to different terminals.
    pub(crate) fn differ(&mut self, one: Node, other: Node) -> Node {
        let mut same = Node::FALSE;
        for terminal in Node::TERMINALS {
            let [one, other] = [one, other].map(|node| self.leads_to(node, terminal));
            let both = self.and(one, other);
            same = self.or(same, both);
        }
        self.not(same)
    }

    /// The condition that a diagram comes to this terminal.
    pub(crate) fn leads_to(&mut self, node: Node, terminal: Node) -> Node {
        if self.exhausted {
            return Node::NOTHING;
        }
        self.leads_below(node, terminal, &mut HashMap::default())
    }

    fn leads_below(&mut self, node: Node, terminal: Node, done: &mut HashMap<Node, Node>) -> Node {
        let Some(fact) = self.store.fact(node) else {
            return truth(node == terminal);
        };
        if let Some(known) = done.get(&node) {
            return *known;
        }
        let there = self.branch_by(fact, |builder, branch| {
            let below = builder.follow(node, fact, branch);
            builder.leads_below(below, terminal, done)
        });
        done.insert(node, there);
        there
    }

    /// Keeps a condition for the finished forest.
    pub(crate) fn keep(&mut self, node: Node) -> Condition {
        self.kept.push(node)
    }

    /// Keeps a part of a condition for the forest of parts.
    pub(crate) fn keep_part(&mut self, node: Node) -> ConditionPart {
        self.parts.push(node)
    }

    /// The kept diagrams, and those of the parts, which only a trace goes through.
    ///
    /// # Errors
    ///
    /// The limit was reached.
    pub(crate) fn finish(self) -> Result<(Forest<Condition>, Forest<ConditionPart>), LimitReached> {
        self.check()?;
        Ok((self.freeze(&self.kept), self.freeze(&self.parts)))
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

    /// Diagrams laid out for reading: a level in one run, branches before their node.
    #[expect(
        clippy::indexing_slicing,
        reason = "all that can be reached has been given a place"
    )]
    fn freeze<I: Id>(&self, roots: &IndexVec<I, Node>) -> Forest<I> {
        let mut order = self.reachable(roots.as_slice().to_vec());
        let level = |node| self.store.fact(node).map(|fact| self.variables.level(fact));
        order.sort_by_key(|node| (Reverse(level(*node)), *node));
        let places: HashMap<Node, u32> = Node::TERMINALS
            .into_iter()
            .chain(order.iter().copied())
            .zip(0..)
            .collect();
        let place = |node: &Node| places[node];

        let mut forest = Forest::new();
        for (fact, branches) in order.iter().filter_map(|node| self.branching(*node)) {
            forest.push(fact, branches.iter().map(place).collect());
        }
        forest.keep(roots.map(place));
        forest
    }

    /// The diagram that asks for the fact first. Its branches ask only for facts below it.
    pub(crate) fn branch(&mut self, fact: FactId, branches: &[Node]) -> Node {
        if self.exhausted {
            return Node::NOTHING;
        }
        if let [first, rest @ ..] = branches
            && rest.iter().all(|node| node == first)
        {
            return *first;
        }
        let node = self.store.node(fact, branches);
        self.exhausted = node.is_none();
        node.unwrap_or(Node::NOTHING)
    }

    /// The diagram that asks for the fact first, with what is said of each of its branches.
    pub(crate) fn branch_by(
        &mut self,
        fact: FactId,
        mut branch: impl FnMut(&mut Self, usize) -> Node,
    ) -> Node {
        let mut branches = [Node::FALSE; MOST_BRANCHES];
        let arity = self.variables.arity(fact);
        for (place, node) in branches.iter_mut().enumerate().take(arity) {
            *node = branch(self, place);
        }
        self.branch(fact, branches.get(..arity).unwrap_or_default())
    }

    /// The fact that a node asks for, and where it leads to; nothing for a terminal.
    pub(crate) fn branching(&self, node: Node) -> Option<(FactId, &[Node])> {
        self.store.get(node)
    }

    /// How many nodes there are.
    pub(crate) fn node_count(&self) -> usize {
        self.store.len()
    }

    /// Where a node leads to on a branch of a fact, which it may not ask for.
    #[expect(
        clippy::indexing_slicing,
        reason = "a node has a branch for each answer of its fact"
    )]
    fn follow(&self, node: Node, fact: FactId, branch: usize) -> Node {
        match self.branching(node) {
            Some((asked, branches)) if asked == fact => branches[branch],
            _ => node,
        }
    }

    fn reachable(&self, mut open: Vec<Node>) -> Vec<Node> {
        let mut seen = HashSet::default();
        let mut found = Vec::new();
        while let Some(node) = open.pop() {
            if let Some((_, branches)) = self.branching(node)
                && seen.insert(node)
            {
                found.push(node);
                open.extend(branches);
            }
        }
        found
    }
}

fn truth(holds: bool) -> Node {
    if holds { Node::TRUE } else { Node::FALSE }
}
