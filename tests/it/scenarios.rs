//! What a practitioner may rely on: sentences and facts, and the answer that each must have.

mod card;
pub(crate) mod case;
mod compare;
mod kinds;
mod members;
mod rest;
mod shown;
mod shows;

use std::collections::BTreeSet;

use signpost::guidance::{self, Guidance};
use signpost::intake::Intake;

use self::case::{Answering, Scenario};
use self::shown::Shown;

const AT_LEAST: usize = 60;

fn guidance() -> Guidance {
    guidance::embedded().expect("the guidance of this repository is sound")
}

/// The scenarios that get another answer than they expect, each with the differences.
pub(crate) fn told_otherwise(guidance: &Guidance, scenarios: &[Scenario]) -> Vec<String> {
    let mut report = Vec::new();
    let intake = Intake::new(guidance);
    for scenario in scenarios {
        let shown = Shown::to(guidance, &scenario.incident_of(&intake));
        let differences = compare::differences(scenario, &shown);
        if !differences.is_empty() {
            let lines = differences.join("\n    ");
            report.push(format!(
                "{}: it {}\n    {lines}",
                scenario.file, scenario.it
            ));
        }
    }
    report
}

#[test]
fn every_scenario_gets_the_answer_that_it_expects() {
    let scenarios = case::all();
    let report = told_otherwise(&guidance(), &scenarios);
    assert!(
        report.is_empty(),
        "{} of {} scenarios:\n{}",
        report.len(),
        scenarios.len(),
        report.join("\n")
    );
}

#[test]
fn every_part_of_the_guidance_is_shown_by_a_scenario() {
    let guidance = guidance();
    let mut unseen = shows::all_parts();
    assert!(unseen.len() > 100, "{} parts", unseen.len());
    for scenario in case::all() {
        for part in shows::parts(&Shown::to(&guidance, &scenario.incident())) {
            unseen.remove(&part);
        }
    }
    assert!(unseen.is_empty(), "no scenario shows {unseen:#?}");
}

#[test]
fn there_are_many_scenarios_and_no_two_say_the_same() {
    let scenarios = case::all();
    let sentences: BTreeSet<_> = scenarios.iter().map(|scenario| &scenario.it).collect();
    for answering in [Answering::First, Answering::All] {
        let answered = scenarios.iter().filter(|one| one.answering == answering);
        let many = answered.count();
        assert!(many >= AT_LEAST, "{many} with {answering:?}");
    }
    assert_eq!(scenarios.len(), sentences.len(), "a sentence stands twice");
}
