//! A block of JSON: a whole incident, a whole answer, or what a resource gives.

use actix_web::test::TestRequest;
use serde_json::Value;
use signpost::contract::problem::Class;

use super::page::Block;
use crate::app::ask;
use crate::contract::{schema, unknown_members, validator};
use crate::kernel::read_incident;

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
    let (name, wrong) = match (&value["scope"], &value["type"]) {
        (Value::String(_), _) => ("advice", None),
        (_, Value::String(_)) => ("problem", wrong_texts(&value)),
        _ => return Err(HOW_TO_MARK.to_owned()),
    };
    let schema = schema(name);
    let validator = validator(name);
    let errors = validator.iter_errors(&value).map(|error| error.to_string());
    let unknown = unknown_members(&schema, &schema, &value).into_iter();
    let unknown = unknown.map(|member| format!("`{member}` is no member"));
    let faults: Vec<_> = errors.chain(unknown).chain(wrong).collect();
    if faults.is_empty() {
        Ok(())
    } else {
        Err(format!("it is no {name}: {faults:?}"))
    }
}

/// A problem has the texts of its class.
fn wrong_texts(problem: &Value) -> Option<String> {
    let of_type = |class: &&Class| problem["type"] == class.type_();
    let Some(class) = Class::ALL.iter().find(of_type) else {
        return Some("there is no such type".to_owned());
    };
    let same = problem["title"] == class.title()
        && problem["status"] == class.status()
        && problem["detail"] == class.detail();
    (!same).then(|| format!("other texts than those of {}", class.name()))
}
