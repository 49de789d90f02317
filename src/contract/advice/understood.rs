//! How the facts were understood.

use serde::Serialize;
use utoipa::ToSchema;

use super::contradiction::Contradiction;
use crate::contract::incident::CountedFact;
use crate::contract::prerendered::Prerendered;
use crate::contract::write_json::{IfAny, json_structs, write_json_by_serde};

json_structs! {
    /// How the facts were understood.
    #[derive(Debug, Clone, ToSchema)]
    pub struct UnderstoodFacts<'g> {
        /// The facts as they were counted.
        pub counted: Vec<CountedFact<'g>>,
        /// Every two of them that cannot both be true; absent where there are none.
        #[schema(required = false, value_type = Vec<Contradiction>)]
        pub contradictions: IfAny<Contradiction<'g>>,
        /// The named conditions of the guidance that are known to hold.
        #[schema(value_type = Vec<Situation>)]
        pub situations: Vec<&'g Prerendered<Situation>>,
    }
}

write_json_by_serde!(CountedFact<'_>);

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
