//! Why an item stands where it stands.

use serde::Serialize;
use utoipa::ToSchema;

use super::ground::Ground;
use crate::contract::prerendered::Prerendered;
use crate::contract::write_json::json_structs;

json_structs! {
    /// Why an item stands where it stands: every reason that is not refuted.
    #[derive(Debug, ToSchema)]
    pub struct Reasons<'g> {
        /// The item, by id.
        #[schema(value_type = String, example = "contact_police")]
        pub item: &'g str,
        /// The open facts that its status depends on.
        #[schema(value_type = Vec<String>)]
        pub depends_on: Vec<&'g str>,
        /// The reasons for it that are not refuted, what is known first.
        #[schema(value_type = Vec<Ground>)]
        pub grounds: Vec<&'g Prerendered<Ground>>,
        /// Why an action waits.
        #[schema(value_type = Vec<Reason>)]
        pub withheld_because: Vec<&'g Prerendered<Reason>>,
        /// The actions that a prohibition holds back.
        #[schema(value_type = Vec<String>)]
        pub holds_back: &'g [String],
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
