//! Prohibitions and actions as they are shown in the answer.

use super::contacts::ContactsNamed;
use crate::advise::decision::{DecidedAction, DecidedItem, Decision};
use crate::contract::advice::{
    Action, ActionStatus, Basis, Caution, ItemStatus, Possible, PossibleStatus,
    Prohibition as ProhibitionAnswer, ProhibitionStatus,
};
use crate::contract::prerendered::{Prerendered, Text};
use crate::contract::write_json::IfAny;
use crate::facts::FactSet;
use crate::few::Few;
use crate::guidance::{ActionId, CompiledAction, CompiledGround, Core, ItemId, ProhibitionId};

/// Every item that is shown, with everything that can be asked for: the prohibitions, the actions, what waits, what
/// is possible (SEMANTICS 12.10).
pub(super) fn shown_items(decision: &Decision<'_>) -> impl Iterator<Item = ItemId> {
    let prohibitions = in_force(decision).map(|(id, _)| ItemId::Prohibition(id));
    let actions = to_do(decision)
        .map(|(id, _)| id)
        .chain(waiting(decision))
        .chain(possible_actions(decision).map(|(id, _)| id));
    prohibitions.chain(actions.map(ItemId::Action))
}

/// The prohibitions in force, what is certain first (SEMANTICS 9.1).
fn in_force(decision: &Decision<'_>) -> impl Iterator<Item = (ProhibitionId, ProhibitionStatus)> {
    let both = [
        (ItemStatus::Prohibited, ProhibitionStatus::Prohibited),
        (ItemStatus::Precautionary, ProhibitionStatus::Precautionary),
    ];
    both.into_iter().flat_map(move |(status, shown)| {
        let prohibitions = decision.prohibitions.iter_enumerated();
        let these = prohibitions.filter(move |(_, decided)| decided.status == status);
        these.map(move |(id, _)| (id, shown))
    })
}

/// The actions to take now, in their order (SEMANTICS 9.2, 9.3).
fn to_do(decision: &Decision<'_>) -> impl Iterator<Item = (ActionId, ActionStatus)> {
    ranked(decision, |status| match status {
        ItemStatus::Recommended => Some(ActionStatus::Recommended),
        ItemStatus::Precautionary => Some(ActionStatus::Precautionary),
        _ => None,
    })
}

/// The actions that wait, in their order.
pub(super) fn waiting(decision: &Decision<'_>) -> impl Iterator<Item = ActionId> {
    let waiting = ranked(decision, |status| {
        (status == ItemStatus::Withheld).then_some(())
    });
    waiting.map(|(id, ())| id)
}

/// The actions that are due only if it turns out so, in their order (SEMANTICS 12.9).
pub(super) fn possible_actions(
    decision: &Decision<'_>,
) -> impl Iterator<Item = (ActionId, PossibleStatus)> {
    ranked(decision, possible_status)
}

/// Whether an action of that status is due only if it turns out so.
pub(super) fn is_possible(status: ItemStatus) -> bool {
    possible_status(status).is_some()
}

fn possible_status(status: ItemStatus) -> Option<PossibleStatus> {
    match status {
        ItemStatus::Pending => Some(PossibleStatus::Pending),
        ItemStatus::Conditional => Some(PossibleStatus::Conditional),
        _ => None,
    }
}

/// The actions that are shown in some place, in their order, with what they are there.
fn ranked<T>(
    decision: &Decision<'_>,
    shown: impl Fn(ItemStatus) -> Option<T>,
) -> impl Iterator<Item = (ActionId, T)> {
    let ranking = decision.ranking.iter().copied();
    ranking.filter_map(move |id| Some((id, shown(decision.actions[id].status)?)))
}

/// The prohibitions in force.
pub(super) fn prohibitions<'g>(decision: &Decision<'g>) -> Vec<ProhibitionAnswer<'g>> {
    let mut prohibitions = Vec::with_capacity(decision.prohibitions.len());
    prohibitions.extend(in_force(decision).map(|(id, status)| {
        let prohibition = &decision.guidance.prohibitions[id];
        let (core, item) = (&prohibition.core, &decision.prohibitions[id].item);
        ProhibitionAnswer {
            id: &core.id,
            title: &core.title,
            detail: core.detail.as_ref(),
            status,
            protects: prohibition.protects,
            lifted_when: prohibition.lifted_says.as_ref(),
            because: Some(because(decision, core, item)),
            citations: citations(decision, core, item),
            voice: item.best.voice,
        }
    }));
    prohibitions
}

