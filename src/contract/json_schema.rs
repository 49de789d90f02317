//! From the components of an `OpenAPI` document to a JSON Schema that stands alone.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

/// Where an `OpenAPI` document keeps its schemas.
pub const COMPONENTS: &str = "#/components/schemas/";

/// One of the components with all that it refers to, published under that name.
pub fn standalone(components: &Map<String, Value>, name: &str, root: &str) -> Value {
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
pub fn reach<'c>(
    components: &'c Map<String, Value>,
    name: &'c str,
    reached: &mut BTreeSet<&'c str>,
) {
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

/// The schema with its references pointing at its own definitions, in the vocabulary of JSON Schema alone: what `OpenAPI`
/// adds for generators is left out, and an example is one of a list.
fn localised(schema: &Value) -> Value {
    match schema {
        Value::Object(members) => members
            .iter()
            .filter(|(name, _)| !is_for_generators(name, members))
            .map(|(name, value)| match (name.as_str(), value) {
                ("properties", Value::Object(named)) => (name.clone(), each(named)),
                ("example", value) => ("examples".to_owned(), json!([value])),
                (_, value) => (name.clone(), localised(value)),
            })
            .collect(),
        Value::Array(values) => values.iter().map(localised).collect(),
        Value::String(text) => match text.strip_prefix(COMPONENTS) {
            Some(name) => json!(format!("#/$defs/{name}")),
            None => schema.clone(),
        },
        other => other.clone(),
    }
}

/// Whether a member of a schema is a word of `OpenAPI` alone: an extension, or the size of a number.
fn is_for_generators(name: &str, members: &Map<String, Value>) -> bool {
    let is_number = members.get("type").is_some_and(|of| of == "integer");
    name.starts_with("x-") || (name == "format" && is_number)
}

/// Schemas by name, whatever the name is.
fn each(named: &Map<String, Value>) -> Value {
    named
        .iter()
        .map(|(name, schema)| (name.clone(), localised(schema)))
        .collect()
}
