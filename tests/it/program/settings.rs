//! Settings, from flags and from the environment.

use std::ffi::OsStr;
use std::net::TcpListener;
use std::os::unix::ffi::OsStrExt;
use std::process::Output;

use super::{end, signpost};

const ADDRESS: &str = "an IP address and a port, such as 127.0.0.1:8080 or [::]:8080";
const NUMBER: &str = "a whole number from 1 to 512";
const DAY: &str = "a day written year-month-day, such as 2026-11-22";

/// Runs the program with settings of the service that it cannot use.
fn run_unset(arguments: &[&str]) -> Output {
    let mut command = signpost();
    command
        .env("SIGNPOST_BIND", "nowhere")
        .env("SIGNPOST_WORKERS", "0")
        .env("SIGNPOST_LOG", "all")
        .env("SIGNPOST_GUIDANCE_DIR", "")
        .env("SIGNPOST_TODAY", "tomorrow");
    command.args(arguments).output().unwrap()
}

#[test]
fn every_setting_that_cannot_be_used_is_told_at_once_with_where_it_came_from() {
    let rest = format!(
        "SIGNPOST_LOG must be requests or none; it is \"all\"\n\
         \x20 SIGNPOST_GUIDANCE_DIR must be the path of a directory; it is \"\"\n\
         \x20 SIGNPOST_TODAY must be {DAY}; it is \"tomorrow\""
    );
    let every = format!(
        "signpost cannot use these settings:\n\
         \x20 SIGNPOST_BIND must be {ADDRESS}; it is \"nowhere\"\n\
         \x20 SIGNPOST_WORKERS must be {NUMBER}; it is \"0\"\n\
         \x20 {rest}\n"
    );
    for serve in [&[][..], &["serve"]] {
        assert_eq!(end(&run_unset(serve)), (Some(2), "", every.as_str()));
    }
    let mixed = format!(
        "signpost cannot use these settings:\n\
         \x20 --bind must be {ADDRESS}; it is \"localhost:80\"\n\
         \x20 SIGNPOST_WORKERS must be {NUMBER}; it is \"0\"\n\
         \x20 {rest}\n"
    );
    let output = run_unset(&["--bind", "localhost:80"]);
    assert_eq!(end(&output), (Some(2), "", mixed.as_str()));
}

#[test]
fn what_is_no_number_of_workers_is_refused() {
    for number in ["0", "513", "-1", "two", "1.5", "", " 1"] {
        let output = signpost().arg(format!("--workers={number}")).output();
        let fault = format!(
            "signpost cannot use these settings:\n\
             \x20 --workers must be {NUMBER}; it is \"{number}\"\n"
        );
        assert_eq!(end(&output.unwrap()), (Some(2), "", fault.as_str()));
    }
}

#[test]
fn a_variable_that_is_empty_or_no_text_is_a_fault_and_not_the_default() {
    for (value, shown) in [(&b""[..], r#""""#), (b"\xff", r#""\xFF""#)] {
        let mut command = signpost();
        let output = command
            .env("SIGNPOST_BIND", OsStr::from_bytes(value))
            .output()
            .unwrap();
        let fault = format!(
            "signpost cannot use these settings:\n\
             \x20 SIGNPOST_BIND must be {ADDRESS}; it is {shown}\n"
        );
        assert_eq!(end(&output), (Some(2), "", fault.as_str()));
    }
}

#[test]
fn a_flag_of_two_words_is_named_as_it_is_written() {
    let output = signpost().args(["serve", "--guidance-dir", ""]).output();
    let fault = "signpost cannot use these settings:\n\
                 \x20 --guidance-dir must be the path of a directory; it is \"\"\n";
    assert_eq!(end(&output.unwrap()), (Some(2), "", fault));
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
    let flags = [&settings[..], &guidance].concat();
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
        "/tests/conformance/nothing_known.request.json"
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
