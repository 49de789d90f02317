//! What an item rests on: reasons and the statements that they cite.

use serde::Serialize;
use utoipa::ToSchema;

use super::urgency::UrgencyLevel;
use crate::contract::contact::{Assurance, HowRead};
use crate::contract::open_enum::open_enum;

/// One reason for an item.
#[derive(Debug, Serialize, ToSchema)]
pub struct Ground {
    /// The reason in one line.
    pub because: String,
    /// The statements that it rests on.
    pub citations: Vec<String>,
    /// How strongly they say so.
    pub strength: Strength,
    /// How pressing they say that it is; absent where they say nothing of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub urgency: Option<UrgencyLevel>,
    /// Whether it is known to hold.
    pub basis: Basis,
    /// Who speaks.
    pub voice: Voice,
    /// The reasoning, where the editors speak.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub note: Option<String>,
}

open_enum! {
    /// How strongly a source speaks.
    pub enum Strength {
        /// Doing otherwise is, or may be, an offence.
        Must = "must",
        /// The source tells the reader to.
        Should = "should",
        /// The source says that it can be done, or may be necessary.
        May = "may",
    }
}

open_enum! {
    /// Whether a ground is known to hold.
    pub enum Basis {
        /// It holds whatever the open facts turn out to be.
        Known = "known",
        /// It holds for some answers to the open facts.
        NotRuledOut = "not_ruled_out",
    }
}

open_enum! {
    /// Who speaks.
    pub enum Voice {
        /// The source document.
        Source = "source",
        /// Later published guidance.
        Supplement = "supplement",
        /// The editors of this guidance; a note gives the reasoning.
        Editorial = "editorial",
        /// The operator of this service.
        Local = "local",
    }
}

/// One numbered statement of a source, by where it stands. The source's own words are not copied.
#[derive(Debug, Serialize, ToSchema)]
pub struct Citation {
    /// The statement's id.
    #[schema(example = "S29")]
    pub id: String,
    /// The source document, by id.
    pub source: String,
    /// Further documents that say the same, by id.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// How the source document was read, where that was not on a page of whoever says it.
    #[serde(skip_serializing_if = "HowRead::is_first_hand")]
    #[schema(required = false)]
    pub how_read: HowRead,
    /// How far it is verified that the documents say so; absent where the whole document was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub assurance: Option<Assurance>,
    /// The section of the document.
    pub section: String,
    /// The place in that section.
    pub position: String,
}

open_enum! {
    /// What a statement does.
    pub enum StatementKind {
        /// It says what a word means.
        Definition = "definition",
        /// It says why children do it.
        Reason = "reason",
        /// It says how to work with children.
        Prevention = "prevention",
        /// It says when a section applies.
        Situation = "situation",
        /// It is a question to ask.
        Question = "question",
        /// It says what to do.
        Action = "action",
        /// It says what not to do.
        Prohibition = "prohibition",
        /// It says why something is so.
        Explanation = "explanation",
        /// It says on what condition something applies.
        Condition = "condition",
    }
}
