//! Which guidance answers, as metrics and log name it.

use prometheus_client::encoding::EncodeLabelSet;
use serde::Serialize;

use crate::contract::advice::Edition;

/// The edition of a pack.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, EncodeLabelSet)]
pub(in crate::http) struct EditionLabels {
    pack: String,
    edition: String,
}

impl EditionLabels {
    pub(in crate::http) fn of(edition: &Edition) -> Self {
        Self {
            pack: edition.pack.clone(),
            edition: edition.edition.clone(),
        }
    }
}