/// The actions to take now.
pub(super) fn actions<'g>(
    decision: &Decision<'g>,
    contacts: &mut ContactsNamed<'_, 'g>,
) -> Vec<Action<'g>> {
    let mut actions = Vec::with_capacity(decision.ranking.len());
    actions.extend(to_do(decision).map(|(id, status)| {
        let (action, decided) = (&decision.guidance.actions[id], &decision.actions[id]);
        let (core, item) = (&action.core, &decided.item);
        Action {
            id: &core.id,
            title: title(action, decided),
            detail: detail(action, decided),
            status,
            actor: decided.actor,
            urgency: item.best.urgency(),
            because: Some(because(decision, core, item)),
            citations: citations(decision, core, item),
            voice: item.best.voice,
            cautions: cautions(decision, id),
            contacts: contacts.name(&core.contacts).into(),
        }
    }));
    actions
}

/// What is to be done only if it turns out so.
pub(super) fn possible<'g>(decision: &Decision<'g>) -> Vec<Possible<'g>> {
    let shown = possible_actions(decision).map(|(id, status)| {
        let (action, decided) = (&decision.guidance.actions[id], &decision.actions[id]);
        let (core, item) = (&action.core, &decided.item);
        let question = decided.pending_question;
        Possible {
            id: &core.id,
            title: title(action, decided),
            status,
            actor: decided.actor,
            urgency: item.best.urgency(),
            depends_on: names(decision, item.depends_on),
            question: question.map(|id| &*decision.guidance.questions[id].id),
            because: Some(because(decision, core, item)),
            citations: citations(decision, core, item),
            voice: item.best.voice,
            cautions: cautions(decision, id),
        }
    });
    shown.collect()
}

/// What an action is called here (SEMANTICS 8.1).
pub(super) fn title<'g>(action: &'g CompiledAction, decided: &DecidedAction) -> &'g Text {
    let reworded = decided.rewording.map(|id| &action.rewordings[id]);
    reworded.map_or(&action.core.title, |words| &words.title)
}

fn detail<'g>(action: &'g CompiledAction, decided: &DecidedAction) -> Option<&'g Text> {
    match decided.rewording {
        Some(id) => action.rewordings[id].detail.as_ref(),
        None => action.core.detail.as_ref(),
    }
}

/// The best grounds of an item, in the order of the guidance (SEMANTICS 7.4).
fn best<'g>(
    decision: &Decision<'g>,
    core: &'g Core,
    item: &DecidedItem,
) -> impl Iterator<Item = &'g CompiledGround> {
    let basis = item.best.basis;
    let best = core
        .grounds
        .iter()
        .filter(move |ground| decision.grounds[**ground].basis == basis);
    let guidance = decision.guidance;
    best.map(|ground| &guidance.grounds[*ground])
}

/// The ground that an item tells (SEMANTICS 7.7).
#[expect(
    clippy::expect_used,
    reason = "an item without a ground that is not ruled out is absent"
)]
fn because<'g>(decision: &Decision<'g>, core: &'g Core, item: &DecidedItem) -> &'g Text {
    let basis = item.best.basis.unwrap_or(Basis::NotRuledOut);
    let told = best(decision, core, item).next();
    &told.expect("it shows a ground").words(basis).because
}

/// The statements that an item rests on (SEMANTICS 7.7).
fn citations<'g>(decision: &Decision<'g>, core: &'g Core, item: &DecidedItem) -> Few<&'g str> {
    let told = match item.best.basis {
        Some(Basis::Known) => usize::MAX,
        _ => 1,
    };
    let mut citations = Few::new();
    for ground in best(decision, core, item).take(told) {
        for statement in &ground.known.ground.citations {
            if !citations.contains(&statement.as_str()) {
                citations.push(statement.as_str());
            }
        }
    }
    citations
}

/// The cautions of the prohibitions that would hold the action back (SEMANTICS 8.6).
pub(super) fn cautions<'g>(
    decision: &Decision<'g>,
    action: ActionId,
) -> IfAny<&'g Prerendered<Caution>> {
    let guidance = decision.guidance;
    let cautions = decision.cautions(action);
    cautions
        .filter_map(|id| guidance.prohibitions[id].caution.as_ref())
        .map(|caution| &caution.words)
        .collect()
}

/// The names of some facts.
pub(super) fn names<'g, N: FromIterator<&'g str>>(decision: &Decision<'g>, facts: FactSet) -> N {
    let vocabulary = decision.guidance.vocabulary();
    facts.iter().map(|fact| &*vocabulary[fact].name).collect()
}
