//! What prohibitions and actions share: words, grounds, and what they come to in the end.

use std::path::Path;

use super::conditions::Conditions;
use super::drawn::Drawn;
use super::grounds::ground;
use super::referable::Referable;
use super::text::{DETAIL, TITLE, within, within_if_any};
use crate::contract::advice::Scope;
use crate::contract::prerendered::{Prerendered, Text};
use crate::facts::FactSet;
use crate::guidance::diagnostic::{Code, Faults};
use crate::guidance::model::{CompiledGround, CompiledPart, ContactId, Core, GroundId};
use crate::guidance::pack_schema::{Word, WrittenCondition, WrittenGround, line};
use crate::guidance::scope;
use crate::index::IndexVec;
use crate::mdd::Node;

/// The parts of an item that a draft is made of.
pub(super) struct DraftedItem<'s> {
    pub(super) file: &'s Path,
    pub(super) id: &'s Word,
    pub(super) title: &'s Word,
    pub(super) detail: Option<&'s Word>,
    pub(super) protective: bool,
    pub(super) lifted_when: Option<&'s WrittenCondition>,
    pub(super) contacts: Vec<(&'s Path, &'s Word)>,
    /// Its own and those that later packs give it, each with its file.
    pub(super) grounds: Vec<(&'s Path, &'s WrittenGround)>,
}

/// What prohibitions and actions share, before it is known what the item comes to.
pub(super) struct Draft {
    id: String,
    title: Text,
    detail: Option<Text>,
    pub(super) protective: bool,
    trigger: Drawn,
    prevention: Drawn,
    lifted: Drawn,
    lifted_parts: Option<Vec<CompiledPart>>,
    grounds: Vec<CompiledGround>,
    contacts: Vec<ContactId>,
}

/// Drafts an item.
pub(super) fn draft(
    known: &Referable<'_>,
    conditions: &mut Conditions<'_>,
    faults: &mut Faults,
    written: &DraftedItem<'_>,
) -> Draft {
    let (file, place) = (written.file, (written.file, line(written.id)));
    if written.grounds.is_empty() {
        let message = format!("`{}` has no ground", written.id.value);
        let help = "give it at least one ground with the statements that it rests on";
        faults.add(Code::Uncited, place, message, help);
    }
    let (mut trigger, mut prevention) = (Drawn::FALSE, Drawn::FALSE);
    let mut grounds = Vec::new();
    for entry in &written.grounds {
        let item = (written.id, written.protective);
        let (ground, when) = ground(known, conditions, faults, item, *entry);
        let side = match ground.scope {
            Scope::Prevention => &mut prevention,
            Scope::Incident | Scope::OutOfScope => &mut trigger,
        };
        *side = side.or(&mut conditions.builder, when);
        grounds.push(ground);
    }
    let (mut lifted, mut lifted_parts) = (Drawn::FALSE, None);
    if let Some(when) = written.lifted_when {
        let (drawn, parts) = conditions.in_parts(faults, file, Some(when));
        conditions.must_be_possible(faults, place, "what lifts it", drawn);
        lifted = drawn;
        lifted_parts = Some(parts);
    }
    Draft {
        id: written.id.value.clone(),
        title: Prerendered::new(within(&TITLE, faults, file, written.title)),
        detail: within_if_any(&DETAIL, faults, file, written.detail),
        protective: written.protective,
        trigger,
        prevention,
        lifted,
        lifted_parts,
        grounds,
        contacts: known.contacts.named(faults, &written.contacts),
    }
}

impl Draft {
    /// The incidents in which the item is triggered and not lifted, once everything is known.
    pub(super) fn wanted(&self, conditions: &mut Conditions<'_>) -> Node {
        let unlifted = conditions.builder.not(self.lifted.once_known);
        conditions.builder.and(self.trigger.once_known, unlifted)
    }

    /// What prohibitions and actions share, and the facts that decide what the item comes to; its grounds are put
    /// beside those of the items before it.
    pub(super) fn settle(
        self,
        conditions: &mut Conditions<'_>,
        grounds: &mut IndexVec<GroundId, CompiledGround>,
        in_incident: Node,
    ) -> (Core, FactSet) {
        let outcome = self.outcome(conditions, in_incident);
        let deciding = conditions.builder.support(outcome);
        let builder = &mut conditions.builder;
        let triggered = builder.or(self.trigger.now, self.prevention.now);
        conditions.triggered.insert(self.id.clone(), triggered);
        let own = self.grounds.into_iter();
        let core = Core {
            id: self.id,
            title: self.title,
            detail: self.detail,
            protective: self.protective,
            trigger: conditions.builder.keep(self.trigger.now),
            prevention: conditions.builder.keep(self.prevention.now),
            lifted: conditions.builder.keep(self.lifted.now),
            lifted_parts: self.lifted_parts,
            outcome: conditions.builder.keep(outcome),
            grounds: own.map(|ground| grounds.push(ground)).collect(),
            contacts: self.contacts,
        };
        (core, deciding)
    }

    /// What the item comes to once everything is known, the scope included (SEMANTICS 10.1).
    fn outcome(&self, conditions: &mut Conditions<'_>, in_incident: Node) -> Node {
        let scope = conditions.vocabulary.scope();
        let builder = &mut conditions.builder;
        let [nobody_under_18, nothing_happened] = scope::nodes_of_no(builder, scope);
        let unlifted = builder.not(self.lifted.once_known);
        let in_prevention = builder.and(self.prevention.once_known, unlifted);
        let outcome = builder.ite(nothing_happened, in_prevention, in_incident);
        builder.ite(nobody_under_18, Node::FALSE, outcome)
    }
}
