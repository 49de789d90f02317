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
