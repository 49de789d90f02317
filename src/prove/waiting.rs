//! What withheld actions wait for, and whom they name to be asked.

use super::subject::Subject;
use super::violation::Violation;
use crate::contract::prerendered::Text;
use crate::guidance::{ActionId, ItemId};
use crate::mdd::Node;
use crate::symbolic::Predicate;

impl<'g> Subject<'g> {
    /// The incidents in which the action waits for one of the alternatives of its gate at these places, counted from 1.
    pub(super) fn waits_for(&mut self, action: &str, places: &[usize]) -> Node {
        let Some(ItemId::Action(id)) = self.item(action) else {
            return self.note_missing(action);
        };
        let waiting = (1..).zip(self.behind_gate(id));
        let waiting = waiting.filter(|(place, _)| places.contains(place));
        let waiting: Vec<Node> = waiting.map(|(_, node)| node).collect();
        self.symbolic.evaluator.incidents.any(waiting)
    }

    /// For each alternative of an action's gate, the incidents in which the action waits for it: the gate is not open,
    /// and the alternative in reach (SEMANTICS 8.2).
    fn behind_gate(&mut self, action: ActionId) -> Vec<Node> {
        let withheld = self.symbolic.actions[action].withheld;
        let Some(gate) = self.symbolic.guidance.actions[action].gate else {
            return Vec::new();
        };
        let gate = &self.symbolic.gates[gate];
        let incidents = &mut self.symbolic.evaluator.incidents;
        let waiting = incidents.without(withheld, gate.open);
        let in_reach = gate.in_reach.iter();
        in_reach
            .map(|in_reach| incidents.builder.and(waiting, *in_reach))
            .collect()
    }

    /// What waits for a gate or is held back says whom to ask, for each thing that it waits for.
    pub(super) fn release(&mut self) -> Vec<Violation> {
        let mut violations = Vec::new();
        for id in self.symbolic.guidance.actions.ids() {
            self.concern(self.symbolic.actions[id].withheld);
            let mut hints = self.hints_of_gate(id);
            hints.extend(self.hints_of_prohibitions(id));
            hints.extend(self.hint_of_escalation(id));
            let silent = hints.into_iter().filter(|(hint, _)| !names_somebody(hint));
            let action = &self.symbolic.guidance.actions[id].core.id;
            violations.extend(silent.map(|(_, said)| {
                let what = format!("`{action}` does not say whom to ask");
                Violation::new(said, what)
            }));
        }
        violations
    }

    /// The hint of each alternative of an action's gate, and the incidents in which the action waits for it.
    fn hints_of_gate(&mut self, action: ActionId) -> Vec<(&'g Text, Node)> {
        let guidance = self.symbolic.guidance;
        let gate = guidance.actions[action].gate.map(|id| &guidance.gates[id]);
        let alternatives = gate.into_iter().flat_map(|gate| &gate.alternatives);
        let hints = alternatives.map(|one| &one.release_hint);
        hints.zip(self.behind_gate(action)).collect()
    }

    /// The hint of each prohibition that holds an action back, and the incidents in which it is said: where no earlier
    /// one is in force, and no gate is shut (SEMANTICS 8.4).
    fn hints_of_prohibitions(&mut self, action: ActionId) -> Vec<(&'g Text, Node)> {
        let guidance = self.symbolic.guidance;
        let compiled = &guidance.actions[action];
        let mut left = self.symbolic.actions[action].withheld;
        if let Some(gate) = compiled.gate {
            let open = self.symbolic.gates[gate].open;
            left = self.symbolic.evaluator.incidents.builder.and(left, open);
        }
        let mut hints = Vec::new();
        for id in &compiled.held_by {
            let Some(hint) = &guidance.prohibitions[*id].release_hint else {
                continue;
            };
            let in_force = self.symbolic.prohibitions[*id].in_force(&mut self.symbolic.evaluator);
            let incidents = &mut self.symbolic.evaluator.incidents;
            hints.push((hint, incidents.builder.and(left, in_force)));
            left = incidents.without(left, in_force);
        }
        hints
    }

    /// The hint of an action that escalates, and the incidents in which it does (SEMANTICS 8.5).
    fn hint_of_escalation(&mut self, action: ActionId) -> Option<(&'g Text, Node)> {
        let escalation = self.symbolic.guidance.actions[action]
            .escalates_when
            .as_ref()?;
        let once = Predicate::Condition(self.symbolic.evaluator.root(escalation.once));
        let known = self.symbolic.evaluator.holds(once);
        let withheld = self.symbolic.actions[action].withheld;
        let builder = &mut self.symbolic.evaluator.incidents.builder;
        Some((&escalation.release_hint, builder.and(withheld, known)))
    }
}

/// Whether a hint says whom to ask.
fn names_somebody(hint: &Text) -> bool {
    ["police", "social care", "safeguarding lead"]
        .iter()
        .any(|name| hint.contains(name))
}
