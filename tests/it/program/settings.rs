//! Settings, from flags and from the environment.

use std::ffi::OsStr;
use std::fs;
use std::net::TcpListener;
use std::os::unix::ffi::OsStrExt;
use std::process::Output;

use super::{end, scratch, signpost};

/// Runs the program with settings of the service that it cannot use.
fn run_unset(arguments: &[&str]) -> Output {
    let mut command = signpost();
    command.envs(UNUSABLE.map(|(variable, value, ..)| (variable, value)));
    command.args(arguments).output().unwrap()
}

/// Each variable with a value that it cannot have, its flag, and what is said of it.
const UNUSABLE: [(&str, &str, &str, &str); 22] = [
    (
        "SIGNPOST_BIND",
        "nowhere",
        "--bind",
        "an IP address and a port, such as 127.0.0.1:8080 or [::]:8080",
    ),
    (
        "SIGNPOST_PAGE_DEFAULTS",
        "adult_involved=no",
        "--page-defaults",
        "one of jurisdiction, setting, asked_by, then = and an answer",
    ),
    ("SIGNPOST_WORKERS", "0", "--workers", "1..=512"),
    ("SIGNPOST_LOG", "all", "--log", "requests, none"),
    (
        "SIGNPOST_GUIDANCE_DIR",
        "",
        "--guidance-dir",
        "a value is required",
    ),
    (
        "SIGNPOST_TODAY",
        "tomorrow",
        "--today",
        "a day written year-month-day, such as 2026-11-22",
    ),
    ("SIGNPOST_CONNECTIONS", "0", "--connections", "1..=100000"),
    (
        "SIGNPOST_CONNECTIONS_PER_ADDRESS",
        "0",
        "--connections-per-address",
        "1..",
    ),
    (
        "SIGNPOST_PROXIES",
        "here",
        "--proxies",
        "an address or a network, such as 10.0.0.7 or 10.0.0.0/8",
    ),
    ("SIGNPOST_WAITING", "0", "--waiting", "1.."),
    (
        "SIGNPOST_HEAD_TIMEOUT",
        "0",
        "--head-timeout",
        "a number of seconds from 0.1 to 86400, such as 5 or 0.5",
    ),
    (
        "SIGNPOST_BODY_TIMEOUT",
        "0",
        "--body-timeout",
        "a number of seconds from 0.1 to 86400, such as 5 or 0.5",
    ),
    (
        "SIGNPOST_WRITE_TIMEOUT",
        "0",
        "--write-timeout",
        "a number of seconds from 0.1 to 86400, such as 5 or 0.5",
    ),
    (
        "SIGNPOST_KEEP_ALIVE",
        "0",
        "--keep-alive",
        "a number of seconds from 0.1 to 86400, such as 5 or 0.5",
    ),
    (
        "SIGNPOST_DRAIN",
        "0",
        "--drain",
        "a number of seconds from 0.1 to 86400, such as 5 or 0.5",
    ),
    (
        "SIGNPOST_STOP_TIMEOUT",
        "0",
        "--stop-timeout",
        "a number of seconds from 0.1 to 86400, such as 5 or 0.5",
    ),
    ("SIGNPOST_HEAD_BYTES", "1", "--head-bytes", "1024..=57344"),
    ("SIGNPOST_READ_AHEAD", "1", "--read-ahead", "512..=8192"),
    ("SIGNPOST_KEYS", "", "--keys", "a value is required"),
    ("SIGNPOST_RATE", "0", "--rate", "zero"),
    (
        "SIGNPOST_CORS_ORIGINS",
        "cases",
        "--cors-origins",
        "a scheme and a host in small letters, such as https://cases.example",
    ),
    (
        "SIGNPOST_METRICS_BIND",
        "nowhere",
        "--metrics-bind",
        "an IP address and a port",
    ),
];

fn assert_refused(output: &Output, flag: &str, allowed: &str) {
    let (code, printed, message) = end(output);
    assert_eq!((code, printed), (Some(2), ""), "{message}");
    assert!(message.starts_with("error: "), "{message}");
    assert!(message.contains(flag), "{message}");
    assert!(message.contains(allowed), "{message}");
}

