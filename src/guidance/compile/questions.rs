//! Questions, in the order of the guidance.

use super::conditions::Conditions;
use super::referable::Referable;
use super::text::{DETAIL, TITLE, values, within, within_if_any};
use crate::contract::advice::{AskedFact, FactToAsk, OpenFact};
use crate::contract::prerendered::Prerendered;
use crate::facts::{FactId, Vocabulary};
use crate::guidance::diagnostic::Faults;
use crate::guidance::model::{CompiledAskedFact, CompiledQuestion, QuestionId, words_of};
use crate::index::IndexVec;

/// Every question.
pub(super) fn questions(
    known: &Referable<'_>,
    conditions: &mut Conditions<'_>,
    faults: &mut Faults,
) -> IndexVec<QuestionId, CompiledQuestion> {
    let mut questions = IndexVec::default();
    for entry in &known.parsed.questions {
        let (file, part) = (&*entry.file, &entry.part);
        let when = part
            .when
            .as_ref()
            .map(|when| conditions.condition(faults, file, when));
        let found = part
            .facts
            .iter()
            .map(|word| conditions.named_fact(faults, file, word));
        let facts: Vec<FactId> = found.flatten().collect();
        let asked = facts
            .iter()
            .map(|fact| asked(conditions.vocabulary, *fact))
            .collect();
        questions.push(CompiledQuestion {
            id: part.id.value.clone(),
            title: Prerendered::new(within(&TITLE, faults, file, &part.title)),
            detail: within_if_any(&DETAIL, faults, file, part.detail.as_ref()),
            when: when.map(|when| conditions.builder.keep(when.now)),
            rank: part.rank,
            until_answered: part.until_answered,
            fact_set: facts.iter().copied().collect(),
            facts: asked,
            citations: values(&part.statements),
            cites: known
                .statements
                .cited(faults, file, &part.id, &part.statements),
            voice: known.voices.of(file, part.voice),
        });
    }
    questions
}

fn asked(vocabulary: &Vocabulary, id: FactId) -> CompiledAskedFact {
    let fact = &vocabulary[id];
    let offered = fact.offered().into_iter();
    CompiledAskedFact {
        fact: id,
        to_ask: Prerendered::new(FactToAsk {
            fact: fact.name.clone(),
            answers: offered.map(|answer| answer.value).collect(),
        }),
        asked: Prerendered::new(AskedFact {
            fact: fact.name.clone(),
            answers: fact.offered(),
        }),
        words: Prerendered::new(OpenFact {
            fact: fact.name.clone(),
            label: fact.label.clone(),
        }),
        spoken_words: words_of(&fact.spoken),
    }
}
