//! What a side publishes, thing by thing: every word that an answer can hold, and what else is told of it.

use serde::Serialize;
use serde_json::{Value, json};

use crate::contract::catalogue::facts;
use crate::guidance::Guidance;

/// One thing of a kind, by its id.
#[derive(Debug, PartialEq)]
pub(super) struct PublishedEntry {
    pub(super) kind: &'static str,
    pub(super) id: String,
    pub(super) value: Value,
}

impl PublishedEntry {
    /// Whether it is the same thing, on the same side or the other.
    pub(super) fn same_thing(&self, other: &Self) -> bool {
        self.kind == other.kind && self.id == other.id
    }
}

/// Everything that a side publishes, items first.
pub(super) fn published(guidance: &Guidance) -> Vec<PublishedEntry> {
    let mut all = Published(Vec::new());
    let catalogue = guidance.catalogue();
    all.add("prohibition", "id", &catalogue.prohibitions);
    all.add("action", "id", &catalogue.actions);
    all.add("question", "id", &catalogue.questions);
    all.add("explanation", "id", &catalogue.explanations);
    all.add("gap", "id", &gaps(guidance));
    all.add("line", "id", &lines(guidance));
    all.add("prevention", "id", &catalogue.prevention);
    let situations = guidance.situations.iter().map(|one| &one.words);
    all.add("situation", "id", &situations.collect::<Vec<_>>());
    all.add("escalation", "id", &escalations(guidance));
    all.add("contact", "id", guidance.contacts());
    all.add("statement", "id", &catalogue.statements);
    all.add("source", "id", &catalogue.sources);
    all.add("pack", "pack", guidance.editions());
    all.add("fact", "name", &facts(guidance.vocabulary()));
    // What is told in two scopes stands twice in the guidance.
    let mut all = all.0;
    all.dedup();
    all
}

fn gaps(guidance: &Guidance) -> Vec<Value> {
    let gaps = guidance.not_covered.iter().map(|gap| {
        let contacts = gap.contacts.iter();
        let contacts = contacts.map(|contact| &guidance.contacts[*contact].id);
        json!({
            "id": gap.id,
            "title": gap.title,
            "detail": gap.detail,
            "contacts": contacts.collect::<Vec<_>>(),
        })
    });
    gaps.collect()
}

/// The lines of the card. That a pack has another edition is told of the pack.
fn lines(guidance: &Guidance) -> Vec<Value> {
    let lines = guidance.catalogue().lines.iter().map(|line| {
        let mut line = serde_json::to_value(line).unwrap_or_default();
        let versions = line.get_mut("versions").and_then(Value::as_array_mut);
        for version in versions
            .into_iter()
            .flatten()
            .filter_map(Value::as_object_mut)
        {
            version.remove("edition");
        }
        line
    });
    lines.collect()
}

/// Of actions that wait, whom to ask once that presses.
fn escalations(guidance: &Guidance) -> Vec<Value> {
    let actions = guidance.actions.iter().filter_map(|action| {
        let escalation = action.escalates_when.as_ref()?;
        Some(json!({ "id": action.core.id, "release_hint": escalation.release_hint }))
    });
    actions.collect()
}

struct Published(Vec<PublishedEntry>);

impl Published {
    /// Adds things of a kind, each by the member that tells it from the others.
    fn add(&mut self, kind: &'static str, by: &str, things: &[impl Serialize]) {
        let values = things
            .iter()
            .map(|thing| serde_json::to_value(thing).unwrap_or_default());
        self.0.extend(values.filter_map(|mut value| {
            let members = value.as_object_mut()?;
            let id = members.remove(by)?.as_str()?.to_owned();
            // What only follows from other entries, or from the bytes of files.
            for member in ["digest", "explained_by", "held_back_by", "items", "sources"] {
                members.remove(member);
            }
            Some(PublishedEntry { kind, id, value })
        }));
    }
}
