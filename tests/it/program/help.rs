//! `--help` and `--version`.

use std::fs;
use std::process::Command;

use super::{end, run, scratch};

const COMMANDS: [&str; 8] = [
    "advise", "check", "diff", "export", "health", "key", "prove", "serve",
];

fn help(arguments: &[&str]) -> String {
    let output = run(arguments);
    let (code, help, said) = end(&output);
    assert_eq!((code, said), (Some(0), ""), "{arguments:?}");
    help.to_owned()
}

#[test]
fn the_help_says_first_what_it_is_and_what_is_most_often_wanted() {
    let help = help(&["--help"]);
    let (first, rest) = help.split_once("\nUsage: ").unwrap();
    assert!(
        first.starts_with("signpost gives professionals cited advice"),
        "{first}"
    );
    for often in [
        "\n  signpost  ",
        "\n  signpost advise ",
        "\n  signpost check ",
    ] {
        assert!(first.contains(often), "{often}");
    }
    for command in COMMANDS {
        assert!(rest.contains(&format!("\n  {command} ")), "{command}");
    }
    for told in ["SIGNPOST_BIND", "SIGNPOST_WORKERS", "Exit codes:"] {
        assert!(rest.contains(told), "{told}");
    }
}

#[test]
fn each_command_has_an_example_its_exit_codes_and_its_variables() {
    for command in COMMANDS {
        let help = help(&[command, "--help"]);
        assert!(help.contains("\nExample"), "{command}");
        for code in ["\nExit codes:\n  0  ", "\n  1  ", "\n  2  "] {
            assert!(help.contains(code), "{command}: {code}");
        }
        // clap prints each variable that a command reads beside its flag.
        let listed = help.split("[env: ").skip(1);
        let listed: Vec<_> = listed.map(|rest| rest.split('=').next().unwrap()).collect();
        let (_, end) = help.split_once("\nExit codes:").unwrap();
        for variable in &listed {
            assert!(
                end.contains(&format!("\n  {variable} ")),
                "{command}: {variable}"
            );
        }
        let none = end.contains("\nIt reads no environment variable.");
        assert_eq!(none, listed.is_empty(), "{command}");
    }
}

#[test]
fn the_examples_of_advise_work_as_they_are_written() {
    let folder = scratch("examples_of_help");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("incident.json"), r#"{"facts": {}}"#).unwrap();
    fs::write(folder.join("incidents.ndjson"), "{\"facts\": {}}\n").unwrap();
    let program = env!("CARGO_BIN_EXE_signpost");
    let help = help(&["advise", "--help"]);
    let (_, rest) = help.split_once("Examples:\n").unwrap();
    let examples: Vec<_> = rest.lines().take_while(|line| !line.is_empty()).collect();
    assert_eq!(examples.len(), 4);
    for example in examples {
        let call = example.replace("signpost ", &format!("{program} "));
        let mut shell = Command::new("sh");
        let output = shell.arg("-c").arg(&call).current_dir(&folder).output();
        let output = output.unwrap();
        assert!(output.status.success(), "{example}: {output:?}");
    }
    for written in ["advice.json", "answers.ndjson"] {
        let answer = fs::read_to_string(folder.join(written)).unwrap();
        assert!(answer.starts_with(r#"{"scope":"incident","#), "{written}");
    }
}

#[test]
fn the_version_is_that_of_the_package() {
    let version = format!("signpost {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(end(&run(&["--version"])), (Some(0), version.as_str(), ""));
}
