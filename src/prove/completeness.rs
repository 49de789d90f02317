//! What is asked, when an answer is complete, and that there is one.

use super::extensions::reachable;
use super::subject::Subject;
use super::violation::Violation;
use crate::contract::advice::{Scope, Voice};
use crate::facts::Stated;
use crate::mdd::Node;

impl Subject<'_> {
    /// A question asks for a fact only where, for some answers to the other open facts, its answer decides
    /// what an item comes to; one of a published document may be asked until somebody answers.
    pub(super) fn questions_count(&mut self) -> Vec<Violation> {
        let guidance = self.symbolic.guidance;
        let vocabulary = self.vocabulary();
        let beyond = self.beyond_items();
        let mut violations = Vec::new();
        for (id, question) in guidance.questions.iter_enumerated() {
            if question.until_answered && question.voice != Voice::Editorial {
                continue;
            }
            for (fact, asks) in &beyond.asked.listed[id] {
                self.concern(*asks);
                let deciding = beyond.asked.deciding(*fact);
                let idle = self.symbolic.evaluator.incidents.without(*asks, deciding);
                let what = format!(
                    "`{}` asks for `{}` in vain",
                    question.id, vocabulary[*fact].name
                );
                violations.push(Violation::new(idle, what));
            }
        }
        violations
    }

    /// A fact that decides and that nobody has asked about is asked for.
    pub(super) fn facts_asked(&mut self) -> Vec<Violation> {
        let vocabulary = self.vocabulary();
        let beyond = self.beyond_items();
        let mut violations = Vec::new();
        for fact in vocabulary.ids() {
            let deciding = beyond.asked.deciding(fact);
            let never_asked = self.symbolic.evaluator.never_asked(fact);
            let evaluator = &mut self.symbolic.evaluator;
            let asked = beyond.asked.asks_for(evaluator, fact);
            let open = evaluator.incidents.builder.and(deciding, never_asked);
            let unasked = evaluator.incidents.without(open, asked);
            self.concern(open);
            let what = format!("no question asks for `{}`", vocabulary[fact].name);
            violations.push(Violation::new(unasked, what));
        }
        violations
    }

    /// Complete, and something can change; or not, and no open fact decides.
    pub(super) fn complete(&mut self) -> Vec<Violation> {
        let beyond = self.beyond_items();
        let complete = beyond.asked.complete(&mut self.symbolic.evaluator);
        self.concern(complete);
        let vocabulary = self.vocabulary();
        let mut open = Node::FALSE;
        for fact in vocabulary.ids() {
            let deciding = beyond.asked.deciding(fact);
            let answers = vocabulary[fact].all().iter().map(Stated::Answer);
            let stated: Vec<Node> = answers
                .map(|answer| self.symbolic.evaluator.incidents.stated(fact, answer))
                .collect();
            let incidents = &mut self.symbolic.evaluator.incidents;
            let stated = incidents.any(stated);
            let unstated = incidents.without(deciding, stated);
            open = incidents.builder.or(open, unstated);
        }
        let changes = self.changes();
        let incidents = &mut self.symbolic.evaluator.incidents;
        let too_early = incidents.builder.and(complete, changes);
        let settled = incidents.without(incidents.consistent, open);
        let too_late = incidents.without(settled, complete);
        vec![
            Violation::new(
                too_early,
                "it is called complete, and an answer can change it",
            ),
            Violation::new(
                too_late,
                "no open fact can change it, and it is not called complete",
            ),
        ]
    }

    /// The incidents without a contradiction in which further answers can change a status without
    /// making one.
    fn changes(&mut self) -> Node {
        let mut changes = Node::FALSE;
        for status in self.statuses() {
            let incidents = &mut self.symbolic.evaluator.incidents;
            let consistent = incidents.consistent;
            let with = incidents.builder.and(status, consistent);
            let without = incidents.without(consistent, status);
            let [gained, lost] = [with, without].map(|set| reachable(incidents, set));
            let here = incidents.builder.ite(status, lost, gained);
            changes = incidents.builder.or(changes, here);
        }
        let incidents = &mut self.symbolic.evaluator.incidents;
        incidents.builder.and(changes, incidents.consistent)
    }

    /// An incident in scope has an action or a gap.
    pub(super) fn answered(&mut self) -> Vec<Violation> {
        let beyond = self.beyond_items();
        let evaluator = &mut self.symbolic.evaluator;
        let in_scope = [Scope::Incident, Scope::Prevention].map(|scope| evaluator.scope(scope));
        // What is told in every answer, as of a pack that was left out, says nothing of the incident.
        let gaps = beyond.not_covered.iter();
        let gaps = gaps.filter(|gap| !in_scope.contains(gap));
        let shown = self.symbolic.actions.iter().map(|status| status.shown);
        let told: Vec<Node> = shown.chain(gaps.copied()).collect();
        let told = evaluator.incidents.any(told);
        let in_scope = evaluator.incidents.any(in_scope);
        let silent = evaluator.incidents.without(in_scope, told);
        self.concern(told);
        self.concern(in_scope);
        vec![Violation::new(
            silent,
            "it gets neither an action nor a word on what is not covered",
        )]
    }

    /// Every status of every item.
    fn statuses(&self) -> Vec<Node> {
        let statuses = self.items().flat_map(|(_, status)| status.statuses());
        let mut statuses: Vec<Node> = statuses.filter(|node| *node != Node::FALSE).collect();
        statuses.sort_unstable();
        statuses.dedup();
        statuses
    }
}
