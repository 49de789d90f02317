//! From written conditions to diagrams, and to the parts that a trace tells.

use std::collections::BTreeMap;
use std::path::Path;

use super::condition_tree::DraftPart;
use super::derived::{DerivedFacts, DraftTerm};
use super::drawn::Drawn;
use super::names::{Named, Names, answers_of, fact_named};
use crate::contract::advice::Term;
use crate::facts::{FactId, FactSet, MOST_FACTS, ScopeFacts, Vocabulary};
use crate::guidance::diagnostic::{Code, Faults};
use crate::guidance::model::{CompiledPart, GateId, SituationId};
use crate::guidance::pack_schema::{Word, WrittenCondition, WrittenTerm, line};
use crate::guidance::parsed::Parsed;
use crate::guidance::scope;
use crate::mdd::{Builder, Node};

/// The conditions that are drawn so far, and those of them that others can name.
#[derive(Debug)]
pub(super) struct Conditions<'v> {
    pub(super) vocabulary: &'v Vocabulary,
    pub(super) builder: Builder,
    pub(super) derived: DerivedFacts,
    pub(super) situations: Names<Named<SituationId>>,
    pub(super) gates: Names<Named<GateId>>,
    /// By its id, the condition that an item has a ground, in whatever kind of answer.
    pub(super) triggered: BTreeMap<String, Node>,
}

impl<'v> Conditions<'v> {
    /// None so far.
    pub(super) fn new(vocabulary: &'v Vocabulary) -> Self {
        Self {
            vocabulary,
            builder: Builder::new(scope::variables(vocabulary), scope::MOST_NODES),
            derived: DerivedFacts::new(vocabulary),
            situations: Names::new("situation", Code::UnknownSituation),
            gates: Names::new("gate", Code::UnknownGate),
            triggered: BTreeMap::new(),
        }
    }

    /// The diagram of a condition; one that is left out always holds.
    pub(super) fn optional(
        &mut self,
        faults: &mut Faults,
        file: &Path,
        when: Option<&WrittenCondition>,
    ) -> Drawn {
        when.map_or(Drawn::TRUE, |when| self.condition(faults, file, when))
    }

    /// The diagram of a condition (SEMANTICS 1.6).
    pub(super) fn condition(
        &mut self,
        faults: &mut Faults,
        file: &Path,
        when: &WrittenCondition,
    ) -> Drawn {
        self.entries(faults, file, when, 0, &mut Vec::new())
    }

    /// The diagram of a condition and its parts; one that is left out has none and always holds.
    pub(super) fn in_parts(
        &mut self,
        faults: &mut Faults,
        file: &Path,
        when: Option<&WrittenCondition>,
    ) -> (Drawn, Vec<CompiledPart>) {
        let mut parts = Vec::new();
        let drawn = when.map_or(Drawn::TRUE, |when| {
            self.entries(faults, file, when, 0, &mut parts)
        });
        let kept = parts.into_iter().map(|part| part.keep(&mut self.builder));
        (drawn, kept.collect())
    }

    /// All entries of a condition.
    fn entries(
        &mut self,
        faults: &mut Faults,
        file: &Path,
        when: &WrittenCondition,
        depth: usize,
        parts: &mut Vec<DraftPart>,
    ) -> Drawn {
        when.0.iter().fold(Drawn::TRUE, |held, term| {
            let term = self.term(faults, file, term, depth, parts);
            held.and(&mut self.builder, term)
        })
    }

    /// A condition inside another. Several entries are a part of their own: all of them.
    fn inner(
        &mut self,
        faults: &mut Faults,
        file: &Path,
        when: &WrittenCondition,
        depth: usize,
        parts: &mut Vec<DraftPart>,
    ) -> Drawn {
        if let [term] = when.0.as_slice() {
            return self.term(faults, file, term, depth, parts);
        }
        let mut below = Vec::new();
        let drawn = self.entries(faults, file, when, depth + 1, &mut below);
        parts.push(DraftPart::made_of_others(Term::All, depth, drawn));
        parts.append(&mut below);
        drawn
    }

