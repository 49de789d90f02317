//! What moved, in words.

use std::fmt::{self, Display, Formatter};

use serde::Serialize;
use serde_json::{Map, Value};

use crate::changes::report::Moved;
use crate::changes::sheet::Member;

impl Display for Moved {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        write!(out, "{}", name(&self.of.kind))?;
        if let Some(id) = &self.of.id {
            write!(out, " {id}")?;
        }
        if self.member != Member::Status {
            write!(out, ", {}", name(&self.member))?;
        }
        match (&self.from, &self.to) {
            _ if self.reordered => write!(out, ": in another order"),
            (Value::Null, to) => write!(out, ": now {}", words(to)),
            (from, Value::Null) => write!(out, ": no longer {}", words(from)),
            (Value::Object(from), Value::Object(to)) => write_members(out, from, to),
            (from, to) => write!(out, ": {} -> {}", words(from), words(to)),
        }
    }
}

/// A word of the contract as people write it.
fn name(word: &impl Serialize) -> String {
    let word = serde_json::to_value(word).unwrap_or_default();
    words(&word).replace('_', " ")
}

/// Of two objects only the members that differ.
fn write_members(
    out: &mut Formatter<'_>,
    from: &Map<String, Value>,
    to: &Map<String, Value>,
) -> fmt::Result {
    let added = to.keys().filter(|name| !from.contains_key(*name));
    for name in from.keys().chain(added) {
        match [from, to].map(|object| object.get(name).unwrap_or(&Value::Null)) {
            [was, is] if was == is => {}
            [Value::Object(was), Value::Object(is)] => write_members(out, was, is)?,
            [was, is] => write!(out, ": {name} {} -> {}", words(was), words(is))?,
        }
    }
    Ok(())
}

/// A word or a sentence as it is; a ground by its reason, and the rest of it behind.
fn words(value: &Value) -> String {
    match value {
        Value::Null => "nothing".to_owned(),
        Value::String(text) => text.clone(),
        Value::Array(values) => {
            let values: Vec<_> = values.iter().map(words).collect();
            values.join(", ")
        }
        Value::Object(object) => {
            let rest = object.iter().filter(|(name, _)| *name != "because");
            let rest: Vec<_> = rest.map(|(_, value)| words(value)).collect();
            let rest = rest.join("; ");
            match object.get("because").and_then(Value::as_str) {
                Some(because) if rest.is_empty() => format!("\"{because}\""),
                Some(because) => format!("\"{because}\" [{rest}]"),
                None => format!("[{rest}]"),
            }
        }
        other => other.to_string(),
    }
}
