//! Somebody who asks about incidents whose truth is hidden, one question at a time.
//!
//! The bench beside it reports how many questions that takes; `tests/it/questions.rs` holds it.

pub(crate) mod asking;
pub(crate) mod hidden;
pub(crate) mod kinds;
