//! What an object of an older document may hold, so that nothing newer is left in one.
//!
//! These are not the whole formats. They are the members that the conversions know, all of which
//! the format has. Whoever lets the contract say something else is told so here, and sees to the
//! conversions first.

use serde_json::{Value, json};

use super::published;

/// The members of each kind of object. `=` names the kind of object that stands there, `=*` that of
/// all in a list or a map; the conversions do not look into anything else.
type Grammar = [(&'static str, &'static str)];

const OPENAPI_3_0: &Grammar = &[
    (
        "document",
        "openapi info=info servers=*server tags=*tag paths=*path components=components",
    ),
    ("info", "title description version license=license"),
    ("license", "name"),
    ("server", "url description"),
    ("tag", "name description"),
    (
        "path",
        "parameters=*parameter get=operation put=operation post=operation delete=operation",
    ),
    (
        "operation",
        "tags summary description operationId deprecated parameters=*parameter requestBody=body \
         responses=*response security",
    ),
    (
        "parameter",
        "name in description required example schema=schema",
    ),
    ("body", "description required content=*media"),
    ("response", "description headers=*header content=*media"),
    ("header", "description example schema=schema"),
    ("media", "schema=schema examples=*example"),
    ("example", "summary description value"),
    (
        "components",
        "schemas=*schema parameters=*parameter requestBodies=*body responses=*response \
         headers=*header examples=*example securitySchemes=*scheme",
    ),
    ("scheme", "type description name in scheme"),
    ("schema", SCHEMA),
];

const SWAGGER_2_0: &Grammar = &[
    (
        "document",
        "swagger info=info basePath tags=*tag paths=*path definitions=*schema \
         securityDefinitions=*scheme",
    ),
    ("scheme", "type description name in"),
    ("info", "title description version license=license"),
    ("license", "name"),
    ("tag", "name description"),
    (
        "path",
        "parameters=*parameter get=operation put=operation post=operation delete=operation",
    ),
    (
        "operation",
        "tags summary description operationId deprecated consumes produces parameters=*parameter \
         responses=*response security",
    ),
    (
        "parameter",
        "name in description required schema=schema \
         type format enum default pattern minimum maximum minLength maxLength",
    ),
    (
        "response",
        "description headers=*header schema=schema examples",
    ),
    (
        "header",
        "description type format enum default pattern minimum maximum minLength maxLength",
    ),
    ("schema", SCHEMA),
];

/// What both formats and JSON Schema mean alike.
const SCHEMA: &str = "type format title description enum default example required pattern minimum \
                      maximum minLength maxLength minItems maxItems uniqueItems \
                      properties=*schema additionalProperties=schema items=schema allOf=*schema";

const TYPES: [&str; 6] = ["object", "array", "string", "integer", "number", "boolean"];
const SCHEMES: [&str; 2] = ["apiKey", "http"];
const PLACES: [&str; 4] = ["path", "query", "header", "body"];

/// What stands in a document in 3.0 and does not belong there.
pub(super) fn foreign_to_3_0(document: &Value) -> Vec<String> {
    foreign(OPENAPI_3_0, document)
}

/// What stands in a document in 2.0 and does not belong there.
pub(super) fn foreign_to_2_0(document: &Value) -> Vec<String> {
    foreign(SWAGGER_2_0, document)
}

fn foreign(grammar: &Grammar, document: &Value) -> Vec<String> {
    let mut found = Vec::new();
    let mut waiting = vec![("document", String::new(), document)];
    while let Some((kind, at, value)) = waiting.pop() {
        if value.get("$ref").is_some() {
            if !leads_somewhere(document, value) {
                found.push(at);
            }
            continue;
        }
        let Some(members) = value.as_object() else {
            found.push(at);
            continue;
        };
        for (name, value) in members.iter().filter(|(name, _)| !name.starts_with("x-")) {
            let at = format!("{at}/{name}");
            match place(grammar, kind, name) {
                Some("") if is_known(kind, name, value) => {}
                None | Some("") => found.push(at),
                Some(_) if name == "additionalProperties" && value.is_boolean() => {}
                Some(kind) => match kind.strip_prefix('*') {
                    None => waiting.push((kind, at, value)),
                    Some(kind) => waiting.extend(
                        inside(value).map(|(name, value)| (kind, format!("{at}/{name}"), value)),
                    ),
                },
            }
        }
    }
    found
}

/// Whether a reference stands alone, as older formats have it, and leads to a part of the document.
fn leads_somewhere(document: &Value, reference: &Value) -> bool {
    let to = reference["$ref"]
        .as_str()
        .and_then(|to| to.strip_prefix('#'));
    let alone = reference
        .as_object()
        .is_some_and(|members| members.len() == 1);
    alone && to.is_some_and(|to| document.pointer(to).is_some())
}

/// What stands in a list or a map.
fn inside(value: &Value) -> Box<dyn Iterator<Item = (String, &Value)> + '_> {
    match value {
        Value::Array(values) => Box::new((0..).map(|place: usize| place.to_string()).zip(values)),
        Value::Object(members) => {
            Box::new(members.iter().map(|(name, value)| (name.clone(), value)))
        }
        other => panic!("neither a list nor a map: {other}"),
    }
}

/// The kind of object that a member holds, empty where it holds none, if there is such a member.
fn place(grammar: &Grammar, kind: &str, name: &str) -> Option<&'static str> {
    let (_, members) = grammar.iter().find(|(known, _)| *known == kind).unwrap();
    members.split_whitespace().find_map(|member| {
        let (known, kind) = member.split_once('=').unwrap_or((member, ""));
        (known == name).then_some(kind)
    })
}

/// Whether a value is one that both formats have, where they do not have every one.
fn is_known(kind: &str, name: &str, value: &Value) -> bool {
    let among = |known: &[&str]| value.as_str().is_some_and(|value| known.contains(&value));
    match (kind, name) {
        ("scheme", "type") => among(&SCHEMES),
        (_, "type") => among(&TYPES),
        (_, "in") => among(&PLACES),
        _ => true,
    }
}

#[test]
fn nothing_foreign_stands_in_the_older_documents() {
    let [_, older, oldest] = published().map(|document| document.value);
    let help = "the conversions in src/export do not know it yet";
    let none: [&str; 0] = [];
    assert_eq!(foreign_to_3_0(&older), none, "{help}");
    assert_eq!(foreign_to_2_0(&oldest), none, "{help}");
}

#[test]
fn what_is_foreign_is_found() {
    let [_, older, _] = published().map(|document| document.value);
    for (pointer, member, value) in [
        ("", "webhooks", json!({})),
        ("/components/schemas/Incident", "const", json!(1)),
        (
            "/components/schemas/Incident",
            "type",
            json!(["object", "null"]),
        ),
        (
            "/components/schemas/Incident",
            "additionalProperties",
            json!(null),
        ),
        ("/components/schemas/Incident/properties", "x", json!(true)),
        (
            "/components/schemas/Incident/properties",
            "x",
            json!({"$ref": "#/nowhere"}),
        ),
        (
            "/components/schemas/Incident/properties",
            "x",
            json!({"oneOf": []}),
        ),
        (
            "/paths/~1v1~1advice/post",
            "parameters",
            json!([{"name": "x", "in": "cookie"}]),
        ),
    ] {
        let mut spoiled = older.clone();
        let object = spoiled.pointer_mut(pointer).unwrap();
        object[member] = value;
        assert_eq!(foreign_to_3_0(&spoiled).len(), 1, "{pointer}: {member}");
    }
}
