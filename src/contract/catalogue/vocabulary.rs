//! Facts as entries: what a form can be built from.

use serde::Serialize;
use utoipa::ToSchema;

use crate::facts::{Answer, Exclusion, FactId, Side, Vocabulary};

/// A fact that can be stated about an incident.
#[derive(Debug, Serialize, ToSchema)]
pub struct FactEntry<'v> {
    /// The name on the wire. Never renamed within v1.
    #[schema(value_type = String, example = "adult_involved")]
    pub name: &'v str,
    /// What the facts of its group are about.
    #[schema(value_type = String)]
    pub group: &'v str,
    /// The question as a form or a screen would show it.
    #[schema(value_type = String)]
    pub label: &'v str,
    /// What counts and what does not. Map your form from this text.
    #[schema(value_type = String)]
    pub description: &'v str,
    /// Everyday words by which somebody may look for it that its label and answers do not have.
    #[schema(value_type = Vec<String>)]
    pub keywords: &'v [String],
    /// The answers to offer. Leave the fact out while nobody has asked.
    pub answers: Vec<Answer>,
    /// Answers to other facts that cannot be true together with an answer to this one.
    #[schema(value_type = Vec<ExcludedAnswers>)]
    pub excludes: Vec<ExcludedAnswers<'v>>,
}

/// What one answer of a fact excludes.
#[derive(Debug, Serialize, ToSchema)]
pub struct ExcludedAnswers<'v> {
    /// The answer of this fact.
    #[schema(value_type = String, example = "no")]
    pub answer: &'v str,
    /// The other fact.
    #[schema(value_type = String, example = "child_received")]
    pub fact: &'v str,
    /// The answers of the other fact that it excludes.
    #[schema(value_type = Vec<String>)]
    pub answers: Vec<&'v str>,
}

/// Every fact, in the order in which a form would ask.
pub fn facts(vocabulary: &Vocabulary) -> Vec<FactEntry<'_>> {
    vocabulary.ids().map(|id| entry(vocabulary, id)).collect()
}

fn entry(vocabulary: &Vocabulary, id: FactId) -> FactEntry<'_> {
    let fact = &vocabulary[id];
    let exclusions = vocabulary.exclusions().iter();
    let sides = exclusions.flat_map(Exclusion::sides);
    let sides = sides.filter(|(own, _)| own.fact == id);
    let excludes = sides.flat_map(|(own, other)| {
        own.answers.iter().map(move |answer| ExcludedAnswers {
            answer: fact.value(answer),
            fact: &vocabulary[other.fact].name,
            answers: values(vocabulary, other),
        })
    });
    FactEntry {
        name: &fact.name,
        group: &fact.group,
        label: &fact.label,
        description: &fact.description,
        keywords: &fact.keywords,
        answers: fact.offered(),
        excludes: excludes.collect(),
    }
}

fn values(vocabulary: &Vocabulary, side: Side) -> Vec<&str> {
    let fact = &vocabulary[side.fact];
    side.answers
        .iter()
        .map(|answer| fact.value(answer))
        .collect()
}
