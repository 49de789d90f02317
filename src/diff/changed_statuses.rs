//! Which items have another status in which incidents.

use super::item_sets::ItemSets;
use super::status::{Effect, StatusInAnswer};
use crate::mdd::{Builder, Node};

/// An item that has one status in place of another, and where.
#[derive(Debug)]
pub(super) struct ChangedStatus<'i> {
    pub(super) item: &'i ItemSets,
    pub(super) effect: Effect,
    pub(super) from: StatusInAnswer,
    pub(super) to: StatusInAnswer,
    pub(super) incidents: Node,
}

/// Every item that has another status in some incident. Of one item, no incident is in two sets.
pub(super) fn changed_statuses<'i>(
    builder: &mut Builder,
    old: &'i [ItemSets],
    new: &'i [ItemSets],
) -> Vec<ChangedStatus<'i>> {
    let mut changed = Vec::new();
    for item in new {
        let before = old.iter().find(|one| one.same_item(item));
        of_item(builder, item, [before, Some(item)], &mut changed);
    }
    for item in old {
        if !new.iter().any(|one| one.same_item(item)) {
            of_item(builder, item, [Some(item), None], &mut changed);
        }
    }
    changed
}

fn of_item<'i>(
    builder: &mut Builder,
    item: &'i ItemSets,
    [old, new]: [Option<&ItemSets>; 2],
    changed: &mut Vec<ChangedStatus<'i>>,
) {
    if let [Some(old), Some(new)] = [old, new]
        && old.sets == new.sets
    {
        return;
    }
    // What protected on either side is a protection.
    let protects = [old, new].iter().flatten().any(|one| one.protects);
    let [old, new] = [old, new].map(|item| every_status(builder, item));
    for (from, before) in old {
        for (to, after) in new.iter().filter(|(to, _)| *to != from) {
            let incidents = builder.and(before, *after);
            if incidents != Node::FALSE {
                changed.push(ChangedStatus {
                    item,
                    effect: Effect::of(protects, from, *to),
                    from,
                    to: *to,
                    incidents,
                });
            }
        }
    }
}

/// Each status with its incidents: together they are all incidents.
fn every_status(builder: &mut Builder, item: Option<&ItemSets>) -> Vec<(StatusInAnswer, Node)> {
    let mut sets = item.map_or_else(Vec::new, |item| item.sets.clone());
    let present = sets
        .iter()
        .fold(Node::FALSE, |any, (_, set)| builder.or(any, *set));
    sets.push((StatusInAnswer::Absent, builder.not(present)));
    sets
}
