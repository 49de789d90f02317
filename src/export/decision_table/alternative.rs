//! A line to read: facts, each with the answers that count.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::facts::{AnswerSet, Fact, FactId, Vocabulary};

/// One way for a condition to hold: for each fact that matters, the answers of which it has one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Alternative {
    /// For each fact, all of its answers.
    all: Rc<[AnswerSet]>,
    facts: BTreeMap<FactId, AnswerSet>,
}

impl Alternative {
    /// The way that asks for nothing.
    pub(super) fn always(vocabulary: &Vocabulary) -> Self {
        Self {
            all: vocabulary.facts().iter().map(Fact::all).collect(),
            facts: BTreeMap::new(),
        }
    }

    /// The way that asks for these answers of these facts.
    pub(super) fn of(
        vocabulary: &Vocabulary,
        facts: impl IntoIterator<Item = (FactId, AnswerSet)>,
    ) -> Self {
        Self::always(vocabulary).asking(facts)
    }

    /// The way that asks for these answers alone.
    fn asking(&self, facts: impl IntoIterator<Item = (FactId, AnswerSet)>) -> Self {
        Self {
            all: self.all.clone(),
            facts: facts.into_iter().collect(),
        }
    }

    /// Every answer of a fact.
    #[expect(clippy::indexing_slicing, reason = "every fact has its answers")]
    pub(super) fn every(&self, fact: FactId) -> AnswerSet {
        self.all[fact.index()]
    }

    /// The facts that matter, each with the answers that count.
    pub(super) fn facts(&self) -> impl Iterator<Item = (FactId, AnswerSet)> {
        self.facts.iter().map(|(fact, answers)| (*fact, *answers))
    }

    /// Whether no fact matters.
    pub(super) fn is_always(&self) -> bool {
        self.facts.is_empty()
    }

    /// The answers of the fact that count: all of them, where it does not matter.
    pub(super) fn answers(&self, fact: FactId) -> AnswerSet {
        self.facts.get(&fact).copied().unwrap_or(self.every(fact))
    }

    /// The same, with these answers of the fact.
    pub(super) fn with(&self, fact: FactId, answers: AnswerSet) -> Self {
        let mut other = self.clone();
        if answers == self.every(fact) {
            other.facts.remove(&fact);
        } else {
            other.facts.insert(fact, answers);
        }
        other
    }

    /// The same, and what the other asks for of further facts.
    pub(super) fn and(&self, other: &Self) -> Self {
        self.asking(other.facts().chain(self.facts()))
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

/// What all alternatives have in common, and each without it.
pub(super) fn shared(alternatives: &[Alternative]) -> Option<(Alternative, Vec<Alternative>)> {
    let (first, others) = alternatives.split_first()?;
    let everywhere = |(fact, answers): &(FactId, AnswerSet)| {
        others.iter().all(|other| other.answers(*fact) == *answers)
    };
    let shared = first.asking(first.facts().filter(everywhere));
    let own = |one: &Alternative| {
        let facts = one.facts();
        one.asking(facts.filter(|(fact, _)| !shared.facts.contains_key(fact)))
    };
    let rest = alternatives.iter().map(own).collect();
    Some((shared, rest))
}
