//! What conditions are named by, and what they are made of.

use super::ids::{GateConditionId, StatementId};
use crate::contract::advice::{Reason, Situation, Term};
use crate::contract::prerendered::{Prerendered, Text};
use crate::mdd::{Condition, ConditionPart};

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
    /// What its alternatives wait for, one after the other.
    pub(crate) until: Text,
    /// That of its first alternative.
    pub(crate) release_hint: Text,
    /// The conditions of each alternative.
    pub(crate) alternatives: Vec<Vec<GateConditionId>>,
}

impl CompiledGate {
    /// The conditions of all its alternatives, in their order.
    pub(crate) fn conditions(&self) -> impl Iterator<Item = GateConditionId> {
        self.alternatives.iter().flatten().copied()
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
