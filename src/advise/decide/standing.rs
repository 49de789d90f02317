//! The decided items as the card and the controls ask for them (SEMANTICS 16.1).

use super::evaluation::Evaluation;
use crate::advise::decision::{DecidedAction, DecidedProhibition};
use crate::contract::advice::{Basis, ItemStatus};
use crate::guidance::{ActionId, ItemId, ProhibitionId};
use crate::index::IndexVec;

/// The decided items.
#[derive(Debug, Clone, Copy)]
pub(super) struct Standing<'e> {
    pub(super) evaluation: &'e Evaluation<'e>,
    pub(super) prohibitions: &'e IndexVec<ProhibitionId, DecidedProhibition>,
    pub(super) actions: &'e IndexVec<ActionId, DecidedAction>,
}

impl Standing<'_> {
    /// The status of an item.
    pub(super) fn status(self, item: ItemId) -> ItemStatus {
        match item {
            ItemId::Prohibition(id) => self.prohibitions[id].status,
            ItemId::Action(id) => self.actions[id].status,
        }
    }

    /// Whether an item that stands is certain; nothing for one that does not stand.
    pub(super) fn basis(self, item: ItemId) -> Option<Basis> {
        standing_basis(self.status(item))
    }
}

/// Whether what has that status is certain; nothing where it does not stand.
pub(super) fn standing_basis(status: ItemStatus) -> Option<Basis> {
    match status {
        ItemStatus::Prohibited | ItemStatus::Recommended => Some(Basis::Known),
        ItemStatus::Precautionary => Some(Basis::NotRuledOut),
        _ => None,
    }
}
