//! The parts of a condition, as they are written: SEMANTICS 15.3.

use serde_json::{Value, json};

use super::result;
use crate::naive::condition::Condition;
use crate::naive::evaluator::Evaluator;
use crate::naive::facts::FACTS;

pub(super) fn parts(evaluator: &mut Evaluator, when: &'static Condition) -> Vec<Value> {
    let mut parts = Vec::new();
    for entry in entries(when) {
        written(evaluator, entry, 0, &mut parts);
    }
    parts
}

/// A condition is written as a mapping, all of whose entries must hold.
fn entries(mapping: &'static Condition) -> &'static [Condition] {
    match mapping {
        Condition::All(entries) => entries,
        other => panic!("{other:?} is no mapping"),
    }
}

/// A mapping inside a condition: its one entry, or all of its entries.
fn inner(
    evaluator: &mut Evaluator,
    mapping: &'static Condition,
    depth: usize,
    parts: &mut Vec<Value>,
) {
    match entries(mapping) {
        [entry] => written(evaluator, entry, depth, parts),
        several => {
            parts.push(part(evaluator, mapping, "all", depth));
            for entry in several {
                written(evaluator, entry, depth + 1, parts);
            }
        }
    }
}

fn written(
    evaluator: &mut Evaluator,
    entry: &'static Condition,
    depth: usize,
    parts: &mut Vec<Value>,
) {
    let (term, below): (_, &[Condition]) = match entry {
        Condition::All(list) => ("all", list),
        Condition::Any(list) => ("any", list),
        Condition::Not(one) => ("not", std::slice::from_ref(one)),
        Condition::Known(one) => ("known", std::slice::from_ref(one)),
        Condition::NotKnown(_) => ("not_known", &[]),
        Condition::Situation(_) => ("situation", &[]),
        Condition::Gate(_) => ("gate", &[]),
        Condition::Fact(..) => ("fact", &[]),
    };
    parts.push(part(evaluator, entry, term, depth));
    for mapping in below {
        inner(evaluator, mapping, depth + 1, parts);
    }
}

fn part(
    evaluator: &mut Evaluator,
    condition: &'static Condition,
    term: &'static str,
    depth: usize,
) -> Value {
    let (name, answers) = match condition {
        Condition::Situation(name) | Condition::Gate(name) => (Some(name), Vec::new()),
        Condition::Fact(name, answers) => (Some(name), in_their_order(name, answers)),
        _ => (None, Vec::new()),
    };
    json!({
        "depth": depth, "term": term, "name": name, "answers": answers,
        "result": result(&evaluator.verdicts(condition)),
    })
}

/// The answers of a fact that count, in the order of all its answers.
fn in_their_order(name: &str, counting: &[String]) -> Vec<&'static str> {
    let mut facts = FACTS.iter();
    let (_, answers) = facts.find(|(fact, _)| *fact == name).expect("a fact");
    let counts = |answer: &&str| counting.iter().any(|counting| counting == answer);
    answers.iter().copied().filter(counts).collect()
}
