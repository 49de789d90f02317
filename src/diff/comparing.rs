//! From two bodies of guidance to what differs.

use std::panic::resume_unwind;
use std::thread;

use super::changed_statuses::changed_statuses;
use super::choices::{PackChoice, choices};
use super::common::Common;
use super::copier::copied;
use super::item_sets::DrawnEdition;
use super::published::published;
use super::report::{Comparison, Difference};
use super::texts::text_changes;
use crate::guidance::Guidance;
use crate::mdd::{Builder, LimitReached};

/// How many nodes each side, and what they have in common, may have where nobody says otherwise: three times what
/// they take, and together below three gigabytes.
pub const MOST_NODES: usize = 16_000_000;

/// Compares the answers of two bodies of guidance, whichever packs a request names, with diagrams of at most so
/// many nodes for each side.
///
/// # Errors
///
/// That was not enough.
pub fn compare(old: &Guidance, new: &Guidance, limit: usize) -> Result<Comparison, LimitReached> {
    let choices = choices(old, new);
    let differences = choices.iter().map(|choice| difference(choice, limit));
    Ok(Comparison::new(differences.collect::<Result<_, _>>()?))
}

fn difference(choice: &PackChoice<'_>, limit: usize) -> Result<Difference, LimitReached> {
    let common = Common::of(choice.old.vocabulary(), choice.new.vocabulary());
    let [old, new] = draw_both(choice, limit)?;
    let mut builder = Builder::new(common.variables(&new.symbolic), limit);
    let [old, new] = [old, new].map(|side| copied(side, &common, &mut builder));
    builder.check()?;
    let changed = changed_statuses(&mut builder, &old, &new);
    builder.check()?;
    let texts = text_changes(&published(choice.old), &published(choice.new));
    Ok(Difference::new(choice, common, &builder, &changed, texts))
}

/// Draws both sides at once.
fn draw_both<'g>(
    choice: &PackChoice<'g>,
    limit: usize,
) -> Result<[DrawnEdition<'g>; 2], LimitReached> {
    thread::scope(|scope| {
        let old = scope.spawn(|| DrawnEdition::of(choice.old, limit));
        let new = DrawnEdition::of(choice.new, limit);
        let old = old.join().unwrap_or_else(|panic| resume_unwind(panic));
        Ok([old?, new?])
    })
}
