//! One way to read what was stated, and what every condition comes to then.
//!
//! Incidents without a contradiction are read in one way. For the others there is an interpretation for each
//! contradictory fact, which keeps its answer and opens the other contradictory facts.

use rustc_hash::FxHashMap as HashMap;

use super::incidents::Incidents;
use super::predicate::Quantifier;
use crate::facts::{ByFact, FactId, Stated, Vocabulary};
use crate::guidance::{DerivedFact, DerivedTerm};
use crate::index::IndexVec;
use crate::mdd::{Builder, KnownCondition, Node};

/// One way to read what was stated.
#[derive(Debug)]
pub(super) struct DrawnInterpretation {
    /// The incidents that are read in this way, perhaps among others.
    pub(super) applies: Node,
    /// The contradictory fact whose answer it keeps.
    kept: Option<FactId>,
    /// For each fact and answer, the incidents that leave the answer possible.
    possible: ByFact<Vec<Node>>,
    /// For each derived fact, the incidents in which it is not so, and those in which it is.
    derived: HashMap<FactId, [Node; 2]>,
    /// What conditions came to.
    walked: HashMap<(Node, Quantifier), Node>,
}

impl DrawnInterpretation {
    /// The interpretation of incidents without a contradiction, or the one that keeps a contradictory fact.
    pub(super) fn new(incidents: &mut Incidents, kept: Option<FactId>) -> Self {
        let applies = match kept {
            None => incidents.consistent,
            Some(kept) => incidents.contradictory(kept),
        };
        let stated = stated(incidents, kept);
        let excluded = excluded(incidents, &stated);
        let vocabulary = incidents.vocabulary.clone();
        let possible = vocabulary.by_fact(|fact| {
            let answered = incidents.any(stated[fact].iter().copied());
            let open = incidents.builder.not(answered);
            let rows = stated[fact].iter().zip(&excluded[fact]);
            let answers = rows.map(|(stated, excluded)| {
                let left = incidents.without(open, *excluded);
                incidents.builder.or(*stated, left)
            });
            answers.collect()
        });
        Self {
            applies,
            kept,
            possible,
            derived: HashMap::default(),
            walked: HashMap::default(),
        }
    }

    /// Fixes the derived facts by what is known here: `known` are the conditions that they ask to be known, which
    /// ask for none of them (SEMANTICS 1.9, 1.10, 1.11).
    pub(super) fn derive(
        &mut self,
        incidents: &mut Incidents,
        totals: &Builder,
        derived: &[DerivedFact],
        known: &IndexVec<KnownCondition, Node>,
    ) {
        for one in derived {
            let so = match one.term {
                DerivedTerm::Known(condition) => {
                    self.walk(incidents, totals, known[condition], Quantifier::Every)
                }
                DerivedTerm::NotKnown(facts) => {
                    let not_known = facts.iter().map(|fact| self.not_known(incidents, fact));
                    let not_known: Vec<Node> = not_known.collect();
                    incidents.any(not_known)
                }
            };
            let not_so = incidents.builder.not(so);
            self.derived.insert(one.fact, [not_so, so]);
        }
    }

    /// The incidents in which the fact is open here although it was asked, or its answer was put aside.
    fn not_known(&self, incidents: &mut Incidents, fact: FactId) -> Node {
        let mut asked = incidents.stated(fact, Stated::Unknown);
        if self.kept.is_some_and(|kept| kept != fact) {
            let put_aside = incidents.contradictory(fact);
            asked = incidents.builder.or(asked, put_aside);
        }
        for answer in 0..self.possible[fact].len() {
            let known = self.known(incidents, fact, answer);
            asked = incidents.without(asked, known);
        }
        asked
    }

    /// The incidents that leave the answer of the fact possible. A derived fact has one possible answer.
    #[expect(
        clippy::indexing_slicing,
        reason = "an answer is told by its place among those of its fact"
    )]
    pub(super) fn possible(&self, fact: FactId, answer: usize) -> Node {
        match self.derived.get(&fact) {
            Some(answers) => answers[answer],
            None => self.possible[fact][answer],
        }
    }

    /// The incidents that leave the fact this answer only.
    pub(super) fn known(&self, incidents: &mut Incidents, fact: FactId, answer: usize) -> Node {
        let mut known = Node::FALSE;
        let mut others = Node::FALSE;
        for (place, possible) in self.possible[fact].iter().enumerate() {
            if place == answer {
                known = *possible;
            } else {
                others = incidents.builder.or(others, *possible);
            }
        }
        incidents.without(known, others)
    }

    /// The incidents in which the condition holds in every completion, or in some.
    pub(super) fn walk(
        &mut self,
        incidents: &mut Incidents,
        totals: &Builder,
        condition: Node,
        quantifier: Quantifier,
    ) -> Node {
        let Some((fact, branches)) = totals.branching(condition) else {
            return condition;
        };
        if let Some(known) = self.walked.get(&(condition, quantifier)) {
            return *known;
        }
        let mut walked = quantifier.of_none();
        for (answer, branch) in branches.iter().enumerate() {
            let below = self.walk(incidents, totals, *branch, quantifier);
            let possible = self.possible(fact, answer);
            let joined = quantifier.join(&mut incidents.builder, walked, below);
            walked = incidents.builder.ite(possible, joined, walked);
        }
        self.walked.insert((condition, quantifier), walked);
        walked
    }
}

/// For each fact and answer, the incidents in which the interpretation takes it as stated.
fn stated(incidents: &mut Incidents, kept: Option<FactId>) -> ByFact<Vec<Node>> {
    let vocabulary: &Vocabulary = &incidents.vocabulary.clone();
    vocabulary.by_fact(|fact| {
        let counts = if kept.is_none_or(|kept| kept == fact) {
            Node::TRUE
        } else {
            let contradictory = incidents.contradictory(fact);
            incidents.builder.not(contradictory)
        };
        let answers = vocabulary[fact].all().iter().map(|answer| {
            let answer = incidents.stated(fact, Stated::Answer(answer));
            incidents.builder.and(answer, counts)
        });
        answers.collect()
    })
}

/// For each fact and answer, the incidents in which a stated answer excludes it.
fn excluded(incidents: &mut Incidents, stated: &ByFact<Vec<Node>>) -> ByFact<Vec<Node>> {
    let vocabulary = incidents.vocabulary.clone();
    let mut excluded = vocabulary.by_fact(|fact| vec![Node::FALSE; stated[fact].len()]);
    let implying = vocabulary.exclusions().iter().filter(|one| one.implies);
    for exclusion in implying {
        for (cause, effect) in exclusion.sides() {
            let of_cause = stated[cause.fact].iter().zip(0..);
            let stated: Vec<Node> = of_cause
                .filter(|(_, answer)| cause.answers.contains(*answer))
                .map(|(node, _)| *node)
                .collect();
            let caused = incidents.any(stated);
            for (node, answer) in excluded[effect.fact].iter_mut().zip(0..) {
                if effect.answers.contains(answer) {
                    *node = incidents.builder.or(*node, caused);
                }
            }
        }
    }
    excluded
}
