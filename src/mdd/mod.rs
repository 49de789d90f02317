//! Ordered multi-valued decision diagrams.
//!
//! A node asks for the answer of one fact and has one branch for each answer. Equal parts are
//! shared, and a node whose branches are all equal does not exist, so two conditions are the same
//! function exactly when they are the same node. That makes "in every completion", "in some
//! completion" and "which open facts matter" exact, and cheap.
//!
//! Diagrams are made by a [`Builder`], over [`Variables`] that say how many branches each fact has and
//! in which order they are asked for. What is kept of them is frozen into a [`Forest`], to be read.
//! A builder has a limit: diagrams can outgrow every machine, and then it is said and nothing else.
//! Nothing here knows what a fact is about.

mod builder;
mod forest;
mod freezing;
mod ite_cache;
mod left;
mod limit;
mod narrowing;
mod node;
mod operations;
mod store;
#[cfg(test)]
mod tests;
mod variables;

pub(crate) use self::builder::Builder;
pub(crate) use self::forest::{Condition, ConditionPart, Forest, KnownCondition};
pub(crate) use self::left::Left;
pub use self::limit::LimitReached;
pub(crate) use self::node::Node;
pub(crate) use self::variables::Variables;
