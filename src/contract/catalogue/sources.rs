//! Statements of sources, and what rests on them.

use serde::Serialize;
use utoipa::ToSchema;

use super::ItemKind;
use crate::contract::advice::StatementKind;
use crate::contract::contact::{Assurance, HowRead};

/// One numbered statement of a source, by where it stands, and the items that rest on it. The source's
/// own words are not copied.
#[derive(Debug, Serialize, ToSchema)]
pub struct StatementEntry {
    /// The statement's id.
    #[schema(example = "S29")]
    pub id: String,
    /// What the statement does.
    pub kind: StatementKind,
    /// The source document, by id.
    pub source: String,
    /// Further documents that say the same, by id.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// How the source document was read.
    pub how_read: HowRead,
    /// How far it is verified that the documents say so; absent where the whole document was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub assurance: Option<Assurance>,
    /// The section of the document.
    pub section: String,
    /// The place in that section.
    pub position: String,
    /// The items that rest on it.
    pub items: Vec<RestingItem>,
}

impl StatementEntry {
    /// The ids of all documents that say it.
    pub fn documents(&self) -> impl Iterator<Item = &String> {
        [&self.source].into_iter().chain(&self.also)
    }
}

/// An item that rests on a statement.
#[derive(Debug, Serialize, ToSchema)]
pub struct RestingItem {
    /// Stable id.
    #[schema(example = "contact_police")]
    pub id: String,
    /// What kind of item it is.
    pub kind: ItemKind,
    /// Where the whole of it stands, from the root of the service.
    #[schema(example = "/v1/actions/contact_police")]
    pub href: String,
}
