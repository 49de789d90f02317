//! The trace, part by part (SEMANTICS 15.1, 15.2, 15.3, 15.4): the naive evaluator walks the conditions as
//! it has read them itself and evaluates each part by trying every completion.

mod parts;

use serde_json::{Value, json};

use self::parts::parts;
use super::ask::{Asked, questions};
use super::compare::Body;
use super::condition::Condition;
use super::decided::Decided;
use super::evaluator::Evaluator;
use super::function::{Function, Verdict, any};
use super::interpretation::{Incident, Interpretation, Interpreted};
use super::json::{differences, without_nulls};
use super::memo::Memo;
use super::pack::{Ground, Pack};
use super::places::pending;
use super::reading::put_in;
use super::{incidents, scenarios};
use crate::how_many::few_or_all;

/// What is not compared: the parts in words.
pub(super) const NOT_COMPARED: [&str; 3] = [
    "items.*.parts.says",
    "situations.parts.says",
    "gates.conditions.parts.says",
];

#[test]
fn the_naive_evaluator_agrees_with_every_part_of_the_trace() {
    let ([all, _], mut memo) = (Body::shipped(), Memo::default());
    let random = (0..few_or_all(50, 1_000)).map(incidents::numbered);
    for incident in scenarios::incidents().into_iter().chain(random) {
        assert_same_trace(&all, &incident, &mut memo);
    }
}

pub(super) fn assert_same_trace(body: &Body, incident: &Incident, memo: &mut Memo) {
    let engine = body.answer(incident, &["trace"]);
    let naive = trace(body.naive, incident, memo);
    let differences = differences(&engine["trace"], &naive, &NOT_COMPARED).join("\n");
    assert!(differences.is_empty(), "{incident:#?}\n{differences}");
}

pub(super) fn trace(pack: &'static Pack, incident: &Incident, memo: &mut Memo) -> Value {
    let interpreted = Interpreted::of(pack, incident);
    let mut evaluator = Evaluator {
        interpreted: &interpreted,
        memo,
    };
    let items = evaluator.items();
    let asked = questions(&mut evaluator, &items);
    let items = items.iter();
    let items: Vec<_> = items
        .map(|decided| item(&mut evaluator, decided, &asked))
        .collect();
    let situations = pack.situations.iter().map(|situation| {
        let traced = condition(&mut evaluator, &situation.when);
        json!({ "id": situation.id, "result": traced["result"], "parts": traced["parts"] })
    });
    let situations: Vec<_> = situations.collect();
    let gates = pack.gates.iter().map(|gate| {
        let alternatives = gate.alternatives.iter();
        let conditions = alternatives.flat_map(|alternative| &alternative.conditions);
        let conditions = conditions.map(|one| condition(&mut evaluator, &one.when));
        let conditions: Vec<_> = conditions.collect();
        let gate_opens = evaluator.verdicts(&Condition::Gate(gate.id.clone()));
        json!({
            "id": gate.id, "result": result(&gate_opens), "out_of_reach": evaluator.within_reach(&gate.id).is_empty(),
            "conditions": conditions,
        })
    });
    let gates: Vec<_> = gates.collect();
    let mut trace = json!({ "items": items, "situations": situations, "gates": gates });
    without_nulls(&mut trace);
    trace
}

fn item(evaluator: &mut Evaluator, decided: &Decided, asked: &[Asked]) -> Value {
    let item = decided.item;
    let trigger = by_reading(evaluator, |interpretation| {
        let grounds = item.grounds.iter();
        let counting = grounds.filter(|one| one.scope == interpretation.scope);
        any(counting.map(|ground| put_in(&ground.when, &interpretation.now)))
    });
    // SEMANTICS 14.2.
    let pending = pending(decided, asked).is_some();
    let status = if pending {
        "pending"
    } else {
        decided.status.word()
    };
    let grounds = item.grounds.iter().map(|one| ground(evaluator, one));
    let grounds: Vec<_> = grounds.collect();
    let lifted_when = item.lifted_when.as_ref();
    let lifted_when = lifted_when.map(|when| condition(evaluator, when));
    let while_open = item.while_open.as_ref();
    let in_force_when = while_open.and_then(|one| one.in_force_when.as_ref());
    let in_force_when = in_force_when.map(|when| condition(evaluator, when));
    let held_by = decided.held_back_by.iter();
    let held_by: Vec<_> = held_by.map(|(holding, _)| &holding.id).collect();
    json!({
        "item": item.id, "status": status, "trigger": result(&trigger), "grounds": grounds,
        "lifted_when": lifted_when, "in_force_when": in_force_when, "gate": item.gate, "held_by": held_by,
    })
}

fn ground(evaluator: &mut Evaluator, ground: &'static Ground) -> Value {
    let verdicts = by_reading(evaluator, |interpretation| {
        if ground.scope == interpretation.scope {
            put_in(&ground.when, &interpretation.now)
        } else {
            Function::Constant(false)
        }
    });
    json!({
        "because": ground.because, "scope": ground.scope, "result": result(&verdicts),
        "parts": parts(evaluator, &ground.when),
    })
}

fn condition(evaluator: &mut Evaluator, when: &'static Condition) -> Value {
    json!({ "result": result(&evaluator.verdicts(when)), "parts": parts(evaluator, when) })
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

fn result(verdicts: &[Verdict]) -> &'static str {
    let every = |wanted| verdicts.iter().all(|verdict| *verdict == wanted);
    if every(Verdict::Holds) {
        "holds"
    } else if every(Verdict::Refuted) {
        "refuted"
    } else {
        "open"
    }
}
