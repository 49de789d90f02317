//! Whether the comparison notices what is wrong: each value of some answers is changed in turn.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::compare::{self, Body};
use super::interpretation::Incident;
use super::json::differences;
use super::memo::Memo;
use super::{compose, operators_files, room, trace};

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
        ("meeting", "planned"),
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
    let mut seen = Seen::default();
    for body in Body::of(operators_files()) {
        for incident in rich() {
            let answer = body.answer(&incident, &["all"]);
            let mut naive = compose::answer(body.naive, &incident, &mut Memo::default());
            room::shorten(&mut naive, &answer);
            seen.change_all(answer, &naive, &compare::NOT_COMPARED);
        }
    }
    seen.assert_noticed(&compare::NOT_COMPARED);
}

#[test]
fn no_value_of_a_trace_changes_unnoticed() {
    let mut seen = Seen::default();
    let [_, first] = Body::shipped();
    for incident in rich() {
        let naive = trace::trace(first.naive, &incident, &mut Memo::default());
        let trace = first.answer(&incident, &["trace"])["trace"].take();
        seen.change_all(trace, &naive, &trace::NOT_COMPARED);
    }
    seen.assert_noticed(&trace::NOT_COMPARED);
}

fn rich() -> impl Iterator<Item = Incident> {
    let owned = |(fact, answer): &(&str, &str)| ((*fact).to_owned(), (*answer).to_owned());
    RICH.iter()
        .map(move |facts| facts.iter().map(owned).collect())
}

impl Seen {
    /// Changes every value of an answer in turn.
    fn change_all(&mut self, mut answer: Value, naive: &Value, not_compared: &[&str]) {
        let noticed = |answer: &Value| !differences(answer, naive, not_compared).is_empty();
        assert!(!noticed(&answer), "they differ as it is");
        let mut places = Vec::new();
        self.look_at(&answer, "", "", &mut places);
        for (pointer, place) in places {
            let value = answer.pointer_mut(&pointer).unwrap();
            let kept = value.clone();
            change(value);
            if !noticed(&answer) {
                self.unnoticed.insert(place);
            }
            *answer.pointer_mut(&pointer).unwrap() = kept;
        }
    }

    /// Finds every value: where it stands, with the number in each list and without.
    fn look_at(
        &mut self,
        value: &Value,
        pointer: &str,
        place: &str,
        places: &mut Vec<(String, String)>,
    ) {
        places.push((pointer.to_owned(), place.to_owned()));
        match value {
            Value::Array(list) => {
                let seen = if list.is_empty() {
                    &mut self.empty
                } else {
                    &mut self.filled
                };
                seen.insert(place.to_owned());
                for (number, one) in list.iter().enumerate() {
                    self.look_at(one, &format!("{pointer}/{number}"), place, places);
                }
            }
            Value::Object(members) => {
                for (name, one) in members {
                    let below = format!("{place}.{name}");
                    let below = below.trim_start_matches('.');
                    self.look_at(one, &format!("{pointer}/{name}"), below, places);
                }
            }
            _ => {}
        }
    }

    fn assert_noticed(&self, not_compared: &[&str]) {
        for place in &self.unnoticed {
            let listed = not_compared.iter().any(|path| stands_in(place, path));
            assert!(listed, "{place} changes unnoticed");
        }
        for path in not_compared {
            let met = self.unnoticed.iter().any(|place| stands_in(place, path));
            assert!(met, "{path} is nowhere, or is compared");
        }
        let never = self.empty.difference(&self.filled);
        // Inside of a line, some lists are empty in every incident.
        let never: Vec<_> = never.filter(|place| !place.starts_with("card.")).collect();
        assert!(never.is_empty(), "nothing stands in {never:#?}");
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
