//! Diagrams while they are made.

use std::cmp::{Ordering, Reverse};

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};

use super::forest::{Condition, Forest};
use super::node::Node;
use super::variables::Variables;
use crate::facts::{AnswerSet, FactId, FactSet};

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct InnerNode {
    fact: FactId,
    branches: Box<[Node]>,
}

/// Builds diagrams that share their parts.
#[derive(Debug)]
pub(crate) struct Builder {
    variables: Variables,
    nodes: Vec<InnerNode>,
    unique: HashMap<InnerNode, Node>,
    ite_cache: HashMap<(Node, Node, Node), Node>,
    kept: Vec<Node>,
    parts: Vec<Node>,
}

impl Builder {
    /// A builder without any diagram.
    pub(crate) fn new(variables: Variables) -> Self {
        Self {
            variables,
            nodes: Vec::new(),
            unique: HashMap::default(),
            ite_cache: HashMap::default(),
            kept: Vec::new(),
            parts: Vec::new(),
        }
    }

    /// What the diagrams ask for.
    pub(crate) fn variables(&self) -> &Variables {
        &self.variables
    }

    /// The condition that the fact has one of the answers.
    pub(crate) fn literal(&mut self, fact: FactId, answers: AnswerSet) -> Node {
        let branches = AnswerSet::first(self.variables.arity(fact));
        let branches = branches
            .iter()
            .map(|answer| {
                if answers.contains(answer) {
                    Node::TRUE
                } else {
                    Node::FALSE
                }
            })
            .collect();
        self.branch(fact, branches)
    }

    /// The condition that the other does not hold.
    pub(crate) fn not(&mut self, condition: Node) -> Node {
        self.ite(condition, Node::FALSE, Node::TRUE)
    }

    /// The condition that both hold.
    pub(crate) fn and(&mut self, one: Node, other: Node) -> Node {
        self.ite(one, other, Node::FALSE)
    }

    /// The condition that either holds.
    pub(crate) fn or(&mut self, one: Node, other: Node) -> Node {
        self.ite(one, Node::TRUE, other)
    }

    /// What `then` says where the condition holds, and what `otherwise` says elsewhere.
    pub(crate) fn ite(&mut self, condition: Node, then: Node, otherwise: Node) -> Node {
        if condition == Node::TRUE || then == otherwise {
            return then;
        }
        if condition == Node::FALSE {
            return otherwise;
        }
        if then == Node::TRUE && otherwise == Node::FALSE {
            return condition;
        }
        let key = (condition, then, otherwise);
        if let Some(known) = self.ite_cache.get(&key) {
            return *known;
        }
        let first = [condition, then, otherwise]
            .into_iter()
            .filter_map(|node| self.fact(node))
            .min_by_key(|fact| self.variables.level(*fact));
        // INVARIANT: a condition that is no terminal has a fact.
        let Some(fact) = first else { return otherwise };
        let branches = (0..self.variables.arity(fact))
            .map(|place| {
                let [condition, then, otherwise] =
                    [condition, then, otherwise].map(|node| self.follow(node, fact, place));
                self.ite(condition, then, otherwise)
            })
            .collect();
        let node = self.branch(fact, branches);
        self.ite_cache.insert(key, node);
        node
    }

