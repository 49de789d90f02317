//! How every status came about: what each condition came to, part by part (SEMANTICS 15.1, 15.2, 15.3, 15.4).

use super::decision::Decision;
use super::partial_eval::PartialEval;
use super::truth::Truths;
use crate::contract::advice::{
    Outcome, Part, Trace, TracedCondition, TracedGate, TracedGround, TracedItem, TracedSituation,
};
use crate::guidance::{CompiledPart, GateId, GroundId, ItemId};
use crate::mdd::ConditionPart;

/// Tells how every status of a decision came about.
pub(super) fn trace<'g>(decision: &Decision<'g>) -> Trace<'g> {
    let guidance = decision.guidance;
    let tracing = Tracing::of(decision);
    let situations = guidance.situations.iter_enumerated();
    let situations = situations.map(|(id, situation)| TracedSituation {
        id: &situation.words.id,
        result: decision.situations[id],
        parts: tracing.parts(&situation.parts),
    });
    let gates = guidance.gates.ids();
    Trace {
        items: guidance.items().map(|item| tracing.item(item)).collect(),
        situations: situations.collect(),
        gates: gates.map(|gate| tracing.gate(gate)).collect(),
    }
}

/// What the parts of the conditions come to, beside what is decided. They lie in a forest of their own,
/// that nothing but a trace evaluates.
struct Tracing<'d, 'g> {
    decision: &'d Decision<'g>,
    parts: Vec<PartialEval<'g, ConditionPart>>,
}

impl<'d, 'g> Tracing<'d, 'g> {
    fn of(decision: &'d Decision<'g>) -> Self {
        let interpretations = decision.facts.interpretations.iter();
        let parts = interpretations.map(|one| PartialEval::of(&decision.guidance.parts, one));
        Self {
            decision,
            parts: parts.collect(),
        }
    }

    fn item(&self, item: ItemId) -> TracedItem<'g> {
        let (guidance, decided) = (self.decision.guidance, self.decision.item(item));
        let core = guidance.core(item);
        let (in_force_when, gate, held_by) = match item {
            ItemId::Prohibition(id) => {
                let in_force_when = self.decision.prohibitions[id].in_force_when;
                let parts = guidance.prohibitions[id].while_open.as_ref();
                let told = in_force_when.zip(parts.and_then(|one| one.parts.as_ref()));
                (told, None, &[][..])
            }
            ItemId::Action(id) => (
                None,
                guidance.actions[id].gate,
                &*self.decision.actions[id].held_by,
            ),
        };
        let holding = held_by.iter().map(|id| &guidance.prohibitions[*id]);
        let lifted = core.lifted_parts.as_ref();
        TracedItem {
            item: &core.id,
            status: self.decision.status(item),
            trigger: decided.trigger,
            grounds: core.grounds.iter().map(|id| self.ground(*id)).collect(),
            lifted_when: lifted.map(|parts| self.condition(decided.lifted_when, parts)),
            in_force_when: in_force_when.map(|(result, parts)| self.condition(result, parts)),
            gate: gate.map(|id| &*guidance.gates[id].id),
            held_by: holding.map(|prohibition| &*prohibition.core.id).collect(),
        }
    }

    fn ground(&self, id: GroundId) -> TracedGround<'g> {
        let ground = &self.decision.guidance.grounds[id];
        TracedGround {
            because: &ground.known.ground.because,
            scope: ground.scope,
            result: self.decision.grounds[id].outcome,
            parts: self.parts(&ground.parts),
        }
    }

    fn gate(&self, id: GateId) -> TracedGate<'g> {
        let gate = &self.decision.guidance.gates[id];
        let conditions = gate.conditions().map(|id| {
            let parts = &self.decision.guidance.gate_conditions[id].parts;
            self.condition(self.decision.gate_conditions[id], parts)
        });
        TracedGate {
            id: &gate.id,
            result: self.outcome(gate.open),
            out_of_reach: !self.decision.gates[id].in_reach(),
            conditions: conditions.collect(),
        }
    }

    fn condition(&self, result: Outcome, parts: &'g [CompiledPart]) -> TracedCondition<'g> {
        TracedCondition {
            result,
            parts: self.parts(parts),
        }
    }

    fn parts(&self, parts: &'g [CompiledPart]) -> Vec<Part<'g>> {
        let parts = parts.iter().map(|part| Part {
            depth: part.depth,
            term: part.term,
            name: part.name.as_deref(),
            answers: &part.answers,
            says: &part.says,
            result: self.outcome(part.when),
        });
        parts.collect()
    }

    fn outcome(&self, part: ConditionPart) -> Outcome {
        let truths = self.parts.iter().map(|evaluated| evaluated.truth(part));
        Truths::of(truths).outcome()
    }
}
