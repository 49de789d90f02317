//! Actions.

use std::path::Path;

use super::conditions::Conditions;
use super::draft::{Draft, DraftedItem, draft};
use super::names::Named;
use super::referable::Referable;
use super::text::{DETAIL, HINT, SHORT_DEED, TITLE, short, within, within_if_any};
use crate::contract::advice::Actor;
use crate::contract::catalogue::{Listed, WhenUnknown};
use crate::contract::prerendered::Prerendered;
use crate::facts::FactSet;
use crate::guidance::diagnostic::{Code, Faults};
use crate::guidance::model::{
    CompiledAction, CompiledEscalation, CompiledGround, CompiledRewording, GateId, GroundId,
    ProhibitionId,
};
use crate::guidance::pack_schema::{WrittenAction, WrittenRewording, line};
use crate::guidance::parsed::In;
use crate::index::IndexVec;
use crate::mdd::Node;

/// An action, and the facts that decide what it comes to. One that is protective is held back by nothing
/// (SEMANTICS 6.2).
pub(super) fn action(
    known: &Referable<'_>,
    conditions: &mut Conditions<'_>,
    faults: &mut Faults,
    grounds: &mut IndexVec<GroundId, CompiledGround>,
    In { file, part }: &In<WrittenAction>,
    holding: &[(ProhibitionId, Node)],
) -> (CompiledAction, FactSet) {
    let written = DraftedItem {
        file,
        id: &part.id,
        title: &part.title,
        detail: part.detail.as_ref(),
        protective: part.when_unknown == WhenUnknown::Act,
        lifted_when: part.lifted_when.as_ref(),
        contacts: known.parsed.contacts_of(&part.id, file, &part.contacts),
        grounds: known.parsed.grounds_of(&part.id, file, &part.grounds),
    };
    let draft = draft(known, conditions, faults, &written);
    let gate = part.gate.as_ref();
    let gate = gate.and_then(|word| conditions.gates.find(faults, file, word));
    if draft.protective && (gate.is_some() || !holding.is_empty()) {
        let message = format!("`{}` is protective and yet held back", part.id.value);
        let help = "an action with `when_unknown: act` has no gate and no prohibition over it";
        faults.add(Code::Clash, (file, line(&part.id)), message, help);
    }
    let outcome = outcome(conditions, &draft, gate.as_ref(), holding);
    let (core, facts) = draft.settle(conditions, grounds, outcome);
    let rewordings = part.rewordings.iter();
    let action = CompiledAction {
        core,
        short: short(SHORT_DEED, faults, file, part.short.as_ref(), &part.title),
        actor: part.actor,
        always_listed: part.listed == Some(Listed::Always),
        gate: gate.map(|gate| gate.id),
        held_by: holding.iter().map(|(id, _)| *id).collect(),
        rewordings: rewordings
            .map(|words| rewording(conditions, faults, file, words, part.actor))
            .collect(),
        escalates_when: part.escalates_when.as_ref().map(|escalation| {
            let once = conditions.condition(faults, file, &escalation.once);
            CompiledEscalation {
                once: conditions.builder.keep(once.now),
                release_hint: Prerendered::new(within(
                    &HINT,
                    faults,
                    file,
                    &escalation.release_hint,
                )),
            }
        }),
    };
    (action, facts)
}

/// What the action comes to in an incident: it goes ahead, it waits, or it is not wanted.
fn outcome(
    conditions: &mut Conditions<'_>,
    draft: &Draft,
    gate: Option<&Named<GateId>>,
    holding: &[(ProhibitionId, Node)],
) -> Node {
    let mut wanted = draft.wanted(conditions);
    let mut free = Node::TRUE;
    if let Some(Named { drawn, .. }) = gate {
        // One alternative is in reach exactly where all of them together are.
        let in_reach = conditions.in_reach(*drawn);
        wanted = conditions.builder.and(wanted, in_reach);
        free = drawn.once_known;
    }
    let builder = &mut conditions.builder;
    for (_, in_force) in holding {
        let unheld = builder.not(*in_force);
        free = builder.and(free, unheld);
    }
    let status = builder.ite(free, Node::TRUE, Node::OTHER);
    builder.ite(wanted, status, Node::FALSE)
}

fn rewording(
    conditions: &mut Conditions<'_>,
    faults: &mut Faults,
    file: &Path,
    words: &WrittenRewording,
    actor: Actor,
) -> CompiledRewording {
    let once = conditions.condition(faults, file, &words.once);
    let place = (file, line(&words.title));
    conditions.must_be_possible(faults, place, "the time for these words", once);
    CompiledRewording {
        once: conditions.builder.keep(once.now),
        title: Prerendered::new(within(&TITLE, faults, file, &words.title)),
        short: short(SHORT_DEED, faults, file, words.short.as_ref(), &words.title),
        detail: within_if_any(&DETAIL, faults, file, words.detail.as_ref()),
        actor: words.actor.unwrap_or(actor),
    }
}
