//! Prohibitions.

use std::path::Path;

use super::conditions::Conditions;
use super::draft::{DraftedItem, draft};
use super::names::Names;
use super::referable::Referable;
use super::text::{HINT, LIFTED, REASON, SHORT_WAIT, short, values, within, within_if_any};
use crate::contract::advice::{Caution, Protects};
use crate::contract::catalogue::WhileOpen;
use crate::contract::prerendered::Prerendered;
use crate::facts::FactSet;
use crate::guidance::diagnostic::{Code, Faults};
use crate::guidance::model::{
    ActionId, CompiledCaution, CompiledGround, CompiledProhibition, CompiledWhileOpen, GroundId,
    ItemId,
};
use crate::guidance::pack_schema::{WrittenProhibition, line};
use crate::guidance::parsed::In;
use crate::index::IndexVec;
use crate::mdd::Node;

/// A prohibition, the facts that decide what it comes to, and the condition that it is in force once everything is
/// known.
pub(super) fn prohibition(
    known: &Referable<'_>,
    conditions: &mut Conditions<'_>,
    faults: &mut Faults,
    grounds: &mut IndexVec<GroundId, CompiledGround>,
    In { file, part }: &In<WrittenProhibition>,
) -> (CompiledProhibition, FactSet, Node) {
    check_lift(faults, file, part);
    let written = DraftedItem {
        file,
        id: &part.id,
        title: &part.title,
        detail: part.detail.as_ref(),
        protective: true,
        lifted_when: part.lifted_when.as_ref(),
        contacts: known.parsed.contacts_of(&part.id, file, &part.contacts),
        grounds: known.parsed.grounds_of(&part.id, file, &part.grounds),
    };
    let draft = draft(known, conditions, faults, &written);
    let in_force = draft.wanted(conditions);
    let (core, facts) = draft.settle(conditions, grounds, in_force);
    let statements = known.statements;
    let caution = part.caution.as_ref().map(|caution| CompiledCaution {
        cites: statements.cited(faults, file, &part.id, &caution.statements),
        words: Prerendered::new(Caution {
            prohibition: part.id.value.clone(),
            because: within(&REASON, faults, file, &caution.says),
            citations: values(&caution.statements),
        }),
    });
    let prohibition = CompiledProhibition {
        core,
        protects: part.protects,
        lifted_says: within_if_any(&LIFTED, faults, file, part.lifted_says.as_ref()),
        lifted_short: lifted_short(faults, file, part),
        holds_back: values(&part.holds_back),
        release_hint: within_if_any(&HINT, faults, file, part.release_hint.as_ref()),
        while_open: part.while_open.as_ref().map(|written| {
            let when = written.in_force_when.as_ref();
            let drawn = when.map(|when| conditions.in_parts(faults, file, Some(when)));
            let (when, parts) = drawn.unzip();
            CompiledWhileOpen {
                not_asked: written.not_asked,
                not_known: written.not_known,
                in_force_when: conditions
                    .builder
                    .keep(when.map_or(Node::FALSE, |when| when.now)),
                parts,
            }
        }),
        caution,
    };
    (prohibition, facts, in_force)
}

/// What lifts it, in short, where something waits for that.
fn lifted_short(faults: &mut Faults, file: &Path, part: &WrittenProhibition) -> Option<String> {
    let long = part.lifted_says.as_ref();
    let long = long.filter(|_| !part.holds_back.is_empty())?;
    let clause = part.lifted_short.as_ref();
    Some(short(SHORT_WAIT, faults, file, clause, long))
}

/// The actions that a prohibition holds back.
pub(super) fn held_back(
    names: &Names<ItemId>,
    faults: &mut Faults,
    entry: &In<WrittenProhibition>,
) -> Vec<ActionId> {
    let mut actions = Vec::new();
    for word in &entry.part.holds_back {
        match names.find(faults, &entry.file, word) {
            Some(ItemId::Action(action)) => actions.push(action),
            Some(ItemId::Prohibition(_)) => {
                let message = format!("`{}` is no action", word.value);
                let help = "a prohibition holds back actions only";
                faults.add(Code::Clash, (&entry.file, line(word)), message, help);
            }
            None => {}
        }
    }
    actions
}

/// What holds something back says how it can be released; a caution is for welfare only.
fn check_lift(faults: &mut Faults, file: &Path, part: &WrittenProhibition) {
    let place = (file, line(&part.id));
    if part.lifted_when.is_some() && part.lifted_says.is_none() {
        let help = "say in `lifted_says` what lifts it";
        faults.add(Code::Lift, place, "`lifted_when` needs words", help);
    }
    if !part.holds_back.is_empty() && (part.lifted_says.is_none() || part.release_hint.is_none()) {
        let help = "say in `lifted_says` and `release_hint` how the actions can go ahead";
        let message = "what it holds back cannot be released";
        faults.add(Code::Lift, place, message, help);
    }
    check_while_open(faults, place, part);
}

/// What protects welfare says what it is while it is open, and a caution has its words and somewhere to stand.
fn check_while_open(faults: &mut Faults, place: (&Path, u64), part: &WrittenProhibition) {
    if part.while_open.is_some() != (part.protects == Protects::Welfare) {
        let message = "what it is while it is open does not fit";
        let help = "give `while_open` to a prohibition that protects welfare, and to no other";
        faults.add(Code::Lift, place, message, help);
    }
    let words = part.while_open.as_ref();
    let words = words.map(|written| [written.not_asked, written.not_known]);
    let words = words.unwrap_or([WhileOpen::InForce; 2]);
    if words[1] == WhileOpen::Absent {
        let message = "it is absent although somebody asked and nobody knows";
        let help = "write `caution` or `in_force` in `not_known`";
        faults.add(Code::Lift, place, message, help);
    }
    let cautions = words.contains(&WhileOpen::Caution);
    if part.caution.is_some() != cautions || cautions && part.holds_back.is_empty() {
        let help = "give a `caution` to a prohibition that holds something back and is a caution while it is \
                    open, and to no other";
        faults.add(Code::Lift, place, "the caution does not fit", help);
    }
}
