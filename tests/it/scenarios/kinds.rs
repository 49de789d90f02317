//! Each kind of answer that the contract names is given to some scenario.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use signpost::advise::advise;

use super::case::{self, Scenario};
use crate::kernel::{guidance, read_incident};

/// Where the words stand that say what kind of answer it is.
const KINDS: [&str; 12] = [
    "Advice/properties/scope",
    "Advice/properties/completeness",
    "Action/properties/status",
    "CountedFact/properties/basis",
    "Ground/properties/basis",
    "Move/properties/to",
    "Part/properties/result",
    "Part/properties/term",
    "Possible/properties/status",
    "Prohibition/properties/status",
    "TracedItem/properties/status",
    "Urgency/properties/level",
];

/// The answers to all scenarios with what `all` adds, and to some with the rest that can be asked for.
fn answers() -> Vec<Value> {
    let including = |scenarios: Vec<Scenario>, include: Value| {
        let requests = scenarios.into_iter().map(move |scenario| {
            let mut request = scenario.request();
            request["include"] = include.clone();
            request
        });
        requests.collect::<Vec<_>>()
    };
    let mut requests = including(case::all(), json!(["all"]));
    requests.extend(including(case::some(), json!(["what_if", "trace"])));
    let answer = |request: Value| {
        let incident = read_incident(request.to_string().as_bytes()).unwrap();
        serde_json::to_value(advise(guidance(), &incident)).unwrap()
    };
    requests.into_iter().map(answer).collect()
}

#[test]
fn each_kind_of_answer_is_given() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("openapi/signpost.json");
    let document: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let answers = answers();
    let texts: Vec<String> = answers.iter().map(Value::to_string).collect();
    for kind in KINDS {
        let schema = document.pointer(&format!("/components/schemas/{kind}"));
        let words = schema.unwrap()["x-extensible-enum"].as_array();
        for word in words.unwrap_or_else(|| panic!("{kind} has no words")) {
            let stated = format!(":{word}");
            let shown = texts.iter().any(|answer| answer.contains(&stated));
            assert!(shown, "no scenario shows {kind} {word}");
        }
    }
    // Nor is a member empty in each of them.
    let members = answers
        .iter()
        .flat_map(|answer| answer.as_object().unwrap());
    let (mut named, mut filled) = (BTreeSet::new(), BTreeSet::new());
    for (member, value) in members {
        named.insert(member);
        if !value.as_array().is_some_and(Vec::is_empty) {
            filled.insert(member);
        }
    }
    assert_eq!(named, filled);
    assert!(named.len() > 10, "{named:?}");
}
