//! The same bytes over HTTP and from the program.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use super::vector::{Response, VECTORS, Vector, file};
use crate::app::{self, Answer, Served, ask_all};
use crate::program::{run, run_with};

/// The vectors hold on each day on which no review is overdue.
const TODAY: &str = "--today=2026-11-23";

impl Response {
    fn bytes(&self) -> &[u8] {
        match self {
            Self::Advice(bytes) | Self::Problem(bytes) => bytes,
        }
    }
}

impl Vector {
    fn path(&self) -> PathBuf {
        file(&self.name, "request")
    }

    #[track_caller]
    fn assert_body(&self, way: &str, body: &[u8]) {
        assert!(body == self.response.bytes(), "{} {way}", self.name);
    }

    /// The answer over HTTP is this one.
    #[track_caller]
    fn assert_answer(&self, way: &str, answer: &Answer) {
        self.assert_body(way, &answer.body);
        let (status, media_type) = match self.response.problem() {
            None => (200, "application/json"),
            Some(problem) => (
                problem["status"].as_u64().unwrap(),
                "application/problem+json",
            ),
        };
        let name = &self.name;
        assert_eq!(u64::from(answer.status.as_u16()), status, "{name} {way}");
        assert_eq!(answer.header("content-type"), media_type, "{name} {way}");
    }

    /// The program said this and nothing else, and ended as it should.
    #[track_caller]
    fn assert_output(&self, way: &str, output: &Output) {
        let (said, silent, code) = match self.response {
            Response::Advice(_) => (&output.stdout, &output.stderr, 0),
            Response::Problem(_) => (&output.stderr, &output.stdout, 1),
        };
        self.assert_body(way, said);
        assert_eq!(silent, b"", "{} {way}", self.name);
        assert_eq!(output.status.code(), Some(code), "{} {way}", self.name);
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
