//! The card: terms, lines and controls.

use super::ids::{ActionId, ContactId, ItemId, LineId, ProhibitionId, TermId};
use crate::contract::advice::{Actor, ControlName, ControlState, Danger, Scope, Who};
use crate::contract::catalogue::{LineClass, Slot, VariantBasis};
use crate::facts::FactSet;
use crate::index::IndexVec;
use crate::mdd::Condition;

/// What the card of an answer is made of.
#[derive(Debug)]
pub(crate) struct CompiledCard {
    /// What each term stands for: the first whose condition is known.
    pub(crate) terms: IndexVec<TermId, Vec<CompiledSaying>>,
    /// In the order of the guidance.
    pub(crate) lines: IndexVec<LineId, CompiledLine>,
    /// One for each name, in the order of these.
    pub(crate) controls: Vec<CompiledControl>,
}

#[derive(Debug)]
pub(crate) struct CompiledSaying {
    pub(crate) when: Option<Condition>,
    pub(crate) text: String,
}

/// A line of the card (SEMANTICS 16.2).
#[derive(Debug)]
pub(crate) struct CompiledLine {
    pub(crate) id: String,
    pub(crate) slot: Slot,
    pub(crate) class: LineClass,
    pub(crate) items: Vec<ItemId>,
    /// Those that every variant says.
    #[cfg_attr(
        not(feature = "authoring"),
        expect(dead_code, reason = "only a proof asks for it")
    )]
    pub(crate) covers: Vec<ItemId>,
    pub(crate) who: Option<Who>,
    /// The contacts that it offers, those that fill one of them here behind it.
    pub(crate) call: Vec<ContactId>,
    /// The facts that it asks for itself.
    pub(crate) asks: FactSet,
    pub(crate) full_strength: bool,
    pub(crate) never_cut: bool,
    pub(crate) parts: Vec<Vec<CompiledVariant>>,
    pub(crate) exit: Vec<CompiledVariant>,
}

/// A wording of a part of a line (SEMANTICS 16.4).
#[derive(Debug)]
pub(crate) struct CompiledVariant {
    pub(crate) id: String,
    pub(crate) text: Vec<Piece>,
    /// How many words the text has; nothing where that depends on a term.
    pub(crate) words: Option<usize>,
    /// The items that it names.
    pub(crate) names: Vec<ItemId>,
    /// Those that it says without naming them.
    #[cfg_attr(
        not(feature = "authoring"),
        expect(dead_code, reason = "only a proof asks for it")
    )]
    pub(crate) covers: Vec<ItemId>,
    pub(crate) basis: VariantBasis,
    pub(crate) when: Option<Condition>,
    /// The kinds of answer in which it is said.
    pub(crate) scopes: Vec<Scope>,
    pub(crate) slot: Option<Slot>,
    pub(crate) stop: Option<u8>,
    pub(crate) who: Option<Who>,
    pub(crate) after: Option<LineId>,
    pub(crate) state: Option<Danger>,
}

/// A piece of a text.
#[derive(Debug)]
pub(crate) enum Piece {
    Words(String),
    Term(TermId),
}

/// How many words a text has, as white space separates them.
pub(crate) fn words_of(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Something that a caller's own screen can do: what makes it have which state, by the states in their order.
#[derive(Debug)]
pub(crate) struct CompiledControl {
    pub(crate) control: ControlName,
    pub(crate) entries: Vec<(ControlState, CompiledControlEntry)>,
}

/// What makes a control have a state (SEMANTICS 17.2). An empty list asks for nothing.
#[derive(Debug)]
pub(crate) struct CompiledControlEntry {
    pub(crate) in_force: Vec<ProhibitionId>,
    pub(crate) withheld: Vec<ActionId>,
    pub(crate) leads: Vec<ActionId>,
    pub(crate) recommended: Vec<ActionId>,
    pub(crate) actor: Option<Actor>,
    pub(crate) absent: Vec<ProhibitionId>,
    pub(crate) no_caution: Vec<ProhibitionId>,
    pub(crate) when: Option<Condition>,
}
