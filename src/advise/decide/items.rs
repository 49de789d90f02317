//! The status of every item, in the one order of its rules.

use super::evaluation::Evaluation;
use crate::advise::decision::{
    BestGrounds, DecidedAction, DecidedGround, DecidedItem, DecidedProhibition,
};
use crate::advise::interpret::Interpreted;
use crate::contract::advice::{Basis, ItemStatus, Outcome, Protects, UrgencyLevel, Voice};
use crate::facts::FactSet;
use crate::guidance::{
    ActionId, CompiledAction, CompiledProhibition, Core, GateConditionId, GateId, GroundId,
    Guidance, ProhibitionId,
};
use crate::index::IndexVec;

/// What is decided of all grounds.
type Grounds = IndexVec<GroundId, DecidedGround>;

/// Which gates are open: on what is known of one alternative, and never while answers contradict each other
/// (SEMANTICS 5.2).
pub(super) fn open_gates(
    guidance: &Guidance,
    facts: &Interpreted<'_>,
    conditions: &IndexVec<GateConditionId, Outcome>,
) -> IndexVec<GateId, bool> {
    guidance.gates.map(|gate| {
        let known = |needed: &GateConditionId| conditions[*needed] == Outcome::Holds;
        let mut alternatives = gate.alternatives.iter();
        alternatives.any(|needed| needed.iter().all(known)) && !facts.contradicts_itself()
    })
}

/// What is decided of every prohibition.
pub(super) fn prohibitions(
    evaluation: &Evaluation<'_>,
    grounds: &Grounds,
) -> IndexVec<ProhibitionId, DecidedProhibition> {
    let prohibitions = &evaluation.guidance.prohibitions;
    prohibitions.map(|prohibition| {
        let item = item(evaluation, grounds, &prohibition.core);
        DecidedProhibition {
            item,
            status: prohibition_status(evaluation, prohibition, &item),
        }
    })
}

/// The status of a prohibition (SEMANTICS 6.5, 6.7, 6.8).
fn prohibition_status(
    evaluation: &Evaluation<'_>,
    prohibition: &CompiledProhibition,
    item: &DecidedItem,
) -> ItemStatus {
    let asked = item.depends_on.meets(evaluation.facts.unsettled());
    if !item.possible {
        ItemStatus::Absent
    } else if item.certain {
        ItemStatus::Prohibited
    } else if prohibition.protects == Protects::Welfare && !asked {
        ItemStatus::Caution
    } else {
        ItemStatus::Precautionary
    }
}

/// What is decided of every action, but for the questions that it is a consequence of (SEMANTICS 8.1, 8.5).
pub(super) fn actions(
    evaluation: &Evaluation<'_>,
    grounds: &Grounds,
    prohibitions: &IndexVec<ProhibitionId, DecidedProhibition>,
    open_gates: &IndexVec<GateId, bool>,
) -> IndexVec<ActionId, DecidedAction> {
    evaluation.guidance.actions.map(|action| {
        let item = item(evaluation, grounds, &action.core);
        let held_by = action.held_by.iter().copied();
        let held_by: Vec<_> = held_by
            .filter(|holding| in_force(prohibitions[*holding].status))
            .collect();
        let shut = action.gate.is_some_and(|gate| !open_gates[gate]);
        let status = action_status(action, &item, shut || !held_by.is_empty());
        let escalation = action.escalates_when.as_ref();
        let mut rewordings = action.rewordings.iter_enumerated();
        DecidedAction {
            status,
            item,
            held_by,
            escalates: status == ItemStatus::Withheld
                && escalation.is_some_and(|one| evaluation.known(one.once)),
            rewording: rewordings
                .find(|(_, words)| evaluation.known(words.once))
                .map(|(id, _)| id),
            pending_question: None,
        }
    })
}

/// The status of an action (SEMANTICS 6.5, 6.10, 6.11).
fn action_status(action: &CompiledAction, item: &DecidedItem, held: bool) -> ItemStatus {
    if !item.possible {
        ItemStatus::Absent
    } else if held {
        ItemStatus::Withheld
    } else if item.certain {
        ItemStatus::Recommended
    } else if action.core.protective {
        ItemStatus::Precautionary
    } else {
        ItemStatus::Conditional
    }
}

/// Whether a prohibition of that status is in force (SEMANTICS 6.9).
fn in_force(status: ItemStatus) -> bool {
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
        best: best(evaluation.guidance, grounds, item),
    }
}

/// The best grounds are those shown that are known, or else all that are shown (SEMANTICS 7.4, 7.5, 7.6).
fn best(guidance: &Guidance, grounds: &Grounds, item: &Core) -> BestGrounds {
    let known = item
        .grounds
        .iter()
        .any(|ground| grounds[*ground].basis == Some(Basis::Known));
    let basis = if known {
        Basis::Known
    } else {
        Basis::NotRuledOut
    };
    let mut best = None;
    for ground in &item.grounds {
        if grounds[*ground].basis == Some(basis) {
            let words = &guidance.grounds[*ground].known.ground;
            let (voice, urgency) = best.unwrap_or((words.voice, None));
            best = Some((voice.min(words.voice), urgency.max(words.urgency)));
        }
    }
    let (voice, urgency) = best.unwrap_or((Voice::Source, None));
    BestGrounds {
        basis: best.map(|_| basis),
        voice,
        urgency: urgency.unwrap_or(UrgencyLevel::Standard),
    }
}
