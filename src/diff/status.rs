//! The statuses that an item can have, and what it means where one takes the place of another.

use serde::Serialize;

/// What an answer makes of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StatusInAnswer {
    /// None of the others.
    Absent,
    /// Of a prohibition that is open: said inside an action that it would hold back.
    Caution,
    /// Of an action: held back.
    Withheld,
    /// Of an action: it may turn out to be called for.
    Conditional,
    /// Of an action: to be done if a question cannot be answered.
    Pending,
    /// In force because it is not ruled out.
    Precautionary,
    /// Of a prohibition: certain.
    Prohibited,
    /// Of an action: certain.
    Recommended,
    /// Of a question, an explanation or a gap: part of the answer.
    Shown,
}

impl StatusInAnswer {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Absent => "absent",
            Self::Caution => "caution",
            Self::Withheld => "withheld",
            Self::Conditional => "conditional",
            Self::Pending => "pending",
            Self::Precautionary => "precautionary",
            Self::Prohibited => "prohibited",
            Self::Recommended => "recommended",
            Self::Shown => "shown",
        }
    }

    fn in_force(self) -> bool {
        matches!(
            self,
            Self::Precautionary | Self::Prohibited | Self::Recommended
        )
    }

    /// Certain, and in force.
    pub(super) fn certain(self) -> bool {
        matches!(self, Self::Prohibited | Self::Recommended)
    }
}

/// What it means for those whom the advice is about that an item has another status, the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// What protects was in force and is not any more.
    ProtectionLost,
    /// What was held back may be done now.
    Released,
    /// What protects is less certain, or no longer said with care.
    Weakened,
    /// Something else is no longer said.
    AdviceLost,
    /// What might be done is held back now.
    HeldBack,
    /// More is said, or it is more certain.
    Gained,
}

impl Effect {
    /// What it means that an item, which protects or not, has one status in place of another.
    pub(super) fn of(protects: bool, from: StatusInAnswer, to: StatusInAnswer) -> Self {
        use StatusInAnswer::{Absent, Caution, Pending, Precautionary, Withheld};
        let counts = |status: StatusInAnswer| status.in_force() || status == Pending;
        match (from, to) {
            _ if protects && counts(from) && !counts(to) => Self::ProtectionLost,
            (Withheld, Absent) => Self::AdviceLost,
            (Withheld, _) => Self::Released,
            (Caution, Absent) => Self::Weakened,
            (_, Pending) if from.in_force() => Self::Weakened,
            (_, Precautionary) if from.certain() => Self::Weakened,
            (_, Withheld) => Self::HeldBack,
            _ if to < from => Self::AdviceLost,
            _ => Self::Gained,
        }
    }
}
