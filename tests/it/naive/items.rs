//! Prohibitions and actions as an answer shows them.

use serde::Serialize;
use serde_json::{Value, json};

use super::ask::Asked;
use super::decided::{Decided, Reason, Status};
use super::evaluator::Evaluator;
use super::interpretation::in_order;
use super::json::if_any;
use super::pack::Item;
use super::places::pending;
use super::reasons::{Held, held};
use super::summary::{best, urgency_of, voice};

/// What an action is called, and who does it.
pub(super) struct Wording {
    pub(super) title: &'static str,
    detail: Option<&'static str>,
    pub(super) actor: Option<&'static str>,
}

impl Wording {
    /// SEMANTICS 8.1.
    pub(super) fn of(evaluator: &mut Evaluator, item: &'static Item) -> Self {
        let mut rewordings = item.rewordings.iter();
        let reworded = rewordings.find(|words| evaluator.known(&words.once));
        let actor = reworded.and_then(|words| words.actor.as_deref());
        Self {
            title: reworded.map_or(&item.title, |words| &words.title),
            detail: reworded
                .map_or(&item.detail, |words| &words.detail)
                .as_deref(),
            actor: actor.or(item.actor.as_deref()),
        }
    }
}

/// Something to make sure of before doing an action.
#[derive(PartialEq, Serialize)]
pub(super) struct Caution {
    prohibition: &'static str,
    because: &'static str,
    citations: &'static [String],
}

/// SEMANTICS 8.6.
fn cautions(decided: &Decided, items: &[Decided]) -> Vec<Caution> {
    let cautioning = items.iter().filter(|other| {
        let holds = other.item.holds_back.contains(&decided.item.id);
        holds && other.status == Status::Caution
    });
    let words = cautioning.map(|other| {
        let caution = other.item.caution.as_ref().expect("a caution");
        Caution {
            prohibition: &other.item.id,
            because: &caution.says,
            citations: &caution.statements,
        }
    });
    words.collect()
}

/// The one ground that an item tells, and the statements that it cites: SEMANTICS 7.7.
fn told(decided: &Decided) -> Reason {
    let mut best = best(decided);
    let first = best.next().expect("an item shows a ground");
    let mut told = first.reason();
    for other in best.filter(|other| other.known) {
        for statement in other.reason().citations {
            if !told.citations.contains(&statement) {
                told.citations.push(statement);
            }
        }
    }
    told
}

pub(super) fn prohibition(decided: &Decided) -> Value {
    let item = decided.item;
    let Reason { because, citations } = told(decided);
    json!({
        "id": item.id, "title": item.title, "detail": item.detail, "status": decided.status.word(),
        "protects": item.protects, "lifted_when": item.lifted_says, "because": because, "citations": citations,
        "voice": voice(decided),
    })
}

/// An action to take now.
pub(super) fn action(evaluator: &mut Evaluator, decided: &Decided, items: &[Decided]) -> Value {
    let words = Wording::of(evaluator, decided.item);
    let Reason { because, citations } = told(decided);
    json!({
        "id": decided.item.id, "title": words.title, "detail": words.detail, "status": decided.status.word(),
        "actor": words.actor, "urgency": urgency_of(decided).word(), "because": because, "citations": citations,
        "voice": voice(decided), "cautions": if_any(&cautions(decided, items)),
        "contacts": if_any(&evaluator.interpreted.contacts(&decided.item.contacts)),
    })
}

/// An action that is pending or conditional: SEMANTICS 12.9.
pub(super) fn possible(
    evaluator: &mut Evaluator,
    decided: &Decided,
    items: &[Decided],
    asked: &[Asked],
) -> Value {
    let words = Wording::of(evaluator, decided.item);
    let Reason { because, citations } = told(decided);
    let question = pending(decided, asked).map(|place| &asked[place].question.id);
    let status = question.map_or(decided.status.word(), |_| "pending");
    json!({
        "id": decided.item.id, "title": words.title, "status": status, "actor": words.actor,
        "urgency": urgency_of(decided).word(), "depends_on": in_order(&decided.depends_on), "question": question,
        "because": because, "citations": citations, "voice": voice(decided),
        "cautions": if_any(&cautions(decided, items)),
    })
}

/// The withheld actions that the same step releases.
struct Group {
    held: Held,
    items: Vec<Value>,
    cautions: Vec<Caution>,
}

/// SEMANTICS 9.5, 8.6.
pub(super) fn waiting(
    evaluator: &mut Evaluator,
    withheld: &[&Decided],
    items: &[Decided],
) -> Vec<Value> {
    let mut groups: Vec<Group> = Vec::new();
    for decided in withheld {
        let words = Wording::of(evaluator, decided.item);
        let cautions = cautions(decided, items);
        let named: Vec<_> = cautions.iter().map(|one| one.prohibition).collect();
        let item =
            json!({ "id": decided.item.id, "title": words.title, "cautions": if_any(&named) });
        let held = held(evaluator, decided);
        let same = |group: &&mut Group| {
            (&group.held.until, group.held.release_hint) == (&held.until, held.release_hint)
        };
        let Some(group) = groups.iter_mut().find(same) else {
            groups.push(Group {
                held,
                items: vec![item],
                cautions,
            });
            continue;
        };
        group.items.push(item);
        for caution in cautions {
            if !group.cautions.contains(&caution) {
                group.cautions.push(caution);
            }
        }
    }
    let shown = groups.into_iter().map(|group| {
        json!({
            "until": group.held.until, "release_hint": group.held.release_hint, "items": group.items,
            "cautions": if_any(&group.cautions),
        })
    });
    shown.collect()
}
