//! Which words of the guidance differ.

use serde::Serialize;
use serde_json::{Map, Value};

use super::published::PublishedEntry;

/// Words that differ, are new, or are gone.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TextChange {
    /// What kind of thing holds them.
    pub kind: &'static str,
    /// Its id.
    pub id: String,
    /// Where in it they stand; left out where all of it is new or gone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub member: Option<String>,
    /// What is no longer said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old: Option<Value>,
    /// What is said now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new: Option<Value>,
}

/// Every difference between what two sides publish, thing by thing.
pub(super) fn text_changes(old: &[PublishedEntry], new: &[PublishedEntry]) -> Vec<TextChange> {
    let mut changes = Vec::new();
    for entry in new {
        let before = old.iter().find(|one| one.same_thing(entry));
        let mut differences = Differences::of(entry, &mut changes);
        match before {
            Some(before) => differences.compare("", Some(&before.value), Some(&entry.value)),
            None => differences.add("", None, Some(&entry.value)),
        }
    }
    for entry in old {
        if !new.iter().any(|one| one.same_thing(entry)) {
            Differences::of(entry, &mut changes).add("", Some(&entry.value), None);
        }
    }
    changes
}

/// The differences found in one thing.
struct Differences<'d> {
    entry: &'d PublishedEntry,
    found: &'d mut Vec<TextChange>,
}

impl<'d> Differences<'d> {
    fn of(entry: &'d PublishedEntry, found: &'d mut Vec<TextChange>) -> Self {
        Self { entry, found }
    }

    fn add(&mut self, member: &str, old: Option<&Value>, new: Option<&Value>) {
        self.found.push(TextChange {
            kind: self.entry.kind,
            id: self.entry.id.clone(),
            member: (!member.is_empty()).then(|| member.to_owned()),
            old: old.cloned(),
            new: new.cloned(),
        });
    }

    fn compare(&mut self, member: &str, old: Option<&Value>, new: Option<&Value>) {
        match (old, new) {
            (Some(old), Some(new)) if old == new => {}
            (Some(Value::Object(old)), Some(Value::Object(new))) => self.members(member, old, new),
            (Some(Value::Array(old)), Some(Value::Array(new))) => self.elements(member, old, new),
            _ => self.add(member, old, new),
        }
    }

    fn members(&mut self, member: &str, old: &Map<String, Value>, new: &Map<String, Value>) {
        let gone = old.keys().filter(|name| !new.contains_key(*name));
        for name in new.keys().chain(gone) {
            let inner = if member.is_empty() {
                name.clone()
            } else {
                format!("{member}, {name}")
            };
            self.compare(&inner, old.get(name), new.get(name));
        }
    }

    /// What stands in both lists, wherever, is the same; of the rest, each is compared with what stands in its
    /// place in the other.
    fn elements(&mut self, member: &str, old: &[Value], new: &[Value]) {
        let gone = old.iter().filter(|one| !new.contains(one));
        let come = new.iter().filter(|one| !old.contains(one));
        let (mut gone, mut come) = (gone.fuse(), come.fuse());
        let mut any = false;
        loop {
            let (old, new) = (gone.next(), come.next());
            if old.is_none() && new.is_none() {
                break;
            }
            any = true;
            self.compare(member, old, new);
        }
        if !any {
            self.add(
                &format!("{member}, in their order"),
                Some(&Value::Array(old.to_vec())),
                Some(&Value::Array(new.to_vec())),
            );
        }
    }
}
