//! Why each item stands where it stands, as it is shown in the answer (SEMANTICS 12.10).

use super::items::{is_possible, names, shown_items};
use super::waiting::behind_gate;
use crate::advise::decision::Decision;
use crate::contract::advice::{Basis, Ground, ItemStatus, Outcome, Reason, Reasons};
use crate::contract::prerendered::Prerendered;
use crate::contract::write_json::IfAny;
use crate::guidance::{ActionId, Core, GateId, ItemId, ProhibitionId};

/// The reasons for every item that is shown.
pub(super) fn reasons<'g>(decision: &Decision<'g>) -> Vec<Reasons<'g>> {
    let shown = shown_items(decision).map(|item| {
        let core = decision.guidance.core(item);
        let (withheld_because, holds_back) = match item {
            ItemId::Prohibition(id) => (IfAny::default(), held_by(decision, id)),
            ItemId::Action(id) => (withheld_because(decision, id), IfAny::default()),
        };
        Reasons {
            item: &core.id,
            depends_on: depends_on(decision, item),
            grounds: grounds(decision, core),
            withheld_because,
            holds_back,
        }
    });
    shown.collect()
}

/// The open facts on which an item depends, but for what is possible, which tells them itself.
fn depends_on<'g>(decision: &Decision<'g>, item: ItemId) -> IfAny<&'g str> {
    match item {
        ItemId::Action(id) if is_possible(decision.actions[id].status) => IfAny::default(),
        _ => names(decision, decision.item(item).depends_on),
    }
}

/// The actions that a prohibition holds back, by id.
fn held_by<'g>(decision: &Decision<'g>, id: ProhibitionId) -> IfAny<&'g str> {
    let held = decision.guidance.prohibitions[id].holds_back.iter();
    held.map(String::as_str).collect()
}

/// The grounds that are shown, what is known first (SEMANTICS 7.3).
fn grounds<'g>(decision: &Decision<'g>, core: &Core) -> Vec<&'g Prerendered<Ground>> {
    let guidance = decision.guidance;
    let shown = core.grounds.iter().filter_map(|id| {
        let basis = decision.grounds[*id].basis?;
        Some(&guidance.grounds[*id].words(basis).ground)
    });
    let mut grounds: Vec<_> = shown.collect();
    grounds.sort_by_key(|ground| ground.basis != Basis::Known);
    grounds
}

/// Why an action is withheld (SEMANTICS 8.3, 8.4).
fn withheld_because<'g>(decision: &Decision<'g>, id: ActionId) -> IfAny<&'g Prerendered<Reason>> {
    if decision.actions[id].status != ItemStatus::Withheld {
        return IfAny::default();
    }
    match decision.shut_gate(id) {
        Some(gate) => not_open(decision, gate),
        None => held_back(decision, id),
    }
}

/// What keeps a gate from being open (SEMANTICS 8.3).
fn not_open<'g>(decision: &Decision<'g>, gate: GateId) -> IfAny<&'g Prerendered<Reason>> {
    let guidance = decision.guidance;
    let mut because: IfAny<&Prerendered<Reason>> = IfAny::default();
    for id in behind_gate(decision, gate).flat_map(|one| &one.conditions) {
        let condition = &guidance.gate_conditions[*id];
        let reason = match decision.gate_conditions[*id] {
            Outcome::Holds => continue,
            Outcome::Refuted => &condition.refuted,
            Outcome::Open => &condition.not_known,
        };
        if !because.iter().any(|other| other.json() == reason.json()) {
            because.push(reason);
        }
    }
    if decision.facts.contradicts_itself() {
        because.push(&guidance.unsettled);
    }
    because
}

/// The grounds of the prohibitions that hold an action back (SEMANTICS 8.4).
fn held_back<'g>(decision: &Decision<'g>, id: ActionId) -> IfAny<&'g Prerendered<Reason>> {
    let guidance = decision.guidance;
    let holding = decision.actions[id].held_by.iter();
    let grounds = holding.flat_map(|id| &guidance.prohibitions[*id].core.grounds);
    let shown = grounds.filter_map(|id| {
        let basis = decision.grounds[*id].basis?;
        Some(&guidance.grounds[*id].words(basis).reason)
    });
    shown.collect()
}
