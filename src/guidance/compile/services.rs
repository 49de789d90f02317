//! What guidance stands on: sources with their statements, and contacts.

use std::path::Path;

use serde_saphyr::Spanned;

use super::Compiler;
use super::names::{is_id, line};
use crate::contract::advice::{Citation, Edition};
use crate::contract::contact::Contact;
use crate::contract::incident::FactId;
use crate::contract::piece::Piece;
use crate::guidance::diagnostic::Code;
use crate::guidance::load::{In, Parsed};
use crate::guidance::source::Header;

/// The fact whose answers are the codes of service areas.
pub(super) const JURISDICTION: &str = "jurisdiction";
/// The answer of it that is no part of the United Kingdom.
const ABROAD: &str = "outside_uk";

impl Compiler {
    /// The packs' editions, and every statement by where it stands.
    pub(super) fn sources(
        &mut self,
        parsed: &Parsed,
    ) -> (Vec<Piece<Edition>>, Vec<Piece<Citation>>) {
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
        let mut citations = Vec::new();
        for entry in &parsed.statements {
            let (file, part) = (&*entry.file, &entry.part);
            let folder = file.parent().unwrap_or(file);
            let sources = parsed
                .headers
                .iter()
                .filter(|header| in_folder(&header.file, folder))
                .flat_map(|header| &header.part.value.sources);
            let source = match &part.source {
                Some(word) => sources.clone().find(|source| source.id == word.value),
                None => sources.clone().next(),
            };
            if let (Some(word), None) = (&part.source, source) {
                let message = format!("there is no source `{}`", word.value);
                let help = "name one of the header's sources";
                self.faults
                    .add(Code::UnknownSource, (file, line(word)), message, help);
            }
            self.statements
                .give(&mut self.faults, file, &part.id, citations.len());
            citations.push(Piece::new(Citation {
                id: part.id.value.clone(),
                kind: part.kind,
                source: source.map(|source| source.id.clone()).unwrap_or_default(),
                section: part.section.clone(),
                position: part.position.clone(),
            }));
        }
        (editions, citations)
    }

    fn edition(&mut self, entry: &In<Spanned<Header>>) -> Piece<Edition> {
        let header = &entry.part.value;
        let place = (&*entry.file, entry.part.referenced.line());
        if !is_id(&header.id) {
            let message = format!("`{}` is not an id", header.id);
            self.faults.add(
                Code::BadWord,
                place,
                message,
                "use letters, digits and underscores",
            );
        }
        self.date(place, &header.review_by);
        if header.sources.is_empty() {
            let help = "name at least one document in `sources`";
            self.faults.add(
                Code::Header,
                place,
                "a pack rests on at least one source",
                help,
            );
        }
        Piece::new(Edition {
            pack: header.id.clone(),
            title: header.title.clone(),
            edition: header.edition.clone(),
            sources: header.sources.clone(),
            limits: header.limits.clone(),
            review_by: header.review_by.clone(),
        })
    }

    /// The contacts, and for each answer of `jurisdiction` (last: open) which of them serve there.
    pub(super) fn contacts(
        &mut self,
        entries: Vec<In<Spanned<Contact>>>,
    ) -> (Vec<Piece<Contact>>, Vec<Vec<bool>>) {
        let mut contacts = Vec::new();
        for In { file, part } in entries {
            let place = (&*file, part.referenced.line());
            let id = Spanned::new(part.value.id.clone(), part.referenced, part.defined);
            self.contacts
                .give(&mut self.faults, &file, &id, contacts.len());
            self.check_contact(place, &part.value);
            contacts.push(Piece::new(part.value));
        }
        let areas = FactId::named(JURISDICTION).map_or(&[][..], |id| id.fact().answers);
        let serves = |contact: &Contact, area: &str| {
            contact.service_areas().iter().any(|served| served == area)
        };
        let mut serving: Vec<Vec<bool>> = areas
            .iter()
            .map(|area| {
                contacts
                    .iter()
                    .map(|contact| serves(contact, area.value))
                    .collect()
            })
            .collect();
        let nations = || {
            areas
                .iter()
                .map(|area| area.value)
                .filter(|area| *area != ABROAD)
        };
        let everywhere = |contact: &Piece<Contact>| nations().all(|area| serves(contact, area));
        serving.push(contacts.iter().map(everywhere).collect());
        (contacts, serving)
    }

    fn check_contact(&mut self, place: (&Path, u64), contact: &Contact) {
        let mut missing = Vec::new();
        match (&contact.service, &contact.role) {
            (Some(_), None) => {
                let needed = [
                    ("audience", contact.audience.is_some()),
                    ("not_for", contact.not_for.is_some()),
                    ("may_receive_image", contact.may_receive_image.is_some()),
                    ("assurance", contact.assurance.is_some()),
                    ("checked_on", contact.checked_on.is_some()),
                    ("review_by", contact.review_by.is_some()),
                    ("source_url", !contact.source_url.is_empty()),
                ];
                missing.extend(
                    needed
                        .iter()
                        .filter(|(_, there)| !there)
                        .map(|(name, _)| *name),
                );
            }
            (None, Some(_)) => {}
            _ => missing.push("either service or role"),
        }
        for name in missing {
            let message = format!("contact `{}` lacks {name}", contact.id);
            let help = "a service says whom it is for, how it was checked and when";
            self.faults.add(Code::Contact, place, message, help);
        }
        for date in [&contact.checked_on, &contact.review_by]
            .into_iter()
            .flatten()
        {
            self.date(place, date);
        }
        let known = FactId::named(JURISDICTION);
        for area in contact.service_areas() {
            if known.and_then(|fact| fact.answer(area)).is_none() {
                let message = format!("`{area}` is no service area");
                let help = "service areas are the answers of the fact `jurisdiction`";
                self.faults.add(Code::Contact, place, message, help);
            }
        }
    }

    fn date(&mut self, place: (&Path, u64), date: &str) {
        let well_made = date.len() == 10
            && date.bytes().enumerate().all(|(at, byte)| match at {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        if !well_made {
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
