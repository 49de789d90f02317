//! The answer, put together from ready pieces in reading order.

use super::questions;
use super::standing::{Force, Judged, Standing};
use crate::contract::advice::{
    Action as ActionAnswer, ActionStatus, Advice, Caution, Completeness, Explanation, Ground,
    NotCovered, Prohibition as ProhibitionAnswer, ProhibitionStatus, Reason, Scope, Urgency,
    UrgencyLevel, Voice, Waiting,
};
use crate::contract::incident::{FactId, FactSet};
use crate::contract::piece::{Piece, Text};
use crate::guidance::{Action, Core, Item};

/// What an answer has used so far of what it lists once at its end.
#[derive(Debug)]
pub(super) struct Used<'g> {
    statements: Vec<bool>,
    contacts: Vec<bool>,
    serving: &'g [bool],
}

/// An action that stands, with its place in the guidance.
pub(super) struct Placed<'g> {
    pub(super) action: &'g Action,
    pub(super) place: usize,
    pub(super) standing: Standing,
    pressing: bool,
}

/// Puts an answer together.
pub(super) fn compose<'g>(judged: &Judged<'g>) -> Advice<'g> {
    let guidance = judged.guidance;
    let mut used = Used::new(judged);
    let forces: Vec<_> = guidance.prohibitions.iter().map(|p| judged.force(p)).collect();
    let placed = place_actions(judged, &forces);

    let plan = questions::plan(judged, &forces, &placed);
    let prohibitions = prohibitions(judged, &forces, &mut used);
    let actions: Vec<_> = placed
        .iter()
        .filter(|placed| !plan.pends(placed.place))
        .map(|placed| action(judged, &forces, placed, None, &mut used))
        .collect();
    let waiting = waiting(&actions);
    let urgency = urgency(judged, &placed, &plan);
    let completeness = completeness(judged, &plan);
    let questions = questions::ask(judged, &forces, &placed, plan, &mut used);
    let explanations = explanations(judged, &prohibitions, &actions, &mut used);
    let situations = guidance
        .situations
        .iter()
        .filter(|situation| judged.scope() == Scope::Incident && judged.holds(situation.when))
        .map(|situation| {
            used.cite(&situation.cites);
            &situation.words
        })
        .collect();
    let not_covered = not_covered(judged, &mut used);

    Advice {
        scope: judged.scope(),
        urgency,
        situations,
        prohibitions,
        actions,
        waiting,
        questions,
        explanations,
        contacts: used.pick(&guidance.contacts, &used.contacts),
        citations: used.pick(&guidance.citations, &used.statements),
        contradictions: judged.understood.contradictions.clone(),
        not_covered,
        completeness,
        facts: judged.understood.counted.clone(),
        guidance: guidance.editions.iter().collect(),
    }
}

impl<'g> Used<'g> {
    fn new(judged: &Judged<'g>) -> Self {
        let guidance = judged.guidance;
        let nation = FactId::named("jurisdiction")
            .and_then(|fact| judged.understood.answer(fact))
            .and_then(|answer| guidance.serving.get(usize::from(answer)));
        Self {
            statements: vec![false; guidance.citations.len()],
            contacts: vec![false; guidance.contacts.len()],
            serving: nation.or(guidance.serving.last()).map_or(&[], Vec::as_slice),
        }
    }

    /// Notes that the answer cites statements.
    pub(super) fn cite(&mut self, statements: &[usize]) {
        for place in statements {
            if let Some(used) = self.statements.get_mut(*place) {
                *used = true;
            }
        }
    }

    /// Those of the contacts that serve where the child is, by id.
    fn name(&mut self, judged: &Judged<'g>, contacts: &[usize]) -> Vec<&'g str> {
        let mut names = Vec::with_capacity(contacts.len());
        for place in contacts {
            if self.serving.get(*place) == Some(&true)
                && let Some(used) = self.contacts.get_mut(*place)
                && let Some(contact) = judged.guidance.contacts.get(*place)
            {
                *used = true;
                names.push(contact.id.as_str());
            }
        }
        names
    }

    fn pick<T>(&self, all: &'g [Piece<T>], used: &[bool]) -> Vec<&'g Piece<T>> {
        all.iter().zip(used).filter(|(_, used)| **used).map(|(piece, _)| piece).collect()
    }
}

fn place_actions<'g>(judged: &Judged<'g>, forces: &[(Force, FactSet)]) -> Vec<Placed<'g>> {
    let mut placed: Vec<_> = judged
        .guidance
        .actions
        .iter()
        .enumerate()
        .filter_map(|(place, action)| {
            let standing = judged.standing(action, holding(action, forces).next().is_some())?;
            let pressing = standing.status == ActionStatus::Withheld
                && action.pressing.as_ref().is_some_and(|pressing| judged.holds(pressing.once));
            Some(Placed { action, place, standing, pressing })
        })
        .collect();
    placed.sort_by_key(|placed| (order(placed.standing.status), !placed.pressing));
    placed
}

