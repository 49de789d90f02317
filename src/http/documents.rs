//! The documents that describe the service: the `OpenAPI` document and the JSON Schemas.
//!
//! They are served as they are committed. Nothing is generated while the service runs.

use actix_web::web::{Bytes, Data};
use actix_web::{HttpRequest, HttpResponse, get};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{AdditionalProperties, ObjectBuilder, Schema};
use utoipa::{PartialSchema, ToSchema};

use super::error::ApiError;
use super::problems::{NamedProblems, StandingProblems, names};
use super::state::State;
use super::store::{JSON, Store, read};

const OPENAPI: [(&str, &str); 3] = [
    ("/openapi.json", include_str!("../../openapi/signpost.json")),
    (
        "/openapi-3.0.json",
        include_str!("../../openapi/signpost-3.0.json"),
    ),
    (
        "/swagger-2.0.json",
        include_str!("../../openapi/signpost-2.0.json"),
    ),
];

const SCHEMAS: [(&str, &str); 3] = [
    ("incident", include_str!("../../schemas/incident.json")),
    ("advice", include_str!("../../schemas/advice.json")),
    ("problem", include_str!("../../schemas/problem.json")),
];

/// Puts the documents into the store.
pub(super) fn fill(store: &mut Store) {
    let text = |text: &'static str| Bytes::from_static(text.as_bytes());
    for (path, document) in OPENAPI {
        store.put_text(path, JSON, text(document));
    }
    for (name, schema) in SCHEMAS {
        let path = format!("/schemas/{name}.json");
        store.put_text(path, "application/schema+json", text(schema));
    }
}

/// Declares resources that are a document of their own.
macro_rules! documents {
    ($($(#[doc = $about:literal])* $name:ident $id:literal $path:literal $description:literal;)*) => {$(
        $(#[doc = $about])*
        #[utoipa::path(
            tag = "documents",
            operation_id = $id,
            responses(
                (
                    status = 200,
                    description = $description,
                    body = JsonDocument,
                    content_type = "application/json"
                ),
                StandingProblems
            )
        )]
        #[get($path)]
        pub(super) async fn $name(
            request: HttpRequest,
            state: Data<State>,
        ) -> Result<HttpResponse, ApiError> {
            read(&request, &state.documents)
        }
    )*};
}

documents! {
    /// Read the OpenAPI document
    ///
    /// The whole contract: every resource with its requests, answers and problems.
    openapi "getOpenApi" "/openapi.json" "The OpenAPI 3.1 document.";

    /// Read the OpenAPI document in the format 3.0.3
    ///
    /// The same contract, for importers that take nothing newer.
    openapi_3_0 "getOpenApi30" "/openapi-3.0.json" "The OpenAPI 3.0.3 document.";

    /// Read the OpenAPI document in the format Swagger 2.0
    ///
    /// The same contract, for importers that take nothing newer.
    swagger_2_0 "getSwagger20" "/swagger-2.0.json" "The Swagger 2.0 document.";
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
            body = JsonDocument,
            content_type = "application/schema+json"
        ),
        NamedProblems
    )
)]
#[get("/schemas/{name}.json")]
pub(super) async fn json_schema(
    request: HttpRequest,
    state: Data<State>,
) -> Result<HttpResponse, ApiError> {
    read(&request, &state.documents)
}

/// The name of a published schema.
struct SchemaName;

impl PartialSchema for SchemaName {
    fn schema() -> RefOr<Schema> {
        names(SCHEMAS.iter().map(|(name, _)| *name))
    }
}

impl ToSchema for SchemaName {}

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
