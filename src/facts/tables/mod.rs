//! The facts that can be stated about an incident, each declared once.
//!
//! Everything that speaks of facts follows from these declarations: the JSON Schema, the `OpenAPI`
//! document, the list of facts, the check of the packs. A description is part of the contract: two
//! people who map one case from it alone must come to the same answer. `no` always means known
//! not to be so; what nobody knows is `unknown`, which every fact allows without declaring it.

mod exclusions;
mod exclusions_table;
mod family;
mod material;
mod others;
mod pressure;
mod response;
mod safety;
mod setting;
mod spread;
mod what_happened;

use super::exclusion::{Exclusion, Side};
use super::fact::{Answer as OwnedAnswer, Fact as OwnedFact};
use super::vocabulary::{MissingFact, Vocabulary};

/// One fact as it is declared.
#[derive(Debug)]
pub(super) struct Fact {
    name: &'static str,
    label: &'static str,
    description: &'static str,
    answers: &'static [Answer],
}

/// An answer as it is declared.
#[derive(Debug)]
pub(super) struct Answer {
    value: &'static str,
    label: &'static str,
}

/// The facts that belong together on a form.
#[derive(Debug)]
pub(super) struct Group {
    title: &'static str,
    facts: &'static [Fact],
}

const YES_NO: &[Answer] = &[answer("yes", "Yes"), answer("no", "No")];

const fn yes_no(name: &'static str, label: &'static str, description: &'static str) -> Fact {
    choice(name, label, description, YES_NO)
}

const fn choice(
    name: &'static str,
    label: &'static str,
    description: &'static str,
    answers: &'static [Answer],
) -> Fact {
    Fact {
        name,
        label,
        description,
        answers,
    }
}

const fn answer(value: &'static str, label: &'static str) -> Answer {
    Answer { value, label }
}

/// Every fact group, in the order of the contract.
pub(super) static GROUPS: [&Group; 9] = [
    &setting::GROUP,
    &what_happened::GROUP,
    &material::GROUP,
    &others::GROUP,
    &pressure::GROUP,
    &spread::GROUP,
    &family::GROUP,
    &response::GROUP,
    &safety::GROUP,
];

/// The vocabulary that these declare.
pub(super) fn vocabulary() -> Result<Vocabulary, MissingFact> {
    let mut facts = Vec::new();
    for group in GROUPS {
        facts.extend(group.facts.iter().map(|fact| {
            OwnedFact {
                name: fact.name.to_owned(),
                group: group.title.to_owned(),
                label: fact.label.to_owned(),
                description: fact.description.to_owned(),
                answers: fact
                    .answers
                    .iter()
                    .map(|answer| OwnedAnswer::new(answer.value, answer.label))
                    .collect(),
            }
        }));
    }
    let vocabulary = Vocabulary::new(facts)?;
    let side = |(name, answers): (&str, &[&str])| {
        let fact = vocabulary.named(name)?;
        let answers = answers.iter();
        let answers = answers.filter_map(|value| vocabulary[fact].answer(value));
        Some(Side {
            fact,
            answers: answers.collect(),
        })
    };
    let exclusions = exclusions::EXCLUSIONS.iter().filter_map(|declared| {
        Some(Exclusion {
            one: side(declared.one)?,
            other: side(declared.other)?,
            implies: declared.implies,
            ask: declared.ask.to_owned(),
        })
    });
    let exclusions = exclusions.collect();
    Ok(vocabulary.excluding(exclusions))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Fact, GROUPS};
    use crate::facts::UNKNOWN;

    const NAMES_AT_MOST: usize = 64;
    const ANSWERS: std::ops::RangeInclusive<usize> = 2..=7;
    const LABEL_AT_MOST: usize = 90;
    const NOT_BY_LOOKING: &str =
        "Answer only from what you have been told; do not look, search or ask to be shown.";

    fn facts() -> impl Iterator<Item = &'static Fact> {
        GROUPS.iter().flat_map(|group| group.facts)
    }

    #[test]
    fn every_fact_has_a_name_of_its_own_in_snake_case() {
        let mut seen = BTreeSet::new();
        for fact in facts() {
            let snake = fact.name.starts_with(|c: char| c.is_ascii_lowercase())
                && fact
                    .name
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
                && !fact.name.ends_with('_')
                && !fact.name.contains("__");
            assert!(snake, "{} is not snake_case", fact.name);
            assert!(seen.insert(fact.name), "{} is declared twice", fact.name);
        }
        assert!(seen.len() <= NAMES_AT_MOST, "{} facts", seen.len());
    }

    #[test]
    fn every_fact_offers_two_to_seven_different_answers_and_leaves_unknown_unsaid() {
        for fact in facts() {
            let values: BTreeSet<_> = fact.answers.iter().map(|answer| answer.value).collect();
            assert_eq!(
                values.len(),
                fact.answers.len(),
                "{} repeats an answer",
                fact.name
            );
            assert!(
                ANSWERS.contains(&values.len()),
                "{} has {}",
                fact.name,
                values.len()
            );
            assert!(!values.contains(UNKNOWN), "{} declares unknown", fact.name);
        }
    }

    #[test]
    fn every_label_is_a_question_that_fits_a_screen() {
        for fact in facts() {
            assert!(fact.label.ends_with('?'), "{}: {}", fact.name, fact.label);
            let length = fact.label.chars().count();
            assert!(
                length <= LABEL_AT_MOST,
                "{} has a label of {length}",
                fact.name
            );
        }
    }

    #[test]
    fn every_description_is_at_most_five_whole_sentences() {
        for fact in facts() {
            assert!(fact.description.ends_with('.'), "{}", fact.name);
            let own = fact.description.trim_end_matches(NOT_BY_LOOKING).trim_end();
            let sentences = own.split(". ").count();
            assert!(sentences <= 5, "{} has {sentences} sentences", fact.name);
        }
    }

    #[test]
    fn no_question_about_the_material_is_to_be_answered_by_looking() {
        let about = GROUPS.iter().filter(|group| group.title == "The material");
        let facts: Vec<_> = about.flat_map(|group| group.facts).collect();
        assert!(!facts.is_empty());
        for fact in facts {
            assert!(fact.description.ends_with(NOT_BY_LOOKING), "{}", fact.name);
        }
    }
}
