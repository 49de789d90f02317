//! Requests sent together: each has the answer that it has alone, in its turn, and nothing follows the last of them.

use std::net::Shutdown;
use std::thread::sleep;
use std::time::Duration;

use super::{Client, advice, advice_of, serving};
use crate::running::Running;

const LIVE: &str = "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n";
const LIVE_HEAD: &str = "HEAD /health/live HTTP/1.1\r\nHost: x\r\n\r\n";
const LIVE_LAST: &str = "GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
const CATALOGUE_HEAD: &str = "HEAD /v1/catalogue HTTP/1.1\r\nHost: x\r\n\r\n";
const NOTHING_THERE: &str = "GET /nothing HTTP/1.1\nHost: x\n\n";
const AFTER_EMPTY_LINES: &str = "\r\n\n\r\nGET /health/live HTTP/1.1\r\nHost: x\r\n\r\n";

/// Data of a chunked body that look like its end, and like a request.
const LIKE_AN_END: &str = "{\"facts\":\r\n0\r\n\r\n\n\nGET / HTTP/1.1\r\nHost: x\r\n\r\n\r\n";

/// A request for advice whose body comes in these chunks.
fn chunked(chunks: &[&str]) -> String {
    let chunks = chunks.iter().chain(&[""]);
    let chunks = chunks.map(|data| format!("{:x}\r\n{data}\r\n", data.len()));
    format!(
        "POST /v1/advice HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n{}",
        chunks.collect::<String>()
    )
}

/// The same request, said to be the last.
fn last(request: &str) -> String {
    request.replacen("Host: x\r\n", "Host: x\r\nConnection: close\r\n", 1)
}

/// The next answer, without what differs from one to the next.
fn answer_to(request: &str, client: &mut Client) -> (String, Vec<u8>) {
    let (head, body) = if request.starts_with("HEAD ") {
        (client.head(), Vec::new())
    } else {
        client.whole_answer()
    };
    let lines = head.split_inclusive("\r\n");
    let same = |line: &&str| !line.starts_with("date: ") && !line.starts_with("request-id: ");
    (lines.filter(same).collect(), body)
}

fn answer_alone(request: &str, running: &Running) -> (String, Vec<u8>) {
    let mut client = Client::of(running);
    client.send(request);
    answer_to(request, &mut client)
}

/// Sends these in one piece, and then looks at each answer and at the end.
fn are_answered_as_if_alone(requests: &[String], running: &Running) {
    let alone = requests
        .iter()
        .map(|request| answer_alone(request, running));
    let alone: Vec<_> = alone.collect();
    let mut client = Client::of(running);
    client.send(&requests.concat());
    for (number, (request, alone)) in requests.iter().zip(alone).enumerate() {
        let (head, body) = answer_to(request, &mut client);
        assert_eq!(head, alone.0, "answer {number}, to {request}");
        assert!(body == alone.1, "the body of answer {number}, to {request}");
    }
    client.0.get_ref().shutdown(Shutdown::Write).unwrap();
    assert_eq!(client.rest(), "");
}

#[test]
fn each_answer_is_framed_by_its_own_request() {
    let running = serving(&[]);
    let advice = &*advice();
    let advice_last = &*last(advice);
    let in_chunks = &*chunked(&["{\"facts\"", ":{}}"]);
    for requests in [
        &[advice, LIVE_HEAD][..],
        &[LIVE_HEAD, LIVE_HEAD, LIVE],
        &[CATALOGUE_HEAD, NOTHING_THERE, CATALOGUE_HEAD],
        &[advice, advice_last],
        &[advice, LIVE_LAST],
        &[in_chunks, LIVE],
        &[in_chunks, LIVE_HEAD, in_chunks, in_chunks, LIVE_LAST],
        &[LIVE, AFTER_EMPTY_LINES],
    ] {
        let requests: Vec<_> = requests.iter().map(ToString::to_string).collect();
        are_answered_as_if_alone(&requests, &running);
    }
}

