//! The bodies of guidance that answer the same request.

use std::collections::{BTreeMap, BTreeSet};
use std::ptr;

use crate::guidance::Guidance;

/// What answers the same request before and after.
#[derive(Debug)]
pub(super) struct PackChoice<'g> {
    /// The packs that a request names; nothing where it names none, which all packs answer.
    pub(super) named: Option<BTreeSet<&'g str>>,
    pub(super) old: &'g Guidance,
    pub(super) new: &'g Guidance,
}

/// All packs of both sides, and each choice of packs that both sides can be asked for.
pub(super) fn choices<'g>(old: &'g Guidance, new: &'g Guidance) -> Vec<PackChoice<'g>> {
    let all = PackChoice {
        named: None,
        old,
        new,
    };
    let before: Vec<_> = old.selections().map(|one| (packs(one), one)).collect();
    let both = new.selections().filter_map(|after| {
        let named = packs(after);
        let (_, before) = before.iter().find(|(packs, _)| *packs == named)?;
        Some(PackChoice {
            named: Some(named),
            old: before,
            new: after,
        })
    });
    let other = both.filter(|one| !(ptr::eq(one.old, old) && ptr::eq(one.new, new)));
    [all].into_iter().chain(other).collect()
}

/// The packs that a body of guidance is made of.
fn packs(guidance: &Guidance) -> BTreeSet<&str> {
    editions(guidance).into_keys().collect()
}

/// The packs that a body of guidance is made of, with their editions.
pub(super) fn editions(guidance: &Guidance) -> BTreeMap<&str, &str> {
    let packs = guidance.packs().iter();
    packs
        .map(|one| (one.pack.as_str(), one.edition.as_str()))
        .collect()
}
