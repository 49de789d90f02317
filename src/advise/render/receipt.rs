//! What made the answer (SEMANTICS 12.13).

use crate::contract::advice::{GivenFacts, Receipt};
use crate::facts::{Facts, Stated, UNKNOWN};
use crate::guidance::Guidance;

/// The receipt of an answer to these facts.
pub(super) fn receipt<'g>(guidance: &'g Guidance, stated: &Facts) -> Receipt<'g> {
    let vocabulary = guidance.vocabulary();
    let given = vocabulary.ids().filter_map(|id| {
        let fact = &vocabulary[id];
        let answer = match stated.stated(id) {
            Stated::Answer(answer) => fact.value(answer),
            Stated::Unknown => UNKNOWN,
            Stated::NotAsked => return None,
        };
        Some((&*fact.name, answer))
    });
    Receipt {
        program: env!("CARGO_PKG_VERSION"),
        contract: "v1",
        as_of: guidance.as_of.as_deref(),
        packs: guidance.receipts.iter().collect(),
        facts: GivenFacts(given.collect()),
    }
}
