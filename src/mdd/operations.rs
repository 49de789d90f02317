//! What else can be made of diagrams, and read off them.

use std::cmp::Ordering;

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};

use super::builder::{Builder, truth};
use super::node::Node;
use crate::facts::{AnswerSet, FactId, FactSet};

impl Builder {
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

    /// The condition that it can come to hold, where each answer of a fact may become others, each fact on its
    /// own.
    pub(crate) fn relax(
        &mut self,
        condition: Node,
        may_become: &impl Fn(FactId, u8) -> AnswerSet,
    ) -> Node {
        self.relax_below(condition, may_become, &mut HashMap::default())
    }

    fn relax_below(
        &mut self,
        node: Node,
        may_become: &impl Fn(FactId, u8) -> AnswerSet,
        done: &mut HashMap<Node, Node>,
    ) -> Node {
        let Some(fact) = self.store.fact(node) else {
            return node;
        };
        if let Some(known) = done.get(&node) {
            return *known;
        }
        let relaxed = self.branch_by(fact, |builder, answer| {
            let answer = u8::try_from(answer).unwrap_or(u8::MAX);
            may_become(fact, answer)
                .iter()
                .fold(Node::FALSE, |can_hold, answer| {
                    let below = builder.follow(node, fact, usize::from(answer));
                    let below = builder.relax_below(below, may_become, done);
                    builder.or(can_hold, below)
                })
        });
        done.insert(node, relaxed);
        relaxed
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

    /// Every inner node of these diagrams.
    pub(super) fn reachable(&self, mut open: Vec<Node>) -> Vec<Node> {
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
