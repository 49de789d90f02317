//! What kind of answer it is.

use crate::contract::open_enum::open_enum;

open_enum! {
    /// What kind of answer this is.
    pub enum Scope {
        /// Advice about an incident.
        Incident = "incident",
        /// Nothing has happened: how to work with children so that it stays so.
        Prevention = "prevention",
        /// Nobody involved was under 18: this guidance has no advice.
        OutOfScope = "out_of_scope",
    }
}

#[expect(
    clippy::derivable_impls,
    reason = "the macro declares the words, and nothing more"
)]
impl Default for Scope {
    fn default() -> Self {
        Self::Incident
    }
}

open_enum! {
    /// Whether a fact that is still open could change the answer.
    pub enum Completeness {
        /// No open fact can change anything.
        Complete = "complete",
        /// Some could, and each of them was asked and is not known.
        AllAsked = "all_asked",
        /// Some that nobody has asked about could, or answers contradict each other.
        QuestionsRemain = "questions_remain",
    }
}
