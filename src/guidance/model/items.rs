//! Prohibitions and actions, with their grounds.

use super::conditions::CompiledPart;
use super::ids::{ContactId, GateId, GroundId, ProhibitionId, RewordingId, StatementId};
use crate::contract::advice::{
    Actor, Basis, Caution, Ground, Protects, Reason, Scope, UrgencyLevel, Voice,
};
use crate::contract::catalogue::WhileOpen;
use crate::contract::prerendered::{Prerendered, Text};
use crate::index::IndexVec;
use crate::mdd::Condition;

/// What the two kinds of item that have a status share.
#[derive(Debug)]
pub(crate) struct Core {
    pub(crate) id: String,
    pub(crate) title: Text,
    pub(crate) detail: Option<Text>,
    /// What is not ruled out counts: of every prohibition, and of an action that says so.
    pub(crate) protective: bool,
    /// The OR of the grounds of an incident.
    pub(crate) trigger: Condition,
    /// The OR of the grounds of prevention.
    pub(crate) prevention: Condition,
    pub(crate) lifted: Condition,
    /// The parts of what lifts the item, where anything does.
    pub(crate) lifted_parts: Option<Vec<CompiledPart>>,
    /// What the item comes to once everything is known.
    pub(crate) outcome: Condition,
    /// In file order, those that later packs give it last.
    pub(crate) grounds: Vec<GroundId>,
    pub(crate) contacts: Vec<ContactId>,
}

/// A ground of an item. A decision goes through all of them, and looks at no words: these lie apart.
#[derive(Debug)]
pub(crate) struct CompiledGround {
    pub(crate) when: Condition,
    pub(crate) parts: Vec<CompiledPart>,
    pub(crate) scope: Scope,
    /// Its item is protective.
    pub(crate) protective: bool,
    pub(crate) voice: Voice,
    pub(crate) urgency: Option<UrgencyLevel>,
    /// Its urgency counts for the answer.
    pub(crate) raises_answer: bool,
    pub(crate) known: Box<BasisWords>,
    pub(crate) not_ruled_out: Box<BasisWords>,
    pub(crate) cites: Vec<StatementId>,
}

/// The words of a ground on one basis: for the item itself, and for what it holds back.
#[derive(Debug)]
pub(crate) struct BasisWords {
    pub(crate) because: Text,
    pub(crate) ground: Prerendered<Ground>,
    pub(crate) reason: Prerendered<Reason>,
}

#[derive(Debug)]
pub(crate) struct CompiledProhibition {
    pub(crate) core: Core,
    pub(crate) protects: Protects,
    pub(crate) lifted_says: Option<Text>,
    /// That in a few words, where something waits for it.
    pub(crate) lifted_short: Option<String>,
    pub(crate) holds_back: Vec<String>,
    pub(crate) release_hint: Option<Text>,
    pub(crate) while_open: Option<CompiledWhileOpen>,
    pub(crate) caution: Option<CompiledCaution>,
}

/// What a prohibition is while it is neither certain nor ruled out (SEMANTICS 6.12).
#[derive(Debug)]
pub(crate) struct CompiledWhileOpen {
    pub(crate) not_asked: WhileOpen,
    pub(crate) not_known: WhileOpen,
    pub(crate) in_force_when: Condition,
    /// The parts of that condition, where there is one.
    pub(crate) parts: Option<Vec<CompiledPart>>,
}

#[derive(Debug)]
pub(crate) struct CompiledCaution {
    pub(crate) words: Prerendered<Caution>,
    pub(crate) cites: Vec<StatementId>,
}

#[derive(Debug)]
pub(crate) struct CompiledAction {
    pub(crate) core: Core,
    /// What is done, in a few words.
    pub(crate) short: String,
    pub(crate) actor: Actor,
    /// It is never pending, and precautionary where it would be conditional (SEMANTICS 6.11, 11.4).
    pub(crate) always_listed: bool,
    pub(crate) gate: Option<GateId>,
    /// The prohibitions that hold it back while they are in force.
    pub(crate) held_by: Vec<ProhibitionId>,
    pub(crate) rewordings: IndexVec<RewordingId, CompiledRewording>,
    pub(crate) escalates_when: Option<CompiledEscalation>,
}

#[derive(Debug)]
pub(crate) struct CompiledRewording {
    pub(crate) once: Condition,
    pub(crate) title: Text,
    /// What is done, in a few words.
    pub(crate) short: String,
    pub(crate) detail: Option<Text>,
    pub(crate) actor: Actor,
}

#[derive(Debug)]
pub(crate) struct CompiledEscalation {
    pub(crate) once: Condition,
    pub(crate) release_hint: Text,
}

impl Core {
    /// What triggers the item in an answer of that kind, if anything can.
    pub(crate) fn trigger_in(&self, scope: Scope) -> Option<Condition> {
        match scope {
            Scope::Incident => Some(self.trigger),
            Scope::Prevention => Some(self.prevention),
            Scope::OutOfScope => None,
        }
    }
}

impl CompiledGround {
    /// The ground's words on that basis.
    pub(crate) fn words(&self, basis: Basis) -> &BasisWords {
        match basis {
            Basis::Known => &self.known,
            Basis::NotRuledOut => &self.not_ruled_out,
        }
    }
}
