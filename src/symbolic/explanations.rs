//! Which explanations are shown in every incident.

use super::drawing::Symbolic;
use super::evaluator::Predicate;
use crate::guidance::Item;
use crate::mdd::Node;

/// For each explanation, the incidents in which it is shown.
pub(super) fn explained(symbolic: &mut Symbolic<'_>, pending: &[Node]) -> Vec<Node> {
    let mut explained = Vec::new();
    for explanation in &symbolic.guidance.explanations {
        let mut status = Node::FALSE;
        for item in &explanation.explains {
            let stands = symbolic.stands(pending, *item);
            status = symbolic.evaluator.incidents.builder.or(status, stands);
        }
        let when = Predicate::Condition(symbolic.evaluator.root(explanation.when));
        let holds = symbolic.evaluator.holds(when);
        let scope = symbolic.evaluator.scope(explanation.scope);
        let builder = &mut symbolic.evaluator.incidents.builder;
        let here = builder.and(holds, scope);
        explained.push(builder.and(here, status));
    }
    explained
}

impl Symbolic<'_> {
    /// The incidents in which an item stands among the prohibitions or the actions, and is not
    /// conditional.
    pub(crate) fn stands(&mut self, pending: &[Node], item: Item) -> Node {
        match item {
            Item::Prohibition(place) => {
                let status = self.prohibitions.get(place);
                status.map_or(Node::FALSE, |status| status.shown)
            }
            Item::Action(place) => {
                let (Some(status), Some(pending)) = (self.actions.get(place), pending.get(place))
                else {
                    return Node::FALSE;
                };
                let incidents = &mut self.evaluator.incidents;
                let elsewhere = incidents.builder.or(status.conditional, *pending);
                incidents.without(status.shown, elsewhere)
            }
        }
    }
}
