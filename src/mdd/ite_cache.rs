//! What choices between diagrams came to before.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use super::node::Node;

/// A condition, and what there is where it holds and elsewhere.
pub(super) type Choice = (Node, Node, Node);

/// The latest results. A newer one takes the place of an older one with the same hash: what is looked for in vain is
/// only worked out again, and comes to the same node.
#[derive(Debug)]
pub(super) struct IteCache {
    entries: Vec<(Choice, Node)>,
}

/// No choice is made between terminals.
const FREE: (Choice, Node) = ((Node::FALSE, Node::FALSE, Node::FALSE), Node::FALSE);

/// A quarter of a gigabyte.
const MOST: usize = 1 << 24;

impl IteCache {
    pub(super) fn new() -> Self {
        Self {
            entries: vec![FREE; 64],
        }
    }

    /// What a choice came to, if that is still known.
    pub(super) fn get(&self, choice: Choice) -> Option<Node> {
        let (known, node) = self.entries.get(self.place(choice))?;
        (*known == choice).then_some(*node)
    }

    /// Remembers what a choice came to. There is room for about as many as there are nodes.
    pub(super) fn insert(&mut self, choice: Choice, node: Node, nodes: usize) {
        if nodes > self.entries.len() && self.entries.len() < MOST {
            self.grow();
        }
        let place = self.place(choice);
        if let Some(entry) = self.entries.get_mut(place) {
            *entry = (choice, node);
        }
    }

    fn place(&self, choice: Choice) -> usize {
        let mut hasher = FxHasher::default();
        choice.hash(&mut hasher);
        // The length is a power of two, and far smaller than a hash.
        usize::try_from(hasher.finish()).unwrap_or_default() & (self.entries.len() - 1)
    }

    fn grow(&mut self) {
        let room = self.entries.len() * 2;
        let known = std::mem::replace(&mut self.entries, vec![FREE; room]);
        for (choice, node) in known.into_iter().filter(|entry| *entry != FREE) {
            let place = self.place(choice);
            if let Some(entry) = self.entries.get_mut(place) {
                *entry = (choice, node);
            }
        }
    }
}
