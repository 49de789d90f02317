//! What is a valid request, answer or problem in one document is so in each, and nothing else is.

use serde_json::{Value, json};
use signpost::advise::advise;

use super::{ADVICE, Place, published, repository};
use crate::kernel::{guidance, read_incident};
use crate::scenarios::case;

const ADVISED: Place<'_> = Place::Answer { status: "200" };
const REFUSED: Place<'_> = Place::Answer { status: "422" };

/// Checks the values against the schema of a place in each document.
fn assert_valid(operation: (&str, &str), place: Place<'_>, values: &[Value]) {
    assert!(!values.is_empty(), "{operation:?} {place:?}");
    for document in published() {
        let validator = document.validator(operation, place);
        for value in values {
            let errors = validator.iter_errors(value);
            let errors: Vec<_> = errors.map(|error| error.to_string()).collect();
            let name = document.name;
            assert!(errors.is_empty(), "{name} {place:?}: {errors:#?}\n{value}");
        }
    }
}

fn assert_refused(place: Place<'_>, values: &[Value]) {
    for document in published() {
        let validator = document.validator(ADVICE, place);
        for value in values {
            assert!(!validator.is_valid(value), "{}: {value}", document.name);
        }
    }
}

/// The value with one place in it set to something else.
fn with(value: &Value, pointer: &str, other: Value) -> Value {
    let mut value = value.clone();
    *value.pointer_mut(pointer).unwrap() = other;
    value
}

/// The value with one member taken out of it.
fn without(value: &Value, parent: &str, name: &str) -> Value {
    let mut value = value.clone();
    let members = value.pointer_mut(parent).unwrap().as_object_mut().unwrap();
    assert!(members.remove(name).is_some(), "{parent}/{name}");
    value
}

#[test]
fn the_examples_of_the_document_are_valid_in_each() {
    let [current, ..] = published();
    let mut seen = 0;
    for (method, path, operation) in current.operations() {
        let request = operation.get("requestBody");
        let request = request.map(|body| (Place::Request, body));
        let responses = operation["responses"].as_object().unwrap().iter();
        let answers = responses.map(|(status, body)| (Place::Answer { status }, body));
        for (place, body) in request.into_iter().chain(answers) {
            let content = current.resolved(body)["content"].as_object();
            for (media_type, media) in content.into_iter().flatten() {
                let examples = media["examples"].as_object().into_iter().flatten();
                let examples = examples.map(|(_, example)| &current.resolved(example)["value"]);
                let examples: Vec<_> = examples.cloned().collect();
                if !examples.is_empty() && media_type.ends_with("json") {
                    assert_valid((path, method), place, &examples);
                    seen += examples.len();
                }
            }
        }
    }
    assert!(seen >= 15, "{seen} examples");
}

/// The answer of a conformance vector.
fn whole_answer(name: &str) -> Value {
    let answer = repository(&format!("tests/conformance/{name}.advice.json"));
    serde_json::from_str(&answer).unwrap()
}

#[test]
fn whole_answers_are_valid_in_each() {
    let (mut requests, mut answers) = (Vec::new(), Vec::new());
    for mut request in case::some().into_iter().map(|scenario| scenario.request()) {
        request["include"] = json!(["what_if", "trace"]);
        let incident = read_incident(request.to_string().as_bytes()).unwrap();
        let mut answer = Vec::new();
        advise(guidance(), &incident).write(&mut answer);
        requests.push(request);
        answers.push(serde_json::from_slice(&answer).unwrap());
    }
    assert_valid(ADVICE, Place::Request, &requests);
    assert_valid(ADVICE, ADVISED, &answers);
}

