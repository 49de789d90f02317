//! What to ask next, and in which order.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::decided::{Decided, Status, protective};
use super::evaluator::Evaluator;
use super::pack::Question;

/// The ranks of questions, in their order.
pub(super) const RANKS: [&str; 4] = ["life", "contact", "home", "telling"];

/// A question that is asked.
pub(super) struct Asked {
    pub(super) question: &'static Question,
    pub(super) facts: Vec<&'static str>,
    pub(super) settles: Vec<&'static str>,
}

/// The facts on which what some item comes to still depends: SEMANTICS 10.2.
pub(super) fn deciding(items: &[Decided]) -> BTreeSet<&'static str> {
    items
        .iter()
        .flat_map(|decided| decided.settled_by.iter().copied())
        .collect()
}

/// SEMANTICS 10.3, 10.4, 10.8.
pub(super) fn questions(evaluator: &mut Evaluator, items: &[Decided]) -> Vec<Asked> {
    let interpreted = evaluator.interpreted;
    let incident = interpreted.scope() == "incident";
    let deciding = deciding(items);
    let mut taken = BTreeSet::new();
    let mut asked = Vec::new();
    for question in &interpreted.pack.questions {
        if !evaluator.known(&question.when) {
            continue;
        }
        let mut facts = Vec::new();
        for fact in question.facts.iter().map(String::as_str) {
            let wanted = incident && question.until_answered || deciding.contains(fact);
            if wanted && interpreted.never_asked(fact) && taken.insert(fact) {
                facts.push(fact);
            }
        }
        if !facts.is_empty() {
            // SEMANTICS 10.5.
            let settled = items
                .iter()
                .filter(|decided| depends(&decided.settled_by, &facts));
            let settles = settled.map(|decided| decided.item.id.as_str()).collect();
            asked.push(Asked {
                question,
                facts,
                settles,
            });
        }
    }
    // SEMANTICS 10.7.
    asked.sort_by_key(|asked| {
        let rank = RANKS.iter().position(|rank| asked.question.rank == *rank);
        let without = rank
            .is_none()
            .then(|| (Reverse(hanging(asked, items)), Reverse(asked.settles.len())));
        (rank.unwrap_or(RANKS.len()), without)
    });
    asked
}

/// How many items hang on the question: SEMANTICS 10.6.
fn hanging(asked: &Asked, items: &[Decided]) -> usize {
    let open = items.iter().filter(|decided| {
        protective(decided.item) && !decided.certain && decided.status != Status::Absent
    });
    let hangs = |decided: &&Decided| {
        let mut facts = asked.facts.iter();
        facts.any(|fact| decided.trigger_facts.contains(fact) && decided.settled_by.contains(fact))
    };
    open.filter(hangs).count()
}

/// The first question that has one of the facts.
pub(super) fn first_about(questions: &[Asked], facts: &BTreeSet<&'static str>) -> Option<usize> {
    questions
        .iter()
        .position(|asked| depends(facts, &asked.facts))
}

fn depends(on: &BTreeSet<&'static str>, facts: &[&'static str]) -> bool {
    facts.iter().any(|fact| on.contains(fact))
}
