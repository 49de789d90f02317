//! From interpreted facts to a decision: every rule of an answer is applied here, once, and the
//! decision holds what came of it.

mod evaluation;
mod explanations;
mod items;
mod questions;
mod ranking;

use self::evaluation::Evaluation;
use super::decision::Decision;
use super::interpret::Interpreted;
use crate::contract::advice::Completeness;
use crate::facts::{FactSet, Facts};
use crate::guidance::{GapId, Guidance};

/// Decides what a body of guidance says of the stated facts.
pub(super) fn decide<'g>(guidance: &'g Guidance, facts: &Facts) -> Decision<'g> {
    let facts = Interpreted::of(guidance.vocabulary(), facts);
    let evaluation = Evaluation::of(guidance, &facts);

    let gate_conditions = guidance
        .gate_conditions
        .map(|condition| evaluation.outcome(condition.when));
    let open_gates = items::open_gates(guidance, &facts, &gate_conditions);
    let grounds = guidance.grounds.map(|ground| evaluation.ground(ground));
    let prohibitions = items::prohibitions(&evaluation, &grounds);
    let mut actions = items::actions(&evaluation, &grounds, &prohibitions, &open_gates);

    let ranking = ranking::rank(&actions);
    let deciding = questions::deciding(&prohibitions, &actions);
    let mut questions = questions::plan(&evaluation, deciding, &prohibitions, &actions);
    questions::pend(&evaluation, &ranking, &mut actions, &mut questions);
    questions::add_grounds(&evaluation, &ranking, &actions, &grounds, &mut questions);

    let explanations = explanations::explanations(&evaluation, &prohibitions, &actions);
    let completeness = completeness(&facts, deciding);
    Decision {
        guidance,
        scope: evaluation.scope(),
        situations: guidance.situations.map(|one| evaluation.outcome(one.when)),
        gate_conditions,
        open_gates,
        grounds,
        prohibitions,
        actions,
        ranking,
        questions,
        explanations,
        gaps: gaps(&evaluation),
        completeness,
        facts,
    }
}

/// The gaps of the scope whose condition is known (SEMANTICS 12.3).
fn gaps(evaluation: &Evaluation<'_>) -> Vec<GapId> {
    let gaps = evaluation.guidance.not_covered.iter_enumerated();
    gaps.filter(|(_, gap)| gap.scope == evaluation.scope() && evaluation.known(gap.when))
        .map(|(id, _)| id)
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
