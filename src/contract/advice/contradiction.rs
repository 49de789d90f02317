//! Stated answers that contradict each other.

use serde::Serialize;
use utoipa::ToSchema;

use crate::contract::incident::StatedAnswer;
use crate::contract::write_json::write_json_by_serde;

/// Stated answers that cannot all be true.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Contradiction<'g> {
    /// The answers concerned.
    pub facts: Vec<StatedAnswer<'g>>,
    /// What to settle.
    #[schema(value_type = String)]
    pub ask: &'g str,
}

write_json_by_serde!(Contradiction<'_>);
