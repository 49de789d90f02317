//! Questions as they are shown in the answer.

use super::items::Items;
use crate::advise::decision::DecidedQuestion;
use crate::contract::advice::{AddedGround, Basis, Question as QuestionAnswer};

/// The questions, in their order.
pub(super) fn questions<'g>(items: &mut Items<'_, 'g>) -> Vec<QuestionAnswer<'g>> {
    let asked = items.decision.questions.iter();
    asked.map(|asked| question(items, asked)).collect()
}

fn question<'g>(items: &mut Items<'_, 'g>, asked: &DecidedQuestion) -> QuestionAnswer<'g> {
    let guidance = items.decision.guidance;
    let question = &guidance.questions[asked.question];
    items.references.cite(&question.cites);
    let facts = question.facts.iter();
    let facts = facts.filter(|one| asked.facts.contains(one.fact));
    let settles = asked.settles.iter();
    let consequences = asked.consequences.iter();
    let adds_to = asked.adds_to.iter().map(|(action, ground)| AddedGround {
        item: &guidance.actions[*action].core.id,
        ground: &guidance.grounds[*ground].words(Basis::NotRuledOut).ground,
    });
    QuestionAnswer {
        id: &question.id,
        title: &question.title,
        detail: question.detail.as_ref(),
        facts: facts.map(|one| &one.words).collect(),
        settles: settles.map(|item| &*guidance.core(*item).id).collect(),
        consequences: consequences.filter_map(|id| items.action(*id)).collect(),
        adds_to: adds_to.collect(),
        citations: &question.citations,
        voice: question.voice,
    }
}
