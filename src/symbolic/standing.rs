//! Where items stand, how urgent actions are, and who takes them.

use super::beyond_items::BeyondItems;
use super::drawing::Symbolic;
use super::predicate::Predicate;
use crate::contract::advice::{Actor, UrgencyLevel};
use crate::guidance::{ActionId, ItemId};
use crate::mdd::Node;

/// Where an item stands (SEMANTICS 16.1).
#[derive(Debug, Clone, Copy)]
pub(crate) struct StandingSets {
    pub(crate) any: Node,
    /// Where it stands and is certain.
    pub(crate) certain: Node,
}

impl Symbolic<'_> {
    /// The incidents in which an item stands.
    pub(crate) fn standing(&mut self, beyond: &BeyondItems, item: ItemId) -> StandingSets {
        let (status, pending) = match item {
            ItemId::Prohibition(id) => (&self.prohibitions[id], Node::FALSE),
            ItemId::Action(id) => (&self.actions[id], beyond.pending[id]),
        };
        let in_force = status.in_force(&mut self.evaluator);
        StandingSets {
            any: self.evaluator.incidents.without(in_force, pending),
            certain: status.certain,
        }
    }

    /// The incidents in which the best grounds of an action name this level or a stronger one (SEMANTICS 7.4, 7.6).
    pub(crate) fn at_least(&mut self, action: ActionId, level: UrgencyLevel) -> Node {
        let bases = &self.actions[action].grounds;
        let grounds = self
            .guidance
            .grounds_of(&self.guidance.actions[action].core);
        let naming = grounds.zip(bases);
        let naming = naming.filter(|(ground, _)| ground.urgency >= Some(level));
        let (certain, open): (Vec<Node>, Vec<Node>) = naming
            .map(|(_, basis)| (basis.known, basis.not_ruled_out))
            .unzip();
        let known = bases.iter().map(|basis| basis.known);
        let incidents = &mut self.evaluator.incidents;
        let known = incidents.any(known);
        let certain = incidents.any(certain);
        // Nothing is an emergency that no known ground calls one.
        let open = match level {
            UrgencyLevel::Emergency => Node::FALSE,
            UrgencyLevel::Urgent => incidents.any(open),
            UrgencyLevel::Standard => Node::TRUE,
        };
        let named = incidents.builder.ite(known, certain, open);
        match level {
            UrgencyLevel::Standard => Node::TRUE,
            UrgencyLevel::Urgent | UrgencyLevel::Emergency => named,
        }
    }

    /// For each rewording of an action, the incidents whose words it is, and at the end those that take the action's own
    /// words: no two share an incident (SEMANTICS 8.1).
    pub(crate) fn worded(&mut self, action: ActionId) -> Vec<Node> {
        let mut left = Node::TRUE;
        let mut worded = Vec::new();
        for words in &self.guidance.actions[action].rewordings {
            let once = Predicate::Condition(self.evaluator.root(words.once));
            let known = self.evaluator.holds(once);
            let incidents = &mut self.evaluator.incidents;
            worded.push(incidents.builder.and(left, known));
            left = incidents.without(left, known);
        }
        worded.push(left);
        worded
    }

    /// The incidents in which an action, if it is shown, is that actor's (SEMANTICS 8.1).
    pub(crate) fn acting(&mut self, action: ActionId, actor: Actor) -> Node {
        let compiled = &self.guidance.actions[action];
        let actors = compiled.rewordings.iter().map(|words| words.actor);
        let actors = actors.chain([compiled.actor]);
        let worded = self.worded(action);
        let acting = actors.zip(worded).filter(|(own, _)| *own == actor);
        self.evaluator.incidents.any(acting.map(|(_, node)| node))
    }
}
