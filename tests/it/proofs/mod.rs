//! The proof can fail: for each invariant, an edit of the shipped guidance breaks it, and the
//! incident that the proof then finds, posted to a service with that guidance, shows the fault.
//!
//! Whether it does is read from the answer alone, not from diagrams: statuses and citations as they
//! are told, and what is known of the facts by the second evaluator. The same incident must not show
//! the fault with the shipped guidance.

mod breaks;
mod checks;
mod claim;
mod released;
mod told;

use std::thread;

use actix_web::rt::System;
use actix_web::web::Data;
use serde_json::json;
use signpost::contract::pack::PackSelection;
use signpost::facts::Facts;
use signpost::guidance::{Guidance, embedded, from_files};
use signpost::prove::{Counterexample, MOST_NODES, prove_some};

use self::breaks::{Break, breaks};
use self::claim::{Invariant, invariants};
use self::told::Told;
use crate::app::{advice, ask_all_of, initial_state};
use crate::how_many::few_or_all;
use crate::kernel::{packs, vocabulary};

#[test]
fn every_invariant_has_its_break() {
    let mut broken: Vec<_> = breaks().into_iter().map(|one| one.invariant).collect();
    broken.dedup();
    let invariants: Vec<_> = invariants().into_iter().map(|one| one.id).collect();
    assert_eq!(broken, invariants);
}

#[test]
fn each_break_is_found_and_its_counterexample_shows_it() {
    let breaks = breaks();
    let invariants = invariants();
    let broken = |entry: &Break| invariants.iter().find(|one| one.id == entry.invariant);
    let pairs = breaks.iter().map(|entry| (entry, broken(entry).unwrap()));
    let pairs = (0..few_or_all(4, u64::MAX)).zip(pairs);
    let pairs: Vec<_> = pairs.map(|(_, pair)| pair).collect();
    let threads = thread::available_parallelism().unwrap().get();
    let wrong: Vec<String> = thread::scope(|scope| {
        let share = |first| pairs.iter().skip(first).step_by(threads);
        let started: Vec<_> = (0..threads)
            .map(|first| {
                let share = share(first);
                scope.spawn(move || {
                    let wrong = share.filter_map(|(entry, invariant)| {
                        let wrong = wrong(entry, invariant)?;
                        Some(format!("{} ({}): {wrong}", entry.invariant, entry.it))
                    });
                    wrong.collect::<Vec<_>>()
                })
            })
            .collect();
        let done = started.into_iter().map(|thread| thread.join().unwrap());
        done.flatten().collect()
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What does not go as the entry says.
fn wrong(entry: &Break, invariant: &Invariant) -> Option<String> {
    let guidance = match (from_files(entry.files()), &entry.refused) {
        (Ok(guidance), None) => guidance,
        (Err(faults), Some(code)) => {
            let told: Vec<_> = faults.iter().map(|fault| fault.code.name()).collect();
            return (told != [code]).then(|| format!("it is refused for {told:?}"));
        }
        (Ok(_), Some(_)) => return Some("it is loaded".to_owned()),
        (Err(faults), None) => return Some(format!("it is refused: {faults:?}")),
    };
    let packs = answering(entry, invariant);
    let proof = prove_some(guidance.restricted(packs), MOST_NODES, |id| {
        id == entry.invariant
    })
    .unwrap();
    let Some(found) = &proof.invariants[0].counterexample else {
        return Some("it still holds".to_owned());
    };
    let incident = json!(found.facts.with(vocabulary()));
    let shows = |guidance: Guidance| {
        let told = posted(guidance, packs, found);
        match (&invariant.never, &invariant.check) {
            (Some(claim), None) => claim.is_so(&told[0]),
            (None, Some(check)) => checks::shows(check, invariant, &told),
            _ => panic!("it says both or neither"),
        }
    };
    if !shows(guidance) {
        return Some(format!("the answer to {incident} does not show it"));
    }
    let shipped = embedded().unwrap();
    shows(shipped).then(|| format!("the shipped guidance shows it as well in {incident}"))
}

/// The packs that answer: the first alone, where neither the invariant needs another nor the edit is one of another. All
/// of them together take far longer to prove.
fn answering(entry: &Break, invariant: &Invariant) -> PackSelection {
    if invariant.needs.is_none() && entry.is_of_the_first_pack() {
        PackSelection::FIRST
    } else {
        PackSelection::ALL
    }
}

/// Posts the counterexample, and what breaks it once it is stated as well.
fn posted(guidance: Guidance, selection: PackSelection, found: &Counterexample) -> Vec<Told> {
    let mut incidents = vec![found.facts];
    if let Some((fact, stated)) = found.then {
        let mut facts: Facts = found.facts;
        facts.state(fact, stated);
        incidents.push(facts);
    }
    let bodies = incidents.iter().map(|facts| {
        let mut body =
            json!({ "facts": facts.with(vocabulary()), "include": ["all", "what_if", "trace"] });
        body["packs"] = packs().selected(selection).collect();
        advice(body.to_string())
    });
    let state = Data::new(initial_state(guidance));
    let answers = System::new().block_on(ask_all_of(state, None, bodies.collect()));
    let told = incidents.iter().zip(answers).map(|(facts, answer)| {
        assert_eq!(answer.status, 200, "{answer:?}");
        Told {
            incident: serde_json::from_value(json!(facts.with(vocabulary()))).unwrap(),
            answer: answer.json(),
        }
    });
    told.collect()
}
