//! The conformance vectors: the same bytes from the library, over HTTP and from the program.

mod vector;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use signpost::contract::problem::Class;

use self::vector::{Response, VECTORS, Vector, strangers};
use crate::app::{self, Served, ask_all};
use crate::program::{run, run_with};

/// The vectors hold on each day on which no review is overdue.
const TODAY: &str = "--today=2026-11-23";

#[test]
fn the_library_gives_every_vector() {
    for vector in VECTORS.iter() {
        let same = Response::of_the_library(&vector.request) == vector.response;
        assert!(same, "{}: UPDATE_VECTORS=1 writes it", vector.name);
    }
}

#[actix_web::test]
async fn http_gives_every_vector() {
    let requests = VECTORS.iter().map(|vector| app::advice(&vector.request));
    let answers = ask_all(requests.collect()).await;
    for (vector, answer) in VECTORS.iter().zip(answers) {
        vector.assert_answer("in place", &answer);
    }
}

#[test]
fn http_gives_every_vector_over_a_socket() {
    let served = Served::new();
    for vector in VECTORS.iter() {
        let head = format!(
            "POST /v1/advice HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\n\r\n",
            vector.request.len()
        );
        let answer = served.ask([head.as_bytes(), &vector.request].concat());
        vector.assert_answer("over a socket", &answer);
    }
}

#[test]
fn the_program_gives_every_vector() {
    for vector in VECTORS.iter() {
        let file = run(&["advise", TODAY, vector.path().to_str().unwrap()]);
        vector.assert_output("from a file", &file);
        let piped = run_with(&["advise", TODAY, "-"], &vector.request);
        vector.assert_output("from standard input", &piped);
    }
}

#[test]
fn the_program_gives_every_vector_line_by_line() {
    let mut lines = Vec::new();
    for vector in VECTORS.iter() {
        // Outside of a string a line end says no more than a space.
        let space = |byte: &u8| if *byte == b'\n' { b' ' } else { *byte };
        lines.extend(vector.request.iter().map(space));
        lines.push(b'\n');
    }
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("vectors.ndjson");
    fs::write(&file, &lines).unwrap();
    for output in [
        run(&["advise", TODAY, "--lines", file.to_str().unwrap()]),
        run_with(&["advise", TODAY, "--lines", "-"], &lines),
    ] {
        let mut answers = output.stdout.split(|byte| *byte == b'\n');
        for vector in VECTORS.iter() {
            vector.assert_body("in its line", answers.next().unwrap());
        }
        assert_eq!(answers.collect::<Vec<_>>(), [b""]);
        assert_eq!(output.stderr, b"");
        assert_eq!(output.status.code(), Some(1));
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
    let schemas = signpost::export::schemas();
    let (_, schema) = schemas.iter().find(|(name, _)| *name == "advice").unwrap();
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
