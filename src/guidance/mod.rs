//! Guidance as data: it is loaded and checked here, and nothing is decided.
//!
//! `packs/` holds the YAML. [`load`](fn@load) reads it into the types of `pack_schema`, and `compile`
//! resolves every name, compiles every condition into one forest of diagrams (and their parts, which
//! only a trace looks at, into another), and reports every fault at once as a [`diagnostic::Diagnostic`].

pub mod diagnostic;
pub(crate) mod scope;

mod compile;
mod file;
mod lint;
mod load;
mod model;
mod pack_schema;
mod parsed;
mod review_dates;

pub use file::File;
pub use load::{Files, embedded, from_files, load};
pub(crate) use model::{
    ActionId, CompiledAction, CompiledAlternative, CompiledControl, CompiledControlEntry,
    CompiledGate, CompiledGround, CompiledLine, CompiledPart, CompiledQuestion, CompiledVariant,
    CompiledWhileOpen, ContactId, Core, DerivedFact, DerivedTerm, ExplanationId, GapId,
    GateConditionId, GateId, GroundId, ItemId, LineId, Piece, ProhibitionId, QuestionId,
    RewordingId, SituationId, StatementId, TermId, any_of, words_of,
};
pub use model::{Catalogue, Coverage, Guidance};
#[cfg(feature = "authoring")]
pub(crate) use model::{CompiledProhibition, each_once};
pub use pack_schema::{WrittenAction, WrittenExplanation, WrittenProhibition, WrittenQuestion};
#[cfg(feature = "authoring")]
pub(crate) use pack_schema::{WrittenCondition, WrittenTerm};
pub use review_dates::{Review, day};