/// The prohibitions in force that hold the action back.
fn holding<'f>(
    action: &'f Action,
    forces: &'f [(Force, FactSet)],
) -> impl Iterator<Item = usize> + 'f {
    action.held_by.iter().copied().filter(|place| {
        forces.get(*place).is_some_and(|(force, _)| {
            matches!(force, Force::Prohibited | Force::Precautionary)
        })
    })
}

fn order(status: ActionStatus) -> u8 {
    match status {
        ActionStatus::Recommended => 0,
        ActionStatus::Precautionary => 1,
        ActionStatus::Withheld => 2,
        ActionStatus::Conditional => 3,
    }
}

pub(super) fn fact_names(facts: FactSet) -> Vec<&'static str> {
    facts.iter().map(|fact| fact.fact().name).collect()
}

fn grounds<'g>(
    judged: &Judged<'g>,
    core: &'g Core,
    protective: bool,
    used: &mut Used<'g>,
) -> (Vec<&'g Piece<Ground>>, Voice) {
    let mut grounds = Vec::with_capacity(core.grounds.len());
    let mut voice = Voice::Editorial;
    for ground in &core.grounds {
        if let Some(basis) = judged.basis(ground, protective) {
            used.cite(&ground.cites);
            grounds.push(ground.words(basis));
            if ground.voice == Voice::Source {
                voice = Voice::Source;
            }
        }
    }
    (grounds, voice)
}

fn prohibitions<'g>(
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
            depends_on: fact_names(depends_on),
            grounds,
            holds_back: &prohibition.holds_back,
            contacts: used.name(judged, &core.contacts),
            voice,
        });
    }
    // What is certain stands first.
    prohibitions.sort_by_key(|answer| answer.status != ProhibitionStatus::Prohibited);
    prohibitions
}

/// What holds an action back: what it waits for, why, and what can be done.
#[derive(Default)]
struct Hold<'g> {
    until: Option<&'g Text>,
    because: Vec<&'g Piece<Reason>>,
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
    let gate = placed.action.gate.and_then(|place| guidance.gates.get(place));
    if let Some(gate) = gate.filter(|gate| !judged.open(gate)) {
        hold.until = Some(&gate.until);
        hold.hint = Some(&gate.release_hint);
        for condition in gate.conditions.iter().filter(|one| !judged.holds(one.when)) {
            used.cite(&condition.cites);
            let refuted = judged.refuted(condition.when);
            hold.because.push(if refuted { &condition.refuted } else { &condition.not_known });
        }
        if !judged.understood.contradictory.is_empty() {
            hold.because.push(&guidance.unsettled);
        }
    } else {
        let holding = holding(placed.action, forces);
        for prohibition in holding.filter_map(|place| guidance.prohibitions.get(place)) {
            used.cite(&prohibition.cites);
            hold.until = hold.until.or(prohibition.lifted_says.as_ref());
            hold.hint = hold.hint.or(prohibition.release_hint.as_ref());
            hold.because.push(&prohibition.reason);
        }
    }
    if placed.pressing {
        hold.hint = placed.action.pressing.as_ref().map(|pressing| &pressing.release_hint);
    }
    hold
}

/// The action as it stands in the answer.
pub(super) fn action<'g>(
    judged: &Judged<'g>,
    forces: &[(Force, FactSet)],
    placed: &Placed<'g>,
    pending_question: Option<&'g str>,
    used: &mut Used<'g>,
) -> ActionAnswer<'g> {
    let action = placed.action;
    let core = &action.core;
    let reworded = action.rewordings.iter().find(|words| judged.holds(words.once));
    let (title, detail) = match reworded {
        Some(words) => (&words.title, words.detail.as_ref()),
        None => (&core.title, core.detail.as_ref()),
    };
    let withheld = placed.standing.status == ActionStatus::Withheld;
    let hold =
        if withheld { hold(judged, forces, placed, used) } else { Hold::default() };
    let cautions = if withheld { Vec::new() } else { cautions(judged, forces, action, used) };
    let (grounds, voice) = grounds(judged, core, action.protective, used);
    ActionAnswer {
        id: &core.id,
        title,
        detail,
        status: placed.standing.status,
        actor: action.actor,
        withheld_until: hold.until,
        withheld_because: hold.because,
        release_hint: hold.hint,
        depends_on: fact_names(placed.standing.depends_on),
        pending_question,
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
) -> Vec<&'g Piece<Caution>> {
    let mut cautions = Vec::new();
    for place in &action.held_by {
        if forces.get(*place).is_some_and(|(force, _)| *force == Force::Caution)
            && let Some(prohibition) = judged.guidance.prohibitions.get(*place)
            && let Some(caution) = &prohibition.caution
        {
            used.cite(&prohibition.cites);
            cautions.push(caution);
        }
    }
    cautions
}

