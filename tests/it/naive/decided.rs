//! What is found out about an item.

use std::collections::BTreeSet;

use serde::Serialize;

use super::function::Function;
use super::pack::{Ground, Item};

/// What an action is `listed` as that is never pending: SEMANTICS 11.4.
pub(super) const ALWAYS: &str = "always";

/// Where an item stands, in the order of the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Status {
    Prohibited,
    Recommended,
    Precautionary,
    Withheld,
    Conditional,
    /// A welfare prohibition that is only a caution inside the actions that it would hold back.
    Caution,
    Absent,
}

pub(super) struct Decided {
    pub(super) item: &'static Item,
    pub(super) status: Status,
    pub(super) certain: bool,
    /// The open facts on which the trigger depends, unless the item is certain: SEMANTICS 6.6, 10.6.
    pub(super) trigger_facts: BTreeSet<&'static str>,
    /// What the answer says that it depends on.
    pub(super) depends_on: BTreeSet<&'static str>,
    /// Whether one of these was asked in vain.
    pub(super) asked_not_known: bool,
    pub(super) grounds: Vec<DecidedGround>,
    /// The open facts on which it depends what the item comes to: SEMANTICS 10.1, 10.2.
    pub(super) settled_by: BTreeSet<&'static str>,
    /// Whether its gate, if it has one, is known to be open.
    pub(super) gate_open: bool,
    /// The grounds of the prohibitions in force that hold it back.
    pub(super) held_back_by: Vec<(&'static Item, Vec<Reason>)>,
    /// In each interpretation: whether the item is not absent once everything is known.
    pub(super) present: Vec<Function>,
}

/// A ground that some interpretation does not refute: SEMANTICS 7.1.
pub(super) struct DecidedGround {
    pub(super) ground: &'static Ground,
    pub(super) known: bool,
    /// The open facts on which it depends, where a protective item is certain without it.
    pub(super) facts: BTreeSet<&'static str>,
}

/// Why something is so, and the statements that say it.
#[derive(Clone, PartialEq, Serialize)]
pub(super) struct Reason {
    pub(super) because: &'static str,
    pub(super) citations: Vec<&'static str>,
}

impl Reason {
    pub(super) fn new(because: &'static str, citations: &'static [String]) -> Self {
        Self {
            because,
            citations: citations.iter().map(String::as_str).collect(),
        }
    }
}

impl DecidedGround {
    /// In the words of its basis: SEMANTICS 7.2.
    pub(super) fn reason(&self) -> Reason {
        let ground = self.ground;
        let because = if self.known {
            &ground.because
        } else {
            &ground.not_ruled_out
        };
        Reason::new(because, &ground.statements)
    }
}

impl Status {
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Prohibited => "prohibited",
            Self::Recommended => "recommended",
            Self::Precautionary => "precautionary",
            Self::Withheld => "withheld",
            Self::Conditional => "conditional",
            Self::Caution => "caution",
            Self::Absent => "absent",
        }
    }
}

/// SEMANTICS 6.2.
pub(super) fn protective(item: &Item) -> bool {
    item.protects.is_some() || item.when_unknown == "act"
}
