//! The contract: the plain data that requests and answers are made of.
//!
//! It uses nothing else of this crate. Read [`vocabulary`] for what can be said about an incident
//! and [`advice`] for what comes back.

pub mod advice;
pub mod catalogue;
mod closed;
pub mod contact;
pub mod exclusions;
pub mod fact;
pub mod incident;
pub mod include;
pub mod join;
pub mod override_reason;
pub mod pack;
pub mod piece;
pub mod problem;
pub mod sets;
pub mod vocabulary;
pub(crate) mod words;
