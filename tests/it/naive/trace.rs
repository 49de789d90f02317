//! The trace, part by part (SEMANTICS 15.1, 15.2, 15.3, 15.4): the naive evaluator walks the conditions as
//! it has read them itself and evaluates each part by trying every completion.

use serde::Deserialize;
use signpost::advise::advise;
use signpost::contract::incident::Incident as EngineIncident;
use signpost::contract::include::Include;

use super::answer::{Text, Words, text};
use super::ask::{Asked, questions};
use super::compare::{Body, one, stated};
use super::compose::pending;
use super::condition::Condition;
use super::decided::{Decided, Status};
use super::evaluator::Evaluator;
use super::facts::FACTS;
use super::function::{Function, Verdict, any};
use super::interpretation::{Incident, Interpretation, Interpreted};
use super::memo::Memo;
use super::pack::{Ground, Pack};
use super::reading::put_in;
use super::{incidents, scenarios};
use crate::how_many::few_or_all;

#[derive(Deserialize)]
#[serde(bound(deserialize = "T: Deserialize<'de>"))]
struct Traced<T = Text> {
    trace: Trace<T>,
}

#[derive(Debug, PartialEq, Deserialize)]
struct Trace<T = Text> {
    items: Vec<TracedItem<T>>,
    situations: Vec<TracedSituation<T>>,
    gates: Vec<TracedGate<T>>,
}

#[derive(Debug, PartialEq, Deserialize)]
struct TracedItem<T> {
    item: T,
    status: T,
    trigger: T,
    grounds: Vec<TracedGround<T>>,
    lifted_when: Option<TracedCondition<T>>,
    in_force_when: Option<TracedCondition<T>>,
    gate: Option<T>,
    held_by: Vec<T>,
}

#[derive(Debug, PartialEq, Deserialize)]
struct TracedGround<T> {
    because: T,
    scope: T,
    result: T,
    parts: Vec<Part<T>>,
}

#[derive(Debug, PartialEq, Deserialize)]
struct TracedCondition<T> {
    result: T,
    parts: Vec<Part<T>>,
}

#[derive(Debug, PartialEq, Deserialize)]
struct TracedSituation<T> {
    id: T,
    result: T,
    parts: Vec<Part<T>>,
}

#[derive(Debug, PartialEq, Deserialize)]
struct TracedGate<T> {
    id: T,
    result: T,
    out_of_reach: bool,
    conditions: Vec<TracedCondition<T>>,
}

#[derive(Debug, PartialEq, Deserialize)]
struct Part<T> {
    depth: usize,
    term: T,
    name: Option<T>,
    answers: Vec<T>,
    result: T,
}

#[test]
fn the_naive_evaluator_agrees_with_every_part_of_the_trace() {
    let ([all, _], mut memo) = (Body::shipped(), Memo::default());
    let random = (0..few_or_all(50, 2_000)).map(incidents::numbered);
    for incident in scenarios::incidents().into_iter().chain(random) {
        assert_same_trace(&all, &incident, &mut memo);
    }
}

pub(super) fn assert_same_trace(body: &Body, incident: &Incident, memo: &mut Memo) {
    let json = json(body, incident);
    let engine: Traced<Words> = serde_json::from_slice(&json).unwrap();
    let naive = naive(body.naive, incident, memo);
    let differences = one("trace", &engine.trace, &naive).join("\n");
    assert!(differences.is_empty(), "{incident:#?}\n{differences}");
}

/// The engine's answer.
fn json(body: &Body, incident: &Incident) -> Vec<u8> {
    let incident = EngineIncident {
        packs: body.packs,
        facts: stated(body.guidance.vocabulary(), incident),
        include: [Include::Trace].into(),
    };
    let mut json = Vec::new();
    advise(body.guidance, &incident).write(&mut json);
    json
}

fn naive(pack: &'static Pack, incident: &Incident, memo: &mut Memo) -> Trace {
    let interpreted = Interpreted::of(pack, incident);
    let mut evaluator = Evaluator {
        interpreted: &interpreted,
        memo,
    };
    let items = evaluator.items();
    let asked = questions(&mut evaluator, &items);
    let situations = pack.situations.iter().map(|situation| TracedSituation {
        id: text(&situation.id),
        result: result(&evaluator.verdicts(&situation.when)),
        parts: parts(&mut evaluator, &situation.when),
    });
    let situations = situations.collect();
    let gates = pack.gates.iter().map(|gate| TracedGate {
        id: text(&gate.id),
        result: result(&evaluator.verdicts(&Condition::Gate(gate.id.clone()))),
        out_of_reach: evaluator.within_reach(&gate.id).is_empty(),
        conditions: gate
            .alternatives
            .iter()
            .flat_map(|alternative| &alternative.conditions)
            .map(|one| condition(&mut evaluator, &one.when))
            .collect(),
    });
    let gates = gates.collect();
    let items = items
        .iter()
        .map(|decided| item(&mut evaluator, decided, &asked));
    Trace {
        items: items.collect(),
        situations,
        gates,
    }
}

