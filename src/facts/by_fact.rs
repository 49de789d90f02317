//! One thing for each fact of a vocabulary.

use std::ops::{Index, IndexMut};

use super::id::FactId;
use super::vocabulary::Vocabulary;

/// One thing for each fact of a vocabulary. A fact of a larger vocabulary is a fault of the program: to
/// look for it is a panic.
#[derive(Debug, Clone)]
pub struct ByFact<T>(Vec<T>);

impl Vocabulary {
    /// For each fact what is made of it.
    pub fn by_fact<T>(&self, make: impl FnMut(FactId) -> T) -> ByFact<T> {
        ByFact(self.ids().map(make).collect())
    }
}

impl<T> Index<FactId> for ByFact<T> {
    type Output = T;

    #[expect(
        clippy::indexing_slicing,
        reason = "a fact of another vocabulary is a fault of the program, and never nothing"
    )]
    fn index(&self, fact: FactId) -> &T {
        &self.0[fact.index()]
    }
}

impl<T> IndexMut<FactId> for ByFact<T> {
    #[expect(
        clippy::indexing_slicing,
        reason = "a fact of another vocabulary is a fault of the program, and never nothing"
    )]
    fn index_mut(&mut self, fact: FactId) -> &mut T {
        &mut self.0[fact.index()]
    }
}
