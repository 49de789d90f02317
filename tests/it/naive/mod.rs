//! A second, deliberately naive evaluator, written from `SEMANTICS.md` and not from the engine, to
//! prove the engine right. It cites the rules of that page by number.
//!
//! It shares with the engine only the contract and the YAML files. It reads facts and packs itself,
//! evaluates every condition by trying every completion, and knows no diagrams. Whatever the two do
//! not say alike is a fault of one of them.

mod alternatives;
mod ask;
mod asking;
mod card;
mod compare;
mod compose;
mod condition;
mod controls;
mod decided;
mod evaluator;
mod facts;
mod faults;
mod first_minute;
mod function;
mod gates;
mod incidents;
mod included;
mod interpretation;
mod items;
mod json;
#[cfg(feature = "authoring")]
mod known;
mod memo;
mod other_conditions;
mod pack;
mod packs;
mod places;
mod reach;
mod reading;
mod reasons;
mod rests_on;
mod room;
mod scenarios;
mod small_pack;
mod split;
mod summary;
mod trace;
mod view;
mod while_open;
mod written_card;
mod written_sources;

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use signpost::facts::Facts;
use signpost::guidance::File;

use self::compare::{Body, assert_agreement, stated};
use self::memo::Memo;
use crate::as_many::asked_or;
use crate::bad_packs::shipped;
use crate::kernel::vocabulary;

#[cfg(feature = "authoring")]
pub(crate) use self::condition::Condition;
pub(crate) use self::incidents::{numbered as random_facts, with_every_fact};
#[cfg(feature = "authoring")]
pub(crate) use self::interpretation::Incident;
#[cfg(feature = "authoring")]
pub(crate) use self::known::{
    asked_not_known, deciding, holds_in_an_interpretation, known, possible, said, waited_for,
};

const OPERATORS_INCIDENTS: u64 = 200;

#[test]
fn the_naive_evaluator_agrees_on_random_incidents() {
    let incidents = asked_or(200, 10_000);
    let threads = thread::available_parallelism().unwrap().get();
    thread::scope(|scope| {
        for (first, _) in (0..).zip(0..threads) {
            scope.spawn(move || {
                let (bodies, mut memo) = (Body::shipped(), Memo::default());
                for number in (first..incidents).step_by(threads) {
                    assert_agreement(&bodies, &incidents::numbered(number), &mut memo);
                }
            });
        }
    });
}

#[test]
fn the_naive_evaluator_agrees_on_every_scenario() {
    let incidents = scenarios::incidents();
    let (bodies, mut memo) = (Body::shipped(), Memo::default());
    for incident in &incidents {
        assert_agreement(&bodies, incident, &mut memo);
    }
    let compared = incidents.len();
    assert!(
        compared >= 50 || !scenarios::folder().exists(),
        "{compared} scenarios"
    );
}

#[test]
fn the_naive_evaluator_agrees_on_what_an_operator_adds() {
    let (bodies, mut memo) = (Body::of(operators_files()), Memo::default());
    for number in 0..OPERATORS_INCIDENTS {
        assert_agreement(&bodies, &incidents::numbered(number), &mut memo);
    }
}

/// The files that the program carries, and those of an operator.
fn operators_files() -> Vec<File> {
    let mut files = shipped();
    let local = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/local");
    for entry in fs::read_dir(local).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        files.push((PathBuf::from("local").join(path.file_name().unwrap()), text));
    }
    files
}

/// The facts of the random incident of that number.
pub(crate) fn numbered(number: u64) -> Facts {
    stated(vocabulary(), &incidents::numbered(number))
}
