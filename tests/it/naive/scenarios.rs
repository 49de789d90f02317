//! The incidents of the scenario files. Only what is given matters here.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::reading::Incident;

#[derive(Deserialize)]
struct Scenario {
    given: Incident,
}

pub(super) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios")
}

/// What each scenario gives; nothing where there are no scenarios.
pub(super) fn incidents() -> Vec<Incident> {
    let Ok(entries) = fs::read_dir(folder()) else {
        return Vec::new();
    };
    let files = entries.map(|entry| entry.unwrap().path());
    let mut incidents = Vec::new();
    for file in files.filter(|path| {
        path.extension()
            .is_some_and(|extension| extension == "yaml")
    }) {
        let text = fs::read_to_string(&file).unwrap();
        let scenarios: Vec<Scenario> = serde_saphyr::from_str(&text).unwrap();
        incidents.extend(scenarios.into_iter().map(|scenario| scenario.given));
    }
    incidents
}
