//! What each answer that could be stated would change.

use utoipa::ToSchema;

use super::items::ItemStatus;
use crate::contract::write_json::json_structs;

json_structs! {
    /// A fact, and what each answer to it that has not been stated would change. Each answer is taken
    /// by itself, beside everything that has been stated about the other facts.
    #[derive(Debug, Clone, ToSchema)]
    pub struct WhatIf<'g> {
        /// The fact's name.
        #[schema(value_type = String, example = "adult_involved")]
        pub fact: &'g str,
        /// The question of this answer that asks for it, if one does.
        #[schema(required = false, value_type = String, nullable = false)]
        pub question: Option<&'g str>,
        /// The answers, as a form offers them. At least one of them moves something.
        pub answers: Vec<PossibleAnswer<'g>>,
    }
}

json_structs! {
    /// An answer that could be stated, and what it would change.
    #[derive(Debug, Clone, ToSchema)]
    pub struct PossibleAnswer<'g> {
        /// The value that would be sent.
        #[schema(value_type = String, example = "yes")]
        pub answer: &'g str,
        /// The facts whose stated answers cannot be true together with this one.
        #[schema(value_type = Vec<String>)]
        pub contradicts: Vec<&'g str>,
        /// The items that would stand elsewhere. Every other item keeps its status.
        pub moves: Vec<Move<'g>>,
    }
}

json_structs! {
    /// An item that would stand elsewhere.
    #[derive(Debug, Clone, ToSchema)]
    pub struct Move<'g> {
        /// The item, by id.
        #[schema(value_type = String, example = "report_to_ceop")]
        pub item: &'g str,
        /// Where it stands in this answer.
        pub from: ItemStatus,
        /// Where it would stand.
        pub to: ItemStatus,
    }
}
