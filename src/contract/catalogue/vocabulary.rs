//! Facts as entries: what a form can be built from.

use serde::Serialize;
use utoipa::ToSchema;

use crate::contract::exclusions::EXCLUSIONS;
use crate::contract::fact::{Answer, Fact};
use crate::contract::vocabulary::GROUPS;

/// A fact that can be stated about an incident.
#[derive(Debug, Serialize, ToSchema)]
pub struct FactEntry {
    /// The name on the wire. Never renamed within v1.
    #[schema(value_type = String, example = "adult_involved")]
    pub name: &'static str,
    /// What the facts of its group are about.
    #[schema(value_type = String)]
    pub group: &'static str,
    /// The question as a form or a screen would show it.
    #[schema(value_type = String)]
    pub label: &'static str,
    /// What counts and what does not. Map your form from this text.
    #[schema(value_type = String)]
    pub description: &'static str,
    /// The answers to offer. Leave the fact out while nobody has asked.
    pub answers: Vec<Answer>,
    /// Answers to other facts that cannot be true together with an answer to this one.
    pub excludes: Vec<ExcludedAnswers>,
}

/// What one answer of a fact excludes.
#[derive(Debug, Serialize, ToSchema)]
pub struct ExcludedAnswers {
    /// The answer of this fact.
    #[schema(value_type = String, example = "no")]
    pub answer: &'static str,
    /// The other fact.
    #[schema(value_type = String, example = "child_received")]
    pub fact: &'static str,
    /// The answers of the other fact that it excludes.
    #[schema(value_type = Vec<String>)]
    pub answers: &'static [&'static str],
}

/// Every fact, in the order in which a form would ask.
pub fn facts() -> Vec<FactEntry> {
    let of_group = GROUPS
        .iter()
        .flat_map(|group| group.facts.iter().map(|fact| (group.title, fact)));
    of_group.map(|(group, fact)| entry(group, fact)).collect()
}

fn entry(group: &'static str, fact: &'static Fact) -> FactEntry {
    let sides = EXCLUSIONS
        .iter()
        .flat_map(|exclusion| {
            [
                (exclusion.one, exclusion.other),
                (exclusion.other, exclusion.one),
            ]
        })
        .filter(|(own, _)| own.0 == fact.name);
    let excludes = sides.flat_map(|(own, (other, answers))| {
        own.1.iter().map(move |answer| ExcludedAnswers {
            answer,
            fact: other,
            answers,
        })
    });
    FactEntry {
        name: fact.name,
        group,
        label: fact.label,
        description: fact.description,
        answers: fact.offered().collect(),
        excludes: excludes.collect(),
    }
}
