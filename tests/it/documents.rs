//! The contract in each of the formats that it is published in: one contract, three documents.

mod conversion;
mod examples;
mod grammar;

use std::fs;
use std::path::Path;

use jsonschema::{Draft, Validator};
use serde_json::{Value, json};

/// A published document.
struct Document {
    name: &'static str,
    /// The draft of JSON Schema that its schemas keep to.
    draft: Draft,
    value: Value,
}

/// Where a value stands in an exchange.
#[derive(Debug, Clone, Copy)]
enum Place<'e> {
    Request,
    Answer { status: &'e str },
}

const ADVICE: (&str, &str) = ("/v1/advice", "post");

fn published() -> [Document; 3] {
    [
        ("openapi/signpost.json", Draft::Draft202012),
        ("openapi/signpost-3.0.json", Draft::Draft4),
        ("openapi/signpost-2.0.json", Draft::Draft4),
    ]
    .map(|(name, draft)| Document {
        name,
        draft,
        value: serde_json::from_str(&repository(name)).unwrap(),
    })
}

fn repository(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

impl Document {
    fn resolved<'v>(&'v self, value: &'v Value) -> &'v Value {
        match value["$ref"].as_str() {
            Some(to) => self.resolved(self.value.pointer(&to[1..]).unwrap()),
            None => value,
        }
    }

    /// What the document asks of the JSON at a place.
    fn validator(&self, (path, method): (&str, &str), place: Place<'_>) -> Validator {
        let operation = &self.value["paths"][path][method];
        let holder = match place {
            Place::Request => match operation["parameters"].as_array() {
                Some(all) if self.is_swagger() => all.iter().find(|one| one["in"] == "body"),
                _ => operation.get("requestBody"),
            },
            Place::Answer { status } => operation["responses"].get(status),
        };
        let holder = self.resolved(holder.unwrap());
        let schema = if self.is_swagger() {
            &holder["schema"]
        } else {
            let content = holder["content"].as_object().unwrap();
            let mut json = content.iter().filter(|(name, _)| name.ends_with("json"));
            &json.next().unwrap().1["schema"]
        };
        assert!(schema.is_object(), "{}: {path} {place:?}", self.name);
        // The schema stands in the whole document, because its references lead into it.
        let mut whole = self.value.clone();
        whole["allOf"] = json!([schema]);
        let options = jsonschema::options().with_draft(self.draft);
        options.build(&whole).unwrap()
    }

    fn is_swagger(&self) -> bool {
        self.value.get("swagger").is_some()
    }

    /// Every operation: its method, its path and what it holds.
    fn operations(&self) -> impl Iterator<Item = (&str, &str, &Value)> {
        let paths = self.value["paths"].as_object().unwrap().iter();
        paths.flat_map(|(path, item)| {
            // What all operations of a path share stands beside them, in a list.
            let operations = item.as_object().unwrap().iter();
            let operations = operations.filter(|(_, value)| value.is_object());
            operations.map(|(method, operation)| (method.as_str(), path.as_str(), operation))
        })
    }
}

#[test]
fn each_document_says_which_format_it_is_in() {
    let [current, older, oldest] = published().map(|document| document.value);
    assert_eq!(current["openapi"].as_str().map(|is| &is[..4]), Some("3.1."));
    assert_eq!(older["openapi"], "3.0.3");
    assert_eq!(oldest["swagger"], "2.0");
    assert_eq!(oldest["basePath"], "/");
    assert_eq!(oldest.get("host"), None);
}

#[test]
fn each_document_has_the_same_operations() {
    let [current, older, oldest] = published().map(|document| {
        let operations = document.operations();
        let operations = operations.map(|(method, path, operation)| {
            let statuses = operation["responses"].as_object().unwrap().keys();
            let statuses: Vec<_> = statuses.cloned().collect();
            let id = operation["operationId"].as_str().unwrap();
            format!("{method} {path} {id} {} {statuses:?}", operation["tags"])
        });
        operations.collect::<Vec<_>>()
    });
    assert!(current.len() >= 6, "{current:#?}");
    assert_eq!(current, older);
    assert_eq!(current, oldest);
}

#[test]
fn each_document_has_the_same_schemas() {
    let [current, older, oldest] = published();
    let names = |schemas: &Value, object: fn(&Value) -> bool| {
        let schemas = schemas.as_object().unwrap().iter();
        let chosen = schemas.filter(|(_, schema)| object(schema));
        chosen.map(|(name, _)| name.clone()).collect::<Vec<_>>()
    };
    let schemas = &current.value["components"]["schemas"];
    let older = &older.value["components"]["schemas"];
    assert_eq!(names(schemas, |_| true), names(older, |_| true));
    // In 2.0 what is no object stands where it is used.
    let objects = names(schemas, |schema| schema["type"] == "object");
    assert_eq!(objects, names(&oldest.value["definitions"], |_| true));
}
