//! What answers are made of: each thing that they can say, and the incidents in whose answers it
//! stands.
//!
//! An answer is a number of parts, and a part is a list of what it says. Two incidents, or one
//! incident under two bodies of guidance, get the same answer exactly when every part says the same
//! in the same order. What only follows from other parts (the urgency, who speaks, what waits)
//! needs no part of its own. The order of the questions does not stand here: see `plan`.

mod holds;
mod items;
mod member;
mod placed;
mod plan;
mod talk;
mod whole;
mod writer;

use serde::Serialize;

pub(super) use self::member::Form;
pub use self::member::{Kind, Member, Subject};
pub(super) use self::plan::{Plan, Ranked, Under};
use self::writer::{Writer, line, subject};
use crate::atlas::Atlas;
use crate::contract::piece::Piece;
use crate::guidance::diagram::Node;

/// Everything that answers can say under one body of guidance.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) parts: Vec<Part>,
    pub(super) plan: Plan,
}

/// One list of an answer, in its order.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) of: Subject,
    pub(super) member: Member,
    pub(super) lines: Vec<Line>,
}

/// One thing that can be said, and the incidents in whose answers it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) says: Said,
    pub(super) shown: Node,
}

/// What is said, as JSON.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Said(pub(super) String);

impl Said {
    pub(super) fn piece<T>(piece: &Piece<T>) -> Self {
        Self(piece.json().to_owned())
    }

    pub(super) fn value(value: &impl Serialize) -> Self {
        Self(serde_json::to_string(value).unwrap_or_default())
    }
}

impl Sheet {
    /// What answers say under the guidance of the atlas.
    pub(super) fn of(atlas: &mut Atlas<'_>) -> Self {
        let mut writer = Writer::new(atlas);
        items::prohibitions(&mut writer);
        items::actions(&mut writer);
        talk::questions(&mut writer);
        talk::explanations(&mut writer);
        talk::not_covered(&mut writer);
        whole::situations(&mut writer);
        whole::listed(&mut writer);
        whole::completeness(&mut writer);
        let parts = writer.parts;
        Self {
            parts,
            plan: Plan::of(atlas),
        }
    }
}
