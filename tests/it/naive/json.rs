//! Answers as JSON: parts of them left out, and how two differ.

use serde_json::Value;

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

/// Leaves out what stands at a path: the names of members joined by dots, `*` for any, with lists passed through.
pub(super) fn leave_out(value: &mut Value, path: &str) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(|one| leave_out(one, path)),
        Value::Object(members) => match path.split_once('.') {
            None => {
                members.shift_remove(path);
            }
            Some(("*", rest)) => members.values_mut().for_each(|one| leave_out(one, rest)),
            Some((first, rest)) => {
                if let Some(one) = members.get_mut(first) {
                    leave_out(one, rest);
                }
            }
        },
        _ => {}
    }
}

/// Where two answers differ, a line each, the order of members included.
pub(super) fn differences(engine: &Value, naive: &Value) -> Vec<String> {
    let below = |name: &str, engine: &Value, naive: &Value| {
        let below = differences(engine, naive).into_iter();
        below
            .map(|line| format!("{name}.{line}"))
            .collect::<Vec<_>>()
    };
    match (engine, naive) {
        (Value::Array(ones), Value::Array(others)) if ones.len() == others.len() => {
            let pairs = ones.iter().zip(others).enumerate();
            pairs
                .flat_map(|(place, (one, other))| below(&place.to_string(), one, other))
                .collect()
        }
        (Value::Object(ones), Value::Object(others)) if ones.keys().eq(others.keys()) => {
            let pairs = ones.iter().zip(others.values());
            pairs
                .flat_map(|((name, one), other)| below(name, one, other))
                .collect()
        }
        (one, other) if one.is_object() || one != other => {
            vec![format!(" engine {one}, naive {other}")]
        }
        _ => Vec::new(),
    }
}
