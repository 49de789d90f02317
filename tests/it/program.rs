//! The program: its commands, its messages and how it ends.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::Output;

use serde_json::Value;

use crate::running::{Running, signpost};

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn run(arguments: &[&str]) -> Output {
    signpost().args(arguments).output().unwrap()
}

#[test]
fn check_lists_the_items_that_rest_on_each_statement() {
    let output = run(&["check"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let lines = text(&output.stdout);
    assert!(lines.starts_with("no fault: 61 statements"), "{lines}");
    let s29 = lines.lines().find(|line| line.starts_with("S29 ")).unwrap();
    assert!(s29.contains("contact_police"), "{s29}");
}

#[test]
fn check_tells_every_fault_and_fails() {
    let output = run(&["check", "no/such/directory"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stdout), "");
    let faults = text(&output.stderr);
    assert!(
        faults.contains("[unreadable]") && faults.contains("help: "),
        "{faults}"
    );
}

#[test]
fn export_writes_what_is_committed() {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("export");
    let output = run(&["export", "--dir", target.to_str().unwrap()]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    for (name, _) in signpost::export::files() {
        let written = std::fs::read(target.join(&name)).unwrap();
        let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join(&name);
        assert!(written == std::fs::read(committed).unwrap(), "{name}");
    }
}

#[test]
fn a_port_that_is_taken_is_said_so() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let output = run(&["serve", "--bind", &address]);
    assert_eq!(output.status.code(), Some(1));
    let message = text(&output.stderr);
    assert!(
        message.starts_with(&format!("signpost cannot listen on {address}: ")),
        "{message}"
    );
}

#[test]
fn settings_of_the_environment_do_not_stand_in_the_way_of_a_command() {
    let mut command = signpost();
    let output = command
        .env("SIGNPOST_BIND", "127.0.0.1:0")
        .env("SIGNPOST_WORKERS", "1");
    let output = output.arg("check").output().unwrap();
    assert!(output.status.success(), "{}", text(&output.stderr));
}

#[test]
fn it_serves_until_it_is_told_to_stop_and_then_ends_well() {
    for told in ["TERM", "INT"] {
        let running = Running::start(signpost().env("SIGNPOST_WORKERS", "1"));
        let answer = ready(&running);
        assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
        assert!(answer.ends_with(r#"{"status":"ok"}"#), "{answer}");
        assert!(running.stop(told).status.success(), "{told}");
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
        assert!(ended.status.success());
        let printed = text(&ended.stdout);
        assert_eq!(printed.lines().count(), lines, "{printed}");
        for line in printed.lines() {
            let line: Value = serde_json::from_str(line).unwrap();
            assert_eq!(line["route"], "/health/ready");
        }
        assert_eq!(text(&ended.stderr).lines().count(), 1);
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
