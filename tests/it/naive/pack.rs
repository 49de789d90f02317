//! The guidance as the naive evaluator reads it: the same YAML files, only what logic needs. What is
//! retired is not given, and stays out.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::condition::Condition;

/// The guidance that the program carries, read from its folder.
pub(super) static PACK: LazyLock<Pack> = LazyLock::new(Pack::read);

/// All files of all packs, one after the other.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Pack {
    pub(super) statements: Vec<Statement>,
    pub(super) situations: Vec<Situation>,
    pub(super) gates: Vec<Gate>,
    pub(super) prohibitions: Vec<Item>,
    pub(super) actions: Vec<Item>,
    pub(super) questions: Vec<Question>,
    pub(super) explanations: Vec<Explanation>,
    pub(super) not_covered: Vec<Gap>,
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
    pub(super) fail_safe: String,
    pub(super) urgency: Option<String>,
    pub(super) gate: Option<String>,
    pub(super) rewordings: Vec<Rewording>,
    pub(super) pressing: Option<Pressing>,
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
    #[serde(default = "source")]
    pub(super) voice: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Rewording {
    pub(super) once: Condition,
    pub(super) title: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Pressing {
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
    pub(super) facts: Vec<String>,
    pub(super) statements: Vec<String>,
    #[serde(default = "source")]
    pub(super) voice: String,
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
    fn read() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/guidance/packs");
        let mut pack = Self::default();
        for folder in sorted(&root).iter().filter(|path| path.is_dir()) {
            for file in sorted(folder) {
                let text = fs::read_to_string(&file).unwrap();
                let more: Self = serde_saphyr::from_str(&text).unwrap();
                pack.statements.extend(more.statements);
                pack.situations.extend(more.situations);
                pack.gates.extend(more.gates);
                pack.prohibitions.extend(more.prohibitions);
                pack.actions.extend(more.actions);
                pack.questions.extend(more.questions);
                pack.explanations.extend(more.explanations);
                pack.not_covered.extend(more.not_covered);
            }
        }
        pack.prohibitions.retain(|item| item.retired.is_none());
        pack.actions.retain(|item| item.retired.is_none());
        pack.questions.retain(|item| item.retired.is_none());
        pack.explanations.retain(|item| item.retired.is_none());
        for item in pack.prohibitions.iter_mut().chain(&mut pack.actions) {
            for ground in &mut item.grounds {
                ground.not_ruled_out = format!("Not ruled out: {}", ground.because);
            }
        }
        pack
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
