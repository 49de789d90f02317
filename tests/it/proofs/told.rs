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

    /// The facts as they were counted.
    pub(super) fn facts(&self) -> &[Value] {
        entries(&self.answer["facts"]["counted"])
    }

    /// Every item that is shown: the prohibitions, the actions, what is possible and what waits.
    pub(super) fn items(&self) -> impl Iterator<Item = &Value> {
        let lists = ["prohibitions", "actions", "possible"].map(|member| self.list(member));
        let waiting = self.list("waiting").iter();
        let waiting = waiting.flat_map(|group| entries(&group["items"]));
        lists.into_iter().flatten().chain(waiting)
    }

    /// Why an item stands where it stands.
    fn reasons(&self, id: &str) -> impl Iterator<Item = &Value> {
        let reasons = self.list("reasons").iter();
        reasons.filter(move |reasons| reasons["item"] == id)
    }

    /// The grounds of an item.
    pub(super) fn grounds(&self, id: &str) -> impl Iterator<Item = &Value> {
        let reasons = self.reasons(id);
        reasons.flat_map(|reasons| entries(&reasons["grounds"]))
    }

    /// What an item waits for.
    pub(super) fn waits_until(&self, id: &str) -> Option<&str> {
        let mut groups = self.list("waiting").iter();
        let group = groups.find(|group| entries(&group["items"]).iter().any(|one| one["id"] == id));
        group?["until"].as_str()
    }

    /// The item of that id; none where it is not shown.
    pub(super) fn item(&self, id: &str) -> Option<&Value> {
        self.items().find(|item| item["id"] == id)
    }

    /// The status of an item; none where it is not shown.
    pub(super) fn status(&self, id: &str) -> Option<&str> {
        let item = self.item(id)?;
        Some(item["status"].as_str().unwrap_or("withheld"))
    }

    /// Whether an action hangs on a question.
    pub(super) fn pending(&self, id: &str) -> bool {
        self.status(id) == Some("pending")
    }

    /// Whether an action stands among the actions and is an emergency.
    pub(super) fn emergency(&self, id: &str) -> bool {
        let mut actions = self.list("actions").iter();
        actions.any(|action| action["id"] == id && action["urgency"] == "emergency")
    }

    /// Whether the contact is named.
    pub(super) fn names(&self, contact: &str) -> bool {
        let mut named = self.list("contacts").iter();
        named.any(|one| one["id"] == contact)
    }

    /// Whether it is in force.
    pub(super) fn in_force(&self, id: &str) -> bool {
        let status = self.status(id);
        matches!(
            status,
            Some("recommended" | "prohibited" | "precautionary" | "pending")
        )
    }
}

/// A line of the card, and the member of the card that it stands in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'t> {
    pub(super) slot: &'static str,
    line: &'t Value,
}

impl<'t> Line<'t> {
    /// What it says in one of its members.
    pub(super) fn word(self, member: &str) -> &'t str {
        self.line[member].as_str().unwrap()
    }

    /// The items that it stands for.
    pub(super) fn items(self) -> impl Iterator<Item = &'t str> {
        let items = entries(&self.line["items"]).iter();
        items.map(|item| item.as_str().unwrap())
    }

    /// Whether it offers the contact.
    pub(super) fn calls(self, contact: &str) -> bool {
        let mut calls = entries(&self.line["call"]).iter();
        calls.any(|call| call["contact"] == contact)
    }
}

impl Told {
    /// The lines of the card.
    pub(super) fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        let card = &self.answer["card"];
        let slots = ["danger", "stop", "do", "do_not", "say", "then"].into_iter();
        slots.flat_map(move |slot| {
            let lines = match &card[slot] {
                Value::Array(lines) => &lines[..],
                Value::Null => &[],
                line => std::slice::from_ref(line),
            };
            lines.iter().map(move |line| Line { slot, line })
        })
    }

    /// The line of that id; none where it is not on the card.
    pub(super) fn line(&self, id: &str) -> Option<Line<'_>> {
        self.lines().find(|line| line.word("id") == id)
    }

    /// The state of a control.
    pub(super) fn control(&self, name: &str) -> &str {
        let mut controls = self.list("controls").iter();
        let control = controls.find(|one| one["control"] == name).unwrap();
        control["state"].as_str().unwrap()
    }

    /// Whether a prohibition is a caution.
    pub(super) fn caution(&self, id: &str) -> bool {
        let mut traced = entries(&self.answer["trace"]["items"]).iter();
        traced.any(|one| one["item"] == id && one["status"] == "caution")
    }
}

/// The entries of a list.
pub(super) fn entries(list: &Value) -> &[Value] {
    list.as_array().map_or(&[], Vec::as_slice)
}
