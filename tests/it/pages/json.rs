//! A block of JSON: a whole incident, a whole answer, or what a resource gives.

use actix_web::test::TestRequest;
use serde_json::Value;
use signpost::intake::read_incident;

use super::page::Block;
use crate::app::ask;
use crate::contract::{schema, unknown_members, validator};

const HOW_TO_MARK: &str = "it is neither an incident, nor advice, nor a problem. Write \
                           ```json GET /v1/... for what a resource gives, or ```text for a part of something";

/// Whether the block is what it says.
pub(super) async fn check(block: &Block) -> Result<(), String> {
    let value: Value = serde_json::from_str(&block.text).map_err(|error| error.to_string())?;
    if let Some(path) = block.mark.strip_prefix("GET ") {
        return match ask(TestRequest::get().uri(path)).await.json() {
            given if given == value => Ok(()),
            given => Err(format!("{path} gives {given:#}")),
        };
    }
    if !block.mark.is_empty() {
        return Err(format!(
            "`{}` is no mark: write ```json GET /v1/...",
            block.mark
        ));
    }
    if value
        .as_object()
        .is_some_and(|members| members.keys().eq(["facts"]))
    {
        let read = read_incident(block.text.as_bytes());
        return read.map(|_| ()).map_err(|refusal| format!("{refusal:?}"));
    }
    let name = match (&value["scope"], &value["type"]) {
        (Value::String(_), _) => "advice",
        (_, Value::String(_)) => "problem",
        _ => return Err(HOW_TO_MARK.to_owned()),
    };
    let errors: Vec<_> = validator(name)
        .iter_errors(&value)
        .map(|error| error.to_string())
        .collect();
    let unknown = unknown_members(&schema(name), &schema(name), &value);
    if errors.is_empty() && unknown.is_empty() {
        Ok(())
    } else {
        Err(format!(
            "it is no {name}: {errors:?}, unknown members {unknown:?}"
        ))
    }
}
