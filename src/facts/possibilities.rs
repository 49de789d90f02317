//! Which answers are possible.

use super::id::{FactId, MOST_FACTS};
use super::sets::{AnswerSet, FactSet};
use super::vocabulary::Vocabulary;

/// The answers that each fact can have.
#[derive(Debug, Clone)]
pub(crate) struct Possibilities {
    answers: [AnswerSet; MOST_FACTS],
    narrowed: FactSet,
}

impl Possibilities {
    /// Every answer of every fact.
    pub(crate) fn all(vocabulary: &Vocabulary) -> Self {
        Self {
            answers: *vocabulary.all(),
            narrowed: FactSet::default(),
        }
    }

    /// The answers that a fact can have.
    #[expect(
        clippy::indexing_slicing,
        reason = "a fact's place is below MOST_FACTS"
    )]
    pub(crate) fn of(&self, fact: FactId) -> AnswerSet {
        self.answers[fact.index()]
    }

    /// Leaves a fact these answers alone.
    // INVARIANT: every fact keeps an answer; what exclusions leave empty is a fault of the guidance,
    // which is refused when it loads, and then counts as open.
    #[expect(
        clippy::indexing_slicing,
        reason = "a fact's place is below MOST_FACTS"
    )]
    pub(crate) fn narrow(&mut self, fact: FactId, answers: AnswerSet) {
        if !answers.is_empty() {
            self.answers[fact.index()] = answers;
            self.narrowed.insert(fact);
        }
    }

    /// The facts of which some answer is ruled out.
    pub(crate) fn narrowed(&self) -> FactSet {
        self.narrowed
    }
}
