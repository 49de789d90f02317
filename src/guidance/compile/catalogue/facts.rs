//! The facts that something hangs on.

use std::collections::BTreeSet;

use crate::guidance::pack_schema::{WrittenCondition, WrittenTerm};
use crate::guidance::parsed::Parsed;

/// The facts that a condition names, by way of situations and gates too.
pub(super) fn facts(given: &Parsed, when: Option<&WrittenCondition>) -> Vec<String> {
    let mut facts = BTreeSet::new();
    let mut waiting: Vec<&WrittenCondition> = when.into_iter().collect();
    while let Some(WrittenCondition(terms)) = waiting.pop() {
        for term in terms {
            match term {
                WrittenTerm::All(parts) | WrittenTerm::Any(parts) => waiting.extend(parts),
                WrittenTerm::Not(part) | WrittenTerm::Known(_, part) => waiting.push(part),
                WrittenTerm::NotKnown(_, names) => {
                    facts.extend(names.iter().map(|fact| fact.value.clone()));
                }
                WrittenTerm::Fact(fact, _) => {
                    facts.insert(fact.value.clone());
                }
                WrittenTerm::Situation(name) => {
                    let situations = given.situations.iter().map(|entry| &entry.part);
                    let named = situations.filter(|one| one.id.value == name.value);
                    waiting.extend(named.map(|one| &one.when));
                }
                WrittenTerm::Gate(name) => {
                    let gates = given.gates.iter().map(|entry| &entry.part);
                    let named = gates.filter(|one| one.id.value == name.value);
                    let alternatives = named.flat_map(|one| &one.alternatives);
                    let conditions = alternatives.flat_map(|one| &one.conditions);
                    waiting.extend(conditions.map(|condition| &condition.when));
                }
            }
        }
    }
    facts.into_iter().collect()
}
