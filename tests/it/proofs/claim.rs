//! The invariants as they are written, read once more: on an answer, not on diagrams.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::told::{Told, entries};
use crate::naive::{
    Condition, asked_not_known, holds_in_an_interpretation, known, possible, waited_for,
};

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
    in_a_reading: Option<Condition>,
    in_vain: Vec<String>,
    recommended: Vec<String>,
    withheld: Vec<String>,
    conditional: Vec<String>,
    pending: Vec<String>,
    emergency: Vec<String>,
    in_force: Vec<String>,
    absent: Vec<String>,
    caution: Vec<String>,
    acts: BTreeMap<String, Vec<String>>,
    worded: BTreeMap<String, Vec<String>>,
    waits_for: BTreeMap<String, Vec<usize>>,
    names: Vec<String>,
    explained: Vec<String>,
    cites: BTreeMap<String, Vec<String>>,
    cited: Vec<String>,
    line: Vec<String>,
    variant: BTreeMap<String, Vec<String>>,
    slot: BTreeMap<String, Vec<String>>,
    who: BTreeMap<String, Vec<String>>,
    by: Vec<String>,
    level: BTreeMap<String, Vec<String>>,
    basis: BTreeMap<String, Vec<String>>,
    calls: Vec<String>,
    danger: Vec<String>,
    control: BTreeMap<String, Vec<String>>,
    any: Vec<Claim>,
    not: Option<Box<Claim>>,
}

impl Claim {
    /// Whether it is so in the answer.
    pub(super) fn is_so(&self, told: &Told) -> bool {
        self.of_facts(told)
            && self.of_items(told)
            && self.of_words(told)
            && self.of_statements(told)
            && self.of_card(told)
            && self.of_claims(told)
    }

    fn of_facts(&self, told: &Told) -> bool {
        let incident = &told.incident;
        let contradictory = !told.list("contradictions").is_empty();
        (contradictory || !self.contradictory)
            && self.known.iter().all(|when| known(incident, when))
            && self.possible.iter().all(|when| possible(incident, when))
            && self.refuted.iter().all(|when| !possible(incident, when))
            && self
                .in_a_reading
                .iter()
                .all(|when| holds_in_an_interpretation(incident, when))
            && one_of(&self.in_vain, |fact| asked_not_known(incident, fact))
    }

    fn of_items(&self, told: &Told) -> bool {
        let has = |status: &'static str| move |id: &String| told.status(id) == Some(status);
        one_of(&self.recommended, has("recommended"))
            && one_of(&self.withheld, has("withheld"))
            && one_of(&self.conditional, has("conditional"))
            && one_of(&self.pending, |id| told.pending(id))
            && one_of(&self.emergency, |id| told.emergency(id))
            && one_of(&self.in_force, |id| told.in_force(id))
            && one_of(&self.absent, |id| told.status(id).is_none())
            && one_of(&self.caution, |id| told.caution(id))
            && one_of(&self.names, |id| told.names(id))
            && one_of(&self.explained, |id| {
                told.list("explanations").iter().any(|one| one["id"] == *id)
            })
    }

    fn of_words(&self, told: &Told) -> bool {
        let says = |id: &str, member: &str| told.item(id).and_then(|item| item[member].as_str());
        let acts = |id: &str, actor: &String| says(id, "actor") == Some(&**actor);
        let worded = |id: &str, beginning: &String| {
            says(id, "title").is_some_and(|title| title.starts_with(&**beginning))
        };
        let waits_for = |id: &str, place: &usize| {
            let until = told.waits_until(id);
            until.is_some_and(|until| names_alternative(until, waited_for(id)[place - 1]))
        };
        each(&self.acts, acts) && each(&self.worded, worded) && each(&self.waits_for, waits_for)
    }

    fn of_statements(&self, told: &Told) -> bool {
        let rests_on = |item: &str, statement: &String| {
            let mut cited = told
                .grounds(item)
                .flat_map(|one| entries(&one["citations"]));
            cited.any(|cited| cited == statement)
        };
        let statements = entries(&told.answer["sources"]["statements"]);
        let cited = |id: &String| statements.iter().any(|one| one["id"] == *id);
        each(&self.cites, rests_on) && one_of(&self.cited, cited)
    }

    fn of_card(&self, told: &Told) -> bool {
        let says = |member: &'static str| {
            move |id: &str, word: &String| {
                told.line(id).is_some_and(|line| line.word(member) == word)
            }
        };
        let variant = |id: &str, variant: &String| {
            let mut said = told
                .line(id)
                .into_iter()
                .flat_map(|line| line.word("variant").split('+'));
            said.any(|one| one == variant)
        };
        let slot = |id: &str, slot: &String| {
            let slots: &[&str] = if slot == "do" {
                &["do", "then"]
            } else {
                &[slot]
            };
            told.line(id).is_some_and(|line| slots.contains(&line.slot))
        };
        one_of(&self.line, |id| told.line(id).is_some())
            && each(&self.variant, variant)
            && each(&self.slot, slot)
            && each(&self.who, says("who"))
            && each(&self.level, says("level"))
            && each(&self.basis, says("basis"))
            && one_of(&self.by, |who| {
                told.lines().any(|line| line.word("who") == who)
            })
            && one_of(&self.calls, |id| told.lines().any(|line| line.calls(id)))
            && one_of(&self.danger, |state| told.answer["danger"] == **state)
            && each(&self.control, |name, state| told.control(name) == state)
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

/// Whether it is so of each item with one of the things that are listed for it.
fn each<T>(listed: &BTreeMap<String, Vec<T>>, is_so: impl Fn(&str, &T) -> bool) -> bool {
    let mut items = listed.iter();
    items.all(|(item, things)| one_of(things, |thing| is_so(item, thing)))
}

/// Whether what an action waits for, one thing after the other, names this one: SEMANTICS 8.2.
fn names_alternative(until: &str, alternative: &str) -> bool {
    format!("; or {until}; or ").contains(&format!("; or {alternative}; or "))
}

/// Every invariant, in the order of the file.
pub(super) fn invariants() -> Vec<Invariant> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/prove/invariants.yaml");
    let file: File = serde_saphyr::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    file.invariants
}
