//! The status of each item in every incident, decided in their one order.

use super::evaluator::Evaluator;
use super::gates::GateSets;
use super::predicate::Predicate;
use crate::contract::catalogue::WhileOpen;
use crate::guidance::{
    ActionId, CompiledAction, CompiledProhibition, CompiledWhileOpen, Core, GateId, Guidance,
    ProhibitionId,
};
use crate::index::IndexVec;
use crate::mdd::Node;

/// For each status of an item, the incidents in which it has it.
#[derive(Debug, Clone)]
pub(crate) struct StatusSets {
    /// Recommended, or prohibited.
    pub(crate) certain: Node,
    /// Not ruled out, and in force.
    pub(crate) precautionary: Node,
    pub(crate) withheld: Node,
    pub(crate) conditional: Node,
    /// It protects welfare and is open: a caution inside the actions that it would hold.
    pub(crate) caution: Node,
    /// In any of these ways, except as a caution.
    pub(crate) shown: Node,
    pub(crate) grounds: Vec<BasisSets>,
}

/// For each basis of a ground, the incidents in which it is shown if its item is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct BasisSets {
    pub(crate) known: Node,
    pub(crate) not_ruled_out: Node,
}

impl StatusSets {
    /// For each status, the incidents in which the item has it.
    pub(crate) fn statuses(&self) -> [Node; 4] {
        [
            self.certain,
            self.precautionary,
            self.withheld,
            self.conditional,
        ]
    }

    /// The incidents in which a prohibition, or a protective action, is in force.
    pub(crate) fn in_force(&self, evaluator: &mut Evaluator) -> Node {
        evaluator
            .incidents
            .builder
            .or(self.certain, self.precautionary)
    }
}

/// What an item comes to by itself, whatever holds it back.
#[derive(Debug, Clone, Copy)]
struct Triggered {
    /// It is not ruled out, not lifted, and its gate is in reach.
    possible: Node,
    certain: Node,
    predicate: Predicate,
}

/// The statuses of each prohibition and of each action.
pub(super) fn statuses(
    guidance: &Guidance,
    evaluator: &mut Evaluator,
    gates: &IndexVec<GateId, GateSets>,
) -> (
    IndexVec<ProhibitionId, StatusSets>,
    IndexVec<ActionId, StatusSets>,
) {
    let triggered = guidance
        .actions
        .map(|one| triggered_in_reach(evaluator, gates, one));
    let prohibitions = guidance.prohibitions.iter_enumerated();
    let prohibitions = prohibitions.map(|(id, one)| {
        let held = guidance.actions.iter().zip(&triggered);
        let held = held.filter(|(action, _)| action.held_by.contains(&id));
        let held: Vec<Node> = held.map(|(_, triggered)| triggered.possible).collect();
        let would_hold = evaluator.incidents.any(held);
        prohibition(guidance, evaluator, one, would_hold)
    });
    let prohibitions: IndexVec<ProhibitionId, _> = prohibitions.collect();
    let in_force = prohibitions.map(|status| status.in_force(evaluator));
    let actions = guidance.actions.iter().zip(triggered);
    let actions = actions.map(|(one, triggered)| {
        let held = one.held_by.iter().map(|id| in_force[*id]);
        let shut = one
            .gate
            .map(|gate| evaluator.incidents.builder.not(gates[gate].open));
        let held: Vec<Node> = held.chain(shut).collect();
        let held = evaluator.incidents.any(held);
        action(guidance, evaluator, one, triggered, held)
    });
    let actions = actions.collect();
    (prohibitions, actions)
}

/// An action is absent while its gate is out of reach (SEMANTICS 6.5).
fn triggered_in_reach(
    evaluator: &mut Evaluator,
    gates: &IndexVec<GateId, GateSets>,
    action: &CompiledAction,
) -> Triggered {
    let triggered = trigger(evaluator, &action.core);
    let Some(gate) = action.gate else {
        return triggered;
    };
    let in_reach = gates[gate].any_in_reach(evaluator);
    let builder = &mut evaluator.incidents.builder;
    Triggered {
        possible: builder.and(triggered.possible, in_reach),
        certain: builder.and(triggered.certain, in_reach),
        ..triggered
    }
}

