//! The small pack with something for each rule of which the shipped guidance shows little.

use std::collections::BTreeSet;

use fastrand::Rng;

use super::compare::{Body, assert_agreement};
use super::facts::{FACTS, UNKNOWN};
use super::interpretation::Incident;
use super::memo::Memo;
use super::trace::assert_same_trace;
use crate::how_many::few_or_all;
use crate::small_pack::{cases, files};

#[test]
fn the_naive_evaluator_agrees_on_a_small_pack_of_rare_rules() {
    let files = files();
    let (_, pack) = &files[0];
    let named: BTreeSet<_> = FACTS
        .iter()
        .filter(|(fact, _)| pack.contains(*fact))
        .map(|(fact, _)| *fact)
        .collect();
    let (bodies, mut memo) = (Body::of(files), Memo::default());
    let random = (0..few_or_all(300, 20_000)).map(Rng::with_seed);
    let random = random.map(|mut rng| incident(&named, &mut rng));
    for incident in cases().into_iter().map(|case| case.given).chain(random) {
        assert_agreement(&bodies[..1], &incident, &mut memo);
        assert_same_trace(&bodies[0], &incident, &mut memo);
    }
}

/// An incident in which the facts of the pack are stated, asked and not known, or left open.
fn incident(named: &BTreeSet<&'static str>, rng: &mut Rng) -> Incident {
    let (stated, unknown) = (rng.f64(), rng.f64() * 0.5);
    let mut incident = Incident::new();
    for (fact, answers) in FACTS.iter().filter(|(fact, _)| named.contains(fact)) {
        // In most incidents something has happened to a child.
        let scope = ["anyone_under_18", "incident_has_happened"].contains(fact);
        if rng.f64() < if scope { 0.1 } else { stated } {
            let answer = if rng.f64() < unknown {
                UNKNOWN
            } else {
                answers[rng.usize(..answers.len())]
            };
            incident.insert((*fact).to_owned(), answer.to_owned());
        }
    }
    incident
}
