//! Conditions, compiled: one shared forest of ordered multi-valued decision diagrams.
//!
//! A node asks for the answer of one fact and has one branch for each answer. Equal parts are
//! shared, and a node whose branches are all equal does not exist, so two conditions are the same
//! function exactly when they are the same node. That makes "in every completion", "in some
//! completion" and "which open facts matter" exact, and cheap: see [`crate::advise`].

use std::cmp::{Ordering, Reverse};

use crate::facts::{AnswerSet, FactId, FactSet, ScopeFacts, Vocabulary};
use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};

/// A node while diagrams are built, or one of the three ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Node(u32);

impl Node {
    /// The condition does not hold; an item is absent.
    pub(crate) const FALSE: Self = Self(0);
    /// The condition holds; an item stands.
    pub(crate) const TRUE: Self = Self(1);
    /// An item is withheld.
    pub(crate) const HELD: Self = Self(2);
    const ENDS: u32 = 3;

    fn inner(self) -> Option<usize> {
        self.0
            .checked_sub(Self::ENDS)
            .and_then(|place| usize::try_from(place).ok())
    }
}

/// A condition that the finished forest keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Condition(usize);

impl Condition {
    /// Its place among those that were kept.
    pub(crate) fn place(self) -> usize {
        self.0
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Branching {
    fact: FactId,
    branches: Box<[Node]>,
}

/// The branches that a node has for each fact, and the order in which diagrams ask for facts.
#[derive(Debug)]
pub(crate) struct Space {
    ways: Vec<usize>,
    level: Vec<usize>,
}

impl Space {
    /// Diagrams over incidents of which everything is known: a branch for each answer.
    /// The facts that decide the scope are asked first.
    pub(crate) fn of_answers(vocabulary: &Vocabulary) -> Self {
        let later = |fact: &FactId| !vocabulary.scope().contains(*fact);
        Self::new(vocabulary, |fact| vocabulary[fact].answers.len(), later)
    }

    /// So many branches for a fact, and the facts in the order of a key, then of the vocabulary.
    pub(crate) fn new<K: Ord>(
        vocabulary: &Vocabulary,
        ways: impl Fn(FactId) -> usize,
        order: impl FnMut(&FactId) -> K,
    ) -> Self {
        let mut facts: Vec<FactId> = vocabulary.ids().collect();
        facts.sort_by_cached_key(order);
        let mut level: Vec<usize> = (0..facts.len()).collect();
        level.sort_by_key(|place| facts.get(*place).copied());
        Self {
            ways: vocabulary.ids().map(ways).collect(),
            level,
        }
    }

    /// How many branches a node has that asks for the fact.
    #[expect(clippy::indexing_slicing, reason = "every fact has its branches")]
    pub(crate) fn ways(&self, fact: FactId) -> usize {
        self.ways[fact.index()]
    }

    /// The place of a fact in the order of every diagram.
    #[expect(clippy::indexing_slicing, reason = "every fact has its level")]
    pub(crate) fn level(&self, fact: FactId) -> usize {
        self.level[fact.index()]
    }
}

/// Builds diagrams that share their parts.
#[derive(Debug)]
pub(crate) struct Builder {
    space: Space,
    nodes: Vec<Branching>,
    unique: HashMap<Branching, Node>,
    chosen: HashMap<(Node, Node, Node), Node>,
    kept: Vec<Node>,
    parts: Vec<Node>,
}

impl Builder {
    /// A builder without any diagram.
    pub(crate) fn new(space: Space) -> Self {
        Self {
            space,
            nodes: Vec::new(),
            unique: HashMap::default(),
            chosen: HashMap::default(),
            kept: Vec::new(),
            parts: Vec::new(),
        }
    }

    /// The branches and the order of the diagrams.
    pub(crate) fn space(&self) -> &Space {
        &self.space
    }

    /// The condition that the fact has one of the answers.
    pub(crate) fn literal(&mut self, fact: FactId, answers: AnswerSet) -> Node {
        let ways = AnswerSet::first(self.space.ways(fact));
        let branches = ways
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

    /// For each of the facts of the scope, the condition that it is answered with no.
    pub(crate) fn no_to_scope(&mut self, scope: ScopeFacts) -> [Node; 2] {
        scope
            .noes()
            .map(|(fact, no)| self.literal(fact, AnswerSet::only(no)))
    }

    /// The condition that the other does not hold.
    pub(crate) fn not(&mut self, condition: Node) -> Node {
        self.choose(condition, Node::FALSE, Node::TRUE)
    }

    /// The condition that both hold.
    pub(crate) fn and(&mut self, one: Node, other: Node) -> Node {
        self.choose(one, other, Node::FALSE)
    }

    /// The condition that either holds.
    pub(crate) fn or(&mut self, one: Node, other: Node) -> Node {
        self.choose(one, Node::TRUE, other)
    }

    /// What `then` says where the condition holds, and what `otherwise` says elsewhere.
    pub(crate) fn choose(&mut self, condition: Node, then: Node, otherwise: Node) -> Node {
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
        if let Some(known) = self.chosen.get(&key) {
            return *known;
        }
        let first = [condition, then, otherwise]
            .into_iter()
            .filter_map(|node| self.fact(node))
            .min_by_key(|fact| self.space.level(*fact));
        // INVARIANT: a condition that is no end has a fact.
        let Some(fact) = first else { return otherwise };
        let branches = (0..self.space.ways(fact))
            .map(|place| {
                let [condition, then, otherwise] =
                    [condition, then, otherwise].map(|node| self.follow(node, fact, place));
                self.choose(condition, then, otherwise)
            })
            .collect();
        let node = self.branch(fact, branches);
        self.chosen.insert(key, node);
        node
    }

    /// What is left of a condition on one branch of a fact: it no longer asks for it.
    pub(crate) fn restrict(&mut self, condition: Node, fact: FactId, branch: usize) -> Node {
        let level = self.space.level(fact);
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
        match self.space.level(asked).cmp(&level) {
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

    /// The condition that two diagrams come to different ends.
    pub(crate) fn differ(&mut self, one: Node, other: Node) -> Node {
        let mut same = Node::FALSE;
        for end in [Node::FALSE, Node::TRUE, Node::HELD] {
            let [one, other] = [one, other].map(|node| self.ends_at(node, end));
            let both = self.and(one, other);
            same = self.or(same, both);
        }
        self.not(same)
    }

    /// The condition that a diagram comes to this end.
    pub(crate) fn ends_at(&mut self, node: Node, end: Node) -> Node {
        self.ends_below(node, end, &mut HashMap::default())
    }

    fn ends_below(&mut self, node: Node, end: Node, done: &mut HashMap<Node, Node>) -> Node {
        let Some((fact, branches)) = self.branching(node) else {
            return if node == end { Node::TRUE } else { Node::FALSE };
        };
        if let Some(known) = done.get(&node) {
            return *known;
        }
        let branches = branches.to_vec();
        let below = branches
            .into_iter()
            .map(|below| self.ends_below(below, end, done))
            .collect();
        let there = self.branch(fact, below);
        done.insert(node, there);
        there
    }

    /// Keeps a condition for the finished forest.
    pub(crate) fn keep(&mut self, node: Node) -> Condition {
        self.kept.push(node);
        Condition(self.kept.len() - 1)
    }

    /// Keeps a part of a condition for the forest of parts.
    pub(crate) fn keep_part(&mut self, node: Node) -> Condition {
        self.parts.push(node);
        Condition(self.parts.len() - 1)
    }

    /// The kept diagrams, and those of the parts, which only a trace goes through.
    pub(crate) fn finish(self) -> (Forest, Forest) {
        (self.laid_out(&self.kept), self.laid_out(&self.parts))
    }

    /// Diagrams laid out for reading: a level in one run, branches before their node.
    fn laid_out(&self, roots: &[Node]) -> Forest {
        let mut order = self.reachable(roots.to_vec());
        order.sort_by_key(|node| (Reverse(self.level(*node)), node.0));
        let places: HashMap<Node, u32> = [Node::FALSE, Node::TRUE, Node::HELD]
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
        forest.roots = roots.iter().map(place).collect();
        forest
    }

    /// The diagram that asks for the fact first. Its branches ask only for facts below it.
    pub(crate) fn branch(&mut self, fact: FactId, branches: Box<[Node]>) -> Node {
        if let [first, rest @ ..] = &*branches
            && rest.iter().all(|node| node == first)
        {
            return *first;
        }
        let branching = Branching { fact, branches };
        if let Some(known) = self.unique.get(&branching) {
            return *known;
        }
        let place = Forest::ENDS + self.nodes.len();
        let node = Node(u32::try_from(place).unwrap_or(u32::MAX));
        self.nodes.push(branching.clone());
        self.unique.insert(branching, node);
        node
    }

    /// The fact that a node asks for, and where it leads to; nothing for an end.
    pub(crate) fn branching(&self, node: Node) -> Option<(FactId, &[Node])> {
        let branching = self.nodes.get(node.inner()?)?;
        Some((branching.fact, &branching.branches))
    }

    /// How many nodes there are.
    pub(crate) fn size(&self) -> usize {
        self.nodes.len()
    }

    fn fact(&self, node: Node) -> Option<FactId> {
        self.branching(node).map(|(fact, _)| fact)
    }

    fn level(&self, node: Node) -> Option<usize> {
        self.fact(node).map(|fact| self.space.level(fact))
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

/// The finished diagrams. Places 0, 1 and 2 are the ends of [`Node`]; nodes follow, deepest first.
#[derive(Debug, Default)]
pub(crate) struct Forest {
    nodes: Vec<Laid>,
    branches: Vec<u32>,
    roots: Vec<u32>,
}

/// A node as it is laid out.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Laid {
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
    /// How many ends stand before the nodes.
    pub(crate) const ENDS: usize = Node::ENDS as usize;

    /// The nodes; the one at index `i` has place `i + ENDS`.
    pub(crate) fn nodes(&self) -> &[Laid] {
        &self.nodes
    }

    /// The nodes of the same level, each with its place.
    #[expect(clippy::indexing_slicing, reason = "a level starts at a node")]
    pub(crate) fn level(&self, node: &Laid) -> impl Iterator<Item = (usize, &Laid)> {
        let fact = node.fact;
        let level = (node.level_start + Self::ENDS..).zip(&self.nodes[node.level_start..]);
        level.take_while(move |(_, other)| other.fact == fact)
    }

    /// The places that the node's branches lead to, one for each answer of its fact.
    #[expect(
        clippy::indexing_slicing,
        reason = "the range was laid out together with the node"
    )]
    pub(crate) fn branches(&self, node: &Laid) -> &[u32] {
        &self.branches[node.first_branch..node.end_branch]
    }

    /// The place at which a kept condition starts.
    #[expect(clippy::indexing_slicing, reason = "a condition is made by keeping it")]
    pub(crate) fn root(&self, condition: Condition) -> usize {
        self.roots[condition.0] as usize
    }

    /// Builds the kept conditions again, in their order.
    pub(crate) fn copy_into(&self, builder: &mut Builder) -> Vec<Node> {
        let mut copies = vec![Node::FALSE, Node::TRUE, Node::HELD];
        let copy = |copies: &[Node], place: &u32| {
            let place = usize::try_from(*place).ok();
            let node = place.and_then(|place| copies.get(place).copied());
            node.unwrap_or(Node::FALSE)
        };
        for node in &self.nodes {
            let branches = self.branches(node).iter();
            let branches = branches.map(|place| copy(&copies, place)).collect();
            copies.push(builder.branch(node.fact, branches));
        }
        self.roots
            .iter()
            .map(|place| copy(&copies, place))
            .collect()
    }

    fn support_at(&self, place: usize) -> FactSet {
        let inner = place
            .checked_sub(Self::ENDS)
            .and_then(|inner| self.nodes.get(inner));
        inner.map(|node| node.support).unwrap_or_default()
    }

    fn push(&mut self, fact: FactId, branches: Box<[u32]>) {
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
        self.nodes.push(Laid {
            fact,
            support,
            level_start,
            first_branch,
            end_branch: self.branches.len(),
        });
    }
}

#[cfg(test)]
mod tests;
