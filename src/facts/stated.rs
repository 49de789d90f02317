//! What was stated about the facts of one incident.

use super::id::{FactId, MOST_FACTS};

/// What was stated about one fact (SEMANTICS 1.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stated {
    /// Nothing: nobody has asked.
    NotAsked,
    /// It was asked, and the answer is not known.
    Unknown,
    /// An answer, by its place among the fact's answers.
    Answer(u8),
}

/// What was stated about each fact. Both absent and `unknown` leave every answer possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts([Stated; MOST_FACTS]);

impl Default for Facts {
    fn default() -> Self {
        Self([Stated::NotAsked; MOST_FACTS])
    }
}

impl Facts {
    /// What was stated about a fact.
    #[expect(
        clippy::indexing_slicing,
        reason = "a fact's place is below MOST_FACTS"
    )]
    pub fn stated(&self, fact: FactId) -> Stated {
        self.0[fact.index()]
    }

    /// States something about a fact.
    #[expect(
        clippy::indexing_slicing,
        reason = "a fact's place is below MOST_FACTS"
    )]
    pub fn state(&mut self, fact: FactId, stated: Stated) {
        self.0[fact.index()] = stated;
    }
}
