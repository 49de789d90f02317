//! From a claim to the incidents of which it is true.

use super::invariants::Claim;
use super::subject::Subject;
use crate::facts::AnswerSet;
use crate::guidance::{ContactId, StatementId, WrittenCondition, WrittenTerm};
use crate::mdd::Node;
use crate::symbolic::Predicate;

impl Subject<'_> {
    /// The incidents of which the claim is true.
    pub(super) fn incidents_of(&mut self, claim: &Claim) -> Node {
        let mut held = Vec::new();
        if claim.contradictory {
            held.push(self.symbolic.evaluator.incidents.inconsistent());
        }
        if let Some(when) = &claim.known {
            let condition = self.condition(when);
            held.push(
                self.symbolic
                    .evaluator
                    .holds(Predicate::Condition(condition)),
            );
        }
        if let Some(when) = &claim.possible {
            held.push(self.possible(when));
        }
        if let Some(when) = &claim.refuted {
            let possible = self.possible(when);
            held.push(self.symbolic.evaluator.incidents.builder.not(possible));
        }
        for (items, has) in [
            (&claim.recommended, Has::Certain),
            (&claim.withheld, Has::Withheld),
            (&claim.conditional, Has::Conditional),
            (&claim.in_force, Has::InForce),
            (&claim.absent, Has::Nothing),
        ] {
            if !items.is_empty() {
                let nodes: Vec<Node> = items.iter().map(|id| self.with_status(id, has)).collect();
                held.push(self.symbolic.evaluator.incidents.any(nodes));
            }
        }
        if !claim.names.is_empty() {
            held.push(self.names(&claim.names));
        }
        if !claim.explained.is_empty() {
            let explained = claim.explained.iter().map(|id| self.explained(id));
            let explained: Vec<Node> = explained.collect();
            held.push(self.symbolic.evaluator.incidents.any(explained));
        }
        for (item, statements) in &claim.cites {
            held.push(self.cites(item, statements));
        }
        if !claim.cited.is_empty() {
            let cited = claim.cited.iter().map(|id| self.cited(id));
            let cited: Vec<Node> = cited.collect();
            held.push(self.symbolic.evaluator.incidents.any(cited));
        }
        for node in &held {
            self.concern(*node);
        }
        if !claim.any.is_empty() {
            let any: Vec<Node> = claim
                .any
                .iter()
                .map(|claim| self.incidents_of(claim))
                .collect();
            held.push(self.symbolic.evaluator.incidents.any(any));
        }
        if let Some(claim) = &claim.not {
            let claimed = self.incidents_of(claim);
            held.push(self.symbolic.evaluator.incidents.builder.not(claimed));
        }
        let builder = &mut self.symbolic.evaluator.incidents.builder;
        held.into_iter()
            .fold(Node::TRUE, |all, node| builder.and(all, node))
    }

    fn possible(&mut self, when: &WrittenCondition) -> Node {
        let incident = self.condition(when);
        self.symbolic.evaluator.can_hold(Predicate::Trigger {
            incident,
            prevention: Node::FALSE,
        })
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
            // An invariant must not rest on what a pack calls a situation or a gate.
            WrittenTerm::Situation(word) | WrittenTerm::Gate(word) => {
                self.note_missing(&word.value)
            }
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

    /// The incidents in which the item has that status.
    fn with_status(&mut self, id: &str, has: Has) -> Node {
        let Some(status) = self.status(id) else {
            self.note_missing(id);
            return match has {
                Has::Nothing => Node::TRUE,
                _ => Node::FALSE,
            };
        };
        let (certain, precautionary) = (status.certain, status.precautionary);
        let (withheld, conditional) = (status.withheld, status.conditional);
        let shown = status.shown;
        self.concern(shown);
        let builder = &mut self.symbolic.evaluator.incidents.builder;
        match has {
            Has::Certain => certain,
            Has::Withheld => withheld,
            Has::Conditional => conditional,
            Has::InForce => builder.or(certain, precautionary),
            Has::Nothing => builder.not(shown),
        }
    }

    /// The incidents in which the item is shown and a ground of it cites one of the statements.
    fn cites(&mut self, item: &str, statements: &[String]) -> Node {
        let wanted: Vec<StatementId> = statements
            .iter()
            .filter_map(|id| self.statement(id))
            .collect();
        let Some(grounds) = self.grounds(item) else {
            return self.note_missing(item);
        };
        let citing = grounds
            .into_iter()
            .filter(|(cites, _)| cites.iter().any(|cited| wanted.contains(cited)));
        let citing: Vec<Node> = citing.map(|(_, shown)| shown).collect();
        self.symbolic.evaluator.incidents.any(citing)
    }

    /// The incidents in which an item that is in force, or a gap, names one of the contacts.
    fn names(&mut self, contacts: &[String]) -> Node {
        let guidance = self.symbolic.guidance;
        let wanted = |id: &ContactId| contacts.contains(&guidance.contacts[*id].id);
        let among = |named: &[ContactId]| named.iter().any(wanted);
        let items = self.items().filter(|(core, _)| among(&core.contacts));
        let mut naming: Vec<Node> = items
            .flat_map(|(_, status)| [status.certain, status.precautionary])
            .collect();
        let beyond = self.beyond_items();
        let gaps = guidance.not_covered.iter().zip(&beyond.not_covered);
        let gaps = gaps.filter(|(gap, _)| among(&gap.contacts));
        naming.extend(gaps.map(|(_, shown)| *shown));
        self.symbolic.evaluator.incidents.any(naming)
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

/// What a claim can say of an item.
#[derive(Debug, Clone, Copy)]
enum Has {
    Certain,
    Withheld,
    Conditional,
    InForce,
    Nothing,
}
