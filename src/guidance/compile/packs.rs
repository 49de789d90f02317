//! Which packs a body of guidance is made of.

use crate::contract::advice::PackReceipt;
use crate::contract::catalogue::ProvedPack;
use crate::contract::pack::{PackSelection, Packs};
use crate::contract::prerendered::Prerendered;
use crate::guidance::pack_schema::WrittenHeader;
use crate::guidance::parsed::Parsed;

/// The packs that are there.
pub(super) fn selection(packs: &Packs, parsed: &Parsed) -> PackSelection {
    let headers = parsed.headers.iter();
    headers
        .filter_map(|header| packs.of(&header.file))
        .collect()
}

/// The packs by what tells them from any others.
pub(super) fn proved(parsed: &Parsed) -> Vec<ProvedPack> {
    let proved = digested(parsed).map(|(header, digest)| ProvedPack {
        pack: header.id.value.clone(),
        edition: header.edition.clone(),
        digest: digest.clone(),
    });
    proved.collect()
}

/// The same as an answer names them.
pub(super) fn receipts(parsed: &Parsed) -> Vec<Prerendered<PackReceipt>> {
    let receipts = digested(parsed).map(|(header, digest)| PackReceipt {
        pack: header.id.value.clone(),
        edition: header.edition.clone(),
        digest: digest.clone(),
        review_by: header.review_by.clone(),
        review_overdue: false,
    });
    receipts.map(Prerendered::new).collect()
}

fn digested(parsed: &Parsed) -> impl Iterator<Item = (&WrittenHeader, &String)> {
    parsed.headers.iter().filter_map(|entry| {
        let digest = parsed.digests.get(entry.file.parent()?)?;
        Some((&entry.part.value, digest))
    })
}
