//! One way to read what was stated, and what every condition comes to then.
//!
//! Incidents without a contradiction are read in one way. For the others there is an interpretation for each
//! contradictory fact, which keeps its answer and opens the other contradictory facts.

use rustc_hash::FxHashMap as HashMap;

use super::incidents::Incidents;
use crate::facts::{ByFact, FactId, Stated};
use crate::mdd::{Builder, Node};

/// One way to read what was stated.
#[derive(Debug)]
pub(super) struct DrawnInterpretation {
    /// The incidents that are read in this way, perhaps among others.
    pub(super) applies: Node,
    /// For each fact and answer, the incidents that leave the answer possible.
    possible: ByFact<Vec<Node>>,
    holds: HashMap<Node, Node>,
    can_hold: HashMap<Node, Node>,
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
            possible,
            holds: HashMap::default(),
            can_hold: HashMap::default(),
        }
    }

    /// The incidents that leave the answer of the fact possible.
    #[expect(
        clippy::indexing_slicing,
        reason = "an answer is told by its place among those of its fact"
    )]
    pub(super) fn possible(&self, fact: FactId, answer: usize) -> Node {
        self.possible[fact][answer]
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

    /// The incidents in which the condition holds in some completion.
    pub(super) fn can_hold(
        &mut self,
        incidents: &mut Incidents,
        totals: &Builder,
        condition: Node,
    ) -> Node {
        let Some((fact, branches)) = totals.branching(condition) else {
            return condition;
        };
        if let Some(known) = self.can_hold.get(&condition) {
            return *known;
        }
        let mut can_hold = Node::FALSE;
        for (answer, branch) in branches.iter().enumerate() {
            let below = self.can_hold(incidents, totals, *branch);
            let possible = self.possible(fact, answer);
            let here = incidents.builder.and(possible, below);
            can_hold = incidents.builder.or(can_hold, here);
        }
        self.can_hold.insert(condition, can_hold);
        can_hold
    }

    /// The incidents in which the condition holds in every completion.
    pub(super) fn holds(
        &mut self,
        incidents: &mut Incidents,
        totals: &Builder,
        condition: Node,
    ) -> Node {
        let Some((fact, branches)) = totals.branching(condition) else {
            return condition;
        };
        if let Some(known) = self.holds.get(&condition) {
            return *known;
        }
        let mut holds = Node::TRUE;
        for (answer, branch) in branches.iter().enumerate() {
            let below = self.holds(incidents, totals, *branch);
            let possible = self.possible(fact, answer);
            let both = incidents.builder.and(below, holds);
            holds = incidents.builder.ite(possible, both, holds);
        }
        self.holds.insert(condition, holds);
        holds
    }
}

/// For each fact and answer, the incidents in which the interpretation takes it as stated.
fn stated(incidents: &mut Incidents, kept: Option<FactId>) -> ByFact<Vec<Node>> {
    let vocabulary = incidents.vocabulary.clone();
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
