//! A system that allows few descriptors.

use std::process::Command;

use crate::running::signpost;

/// What the program says when it does not start, where `allowed` descriptors are and so many of them are taken already.
fn refusal(allowed: usize, taken: usize, options: &[&str]) -> String {
    let program = signpost().get_program().to_owned();
    let mut shell = Command::new("bash");
    shell.env_clear().arg("-c").arg(format!(
        "ulimit -n {allowed}; for ((n = 0; n < {taken}; n++)); do exec {{held}}</dev/null; done; exec \"$0\" serve \"$@\""
    ));
    shell.arg(program).args(["--bind", "127.0.0.1:0"]);
    let output = shell.args(options).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    said
}

#[test]
fn more_connections_than_there_are_descriptors_are_refused_at_the_start() {
    let metrics = ["--workers", "1", "--metrics-bind", "127.0.0.1:0"];
    for (allowed, options) in [
        (384, &["--workers", "1"][..]),
        (400, &["--workers", "5"][..]),
        (400, &metrics[..]),
    ] {
        let said = refusal(allowed, 0, options);
        let start = format!("signpost cannot hold 256 connections with {allowed} descriptors: ");
        assert!(said.starts_with(&start), "{said}");
    }
}

#[test]
fn it_does_not_go_on_without_a_worker() {
    let options = ["--connections", "1", "--workers", "16"];
    let said = refusal(200, 150, &options);
    assert!(said.contains("a worker did not start"), "{said}");
}