fn item(evaluator: &mut Evaluator, decided: &Decided, asked: &[Asked]) -> TracedItem<Text> {
    let item = decided.item;
    let trigger = by_reading(evaluator, |interpretation| {
        let counting = item
            .grounds
            .iter()
            .filter(|one| one.scope == interpretation.scope);
        any(counting.map(|ground| put_in(&ground.when, &interpretation.now)))
    });
    TracedItem {
        item: text(&item.id),
        // SEMANTICS 14.2.
        status: text(match decided.status {
            Status::Precautionary if pending(decided, asked).is_some() => "pending",
            Status::Caution => "caution",
            Status::Absent => "absent",
            shown => shown.word(),
        }),
        trigger: result(&trigger),
        grounds: item
            .grounds
            .iter()
            .map(|one| ground(evaluator, one))
            .collect(),
        lifted_when: item
            .lifted_when
            .as_ref()
            .map(|when| condition(evaluator, when)),
        in_force_when: item
            .while_open
            .iter()
            .flat_map(|while_open| &while_open.in_force_when)
            .next()
            .map(|when| condition(evaluator, when)),
        gate: item.gate.as_deref().map(text),
        held_by: decided
            .held_back_by
            .iter()
            .map(|(holding, _)| text(&holding.id))
            .collect(),
    }
}

fn ground(evaluator: &mut Evaluator, ground: &'static Ground) -> TracedGround<Text> {
    let verdicts = by_reading(evaluator, |interpretation| {
        if ground.scope == interpretation.scope {
            put_in(&ground.when, &interpretation.now)
        } else {
            Function::Constant(false)
        }
    });
    TracedGround {
        because: text(&ground.because),
        scope: text(&ground.scope),
        result: result(&verdicts),
        parts: parts(evaluator, &ground.when),
    }
}

fn condition(evaluator: &mut Evaluator, when: &'static Condition) -> TracedCondition<Text> {
    TracedCondition {
        result: result(&evaluator.verdicts(when)),
        parts: parts(evaluator, when),
    }
}

fn by_reading(
    evaluator: &mut Evaluator,
    function: impl Fn(&Interpretation) -> Function,
) -> Vec<Verdict> {
    let interpretations = evaluator.interpreted.interpretations.iter();
    interpretations
        .map(|interpretation| evaluator.memo.verdict(&function(interpretation)))
        .collect()
}

fn result(verdicts: &[Verdict]) -> Text {
    let every = |wanted| verdicts.iter().all(|verdict| *verdict == wanted);
    text(if every(Verdict::Holds) {
        "holds"
    } else if every(Verdict::Refuted) {
        "refuted"
    } else {
        "open"
    })
}

fn parts(evaluator: &mut Evaluator, when: &'static Condition) -> Vec<Part<Text>> {
    let mut parts = Vec::new();
    for entry in entries(when) {
        written(evaluator, entry, 0, &mut parts);
    }
    parts
}

/// A condition is written as a mapping, all of whose entries must hold.
fn entries(mapping: &'static Condition) -> &'static [Condition] {
    match mapping {
        Condition::All(entries) => entries,
        other => panic!("{other:?} is no mapping"),
    }
}

/// A mapping inside a condition: its one entry, or all of its entries.
fn inner(
    evaluator: &mut Evaluator,
    mapping: &'static Condition,
    depth: usize,
    parts: &mut Vec<Part<Text>>,
) {
    match entries(mapping) {
        [entry] => written(evaluator, entry, depth, parts),
        several => {
            parts.push(part(evaluator, mapping, "all", depth));
            for entry in several {
                written(evaluator, entry, depth + 1, parts);
            }
        }
    }
}

fn written(
    evaluator: &mut Evaluator,
    entry: &'static Condition,
    depth: usize,
    parts: &mut Vec<Part<Text>>,
) {
    let (term, below): (_, &[Condition]) = match entry {
        Condition::All(list) => ("all", list),
        Condition::Any(list) => ("any", list),
        Condition::Not(one) => ("not", std::slice::from_ref(one)),
        Condition::Known(one) => ("known", std::slice::from_ref(one)),
        Condition::NotKnown(_) => ("not_known", &[]),
        Condition::Situation(_) => ("situation", &[]),
        Condition::Gate(_) => ("gate", &[]),
        Condition::Fact(..) => ("fact", &[]),
    };
    parts.push(part(evaluator, entry, term, depth));
    for mapping in below {
        inner(evaluator, mapping, depth + 1, parts);
    }
}

fn part(
    evaluator: &mut Evaluator,
    condition: &'static Condition,
    term: &'static str,
    depth: usize,
) -> Part<Text> {
    let (name, answers) = match condition {
        Condition::Situation(name) | Condition::Gate(name) => (Some(name), Vec::new()),
        Condition::Fact(name, answers) => (Some(name), in_their_order(name, answers)),
        _ => (None, Vec::new()),
    };
    Part {
        depth,
        term: text(term),
        name: name.map(|name| text(name)),
        answers,
        result: result(&evaluator.verdicts(condition)),
    }
}

/// The answers of a fact that count, in the order of all its answers.
fn in_their_order(name: &str, counting: &[String]) -> Vec<Text> {
    let mut facts = FACTS.iter();
    let (_, answers) = facts.find(|(fact, _)| *fact == name).expect("a fact");
    let counts = |answer: &&&str| counting.iter().any(|counting| counting == **answer);
    let answers = answers.iter().filter(counts);
    answers.map(|answer| text(answer)).collect()
}
