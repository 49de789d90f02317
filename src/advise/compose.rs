//! The answer, put together from ready pieces in reading order.

use super::items;
use super::placing;
use super::questions;
use super::standing::Judged;
use super::used::Used;
use crate::contract::advice::{
    Action, ActionStatus, Advice, Completeness, Explanation, NotCovered, Prohibition, Scope,
    Urgency, UrgencyLevel, Waiting,
};
use crate::facts::FactSet;
use crate::guidance::Item;

/// Puts an answer together.
pub(super) fn compose(judged: Judged<'_>) -> Advice<'_> {
    let guidance = judged.guidance;
    let scope = judged.scope();
    let mut used = Used::new(&judged);
    let forces = judged.forces();
    let mut placed = placing::place(&judged, &forces);

    let plan = questions::plan(&judged, &forces, &mut placed);
    let prohibitions = items::prohibitions(&judged, &forces, &mut used);
    let mut actions = Vec::with_capacity(placed.len());
    for placed in placed.iter().filter(|placed| placed.pending.is_none()) {
        actions.push(items::action(&judged, &forces, placed, &mut used));
    }
    let waiting = waiting(&actions);
    let urgency = urgency(&actions);
    let completeness = completeness(&judged, &plan);
    let questions = plan.ask(&judged, &forces, &placed, &mut used);
    let explanations = explanations(&judged, &prohibitions, &actions, &mut used);
    let situations = guidance
        .situations
        .iter()
        .filter(|situation| scope == Scope::Incident && judged.holds(situation.when))
        .map(|situation| {
            used.cite(&situation.cites);
            &situation.words
        })
        .collect();
    let not_covered = not_covered(&judged, &mut used);

    Advice {
        scope,
        urgency,
        situations,
        prohibitions,
        actions,
        waiting,
        questions,
        explanations,
        contacts: used.contacts(guidance),
        citations: used.citations(guidance),
        contradictions: judged.understood.contradictions,
        not_covered,
        completeness,
        facts: judged.understood.counted,
        guidance: guidance.editions.iter().collect(),
        what_if: None,
        trace: None,
    }
}

/// The withheld actions, gathered by what can be done about them now.
fn waiting<'g>(actions: &[Action<'g>]) -> Vec<Waiting<'g>> {
    let mut waiting: Vec<Waiting<'g>> = Vec::new();
    for action in actions {
        let Some(until) = action.withheld_until else {
            continue;
        };
        let hint = action.release_hint.map(|hint| hint.as_str());
        let same = |group: &&mut Waiting<'g>| group.release_hint.map(|hint| hint.as_str()) == hint;
        if let Some(group) = waiting.iter_mut().find(same) {
            group.items.push(action.id);
            if !group
                .until
                .iter()
                .any(|other| other.as_str() == until.as_str())
            {
                group.until.push(until);
            }
        } else {
            waiting.push(Waiting {
                until: vec![until],
                release_hint: action.release_hint,
                items: vec![action.id],
            });
        }
    }
    waiting
}

/// The strongest urgency among the actions to take now, those not ruled out included.
fn urgency<'g>(actions: &[Action<'g>]) -> Urgency<'g> {
    let now = [ActionStatus::Recommended, ActionStatus::Precautionary];
    let in_force = || {
        let mut actions = actions.iter();
        std::iter::from_fn(move || actions.find(|action| now.contains(&action.status)))
    };
    let level = in_force().map(|action| action.urgency).max();
    let level = level.unwrap_or(UrgencyLevel::Standard);
    let mut urgency = Urgency {
        level,
        items: Vec::new(),
        citations: Vec::new(),
    };
    if level == UrgencyLevel::Standard {
        return urgency;
    }
    for action in in_force().filter(|action| action.urgency == level) {
        urgency.items.push(action.id);
        let best = action.grounds.first().map(|ground| ground.basis);
        let best = action
            .grounds
            .iter()
            .filter(|ground| Some(ground.basis) == best);
        let saying = best.filter(|ground| ground.urgency == Some(level));
        for statement in saying.flat_map(|ground| &ground.citations) {
            if !urgency.citations.contains(&statement.as_str()) {
                urgency.citations.push(statement);
            }
        }
    }
    urgency
}

fn completeness(judged: &Judged<'_>, plan: &questions::Plan<'_>) -> Completeness {
    let understood = &judged.understood;
    let open = |facts: FactSet| plan.deciding.meets(facts);
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
    prohibitions: &[Prohibition<'g>],
    actions: &[Action<'g>],
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
