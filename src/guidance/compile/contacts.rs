//! Whom one can turn to, and where each of them serves.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_saphyr::Spanned;

use super::conditions::Conditions;
use super::contact_checks::check_contact;
use super::names::Names;
use super::statements::Statements;
use crate::contract::contact::Contact;
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
