//! Prohibitions and actions as they stand in the answer.

use super::placing::{Placed, holding};
use super::standing::{Force, Judged};
use super::used::Used;
use crate::contract::advice::{
    Action as ActionAnswer, ActionStatus, Basis, Caution, Ground, Prohibition as ProhibitionAnswer,
    ProhibitionStatus, Reason, Voice,
};
use crate::contract::prerendered::{Prerendered, Text};
use crate::facts::FactSet;
use crate::guidance::{Action, Core};

/// The names of facts.
fn fact_names<'g>(judged: &Judged<'g>, facts: FactSet) -> Vec<&'g str> {
    let vocabulary = judged.guidance.vocabulary();
    facts.iter().map(|fact| &*vocabulary[fact].name).collect()
}

/// The grounds that are not refuted, what is known first, and who speaks in the best of them.
fn grounds<'g>(
    judged: &Judged<'g>,
    core: &'g Core,
    protective: bool,
    used: &mut Used<'g>,
) -> (Vec<&'g Prerendered<Ground>>, Voice) {
    let mut grounds = Vec::with_capacity(core.grounds.len());
    for ground in &core.grounds {
        if let Some(basis) = judged.basis(ground, protective) {
            used.cite(&ground.cites);
            grounds.push(&ground.words(basis).ground);
        }
    }
    grounds.sort_by_key(|ground| ground.basis != Basis::Known);
    let best = grounds.first().map(|ground| ground.basis);
    let best = grounds.iter().filter(|ground| Some(ground.basis) == best);
    let voice = best.map(|ground| ground.voice).min();
    (grounds, voice.unwrap_or(Voice::Source))
}

/// The prohibitions in force, what is certain first.
pub(super) fn prohibitions<'g>(
    judged: &Judged<'g>,
    forces: &[(Force, FactSet)],
    used: &mut Used<'g>,
) -> Vec<ProhibitionAnswer<'g>> {
    let mut prohibitions = Vec::new();
    for (prohibition, (force, depends_on)) in judged.guidance.prohibitions.iter().zip(forces) {
        let (status, depends_on) = match force {
            Force::Absent | Force::Caution => continue,
            Force::Prohibited => (ProhibitionStatus::Prohibited, FactSet::default()),
            Force::Precautionary => (ProhibitionStatus::Precautionary, *depends_on),
        };
        let core = &prohibition.core;
        let (grounds, voice) = grounds(judged, core, true, used);
        prohibitions.push(ProhibitionAnswer {
            id: &core.id,
            title: &core.title,
            detail: core.detail.as_ref(),
            status,
            protects: prohibition.protects,
            lifted_when: prohibition.lifted_says.as_ref(),
            depends_on: fact_names(judged, depends_on),
            grounds,
            holds_back: &prohibition.holds_back,
            contacts: used.name(judged, &core.contacts),
            voice,
        });
    }
    prohibitions.sort_by_key(|answer| answer.status != ProhibitionStatus::Prohibited);
    prohibitions
}

/// What holds an action back: what it waits for, why, and what can be done.
#[derive(Default)]
struct Hold<'g> {
    until: Option<&'g Text>,
    because: Vec<&'g Prerendered<Reason>>,
    hint: Option<&'g Text>,
}

fn hold<'g>(
    judged: &Judged<'g>,
    forces: &[(Force, FactSet)],
    placed: &Placed<'g>,
    used: &mut Used<'g>,
) -> Hold<'g> {
    let guidance = judged.guidance;
    let mut hold = Hold::default();
    let gate = placed
        .action
        .gate
        .and_then(|place| guidance.gates.get(place));
    if let Some(gate) = gate.filter(|gate| !judged.open(gate)) {
        hold.until = Some(&gate.until);
        hold.hint = Some(&gate.release_hint);
        for condition in gate.conditions.iter().filter(|one| !judged.holds(one.when)) {
            used.cite(&condition.cites);
            let refuted = judged.refuted(condition.when);
            hold.because.push(if refuted {
                &condition.refuted
            } else {
                &condition.not_known
            });
        }
        if !judged.understood.contradictory.is_empty() {
            hold.because.push(&guidance.unsettled);
        }
    } else {
        let holding = holding(placed.action, forces);
        for prohibition in holding.filter_map(|place| guidance.prohibitions.get(place)) {
            hold.until = hold.until.or(prohibition.lifted_says.as_ref());
            hold.hint = hold.hint.or(prohibition.release_hint.as_ref());
            for ground in &prohibition.core.grounds {
                if let Some(basis) = judged.basis(ground, true) {
                    used.cite(&ground.cites);
                    hold.because.push(&ground.words(basis).reason);
                }
            }
        }
    }
    if placed.pressing {
        hold.hint = placed
            .action
            .escalates_when
            .as_ref()
            .map(|escalation| &escalation.release_hint);
    }
    hold
}

/// The action as it stands in the answer.
pub(super) fn action<'g>(
    judged: &Judged<'g>,
    forces: &[(Force, FactSet)],
    placed: &Placed<'g>,
    used: &mut Used<'g>,
) -> ActionAnswer<'g> {
    let action = placed.action;
    let core = &action.core;
    let reworded = action
        .rewordings
        .iter()
        .find(|words| judged.holds(words.once));
    let (title, detail) = match reworded {
        Some(words) => (&words.title, words.detail.as_ref()),
        None => (&core.title, core.detail.as_ref()),
    };
    let withheld = placed.standing.status == ActionStatus::Withheld;
    let hold = if withheld {
        hold(judged, forces, placed, used)
    } else {
        Hold::default()
    };
    let cautions = if withheld {
        Vec::new()
    } else {
        cautions(judged, forces, action, used)
    };
    let (grounds, voice) = grounds(judged, core, action.protective, used);
    ActionAnswer {
        id: &core.id,
        title,
        detail,
        status: placed.standing.status,
        actor: action.actor,
        urgency: placed.urgency,
        withheld_until: hold.until,
        withheld_because: hold.because,
        release_hint: hold.hint,
        depends_on: fact_names(judged, placed.standing.depends_on),
        pending_question: placed.pending,
        cautions,
        grounds,
        contacts: used.name(judged, &core.contacts),
        voice,
    }
}

fn cautions<'g>(
    judged: &Judged<'g>,
    forces: &[(Force, FactSet)],
    action: &Action,
    used: &mut Used<'g>,
) -> Vec<&'g Prerendered<Caution>> {
    let mut cautions = Vec::new();
    for place in &action.held_by {
        if forces
            .get(*place)
            .is_some_and(|(force, _)| *force == Force::Caution)
            && let Some(prohibition) = judged.guidance.prohibitions.get(*place)
            && let Some(caution) = &prohibition.caution
        {
            used.cite(&caution.cites);
            cautions.push(&caution.words);
        }
    }
    cautions
}
