//! The same bytes from the library, over HTTP and from the program.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use serde_json::{Value, json};
use signpost::contract::problem::Class;
use signpost::intake::LIMIT;

use crate::app::{self, Answer, Served, ask_all};
use crate::conformance::response;
use crate::program::{run, run_with};
use crate::scenarios::case;

/// The program is asked on a day on which no review is overdue.
const TODAY: &str = "--today=2026-11-23";

/// Bodies that are refused, each in its own way.
const REFUSED: [&[u8]; 9] = [
    b"",
    b"{\"facts\": {\"adult_involved\": \"yes\"",
    b"{\"facts\": {\"adult_involved\": \"\xff\"}}",
    b"{\"facts\": {}} {\"facts\": {}}",
    b"\xEF\xBB\xBF{\"facts\": {}}",
    b"[\"facts\"]",
    b"{\"fact\": {}}",
    b"{\"facts\": {\"still_online\": \"yes\", \"\\u0073till_online\": \"no\"}, \"facts\": {\"adult_involved\": {\"a\": 1, \"a\": 2}}}",
    b"{\"facts\": {\"adult_involved\": \"maybe\", \"child_received\": true, \"colour\": \"red\"}, \"note\": null}",
];

/// A request, and what the library answers.
struct Case {
    request: Vec<u8>,
    kind: &'static str,
    body: Vec<u8>,
}

impl Case {
    fn of(request: Vec<u8>) -> Self {
        let (kind, body) = response(&request);
        Self {
            request,
            kind,
            body,
        }
    }

    /// What the request is, in a message.
    fn start(&self) -> String {
        String::from_utf8_lossy(&self.request)
            .chars()
            .take(200)
            .collect()
    }

    /// The answer over HTTP is this one.
    #[track_caller]
    fn assert_answer(&self, answer: &Answer) {
        let (status, media_type) = if self.kind == "advice" {
            (200, "application/json")
        } else {
            let problem: Value = serde_json::from_slice(&self.body).unwrap();
            let status = problem["status"].as_u64().unwrap();
            (status, "application/problem+json")
        };
        assert!(answer.body == self.body, "{}", self.start());
        assert_eq!(u64::from(answer.status.as_u16()), status);
        assert_eq!(answer.header("content-type"), media_type);
    }

    /// The program said this and nothing else, and ended as it should.
    #[track_caller]
    fn assert_output(&self, output: &Output) {
        let (told, silent, code) = if self.kind == "advice" {
            (&output.stdout, &output.stderr, 0)
        } else {
            (&output.stderr, &output.stdout, 1)
        };
        assert!(told == &self.body, "{}", self.start());
        assert_eq!(silent, b"", "{}", self.start());
        assert_eq!(output.status.code(), Some(code), "{}", self.start());
    }
}

/// So many spaces that the empty incident behind them has that length.
fn empty_of_length(length: usize) -> Vec<u8> {
    let empty = br#"{"facts":{}}"#;
    [&b" ".repeat(length - empty.len())[..], empty].concat()
}

/// Incidents of scenarios, some with everything that can be asked for besides, and bodies that are refused.
fn cases() -> Vec<Case> {
    let mut requests: Vec<Vec<u8>> = Vec::new();
    for (number, scenario) in case::some().iter().enumerate() {
        let mut request = scenario.request();
        match number % 5 {
            0 => request["include"] = json!(["trace", "what_if"]),
            1 => request["include"] = json!(["all"]),
            _ => {}
        }
        requests.push(request.to_string().into_bytes());
    }
    requests.extend(REFUSED.map(<[u8]>::to_vec));
    requests.extend([empty_of_length(LIMIT), empty_of_length(LIMIT + 1)]);
    requests.into_iter().map(Case::of).collect()
}

/// Whether what stands in a body can be refused so; everything else is a matter of HTTP, or ours.
fn comes_from_a_body(class: Class) -> bool {
    match class {
        Class::Malformed
        | Class::ByteOrderMark
        | Class::DuplicateName
        | Class::InvalidIncident
        | Class::TooLarge => true,
        Class::UnexpectedQuery
        | Class::InvalidQuery
        | Class::UnsupportedMediaType
        | Class::NotAcceptable
        | Class::MethodNotAllowed
        | Class::NotFound
        | Class::Timeout
        | Class::Internal
        | Class::GuidanceWithdrawn
        | Class::Overloaded
        | Class::Unauthorized
        | Class::Forbidden
        | Class::TooMany => false,
    }
}

#[test]
fn every_way_in_which_a_body_is_refused_is_compared() {
    let cases = cases();
    let problems = cases.iter().filter(|case| case.kind == "problem");
    let shown = problems.map(|case| {
        let problem: Value = serde_json::from_slice(&case.body).unwrap();
        problem["type"].as_str().unwrap().to_owned()
    });
    let classes = Class::ALL.iter().filter(|class| comes_from_a_body(**class));
    let classes: BTreeSet<_> = classes.map(|class| class.type_().to_owned()).collect();
    assert_eq!(shown.collect::<BTreeSet<_>>(), classes);
}

#[actix_web::test]
async fn http_gives_the_bytes_of_the_library() {
    let cases = cases();
    let requests = cases.iter().map(|case| app::advice(&case.request));
    for (case, answer) in cases.iter().zip(ask_all(requests.collect()).await) {
        case.assert_answer(&answer);
    }
}

#[test]
fn http_gives_them_over_a_socket() {
    let served = Served::new();
    for case in cases() {
        let head = format!(
            "POST /v1/advice HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\n\r\n",
            case.request.len()
        );
        let answer = served.ask([head.as_bytes(), &case.request].concat());
        case.assert_answer(&answer);
    }
}

fn scratch(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

#[test]
fn the_program_gives_the_bytes_of_the_library() {
    let file = scratch("same_bytes.json");
    // Each is a start of the program: a few answers, and each refusal.
    let (advised, refused): (Vec<_>, Vec<_>) =
        cases().into_iter().partition(|case| case.kind == "advice");
    for case in advised.iter().take(2).chain(&refused) {
        fs::write(&file, &case.request).unwrap();
        case.assert_output(&run(&["advise", TODAY, file.to_str().unwrap()]));
        case.assert_output(&run_with(&["advise", TODAY, "-"], &case.request));
    }
}

#[test]
fn the_program_gives_them_line_by_line() {
    let cases = cases();
    let mut lines = Vec::new();
    for case in &cases {
        assert!(!case.request.contains(&b'\n'));
        lines.extend([&case.request, &b"\n"[..]].concat());
    }
    let file = scratch("same_bytes.ndjson");
    fs::write(&file, &lines).unwrap();
    for output in [
        run(&["advise", TODAY, "--lines", file.to_str().unwrap()]),
        run_with(&["advise", TODAY, "--lines", "-"], &lines),
    ] {
        let mut answers = output.stdout.split(|byte| *byte == b'\n');
        for case in &cases {
            assert!(answers.next().unwrap() == case.body, "{}", case.start());
        }
        assert_eq!(answers.collect::<Vec<_>>(), [b""]);
        assert_eq!(output.stderr, b"");
        assert_eq!(output.status.code(), Some(1));
    }
}
