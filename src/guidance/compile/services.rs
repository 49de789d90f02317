//! What guidance stands on: sources with their statements, and contacts.

use std::path::{Path, PathBuf};

use serde_saphyr::Spanned;

use super::names::edition;
use super::{Compiler, values};
use crate::contract::advice::{Citation, Edition};
use crate::contract::contact::{Assurance, Contact};
use crate::contract::prerendered::Prerendered;
use crate::facts::{AnswerSet, Fact};
use crate::guidance::diagnostic::Code;
use crate::guidance::file::is_local;
use crate::guidance::model::{ContactId, Serving, StatementId};
use crate::guidance::pack_schema::{Word, WrittenHeader, line};
use crate::guidance::parsed::{In, Parsed};
use crate::guidance::review_dates::day;
use crate::index::IndexVec;

/// The answer of the fact `jurisdiction` that is no part of the United Kingdom.
const ABROAD: &str = "outside_uk";

impl Compiler {
    /// The packs' editions, and every statement by where it stands.
    pub(super) fn sources(
        &mut self,
        parsed: &Parsed,
    ) -> (
        Vec<Prerendered<Edition>>,
        IndexVec<StatementId, Prerendered<Citation>>,
    ) {
        let editions = parsed
            .headers
            .iter()
            .map(|entry| self.edition(entry))
            .collect();
        for folder in &parsed.folders {
            let headers = parsed
                .headers
                .iter()
                .filter(|entry| in_folder(&entry.file, folder));
            if headers.count() != 1 {
                let help = "write `pack:` in exactly one file of the folder";
                self.faults
                    .add(Code::Header, (folder, 0), "a pack has one header", help);
            }
        }
        let mut citations = IndexVec::default();
        for entry in &parsed.statements {
            let (file, part) = (&*entry.file, &entry.part);
            let folder = file.parent().unwrap_or(file);
            let sources = parsed
                .headers
                .iter()
                .filter(|header| in_folder(&header.file, folder))
                .flat_map(|header| &header.part.value.sources);
            let named = |word: &Word| sources.clone().find(|source| source.id == word.value);
            let source = match &part.source {
                Some(word) => named(word),
                None => sources.clone().next(),
            };
            for word in part.source.iter().chain(&part.also) {
                if named(word).is_none() {
                    let message = format!("there is no source `{}`", word.value);
                    let help = "name one of the header's sources";
                    self.faults
                        .add(Code::UnknownSource, (file, line(word)), message, help);
                }
            }
            self.urgencies.push(part.urgency);
            let id = citations.push(Prerendered::new(Citation {
                id: part.id.value.clone(),
                kind: part.kind,
                source: source.map(|source| source.id.clone()).unwrap_or_default(),
                also: values(&part.also),
                assurance: part.assurance,
                section: part.section.clone(),
                position: part.position.clone(),
            }));
            self.statements.give(&mut self.faults, file, &part.id, id);
        }
        (editions, citations)
    }

    fn edition(&mut self, entry: &In<Spanned<WrittenHeader>>) -> Prerendered<Edition> {
        let header = &entry.part.value;
        let place = (&*entry.file, entry.part.referenced.line());
        let named = self.packs.named(&header.id.value);
        if named.is_none() || !in_folder(&entry.file, Path::new(&header.id.value)) {
            let message = format!("`{}` is no pack of this folder", header.id.value);
            let known = self.packs.ids().collect::<Vec<_>>().join(", ");
            let help = format!("a pack stands in the folder of its id, which is one of: {known}");
            self.faults.add(Code::Header, place, message, help);
        }
        let is_first = header.id.value == self.packs.first().id;
        if is_first == header.left_out.is_some() {
            let help =
                "say in `left_out` what is missing without this pack; the first is never left out";
            self.faults
                .add(Code::Header, place, "`left_out` does not fit", help);
        }
        if let Some(left_out) = &header.left_out {
            self.title(&entry.file, &left_out.title);
        }
        self.edition_is_numbers(place, &header.edition);
        self.date(place, &header.effective_from);
        self.date(place, &header.review_by);
        for source in &header.sources {
            let (referenced, defined) = (entry.part.referenced, entry.part.defined);
            let id = Spanned::new(source.id.clone(), referenced, defined);
            self.sources.give(&mut self.faults, &entry.file, &id, ());
        }
        if header.sources.is_empty() {
            let help = "name at least one document in `sources`";
            self.faults.add(
                Code::Header,
                place,
                "a pack rests on at least one source",
                help,
            );
        }
        Prerendered::new(Edition {
            pack: header.id.value.clone(),
            title: header.title.clone(),
            edition: header.edition.clone(),
            voice: header.voice,
            effective_from: header.effective_from.clone(),
            changes: header.changes.clone(),
            sources: header.sources.clone(),
            limits: header.limits.clone(),
            review_by: header.review_by.clone(),
            review_overdue: false,
        })
    }

