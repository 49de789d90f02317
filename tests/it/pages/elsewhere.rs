//! The commands of the pages that a test cannot run, and the scripts that do.

use std::fs;

use super::page::{files, root};

/// A command, as its page shows it, and the line of the script that runs it.
pub(super) struct Elsewhere {
    pub(super) page: &'static str,
    pub(super) command: &'static str,
    script: &'static str,
    line: &'static str,
}

/// Every such command. A script is `.ci/run` or is called in a script of `.ci`.
pub(super) const ELSEWHERE: &[Elsewhere] = &[
    Elsewhere {
        page: "README.md",
        command: "cargo run --release",
        script: "tests/tools/readme.sh",
        line: "start=$(commands README.md | grep -m1 '^cargo run')",
    },
    Elsewhere {
        page: "README.md",
        command: "cargo test",
        script: ".ci/run",
        line: "cargo test --locked",
    },
    Elsewhere {
        page: "deploy/README.md",
        command: "kubectl kustomize deploy/kubernetes",
        script: "tests/tools/deploy.sh",
        line: r#"kubectl kustomize deploy/kubernetes >"$work/manifests.yaml""#,
    },
    Elsewhere {
        page: "tests/conformance/README.md",
        command: VECTORS,
        script: "tests/tools/readme.sh",
        line: "vectors=$(commands tests/conformance/README.md)",
    },
];

const VECTORS: &str = r#"for request in *.request.json; do \
      response=$(ls "${request%.request.json}".{advice,problem}.json 2>/dev/null); \
      curl -s -H 'Content-Type: application/json' --data-binary @"$request" http://127.0.0.1:8080/v1/advice | \
          cmp - "$response"; \
  done"#;

impl Elsewhere {
    /// Whether the script runs it and is itself run.
    pub(super) fn check(&self) -> Result<(), String> {
        let script = fs::read_to_string(root().join(self.script)).unwrap_or_default();
        if !script.lines().any(|line| line.trim() == self.line) {
            return Err(format!("{} has no line `{}`", self.script, self.line));
        }
        let call = format!("bash {}", self.script);
        let called = files()
            .iter()
            .filter(|file| file.starts_with(".ci/"))
            .any(|file| {
                let caller = fs::read_to_string(root().join(file)).unwrap();
                *file == self.script || caller.lines().any(|line| line.trim() == call)
            });
        if !called {
            return Err(format!("no script of .ci calls {}", self.script));
        }
        Ok(())
    }
}
