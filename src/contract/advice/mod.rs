//! The answer: advice for a professional about one incident, in reading order.
//!
//! Everything that is known when guidance loads is a [`Prerendered`]; an answer borrows it.

mod explanations;
mod ground;
mod items;
mod questions;
mod trace;
mod what_if;

use serde::{Deserialize, Serialize, Serializer};
use utoipa::ToSchema;

pub use self::explanations::Explanation;
pub use self::ground::{Basis, Citation, Ground, StatementKind, Strength, Voice};
pub use self::items::{
    Action, ActionStatus, Actor, Caution, ItemStatus, Prohibition, ProhibitionStatus, Protects,
    Reason,
};
pub use self::questions::{AddedGround, OpenFact, Question};
pub use self::trace::{
    Outcome, Part, Term, Trace, TracedCondition, TracedGate, TracedGround, TracedItem,
    TracedSituation,
};
pub use self::what_if::{Move, PossibleAnswer, WhatIf};
use super::contact::Contact;
use super::incident::{CountedFact, StatedAnswer};
use super::open_enum::open_enum;
use super::prerendered::{Prerendered, Text};
use super::write_json::{WriteJson, as_raw, json_structs, write_json_by_serde};

json_structs! {
    /// Advice about one incident. It advises a professional; it decides nothing.
    ///
    /// Members stand in reading order. The same request and guidance give the same bytes.
    #[derive(Debug, ToSchema)]
    pub struct Advice<'g> {
        /// What kind of answer this is.
        pub scope: Scope,
        /// How pressing it is.
        pub urgency: Urgency<'g>,
        /// The named conditions of the guidance that are known to hold.
        #[schema(value_type = Vec<Situation>)]
        pub situations: Vec<&'g Prerendered<Situation>>,
        /// What must not be done.
        pub prohibitions: Vec<Prohibition<'g>>,
        /// What to do: before all else what is an emergency or may be one, then what is recommended,
        /// then what is not ruled out, then what waits, then what depends on an answer.
        pub actions: Vec<Action<'g>>,
        /// The withheld actions, gathered by what can be done about them now: a line on a screen.
        pub waiting: Vec<Waiting<'g>>,
        /// What to ask next, most useful first. No recommended action waits for an answer.
        pub questions: Vec<Question<'g>>,
        /// Why: they come with the items that they explain.
        pub explanations: Vec<Explanation<'g>>,
        /// Every contact that the answer names, once.
        #[schema(value_type = Vec<Contact>)]
        pub contacts: Vec<&'g Prerendered<Contact>>,
        /// Every statement that the answer cites, once.
        #[schema(value_type = Vec<Citation>)]
        pub citations: Vec<&'g Prerendered<Citation>>,
        /// Stated answers that cannot all be true. Until they are settled the protective reading
        /// counts and no gate opens.
        pub contradictions: Vec<Contradiction<'g>>,
        /// What the guidance does not address in this incident.
        pub not_covered: Vec<NotCovered<'g>>,
        /// Whether a fact that is still open could change this answer.
        pub completeness: Completeness,
        /// The facts as they were counted.
        pub facts: Vec<CountedFact<'g>>,
        /// The guidance that the answer rests on.
        #[schema(value_type = Vec<Edition>)]
        pub guidance: Vec<&'g Prerendered<Edition>>,
        /// What each answer that could be stated would change, where `include` asks for it. A fact of
        /// which no answer moves anything is left out. While stated answers contradict each other, only the
        /// two facts of the first of `contradictions` are told of: it is to be settled before anything else.
        #[schema(required = false, value_type = Vec<WhatIf>, nullable = false)]
        pub what_if: Option<Vec<WhatIf<'g>>>,
        /// How every status came about, where `include` asks for it.
        #[schema(required = false, value_type = Trace, nullable = false)]
        pub trace: Option<Trace<'g>>,
    }
}

write_json_by_serde!(Urgency<'_>, Contradiction<'_>, CountedFact<'_>);

impl Advice<'_> {
    /// The answer as JSON, at the end of what `json` holds.
    pub fn write(&self, json: &mut Vec<u8>) {
        self.write_json(json);
    }
}

