//! The status of every item, in the one order of its rules.

use super::evaluation::Evaluation;
use crate::advise::decision::{
    BestGrounds, DecidedAction, DecidedGate, DecidedGround, DecidedItem, DecidedProhibition,
};
use crate::advise::truth::Truths;
use crate::contract::advice::{ItemStatus, Outcome, UrgencyLevel, Voice};
use crate::contract::catalogue::WhileOpen;
use crate::facts::FactSet;
use crate::few::Few;
use crate::guidance::{
    ActionId, CompiledAction, CompiledGate, CompiledWhileOpen, Core, GateConditionId, GateId,
    GroundId, ProhibitionId,
};
use crate::index::IndexVec;

/// What no grounds say.
const NO_GROUNDS: BestGrounds = BestGrounds {
    basis: None,
    voice: Voice::Source,
    names_urgency: UrgencyLevel::Standard,
    raises_answer: UrgencyLevel::Standard,
};

/// What is decided of all grounds.
type Grounds = IndexVec<GroundId, DecidedGround>;

/// What is decided of a gate: it is open on what is known of one alternative, and never while answers contradict
/// each other (SEMANTICS 5.2, 5.4).
pub(super) fn gate(
    evaluation: &Evaluation<'_>,
    conditions: &IndexVec<GateConditionId, Outcome>,
    gate: &CompiledGate,
) -> DecidedGate {
    let known = |needed: &GateConditionId| conditions[*needed] == Outcome::Holds;
    let mut alternatives = gate.alternatives.iter();
    let met = alternatives.any(|one| one.conditions.iter().all(known));
    let alternatives = gate.alternatives.iter();
    let in_reach = alternatives.map(|one| evaluation.outcome(one.in_reach) != Outcome::Refuted);
    DecidedGate {
        open: met && !evaluation.facts.contradicts_itself(),
        in_reach: in_reach.collect(),
    }
}

/// What is decided of every item by itself, whatever holds it back.
pub(super) struct UnheldItems<'d> {
    evaluation: &'d Evaluation<'d>,
    gates: &'d IndexVec<GateId, DecidedGate>,
    prohibitions: IndexVec<ProhibitionId, DecidedItem>,
    actions: IndexVec<ActionId, DecidedItem>,
}

impl<'d> UnheldItems<'d> {
    /// Decides every item by itself.
    pub(super) fn of(
        evaluation: &'d Evaluation<'d>,
        grounds: &Grounds,
        gates: &'d IndexVec<GateId, DecidedGate>,
    ) -> Self {
        let prohibitions = &evaluation.guidance.prohibitions;
        let actions = &evaluation.guidance.actions;
        Self {
            evaluation,
            gates,
            prohibitions: prohibitions.map(|one| item(evaluation, grounds, &one.core)),
            actions: actions.map(|action| {
                let item = item(evaluation, grounds, &action.core);
                let in_reach = action.gate.is_none_or(|gate| gates[gate].in_reach());
                DecidedItem {
                    possible: item.possible && in_reach,
                    ..item
                }
            }),
        }
    }

    /// What is decided of every prohibition.
    pub(super) fn prohibitions(&self) -> IndexVec<ProhibitionId, DecidedProhibition> {
        let prohibitions = self.evaluation.guidance.prohibitions.iter_enumerated();
        let decided = prohibitions.map(|(id, prohibition)| {
            let while_open = prohibition.while_open.as_ref();
            let while_open =
                while_open.map(|words| (words, self.evaluation.condition(words.in_force_when)));
            DecidedProhibition {
                item: self.prohibitions[id],
                status: self.prohibition_status(id, while_open),
                in_force_when: while_open.map(|(_, in_force_when)| in_force_when.outcome()),
            }
        });
        decided.collect()
    }

    /// The status of a prohibition (SEMANTICS 6.5, 6.7, 6.8).
    fn prohibition_status(
        &self,
        id: ProhibitionId,
        while_open: Option<(&CompiledWhileOpen, Truths)>,
    ) -> ItemStatus {
        let item = &self.prohibitions[id];
        if !item.possible {
            ItemStatus::Absent
        } else if item.certain {
            ItemStatus::Prohibited
        } else if let Some((while_open, in_force_when)) = while_open {
            self.status_while_open(id, while_open, in_force_when)
        } else {
            ItemStatus::Precautionary
        }
    }

    /// The status of what protects welfare while it is open (SEMANTICS 6.13, 6.14).
    fn status_while_open(
        &self,
        id: ProhibitionId,
        while_open: &CompiledWhileOpen,
        in_force_when: Truths,
    ) -> ItemStatus {
        let depends_on = self.prohibitions[id].depends_on;
        let word = if in_force_when.some_hold {
            WhileOpen::InForce
        } else if depends_on.meets(self.evaluation.facts.unsettled()) {
            while_open.not_known
        } else {
            while_open.not_asked
        };
        match word {
            WhileOpen::InForce => ItemStatus::Precautionary,
            WhileOpen::Caution if self.would_hold_back(id) => ItemStatus::Caution,
            WhileOpen::Caution | WhileOpen::Absent => ItemStatus::Absent,
        }
    }

