//! When something holds, as a person reads it: within which situations, and with which facts besides.

use super::alternative::Alternative;
use super::within::{Within, never};
use crate::contract::advice::{Scope, Situation};
use crate::facts::{AnswerSet, Vocabulary};
use crate::guidance::Guidance;
use crate::mdd::Condition;

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
        let named = match scope {
            Scope::Incident => guidance.situations.len(),
            Scope::Prevention | Scope::OutOfScope => 0,
        };
        Self::among(guidance, named, condition)
    }

    /// When each situation holds, by those that stand above it.
    pub(super) fn of_situations(
        guidance: &'g Guidance,
    ) -> impl Iterator<Item = (&'g Situation, Self)> {
        let situations = guidance.situations.iter().enumerate();
        situations.map(|(above, situation)| {
            let when = Self::among(guidance, above, situation.when);
            (&*situation.words, when)
        })
    }

    /// By the first so many situations.
    fn among(guidance: &'g Guidance, named: usize, condition: Condition) -> Self {
        let implied = implied(guidance, named, condition);
        let (situations, given): (_, Vec<Condition>) = implied.into_iter().unzip();
        Self {
            situations,
            besides: Within::new(guidance, &given, condition).alternatives(),
            facts: Within::new(guidance, &[], condition).alternatives(),
        }
    }
}

/// Those of the first so many situations that hold wherever the condition does, without those that
/// follow from another.
fn implied(
    guidance: &Guidance,
    named: usize,
    condition: Condition,
) -> Vec<(&Situation, Condition)> {
    let forest = &guidance.forest;
    let follows = |from: Condition, to: Condition| Within::new(guidance, &[from], to).follows();
    if never(forest, condition) {
        return Vec::new();
    }
    let named = guidance.situations.iter().take(named);
    let held = named.filter(|one| follows(condition, one.when));
    let held: Vec<_> = held.map(|one| (&*one.words, one.when)).collect();
    // Of two that are the same, the first stays.
    let follows_from_another = |at: usize, one: Condition| {
        held.iter().enumerate().any(|(place, (_, other))| {
            let same = || follows(one, *other);
            place != at && follows(*other, one) && (place < at || !same())
        })
    };
    let own = held.iter().enumerate();
    let own = own.filter(|(at, (_, one))| !follows_from_another(*at, *one));
    own.map(|(_, one)| *one).collect()
}

/// The answers that give that scope, where all facts are answered.
pub(super) fn scope_facts(vocabulary: &Vocabulary, scope: Scope) -> Alternative {
    let answers: &[&str] = match scope {
        Scope::Incident => &["yes", "yes"],
        Scope::Prevention => &["yes", "no"],
        Scope::OutOfScope => &["no"],
    };
    let stated = vocabulary.scope().noes().into_iter().zip(answers);
    let stated = stated.filter_map(|((fact, _), answer)| {
        Some((fact, AnswerSet::only(vocabulary[fact].answer(answer)?)))
    });
    Alternative::of(vocabulary, stated)
}
