//! The actions that stand, in the order of the answer.

use super::standing::{Force, Judged, Standing};
use crate::contract::advice::ActionStatus;
use crate::contract::sets::FactSet;
use crate::guidance::Action;

/// An action that stands, with its place in the guidance.
pub(super) struct Placed<'g> {
    pub(super) action: &'g Action,
    pub(super) place: usize,
    pub(super) standing: Standing,
    /// It comes first among those that wait.
    pub(super) pressing: bool,
}

/// The actions that stand.
pub(super) fn place<'g>(judged: &Judged<'g>, forces: &[(Force, FactSet)]) -> Vec<Placed<'g>> {
    let mut placed: Vec<_> = judged
        .guidance
        .actions
        .iter()
        .enumerate()
        .filter_map(|(place, action)| {
            let standing = judged.standing(action, holding(action, forces).next().is_some())?;
            let pressing = standing.status == ActionStatus::Withheld
                && action
                    .pressing
                    .as_ref()
                    .is_some_and(|pressing| judged.holds(pressing.once));
            Some(Placed {
                action,
                place,
                standing,
                pressing,
            })
        })
        .collect();
    placed.sort_by_key(|placed| (order(placed.standing.status), !placed.pressing));
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

fn order(status: ActionStatus) -> u8 {
    match status {
        ActionStatus::Recommended => 0,
        ActionStatus::Precautionary => 1,
        ActionStatus::Withheld => 2,
        ActionStatus::Conditional => 3,
    }
}
