//! A scenario, as its author writes it: a sentence, the facts, and what the answer must be. The folder
//! that its file stands in says which packs answer it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::{Value, json};
use signpost::contract::incident::Incident;
use signpost::intake::Intake;

use crate::how_many::few_or_all;
use crate::kernel::{intake, packs};

/// Items by id, each with the statements that all its grounds cite together.
pub(super) type Items = BTreeMap<String, BTreeSet<String>>;

/// The packs that answer a scenario, and how much of the answer it says.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answering {
    /// The first pack alone. The items that a scenario names are all that there are.
    First,
    /// Every pack. Their items are many: those that a scenario names stand where it says and cite at
    /// least what it says, and others may stand beside them.
    #[default]
    All,
}

/// One scenario.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Scenario {
    /// What it shows, as a sentence that a practitioner can check.
    pub(crate) it: String,
    pub(crate) given: BTreeMap<String, String>,
    pub(super) expect: Expect,
    /// Whether such incidents come every day: its card is short.
    #[serde(default)]
    pub(crate) ordinary: bool,
    #[serde(skip)]
    pub(super) file: String,
    #[serde(skip)]
    pub(super) answering: Answering,
}

/// What the answer must be. Where the first pack answers alone, the items are exhaustive, where they
/// stand and what they cite; everything else is asserted only where it is written.
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
    /// Actions that are pending, by the question that they stand under.
    pub(super) consequences: BTreeMap<String, Items>,
    /// Items that appear nowhere; the lists above say so already, this says it aloud.
    pub(super) absent: Vec<String>,
    pub(super) first_action: Option<String>,
    /// Of all questions, in the order in which they must appear.
    pub(super) asked: Vec<String>,
    pub(super) asked_exactly: Option<Vec<String>>,
    pub(super) first_question: Option<String>,
    pub(super) not_asked: Vec<String>,
    pub(super) not_asked_facts: Vec<String>,
    /// Items to which a question may add a reason, by question: each with statements of its open grounds.
    pub(super) adds: BTreeMap<String, Items>,
    pub(super) situations: Option<BTreeSet<String>>,
    pub(super) explained: Vec<String>,
    pub(super) not_explained: Vec<String>,
    pub(super) not_covered: Vec<String>,
    /// That a pack was left out is no gap of the packs that answer, and does not count.
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
    /// A part of the detail, by item.
    pub(super) details: BTreeMap<String, String>,
    /// Who acts, by action.
    pub(super) actors: BTreeMap<String, String>,
    /// A part of what is waited for, by item.
    pub(super) untils: BTreeMap<String, String>,
    /// The prohibition that cautions, by item.
    pub(super) cautions: BTreeMap<String, String>,
    /// Who speaks, by item.
    pub(super) voices: BTreeMap<String, String>,
    pub(super) contradictions: BTreeSet<BTreeSet<String>>,
    pub(super) scope: Option<String>,
    pub(super) urgency: Option<String>,
    /// Statements by which the actions are urgent that give the answer its urgency, at least these.
    pub(super) urgency_because: BTreeSet<String>,
    pub(super) completeness: Option<String>,
    /// What the answer says of danger in a word.
    pub(super) danger: Option<String>,
    /// Slots of the card: each line as `id/variant`, or the fact that is asked for, in their order.
    pub(super) card: BTreeMap<String, Vec<String>>,
    /// The state of a control, by its name.
    pub(super) controls: BTreeMap<String, String>,
}

impl Scenario {
    /// The request, as a client would post it.
    pub(crate) fn request(&self) -> Value {
        match self.answering {
            Answering::First => json!({ "facts": self.given, "packs": [packs().first().id] }),
            Answering::All => json!({ "facts": self.given }),
        }
    }

    /// The incident, read as the service reads it with the guidance that the program carries.
    pub(crate) fn incident(&self) -> Incident {
        self.incident_of(intake())
    }

    /// The incident, read with other facts.
    pub(super) fn incident_of(&self, intake: &Intake) -> Incident {
        let incident = intake.read(self.request().to_string().as_bytes());
        incident.unwrap_or_else(|refusal| panic!("{}: {}: {refusal:?}", self.file, self.it))
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

/// Every scenario, or one in ten where the tests look at few incidents.
pub(crate) fn some() -> Vec<Scenario> {
    let apart = usize::try_from(few_or_all(10, 1)).unwrap();
    all().into_iter().step_by(apart).collect()
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
    let folder = path.parent().unwrap();
    let place = path.strip_prefix(folder.parent().unwrap()).unwrap();
    parse(&text, path, &place.display().to_string())
}

/// The scenarios of a text that stands, or would stand, in that file; `place` is where to look for it.
pub(crate) fn parse(text: &str, file: &Path, place: &str) -> Vec<Scenario> {
    let mut scenarios: Vec<Scenario> =
        serde_saphyr::from_str(text).unwrap_or_else(|error| panic!("{place}: {error}"));
    let answering = if file
        .parent()
        .is_some_and(|folder| folder.ends_with(&packs().first().id))
    {
        Answering::First
    } else {
        Answering::All
    };
    for scenario in &mut scenarios {
        place.clone_into(&mut scenario.file);
        scenario.answering = answering;
    }
    scenarios
}
