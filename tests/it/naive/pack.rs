//! The guidance as the naive evaluator reads it: the same YAML files, only what logic needs.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::condition::Condition;
use crate::bad_packs::shipped;

/// The packs, in their order.
const PACKS: [&str; 3] = ["sexting_advice", "supplement", "local"];

/// The files of guidance: the path of each, and its text.
type Files = [(PathBuf, String)];

/// The guidance that the program carries, read from its folders.
pub(super) static ALL: LazyLock<Pack> = LazyLock::new(|| Pack::all(&shipped()));

/// The first pack of it alone.
pub(super) static FIRST: LazyLock<Pack> = LazyLock::new(|| Pack::first(&shipped()));

/// All files of some packs, one after the other.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Pack {
    #[serde(rename = "pack")]
    header: Option<Header>,
    /// The ids of the packs.
    #[serde(skip)]
    pub(super) ids: Vec<String>,
    /// An operator's first: SEMANTICS 12.6.
    pub(super) contacts: Vec<Contact>,
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
    id: String,
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
    #[serde(default)]
    contacts: Vec<String>,
}

/// A service or a role.
#[derive(Debug, Deserialize)]
pub(super) struct Contact {
    pub(super) id: String,
    service: Option<Serving>,
    role: Option<Serving>,
    fills: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Serving {
    service_areas: Vec<String>,
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

/// SEMANTICS 5.1.
#[derive(Debug, Deserialize)]
#[serde(from = "WrittenGate")]
pub(super) struct Gate {
    pub(super) id: String,
    pub(super) alternatives: Vec<Alternative>,
}

#[derive(Debug, Deserialize)]
struct WrittenGate {
    id: String,
    #[serde(default)]
    alternatives: Vec<Alternative>,
    until: Option<String>,
    release_hint: Option<String>,
    #[serde(default)]
    conditions: Vec<GateCondition>,
}

impl From<WrittenGate> for Gate {
    fn from(written: WrittenGate) -> Self {
        let mut alternatives = written.alternatives;
        if let (Some(until), Some(release_hint)) = (written.until, written.release_hint) {
            let conditions = written.conditions;
            alternatives.push(Alternative {
                until,
                release_hint,
                conditions,
            });
        }
        Self {
            id: written.id,
            alternatives,
        }
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct Alternative {
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
    pub(super) detail: Option<String>,
    pub(super) grounds: Vec<Ground>,
    pub(super) contacts: Vec<String>,
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
    pub(super) detail: Option<String>,
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
    #[serde(default)]
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
    #[serde(default)]
    pub(super) voice: String,
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
    #[serde(default)]
    pub(super) contacts: Vec<String>,
}

fn incident() -> String {
    "incident".to_owned()
}

fn source() -> String {
    "source".to_owned()
}

impl Pack {
    /// All packs of some files.
    pub(super) fn all(files: &Files) -> Self {
        Self::of(files, &PACKS)
    }

    /// The first pack of some files alone.
    pub(super) fn first(files: &Files) -> Self {
        Self::of(files, &PACKS[..1])
    }

    /// The packs of that choice, in the one order of all packs: SEMANTICS 3.1.
    fn of(files: &Files, chosen: &[&str]) -> Self {
        let mut all = Self::default();
        let (mut further, mut addressed, mut left_out) = (Vec::new(), Vec::new(), Vec::new());
        for name in PACKS {
            let mut pack = Self::of_folder(files, name);
            let Some(header) = pack.header.take() else {
                continue;
            };
            if !chosen.contains(&name) {
                left_out.extend(Gap::left_out(name));
                continue;
            }
            pack.speak_with(&header.voice);
            further.append(&mut pack.extends);
            addressed.extend(header.addresses);
            all.ids.push(header.id);
            all.append(pack);
        }
        all.contacts.extend(Self::of_folder(files, "").contacts);
        all.extend_items(further);
        all.put_before();
        // SEMANTICS 3.5, 3.6.
        all.not_covered.retain(|gap| !addressed.contains(&gap.id));
        all.not_covered.extend(left_out);
        // SEMANTICS 3.8.
        all.prohibitions.retain(|item| item.retired.is_none());
        all.actions.retain(|item| item.retired.is_none());
        all.questions.retain(|item| item.retired.is_none());
        all.explanations.retain(|item| item.retired.is_none());
        all
    }

    /// SEMANTICS 3.7.
    fn speak_with(&mut self, voice: &str) {
        let own = self.prohibitions.iter_mut().chain(&mut self.actions);
        let own = own.flat_map(|item| &mut item.grounds);
        let others = self.extends.iter_mut();
        let others = others.flat_map(|more| &mut more.grounds);
        let mut voices = Vec::new();
        for ground in own.chain(others) {
            // SEMANTICS 7.2.
            ground.not_ruled_out = format!("Not ruled out: {}", ground.because);
            voices.push(&mut ground.voice);
        }
        voices.extend(self.questions.iter_mut().map(|one| &mut one.voice));
        voices.extend(self.explanations.iter_mut().map(|one| &mut one.voice));
        for unnamed in voices.into_iter().filter(|voice| voice.is_empty()) {
            voice.clone_into(unnamed);
        }
    }

    /// SEMANTICS 3.3.
    fn extend_items(&mut self, further: Vec<Extension>) {
        for more in further {
            let mut items = self.prohibitions.iter_mut().chain(&mut self.actions);
            let item = items.find(|item| item.id == more.item).unwrap();
            item.grounds.extend(more.grounds);
            item.contacts.extend(more.contacts);
        }
    }

    /// SEMANTICS 3.4.
    fn put_before(&mut self) {
        for place in 0..self.actions.len() {
            let moved = self.actions.remove(place);
            let named = |other: &Item| Some(&other.id) == moved.before.as_ref();
            let found = self.actions.iter().position(named).unwrap_or(place);
            self.actions.insert(found, moved);
        }
    }

    /// The files of a folder by name: SEMANTICS 3.2.
    fn of_folder(files: &Files, folder: &str) -> Self {
        let inside = |(path, _): &&(PathBuf, String)| path.parent() == Some(Path::new(folder));
        let mut inside: Vec<_> = files.iter().filter(inside).collect();
        inside.sort();
        let mut pack = Self::default();
        for (_, text) in inside {
            let more: Self = serde_saphyr::from_str(text).unwrap();
            pack.append(more);
        }
        pack
    }

    fn append(&mut self, more: Self) {
        self.header = self.header.take().or(more.header);
        self.contacts.extend(more.contacts);
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

    /// The contacts that are named where these stand, whomever they serve: SEMANTICS 12.5.
    pub(super) fn named<'p>(&'p self, contacts: &'p [String]) -> impl Iterator<Item = &'p Contact> {
        contacts.iter().flat_map(|id| {
            let role = self
                .contacts
                .iter()
                .filter(move |contact| contact.id == *id);
            let here = self.contacts.iter();
            role.chain(here.filter(move |contact| contact.fills.as_ref() == Some(id)))
        })
    }
}

impl Contact {
    pub(super) fn serves(&self, area: &str) -> bool {
        let mut serving = self.service.iter().chain(&self.role);
        serving.any(|one| one.service_areas.iter().any(|served| served == area))
    }
}

impl Gap {
    fn left_out(pack: &str) -> [Self; 2] {
        ["incident", "prevention"].map(|scope| Self {
            id: format!("without_{pack}"),
            scope: scope.to_owned(),
            when: Condition::default(),
            contacts: Vec::new(),
        })
    }
}
