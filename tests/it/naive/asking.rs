//! The questions of an answer: the next ones, and all with what hangs on them.

use serde_json::{Value, json};

use super::ask::{Asked, first_about};
use super::decided::{Decided, Status, protective};
use super::evaluator::Evaluator;
use super::facts::offered;
use super::items::Wording;
use super::json::if_any;
use super::places::Places;

/// How many are asked at most.
const NEXT: usize = 5;

/// SEMANTICS 10.9. `first` are those that the card asks.
pub(super) fn next(
    evaluator: &mut Evaluator,
    asked: &[Asked],
    places: &Places,
    first: &[&str],
) -> Vec<Value> {
    let place = |id: &&str| asked.iter().position(|one| one.question.id == **id);
    let first: Vec<usize> = first.iter().filter_map(place).collect();
    let others = (0..asked.len()).filter(|place| !first.contains(place));
    let next = first.iter().copied().chain(others).take(NEXT);
    let shown = next.map(|place| {
        let Asked {
            question, facts, ..
        } = &asked[place];
        let facts: Vec<_> = facts.iter().map(|fact| to_fill(fact)).collect();
        let under = places.under(place, asked).into_iter().map(|decided| {
            let words = Wording::of(evaluator, decided.item);
            json!({ "id": decided.item.id, "title": words.title })
        });
        let under: Vec<_> = under.collect();
        json!({ "id": question.id, "title": question.title, "facts": facts, "if_not_known": if_any(&under) })
    });
    shown.collect()
}

pub(super) fn all(asked: &[Asked], places: &Places) -> Vec<Value> {
    let shown = asked.iter().enumerate().map(|(place, this)| {
        let facts: Vec<_> = this.facts.iter().map(|fact| json!({ "fact": fact })).collect();
        let under = places.under(place, asked);
        let under: Vec<_> = under.iter().map(|decided| &decided.item.id).collect();
        let question = this.question;
        json!({
            "id": question.id, "title": question.title, "detail": question.detail, "facts": facts,
            "settles": this.settles, "consequences": if_any(&under), "adds_to": if_any(&added(asked, place, places)),
            "citations": question.statements, "voice": question.voice,
        })
    });
    shown.collect()
}

/// A fact and the values to choose from.
fn to_fill(fact: &'static str) -> Value {
    json!({ "fact": fact, "answers": offered(fact) })
}

/// A fact and what a screen offers, without the labels.
pub(super) fn labelled(fact: &'static str) -> Value {
    let answers = offered(fact).into_iter();
    let answers: Vec<_> = answers.map(|value| json!({ "value": value })).collect();
    json!({ "fact": fact, "answers": answers })
}

/// The items that get a further ground by a question: SEMANTICS 11.2, 11.3.
fn added<'i>(asked: &[Asked], place: usize, places: &Places<'i>) -> Vec<&'i String> {
    let recommended =
        |decided: &&Decided| decided.status == Status::Recommended && protective(decided.item);
    let adds = |decided: &&Decided| {
        let mut open = decided.grounds.iter().filter(|ground| !ground.known);
        open.any(|ground| first_about(asked, &ground.facts) == Some(place))
    };
    let acting = places.acting.iter().copied();
    let added = acting.filter(recommended).filter(adds);
    added.map(|decided| &decided.item.id).collect()
}
