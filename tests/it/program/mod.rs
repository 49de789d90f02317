//! The program: its commands, its messages and how it ends.

mod advise;
mod documents;
mod health;
mod help;
mod lines;
mod serve;
mod settings;

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

/// The program, with nothing in its environment.
pub(crate) fn signpost() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_signpost"));
    command.env_clear();
    command
}

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

/// A service that does not outlive its test.
struct Running {
    child: Child,
    /// Where it says that it listens.
    address: String,
}

impl Running {
    fn on(bind: &str) -> Self {
        let mut command = signpost();
        let command = command
            .env("SIGNPOST_BIND", bind)
            .env("SIGNPOST_WORKERS", "1")
            .stdout(Stdio::null())
            .stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut said = BufReader::new(child.stderr.take().unwrap());
        let mut line = String::new();
        said.read_line(&mut line).unwrap();
        let address = line
            .trim()
            .strip_prefix("signpost listens on http://")
            .expect("where it listens")
            .to_owned();
        Self { child, address }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
