//! What to ask next: which facts can still change the answer, under which question, in what order.

use std::cmp::Reverse;

use super::evaluation::Evaluation;
use crate::advise::decision::{DecidedAction, DecidedGround, DecidedProhibition, DecidedQuestion};
use crate::contract::advice::{Basis, ItemStatus, Scope, UrgencyLevel};
use crate::facts::{Asking, FactSet};
use crate::few::Few;
use crate::guidance::{ActionId, CompiledQuestion, GroundId, ProhibitionId};
use crate::index::IndexVec;

type Prohibitions = IndexVec<ProhibitionId, DecidedProhibition>;
type Actions = IndexVec<ActionId, DecidedAction>;

/// The facts that can still change what some item comes to (SEMANTICS 10.2).
pub(super) fn deciding(prohibitions: &Prohibitions, actions: &Actions) -> FactSet {
    let prohibitions = prohibitions.iter().map(|one| one.item.can_change);
    let actions = actions.iter().map(|one| one.item.can_change);
    prohibitions
        .chain(actions)
        .fold(FactSet::default(), FactSet::union)
}

/// Which questions are asked, for which facts, in what order (SEMANTICS 10.4, 10.5, 10.6, 10.8).
pub(super) fn plan(
    evaluation: &Evaluation<'_>,
    deciding: FactSet,
    prohibitions: &Prohibitions,
    actions: &Actions,
) -> Vec<DecidedQuestion> {
    let effects = Effects::of(evaluation, prohibitions, actions);
    let questions = evaluation.guidance.questions.iter_enumerated();
    let mut left = evaluation.facts.never_asked;
    let mut planned = Vec::with_capacity(evaluation.guidance.questions.len());
    for (id, question) in questions {
        let facts = to_fill(evaluation, question, deciding).intersection(left);
        if facts.is_empty() {
            continue;
        }
        left = left.without(facts);
        let effect = match question.rank {
            Some(_) => (0, 0),
            None => effects.of_answering(facts),
        };
        // What is equal keeps the order of the guidance (SEMANTICS 10.7).
        let place = (question.rank.is_none(), question.rank, Reverse(effect), id);
        planned.push((place, facts));
    }
    planned.sort_unstable_by_key(|(place, _)| *place);
    let questions = planned
        .into_iter()
        .map(|((.., id), facts)| DecidedQuestion {
            question: id,
            facts,
            consequences: Few::new(),
            adds_to: Few::new(),
        });
    questions.collect()
}

/// What answers can have an effect on.
struct Effects {
    /// The items that can still change.
    can_change: Asking,
    /// The protective items that are not certain, by the facts that can change them.
    open: Asking,
}

impl Effects {
    fn of(evaluation: &Evaluation<'_>, prohibitions: &Prohibitions, actions: &Actions) -> Self {
        let guidance = evaluation.guidance;
        let count = prohibitions.len() + actions.len();
        let mut effects = Self {
            can_change: Asking::of(count),
            open: Asking::of(count),
        };
        let prohibitions = prohibitions.iter().zip(&guidance.prohibitions);
        let prohibitions = prohibitions.map(|(one, words)| (&one.item, one.status, &words.core));
        let actions = actions.iter().zip(&guidance.actions);
        let actions = actions.map(|(one, words)| (&one.item, one.status, &words.core));
        for (place, (item, status, core)) in prohibitions.chain(actions).enumerate() {
            effects.can_change.add(place, item.can_change);
            let open = matches!(status, ItemStatus::Caution | ItemStatus::Precautionary);
            if open && core.protective {
                let facts = item.depends_on.intersection(item.can_change);
                effects.open.add(place, facts);
            }
        }
        effects
    }

    /// How many protective items that are not certain hang on these facts, and how many items they can settle.
    fn of_answering(&self, facts: FactSet) -> (u32, u32) {
        let count = |items: &Asking| items.any(facts).map(u64::count_ones).sum();
        (count(&self.open), count(&self.can_change))
    }
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
        if action.status != ItemStatus::Precautionary
            || depends_on.meets(evaluation.facts.unsettled())
        {
            continue;
        }
        let Some(first) = first_asking(questions, depends_on) else {
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
            let depends_on = evaluation.ground_depends_on(&guidance.grounds[*ground]);
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