#[test]
fn a_spoiled_request_is_refused_by_each() {
    assert_valid(
        ADVICE,
        Place::Request,
        &[json!({"facts": {"adult_involved": "yes"}})],
    );
    let bodies = [
        json!({}),
        json!([]),
        json!({"facts": null}),
        json!({"facts": {}, "note": "x"}),
        json!({"facts": {"colour": "red"}}),
        json!({"facts": {"adult_involved": "maybe"}}),
        json!({"facts": {"adult_involved": true}}),
        json!({"facts": {"adult_involved": null}}),
        json!({"facts": {}, "include": null}),
        json!({"facts": {}, "include": ["everything"]}),
        json!({"facts": {}, "include": ["trace", "trace"]}),
    ];
    assert_refused(Place::Request, &bodies);
}

#[test]
fn a_spoiled_answer_is_refused_by_each() {
    let answer = whole_answer("words_from_an_adult");
    assert_valid(ADVICE, ADVISED, std::slice::from_ref(&answer));
    let spoiled = [
        without(&answer, "", "actions"),
        with(&answer, "/actions", json!({})),
        with(&answer, "/actions/0/title", json!(1)),
        without(&answer, "/actions/0", "citations"),
        with(&answer, "/actions/0/citations/0", json!(22)),
        with(&answer, "/receipt/facts/adult_involved", json!(1)),
        with(&answer, "/urgency", json!("emergency")),
    ];
    assert_refused(ADVISED, &spoiled);
}

/// The value with every object in it grown by a member, and every word of the named members a new one.
fn grown(value: &Value, words: &[&str]) -> Value {
    match value {
        Value::Array(values) => values.iter().map(|value| grown(value, words)).collect(),
        Value::Object(members) => {
            let members = members.iter().map(|(name, value)| {
                let word = words.contains(&name.as_str()) && value.is_string();
                let value = if word {
                    json!("new")
                } else {
                    grown(value, words)
                };
                (name.clone(), value)
            });
            // One of them holds facts by name, and a fact has a word.
            members.chain([("new".to_owned(), json!("new"))]).collect()
        }
        other => other.clone(),
    }
}

#[test]
fn an_answer_that_has_grown_is_valid_in_each() {
    let words = [
        "status",
        "voice",
        "level",
        "scope",
        "assurance",
        "basis",
        "from",
        "to",
        "result",
        "term",
    ];
    for whole in ["words_from_an_adult", "first_pack_with_what_if_and_trace"] {
        let answer = whole_answer(whole);
        let grown = grown(&answer, &words);
        assert_ne!(grown, answer);
        assert_valid(ADVICE, ADVISED, &[grown]);
    }
}

#[test]
fn each_set_of_words_is_a_string_where_it_stands() {
    for document in published() {
        let schemas = document.value.pointer("/components/schemas");
        let schemas = schemas.unwrap_or(&document.value["definitions"]);
        let status = &schemas["Action"]["properties"]["status"];
        assert_eq!(status["type"], "string", "{}", document.name);
        assert_eq!(status["x-extensible-enum"][0], "recommended");
        let about = status["description"].as_str().unwrap();
        assert!(
            about.starts_with("How certain it is. Either way it is to be done.\n\nKnown values"),
            "{about}"
        );
        for (name, schema) in schemas.as_object().unwrap() {
            assert_eq!(schema.get("x-extensible-enum"), None, "{name}");
        }
    }
}

#[test]
fn a_spoiled_problem_is_refused_by_each() {
    let problem = json!({
        "type": "/problems/invalid_incident",
        "title": "The body is not an incident",
        "status": 422,
        "detail": "Correct every fault listed.",
        "faults": [{"pointer": "/facts", "code": "unknown_name"}]
    });
    assert_valid(ADVICE, REFUSED, std::slice::from_ref(&problem));
    let spoiled = [
        without(&problem, "", "type"),
        with(&problem, "/status", json!("422")),
        with(&problem, "/status", json!(-1)),
        without(&problem, "/faults/0", "pointer"),
        with(&problem, "/faults/0/code", json!(1)),
    ];
    assert_refused(REFUSED, &spoiled);
}
