//! What an operator's own lines may do: they stand beside those of the packs, and take nobody's place.

use super::fault::variants;
use crate::contract::catalogue::Slot;
use crate::guidance::diagnostic::{Code, Faults};
use crate::guidance::file::is_local;
use crate::guidance::pack_schema::{Word, WrittenLine, line};
use crate::guidance::parsed::{In, Parsed};

/// What the ids of all that is local begin with.
const PREFIX: &str = "local_";
const MOST_PROHIBITIONS: usize = 2;

pub(super) fn check(parsed: &Parsed, lines: &[&In<WrittenLine>], faults: &mut Faults) {
    for entry in parsed.controls.iter().filter(|entry| is_local(&entry.file)) {
        let place = (&*entry.file, entry.part.id.referenced.line());
        let message = "local guidance has no controls";
        let help = "leave it out: what a screen may do follows from what the packs say";
        faults.add(Code::Local, place, message, help);
    }
    for entry in parsed.terms.iter().filter(|entry| is_local(&entry.file)) {
        own_id(entry, &entry.part.id, faults);
    }
    let mut prohibitions = 0;
    for entry in parsed.lines.iter().filter(|entry| is_local(&entry.file)) {
        own_id(entry, &entry.part.id, faults);
        own_place(entry, faults);
    }
    for entry in lines.iter().filter(|entry| is_local(&entry.file)) {
        let mut slots = variants(&entry.part).map(|variant| variant.slot);
        if entry.part.slot == Slot::DoNot || slots.any(|slot| slot == Some(Slot::DoNot)) {
            prohibitions += 1;
            if prohibitions > MOST_PROHIBITIONS {
                let message = "local guidance has more than two lines of prohibitions";
                let help = "join them: the card has room for two";
                refuse(faults, entry, &entry.part.id, message, help);
            }
        }
    }
}

fn own_id<T>(entry: &In<T>, id: &Word, faults: &mut Faults) {
    if !id.value.starts_with(PREFIX) {
        let message = format!("`{}` is not the id of something local", id.value);
        let help =
            "begin it with `local_`: what the packs say is not removed, weakened or reworded";
        refuse(faults, entry, id, message, help);
    }
}

/// A local line stands among what to do or not to do, and takes no place from a line of the packs.
fn own_place(entry: &In<WrittenLine>, faults: &mut Faults) {
    let slots = variants(&entry.part).filter_map(|variant| variant.slot);
    let mut slots = slots.chain([entry.part.slot]);
    if slots.any(|slot| matches!(slot, Slot::Danger | Slot::Say)) {
        let message = "a local line says neither what is done about danger nor what to say";
        let help = "write `slot: do` or `slot: do_not`";
        refuse(faults, entry, &entry.part.id, message, help);
    }
    let first =
        variants(&entry.part).any(|variant| variant.stop.is_some() || variant.after.is_some());
    if first || entry.part.never_cut {
        let message = "a local line takes the place of another";
        let help = "leave `stop`, `after` and `never_cut` out: it stands where there is room";
        refuse(faults, entry, &entry.part.id, message, help);
    }
}

fn refuse<T>(
    faults: &mut Faults,
    entry: &In<T>,
    word: &Word,
    message: impl Into<String>,
    help: &str,
) {
    faults.add(Code::Local, (&entry.file, line(word)), message, help);
}
