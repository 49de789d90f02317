//! The parts of the embedded guidance, and those that an answer shows.

use std::collections::BTreeSet;
use std::fs;

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::case::{tests, yaml_files};
use super::shown::{Item, Shown};

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
    not_covered: Vec<Id>,
    contacts: Vec<Id>,
}

#[derive(Debug, Deserialize)]
struct Id {
    id: String,
    retired: Option<IgnoredAny>,
}

#[derive(Debug, Deserialize)]
struct Gate {
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
    pressing: Option<Pressing>,
    caution: Option<IgnoredAny>,
    retired: Option<IgnoredAny>,
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
struct Pressing {
    release_hint: String,
}

/// Every part of the guidance that this repository ships.
pub(super) fn all_parts() -> BTreeSet<Part> {
    let packs = tests().join("../src/guidance/packs");
    let mut parts = BTreeSet::new();
    for path in yaml_files(&packs) {
        let text = fs::read_to_string(&path).unwrap();
        let pack: Pack = serde_saphyr::from_str(&text)
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        parts.extend(parts_of(pack));
    }
    parts
}

fn parts_of(pack: Pack) -> Vec<Part> {
    let mut parts = Vec::new();
    let named = [
        ("situation", pack.situations),
        ("question", pack.questions),
        ("explanation", pack.explanations),
        ("not covered", pack.not_covered),
        ("contact", pack.contacts),
    ];
    for (what, all) in named {
        let given = all.into_iter().filter(|one| one.retired.is_none());
        parts.extend(given.map(|one| (what, one.id)));
    }
    for condition in pack.gates.into_iter().flat_map(|gate| gate.conditions) {
        parts.push(("reason", condition.not_known));
        parts.push(("reason", condition.refuted));
    }
    let entries = pack.prohibitions.into_iter().chain(pack.actions);
    for entry in entries.filter(|entry| entry.retired.is_none()) {
        let id = &entry.id;
        parts.push(("item", id.clone()));
        for ground in &entry.grounds {
            parts.push(("ground", format!("{id}: {}", ground.because)));
        }
        for words in &entry.rewordings {
            parts.push(("wording", format!("{id}: {}", words.title)));
        }
        let pressing = entry.pressing.iter();
        parts.extend(pressing.map(|one| ("hint", one.release_hint.clone())));
        parts.extend(entry.caution.iter().map(|_| ("caution", id.clone())));
    }
    parts
}

/// The parts that an answer shows. A ground counts where it is known to hold.
pub(super) fn parts(shown: &Shown) -> Vec<Part> {
    let mut parts = Vec::new();
    let named = [
        ("situation", &shown.situations),
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
    let known = item.grounds.iter().filter(|ground| ground.basis == "known");
    parts.extend(known.map(|ground| ("ground", format!("{id}: {}", ground.because))));
    let held = item.withheld_because.iter();
    parts.extend(held.map(|held| ("reason", held.because.clone())));
    let cautions = item.cautions.iter();
    parts.extend(cautions.map(|one| ("caution", one.prohibition.clone())));
    parts
}
