//! How many incidents a set holds, and the smallest of them.

use rustc_hash::FxHashMap as HashMap;

use super::incidents::on_branch;
use crate::facts::{FactId, FactSet, Facts, Stated};
use crate::mdd::{Builder, Node};

/// So many incidents; nothing where there are more than can be counted.
pub(crate) type Count = Option<u128>;

/// Counts sets of incidents that state these facts and no others. What sets have in common is counted once.
#[derive(Debug)]
pub(crate) struct ModelCounter<'b> {
    builder: &'b Builder,
    /// How many branches each fact has, in the order in which diagrams ask for them.
    arities: Vec<u128>,
    /// The place of each fact in that order.
    places: HashMap<FactId, usize>,
    /// For each node, how many ways there are from its fact on.
    counts: HashMap<Node, Count>,
}

impl<'b> ModelCounter<'b> {
    /// A counter of what is in the diagrams, over these facts.
    pub(crate) fn new(builder: &'b Builder, facts: FactSet) -> Self {
        let variables = builder.variables();
        let mut facts: Vec<FactId> = facts.iter().collect();
        facts.sort_by_key(|fact| variables.level(*fact));
        let arities = facts.iter().map(|fact| variables.arity(*fact));
        Self {
            builder,
            arities: arities
                .filter_map(|arity| u128::try_from(arity).ok())
                .collect(),
            places: facts.into_iter().zip(0..).collect(),
            counts: HashMap::default(),
        }
    }

    /// How many incidents are in a set, which asks for no other facts.
    pub(crate) fn count(&mut self, set: Node) -> Count {
        self.count_from(0, set)
    }

    /// How many ways there are from a place in the order of the facts on.
    fn count_from(&mut self, place: usize, node: Node) -> Count {
        if node == Node::FALSE {
            return Some(0);
        }
        let Some((fact, branches)) = self.builder.branching(node) else {
            return self.ways(place, self.arities.len());
        };
        let own = *self.places.get(&fact)?;
        let from_here = if let Some(known) = self.counts.get(&node) {
            *known
        } else {
            let mut below = branches
                .iter()
                .map(|below| self.count_from(own + 1, *below));
            let counted = below.try_fold(0_u128, |sum, one| sum.checked_add(one?));
            self.counts.insert(node, counted);
            counted
        };
        self.ways(place, own)?.checked_mul(from_here?)
    }

    /// How many ways there are through the facts of these places, which nothing asks for.
    fn ways(&self, from: usize, to: usize) -> Count {
        let mut skipped = self.arities.get(from..to)?.iter();
        skipped.try_fold(1_u128, |ways, arity| ways.checked_mul(*arity))
    }
}

/// Finds the incidents of sets about which least is stated. What sets have in common is looked at once.
#[derive(Debug)]
pub(crate) struct SmallestFinder<'b> {
    builder: &'b Builder,
    /// For each node, how many facts must be stated to come from there into the set, if any way leads there.
    lengths: HashMap<Node, Option<usize>>,
}

impl<'b> SmallestFinder<'b> {
    /// A finder in these diagrams.
    pub(crate) fn new(builder: &'b Builder) -> Self {
        Self {
            builder,
            lengths: HashMap::default(),
        }
    }

    /// One of the smallest incidents of the set, if there is any.
    pub(crate) fn smallest(&mut self, set: Node) -> Option<Facts> {
        self.length(set)?;
        let mut facts = Facts::default();
        let mut node = set;
        while let Some((fact, branches)) = self.builder.branching(node) {
            let (_, stated, below) = self.shortest(fact, branches)?;
            facts.state(fact, stated);
            node = below;
        }
        Some(facts)
    }

    /// The way on along which least is stated, and how much.
    fn shortest(&mut self, fact: FactId, branches: &[Node]) -> Option<(usize, Stated, Node)> {
        let ways = branches.iter().enumerate().filter_map(|(place, below)| {
            let stated = on_branch(self.builder.variables(), fact, place);
            let own = usize::from(stated != Stated::NotAsked);
            Some((self.length(*below)? + own, stated, *below))
        });
        ways.min_by_key(|(length, ..)| *length)
    }

    fn length(&mut self, node: Node) -> Option<usize> {
        let Some((fact, branches)) = self.builder.branching(node) else {
            return (node != Node::FALSE).then_some(0);
        };
        if let Some(known) = self.lengths.get(&node) {
            return *known;
        }
        let shortest = self.shortest(fact, branches).map(|(length, ..)| length);
        self.lengths.insert(node, shortest);
        shortest
    }
}

/// Whether the incident is in the set.
#[cfg(test)]
pub(crate) fn contains(builder: &Builder, set: Node, facts: &Facts) -> bool {
    let mut node = set;
    while let Some((fact, branches)) = builder.branching(node) {
        let stated = facts.stated(fact);
        let place = super::incidents::branch(builder.variables(), fact, stated);
        node = branches
            .get(usize::from(place))
            .copied()
            .unwrap_or(Node::FALSE);
    }
    node != Node::FALSE
}