impl Serialize for Advice<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        as_raw(self, serializer)
    }
}

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

/// How pressing the answer is.
#[derive(Debug, Serialize, ToSchema)]
pub struct Urgency<'g> {
    /// The strongest level among the actions in force.
    pub level: UrgencyLevel,
    /// The actions that give that level.
    #[schema(value_type = Vec<String>)]
    pub items: Vec<&'g str>,
    /// The statements that call for it; none where nothing calls for more than `standard`.
    #[schema(value_type = Vec<String>)]
    pub citations: Vec<&'g str>,
}

open_enum! {
    /// A level of urgency.
    pub enum UrgencyLevel {
        /// No statement calls for more.
        Standard = "standard",
        /// At once, or without delay: a statement says so.
        Urgent = "urgent",
        /// A life may be in danger now.
        Emergency = "emergency",
    }
}

/// A named condition of the guidance that is known to hold.
#[derive(Debug, Serialize, ToSchema)]
pub struct Situation {
    /// Stable id.
    #[schema(example = "sent_or_posted")]
    pub id: String,
    /// What it is called.
    pub title: String,
    /// The statements that describe it.
    pub citations: Vec<String>,
}

json_structs! {
    /// Withheld actions that the same step may release.
    #[derive(Debug, ToSchema)]
    pub struct Waiting<'g> {
        /// What they wait for, each thing once.
        #[schema(value_type = Vec<String>)]
        pub until: Vec<&'g Text>,
        /// What can be done now so that they may go ahead.
        #[schema(required = false, value_type = String, nullable = false)]
        pub release_hint: Option<&'g Text>,
        /// The actions, by id.
        #[schema(value_type = Vec<String>)]
        pub items: Vec<&'g str>,
    }
}

/// Stated answers that cannot all be true.
#[derive(Debug, Serialize, ToSchema)]
pub struct Contradiction<'g> {
    /// The answers concerned.
    pub facts: Vec<StatedAnswer<'g>>,
    /// What to settle.
    #[schema(value_type = String)]
    pub ask: &'g str,
}

json_structs! {
    /// Something that the guidance does not address.
    #[derive(Debug, ToSchema)]
    pub struct NotCovered<'g> {
        /// Stable id.
        #[schema(value_type = String)]
        pub id: &'g str,
        /// What is not addressed.
        #[schema(value_type = String, max_length = 140)]
        pub title: &'g Text,
        /// What a careful professional does instead.
        #[schema(required = false, value_type = String, nullable = false)]
        pub detail: Option<&'g Text>,
        /// Whom to ask, by contact id.
        #[schema(value_type = Vec<String>)]
        pub contacts: Vec<&'g str>,
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

/// A body of guidance and its edition.
#[derive(Debug, Serialize, ToSchema)]
pub struct Edition {
    /// The pack's id.
    pub pack: String,
    /// What it is called.
    pub title: String,
    /// Its edition.
    pub edition: String,
    /// Who speaks in its items, where an item says no other.
    pub voice: Voice,
    /// The day from which this edition applies (ISO 8601).
    #[schema(example = "2026-11-22")]
    pub effective_from: String,
    /// What this edition changed.
    pub changes: String,
    /// The documents that it rests on.
    pub sources: Vec<Source>,
    /// What to know about it before relying on it.
    pub limits: String,
    /// The day by which it is to be reviewed (ISO 8601).
    #[schema(example = "2027-05-22")]
    pub review_by: String,
    /// Whether that day is over. It is served all the same.
    pub review_overdue: bool,
}

/// A published document.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Stable id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// When it was published, or `not_stated`.
    pub published: String,
    /// Whose law and services it assumes: a code of the fact `jurisdiction`, or `GB` for all of the
    /// United Kingdom.
    pub jurisdiction: String,
    /// Where it was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub url: Option<String>,
    /// The day on which it was read last (ISO 8601).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, example = "2026-11-22")]
    pub checked_on: Option<String>,
    /// How it was identified.
    pub provenance: String,
}
