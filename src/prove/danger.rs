//! Danger stands first: as an action, or else as a question.

use super::subject::Subject;
use super::violation::Violation;
use crate::contract::advice::UrgencyLevel;
use crate::facts::{AnswerSet, FactId};
use crate::guidance::{ActionId, CompiledGround, ItemId};
use crate::mdd::Node;
use crate::symbolic::Predicate;

/// The fact that says whether anyone is in danger.
const DANGER: &str = "immediate_danger";

/// Its answer that somebody is.
const SOMEBODY_IS: &str = "yes";

impl Subject<'_> {
    /// Where danger is known, the first of all actions is an emergency; where it was asked in vain, it stands among the
    /// actions; wherever it stands there, it stands first; and where nobody has asked, the first question does.
    pub(super) fn danger_first(&mut self, items: &[String]) -> Vec<Violation> {
        let mut violations = Vec::new();
        for id in items {
            match (self.item(id), self.vocabulary().named(DANGER)) {
                (Some(ItemId::Action(action)), Some(danger)) => {
                    violations.extend(self.action_first(action));
                    violations.extend(self.told_of_danger(action, danger));
                }
                (_, None) => {
                    self.note_missing(DANGER);
                }
                _ => {
                    self.note_missing(id);
                }
            }
        }
        violations
    }

    /// Wherever the action stands, it stands first (SEMANTICS 9.2, 9.3).
    fn action_first(&mut self, action: ActionId) -> Vec<Violation> {
        let guidance = self.symbolic.guidance;
        let id = &guidance.actions[action].core.id;
        let status = &self.symbolic.actions[action];
        let (shown, withheld) = (status.shown, status.withheld);
        self.concern(shown);
        let waits = format!("`{id}` waits for something");
        let mut violations = vec![Violation::new(withheld, waits)];
        if !self.leads(action) {
            let what = format!("`{id}` may not stand first");
            violations.push(Violation::new(shown, what));
        }
        for other in guidance.actions.ids().filter(|other| *other != action) {
            let before = self.before(action, other);
            let what = format!("`{}` stands before `{id}`", guidance.actions[other].core.id);
            violations.push(Violation::new(before, what));
        }
        violations
    }

    /// Whether it is the first action of the guidance, and every reason that it has names an emergency.
    fn leads(&self, action: ActionId) -> bool {
        let guidance = self.symbolic.guidance;
        let mut grounds = guidance.grounds_of(&guidance.actions[action].core);
        guidance.actions.ids().next() == Some(action) && grounds.all(names_emergency)
    }

    /// The incidents in which the other action comes before this one, which leads: the other is recommended, its best
    /// grounds name an emergency too, and this one is not certain.
    fn before(&mut self, action: ActionId, other: ActionId) -> Node {
        let pending = self.pending(ItemId::Action(action));
        let precautionary = self.symbolic.actions[action].precautionary;
        let emergency = self.names_an_emergency(other);
        let recommended = self.symbolic.actions[other].certain;
        let incidents = &mut self.symbolic.evaluator.incidents;
        let here = incidents.without(precautionary, pending);
        let there = incidents.builder.and(emergency, recommended);
        incidents.builder.and(here, there)
    }

    /// The incidents in which the best grounds of an action name an emergency (SEMANTICS 7.4).
    fn names_an_emergency(&mut self, action: ActionId) -> Node {
        let guidance = self.symbolic.guidance;
        let bases = &self.symbolic.actions[action].grounds;
        let known: Vec<Node> = bases.iter().map(|basis| basis.known).collect();
        let grounds = guidance.grounds_of(&guidance.actions[action].core);
        let naming = grounds.zip(bases);
        let naming = naming.filter(|(ground, _)| names_emergency(ground));
        let (certain, open): (Vec<Node>, Vec<Node>) = naming
            .map(|(_, basis)| (basis.known, basis.not_ruled_out))
            .unzip();
        let incidents = &mut self.symbolic.evaluator.incidents;
        let [known, certain, open] = [known, certain, open].map(|sets| incidents.any(sets));
        incidents.builder.ite(known, certain, open)
    }

    /// What an incident is told of danger, by what is known of it.
    fn told_of_danger(&mut self, action: ActionId, danger: FactId) -> [Violation; 3] {
        let emergency = self.emergency(ItemId::Action(action));
        let pending = self.pending(ItemId::Action(action));
        let asked_first = self.asked_first(danger);
        let in_danger = self.in_danger(danger);
        let status = &self.symbolic.actions[action];
        let (certain, precautionary) = (status.certain, status.precautionary);
        let evaluator = &mut self.symbolic.evaluator;
        let known = evaluator.holds(in_danger);
        let [in_vain, unasked] = [evaluator.unsettled(danger), evaluator.never_asked(danger)];
        let incident = evaluator.scopes.incident;
        let incidents = &mut evaluator.incidents;
        let [known, in_vain, unasked] =
            [known, in_vain, unasked].map(|set| incidents.builder.and(set, incident));
        let first = incidents.builder.and(certain, emergency);
        let open = incidents.without(precautionary, pending);
        let stands = incidents.builder.or(certain, open);
        // Answers that contradict each other can imply danger in one interpretation: then it stands.
        let asked = incidents.builder.or(asked_first, certain);
        [
            Violation::new(incidents.without(known, first), "danger is no emergency"),
            Violation::new(
                incidents.without(in_vain, stands),
                "danger that nobody can judge is left out",
            ),
            Violation::new(
                incidents.without(unasked, asked),
                "danger is not asked about first",
            ),
        ]
    }

    fn in_danger(&mut self, danger: FactId) -> Predicate {
        let answer = self.vocabulary()[danger].answer(SOMEBODY_IS);
        let answer: AnswerSet = answer.into_iter().collect();
        Predicate::Condition(self.symbolic.evaluator.totals.literal(danger, answer))
    }

    /// The incidents in which the first question asks for the fact (SEMANTICS 10.7). Only a question with a rank is
    /// looked for: which of the others comes first hangs on what it settles.
    fn asked_first(&mut self, fact: FactId) -> Node {
        let beyond = self.beyond_items();
        let questions = self.symbolic.guidance.questions.iter();
        let questions = questions.zip(&beyond.asked.listed);
        let ranked = questions.filter(|(question, _)| question.rank.is_some());
        let mut ranked: Vec<_> = ranked.collect();
        ranked.sort_by_key(|(question, _)| question.rank);
        let incidents = &mut self.symbolic.evaluator.incidents;
        let (mut first, mut earlier) = (Node::FALSE, Node::FALSE);
        for (_, listed) in ranked {
            let asking = listed.iter().filter(|(listed, _)| *listed == fact);
            let asking = incidents.any(asking.map(|(_, node)| *node));
            let asking = incidents.without(asking, earlier);
            first = incidents.builder.or(first, asking);
            let asked = incidents.any(listed.iter().map(|(_, node)| *node));
            earlier = incidents.builder.or(earlier, asked);
        }
        first
    }
}

fn names_emergency(ground: &CompiledGround) -> bool {
    ground.urgency == Some(UrgencyLevel::Emergency)
}
