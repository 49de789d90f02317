//! A block that shows a console: calls of the service and of the program, each with what it prints.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use actix_web::http::Method;
use actix_web::test::TestRequest;
use clap::Parser;
use serde_json::Value;

use super::page::{Block, root};
use crate::app::ask;

/// Stands for any lines that are left out, and at the end of a line for the rest of it.
const LEFT_OUT: &str = "...";

/// Where the pages find the service.
const SERVICE: &str = "http://127.0.0.1:8080";

/// The commands of the program that pages may run: they come to an end.
const PROGRAM: [&str; 4] = ["advise", "check", "diff", "export"];

/// A command and what the page prints under it.
#[derive(Debug)]
struct Call {
    command: String,
    printed: Vec<String>,
}

/// The options of curl that pages may use.
#[derive(Debug, Parser)]
#[command(disable_help_flag = true)]
struct Curl {
    #[arg(short = 'X')]
    method: Option<Method>,
    #[arg(short = 'H')]
    headers: Vec<String>,
    #[arg(short)]
    data: Option<String>,
    url: String,
}

/// What a block prints otherwise than it is printed.
pub(super) async fn faults(block: &Block) -> Vec<String> {
    let mut faults = Vec::new();
    for call in calls(block) {
        let words = words(&call.command);
        let real = match words[0].as_str() {
            "curl" => called(&words).await,
            "signpost" => run(&words[1..]),
            other => panic!(
                "{}: no test runs `{other}`: put it into a block of `sh`",
                block.place
            ),
        };
        if let Err(missing) = shows(&call.printed, &real) {
            let (place, command) = (&block.place, &call.command);
            let missing = missing.join("\n");
            faults.push(format!(
                "{place}: {command}\nprints nothing such as\n{missing}"
            ));
        }
    }
    faults
}

/// The commands of a block.
fn calls(block: &Block) -> Vec<Call> {
    let mut calls: Vec<Call> = Vec::new();
    let mut lines = block.text.lines();
    while let Some(line) = lines.next() {
        if let Some(command) = line.strip_prefix("$ ") {
            let mut command = command.to_owned();
            while let Some(whole) = command.strip_suffix('\\') {
                command = whole.to_owned() + lines.next().unwrap_or_default().trim_start();
            }
            let printed = Vec::new();
            calls.push(Call { command, printed });
        } else {
            let call = calls
                .last_mut()
                .unwrap_or_else(|| panic!("{}: no `$ `", block.place));
            call.printed.push(line.trim().to_owned());
        }
    }
    calls
}

/// The words of a command; what stands between quotes is one.
fn words(command: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (place, part) in command.split('\'').enumerate() {
        if place % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

/// What the service answers, line by line and without indentation.
async fn called(words: &[String]) -> Vec<String> {
    let curl = Curl::try_parse_from(words).unwrap_or_else(|error| panic!("{error}"));
    let path = curl
        .url
        .strip_prefix(SERVICE)
        .expect("a call of the service");
    let mut request = TestRequest::default().uri(path);
    request = request.method(curl.method.unwrap_or(Method::GET));
    for header in &curl.headers {
        request = request.insert_header(header.split_once(": ").expect("a header"));
    }
    let answer = ask(request.set_payload(curl.data.unwrap_or_default())).await;
    let text = match serde_json::from_slice::<Value>(&answer.body) {
        Ok(value) => format!("{value:#}"),
        Err(_) => String::from_utf8(answer.body).unwrap(),
    };
    lines(&text)
}

/// What the program prints on both of its outputs, in a folder in which the repository can be read.
fn run(words: &[String]) -> Vec<String> {
    assert!(
        PROGRAM.contains(&words[0].as_str()),
        "no test runs {words:?}"
    );
    let output = Command::new(env!("CARGO_BIN_EXE_signpost"))
        .args(words)
        .current_dir(folder())
        .env_clear()
        .output()
        .unwrap();
    let text = [output.stderr, output.stdout].concat();
    lines(&String::from_utf8(text).unwrap())
}

/// A folder with links to those of the repository.
fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pages");
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    fs::create_dir_all(&folder).unwrap();
    for linked in ["src", "tests"] {
        symlink(root().join(linked), folder.join(linked)).unwrap();
    }
    folder
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(|line| line.trim().to_owned()).collect()
}

/// Fails with printed lines that the real ones, of which some may be left out, do not have.
fn shows<'p>(printed: &'p [String], real: &[String]) -> Result<(), &'p [String]> {
    let mut runs: Vec<_> = printed.split(|line| line == LEFT_OUT).collect();
    let first = runs.remove(0);
    if !begins(real, first) {
        return Err(first);
    }
    let mut real = &real[first.len()..];
    let Some(last) = runs.pop() else {
        return if real.is_empty() { Ok(()) } else { Err(first) };
    };
    for run in runs {
        let mut starts = 0..real.len();
        let start = starts.find(|start| begins(&real[*start..], run));
        real = &real[start.ok_or(run)? + run.len()..];
    }
    let end = real.len().checked_sub(last.len()).ok_or(last)?;
    if begins(&real[end..], last) {
        Ok(())
    } else {
        Err(last)
    }
}

/// Whether the first of the real lines are those of the run.
fn begins(real: &[String], run: &[String]) -> bool {
    let stands_for = |(printed, real): (&String, &String)| match printed.strip_suffix(LEFT_OUT) {
        Some(start) => real.starts_with(start),
        None => printed == real,
    };
    run.len() <= real.len() && run.iter().zip(real).all(stands_for)
}
