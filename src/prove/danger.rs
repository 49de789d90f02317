//! Danger stands first: as an action, or else as a question.

use super::subject::Subject;
use super::violation::Violation;
use crate::contract::advice::UrgencyLevel;
use crate::facts::FactId;
use crate::guidance::CompiledGround;
use crate::mdd::Node;

/// The fact that says whether anyone is in danger.
const DANGER: &str = "immediate_danger";

impl Subject<'_> {
    /// The first of all actions is an emergency wherever it stands, so that it stands first; and where nobody
    /// has asked about danger, the first question does.
    pub(super) fn danger_first(&mut self, items: &[String]) -> Vec<Violation> {
        let mut violations = Vec::new();
        let mut certain = Vec::new();
        for id in items {
            let Some(status) = self.status(id) else {
                self.note_missing(id);
                continue;
            };
            let (shown, withheld) = (status.shown, status.withheld);
            certain.push(status.certain);
            self.concern(shown);
            violations.push(Violation::new(
                withheld,
                format!("`{id}` waits for something"),
            ));
            if !self.leads(id) {
                violations.push(Violation::new(shown, format!("`{id}` may not stand first")));
            }
        }
        if let Some(danger) = self.vocabulary().named(DANGER) {
            let certain = self.symbolic.evaluator.incidents.any(certain);
            let missed = self.not_asked_first(danger, certain);
            violations.push(Violation::new(missed, "danger is not asked about first"));
        }
        violations
    }

    /// Whether it is the first action of the guidance, and an emergency for every reason that it has.
    fn leads(&self, id: &str) -> bool {
        let guidance = self.symbolic.guidance;
        let first = guidance.actions.iter().next();
        let urgent =
            |ground: &CompiledGround| ground.known.ground.urgency == Some(UrgencyLevel::Emergency);
        first.is_some_and(|action| {
            action.core.id == id && guidance.grounds_of(&action.core).all(urgent)
        })
    }

    /// The incidents in which nobody was asked about danger, it does not stand already, and no first question
    /// asks. Answers that contradict each other can imply danger in one interpretation: then it stands.
    fn not_asked_first(&mut self, danger: FactId, stands: Node) -> Node {
        let questions = self.symbolic.guidance.questions.iter();
        let beyond = self.beyond_items();
        let first = questions.zip(&beyond.asked.listed);
        let first = first.filter(|(question, _)| question.first);
        let asking = first.flat_map(|(_, listed)| listed);
        let asking = asking.filter(|(fact, _)| *fact == danger);
        let asking: Vec<Node> = asking.map(|(_, node)| *node).collect();
        let evaluator = &mut self.symbolic.evaluator;
        let unasked = evaluator.never_asked(danger);
        let incidents = &mut evaluator.incidents;
        let asked = incidents.any(asking);
        let unasked = incidents.builder.and(unasked, evaluator.scopes.incident);
        let missed = incidents.without(unasked, asked);
        incidents.without(missed, stands)
    }
}
