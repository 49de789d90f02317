//! The card and the controls as they are written in the files of a pack.

use serde::Deserialize;

use super::condition::Condition;

#[derive(Debug, Deserialize)]
pub(super) struct Term {
    pub(super) id: String,
    pub(super) says: Vec<Saying>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Saying {
    #[serde(default)]
    pub(super) when: Condition,
    pub(super) text: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Line {
    pub(super) id: String,
    pub(super) slot: String,
    pub(super) class: String,
    pub(super) items: Vec<String>,
    pub(super) covers: Vec<String>,
    pub(super) who: Option<String>,
    pub(super) call: Vec<String>,
    pub(super) asks: Vec<String>,
    pub(super) full_strength: bool,
    pub(super) never_cut: bool,
    pub(super) parts: Vec<Vec<Variant>>,
    pub(super) exit: Vec<Variant>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Variant {
    pub(super) id: String,
    pub(super) text: String,
    #[serde(rename = "for")]
    pub(super) names: Vec<String>,
    pub(super) covers: Vec<String>,
    pub(super) basis: String,
    pub(super) when: Condition,
    pub(super) scope: Vec<String>,
    pub(super) slot: Option<String>,
    pub(super) stop: Option<u8>,
    pub(super) who: Option<String>,
    pub(super) after: Option<String>,
    pub(super) state: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Control {
    pub(super) id: String,
    pub(super) blocked: Vec<Entry>,
    pub(super) ask_police_first: Vec<Entry>,
    pub(super) not_by_you: Vec<Entry>,
    pub(super) open: Vec<Entry>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Entry {
    pub(super) in_force: Vec<String>,
    pub(super) withheld: Vec<String>,
    pub(super) leads: Vec<String>,
    pub(super) recommended: Vec<String>,
    pub(super) actor: Option<String>,
    pub(super) absent: Vec<String>,
    pub(super) no_caution: Vec<String>,
    pub(super) when: Condition,
}
