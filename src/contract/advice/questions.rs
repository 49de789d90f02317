//! What to ask.

use serde::Serialize;
use utoipa::ToSchema;

use super::ground::{Ground, Voice};
use super::items::Action;
use crate::contract::prerendered::{Prerendered, Text};
use crate::contract::write_json::json_structs;
use crate::facts::Answer;

json_structs! {
    /// Something to ask.
    #[derive(Debug, ToSchema)]
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
        /// The items that an answer can settle.
        #[schema(value_type = Vec<String>)]
        pub settles: Vec<&'g str>,
        /// Protective actions to take if the answer is "not known": shown here and nowhere else.
        pub consequences: Vec<Action<'g>>,
        /// Further reasons for items that stand already.
        pub adds_to: Vec<AddedGround<'g>>,
        /// The statements that the question comes from.
        #[schema(value_type = Vec<String>)]
        pub citations: &'g [String],
        /// Who speaks.
        pub voice: Voice,
    }
}

/// A fact to fill.
#[derive(Debug, Serialize, ToSchema)]
pub struct OpenFact {
    /// The fact's name.
    pub fact: String,
    /// The fact as a question for a screen.
    pub label: String,
    /// The answers to choose from; `unknown` means asked and not known.
    pub answers: Vec<Answer>,
}

json_structs! {
    /// A further reason for an item that stands already.
    #[derive(Debug, ToSchema)]
    pub struct AddedGround<'g> {
        /// The item, by id.
        #[schema(value_type = String)]
        pub item: &'g str,
        /// The reason.
        #[schema(value_type = Ground)]
        pub ground: &'g Prerendered<Ground>,
    }
}
