//! The canary: everything that a caller can choose is marked, and no mark may be seen anywhere: not
//! in what the program prints, not in its metrics, not in any answer.

mod marks;
mod places;
mod requests;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read, Write};
use std::net::{Shutdown, TcpStream};
use std::process::Output;
use std::thread;

use serde_json::Value;

use crate::kernel::vocabulary;
use crate::running::{Running, signpost};
use marks::Marks;
use requests::{Sent, all};

/// Sends a request and reads what comes back until the connection closes.
fn exchange(address: &str, sent: &Sent) -> Vec<u8> {
    let mut stream = TcpStream::connect(address).unwrap();
    let mut answer = Vec::new();
    // A request may be refused, and the connection reset, before it is sent to its end.
    let _ = stream.write_all(&sent.bytes);
    if sent.breaks_off {
        let _ = stream.shutdown(Shutdown::Write);
    }
    let _ = stream.read_to_end(&mut answer);
    answer
}

/// Sends every request to the program, reads the metrics, and stops it.
fn ask(requests: &[Sent]) -> (Vec<Vec<u8>>, Output) {
    let (late, prompt) = requests.split_first().unwrap();
    // If anything in the program listens to this, the canary is to hear it.
    let running = Running::start(
        signpost()
            .env("RUST_LOG", "trace")
            .env("RUST_BACKTRACE", "1"),
    );
    let address = running.address.as_str();
    let answers = thread::scope(|scope| {
        let late = scope.spawn(|| exchange(address, late));
        let prompt = prompt.iter().map(|sent| exchange(address, sent));
        let mut answers: Vec<_> = prompt.collect();
        answers.insert(0, late.join().unwrap());
        answers.push(exchange(address, &requests::metrics()));
        answers
    });
    (answers, running.stop("TERM"))
}

fn head(answer: &[u8]) -> String {
    let text = String::from_utf8_lossy(answer);
    text.split("\r\n\r\n").next().unwrap_or_default().to_owned()
}

fn status(answer: &[u8]) -> Option<u16> {
    let head = head(answer);
    let status = head.strip_prefix("HTTP/1.")?.split(' ').nth(1)?;
    status.parse().ok()
}

fn request_id(answer: &[u8]) -> Option<String> {
    let head = head(answer);
    let mut lines = head.lines();
    let id = lines.find_map(|line| line.strip_prefix("request-id: "));
    id.map(str::to_owned)
}

#[test]
fn nothing_of_a_request_is_seen_anywhere() {
    let mut marks = Marks::default();
    let document = serde_json::to_value(signpost::http::openapi(vocabulary())).unwrap();
    let requests = all(&mut marks, &document);
    let (answers, ended) = ask(&requests);
    let metrics = answers.last().unwrap();

    let mut leaks = Vec::new();
    let mut look = |place: &str, bytes: &[u8]| {
        let seen = marks.seen(bytes).into_iter();
        leaks.extend(seen.map(|mark| format!("{place} shows {mark}")));
    };
    look("standard output", &ended.stdout);
    look("standard error", &ended.stderr);
    look("/metrics", metrics);
    for answer in &answers {
        look("an answer", answer);
    }
    let number = leaks.len();
    leaks.truncate(10);
    let leaks = leaks.join("\n");
    assert_eq!(number, 0, "the canary was seen {number} times:\n{leaks}");
    it_has_looked(&requests, &answers, &ended);
}

/// Where nothing is sent, answered or printed, nothing is seen either.
fn it_has_looked(requests: &[Sent], answers: &[Vec<u8>], ended: &Output) {
    let mut statuses: BTreeMap<u16, usize> = BTreeMap::new();
    for (sent, answer) in requests.iter().zip(answers) {
        match status(answer) {
            Some(status) => *statuses.entry(status).or_default() += 1,
            None => assert!(
                sent.breaks_off,
                "no answer to {}",
                String::from_utf8_lossy(&sent.bytes)
            ),
        }
    }
    for expected in [200, 308, 400, 404, 405, 406, 408, 413, 415, 422] {
        assert!(statuses.contains_key(&expected), "{expected}: {statuses:?}");
    }

    assert!(ended.status.success());
    let logged: BTreeSet<_> = String::from_utf8_lossy(&ended.stdout)
        .lines()
        .map(|line| {
            let line: Value = serde_json::from_str(line).unwrap();
            line["request_id"].as_str().unwrap().to_owned()
        })
        .collect();
    let marked = answers.iter().filter_map(|answer| request_id(answer));
    let marked: BTreeSet<_> = marked.collect();
    assert!(marked.len() > 500, "only {} answers", marked.len());
    assert!(marked.is_subset(&logged), "answers that were not logged");

    let stderr = String::from_utf8_lossy(&ended.stderr);
    assert!(stderr.starts_with("signpost listens on "), "{stderr}");
    let metrics = String::from_utf8_lossy(answers.last().unwrap());
    for route in ["/v1/advice", "/schemas/{name}.json", "unmatched"] {
        assert!(
            metrics.contains(&format!("route=\"{route}\"")),
            "no {route}"
        );
    }
}
