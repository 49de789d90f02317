//! The table of what advice can be made of: facts, items, prevention, and the reasons for not following an item.

use super::front_door::front_door;
use super::lists::{
    ActionList, ExplanationList, FactList, ItemList, LineList, OverrideReasonList, PreventionList,
    ProhibitionList, QuestionList,
};
use super::resource::{ENTRY, Fill, LIST, Resource, body};
use crate::contract::catalogue::{
    FactEntry, FrontDoor, ItemEntry, LineEntry, PreventionEntry, facts,
};
use crate::contract::override_reason::{OVERRIDE_REASONS, OverrideReason};
use crate::guidance::{WrittenAction, WrittenExplanation, WrittenProhibition, WrittenQuestion};

/// What advice can be made of, apart from any incident.
pub(super) const TABLE: &[Resource] = &[
    Resource {
        path: "/v1",
        operation: "getFrontDoor",
        summary: "Read the front door",
        description: "What the service is for and what it is not, which guidance is loaded, and where everything stands.",
        body: body::<FrontDoor>,
        fill: Fill::Guidance(|put, guidance| put.json(&front_door(guidance))),
        ..LIST
    },
    Resource {
        path: "/v1/facts",
        operation: "listFacts",
        summary: "List the facts",
        description: "What can be stated about an incident, with the boundary of each fact and the answers to offer:\n\
                      everything that a form needs.",
        body: body::<FactList>,
        fill: Fill::Guidance(|put, guidance| {
            put.json(&FactList {
                facts: &facts(guidance.vocabulary()),
            });
        }),
        ..LIST
    },
    Resource {
        path: "/v1/facts/{name}",
        operation: "getFact",
        summary: "Read a fact",
        description: "One of the facts, as the list has it.",
        body: body::<FactEntry>,
        fill: Fill::Guidance(|put, guidance| {
            put.each(&facts(guidance.vocabulary()), |fact| fact.name);
        }),
        ..ENTRY
    },
    Resource {
        path: "/v1/items",
        operation: "listItems",
        summary: "List the items in brief",
        description: "What each id stands for, whatever its kind. Ids in an answer that are not items of the same answer,\n\
                      for example in `settles` or `holds_back`, are resolved here. Retired ids stay.",
        body: body::<ItemList>,
        fill: Fill::Guidance(|put, guidance| {
            put.json(&ItemList {
                items: &guidance.catalogue().items,
            });
        }),
        ..LIST
    },
    Resource {
        path: "/v1/items/{id}",
        operation: "getItem",
        summary: "Read what an id stands for",
        description: "What kind of item it is, its title, and where the whole of it stands.",
        body: body::<ItemEntry>,
        fill: Fill::Guidance(|put, guidance| {
            put.each(&guidance.catalogue().items, |item| &item.id);
        }),
        ..ENTRY
    },
    Resource {
        path: "/v1/actions",
        operation: "listActions",
        summary: "List the actions",
        description: "What to do, apart from any incident.",
        body: body::<ActionList>,
        fill: Fill::Guidance(|put, guidance| {
            put.json(&ActionList {
                actions: &guidance.catalogue().actions,
            });
        }),
        ..LIST
    },
    Resource {
        path: "/v1/actions/{id}",
        operation: "getAction",
        summary: "Read an action",
        description: "Its reasons, what it waits for, and what holds it back.",
        body: body::<WrittenAction>,
        fill: Fill::Guidance(|put, guidance| {
            put.each(&guidance.catalogue().actions, |action| &action.id.value);
        }),
        ..ENTRY
    },
    Resource {
        path: "/v1/prohibitions",
        operation: "listProhibitions",
        summary: "List the prohibitions",
        description: "What not to do, apart from any incident.",
        body: body::<ProhibitionList>,
        fill: Fill::Guidance(|put, guidance| {
            put.json(&ProhibitionList {
                prohibitions: &guidance.catalogue().prohibitions,
            });
        }),
        ..LIST
    },
    Resource {
        path: "/v1/prohibitions/{id}",
        operation: "getProhibition",
        summary: "Read a prohibition",
        description: "Its reasons, and the actions that it holds back.",
        body: body::<WrittenProhibition>,
        fill: Fill::Guidance(|put, guidance| {
            put.each(&guidance.catalogue().prohibitions, |prohibition| {
                &prohibition.id.value
            });
        }),
        ..ENTRY
    },
    Resource {
        path: "/v1/questions",
        operation: "listQuestions",
        summary: "List the questions",
        description: "What to ask, apart from any incident.",
        body: body::<QuestionList>,
        fill: Fill::Guidance(|put, guidance| {
            put.json(&QuestionList {
                questions: &guidance.catalogue().questions,
            });
        }),
        ..LIST
    },
    Resource {
        path: "/v1/questions/{id}",
        operation: "getQuestion",
        summary: "Read a question",
        description: "The facts that its answer fills.",
        body: body::<WrittenQuestion>,
        fill: Fill::Guidance(|put, guidance| {
            put.each(&guidance.catalogue().questions, |question| {
                &question.id.value
            });
        }),
        ..ENTRY
    },
    Resource {
        path: "/v1/explanations",
        operation: "listExplanations",
        summary: "List the explanations",
        description: "Why things are so, apart from any incident.",
        body: body::<ExplanationList>,
        fill: Fill::Guidance(|put, guidance| {
            put.json(&ExplanationList {
                explanations: &guidance.catalogue().explanations,
            });
        }),
        ..LIST
    },
    Resource {
        path: "/v1/explanations/{id}",
        operation: "getExplanation",
        summary: "Read an explanation",
        description: "The items that it explains.",
        body: body::<WrittenExplanation>,
        fill: Fill::Guidance(|put, guidance| {
            put.each(&guidance.catalogue().explanations, |explanation| {
                &explanation.id.value
            });
        }),
        ..ENTRY
    },
    Resource {
        path: "/v1/lines",
        operation: "listLines",
        summary: "List the lines of the card",
        description: "Every sentence that a card can say, with its wordings, the items that it is for and the facts that it\n\
                      hangs on, apart from any incident.",
        body: body::<LineList>,
        fill: Fill::Guidance(|put, guidance| {
            put.json(&LineList {
                lines: &guidance.catalogue().lines,
            });
        }),
        ..LIST
    },
    Resource {
        path: "/v1/lines/{id}",
        operation: "getLine",
        summary: "Read a line of the card",
        description: "Its wordings, as each pack has them.",
        body: body::<LineEntry>,
        fill: Fill::Guidance(|put, guidance| {
            put.each(&guidance.catalogue().lines, |line| &line.id);
        }),
        ..ENTRY
    },
    Resource {
        path: "/v1/prevention",
        operation: "listPrevention",
        summary: "List what helps to prevent it",
        description: "How to work with children so that nothing happens, and why they do it.",
        body: body::<PreventionList>,
        fill: Fill::Guidance(|put, guidance| {
            put.json(&PreventionList {
                prevention: &guidance.catalogue().prevention,
            });
        }),
        ..LIST
    },
    Resource {
        path: "/v1/prevention/{id}",
        operation: "getPreventionEntry",
        summary: "Read one thing that helps to prevent it",
        description: "Something to do, or something to know.",
        body: body::<PreventionEntry>,
        fill: Fill::Guidance(|put, guidance| {
            put.each(&guidance.catalogue().prevention, |entry| &entry.id);
        }),
        ..ENTRY
    },
    Resource {
        path: "/v1/override-reasons",
        operation: "listOverrideReasons",
        summary: "List the reasons for not following an item",
        description: "Codes for the case system to record. There is nowhere to send them.",
        body: body::<OverrideReasonList>,
        fill: Fill::Guidance(|put, _| {
            put.json(&OverrideReasonList {
                override_reasons: OVERRIDE_REASONS,
            });
        }),
        ..LIST
    },
    Resource {
        path: "/v1/override-reasons/{id}",
        operation: "getOverrideReason",
        summary: "Read a reason for not following an item",
        description: "The code, and when it applies.",
        body: body::<OverrideReason>,
        fill: Fill::Guidance(|put, _| put.each(OVERRIDE_REASONS, |reason| reason.id)),
        ..ENTRY
    },
];
