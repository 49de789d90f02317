//! One way to read what was stated, and what every condition comes to then.
//!
//! Incidents without a contradiction are read in one way. For the others there is an interpretation for each
//! contradictory fact, which keeps its answer and opens the other contradictory facts.

use rustc_hash::FxHashMap as HashMap;

use super::incidents::Incidents;
use crate::facts::{FactId, Stated};
use crate::mdd::{Builder, Node};

/// One way to read what was stated.
#[derive(Debug)]
pub(super) struct Interpretation {
    /// The incidents that are read in this way, perhaps among others.
    pub(super) applies: Node,
    /// For each fact and answer, the incidents that leave the answer possible.
    possible: Vec<Vec<Node>>,
    holds: HashMap<Node, Node>,
    can_hold: HashMap<Node, Node>,
}

impl Interpretation {
    /// The interpretation of incidents without a contradiction, or the one that keeps a contradictory fact.
    pub(super) fn new(incidents: &mut Incidents, kept: Option<FactId>) -> Self {
        let applies = match kept {
            None => incidents.consistent,
            Some(kept) => incidents.contradictory(kept),
        };
        let stated = stated(incidents, kept);
        let excluded = excluded(incidents, &stated);
        let mut possible = Vec::with_capacity(stated.len());
        for (stated, excluded) in stated.into_iter().zip(excluded) {
            let answered = incidents.any(stated.iter().copied());
            let open = incidents.builder.not(answered);
            let rows = stated.into_iter().zip(excluded);
            let answers = rows.map(|(stated, excluded)| {
                let left = incidents.without(open, excluded);
                incidents.builder.or(stated, left)
            });
            possible.push(answers.collect());
        }
        Self {
            applies,
            possible,
            holds: HashMap::default(),
            can_hold: HashMap::default(),
        }
    }

    /// For each answer of the fact, the incidents that leave it possible.
    #[expect(clippy::indexing_slicing, reason = "every fact has its place")]
    pub(super) fn possible(&self, fact: FactId) -> &[Node] {
        &self.possible[fact.index()]
    }

    /// The incidents that leave the fact this answer only.
    pub(super) fn known(&self, incidents: &mut Incidents, fact: FactId, answer: usize) -> Node {
        let mut known = Node::FALSE;
        let mut others = Node::FALSE;
        for (place, possible) in self.possible(fact).iter().enumerate() {
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
            let possible = self.answer(fact, answer);
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
            let possible = self.answer(fact, answer);
            let both = incidents.builder.and(below, holds);
            holds = incidents.builder.ite(possible, both, holds);
        }
        self.holds.insert(condition, holds);
        holds
    }

    fn answer(&self, fact: FactId, answer: usize) -> Node {
        self.possible(fact)
            .get(answer)
            .copied()
            .unwrap_or(Node::FALSE)
    }
}

/// For each fact and answer, the incidents in which the interpretation takes it as stated.
fn stated(incidents: &mut Incidents, kept: Option<FactId>) -> Vec<Vec<Node>> {
    let vocabulary = incidents.vocabulary.clone();
    let mut stated = Vec::new();
    for fact in vocabulary.ids() {
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
        stated.push(answers.collect());
    }
    stated
}

/// For each fact and answer, the incidents in which a stated answer excludes it.
fn excluded(incidents: &mut Incidents, stated: &[Vec<Node>]) -> Vec<Vec<Node>> {
    let mut excluded: Vec<Vec<Node>> = stated
        .iter()
        .map(|answers| vec![Node::FALSE; answers.len()])
        .collect();
    let vocabulary = incidents.vocabulary.clone();
    let implying = vocabulary.exclusions().iter().filter(|one| one.implies);
    for exclusion in implying {
        for (cause, effect) in exclusion.sides() {
            let of_cause = stated
                .get(cause.fact.index())
                .into_iter()
                .flatten()
                .zip(0..);
            let stated: Vec<Node> = of_cause
                .filter(|(_, answer)| cause.answers.contains(*answer))
                .map(|(node, _)| *node)
                .collect();
            let caused = incidents.any(stated);
            let of_effect = excluded.get_mut(effect.fact.index()).into_iter().flatten();
            for (node, answer) in of_effect.zip(0..) {
                if effect.answers.contains(answer) {
                    *node = incidents.builder.or(*node, caused);
                }
            }
        }
    }
    excluded
}