fn trigger(evaluator: &mut Evaluator, core: &Core) -> Triggered {
    let predicate = evaluator.trigger(core);
    let can_hold = evaluator.can_hold(predicate);
    let holds = if core.protective {
        evaluator.holds_in_an_interpretation(predicate)
    } else {
        evaluator.holds(predicate)
    };
    let lifted = Predicate::Condition(evaluator.root(core.lifted));
    let lifted = evaluator.holds(lifted);
    let incidents = &mut evaluator.incidents;
    let lifted = incidents.builder.and(lifted, incidents.consistent);
    Triggered {
        possible: incidents.without(can_hold, lifted),
        certain: incidents.without(holds, lifted),
        predicate,
    }
}

fn prohibition(
    guidance: &Guidance,
    evaluator: &mut Evaluator,
    one: &CompiledProhibition,
    would_hold: Node,
) -> StatusSets {
    let triggered = trigger(evaluator, &one.core);
    let open = evaluator
        .incidents
        .without(triggered.possible, triggered.certain);
    let [in_force, caution] = match &one.while_open {
        Some(words) => while_open(evaluator, words, triggered.predicate),
        None => [Node::TRUE, Node::FALSE],
    };
    let builder = &mut evaluator.incidents.builder;
    let precautionary = builder.and(open, in_force);
    // A caution stands inside an action that it would hold back (SEMANTICS 6.14).
    let caution = builder.and(open, caution);
    let caution = builder.and(caution, would_hold);
    StatusSets {
        certain: triggered.certain,
        precautionary,
        withheld: Node::FALSE,
        conditional: Node::FALSE,
        caution,
        shown: builder.or(triggered.certain, precautionary),
        grounds: grounds(guidance, evaluator, &one.core),
    }
}

/// Where a prohibition with this trigger is in force while it is neither absent nor certain, and where it would be a
/// caution (SEMANTICS 6.13).
fn while_open(
    evaluator: &mut Evaluator,
    words: &CompiledWhileOpen,
    trigger: Predicate,
) -> [Node; 2] {
    let in_force_when = Predicate::Condition(evaluator.root(words.in_force_when));
    let in_force_when = evaluator.holds_in_an_interpretation(in_force_when);
    let asked = asked_of(evaluator, trigger);
    let incidents = &mut evaluator.incidents;
    let [in_force, caution] = [WhileOpen::InForce, WhileOpen::Caution].map(|word| {
        let [not_known, not_asked] = [words.not_known, words.not_asked]
            .map(|one| if one == word { Node::TRUE } else { Node::FALSE });
        incidents.builder.ite(asked, not_known, not_asked)
    });
    [
        incidents.builder.or(in_force, in_force_when),
        incidents.without(caution, in_force_when),
    ]
}

/// The status of an action, which is held back in some incidents (SEMANTICS 6.10, 6.11).
fn action(
    guidance: &Guidance,
    evaluator: &mut Evaluator,
    one: &CompiledAction,
    triggered: Triggered,
    held: Node,
) -> StatusSets {
    let incidents = &mut evaluator.incidents;
    let certain = incidents.without(triggered.certain, held);
    let free = incidents.without(triggered.possible, held);
    let open = incidents.without(free, certain);
    let [precautionary, conditional] = if one.core.protective || one.always_listed {
        [open, Node::FALSE]
    } else {
        [Node::FALSE, open]
    };
    StatusSets {
        certain,
        precautionary,
        withheld: incidents.builder.and(triggered.possible, held),
        conditional,
        caution: Node::FALSE,
        shown: triggered.possible,
        grounds: grounds(guidance, evaluator, &one.core),
    }
}

/// The incidents in which a fact that it depends on was put to somebody and is not settled.
pub(super) fn asked_of(evaluator: &mut Evaluator, predicate: Predicate) -> Node {
    let mut asked = Node::FALSE;
    for fact in evaluator.support(predicate).iter() {
        let unsettled = evaluator.unsettled(fact);
        let depends = evaluator.depend_on(&[predicate], fact);
        let here = evaluator.incidents.builder.and(unsettled, depends);
        asked = evaluator.incidents.builder.or(asked, here);
    }
    asked
}

fn grounds(guidance: &Guidance, evaluator: &mut Evaluator, core: &Core) -> Vec<BasisSets> {
    let mut grounds = Vec::with_capacity(core.grounds.len());
    for ground in guidance.grounds_of(core) {
        let predicate = evaluator.within(ground.scope, ground.when);
        let possible = evaluator.can_hold(predicate);
        let known = if ground.protective {
            evaluator.holds_in_an_interpretation(predicate)
        } else {
            evaluator.holds(predicate)
        };
        grounds.push(BasisSets {
            known,
            not_ruled_out: evaluator.incidents.without(possible, known),
        });
    }
    grounds
}
