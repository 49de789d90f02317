//! Finds what is left of the diagrams of a forest where only some answers are possible, exactly, in one pass.
//!
//! The pass goes from the terminals upwards and finds, for each node, the function that is left of it
//! once the answers are put in: the place that stands for it, and the facts that it still asks for. So a
//! condition holds in every completion when the terminal "true" is left of it, in none when the terminal
//! "false" is, and it depends on exactly the facts that what is left asks for.
//!
//! Most of it is the same every time. A forest knows what is left of it on the answers that are assumed, and a
//! pass looks again only at what asks for a fact that has other answers.

use super::forest::Forest;
use super::left::Left;
use crate::facts::{Asking, Possibilities};
use crate::index::Id;

impl<I: Id> Forest<I> {
    /// Finds what is left where the answers that are assumed are the only possible ones.
    #[expect(clippy::indexing_slicing, reason = "a place is one of this forest")]
    pub(super) fn settle(&mut self) {
        let possible = self.assumed.clone();
        let mut left = Left {
            stands_for: (0..).zip(&self.asked).map(|(place, _)| place).collect(),
            support: self.asked.clone(),
        };
        for (place, asked) in (0..).zip(&self.asked) {
            if asked.meets(possible.narrowed()) {
                left.evaluate(self, &possible, place);
            }
        }
        let places = (0..).zip(&self.asked);
        left.stands_for = places.map(|(place, _)| left.place(place)).collect();
        self.asking = Asking::of(self.asked.len());
        self.left_asking = Asking::of(self.asked.len());
        for (place, standing) in left.stands_for.iter().enumerate() {
            self.asking.add(place, self.asked[place]);
            // What looks again at a place looks again at what stands for it.
            self.asking.add(place, self.asked[*standing as usize]);
            self.left_asking.add(place, left.support[place]);
        }
        self.left = left;
    }

    /// What is left where only these answers are possible.
    pub(crate) fn left(&self, possible: &Possibilities) -> Left {
        let assumed = self.assumed.narrowed();
        let otherwise = assumed.iter();
        let otherwise = otherwise.filter(|fact| possible.of(*fact) != self.assumed.of(*fact));
        let again = self.asking.any(otherwise.collect());
        let narrowed = self.left_asking.any(possible.narrowed().without(assumed));
        let again = again.zip(narrowed).map(|(one, other)| one | other);
        let mut left = self.left.clone();
        for (first, mut places) in (0..).step_by(64).zip(again) {
            while places != 0 {
                left.evaluate(self, possible, first + places.trailing_zeros());
                places &= places - 1;
            }
        }
        left
    }
}

#[expect(clippy::indexing_slicing, reason = "a place is one of the forest")]
impl Left {
    /// Finds what is left of a node, after all that it leads to.
    #[inline]
    fn evaluate<I: Id>(&mut self, forest: &Forest<I>, possible: &Possibilities, place: u32) {
        let node = forest.node(place);
        let answers = possible.of(node.fact);
        let ways = forest.ways(node).iter();
        let mut ways = ways.filter(|way| way.answers.meets(answers));
        // INVARIANT: every fact keeps at least one answer.
        let Some(first) = ways.next() else { return };
        let mut support = self.support(first.place);
        let mut settled = true;
        for way in ways {
            settled = settled && self.same(forest, possible, first.place, way.place);
            support = support.union(self.support(way.place));
        }
        let mut standing = self.place(first.place);
        if !settled {
            support.insert(node.fact);
            standing = place;
        }
        self.stands_for[place as usize] = standing;
        self.support[place as usize] = support;
    }

    /// Whether the same function is left of two places. Most functions differ in what they ask for.
    #[inline]
    fn same<I: Id>(
        &mut self,
        forest: &Forest<I>,
        possible: &Possibilities,
        one: u32,
        other: u32,
    ) -> bool {
        let (one, other) = (self.place(one), self.place(other));
        let support = self.support(one);
        one == other
            || support == self.support(other)
                && !support.is_empty()
                && self.same_answers(forest, possible, one, other)
    }

    /// Whether two nodes that ask for the same facts are the same function. Of two that are one stands for the other from
    /// then on, so that it is found out once.
    fn same_answers<I: Id>(
        &mut self,
        forest: &Forest<I>,
        possible: &Possibilities,
        one: u32,
        other: u32,
    ) -> bool {
        // Both ask first for the highest of these facts.
        let [this, that] = [one, other].map(|place| forest.node(place));
        let branches = [this, that].map(|node| forest.branches(node));
        let same = possible.of(this.fact).iter().all(|answer| {
            let answer = usize::from(answer);
            let [one, other] = branches.map(|branches| branches[answer]);
            self.same(forest, possible, one, other)
        });
        if same {
            self.stands_for[other as usize] = one;
        }
        same
    }
}
