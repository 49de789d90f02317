//! What an operator may add: items and contacts of their own, which hold nothing back, wait for nothing and
//! touch nothing of what the packs say.

use std::collections::BTreeSet;
use std::path::Path;

use crate::contract::advice::{UrgencyLevel, Voice};
use crate::guidance::diagnostic::{Code, Faults};
use crate::guidance::file::is_local;
use crate::guidance::pack_schema::{Word, WrittenGround, line};
use crate::guidance::parsed::{In, Parsed};

/// What the ids of all that is local begin with.
const PREFIX: &str = "local_";

/// The contacts that an action names which a prohibition can hold back, and the operator's that fill one of them.
fn held_contacts(parsed: &Parsed) -> BTreeSet<&str> {
    let prohibitions = parsed.prohibitions.iter();
    let held: BTreeSet<&str> = prohibitions
        .flat_map(|entry| &entry.part.holds_back)
        .map(|word| &*word.value)
        .collect();
    let actions = parsed.actions.iter().map(|entry| &entry.part);
    let actions = actions.filter(|action| held.contains(&*action.id.value));
    let mut contacts: BTreeSet<&str> = actions
        .flat_map(|action| &action.contacts)
        .map(|word| &*word.value)
        .collect();
    let filling = parsed.contacts.iter().map(|entry| &entry.part.value);
    let filling = filling.filter(|contact| {
        let role = contact.fills.as_deref();
        role.is_some_and(|role| contacts.contains(role))
    });
    let filling: Vec<&str> = filling.map(|contact| &*contact.id).collect();
    contacts.extend(filling);
    contacts
}

/// The entries that stand in the operator's directory.
fn local<T>(entries: &[In<T>]) -> impl Iterator<Item = (&Path, &T)> {
    let local = entries.iter().filter(|entry| is_local(&entry.file));
    local.map(|entry| (&*entry.file, &entry.part))
}

/// Refuses what an operator may not add.
pub(super) fn check_local(parsed: &Parsed, faults: &mut Faults) {
    check_local_ids(faults, parsed);
    check_local_contacts(faults, parsed);
    for (file, header) in local(&parsed.headers) {
        let place = (file, header.referenced.line());
        if header.value.voice != Voice::Local {
            refuse(
                faults,
                place,
                "it does not say that it is local",
                "write `voice: local`",
            );
        }
        if let Some(words) = &header.value.how_to_ask {
            let help = "leave it out: the packs say what a child may be asked";
            let message = "local guidance does not say how to ask";
            refuse(faults, (file, line(words)), message, help);
        }
        for gap in &header.value.addresses {
            let help = "what the packs do not cover stays told; add what helps beside it";
            refuse(
                faults,
                (file, line(gap)),
                "local guidance closes no gap",
                help,
            );
        }
    }
    for (file, gate) in local(&parsed.gates) {
        let help = "local items wait for nothing; gates belong to the packs";
        refuse(
            faults,
            (file, line(&gate.id)),
            "local guidance has no gates",
            help,
        );
    }
    for (file, control) in local(&parsed.controls) {
        let place = (file, control.id.referenced.line());
        let help = "leave it out: what a screen may do follows from what the packs say";
        refuse(faults, place, "local guidance has no controls", help);
    }
    for (file, not_named) in local(&parsed.not_named) {
        for contact in &not_named.contacts {
            let help =
                "leave it out; the contact that fills a role is named only where the role is";
            let message = "local guidance does not say when a contact is not named";
            refuse(faults, (file, line(contact)), message, help);
        }
    }
    for (file, further) in local(&parsed.extends) {
        let help = "add an item of your own beside it";
        let place = (file, line(&further.item));
        refuse(
            faults,
            place,
            "local guidance does not touch the items of the packs",
            help,
        );
    }
    for (file, prohibition) in local(&parsed.prohibitions) {
        for held in &prohibition.holds_back {
            let help = "local prohibitions stand beside what the packs say, and hold nothing back";
            refuse(
                faults,
                (file, line(held)),
                "local guidance holds nothing back",
                help,
            );
        }
        check_local_grounds(faults, file, &prohibition.grounds);
    }
    for (file, action) in local(&parsed.actions) {
        if let Some(gate) = &action.gate {
            let help = "local items wait for nothing";
            refuse(
                faults,
                (file, line(gate)),
                "a local action has no gate",
                help,
            );
        }
        if let Some(before) = &action.before {
            let help = "local actions stand after those of the packs that press as much";
            refuse(
                faults,
                (file, line(before)),
                "a local action takes no other's place",
                help,
            );
        }
        check_local_grounds(faults, file, &action.grounds);
    }
    for (file, question) in local(&parsed.questions) {
        if question.rank.is_some() {
            let place = (file, line(&question.id));
            let help = "the question about danger stands first";
            refuse(faults, place, "a local question does not stand first", help);
        }
    }
}

