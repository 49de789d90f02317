//! Which statements are cited in every incident.

use super::beyond_items::BeyondItems;
use super::drawing::Symbolic;
use super::evaluator::Evaluator;
use super::gates::GateSets;
use super::predicate::Predicate;
use super::status::StatusSets;
use crate::guidance::{CompiledAction, Core, GateId, Guidance, ProhibitionId, StatementId};
use crate::index::IndexVec;
use crate::mdd::Node;

/// For each statement, the incidents in whose answers it is cited.
pub(crate) fn cited(
    symbolic: &mut Symbolic<'_>,
    beyond: &BeyondItems,
) -> IndexVec<StatementId, Node> {
    let guidance = symbolic.guidance;
    let mut cited = Cited {
        nodes: guidance.citations.map(|_| Node::FALSE),
        guidance,
        evaluator: &mut symbolic.evaluator,
        gates: &symbolic.gates,
        prohibitions: &symbolic.prohibitions,
    };
    for (prohibition, status) in guidance.prohibitions.iter().zip(&symbolic.prohibitions) {
        cited.grounds(&prohibition.core, status, status.shown);
    }
    for (action, status) in guidance.actions.iter().zip(&symbolic.actions) {
        cited.grounds(&action.core, status, status.shown);
        cited.holds(action, status.withheld);
        cited.cautions(action, status);
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
    guidance: &'a Guidance,
    nodes: IndexVec<StatementId, Node>,
    evaluator: &'a mut Evaluator,
    gates: &'a IndexVec<GateId, GateSets>,
    prohibitions: &'a IndexVec<ProhibitionId, StatusSets>,
}

impl Cited<'_> {
    fn add(&mut self, statements: &[StatementId], shown: Node) {
        for id in statements {
            let node = &mut self.nodes[*id];
            *node = self.evaluator.incidents.builder.or(*node, shown);
        }
    }

    /// The grounds of an item, in the incidents in which the item is shown.
    fn grounds(&mut self, core: &Core, status: &StatusSets, shown: Node) {
        for (ground, basis) in self.guidance.grounds_of(core).zip(&status.grounds) {
            let builder = &mut self.evaluator.incidents.builder;
            let either = builder.or(basis.known, basis.not_ruled_out);
            let here = builder.and(either, shown);
            self.add(&ground.cites, here);
        }
    }

    /// Why an action is withheld: what its gate waits for, or else what holds it back.
    fn holds(&mut self, action: &CompiledAction, withheld: Node) {
        let mut held = withheld;
        if let Some(gate) = action.gate {
            let open = self.gates[gate].open;
            let waiting = self.evaluator.incidents.without(withheld, open);
            self.waits(gate, waiting);
            held = self.evaluator.incidents.builder.and(withheld, open);
        }
        let (guidance, prohibitions) = (self.guidance, self.prohibitions);
        for id in &action.held_by {
            let status = &prohibitions[*id];
            let in_force = status.in_force(self.evaluator);
            let here = self.evaluator.incidents.builder.and(held, in_force);
            self.grounds(&guidance.prohibitions[*id].core, status, here);
        }
    }

    /// What a gate waits for: the conditions that are not known of the alternatives in reach (SEMANTICS 8.3).
    fn waits(&mut self, gate: GateId, waiting: Node) {
        let (guidance, sets) = (self.guidance, &self.gates[gate]);
        let alternatives = guidance.gates[gate].alternatives.iter();
        for (alternative, in_reach) in alternatives.zip(&sets.in_reach) {
            let waiting = self.evaluator.incidents.builder.and(waiting, *in_reach);
            for id in &alternative.conditions {
                let condition = &guidance.gate_conditions[*id];
                let when = Predicate::Condition(self.evaluator.root(condition.when));
                let known = self.evaluator.holds(when);
                let unknown = self.evaluator.incidents.without(waiting, known);
                self.add(&condition.cites, unknown);
            }
        }
    }

    /// What to make sure of before an action.
    fn cautions(&mut self, action: &CompiledAction, status: &StatusSets) {
        for id in &action.held_by {
            if let Some(caution) = &self.guidance.prohibitions[*id].caution {
                let held = self.prohibitions[*id].caution;
                let here = self.evaluator.incidents.builder.and(held, status.shown);
                self.add(&caution.cites, here);
            }
        }
    }
}
