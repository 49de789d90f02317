//! The order of the actions (SEMANTICS 9.2, 9.3).

use std::cmp::Reverse;

use crate::advise::decision::DecidedAction;
use crate::contract::advice::ItemStatus;
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
            group(action.status),
            Reverse(action.item.best.names_urgency),
            action.status != ItemStatus::Recommended,
            !action.escalates,
        )
    });
    ranking
}

/// What is to be done now, then what waits, then what is only possible.
fn group(status: ItemStatus) -> u8 {
    match status {
        ItemStatus::Recommended | ItemStatus::Precautionary | ItemStatus::Pending => 0,
        ItemStatus::Withheld => 1,
        _ => 2,
    }
}