    fn term(
        &mut self,
        faults: &mut Faults,
        file: &Path,
        term: &WrittenTerm,
        depth: usize,
        parts: &mut Vec<DraftPart>,
    ) -> Drawn {
        let mut below = Vec::new();
        let draft = match term {
            WrittenTerm::All(conditions) => {
                let drawn = conditions.iter().fold(Drawn::TRUE, |held, when| {
                    let when = self.inner(faults, file, when, depth + 1, &mut below);
                    held.and(&mut self.builder, when)
                });
                DraftPart::made_of_others(Term::All, depth, drawn)
            }
            WrittenTerm::Any(conditions) => {
                let drawn = conditions.iter().fold(Drawn::FALSE, |held, when| {
                    let when = self.inner(faults, file, when, depth + 1, &mut below);
                    held.or(&mut self.builder, when)
                });
                DraftPart::made_of_others(Term::Any, depth, drawn)
            }
            WrittenTerm::Not(when) => {
                let when = self.inner(faults, file, when, depth + 1, &mut below);
                DraftPart::made_of_others(Term::Not, depth, when.not(&mut self.builder))
            }
            WrittenTerm::Known(key, when) => {
                let when = self.inner(faults, file, when, depth + 1, &mut below);
                let drawn = self.known(faults, (file, line(key)), when);
                DraftPart::made_of_others(Term::Known, depth, drawn)
            }
            WrittenTerm::NotKnown(key, facts) => {
                let drawn = self.not_known(faults, file, key, facts);
                DraftPart::not_known(self.vocabulary, depth, facts, drawn)
            }
            WrittenTerm::Situation(word) => {
                let found = self.situations.find(faults, file, word);
                DraftPart::named(Term::Situation, depth, word, found)
            }
            WrittenTerm::Gate(word) => {
                let found = self.gates.find(faults, file, word);
                DraftPart::named(Term::Gate, depth, word, found)
            }
            WrittenTerm::Fact(fact, answers) => {
                let node = self.literal(faults, file, fact, answers);
                DraftPart::of_fact(self.vocabulary, depth, fact, answers, Drawn::alike(node))
            }
        };
        let drawn = draft.drawn;
        parts.push(draft);
        parts.append(&mut below);
        drawn
    }

    /// That a condition is known (SEMANTICS 1.9, 1.11).
    fn known(&mut self, faults: &mut Faults, place: (&Path, u64), when: Drawn) -> Drawn {
        if self.derived.among(self.builder.support(when.now)) {
            let message = "what is asked to be known asks itself what is known";
            let help = "`known` and `not_known` do not stand inside `known`, nor does a situation or gate that has them";
            faults.add(Code::Clash, place, message, help);
        }
        let now = self
            .derived
            .literal(&mut self.builder, DraftTerm::Known(when.now));
        Drawn {
            now: or_too_many(faults, place, now),
            once_known: when.once_known,
        }
    }

    /// That one of some facts was asked and is not known (SEMANTICS 1.10, 1.11).
    fn not_known(&mut self, faults: &mut Faults, file: &Path, key: &Word, facts: &[Word]) -> Drawn {
        let facts = facts.iter();
        let facts: FactSet = facts
            .filter_map(|fact| self.fact(faults, file, fact))
            .collect();
        let now = self
            .derived
            .literal(&mut self.builder, DraftTerm::NotKnown(facts));
        Drawn {
            now: or_too_many(faults, (file, line(key)), now),
            once_known: Node::FALSE,
        }
    }

    /// Whether a condition can come to hold by what may still change, once everything is known (SEMANTICS 5.4).
    pub(super) fn in_reach(&mut self, condition: Drawn) -> Node {
        let vocabulary = self.vocabulary;
        let may_become = |fact, answer| vocabulary[fact].may_become(answer);
        self.builder.relax(condition.once_known, &may_become)
    }

