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

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::contract::pack::Pack;
use crate::http;

const SCHEMAS: [(&str, &str); 3] = [
    ("incident", "Incident"),
    ("advice", "Advice"),
    ("problem", "Problem"),
];

const COMPONENTS: &str = "#/components/schemas/";

/// The `OpenAPI` document.
pub fn openapi() -> Value {
    // Plain data with string keys always serialises, and a test compares the result.
    let document = serde_json::to_value(http::openapi()).unwrap_or_default();
    with_the_first_pack(answers::opened(&document))
}

/// The document with what utoipa has no word for: that a list of packs contains the first.
fn with_the_first_pack(mut document: Value) -> Value {
    let packs = document.pointer_mut("/components/schemas/Incident/properties/packs");
    if let Some(packs) = packs.and_then(Value::as_object_mut) {
        packs.insert("contains".into(), json!({ "const": Pack::FIRST.id() }));
    }
    document
}

/// The JSON Schemas, by name: each stands alone.
pub fn schemas() -> Vec<(&'static str, Value)> {
    let document = openapi();
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
pub fn files() -> Vec<(String, String)> {
    let current = openapi();
    let older = openapi_3_0::from_3_1(&current);
    let oldest = swagger_2_0::from_3_0(&older);
    let documents = [("", current), ("-3.0", older), ("-2.0", oldest)];
    let documents = documents.map(|(format, document)| {
        let name = format!("openapi/signpost{format}.json");
        (name, text(&document))
    });
    let schemas = schemas().into_iter();
    let schemas = schemas.map(|(name, schema)| (format!("schemas/{name}.json"), text(&schema)));
    documents.into_iter().chain(schemas).collect()
}

fn text(document: &Value) -> String {
    format!("{document:#}\n")
}

fn standalone(components: &Map<String, Value>, name: &str, root: &str) -> Value {
    let mut reached = BTreeSet::new();
    reach(components, root, &mut reached);
    reached.remove(root);
    let defs: Map<String, Value> = reached
        .into_iter()
        .filter_map(|part| Some((part.to_owned(), localised(components.get(part)?))))
        .collect();
    let mut schema = Map::new();
    schema.insert(
        "$schema".into(),
        json!("https://json-schema.org/draft/2020-12/schema"),
    );
    schema.insert("$id".into(), json!(format!("/schemas/{name}.json")));
    schema.insert("title".into(), json!(root));
    if let Some(Value::Object(own)) = components.get(root).map(localised) {
        schema.extend(own);
    }
    if !defs.is_empty() {
        schema.insert("$defs".into(), Value::Object(defs));
    }
    Value::Object(schema)
}

/// Adds a component and all that it refers to.
fn reach<'c>(components: &'c Map<String, Value>, name: &'c str, reached: &mut BTreeSet<&'c str>) {
    if !reached.insert(name) {
        return;
    }
    let mut waiting: Vec<&Value> = components.get(name).into_iter().collect();
    while let Some(value) = waiting.pop() {
        match value {
            Value::Object(members) => waiting.extend(members.values()),
            Value::Array(values) => waiting.extend(values),
            Value::String(text) => {
                if let Some(other) = text.strip_prefix(COMPONENTS) {
                    reach(components, other, reached);
                }
            }
            _ => {}
        }
    }
}

/// The schema with its references pointing at its own definitions.
fn localised(schema: &Value) -> Value {
    match schema {
        Value::Object(members) => members
            .iter()
            .map(|(name, value)| (name.clone(), localised(value)))
            .collect(),
        Value::Array(values) => values.iter().map(localised).collect(),
        Value::String(text) => match text.strip_prefix(COMPONENTS) {
            Some(name) => json!(format!("#/$defs/{name}")),
            None => schema.clone(),
        },
        other => other.clone(),
    }
}
