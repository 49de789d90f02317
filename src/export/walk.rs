//! How the conversions go through a document: an object or a list with what it holds rewritten.

use serde_json::{Map, Value};

/// The members of an object; none of any other value.
pub(super) fn members(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}

/// An object with each member rewritten by its name; any other value as it is.
pub(super) fn by_name(value: &Value, rewrite: impl Fn(&str, &Value) -> Value) -> Value {
    match value {
        Value::Object(members) => members
            .iter()
            .map(|(name, value)| (name.clone(), rewrite(name, value)))
            .collect(),
        other => other.clone(),
    }
}

/// An object or a list with each value in it rewritten; any other value as it is.
pub(super) fn each(value: &Value, rewrite: impl Fn(&Value) -> Value) -> Value {
    match value {
        Value::Array(values) => values.iter().map(rewrite).collect(),
        other => by_name(other, |_, value| rewrite(value)),
    }
}

/// A schema with each schema in it rewritten.
pub(super) fn each_schema(schema: &Value, rewrite: impl Fn(&Value) -> Value) -> Value {
    by_name(schema, |name, value| match name {
        "properties" | "allOf" => each(value, &rewrite),
        "items" | "additionalProperties" => rewrite(value),
        _ => value.clone(),
    })
}

/// An object without some of its members.
pub(super) fn without(value: &Value, left_out: &[&str]) -> Map<String, Value> {
    members(value)
        .filter(|(name, _)| !left_out.contains(&name.as_str()))
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect()
}
