//! Where a condition stands: over all completions of an interpretation, and over all interpretations.

use crate::contract::advice::Outcome;

/// Where a condition stands over all completions of the open facts (SEMANTICS 1.5, 1.7).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Truth {
    /// It holds in every completion.
    Holds,
    /// It holds in none.
    Refuted,
    /// It holds in some.
    Open,
}

/// Where a condition stands over all interpretations.
#[derive(Debug, Clone, Copy)]
pub(super) struct Truths {
    pub(super) some_hold: bool,
    pub(super) all_hold: bool,
    pub(super) all_refuted: bool,
}

impl Truths {
    /// Where it stands, by where it stands in each.
    #[inline]
    pub(super) fn of(truths: impl Iterator<Item = Truth>) -> Self {
        let mut all = Self {
            some_hold: false,
            all_hold: true,
            all_refuted: true,
        };
        for truth in truths {
            all.some_hold |= truth == Truth::Holds;
            all.all_hold &= truth == Truth::Holds;
            all.all_refuted &= truth == Truth::Refuted;
        }
        all
    }

    /// What it comes to.
    pub(super) fn outcome(self) -> Outcome {
        match (self.all_hold, self.all_refuted) {
            (true, _) => Outcome::Holds,
            (false, true) => Outcome::Refuted,
            (false, false) => Outcome::Open,
        }
    }

    /// Whether that is certain: of what is protective it is enough that it holds in some interpretation
    /// (SEMANTICS 6.3, 7.2).
    pub(super) fn certain(self, protective: bool) -> bool {
        if protective {
            self.some_hold
        } else {
            self.all_hold
        }
    }
}
