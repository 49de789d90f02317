//! Where each item stands in every incident: the statuses, judged in their one order.

use super::judge::{Judge, Judged};
use crate::contract::advice::Protects;
use crate::facts::FactId;
use crate::guidance::diagram::Node;
use crate::guidance::{Action, Core, Guidance, Prohibition};

/// For each status of an item, the incidents in which it has it.
#[derive(Debug, Clone)]
pub(crate) struct Standing {
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
    pub(crate) grounds: Vec<Shown>,
}

/// For each basis of a ground, the incidents in which it is shown if its item is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shown {
    pub(crate) known: Node,
    pub(crate) not_ruled_out: Node,
}

impl Standing {
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
    pub(crate) fn in_force(&self, judge: &mut Judge) -> Node {
        judge.incidents.builder.or(self.certain, self.precautionary)
    }
}

/// What an item's trigger comes to over all readings.
struct Triggered {
    possible: Node,
    certain: Node,
    judged: Judged,
}

/// Where each prohibition and each action stands.
pub(super) fn standings(guidance: &Guidance, judge: &mut Judge) -> (Vec<Standing>, Vec<Standing>) {
    let prohibitions: Vec<_> = guidance
        .prohibitions
        .iter()
        .map(|one| prohibition(judge, one))
        .collect();
    let in_force: Vec<Node> = prohibitions
        .iter()
        .map(|standing| standing.in_force(judge))
        .collect();
    let open: Vec<Node> = (0..guidance.gates.len())
        .map(|place| gate_open(guidance, judge, place))
        .collect();
    let actions = guidance.actions.iter().map(|one| {
        let held = one.held_by.iter().filter_map(|place| in_force.get(*place));
        let held = judge.incidents.any(held.copied());
        let open = one.gate.and_then(|place| open.get(place)).copied();
        let shut = open.map(|open| judge.incidents.builder.not(open));
        let held = judge.incidents.any([held, shut.unwrap_or(Node::FALSE)]);
        action(judge, one, held)
    });
    let actions = actions.collect();
    (prohibitions, actions)
}

/// A gate opens on what is known, and never while answers contradict each other.
fn gate_open(guidance: &Guidance, judge: &mut Judge, place: usize) -> Node {
    let mut open = judge.incidents.consistent;
    let gate = guidance.gates.get(place);
    for condition in gate.into_iter().flat_map(|gate| &gate.conditions) {
        let root = judge.root(condition.when);
        let known = judge.holds(Judged::Condition(root));
        open = judge.incidents.builder.and(open, known);
    }
    open
}

fn trigger(judge: &mut Judge, core: &Core, protective: bool) -> Triggered {
    let judged = judge.trigger(core);
    let can_hold = judge.can_hold(judged);
    let holds = if protective {
        judge.holds_in_a_reading(judged)
    } else {
        judge.holds(judged)
    };
    let lifted = Judged::Condition(judge.root(core.lifted));
    let lifted = judge.holds(lifted);
    let incidents = &mut judge.incidents;
    let lifted = incidents.builder.and(lifted, incidents.consistent);
    Triggered {
        possible: incidents.without(can_hold, lifted),
        certain: incidents.without(holds, lifted),
        judged,
    }
}

fn prohibition(judge: &mut Judge, one: &Prohibition) -> Standing {
    let triggered = trigger(judge, &one.core, true);
    let open = judge
        .incidents
        .without(triggered.possible, triggered.certain);
    let in_vain = if one.protects == Protects::Welfare {
        asked_of(judge, triggered.judged)
    } else {
        Node::TRUE
    };
    let precautionary = judge.incidents.builder.and(open, in_vain);
    Standing {
        certain: triggered.certain,
        precautionary,
        withheld: Node::FALSE,
        conditional: Node::FALSE,
        caution: judge.incidents.without(open, in_vain),
        shown: judge.incidents.builder.or(triggered.certain, precautionary),
        grounds: grounds(judge, &one.core, true),
    }
}

fn action(judge: &mut Judge, one: &Action, held: Node) -> Standing {
    let triggered = trigger(judge, &one.core, one.protective);
    let incidents = &mut judge.incidents;
    let certain = incidents.without(triggered.certain, held);
    let free = incidents.without(triggered.possible, held);
    let open = incidents.without(free, certain);
    let [precautionary, conditional] = if one.protective {
        [open, Node::FALSE]
    } else {
        [Node::FALSE, open]
    };
    Standing {
        certain,
        precautionary,
        withheld: incidents.builder.and(triggered.possible, held),
        conditional,
        caution: Node::FALSE,
        shown: triggered.possible,
        grounds: grounds(judge, &one.core, one.protective),
    }
}

/// The incidents in which a fact that it depends on was put to somebody and is not settled.
pub(super) fn asked_of(judge: &mut Judge, judged: Judged) -> Node {
    let mut asked = Node::FALSE;
    for fact in judge.support(judged).iter() {
        let unsettled = unsettled(judge, fact);
        let depends = judge.depend_on(&[judged], fact);
        let here = judge.incidents.builder.and(unsettled, depends);
        asked = judge.incidents.builder.or(asked, here);
    }
    asked
}

fn unsettled(judge: &mut Judge, fact: FactId) -> Node {
    let in_vain = judge.asked_in_vain(fact);
    let contradictory = judge.incidents.contradictory(fact);
    judge.incidents.builder.or(in_vain, contradictory)
}

fn grounds(judge: &mut Judge, core: &Core, protective: bool) -> Vec<Shown> {
    let mut grounds = Vec::with_capacity(core.grounds.len());
    for ground in &core.grounds {
        let judged = judge.within(ground.scope, ground.when);
        let possible = judge.can_hold(judged);
        let known = if protective {
            judge.holds_in_a_reading(judged)
        } else {
            judge.holds(judged)
        };
        grounds.push(Shown {
            known,
            not_ruled_out: judge.incidents.without(possible, known),
        });
    }
    grounds
}
