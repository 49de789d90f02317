//! Which explanations are shown in every incident.

use super::drawing::Symbolic;
use super::predicate::Predicate;
use crate::guidance::{ActionId, ExplanationId, ItemId};
use crate::index::IndexVec;
use crate::mdd::Node;

/// For each explanation, the incidents in which it is shown.
pub(super) fn explained(
    symbolic: &mut Symbolic<'_>,
    pending: &IndexVec<ActionId, Node>,
) -> IndexVec<ExplanationId, Node> {
    symbolic.guidance.explanations.map(|explanation| {
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
        builder.and(here, status)
    })
}

impl Symbolic<'_> {
    /// The incidents in which an item stands among the prohibitions or the actions, and is not
    /// conditional.
    pub(crate) fn stands(&mut self, pending: &IndexVec<ActionId, Node>, item: ItemId) -> Node {
        match item {
            ItemId::Prohibition(id) => self.prohibitions[id].shown,
            ItemId::Action(id) => {
                let status = &self.actions[id];
                let incidents = &mut self.evaluator.incidents;
                let elsewhere = incidents.builder.or(status.conditional, pending[id]);
                incidents.without(status.shown, elsewhere)
            }
        }
    }
}
