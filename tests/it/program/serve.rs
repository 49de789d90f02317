//! `serve`, and what happens without a command.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};

use serde_json::Value;

use super::{end, run, signpost};
use crate::running::Running;

#[test]
fn a_port_that_is_taken_is_said_so() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let output = run(&["serve", "--bind", &address]);
    let (code, _, message) = end(&output);
    assert_eq!(code, Some(1));
    let start = format!("signpost cannot listen on {address}: ");
    assert!(message.starts_with(&start), "{message}");
}

#[test]
fn it_serves_until_it_is_told_to_stop_and_then_ends_well() {
    for told in ["TERM", "INT"] {
        let running = Running::start(signpost().env("SIGNPOST_WORKERS", "1"));
        let answer = ready(&running);
        assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
        assert!(
            answer.ends_with(r#"{"status":"ok","guidance":"current"}"#),
            "{answer}"
        );
        assert!(running.stop(told).status.success(), "{told}");
    }
}

#[test]
fn it_can_be_told_to_stop_as_soon_as_it_says_that_it_listens() {
    for _ in 0..3 {
        let running = Running::start(&mut signpost());
        assert!(running.stop("TERM").status.success());
    }
}

#[test]
fn it_logs_a_request_on_standard_output_unless_it_is_told_not_to() {
    for (log, lines) in [(None, 2), (Some("requests"), 2), (Some("none"), 0)] {
        let mut command = signpost();
        if let Some(log) = log {
            command.args(["serve", "--log", log]);
        }
        let running = Running::start(&mut command);
        ready(&running);
        ready(&running);
        let ended = running.stop("TERM");
        let (code, printed, said) = end(&ended);
        assert_eq!(code, Some(0));
        assert_eq!(printed.lines().count(), lines, "{printed}");
        for line in printed.lines() {
            let line: Value = serde_json::from_str(line).unwrap();
            assert_eq!(line["route"], "/health/ready");
        }
        assert_eq!(said.lines().count(), 1, "{said}");
    }
}

fn ready(running: &Running) -> String {
    let mut stream = TcpStream::connect(&running.address).unwrap();
    let request = "GET /health/ready HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}
