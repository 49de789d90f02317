//! From written conditions to diagrams.

use std::collections::BTreeMap;
use std::path::Path;

use super::Compiler;
use super::names::{line, nearest};
use crate::contract::exclusions::{RULES, Rule};
use crate::contract::incident::FactId;
use crate::contract::sets::{AnswerSet, FactSet};
use crate::guidance::diagnostic::Code;
use crate::guidance::diagram::{Node, SCOPE_FACTS};
use crate::guidance::source::{Term, When, Word};

impl Compiler {
    /// The diagram of a condition; one that is left out always holds.
    pub(super) fn optional(&mut self, file: &Path, when: Option<&When>) -> Node {
        when.map_or(Node::TRUE, |when| self.condition(file, when))
    }

    /// The diagram of a condition.
    pub(super) fn condition(&mut self, file: &Path, when: &When) -> Node {
        when.0.iter().fold(Node::TRUE, |held, term| {
            let term = self.term(file, term);
            self.builder.and(held, term)
        })
    }

    fn term(&mut self, file: &Path, term: &Term) -> Node {
        match term {
            Term::All(conditions) => conditions.iter().fold(Node::TRUE, |held, when| {
                let when = self.condition(file, when);
                self.builder.and(held, when)
            }),
            Term::Any(conditions) => conditions.iter().fold(Node::FALSE, |held, when| {
                let when = self.condition(file, when);
                self.builder.or(held, when)
            }),
            Term::Not(when) => {
                let when = self.condition(file, when);
                self.builder.not(when)
            }
            Term::Situation(word) => self
                .situations
                .find(&mut self.faults, file, word)
                .unwrap_or(Node::TRUE),
            Term::Gate(word) => {
                let found = self.gates.find(&mut self.faults, file, word);
                found.map_or(Node::TRUE, |(_, open)| open)
            }
            Term::Fact(fact, answers) => self.literal(file, fact, answers),
        }
    }

    fn literal(&mut self, file: &Path, name: &Word, answers: &[Word]) -> Node {
        let Some(fact) = self.fact(file, name) else {
            return Node::TRUE;
        };
        let mut set = AnswerSet::EMPTY;
        let mut understood = true;
        for word in answers {
            if let Some(answer) = fact.answer(&word.value) {
                set = set.union(AnswerSet::only(answer));
            } else {
                understood = false;
                let message = format!("`{}` has no answer `{}`", name.value, word.value);
                let known = fact.fact().answers.iter().map(|answer| answer.value);
                let list = known.clone().collect::<Vec<_>>().join(", ");
                let help = format!("{} (its answers: {list})", nearest(&word.value, known));
                self.faults
                    .add(Code::UnknownAnswer, (file, line(word)), message, help);
            }
        }
        // What was not understood is told once, not again as a condition that can never hold.
        if !understood {
            return Node::TRUE;
        }
        self.builder.literal(fact, set)
    }

    /// The fact of that name, which may not be one of those that decide the scope.
    fn fact(&mut self, file: &Path, name: &Word) -> Option<FactId> {
        let place = (file, line(name));
        if SCOPE_FACTS.contains(&name.value.as_str()) {
            let message = format!(
                "`{}` decides the scope and may not be in a condition",
                name.value
            );
            self.faults.add(
                Code::ScopeFact,
                place,
                message,
                "write `scope: prevention` instead",
            );
            return None;
        }
        self.named_fact(file, name)
    }

    /// The fact of that name.
    pub(super) fn named_fact(&mut self, file: &Path, name: &Word) -> Option<FactId> {
        let found = FactId::named(&name.value);
        if found.is_none() {
            let message = format!("there is no fact `{}`", name.value);
            let help = nearest(&name.value, FactId::all().map(|id| id.fact().name));
            self.faults
                .add(Code::UnknownFact, (file, line(name)), message, help);
        }
        found
    }

    /// Says so where a condition holds in no incident whose answers can all be true.
    pub(super) fn must_be_possible(&mut self, place: (&Path, u64), what: &str, condition: Node) {
        let consistent = self.consistent(self.builder.support(condition));
        if self.builder.and(condition, consistent) == Node::FALSE {
            let message = format!("{what} can never hold");
            let help = "no incident meets this condition: some of its answers exclude each other";
            self.faults.add(Code::NeverHolds, place, message, help);
        }
    }

    /// The condition that no two answers to the facts exclude each other.
    fn consistent(&mut self, facts: FactSet) -> Node {
        let mut held = Node::TRUE;
        let among = |rule: &&Rule| facts.contains(rule.one.0) && facts.contains(rule.other.0);
        for rule in RULES.iter().filter(among) {
            let one = self.builder.literal(rule.one.0, rule.one.1);
            let other = self.builder.literal(rule.other.0, rule.other.1);
            let both = self.builder.and(one, other);
            let neither = self.builder.not(both);
            held = self.builder.and(held, neither);
        }
        held
    }
}

/// The facts that decide something, and where each is used first.
pub(super) type Deciding = BTreeMap<FactId, (std::path::PathBuf, u64)>;
