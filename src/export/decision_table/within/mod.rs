//! A condition as lines to read, one of which is enough.
//!
//! They are taken from the compiled diagrams, so they say exactly what the engine judges, however the
//! condition was written: no `not`, nothing nested, and no line that is longer than it must be.

use std::collections::HashSet;

use super::alternative::Alternative;
use crate::facts::{AnswerSet, FactId, Vocabulary};
use crate::guidance::Guidance;
use crate::mdd::{Condition, Forest, FrozenNode, TERMINALS};

/// The ends of every diagram, by their places.
const FALSE: usize = 0;
const TRUE: usize = 1;

/// Whether the condition holds for no answers at all.
pub(super) fn never(forest: &Forest, condition: Condition) -> bool {
    forest.root(condition) == FALSE
}

/// A condition within others that are taken to hold.
#[derive(Debug)]
pub(super) struct Within<'f> {
    forest: &'f Forest,
    vocabulary: &'f Vocabulary,
    given: Vec<usize>,
    wanted: usize,
}

impl<'f> Within<'f> {
    /// The condition, where all of the given ones hold.
    pub(super) fn new(guidance: &'f Guidance, given: &[Condition], wanted: Condition) -> Self {
        Self::in_forest(guidance.vocabulary(), &guidance.forest, given, wanted)
    }

    fn in_forest(
        vocabulary: &'f Vocabulary,
        forest: &'f Forest,
        given: &[Condition],
        wanted: Condition,
    ) -> Self {
        Self {
            forest,
            vocabulary,
            given: given.iter().map(|given| forest.root(*given)).collect(),
            wanted: forest.root(wanted),
        }
    }

    /// Whether the given conditions are enough for it.
    pub(super) fn follows(&self) -> bool {
        self.enough(&Alternative::always(self.vocabulary))
    }

    /// The ways for it to hold where the given conditions do: none can be left out, and none can do
    /// without a fact.
    pub(super) fn alternatives(&self) -> Vec<Alternative> {
        let mut found: Vec<Alternative> = Vec::new();
        self.paths(
            self.wanted,
            &Alternative::always(self.vocabulary),
            &mut |path| {
                let wide = self.widened(self.shortened(&path));
                if !found.contains(&wide) {
                    found.push(wide);
                }
            },
        );
        self.leave_out(&mut found);
        for place in 0..found.len() {
            let one = found.remove(place);
            let narrow = self.narrowed(one, &found);
            found.insert(place, self.shortened(&narrow));
        }
        self.leave_out(&mut found);
        found
    }

    /// Leaves out each alternative for which the others are enough, the last first.
    fn leave_out(&self, found: &mut Vec<Alternative>) {
        for place in (0..found.len()).rev() {
            let one = found.remove(place);
            if !self.covered(&one, found) {
                found.insert(place, one);
            }
        }
    }

    /// Gives every path of the diagram that ends well.
    fn paths(&self, place: usize, path: &Alternative, give: &mut impl FnMut(Alternative)) {
        if place == TRUE {
            give(path.clone());
        }
        let Some(node) = self.node(place) else { return };
        let branches = self.forest.branches(node);
        let mut gone = AnswerSet::EMPTY;
        for (next, answer) in branches.iter().zip(0..) {
            if gone.contains(answer) {
                continue;
            }
            let same = branches
                .iter()
                .zip(0..)
                .filter(|(branch, _)| *branch == next);
            let answers: AnswerSet = same.map(|(_, answer)| answer).collect();
            gone = gone.union(answers);
            self.paths(*next as usize, &path.with(node.fact, answers), give);
        }
    }

    /// The alternative with as few facts as still are enough.
    fn shortened(&self, one: &Alternative) -> Alternative {
        let mut short = one.clone();
        for (fact, _) in one.facts() {
            let shorter = short.with(fact, short.every(fact));
            if self.enough(&shorter) {
                short = shorter;
            }
        }
        short
    }

    /// The alternative with as many answers as still are enough.
    fn widened(&self, mut one: Alternative) -> Alternative {
        for (fact, answers) in one.clone().facts() {
            for answer in one.every(fact).without(answers).iter() {
                let more = one.answers(fact).union(AnswerSet::only(answer));
                let wider = one.with(fact, more);
                if self.enough(&wider) {
                    one = wider;
                }
            }
        }
        one
    }

    /// The alternative without the answers for which the others are enough, so that what it says of a
    /// fact is what it adds.
    fn narrowed(&self, mut one: Alternative, others: &[Alternative]) -> Alternative {
        for (fact, answers) in one.clone().facts() {
            for answer in answers.iter().map(AnswerSet::only) {
                let less = one.answers(fact).without(answer);
                if !less.is_empty() && self.covered(&one.with(fact, answer), others) {
                    one = one.with(fact, less);
                }
            }
        }
        one
    }

    /// Whether the others allow all that the alternative does, where the given conditions hold.
    fn covered(&self, one: &Alternative, others: &[Alternative]) -> bool {
        let never = Within {
            forest: self.forest,
            vocabulary: self.vocabulary,
            given: self.given.clone(),
            wanted: FALSE,
        };
        let left = others.iter().fold(vec![one.clone()], |left, other| {
            left.iter().flat_map(|part| part.without(other)).collect()
        });
        left.iter().all(|part| never.enough(part))
    }

    /// Whether the condition holds for all answers that the alternative allows and the given
    /// conditions bear.
    fn enough(&self, alternative: &Alternative) -> bool {
        self.enough_from(&self.given, self.wanted, alternative, &mut HashSet::new())
    }

    fn enough_from(
        &self,
        given: &[usize],
        wanted: usize,
        alternative: &Alternative,
        tried: &mut HashSet<(Vec<usize>, usize)>,
    ) -> bool {
        if wanted == TRUE || given.contains(&FALSE) {
            return true;
        }
        // The places of a diagram rise towards its root, so the greatest asks for the first fact.
        let first = given.iter().copied().chain([wanted]).max();
        let Some(node) = first.and_then(|place| self.node(place)) else {
            return false;
        };
        if !tried.insert((given.to_vec(), wanted)) {
            // A place that failed has ended the search.
            return true;
        }
        let mut answers = alternative.answers(node.fact).iter();
        answers.all(|answer| {
            let step = |place: &usize| self.step(*place, node.fact, answer);
            let given: Vec<usize> = given.iter().map(step).collect();
            self.enough_from(&given, step(&wanted), alternative, tried)
        })
    }

    /// Where the answer leads from that place, which may ask for another fact.
    fn step(&self, place: usize, fact: FactId, answer: u8) -> usize {
        let node = self.node(place).filter(|node| node.fact == fact);
        let branch = node.and_then(|node| self.forest.branches(node).get(usize::from(answer)));
        branch.map_or(place, |branch| *branch as usize)
    }

    fn node(&self, place: usize) -> Option<&'f FrozenNode> {
        let inner = place.checked_sub(TERMINALS)?;
        self.forest.nodes().get(inner)
    }
}

#[cfg(test)]
mod tests;
