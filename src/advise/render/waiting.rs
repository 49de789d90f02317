//! What waits, and for what.

use std::borrow::Cow;

use super::items::{cautions, title, waiting as waiting_actions};
use crate::advise::decision::{DecidedAction, Decision};
use crate::contract::advice::{Waiting, WaitingItem};
use crate::contract::prerendered::Text;
use crate::contract::write_json::IfAny;
use crate::guidance::{ActionId, CompiledAlternative, GateId, any_of};

/// The withheld actions, gathered by what they wait for and what can be done about it (SEMANTICS 9.5).
pub(super) fn waiting<'g>(decision: &Decision<'g>) -> Vec<Waiting<'g>> {
    let mut waiting: Vec<Waiting<'g>> = Vec::new();
    for id in waiting_actions(decision) {
        let (until, release_hint) = hold(decision, id);
        let place = waiting.iter().position(|group| {
            group.until == until && hint(group.release_hint) == hint(release_hint)
        });
        let place = place.unwrap_or_else(|| {
            waiting.push(Waiting {
                until,
                release_hint,
                items: Vec::new(),
                cautions: IfAny::default(),
            });
            waiting.len() - 1
        });
        if let Some(group) = waiting.get_mut(place) {
            gather(group, decision, id);
        }
    }
    waiting
}

fn hint(hint: Option<&Text>) -> Option<&str> {
    hint.map(|hint| hint.as_str())
}

/// Adds an action to its group, with what to make sure of (SEMANTICS 8.6).
fn gather<'g>(group: &mut Waiting<'g>, decision: &Decision<'g>, id: ActionId) {
    let action = &decision.guidance.actions[id];
    let cautions = cautions(decision, id);
    group.items.push(WaitingItem {
        id: &action.core.id,
        title: title(action, &decision.actions[id]),
        cautions: cautions.iter().map(|one| &*one.prohibition).collect(),
    });
    for caution in &cautions {
        let mut there = group.cautions.iter();
        if there.all(|one| one.prohibition != caution.prohibition) {
            group.cautions.push(caution);
        }
    }
}

/// What an action waits for, and what can be done about it (SEMANTICS 8.2, 8.4, 8.5).
fn hold<'g>(decision: &Decision<'g>, id: ActionId) -> (Cow<'g, str>, Option<&'g Text>) {
    let (action, decided) = (&decision.guidance.actions[id], &decision.actions[id]);
    let gate = decision.shut_gate(id);
    let (until, hint) = gate.map_or_else(
        || held_back(decision, decided),
        |gate| not_open(decision, gate),
    );
    let escalation = action.escalates_when.as_ref();
    let escalation = escalation.filter(|_| decided.escalates);
    (until, escalation.map(|one| &one.release_hint).or(hint))
}

fn not_open<'g>(decision: &Decision<'g>, gate: GateId) -> (Cow<'g, str>, Option<&'g Text>) {
    let alternatives: Vec<_> = behind_gate(decision, gate).collect();
    let until = match &*alternatives {
        [alternative] => Cow::Borrowed(&*alternative.short),
        several => Cow::Owned(any_of(several.iter().map(|one| &*one.short))),
    };
    (until, alternatives.first().map(|one| &one.release_hint))
}

fn held_back<'g>(
    decision: &Decision<'g>,
    decided: &DecidedAction,
) -> (Cow<'g, str>, Option<&'g Text>) {
    let guidance = decision.guidance;
    let holding = || {
        let holding = decided.held_by.iter();
        holding.map(|id| &guidance.prohibitions[*id])
    };
    let until = holding().find_map(|one| one.lifted_short.as_deref());
    let until = until.unwrap_or_default();
    let hint = holding().find_map(|one| one.release_hint.as_ref());
    (until.into(), hint)
}

/// The alternatives of a gate that can still come (SEMANTICS 5.4).
pub(super) fn behind_gate<'g>(
    decision: &Decision<'g>,
    gate: GateId,
) -> impl Iterator<Item = &'g CompiledAlternative> {
    let in_reach = decision.gates[gate].in_reach.iter();
    let alternatives = decision.guidance.gates[gate].alternatives.iter();
    let alternatives = alternatives.zip(in_reach);
    alternatives
        .filter(|(_, in_reach)| **in_reach)
        .map(|(alternative, _)| alternative)
}
