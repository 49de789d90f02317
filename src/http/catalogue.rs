//! The catalogue over HTTP: lists and entries, all out of the store.

use actix_web::{HttpRequest, HttpResponse, get};

use super::contacts;
use super::error::ApiError;
use super::front_door::front_door;
use super::problems::{EntryProblems, GuidanceProblems};
use super::state::Held;
use super::store::{Store, read};
use crate::contract::advice::{Edition, Source};
use crate::contract::catalogue::{
    ActionEntry, ActionList, Catalogue, ExplanationEntry, ExplanationList, FactEntry, FactList,
    FrontDoor, GuidanceList, ItemEntry, ItemList, OverrideReasonList, PackAssurance,
    PreventionEntry, PreventionList, ProhibitionEntry, ProhibitionList, QuestionEntry,
    QuestionList, SourceList, StatementEntry, StatementList, facts,
};
use crate::contract::contact::Contact;
use crate::contract::override_reason::{OVERRIDE_REASONS, OverrideReason};
use crate::facts::Vocabulary;
use crate::guidance::Guidance;

/// Puts the catalogue into the store.
pub(super) fn fill(store: &mut Store, guidance: &Guidance) {
    store.put("/v1", &front_door(guidance));
    vocabulary(store, guidance.vocabulary());
    items(store, guidance.catalogue());
    sources(store, guidance.catalogue());
    contacts::fill(store, guidance);
    let packs = guidance.editions();
    store.put("/v1/guidance", &GuidanceList { packs });
    for edition in packs {
        store.put(format!("/v1/guidance/{}", edition.pack), edition);
    }
    if let Some(assurance) = guidance.assurance() {
        for proved in &assurance.packs {
            store.put(
                format!("/v1/guidance/{}/assurance", proved.pack),
                &assurance,
            );
        }
    }
}

fn vocabulary(store: &mut Store, vocabulary: &Vocabulary) {
    let facts = facts(vocabulary);
    store.put("/v1/facts", &FactList { facts: &facts });
    for fact in &facts {
        store.put(format!("/v1/facts/{}", fact.name), fact);
    }
    let override_reasons = OVERRIDE_REASONS;
    store.put(
        "/v1/override-reasons",
        &OverrideReasonList { override_reasons },
    );
    for reason in override_reasons {
        store.put(format!("/v1/override-reasons/{}", reason.id), reason);
    }
}

fn items(store: &mut Store, catalogue: &Catalogue) {
    let Catalogue {
        items,
        actions,
        prohibitions,
        questions,
        explanations,
        prevention,
        ..
    } = catalogue;
    store.put("/v1/items", &ItemList { items });
    for item in items {
        store.put(format!("/v1/items/{}", item.id), item);
    }
    store.put("/v1/actions", &ActionList { actions });
    for action in actions {
        store.put(format!("/v1/actions/{}", action.id), action);
    }
    store.put("/v1/prohibitions", &ProhibitionList { prohibitions });
    for prohibition in prohibitions {
        store.put(format!("/v1/prohibitions/{}", prohibition.id), prohibition);
    }
    store.put("/v1/questions", &QuestionList { questions });
    for question in questions {
        store.put(format!("/v1/questions/{}", question.id), question);
    }
    store.put("/v1/explanations", &ExplanationList { explanations });
    for explanation in explanations {
        store.put(format!("/v1/explanations/{}", explanation.id), explanation);
    }
    store.put("/v1/prevention", &PreventionList { prevention });
    for entry in prevention {
        store.put(format!("/v1/prevention/{}", entry.id), entry);
    }
}

fn sources(store: &mut Store, catalogue: &Catalogue) {
    let Catalogue {
        sources,
        statements,
        ..
    } = catalogue;
    store.put("/v1/sources", &SourceList { sources });
    for source in sources {
        let path = format!("/v1/sources/{}", source.id);
        let own = statements.iter().filter(|own| own.source == source.id);
        let own: Vec<_> = own.collect();
        store.put(
            format!("{path}/statements"),
            &StatementList { statements: &own },
        );
        for statement in own {
            store.put(format!("{path}/statements/{}", statement.id), statement);
        }
        store.put(path, source);
    }
}

/// Declares resources that are read out of the store.
macro_rules! resources {
    ($(
        $(#[doc = $about:literal])*
        $name:ident $id:literal $path:literal $($parameter:literal)* => $body:ident, $others:ident;
    )*) => {
        $(
            $(#[doc = $about])*
            #[utoipa::path(
                tag = "catalogue",
                operation_id = $id,
                params($(($parameter = String, Path, description = "A stable id."),)*),
                responses(
                    (
                        status = 200,
                        description = "As it stands in the guidance that is loaded.",
                        body = $body,
                        content_type = "application/json"
                    ),
                    $others
                )
            )]
            #[get($path)]
            pub(super) async fn $name(
                request: HttpRequest,
                held: Held,
            ) -> Result<HttpResponse, ApiError> {
                read(&request, &held.served()?.catalogue)
            }
        )*
    };
}

