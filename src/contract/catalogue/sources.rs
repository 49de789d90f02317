//! Statements of sources, and what rests on them.

use serde::Serialize;
use utoipa::ToSchema;

use super::ItemKind;
use crate::contract::advice::StatementKind;

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
    /// The section of the document.
    pub section: String,
    /// The place in that section.
    pub position: String,
    /// The items that rest on it.
    pub items: Vec<RestingItem>,
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
