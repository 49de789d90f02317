//! The status of every item, and nothing else of the answer.

use super::placing::holding;
use super::questions::asked_for;
use super::standing::{Force, Judged, Standing};
use crate::contract::advice::{ActionStatus, ItemStatus};
use crate::facts::FactSet;

/// Where every item stands, by id: the prohibitions and then the actions of the guidance.
pub(super) fn statuses<'g>(judged: &Judged<'g>) -> Vec<(&'g str, ItemStatus)> {
    let guidance = judged.guidance;
    let forces = judged.forces();
    let asked = asked_for(judged);
    let prohibitions = guidance.prohibitions.iter().zip(&forces);
    let prohibitions = prohibitions.map(|(prohibition, (force, _))| {
        let status = match force {
            Force::Absent => ItemStatus::Absent,
            Force::Caution => ItemStatus::Caution,
            Force::Precautionary => ItemStatus::Precautionary,
            Force::Prohibited => ItemStatus::Prohibited,
        };
        (prohibition.core.id.as_str(), status)
    });
    let actions = guidance.actions.iter().map(|action| {
        let held = holding(action, &forces).next().is_some();
        let standing = judged.standing(action, held);
        let status = standing.map_or(ItemStatus::Absent, |standing| shown(&standing, asked));
        (action.core.id.as_str(), status)
    });
    prohibitions.chain(actions).collect()
}

/// The status of an action that stands, where the questions ask for these facts.
fn shown(standing: &Standing, asked: FactSet) -> ItemStatus {
    match standing.status {
        ActionStatus::Recommended => ItemStatus::Recommended,
        ActionStatus::Precautionary if standing.can_pend() && asked.meets(standing.depends_on) => {
            ItemStatus::Pending
        }
        ActionStatus::Precautionary => ItemStatus::Precautionary,
        ActionStatus::Withheld => ItemStatus::Withheld,
        ActionStatus::Conditional => ItemStatus::Conditional,
    }
}
