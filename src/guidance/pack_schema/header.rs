//! What a pack is and what it rests on.

use serde::Deserialize;

use super::word::Word;
use crate::contract::advice::{Source, StatementKind, Strength, UrgencyLevel, Voice};
use crate::contract::contact::Assurance;

/// What a pack is and what it rests on.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::guidance) struct WrittenHeader {
    pub(in crate::guidance) id: Word,
    pub(in crate::guidance) title: String,
    pub(in crate::guidance) edition: String,
    /// Who speaks in whatever says no other.
    #[serde(default = "source_voice")]
    pub(in crate::guidance) voice: Voice,
    pub(in crate::guidance) effective_from: String,
    pub(in crate::guidance) review_by: String,
    /// What this edition changed.
    pub(in crate::guidance) changes: String,
    pub(in crate::guidance) limits: String,
    /// What an answer says that was made without this pack. The first pack is never left out.
    #[serde(default)]
    pub(in crate::guidance) left_out: Option<WrittenLeftOut>,
    /// The gaps of earlier packs that this one closes: with it they are not told.
    #[serde(default)]
    pub(in crate::guidance) addresses: Vec<Word>,
    /// What is read before any question; a later pack's counts.
    #[serde(default)]
    pub(in crate::guidance) how_to_ask: Option<Word>,
    pub(in crate::guidance) sources: Vec<Source>,
}

/// What is not covered because a pack was left out.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::guidance) struct WrittenLeftOut {
    pub(in crate::guidance) title: Word,
    pub(in crate::guidance) detail: Word,
}

/// One numbered statement of a source, by where it stands.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::guidance) struct WrittenStatement {
    pub(in crate::guidance) id: Word,
    pub(in crate::guidance) kind: StatementKind,
    /// How strongly it asks for something; left out where it asks for nothing.
    #[serde(default)]
    pub(in crate::guidance) strength: Option<Strength>,
    /// How pressing it says that it is; left out where it says nothing of it.
    #[serde(default)]
    pub(in crate::guidance) urgency: Option<UrgencyLevel>,
    /// The source's id; left out where the pack rests on one source.
    #[serde(default)]
    pub(in crate::guidance) source: Option<Word>,
    /// Further sources of the pack that say the same.
    #[serde(default)]
    pub(in crate::guidance) also: Vec<Word>,
    /// How far it is verified; left out where the whole document was read.
    #[serde(default)]
    pub(in crate::guidance) assurance: Option<Assurance>,
    pub(in crate::guidance) section: String,
    pub(in crate::guidance) position: String,
}

/// An edition that is not to be served.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::guidance) struct WrittenWithdrawal {
    pub(in crate::guidance) pack: Word,
    pub(in crate::guidance) edition: String,
    pub(in crate::guidance) because: String,
}

fn source_voice() -> Voice {
    Voice::Source
}
