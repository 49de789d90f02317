//! The explanations that come with the items of the answer (SEMANTICS 12.2).

use super::evaluation::Evaluation;
use crate::advise::decision::{DecidedAction, DecidedExplanation, DecidedProhibition};
use crate::contract::advice::ItemStatus;
use crate::few::Few;
use crate::guidance::{ActionId, ItemId, ProhibitionId};
use crate::index::IndexVec;

/// The explanations of the scope whose condition is known, each with what it explains.
pub(super) fn explanations(
    evaluation: &Evaluation<'_>,
    prohibitions: &IndexVec<ProhibitionId, DecidedProhibition>,
    actions: &IndexVec<ActionId, DecidedAction>,
) -> Vec<DecidedExplanation> {
    let explained = |item: &ItemId| {
        let status = match *item {
            ItemId::Prohibition(id) => prohibitions[id].status,
            ItemId::Action(id) => actions[id].status,
        };
        matches!(
            status,
            ItemStatus::Prohibited
                | ItemStatus::Recommended
                | ItemStatus::Precautionary
                | ItemStatus::Withheld
        )
    };
    let mut explanations = Vec::new();
    for (id, explanation) in evaluation.guidance.explanations.iter_enumerated() {
        if explanation.scope != evaluation.scope() || !evaluation.known(explanation.when) {
            continue;
        }
        let explains: Few<_> = explanation
            .explains
            .iter()
            .copied()
            .filter(explained)
            .collect();
        if !explains.is_empty() {
            explanations.push(DecidedExplanation {
                explanation: id,
                explains,
            });
        }
    }
    explanations
}