#[test]
fn a_setting_that_cannot_be_used_is_refused_with_what_it_must_be() {
    for (variable, value, flag, allowed) in UNUSABLE {
        for command in [None, Some("serve")] {
            let mut by_variable = signpost();
            by_variable.args(command).env(variable, value);
            assert_refused(&by_variable.output().unwrap(), flag, allowed);
            let mut by_flag = signpost();
            by_flag.args(command).arg(format!("{flag}={value}"));
            assert_refused(&by_flag.output().unwrap(), flag, allowed);
        }
    }
}

#[test]
fn what_is_no_number_of_workers_is_refused() {
    for number in ["0", "513", "-1", "two", "1.5", "", " 1"] {
        let output = signpost().arg(format!("--workers={number}")).output();
        let shown = format!("'{number}' for '--workers <NUMBER>'");
        assert_refused(&output.unwrap(), "--workers", &shown);
    }
}

#[test]
fn the_page_begins_with_no_answer_that_its_fact_cannot_have() {
    let output = signpost().arg("--page-defaults=setting=ship").output();
    let shown = "setting can be school_or_college, other";
    let output = output.unwrap();
    let (code, _, message) = end(&output);
    assert_eq!(code, Some(1));
    assert!(message.contains(shown), "{message}");
}

#[test]
fn a_variable_that_is_empty_or_no_text_is_a_fault_and_not_the_default() {
    for (value, told) in [(&b""[..], "--bind"), (b"\xff", "invalid UTF-8")] {
        let mut command = signpost();
        command.env("SIGNPOST_BIND", OsStr::from_bytes(value));
        assert_refused(&command.output().unwrap(), "", told);
    }
}

#[test]
fn a_directory_whose_name_is_no_text_is_one_for_every_command() {
    for command in ["serve", "check"] {
        let directory = OsStr::from_bytes(b"no/such\xff");
        let mut program = signpost();
        program.args([command, "--guidance-dir"]).arg(directory);
        let output = program.output().unwrap();
        let (code, _, message) = end(&output);
        assert_eq!(code, Some(1), "{message}");
        assert!(message.contains("[unreadable]"), "{message}");
    }
}

#[test]
fn a_flag_goes_before_its_variable() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let local = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/local");
    let settings = ["--workers", "1", "--log", "none", "--bind", &address];
    let guidance = ["--guidance-dir", local, "--today", "2026-11-23"];
    let keys = scratch("keys_of_the_settings");
    fs::write(&keys, format!("one sha256:{}\n", "0".repeat(64))).unwrap();
    let keys = keys.to_str().unwrap();
    let origin = "https://cases.example";
    let operators = "127.0.0.1:0";
    let who: [&str; 8] = [
        "--keys",
        keys,
        "--rate",
        "9",
        "--cors-origins",
        origin,
        "--metrics-bind",
        operators,
    ];
    let limits: [&str; 24] = [
        "--connections",
        "9",
        "--connections-per-address",
        "9",
        "--proxies",
        "::1",
        "--waiting",
        "5",
        "--head-timeout",
        "5",
        "--body-timeout",
        "5",
        "--write-timeout",
        "5",
        "--keep-alive",
        "5",
        "--drain",
        "5",
        "--stop-timeout",
        "5",
        "--head-bytes",
        "4096",
        "--read-ahead",
        "1024",
    ];
    let page = ["--page-defaults", "setting=other"];
    let flags = [&settings[..], &guidance, &limits, &who, &page].concat();
    let output = run_unset(&[&["serve"][..], &flags].concat());
    let (code, _, message) = end(&output);
    assert_eq!(code, Some(1));
    let start = format!("signpost cannot listen on {address}: ");
    assert!(message.starts_with(&start), "{message}");
}

#[test]
fn settings_of_the_environment_do_not_stand_in_the_way_of_a_command() {
    let incident = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/conformance/words_from_an_adult.request.json"
    );
    let commands: [&[&str]; 5] = [
        &["check"],
        &["advise", incident],
        &["export", "--dir", env!("CARGO_TARGET_TMPDIR")],
        &["--help"],
        &["--version"],
    ];
    for command in commands {
        let output = run_unset(command);
        let (code, _, message) = end(&output);
        assert_eq!((code, message), (Some(0), ""), "{command:?}");
    }
}
