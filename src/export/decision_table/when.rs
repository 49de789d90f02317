//! When something holds, as a person reads it: within which situations, and with which facts besides.

use super::alternative::Alternative;
use super::within::{Within, never};
use crate::contract::advice::Scope;
use crate::contract::incident::FactId;
use crate::contract::sets::AnswerSet;
use crate::guidance::diagram::{Condition, Forest, SCOPE_FACTS};
use crate::guidance::{Guidance, Situation};

/// When something holds.
#[derive(Debug)]
pub(super) struct When<'g> {
    /// The situations that hold wherever it does, without those that follow from another of them.
    pub(super) situations: Vec<&'g Situation>,
    /// What must be so besides: one of these.
    pub(super) besides: Vec<Alternative>,
    /// All of it in facts alone: one of these.
    pub(super) facts: Vec<Alternative>,
}

impl<'g> When<'g> {
    /// When a condition holds that counts in that scope. Situations are named in an incident only.
    pub(super) fn of(guidance: &'g Guidance, scope: Scope, condition: Condition) -> Self {
        match scope {
            Scope::Incident => Self::among(guidance, &guidance.situations, condition),
            Scope::Prevention | Scope::OutOfScope => Self::among(guidance, &[], condition),
        }
    }

    /// When a situation holds, by those that stand above it.
    pub(super) fn of_situation(guidance: &'g Guidance, situation: &Situation) -> Self {
        let mut above = guidance
            .situations
            .split(|one| std::ptr::eq(one, situation));
        Self::among(guidance, above.next().unwrap_or_default(), situation.when)
    }

    fn among(guidance: &'g Guidance, named: &'g [Situation], condition: Condition) -> Self {
        let forest = &guidance.forest;
        let situations = implied(forest, named, condition);
        let given: Vec<_> = situations.iter().map(|situation| situation.when).collect();
        Self {
            situations,
            besides: Within::new(forest, &given, condition).alternatives(),
            facts: Within::new(forest, &[], condition).alternatives(),
        }
    }
}

/// The situations that hold wherever the condition does, without those that follow from another.
fn implied<'g>(
    forest: &Forest,
    situations: &'g [Situation],
    condition: Condition,
) -> Vec<&'g Situation> {
    let follows = |from: Condition, to: Condition| Within::new(forest, &[from], to).follows();
    if never(forest, condition) {
        return Vec::new();
    }
    let held: Vec<_> = situations
        .iter()
        .filter(|one| follows(condition, one.when))
        .collect();
    // Of two that are the same, the first stays.
    let follows_from_another = |at: usize, one: &Situation| {
        held.iter().enumerate().any(|(place, other)| {
            let same = || follows(one.when, other.when);
            place != at && follows(other.when, one.when) && (place < at || !same())
        })
    };
    let own = held.iter().enumerate();
    let own = own.filter(|(at, one)| !follows_from_another(*at, one));
    own.map(|(_, one)| *one).collect()
}

/// The answers that give that scope, where all facts are answered.
pub(super) fn scope_facts(scope: Scope) -> Alternative {
    let answers: &[&str] = match scope {
        Scope::Incident => &["yes", "yes"],
        Scope::Prevention => &["yes", "no"],
        Scope::OutOfScope => &["no"],
    };
    let stated = SCOPE_FACTS.iter().zip(answers);
    let stated = stated.filter_map(|(name, answer)| {
        let fact = FactId::named(name)?;
        Some((fact, AnswerSet::only(fact.answer(answer)?)))
    });
    stated.collect()
}
