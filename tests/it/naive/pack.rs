//! What is written in the files of a pack, as far as logic needs it.

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::condition::Condition;
use super::written_card::{Control, Line, Term};
use super::written_sources::{Header, Statement};

/// All files of some packs, one after the other.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Pack {
    #[serde(rename = "pack")]
    pub(super) header: Option<Header>,
    /// The packs that these are the files of.
    #[serde(skip)]
    pub(super) editions: Vec<Header>,
    /// An operator's first: SEMANTICS 12.6.
    pub(super) contacts: Vec<Contact>,
    pub(super) not_named: Vec<NotNamed>,
    pub(super) statements: Vec<Statement>,
    pub(super) situations: Vec<Situation>,
    pub(super) gates: Vec<Gate>,
    pub(super) prohibitions: Vec<Item>,
    pub(super) actions: Vec<Item>,
    pub(super) questions: Vec<Question>,
    pub(super) explanations: Vec<Explanation>,
    pub(super) not_covered: Vec<Gap>,
    pub(super) extends: Vec<Extension>,
    pub(super) terms: Vec<Term>,
    pub(super) lines: Vec<Line>,
    pub(super) controls: Vec<Control>,
    /// The list of the packs.
    pub(super) packs: Vec<Listed>,
}

/// Reasons of a pack for an item of an earlier one.
#[derive(Debug, Deserialize)]
pub(super) struct Extension {
    pub(super) item: String,
    pub(super) grounds: Vec<Ground>,
    #[serde(default)]
    pub(super) contacts: Vec<String>,
}

/// A service or a role.
#[derive(Debug, Deserialize)]
pub(super) struct Contact {
    pub(super) id: String,
    pub(super) service: Option<Serving>,
    pub(super) role: Option<Serving>,
    pub(super) fills: Option<String>,
    /// Whether an operator names it.
    #[serde(skip)]
    pub(super) local: bool,
}

/// Contacts that are named nowhere while something is so.
#[derive(Debug, Deserialize)]
pub(super) struct NotNamed {
    pub(super) when: Condition,
    pub(super) contacts: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Serving {
    pub(super) service_areas: Vec<String>,
    /// Of a service.
    pub(super) url: Option<String>,
    /// Likewise.
    #[serde(default)]
    pub(super) phones: Vec<IgnoredAny>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Situation {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) when: Condition,
    pub(super) statements: Vec<String>,
}

/// SEMANTICS 5.1.
#[derive(Debug, Deserialize)]
pub(super) struct Gate {
    pub(super) id: String,
    pub(super) alternatives: Vec<Alternative>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Alternative {
    until: String,
    short: Option<String>,
    pub(super) release_hint: String,
    pub(super) conditions: Vec<GateCondition>,
}

impl Alternative {
    /// What it waits for, in a few words: SEMANTICS 8.2.
    pub(super) fn until(&self) -> &str {
        self.short.as_ref().unwrap_or(&self.until)
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct GateCondition {
    pub(super) when: Condition,
    pub(super) not_known: String,
    pub(super) refuted: String,
    pub(super) statements: Vec<String>,
}

/// What a prohibition that protects welfare is while it is open: SEMANTICS 6.12.
#[derive(Debug, Deserialize)]
pub(super) struct WhileOpen {
    pub(super) not_asked: String,
    pub(super) not_known: String,
    pub(super) in_force_when: Option<Condition>,
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
    pub(super) while_open: Option<WhileOpen>,
    pub(super) lifted_says: Option<String>,
    pub(super) lifted_short: Option<String>,
    pub(super) holds_back: Vec<String>,
    pub(super) caution: Option<Caution>,
    pub(super) actor: Option<String>,
    pub(super) when_unknown: String,
    pub(super) listed: String,
    pub(super) gate: Option<String>,
    pub(super) rewordings: Vec<Rewording>,
    pub(super) escalates_when: Option<Escalation>,
    pub(super) before: Option<String>,
    pub(super) retired: Option<IgnoredAny>,
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
    #[serde(default = "yes")]
    pub(super) raises_answer: bool,
    #[serde(default)]
    pub(super) voice: String,
    pub(super) note: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Rewording {
    pub(super) once: Condition,
    pub(super) title: String,
    pub(super) detail: Option<String>,
    pub(super) actor: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Escalation {
    pub(super) once: Condition,
    pub(super) release_hint: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Question {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) detail: Option<String>,
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
    pub(super) retired: Option<IgnoredAny>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Explanation {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) detail: Option<String>,
    pub(super) note: Option<String>,
    #[serde(default = "incident")]
    pub(super) scope: String,
    #[serde(default)]
    pub(super) when: Condition,
    pub(super) explains: Vec<String>,
    pub(super) statements: Vec<String>,
    #[serde(default)]
    pub(super) voice: String,
    pub(super) retired: Option<IgnoredAny>,
}

/// Something that the guidance does not address.
#[derive(Debug, Deserialize)]
pub(super) struct Gap {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) detail: Option<String>,
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

fn yes() -> bool {
    true
}

/// A pack, in the list of them.
#[derive(Debug, Deserialize)]
pub(super) struct Listed {
    pub(super) id: String,
}
