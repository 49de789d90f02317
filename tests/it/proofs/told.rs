//! What a service told of an incident.

use serde_json::Value;

use crate::naive::Incident;

/// An incident and what it was answered.
#[derive(Debug)]
pub(super) struct Told {
    pub(super) incident: Incident,
    pub(super) answer: Value,
}

impl Told {
    /// The entries of a list of the answer.
    pub(super) fn list(&self, member: &str) -> &[Value] {
        entries(&self.answer[member])
    }

    /// Every item that stands, among the prohibitions, the actions, or under a question.
    pub(super) fn items(&self) -> impl Iterator<Item = &Value> {
        let questions = self.list("questions").iter();
        let under = questions.flat_map(|question| entries(&question["consequences"]));
        let lists = ["prohibitions", "actions"].map(|member| self.list(member));
        lists.into_iter().flatten().chain(under)
    }

    /// The grounds of an item.
    pub(super) fn grounds(&self, id: &str) -> impl Iterator<Item = &Value> {
        let items = self.items().filter(move |item| item["id"] == id);
        items.flat_map(|item| entries(&item["grounds"]))
    }

    /// The status of an item; none where it does not stand.
    pub(super) fn status(&self, id: &str) -> Option<&str> {
        let item = self.items().find(|item| item["id"] == id)?;
        item["status"].as_str()
    }

    /// Whether an item that is in force, or a gap, names the contact.
    pub(super) fn names(&self, contact: &str) -> bool {
        let named = |told: &Value| entries(&told["contacts"]).iter().any(|id| id == contact);
        let mut items = self.items().filter(|item| named(item));
        items.any(|item| self.in_force(item["id"].as_str().unwrap()))
            || self.list("not_covered").iter().any(named)
    }

    /// Whether it is in force.
    pub(super) fn in_force(&self, id: &str) -> bool {
        let status = self.status(id);
        matches!(status, Some("recommended" | "prohibited" | "precautionary"))
    }
}

/// The entries of a list.
pub(super) fn entries(list: &Value) -> &[Value] {
    list.as_array().map_or(&[], Vec::as_slice)
}
