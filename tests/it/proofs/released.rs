//! What was proved of the guidance that the program carries.

use std::time::Duration;

use signpost::contract::pack::PackSelection;
use signpost::guidance::embedded;
use signpost::prove::{LimitReached, MOST_NODES, prove_some};

use crate::kernel::vocabulary;

#[test]
fn everything_is_proved_of_the_guidance_that_is_released() {
    let guidance = embedded().unwrap();
    let released = guidance.assurance();
    let released = released.expect("what was proved is of other packs: prove and record them");
    assert_eq!(released.packs, guidance.packs());
    assert!(released.invariants.len() > 30);
    for one in &released.invariants {
        assert_eq!(one.proved, one.incidents, "{}", one.id);
    }
}

#[test]
fn an_invariant_is_counted_over_every_answer_not_known_and_not_asked() {
    let guidance = embedded().unwrap();
    let counted = ["deletion_waits", "danger_brings_the_emergency_number"];
    let proof = prove_some(&guidance, MOST_NODES, |id| counted.contains(&id)).unwrap();
    assert_eq!(proof.invariants.len(), counted.len());
    for proved in &proof.invariants {
        let ways = proved
            .facts
            .iter()
            .map(|fact| vocabulary()[fact].answers.len() + 2);
        let product = ways.map(|ways| u128::try_from(ways).unwrap()).product();
        assert_eq!(proved.incidents, Some(product), "{}", proved.id);
        assert!(product > 1, "{}", proved.id);
    }
}

#[test]
fn what_is_drawn_for_an_invariant_counts_to_the_time_of_the_diagrams() {
    let guidance = embedded().unwrap();
    let first = guidance.restricted(PackSelection::FIRST);
    // What answers cite is drawn when the first invariant asks for it, and takes longest.
    let proof = prove_some(first, MOST_NODES, |id| {
        id == "received_images_are_not_words"
    })
    .unwrap();
    let asked: Duration = proof.invariants.iter().map(|one| one.took).sum();
    let (nodes, took) = proof.drawn;
    assert!(took >= asked, "{took:?} for all, {asked:?} for invariants");
    assert!(nodes > 1_000_000, "{nodes}");
}

#[test]
fn a_proof_that_does_not_fit_is_none() {
    let guidance = embedded().unwrap();
    let first = guidance.restricted(PackSelection::FIRST);
    let needed = prove_some(first, MOST_NODES, |id| id == "one_status").unwrap();
    let (nodes, _) = needed.drawn;
    for limit in [1_000, nodes - 1] {
        let stopped = prove_some(first, limit, |id| id == "one_status");
        assert_eq!(stopped.err(), Some(LimitReached { nodes: limit }));
    }
}
