//! How pressing it is.

use serde::Serialize;
use utoipa::ToSchema;

use crate::contract::open_enum::open_enum;

/// How pressing the answer is.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Urgency<'g> {
    /// The strongest level among the actions to take now. What is due at once in every incident, and what is among the
    /// actions although nobody has asked yet, does not raise it.
    pub level: UrgencyLevel,
    /// The actions that give that level; none where nothing calls for more than `standard`.
    #[schema(value_type = Vec<String>)]
    pub items: Vec<&'g str>,
}

open_enum! {
    /// A level of urgency.
    pub enum UrgencyLevel {
        /// No statement calls for more.
        Standard = "standard",
        /// At once, or without delay: a statement says so.
        Urgent = "urgent",
        /// A life may be in danger now.
        Emergency = "emergency",
    }
}
