//! Which items a line is for: each is in exactly one, and no line speaks of another's.

use std::collections::{BTreeMap, BTreeSet};

use super::fault::{add, variants};
use crate::guidance::diagnostic::{Code, Faults};
use crate::guidance::pack_schema::{Word, WrittenLine, line};
use crate::guidance::parsed::{In, Parsed};

pub(super) fn check(parsed: &Parsed, lines: &[&In<WrittenLine>], faults: &mut Faults) {
    each_item_in_one_line(parsed, lines, faults);
    nothing_is_lost(parsed, lines, faults);
    let contacts = contacts_of_items(parsed);
    for entry in lines {
        own_items(entry, faults);
        own_contacts(entry, &contacts, faults);
    }
}

/// Each prohibition and each action is in exactly one line (SEMANTICS 16.2).
fn each_item_in_one_line(parsed: &Parsed, lines: &[&In<WrittenLine>], faults: &mut Faults) {
    let mut lines_of: BTreeMap<&str, &Word> = BTreeMap::new();
    for entry in lines {
        for item in &entry.part.items {
            if let Some(other) = lines_of.insert(&item.value, &entry.part.id) {
                let message = format!("`{}` is in the line `{}` already", item.value, other.value);
                let help = "an item is in one line: take it out of one of them";
                add(faults, entry, item, message, help);
            }
        }
    }
    let prohibitions = parsed.prohibitions.iter();
    let prohibitions = prohibitions.map(|entry| (&entry.file, &entry.part.id));
    let actions = parsed.actions.iter();
    let actions = actions.map(|entry| (&entry.file, &entry.part.id));
    for (file, id) in prohibitions.chain(actions) {
        if !lines_of.contains_key(&*id.value) {
            let message = format!("`{}` is in no line of the card", id.value);
            let help = "name it in `items` of the line that says it, or write a line for it";
            faults.add(Code::Line, (file, line(id)), message, help);
        }
    }
}

/// A line that takes the place of an earlier one has all its items (SEMANTICS 16.2).
fn nothing_is_lost(parsed: &Parsed, lines: &[&In<WrittenLine>], faults: &mut Faults) {
    for entry in lines {
        let own = &entry.part;
        let replaced = parsed.lines.iter();
        let replaced = replaced.filter(|other| other.part.id.value == own.id.value);
        for item in replaced.flat_map(|other| &other.part.items) {
            if !own.items.iter().any(|own| own.value == item.value) {
                let message = format!("this line takes the place of one that has `{}`", item.value);
                let help = "name all items of the earlier line";
                add(faults, entry, &own.id, message, help);
            }
        }
    }
}

/// A line and its variants speak of its own items.
fn own_items(entry: &In<WrittenLine>, faults: &mut Faults) {
    let named =
        variants(&entry.part).flat_map(|variant| variant.names.iter().chain(&variant.covers));
    for item in named.chain(&entry.part.covers) {
        if !entry.part.items.iter().any(|own| own.value == item.value) {
            let message = format!("`{}` is no item of this line", item.value);
            let help = "name it in `items` of the line first";
            add(faults, entry, item, message, help);
        }
    }
}

/// A line offers contacts that one of its items names: any other it never would.
fn own_contacts(
    entry: &In<WrittenLine>,
    contacts: &BTreeMap<&str, BTreeSet<&str>>,
    faults: &mut Faults,
) {
    for contact in &entry.part.call {
        let mut items = entry.part.items.iter();
        let named = items.any(|item| {
            let named = contacts.get(&*item.value);
            named.is_some_and(|named| named.contains(&*contact.value))
        });
        if !named {
            let message = format!("no item of this line names the contact `{}`", contact.value);
            let help = "name it in `contacts` of the item, or take it out of `call`";
            add(faults, entry, contact, message, help);
        }
    }
}

/// For each item the contacts that it names, those that a later pack gives it among them.
fn contacts_of_items(parsed: &Parsed) -> BTreeMap<&str, BTreeSet<&str>> {
    let prohibitions = parsed.prohibitions.iter();
    let prohibitions = prohibitions
        .map(|In { file, part }| (&part.id, parsed.contacts_of(&part.id, file, &part.contacts)));
    let actions = parsed.actions.iter();
    let actions = actions
        .map(|In { file, part }| (&part.id, parsed.contacts_of(&part.id, file, &part.contacts)));
    let items = prohibitions.chain(actions);
    let named = items.map(|(item, contacts)| {
        let contacts = contacts.iter().map(|(_, contact)| &*contact.value);
        (&*item.value, contacts.collect())
    });
    named.collect()
}
