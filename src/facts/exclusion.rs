//! Which answers cannot both be true of one incident.
//!
//! An exclusion is symmetric: a stated answer takes from every other, unanswered fact the answers
//! that it excludes, and where one answer is left, that one is implied. A few pairs do not fit
//! together in practice although neither answer proves the other wrong: these are settled when both
//! are stated, and imply nothing.
//!
//! It is judged on stated answers only, in one step. So an entry must be certain from the
//! descriptions of both facts, in both directions: a wrong one could put a false answer into a
//! child's file, or open the way to deleting what is needed as evidence.

use super::id::FactId;
use super::sets::AnswerSet;

/// Two facts whose named answers cannot both be true of one incident (SEMANTICS 1.2).
#[derive(Debug, Clone)]
pub struct Exclusion {
    /// One fact and the answers of it that take part.
    pub one: Side,
    /// The other.
    pub other: Side,
    /// Whether either of the answers, stated, takes the other from a fact that is open.
    pub implies: bool,
    /// What to settle, as a sentence for the professional.
    pub ask: String,
}

/// One side of an exclusion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Side {
    /// The fact.
    pub fact: FactId,
    /// The answers of it that take part.
    pub answers: AnswerSet,
}

impl Exclusion {
    /// Both sides, each once as what is stated, with the other as what it excludes.
    pub fn sides(&self) -> [(Side, Side); 2] {
        [(self.one, self.other), (self.other, self.one)]
    }

    /// Whether the fact takes part.
    pub fn concerns(&self, fact: FactId) -> bool {
        self.one.fact == fact || self.other.fact == fact
    }
}
