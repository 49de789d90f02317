//! Contacts in a few words.

use crate::contract::advice::Advice;
use crate::contract::contact::Contact;

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
        contacts.any(|contact| contact.id == *id && contact.service.is_some())
    };
    let ids: Vec<&str> = ids.iter().copied().filter(can_be).collect();
    named(advice, &ids)
}

fn short(contact: &Contact) -> String {
    match &contact.service {
        None => name(contact),
        Some(service) => {
            let way = service.phones.first().map(|phone| &phone.number);
            match way.or(service.url.as_ref()) {
                Some(way) => format!("{}, {way}", service.name),
                None => service.name.clone(),
            }
        }
    }
}

/// What a contact is called.
pub(super) fn name(contact: &Contact) -> String {
    let service = contact.service.as_ref().map(|service| &service.name);
    let role = contact.role.as_ref().map(|role| &role.name);
    service.or(role).unwrap_or(&contact.id).clone()
}
