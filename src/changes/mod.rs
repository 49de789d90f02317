//! Two editions side by side: which incidents are answered differently, and how.
//!
//! Both atlases are drawn in the same diagrams, so that what is the same set of incidents is the same
//! node, and every incident is compared at once.
//!
//! 1. `sheet`: everything that answers can say under one body of guidance, with its incidents.
//! 2. `moves`: what is said in other incidents than before; with `order` and `sequence` exactly where
//!    the answers differ, but for the editions that they name. `explain`: which moves only follow.
//! 3. `cover`: the incidents of each change as patterns in the words of `views`.
//! 4. `reporter`, `report`, `text`: the result, for programs and for people.

mod counts;
mod cover;
mod explain;
mod moves;
mod order;
mod report;
mod reporter;
mod sequence;
mod sheet;
mod text;
mod views;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::ptr;

pub use self::report::{Change, Changes, Comparison, Contradicting, Moved, Pattern};
pub use self::sheet::{Kind, Member, Subject};
use crate::atlas::Atlas;
use crate::contract::pack::Pack;
use crate::guidance::Guidance;

use self::reporter::Reporter;
use self::sheet::Sheet;

/// Compares the answers to every incident under one body of guidance and another, whichever packs a request
/// names.
pub fn between(old: &Guidance, new: &Guidance) -> Comparison {
    let mut choices = Vec::new();
    for (packs, before, after) in choices_of(old, new) {
        let changes = of_choice(before, after);
        choices.push(if choices.is_empty() {
            changes
        } else {
            changes.naming(&packs)
        });
    }
    Comparison { choices }
}

/// The pairs of bodies of guidance that answer the same request, all packs of each first, and the packs
/// that it names.
fn choices_of<'g>(
    old: &'g Guidance,
    new: &'g Guidance,
) -> Vec<(BTreeSet<Pack>, &'g Guidance, &'g Guidance)> {
    let mut pairs: Vec<(_, &Guidance, &Guidance)> = Vec::new();
    for one in old.choices().map(packs_of) {
        for other in new.choices().map(packs_of) {
            let packs = one.union(&other).copied().collect();
            let (before, after) = (old.of(Some(&packs)), new.of(Some(&packs)));
            let mut known = pairs.iter();
            if !known.any(|(_, old, new)| ptr::eq(*old, before) && ptr::eq(*new, after)) {
                pairs.push((packs, before, after));
            }
        }
    }
    pairs
}

fn packs_of(guidance: &Guidance) -> BTreeSet<Pack> {
    let packs = guidance.packs().iter();
    packs.filter_map(|one| Pack::named(&one.pack)).collect()
}

fn of_choice(old: &Guidance, new: &Guidance) -> Changes {
    let mut before = Atlas::of(old);
    let old_sheet = Sheet::of(&mut before);
    let mut after = Atlas::drawn(before.judge.next(new), new);
    let new_sheet = Sheet::of(&mut after);
    let moves = moves::moves(&mut after.judge.incidents, &old_sheet, &new_sheet);
    let changes = Reporter::new(&mut after.judge).changes(moves);
    Changes::new(old, new, changes)
}
