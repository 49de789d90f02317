//! What to know.

use utoipa::ToSchema;

use super::ground::Voice;
use crate::contract::prerendered::Text;
use crate::contract::write_json::json_structs;

json_structs! {
    /// Why something is so.
    #[derive(Debug, Clone, ToSchema)]
    pub struct Explanation<'g> {
        /// Stable id.
        #[schema(value_type = String)]
        pub id: &'g str,
        /// The explanation in one line.
        #[schema(value_type = String, max_length = 140)]
        pub title: &'g Text,
        /// The rest of it.
        #[schema(required = false, value_type = String, nullable = false)]
        pub detail: Option<&'g Text>,
        /// The items of this answer that it explains.
        #[schema(value_type = Vec<String>)]
        pub explains: Vec<&'g str>,
        /// The statements that it rests on.
        #[schema(value_type = Vec<String>)]
        pub citations: &'g [String],
        /// Who speaks.
        pub voice: Voice,
        /// The reasoning, where the editors speak.
        #[schema(required = false, value_type = String, nullable = false)]
        pub note: Option<&'g Text>,
    }
}
