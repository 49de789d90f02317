//! The program: its commands, its messages and how it ends.

mod advise;
pub(crate) mod client;
mod diff;
mod documents;
mod health;
mod help;
mod lines;
mod prove;
mod reload;
mod serve;
mod settings;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};

use crate::running::signpost;

pub(crate) fn run(arguments: &[&str]) -> Output {
    signpost().args(arguments).output().unwrap()
}

/// Runs the program with these bytes as its input.
pub(crate) fn run_with(arguments: &[&str], input: &[u8]) -> Output {
    let mut command = signpost();
    let command = command.args(arguments).stdin(Stdio::piped());
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    // The program answers while it is still being fed, and may stop reading early.
    let feeding = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    feeding.join().unwrap();
    output
}

/// How the program ended, and what it said.
fn end(output: &Output) -> (Option<i32>, &str, &str) {
    let text = |bytes| std::str::from_utf8(bytes).unwrap();
    (
        output.status.code(),
        text(&output.stdout),
        text(&output.stderr),
    )
}

/// A path for what a test writes.
fn scratch(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}
