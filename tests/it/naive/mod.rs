//! A second, deliberately naive evaluator, written from `SEMANTICS.md` and not from the engine, to
//! prove the engine right. It cites the rules of that page by number.
//!
//! It shares with the engine only the contract and the YAML files. It reads the packs itself,
//! judges every condition by trying every completion, and knows no diagrams. Whatever the two do
//! not say alike is a fault of one of them.

mod answer;
mod ask;
mod compose;
mod condition;
mod function;
mod incidents;
mod items;
mod judge;
mod judged;
#[cfg(feature = "service")]
mod known;
mod memo;
mod pack;
mod reading;
mod scenarios;
mod split;
mod summary;
mod trace;
mod view;

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::sync::LazyLock;
use std::thread;

use signpost::advise::advise;
use signpost::contract::join;
use signpost::contract::pack::Pack;
use signpost::facts::{Facts, Stated};
use signpost::guidance::{Guidance, embedded};

use self::answer::{Answer, Words};
use self::memo::Memo;
use self::pack::{ALL, FIRST};
use crate::how_many::few_or_all;
use crate::kernel::vocabulary;

#[cfg(feature = "service")]
pub(crate) use self::condition::Condition;
#[cfg(feature = "service")]
pub(crate) use self::known::{deciding, known, possible};
pub(crate) use self::reading::Incident;

static GUIDANCE: LazyLock<Guidance> = LazyLock::new(|| embedded().expect("sound guidance"));

#[test]
fn the_naive_evaluator_agrees_on_random_incidents() {
    let incidents = few_or_all(200, 80_000);
    let threads = thread::available_parallelism().unwrap().get();
    thread::scope(|scope| {
        for (first, _) in (0..).zip(0..threads) {
            scope.spawn(move || {
                let mut memo = Memo::default();
                for number in (first..incidents).step_by(threads) {
                    assert_agreement(&incidents::numbered(number), &mut memo);
                }
            });
        }
    });
}

#[test]
fn the_naive_evaluator_agrees_on_every_scenario() {
    let incidents = scenarios::incidents();
    let mut memo = Memo::default();
    for incident in &incidents {
        assert_agreement(incident, &mut memo);
    }
    let compared = incidents.len();
    assert!(
        compared >= 50 || !scenarios::folder().exists(),
        "{compared} scenarios"
    );
}

fn assert_agreement(incident: &Incident, memo: &mut Memo) {
    if differences(incident, memo).is_empty() {
        return;
    }
    let smallest = shrunk(incident.clone(), memo);
    let differences = differences(&smallest, memo).join("\n");
    panic!("the engine and the naive evaluator differ on\n{smallest:#?}\n{differences}");
}

/// The incident without the facts that the disagreement does not need.
fn shrunk(incident: Incident, memo: &mut Memo) -> Incident {
    for fact in incident.keys() {
        let mut smaller = incident.clone();
        smaller.remove(fact);
        if !differences(&smaller, memo).is_empty() {
            return shrunk(smaller, memo);
        }
    }
    incident
}

fn differences(incident: &Incident, memo: &mut Memo) -> Vec<String> {
    let first = BTreeSet::from([Pack::FIRST]);
    let with_all = differences_with(&ALL, None, incident, memo);
    [
        with_all,
        differences_with(&FIRST, Some(first), incident, memo),
    ]
    .concat()
}

fn differences_with(
    pack: &'static pack::Pack,
    packs: Option<BTreeSet<Pack>>,
    incident: &Incident,
    memo: &mut Memo,
) -> Vec<String> {
    let naive = compose::answer(pack, incident, memo);
    let mut json = Vec::new();
    let asked = signpost::contract::incident::Incident {
        packs,
        ..facts(incident).into()
    };
    join::Join::join(&advise(&GUIDANCE, &asked), &mut json);
    let engine: Answer<Words> = serde_json::from_slice(&json).unwrap();
    if naive == engine {
        return Vec::new();
    }
    [
        one("scope", &engine.scope, &naive.scope),
        one("urgency", &engine.urgency, &naive.urgency),
        many("situations", &engine.situations, &naive.situations),
        many("prohibitions", &engine.prohibitions, &naive.prohibitions),
        many("actions", &engine.actions, &naive.actions),
        many("waiting", &engine.waiting, &naive.waiting),
        many("questions", &engine.questions, &naive.questions),
        many("explanations", &engine.explanations, &naive.explanations),
        one("citations", &engine.citations, &naive.citations),
        one(
            "contradictions",
            &engine.contradictions,
            &naive.contradictions,
        ),
        many("not_covered", &engine.not_covered, &naive.not_covered),
        one("completeness", &engine.completeness, &naive.completeness),
        many("facts", &engine.facts, &naive.facts),
    ]
    .concat()
}

fn many<T: Debug + PartialEq>(name: &str, engine: &[T], naive: &[T]) -> Vec<String> {
    let length = engine.len().max(naive.len());
    (0..length)
        .flat_map(|place| one(name, &engine.get(place), &naive.get(place)))
        .collect()
}

/// The lines that only one of the two has.
fn one<T: Debug + PartialEq>(name: &str, engine: &T, naive: &T) -> Vec<String> {
    if engine == naive {
        return Vec::new();
    }
    let (engine, naive) = (format!("{engine:#?}"), format!("{naive:#?}"));
    let only = |who: &str, text: &str, other: &str| {
        let lines = text
            .lines()
            .filter(|line| !other.lines().any(|same| same == *line));
        lines
            .map(|line| format!("  {who} {}", line.trim()))
            .collect::<Vec<_>>()
    };
    let about = engine
        .lines()
        .chain(naive.lines())
        .find(|line| line.contains("id: "));
    let name = format!("{name} {}", about.unwrap_or_default().trim());
    [
        vec![name],
        only("engine", &engine, &naive),
        only("naive ", &naive, &engine),
    ]
    .concat()
}

/// The facts of the random incident of that number.
pub(crate) fn numbered(number: u64) -> Facts {
    facts(&incidents::numbered(number))
}

/// The facts as the engine takes them.
fn facts(incident: &Incident) -> Facts {
    let mut facts = Facts::default();
    for (name, answer) in incident {
        let fact = vocabulary().named(name).unwrap();
        facts.state(
            fact,
            vocabulary()[fact]
                .answer(answer)
                .map_or(Stated::Unknown, Stated::Answer),
        );
    }
    facts
}
