//! What to ask next: which facts can still change the answer, under which question, in what order.

use std::cmp::Reverse;

use super::evaluation::Evaluation;
use crate::advise::decision::{
    DecidedAction, DecidedGround, DecidedItem, DecidedProhibition, DecidedQuestion,
};
use crate::contract::advice::{Basis, ItemStatus, Scope, UrgencyLevel};
use crate::facts::FactSet;
use crate::guidance::{ActionId, CompiledQuestion, GroundId, ItemId, ProhibitionId};
use crate::index::IndexVec;

type Prohibitions = IndexVec<ProhibitionId, DecidedProhibition>;
type Actions = IndexVec<ActionId, DecidedAction>;

/// Every item with what is decided of it.
fn items<'d>(
    prohibitions: &'d Prohibitions,
    actions: &'d Actions,
) -> impl Iterator<Item = (ItemId, &'d DecidedItem, ItemStatus)> {
    let prohibitions = prohibitions.iter_enumerated();
    let prohibitions =
        prohibitions.map(|(id, one)| (ItemId::Prohibition(id), &one.item, one.status));
    let actions = actions.iter_enumerated();
    let actions = actions.map(|(id, one)| (ItemId::Action(id), &one.item, one.status));
    prohibitions.chain(actions)
}

/// The facts that can still change what some item comes to (SEMANTICS 10.2).
pub(super) fn deciding(prohibitions: &Prohibitions, actions: &Actions) -> FactSet {
    items(prohibitions, actions).fold(FactSet::default(), |all, (_, item, _)| {
        all.union(item.can_change)
    })
}

/// Which questions are asked, for which facts, in what order (SEMANTICS 10.4, 10.5, 10.6, 10.8).
pub(super) fn plan(
    evaluation: &Evaluation<'_>,
    deciding: FactSet,
    prohibitions: &Prohibitions,
    actions: &Actions,
) -> Vec<DecidedQuestion> {
    let items: Vec<_> = items(prohibitions, actions).collect();
    let mut questions = Vec::with_capacity(evaluation.guidance.questions.len());
    let mut left = evaluation.facts.never_asked;
    for (id, question) in evaluation.guidance.questions.iter_enumerated() {
        let facts = to_fill(evaluation, question, deciding).intersection(left);
        if !facts.is_empty() {
            left = left.without(facts);
            let settled = items
                .iter()
                .filter(|(_, item, _)| item.can_change.meets(facts));
            let hanging = items.iter().filter(|(id, item, status)| {
                matches!(status, ItemStatus::Caution | ItemStatus::Precautionary)
                    && evaluation.guidance.core(*id).protective
                    && item.depends_on.meets(facts)
            });
            questions.push(DecidedQuestion {
                question: id,
                facts,
                settles: settled.map(|(id, ..)| *id).collect(),
                hanging: hanging.count(),
                consequences: Vec::new(),
                adds_to: Vec::new(),
            });
        }
    }
    // What is equal keeps the order of the guidance (SEMANTICS 10.7).
    questions.sort_by_key(|asked| {
        let rank = evaluation.guidance.questions[asked.question].rank;
        let effect = match rank {
            Some(_) => (0, 0),
            None => (asked.hanging, asked.settles.len()),
        };
        (rank.is_none(), rank, Reverse(effect))
    });
    questions
}

/// The facts that a question asks for, where it applies: one that is asked until it is answered, in an
/// incident, for all that it stands for; any other for what decides (SEMANTICS 10.3, 10.4).
fn to_fill(evaluation: &Evaluation<'_>, question: &CompiledQuestion, deciding: FactSet) -> FactSet {
    if question.when.is_some_and(|when| !evaluation.known(when)) {
        FactSet::default()
    } else if question.until_answered && evaluation.scope() == Scope::Incident {
        question.fact_set
    } else {
        question.fact_set.intersection(deciding)
    }
}

/// Puts each precautionary action that rests only on what nobody has asked under the first question for
/// one of these facts: it is pending there (SEMANTICS 11.1, 11.3). What is always listed stays where it is (SEMANTICS 11.4).
pub(super) fn pend(
    evaluation: &Evaluation<'_>,
    ranking: &[ActionId],
    actions: &mut Actions,
    questions: &mut [DecidedQuestion],
) {
    for id in ranking {
        let action = &mut actions[*id];
        let depends_on = action.item.depends_on;
        let pends = action.status == ItemStatus::Precautionary
            && !depends_on.meets(evaluation.facts.unsettled());
        let asking = first_asking(questions, depends_on);
        let Some(first) = asking.filter(|_| pends) else {
            continue;
        };
        if evaluation.guidance.actions[*id].always_listed {
            action.raises_answer = UrgencyLevel::Standard;
        } else {
            action.status = ItemStatus::Pending;
            action.pending_question = Some(first.question);
            first.consequences.push(*id);
        }
    }
}

/// Puts each open ground of a protective action that is recommended already under the first question for a
/// fact that the ground depends on (SEMANTICS 11.2, 11.3).
pub(super) fn add_grounds(
    evaluation: &Evaluation<'_>,
    ranking: &[ActionId],
    actions: &Actions,
    grounds: &IndexVec<GroundId, DecidedGround>,
    questions: &mut [DecidedQuestion],
) {
    let guidance = evaluation.guidance;
    for id in ranking {
        let item = &guidance.actions[*id].core;
        if !item.protective || actions[*id].status != ItemStatus::Recommended {
            continue;
        }
        let open = item
            .grounds
            .iter()
            .filter(|ground| grounds[**ground].basis == Some(Basis::NotRuledOut));
        for ground in open {
            let depends_on = evaluation.depends_on(guidance.grounds[*ground].when);
            if let Some(first) = first_asking(questions, depends_on) {
                first.adds_to.push((*id, *ground));
            }
        }
    }
}

/// The first question that asks for one of the facts.
fn first_asking(questions: &mut [DecidedQuestion], facts: FactSet) -> Option<&mut DecidedQuestion> {
    questions.iter_mut().find(|asked| asked.facts.meets(facts))
}
