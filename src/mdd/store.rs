//! Every node of a builder, each once.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use super::node::Node;
use crate::facts::FactId;

/// Nodes in the order in which they were made. They lie in a few long rows, and a table finds each by what
/// it is: there are millions, and an allocation for each would take most of the time and of the memory.
#[derive(Debug)]
pub(super) struct NodeStore {
    facts: Vec<FactId>,
    /// Where the branches of each node begin.
    begin: Vec<u32>,
    branches: Vec<Node>,
    /// Each node at the first free place from its hash on. FALSE is no inner node, and means free.
    table: Vec<Node>,
    limit: usize,
}

impl NodeStore {
    /// A store without any node, for at most so many.
    pub(super) fn new(limit: usize) -> Self {
        Self {
            facts: Vec::new(),
            begin: Vec::new(),
            branches: Vec::new(),
            table: vec![Node::FALSE; 64],
            limit: limit.min(Node::MOST),
        }
    }

    /// How many nodes there are.
    pub(super) fn len(&self) -> usize {
        self.facts.len()
    }

    /// The most nodes that there may be.
    pub(super) fn limit(&self) -> usize {
        self.limit
    }

    /// The fact that a node asks for, and where it leads to; nothing for a terminal.
    pub(super) fn get(&self, node: Node) -> Option<(FactId, &[Node])> {
        let place = node.inner()?;
        let fact = *self.facts.get(place)?;
        let begin = *self.begin.get(place)? as usize;
        let end = self.begin.get(place + 1);
        let end = end.map_or(self.branches.len(), |end| *end as usize);
        Some((fact, self.branches.get(begin..end)?))
    }

    /// The fact that a node asks for.
    pub(super) fn fact(&self, node: Node) -> Option<FactId> {
        self.facts.get(node.inner()?).copied()
    }

    /// The node that asks for the fact and leads there, made if it is not there; nothing at the limit.
    pub(super) fn node(&mut self, fact: FactId, branches: &[Node]) -> Option<Node> {
        let free = match self.find(fact, branches) {
            Ok(node) => return Some(node),
            Err(free) => free,
        };
        if self.len() >= self.limit {
            return None;
        }
        let begin = u32::try_from(self.branches.len()).ok()?;
        let node = Node::inner_at(self.len());
        self.facts.push(fact);
        self.begin.push(begin);
        self.branches.extend_from_slice(branches);
        if let Some(place) = self.table.get_mut(free) {
            *place = node;
        }
        if self.len() * 2 > self.table.len() {
            self.grow();
        }
        Some(node)
    }

    /// The node with these branches, or the place of the table where it belongs.
    fn find(&self, fact: FactId, branches: &[Node]) -> Result<Node, usize> {
        let mut place = self.home(fact, branches);
        loop {
            match self.table.get(place).copied() {
                None | Some(Node::FALSE) => return Err(place),
                Some(node) if self.get(node) == Some((fact, branches)) => return Ok(node),
                Some(_) => place = self.wrapped(place + 1),
            }
        }
    }

    /// Where a node is looked for first.
    fn home(&self, fact: FactId, branches: &[Node]) -> usize {
        let mut hasher = FxHasher::default();
        fact.hash(&mut hasher);
        for branch in branches {
            branch.hash(&mut hasher);
        }
        // The table is far smaller than a hash: its lower bits are all that counts.
        self.wrapped(usize::try_from(hasher.finish()).unwrap_or_default())
    }

    /// The length of the table is a power of two.
    fn wrapped(&self, place: usize) -> usize {
        place & (self.table.len() - 1)
    }

    /// Doubles the table.
    fn grow(&mut self) {
        self.table = vec![Node::FALSE; self.table.len() * 2];
        for inner in 0..self.len() {
            let node = Node::inner_at(inner);
            let free = self
                .get(node)
                .map(|(fact, branches)| self.find(fact, branches));
            if let Some(Err(free)) = free
                && let Some(place) = self.table.get_mut(free)
            {
                *place = node;
            }
        }
    }
}
