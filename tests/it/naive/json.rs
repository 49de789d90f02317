//! Answers as JSON: parts of them left out, and how two differ.

use serde::Serialize;
use serde_json::{Value, json};

/// A member without a value is left out.
pub(super) fn without_nulls(value: &mut Value) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(without_nulls),
        Value::Object(members) => {
            members.retain(|_, value| !value.is_null());
            members.values_mut().for_each(without_nulls);
        }
        _ => {}
    }
}

/// A list that is left out where it is empty.
pub(super) fn if_any<T: Serialize>(list: &[T]) -> Value {
    if list.is_empty() {
        Value::Null
    } else {
        json!(list)
    }
}

/// Where two answers differ, a line each, the order of members included. What the engine's has at one of some paths does
/// not count: the names of members joined by dots, `*` for any, with lists passed through.
pub(super) fn differences(engine: &Value, naive: &Value, not_compared: &[&str]) -> Vec<String> {
    match (engine, naive) {
        (Value::Array(ones), Value::Array(others)) if ones.len() == others.len() => {
            let pairs = ones.iter().zip(others).enumerate();
            let below = pairs.flat_map(|(place, (one, other))| {
                let below = differences(one, other, not_compared).into_iter();
                below.map(move |line| format!("{place}.{line}"))
            });
            below.collect()
        }
        (Value::Object(ones), Value::Object(others)) => {
            let compared = |name: &str| !not_compared.contains(&name);
            let ones: Vec<_> = ones.iter().filter(|(name, _)| compared(name)).collect();
            if !ones.iter().map(|(name, _)| *name).eq(others.keys()) {
                return vec![format!(" engine {engine}, naive {naive}")];
            }
            let pairs = ones.into_iter().zip(others.values());
            let below = pairs.flat_map(|((name, one), other)| {
                let below = differences(one, other, &inside(name, not_compared)).into_iter();
                below.map(move |line| format!("{name}.{line}"))
            });
            below.collect()
        }
        (one, other) if one == other => Vec::new(),
        _ => vec![format!(" engine {engine}, naive {naive}")],
    }
}

/// What is left of the paths that lead through a member.
fn inside<'p>(name: &str, paths: &[&'p str]) -> Vec<&'p str> {
    let longer = paths.iter().filter_map(|path| path.split_once('.'));
    let leading = longer.filter(|(first, _)| *first == "*" || *first == name);
    leading.map(|(_, rest)| rest).collect()
}