/// Nothing local names whom the packs keep from being told: whatever tells their name sends people to them.
fn check_local_contacts(faults: &mut Faults, parsed: &Parsed) {
    let untold = held_contacts(parsed);
    let prohibitions =
        local(&parsed.prohibitions).map(|(file, part)| (file, "prohibition", &part.contacts));
    let actions = local(&parsed.actions).map(|(file, part)| (file, "action", &part.contacts));
    let gaps = local(&parsed.not_covered).map(|(file, part)| (file, "gap", &part.contacts));
    for (file, kind, contacts) in prohibitions.chain(actions).chain(gaps) {
        let contacts = contacts.iter();
        for contact in contacts.filter(|contact| untold.contains(&*contact.value)) {
            let message = format!("a local {kind} does not name `{}`", contact.value);
            let help = "prohibitions of the packs can hold back what names that person, and hold back nothing local";
            refuse(faults, (file, line(contact)), message, help);
        }
    }
}

fn check_local_ids(faults: &mut Faults, parsed: &Parsed) {
    let mut ids: Vec<(&Path, &Word)> = Vec::new();
    ids.extend(local(&parsed.statements).map(|(file, part)| (file, &part.id)));
    ids.extend(local(&parsed.situations).map(|(file, part)| (file, &part.id)));
    ids.extend(local(&parsed.not_covered).map(|(file, part)| (file, &part.id)));
    ids.extend(local(&parsed.terms).map(|(file, part)| (file, &part.id)));
    ids.extend(local(&parsed.lines).map(|(file, part)| (file, &part.id)));
    let items = parsed.ids().map(|(file, id, _)| (file, id));
    ids.extend(items.filter(|(file, _)| is_local(file)));
    for (file, id) in ids
        .into_iter()
        .filter(|(_, id)| !id.value.starts_with(PREFIX))
    {
        refuse_id(faults, (file, line(id)), &id.value);
    }
    for (file, header) in local(&parsed.headers) {
        let foreign = header.value.sources.iter().map(|source| &*source.id);
        for id in foreign.filter(|id| !id.starts_with(PREFIX)) {
            refuse_id(faults, (file, header.referenced.line()), id);
        }
    }
    let named = local(&parsed.headers).next().is_some();
    for (file, contact) in local(&parsed.contacts) {
        let place = (file, contact.referenced.line());
        if !named {
            let help = "say in pack.yaml who adds this";
            refuse(faults, place, "this contact belongs to no pack", help);
        }
        if !contact.value.id.starts_with(PREFIX) {
            refuse_id(faults, place, &contact.value.id);
        }
    }
}

fn refuse_id(faults: &mut Faults, place: (&Path, u64), id: &str) {
    let message = format!("`{id}` is not the id of something local");
    let help = "begin it with `local_`: what the packs say is not removed, weakened or reworded";
    refuse(faults, place, message, help);
}

/// Nobody speaks here but the operator, and nothing here is as pressing as a life in danger.
fn check_local_grounds(faults: &mut Faults, file: &Path, grounds: &[WrittenGround]) {
    for ground in grounds {
        let place = (file, line(&ground.because));
        if ground.voice.is_some_and(|voice| voice != Voice::Local) {
            let help = "leave `voice` out";
            refuse(
                faults,
                place,
                "a local reason speaks with the local voice",
                help,
            );
        }
        if ground.urgency == Some(UrgencyLevel::Emergency) {
            let help = "write `urgent`: the emergency number stands first";
            refuse(faults, place, "a local reason is no emergency", help);
        }
    }
}

/// Refuses something that an operator may not add.
pub(super) fn refuse(
    faults: &mut Faults,
    place: (&Path, u64),
    message: impl Into<String>,
    help: &str,
) {
    faults.add(Code::Local, place, message, help);
}
