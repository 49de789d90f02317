//! What waits, and for what.

use std::borrow::Cow;

use utoipa::ToSchema;

use super::items::Caution;
use crate::contract::prerendered::{Prerendered, Text};
use crate::contract::write_json::{IfAny, json_structs};

json_structs! {
    /// Actions that wait for the same thing. None of them is to be done yet.
    #[derive(Debug, Clone, ToSchema)]
    pub struct Waiting<'g> {
        /// What they wait for.
        #[schema(value_type = String)]
        pub until: Cow<'g, str>,
        /// What can be done now so that they may go ahead; absent where there is no room for it.
        #[schema(required = false, value_type = String, nullable = false)]
        pub release_hint: Option<&'g Text>,
        /// The actions.
        pub items: Vec<WaitingItem<'g>>,
        /// What to make sure of before doing them once they may go ahead, each once; absent where there is nothing.
        #[schema(required = false, value_type = Vec<Caution>)]
        pub cautions: IfAny<&'g Prerendered<Caution>>,
    }
}

json_structs! {
    /// An action that waits.
    #[derive(Debug, Clone, ToSchema)]
    pub struct WaitingItem<'g> {
        /// Stable id.
        #[schema(value_type = String, example = "delete_the_material")]
        pub id: &'g str,
        /// The action in one line.
        #[schema(value_type = String)]
        pub title: &'g Text,
        /// Those of the cautions that concern it, by prohibition; absent where none does.
        #[schema(required = false, value_type = Vec<String>)]
        pub cautions: IfAny<&'g str>,
    }
}
