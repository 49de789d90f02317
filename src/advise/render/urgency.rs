//! How urgent the answer is (SEMANTICS 9.4).

use crate::advise::decision::{DecidedAction, Decision};
use crate::contract::advice::{ItemStatus, Urgency, UrgencyLevel};

/// The strongest urgency among the actions to take now, those not ruled out included.
pub(super) fn urgency<'g>(decision: &Decision<'g>) -> Urgency<'g> {
    let ranked = || {
        decision
            .ranking
            .iter()
            .map(|id| (*id, &decision.actions[*id]))
    };
    let now = || ranked().filter(|(_, action)| is_due(action));
    let level = now().map(|(_, action)| action.raises_answer).max();
    let level = level.unwrap_or(UrgencyLevel::Standard);
    let raising =
        now().filter(|(_, action)| level > UrgencyLevel::Standard && action.raises_answer == level);
    Urgency {
        level,
        items: raising
            .map(|(id, _)| &*decision.guidance.actions[id].core.id)
            .collect(),
    }
}

/// Whether an action is to be taken now, among the actions of the answer.
fn is_due(action: &DecidedAction) -> bool {
    matches!(
        action.status,
        ItemStatus::Recommended | ItemStatus::Precautionary
    )
}
