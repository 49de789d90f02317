//! From a claim to the incidents of which it is true.

use super::invariants::Claim;
use super::subject::Subject;
use crate::mdd::Node;

impl Subject<'_> {
    /// The incidents of which the claim is true: every member of it, and of what a member lists one thing.
    pub(super) fn incidents_of(&mut self, claim: &Claim) -> Node {
        let mut held = self.of_facts(claim);
        held.extend(self.of_items(claim));
        held.extend(self.of_words(claim));
        held.extend(self.of_the_rest(claim));
        held.extend(self.of_card(claim));
        for node in &held {
            self.concern(*node);
        }
        held.extend(self.any_of(&claim.any, Self::incidents_of));
        if let Some(claim) = &claim.not {
            let claimed = self.incidents_of(claim);
            held.push(self.symbolic.evaluator.incidents.builder.not(claimed));
        }
        let builder = &mut self.symbolic.evaluator.incidents.builder;
        held.into_iter()
            .fold(Node::TRUE, |all, node| builder.and(all, node))
    }

    /// The incidents of which it is so of one of these; nothing where none is listed.
    pub(super) fn any_of<T>(
        &mut self,
        listed: &[T],
        mut is_so: impl FnMut(&mut Self, &T) -> Node,
    ) -> Option<Node> {
        let nodes: Vec<Node> = listed.iter().map(|one| is_so(self, one)).collect();
        let any = self.symbolic.evaluator.incidents.any(nodes);
        (!listed.is_empty()).then_some(any)
    }

    /// What is said of explanations, citations and contacts.
    fn of_the_rest(&mut self, claim: &Claim) -> Vec<Node> {
        let mut held = Vec::new();
        held.extend(self.any_of(&claim.names, |subject, id| subject.names(id)));
        held.extend(self.any_of(&claim.explained, |subject, id| subject.explained(id)));
        held.extend(self.any_of(&claim.cited, |subject, id| subject.cited(id)));
        held
    }

    /// The incidents in which an explanation is shown.
    fn explained(&mut self, id: &str) -> Node {
        let mut explanations = self.symbolic.guidance.explanations.iter_enumerated();
        let Some((id, _)) = explanations.find(|(_, explanation)| explanation.id == id) else {
            return self.note_missing(id);
        };
        self.beyond_items().explained[id]
    }

    fn cited(&mut self, statement: &str) -> Node {
        let Some(statement) = self.statement(statement) else {
            return Node::FALSE;
        };
        self.citing(statement)
    }
}
