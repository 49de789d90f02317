//! What the statuses of items may not come to.

use super::subject::Subject;
use super::violation::Violation;
use crate::facts::{FactId, Stated};
use crate::mdd::Node;
use crate::symbolic::Predicate;

impl Subject<'_> {
    /// The statuses of an item exclude each other, and so do items of which some words are the same.
    pub(super) fn one_status(&mut self) -> Vec<Violation> {
        let mut violations = Vec::new();
        let mut titles: Vec<(&str, &str, Node)> = Vec::new();
        let items: Vec<_> = self
            .items()
            .map(|(core, status)| (core, status.statuses(), status.shown))
            .collect();
        for (core, statuses, shown) in items {
            let mut earlier = Node::FALSE;
            for status in statuses {
                self.concern(status);
                let builder = &mut self.symbolic.evaluator.incidents.builder;
                let both = builder.and(earlier, status);
                earlier = builder.or(earlier, status);
                violations.push(Violation::new(
                    both,
                    format!("`{}` has two statuses", core.id),
                ));
            }
            for (title, here) in self.titles(core.id.as_str(), shown) {
                for (other, of, there) in &titles {
                    if other.eq_ignore_ascii_case(title) && *of != core.id {
                        let both = self.symbolic.evaluator.incidents.builder.and(here, *there);
                        let what = format!("`{of}` and `{}` are one act", core.id);
                        violations.push(Violation::new(both, what));
                    }
                }
                titles.push((title, &core.id, here));
            }
        }
        violations
    }

    /// The titles of an item, and the incidents in which it has each.
    fn titles<'s>(&mut self, id: &str, shown: Node) -> Vec<(&'s str, Node)>
    where
        Self: 's,
    {
        let guidance = self.symbolic.guidance;
        let mut titles = Vec::new();
        let mut left = shown;
        for action in guidance
            .actions
            .iter()
            .filter(|action| action.core.id == id)
        {
            for words in &action.rewordings {
                let once = Predicate::Condition(self.symbolic.evaluator.root(words.once));
                let known = self.symbolic.evaluator.holds(once);
                let incidents = &mut self.symbolic.evaluator.incidents;
                titles.push((words.title.as_str(), incidents.builder.and(left, known)));
                left = incidents.without(left, known);
            }
        }
        let mut cores = guidance.cores();
        let core = cores.find(|core| core.id == id);
        titles.extend(core.map(|core| (core.title.as_str(), left)));
        titles
    }

    /// What waits for a gate or is held back says whom to ask.
    pub(super) fn release(&mut self) -> Vec<Violation> {
        let guidance = self.symbolic.guidance;
        let mut violations = Vec::new();
        for (id, action) in guidance.actions.iter_enumerated() {
            let withheld = self.symbolic.actions[id].withheld;
            self.concern(withheld);
            let gate = action.gate.map(|gate| &guidance.gates[gate]);
            let held_by = action.held_by.iter().map(|id| &guidance.prohibitions[*id]);
            let held_by = held_by.filter_map(|prohibition| prohibition.release_hint.as_ref());
            let hints = gate
                .map(|gate| &gate.release_hint)
                .into_iter()
                .chain(held_by);
            let escalation = action
                .escalates_when
                .as_ref()
                .map(|escalation| &escalation.release_hint);
            let silent =
                |hint: &&crate::contract::prerendered::Text| !names_somebody(hint.as_str());
            if hints.chain(escalation).any(|hint| silent(&hint)) {
                let what = format!("`{}` does not say whom to ask", action.core.id);
                violations.push(Violation::new(withheld, what));
            }
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

/// Whether a hint says whom to ask.
fn names_somebody(hint: &str) -> bool {
    ["police", "social care", "safeguarding lead"]
        .iter()
        .any(|name| hint.contains(name))
}
