//! The lines are the condition, over every incident.

use std::sync::LazyLock;

use fastrand::Rng;

use super::*;
use crate::facts::sample;
use crate::guidance::scope;
use crate::mdd::{Builder, Node};

/// Facts with two to five answers.
const FACTS: [&str; 5] = [
    "child_received",
    "adult_involved",
    "police_decision",
    "bullied",
    "youngest_depicted",
];

/// How many conditions are tried.
const CASES: u64 = 2_000;

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(sample);

fn facts() -> Vec<FactId> {
    FACTS
        .iter()
        .map(|name| VOCABULARY.named(name).unwrap())
        .collect()
}

fn any_condition(builder: &mut Builder, rng: &mut Rng, depth: usize) -> Node {
    if depth == 0 || rng.u8(..4) == 0 {
        let fact = facts()[rng.usize(..FACTS.len())];
        let all = VOCABULARY[fact].all().iter().filter(|_| rng.bool());
        let some = all.map(AnswerSet::only);
        return builder.literal(fact, some.fold(AnswerSet::EMPTY, AnswerSet::union));
    }
    let one = any_condition(builder, rng, depth - 1);
    let other = any_condition(builder, rng, depth - 1);
    match rng.u8(..3) {
        0 => builder.and(one, other),
        1 => builder.or(one, other),
        _ => builder.not(one),
    }
}

/// Every way to answer all the facts, as an alternative that allows no other.
fn every_incident() -> Vec<Alternative> {
    facts()
        .iter()
        .fold(vec![Alternative::always(&VOCABULARY)], |all, fact| {
            let answered = |one: Alternative| {
                let answers = VOCABULARY[*fact].all().iter();
                answers.map(move |answer| one.with(*fact, AnswerSet::only(answer)))
            };
            all.into_iter().flat_map(answered).collect()
        })
}

fn allows(alternative: &Alternative, incident: &Alternative) -> bool {
    incident.without(alternative).is_empty()
}

fn holds(forest: &Forest, condition: Condition, incident: &Alternative) -> bool {
    Within::in_forest(&VOCABULARY, forest, &[], condition).enough(incident)
}

/// Some condition, and up to two within which it is read.
fn case(seed: u64) -> (Forest, Vec<Condition>, Condition) {
    let mut rng = Rng::with_seed(seed);
    let mut builder = Builder::new(scope::variables(&VOCABULARY), scope::MOST_NODES);
    let wanted = any_condition(&mut builder, &mut rng, 4);
    let given = (0..rng.usize(..3)).map(|_| any_condition(&mut builder, &mut rng, 2));
    let given: Vec<_> = given.collect();
    let given = given.into_iter().map(|node| builder.keep(node)).collect();
    let wanted = builder.keep(wanted);
    (builder.finish().unwrap().0, given, wanted)
}

#[test]
fn the_alternatives_are_the_condition() {
    let incidents = every_incident();
    for seed in 0..CASES {
        let (forest, given, wanted) = case(seed);
        let alternatives = Within::in_forest(&VOCABULARY, &forest, &given, wanted).alternatives();
        for incident in &incidents {
            if given.iter().all(|given| holds(&forest, *given, incident)) {
                let read = alternatives.iter().any(|one| allows(one, incident));
                assert_eq!(
                    read,
                    holds(&forest, wanted, incident),
                    "{seed}: {incident:?}"
                );
            }
        }
    }
}

#[test]
fn no_alternative_can_be_left_out_or_say_less() {
    let mut found = 0;
    for seed in 0..CASES {
        let (forest, given, wanted) = case(seed);
        let within = Within::in_forest(&VOCABULARY, &forest, &given, wanted);
        let alternatives = within.alternatives();
        found += alternatives.len();
        for (place, one) in alternatives.iter().enumerate() {
            let mut others = alternatives.clone();
            others.remove(place);
            assert!(!within.covered(one, &others), "{seed}: {one:?}");
            for (fact, answers) in one.facts() {
                let short = one.with(fact, one.every(fact));
                assert!(!within.enough(&short), "{seed}: {one:?}");
                for answer in answers.iter().map(AnswerSet::only) {
                    let part = one.with(fact, answer);
                    assert!(!within.covered(&part, &others), "{seed}: {one:?}");
                }
            }
        }
    }
    assert!(found > 1_000, "only {found} alternatives");
}
