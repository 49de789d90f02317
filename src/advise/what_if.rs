//! What each answer that could be stated would change: each is tried, and the statuses compared.

use super::reading::{Understood, contradicting, value};
use super::standing::Judged;
use super::statuses::statuses;
use crate::contract::advice::{ItemStatus, Move, PossibleAnswer, Question, WhatIf};
use crate::contract::fact::UNKNOWN;
use crate::contract::incident::{FactId, Facts, Stated};
use crate::guidance::Guidance;

/// What each answer would change that could be stated beside these facts. `questions` are those of
/// the answer to them.
pub(super) fn what_if<'g>(
    guidance: &'g Guidance,
    facts: &Facts,
    questions: &[Question<'g>],
) -> Vec<WhatIf<'g>> {
    let now = standing(guidance, facts);
    let mut what_if = Vec::new();
    for fact in FactId::all() {
        let answers: Vec<_> = others(facts, fact)
            .map(|stated| possible(guidance, facts, &now, (fact, stated)))
            .collect();
        if answers.iter().any(|answer| !answer.moves.is_empty()) {
            what_if.push(WhatIf {
                fact: fact.fact().name,
                question: asks_for(questions, fact),
                answers,
            });
        }
    }
    what_if
}

/// What could be stated about a fact instead, as a form offers it.
fn others(facts: &Facts, fact: FactId) -> impl Iterator<Item = Stated> {
    let now = facts.stated(fact);
    let answers = fact.answers().iter().map(Stated::Answer);
    let all: Vec<_> = answers.chain([Stated::Unknown]).collect();
    all.into_iter().filter(move |stated| *stated != now)
}

fn possible<'g>(
    guidance: &'g Guidance,
    facts: &Facts,
    now: &[(&'g str, ItemStatus)],
    (fact, stated): (FactId, Stated),
) -> PossibleAnswer<'g> {
    let mut supposed = *facts;
    supposed.state(fact, stated);
    let then = standing(guidance, &supposed);
    let moves = now.iter().zip(then).filter_map(|((item, from), (_, to))| {
        let from = *from;
        (from != to).then_some(Move { item, from, to })
    });
    let contradicts = contradicting(&supposed, fact).iter();
    PossibleAnswer {
        answer: match stated {
            Stated::Answer(answer) => value(fact, answer),
            Stated::Unknown | Stated::NotAsked => UNKNOWN,
        },
        contradicts: contradicts.map(|other| other.fact().name).collect(),
        moves: moves.collect(),
    }
}

fn standing<'g>(guidance: &'g Guidance, facts: &Facts) -> Vec<(&'g str, ItemStatus)> {
    statuses(&Judged::new(guidance, Understood::of(facts)))
}

/// The question that asks for a fact.
fn asks_for<'g>(questions: &[Question<'g>], fact: FactId) -> Option<&'g str> {
    let name = fact.fact().name;
    let mut questions = questions.iter();
    let asking = questions.find(|question| question.facts.iter().any(|open| open.fact == name));
    asking.map(|question| question.id)
}
