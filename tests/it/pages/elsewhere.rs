//! The commands of the pages that a test cannot run, and the scripts that do.

use std::fs;

use super::page::{files, root};

/// Commands, as their page shows them, and the line of the script that runs them.
pub(super) struct Elsewhere {
    pub(super) page: &'static str,
    pub(super) commands: &'static [&'static str],
    script: &'static str,
    line: &'static str,
}

/// Every such command. A script is `.ci/run` or is called in a script of `.ci`.
pub(super) const ELSEWHERE: &[Elsewhere] = &[
    Elsewhere {
        page: "README.md",
        commands: &["cargo run --release"],
        script: "tests/tools/readme.sh",
        line: "start=$(commands README.md | grep -m1 '^cargo run')",
    },
    Elsewhere {
        page: "README.md",
        commands: &["cargo test"],
        script: ".ci/run",
        line: "cargo test --locked",
    },
    Elsewhere {
        page: "README.md",
        commands: &["signpost prove"],
        script: ".ci/run",
        line: "cargo run --locked --quiet -- prove --record src/guidance/assurance.json",
    },
    Elsewhere {
        page: "CONTRIBUTING.md",
        commands: &["cargo run -- prove src/guidance/packs"],
        script: ".ci/run",
        line: "cargo run --locked --quiet -- prove --record src/guidance/assurance.json",
    },
    Elsewhere {
        page: "deploy/README.md",
        commands: &["kubectl kustomize deploy/kubernetes"],
        script: "tests/tools/deploy.sh",
        line: r#"kubectl kustomize deploy/kubernetes >"$work/manifests.yaml""#,
    },
    Elsewhere {
        page: "tests/clients/README.md",
        commands: CLIENTS,
        script: "tests/tools/clients.sh",
        line: r#"commands=$(block console "$number" | sed -n 's/^\$ //p')"#,
    },
    Elsewhere {
        page: "tests/conformance/README.md",
        commands: &[VECTORS],
        script: "tests/tools/readme.sh",
        line: "vectors=$(commands tests/conformance/README.md)",
    },
];

const CLIENTS: &[&str] = &[
    "npm init --yes && npm install openapi-typescript@7.13.0 openapi-fetch@0.17.0 typescript@5.9.3",
    "npx openapi-typescript http://127.0.0.1:8080/openapi.json --output signpost.d.ts",
    "npx tsc --strict --target es2022 --module nodenext advise.mts",
    "node advise.mjs",
    "python3 -m venv .venv && . .venv/bin/activate",
    "pip install openapi-python-client==0.29.1 mypy==2.4.1",
    "openapi-python-client generate --url http://127.0.0.1:8080/openapi.json --meta none --output-path signpost",
    "mypy --strict --follow-imports silent advise.py",
    "python advise.py",
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