resources! {
    /// Read the front door
    ///
    /// What the service is for and what it is not, which guidance is loaded, and where everything stands.
    front_page "getFrontDoor" "/v1" => FrontDoor, GuidanceProblems;

    /// List the facts
    ///
    /// What can be stated about an incident, with the boundary of each fact and the answers to offer:
    /// everything that a form needs.
    list_facts "listFacts" "/v1/facts" => FactList, GuidanceProblems;
    /// Read a fact
    ///
    /// One of the facts, as the list has it.
    get_fact "getFact" "/v1/facts/{name}" "name" => FactEntry, EntryProblems;

    /// List the items in brief
    ///
    /// What each id stands for, whatever its kind. Ids in an answer that are not items of the same answer,
    /// for example in `settles` or `holds_back`, are resolved here. Retired ids stay.
    list_items "listItems" "/v1/items" => ItemList, GuidanceProblems;
    /// Read what an id stands for
    ///
    /// What kind of item it is, its title, and where the whole of it stands.
    get_item "getItem" "/v1/items/{id}" "id" => ItemEntry, EntryProblems;

    /// List the actions
    ///
    /// What to do, apart from any incident.
    list_actions "listActions" "/v1/actions" => ActionList, GuidanceProblems;
    /// Read an action
    ///
    /// Its reasons, what it waits for, and what holds it back.
    get_action "getAction" "/v1/actions/{id}" "id" => ActionEntry, EntryProblems;

    /// List the prohibitions
    ///
    /// What not to do, apart from any incident.
    list_prohibitions "listProhibitions" "/v1/prohibitions" => ProhibitionList, GuidanceProblems;
    /// Read a prohibition
    ///
    /// Its reasons, and the actions that it holds back.
    get_prohibition "getProhibition" "/v1/prohibitions/{id}" "id" => ProhibitionEntry, EntryProblems;

    /// List the questions
    ///
    /// What to ask, apart from any incident.
    list_questions "listQuestions" "/v1/questions" => QuestionList, GuidanceProblems;
    /// Read a question
    ///
    /// The facts that its answer fills.
    get_question "getQuestion" "/v1/questions/{id}" "id" => QuestionEntry, EntryProblems;

    /// List the explanations
    ///
    /// Why things are so, apart from any incident.
    list_explanations "listExplanations" "/v1/explanations" => ExplanationList, GuidanceProblems;
    /// Read an explanation
    ///
    /// The items that it explains.
    get_explanation "getExplanation" "/v1/explanations/{id}" "id" => ExplanationEntry, EntryProblems;

    /// Read a contact
    ///
    /// How to reach it, whom it serves, and when that was last checked.
    get_contact "getContact" "/v1/contacts/{id}" "id" => Contact, EntryProblems;

    /// List the sources
    ///
    /// The documents that the guidance rests on.
    list_sources "listSources" "/v1/sources" => SourceList, GuidanceProblems;
    /// Read a source
    ///
    /// Who published it and when, and how it was identified.
    get_source "getSource" "/v1/sources/{id}" "id" => Source, EntryProblems;
    /// List the statements of a source
    ///
    /// By where each stands in the document, with the items that rest on it. Their words are not copied.
    list_statements "listStatements" "/v1/sources/{id}/statements" "id" => StatementList, EntryProblems;
    /// Read a statement
    ///
    /// Where it stands, and the items that rest on it.
    get_statement "getStatement" "/v1/sources/{id}/statements/{statement}" "id" "statement"
        => StatementEntry, EntryProblems;

    /// List the packs of guidance
    ///
    /// With their editions, sources and limits.
    list_guidance "listGuidance" "/v1/guidance" => GuidanceList, GuidanceProblems;
    /// Read a pack of guidance
    ///
    /// Its edition, sources and limits.
    get_guidance "getGuidance" "/v1/guidance/{pack}" "pack" => Edition, EntryProblems;
    /// Read what was proved of a pack
    ///
    /// What holds in every incident that can be stated, as it was proved when these packs were released, and
    /// what the proof does not cover. Not there for packs that are not just those that were released.
    get_assurance "getAssurance" "/v1/guidance/{pack}/assurance" "pack" => PackAssurance, EntryProblems;

    /// List what helps to prevent it
    ///
    /// How to work with children so that nothing happens, and why they do it.
    list_prevention "listPrevention" "/v1/prevention" => PreventionList, GuidanceProblems;
    /// Read one thing that helps to prevent it
    ///
    /// Something to do, or something to know.
    get_prevention "getPreventionEntry" "/v1/prevention/{id}" "id" => PreventionEntry, EntryProblems;

    /// List the reasons for not following an item
    ///
    /// Codes for the case system to record. There is nowhere to send them.
    list_override_reasons "listOverrideReasons" "/v1/override-reasons" => OverrideReasonList, GuidanceProblems;
    /// Read a reason for not following an item
    ///
    /// The code, and when it applies.
    get_override_reason "getOverrideReason" "/v1/override-reasons/{id}" "id"
        => OverrideReason, EntryProblems;
}
