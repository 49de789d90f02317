//! The order of the actions: that in which they are written, pack after pack, save where one of a later pack says
//! which earlier one it stands before. What presses most stands first in an answer whatever the order is.

use crate::guidance::diagnostic::{Code, Faults};
use crate::guidance::pack_schema::{WrittenAction, line};
use crate::guidance::parsed::{In, Parsed};

/// Puts every action that says so before the one that it names (SEMANTICS 3.4).
pub(super) fn arrange(parsed: &mut Parsed, faults: &mut Faults) {
    for place in 0..parsed.actions.len() {
        let (earlier, rest) = parsed.actions.split_at(place);
        let Some((entry, before)) = rest
            .first()
            .and_then(|entry| Some((entry, entry.part.before.as_ref()?)))
        else {
            continue;
        };
        let named = |other: &In<WrittenAction>| other.part.id.value == before.value;
        if let Some(found) = earlier.iter().position(named) {
            if let Some(moved) = parsed.actions.get_mut(found..=place) {
                moved.rotate_right(1);
            }
        } else {
            let message = format!("there is no earlier action `{}`", before.value);
            let help = "name an action that an earlier pack gives";
            faults.add(
                Code::UnknownItem,
                (&entry.file, line(before)),
                message,
                help,
            );
        }
    }
}
