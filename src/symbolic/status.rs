//! The status of each item in every incident, decided in their one order.

use super::evaluator::Evaluator;
use super::predicate::Predicate;
use crate::contract::advice::Protects;
use crate::facts::FactId;
use crate::guidance::{
    ActionId, CompiledAction, CompiledGate, CompiledProhibition, Core, Guidance, ProhibitionId,
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
    /// It protects welfare and nobody has asked: a caution inside the actions that it would hold.
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

/// What an item's trigger comes to over all interpretations.
struct Triggered {
    possible: Node,
    certain: Node,
    predicate: Predicate,
}

/// The statuses of each prohibition and of each action.
pub(super) fn statuses(
    guidance: &Guidance,
    evaluator: &mut Evaluator,
) -> (
    IndexVec<ProhibitionId, StatusSets>,
    IndexVec<ActionId, StatusSets>,
) {
    let prohibitions = guidance
        .prohibitions
        .map(|one| prohibition(guidance, evaluator, one));
    let in_force = prohibitions.map(|status| status.in_force(evaluator));
    let open = guidance
        .gates
        .map(|gate| gate_open(guidance, evaluator, gate));
    let actions = guidance.actions.map(|one| {
        let held = one.held_by.iter().map(|id| in_force[*id]);
        let shut = one
            .gate
            .map(|gate| evaluator.incidents.builder.not(open[gate]));
        let held: Vec<Node> = held.chain(shut).collect();
        let held = evaluator.incidents.any(held);
        action(guidance, evaluator, one, held)
    });
    (prohibitions, actions)
}

/// A gate opens on what is known of one of its alternatives, and never while answers contradict each other.
pub(super) fn gate_open(
    guidance: &Guidance,
    evaluator: &mut Evaluator,
    gate: &CompiledGate,
) -> Node {
    let mut open = Node::FALSE;
    for alternative in &gate.alternatives {
        let mut all = evaluator.incidents.consistent;
        for condition in alternative {
            let root = evaluator.root(guidance.gate_conditions[*condition].when);
            let known = evaluator.holds(Predicate::Condition(root));
            all = evaluator.incidents.builder.and(all, known);
        }
        open = evaluator.incidents.builder.or(open, all);
    }
    open
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
) -> StatusSets {
    let triggered = trigger(evaluator, &one.core);
    let open = evaluator
        .incidents
        .without(triggered.possible, triggered.certain);
    let not_known = if one.protects == Protects::Welfare {
        asked_of(evaluator, triggered.predicate)
    } else {
        Node::TRUE
    };
    let precautionary = evaluator.incidents.builder.and(open, not_known);
    StatusSets {
        certain: triggered.certain,
        precautionary,
        withheld: Node::FALSE,
        conditional: Node::FALSE,
        caution: evaluator.incidents.without(open, not_known),
        shown: evaluator
            .incidents
            .builder
            .or(triggered.certain, precautionary),
        grounds: grounds(guidance, evaluator, &one.core),
    }
}

fn action(
    guidance: &Guidance,
    evaluator: &mut Evaluator,
    one: &CompiledAction,
    held: Node,
) -> StatusSets {
    let triggered = trigger(evaluator, &one.core);
    let incidents = &mut evaluator.incidents;
    let certain = incidents.without(triggered.certain, held);
    let free = incidents.without(triggered.possible, held);
    let open = incidents.without(free, certain);
    let [precautionary, conditional] = if one.core.protective {
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
        let unsettled = unsettled(evaluator, fact);
        let depends = evaluator.depend_on(&[predicate], fact);
        let here = evaluator.incidents.builder.and(unsettled, depends);
        asked = evaluator.incidents.builder.or(asked, here);
    }
    asked
}

fn unsettled(evaluator: &mut Evaluator, fact: FactId) -> Node {
    let not_known = evaluator.asked_not_known(fact);
    let contradictory = evaluator.incidents.contradictory(fact);
    evaluator.incidents.builder.or(not_known, contradictory)
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
