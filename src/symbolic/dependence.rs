//! What still depends on a fact.

use super::evaluator::Evaluator;
use super::predicate::{Predicate, Quantifier};
use crate::facts::FactId;
use crate::mdd::Node;

impl Evaluator {
    /// The incidents in which any of these still depends on the fact in some interpretation.
    pub(crate) fn depend_on(&mut self, any: &[Predicate], fact: FactId) -> Node {
        let mut depend = Node::FALSE;
        for predicate in any {
            let here = self.depends(*predicate, fact);
            depend = self.incidents.builder.or(depend, here);
        }
        depend
    }

    fn depends(&mut self, predicate: Predicate, fact: FactId) -> Node {
        if !self.support(predicate).contains(fact) {
            return Node::FALSE;
        }
        if let Some(known) = self.depends.get(&(predicate, fact)) {
            return *known;
        }
        let answers = self.answers(fact);
        let mut depends = Node::FALSE;
        for one in 0..answers {
            for other in one + 1..answers {
                let differing = self.differing(predicate, fact, one, other);
                let here = self.can_differ(differing, fact, one, other);
                depends = self.incidents.builder.or(depends, here);
            }
        }
        self.depends.insert((predicate, fact), depends);
        depends
    }

    /// Where two answers to the fact make a difference to it.
    fn differing(
        &mut self,
        predicate: Predicate,
        fact: FactId,
        one: usize,
        other: usize,
    ) -> Predicate {
        let mut differing = |node| {
            let [one, other] = [one, other].map(|answer| self.totals.restrict(node, fact, answer));
            self.totals.differ(one, other)
        };
        match predicate {
            Predicate::Condition(node) => Predicate::Condition(differing(node)),
            Predicate::Trigger {
                incident,
                prevention,
            } => Predicate::Trigger {
                incident: differing(incident),
                prevention: differing(prevention),
            },
        }
    }

    /// The incidents in which some interpretation leaves both answers to the fact possible, and can be
    /// completed so that they make the difference.
    fn can_differ(&mut self, differing: Predicate, fact: FactId, one: usize, other: usize) -> Node {
        let mut differ = Node::FALSE;
        for scoped in &mut self.interpretations {
            let incidents = &mut self.incidents;
            let can = scoped.evaluate(incidents, &self.totals, differing, Quantifier::Some);
            let [one, other] =
                [one, other].map(|answer| scoped.interpretation.possible(fact, answer));
            let both = incidents.builder.and(one, other);
            let here = incidents.builder.and(both, can);
            let here = incidents.builder.and(here, scoped.interpretation.applies);
            differ = incidents.builder.or(differ, here);
        }
        differ
    }
}
