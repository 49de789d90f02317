//! What is asked, explained, not covered and cited in every incident.

use super::cited::cited;
use super::drawing::Symbolic;
use super::explanations::explained;
use super::gaps::not_covered;
use super::questions::AskedSets;
use crate::guidance::{ExplanationId, GapId, StatementId};
use crate::index::IndexVec;
use crate::mdd::Node;

/// What an answer says beside the statuses of its items.
#[derive(Debug)]
pub(crate) struct BeyondItems {
    /// What is asked, and what could still change something.
    pub(crate) asked: AskedSets,
    /// For each explanation, the incidents in which it is shown.
    pub(crate) explained: IndexVec<ExplanationId, Node>,
    /// For each gap, the incidents in which it is shown.
    pub(crate) not_covered: IndexVec<GapId, Node>,
    /// For each statement, the incidents in whose answers it is cited.
    pub(crate) cited: IndexVec<StatementId, Node>,
}

impl BeyondItems {
    /// Draws it where the statuses are drawn. Whether there was room, [`Evaluator::check`] says.
    ///
    /// [`Evaluator::check`]: super::evaluator::Evaluator::check
    pub(crate) fn of(symbolic: &mut Symbolic<'_>) -> Self {
        let asked = AskedSets::of(symbolic.guidance, &mut symbolic.evaluator);
        let mut pending = symbolic.actions.map(|_| Node::FALSE);
        for (id, action) in symbolic.guidance.actions.iter_enumerated() {
            if action.core.protective {
                let status = &symbolic.actions[id];
                pending[id] = asked.pending(&mut symbolic.evaluator, &action.core, status);
            }
        }
        let explained = explained(symbolic, &pending);
        let cited = cited(symbolic, &asked, &explained);
        Self {
            not_covered: not_covered(symbolic),
            asked,
            explained,
            cited,
        }
    }
}
