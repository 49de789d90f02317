//! The card and the controls that a scenario expects.

use serde_json::Value;

use super::case::Expect;
use super::compare::unequal;
use super::shown::Shown;

/// What differs.
pub(super) fn compare(expect: &Expect, shown: &Shown, found: &mut Vec<String>) {
    if let Some(danger) = &expect.danger {
        unequal("danger", danger, &shown.danger, found);
    }
    for (slot, lines) in &expect.card {
        let there = match shown.card.get(slot) {
            None => Vec::new(),
            Some(Value::Array(lines)) => lines.iter().map(line).collect(),
            Some(one) => vec![line(one)],
        };
        unequal(&format!("card, {slot}"), lines, &there, found);
    }
    for (control, state) in &expect.controls {
        let mut controls = shown.controls.iter();
        let there = controls.find(|one| one["control"] == **control);
        let there = there.map_or("missing", |one| one["state"].as_str().unwrap());
        unequal(control, state, &there, found);
    }
}

/// A line as a scenario names it.
fn line(line: &Value) -> String {
    let id = line["id"].as_str().unwrap();
    match line["variant"].as_str() {
        Some(variant) => format!("{id}/{variant}"),
        None => id.to_owned(),
    }
}
