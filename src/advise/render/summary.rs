//! The actions in brief: how urgent the answer is, and what waits for what (SEMANTICS 9.4, 9.5).

use crate::advise::decision::{DecidedAction, Decision};
use crate::contract::advice::{Action, ItemStatus, Urgency, UrgencyLevel, Waiting};

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
    let mut urgency = Urgency {
        level,
        items: Vec::new(),
        citations: Vec::new(),
    };
    if level == UrgencyLevel::Standard {
        return urgency;
    }
    let guidance = decision.guidance;
    for (id, action) in now().filter(|(_, action)| action.raises_answer == level) {
        let core = &guidance.actions[id].core;
        urgency.items.push(&core.id);
        let grounds = core.grounds.iter().copied();
        let best = grounds.filter(|id| decision.grounds[*id].basis == action.item.best.basis);
        let raising = best
            .map(|id| &guidance.grounds[id])
            .filter(|ground| ground.raises_answer);
        let words = raising.map(|ground| &ground.known.ground);
        let naming = words.filter(|words| words.urgency >= Some(level));
        for statement in naming.flat_map(|words| &words.citations) {
            if !urgency.citations.contains(&statement.as_str()) {
                urgency.citations.push(statement);
            }
        }
    }
    urgency
}

/// Whether an action is to be taken now, among the actions of the answer.
fn is_due(action: &DecidedAction) -> bool {
    matches!(
        action.status,
        ItemStatus::Recommended | ItemStatus::Precautionary
    )
}

/// The withheld actions, gathered by what can be done about them now.
pub(super) fn waiting<'g>(actions: &[Action<'g>]) -> Vec<Waiting<'g>> {
    let mut waiting: Vec<Waiting<'g>> = Vec::new();
    for action in actions {
        let Some(until) = &action.withheld_until else {
            continue;
        };
        let hint = action.release_hint.map(|hint| hint.as_str());
        let same = |group: &&mut Waiting<'g>| group.release_hint.map(|hint| hint.as_str()) == hint;
        if let Some(group) = waiting.iter_mut().find(same) {
            group.items.push(action.id);
            if !group.until.contains(until) {
                group.until.push(until.clone());
            }
        } else {
            waiting.push(Waiting {
                until: vec![until.clone()],
                release_hint: action.release_hint,
                items: vec![action.id],
            });
        }
    }
    waiting
}
