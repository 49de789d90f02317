//! Whether gates are open, and within reach.

use super::evaluator::Evaluator;
use super::pack::{Alternative, Gate};

impl Evaluator<'_, '_> {
    /// Whether all conditions of one alternative are known: SEMANTICS 5.2.
    pub(super) fn opens(&mut self, gate: &str) -> bool {
        let settled = self.interpreted.contradictory.is_empty();
        let mut alternatives = self.gate(gate).alternatives.iter();
        settled
            && alternatives.any(|alternative| {
                let mut conditions = alternative.conditions.iter();
                conditions.all(|condition| self.known(&condition.when))
            })
    }

    /// The alternatives of a gate that are not out of reach: SEMANTICS 5.4.
    pub(super) fn within_reach(&mut self, gate: &str) -> Vec<&'static Alternative> {
        let alternatives = self.gate(gate).alternatives.iter().enumerate();
        let within = alternatives.filter(|(place, _)| {
            let interpretations = self.interpreted.interpretations.iter();
            let reach = interpretations.map(|it| it.reach[gate][*place].clone());
            let reach: Vec<_> = reach.collect();
            !self.refuted(&reach)
        });
        within.map(|(_, alternative)| alternative).collect()
    }

    fn gate(&self, id: &str) -> &'static Gate {
        let mut gates = self.interpreted.pack.gates.iter();
        let gate = gates.find(|gate| gate.id == id);
        gate.expect("a gate of the pack")
    }
}
