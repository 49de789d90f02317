//! Which gaps are shown in every incident.

use super::drawing::Symbolic;
use super::predicate::Predicate;
use crate::guidance::GapId;
use crate::index::IndexVec;
use crate::mdd::Node;

/// For each gap, the incidents in which it is shown.
pub(super) fn not_covered(symbolic: &mut Symbolic<'_>) -> IndexVec<GapId, Node> {
    let evaluator = &mut symbolic.evaluator;
    symbolic.guidance.not_covered.map(|gap| {
        let when = Predicate::Condition(evaluator.root(gap.when));
        let holds = evaluator.holds(when);
        let scope = evaluator.scope(gap.scope);
        evaluator.incidents.builder.and(holds, scope)
    })
}
