//! The order of the actions (SEMANTICS 9.2, 9.3).

use std::cmp::Reverse;

use crate::advise::decision::DecidedAction;
use crate::contract::advice::{ItemStatus, UrgencyLevel};
use crate::guidance::ActionId;
use crate::index::IndexVec;

/// The actions that are not absent, in the order of the answer.
pub(super) fn rank(actions: &IndexVec<ActionId, DecidedAction>) -> Vec<ActionId> {
    let there = actions
        .iter_enumerated()
        .filter(|(_, action)| action.status != ItemStatus::Absent);
    let mut ranking = Vec::with_capacity(actions.len());
    // What is equal keeps the order of the guidance.
    ranking.extend(there.map(|(id, action)| (place(action), id)));
    ranking.sort_unstable();
    ranking.into_iter().map(|(_, id)| id).collect()
}

/// Where an action stands.
fn place(action: &DecidedAction) -> (u8, Reverse<UrgencyLevel>, bool, bool) {
    (
        group(action.status),
        Reverse(action.item.best.names_urgency),
        action.status != ItemStatus::Recommended,
        !action.escalates,
    )
}

/// What is to be done now, then what waits, then what is only possible.
fn group(status: ItemStatus) -> u8 {
    match status {
        ItemStatus::Recommended | ItemStatus::Precautionary | ItemStatus::Pending => 0,
        ItemStatus::Withheld => 1,
        _ => 2,
    }
}
