//! Clients who keep the service waiting: each is cut off.

use std::fs;
use std::thread::sleep;
use std::time::Duration;

use super::{Client, advice, advice_of, metric, serving};

const TICK: Duration = Duration::from_millis(20);

/// So many answers are more than the system takes for a client who does not read.
const MORE_THAN_THE_SYSTEM_KEEPS: usize = 6_000;

/// Waits, with patience, until it is so.
fn wait_until(mut so: impl FnMut() -> bool) {
    for _ in 0..3_000 {
        if so() {
            return;
        }
        sleep(TICK);
    }
    panic!("it did not come to that");
}

#[test]
fn each_head_has_its_limit_and_not_the_first_alone() {
    let running = serving(&["--head-timeout", "0.3"]);
    let mut first = Client::of(&running);
    first.send("GET /health/live HTTP/1.1\r\nHo");
    let mut second = Client::of(&running);
    second.asks();
    second.send("GET /health/live HTTP/1.1\r\nHo");
    for mut client in [Client::of(&running), first, second] {
        let said = client.rest();
        assert!(said.starts_with("HTTP/1.1 408 "), "{said}");
    }
    let name = r#"signpost_connections_ended_total{because="head"}"#;
    assert_eq!(metric(&running, name), 3);
}

#[test]
fn a_head_that_comes_byte_for_byte_is_given_no_more_time() {
    let running = serving(&["--head-timeout", "0.3"]);
    let mut client = Client::of(&running);
    client.asks();
    let endless = std::iter::once("GET / HTTP/1.1\r\nX: ").chain(std::iter::repeat("x"));
    for bytes in endless.take(3_000) {
        if client.tries_to_send(bytes).is_err() {
            return;
        }
        sleep(TICK);
    }
    panic!("it was taken to its end");
}

#[test]
fn a_head_that_is_too_large_is_refused_and_nothing_fails() {
    let running = serving(&["--head-bytes", "4096"]);
    for header in [
        format!("{}: x\r\n", "a".repeat(70_000)),
        format!("X: {}\r\n", "a".repeat(5_000)),
        format!("Host: x\r\nX: {}\r\n\r\n", "a".repeat(5_000)),
    ] {
        let mut client = Client::of(&running);
        // It may be refused before all of it is sent.
        let _ = client.tries_to_send(&format!("GET / HTTP/1.1\r\n{header}"));
        let said = client.rest();
        assert!(said.starts_with("HTTP/1.1 431 "), "{said}");
    }
    let name = r#"signpost_connections_ended_total{because="head_bytes"}"#;
    assert_eq!(metric(&running, name), 3);
    assert_eq!(metric(&running, "signpost_panics_total"), 0);
}

