//! The published contract as documents: what `signpost export` writes and a test compares.
//!
//! Everything is derived from the types of the contract and the one list of resources. Nothing is
//! written by hand, and nothing here touches a file. The `OpenAPI` document is published in two older
//! formats as well, each made from the one before, for importers that take nothing newer.

mod answers;
pub mod decision_table;
pub mod openapi_3_0;
pub mod swagger_2_0;
mod walk;

use serde_json::{Map, Value};

use crate::contract::incident_schema::components;
use crate::contract::json_schema::standalone;
use crate::facts::Vocabulary;
use crate::http;

const SCHEMAS: [(&str, &str); 3] = [
    ("incident", "Incident"),
    ("advice", "Advice"),
    ("problem", "Problem"),
];

/// The `OpenAPI` document.
pub fn openapi(vocabulary: &Vocabulary) -> Value {
    // Plain data with string keys always serialises, and a test compares the result.
    let document = serde_json::to_value(http::openapi(vocabulary)).unwrap_or_default();
    answers::opened(&with_incident(document, vocabulary))
}

/// The document with what an incident can say, in the order of the names.
fn with_incident(mut document: Value, vocabulary: &Vocabulary) -> Value {
    let schemas = document.pointer_mut("/components/schemas");
    if let Some(schemas) = schemas.and_then(Value::as_object_mut) {
        schemas.extend(components(vocabulary));
        schemas.sort_keys();
    }
    document
}

/// The JSON Schemas, by name: each stands alone.
pub fn schemas(vocabulary: &Vocabulary) -> Vec<(&'static str, Value)> {
    let document = openapi(vocabulary);
    let components = document
        .pointer("/components/schemas")
        .and_then(Value::as_object);
    let empty = Map::new();
    let components = components.unwrap_or(&empty);
    SCHEMAS
        .into_iter()
        .map(|(name, root)| (name, standalone(components, name, root)))
        .collect()
}

/// Every document, by its path, as it is committed.
pub fn files(vocabulary: &Vocabulary) -> Vec<(String, String)> {
    let current = openapi(vocabulary);
    let older = openapi_3_0::from_3_1(&current);
    let oldest = swagger_2_0::from_3_0(&older);
    let documents = [("", current), ("-3.0", older), ("-2.0", oldest)];
    let documents = documents.map(|(format, document)| {
        let name = format!("openapi/signpost{format}.json");
        (name, text(&document))
    });
    let schemas = schemas(vocabulary).into_iter();
    let schemas = schemas.map(|(name, schema)| (format!("schemas/{name}.json"), text(&schema)));
    documents.into_iter().chain(schemas).collect()
}

fn text(document: &Value) -> String {
    format!("{document:#}\n")
}
