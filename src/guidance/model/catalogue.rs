//! What can be read of guidance apart from any incident.

use crate::contract::advice::Source;
use crate::contract::catalogue::{ItemEntry, LineEntry, PreventionEntry, StatementEntry};
use crate::guidance::pack_schema::{
    WrittenAction, WrittenExplanation, WrittenProhibition, WrittenQuestion,
};

/// What a body of guidance holds, in the order of the guidance. Entries of what is retired stand at
/// the end of their kind.
#[derive(Debug)]
pub struct Catalogue {
    /// Every item of advice, whatever its kind.
    pub items: Vec<ItemEntry>,
    /// What to do.
    pub actions: Vec<WrittenAction>,
    /// What not to do.
    pub prohibitions: Vec<WrittenProhibition>,
    /// What to ask.
    pub questions: Vec<WrittenQuestion>,
    /// What to know.
    pub explanations: Vec<WrittenExplanation>,
    /// How to work with children, and why they do it.
    pub prevention: Vec<PreventionEntry>,
    /// The lines of the card.
    pub lines: Vec<LineEntry>,
    /// The documents.
    pub sources: Vec<Source>,
    /// Their statements.
    pub statements: Vec<StatementEntry>,
}
