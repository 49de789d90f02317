//! From interpreted facts to a decision: every rule of an answer is applied here, once, and the
//! decision holds what came of it.

mod card;
mod controls;
mod evaluation;
mod explanations;
mod items;
mod lines;
mod questions;
mod ranking;
mod standing;

use self::evaluation::Evaluation;
use self::items::UnheldItems;
use self::standing::Standing;
use super::decision::{DecidedQuestion, Decision, FirstMinute, Naming};
use super::derive::derive;
use super::interpret::Interpreted;
use crate::contract::advice::Completeness;
use crate::facts::{FactSet, Facts};
use crate::guidance::{ContactId, GapId, Guidance};

/// Decides what a body of guidance says of the stated facts, and what of it is seen first.
pub(super) fn decide<'g>(guidance: &'g Guidance, facts: &Facts) -> (Decision<'g>, FirstMinute<'g>) {
    decide_and(guidance, facts, |standing, questions, naming| {
        let controls = guidance.card.controls.iter();
        FirstMinute {
            card: card::card(guidance, standing, questions, naming),
            controls: controls.map(|control| standing.control(control)).collect(),
        }
    })
}

/// Decides the same, where nobody sees it: what stands where.
pub(super) fn decide_unseen<'g>(guidance: &'g Guidance, facts: &Facts) -> Decision<'g> {
    decide_and(guidance, facts, |_, _, _| ()).0
}

/// Decides, and whatever else is made of the decided items.
fn decide_and<'g, T>(
    guidance: &'g Guidance,
    facts: &Facts,
    and: impl FnOnce(Standing<'_>, &[DecidedQuestion], &Naming) -> T,
) -> (Decision<'g>, T) {
    let mut facts = Interpreted::of(guidance.vocabulary(), facts);
    derive(guidance, &mut facts);
    let evaluation = Evaluation::of(guidance, &facts);

    let gate_conditions = guidance
        .gate_conditions
        .map(|condition| evaluation.outcome(condition.when));
    let gates = guidance
        .gates
        .map(|gate| items::gate(&evaluation, &gate_conditions, gate));
    let grounds = guidance.grounds.map(|ground| evaluation.ground(ground));
    let items = UnheldItems::of(&evaluation, &grounds, &gates);
    let prohibitions = items.prohibitions();
    let mut actions = items.actions(&prohibitions);

    let ranking = ranking::rank(&actions);
    let deciding = questions::deciding(&prohibitions, &actions);
    let mut questions = questions::plan(&evaluation, deciding, &prohibitions, &actions);
    questions::pend(&evaluation, &ranking, &mut actions, &mut questions);
    questions::add_grounds(&evaluation, &ranking, &actions, &grounds, &mut questions);

    let explanations = explanations::explanations(&evaluation, &prohibitions, &actions);
    let completeness = completeness(&facts, deciding);

    let naming = Naming {
        area: facts.answer(guidance.vocabulary().jurisdiction()),
        not_named: not_named(&evaluation),
    };
    let standing = Standing {
        evaluation: &evaluation,
        prohibitions: &prohibitions,
        actions: &actions,
    };
    let also = and(standing, &questions, &naming);
    let decision = Decision {
        guidance,
        scope: evaluation.scope(),
        situations: guidance.situations.map(|one| evaluation.outcome(one.when)),
        gate_conditions,
        gates,
        grounds,
        prohibitions,
        actions,
        ranking,
        questions,
        explanations,
        gaps: gaps(&evaluation),
        naming,
        completeness,
        facts,
    };
    (decision, also)
}

/// The gaps of the scope whose condition is known (SEMANTICS 12.3).
fn gaps(evaluation: &Evaluation<'_>) -> Vec<GapId> {
    let gaps = evaluation.guidance.not_covered.iter_enumerated();
    gaps.filter(|(_, gap)| gap.scope == evaluation.scope() && evaluation.known(gap.when))
        .map(|(id, _)| id)
        .collect()
}

/// The contacts that are named nowhere: to turn to them is not safe in some interpretation (SEMANTICS 12.8).
fn not_named(evaluation: &Evaluation<'_>) -> Vec<ContactId> {
    let not_named = evaluation.guidance.not_named.iter();
    let not_named = not_named.filter(|one| evaluation.holds_somewhere(one.when));
    not_named
        .flat_map(|one| one.contacts.iter().copied())
        .collect()
}

/// Whether a fact that is still open could change the answer (SEMANTICS 13.1, 13.2, 13.3).
fn completeness(facts: &Interpreted<'_>, deciding: FactSet) -> Completeness {
    if deciding.meets(facts.never_asked) || facts.contradicts_itself() {
        Completeness::QuestionsRemain
    } else if deciding.meets(facts.asked_not_known) {
        Completeness::AllAsked
    } else {
        Completeness::Complete
    }
}
