//! A second, deliberately naive evaluator, written from `ARCHITECTURE.md` ("How an answer is
//! found") without a look at the engine, to prove the engine right.
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
mod memo;
mod pack;
mod reading;
mod scenarios;
mod split;

use std::fmt::Debug;
use std::sync::LazyLock;
use std::thread;

use signpost::advise::advise;
use signpost::contract::incident::{FactId, Facts, Stated};
use signpost::guidance::{Guidance, embedded};

use self::answer::{Answer, Words};
use self::memo::Memo;
use self::reading::Incident;

const INCIDENTS: u64 = 200_000;
const THREADS: u64 = 2;

static GUIDANCE: LazyLock<Guidance> = LazyLock::new(|| embedded().expect("sound guidance"));

#[test]
fn the_naive_evaluator_agrees_on_200_000_random_incidents() {
    thread::scope(|scope| {
        for first in 0..THREADS {
            scope.spawn(move || {
                let mut memo = Memo::default();
                for number in (first..INCIDENTS).step_by(2) {
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
    assert!(compared >= 50 || !scenarios::folder().exists(), "{compared} scenarios");
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
    let naive = compose::answer(incident, memo);
    let json = serde_json::to_string(&advise(&GUIDANCE, &facts(incident))).unwrap();
    let engine: Answer<Words> = serde_json::from_str(&json).unwrap();
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
        one("contradictions", &engine.contradictions, &naive.contradictions),
        many("not_covered", &engine.not_covered, &naive.not_covered),
        one("completeness", &engine.completeness, &naive.completeness),
        many("facts", &engine.facts, &naive.facts),
    ]
    .concat()
}

fn many<T: Debug + PartialEq>(name: &str, engine: &[T], naive: &[T]) -> Vec<String> {
    let length = engine.len().max(naive.len());
    (0..length).flat_map(|place| one(name, &engine.get(place), &naive.get(place))).collect()
}

/// The lines that only one of the two has.
fn one<T: Debug + PartialEq>(name: &str, engine: &T, naive: &T) -> Vec<String> {
    if engine == naive {
        return Vec::new();
    }
    let (engine, naive) = (format!("{engine:#?}"), format!("{naive:#?}"));
    let only = |who: &str, text: &str, other: &str| {
        let lines = text.lines().filter(|line| !other.lines().any(|same| same == *line));
        lines.map(|line| format!("  {who} {}", line.trim())).collect::<Vec<_>>()
    };
    let about = engine.lines().chain(naive.lines()).find(|line| line.contains("id: "));
    let name = format!("{name} {}", about.unwrap_or_default().trim());
    [vec![name], only("engine", &engine, &naive), only("naive ", &naive, &engine)].concat()
}

/// The incident as the engine takes it.
fn facts(incident: &Incident) -> Facts {
    let mut facts = Facts::default();
    for (name, answer) in incident {
        let fact = FactId::named(name).unwrap();
        facts.state(fact, fact.answer(answer).map_or(Stated::Unknown, Stated::Answer));
    }
    facts
}
#[test]
fn zz_explore() {
    let mut memo = Memo::default();
    let mut seen = std::collections::BTreeMap::<String, (usize, String)>::new();
    let n: u64 = std::env::var("EXPLORE").map_or(2000, |n| n.parse().unwrap());
    for number in 0..n {
        let incident = incidents::numbered(number);
        if differences(&incident, &mut memo).is_empty() { continue; }
        let small = shrunk(incident, &mut memo);
        let d = differences(&small, &mut memo);
        let key: Vec<_> = d.iter().filter(|l| !l.starts_with(' ')).cloned().collect();
        let e = seen.entry(key.join(";")).or_insert((0, String::new()));
        e.0 += 1;
        let text = format!("{small:?}\n{}", d.join("\n"));
        if e.1.is_empty() || text.len() < e.1.len() { e.1 = text; }
    }
    let mut all: Vec<_> = seen.into_iter().collect();
    all.sort_by_key(|(_, (n, _))| std::cmp::Reverse(*n));
    for (key, (n, text)) in all.iter().take(12) {
        println!("######## {n} times: {}\n{}", &key[..key.len().min(300)], text.lines().take(60).collect::<Vec<_>>().join("\n"));
    }
    println!("{} kinds", all.len());
}
#[test]
fn zz_one() {
    let incident: Incident = serde_json::from_str(&std::fs::read_to_string("/tmp/incident.json").unwrap()).unwrap();
    let mut memo = Memo::default();
    println!("{}", differences(&incident, &mut memo).join("\n"));
    println!("smallest {:?}", shrunk(incident.clone(), &mut memo));
}
#[test]
fn zz_time() {
    use std::time::{Duration, Instant};
    let mut memo = Memo::default();
    let mut t = [Duration::ZERO; 4];
    let mut readings = 0;
    let mut len = 0; let mut buffer = Vec::new();
    for kind in [0, 1, 2, 0, 1, 2] {
    for number in (kind..12000).step_by(3) {
        let s = Instant::now();
        let incident = incidents::numbered(number);
        t[0] += s.elapsed();
        let s = Instant::now();
        let naive = compose::answer(&incident, &mut memo);
        t[1] += s.elapsed();
        let s = Instant::now();
        buffer.clear();
        serde_json::to_writer(&mut buffer, &advise(&GUIDANCE, &facts(&incident))).unwrap();
        let json = std::str::from_utf8(&buffer).unwrap();
        t[2] += s.elapsed();
        len += json.len();
        let s = Instant::now();
        let engine: Answer<Words> = serde_json::from_str(json).unwrap();
        assert!(naive == engine);
        t[3] += s.elapsed();
    }
    println!("{kind}: {t:?} readings {readings} len {len} memo {}", memo.size());
    readings = 0; len=0;
    t = [Duration::ZERO; 4];
    }
}
