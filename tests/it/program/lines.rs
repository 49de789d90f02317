//! `advise --lines`: a line for a line, as they come.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use signpost::intake::LIMIT;

use super::{end, run_with, signpost};

const EMPTY: &str = r#"{"facts":{}}"#;
const ADVICE: &str = r#"{"scope":"incident","#;

/// What the lines must start with, for lines of this input.
#[track_caller]
fn assert_lines(input: &str, code: i32, starts: &[&str]) {
    let output = run_with(&["advise", "--lines", "-"], input.as_bytes());
    let (ended, answers, said) = end(&output);
    assert_eq!((ended, said), (Some(code), ""));
    let lines: Vec<_> = answers.split_terminator('\n').collect();
    assert_eq!(lines.len(), starts.len(), "{input:.100}");
    assert!(answers.is_empty() || answers.ends_with('\n'));
    for (line, start) in lines.iter().zip(starts) {
        assert!(line.starts_with(start), "{line:.100}");
    }
}

fn problem(name: &str) -> String {
    format!(r#"{{"type":"/problems/{name}","#)
}

#[test]
fn each_line_has_its_answer_in_its_place() {
    let (malformed, doubled) = (problem("malformed"), problem("duplicate_name"));
    let input =
        format!("{EMPTY}\n\n{{\"facts\":{{}},\"facts\":{{}}}}\n \t{EMPTY}\r\nx\n   \n{EMPTY}\n");
    let starts = [
        ADVICE, &malformed, &doubled, ADVICE, &malformed, &malformed, ADVICE,
    ];
    assert_lines(&input, 1, &starts);
}

#[test]
fn it_ends_well_when_every_line_was_answered() {
    assert_lines("", 0, &[]);
    assert_lines(EMPTY, 0, &[ADVICE]);
    assert_lines(&format!("{EMPTY}\n"), 0, &[ADVICE]);
    assert_lines(&format!("{EMPTY}\n{EMPTY}"), 0, &[ADVICE; 2]);
}

#[test]
fn what_follows_the_last_line_end_is_a_line_where_there_is_something() {
    let malformed = problem("malformed");
    assert_lines("\n", 1, &[&malformed]);
    assert_lines(&format!("{EMPTY}\n "), 1, &[ADVICE, &malformed]);
}

#[test]
fn a_line_that_is_too_long_is_refused_in_its_place() {
    let too_large = problem("too_large");
    let fits = " ".repeat(LIMIT - EMPTY.len()) + EMPTY;
    let over = format!(" {fits}");
    let far_over = " ".repeat(1 << 20);
    let input = [&fits, &over, EMPTY, &far_over, &fits, &over].map(|line| line.to_owned() + "\n");
    let starts = [ADVICE, &too_large, ADVICE, &too_large, ADVICE, &too_large];
    assert_lines(&input.concat(), 1, &starts);
    assert_lines(&fits, 0, &[ADVICE]);
    assert_lines(&over, 1, &[&too_large]);
    assert_lines(&far_over, 1, &[&too_large]);
}

fn spawn() -> Child {
    let mut command = signpost();
    let command = command.args(["advise", "--lines", "-"]);
    let command = command.stdin(Stdio::piped()).stdout(Stdio::piped());
    command.spawn().unwrap()
}

#[test]
fn an_answer_comes_before_the_next_line_is_sent() {
    let mut child = spawn();
    let mut stdin = child.stdin.take().unwrap();
    let stdout = BufReader::new(child.stdout.take().unwrap());
    let (send, receive) = mpsc::channel();
    let reading = thread::spawn(move || {
        let answers = stdout.lines().map(Result::unwrap);
        answers.for_each(|answer| send.send(answer).unwrap());
    });
    // The last line comes in two parts, and the lines before it do not wait for its end.
    for sent in [
        format!("{EMPTY}\n"),
        format!("{EMPTY}\n"),
        format!("{EMPTY}\n{{"),
        "\n".to_owned(),
    ] {
        stdin.write_all(sent.as_bytes()).unwrap();
        let answer = receive.recv_timeout(Duration::from_secs(20));
        assert!(answer.is_ok(), "no answer to {sent:?}");
    }
    drop(stdin);
    reading.join().unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(1));
}

#[test]
fn a_reader_that_has_gone_is_no_failure() {
    let mut child = spawn();
    let mut stdin = child.stdin.take().unwrap();
    let mut answer = String::new();
    writeln!(stdin, "{EMPTY}").unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    stdout.read_line(&mut answer).unwrap();
    drop(stdout);
    assert!(answer.starts_with(ADVICE), "{answer:.100}");
    // Whoever feeds it learns that it has stopped.
    while writeln!(stdin, "{EMPTY}").is_ok() {}
    assert_eq!(child.wait().unwrap().code(), Some(0));
}
