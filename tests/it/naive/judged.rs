//! What is found out about an item.

use std::collections::BTreeSet;

use super::answer::{Reason, text, texts};
use super::function::Function;
use super::pack::{Ground, Item};

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

pub(super) struct Judged {
    pub(super) item: &'static Item,
    pub(super) status: Status,
    pub(super) certain: bool,
    /// The open facts on which the trigger depends, unless the item is certain.
    pub(super) trigger_facts: BTreeSet<&'static str>,
    /// What the answer says that it depends on.
    pub(super) depends_on: BTreeSet<&'static str>,
    /// Whether one of these was asked in vain.
    pub(super) in_vain: bool,
    pub(super) grounds: Vec<JudgedGround>,
    /// The open facts on which the item depends once everything is known.
    pub(super) settled_by: BTreeSet<&'static str>,
    /// Whether its gate, if it has one, is known to be open.
    pub(super) gate_open: bool,
    /// The grounds of the prohibitions in force that hold it back.
    pub(super) held_back_by: Vec<(&'static Item, Vec<Reason>)>,
    /// In each reading: whether the item is not absent once everything is known.
    pub(super) present: Vec<Function>,
}

/// A ground that some reading does not refute.
pub(super) struct JudgedGround {
    pub(super) ground: &'static Ground,
    pub(super) known: bool,
    /// The open facts on which it depends, where a protective item is certain without it.
    pub(super) facts: BTreeSet<&'static str>,
}

impl JudgedGround {
    pub(super) fn reason(&self) -> Reason {
        let ground = self.ground;
        Reason {
            because: text(if self.known {
                &ground.because
            } else {
                &ground.not_ruled_out
            }),
            citations: texts(&ground.statements),
        }
    }
}

/// Every prohibition, and every action with `when_unknown: act`.
pub(super) fn protective(item: &Item) -> bool {
    item.protects.is_some() || item.when_unknown == "act"
}
