//! The parts of the embedded guidance, and those that an answer shows.

use std::collections::BTreeSet;
use std::fs;

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::case::{tests, yaml_files};
use super::members::Item;
use super::shown::Shown;

/// A part: what it is, and its id or its words.
pub(super) type Part = (&'static str, String);

/// What the packs say, as far as it can be shown; the rest is passed over. What is retired is not
/// shown.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Pack {
    situations: Vec<Id>,
    gates: Vec<Gate>,
    prohibitions: Vec<Entry>,
    actions: Vec<Entry>,
    questions: Vec<Id>,
    explanations: Vec<Id>,
    not_covered: Vec<Gap>,
    contacts: Vec<Id>,
    extends: Vec<Further>,
    #[serde(rename = "pack")]
    header: Option<Header>,
}

#[derive(Debug, Deserialize)]
struct Header {
    id: String,
    left_out: Option<IgnoredAny>,
}

#[derive(Debug, Deserialize)]
struct Id {
    id: String,
    retired: Option<IgnoredAny>,
}

#[derive(Debug, Deserialize)]
struct Gap {
    id: String,
    #[serde(default)]
    contacts: Vec<String>,
}

/// Reasons of a pack for an item of an earlier one.
#[derive(Debug, Deserialize)]
struct Further {
    item: String,
    grounds: Vec<Ground>,
    #[serde(default)]
    contacts: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Gate {
    alternatives: Vec<Alternative>,
}

#[derive(Debug, Deserialize)]
struct Alternative {
    conditions: Vec<Condition>,
}

#[derive(Debug, Deserialize)]
struct Condition {
    not_known: String,
    refuted: String,
}

#[derive(Debug, Deserialize)]
struct Entry {
    id: String,
    grounds: Vec<Ground>,
    #[serde(default)]
    rewordings: Vec<Rewording>,
    escalates_when: Option<Escalation>,
    caution: Option<IgnoredAny>,
    #[serde(default)]
    holds_back: Vec<String>,
    #[serde(default)]
    contacts: Vec<String>,
    retired: Option<IgnoredAny>,
}

impl Entry {
    /// What holds nothing back cautions nobody.
    fn cautions(&self) -> bool {
        self.caution.is_some() && !self.holds_back.is_empty()
    }
}

#[derive(Debug, Deserialize)]
struct Ground {
    because: String,
}

#[derive(Debug, Deserialize)]
struct Rewording {
    title: String,
}

#[derive(Debug, Deserialize)]
struct Escalation {
    release_hint: String,
}

/// Every part of the guidance that this repository ships.
pub(super) fn all_parts() -> BTreeSet<Part> {
    let packs: Vec<Pack> = yaml_files(&tests().join("../src/guidance/packs"))
        .iter()
        .map(|path| {
            let text = fs::read_to_string(path).unwrap();
            serde_saphyr::from_str(&text)
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
        })
        .collect();
    let named: BTreeSet<_> = packs.iter().flat_map(contacts_of).cloned().collect();
    let mut parts: BTreeSet<_> = packs.into_iter().flat_map(parts_of).collect();
    // A contact that nothing names stands in the directory alone.
    parts.retain(|(what, id)| *what != "contact" || named.contains(id));
    parts
}

/// The contacts that something in a pack names.
fn contacts_of(pack: &Pack) -> impl Iterator<Item = &String> {
    let items = pack.prohibitions.iter().chain(&pack.actions);
    let given = items.filter(|entry| entry.retired.is_none());
    let named = given.flat_map(|entry| &entry.contacts);
    let named = named.chain(pack.extends.iter().flat_map(|more| &more.contacts));
    named.chain(pack.not_covered.iter().flat_map(|gap| &gap.contacts))
}

fn parts_of(pack: Pack) -> Vec<Part> {
    let mut parts = Vec::new();
    let named = [
        ("situation", pack.situations),
        ("question", pack.questions),
        ("explanation", pack.explanations),
        ("contact", pack.contacts),
    ];
    for (what, all) in named {
        let given = all.into_iter().filter(|one| one.retired.is_none());
        parts.extend(given.map(|one| (what, one.id)));
    }
    let gaps = pack.not_covered.into_iter().map(|gap| gap.id);
    parts.extend(gaps.map(|id| ("not covered", id)));
    let header = pack.header.filter(|header| header.left_out.is_some());
    parts.extend(header.map(|one| ("not covered", format!("without_{}", one.id))));
    for condition in pack
        .gates
        .into_iter()
        .flat_map(|gate| gate.alternatives)
        .flat_map(|one| one.conditions)
    {
        parts.push(("reason", condition.not_known));
        parts.push(("reason", condition.refuted));
    }
    for further in &pack.extends {
        parts.extend(grounds_of(&further.item, &further.grounds));
    }
    let entries = pack.prohibitions.iter().chain(&pack.actions);
    let given = entries.filter(|entry| entry.retired.is_none());
    parts.extend(given.flat_map(parts_of_entry));
    parts
}

fn grounds_of(item: &str, grounds: &[Ground]) -> Vec<Part> {
    let part = |ground: &Ground| ("ground", format!("{item}: {}", ground.because));
    grounds.iter().map(part).collect()
}

fn parts_of_entry(entry: &Entry) -> Vec<Part> {
    let id = &entry.id;
    let mut parts = vec![("item", id.clone())];
    parts.extend(grounds_of(id, &entry.grounds));
    for words in &entry.rewordings {
        parts.push(("wording", format!("{id}: {}", words.title)));
    }
    let escalation = entry.escalates_when.iter();
    parts.extend(escalation.map(|one| ("hint", one.release_hint.clone())));
    if entry.cautions() {
        parts.push(("caution", id.clone()));
    }
    parts
}

/// The parts that an answer shows. A ground counts where it is known to hold.
pub(super) fn parts(shown: &Shown) -> Vec<Part> {
    let mut parts = Vec::new();
    let named = [
        ("situation", &shown.facts.situations),
        ("explanation", &shown.explanations),
        ("not covered", &shown.not_covered),
        ("contact", &shown.contacts),
    ];
    for (what, all) in named {
        parts.extend(all.iter().map(|one| (what, one.id.clone())));
    }
    let asked = shown.questions.iter();
    parts.extend(asked.map(|asked| ("question", asked.id.clone())));
    for item in shown.items() {
        parts.extend(parts_of_item(item));
    }
    parts
}

fn parts_of_item(item: &Item) -> Vec<Part> {
    let id = &item.id;
    let mut parts = vec![
        ("item", id.clone()),
        ("wording", format!("{id}: {}", item.title)),
        ("hint", item.release_hint.clone()),
    ];
    let known = item.reasons.grounds.iter();
    let known = known.filter(|ground| ground.basis == "known");
    parts.extend(known.map(|ground| ("ground", format!("{id}: {}", ground.because))));
    let held = item.reasons.withheld_because.iter();
    parts.extend(held.map(|held| ("reason", held.because.clone())));
    let cautions = item.cautions.iter();
    parts.extend(cautions.map(|one| ("caution", one.prohibition().clone())));
    parts
}
