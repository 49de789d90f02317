//! The incidents of the scenario files. Only what is given matters here.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::interpretation::Incident;

#[derive(Deserialize)]
struct Scenario {
    given: Incident,
}

pub(super) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios")
}

/// What each scenario gives; nothing where there are no scenarios.
pub(super) fn incidents() -> Vec<Incident> {
    incidents_in(&folder())
}

/// What the scenarios of a folder give, and of the folders in it.
fn incidents_in(folder: &Path) -> Vec<Incident> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut incidents = Vec::new();
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            incidents.extend(incidents_in(&path));
        } else if path.extension().is_some_and(|end| end == "yaml") {
            let text = fs::read_to_string(&path).unwrap();
            let scenarios: Vec<Scenario> = serde_saphyr::from_str(&text).unwrap();
            incidents.extend(scenarios.into_iter().map(|scenario| scenario.given));
        }
    }
    incidents
}
