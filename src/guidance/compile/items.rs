//! Prohibitions and actions: the items that have a status.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::actions::action;
use super::conditions::Conditions;
use super::names::Names;
use super::prohibitions::{held_back, prohibition};
use super::referable::Referable;
use crate::facts::{FactId, FactSet};
use crate::guidance::diagnostic::{Code, Faults};
use crate::guidance::model::{
    ActionId, CompiledAction, CompiledGround, CompiledProhibition, GroundId, ItemId, ProhibitionId,
};
use crate::guidance::pack_schema::{Word, line};
use crate::guidance::parsed::{In, Parsed};
use crate::index::IndexVec;
use crate::mdd::Node;

/// The facts that decide something, and where each is used first.
pub(super) type Deciding = BTreeMap<FactId, (PathBuf, u64)>;

/// Every item that has a status.
#[derive(Debug)]
pub(super) struct CompiledItems {
    pub(super) prohibitions: IndexVec<ProhibitionId, CompiledProhibition>,
    pub(super) actions: IndexVec<ActionId, CompiledAction>,
    pub(super) grounds: IndexVec<GroundId, CompiledGround>,
    pub(super) names: Names<ItemId>,
    pub(super) deciding: Deciding,
}

/// Every prohibition and every action.
pub(super) fn items(
    known: &Referable<'_>,
    conditions: &mut Conditions<'_>,
    faults: &mut Faults,
) -> CompiledItems {
    let parsed = known.parsed;
    let names = names(parsed, faults);
    let written: IndexVec<ProhibitionId, _> = parsed.prohibitions.iter().collect();
    let mut held_by: IndexVec<ActionId, Vec<ProhibitionId>> =
        parsed.actions.iter().map(|_| Vec::new()).collect();
    for (id, entry) in written.iter_enumerated() {
        for action in held_back(&names, faults, entry) {
            held_by[action].push(id);
        }
    }
    let mut grounds = IndexVec::default();
    let mut deciding = Deciding::new();
    let prohibitions: IndexVec<ProhibitionId, (CompiledProhibition, Node)> = written.map(|entry| {
        let (prohibition, facts, in_force) =
            prohibition(known, conditions, faults, &mut grounds, entry);
        decide(&mut deciding, facts, entry, &entry.part.id);
        (prohibition, in_force)
    });
    let actions = parsed.actions.iter().zip(held_by).map(|(entry, held_by)| {
        let holding = held_by.into_iter().map(|id| (id, prohibitions[id].1));
        let holding: Vec<(ProhibitionId, Node)> = holding.collect();
        let (action, facts) = action(known, conditions, faults, &mut grounds, entry, &holding);
        decide(&mut deciding, facts, entry, &entry.part.id);
        action
    });
    CompiledItems {
        actions: actions.collect(),
        prohibitions: prohibitions.into_iter().map(|(one, _)| one).collect(),
        grounds,
        names,
        deciding,
    }
}

/// What every item is called.
fn names(parsed: &Parsed, faults: &mut Faults) -> Names<ItemId> {
    let mut names = Names::new("item", Code::UnknownItem);
    let prohibitions: IndexVec<ProhibitionId, _> = parsed.prohibitions.iter().collect();
    for (id, entry) in prohibitions.iter_enumerated() {
        let item = ItemId::Prohibition(id);
        names.give(faults, &entry.file, &entry.part.id, item);
    }
    let actions: IndexVec<ActionId, _> = parsed.actions.iter().collect();
    for (id, entry) in actions.iter_enumerated() {
        names.give(faults, &entry.file, &entry.part.id, ItemId::Action(id));
    }
    for entry in &parsed.extends {
        names.find(faults, &entry.file, &entry.part.item);
    }
    names
}

/// Notes the facts that decide what an item comes to.
fn decide<T>(deciding: &mut Deciding, facts: FactSet, entry: &In<T>, id: &Word) {
    for fact in facts.iter() {
        deciding
            .entry(fact)
            .or_insert_with(|| (entry.file.clone(), line(id)));
    }
}
