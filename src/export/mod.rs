//! The published contract as documents: what `signpost export` writes and a test compares.
//!
//! Everything is derived from the types of the contract and the one list of resources. Nothing is
//! written by hand, and nothing here touches a file. The `OpenAPI` document is published in two older
//! formats as well, each made from the one before, for importers that take nothing newer.

mod answers;
#[cfg(feature = "authoring")]
pub mod decision_table;
pub mod openapi_3_0;
pub mod swagger_2_0;
mod walk;

use serde_json::{Map, Value};

use crate::contract::incident_schema::components;
use crate::contract::json_schema::standalone;
use crate::guidance::Guidance;
use crate::http::{self, Documents};

/// The JSON Schemas, each with the component that it is of.
const SCHEMAS: [(&str, &str); 3] = {
    let [incident, advice, problem] = Documents::SCHEMAS;
    [
        (incident, "Incident"),
        (advice, "Advice"),
        (problem, "Problem"),
    ]
};

/// The `OpenAPI` document.
pub fn openapi(guidance: &Guidance) -> Value {
    // Plain data with string keys always serialises, and a test compares the result.
    let document = serde_json::to_value(http::openapi(guidance.vocabulary())).unwrap_or_default();
    answers::opened(&with_incident(document, guidance))
}

/// The document with what an incident can say, in the order of the names.
fn with_incident(mut document: Value, guidance: &Guidance) -> Value {
    let schemas = document.pointer_mut("/components/schemas");
    if let Some(schemas) = schemas.and_then(Value::as_object_mut) {
        schemas.extend(components(guidance.vocabulary(), guidance.pack_names()));
        schemas.sort_keys();
    }
    document
}

/// Every document, as its text.
pub fn documents(guidance: &Guidance) -> Documents {
    let current = openapi(guidance);
    let older = openapi_3_0::from_3_1(&current);
    let oldest = swagger_2_0::from_3_0(&older);
    Documents {
        schemas: SCHEMAS.map(|(name, root)| text(&schema(&current, name, root))),
        openapi: text(&current),
        openapi_3_0: text(&older),
        swagger_2_0: text(&oldest),
    }
}

/// Every document, by its path, as it is committed.
pub fn files(guidance: &Guidance) -> Vec<(String, String)> {
    let Documents {
        openapi,
        openapi_3_0,
        swagger_2_0,
        schemas,
    } = documents(guidance);
    let formats = [("", openapi), ("-3.0", openapi_3_0), ("-2.0", swagger_2_0)];
    let formats = formats.into_iter();
    let formats = formats.map(|(format, text)| (format!("openapi/signpost{format}.json"), text));
    let schemas = Documents::SCHEMAS.into_iter().zip(schemas);
    let schemas = schemas.map(|(name, text)| (format!("schemas/{name}.json"), text));
    formats.chain(schemas).collect()
}

/// One of the JSON Schemas: it stands alone.
fn schema(document: &Value, name: &str, root: &str) -> Value {
    let components = document.pointer("/components/schemas");
    let none = Map::new();
    let components = components.and_then(Value::as_object).unwrap_or(&none);
    standalone(components, name, root)
}

fn text(document: &Value) -> String {
    format!("{document:#}\n")
}
