//! A scenario, as its author writes it: a sentence, the facts, and what the answer must be.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use signpost::contract::incident::Incident;

/// Items by id, each with the statements that all its grounds cite together.
pub(super) type Items = BTreeMap<String, BTreeSet<String>>;

/// One scenario.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Scenario {
    /// What it shows, as a sentence that a practitioner can check.
    pub(crate) it: String,
    pub(crate) given: BTreeMap<String, String>,
    pub(super) expect: Expect,
    #[serde(skip)]
    pub(super) file: String,
}

/// What the answer must be. The items are exhaustive, where they stand and what they cite;
/// everything else is asserted only where it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Expect {
    pub(super) prohibited: Items,
    pub(super) precautionary_prohibitions: Items,
    pub(super) recommended: Items,
    /// Actions that stand among the actions as not ruled out.
    pub(super) precautionary: Items,
    pub(super) withheld: Items,
    pub(super) conditional: Items,
    /// Actions that stand under a question, by question.
    pub(super) consequences: BTreeMap<String, Items>,
    /// Items that appear nowhere; the lists above say so already, this says it aloud.
    pub(super) absent: Vec<String>,
    pub(super) first_action: Option<String>,
    /// Questions, in the order in which they must appear.
    pub(super) asked: Vec<String>,
    pub(super) asked_exactly: Option<Vec<String>>,
    pub(super) not_asked: Vec<String>,
    pub(super) not_asked_facts: Vec<String>,
    /// Further reasons under a question, by question and item.
    pub(super) adds: BTreeMap<String, Items>,
    pub(super) situations: Option<BTreeSet<String>>,
    pub(super) explained: Vec<String>,
    pub(super) not_explained: Vec<String>,
    pub(super) not_covered: Vec<String>,
    pub(super) not_covered_exactly: Option<BTreeSet<String>>,
    pub(super) contacts: Vec<String>,
    pub(super) contacts_absent: Vec<String>,
    /// Statements that nothing in the answer cites.
    pub(super) statements_absent: Vec<String>,
    /// Facts that the answer counts as implied.
    pub(super) implied: Vec<String>,
    /// The statements that hold an item back, by item.
    pub(super) held_because: Items,
    /// A part of the reason that holds an item back, by item.
    pub(super) whys: BTreeMap<String, String>,
    /// A part of the release hint, by item.
    pub(super) hints: BTreeMap<String, String>,
    /// A part of the title, by item.
    pub(super) titles: BTreeMap<String, String>,
    /// The prohibition that cautions, by item.
    pub(super) cautions: BTreeMap<String, String>,
    pub(super) contradictions: BTreeSet<BTreeSet<String>>,
    pub(super) scope: Option<String>,
    pub(super) urgency: Option<String>,
    pub(super) completeness: Option<String>,
}

impl Scenario {
    /// The incident, read as the service reads it.
    pub(crate) fn incident(&self) -> Incident {
        let body = serde_json::json!({ "facts": self.given }).to_string();
        let incident = serde_json::from_str(&body);
        incident.unwrap_or_else(|error| panic!("{}: {}: {error}", self.file, self.it))
    }
}

/// The folder of the tests.
pub(super) fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

/// Every scenario, file by file.
pub(crate) fn all() -> Vec<Scenario> {
    yaml_files(&tests().join("scenarios"))
        .iter()
        .flat_map(|path| read(path))
        .collect()
}

/// The YAML files of a folder and the folders in it, in order.
pub(super) fn yaml_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let (folders, files): (Vec<_>, Vec<_>) = paths.into_iter().partition(|path| path.is_dir());
    let yaml = |path: &PathBuf| path.extension().is_some_and(|end| end == "yaml");
    let mut found: Vec<_> = files.into_iter().filter(yaml).collect();
    found.extend(folders.iter().flat_map(|folder| yaml_files(folder)));
    found
}

fn read(path: &Path) -> Vec<Scenario> {
    let text = fs::read_to_string(path).unwrap();
    parse(&text, &path.file_name().unwrap().display().to_string())
}

/// The scenarios of a text that stands in that file.
pub(crate) fn parse(text: &str, file: &str) -> Vec<Scenario> {
    let mut scenarios: Vec<Scenario> =
        serde_saphyr::from_str(text).unwrap_or_else(|error| panic!("{file}: {error}"));
    for scenario in &mut scenarios {
        file.clone_into(&mut scenario.file);
    }
    scenarios
}
