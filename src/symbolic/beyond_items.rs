//! What is asked, explained and not covered in every incident.

use super::drawing::Symbolic;
use super::explanations::explained;
use super::gaps::not_covered;
use super::questions::AskedSets;
use crate::guidance::{ActionId, ExplanationId, GapId};
use crate::index::IndexVec;
use crate::mdd::Node;

/// What an answer says beside the statuses of its items, but for what it cites.
#[derive(Debug)]
pub(crate) struct BeyondItems {
    /// What is asked, and what could still change something.
    pub(crate) asked: AskedSets,
    /// For each action, the incidents in which it stands under a question and nowhere else.
    pub(crate) pending: IndexVec<ActionId, Node>,
    /// For each explanation, the incidents in which it is shown.
    pub(crate) explained: IndexVec<ExplanationId, Node>,
    /// For each gap, the incidents in which it is shown.
    pub(crate) not_covered: IndexVec<GapId, Node>,
}

impl BeyondItems {
    /// Draws it where the statuses are drawn. Whether there was room, [`Evaluator::check`] says.
    ///
    /// [`Evaluator::check`]: super::evaluator::Evaluator::check
    pub(crate) fn of(symbolic: &mut Symbolic<'_>) -> Self {
        let asked = AskedSets::of(symbolic.guidance, &mut symbolic.evaluator);
        let mut pending = symbolic.actions.map(|_| Node::FALSE);
        for (id, action) in symbolic.guidance.actions.iter_enumerated() {
            // What is always listed is never pending, and nothing else that is precautionary waits (SEMANTICS 11.4).
            if action.core.protective && !action.always_listed {
                let status = &symbolic.actions[id];
                pending[id] = asked.pending(&mut symbolic.evaluator, &action.core, status);
            }
        }
        Self {
            explained: explained(symbolic, &pending),
            not_covered: not_covered(symbolic),
            asked,
            pending,
        }
    }
}
