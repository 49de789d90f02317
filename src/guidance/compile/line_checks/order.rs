//! The order in which prohibitions are read: welfare, evidence, law (SEMANTICS 16.9).

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::path::Path;

use super::fault::add;
use crate::contract::advice::Protects;
use crate::contract::catalogue::Slot;
use crate::guidance::diagnostic::Faults;
use crate::guidance::pack_schema::{Word, WrittenLine};
use crate::guidance::parsed::{In, Parsed};

/// Lines of prohibitions are written in the order in which they are read.
pub(super) fn check(parsed: &Parsed, lines: &[&In<WrittenLine>], faults: &mut Faults) {
    let protects = |item: &Word| {
        let mut prohibitions = parsed.prohibitions.iter();
        let found = prohibitions.find(|entry| entry.part.id.value == item.value);
        found.map(|entry| Reverse(entry.part.protects))
    };
    let mut before: BTreeMap<&Path, Reverse<Protects>> = BTreeMap::new();
    for entry in lines {
        let own = entry.part.items.iter().filter_map(protects).min();
        let Some(own) = own.filter(|_| entry.part.slot == Slot::DoNot) else {
            continue;
        };
        let folder = entry.file.parent().unwrap_or(&entry.file);
        let before = before.entry(folder).or_insert(own);
        if own < *before {
            let message = "this line protects what comes before that of the line above it";
            let help = "write what protects welfare first, then evidence, then law";
            add(faults, entry, &entry.part.id, message, help);
        }
        *before = (*before).max(own);
    }
}
