//! What was proved of a body of guidance when it was released.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What was proved of the packs of an edition together, over every incident that can be stated: each
/// fact with each of its answers, asked and not known, or not asked, contradictions included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PackAssurance {
    /// The packs that were proved, together.
    pub packs: Vec<ProvedPack>,
    /// What holds in every incident.
    pub invariants: Vec<ProvedInvariant>,
    /// What the proof does not cover.
    pub not_covered: Vec<String>,
}

/// A pack that was proved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ProvedPack {
    /// The pack's id.
    #[schema(example = "sexting_advice")]
    pub pack: String,
    /// Its edition.
    #[schema(example = "1.0.0")]
    pub edition: String,
    /// SHA-256 over the files of the pack, by name.
    #[schema(example = "sha256:3c77b1160619d11742feae69864657fc1801f79cd73f7d4b5b37806ff456b339")]
    pub digest: String,
}

/// Something that holds in every incident.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ProvedInvariant {
    /// Stable id.
    #[schema(example = "deletion_waits")]
    pub id: String,
    /// What holds, in plain English.
    pub says: String,
    /// How many facts it concerns.
    #[schema(example = 41)]
    pub facts: usize,
    /// How many incidents these facts allow: a whole number in digits, too large for a JSON number.
    #[schema(example = "38738162554790058393600000")]
    pub incidents: String,
    /// In how many of them it was proved: the same number.
    #[schema(example = "38738162554790058393600000")]
    pub proved: String,
}
