//! Which things ask for which facts, as bits: what asks for one of several facts is found many things at a time.

use super::id::MOST_FACTS;
use super::sets::FactSet;

/// For each fact, the things that ask for it, by their places.
#[derive(Debug, Default)]
pub(crate) struct Asking {
    /// How many words have a bit for every thing.
    words: usize,
    /// So many words for each fact.
    bits: Vec<u64>,
}

#[expect(
    clippy::indexing_slicing,
    reason = "every fact has a bit for every thing"
)]
impl Asking {
    /// So many things, which ask for nothing yet.
    pub(crate) fn of(things: usize) -> Self {
        let words = things.div_ceil(64);
        Self {
            words,
            bits: vec![0; words * MOST_FACTS],
        }
    }

    /// Has a thing ask for these facts.
    pub(crate) fn add(&mut self, thing: usize, facts: FactSet) {
        for fact in facts.iter() {
            self.bits[fact.index() * self.words + thing / 64] |= 1 << (thing % 64);
        }
    }

    /// The things that ask for one of these facts, a bit for each, from the first on.
    pub(crate) fn any(&self, facts: FactSet) -> impl Iterator<Item = u64> {
        (0..self.words).map(move |word| {
            let words = facts.iter();
            let words = words.map(|fact| self.bits[fact.index() * self.words + word]);
            words.fold(0, |all, some| all | some)
        })
    }
}
