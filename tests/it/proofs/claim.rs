//! The invariants as they are written, read once more: on an answer, not on diagrams.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::told::{Told, entries};
use crate::naive::{Condition, known, possible};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    invariants: Vec<Invariant>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Invariant {
    pub(super) id: String,
    #[serde(rename = "says")]
    _says: IgnoredAny,
    /// The pack without which it says nothing.
    #[serde(default)]
    pub(super) needs: Option<String>,
    #[serde(default)]
    pub(super) never: Option<Claim>,
    #[serde(default)]
    pub(super) check: Option<String>,
    #[serde(default)]
    pub(super) items: Vec<String>,
}

/// Every member holds at once; of the things that a member lists, one is enough.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Claim {
    contradictory: bool,
    known: Option<Condition>,
    possible: Option<Condition>,
    refuted: Option<Condition>,
    recommended: Vec<String>,
    withheld: Vec<String>,
    conditional: Vec<String>,
    in_force: Vec<String>,
    absent: Vec<String>,
    names: Vec<String>,
    explained: Vec<String>,
    cites: BTreeMap<String, Vec<String>>,
    cited: Vec<String>,
    any: Vec<Claim>,
    not: Option<Box<Claim>>,
}

impl Claim {
    /// Whether it is so in the answer.
    pub(super) fn is_so(&self, told: &Told) -> bool {
        self.of_facts(told)
            && self.of_items(told)
            && self.of_statements(told)
            && self.of_claims(told)
    }

    fn of_facts(&self, told: &Told) -> bool {
        let incident = &told.incident;
        let contradictory = !told.list("contradictions").is_empty();
        (contradictory || !self.contradictory)
            && self.known.iter().all(|when| known(incident, when))
            && self.possible.iter().all(|when| possible(incident, when))
            && self.refuted.iter().all(|when| !possible(incident, when))
    }

    fn of_items(&self, told: &Told) -> bool {
        let has = |status: &'static str| move |id: &String| told.status(id) == Some(status);
        one_of(&self.recommended, has("recommended"))
            && one_of(&self.withheld, has("withheld"))
            && one_of(&self.conditional, has("conditional"))
            && one_of(&self.in_force, |id| told.in_force(id))
            && one_of(&self.absent, |id| told.status(id).is_none())
            && one_of(&self.names, |id| told.names(id))
            && one_of(&self.explained, |id| {
                told.list("explanations").iter().any(|one| one["id"] == *id)
            })
    }

    fn of_statements(&self, told: &Told) -> bool {
        let rests_on = |item: &str, statement: &String| {
            let mut cited = told
                .grounds(item)
                .flat_map(|one| entries(&one["citations"]));
            cited.any(|cited| cited == statement)
        };
        let cited = |id: &String| told.list("citations").iter().any(|one| one["id"] == *id);
        let mut items = self.cites.iter();
        items.all(|(item, statements)| one_of(statements, |id| rests_on(item, id)))
            && one_of(&self.cited, cited)
    }

    fn of_claims(&self, told: &Told) -> bool {
        one_of(&self.any, |claim| claim.is_so(told))
            && self.not.iter().all(|claim| !claim.is_so(told))
    }
}

/// Whether it is so of one of them, or nothing is listed.
fn one_of<T>(listed: &[T], is_so: impl FnMut(&T) -> bool) -> bool {
    listed.is_empty() || listed.iter().any(is_so)
}

/// Every invariant, in the order of the file.
pub(super) fn invariants() -> Vec<Invariant> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/prove/invariants.yaml");
    let file: File = serde_saphyr::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    file.invariants
}
