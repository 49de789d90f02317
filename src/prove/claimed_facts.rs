//! What a claim says of the facts.

use super::invariants::Claim;
use super::subject::Subject;
use crate::facts::AnswerSet;
use crate::guidance::{WrittenCondition, WrittenTerm};
use crate::mdd::Node;
use crate::symbolic::Predicate;

impl Subject<'_> {
    /// The incidents of each thing that is said of the facts.
    pub(super) fn of_facts(&mut self, claim: &Claim) -> Vec<Node> {
        let mut held = Vec::new();
        if claim.contradictory {
            held.push(self.symbolic.evaluator.incidents.inconsistent());
        }
        if let Some(when) = &claim.known {
            let when = Predicate::Condition(self.condition(when));
            held.push(self.symbolic.evaluator.holds(when));
        }
        if let Some(when) = &claim.possible {
            held.push(self.possible(when));
        }
        if let Some(when) = &claim.refuted {
            let possible = self.possible(when);
            held.push(self.symbolic.evaluator.incidents.builder.not(possible));
        }
        if let Some(when) = &claim.in_a_reading {
            let when = Predicate::Condition(self.condition(when));
            held.push(self.symbolic.evaluator.holds_in_an_interpretation(when));
        }
        held.extend(self.any_of(&claim.in_vain, |subject, fact| subject.in_vain(fact)));
        held
    }

    fn possible(&mut self, when: &WrittenCondition) -> Node {
        let incident = self.condition(when);
        self.symbolic.evaluator.can_hold(Predicate::Trigger {
            incident,
            prevention: Node::FALSE,
        })
    }

    /// The incidents in which the fact was asked and is not known (SEMANTICS 2.4, 2.5).
    fn in_vain(&mut self, name: &str) -> Node {
        match self.vocabulary().named(name) {
            Some(fact) => self.symbolic.evaluator.unsettled(fact),
            None => self.note_missing(name),
        }
    }

    /// A condition on facts alone, over incidents of which everything is known.
    fn condition(&mut self, when: &WrittenCondition) -> Node {
        when.0.iter().fold(Node::TRUE, |held, term| {
            let term = self.term(term);
            self.symbolic.evaluator.totals.and(held, term)
        })
    }

    fn term(&mut self, term: &WrittenTerm) -> Node {
        match term {
            WrittenTerm::All(conditions) => conditions.iter().fold(Node::TRUE, |held, when| {
                let when = self.condition(when);
                self.symbolic.evaluator.totals.and(held, when)
            }),
            WrittenTerm::Any(conditions) => conditions.iter().fold(Node::FALSE, |held, when| {
                let when = self.condition(when);
                self.symbolic.evaluator.totals.or(held, when)
            }),
            WrittenTerm::Not(when) => {
                let when = self.condition(when);
                self.symbolic.evaluator.totals.not(when)
            }
            // An invariant must not rest on what a pack calls a situation or a gate, and says in words of its own
            // what is known.
            WrittenTerm::Situation(word)
            | WrittenTerm::Gate(word)
            | WrittenTerm::Known(word, _)
            | WrittenTerm::NotKnown(word, _) => self.note_missing(&word.value),
            WrittenTerm::Fact(name, answers) => {
                let Some(fact) = self.vocabulary().named(&name.value) else {
                    return self.note_missing(&name.value);
                };
                let vocabulary = self.vocabulary();
                let places = answers
                    .iter()
                    .filter_map(|word| vocabulary[fact].answer(&word.value));
                let places: AnswerSet = places.collect();
                self.symbolic.evaluator.totals.literal(fact, places)
            }
        }
    }
}
