//! Questions, explanations and gaps.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::conditions::WrittenCondition;
use super::word::Word;
use super::worked_out::worked_out;
use crate::contract::advice::{Scope, Voice};
use crate::contract::catalogue::{QuestionRank, Retired};

/// Something to ask, as guidance holds it.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = QuestionEntry)]
pub struct WrittenQuestion {
    /// Stable id.
    #[schema(value_type = String, example = "ask_who_has_it")]
    pub(crate) id: Word,
    /// The pack that it belongs to.
    #[serde(default, deserialize_with = "worked_out")]
    #[schema(required)]
    pub(in crate::guidance) pack: String,
    /// The question in one line.
    #[schema(value_type = String, max_length = 80)]
    pub(in crate::guidance) title: Word,
    /// How to ask it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, nullable = false, max_length = 170)]
    pub(in crate::guidance) detail: Option<Word>,
    /// Where it applies: it is used once this is known. Left out: always.
    #[serde(default, skip_serializing)]
    pub(in crate::guidance) when: Option<WrittenCondition>,
    /// What it is about, where it comes before those that are ordered by what they settle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(in crate::guidance) rank: Option<QuestionRank>,
    /// It is asked in every incident as long as nobody has answered, whether or not an item hangs on it.
    #[serde(default, skip_serializing)]
    pub(in crate::guidance) until_answered: bool,
    /// The facts that its answer fills.
    #[schema(value_type = Vec<String>)]
    pub(in crate::guidance) facts: Vec<Word>,
    /// The statements that it comes from.
    #[serde(rename(serialize = "citations"))]
    #[schema(rename = "citations", value_type = Vec<String>)]
    pub(in crate::guidance) statements: Vec<Word>,
    /// Who speaks.
    #[serde(default)]
    #[schema(value_type = Voice, required)]
    pub(in crate::guidance) voice: Option<Voice>,
    /// Present once it is no longer asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(in crate::guidance) retired: Option<Retired>,
}

/// Something to know, as guidance holds it.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExplanationEntry)]
pub struct WrittenExplanation {
    /// Stable id.
    #[schema(value_type = String)]
    pub(crate) id: Word,
    /// The pack that it belongs to.
    #[serde(default, deserialize_with = "worked_out")]
    #[schema(required)]
    pub(in crate::guidance) pack: String,
    /// The explanation in one line.
    #[schema(value_type = String, max_length = 80)]
    pub(in crate::guidance) title: Word,
    /// The rest of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, nullable = false, max_length = 400)]
    pub(in crate::guidance) detail: Option<Word>,
    /// Whether it speaks of this child, and not of the law or of services.
    #[serde(default)]
    #[schema(required)]
    pub(in crate::guidance) about_the_child: bool,
    /// In what kind of answer it counts.
    #[serde(default)]
    #[schema(required)]
    pub(in crate::guidance) scope: Scope,
    #[serde(default, skip_serializing)]
    pub(in crate::guidance) when: Option<WrittenCondition>,
    /// The items that it explains.
    #[schema(value_type = Vec<String>)]
    pub(in crate::guidance) explains: Vec<Word>,
    /// The statements that it rests on.
    #[serde(rename(serialize = "citations"))]
    #[schema(rename = "citations", value_type = Vec<String>)]
    pub(in crate::guidance) statements: Vec<Word>,
    /// Who speaks.
    #[serde(default)]
    #[schema(value_type = Voice, required)]
    pub(in crate::guidance) voice: Option<Voice>,
    /// The reasoning, where the editors speak.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, nullable = false, max_length = 300)]
    pub(in crate::guidance) note: Option<Word>,
    /// Present once it is no longer given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(in crate::guidance) retired: Option<Retired>,
}

/// Something that the guidance does not address.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::guidance) struct WrittenNotCovered {
    pub(in crate::guidance) id: Word,
    pub(in crate::guidance) title: Word,
    #[serde(default)]
    pub(in crate::guidance) detail: Option<Word>,
    #[serde(default)]
    pub(in crate::guidance) scope: Scope,
    #[serde(default)]
    pub(in crate::guidance) when: Option<WrittenCondition>,
    #[serde(default)]
    pub(in crate::guidance) contacts: Vec<Word>,
}
