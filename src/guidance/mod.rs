//! Guidance as data: it is loaded and checked here, and nothing is decided.
//!
//! `packs/` holds the YAML. [`load`](fn@load) reads it into the types of `source`, and `compile`
//! resolves every name, compiles every condition into one forest of diagrams (and their parts, which
//! only a trace looks at, into another), and reports every fault at once as a [`diagnostic::Diagnostic`].

pub mod diagnostic;
pub(crate) mod scope;

mod compile;
mod file;
mod freshness;
mod load;
mod model;
mod selections;
mod source;

pub use file::File;
pub use freshness::{Review, day};
pub use load::{Files, embedded, from_files, load};
pub(crate) use model::{
    Action, ActionId, ContactId, Core, ExplanationId, GapId, Gate, GateConditionId, GateId, Ground,
    GroundId, ItemId, Part, Prohibition, ProhibitionId, Question, QuestionId, RewordingId,
    SituationId, StatementId,
};
pub use model::{Coverage, Guidance};
pub(crate) use source::{Term, When};
