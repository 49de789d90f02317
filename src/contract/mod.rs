//! The contract: the plain data that requests and answers are made of.
//!
//! It uses [`facts`](crate::facts), what can be said about an incident, and nothing else of this
//! crate. Read [`advice`] for what comes back.

pub mod advice;
pub mod catalogue;
mod closed_enum;
pub mod contact;
pub mod incident;
pub mod incident_schema;
pub mod include;
pub mod json_schema;
pub(crate) mod open_enum;
pub mod override_reason;
pub mod pack;
pub mod prerendered;
pub mod problem;
pub mod write_json;