    /// Whether the prohibition names an action in `holds_back` that is not absent.
    fn would_hold_back(&self, id: ProhibitionId) -> bool {
        let mut actions = self.evaluation.guidance.actions.iter_enumerated();
        actions.any(|(action, compiled)| {
            compiled.held_by.contains(&id) && self.actions[action].possible
        })
    }

    /// What is decided of every action, but for the questions that it is a consequence of (SEMANTICS 8.1, 8.5).
    pub(super) fn actions(
        &self,
        prohibitions: &IndexVec<ProhibitionId, DecidedProhibition>,
    ) -> IndexVec<ActionId, DecidedAction> {
        let evaluation = self.evaluation;
        let actions = evaluation.guidance.actions.iter_enumerated();
        let decided = actions.map(|(id, action)| {
            let item = self.actions[id];
            let held_by = action.held_by.iter().copied();
            let held_by: Few<_> = held_by
                .filter(|holding| in_force(prohibitions[*holding].status))
                .collect();
            let shut = action.gate.is_some_and(|gate| !self.gates[gate].open);
            let status = action_status(action, &item, shut || !held_by.is_empty());
            let escalation = action.escalates_when.as_ref();
            let mut rewordings = action.rewordings.iter_enumerated();
            let rewording = rewordings.find(|(_, words)| evaluation.known(words.once));
            DecidedAction {
                status,
                item,
                held_by,
                escalates: status == ItemStatus::Withheld
                    && escalation.is_some_and(|one| evaluation.known(one.once)),
                rewording: rewording.map(|(id, _)| id),
                actor: rewording.map_or(action.actor, |(_, words)| words.actor),
                pending_question: None,
                raises_answer: item.best.lowered(item.best.raises_answer),
            }
        });
        decided.collect()
    }
}

/// The status of an action (SEMANTICS 6.5, 6.10, 6.11).
fn action_status(action: &CompiledAction, item: &DecidedItem, held: bool) -> ItemStatus {
    if !item.possible {
        ItemStatus::Absent
    } else if held {
        ItemStatus::Withheld
    } else if item.certain {
        ItemStatus::Recommended
    } else if action.core.protective || action.always_listed {
        ItemStatus::Precautionary
    } else {
        ItemStatus::Conditional
    }
}

/// Whether a prohibition of that status is in force (SEMANTICS 6.9).
pub(super) fn in_force(status: ItemStatus) -> bool {
    matches!(status, ItemStatus::Prohibited | ItemStatus::Precautionary)
}

/// What is decided of an item of either kind. Nothing is lifted while answers contradict each other
/// (SEMANTICS 6.4, 6.6).
fn item(evaluation: &Evaluation<'_>, grounds: &Grounds, item: &Core) -> DecidedItem {
    let trigger = evaluation.trigger(item);
    let lifted_when = evaluation.outcome(item.lifted);
    let lifted = lifted_when == Outcome::Holds && !evaluation.facts.contradicts_itself();
    let certain = trigger.certain(item.protective);
    let mut depends_on = FactSet::default();
    if !certain {
        depends_on = evaluation.trigger_depends_on(item);
        // It holds in one interpretation and not in another, so the contradiction decides.
        if trigger.some_hold {
            depends_on = depends_on.union(evaluation.facts.contradictory);
        }
    }
    DecidedItem {
        trigger: trigger.outcome(),
        lifted_when,
        possible: !trigger.all_refuted && !lifted,
        certain,
        depends_on,
        can_change: evaluation.depends_on(item.outcome),
        best: best(evaluation, grounds, item),
    }
}

/// The best grounds are those shown that are known, or else all that are shown (SEMANTICS 7.4, 7.5, 7.6).
fn best(evaluation: &Evaluation<'_>, grounds: &Grounds, item: &Core) -> BestGrounds {
    let mut best = NO_GROUNDS;
    for id in &item.grounds {
        let Some(basis) = grounds[*id].basis else {
            continue;
        };
        // What is known comes first.
        if best.basis.is_some_and(|best| best < basis) {
            continue;
        }
        let ground = &evaluation.guidance.grounds[*id];
        if best.basis != Some(basis) {
            best = BestGrounds {
                basis: Some(basis),
                voice: ground.voice,
                ..NO_GROUNDS
            };
        }
        let urgency = ground.urgency.unwrap_or(UrgencyLevel::Standard);
        best.voice = best.voice.min(ground.voice);
        best.names_urgency = best.names_urgency.max(urgency);
        if ground.raises_answer {
            best.raises_answer = best.raises_answer.max(urgency);
        }
    }
    best
}
