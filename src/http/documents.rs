//! The documents that describe the service: the `OpenAPI` document and the JSON Schemas.
//!
//! They are served as they are committed. Nothing is generated while the service runs.

use actix_web::web::{Bytes, Data};
use actix_web::{HttpRequest, HttpResponse, get};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::Schema;
use utoipa::{PartialSchema, ToSchema};

use super::error::ApiError;
use super::problems::{EntryResponses, ListResponses, names};
use super::state::State;
use super::store::{JSON, Store, read};
use crate::intake::INCIDENT_SCHEMA;

const OPENAPI: &str = include_str!("../../openapi/signpost.json");

const SCHEMAS: [(&str, &str); 3] = [
    ("incident", INCIDENT_SCHEMA),
    ("advice", include_str!("../../schemas/advice.json")),
    ("problem", include_str!("../../schemas/problem.json")),
];

/// Puts the documents into the store.
pub(super) fn fill(store: &mut Store) {
    let text = |text: &'static str| Bytes::from_static(text.as_bytes());
    store.put_text("/openapi.json", JSON, text(OPENAPI));
    for (name, schema) in SCHEMAS {
        let path = format!("/schemas/{name}.json");
        store.put_text(path, "application/schema+json", text(schema));
    }
}

/// Read the OpenAPI document
///
/// This document: every resource with its requests, answers and problems.
#[utoipa::path(
    tag = "documents",
    operation_id = "getOpenApi",
    responses(
        (
            status = 200,
            description = "The OpenAPI document.",
            body = inline(AnyObject),
            content_type = "application/json"
        ),
        ListResponses
    )
)]
#[get("/openapi.json")]
pub(super) async fn openapi(
    request: HttpRequest,
    state: Data<State>,
) -> Result<HttpResponse, ApiError> {
    read(request, state).await
}

/// Read a JSON Schema
///
/// The schemas that requests are checked against and that answers keep to (JSON Schema 2020-12).
#[utoipa::path(
    tag = "documents",
    operation_id = "getSchema",
    params(("name" = inline(SchemaName), Path, description = "What the schema describes.")),
    responses(
        (
            status = 200,
            description = "The schema.",
            body = inline(AnyObject),
            content_type = "application/schema+json"
        ),
        EntryResponses
    )
)]
#[get("/schemas/{name}.json")]
pub(super) async fn json_schema(
    request: HttpRequest,
    state: Data<State>,
) -> Result<HttpResponse, ApiError> {
    read(request, state).await
}

/// The name of a published schema.
struct SchemaName;

impl PartialSchema for SchemaName {
    fn schema() -> RefOr<Schema> {
        names(SCHEMAS.iter().map(|(name, _)| *name))
    }
}

impl ToSchema for SchemaName {}

/// A JSON object that has a standard of its own.
struct AnyObject;

impl PartialSchema for AnyObject {
    fn schema() -> RefOr<Schema> {
        utoipa::openapi::ObjectBuilder::new().into()
    }
}

impl ToSchema for AnyObject {}
