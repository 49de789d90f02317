//! What a contact must have, and what it may not say of itself.

use std::path::Path;

use super::text::{CONTACT, check_address, check_date, check_within};
use crate::contract::contact::{Assurance, Contact};
use crate::facts::Fact;
use crate::guidance::diagnostic::{Code, Faults};

/// Tells what a contact lacks, and what of it cannot be used.
pub(super) fn check_contact(
    jurisdiction: &Fact,
    faults: &mut Faults,
    place: (&Path, u64),
    contact: &Contact,
) {
    let mut missing = Vec::new();
    let dated = [
        ("checked_on", &contact.checked_on),
        ("review_by", &contact.review_by),
    ];
    missing.extend(
        dated
            .iter()
            .filter(|(_, date)| date.is_empty())
            .map(|(name, _)| *name),
    );
    match (&contact.service, &contact.role) {
        (Some(_), None) => {
            let needed = [
                ("audience", contact.audience.is_some()),
                ("not_for", contact.not_for.is_some()),
                ("assurance", contact.assurance != Assurance::NoDetails),
                ("audiences", !contact.audiences.is_empty()),
                ("may_receive_image", contact.may_receive_image.is_some()),
                ("pages", !contact.pages.is_empty()),
            ];
            missing.extend(
                needed
                    .iter()
                    .filter(|(_, there)| !there)
                    .map(|(name, _)| *name),
            );
        }
        (None, Some(_)) if contact.statements.is_empty() => missing.push("statements"),
        (None, Some(_)) => {}
        _ => missing.push("either service or role"),
    }
    for name in missing {
        let message = format!("contact `{}` lacks {name}", contact.id);
        let help = "a service says whom it is for, how it was checked and when";
        faults.add(Code::Contact, place, message, help);
    }
    for (name, told) in [
        ("local", contact.local),
        ("review_overdue", contact.review_overdue),
    ] {
        if told {
            let message = format!("contact `{}` says `{name}`", contact.id);
            let help = "leave it out: the service tells it";
            faults.add(Code::Contact, place, message, help);
        }
    }
    for (what, _) in told(contact).filter(|(what, text)| says_nothing(what, text)) {
        let message = format!("contact `{}` has an empty {what}", contact.id);
        let help = "write what it is, or leave out what there is none of";
        faults.add(Code::Contact, place, message, help);
    }
    let url = contact
        .service
        .as_ref()
        .and_then(|service| service.url.as_ref());
    for address in url
        .into_iter()
        .chain(contact.pages.iter().map(|page| &page.url))
    {
        check_address(faults, place, address);
    }
    for text in shown(contact) {
        check_within(&CONTACT, faults, place, text);
    }
    for (_, date) in dated.iter().filter(|(_, date)| !date.is_empty()) {
        check_date(faults, place, date);
    }
    for area in contact.service_areas() {
        if jurisdiction.answer(area).is_none() {
            let message = format!("`{area}` is no service area");
            let help = "service areas are the answers of the fact `jurisdiction`";
            faults.add(Code::Contact, place, message, help);
        }
    }
}

/// Whether it is empty; so is a number that cannot be dialled.
fn says_nothing(what: &str, text: &str) -> bool {
    let number = what == "number";
    text.trim().is_empty() || (number && !text.contains(|c: char| c.is_ascii_digit()))
}

/// Every text of a contact, with what it is.
fn told(contact: &Contact) -> impl Iterator<Item = (&'static str, &str)> {
    let service = contact.service.iter().flat_map(|service| {
        let written = [
            ("name", Some(&service.name)),
            ("description", Some(&service.description)),
        ];
        written.into_iter().chain([
            ("url", service.url.as_ref()),
            ("email", service.email.as_ref()),
        ])
    });
    let role = contact.role.iter().flat_map(|role| {
        [
            ("name", Some(&role.name)),
            ("description", Some(&role.description)),
        ]
    });
    let own = [
        ("audience", contact.audience.as_ref()),
        ("not_for", contact.not_for.as_ref()),
    ];
    let phones = contact.service.iter().flat_map(|service| &service.phones);
    let phones = phones.flat_map(|phone| {
        [
            ("number", Some(&phone.number)),
            ("description", phone.description.as_ref()),
        ]
    });
    let hours = contact
        .service
        .iter()
        .flat_map(|service| &service.schedules);
    let hours = hours.map(|hours| ("schedule", Some(&hours.description)));
    let pages = contact.pages.iter().flat_map(|page| {
        [
            ("publisher", &page.publisher),
            ("title", &page.title),
            ("published", &page.published),
        ]
    });
    let pages = pages.map(|(what, text)| (what, Some(text)));
    let told = service
        .chain(role)
        .chain(own)
        .chain(phones)
        .chain(hours)
        .chain(pages);
    told.filter_map(|(what, text)| Some((what, text?.as_str())))
}

/// What an answer shows of a contact in words.
fn shown(contact: &Contact) -> impl Iterator<Item = &String> {
    let service = contact.service.as_ref();
    let name = service.map(|service| &service.name);
    let name = name.or(contact.role.as_ref().map(|role| &role.name));
    let hours = service.into_iter().flat_map(|one| &one.schedules);
    let phones = service.into_iter().flat_map(|one| &one.phones);
    let told = hours.map(|hours| &hours.description);
    let told = told.chain(phones.filter_map(|phone| phone.description.as_ref()));
    name.into_iter().chain(&contact.not_for).chain(told)
}
