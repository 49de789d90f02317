//! What an operator's own lines may do: they stand beside those of the packs, and take nobody's place.

use super::fault::variants;
use crate::contract::catalogue::Slot;
use crate::guidance::compile::local::refuse;
use crate::guidance::diagnostic::Faults;
use crate::guidance::file::is_local;
use crate::guidance::pack_schema::{WrittenLine, line};
use crate::guidance::parsed::{In, Parsed};

const MOST_PROHIBITIONS: usize = 2;

pub(super) fn check(parsed: &Parsed, lines: &[&In<WrittenLine>], faults: &mut Faults) {
    for entry in parsed.lines.iter().filter(|entry| is_local(&entry.file)) {
        own_place(entry, faults);
    }
    let local = lines.iter().filter(|entry| is_local(&entry.file));
    for entry in local
        .filter(|entry| forbids(&entry.part))
        .skip(MOST_PROHIBITIONS)
    {
        let message = "local guidance has more than two lines of prohibitions";
        let help = "join them: the card has room for two";
        refuse(faults, (&entry.file, line(&entry.part.id)), message, help);
    }
}

/// Whether a line can stand among what must not be done.
fn forbids(line: &WrittenLine) -> bool {
    let mut slots = variants(line).map(|variant| variant.slot);
    line.slot == Slot::DoNot || slots.any(|slot| slot == Some(Slot::DoNot))
}

/// A local line stands among what to do or not to do, and takes no place from a line of the packs.
fn own_place(entry: &In<WrittenLine>, faults: &mut Faults) {
    let place = (&*entry.file, line(&entry.part.id));
    let slots = variants(&entry.part).filter_map(|variant| variant.slot);
    let mut slots = slots.chain([entry.part.slot]);
    if slots.any(|slot| matches!(slot, Slot::Danger | Slot::Say)) {
        let message = "a local line says neither what is done about danger nor what to say";
        let help = "write `slot: do` or `slot: do_not`";
        refuse(faults, place, message, help);
    }
    let first =
        variants(&entry.part).any(|variant| variant.stop.is_some() || variant.after.is_some());
    if first || entry.part.never_cut {
        let message = "a local line takes the place of another";
        let help = "leave `stop`, `after` and `never_cut` out: it stands where there is room";
        refuse(faults, place, message, help);
    }
}
