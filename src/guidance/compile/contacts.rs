//! Whom one can turn to, and where each of them serves.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_saphyr::Spanned;

use super::conditions::Conditions;
use super::names::Names;
use super::statements::Statements;
use super::text::{CONTACT, check_address, check_date, check_within};
use crate::contract::contact::{Assurance, Contact};
use crate::contract::prerendered::Prerendered;
use crate::facts::{AnswerSet, Fact, Vocabulary};
use crate::guidance::diagnostic::{Code, Faults};
use crate::guidance::file::is_local;
use crate::guidance::model::{ContactId, NotNamed, Serving};
use crate::guidance::pack_schema::Word;
use crate::guidance::parsed::{In, Parsed};
use crate::index::IndexVec;

/// The answer of the fact `jurisdiction` that is no part of the United Kingdom.
const ABROAD: &str = "outside_uk";

/// Every contact, and by its name.
#[derive(Debug)]
pub(super) struct Contacts {
    pub(super) entries: IndexVec<ContactId, Prerendered<Contact>>,
    pub(super) serving: IndexVec<ContactId, Serving>,
    names: Names<ContactId>,
    /// For each contact that an operator's contacts fill, these.
    filling: BTreeMap<ContactId, Vec<ContactId>>,
}

/// The contacts, and where each of them serves.
pub(super) fn contacts(
    vocabulary: &Vocabulary,
    statements: &Statements,
    parsed: &mut Parsed,
    faults: &mut Faults,
) -> Contacts {
    let jurisdiction = &vocabulary[vocabulary.jurisdiction()];
    let mut names = Names::new("contact", Code::UnknownContact);
    let entries = std::mem::take(&mut parsed.contacts);
    let mut contacts = IndexVec::default();
    let mut places: IndexVec<ContactId, _> = IndexVec::default();
    for In { file, part } in entries {
        let place = (&*file, part.referenced.line());
        let id = Spanned::new(part.value.id.clone(), part.referenced, part.defined);
        let mut contact = part.value;
        check_contact(jurisdiction, faults, place, &contact);
        contact.local = is_local(&file);
        // What a role comes from may stand in a pack that was left out.
        let unknown = contact.statements.iter().filter(|id| !statements.knows(id));
        for id in unknown.filter(|_| parsed.left_out.is_empty()) {
            let message = format!("there is no statement `{id}`");
            let help = "name the statements that the role comes from";
            faults.add(Code::UnknownStatement, place, message, help);
        }
        let contact = contacts.push(Prerendered::new(contact));
        names.give(faults, &file, &id, contact);
        places.push((file, part.referenced.line()));
    }
    let filling = filling(&contacts, &places, faults);
    let serving = contacts.map(|contact| serving(jurisdiction, contact));
    Contacts {
        entries: contacts,
        serving,
        names,
        filling,
    }
}

impl Contacts {
    /// The contacts, each named in a file; after each those that fill it here (SEMANTICS 12.5).
    pub(super) fn named(&self, faults: &mut Faults, words: &[(&Path, &Word)]) -> Vec<ContactId> {
        let mut contacts = Vec::new();
        for (file, word) in words {
            if let Some(contact) = self.names.find(faults, file, word) {
                contacts.push(contact);
                contacts.extend(self.filling.get(&contact).into_iter().flatten());
            }
        }
        contacts
    }

    /// When contacts are named nowhere; those that fill a role go with it.
    pub(super) fn not_named(
        &self,
        parsed: &Parsed,
        conditions: &mut Conditions<'_>,
        faults: &mut Faults,
    ) -> Vec<NotNamed> {
        let entries = parsed.not_named.iter();
        let not_named = entries.map(|In { file, part }| {
            let when = conditions.condition(faults, file, &part.when);
            let words: Vec<_> = part.contacts.iter().map(|word| (&**file, word)).collect();
            NotNamed {
                when: conditions.builder.keep(when.now),
                contacts: self.named(faults, &words),
            }
        });
        not_named.collect()
    }
}

/// Notes which services of the operator are named wherever a contact of the packs is.
fn filling(
    contacts: &IndexVec<ContactId, Prerendered<Contact>>,
    places: &IndexVec<ContactId, (PathBuf, u64)>,
    faults: &mut Faults,
) -> BTreeMap<ContactId, Vec<ContactId>> {
    let mut filling = BTreeMap::<ContactId, Vec<ContactId>>::new();
    for (id, contact) in contacts.iter_enumerated() {
        let Some(filled) = &contact.fills else {
            continue;
        };
        let mut fillable = contacts.iter_enumerated();
        let known = fillable.find(|(_, other)| other.id == *filled && other.fillable);
        if let Some((known, _)) = known.filter(|_| contact.local) {
            filling.entry(known).or_default().push(id);
        } else {
            let (file, line) = &places[id];
            let message = format!("`{}` cannot fill `{filled}`", contact.id);
            let help = "an operator's contact fills one that the packs mark as `fillable`";
            faults.add(Code::Contact, (file, *line), message, help);
        }
    }
    filling
}

fn check_contact(jurisdiction: &Fact, faults: &mut Faults, place: (&Path, u64), contact: &Contact) {
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

/// Where a contact serves, in the answers of the fact that says where the child is.
fn serving(jurisdiction: &Fact, contact: &Contact) -> Serving {
    let areas = contact.service_areas().iter();
    let areas: AnswerSet = areas.filter_map(|area| jurisdiction.answer(area)).collect();
    let nations = jurisdiction.values().filter(|area| *area != ABROAD);
    let mut nations = nations.filter_map(|area| jurisdiction.answer(area));
    Serving {
        areas,
        everywhere: nations.all(|nation| areas.contains(nation)),
    }
}
