//! What a pack is and what it rests on, as it is written in its files. Documents and statements stand in an answer as
//! they are written.

use serde::{Deserialize, Serialize};

#[derive(Debug, Deserialize)]
pub(super) struct Header {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) edition: String,
    #[serde(default = "source")]
    pub(super) voice: String,
    pub(super) effective_from: String,
    pub(super) review_by: String,
    pub(super) limits: String,
    pub(super) how_to_ask: Option<String>,
    /// What an answer without it says: SEMANTICS 3.6.
    pub(super) left_out: Option<LeftOut>,
    #[serde(default)]
    pub(super) addresses: Vec<String>,
    pub(super) sources: Vec<Document>,
}

#[derive(Debug, Deserialize)]
pub(super) struct LeftOut {
    pub(super) title: String,
    pub(super) detail: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Document {
    pub(super) id: String,
    title: String,
    publisher: String,
    published: String,
    url: Option<String>,
    checked_on: Option<String>,
    #[serde(skip_serializing_if = "is_first_hand")]
    how_read: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Statement {
    pub(super) id: String,
    /// Left out where its pack rests on one document.
    pub(super) source: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) also: Vec<String>,
    /// How its document was read.
    #[serde(default, skip_serializing_if = "is_first_hand")]
    how_read: String,
    assurance: Option<String>,
    section: String,
    position: String,
}

impl Statement {
    /// Names its document where it names none, the first, and says how that was read.
    pub(super) fn rest_on(&mut self, documents: &[Document]) {
        let first = &documents[0].id;
        let source = self.source.get_or_insert_with(|| first.clone());
        let document = documents.iter().find(|document| document.id == *source);
        self.how_read.clone_from(&document.unwrap().how_read);
    }

    /// Whether a document says it.
    pub(super) fn names(&self, document: &str) -> bool {
        let mut names = self.source.iter().chain(&self.also);
        names.any(|name| name == document)
    }
}

/// Only what was read elsewhere is told.
fn is_first_hand(how_read: &str) -> bool {
    ["primary", "document"].contains(&how_read)
}

fn source() -> String {
    "source".to_owned()
}
