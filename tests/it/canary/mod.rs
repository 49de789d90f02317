//! The canary: everything that a caller can choose is marked, and no mark may be seen anywhere: not
//! in what the program prints, not in its metrics, not in any answer.

mod caller;
mod marks;
mod places;
mod requests;

use std::collections::{BTreeMap, BTreeSet};
use std::process::Output;
use std::thread;

use serde_json::Value;

use crate::kernel::vocabulary;
use caller::Caller;
use marks::Marks;
use requests::{Sent, all};

/// Sends every request to the program, reads the metrics, and stops it.
fn ask(caller: &Caller, requests: &[Sent]) -> (Vec<Vec<u8>>, Output) {
    let (late, prompt) = requests.split_first().unwrap();
    let running = caller.starts();
    let answers = thread::scope(|scope| {
        let late = scope.spawn(|| caller.sends(&running, late));
        let prompt = prompt.iter().map(|sent| caller.sends(&running, sent));
        let mut answers: Vec<_> = prompt.collect();
        answers.insert(0, late.join().unwrap());
        answers.push(caller.sends(&running, &caller.marked(requests::metrics())));
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
    let requests = all(&mut marks, &document());
    nothing_is_seen(&Caller::anybody(), &marks, &requests, &[]);
}

#[test]
fn nothing_of_a_caller_is_seen_where_keys_encryption_and_limits_are_on() {
    let mut marks = Marks::default();
    let requests = all(&mut marks, &document());
    let caller = Caller::with_a_key();
    // One is turned away for each reason that there is.
    let requests: Vec<_> = requests
        .into_iter()
        .map(|sent| caller.marked(sent))
        .chain(caller.turned_away(&mut marks))
        .collect();
    nothing_is_seen(&caller, &marks, &requests, &[401, 403, 429]);
}

fn document() -> Value {
    serde_json::to_value(signpost::http::openapi(vocabulary())).unwrap()
}

fn nothing_is_seen(caller: &Caller, marks: &Marks, requests: &[Sent], statuses: &[u16]) {
    let (answers, ended) = ask(caller, requests);
    let metrics = answers.last().unwrap();

    let mut leaks = Vec::new();
    let mut look = |place: &str, bytes: &[u8], words: &[(String, String)]| {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        let seen = words.iter().filter(|(_, word)| text.contains(word));
        leaks.extend(seen.map(|(what, word)| format!("{place} shows {what}: {word}")));
        let seen = marks.seen(bytes).into_iter();
        leaks.extend(seen.map(|mark| format!("{place} shows {mark}")));
    };
    // An answer may name facts: the operator may not see any.
    let words = caller.words();
    let all = [words.clone(), facts()].concat();
    look("standard output", &ended.stdout, &all);
    look("standard error", &ended.stderr, &all);
    look("/metrics", metrics, &all);
    for answer in &answers {
        look("an answer", answer, &words);
    }
    let number = leaks.len();
    leaks.truncate(10);
    let leaks = leaks.join("\n");
    assert_eq!(number, 0, "the canary was seen {number} times:\n{leaks}");
    it_has_looked(requests, &answers, &ended, statuses);
}

/// The names of facts that are no words of ours besides.
fn facts() -> Vec<(String, String)> {
    let names = vocabulary().facts().iter().map(|fact| fact.name.as_str());
    let names = names.filter(|name| name.contains('_'));
    names
        .map(|name| ("a fact".to_owned(), name.to_owned()))
        .collect()
}

/// Where nothing is sent, answered or printed, nothing is seen either.
fn it_has_looked(requests: &[Sent], answers: &[Vec<u8>], ended: &Output, more: &[u16]) {
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
    for expected in [200, 308, 400, 404, 405, 406, 408, 413, 415, 422]
        .iter()
        .chain(more)
    {
        assert!(statuses.contains_key(expected), "{expected}: {statuses:?}");
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
