//! A decision as the answer says it: ready pieces of the guidance, in reading order.

mod card;
mod cited;
mod contacts;
mod items;
mod questions;
mod reasons;
mod receipt;
mod urgency;
mod waiting;

use self::cited::CitedStatements;
use self::contacts::ContactsNamed;
use super::decision::{Decision, FirstMinute};
use super::interpret::{Contradicting, Counted};
use crate::contract::advice::{
    Advice, Contradiction, Explanation, LeftOut, NotCovered, UnderstoodFacts,
};
use crate::contract::incident::{CountedFact, Incident, StatedAnswer};
use crate::contract::include::Include;
use crate::facts::{UNKNOWN, Vocabulary};
use crate::guidance::ItemId;

/// The most contradictions of an answer: others may be settled with them (SEMANTICS 2.6).
const FIRST_TO_SETTLE: usize = 3;

/// The answer that a decision on an incident makes, with what it asks for of what is told on request (SEMANTICS 12.14).
pub(super) fn render<'g>(
    decision: &Decision<'g>,
    first_minute: &FirstMinute<'g>,
    incident: &Incident,
) -> Advice<'g> {
    let guidance = decision.guidance;
    let mut contacts = ContactsNamed::of(decision);
    let card = card::card(decision, &first_minute.card, &mut contacts);
    let actions = items::actions(decision, &mut contacts);
    let not_covered = not_covered(decision, &mut contacts);
    let cited = CitedStatements::by(decision);
    let asked_for = |what| incident.includes(what).then_some(());
    Advice {
        scope: decision.scope,
        urgency: urgency::urgency(decision),
        danger: first_minute.card.state,
        card,
        controls: card::controls(decision, &first_minute.controls),
        prohibitions: items::prohibitions(decision),
        actions,
        waiting: waiting::waiting(decision),
        how_to_ask: questions::how_to_ask(decision),
        questions: questions::next(decision, &first_minute.card),
        contacts: contacts.named(),
        contradictions: contradictions(decision).take(FIRST_TO_SETTLE).collect(),
        not_covered,
        completeness: decision.completeness,
        left_out: left_out(decision, &cited),
        receipt: receipt::receipt(guidance, &incident.facts),
        reasons: asked_for(Include::Reasons).map(|()| reasons::reasons(decision)),
        possible: asked_for(Include::Possible).map(|()| items::possible(decision)),
        all_questions: asked_for(Include::AllQuestions).map(|()| questions::all(decision)),
        explanations: asked_for(Include::Explanations).map(|()| explanations(decision)),
        sources: asked_for(Include::Sources).map(|()| cited.sources(decision)),
        facts: asked_for(Include::Facts).map(|()| understood(decision)),
        what_if: None,
        trace: None,
    }
}

/// How much each word of `include` adds (SEMANTICS 12.12).
fn left_out(decision: &Decision<'_>, cited: &CitedStatements) -> LeftOut {
    LeftOut {
        reasons: cited.grounds,
        possible: items::possible_actions(decision).count(),
        all_questions: decision.questions.len(),
        explanations: decision.explanations.len(),
        sources: cited.statements(),
        facts: decision.facts.counted.len(),
    }
}

/// How the facts were understood (SEMANTICS 2.7, 12.1).
fn understood<'g>(decision: &Decision<'g>) -> UnderstoodFacts<'g> {
    let guidance = decision.guidance;
    let counted = decision.facts.counted.iter();
    let situations = decision.known_situations();
    UnderstoodFacts {
        counted: counted
            .map(|one| counted_fact(guidance.vocabulary(), *one))
            .collect(),
        contradictions: contradictions(decision).collect(),
        situations: situations
            .map(|id| &guidance.situations[id].words)
            .collect(),
    }
}

fn explanations<'g>(decision: &Decision<'g>) -> Vec<Explanation<'g>> {
    let guidance = decision.guidance;
    let id = |item: &ItemId| guidance.core(*item).id.as_str();
    let mut explanations = Vec::with_capacity(decision.explanations.len());
    for decided in &decision.explanations {
        let explanation = &guidance.explanations[decided.explanation];
        explanations.push(Explanation {
            id: &explanation.id,
            title: &explanation.title,
            detail: explanation.detail.as_ref(),
            explains: decided.explains.iter().map(id).collect(),
            citations: &explanation.citations,
            voice: explanation.voice,
            note: explanation.note.as_ref(),
        });
    }
    explanations
}

fn not_covered<'g>(
    decision: &Decision<'g>,
    contacts: &mut ContactsNamed<'_, 'g>,
) -> Vec<NotCovered<'g>> {
    let gaps = decision
        .gaps
        .iter()
        .map(|gap| &decision.guidance.not_covered[*gap]);
    gaps.map(|gap| NotCovered {
        id: &gap.id,
        title: &gap.title,
        detail: gap.detail.as_ref(),
        contacts: contacts.name(&gap.contacts),
    })
    .collect()
}

/// The stated answers that cannot all be true (SEMANTICS 2.6).
fn contradictions<'d, 'g>(
    decision: &'d Decision<'g>,
) -> impl Iterator<Item = Contradiction<'g>> + use<'d, 'g> {
    let vocabulary = decision.guidance.vocabulary();
    let contradictions = decision.facts.contradictions.iter();
    contradictions.map(|one| contradiction(vocabulary, one))
}

fn contradiction<'g>(vocabulary: &'g Vocabulary, one: &Contradicting<'g>) -> Contradiction<'g> {
    let stated = one.answers.map(|(fact, answer)| StatedAnswer {
        fact: &vocabulary[fact].name,
        answer: vocabulary[fact].value(answer),
    });
    Contradiction {
        facts: stated.to_vec(),
        ask: &one.exclusion.ask,
    }
}

fn counted_fact(vocabulary: &Vocabulary, one: Counted) -> CountedFact<'_> {
    let fact = &vocabulary[one.fact];
    CountedFact {
        fact: &fact.name,
        answer: one.answer.map_or(UNKNOWN, |answer| fact.value(answer)),
        basis: one.basis,
    }
}
