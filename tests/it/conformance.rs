//! The conformance vectors: requests, each with the answer that whoever integrates may compare with.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use signpost::advise::advise;

use crate::examples::assert_committed;
use crate::kernel::{guidance, read_incident};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance")
}

/// The name of every file of the folder.
fn files() -> BTreeSet<String> {
    let entries = fs::read_dir(folder()).unwrap();
    let name = |entry: fs::DirEntry| entry.file_name().into_string().unwrap();
    entries.map(|entry| name(entry.unwrap())).collect()
}

/// The kind of the response to a request, and its body.
pub(crate) fn response(request: &[u8]) -> (&'static str, Vec<u8>) {
    match read_incident(request) {
        Ok(incident) => {
            let mut json = Vec::new();
            advise(guidance(), &incident).write(&mut json);
            ("advice", json)
        }
        Err(refusal) => ("problem", serde_json::to_vec(&refusal.problem()).unwrap()),
    }
}

/// Each member of an answer on a line of its own.
pub(crate) fn pretty(json: &[u8]) -> String {
    let value: Value = serde_json::from_slice(json).unwrap();
    format!("{value:#}\n")
}

#[test]
fn each_vector_has_its_response_and_nothing_else_stands_beside_them() {
    let files = files();
    let mut expected = BTreeSet::from(["README.md".to_owned()]);
    let names = files
        .iter()
        .filter_map(|file| file.strip_suffix(".request.json"));
    for name in names {
        let request = fs::read(folder().join(format!("{name}.request.json"))).unwrap();
        let (kind, body) = response(&request);
        let kept = format!("{name}.{kind}.json");
        assert_committed(&format!("conformance/{kept}"), pretty(&body).as_bytes());
        expected.extend([format!("{name}.request.json"), kept]);
    }
    assert_eq!(files, expected);
}
