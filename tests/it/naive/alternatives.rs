//! Gates with several alternatives: the gates of the packs are given some at random.

use std::path::Path;

use fastrand::Rng;
use signpost::guidance::File;

use super::compare::{Body, assert_agreement};
use super::incidents;
use super::memo::Memo;
use super::trace::assert_same_trace;
use crate::bad_packs::shipped;
use crate::how_many::few_or_all;

const INCIDENTS: u64 = 100;

/// What an alternative can wait for: each line a condition of its own.
const CONDITIONS: [&str; 11] = [
    "{ police_decision: [no_investigation] }",
    "{ police_instruction_on_material: [may_delete] }",
    "{ police_knew_all_this: [yes] }",
    "{ adult_involved: [yes, suspected] }",
    "{ not: { adult_involved: [yes] } }",
    "{ child_age_band: [16_to_17] }",
    "{ any: [{ still_online: [no] }, { material_kind: [text_only] }] }",
    "{ situation: sent_or_posted }",
    "{ known: { any: [{ adult_involved: [no] }, { still_online: [no] }] } }",
    "{ not: { known: { adult_involved: [yes, suspected] } } }",
    "{ not: { not_known: [adult_involved, child_age_band] } }",
];

#[test]
fn the_naive_evaluator_agrees_where_gates_have_alternatives() {
    let mut memo = Memo::default();
    for edit in 0..few_or_all(4, 16) {
        let mut rng = Rng::with_seed(edit);
        let bodies = Body::of(with_alternatives(&mut rng));
        for number in edit * INCIDENTS..(edit + 1) * INCIDENTS {
            let incident = incidents::numbered(number);
            assert_agreement(&bodies, &incident, &mut memo);
            assert_same_trace(&bodies[0], &incident, &mut memo);
        }
    }
}

/// The packs, with up to two more alternatives for each gate of the first.
fn with_alternatives(rng: &mut Rng) -> Vec<File> {
    let mut files = shipped();
    let of_gates = |(name, _): &&mut File| name == Path::new("sexting_advice/situations.yaml");
    let (_, text) = files.iter_mut().find(of_gates).unwrap();
    let (before, gates) = text.split_once("\ngates:\n").unwrap();
    let mut edited = format!("{before}\ngates:\n");
    for gate in gates.split_inclusive("\n\n") {
        edited.push_str(gate.trim_end());
        for number in 0..rng.usize(..=2) {
            edited.push_str(&alternative(number, rng));
        }
        edited.push_str("\n\n");
    }
    *text = edited;
    files
}

fn alternative(number: usize, rng: &mut Rng) -> String {
    let mut conditions = CONDITIONS;
    rng.shuffle(&mut conditions);
    let conditions = conditions.iter().take(rng.usize(1..=2)).enumerate();
    let conditions: Vec<_> = conditions
        .map(|(place, condition)| {
            format!(
                "
          - when: {condition}
            not_known: The condition {place} of the way {number} is not known.
            refuted: The condition {place} of the way {number} does not hold.
            statements: [S35]"
            )
        })
        .collect();
    let conditions = conditions.concat();
    format!(
        "
      - until: this has come about in the way {number}
        release_hint: Wait for the way {number}.
        conditions:{conditions}"
    )
}
