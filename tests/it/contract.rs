//! The published contract: what is committed, what the code says, and what the service answers.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use actix_web::http::StatusCode;
use actix_web::test::TestRequest;
use jsonschema::Validator;
use serde_json::{Value, json};
use signpost::contract::problem::Class;
use signpost::export;

use crate::app::{advice, ask};
use crate::kernel::guidance;

fn committed(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

fn document() -> Value {
    serde_json::from_str(&committed("openapi/signpost.json")).unwrap()
}

pub(crate) fn schema(name: &str) -> Value {
    serde_json::from_str(&committed(&format!("schemas/{name}.json"))).unwrap()
}

pub(crate) fn validator(name: &str) -> Validator {
    jsonschema::draft202012::new(&schema(name)).unwrap()
}

#[test]
fn what_is_committed_is_what_the_code_says() {
    for (name, text) in export::files(guidance()) {
        assert!(
            committed(&name) == text,
            "{name} is stale: run `cargo run -- export`"
        );
    }
}

#[test]
fn every_schema_is_a_schema_that_stands_alone() {
    for name in ["incident", "advice", "problem"] {
        let schema = schema(name);
        assert_eq!(
            jsonschema::draft202012::meta::validate(&schema).map_err(|e| e.to_string()),
            Ok(())
        );
        assert_eq!(schema["$id"], format!("/schemas/{name}.json"));
        let text = schema.to_string();
        assert!(!text.contains("#/components/"), "{name}");
        let defs = schema["$defs"].as_object().unwrap();
        for part in defs.keys() {
            let uses = text.matches(&format!("\"#/$defs/{part}\"")).count();
            assert!(uses > 0, "{name} defines {part} and does not use it");
        }
        validator(name);
    }
}

#[test]
fn nothing_in_the_contract_can_be_null_or_one_of_several_types() {
    let mut waiting = vec![
        document(),
        schema("incident"),
        schema("advice"),
        schema("problem"),
    ];
    while let Some(value) = waiting.pop() {
        match value {
            Value::Null => panic!("null stands in the contract"),
            Value::Array(values) => waiting.extend(values),
            Value::Object(members) => {
                for keyword in ["oneOf", "anyOf", "nullable"] {
                    assert!(!members.contains_key(keyword), "{keyword}: {members:?}");
                }
                if let Some(kind) = members.get("type") {
                    assert!(kind.is_object() || kind.as_str().is_some_and(|kind| kind != "null"));
                }
                waiting.extend(members.into_iter().map(|(_, value)| value));
            }
            _ => {}
        }
    }
}

#[actix_web::test]
async fn every_example_of_a_request_is_answered_as_the_schemas_say() {
    let document = document();
    let examples = &document["paths"]["/v1/advice"]["post"]["requestBody"]["content"];
    let examples = examples["application/json"]["examples"]
        .as_object()
        .unwrap();
    assert_eq!(examples.len(), 5);
    let (incident, advice_schema) = (validator("incident"), validator("advice"));
    for (name, example) in examples {
        let value = &example["value"];
        assert!(incident.is_valid(value), "{name}");
        let answer = ask(advice(value.to_string())).await;
        assert_eq!(answer.status, StatusCode::OK, "{name}");
        let answer = answer.json();
        let errors = advice_schema.iter_errors(&answer);
        let errors: Vec<_> = errors.map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{name}: {errors:#?}");
        let unknown = unknown_members(&schema("advice"), &schema("advice"), &answer);
        assert!(
            unknown.is_empty(),
            "{name} answers what the schema does not describe: {unknown:?}"
        );
    }
}

/// The members that an answer has and its schema does not describe. Answers are open, so the
/// schema itself cannot tell.
pub(crate) fn unknown_members(root: &Value, schema: &Value, value: &Value) -> Vec<String> {
    let schema = match schema["$ref"].as_str() {
        Some(reference) => root.pointer(&reference[1..]).unwrap(),
        None => schema,
    };
    match value {
        Value::Object(members) => members
            .iter()
            .flat_map(|(name, value)| match schema["properties"].get(name) {
                Some(known) => unknown_members(root, known, value),
                None if schema["additionalProperties"].is_object() => Vec::new(),
                None => vec![name.clone()],
            })
            .collect(),
        Value::Array(values) => values
            .iter()
            .flat_map(|value| unknown_members(root, &schema["items"], value))
            .collect(),
        _ => Vec::new(),
    }
}

#[actix_web::test]
async fn refused_requests_are_answered_as_the_schema_of_problems_says() {
    let problem = validator("problem");
    for body in [
        "{",
        r#"{"facts":1}"#,
        r#"{"facts":{"x":1}}"#,
        r#"{"facts":{},"facts":{}}"#,
    ] {
        let answer = ask(advice(body)).await.json();
        assert!(problem.is_valid(&answer), "{answer}");
    }
}

#[test]
fn every_documented_problem_is_a_class_of_failure_with_its_own_status() {
    let document = document();
    let problem = validator("problem");
    let mut documented = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for operation in item.as_object().unwrap().values() {
            for (status, response) in operation["responses"].as_object().unwrap() {
                let Some(content) = response["content"].get("application/problem+json") else {
                    assert_eq!(status, "200", "{path}");
                    continue;
                };
                let examples = content["examples"].as_object().unwrap();
                for (name, example) in examples {
                    let class = Class::ALL
                        .iter()
                        .find(|class| class.name() == name)
                        .unwrap();
                    let value = &example["value"];
                    assert_eq!(status, &class.status().to_string(), "{path}: {name}");
                    assert_eq!(value["type"], class.type_());
                    assert_eq!(value["title"], class.title());
                    assert!(problem.is_valid(value), "{path}: {name}");
                    documented.push((path.as_str(), class.name()));
                }
            }
        }
    }
    for class in Class::ALL {
        let everywhere = ["not_found", "method_not_allowed"].contains(&class.name());
        let path = match class.name() {
            "invalid_query" => "/v1/contacts",
            _ => "/v1/advice",
        };
        let listed = documented.contains(&(path, class.name()));
        assert_eq!(listed, !everywhere, "{}", class.name());
    }
}

#[test]
fn requests_are_closed_at_every_level() {
    let schema = schema("incident");
    assert_eq!(schema["additionalProperties"], json!(false));
    assert_eq!(
        schema["$defs"]["Facts"]["additionalProperties"],
        json!(false)
    );
    let incident = validator("incident");
    assert!(incident.is_valid(&json!({"facts": {}})));
    assert!(!incident.is_valid(&json!({"facts": {}, "note": "x"})));
    assert!(incident.is_valid(&json!({"facts": {}, "include": ["trace"]})));
    assert!(!incident.is_valid(&json!({"facts": {}, "include": ["everything"]})));
    assert!(!incident.is_valid(&json!({"facts": {"note": "x"}})));
}

/// The keywords of JSON Schema 2020-12 that are published: a strict validator refuses what it does not know.
const KEYWORDS: &str = "$schema $id $ref $defs title description type format enum const examples properties required \
                        additionalProperties contains items maxItems uniqueItems maxLength minimum maximum";

#[test]
fn the_published_schemas_say_nothing_that_a_strict_validator_does_not_know() {
    for name in ["incident", "advice", "problem"] {
        let schema = schema(name);
        let mut waiting = vec![&schema];
        let mut seen = 0;
        while let Some(schema) = waiting.pop() {
            for (keyword, value) in schema.as_object().into_iter().flatten() {
                let mut known = KEYWORDS.split(' ');
                assert!(known.any(|known| known == keyword), "{name}: {keyword}");
                let sized = keyword == "format" && schema["type"] == "integer";
                assert!(!sized, "{name}: {value} of a number");
                match (keyword.as_str(), value) {
                    ("properties" | "$defs", Value::Object(named)) => {
                        waiting.extend(named.values());
                    }
                    ("items" | "contains" | "additionalProperties", schema) => waiting.push(schema),
                    _ => {}
                }
                seen += 1;
            }
        }
        assert!(seen > 20, "{name}");
    }
}

#[test]
fn generated_clients_have_a_constant_for_each_answer() {
    let document = document();
    let schemas = document["components"]["schemas"].as_object().unwrap();
    let closed = schemas
        .iter()
        .filter(|(_, schema)| schema["enum"].is_array());
    let mut seen = 0;
    for (schema, closed) in closed {
        let values = closed["enum"].as_array().unwrap();
        let names = closed["x-enum-varnames"].as_array().unwrap();
        assert_eq!(names.len(), values.len(), "{schema}");
        let names: BTreeSet<_> = names.iter().map(|name| name.as_str().unwrap()).collect();
        assert_eq!(names.len(), values.len(), "{schema}: {names:?}");
        for name in names {
            assert!(name.starts_with(|first: char| first.is_ascii_uppercase()));
            let of_name = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
            assert!(name.chars().all(of_name), "{schema}: {name}");
        }
        seen += 1;
    }
    assert!(seen >= 10, "{seen}");
}

#[actix_web::test]
async fn the_documents_are_served_as_they_are_committed() {
    let get = |path: &str| TestRequest::get().uri(path);
    let answer = ask(get("/openapi.json")).await;
    assert_eq!(answer.header("content-type"), "application/json");
    assert_eq!(answer.body, committed("openapi/signpost.json").as_bytes());
    for name in ["incident", "advice", "problem"] {
        let answer = ask(get(&format!("/schemas/{name}.json"))).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert_eq!(answer.header("content-type"), "application/schema+json");
        assert_eq!(
            answer.body,
            committed(&format!("schemas/{name}.json")).as_bytes()
        );
    }
}

#[test]
fn the_document_introduces_itself() {
    let info = &document()["info"];
    assert_eq!(info["title"], "signpost");
    assert_eq!(info["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(info["license"]["identifier"], "MIT OR Apache-2.0");
    assert_eq!(
        document()["openapi"].as_str().map(|version| &version[..3]),
        Some("3.1")
    );
}
