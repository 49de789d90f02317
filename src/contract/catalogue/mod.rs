//! The catalogue: everything that an answer can be made of, to be read and kept apart from any
//! incident.
//!
//! An entry says what guidance holds of an item; where the item stands in an incident only advice
//! says.

mod assurance;
mod front_door;
mod items;
mod sources;
mod vocabulary;

pub use self::assurance::{PackAssurance, ProvedInvariant, ProvedPack};
pub use self::front_door::{FrontDoor, Link};
pub use self::items::{
    ActionEntry, ExplanationEntry, GateEntry, GroundEntry, ItemEntry, ItemKind, PreventionEntry,
    ProhibitionEntry, QuestionEntry, Retired, WhenUnknown, Wording,
};
pub use self::sources::{RestingItem, StatementEntry};
pub use self::vocabulary::{ExcludedAnswers, FactEntry, facts};
use super::advice::Source;

/// What a body of guidance holds, in the order of the guidance. Entries of what is retired stand at
/// the end of their kind.
#[derive(Debug)]
pub struct Catalogue {
    /// Every item of advice, whatever its kind.
    pub items: Vec<ItemEntry>,
    /// What to do.
    pub actions: Vec<ActionEntry>,
    /// What not to do.
    pub prohibitions: Vec<ProhibitionEntry>,
    /// What to ask.
    pub questions: Vec<QuestionEntry>,
    /// What to know.
    pub explanations: Vec<ExplanationEntry>,
    /// How to work with children, and why they do it.
    pub prevention: Vec<PreventionEntry>,
    /// The documents.
    pub sources: Vec<Source>,
    /// Their statements.
    pub statements: Vec<StatementEntry>,
}
