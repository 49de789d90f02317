//! The guidance as the naive evaluator reads it: the same YAML files, only what logic needs. What is
//! retired is not given, and stays out.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::condition::Condition;

/// The packs that the program carries, in their order.
const PACKS: [&str; 2] = ["sexting_advice", "supplement"];

/// The guidance that the program carries, read from its folders.
pub(super) static ALL: LazyLock<Pack> = LazyLock::new(|| Pack::read(&PACKS));

/// The first pack of it alone.
pub(super) static FIRST: LazyLock<Pack> = LazyLock::new(|| Pack::read(&PACKS[..1]));

/// All files of some packs, one after the other.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Pack {
    #[serde(rename = "pack")]
    header: Option<Header>,
    pub(super) statements: Vec<Statement>,
    pub(super) situations: Vec<Situation>,
    pub(super) gates: Vec<Gate>,
    pub(super) prohibitions: Vec<Item>,
    pub(super) actions: Vec<Item>,
    pub(super) questions: Vec<Question>,
    pub(super) explanations: Vec<Explanation>,
    pub(super) not_covered: Vec<Gap>,
    extends: Vec<Extension>,
}

#[derive(Debug, Deserialize)]
struct Header {
    #[serde(default = "source")]
    voice: String,
    #[serde(default)]
    addresses: Vec<String>,
}

/// Reasons of a pack for an item of an earlier one.
#[derive(Debug, Deserialize)]
struct Extension {
    item: String,
    grounds: Vec<Ground>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Statement {
    pub(super) id: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Situation {
    pub(super) id: String,
    pub(super) when: Condition,
    pub(super) statements: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Gate {
    pub(super) id: String,
    pub(super) until: String,
    pub(super) release_hint: String,
    pub(super) conditions: Vec<GateCondition>,
}

#[derive(Debug, Deserialize)]
pub(super) struct GateCondition {
    pub(super) when: Condition,
    pub(super) not_known: String,
    pub(super) refuted: String,
    pub(super) statements: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Caution {
    pub(super) says: String,
    pub(super) statements: Vec<String>,
}

/// A prohibition (it says what it `protects`) or an action.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Item {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) grounds: Vec<Ground>,
    pub(super) lifted_when: Option<Condition>,
    pub(super) release_hint: Option<String>,
    pub(super) protects: Option<String>,
    pub(super) lifted_says: Option<String>,
    pub(super) holds_back: Vec<String>,
    pub(super) caution: Option<Caution>,
    pub(super) when_unknown: String,
    pub(super) gate: Option<String>,
    pub(super) rewordings: Vec<Rewording>,
    pub(super) escalates_when: Option<Escalation>,
    before: Option<String>,
    retired: Option<IgnoredAny>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Ground {
    #[serde(default = "incident")]
    pub(super) scope: String,
    #[serde(default)]
    pub(super) when: Condition,
    pub(super) because: String,
    /// The reason while it is open.
    #[serde(skip)]
    pub(super) not_ruled_out: String,
    pub(super) statements: Vec<String>,
    pub(super) strength: String,
    #[serde(default)]
    pub(super) urgency: Option<String>,
    #[serde(default)]
    pub(super) voice: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Rewording {
    pub(super) once: Condition,
    pub(super) title: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Escalation {
    pub(super) once: Condition,
    pub(super) release_hint: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Question {
    pub(super) id: String,
    #[serde(default)]
    pub(super) when: Condition,
    #[serde(default)]
    pub(super) rank: String,
    #[serde(default)]
    pub(super) until_answered: bool,
    pub(super) facts: Vec<String>,
    pub(super) statements: Vec<String>,
    retired: Option<IgnoredAny>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Explanation {
    pub(super) id: String,
    #[serde(default = "incident")]
    pub(super) scope: String,
    #[serde(default)]
    pub(super) when: Condition,
    pub(super) explains: Vec<String>,
    pub(super) statements: Vec<String>,
    retired: Option<IgnoredAny>,
}

/// Something that the guidance does not address.
#[derive(Debug, Deserialize)]
pub(super) struct Gap {
    pub(super) id: String,
    #[serde(default = "incident")]
    pub(super) scope: String,
    #[serde(default)]
    pub(super) when: Condition,
}

fn incident() -> String {
    "incident".to_owned()
}

fn source() -> String {
    "source".to_owned()
}

impl Pack {
    fn read(packs: &[&str]) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/guidance/packs");
        let mut all = Self::default();
        let (mut further, mut addressed) = (Vec::new(), Vec::new());
        for name in PACKS {
            if !packs.contains(&name) {
                all.not_covered.extend(Gap::left_out(name));
                continue;
            }
            let mut pack = Self::of_folder(&root.join(name));
            let header = pack.header.take().unwrap();
            addressed.extend(header.addresses);
            let own = pack.prohibitions.iter_mut().chain(&mut pack.actions);
            let own = own.flat_map(|item| &mut item.grounds);
            let others = pack.extends.iter_mut().flat_map(|more| &mut more.grounds);
            for ground in own.chain(others) {
                ground.not_ruled_out = format!("Not ruled out: {}", ground.because);
                if ground.voice.is_empty() {
                    ground.voice.clone_from(&header.voice);
                }
            }
            further.append(&mut pack.extends);
            all.append(pack);
        }
        for Extension { item, grounds } in further {
            let mut items = all.prohibitions.iter_mut().chain(&mut all.actions);
            let item = items.find(|other| other.id == item).unwrap();
            item.grounds.extend(grounds);
        }
        for place in 0..all.actions.len() {
            let moved = all.actions.remove(place);
            let named = |other: &Item| Some(&other.id) == moved.before.as_ref();
            let found = all.actions.iter().position(named).unwrap_or(place);
            all.actions.insert(found, moved);
        }
        all.not_covered.retain(|gap| !addressed.contains(&gap.id));
        all.prohibitions.retain(|item| item.retired.is_none());
        all.actions.retain(|item| item.retired.is_none());
        all.questions.retain(|item| item.retired.is_none());
        all.explanations.retain(|item| item.retired.is_none());
        all
    }

    fn of_folder(folder: &Path) -> Self {
        let mut pack = Self::default();
        for file in sorted(folder) {
            let text = fs::read_to_string(&file).unwrap();
            let more: Self = serde_saphyr::from_str(&text).unwrap();
            pack.append(more);
        }
        pack
    }

    fn append(&mut self, more: Self) {
        self.header = self.header.take().or(more.header);
        self.statements.extend(more.statements);
        self.situations.extend(more.situations);
        self.gates.extend(more.gates);
        self.prohibitions.extend(more.prohibitions);
        self.actions.extend(more.actions);
        self.questions.extend(more.questions);
        self.explanations.extend(more.explanations);
        self.not_covered.extend(more.not_covered);
        self.extends.extend(more.extends);
    }
}

impl Gap {
    fn left_out(pack: &str) -> [Self; 2] {
        ["incident", "prevention"].map(|scope| Self {
            id: format!("without_{pack}"),
            scope: scope.to_owned(),
            when: Condition::default(),
        })
    }
}

/// What is in a folder, by name.
fn sorted(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    paths
}
