//! Which statements are cited in every incident.

use super::beyond_items::BeyondItems;
use super::drawing::Symbolic;
use super::evaluator::{Evaluator, Predicate};

use super::status::StatusSets;
use crate::guidance::{Action, Ground, Guidance};
use crate::mdd::Node;

/// For each statement, the incidents in whose answers it is cited.
pub(crate) fn cited(symbolic: &mut Symbolic<'_>, beyond: &BeyondItems) -> Vec<Node> {
    let guidance = symbolic.guidance;
    let mut cited = Cited {
        nodes: vec![Node::FALSE; guidance.citations.len()],
        evaluator: &mut symbolic.evaluator,
        prohibitions: &symbolic.prohibitions,
    };
    for (prohibition, status) in guidance.prohibitions.iter().zip(&symbolic.prohibitions) {
        cited.grounds(&prohibition.core.grounds, status, status.shown);
    }
    for (action, status) in guidance.actions.iter().zip(&symbolic.actions) {
        cited.grounds(&action.core.grounds, status, status.shown);
        cited.holds(guidance, action, status.withheld);
        cited.cautions(guidance, action, status);
    }
    for (question, listed) in guidance.questions.iter().zip(&beyond.asked.listed) {
        let facts = listed.iter().map(|(_, node)| *node);
        let asked = cited.evaluator.incidents.any(facts);
        cited.add(&question.cites, asked);
    }
    for (explanation, shown) in guidance.explanations.iter().zip(&beyond.explained) {
        cited.add(&explanation.cites, *shown);
    }
    for situation in &guidance.situations {
        let when = Predicate::Condition(cited.evaluator.root(situation.when));
        let holds = cited.evaluator.holds(when);
        let incident = cited.evaluator.scopes.incident;
        let shown = cited.evaluator.incidents.builder.and(holds, incident);
        cited.add(&situation.cites, shown);
    }
    cited.nodes
}

/// The statements cited so far.
struct Cited<'a> {
    nodes: Vec<Node>,
    evaluator: &'a mut Evaluator,
    prohibitions: &'a [StatusSets],
}

impl Cited<'_> {
    fn add(&mut self, statements: &[usize], shown: Node) {
        for place in statements {
            if let Some(node) = self.nodes.get_mut(*place) {
                *node = self.evaluator.incidents.builder.or(*node, shown);
            }
        }
    }

    /// The grounds of an item, in the incidents in which the item is shown.
    fn grounds(&mut self, grounds: &[Ground], status: &StatusSets, shown: Node) {
        for (ground, basis) in grounds.iter().zip(&status.grounds) {
            let builder = &mut self.evaluator.incidents.builder;
            let either = builder.or(basis.known, basis.not_ruled_out);
            let here = builder.and(either, shown);
            self.add(&ground.cites, here);
        }
    }

    /// Why an action is withheld: what its gate waits for, or else what holds it back.
    fn holds(&mut self, guidance: &Guidance, action: &Action, withheld: Node) {
        let mut held = withheld;
        if let Some(gate) = action.gate.and_then(|place| guidance.gates.get(place)) {
            let mut open = self.evaluator.incidents.consistent;
            for condition in &gate.conditions {
                let when = Predicate::Condition(self.evaluator.root(condition.when));
                let known = self.evaluator.holds(when);
                let unknown = self.evaluator.incidents.without(withheld, known);
                self.add(&condition.cites, unknown);
                open = self.evaluator.incidents.builder.and(open, known);
            }
            held = self.evaluator.incidents.builder.and(withheld, open);
        }
        for place in &action.held_by {
            let prohibitions = self.prohibitions;
            if let Some(prohibition) = guidance.prohibitions.get(*place)
                && let Some(status) = prohibitions.get(*place)
            {
                let in_force = status.in_force(self.evaluator);
                let here = self.evaluator.incidents.builder.and(held, in_force);
                self.grounds(&prohibition.core.grounds, status, here);
            }
        }
    }

    /// What to make sure of before an action that is not withheld.
    fn cautions(&mut self, guidance: &Guidance, action: &Action, status: &StatusSets) {
        let free = self
            .evaluator
            .incidents
            .without(status.shown, status.withheld);
        for place in &action.held_by {
            let prohibition = guidance.prohibitions.get(*place);
            if let Some(caution) = prohibition.and_then(|one| one.caution.as_ref())
                && let Some(held) = self.prohibitions.get(*place)
            {
                let here = self.evaluator.incidents.builder.and(held.caution, free);
                self.add(&caution.cites, here);
            }
        }
    }
}
