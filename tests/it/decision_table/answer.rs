//! What the table and the engine are compared by.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use signpost::contract::advice::Advice;

/// An answer to an incident of which everything is known.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Answer {
    pub(super) situations: BTreeSet<String>,
    pub(super) items: BTreeMap<String, Item>,
    pub(super) explanations: BTreeSet<String>,
    pub(super) not_covered: BTreeSet<String>,
}

/// A prohibition or an action.
#[derive(Debug, PartialEq)]
pub(super) struct Item {
    pub(super) status: String,
    pub(super) title: String,
    pub(super) grounds: BTreeSet<Ground>,
}

/// A ground that holds.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Ground {
    pub(super) because: String,
    pub(super) citations: Vec<String>,
    pub(super) strength: String,
    pub(super) voice: String,
    pub(super) note: String,
}

impl Answer {
    /// What the engine answers.
    pub(super) fn of(advice: &Advice<'_>) -> Self {
        let advice = serde_json::to_value(advice).unwrap();
        let ids = |list: &str| {
            let entries = entries(&advice[list]).iter();
            entries.map(|entry| text(&entry["id"])).collect()
        };
        let items = ["prohibitions", "actions"].map(|list| entries(&advice[list]));
        Self {
            situations: ids("situations"),
            items: items.into_iter().flatten().map(item).collect(),
            explanations: ids("explanations"),
            not_covered: ids("not_covered"),
        }
    }
}

fn item(item: &Value) -> (String, Item) {
    let ground = |ground: &Value| Ground {
        because: text(&ground["because"]),
        citations: entries(&ground["citations"]).iter().map(text).collect(),
        strength: text(&ground["strength"]),
        voice: text(&ground["voice"]),
        note: text(&ground["note"]),
    };
    let grounds = entries(&item["grounds"]).iter().map(ground);
    let title = text(&item["title"]);
    let status = text(&item["status"]);
    let grounds = grounds.collect();
    (
        text(&item["id"]),
        Item {
            status,
            title,
            grounds,
        },
    )
}

fn entries(list: &Value) -> &[Value] {
    list.as_array().map_or(&[], Vec::as_slice)
}

/// A text; empty where there is none.
fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
