//! What is asked in every incident, and what could still change something.

use super::judge::{Judge, Judged};
use super::standing::{Standing, asked_of};
use crate::facts::FactId;
use crate::guidance::diagram::Node;
use crate::guidance::{Core, Guidance};

/// What is asked, and what could still change something.
#[derive(Debug)]
pub(crate) struct Asked {
    /// For each fact, the incidents in which its answer can still change an item.
    deciding: Vec<Node>,
    /// For each question and each of its facts, the incidents in which it asks for the fact.
    pub(crate) listed: Vec<Vec<(FactId, Node)>>,
    /// The incidents in which no open fact decides.
    pub(crate) complete: Node,
}

impl Asked {
    /// What is asked in every incident.
    pub(super) fn of(guidance: &Guidance, judge: &mut Judge) -> Self {
        let settled: Vec<Judged> = guidance
            .cores()
            .map(|core| Judged::Condition(judge.root(core.settled)))
            .collect();
        let vocabulary = guidance.vocabulary();
        let deciding: Vec<Node> = vocabulary
            .ids()
            .map(|fact| judge.depend_on(&settled, fact))
            .collect();
        let never_asked = vocabulary
            .ids()
            .map(|fact| judge.never_asked(fact))
            .collect();
        let listed = listed(guidance, judge, &deciding, never_asked);

        let (mut remaining, mut in_vain) = (vec![judge.incidents.inconsistent()], Vec::new());
        for (fact, deciding) in vocabulary.ids().zip(&deciding) {
            let [unasked, unknown] = [judge.never_asked(fact), judge.asked_in_vain(fact)];
            let builder = &mut judge.incidents.builder;
            remaining.push(builder.and(unasked, *deciding));
            in_vain.push(builder.and(unknown, *deciding));
        }
        let [remaining, in_vain] = [remaining, in_vain].map(|sets| judge.incidents.any(sets));
        let unsettled = judge.incidents.builder.or(remaining, in_vain);
        Self {
            deciding,
            listed,
            complete: judge.incidents.builder.not(unsettled),
        }
    }

    /// The incidents in which the fact's answer can still change an item.
    pub(crate) fn deciding(&self, fact: FactId) -> Node {
        let deciding = self.deciding.get(fact.index());
        deciding.copied().unwrap_or(Node::FALSE)
    }

    /// The incidents in which some question asks for the fact.
    pub(crate) fn asks_for(&self, judge: &mut Judge, fact: FactId) -> Node {
        let listed = self.listed.iter().flatten();
        let asked = listed.filter(|(listed, _)| *listed == fact);
        judge.incidents.any(asked.map(|(_, node)| *node))
    }

    /// The incidents in which an action that stands is the consequence of a question, and stands
    /// nowhere else.
    pub(super) fn pending(&self, judge: &mut Judge, core: &Core, standing: &Standing) -> Node {
        let judged = judge.trigger(core);
        let in_vain = asked_of(judge, judged);
        let unasked = judge.incidents.without(standing.precautionary, in_vain);
        let mut settling = Node::FALSE;
        for fact in judge.support(judged).iter() {
            let asks = self.asks_for(judge, fact);
            let depends = judge.depend_on(&[judged], fact);
            let here = judge.incidents.builder.and(asks, depends);
            settling = judge.incidents.builder.or(settling, here);
        }
        judge.incidents.builder.and(unasked, settling)
    }
}

/// In the order of the guidance each question takes the facts that nobody has asked about and no
/// earlier question has taken: one that is asked until it is answered, in an incident, all; another what
/// decides.
fn listed(
    guidance: &Guidance,
    judge: &mut Judge,
    deciding: &[Node],
    mut left: Vec<Node>,
) -> Vec<Vec<(FactId, Node)>> {
    let mut listed = Vec::with_capacity(guidance.questions.len());
    for question in &guidance.questions {
        let applies = question.when.map_or(Node::TRUE, |when| {
            let when = Judged::Condition(judge.root(when));
            judge.holds(when)
        });
        let incident = judge.scopes.incident;
        let mut facts = Vec::with_capacity(question.facts.len());
        for fact in &question.facts {
            let (Some(left), Some(deciding)) =
                (left.get_mut(fact.index()), deciding.get(fact.index()))
            else {
                continue;
            };
            let incidents = &mut judge.incidents;
            let asks = if question.until_answered {
                incidents.builder.or(*deciding, incident)
            } else {
                *deciding
            };
            let asks = incidents.builder.and(asks, applies);
            let asks = incidents.builder.and(asks, *left);
            *left = incidents.without(*left, asks);
            facts.push((*fact, asks));
        }
        listed.push(facts);
    }
    listed
}
