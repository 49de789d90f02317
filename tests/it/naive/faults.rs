//! Whether the comparison notices what is wrong: each value of some answers is changed in turn.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::compare::{self, Body};
use super::interpretation::Incident;
use super::json::differences;
use super::memo::Memo;
use super::{compose, operators_files, trace};

/// Incidents whose answers have, together, something in every list.
const RICH: [&[(&str, &str)]; 3] = [
    &[],
    &[
        ("child_sent_or_posted", "yes"),
        ("material_kind", "image_or_video"),
        ("adult_involved", "suspected"),
        ("shared_on_social_network_or_website", "yes"),
        ("self_harm_risk", "unknown"),
        ("parents_safe_to_tell", "unknown"),
        ("jurisdiction", "GB-ENG"),
    ],
    &[
        ("child_received", "yes"),
        ("adult_involved", "no"),
        ("parent_or_carer_implicated", "yes"),
        ("immediate_danger", "yes"),
    ],
];

/// The members at each place of an answer, and whether some answer has something there.
#[derive(Default)]
struct Seen {
    unnoticed: BTreeSet<String>,
    empty: BTreeSet<String>,
    filled: BTreeSet<String>,
}

#[test]
fn no_value_of_an_answer_changes_unnoticed() {
    let naive = |body: &Body, incident: &Incident| {
        compose::answer(body.naive, incident, &mut Memo::default())
    };
    let answer = |body: &Body, incident: &Incident| body.answer(incident, &["all"]);
    assert_noticed(answer, naive, compare::compared, &compare::NOT_COMPARED);
}

#[test]
fn no_value_of_a_trace_changes_unnoticed() {
    let naive =
        |body: &Body, incident: &Incident| trace::trace(body.naive, incident, &mut Memo::default());
    let answer =
        |body: &Body, incident: &Incident| body.answer(incident, &["trace"])["trace"].take();
    assert_noticed(answer, naive, trace::compared, &trace::NOT_COMPARED);
}

fn assert_noticed(
    answer: impl Fn(&Body, &Incident) -> Value,
    naive: impl Fn(&Body, &Incident) -> Value,
    compared: impl Fn(Value) -> Value,
    not_compared: &[&str],
) {
    let mut seen = Seen::default();
    for body in Body::of(operators_files()) {
        for facts in RICH {
            let owned = |(fact, answer): &(&str, &str)| ((*fact).to_owned(), (*answer).to_owned());
            let incident = facts.iter().map(owned).collect();
            let (answer, naive) = (answer(&body, &incident), naive(&body, &incident));
            let noticed = |changed: Value| !differences(&compared(changed), &naive).is_empty();
            assert!(!noticed(answer.clone()), "they differ as it is");
            seen.look_at(&answer, "", &answer, "", &noticed);
        }
    }
    let Seen {
        unnoticed,
        empty,
        filled,
    } = seen;
    for place in &unnoticed {
        let listed = not_compared.iter().any(|path| stands_in(place, path));
        assert!(listed, "{place} changes unnoticed");
    }
    for path in not_compared {
        let met = unnoticed.iter().any(|place| stands_in(place, path));
        assert!(met, "{path} is nowhere, or is compared");
    }
    let never: Vec<_> = empty.difference(&filled).collect();
    assert!(never.is_empty(), "nothing stands in {never:#?}");
}

impl Seen {
    /// Changes every value in turn: what stands at `pointer` of an answer, and all that stands in it.
    fn look_at(
        &mut self,
        answer: &Value,
        pointer: &str,
        value: &Value,
        place: &str,
        noticed: &impl Fn(Value) -> bool,
    ) {
        let mut changed = answer.clone();
        change(changed.pointer_mut(pointer).unwrap());
        if !noticed(changed) {
            self.unnoticed.insert(place.to_owned());
        }
        match value {
            Value::Array(list) => {
                let seen = if list.is_empty() {
                    &mut self.empty
                } else {
                    &mut self.filled
                };
                seen.insert(place.to_owned());
                for (number, one) in list.iter().enumerate() {
                    self.look_at(answer, &format!("{pointer}/{number}"), one, place, noticed);
                }
            }
            Value::Object(members) => {
                for (name, one) in members {
                    let below = format!("{place}.{name}");
                    let below = below.trim_start_matches('.');
                    self.look_at(answer, &format!("{pointer}/{name}"), one, below, noticed);
                }
            }
            _ => {}
        }
    }
}

/// Another value of the same kind.
fn change(value: &mut Value) {
    match value {
        Value::Null => panic!("a member without a value"),
        Value::Bool(yes) => *yes = !*yes,
        Value::Number(number) => *value = json!(number.as_u64().unwrap() + 1),
        Value::String(words) => words.push('x'),
        Value::Array(list) => list.push(json!("x")),
        Value::Object(members) => {
            members.insert("x".to_owned(), json!("x"));
        }
    }
}

/// Whether a place is at a path or below it.
fn stands_in(place: &str, path: &str) -> bool {
    let mut place = place.split('.');
    path.split('.').all(|name| {
        let there = place.next();
        there.is_some_and(|there| name == "*" || name == there)
    })
}
