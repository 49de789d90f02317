//! Contacts in a few words.

use crate::contract::advice::{Advice, NamedContact};

/// The contacts of an item in a few words each: a name, and how to reach it at once.
pub(super) fn named(advice: &Advice<'_>, ids: &[&str]) -> Option<String> {
    let found = ids
        .iter()
        .filter_map(|id| advice.contacts.iter().find(|contact| contact.id == *id));
    let names: Vec<_> = found.map(|contact| short(contact)).collect();
    (!names.is_empty()).then(|| names.join("; "))
}

/// Those of them that can be rung or opened.
pub(super) fn reached(advice: &Advice<'_>, ids: &[&str]) -> Option<String> {
    let can_be = |id: &&str| {
        let mut contacts = advice.contacts.iter();
        contacts.any(|contact| contact.id == *id && !contact.role)
    };
    let ids: Vec<&str> = ids.iter().copied().filter(can_be).collect();
    named(advice, &ids)
}

fn short(contact: &NamedContact) -> String {
    let phone = contact.phones.first().map(|phone| &phone.number);
    match phone.or(contact.url.as_ref()) {
        Some(way) => format!("{}, {way}", contact.name),
        None => contact.name.clone(),
    }
}
