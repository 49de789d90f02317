//! What to ask next, and in which order.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::judge::Judge;
use super::judged::{Judged, Status, protective};
use super::pack::Question;

/// A question that is asked.
pub(super) struct Asked {
    pub(super) question: &'static Question,
    pub(super) facts: Vec<&'static str>,
    pub(super) settles: Vec<&'static str>,
}

/// The facts on which an item still depends.
pub(super) fn deciding(items: &[Judged]) -> BTreeSet<&'static str> {
    items
        .iter()
        .flat_map(|judged| judged.settled_by.iter().copied())
        .collect()
}

pub(super) fn questions(judge: &mut Judge, items: &[Judged]) -> Vec<Asked> {
    let understood = judge.understood;
    let incident = understood.scope() == "incident";
    let deciding = deciding(items);
    let mut taken = BTreeSet::new();
    let mut asked = Vec::new();
    for question in &understood.pack.questions {
        if !judge.known(&question.when) {
            continue;
        }
        let mut facts = Vec::new();
        for fact in question.facts.iter().map(String::as_str) {
            let wanted = incident && question.until_answered || deciding.contains(fact);
            if wanted && understood.never_asked(fact) && taken.insert(fact) {
                facts.push(fact);
            }
        }
        if !facts.is_empty() {
            let settled = items
                .iter()
                .filter(|judged| depends(&judged.settled_by, &facts));
            let settles = settled.map(|judged| judged.item.id.as_str()).collect();
            asked.push(Asked {
                question,
                facts,
                settles,
            });
        }
    }
    asked.sort_by_key(|asked| {
        let first = asked.question.rank == "first";
        (
            !first,
            Reverse(hanging(asked, items)),
            Reverse(asked.settles.len()),
        )
    });
    asked
}

/// How many protective items that are not certain hang on the question.
fn hanging(asked: &Asked, items: &[Judged]) -> usize {
    let open = items.iter().filter(|judged| {
        protective(judged.item) && !judged.certain && judged.status != Status::Absent
    });
    open.filter(|judged| depends(&judged.trigger_facts, &asked.facts))
        .count()
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
