//! Questions, explanations and gaps.

use serde::Deserialize;

use super::conditions::WrittenCondition;
use super::word::Word;
use crate::contract::advice::{Scope, Voice};
use crate::contract::catalogue::{QuestionRank, Retired};

/// Something to ask.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::guidance) struct WrittenQuestion {
    pub(in crate::guidance) id: Word,
    pub(in crate::guidance) title: Word,
    #[serde(default)]
    pub(in crate::guidance) detail: Option<String>,
    /// Where it applies: it is used once this is known. Left out: always.
    #[serde(default)]
    pub(in crate::guidance) when: Option<WrittenCondition>,
    /// What it is about, if it comes before those that are ordered by what they settle.
    #[serde(default)]
    pub(in crate::guidance) rank: Option<QuestionRank>,
    /// It is asked in every incident as long as nobody has answered, whether or not an item hangs on it.
    #[serde(default)]
    pub(in crate::guidance) until_answered: bool,
    pub(in crate::guidance) facts: Vec<Word>,
    pub(in crate::guidance) statements: Vec<Word>,
    /// Left out: the pack's.
    #[serde(default)]
    pub(in crate::guidance) voice: Option<Voice>,
    /// Present once the pack no longer gives it: its words stay as they last stood.
    #[serde(default)]
    pub(in crate::guidance) retired: Option<Retired>,
}

/// Why something is so.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::guidance) struct WrittenExplanation {
    pub(in crate::guidance) id: Word,
    pub(in crate::guidance) title: Word,
    #[serde(default)]
    pub(in crate::guidance) detail: Option<String>,
    #[serde(default)]
    pub(in crate::guidance) scope: Scope,
    #[serde(default)]
    pub(in crate::guidance) when: Option<WrittenCondition>,
    pub(in crate::guidance) explains: Vec<Word>,
    pub(in crate::guidance) statements: Vec<Word>,
    /// Left out: the pack's.
    #[serde(default)]
    pub(in crate::guidance) voice: Option<Voice>,
    #[serde(default)]
    pub(in crate::guidance) note: Option<String>,
    /// Present once the pack no longer gives it: its words stay as they last stood.
    #[serde(default)]
    pub(in crate::guidance) retired: Option<Retired>,
}

/// Something that the guidance does not address.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::guidance) struct WrittenNotCovered {
    pub(in crate::guidance) id: Word,
    pub(in crate::guidance) title: Word,
    #[serde(default)]
    pub(in crate::guidance) detail: Option<String>,
    #[serde(default)]
    pub(in crate::guidance) scope: Scope,
    #[serde(default)]
    pub(in crate::guidance) when: Option<WrittenCondition>,
    #[serde(default)]
    pub(in crate::guidance) contacts: Vec<Word>,
}