fn waiting<'g>(actions: &[ActionAnswer<'g>]) -> Vec<Waiting<'g>> {
    let mut waiting: Vec<Waiting<'g>> = Vec::new();
    let same = |one: Option<&Text>, other: Option<&Text>| match (one, other) {
        (Some(one), Some(other)) => std::ptr::eq(one, other),
        (None, None) => true,
        _ => false,
    };
    for action in actions {
        let Some(until) = action.withheld_until else { continue };
        let group = waiting.iter_mut().find(|group| {
            std::ptr::eq(group.until, until) && same(group.release_hint, action.release_hint)
        });
        match group {
            Some(group) => group.items.push(action.id),
            None => waiting.push(Waiting {
                until,
                release_hint: action.release_hint,
                items: vec![action.id],
            }),
        }
    }
    waiting
}

fn urgency<'g>(
    judged: &Judged<'g>,
    placed: &[Placed<'g>],
    plan: &questions::Plan,
) -> Urgency<'g> {
    let in_force = || {
        placed.iter().filter(|placed| {
            matches!(
                placed.standing.status,
                ActionStatus::Recommended | ActionStatus::Precautionary
            ) && !plan.pends(placed.place)
        })
    };
    let level = in_force()
        .map(|placed| placed.action.urgency)
        .max()
        .unwrap_or(UrgencyLevel::Standard);
    let urgent = in_force().filter(|placed| {
        level != UrgencyLevel::Standard && placed.action.urgency == level
    });
    let items = urgent
        .filter_map(|placed| judged.guidance.actions.get(placed.place))
        .map(|action| action.core.id.as_str())
        .collect();
    Urgency { level, items }
}

fn completeness(judged: &Judged<'_>, plan: &questions::Plan) -> Completeness {
    let understood = &judged.understood;
    let open = |facts: FactSet| !plan.deciding.intersection(facts).is_empty();
    if open(understood.never_asked) || !understood.contradictory.is_empty() {
        Completeness::QuestionsRemain
    } else if open(understood.asked_in_vain) {
        Completeness::AllAsked
    } else {
        Completeness::Complete
    }
}

fn explanations<'g>(
    judged: &Judged<'g>,
    prohibitions: &[ProhibitionAnswer<'g>],
    actions: &[ActionAnswer<'g>],
    used: &mut Used<'g>,
) -> Vec<Explanation<'g>> {
    let stands = |item: &Item| {
        let id = judged.core(*item)?.id.as_str();
        let standing = match item {
            Item::Prohibition(_) => prohibitions.iter().any(|answer| answer.id == id),
            Item::Action(_) => actions
                .iter()
                .any(|answer| answer.id == id && answer.status != ActionStatus::Conditional),
        };
        standing.then_some(id)
    };
    let mut explanations = Vec::new();
    for explanation in &judged.guidance.explanations {
        if explanation.scope != judged.scope() || !judged.holds(explanation.when) {
            continue;
        }
        let explains: Vec<_> = explanation.explains.iter().filter_map(stands).collect();
        if explains.is_empty() {
            continue;
        }
        used.cite(&explanation.cites);
        explanations.push(Explanation {
            id: &explanation.id,
            title: &explanation.title,
            detail: explanation.detail.as_ref(),
            explains,
            citations: &explanation.citations,
            voice: explanation.voice,
            note: explanation.note.as_ref(),
        });
    }
    explanations
}

fn not_covered<'g>(judged: &Judged<'g>, used: &mut Used<'g>) -> Vec<NotCovered<'g>> {
    let gaps = judged.guidance.not_covered.iter();
    gaps.filter(|gap| gap.scope == judged.scope() && judged.holds(gap.when))
        .map(|gap| NotCovered {
            id: &gap.id,
            title: &gap.title,
            detail: gap.detail.as_ref(),
            contacts: used.name(judged, &gap.contacts),
        })
        .collect()
}