#[test]
fn what_comes_with_a_head_is_none_of_it() {
    let running = serving(&["--head-bytes", "1024", "--read-ahead", "8192"]);
    let mut client = Client::of(&running);
    for filling in [10, 1_500, 3_000] {
        let filling = " ".repeat(filling);
        client.send(&advice_of(&format!(r#"{{"facts":{{}}{filling}}}"#)));
        let head = client.answer();
        assert!(head.starts_with("http/1.1 200 "), "{head}");
    }
    client.asks();
}

#[test]
fn what_is_no_request_is_counted() {
    let running = serving(&[]);
    for (sent, status) in [
        ("nothing\r\n\r\n".to_owned(), 400),
        (
            format!("GET / HTTP/1.1\r\n{}\r\n", "X: y\r\n".repeat(200)),
            431,
        ),
    ] {
        let mut client = Client::of(&running);
        client.send(&sent);
        let said = client.rest();
        assert!(said.starts_with(&format!("HTTP/1.1 {status} ")), "{said}");
        let name = format!(r#"signpost_unreadable_total{{status="{status}"}}"#);
        assert_eq!(metric(&running, &name), 1);
    }
}

#[test]
fn a_refusal_that_comes_before_the_body_closes_the_connection() {
    let running = serving(&[]);
    let json = "Content-Type: application/json";
    for (start, header, status) in [
        ("POST /v1/advice?x", json, 400),
        ("POST /nothing", json, 404),
        ("PUT /v1/advice", json, 405),
        ("POST /v1/advice", "Content-Type: text/plain", 415),
        ("GET /health/live", json, 200),
    ] {
        for (framing, more) in [
            ("Transfer-Encoding: chunked", "1\r\nx\r\n"),
            ("Content-Length: 99", "x"),
        ] {
            let mut client = Client::of(&running);
            client.send(&format!(
                "{start} HTTP/1.1\r\nHost: x\r\n{header}\r\n{framing}\r\n\r\n"
            ));
            let head = client.answer();
            assert!(head.starts_with(&format!("http/1.1 {status} ")), "{head}");
            assert!(head.contains("\r\nconnection: close\r\n"), "{head}");
            // Whether the client goes on or is silent.
            let _ = client.tries_to_send(more);
            client.rest();
        }
    }
}

#[test]
fn a_body_that_is_too_large_and_goes_on_is_cut_off() {
    let running = serving(&[]);
    let mut client = Client::of(&running);
    client.send("POST /v1/advice HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n");
    client.send("Transfer-Encoding: chunked\r\n\r\n");
    client.send(&format!("4e20\r\n{}\r\n", "x".repeat(20_000)));
    let head = client.answer();
    assert!(head.starts_with("http/1.1 413 "), "{head}");
    assert!(head.contains("\r\nconnection: close\r\n"), "{head}");
    for _ in 0..3_000 {
        if client.tries_to_send("1\r\nx\r\n").is_err() {
            return;
        }
        sleep(TICK);
    }
    panic!("it was taken to its end");
}

#[test]
fn a_client_who_does_not_read_is_cut_off() {
    let running = serving(&["--write-timeout", "0.5"]);
    let mut client = Client::of(&running);
    client.send(&advice().repeat(MORE_THAN_THE_SYSTEM_KEEPS));
    let name = r#"signpost_connections_ended_total{because="write"}"#;
    wait_until(|| metric(&running, name) == 1);
}

#[test]
fn to_wait_for_a_client_who_does_not_read_takes_no_time_of_the_processor() {
    let running = serving(&[]);
    let mut client = Client::of(&running);
    client.send(&advice().repeat(MORE_THAN_THE_SYSTEM_KEEPS));
    // Until nothing more is answered.
    let name = r#"signpost_requests_total{route="/v1/advice",method="post",status="200"}"#;
    let (mut answered, mut since) = (0, 0);
    wait_until(|| {
        let now = metric(&running, name);
        since = if now == answered { since + 1 } else { 0 };
        answered = now;
        since > 20
    });
    assert!(answered < MORE_THAN_THE_SYSTEM_KEEPS as u64, "{answered}");
    let before = spent(running.id());
    sleep(Duration::from_secs(1));
    let spent = spent(running.id()) - before;
    assert!(spent < 10, "{spent} hundredths of a second in one second");
}

/// The time of the processor that a process has taken, in hundredths of a second.
fn spent(process: u32) -> u64 {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).unwrap();
    let fields = stat.rsplit(") ").next().unwrap().split(' ');
    let times = fields
        .skip(11)
        .take(2)
        .map(|time| time.parse::<u64>().unwrap());
    times.sum()
}

#[test]
fn a_connection_is_kept_no_longer_than_it_is_to_be() {
    let running = serving(&["--keep-alive", "0.3"]);
    let mut client = Client::of(&running);
    client.asks();
    assert_eq!(client.rest(), "");
}

#[test]
fn a_connection_that_rests_is_answered_again() {
    let running = serving(&[]);
    let mut client = Client::of(&running);
    for _ in 0..2 {
        client.asks();
        wait_until(|| metric(&running, "signpost_connections_resting") == 1);
    }
    client.asks();
}

#[test]
fn what_was_sent_ahead_is_answered_all_of_it() {
    let running = serving(&["--read-ahead", "512"]);
    let mut client = Client::of(&running);
    client.send(&advice().repeat(100));
    // The rest of the last of them comes later.
    let last = advice();
    let (start, end) = last.split_at(40);
    client.send(start);
    for _ in 0..100 {
        let head = client.answer();
        assert!(head.starts_with("http/1.1 200 "), "{head}");
    }
    sleep(Duration::from_millis(1_300));
    client.send(end);
    let head = client.answer();
    assert!(head.starts_with("http/1.1 200 "), "{head}");
}
