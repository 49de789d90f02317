//! How every status came about: what each condition came to, part by part.

use super::placing::holding;
use super::standing::Judged;
use super::statuses::statuses;
use super::verdicts::{Truth, Verdicts};
use crate::contract::advice::{
    ItemStatus, Outcome, Part as PartAnswer, Trace, TracedCondition, TracedGate, TracedGround,
    TracedItem, TracedSituation,
};
use crate::guidance::{Core, Gate, Part};
use crate::mdd::Condition;

/// Tells how every status came about.
pub(super) fn trace<'g>(judged: &Judged<'g>) -> Trace<'g> {
    let guidance = judged.guidance;
    let tracing = Tracing::of(judged);
    let forces = judged.forces();
    let prohibitions = guidance.prohibitions.iter();
    let prohibitions = prohibitions.map(|one| (&one.core, None, Vec::new()));
    let actions = guidance.actions.iter().map(|action| {
        let gate = action.gate.and_then(|place| guidance.gates.get(place));
        let held_by = holding(action, &forces).filter_map(|place| guidance.prohibitions.get(place));
        let held_by = held_by.map(|prohibition| prohibition.core.id.as_str());
        (&action.core, gate, held_by.collect())
    });
    let items = prohibitions.chain(actions).zip(statuses(judged));
    let items =
        items.map(|((core, gate, held_by), (_, status))| tracing.item(core, status, gate, held_by));
    let situations = guidance.situations.iter().map(|situation| TracedSituation {
        id: &situation.words.id,
        result: outcome(judged.truths(situation.when)),
        parts: tracing.parts(&situation.parts),
    });
    Trace {
        items: items.collect(),
        situations: situations.collect(),
        gates: guidance
            .gates
            .iter()
            .map(|gate| tracing.gate(gate))
            .collect(),
    }
}

/// What every reading makes of the parts of conditions, beside what it makes of the conditions.
struct Tracing<'j, 'g> {
    judged: &'j Judged<'g>,
    verdicts: Vec<Verdicts>,
}

impl<'j, 'g> Tracing<'j, 'g> {
    fn of(judged: &'j Judged<'g>) -> Self {
        let readings = judged.understood.readings.iter();
        let verdicts = readings.map(|reading| Verdicts::of(&judged.guidance.parts, reading));
        Self {
            judged,
            verdicts: verdicts.collect(),
        }
    }

    fn item(
        &self,
        core: &'g Core,
        status: ItemStatus,
        gate: Option<&'g Gate>,
        held_by: Vec<&'g str>,
    ) -> TracedItem<'g> {
        let grounds = core.grounds.iter().map(|ground| TracedGround {
            because: &ground.known.ground.because,
            scope: ground.scope,
            result: outcome(self.judged.ground_truths(ground)),
            parts: self.parts(&ground.parts),
        });
        let lifted = core.lifted_parts.as_ref();
        TracedItem {
            item: &core.id,
            status,
            trigger: outcome(self.judged.trigger_truths(core)),
            grounds: grounds.collect(),
            lifted_when: lifted.map(|parts| self.condition(core.lifted, parts)),
            gate: gate.map(|gate| gate.id.as_str()),
            held_by,
        }
    }

    fn gate(&self, gate: &'g Gate) -> TracedGate<'g> {
        let conditions = gate.conditions.iter();
        TracedGate {
            id: &gate.id,
            result: self.of_part(gate.open),
            conditions: conditions
                .map(|condition| self.condition(condition.when, &condition.parts))
                .collect(),
        }
    }

    fn condition(&self, when: Condition, parts: &'g [Part]) -> TracedCondition<'g> {
        TracedCondition {
            result: outcome(self.judged.truths(when)),
            parts: self.parts(parts),
        }
    }

    fn parts(&self, parts: &'g [Part]) -> Vec<PartAnswer<'g>> {
        let parts = parts.iter().map(|part| PartAnswer {
            depth: part.depth,
            term: part.term,
            name: part.name.as_deref(),
            answers: &part.answers,
            says: &part.says,
            result: self.of_part(part.when),
        });
        parts.collect()
    }

    fn of_part(&self, part: Condition) -> Outcome {
        let forest = &self.judged.guidance.parts;
        outcome(
            self.verdicts
                .iter()
                .map(|verdicts| verdicts.truth(forest, part)),
        )
    }
}

/// What the truths of all readings come to.
fn outcome(truths: impl Iterator<Item = Truth>) -> Outcome {
    let (mut all_hold, mut all_refuted) = (true, true);
    for truth in truths {
        all_hold &= truth == Truth::Holds;
        all_refuted &= truth == Truth::Refuted;
    }
    match (all_hold, all_refuted) {
        (true, _) => Outcome::Holds,
        (false, true) => Outcome::Refuted,
        (false, false) => Outcome::Open,
    }
}
