//! The incidents that can be told to both sides: they state facts and answers that both know.

use serde::Serialize;

use crate::facts::{Fact, FactId, Vocabulary};
use crate::mdd::Variables;
use crate::symbolic::Symbolic;

/// The facts and answers of two vocabularies that both have, and what only one of them has.
#[derive(Debug)]
pub(super) struct Common {
    pub(super) vocabulary: Vocabulary,
    pub(super) only: Vec<OnlyOneSide>,
}

/// A fact, or answers to one, that can be told to one side alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OnlyOneSide {
    /// The side that has it.
    pub side: OldOrNew,
    /// The fact, by its name.
    pub fact: String,
    /// Its answers that only this side has; all of them, where only this side has the fact.
    pub answers: Vec<String>,
}

/// One of two editions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum OldOrNew {
    /// The edition as it was.
    Old,
    /// The edition as it is to be.
    New,
}

impl Common {
    /// What both have, in the order of the new side.
    #[expect(
        clippy::expect_used,
        reason = "what every vocabulary has, both have with the answers that it must have"
    )]
    pub(super) fn of(old: &Vocabulary, new: &Vocabulary) -> Self {
        let facts = new.facts().iter().filter_map(|fact| {
            let known = &old[old.named(&fact.name)?];
            let mut common = fact.clone();
            common
                .answers
                .retain(|one| known.answer(&one.value).is_some());
            Some(common)
        });
        let mut only = Vec::new();
        for (side, own, other) in [(OldOrNew::Old, old, new), (OldOrNew::New, new, old)] {
            only.extend(
                own.facts()
                    .iter()
                    .filter_map(|fact| lacking(side, fact, other)),
            );
        }
        Self {
            vocabulary: Vocabulary::new(facts.collect()).expect("the facts that decide"),
            only,
        }
    }

    /// Diagrams of common incidents, which ask for facts in the order of a side.
    pub(super) fn variables(&self, side: &Symbolic<'_>) -> Variables {
        let (vocabulary, own) = (&self.vocabulary, side.guidance.vocabulary());
        let order = side.evaluator.incidents.builder.variables();
        Variables::new(
            vocabulary.ids(),
            // Behind the answers: that it is not known, and nothing.
            |fact| vocabulary[fact].answers.len() + 2,
            |fact| {
                own.named(&vocabulary[*fact].name)
                    .map(|own| order.level(own))
            },
        )
    }
}

/// What the other vocabulary lacks of a fact.
fn lacking(side: OldOrNew, fact: &Fact, other: &Vocabulary) -> Option<OnlyOneSide> {
    let known = other.named(&fact.name).map(|id| &other[id]);
    let mut answers = fact.answers.clone();
    answers.retain(|one| known.is_none_or(|known| known.answer(&one.value).is_none()));
    let answers: Vec<String> = answers.into_iter().map(|one| one.value).collect();
    (known.is_none() || !answers.is_empty()).then(|| OnlyOneSide {
        side,
        fact: fact.name.clone(),
        answers,
    })
}

/// For each fact of a side: the common fact, and for each branch of that one the branch that says the same
/// here.
#[derive(Debug)]
pub(super) struct Translation(Vec<Option<(FactId, Vec<usize>)>>);

impl Translation {
    /// How the facts of a side are told in common words.
    pub(super) fn new(side: &Vocabulary, common: &Vocabulary) -> Self {
        let facts = side.facts().iter().map(|own| {
            let fact = common.named(&own.name)?;
            let answers = common[fact].answers.iter();
            let answers = answers.filter_map(|one| own.answer(&one.value).map(usize::from));
            let open = [own.answers.len(), own.answers.len() + 1];
            Some((fact, answers.chain(open).collect()))
        });
        Self(facts.collect())
    }

    /// The common fact and its branches; nothing for one that nobody can tell the other side.
    pub(super) fn of(&self, fact: FactId) -> Option<(FactId, &[usize])> {
        let (fact, branches) = self.0.get(fact.index())?.as_ref()?;
        Some((*fact, branches))
    }
}