#[test]
fn many_of_every_kind_are_answered_in_their_turn() {
    let kinds = [
        LIVE.to_owned(),
        LIVE_HEAD.to_owned(),
        advice(),
        chunked(&["{\"facts\":\r\n\r\n\r\n", "\n\n", "{}\r\n\r\n", "}"]),
        CATALOGUE_HEAD.to_owned(),
        chunked(&[LIKE_AN_END, LIKE_AN_END]),
        NOTHING_THERE.to_owned(),
    ];
    for read_ahead in ["512", "8192"] {
        let running = serving(&["--read-ahead", read_ahead]);
        let mix: Vec<_> = kinds.iter().cycle().take(20).cloned().collect();
        are_answered_as_if_alone(&mix, &running);
    }
}

#[test]
fn nothing_is_answered_after_a_request_that_is_the_last() {
    let running = serving(&[]);
    for request in [
        LIVE_LAST.to_owned(),
        "GET /health/live HTTP/1.0\r\n\r\n".to_owned(),
        last(&advice()),
        last(&chunked(&["{\"facts\":{}}"])),
        advice().replacen("HTTP/1.1", "HTTP/1.0", 1),
        // The body is not read, so its answer is the last.
        advice().replacen("/v1/advice", "/nothing", 1),
        chunked(&["{}"]).replacen("/v1/advice", "/nothing", 1),
        LIVE.replacen(
            "\r\n\r\n",
            "\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n",
            1,
        ),
        LIVE.replacen(
            "\r\n\r\n",
            "\r\nUpgrade: websocket\r\nContent-Length: 0\r\n\r\n",
            1,
        ),
        LIVE.replacen("GET /health/live", "CONNECT x:1", 1),
    ] {
        for follows in [advice(), LIVE.to_owned(), "nothing\r\n\r\n".to_owned()] {
            let mut client = Client::of(&running);
            client.send(&format!("{request}{follows}{LIVE}"));
            let (head, _) = answer_to(&request, &mut client);
            let keeps = head.starts_with("http/1.1") && !head.contains("\r\nconnection: close\r\n");
            assert!(!keeps, "{request}{head}");
            assert_eq!(client.rest(), "", "{request}");
        }
    }
}

#[test]
fn who_waits_to_be_asked_for_a_body_is_asked_in_their_turn() {
    let running = serving(&[]);
    let mut client = Client::of(&running);
    let expecting = advice().replacen("Host: x", "Host: x\r\nExpect: 100-continue", 1);
    client.send(&format!("{LIVE}{expecting}{expecting}{LIVE_LAST}"));
    for status in [200, 100, 200, 100, 200, 200] {
        let (head, _) = client.whole_answer();
        assert!(head.starts_with(&format!("http/1.1 {status} ")), "{head}");
    }
    assert_eq!(client.rest(), "");
}

#[test]
fn wherever_what_is_sent_is_cut_it_is_read_alike() {
    let running = serving(&[]);
    let requests = [chunked(&["{\"facts\"", ":{}\n\n}"]), LIVE_LAST.to_owned()];
    let alone = requests
        .each_ref()
        .map(|request| answer_alone(request, &running));
    let sent = requests.concat();
    for at in 1..sent.len() {
        let mut client = Client::of(&running);
        client.0.get_ref().set_nodelay(true).unwrap();
        let (start, end) = sent.split_at(at);
        client.send(start);
        // Mostly the service reads it before the rest comes.
        sleep(Duration::from_millis(2));
        client.send(end);
        for (request, alone) in requests.iter().zip(&alone) {
            assert!(answer_to(request, &mut client) == *alone, "cut at {at}");
        }
        assert_eq!(client.rest(), "", "cut at {at}");
    }
}

/// What it is told at the end of its connection, it is told after the answer.
#[test]
fn a_last_answer_is_whole_however_large_it_is() {
    let running = serving(&[]);
    let request = advice_of(r#"{"facts":{"adult_involved":"yes"},"include":["all"]}"#);
    let (_, alone) = answer_alone(&request, &running);
    let mut client = Client::of(&running);
    client.send(&last(&request));
    let (head, body) = client.whole_answer();
    assert!(head.contains("\r\nconnection: close\r\n"), "{head}");
    assert!(body == alone, "{} of {}", body.len(), alone.len());
    assert_eq!(client.rest(), "");
}
