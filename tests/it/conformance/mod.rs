//! The conformance vectors: the same bytes from the library, over HTTP and from the program.

#[cfg(feature = "service")]
mod served;
mod vector;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;
use signpost::contract::problem::Class;

use self::vector::{Response, VECTORS, Vector, strangers};

#[test]
fn the_library_gives_every_vector() {
    for vector in VECTORS.iter() {
        let same = Response::of_the_library(&vector.request) == vector.response;
        assert!(same, "{}: UPDATE_VECTORS=1 writes it", vector.name);
    }
}

/// Whether what stands in a body can be refused so; everything else is a matter of HTTP, or ours.
fn comes_from_a_body(class: Class) -> bool {
    match class {
        Class::Malformed | Class::DuplicateName | Class::InvalidIncident | Class::TooLarge => true,
        Class::UnexpectedQuery
        | Class::InvalidQuery
        | Class::UnsupportedMediaType
        | Class::NotAcceptable
        | Class::MethodNotAllowed
        | Class::NotFound
        | Class::Timeout
        | Class::Internal
        | Class::GuidanceWithdrawn => false,
    }
}

#[test]
fn there_is_a_vector_for_every_way_in_which_a_body_is_refused() {
    let problems = VECTORS
        .iter()
        .filter_map(|vector| vector.response.problem());
    let shown: BTreeSet<_> = problems
        .map(|problem| problem["type"].as_str().unwrap().to_owned())
        .collect();
    let classes = Class::ALL.iter().filter(|class| comes_from_a_body(**class));
    assert_eq!(
        shown,
        classes.map(|class| class.type_().to_owned()).collect()
    );
}

#[test]
fn each_member_of_an_answer_holds_something_in_some_vector() {
    let (mut named, mut filled) = (BTreeSet::new(), BTreeSet::new());
    for advice in VECTORS.iter().filter_map(|vector| vector.response.advice()) {
        for (member, value) in advice.as_object().unwrap() {
            named.insert(member.clone());
            if !value.as_array().is_some_and(Vec::is_empty) {
                filled.insert(member.clone());
            }
        }
    }
    assert_eq!(named, filled);
    assert!(named.len() > 10, "{named:?}");
}

/// Where the words stand that say what kind of answer it is.
const KINDS: [&str; 11] = [
    "/properties/scope",
    "/properties/completeness",
    "/$defs/Action/properties/status",
    "/$defs/CountedFact/properties/basis",
    "/$defs/Ground/properties/basis",
    "/$defs/Move/properties/to",
    "/$defs/Part/properties/result",
    "/$defs/Part/properties/term",
    "/$defs/Prohibition/properties/status",
    "/$defs/TracedItem/properties/status",
    "/$defs/Urgency/properties/level",
];

#[test]
fn each_kind_of_answer_has_a_vector() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas/advice.json");
    let schema: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let text = |vector: &Vector| Some(vector.response.advice()?.to_string());
    let answers: Vec<_> = VECTORS.iter().filter_map(text).collect();
    for kind in KINDS {
        let words = schema.pointer(kind).unwrap()["x-extensible-enum"].as_array();
        for word in words.unwrap_or_else(|| panic!("{kind} has no words")) {
            let stated = format!(":{word}");
            let shown = answers.iter().any(|answer| answer.contains(&stated));
            assert!(shown, "no vector shows {kind} {word}");
        }
    }
}

#[test]
fn nothing_else_stands_beside_the_vectors() {
    assert_eq!(strangers(), [".gitattributes", "README.md"]);
}
