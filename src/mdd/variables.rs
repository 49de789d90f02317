//! What diagrams ask for.

use crate::facts::FactId;

/// The branches that a node has for each fact, and the order in which diagrams ask for facts.
#[derive(Debug, Clone)]
pub(crate) struct Variables {
    arity: Vec<usize>,
    level: Vec<usize>,
}

impl Variables {
    /// All facts, with so many branches for each, in the order of a key, then of the facts themselves.
    pub(crate) fn new<K: Ord>(
        facts: impl Iterator<Item = FactId>,
        arity: impl Fn(FactId) -> usize,
        order: impl FnMut(&FactId) -> K,
    ) -> Self {
        let mut facts: Vec<FactId> = facts.collect();
        let arity = facts.iter().copied().map(arity).collect();
        facts.sort_by_cached_key(order);
        let mut level: Vec<usize> = (0..facts.len()).collect();
        level.sort_by_key(|place| facts.get(*place).copied());
        Self { arity, level }
    }

    /// How many branches a node has that asks for the fact.
    #[expect(clippy::indexing_slicing, reason = "every fact has its branches")]
    pub(crate) fn arity(&self, fact: FactId) -> usize {
        self.arity[fact.index()]
    }

    /// The place of a fact in the order of every diagram.
    #[expect(clippy::indexing_slicing, reason = "every fact has its level")]
    pub(crate) fn level(&self, fact: FactId) -> usize {
        self.level[fact.index()]
    }
}
