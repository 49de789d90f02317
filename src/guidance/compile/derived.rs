//! Facts that are derived: what a condition asks to be known, or asked and not known, is a fact of its own,
//! with a place behind those of the vocabulary.

use crate::facts::{AnswerSet, FactId, FactSet, Possibilities, Vocabulary};
use crate::guidance::model::{DerivedFact, DerivedTerm};
use crate::mdd::{Builder, Node};

/// What a derived fact says, before its diagram is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DraftTerm {
    /// The condition is known.
    Known(Node),
    /// One of the facts was asked and is not known.
    NotKnown(FactSet),
}

/// The derived facts so far. Equal terms are one fact.
#[derive(Debug)]
pub(super) struct DerivedFacts {
    /// The ids that are still free.
    free: Vec<FactId>,
    terms: Vec<(DraftTerm, FactId)>,
}

impl DerivedFacts {
    /// None so far.
    pub(super) fn new(vocabulary: &Vocabulary) -> Self {
        Self {
            free: vocabulary.derivable().rev().collect(),
            terms: Vec::new(),
        }
    }

    /// The condition that a term is so, unless there is no room for one more fact.
    pub(super) fn literal(&mut self, builder: &mut Builder, term: DraftTerm) -> Option<Node> {
        let mut terms = self.terms.iter();
        let found = terms.find(|(other, _)| *other == term);
        let fact = if let Some((_, fact)) = found {
            *fact
        } else {
            let fact = self.free.pop()?;
            self.terms.push((term, fact));
            fact
        };
        Some(builder.literal(fact, AnswerSet::only(DerivedFact::YES)))
    }

    /// Whether a derived fact is among these.
    pub(super) fn among(&self, facts: FactSet) -> bool {
        self.terms.iter().any(|(_, fact)| facts.contains(*fact))
    }

    /// Every derived fact, with what it asks to be known kept for evaluation.
    pub(super) fn keep(self, builder: &mut Builder) -> Vec<DerivedFact> {
        let terms = self.terms.into_iter().map(|(term, fact)| DerivedFact {
            fact,
            term: match term {
                DraftTerm::Known(condition) => DerivedTerm::Known(builder.keep_known(condition)),
                DraftTerm::NotKnown(facts) => DerivedTerm::NotKnown(facts),
            },
        });
        terms.collect()
    }
}

/// The answers that are possible while nothing is known.
pub(super) fn nothing_known(vocabulary: &Vocabulary, derived: &[DerivedFact]) -> Possibilities {
    let mut possible = Possibilities::all(vocabulary);
    for one in derived {
        possible.narrow(one.fact, AnswerSet::only(DerivedFact::NO));
    }
    possible
}
