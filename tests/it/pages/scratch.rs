//! A copy of the repository in which the commands of one page are run.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::page::{files, root};

/// What a page may run beside the program: it comes with every Unix.
const COMMON: [&str; 4] = ["cat", "cp", "echo", "mkdir"];

/// Commands of the program that come to an end.
const ENDING: [&str; 6] = ["advise", "check", "export", "help", "--help", "--version"];

/// The copy.
#[derive(Debug)]
pub(super) struct Scratch(PathBuf);

impl Scratch {
    /// A fresh copy for that page.
    pub(super) fn of(page: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pages");
        let folder = folder.join(page.replace('/', "_"));
        if folder.exists() {
            fs::remove_dir_all(&folder).unwrap();
        }
        for file in files() {
            let copy = folder.join(&file);
            fs::create_dir_all(copy.parent().unwrap()).unwrap();
            fs::copy(root().join(&file), copy).unwrap();
        }
        Self(folder)
    }

    /// Where the copy stands.
    pub(super) fn folder(&self) -> &Path {
        &self.0
    }

    /// The words of a command, as a shell reads them.
    pub(super) fn words(&self, command: &str) -> Vec<String> {
        let (name, _) = command.split_once(' ').unwrap_or((command, ""));
        let told = self.shell(&format!("{name}() {{ printf '%s\\0' \"$@\"; }}\n{command}"));
        let mut words: Vec<_> = told.split('\0').map(str::to_owned).collect();
        words.pop();
        words
    }

    /// What a command of the program prints, on both of its outputs.
    pub(super) fn run(&self, command: &str) -> Result<String, String> {
        let command = without_cargo(command);
        let first = command.split(' ').next().unwrap_or_default();
        if first != "signpost" && !COMMON.contains(&first) {
            return Err(
                "no test runs such a command: name in elsewhere.rs the script that does".to_owned(),
            );
        }
        for rest in command.split("signpost ").skip(1) {
            let told = rest.split_whitespace().next().unwrap_or_default();
            if !ENDING.contains(&told) {
                let fault = format!(
                    "no test runs `signpost {told}`: name in elsewhere.rs the script that does"
                );
                return Err(fault);
            }
        }
        Ok(self.shell(&command))
    }

    fn shell(&self, command: &str) -> String {
        let program = Path::new(env!("CARGO_BIN_EXE_signpost")).parent().unwrap();
        let mut path = program.as_os_str().to_owned();
        path.push(":");
        path.push(std::env::var_os("PATH").unwrap_or_default());
        let output = Command::new("sh")
            .args(["-c", &format!("exec 2>&1\n{command}")])
            .current_dir(&self.0)
            .env_clear()
            .env("PATH", path)
            .output()
            .unwrap();
        String::from_utf8(output.stdout).unwrap()
    }
}

/// `cargo run` with the program's own words runs the program.
fn without_cargo(command: &str) -> String {
    let rest = command.strip_prefix("cargo run ");
    match rest.and_then(|rest| rest.split_once("-- ")) {
        Some((_, words)) => format!("signpost {words}"),
        None => command.to_owned(),
    }
}
