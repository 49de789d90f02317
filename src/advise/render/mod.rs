//! A decision as the answer says it: ready pieces of the guidance, in reading order.

mod card;
mod items;
mod questions;
mod references;
mod summary;

use self::items::Items;
use self::references::References;
use super::decision::{Decision, FirstMinute};
use super::interpret::{Contradicting, Counted};
use crate::contract::advice::{
    Advice, Contradiction, Explanation, NotCovered, Outcome, Scope, Situation,
};
use crate::contract::incident::{CountedFact, StatedAnswer};
use crate::contract::prerendered::Prerendered;
use crate::facts::{UNKNOWN, Vocabulary};
use crate::guidance::ItemId;

/// The answer that a decision makes.
pub(super) fn render<'g>(decision: &Decision<'g>, first_minute: &FirstMinute<'g>) -> Advice<'g> {
    let guidance = decision.guidance;
    let mut references = References::of(decision);
    let mut items = Items::new(decision, &mut references);
    let prohibitions = items.prohibitions();
    let actions = items.actions();
    let questions = questions::questions(&mut items);
    let explanations = explanations(decision, &mut references);
    let situations = situations(decision, &mut references);
    let not_covered = not_covered(decision, &mut references);
    let card = card::card(decision, &first_minute.card, &mut references);
    let vocabulary: &'g Vocabulary = guidance.vocabulary();

    let contradictions = decision.facts.contradictions.iter();
    let counted = decision.facts.counted.iter();
    Advice {
        scope: decision.scope,
        urgency: summary::urgency(decision),
        danger: first_minute.card.state,
        card,
        controls: card::controls(decision, &first_minute.controls),
        situations,
        prohibitions,
        waiting: summary::waiting(&actions),
        actions,
        questions,
        explanations,
        contacts: references.contacts(),
        citations: references.citations(),
        contradictions: contradictions
            .map(|one| contradiction(vocabulary, one))
            .collect(),
        not_covered,
        completeness: decision.completeness,
        facts: counted.map(|one| counted_fact(vocabulary, *one)).collect(),
        guidance: guidance.editions.iter().collect(),
        what_if: None,
        trace: None,
    }
}

/// The situations that are known, in an incident (SEMANTICS 12.1).
fn situations<'g>(
    decision: &Decision<'g>,
    references: &mut References<'g>,
) -> Vec<&'g Prerendered<Situation>> {
    let mut named = Vec::new();
    if decision.scope == Scope::Incident {
        for (id, situation) in decision.guidance.situations.iter_enumerated() {
            if decision.situations[id] == Outcome::Holds {
                references.cite(&situation.cites);
                named.push(&situation.words);
            }
        }
    }
    named
}

fn explanations<'g>(
    decision: &Decision<'g>,
    references: &mut References<'g>,
) -> Vec<Explanation<'g>> {
    let guidance = decision.guidance;
    let id = |item: &ItemId| guidance.core(*item).id.as_str();
    let mut explanations = Vec::with_capacity(decision.explanations.len());
    for decided in &decision.explanations {
        let explanation = &guidance.explanations[decided.explanation];
        references.cite(&explanation.cites);
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
    references: &mut References<'g>,
) -> Vec<NotCovered<'g>> {
    let gaps = decision
        .gaps
        .iter()
        .map(|gap| &decision.guidance.not_covered[*gap]);
    gaps.map(|gap| NotCovered {
        id: &gap.id,
        title: &gap.title,
        detail: gap.detail.as_ref(),
        contacts: references.name(&gap.contacts),
    })
    .collect()
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
