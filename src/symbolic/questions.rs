//! What is asked in every incident, and what could still change something.

use super::evaluator::Evaluator;
use super::predicate::Predicate;
use super::status::{StatusSets, asked_of};
use crate::facts::{ByFact, FactId};
use crate::guidance::{Core, Guidance, QuestionId};
use crate::index::IndexVec;
use crate::mdd::Node;

/// What is asked, and what could still change something.
#[derive(Debug)]
pub(crate) struct AskedSets {
    /// For each fact, the incidents in which its answer can still change an item.
    deciding: ByFact<Node>,
    /// For each question and each of its facts, the incidents in which it asks for the fact.
    pub(crate) listed: IndexVec<QuestionId, Vec<(FactId, Node)>>,
}

impl AskedSets {
    /// What is asked in every incident.
    pub(super) fn of(guidance: &Guidance, evaluator: &mut Evaluator) -> Self {
        let settled: Vec<Predicate> = guidance
            .cores()
            .map(|core| Predicate::Condition(evaluator.root(core.outcome)))
            .collect();
        let vocabulary = guidance.vocabulary();
        let deciding = vocabulary.by_fact(|fact| evaluator.depend_on(&settled, fact));
        let never_asked = vocabulary.by_fact(|fact| evaluator.never_asked(fact));
        let listed = listed(guidance, evaluator, &deciding, never_asked);

        Self { deciding, listed }
    }

    /// The incidents in which no open fact decides, and no answers contradict each other.
    pub(crate) fn complete(&self, evaluator: &mut Evaluator) -> Node {
        let vocabulary = evaluator.incidents.vocabulary.clone();
        let mut open = vec![evaluator.incidents.inconsistent()];
        for fact in vocabulary.ids() {
            let [unasked, unknown] = [evaluator.never_asked(fact), evaluator.asked_not_known(fact)];
            let builder = &mut evaluator.incidents.builder;
            let unsettled = builder.or(unasked, unknown);
            open.push(builder.and(unsettled, self.deciding(fact)));
        }
        let open = evaluator.incidents.any(open);
        evaluator.incidents.builder.not(open)
    }

    /// The incidents in which the fact's answer can still change an item.
    pub(crate) fn deciding(&self, fact: FactId) -> Node {
        self.deciding[fact]
    }

    /// The incidents in which some question asks for the fact.
    pub(crate) fn asks_for(&self, evaluator: &mut Evaluator, fact: FactId) -> Node {
        let listed = self.listed.iter().flatten();
        let asked = listed.filter(|(listed, _)| *listed == fact);
        evaluator.incidents.any(asked.map(|(_, node)| *node))
    }

    /// The incidents in which an action that stands is the consequence of a question, and stands
    /// nowhere else.
    pub(super) fn pending(
        &self,
        evaluator: &mut Evaluator,
        core: &Core,
        status: &StatusSets,
    ) -> Node {
        let predicate = evaluator.trigger(core);
        let not_known = asked_of(evaluator, predicate);
        let unasked = evaluator.incidents.without(status.precautionary, not_known);
        let mut settling = Node::FALSE;
        for fact in evaluator.support(predicate).iter() {
            let asks = self.asks_for(evaluator, fact);
            let depends = evaluator.depend_on(&[predicate], fact);
            let here = evaluator.incidents.builder.and(asks, depends);
            settling = evaluator.incidents.builder.or(settling, here);
        }
        evaluator.incidents.builder.and(unasked, settling)
    }
}

/// In the order of the guidance each question takes the facts that nobody has asked about and no
/// earlier question has taken: one that is asked until it is answered, in an incident, all; another what
/// decides.
fn listed(
    guidance: &Guidance,
    evaluator: &mut Evaluator,
    deciding: &ByFact<Node>,
    mut left: ByFact<Node>,
) -> IndexVec<QuestionId, Vec<(FactId, Node)>> {
    guidance.questions.map(|question| {
        let applies = question.when.map_or(Node::TRUE, |when| {
            let when = Predicate::Condition(evaluator.root(when));
            evaluator.holds(when)
        });
        let incident = evaluator.scopes.incident;
        let mut facts = Vec::with_capacity(question.facts.len());
        for fact in question.facts.iter().map(|asked| asked.fact) {
            let incidents = &mut evaluator.incidents;
            let asks = if question.until_answered {
                incidents.builder.or(deciding[fact], incident)
            } else {
                deciding[fact]
            };
            let asks = incidents.builder.and(asks, applies);
            let asks = incidents.builder.and(asks, left[fact]);
            left[fact] = incidents.without(left[fact], asks);
            facts.push((fact, asks));
        }
        facts
    })
}
