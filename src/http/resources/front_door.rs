//! `GET /v1`: what the service is, and where to find everything.

use crate::contract::catalogue::{FrontDoor, Link};
use crate::guidance::Guidance;

const INTENDED_USE: &str = "Advice to a professional about an incident in which a child or young person \
     has sent, received, been asked for or been hurt by a sexual message or image. The professional decides.";

const LIMITS: &[&str] = &[
    "It advises; it never decides, scores, refers or reports.",
    "It does not speak to the child, and its words are not for the child.",
    "It is not legal advice. Law, services and procedures differ between nations; what each pack of guidance \
     rests on, and its limits, stand under `guidance`.",
    "It knows only the facts that it is sent. It takes no text, no image, no link and no hash, and keeps nothing.",
    "Contacts were compared with published pages on the day that each carries, not with the live services.",
];

const LINKS: &[Link] = &[
    link("advice", "/v1/advice", "Advice on an incident (POST)"),
    link(
        "facts",
        "/v1/facts",
        "What can be stated about an incident: build a form from it",
    ),
    link(
        "items",
        "/v1/items",
        "Every item of advice in brief: what an id stands for",
    ),
    link("actions", "/v1/actions", "What to do"),
    link("prohibitions", "/v1/prohibitions", "What not to do"),
    link("questions", "/v1/questions", "What to ask"),
    link("explanations", "/v1/explanations", "What to know"),
    link(
        "lines",
        "/v1/lines",
        "Every line that a card can have, with its wordings",
    ),
    link("contacts", "/v1/contacts", "Whom to contact"),
    link(
        "sources",
        "/v1/sources",
        "The documents, and what rests on each of their statements",
    ),
    link(
        "guidance",
        "/v1/guidance",
        "The packs of guidance, with editions and limits",
    ),
    link(
        "prevention",
        "/v1/prevention",
        "Working with children, and why they do it",
    ),
    link(
        "override_reasons",
        "/v1/override-reasons",
        "Codes to record when an item is not followed",
    ),
    link("openapi", "/openapi.json", "The OpenAPI document (3.1)"),
    link(
        "openapi_3_0",
        "/openapi-3.0.json",
        "The same as OpenAPI 3.0.3",
    ),
    link(
        "swagger_2_0",
        "/swagger-2.0.json",
        "The same as Swagger 2.0",
    ),
    link(
        "incident_schema",
        "/schemas/incident.json",
        "The JSON Schema of a request",
    ),
    link(
        "advice_schema",
        "/schemas/advice.json",
        "The JSON Schema of an answer",
    ),
    link(
        "docs",
        "/docs/",
        "The OpenAPI document as pages to read and try",
    ),
];

const fn link(rel: &'static str, href: &'static str, title: &'static str) -> Link {
    Link { rel, href, title }
}

/// The front door of a service with that guidance.
pub(super) fn front_door(guidance: &Guidance) -> FrontDoor<'_> {
    FrontDoor {
        name: env!("CARGO_PKG_NAME"),
        version: env!("CARGO_PKG_VERSION"),
        contract: "v1",
        intended_use: INTENDED_USE,
        limits: LIMITS,
        jurisdictions: &guidance.vocabulary()[guidance.vocabulary().jurisdiction()].answers,
        guidance: guidance.editions(),
        links: LINKS,
    }
}
