//! What conditions are named by, and what they are made of.

use super::ids::{GateConditionId, StatementId};
use crate::contract::advice::{Reason, Situation, Term};
use crate::contract::prerendered::{Prerendered, Text};
use crate::facts::{FactId, FactSet};
use crate::mdd::{Condition, ConditionPart, KnownCondition};

/// A fact that follows from what is known of others. It has a place behind those of the vocabulary, and
/// each interpretation fixes its answer before any condition is evaluated.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DerivedFact {
    pub(crate) fact: FactId,
    pub(crate) term: DerivedTerm,
}

/// What a derived fact says.
#[derive(Debug, Clone, Copy)]
pub(crate) enum DerivedTerm {
    /// The condition is known (SEMANTICS 1.9).
    Known(KnownCondition),
    /// One of the facts was asked and is not known (SEMANTICS 1.10).
    NotKnown(FactSet),
}

impl DerivedFact {
    /// Its answer where it is not so.
    pub(crate) const NO: u8 = 0;

    /// Its answer where it is so.
    pub(crate) const YES: u8 = 1;
}

#[derive(Debug)]
pub(crate) struct CompiledSituation {
    pub(crate) when: Condition,
    pub(crate) parts: Vec<CompiledPart>,
    pub(crate) words: Prerendered<Situation>,
    pub(crate) cites: Vec<StatementId>,
}

/// A part of a condition as it is written, for a trace.
#[derive(Debug)]
pub(crate) struct CompiledPart {
    pub(crate) when: ConditionPart,
    pub(crate) depth: usize,
    pub(crate) term: Term,
    pub(crate) name: Option<String>,
    pub(crate) answers: Vec<String>,
    pub(crate) says: Text,
}

/// A gate with its alternatives (SEMANTICS 5.1).
#[derive(Debug)]
pub(crate) struct CompiledGate {
    pub(crate) id: String,
    /// All conditions of one of its alternatives (SEMANTICS 5.3).
    pub(crate) open: ConditionPart,
    pub(crate) alternatives: Vec<CompiledAlternative>,
}

/// One way in which a gate opens.
#[derive(Debug)]
pub(crate) struct CompiledAlternative {
    pub(crate) conditions: Vec<GateConditionId>,
    /// Whether what may still change can make its conditions hold (SEMANTICS 5.4).
    pub(crate) in_reach: Condition,
    #[cfg_attr(
        not(feature = "authoring"),
        expect(dead_code, reason = "only the page to sign says it whole")
    )]
    pub(crate) until: String,
    /// That in a few words.
    pub(crate) short: String,
    pub(crate) release_hint: Text,
}

/// What is waited for where one of these is enough, each said once (SEMANTICS 8.2).
pub(crate) fn any_of<'u>(untils: impl Iterator<Item = &'u str>) -> String {
    each_once(untils).join("; or ")
}

/// Each of these words once, in their order.
pub(crate) fn each_once<'w>(words: impl Iterator<Item = &'w str>) -> Vec<&'w str> {
    let mut said = Vec::new();
    for word in words {
        if !said.contains(&word) {
            said.push(word);
        }
    }
    said
}

impl CompiledGate {
    /// The conditions of all its alternatives, in their order.
    pub(crate) fn conditions(&self) -> impl Iterator<Item = GateConditionId> {
        let alternatives = self.alternatives.iter();
        alternatives.flat_map(|one| one.conditions.iter().copied())
    }
}

#[derive(Debug)]
pub(crate) struct CompiledGateCondition {
    pub(crate) when: Condition,
    pub(crate) parts: Vec<CompiledPart>,
    pub(crate) not_known: Prerendered<Reason>,
    pub(crate) refuted: Prerendered<Reason>,
    pub(crate) cites: Vec<StatementId>,
}
