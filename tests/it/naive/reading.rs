//! The conditions of the guidance with the known answers put in, as they are read at one time.

use std::collections::{BTreeMap, BTreeSet};

use super::condition::Condition;
use super::function::{Function, Possible, Verdict, all, any, is, not};
use super::memo;
use super::pack::Pack;

/// When a condition is read, which is what its `known` and `not_known` go by.
pub(super) enum When {
    /// Now: with the facts that are not known.
    Now(BTreeSet<&'static str>),
    /// SEMANTICS 1.11.
    EverythingKnown,
}

pub(super) struct Reading {
    pub(super) possible: Possible,
    when: When,
    /// The named conditions, with the known answers put in.
    situations: BTreeMap<&'static str, Function>,
    /// For each gate all conditions of each of its alternatives.
    pub(super) gates: BTreeMap<&'static str, Vec<Function>>,
}

impl Reading {
    pub(super) fn of(pack: &'static Pack, possible: Possible, when: When) -> Self {
        let mut reading = Self {
            possible,
            when,
            situations: BTreeMap::new(),
            gates: BTreeMap::new(),
        };
        for situation in &pack.situations {
            let function = put_in(&situation.when, &reading);
            reading.situations.insert(&situation.id, function);
        }
        for gate in &pack.gates {
            let alternatives = gate.alternatives.iter().map(|alternative| {
                let conditions = alternative.conditions.iter();
                all(conditions.map(|condition| put_in(&condition.when, &reading)))
            });
            let alternatives = alternatives.collect();
            reading.gates.insert(&gate.id, alternatives);
        }
        reading
    }
}

/// Puts the known answers into a condition: SEMANTICS 1.6.
pub(super) fn put_in(condition: &Condition, reading: &Reading) -> Function {
    match condition {
        Condition::All(parts) => all(parts.iter().map(|part| put_in(part, reading))),
        Condition::Any(parts) => any(parts.iter().map(|part| put_in(part, reading))),
        Condition::Not(part) => not(put_in(part, reading)),
        Condition::Situation(id) => reading.situations[id.as_str()].clone(),
        // SEMANTICS 5.3.
        Condition::Gate(id) => any(reading.gates[id.as_str()].iter().cloned()),
        Condition::Known(part) => known(put_in(part, reading), &reading.when),
        Condition::NotKnown(facts) => Function::Constant(not_known(facts, &reading.when)),
        Condition::Fact(name, answers) => is(name, answers, &reading.possible),
    }
}

/// SEMANTICS 1.9, 1.11.
fn known(part: Function, when: &When) -> Function {
    match when {
        When::Now(_) => Function::Constant(memo::verdict(&part) == Verdict::Holds),
        When::EverythingKnown => part,
    }
}

/// SEMANTICS 1.10, 1.11.
fn not_known(facts: &[String], when: &When) -> bool {
    match when {
        When::Now(not_known) => facts.iter().any(|fact| not_known.contains(fact.as_str())),
        When::EverythingKnown => false,
    }
}
