//! Prohibitions and actions, with their grounds.

use serde::Deserialize;

use super::conditions::WrittenCondition;
use super::word::Word;
use crate::contract::advice::{Actor, Protects, Scope, Strength, UrgencyLevel, Voice};
use crate::contract::catalogue::{Listed, Retired, WhenUnknown, WhileOpen};

/// One reason for an item.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::guidance) struct WrittenGround {
    #[serde(default)]
    pub(in crate::guidance) scope: Scope,
    /// Left out: always.
    #[serde(default)]
    pub(in crate::guidance) when: Option<WrittenCondition>,
    pub(in crate::guidance) because: Word,
    pub(in crate::guidance) statements: Vec<Word>,
    pub(in crate::guidance) strength: Strength,
    /// How pressing the statements say that it is; left out where they say nothing of it.
    #[serde(default)]
    pub(in crate::guidance) urgency: Option<UrgencyLevel>,
    /// Whether its urgency counts for the answer, and not only for the order of the actions.
    #[serde(default = "yes")]
    pub(in crate::guidance) raises_answer: bool,
    /// Left out: the pack's.
    #[serde(default)]
    pub(in crate::guidance) voice: Option<Voice>,
    #[serde(default)]
    pub(in crate::guidance) note: Option<String>,
}

fn yes() -> bool {
    true
}

/// Reasons of a pack for an item of an earlier one: one act stays one item.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::guidance) struct WrittenExtension {
    pub(in crate::guidance) item: Word,
    #[serde(default)]
    pub(in crate::guidance) contacts: Vec<Word>,
    pub(in crate::guidance) grounds: Vec<WrittenGround>,
}

/// Other words for an item, once something is known.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::guidance) struct WrittenRewording {
    pub(in crate::guidance) once: WrittenCondition,
    pub(in crate::guidance) title: Word,
    #[serde(default)]
    pub(in crate::guidance) detail: Option<String>,
    /// Who does it then. Left out: whoever does it else.
    #[serde(default)]
    pub(in crate::guidance) actor: Option<Actor>,
}

/// Something not to do.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::guidance) struct WrittenProhibition {
    pub(in crate::guidance) id: Word,
    pub(in crate::guidance) title: Word,
    #[serde(default)]
    pub(in crate::guidance) detail: Option<String>,
    pub(in crate::guidance) protects: Protects,
    /// What, once it is known, lifts it.
    #[serde(default)]
    pub(in crate::guidance) lifted_when: Option<WrittenCondition>,
    /// The same in words.
    #[serde(default)]
    pub(in crate::guidance) lifted_says: Option<String>,
    /// The actions that it holds back while it is in force.
    #[serde(default)]
    pub(in crate::guidance) holds_back: Vec<Word>,
    /// What the professional can do so that those may go ahead.
    #[serde(default)]
    pub(in crate::guidance) release_hint: Option<String>,
    /// What it is while it is not ruled out and not certain (welfare only).
    #[serde(default)]
    pub(in crate::guidance) while_open: Option<WrittenWhileOpen>,
    /// What to say inside those actions while it is a caution.
    #[serde(default)]
    pub(in crate::guidance) caution: Option<WrittenCaution>,
    #[serde(default)]
    pub(in crate::guidance) contacts: Vec<Word>,
    pub(in crate::guidance) grounds: Vec<WrittenGround>,
    /// Present once the pack no longer gives it: its words stay as they last stood.
    #[serde(default)]
    pub(in crate::guidance) retired: Option<Retired>,
}

/// What a prohibition is while it is not ruled out and not certain.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::guidance) struct WrittenWhileOpen {
    /// While nobody has asked.
    pub(in crate::guidance) not_asked: WhileOpen,
    /// Once somebody has asked, and it is not known.
    pub(in crate::guidance) not_known: WhileOpen,
    /// It is in force, whoever has asked, where this is so.
    #[serde(default)]
    pub(in crate::guidance) in_force_when: Option<WrittenCondition>,
}

/// What to make sure of before doing what a prohibition would hold back.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::guidance) struct WrittenCaution {
    pub(in crate::guidance) says: String,
    pub(in crate::guidance) statements: Vec<Word>,
}

/// Something to do.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::guidance) struct WrittenAction {
    pub(in crate::guidance) id: Word,
    pub(in crate::guidance) title: Word,
    #[serde(default)]
    pub(in crate::guidance) detail: Option<String>,
    pub(in crate::guidance) actor: Actor,
    pub(in crate::guidance) when_unknown: WhenUnknown,
    /// Whether it is among the actions wherever it is not ruled out.
    #[serde(default)]
    pub(in crate::guidance) listed: Option<Listed>,
    /// The action of an earlier pack that it stands before. Left out: it stands where it is written.
    #[serde(default)]
    pub(in crate::guidance) before: Option<Word>,
    /// What must be known before it may go ahead.
    #[serde(default)]
    pub(in crate::guidance) gate: Option<Word>,
    /// What, once it is known, means that it is done or no longer needed.
    #[serde(default)]
    pub(in crate::guidance) lifted_when: Option<WrittenCondition>,
    #[serde(default)]
    pub(in crate::guidance) rewordings: Vec<WrittenRewording>,
    /// Once this is known, the action comes first among those that wait, with words of its own.
    #[serde(default)]
    pub(in crate::guidance) escalates_when: Option<WrittenEscalation>,
    #[serde(default)]
    pub(in crate::guidance) contacts: Vec<Word>,
    pub(in crate::guidance) grounds: Vec<WrittenGround>,
    /// Present once the pack no longer gives it: its words stay as they last stood.
    #[serde(default)]
    pub(in crate::guidance) retired: Option<Retired>,
}

/// What makes a waiting action press.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::guidance) struct WrittenEscalation {
    pub(in crate::guidance) once: WrittenCondition,
    pub(in crate::guidance) release_hint: String,
}
