//! A vector: a request, and what must come back.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use serde_json::Value;
use signpost::advise::advise;
use signpost::guidance::{self, Guidance};

use crate::kernel::read_incident;

static GUIDANCE: LazyLock<Guidance> = LazyLock::new(|| guidance::embedded().unwrap());

/// Every vector; first written anew, where that is asked for.
pub(super) static VECTORS: LazyLock<Vec<Vector>> = LazyLock::new(|| {
    if std::env::var_os("UPDATE_VECTORS").is_some() {
        for name in names() {
            update(&name);
        }
    }
    names().into_iter().map(Vector::read).collect()
});

/// A request, and what must come back.
#[derive(Debug)]
pub(super) struct Vector {
    pub(super) name: String,
    pub(super) request: Vec<u8>,
    pub(super) response: Response,
}

/// The body of a response.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Response {
    Advice(Vec<u8>),
    Problem(Vec<u8>),
}

impl Response {
    /// Its JSON, where it is advice.
    pub(super) fn advice(&self) -> Option<Value> {
        match self {
            Self::Advice(bytes) => Some(serde_json::from_slice(bytes).unwrap()),
            Self::Problem(_) => None,
        }
    }

    /// Its JSON, where it is a problem.
    pub(super) fn problem(&self) -> Option<Value> {
        match self {
            Self::Advice(_) => None,
            Self::Problem(bytes) => Some(serde_json::from_slice(bytes).unwrap()),
        }
    }

    /// What the library answers.
    pub(super) fn of_the_library(request: &[u8]) -> Self {
        match read_incident(request) {
            Ok(incident) => {
                let mut json = Vec::new();
                advise(&GUIDANCE, &incident).write(&mut json);
                Self::Advice(json)
            }
            Err(refusal) => Self::Problem(serde_json::to_vec(&refusal.problem()).unwrap()),
        }
    }
}

impl Vector {
    fn read(name: String) -> Self {
        let kept = |end| fs::read(file(&name, end));
        let response = match (kept("advice"), kept("problem")) {
            (Ok(advice), Err(_)) => Response::Advice(advice),
            (Err(_), Ok(problem)) => Response::Problem(problem),
            _ => panic!("{name} has no response or two: UPDATE_VECTORS=1 writes it"),
        };
        Self {
            request: kept("request").unwrap(),
            response,
            name,
        }
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance")
}

pub(super) fn file(name: &str, end: &str) -> PathBuf {
    folder().join(format!("{name}.{end}.json"))
}

/// The name of every file of the folder.
fn files() -> BTreeSet<String> {
    let entries = fs::read_dir(folder()).unwrap();
    let name = |entry: fs::DirEntry| entry.file_name().into_string().unwrap();
    entries.map(|entry| name(entry.unwrap())).collect()
}

/// The name of every vector.
fn names() -> Vec<String> {
    let files = files().into_iter();
    files
        .filter_map(|file| Some(file.strip_suffix(".request.json")?.to_owned()))
        .collect()
}

/// The files that belong to no vector.
pub(super) fn strangers() -> Vec<String> {
    let mut files = files();
    for name in names() {
        for end in ["request", "advice", "problem"] {
            files.remove(&format!("{name}.{end}.json"));
        }
    }
    files.into_iter().collect()
}

/// Writes the response anew.
fn update(name: &str) {
    let request = fs::read(file(name, "request")).unwrap();
    let (kept, gone) = match Response::of_the_library(&request) {
        Response::Advice(bytes) => (("advice", bytes), "problem"),
        Response::Problem(bytes) => (("problem", bytes), "advice"),
    };
    fs::write(file(name, kept.0), kept.1).unwrap();
    let _ = fs::remove_file(file(name, gone));
}
