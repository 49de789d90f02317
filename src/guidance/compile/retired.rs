//! What packs no longer give: its ids are kept, so that an old record still finds its words.

use super::names::{Names, hint_at_nearest};
use super::text::check_edition;
use crate::guidance::diagnostic::{Code, Faults};
use crate::guidance::model::ItemId;
use crate::guidance::pack_schema::line;
use crate::guidance::parsed::{In, Parsed};

/// An id stands for one question, explanation or gap, or for one item that is retired.
pub(super) fn check_unique(given: &Parsed, retired: &Parsed, faults: &mut Faults) {
    let mut names = Names::new("item", Code::UnknownItem);
    for In { file, part } in &given.questions {
        names.give(faults, file, &part.id, ());
    }
    for In { file, part } in &given.explanations {
        names.give(faults, file, &part.id, ());
    }
    for In { file, part } in &given.not_covered {
        if !given.addresses(&part.id) {
            names.give(faults, file, &part.id, ());
        }
    }
    for (file, id, _) in retired.ids() {
        names.give(faults, file, id, ());
    }
}

/// An id stands for one item, whatever its kind, and what replaces an item is there.
pub(super) fn check_ids(
    given: &Parsed,
    retired: &Parsed,
    items: &Names<ItemId>,
    faults: &mut Faults,
) {
    let others = given
        .questions
        .iter()
        .map(|entry| (&*entry.file, &entry.part.id));
    let others = others.chain(
        given
            .explanations
            .iter()
            .map(|entry| (&*entry.file, &entry.part.id)),
    );
    let others = others.chain(retired.ids().map(|(file, id, _)| (file, id)));
    for (file, id) in others {
        if items.knows(&id.value) {
            let message = format!("the item `{}` is given twice", id.value);
            let help = "an id stands for one thing and is never reused";
            faults.add(Code::DuplicateId, (file, line(id)), message, help);
        }
    }
    for (file, id, retirement) in retired.ids() {
        if let Some(retirement) = retirement {
            check_edition(faults, (file, line(id)), &retirement.since);
        }
        let successor = retirement.and_then(|retirement| retirement.replaced_by.as_deref());
        let Some(successor) = successor else { continue };
        let mut known = given.ids().map(|(_, id, _)| id.value.as_str());
        if !known.any(|id| id == successor) {
            let message = format!("there is no item `{successor}` to replace `{}`", id.value);
            let help = hint_at_nearest(successor, given.ids().map(|(_, id, _)| id.value.as_str()));
            faults.add(Code::UnknownItem, (file, line(id)), message, help);
        }
    }
}
