//! Where each gate is open, and what of it is in reach.

use super::evaluator::Evaluator;
use super::predicate::Predicate;
use crate::guidance::{CompiledGate, Guidance};
use crate::mdd::Node;

/// What a gate comes to in every incident.
#[derive(Debug)]
pub(crate) struct GateSets {
    /// The incidents in which it is open.
    pub(crate) open: Node,
    /// For each alternative, the incidents in which it is in reach.
    pub(crate) in_reach: Vec<Node>,
}

impl GateSets {
    /// A gate opens on what is known of one of its alternatives, and never while answers contradict each other
    /// (SEMANTICS 5.2, 5.4).
    pub(super) fn of(guidance: &Guidance, evaluator: &mut Evaluator, gate: &CompiledGate) -> Self {
        let mut open = Node::FALSE;
        let mut in_reach = Vec::with_capacity(gate.alternatives.len());
        for alternative in &gate.alternatives {
            let mut all = evaluator.incidents.consistent;
            for condition in &alternative.conditions {
                let root = evaluator.root(guidance.gate_conditions[*condition].when);
                let known = evaluator.holds(Predicate::Condition(root));
                all = evaluator.incidents.builder.and(all, known);
            }
            open = evaluator.incidents.builder.or(open, all);
            let root = evaluator.root(alternative.in_reach);
            in_reach.push(evaluator.can_hold(Predicate::Condition(root)));
        }
        Self { open, in_reach }
    }

    /// The incidents in which one of its alternatives is in reach.
    pub(super) fn any_in_reach(&self, evaluator: &mut Evaluator) -> Node {
        evaluator.incidents.any(self.in_reach.iter().copied())
    }
}
