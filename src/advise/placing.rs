//! The actions that stand, in the order of the answer.

use std::cmp::Reverse;

use super::standing::{Force, Judged, Standing};
use crate::contract::advice::{ActionStatus, Basis, UrgencyLevel};
use crate::facts::FactSet;
use crate::guidance::{Action, Ground};

/// An action that stands, and where.
#[derive(Debug)]
pub(super) struct Placed<'g> {
    pub(super) action: &'g Action,
    pub(super) standing: Standing,
    pub(super) urgency: UrgencyLevel,
    /// It comes first among those that wait.
    pub(super) pressing: bool,
    /// The question that it stands under as a consequence, and nowhere else.
    pub(super) pending: Option<&'g str>,
}

/// The actions that stand.
pub(super) fn place<'g>(judged: &Judged<'g>, forces: &[(Force, FactSet)]) -> Vec<Placed<'g>> {
    let actions = &judged.guidance.actions;
    let mut placed = Vec::with_capacity(actions.len());
    for action in actions {
        let held = holding(action, forces).next().is_some();
        if let Some(standing) = judged.standing(action, held) {
            let withheld = standing.status == ActionStatus::Withheld;
            let escalation = action.escalates_when.as_ref();
            placed.push(Placed {
                action,
                standing,
                urgency: urgency(judged, action),
                pressing: withheld && escalation.is_some_and(|one| judged.holds(one.once)),
                pending: None,
            });
        }
    }
    placed.sort_by_key(|placed| (rank(placed), Reverse(placed.urgency), !placed.pressing));
    placed
}

/// The prohibitions in force that hold the action back.
pub(super) fn holding<'f>(
    action: &'f Action,
    forces: &'f [(Force, FactSet)],
) -> impl Iterator<Item = usize> + 'f {
    action.held_by.iter().copied().filter(|place| {
        forces
            .get(*place)
            .is_some_and(|(force, _)| matches!(force, Force::Prohibited | Force::Precautionary))
    })
}

/// How pressing an action is: the strongest that its best grounds say, which are those that are known, or
/// else all.
fn urgency(judged: &Judged<'_>, action: &Action) -> UrgencyLevel {
    let says = |ground: &Ground| ground.words(Basis::Known).ground.urgency;
    let grounds = &action.core.grounds;
    if grounds.iter().all(|ground| says(ground).is_none()) {
        return UrgencyLevel::Standard;
    }
    let judged = grounds.iter().filter_map(|ground| {
        let basis = judged.basis(ground, action.protective)?;
        Some((basis == Basis::Known, says(ground)))
    });
    // The last of all is what is known and most pressing.
    let best = judged.max().and_then(|(_, urgency)| urgency);
    best.unwrap_or(UrgencyLevel::Standard)
}

/// What saves a life stands before all else, also while it is only not ruled out.
fn rank(placed: &Placed<'_>) -> u8 {
    match placed.standing.status {
        ActionStatus::Recommended | ActionStatus::Precautionary
            if placed.urgency == UrgencyLevel::Emergency =>
        {
            0
        }
        ActionStatus::Recommended => 1,
        ActionStatus::Precautionary => 2,
        ActionStatus::Withheld => 3,
        ActionStatus::Conditional => 4,
    }
}
