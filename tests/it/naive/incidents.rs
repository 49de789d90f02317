//! The incidents that are compared: the same ones in every run.

use fastrand::Rng;

use super::facts::{FACTS, Fact, UNKNOWN};
use super::interpretation::{Incident, contradictions};

/// How much of an incident nobody has asked about.
const ABSENT: [f64; 6] = [0.2, 0.4, 0.6, 0.8, 0.9, 0.95];

/// Incidents from which others are made by a few changes, because much hangs on them.
const SEEDS: &[&[(&str, &str)]] = &[
    &[],
    &[
        ("child_age_band", "13_to_15"),
        ("child_sent_or_posted", "yes"),
        ("material_kind", "image_or_video"),
    ],
    &[
        ("child_sent_or_posted", "yes"),
        ("police_decision", "no_investigation"),
        ("adult_involved", "no"),
        ("police_knew_all_this", "yes"),
    ],
    &[
        ("child_passed_on", "yes"),
        ("adult_involved", "yes"),
        ("police_decision", "investigating"),
        ("police_instruction_on_material", "may_delete"),
        ("police_knew_all_this", "yes"),
    ],
    &[
        ("child_received", "yes"),
        ("material_kind", "image_or_video"),
        ("youngest_depicted", "13_to_17"),
        ("child_sent_or_posted", "no"),
        ("child_passed_on", "no"),
    ],
    &[
        ("child_sent_or_posted", "yes"),
        ("adult_involved", "suspected"),
        ("material_kind", "image_or_video"),
        ("says_sent_willingly", "yes"),
    ],
    &[
        ("child_sent_or_posted", "yes"),
        ("threatened_or_blackmailed", "yes"),
        ("shared_on_social_network_or_website", "yes"),
        ("still_online", "yes"),
        ("immediate_danger", "unknown"),
    ],
    &[
        ("child_was_asked", "yes"),
        ("child_sent_or_posted", "no"),
        ("child_passed_on", "no"),
        ("adult_involved", "no"),
    ],
    &[("incident_has_happened", "no")],
    &[("anyone_under_18", "no"), ("child_sent_or_posted", "yes")],
    &[
        ("child_sent_or_posted", "yes"),
        ("parents_safe_to_tell", "unknown"),
        ("parent_or_carer_implicated", "no"),
        ("immediate_danger", "no"),
    ],
    &[
        ("child_sent_or_posted", "yes"),
        ("material_exists", "no"),
        ("police_decision", "no_investigation"),
        ("police_instruction_on_material", "keep"),
    ],
    &[
        ("incident_has_happened", "no"),
        ("child_was_asked", "yes"),
        ("anyone_under_18", "no"),
        ("child_age_band", "under_13"),
    ],
    &[
        ("child_sent_or_posted", "unknown"),
        ("child_passed_on", "unknown"),
        ("adult_involved", "unknown"),
        ("material_kind", "unknown"),
        ("immediate_danger", "unknown"),
    ],
];

/// The incident of that number: a third of them at random, a third at random without a
/// contradiction, and a third near one of the seeds.
pub(crate) fn numbered(number: u64) -> Incident {
    let mut rng = Rng::with_seed(number);
    match number % 3 {
        0 => at_random(&mut rng),
        1 => settled(at_random(&mut rng), &mut rng),
        _ => near_a_seed(&mut rng),
    }
}

/// The incident with an answer to every other fact as well.
pub(crate) fn with_every_fact(mut incident: Incident) -> Incident {
    let stated = incident.len() as u64;
    let mut rng = Rng::with_seed(stated);
    for fact in FACTS.iter() {
        let answer = any_answer(fact, &mut rng);
        incident.entry(fact.0.to_owned()).or_insert(answer);
    }
    incident
}

fn at_random(rng: &mut Rng) -> Incident {
    let absent = ABSENT[rng.usize(..ABSENT.len())];
    let mut incident = Incident::new();
    for fact in FACTS.iter() {
        if rng.f64() >= absent {
            incident.insert(fact.0.to_owned(), any_answer(fact, rng));
        }
    }
    incident
}

fn any_answer((_, answers): &Fact, rng: &mut Rng) -> String {
    let unknown = rng.f64() < 0.1;
    let answer = answers[rng.usize(..answers.len())];
    if unknown { UNKNOWN } else { answer }.to_owned()
}

/// The incident without answers that contradict each other.
fn settled(mut incident: Incident, rng: &mut Rng) -> Incident {
    while let Some(broken) = contradictions(&incident).first() {
        let dropped = if rng.bool() {
            broken.one.0
        } else {
            broken.other.0
        };
        incident.remove(dropped);
    }
    incident
}

fn near_a_seed(rng: &mut Rng) -> Incident {
    let seed = SEEDS[rng.usize(..SEEDS.len())];
    let owned = |(fact, answer): &(&str, &str)| ((*fact).to_owned(), (*answer).to_owned());
    let mut incident: Incident = seed.iter().map(owned).collect();
    for _ in 0..rng.usize(..=6) {
        let fact = &FACTS[rng.usize(..FACTS.len())];
        if rng.f64() < 0.2 {
            incident.remove(fact.0);
        } else {
            incident.insert(fact.0.to_owned(), any_answer(fact, rng));
        }
    }
    incident
}
