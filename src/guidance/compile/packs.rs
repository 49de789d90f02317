//! Which packs a body of guidance is made of.

use serde_saphyr::Spanned;

use crate::contract::catalogue::ProvedPack;
use crate::contract::pack::{PackSelection, Packs};
use crate::guidance::pack_schema::WrittenHeader;
use crate::guidance::parsed::{In, Parsed};

/// The packs that are there.
pub(super) fn selection(packs: &Packs, parsed: &Parsed) -> PackSelection {
    let headers = parsed.headers.iter();
    headers
        .filter_map(|header| packs.of(&header.file))
        .collect()
}

/// The packs by what tells them from any others.
pub(super) fn proved(parsed: &Parsed) -> Vec<ProvedPack> {
    let pack = |entry: &In<Spanned<WrittenHeader>>| {
        let digest = parsed.digests.get(entry.file.parent()?)?.clone();
        let header = &entry.part.value;
        Some(ProvedPack {
            pack: header.id.value.clone(),
            edition: header.edition.clone(),
            digest,
        })
    };
    parsed.headers.iter().filter_map(pack).collect()
}
