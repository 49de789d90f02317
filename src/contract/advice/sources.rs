//! What the answer rests on: statements, the documents that they are from, and the editions of the guidance.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::ground::{Citation, Voice};
use crate::contract::contact::HowRead;
use crate::contract::prerendered::{Prerendered, Text};
use crate::contract::write_json::{json_structs, write_json_by_serde};

json_structs! {
    /// What the answer rests on, with everything that `all` adds to it.
    #[derive(Debug, Clone, ToSchema)]
    pub struct Sources<'g> {
        /// Every statement that is cited, once.
        #[schema(value_type = Vec<Citation>)]
        pub statements: Vec<&'g Prerendered<Citation>>,
        /// The documents that these statements are from, each once.
        #[schema(value_type = Vec<CitedDocument>)]
        pub documents: Vec<CitedDocument<'g>>,
        /// The guidance that the answer is made of.
        #[schema(value_type = Vec<CitedEdition>)]
        pub editions: Vec<CitedEdition<'g>>,
    }
}

/// A document that a statement is from. `/v1/sources` has the rest of each.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CitedDocument<'g> {
    /// Stable id.
    #[schema(value_type = String)]
    pub id: &'g str,
    /// Its title.
    #[schema(value_type = String)]
    pub title: &'g str,
    /// Who published it.
    #[schema(value_type = String)]
    pub publisher: &'g str,
    /// When it was published, or `not_stated`.
    #[schema(value_type = String)]
    pub published: &'g str,
    /// Where it was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, nullable = false)]
    pub url: Option<&'g str>,
    /// The day on which it was read last (ISO 8601).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, nullable = false, example = "2026-11-22")]
    pub checked_on: Option<&'g str>,
    /// How it was read, where that was not on a page of whoever says it.
    #[serde(skip_serializing_if = "HowRead::is_first_hand")]
    #[schema(required = false)]
    pub how_read: HowRead,
}

impl<'g> From<&'g Source> for CitedDocument<'g> {
    fn from(source: &'g Source) -> Self {
        Self {
            id: &source.id,
            title: &source.title,
            publisher: &source.publisher,
            published: &source.published,
            url: source.url.as_deref(),
            checked_on: source.checked_on.as_deref(),
            how_read: source.how_read,
        }
    }
}

/// An edition of guidance that an answer is made of. `/v1/guidance` has the rest of each, and `receipt` what tells it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CitedEdition<'g> {
    /// The pack's id.
    #[schema(value_type = String)]
    pub pack: &'g str,
    /// What it is called.
    #[schema(value_type = String)]
    pub title: &'g str,
    /// Its edition.
    #[schema(value_type = String)]
    pub edition: &'g str,
    /// Who speaks in its items, where an item says no other.
    pub voice: Voice,
    /// The day from which this edition applies (ISO 8601).
    #[schema(value_type = String, example = "2026-11-22")]
    pub effective_from: &'g str,
    /// What to know about it before relying on it.
    #[schema(value_type = String)]
    pub limits: &'g str,
}

impl<'g> From<&'g Edition> for CitedEdition<'g> {
    fn from(edition: &'g Edition) -> Self {
        Self {
            pack: &edition.pack,
            title: &edition.title,
            edition: &edition.edition,
            voice: edition.voice,
            effective_from: &edition.effective_from,
            limits: &edition.limits,
        }
    }
}

/// A body of guidance and its edition.
#[derive(Debug, Serialize, ToSchema)]
pub struct Edition {
    /// The pack's id.
    pub pack: String,
    /// What it is called.
    pub title: String,
    /// Its edition.
    pub edition: String,
    /// Who speaks in its items, where an item says no other.
    pub voice: Voice,
    /// The day from which this edition applies (ISO 8601).
    #[schema(example = "2026-11-22")]
    pub effective_from: String,
    /// What this edition changed.
    pub changes: String,
    /// The documents that it rests on, by id.
    pub sources: Vec<String>,
    /// What to know about it before relying on it.
    pub limits: String,
    /// What is read before any question, where it says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = String, required = false, nullable = false)]
    pub how_to_ask: Option<Text>,
    /// The day by which it is to be reviewed (ISO 8601).
    #[schema(example = "2027-05-22")]
    pub review_by: String,
    /// Whether that day is over. It is served all the same.
    pub review_overdue: bool,
}

/// A published document.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Stable id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// When it was published, or `not_stated`.
    pub published: String,
    /// Whose law and services it assumes: a code of the fact `jurisdiction`, or `GB` for all of the
    /// United Kingdom.
    pub jurisdiction: String,
    /// Where it was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub url: Option<String>,
    /// The day on which it was read last (ISO 8601).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, example = "2026-11-22")]
    pub checked_on: Option<String>,
    /// How it was read.
    pub how_read: HowRead,
    /// How it was identified, and what of it was read.
    pub provenance: String,
}

write_json_by_serde!(CitedDocument<'_>, CitedEdition<'_>);
