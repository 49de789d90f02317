//! Why an item is what it is: its grounds, and why it is withheld.

use serde_json::{Value, json};

use super::decided::{Decided, DecidedGround, Reason, Status};
use super::evaluator::Evaluator;
use super::function::Verdict;
use super::interpretation::in_order;
use super::json::if_any;

/// What a withheld action waits for.
pub(super) struct Held {
    pub(super) until: String,
    pub(super) release_hint: Option<&'static str>,
    because: Vec<Reason>,
}

/// SEMANTICS 12.10. What is possible tells itself what it depends on.
pub(super) fn reasons(evaluator: &mut Evaluator, decided: &Decided, possible: bool) -> Value {
    let known = decided.grounds.iter().filter(|ground| ground.known);
    let open = decided.grounds.iter().filter(|ground| !ground.known);
    // SEMANTICS 7.3.
    let grounds: Vec<_> = known.chain(open).map(ground).collect();
    let withheld = decided.status == Status::Withheld;
    let held = withheld.then(|| held(evaluator, decided));
    let because = held.map_or(Vec::new(), |held| held.because);
    let depends_on = if possible {
        Vec::new()
    } else {
        in_order(&decided.depends_on)
    };
    json!({
        "item": decided.item.id, "depends_on": if_any(&depends_on), "grounds": grounds,
        "withheld_because": if_any(&because), "holds_back": if_any(&decided.item.holds_back),
    })
}

fn ground(decided: &DecidedGround) -> Value {
    let ground = decided.ground;
    let basis = if decided.known {
        "known"
    } else {
        "not_ruled_out"
    };
    json!({
        "because": ground.because, "citations": ground.statements, "strength": ground.strength,
        "urgency": ground.urgency, "basis": basis, "voice": ground.voice, "note": ground.note,
    })
}

/// What a withheld action waits for: its gate, or else the prohibitions that hold it back.
pub(super) fn held(evaluator: &mut Evaluator, decided: &Decided) -> Held {
    let mut held = if decided.gate_open {
        // SEMANTICS 8.4.
        let holding = || decided.held_back_by.iter();
        let mut lifts =
            holding().filter_map(|(one, _)| one.lifted_short.as_ref().or(one.lifted_says.as_ref()));
        let mut hints = holding().filter_map(|(one, _)| one.release_hint.as_deref());
        Held {
            until: lifts.next().expect("what lifts one of them").clone(),
            release_hint: hints.next(),
            because: holding().flat_map(|(_, reasons)| reasons.clone()).collect(),
        }
    } else {
        held_by_gate(evaluator, decided)
    };
    // SEMANTICS 8.5.
    let mut escalates = decided.item.escalates_when.iter();
    if let Some(escalation) = escalates.find(|escalation| evaluator.known(&escalation.once)) {
        held.release_hint = Some(&escalation.release_hint);
    }
    held
}

fn held_by_gate(evaluator: &mut Evaluator, decided: &Decided) -> Held {
    let gate = decided.item.gate.as_deref();
    let alternatives = evaluator.within_reach(gate.expect("a gate that is not open"));
    // SEMANTICS 8.2.
    let mut until: Vec<&str> = Vec::new();
    for alternative in &alternatives {
        if !until.contains(&alternative.until()) {
            until.push(alternative.until());
        }
    }
    // SEMANTICS 8.3.
    let mut because: Vec<Reason> = Vec::new();
    for condition in alternatives.iter().flat_map(|one| &one.conditions) {
        let verdicts = evaluator.verdicts(&condition.when);
        let every = |wanted| verdicts.iter().all(|verdict| *verdict == wanted);
        if every(Verdict::Holds) {
            continue;
        }
        let words = if every(Verdict::Refuted) {
            &condition.refuted
        } else {
            &condition.not_known
        };
        let reason = Reason::new(words, &condition.statements);
        if !because.contains(&reason) {
            because.push(reason);
        }
    }
    if !evaluator.interpreted.contradictory.is_empty() {
        let words = "Some answers contradict each other. Settle them first.";
        because.push(Reason::new(words, &[]));
    }
    Held {
        until: until.join("; or "),
        release_hint: Some(&alternatives[0].release_hint),
        because,
    }
}
