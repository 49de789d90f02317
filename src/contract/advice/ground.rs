//! What an item rests on: reasons and the statements that they cite.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// One reason for an item.
#[derive(Debug, Serialize, ToSchema)]
pub struct Ground {
    /// The reason in one line.
    pub because: String,
    /// The statements that it rests on.
    pub citations: Vec<String>,
    /// How strongly they say so.
    pub strength: Strength,
    /// Whether it is known to hold.
    pub basis: Basis,
    /// Who speaks.
    pub voice: Voice,
    /// The reasoning, where the voice is not the source's.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub note: Option<String>,
}

/// How strongly a source speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Strength {
    /// Doing otherwise is, or may be, an offence.
    Must,
    /// The source tells the reader to.
    Should,
    /// The source says that it can be done, or may be necessary.
    May,
}

/// Whether a ground is known to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// It holds whatever the open facts turn out to be.
    Known,
    /// It holds for some answers to the open facts.
    NotRuledOut,
}

/// Who speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Voice {
    /// The source document.
    Source,
    /// Later published guidance.
    Supplement,
    /// The editors of this guidance; a note gives the reasoning.
    Editorial,
    /// The operator of this service.
    Local,
}

/// One numbered statement of a source, by where it stands. The source's own words are not copied.
#[derive(Debug, Serialize, ToSchema)]
pub struct Citation {
    /// The statement's id.
    #[schema(example = "S29")]
    pub id: String,
    /// What the statement does.
    pub kind: StatementKind,
    /// The source document, by id.
    pub source: String,
    /// The section of the document.
    pub section: String,
    /// The place in that section.
    pub position: String,
}

/// What a statement does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum StatementKind {
    /// It says what a word means.
    Definition,
    /// It says why children do it.
    Reason,
    /// It says how to work with children.
    Prevention,
    /// It says when a section applies.
    Situation,
    /// It is a question to ask.
    Question,
    /// It says what to do.
    Action,
    /// It says what not to do.
    Prohibition,
    /// It says why something is so.
    Explanation,
    /// It says on what condition something applies.
    Condition,
}
