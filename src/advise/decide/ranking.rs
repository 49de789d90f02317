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
    let mut ranking: Vec<_> = there.map(|(id, _)| id).collect();
    ranking.sort_by_key(|id| {
        let action = &actions[*id];
        (
            group(action),
            Reverse(action.item.best.urgency),
            !action.escalates,
        )
    });
    ranking
}

/// What saves a life stands before all else, also while it is only not ruled out.
fn group(action: &DecidedAction) -> u8 {
    let emergency = action.item.best.urgency == UrgencyLevel::Emergency;
    match action.status {
        ItemStatus::Recommended | ItemStatus::Precautionary | ItemStatus::Pending if emergency => 0,
        ItemStatus::Recommended => 1,
        ItemStatus::Precautionary | ItemStatus::Pending => 2,
        ItemStatus::Withheld => 3,
        _ => 4,
    }
}
