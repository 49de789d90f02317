//! Why an item stands where it stands.

use serde::Serialize;
use utoipa::ToSchema;

use super::ground::Ground;
use crate::contract::prerendered::Prerendered;
use crate::contract::write_json::{IfAny, json_structs};

json_structs! {
    /// Why an item stands where it stands: every reason that is not refuted.
    #[derive(Debug, Clone, ToSchema)]
    pub struct Reasons<'g> {
        /// The item, by id.
        #[schema(value_type = String, example = "contact_police")]
        pub item: &'g str,
        /// The open facts that its status depends on; absent where there are none, and where `possible` tells them.
        #[schema(required = false, value_type = Vec<String>)]
        pub depends_on: IfAny<&'g str>,
        /// The reasons for it that are not refuted, what is known first.
        #[schema(value_type = Vec<Ground>)]
        pub grounds: Vec<&'g Prerendered<Ground>>,
        /// Why an action waits; absent where it does not.
        #[schema(required = false, value_type = Vec<Reason>)]
        pub withheld_because: IfAny<&'g Prerendered<Reason>>,
        /// The actions that a prohibition holds back; absent where there are none.
        #[schema(required = false, value_type = Vec<String>)]
        pub holds_back: IfAny<&'g str>,
    }
}

/// Why something is held back.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Reason {
    /// The reason in one line.
    pub because: String,
    /// The statements that it rests on.
    pub citations: Vec<String>,
}