    fn literal(&mut self, faults: &mut Faults, file: &Path, name: &Word, answers: &[Word]) -> Node {
        let Some(fact) = self.fact(faults, file, name) else {
            return Node::TRUE;
        };
        let declared = &self.vocabulary[fact];
        // What was not understood is told once, not again as a condition that can never hold.
        match answers_of(declared, faults, file, answers) {
            Some(answers) => self.builder.literal(fact, answers),
            None => Node::TRUE,
        }
    }

    /// The fact of that name, which may not be one of those that decide the scope (SEMANTICS 4.1).
    fn fact(&mut self, faults: &mut Faults, file: &Path, name: &Word) -> Option<FactId> {
        let place = (file, line(name));
        if ScopeFacts::NAMES.contains(&name.value.as_str()) {
            let message = format!(
                "`{}` decides the scope and may not be in a condition",
                name.value
            );
            faults.add(
                Code::ScopeFact,
                place,
                message,
                "write `scope: prevention` instead",
            );
            return None;
        }
        self.named_fact(faults, file, name)
    }

    /// The fact of that name.
    pub(super) fn named_fact(
        &mut self,
        faults: &mut Faults,
        file: &Path,
        name: &Word,
    ) -> Option<FactId> {
        fact_named(self.vocabulary, faults, file, name)
    }

    /// Says so where a condition holds in no incident whose answers can all be true.
    pub(super) fn must_be_possible(
        &mut self,
        faults: &mut Faults,
        place: (&Path, u64),
        what: &str,
        condition: Drawn,
    ) {
        if self.builder.check().is_err() {
            too_large(faults, place, what);
        } else if !self.is_possible(condition.now) {
            let message = format!("{what} can never hold");
            let help = "no incident meets this condition: some of its answers exclude each other";
            faults.add(Code::NeverHolds, place, message, help);
        }
    }

    /// Whether a condition holds in an incident whose answers can all be true.
    pub(super) fn is_possible(&mut self, condition: Node) -> bool {
        let consistent = self.consistent(self.builder.support(condition));
        self.builder.and(condition, consistent) != Node::FALSE
    }

    /// All conditions together are not too large.
    pub(super) fn check_size(&self, parsed: &Parsed, faults: &mut Faults) {
        let first = parsed.headers.first();
        if let (Err(_), Some(first)) = (self.builder.check(), first) {
            too_large(faults, (&first.file, 0), "the guidance");
        }
    }

    /// The condition that no two answers to the facts exclude each other.
    fn consistent(&mut self, facts: FactSet) -> Node {
        let mut held = Node::TRUE;
        for exclusion in self.vocabulary.exclusions() {
            let sides = [exclusion.one, exclusion.other];
            if !sides.iter().all(|side| facts.contains(side.fact)) {
                continue;
            }
            let [one, other] = sides.map(|side| self.builder.literal(side.fact, side.answers));
            let both = self.builder.and(one, other);
            let neither = self.builder.not(both);
            held = self.builder.and(held, neither);
        }
        held
    }
}

/// The diagrams have reached their limit: that is told once, where it is found first.
fn too_large(faults: &mut Faults, place: (&Path, u64), what: &str) {
    if !faults.have(Code::TooLarge) {
        let message = format!("{what} takes more diagrams than all conditions may together");
        let help = "write it with fewer facts, or so that fewer of them hang on each other";
        faults.add(Code::TooLarge, place, message, help);
    }
}

/// What was derived; that there was no room for it is told.
fn or_too_many(faults: &mut Faults, place: (&Path, u64), derived: Option<Node>) -> Node {
    derived.unwrap_or_else(|| {
        let message =
            format!("there are more than {MOST_FACTS} facts, with what conditions ask to be known");
        let help = "ask for the same thing in the same words: it counts once";
        faults.add(Code::TooLarge, place, message, help);
        Node::TRUE
    })
}
