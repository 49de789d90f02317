//! The catalogue: everything that an answer can be made of, to be read and kept apart from any
//! incident.
//!
//! What guidance holds of an item is serialised from the types that packs are read into; the rest of it is here.
//! Where an item stands in an incident only advice says.

mod assurance;
mod front_door;
mod items;
mod lines;
mod sources;
mod vocabulary;

pub use self::assurance::{PackAssurance, ProvedInvariant, ProvedPack};
pub use self::front_door::{FrontDoor, Link};
pub use self::items::{
    GateEntry, ItemEntry, ItemKind, Listed, PreventionEntry, QuestionRank, Retired, WhenUnknown,
    WhileOpen,
};
pub use self::lines::{
    LineClass, LineEntry, LinePart, LineVersion, Slot, TermEntry, TermText, VariantBasis,
    VariantEntry,
};
pub use self::sources::{RestingItem, StatementEntry};
pub use self::vocabulary::{ExcludedAnswers, FactEntry, facts};
