//! The documents that describe the service: the `OpenAPI` document and the JSON Schemas.
//!
//! They are served as they are committed. Nothing is generated while the service runs.

use actix_web::{HttpRequest, HttpResponse, get};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::Schema;
use utoipa::{PartialSchema, ToSchema};

use super::accept;
use super::error::ApiError;
use super::problems::{DocumentProblems, StandingProblems, names};
use crate::contract::problem::Class;
use crate::intake::INCIDENT_SCHEMA;

const OPENAPI: &str = include_str!("../../openapi/signpost.json");

const SCHEMAS: [(&str, &str); 3] = [
    ("incident", INCIDENT_SCHEMA),
    ("advice", include_str!("../../schemas/advice.json")),
    ("problem", include_str!("../../schemas/problem.json")),
];

const SCHEMA_JSON: &str = "application/schema+json";

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
        StandingProblems
    )
)]
#[get("/openapi.json")]
pub(super) async fn openapi(request: HttpRequest) -> Result<HttpResponse, ApiError> {
    accept::check(&request, &["application/json"])?;
    Ok(HttpResponse::Ok()
        .content_type("application/json")
        .body(OPENAPI))
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
        DocumentProblems
    )
)]
#[get("/schemas/{name}.json")]
pub(super) async fn json_schema(request: HttpRequest) -> Result<HttpResponse, ApiError> {
    accept::check(&request, &["application/json", SCHEMA_JSON])?;
    let name = request.match_info().query("name");
    let known = SCHEMAS.iter().find(|(known, _)| *known == name);
    let (_, text) = known.ok_or(Class::NotFound)?;
    Ok(HttpResponse::Ok().content_type(SCHEMA_JSON).body(*text))
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
