//! Questions as they are shown in the answer.

use super::items::title;
use crate::advise::decision::{DecidedCard, DecidedQuestion, Decision};
use crate::contract::advice::{AskNext, IfNotKnown, Question as QuestionAnswer, Scope};
use crate::contract::prerendered::Text;
use crate::contract::write_json::IfAny;

/// The most questions of an answer (SEMANTICS 10.9).
const MOST: usize = 5;

/// What is read before any question: in an incident, what the last pack says that says it (SEMANTICS 10.10).
pub(super) fn how_to_ask<'g>(decision: &Decision<'g>) -> Option<&'g Text> {
    let asked = decision.scope == Scope::Incident && !decision.questions.is_empty();
    let mut editions = decision.guidance.editions.iter().rev();
    asked.then(|| editions.find_map(|edition| edition.how_to_ask.as_ref()))?
}

/// What to ask next: first what the card asks, then the others in their order (SEMANTICS 10.9).
pub(super) fn next<'g>(decision: &Decision<'g>, card: &DecidedCard<'g>) -> Vec<AskNext<'g>> {
    let questions = || decision.questions.iter();
    let on_card = card.ask.iter();
    let on_card =
        on_card.filter_map(|ask| questions().find(|asked| asked.question == ask.question));
    let others =
        questions().filter(|asked| card.ask.iter().all(|ask| ask.question != asked.question));
    let next = on_card.chain(others).take(MOST);
    next.map(|asked| ask_next(decision, asked)).collect()
}

fn ask_next<'g>(decision: &Decision<'g>, asked: &DecidedQuestion) -> AskNext<'g> {
    let guidance = decision.guidance;
    let question = &guidance.questions[asked.question];
    let facts = question.facts.iter();
    let facts = facts.filter(|one| asked.facts.contains(one.fact));
    let consequences = asked.consequences.iter().map(|id| {
        let action = &guidance.actions[*id];
        IfNotKnown {
            id: &action.core.id,
            title: title(action, &decision.actions[*id]),
        }
    });
    AskNext {
        id: &question.id,
        title: &question.title,
        facts: facts.map(|one| &one.to_ask).collect(),
        if_not_known: consequences.collect(),
    }
}

/// Every question, in its order.
pub(super) fn all<'g>(decision: &Decision<'g>) -> Vec<QuestionAnswer<'g>> {
    let asked = decision.questions.iter();
    asked.map(|asked| question(decision, asked)).collect()
}

fn question<'g>(decision: &Decision<'g>, asked: &DecidedQuestion) -> QuestionAnswer<'g> {
    let guidance = decision.guidance;
    let question = &guidance.questions[asked.question];
    let facts = question.facts.iter();
    let facts = facts.filter(|one| asked.facts.contains(one.fact));
    let settles = decision.settled_by(asked.facts);
    let consequences = asked.consequences.iter();
    let mut adds_to: IfAny<&str> = IfAny::default();
    for (action, _) in &asked.adds_to {
        let id = guidance.actions[*action].core.id.as_str();
        if adds_to.last() != Some(&id) {
            adds_to.push(id);
        }
    }
    QuestionAnswer {
        id: &question.id,
        title: &question.title,
        detail: question.detail.as_ref(),
        facts: facts.map(|one| &one.words).collect(),
        settles: settles.map(|item| &*guidance.core(item).id).collect(),
        consequences: consequences
            .map(|id| &*guidance.actions[*id].core.id)
            .collect(),
        adds_to,
        citations: &question.citations,
        voice: question.voice,
    }
}
