//! Incidents of which everything is known and nothing contradicts anything: the same ones in every run.

use std::collections::BTreeMap;

use fastrand::Rng;
use signpost::facts::{Fact, FactId, Facts, Stated};

/// An answer to every fact.
type Incident = BTreeMap<&'static str, &'static str>;

/// Answers on which much hangs, from which some incidents begin.
const SEEDS: [&[(&str, &str)]; 6] = [
    &[("incident_has_happened", "no")],
    &[("incident_has_happened", "yes"), ("adult_involved", "yes")],
    &[("anyone_under_18", "no")],
    &[
        ("child_sent_or_posted", "yes"),
        ("police_decision", "no_investigation"),
        ("adult_involved", "no"),
        ("police_knew_all_this", "yes"),
    ],
    &[
        ("child_was_asked", "yes"),
        ("child_sent_or_posted", "no"),
        ("child_passed_on", "no"),
        ("adult_involved", "no"),
    ],
    &[
        ("material_kind", "text_only"),
        ("child_received", "yes"),
        ("child_sent_or_posted", "no"),
        ("child_passed_on", "no"),
        ("adult_involved", "no"),
        ("forced_or_coerced", "no"),
        ("threatened_or_blackmailed", "no"),
        ("bullied", "no"),
    ],
];

/// The incident of that number.
pub(super) fn numbered(number: u64) -> Facts {
    let mut facts = Facts::default();
    for (name, answer) in answers(number) {
        let fact = FactId::named(name).unwrap();
        facts.state(fact, Stated::Answer(fact.answer(answer).unwrap()));
    }
    facts
}

fn answers(number: u64) -> Incident {
    let mut rng = Rng::with_seed(number);
    let mut incident = Incident::new();
    if rng.bool() {
        incident.extend(rng.choice(SEEDS).into_iter().flatten().copied());
    }
    let mut facts: Vec<&Fact> = GROUPS.iter().flat_map(|group| group.facts).collect();
    rng.shuffle(&mut facts);
    for fact in facts {
        if !incident.contains_key(fact.name) {
            let answers = fact.answers.iter().map(|answer| answer.value);
            let left = answers.filter(|answer| fits(&incident, fact.name, answer));
            let left: Vec<_> = left.collect();
            // A test of the contract holds that one is left.
            incident.insert(fact.name, rng.choice(left).unwrap());
        }
    }
    incident
}

/// Whether no answer excludes this one.
fn fits(incident: &Incident, fact: &str, answer: &str) -> bool {
    let takes_part = |(name, answers): (&str, &[&str])| name == fact && answers.contains(&answer);
    let stated = |(name, answers): (&str, &[&str])| {
        incident
            .get(name)
            .is_some_and(|answer| answers.contains(answer))
    };
    !EXCLUSIONS.iter().any(|exclusion| {
        let (one, other) = (exclusion.one, exclusion.other);
        takes_part(one) && stated(other) || takes_part(other) && stated(one)
    })
}
