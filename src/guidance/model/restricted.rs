//! What fewer of the packs make.

use std::sync::Arc;

use super::Guidance;
use crate::contract::pack::PackSelection;

impl Guidance {
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
        &self.restricted[selection.place_among(own)]
    }

    /// Every body of guidance that a request can ask for: all packs first.
    pub fn selections(&self) -> impl Iterator<Item = &Self> {
        std::iter::once(self).chain(self.restricted.iter().map(Arc::as_ref))
    }

    /// The guidance with what fewer of its packs make, each of which knows what fewer of its own make.
    pub(in crate::guidance) fn with_restricted(mut self, fewer: Vec<Self>) -> Self {
        for mut guidance in fewer {
            guidance.link(self.selection, &self.restricted);
            self.restricted.push(Arc::new(guidance));
        }
        self
    }

    /// Takes what fewer of its packs make from what fewer of more packs make, the smallest first.
    #[expect(
        clippy::indexing_slicing,
        reason = "a selection stands before those that hold more packs"
    )]
    fn link(&mut self, of: PackSelection, smaller: &[Arc<Self>]) {
        let own = self.selection;
        let fewer = own.selections().into_iter().filter(|one| *one != own);
        let places = fewer.map(|selection| selection.place_among(of));
        self.restricted = places.map(|place| smaller[place].clone()).collect();
    }

    /// What fewer of its packs make, the smallest first, apart from it.
    #[expect(
        clippy::expect_used,
        reason = "only those with more packs hold it, and they are taken first"
    )]
    pub(in crate::guidance) fn take_restricted(&mut self) -> Vec<Self> {
        let mut apart = Vec::new();
        while let Some(last) = self.restricted.pop() {
            let mut guidance = Arc::into_inner(last).expect("those that hold it are gone");
            guidance.restricted.clear();
            apart.push(guidance);
        }
        apart.reverse();
        apart
    }
}
