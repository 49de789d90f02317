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

pub use self::report::{Change, Changes, Contradicting, Moved, Pattern};
pub use self::sheet::{Kind, Member, Subject};
use crate::atlas::Atlas;
use crate::guidance::Guidance;

use self::reporter::Reporter;
use self::sheet::Sheet;

/// Compares the answers to every incident under one body of guidance and another.
pub fn between(old: &Guidance, new: &Guidance) -> Changes {
    let mut before = Atlas::of(old);
    let old_sheet = Sheet::of(&mut before);
    let mut after = Atlas::drawn(before.judge.next(new), new);
    let new_sheet = Sheet::of(&mut after);
    let moves = moves::moves(&mut after.judge.incidents, &old_sheet, &new_sheet);
    let changes = Reporter::new(&mut after.judge).changes(moves);
    Changes::new(old, new, changes)
}