    /// The contacts, and where each of them serves.
    pub(super) fn contacts(
        &mut self,
        left_out: &[In<Spanned<WrittenHeader>>],
        entries: Vec<In<Spanned<Contact>>>,
    ) -> (
        IndexVec<ContactId, Prerendered<Contact>>,
        IndexVec<ContactId, Serving>,
    ) {
        let mut contacts = IndexVec::default();
        let mut places: IndexVec<ContactId, _> = IndexVec::default();
        for In { file, part } in entries {
            let place = (&*file, part.referenced.line());
            let id = Spanned::new(part.value.id.clone(), part.referenced, part.defined);
            let mut contact = part.value;
            self.check_contact(place, &contact);
            contact.local = is_local(&file);
            // What a role comes from may stand in a pack that was left out.
            let unknown = contact
                .statements
                .iter()
                .filter(|id| !self.statements.knows(id));
            for id in unknown.filter(|_| left_out.is_empty()) {
                let message = format!("there is no statement `{id}`");
                let help = "name the statements that the role comes from";
                self.faults
                    .add(Code::UnknownStatement, place, message, help);
            }
            let contact = contacts.push(Prerendered::new(contact));
            self.contacts.give(&mut self.faults, &file, &id, contact);
            places.push((file, part.referenced.line()));
        }
        self.fill(&contacts, &places);
        let jurisdiction = &self.vocabulary[self.vocabulary.jurisdiction()];
        let serving = contacts.map(|contact| serving(jurisdiction, contact));
        (contacts, serving)
    }

    /// Notes which services of the operator are named wherever a contact of the packs is.
    fn fill(
        &mut self,
        contacts: &IndexVec<ContactId, Prerendered<Contact>>,
        places: &IndexVec<ContactId, (PathBuf, u64)>,
    ) {
        for (id, contact) in contacts.iter_enumerated() {
            let Some(filled) = &contact.fills else {
                continue;
            };
            let mut fillable = contacts.iter_enumerated();
            let known = fillable.find(|(_, other)| other.id == *filled && other.fillable);
            if let Some((known, _)) = known.filter(|_| contact.local) {
                self.filling.entry(known).or_default().push(id);
            } else {
                let (file, line) = &places[id];
                let message = format!("`{}` cannot fill `{filled}`", contact.id);
                let help = "an operator's contact fills one that the packs mark as `fillable`";
                self.faults.add(Code::Contact, (file, *line), message, help);
            }
        }
    }

    fn check_contact(&mut self, place: (&Path, u64), contact: &Contact) {
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
                    ("source_url", !contact.source_url.is_empty()),
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
            self.faults.add(Code::Contact, place, message, help);
        }
        for (name, told) in [
            ("local", contact.local),
            ("review_overdue", contact.review_overdue),
        ] {
            if told {
                let message = format!("contact `{}` says `{name}`", contact.id);
                let help = "leave it out: the service tells it";
                self.faults.add(Code::Contact, place, message, help);
            }
        }
        for (_, date) in dated.iter().filter(|(_, date)| !date.is_empty()) {
            self.date(place, date);
        }
        let known = &self.vocabulary[self.vocabulary.jurisdiction()];
        for area in contact.service_areas() {
            if known.answer(area).is_none() {
                let message = format!("`{area}` is no service area");
                let help = "service areas are the answers of the fact `jurisdiction`";
                self.faults.add(Code::Contact, place, message, help);
            }
        }
    }

    /// Editions are told apart by their numbers, and label what is measured.
    pub(super) fn edition_is_numbers(&mut self, place: (&Path, u64), written: &str) {
        if edition(written).is_none() {
            let message = format!("`{written}` is not an edition");
            let help = "write three numbers: \"1.0.0\"";
            self.faults.add(Code::BadWord, place, message, help);
        }
    }

    fn date(&mut self, place: (&Path, u64), date: &str) {
        if day(date).is_none() {
            let message = format!("`{date}` is not a date");
            self.faults.add(
                Code::BadWord,
                place,
                message,
                "write year-month-day: \"2027-05-22\"",
            );
        }
    }
}

fn in_folder(file: &Path, folder: &Path) -> bool {
    file.parent() == Some(folder)
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
