//! The table of what advice rests on: contacts, sources with their statements, and the packs of guidance.

use super::contacts;
use super::lists::{ContactList, GuidanceList, SourceList, StatementList};
use super::resource::{ENTRY, Fill, LIST, Resource, body};
use crate::contract::advice::{Edition, Source};
use crate::contract::catalogue::{PackAssurance, StatementEntry};
use crate::contract::contact::Contact;
use crate::guidance::Catalogue;

/// What advice rests on, and whom it names.
pub(super) const TABLE: &[Resource] = &[
    Resource {
        path: "/v1/contacts",
        operation: "listContacts",
        summary: "List the contacts",
        description: "Services and people by role. None of them may be sent the material. Without a query all of them are\n\
                      listed; with both parameters, those that both keep.",
        body: body::<ContactList>,
        fill: Fill::Guidance(|put, guidance| {
            for (name, contacts) in contacts::lists(guidance) {
                put.json_as(
                    name,
                    &ContactList {
                        contacts: &contacts,
                    },
                );
            }
        }),
        parameters: contacts::parameters,
        select: contacts::select,
        ..LIST
    },
    Resource {
        path: "/v1/contacts/{id}",
        operation: "getContact",
        summary: "Read a contact",
        description: "How to reach it, whom it serves, and when that was last checked.",
        body: body::<Contact>,
        fill: Fill::Guidance(|put, guidance| {
            put.each(guidance.contacts(), |contact| &contact.id);
        }),
        ..ENTRY
    },
    Resource {
        path: "/v1/sources",
        operation: "listSources",
        summary: "List the sources",
        description: "The documents that the guidance rests on.",
        body: body::<SourceList>,
        fill: Fill::Guidance(|put, guidance| {
            put.json(&SourceList {
                sources: &guidance.catalogue().sources,
            });
        }),
        ..LIST
    },
    Resource {
        path: "/v1/sources/{id}",
        operation: "getSource",
        summary: "Read a source",
        description: "Who published it and when, and how it was identified.",
        body: body::<Source>,
        fill: Fill::Guidance(|put, guidance| {
            put.each(&guidance.catalogue().sources, |source| &source.id);
        }),
        ..ENTRY
    },
    Resource {
        path: "/v1/sources/{id}/statements",
        operation: "listStatements",
        summary: "List the statements of a source",
        description: "Those that stand in it, and those that it says as well, with the items that rest on each. Their words\n\
                      are not copied.",
        body: body::<StatementList>,
        fill: Fill::Guidance(|put, guidance| {
            let Catalogue {
                sources,
                statements,
                ..
            } = guidance.catalogue();
            for source in sources {
                let own: Vec<_> = statements
                    .iter()
                    .filter(|own| own.documents().any(|id| *id == source.id))
                    .collect();
                put.json_of(&[&source.id], &StatementList { statements: &own });
            }
        }),
        ..ENTRY
    },
    Resource {
        path: "/v1/sources/{id}/statements/{statement}",
        operation: "getStatement",
        summary: "Read a statement",
        description: "Where it stands, and the items that rest on it.",
        body: body::<StatementEntry>,
        fill: Fill::Guidance(|put, guidance| {
            for one in &guidance.catalogue().statements {
                one.documents()
                    .for_each(|source| put.json_of(&[source, &one.id], one));
            }
        }),
        ..ENTRY
    },
    Resource {
        path: "/v1/guidance",
        operation: "listGuidance",
        summary: "List the packs of guidance",
        description: "With their editions, sources and limits.",
        body: body::<GuidanceList>,
        fill: Fill::Guidance(|put, guidance| {
            put.json(&GuidanceList {
                packs: guidance.editions(),
            });
        }),
        ..LIST
    },
    Resource {
        path: "/v1/guidance/{pack}",
        operation: "getGuidance",
        summary: "Read a pack of guidance",
        description: "Its edition, sources and limits.",
        body: body::<Edition>,
        fill: Fill::Guidance(|put, guidance| {
            put.each(guidance.editions(), |edition| &edition.pack);
        }),
        ..ENTRY
    },
    Resource {
        path: "/v1/guidance/{pack}/assurance",
        operation: "getAssurance",
        summary: "Read what was proved of a pack",
        description: "What holds in every incident that can be stated, as it was proved when these packs were released, and\n\
                      what the proof does not cover. Not there for packs that are not just those that were released.",
        body: body::<PackAssurance>,
        fill: Fill::Guidance(|put, guidance| {
            if let Some(assurance) = guidance.assurance() {
                let packs = assurance.packs.iter();
                packs.for_each(|proved| put.json_of(&[&proved.pack], &assurance));
            }
        }),
        ..ENTRY
    },
];
