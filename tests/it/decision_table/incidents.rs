//! Incidents of which everything is known and nothing contradicts anything: the same ones in every run.

use std::collections::BTreeMap;

use fastrand::Rng;
use signpost::facts::{Exclusion, Fact, Facts, Side, Stated};

use crate::kernel::vocabulary;

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
        let fact = vocabulary().named(name).unwrap();
        facts.state(
            fact,
            Stated::Answer(vocabulary()[fact].answer(answer).unwrap()),
        );
    }
    facts
}

fn answers(number: u64) -> Incident {
    let mut rng = Rng::with_seed(number);
    let mut incident = Incident::new();
    if rng.bool() {
        incident.extend(rng.choice(SEEDS).into_iter().flatten().copied());
    }
    let mut facts: Vec<&Fact> = vocabulary().facts().iter().collect();
    rng.shuffle(&mut facts);
    for fact in facts {
        if !incident.contains_key(fact.name.as_str()) {
            let answers = fact.values();
            let left = answers.filter(|answer| fits(&incident, &fact.name, answer));
            let left: Vec<_> = left.collect();
            // A test of the contract holds that one is left.
            incident.insert(fact.name.as_str(), rng.choice(left).unwrap());
        }
    }
    incident
}

/// Whether no answer excludes this one.
fn fits(incident: &Incident, fact: &str, answer: &str) -> bool {
    let says = |side: Side, name: &str, answer: &str| {
        let fact = &vocabulary()[side.fact];
        let place = fact.answer(answer);
        fact.name == name && place.is_some_and(|place| side.answers.contains(place))
    };
    let stated = |side: Side| {
        incident
            .iter()
            .any(|(name, answer)| says(side, name, answer))
    };
    let exclusions = vocabulary().exclusions().iter();
    let mut sides = exclusions.flat_map(Exclusion::sides);
    !sides.any(|(one, other)| says(one, fact, answer) && stated(other))
}
