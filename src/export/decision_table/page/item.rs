//! A prohibition or an action, as both sections that show it need it.

use crate::contract::advice::{ActionStatus, ProhibitionStatus};
use crate::contract::catalogue::{ActionEntry, GroundEntry, ProhibitionEntry};
use crate::export::decision_table::while_open;
use crate::guidance::{CompiledAction, CompiledGate, CompiledProhibition, Core, Guidance};

/// An item: compiled, and as the catalogue describes it.
#[derive(Debug, Clone, Copy)]
pub(super) enum Item<'g> {
    Prohibition(&'g CompiledProhibition, &'g ProhibitionEntry),
    Action(&'g CompiledAction, &'g ActionEntry),
}

/// Every item, in the order of the guidance.
pub(super) fn items(guidance: &Guidance) -> impl Iterator<Item = Item<'_>> {
    let entries = &guidance.catalogue.prohibitions;
    let prohibitions = guidance.prohibitions.iter().zip(entries);
    let prohibitions = prohibitions.map(|(item, entry)| Item::Prohibition(item, entry));
    let actions = guidance.actions.iter().zip(&guidance.catalogue.actions);
    prohibitions.chain(actions.map(|(item, entry)| Item::Action(item, entry)))
}

impl<'g> Item<'g> {
    pub(super) fn core(self) -> &'g Core {
        match self {
            Self::Prohibition(item, _) => &item.core,
            Self::Action(item, _) => &item.core,
        }
    }

    pub(super) fn grounds(self) -> &'g [GroundEntry] {
        match self {
            Self::Prohibition(_, entry) => &entry.grounds,
            Self::Action(_, entry) => &entry.grounds,
        }
    }

    /// The status once the facts are known, and while they are open.
    pub(super) fn statuses(self) -> (&'static str, &'static str) {
        match self {
            Self::Prohibition(..) => (
                ProhibitionStatus::Prohibited.word(),
                ProhibitionStatus::Precautionary.word(),
            ),
            Self::Action(item, _) => (ActionStatus::Recommended.word(), while_open(item).word()),
        }
    }

    /// The gate that it waits for.
    pub(super) fn gate(self, guidance: &'g Guidance) -> Option<&'g CompiledGate> {
        match self {
            Self::Prohibition(..) => None,
            Self::Action(item, _) => item.gate.map(|id| &guidance.gates[id]),
        }
    }

    /// The prohibitions that hold it back.
    pub(super) fn held_back_by(self) -> &'g [String] {
        match self {
            Self::Prohibition(..) => &[],
            Self::Action(_, entry) => &entry.held_back_by,
        }
    }
}