    /// What is left of a condition on one branch of a fact: it no longer asks for it.
    pub(crate) fn restrict(&mut self, condition: Node, fact: FactId, branch: usize) -> Node {
        let level = self.variables.level(fact);
        self.restrict_below(condition, level, branch, &mut HashMap::default())
    }

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
            Ordering::Equal => return branches.get(branch).copied().unwrap_or(node),
            Ordering::Greater => return node,
        }
        if let Some(known) = done.get(&node) {
            return *known;
        }
        let branches: Vec<Node> = branches.to_vec();
        let left = branches
            .into_iter()
            .map(|below| self.restrict_below(below, level, branch, done))
            .collect();
        let left = self.branch(asked, left);
        done.insert(node, left);
        left
    }

    /// The facts that a condition depends on.
    pub(crate) fn support(&self, condition: Node) -> FactSet {
        let mut support = FactSet::default();
        for node in self.reachable(vec![condition]) {
            if let Some(fact) = self.fact(node) {
                support.insert(fact);
            }
        }
        support
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
        self.leads_below(node, terminal, &mut HashMap::default())
    }

    fn leads_below(&mut self, node: Node, terminal: Node, done: &mut HashMap<Node, Node>) -> Node {
        let Some((fact, branches)) = self.branching(node) else {
            return if node == terminal {
                Node::TRUE
            } else {
                Node::FALSE
            };
        };
        if let Some(known) = done.get(&node) {
            return *known;
        }
        let branches = branches.to_vec();
        let below = branches
            .into_iter()
            .map(|below| self.leads_below(below, terminal, done))
            .collect();
        let there = self.branch(fact, below);
        done.insert(node, there);
        there
    }

    /// Keeps a condition for the finished forest.
    pub(crate) fn keep(&mut self, node: Node) -> Condition {
        self.kept.push(node);
        Condition::at(self.kept.len() - 1)
    }

    /// Keeps a part of a condition for the forest of parts.
    pub(crate) fn keep_part(&mut self, node: Node) -> Condition {
        self.parts.push(node);
        Condition::at(self.parts.len() - 1)
    }

    /// The kept diagrams, and those of the parts, which only a trace goes through.
    pub(crate) fn finish(self) -> (Forest, Forest) {
        (self.freeze(&self.kept), self.freeze(&self.parts))
    }

    /// Diagrams laid out for reading: a level in one run, branches before their node.
    fn freeze(&self, roots: &[Node]) -> Forest {
        let mut order = self.reachable(roots.to_vec());
        order.sort_by_key(|node| (Reverse(self.level(*node)), *node));
        let places: HashMap<Node, u32> = Node::TERMINALS
            .into_iter()
            .chain(order.iter().copied())
            .zip(0..)
            .collect();
        let place = |node: &Node| places.get(node).copied().unwrap_or_default();

        let mut forest = Forest::default();
        for node in &order {
            let Some(branching) = node.inner().and_then(|place| self.nodes.get(place)) else {
                continue;
            };
            forest.push(
                branching.fact,
                branching.branches.iter().map(place).collect(),
            );
        }
        forest.keep(roots.iter().map(place));
        forest
    }

    /// The diagram that asks for the fact first. Its branches ask only for facts below it.
    pub(crate) fn branch(&mut self, fact: FactId, branches: Box<[Node]>) -> Node {
        if let [first, rest @ ..] = &*branches
            && rest.iter().all(|node| node == first)
        {
            return *first;
        }
        let branching = InnerNode { fact, branches };
        if let Some(known) = self.unique.get(&branching) {
            return *known;
        }
        let node = Node::inner_at(self.nodes.len());
        self.nodes.push(branching.clone());
        self.unique.insert(branching, node);
        node
    }

    /// The fact that a node asks for, and where it leads to; nothing for a terminal.
    pub(crate) fn branching(&self, node: Node) -> Option<(FactId, &[Node])> {
        let branching = self.nodes.get(node.inner()?)?;
        Some((branching.fact, &branching.branches))
    }

    /// How many nodes there are.
    pub(crate) fn node_count(&self) -> usize {
        self.nodes.len()
    }

    fn fact(&self, node: Node) -> Option<FactId> {
        self.branching(node).map(|(fact, _)| fact)
    }

    fn level(&self, node: Node) -> Option<usize> {
        self.fact(node).map(|fact| self.variables.level(fact))
    }

    fn follow(&self, node: Node, fact: FactId, place: usize) -> Node {
        match node.inner().and_then(|inner| self.nodes.get(inner)) {
            Some(branching) if branching.fact == fact => {
                branching.branches.get(place).copied().unwrap_or(node)
            }
            _ => node,
        }
    }

    fn reachable(&self, mut open: Vec<Node>) -> Vec<Node> {
        let mut seen = HashSet::default();
        let mut found = Vec::new();
        while let Some(node) = open.pop() {
            let Some(inner) = node.inner() else { continue };
            if let Some(branching) = self.nodes.get(inner)
                && seen.insert(inner)
            {
                found.push(node);
                open.extend(&branching.branches);
            }
        }
        found
    }
}
