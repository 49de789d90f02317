//! What the statuses of items may not come to.

use super::subject::Subject;
use super::violation::Violation;
use crate::facts::{FactId, Stated};
use crate::mdd::Node;

impl Subject<'_> {
    /// A prohibition that is a caution would hold back an action that is shown (SEMANTICS 6.14).
    pub(super) fn caution_shown(&mut self) -> Vec<Violation> {
        let guidance = self.symbolic.guidance;
        let mut violations = Vec::new();
        for (id, prohibition) in guidance.prohibitions.iter_enumerated() {
            let caution = self.symbolic.prohibitions[id].caution;
            self.concern(caution);
            let actions = guidance.actions.iter().zip(&self.symbolic.actions);
            let held = actions.filter(|(action, _)| action.held_by.contains(&id));
            let held: Vec<Node> = held.map(|(_, status)| status.shown).collect();
            let incidents = &mut self.symbolic.evaluator.incidents;
            let held = incidents.any(held);
            let what = format!("`{}` is a caution of nothing", prohibition.core.id);
            violations.push(Violation::new(incidents.without(caution, held), what));
        }
        violations
    }

    /// What is stated in addition and is not known, or contradicts, takes nothing out of force.
    pub(super) fn monotone(&mut self, items: &[String]) -> Vec<Violation> {
        let mut violations = Vec::new();
        for id in items {
            let Some(status) = self.status(id) else {
                self.note_missing(id);
                continue;
            };
            let (certain, precautionary) = (status.certain, status.precautionary);
            let in_force = self
                .symbolic
                .evaluator
                .incidents
                .builder
                .or(certain, precautionary);
            self.concern(in_force);
            let vocabulary = self.vocabulary();
            for fact in vocabulary.ids() {
                let what = format!("`{id}` leaves once `{}` is stated", vocabulary[fact].name);
                for (lost, stated) in self.lost(in_force, fact) {
                    violations.push(Violation {
                        incidents: lost,
                        then: Some((fact, stated)),
                        what: what.clone(),
                    });
                }
            }
        }
        violations
    }

    /// The incidents that say nothing of a fact, or that it is not known, and lose what is in force
    /// once that it is not known, or an answer that contradicts others, is stated.
    fn lost(&mut self, in_force: Node, fact: FactId) -> Vec<(Node, Stated)> {
        let vocabulary = self.vocabulary();
        let contradictory = self.symbolic.evaluator.incidents.contradictory(fact);
        let answers = vocabulary[fact].all().iter().map(Stated::Answer);
        let mut lost = Vec::new();
        for stated in answers.chain([Stated::Unknown]) {
            let incidents = &mut self.symbolic.evaluator.incidents;
            let after = incidents.once(in_force, fact, stated);
            let mut before = incidents.once(in_force, fact, Stated::NotAsked);
            let mut unsaid = incidents.stated(fact, Stated::NotAsked);
            if stated != Stated::Unknown {
                let unknown = incidents.once(in_force, fact, Stated::Unknown);
                let contradicts = incidents.once(contradictory, fact, stated);
                before = incidents.builder.or(before, unknown);
                before = incidents.builder.and(before, contradicts);
                let not_known = incidents.stated(fact, Stated::Unknown);
                unsaid = incidents.builder.or(unsaid, not_known);
            }
            let gone = incidents.without(before, after);
            lost.push((incidents.builder.and(gone, unsaid), stated));
        }
        lost
    }
}
