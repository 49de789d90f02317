//! The published schema and the service agree on what is accepted, on more bodies than anyone
//! would write by hand.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use actix_web::http::StatusCode;
use fastrand::Rng;
use jsonschema::Validator;
use serde_json::{Map, Value, json};
use signpost::contract::include::Include;
use signpost::contract::pack::PackSelection;
use signpost::contract::problem::{Class, Refusal};
use signpost::facts::{FactId, Facts, Stated, UNKNOWN};

use crate::app::{advice, ask_all};
use crate::how_many::few_or_all;
use crate::kernel::{packs, read_incident, vocabulary};

const SEED: u64 = 0x5195_7057;

fn published() -> Validator {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas/incident.json");
    let schema = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    jsonschema::draft202012::new(&schema).unwrap()
}

/// An incident that is valid, and what its facts say.
fn incident(rng: &mut Rng) -> (Value, Facts) {
    let mut facts = Facts::default();
    let mut members = Map::new();
    let share = rng.f64();
    let mut all: Vec<FactId> = vocabulary().ids().collect();
    rng.shuffle(&mut all);
    all.retain(|_| rng.f64() < share * share);
    for id in all {
        let answers = &vocabulary()[id].answers;
        let place = rng.usize(0..=answers.len());
        let (value, stated) = match answers.get(place) {
            Some(answer) => (
                answer.value.as_str(),
                Stated::Answer(u8::try_from(place).unwrap()),
            ),
            None => (UNKNOWN, Stated::Unknown),
        };
        members.insert(vocabulary()[id].name.clone(), json!(value));
        facts.state(id, stated);
    }
    let mut body = json!({ "facts": members });
    if rng.bool() {
        let mut include = ["what_if", "trace"];
        rng.shuffle(&mut include);
        body["include"] = json!(include[..rng.usize(0..=2)]);
    }
    if rng.bool() {
        let mut packs: Vec<&str> = packs().ids().collect();
        rng.shuffle(&mut packs[1..]);
        packs.truncate(rng.usize(1..=packs.len()));
        rng.shuffle(&mut packs);
        body["packs"] = json!(packs);
    }
    (body, facts)
}

/// A value that has no place in an incident, most of the time.
fn stray(rng: &mut Rng) -> Value {
    let facts = vocabulary().facts();
    let any_fact = &facts[rng.usize(0..facts.len())];
    let choices = [
        Value::Null,
        json!(rng.bool()),
        json!(rng.i64(..)),
        json!(rng.f64() * 10.0),
        json!(""),
        json!([]),
        json!({}),
        json!(["yes"]),
        json!({"facts": {}}),
        json!({(any_fact.name.as_str()): "yes"}),
        json!("Yes"),
        json!("yes "),
        json!("unknow"),
        json!("true"),
        json!(any_fact.answers[rng.usize(0..any_fact.answers.len())].value),
        json!(UNKNOWN),
    ];
    choices[rng.usize(0..choices.len())].clone()
}

fn misspelt(rng: &mut Rng, word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    if letters.is_empty() {
        return "x".to_owned();
    }
    let place = rng.usize(0..letters.len());
    match rng.u8(0..4) {
        0 => drop(letters.remove(place)),
        1 => letters.insert(place, letters[place]),
        2 => letters[place] = letters[place].to_ascii_uppercase(),
        _ => letters.push(' '),
    }
    letters.into_iter().collect()
}

/// Spoils an incident in one of many ways. Now and then the result is valid still.
fn spoil(rng: &mut Rng, body: &mut Value) {
    let all = vocabulary().facts();
    let name = all[rng.usize(0..all.len())].name.as_str();
    let Some(facts) = body.get_mut("facts").and_then(Value::as_object_mut) else {
        *body = stray(rng);
        return;
    };
    match rng.u8(0..15) {
        0 => *body = stray(rng),
        1 => body["facts"] = stray(rng),
        2 => drop(body.as_object_mut().unwrap().remove("facts")),
        3 => body[misspelt(rng, "facts").as_str()] = stray(rng),
        4 => body[name] = stray(rng),
        5 => drop(facts.insert(name.to_owned(), stray(rng))),
        6 => drop(facts.insert(misspelt(rng, name), json!("yes"))),
        7 => {
            if let Some(value) = facts.values_mut().next_back() {
                let word = value.as_str().unwrap_or("yes").to_owned();
                *value = json!(misspelt(rng, &word));
            }
        }
        8 => drop(facts.insert("facts".to_owned(), stray(rng))),
        9 => body["include"] = stray(rng),
        10 => body["include"] = json!([stray(rng)]),
        11 => body["packs"] = stray(rng),
        12 => body["packs"] = json!([packs().first().id, stray(rng)]),
        13 => body["packs"] = json!([misspelt(rng, &packs().first().id)]),
        _ => body["include"] = json!(["trace", misspelt(rng, "trace")]),
    }
}

