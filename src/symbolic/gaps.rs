//! Which gaps are shown in every incident.

use super::drawing::Symbolic;
use super::evaluator::Predicate;
use crate::mdd::Node;

/// For each gap, the incidents in which it is shown.
pub(super) fn not_covered(symbolic: &mut Symbolic<'_>) -> Vec<Node> {
    let evaluator = &mut symbolic.evaluator;
    let mut shown = Vec::new();
    for gap in &symbolic.guidance.not_covered {
        let when = Predicate::Condition(evaluator.root(gap.when));
        let holds = evaluator.holds(when);
        let scope = evaluator.scope(gap.scope);
        shown.push(evaluator.incidents.builder.and(holds, scope));
    }
    shown
}
