//! `advise`: one incident. That its answers are those of HTTP is held in `conformance`.

use std::fs::{self, File};

use super::{end, run, run_with, scratch, signpost};

const EMPTY: &str = r#"{"facts":{}}"#;

#[test]
fn a_file_that_cannot_be_read_is_named() {
    for lines in [&[][..], &["--lines"]] {
        for file in ["no/such/incident.json", env!("CARGO_MANIFEST_DIR")] {
            let output = run(&[&["advise", file][..], lines].concat());
            let (code, answer, message) = end(&output);
            assert_eq!((code, answer), (Some(2), ""), "{file}");
            let start = format!("signpost cannot read {file}: ");
            assert!(message.starts_with(&start), "{message}");
        }
    }
}

#[test]
fn a_file_without_an_end_is_too_large() {
    let output = run(&["advise", "/dev/zero"]);
    let (code, answer, problem) = end(&output);
    assert_eq!((code, answer), (Some(1), ""));
    assert!(problem.contains(r#""/problems/too_large""#), "{problem}");
}

#[test]
fn an_answer_that_cannot_be_kept_is_no_answer() {
    let incident = scratch("empty_incident.json");
    fs::write(&incident, EMPTY).unwrap();
    for lines in [&[][..], &["--lines"]] {
        let mut command = signpost();
        let full = File::options().write(true).open("/dev/full").unwrap();
        let command = command.arg("advise").arg(&incident).args(lines);
        let output = command.stdout(full).output().unwrap();
        let (code, _, message) = end(&output);
        assert_eq!(code, Some(2));
        assert!(message.starts_with("signpost cannot print: "), "{message}");
    }
}

#[test]
fn it_is_told_what_to_advise_on() {
    let output = run(&["advise"]);
    let (code, answer, message) = end(&output);
    assert_eq!((code, answer), (Some(2), ""));
    assert!(message.contains("<FILE>"), "{message}");
}

#[test]
fn nothing_of_a_refused_incident_comes_back() {
    let output = run_with(&["advise", "-"], br#"{"facts":{"anna":"bob"},"carol":1}"#);
    let (code, answer, problem) = end(&output);
    assert_eq!((code, answer), (Some(1), ""));
    for told in ["anna", "bob", "carol"] {
        assert!(!problem.contains(told), "{problem}");
    }
}

#[test]
fn a_note_comes_in_the_form_that_is_asked_for() {
    let notes = [
        ("--note", "# Sexting incident: advice, not a decision\n"),
        (
            "--note=markdown",
            "# Sexting incident: advice, not a decision\n",
        ),
        ("--note=text", "SEXTING INCIDENT: ADVICE, NOT A DECISION\n"),
    ];
    for (flag, start) in notes {
        let output = run_with(&["advise", flag, "-"], EMPTY.as_bytes());
        let (code, note, message) = end(&output);
        assert_eq!((code, message), (Some(0), ""), "{flag}");
        assert!(note.starts_with(start), "{flag}: {note}");
    }
    let both = run(&["advise", "--note", "--lines", "-"]);
    assert_eq!(both.status.code(), Some(2));
}
