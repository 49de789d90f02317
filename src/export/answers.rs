//! Answers are open: within v1 they can gain members and words. The published schemas say so in the
//! way that generated clients of every kind understand.
//!
//! - No object of an answer is closed, although the same type may be where guidance is read: a client
//!   that checks what it reads would fail on a new member.
//! - A set of words is a string where it stands. As a type of its own it becomes, in some languages,
//!   a wrapper that equals no string.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::walk::{by_name, each, members, without};
use crate::contract::json_schema::{COMPONENTS, reach};

/// The document with its answers open.
pub(super) fn opened(document: &Value) -> Value {
    let none = Map::new();
    let components = document.pointer("/components/schemas");
    let components = components.and_then(Value::as_object).unwrap_or(&none);
    let spelled = spelled(document, components);
    let mut stated = BTreeSet::new();
    reach(components, "Incident", &mut stated);
    by_name(&spelled, |name, value| match name {
        "components" => by_name(value, |name, value| match name {
            "schemas" => schemas(value, &stated),
            _ => value.clone(),
        }),
        _ => value.clone(),
    })
}

/// The schemas without the sets of words, and closed only where they are part of a request.
fn schemas(schemas: &Value, stated: &BTreeSet<&str>) -> Value {
    let kept = members(schemas).filter(|(_, schema)| !is_words(schema));
    kept.map(|(name, schema)| {
        let schema = if stated.contains(name.as_str()) || schema["additionalProperties"] != false {
            schema.clone()
        } else {
            without(schema, &["additionalProperties"]).into()
        };
        (name.clone(), schema)
    })
    .collect()
}

fn is_words(schema: &Value) -> bool {
    schema.get("x-extensible-enum").is_some()
}

/// Any part of the document with each reference to a set of words replaced by the set.
fn spelled(value: &Value, components: &Map<String, Value>) -> Value {
    let name = value["$ref"]
        .as_str()
        .and_then(|to| to.strip_prefix(COMPONENTS));
    match name.and_then(|name| components.get(name)) {
        Some(words) if is_words(words) => described(words, value["description"].as_str()),
        _ => each(value, |value| spelled(value, components)),
    }
}

/// The set as a place describes it: what the place says, and then the words.
fn described(words: &Value, own: Option<&str>) -> Value {
    by_name(words, |name, value| match (name, own, value.as_str()) {
        ("description", Some(own), Some(text)) => {
            let known = text.split_once("\n\n").map_or("", |(_, known)| known);
            format!("{own}\n\n{known}").into()
        }
        _ => value.clone(),
    })
}
