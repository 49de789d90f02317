//! What to ask.

use serde::Serialize;
use utoipa::ToSchema;

use super::ground::Voice;
use crate::contract::prerendered::{Prerendered, Text};
use crate::contract::write_json::{IfAny, json_structs};
use crate::few::Few;

json_structs! {
    /// One of the next things to ask.
    #[derive(Debug, Clone, ToSchema)]
    pub struct AskNext<'g> {
        /// Stable id.
        #[schema(value_type = String, example = "ask_who_has_it")]
        pub id: &'g str,
        /// The question in one line.
        #[schema(value_type = String, max_length = 140)]
        pub title: &'g Text,
        /// The facts that its answer fills and that nobody has asked about yet. `/v1/facts` has their labels.
        #[schema(value_type = Vec<FactToAsk>)]
        pub facts: Few<&'g Prerendered<FactToAsk>>,
        /// What to do if the answer is "not known"; absent where there is nothing.
        #[schema(required = false, value_type = Vec<IfNotKnown>)]
        pub if_not_known: IfAny<IfNotKnown<'g>>,
    }

    /// An action to take if an answer is not known.
    #[derive(Debug, Clone, ToSchema)]
    pub struct IfNotKnown<'g> {
        /// The action, by id.
        #[schema(value_type = String, example = "report_to_ceop")]
        pub id: &'g str,
        /// The action in one line.
        #[schema(value_type = String)]
        pub title: &'g Text,
    }

    /// Something that could be asked.
    #[derive(Debug, Clone, ToSchema)]
    pub struct Question<'g> {
        /// Stable id.
        #[schema(value_type = String, example = "ask_who_has_it")]
        pub id: &'g str,
        /// The question in one line.
        #[schema(value_type = String, max_length = 140)]
        pub title: &'g Text,
        /// How to ask it.
        #[schema(required = false, value_type = String, nullable = false)]
        pub detail: Option<&'g Text>,
        /// The facts that its answer fills and that nobody has asked about yet.
        #[schema(value_type = Vec<OpenFact>)]
        pub facts: Vec<&'g Prerendered<OpenFact>>,
        /// The items that an answer can settle, by id.
        #[schema(value_type = Vec<String>)]
        pub settles: Vec<&'g str>,
        /// The protective actions to take if the answer is "not known", by id; absent where there are none.
        #[schema(required = false, value_type = Vec<String>)]
        pub consequences: IfAny<&'g str>,
        /// The items that stand already and for which an answer can add a reason, by id; absent where there are none.
        #[schema(required = false, value_type = Vec<String>)]
        pub adds_to: IfAny<&'g str>,
        /// The statements that the question comes from.
        #[schema(value_type = Vec<String>)]
        pub citations: &'g [String],
        /// Who speaks.
        pub voice: Voice,
    }
}

/// A fact to ask for.
#[derive(Debug, Serialize, ToSchema)]
pub struct FactToAsk {
    /// The fact's name.
    pub fact: String,
    /// The values to choose from; `unknown` means asked and not known.
    pub answers: Vec<String>,
}

/// A fact to fill. `/v1/facts` has its answers.
#[derive(Debug, Serialize, ToSchema)]
pub struct OpenFact {
    /// The fact's name.
    pub fact: String,
    /// The fact as a question for a screen.
    pub label: String,
}
