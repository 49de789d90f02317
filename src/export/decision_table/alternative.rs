//! A line to read: facts, each with the answers that count.

use std::collections::BTreeMap;
use crate::facts::{AnswerSet, FactId};


/// One way for a condition to hold: for each fact that matters, the answers of which it has one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Alternative(BTreeMap<FactId, AnswerSet>);

impl Alternative {
    /// The facts that matter, each with the answers that count.
    pub(super) fn facts(&self) -> impl Iterator<Item = (FactId, AnswerSet)> {
        self.0.iter().map(|(fact, answers)| (*fact, *answers))
    }

    /// Whether no fact matters.
    pub(super) fn is_always(&self) -> bool {
        self.0.is_empty()
    }

    /// The answers of the fact that count: all of them, where it does not matter.
    pub(super) fn answers(&self, fact: FactId) -> AnswerSet {
        self.0.get(&fact).copied().unwrap_or_else(|| fact.answers())
    }

    /// The same, with these answers of the fact.
    pub(super) fn with(&self, fact: FactId, answers: AnswerSet) -> Self {
        let mut other = self.clone();
        if answers == fact.answers() {
            other.0.remove(&fact);
        } else {
            other.0.insert(fact, answers);
        }
        other
    }

    /// The same, and what the other asks for of further facts.
    pub(super) fn and(&self, other: &Self) -> Self {
        let facts = other.facts().chain(self.facts());
        facts.collect()
    }

    /// What it allows and the other does not, in parts.
    pub(super) fn without(&self, other: &Self) -> Vec<Self> {
        let mut rest = self.clone();
        let mut parts = Vec::new();
        for (fact, answers) in other.facts() {
            let outside = rest.answers(fact).without(answers);
            let inside = rest.answers(fact).without(outside);
            if !outside.is_empty() {
                parts.push(rest.with(fact, outside));
            }
            if inside.is_empty() {
                return parts;
            }
            rest = rest.with(fact, inside);
        }
        parts
    }
}

impl FromIterator<(FactId, AnswerSet)> for Alternative {
    fn from_iter<I: IntoIterator<Item = (FactId, AnswerSet)>>(facts: I) -> Self {
        Self(facts.into_iter().collect())
    }
}

/// What all alternatives have in common, and each without it.
pub(super) fn shared(alternatives: &[Alternative]) -> (Alternative, Vec<Alternative>) {
    let Some((first, others)) = alternatives.split_first() else {
        return (Alternative::default(), Vec::new());
    };
    let everywhere = |(fact, answers): &(FactId, AnswerSet)| {
        others.iter().all(|other| other.answers(*fact) == *answers)
    };
    let shared: Alternative = first.facts().filter(everywhere).collect();
    let own = |one: &Alternative| {
        let facts = one.facts();
        facts
            .filter(|(fact, _)| !shared.0.contains_key(fact))
            .collect()
    };
    let rest = alternatives.iter().map(own).collect();
    (shared, rest)
}