/// A body, valid or spoiled once or twice, with the facts where nothing was spoiled.
fn body(rng: &mut Rng) -> (Value, Option<Facts>) {
    let (mut body, facts) = incident(rng);
    let spoils = rng.usize(0..=2);
    (0..spoils).for_each(|_| spoil(rng, &mut body));
    (body, (spoils == 0).then_some(facts))
}

/// What the members of a valid body say, read without the service's own reader.
fn said(body: &Value) -> Facts {
    let mut facts = Facts::default();
    for (name, value) in body["facts"].as_object().unwrap() {
        let id = vocabulary().named(name).unwrap();
        let place = vocabulary()[id].values().position(|answer| value == answer);
        let answer = place.map(|place| Stated::Answer(u8::try_from(place).unwrap()));
        facts.state(id, answer.unwrap_or(Stated::Unknown));
    }
    facts
}

/// What a valid body asks for beyond what an answer always holds.
fn asked_for(body: &Value) -> BTreeSet<Include> {
    let words = body["include"].as_array().into_iter().flatten();
    let what = words.map(|word| match word.as_str() {
        Some("what_if") => Include::WhatIf,
        Some("trace") => Include::Trace,
        _ => panic!("{body}"),
    });
    what.collect()
}

/// The packs that a valid body names; all where it names none.
fn named_packs(body: &Value) -> PackSelection {
    let Some(named) = body.get("packs") else {
        return PackSelection::ALL;
    };
    let ids = named.as_array().unwrap().iter();
    let ids = ids.map(|id| packs().named(id.as_str().unwrap()));
    ids.map(|pack| pack.unwrap()).collect()
}

#[test]
fn what_the_schema_allows_is_what_is_read_and_nothing_of_it_is_lost() {
    let (schema, mut rng) = (published(), Rng::with_seed(SEED));
    let (mut accepted, mut refused) = (0, 0);
    let bodies = few_or_all(2_000, 30_000);
    for _ in 0..bodies {
        let (body, generated) = body(&mut rng);
        let text = if rng.bool() {
            body.to_string()
        } else {
            format!("{body:#}")
        };
        match read_incident(text.as_bytes()) {
            Ok(incident) => {
                assert!(
                    schema.is_valid(&body),
                    "accepted against the schema: {body}"
                );
                assert_eq!(incident.facts, said(&body), "{body}");
                assert_eq!(incident.include, asked_for(&body), "{body}");
                assert_eq!(incident.packs, named_packs(&body), "{body}");
                assert_eq!(
                    incident.facts,
                    generated.unwrap_or(incident.facts),
                    "{body}"
                );
                accepted += 1;
            }
            Err(Refusal {
                class: Class::InvalidIncident,
                faults,
            }) => {
                assert!(
                    !schema.is_valid(&body),
                    "refused against the schema: {body}"
                );
                assert!(!faults.is_empty(), "refused without a fault: {body}");
                refused += 1;
            }
            Err(refusal) => panic!("{:?} for {body}", refusal.class),
        }
    }
    assert!(
        accepted > bodies / 4 && refused > bodies / 4,
        "{accepted} and {refused}"
    );
}

#[actix_web::test]
async fn the_whole_service_accepts_what_the_schema_allows() {
    let (schema, mut rng) = (published(), Rng::with_seed(SEED + 1));
    let bodies: Vec<_> = (0..few_or_all(120, 600))
        .map(|_| body(&mut rng).0)
        .collect();
    let answers = ask_all(bodies.iter().map(|body| advice(body.to_string())).collect()).await;
    let mut accepted = 0;
    for (body, answer) in bodies.iter().zip(answers) {
        let valid = schema.is_valid(body);
        let expected = if valid {
            StatusCode::OK
        } else {
            StatusCode::UNPROCESSABLE_ENTITY
        };
        assert_eq!(answer.status, expected, "{body}");
        accepted += usize::from(valid);
    }
    assert!(
        accepted > bodies.len() / 4 && accepted < bodies.len() * 3 / 4,
        "{accepted}"
    );
}
