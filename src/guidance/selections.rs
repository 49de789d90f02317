//! The bodies of guidance that fewer packs make: a request can leave out any pack but the first.

use std::sync::Arc;

use super::model::Guidance;
use crate::contract::pack::{PackSelection, Packs};

impl Guidance {
    /// The packs that a request can name.
    pub fn pack_names(&self) -> &Arc<Packs> {
        &self.pack_names
    }

    /// The body of guidance that those of its packs make that are selected (SEMANTICS 3.1).
    #[expect(
        clippy::indexing_slicing,
        reason = "there is one for every selection: a missing one is a fault of the program"
    )]
    pub fn restricted(&self, selection: PackSelection) -> &Self {
        let own = self.selection;
        if selection.among(own) == own {
            return self;
        }
        &self.fewer[selection.place_among(own)]
    }

    /// Every body of guidance that a request can ask for: all packs first.
    pub fn selections(&self) -> impl Iterator<Item = &Self> {
        std::iter::once(self).chain(self.fewer.iter().map(Arc::as_ref))
    }

    /// The guidance with what fewer of its packs make, the smallest first. Each of them gets what fewer of its own
    /// packs make from those before it.
    #[must_use]
    pub(super) fn with_fewer(mut self, fewer: Vec<Self>) -> Self {
        for mut guidance in fewer {
            guidance.fewer = self.smaller_than(guidance.selection);
            self.fewer.push(Arc::new(guidance));
        }
        self
    }

    #[expect(
        clippy::indexing_slicing,
        reason = "a selection stands before every one that holds more packs"
    )]
    fn smaller_than(&self, selection: PackSelection) -> Vec<Arc<Self>> {
        let all = selection.selections().into_iter();
        let smaller = all.filter(|one| *one != selection);
        let places = smaller.map(|one| one.place_among(self.selection));
        places.map(|place| self.fewer[place].clone()).collect()
    }

    /// Takes away what fewer of its packs make, the smallest first.
    #[expect(
        clippy::expect_used,
        reason = "only those with more packs hold it, and they are taken first"
    )]
    pub(super) fn take_fewer(&mut self) -> Vec<Self> {
        let mut taken = Vec::new();
        while let Some(last) = self.fewer.pop() {
            let mut guidance = Arc::into_inner(last).expect("those that hold it are gone");
            guidance.fewer.clear();
            taken.push(guidance);
        }
        taken.reverse();
        taken
    }
}
