//! The actions that stand, in the order of the answer.

use super::standing::{Force, Judged, Standing};
use crate::contract::advice::{ActionStatus, Basis, UrgencyLevel};
use crate::contract::sets::FactSet;
use crate::guidance::{Action, Ground};

/// An action that stands, and where.
#[derive(Debug)]
pub(super) struct Placed<'g> {
    pub(super) action: &'g Action,
    pub(super) standing: Standing,
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
            let pressing = action.pressing.as_ref();
            placed.push(Placed {
                action,
                standing,
                pressing: withheld && pressing.is_some_and(|one| judged.holds(one.once)),
                pending: None,
            });
        }
    }
    // What saves a life stands before all else, also while it is only not ruled out.
    placed.sort_by_key(|placed| {
        let status = placed.standing.status;
        let emergency = status != ActionStatus::Withheld && emergency(judged, placed.action);
        (!emergency, order(status), !placed.pressing)
    });
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

/// Whether one of the action's best grounds calls it an emergency.
fn emergency(judged: &Judged<'_>, action: &Action) -> bool {
    let grounds = &action.core.grounds;
    let says = |ground: &&Ground| {
        ground.words(Basis::Known).ground.urgency == Some(UrgencyLevel::Emergency)
    };
    if !grounds.iter().any(|ground| says(&ground)) {
        return false;
    }
    let basis = |ground: &Ground| judged.basis(ground, action.protective);
    let any_known = grounds
        .iter()
        .any(|ground| basis(ground) == Some(Basis::Known));
    let best = if any_known {
        Basis::Known
    } else {
        Basis::NotRuledOut
    };
    grounds
        .iter()
        .filter(says)
        .any(|ground| basis(ground) == Some(best))
}

fn order(status: ActionStatus) -> u8 {
    match status {
        ActionStatus::Recommended => 0,
        ActionStatus::Precautionary => 1,
        ActionStatus::Withheld => 2,
        ActionStatus::Conditional => 3,
    }
}
