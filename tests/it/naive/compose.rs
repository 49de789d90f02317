//! The naive answer to an incident.

use std::ptr;

use serde_json::{Value, json};

use super::ask::questions;
use super::asking;
use super::decided::Decided;
use super::evaluator::Evaluator;
use super::first_minute::FirstMinute;
use super::interpretation::{Incident, Interpreted};
use super::items::{action, possible, prohibition, waiting};
use super::json::{if_any, without_nulls};
use super::memo::Memo;
use super::pack::Pack;
use super::places::Places;
use super::reasons::reasons;
use super::rests_on::{contacts, contradictions, counted, receipt, sources};
use super::summary::{completeness, urgency};

/// The answer with every member that `all` adds.
pub(super) fn answer(pack: &'static Pack, incident: &Incident, memo: &mut Memo) -> Value {
    let interpreted = Interpreted::of(pack, incident);
    let mut evaluator = Evaluator {
        interpreted: &interpreted,
        memo,
    };
    let items = evaluator.items();
    let asked = questions(&mut evaluator, &items);
    let places = Places::of(&mut evaluator, &items, &asked);
    let mut minute = FirstMinute {
        evaluator: &mut evaluator,
        items: &items,
        asked: &asked,
    };
    let (card, controls) = (minute.card(), minute.controls());

    let prohibitions = places.prohibited.iter().map(|one| prohibition(one));
    let prohibitions: Value = prohibitions.collect();
    let acting = places.acting.iter();
    let actions: Value = acting
        .map(|one| action(&mut evaluator, one, &items))
        .collect();
    let waiting = Value::from(waiting(&mut evaluator, &places.withheld, &items));
    let next = asking::next(&mut evaluator, &asked, &places, &card.asks);
    let not_covered = not_covered(&mut evaluator);
    let contacts = contacts(pack, &[&card.shown, &actions, &not_covered]);

    let is_possible = |one: &Decided| places.possible.iter().any(|other| ptr::eq(*other, one));
    let reasons: Vec<_> = places
        .all()
        .map(|one| reasons(&mut evaluator, one, is_possible(one)))
        .collect();
    let open = places.possible.iter();
    let possible: Vec<_> = open
        .map(|one| possible(&mut evaluator, one, &items, &asked))
        .collect();
    let all_questions = asking::all(&asked, &places);
    let explanations = explanations(&mut evaluator, &places);
    let contradictions = contradictions(&interpreted);
    let facts = json!({
        "counted": counted(&interpreted), "contradictions": if_any(&contradictions),
        "situations": situations(&mut evaluator),
    });
    let grounds = reasons.iter().map(|one| one["grounds"].as_array());
    // SEMANTICS 10.10.
    let mut heads = pack
        .editions
        .iter()
        .filter_map(|one| one.how_to_ask.as_ref());
    let asks = !asked.is_empty() && interpreted.scope() == "incident";
    let head = heads.next_back().filter(|_| asks);
    let mut answer = json!({
        "scope": interpreted.scope(),
        "urgency": urgency(&places.acting, &asked),
        "danger": card.danger,
        "card": card.shown,
        "controls": controls,
        "prohibitions": prohibitions,
        "actions": actions,
        "waiting": waiting,
        "how_to_ask": head,
        "questions": next,
        "contacts": contacts,
        "contradictions": contradictions.iter().take(3).collect::<Vec<_>>(),
        "not_covered": not_covered,
        "completeness": completeness(&interpreted, &items),
        "left_out": {
            // SEMANTICS 12.12, 12.14.
            "reasons": grounds.flatten().map(Vec::len).sum::<usize>(),
            "possible": possible.len(),
            "all_questions": all_questions.len(),
            "explanations": explanations.len(),
        },
        "receipt": receipt(&interpreted),
        "reasons": reasons,
        "possible": possible,
        "all_questions": all_questions,
        "explanations": explanations,
    });
    let sources = sources(pack, &[&answer, &facts]);
    answer["left_out"]["sources"] = json!(sources["statements"].as_array().map(Vec::len));
    answer["left_out"]["facts"] = json!(facts["counted"].as_array().map(Vec::len));
    answer["sources"] = sources;
    answer["facts"] = facts;
    without_nulls(&mut answer);
    answer
}

/// SEMANTICS 12.1.
fn situations(evaluator: &mut Evaluator) -> Vec<Value> {
    let incident = evaluator.interpreted.scope() == "incident";
    let situations = evaluator.interpreted.pack.situations.iter();
    let known = situations.filter(|one| incident && evaluator.known(&one.when));
    let shown =
        known.map(|one| json!({ "id": one.id, "title": one.title, "citations": one.statements }));
    shown.collect()
}

/// SEMANTICS 12.3.
fn not_covered(evaluator: &mut Evaluator) -> Value {
    let interpreted = evaluator.interpreted;
    let gaps = interpreted.pack.not_covered.iter();
    let known = gaps.filter(|gap| gap.scope == interpreted.scope() && evaluator.known(&gap.when));
    let shown = known.map(|gap| {
        let contacts = interpreted.contacts(&gap.contacts);
        json!({ "id": gap.id, "title": gap.title, "detail": gap.detail, "contacts": contacts })
    });
    shown.collect()
}

/// SEMANTICS 12.2.
fn explanations(evaluator: &mut Evaluator, places: &Places) -> Vec<Value> {
    let scope = evaluator.interpreted.scope();
    let mut found = Vec::new();
    let explanations = evaluator.interpreted.pack.explanations.iter();
    for one in explanations.filter(|one| one.scope == scope) {
        let stands = |id: &&String| places.explained().any(|decided| decided.item.id == **id);
        let explains: Vec<_> = one.explains.iter().filter(stands).collect();
        if !explains.is_empty() && evaluator.known(&one.when) {
            found.push(json!({
                "id": one.id, "title": one.title, "detail": one.detail, "explains": explains,
                "citations": one.statements, "voice": one.voice, "note": one.note,
            }));
        }
    }
    found
}
