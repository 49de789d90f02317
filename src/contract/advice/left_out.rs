//! What an answer does not hold unless it is asked for.

use serde::Serialize;
use utoipa::ToSchema;

use crate::contract::write_json::write_json_by_serde;

/// How much each word of `include` adds to this answer. It does not depend on what was asked for.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct LeftOut {
    /// How many reasons there are for the items, told or not.
    pub reasons: usize,
    /// How many actions may turn out to be due.
    pub possible: usize,
    /// How many questions there are in all.
    pub all_questions: usize,
    /// How many explanations there are.
    pub explanations: usize,
    /// How many statements are cited.
    pub sources: usize,
    /// How many facts were counted.
    pub facts: usize,
}

write_json_by_serde!(LeftOut);
