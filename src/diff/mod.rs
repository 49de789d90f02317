//! Two editions of guidance side by side: which items have another status in which incidents, and which
//! words differ.
//!
//! Each side is drawn for itself, as sets of incidents. What it makes of its items is then copied into one
//! builder, over the incidents that both sides can be told: the same set is then the same node, and "old and
//! not new" is one operation. Nothing is sampled; what does not fit is said, and nothing else.
//!
//! 1. `choices`: what answers the same request before and after.
//! 2. `common`: the facts and answers that both sides know.
//! 3. `item_sets`: the statuses of an edition's items, as sets of incidents; `copier`: of common ones.
//! 4. `changed_statuses`: which items have which status in place of which; `status`: what that means.
//! 5. `published`, `texts`: the words of a side, and which of them differ.
//! 6. `report`: the result, as a program reads it.

mod changed_statuses;
mod choices;
mod common;
mod comparing;
mod copier;
mod item_sets;
mod published;
mod report;
mod status;
mod texts;

pub use self::common::{OldOrNew, OnlyOneSide};
pub use self::comparing::{MOST_NODES, compare};
pub use self::report::{Comparison, Difference, StatusChange};
pub use self::status::{Effect, StatusInAnswer};
pub use self::texts::TextChange;
pub use crate::mdd::LimitReached;
