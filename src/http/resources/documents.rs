//! The table of what describes the service: the `OpenAPI` documents, the JSON Schemas and the problems.
//!
//! They are written once, when the service begins.

use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{AdditionalProperties, ObjectBuilder, Schema};
use utoipa::{IntoResponses, PartialSchema, ToSchema};

use super::resource::{Fill, LIST, Resource, body, names_in};
use crate::contract::problem::{Class, Problem, Refusal};
use crate::http::documents::Documents;
use crate::http::problems::{NamedProblems, StandingProblems, names};

/// What describes the service, for machines.
pub(super) const TABLE: &[Resource] = &[
    Resource {
        path: "/openapi.json",
        operation: "getOpenApi",
        summary: "Read the OpenAPI document",
        description: "The whole contract: every resource with its requests, answers and problems.",
        answer: "The OpenAPI 3.1 document.",
        fill: Fill::Documents(|put, documents| put.text_of(&[], &documents.openapi)),
        ..DOCUMENT
    },
    Resource {
        path: "/openapi-3.0.json",
        operation: "getOpenApi30",
        summary: "Read the OpenAPI document in the format 3.0.3",
        description: "The same contract, for importers that take nothing newer.",
        answer: "The OpenAPI 3.0.3 document.",
        fill: Fill::Documents(|put, documents| put.text_of(&[], &documents.openapi_3_0)),
        ..DOCUMENT
    },
    Resource {
        path: "/swagger-2.0.json",
        operation: "getSwagger20",
        summary: "Read the OpenAPI document in the format Swagger 2.0",
        description: "The same contract, for importers that take nothing newer.",
        answer: "The Swagger 2.0 document.",
        fill: Fill::Documents(|put, documents| put.text_of(&[], &documents.swagger_2_0)),
        ..DOCUMENT
    },
    Resource {
        path: "/schemas/{name}.json",
        operation: "getSchema",
        summary: "Read a JSON Schema",
        description: "The schemas that requests are checked against and that answers keep to (JSON Schema 2020-12).",
        parameters: |path| {
            let schemas = || names(Documents::SCHEMAS);
            names_in(path, "What the schema describes.", schemas)
        },
        answer: "The schema.",
        media_type: "application/schema+json",
        problems: NamedProblems::responses,
        fill: Fill::Documents(|put, documents| {
            for (name, schema) in Documents::SCHEMAS.iter().zip(&documents.schemas) {
                put.text_of(&[name], schema);
            }
        }),
        ..DOCUMENT
    },
    Resource {
        path: "/problems/{name}",
        operation: "getProblemType",
        summary: "Describe a class of failure",
        description: "What a problem's `type` leads to: the fixed texts of the class.",
        parameters: |path| {
            let classes = || names(Class::ALL.iter().map(|class| class.name()));
            names_in(path, "The last part of a problem's `type`.", classes)
        },
        answer: "The class of failure.",
        body: body::<Problem>,
        problems: NamedProblems::responses,
        fill: Fill::Program(|put| {
            for class in Class::ALL {
                put.json_of(&[class.name()], &Refusal::from(*class).problem());
            }
        }),
        ..DOCUMENT
    },
];

const DOCUMENT: Resource = Resource {
    tag: "documents",
    body: body::<JsonDocument>,
    problems: StandingProblems::responses,
    ..LIST
};

/// A document in JSON that has a standard of its own.
struct JsonDocument;

impl PartialSchema for JsonDocument {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .description(Some("A document in JSON that has a standard of its own."))
            .additional_properties(Some(AdditionalProperties::<Schema>::FreeForm(true)))
            .into()
    }
}

impl ToSchema for JsonDocument {}
