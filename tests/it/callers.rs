//! Who may call, and how often, against the program.

use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Output;

use crate::running::{Running, signpost};

const NOBODY: &str = "1111111111111111111111111111111111111111111111111111111111111111";

/// A path for what a test writes.
pub(crate) fn scratch(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

/// A key and its line.
pub(crate) fn made(name: &str) -> (String, String) {
    let made = signpost().args(["key", name]).output().unwrap();
    let made = String::from_utf8(made.stdout).unwrap();
    let mut lines = made.lines().map(str::to_owned);
    (lines.next().unwrap(), lines.next().unwrap())
}

/// Asks for a path, and reads all that comes.
fn get(running: &Running, path: &str, header: &str) -> String {
    let mut stream = TcpStream::connect(&running.address).unwrap();
    let request =
        format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{header}\r\n\r\n");
    let request = request.replace("\r\n\r\n\r\n", "\r\n\r\n");
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    // Some pages are compressed.
    String::from_utf8_lossy(&answer).into_owned()
}

fn assert_status(answer: &str, status: u16) {
    assert!(
        answer.starts_with(&format!("HTTP/1.1 {status} ")),
        "{answer}"
    );
}

fn ended(arguments: &[&str]) -> (Option<i32>, String) {
    let Output { status, stderr, .. } = signpost().args(arguments).output().unwrap();
    (status.code(), String::from_utf8(stderr).unwrap())
}

#[test]
fn where_others_can_reach_it_it_does_not_start_before_it_is_said_who_may_call() {
    for bind in ["0.0.0.0:0", "[::]:0", "192.0.2.1:0"] {
        let (code, said) = ended(&["--bind", bind]);
        assert_eq!(code, Some(1), "{said}");
        for way in ["--keys FILE", "--client-ca FILE", "--allow-anonymous"] {
            assert!(said.contains(way), "{said}");
        }
    }
    let mut anybody = signpost();
    anybody.arg("--allow-anonymous");
    drop(Running::on("0.0.0.0:0", &mut anybody));
}

#[test]
fn a_start_that_fails_says_every_reason() {
    let taken = TcpListener::bind("0.0.0.0:0").unwrap();
    let bind = taken.local_addr().unwrap().to_string();
    let missing = scratch("no_such_file");
    let missing = missing.to_str().unwrap();
    let (code, said) = ended(&[
        "--bind",
        &bind,
        "--keys",
        missing,
        "--guidance-dir",
        missing,
    ]);
    assert_eq!(code, Some(1));
    assert!(
        said.contains("signpost cannot listen on 0.0.0.0:"),
        "{said}"
    );
    assert!(said.contains("[unreadable]"), "{said}");
    assert!(said.contains(&format!("{missing}: No such file")), "{said}");
}

#[test]
fn who_has_a_key_is_answered_and_nobody_else() {
    let (key, line) = made("caseworks");
    let (old, expired) = made("old");
    let (later, another) = made("later");
    let file = scratch("keys_of_callers");
    let digest = line.split(':').nth(1).unwrap();
    fs::write(
        &file,
        format!("# who\n{line} expires=2999-12-31\n{expired} expires=2020-01-01\n"),
    )
    .unwrap();
    let mut command = signpost();
    command.args(["serve", "--keys", file.to_str().unwrap()]);
    let running = Running::start(&mut command);
    let bearer = |key: &str| format!("Authorization: Bearer {key}");

    for (header, status) in [
        (bearer(&key), 200),
        (format!("authorization: bearer {key}"), 200),
        (format!("X-API-Key: {key}"), 200),
        (String::new(), 401),
        (bearer(NOBODY), 401),
        (bearer(digest), 401),
        (bearer(&key[..key.len() - 1]), 401),
        (format!("Authorization: Basic {key}"), 401),
        (format!("Authorization: {key}"), 401),
        (bearer(&old), 403),
        (bearer(&later), 401),
    ] {
        let answer = get(&running, "/v1/facts", &header);
        assert_status(&answer, status);
        if status == 401 {
            assert!(
                answer.contains("\r\nwww-authenticate: Bearer\r\n"),
                "{answer}"
            );
        }
    }
    for path in [
        "/v1",
        "/v1/facts",
        "/%76%31/facts",
        "//v1/facts",
        "/metrics",
        "/nothing",
        "/health/../v1/facts",
    ] {
        assert_status(&get(&running, path, ""), 401);
    }
    for path in [
        "/health/live",
        "/health/ready",
        "/openapi.json",
        "/docs/",
        "/problems/forbidden",
        "/",
        "/try",
        "/page/try.js",
    ] {
        assert_status(&get(&running, path, ""), 200);
    }

    // Another key takes the place of the first.
    fs::write(&file, another).unwrap();
    running.tell("HUP");
    while !get(&running, "/v1/facts", &bearer(&later)).starts_with("HTTP/1.1 200 ") {}
    assert_status(&get(&running, "/v1/facts", &bearer(&key)), 401);
    // With a file that cannot be used, the keys in force go on, and the metrics say so.
    fs::write(&file, "nothing").unwrap();
    running.tell("HUP");
    let metrics = || get(&running, "/metrics", &bearer(&later));
    while !metrics().contains("\nsignpost_keys_stale 1\n") {}
    let metrics = metrics();
    assert_status(&metrics, 200);
    assert_status(&get(&running, "/v1/facts", &bearer(&key)), 401);
    assert_status(&get(&running, "/v1/facts", ""), 401);
    // Once the last key is taken away, nobody can call.
    fs::write(&file, "").unwrap();
    running.tell("HUP");
    while get(&running, "/v1/facts", &bearer(&later)).starts_with("HTTP/1.1 200 ") {}
    assert_status(&get(&running, "/v1/facts", &bearer(&later)), 401);

    let stopped = running.stop("TERM");
    let log = String::from_utf8(stopped.stdout).unwrap();
    let said = String::from_utf8(stopped.stderr).unwrap();
    assert!(log.contains(r#""key":"caseworks""#), "{log}");
    for secret in [&key, &old, &later] {
        let bare = secret.strip_prefix("signpost_").unwrap();
        for text in [&log, &said, &metrics] {
            assert!(!text.contains(bare), "a key is seen in {text}");
        }
    }
}

#[test]
fn a_file_of_keys_that_cannot_be_used_is_said_line_by_line() {
    let file = scratch("keys_with_faults");
    let zeros = "0".repeat(64);
    let lines = [
        "one",
        "Two sha256:00",
        &format!("three sha256:{zeros} expires=soon"),
        &format!("four sha256:{zeros} rate=0"),
        &format!("five sha256:{zeros} more"),
        &format!("six sha256:{zeros}"),
        &format!("six sha256:{zeros}"),
    ];
    fs::write(&file, lines.join("\n")).unwrap();
    let (code, said) = ended(&["--bind", "127.0.0.1:0", "--keys", file.to_str().unwrap()]);
    assert_eq!(code, Some(1));
    for line in [1, 2, 3, 4, 5, 7] {
        assert!(said.contains(&format!(", line {line}: ")), "{line}: {said}");
    }
    assert!(
        !said.contains(", line 6: ") && !said.contains(&zeros),
        "{said}"
    );
    fs::write(&file, "# nobody\n").unwrap();
    let (code, _) = ended(&["--bind", "127.0.0.1:0", "--keys", file.to_str().unwrap()]);
    assert_eq!(code, Some(1));
}

#[test]
fn a_name_that_is_none_gets_no_key() {
    for name in ["", "Cases", "a b", "a#b", "ä"] {
        let (code, said) = ended(&["key", name]);
        assert_eq!(code, Some(2), "{name}: {said}");
    }
    assert_ne!(made("a").0, made("a").0);
}

#[test]
fn a_key_can_be_used_as_often_as_its_line_says() {
    let (key, line) = made("seldom");
    let file = scratch("keys_with_rates");
    fs::write(&file, format!("{line} rate=2\n")).unwrap();
    let mut command = signpost();
    let running = Running::start(command.args(["serve", "--keys", file.to_str().unwrap()]));
    let header = format!("X-API-Key: {key}");
    for (status, left) in [(200, 1), (200, 0), (429, 0)] {
        let answer = get(&running, "/v1", &header);
        assert_status(&answer, status);
        assert!(
            answer.contains("\r\nratelimit-policy: \"key\";q=2;w=60\r\n"),
            "{answer}"
        );
        assert!(
            answer.contains(&format!("\r\nratelimit: \"key\";r={left};t=")),
            "{answer}"
        );
        assert_eq!(
            answer.contains("\r\nretry-after: "),
            status == 429,
            "{answer}"
        );
    }
    assert_status(&get(&running, "/health/live", &header), 200);
}

#[test]
fn an_address_can_call_as_often_as_is_said_and_a_proxy_names_it() {
    let mut command = signpost();
    let running = Running::start(command.args(["serve", "--rate", "2"]));
    let from = |addresses: &str| format!("X-Forwarded-For: {addresses}");
    for _ in 0..5 {
        // The proxy itself.
        assert_status(&get(&running, "/v1", ""), 200);
    }
    for status in [200, 200, 429] {
        // Whoever is not named in words that can be read counts as the proxy.
        assert_status(&get(&running, "/v1", &from("nobody")), status);
    }
    for status in [200, 200, 429] {
        // What stands before it can be anything, a port may stand behind it, and each proxy may add a line of its own.
        let said = "\u{ff}, 192.0.2.9:4711";
        let lines = format!("{}\r\n{}", from(said), from("127.0.0.1"));
        assert_status(&get(&running, "/v1", &lines), status);
    }
    for status in [200, 200, 429] {
        // What stands before the last can be invented.
        let invented = format!("198.51.100.{status}, 192.0.2.7");
        assert_status(&get(&running, "/v1", &from(&invented)), status);
    }
    assert_status(&get(&running, "/v1", &from("192.0.2.7, 127.0.0.1")), 429);
    assert_status(&get(&running, "/v1", &from("192.0.2.8")), 200);

    let mut command = signpost();
    let alone = ["serve", "--rate", "2", "--proxies", "192.0.2.1"];
    let running = Running::start(command.args(alone));
    for (number, status) in [200, 200, 429].into_iter().enumerate() {
        // Whoever is no proxy is believed nothing.
        let invented = format!("192.0.2.{}", number + 10);
        assert_status(&get(&running, "/v1", &from(&invented)), status);
    }
}

#[test]
fn the_metrics_can_have_a_port_of_their_own() {
    let free = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let mut command = signpost();
    let own = free.to_string();
    let mut running = Running::start(command.args(["serve", "--metrics-bind", &own]));
    assert_status(&get(&running, "/metrics", ""), 404);
    assert_status(&get(&running, "/v1", ""), 200);
    running.address = own;
    let metrics = get(&running, "/metrics", "");
    assert_status(&metrics, 200);
    assert!(
        metrics.contains(r#"signpost_requests_total{route="/v1",method="get",status="200"} 1"#)
    );
    assert_status(&get(&running, "/health/ready", ""), 200);
    assert_status(&get(&running, "/v1", ""), 404);
    let asked = [
        "health",
        "--bind",
        "127.0.0.1:0",
        "--metrics-bind",
        &running.address,
    ];
    assert_eq!(ended(&asked), (Some(0), String::new()));
}
