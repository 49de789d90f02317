//! The `OpenAPI` 3.0.3 document.
//!
//! What 3.1 alone can say is said in the words of 3.0; everything else is kept as it stands. A test
//! holds the result to the members that 3.0 has, so that nothing unknown here can pass unseen.

use serde_json::{Map, Value, json};

use super::walk::{by_name, each, each_schema, without};

/// The document in 3.0.3, from 3.1.
pub fn from_3_1(document: &Value) -> Value {
    by_name(document, |name, value| match name {
        "openapi" => json!("3.0.3"),
        "info" => info(value),
        _ => part(value),
    })
}

/// The identifier of a licence came with 3.1. Our name of it says the same.
fn info(info: &Value) -> Value {
    by_name(info, |name, value| match name {
        "license" => without(value, &["identifier"]).into(),
        _ => value.clone(),
    })
}

/// Any part that is not a schema. These are alike in both formats, but for the schemas in them.
fn part(value: &Value) -> Value {
    match value {
        Value::Array(_) => each(value, part),
        _ => by_name(value, |name, value| match name {
            "schema" => schema(value),
            "schemas" => each(value, schema),
            "example" | "examples" => value.clone(),
            _ => part(value),
        }),
    }
}

fn schema(value: &Value) -> Value {
    let Value::Object(members) = each_schema(value, schema) else {
        return value.clone();
    };
    let alone = members.len() == 1;
    let mut converted = Map::new();
    for (name, value) in members {
        match name.as_str() {
            // 3.0 reads nothing that stands beside a reference.
            "$ref" if !alone => converted.insert("allOf".into(), json!([{ "$ref": value }])),
            // 3.0 has no word for it; the description says so.
            "contains" => None,
            "examples" => converted.insert("example".into(), first(value)),
            _ => converted.insert(name, value),
        };
    }
    converted.into()
}

/// A schema has room for one example.
fn first(examples: Value) -> Value {
    match examples {
        Value::Array(examples) => examples.into_iter().next().unwrap_or_default(),
        other => other,
    }
}
