//! What to ask next: which facts can still change the answer, under which question, in what order.

use super::items;
use super::placing::Placed;
use super::standing::{Force, Judged};
use super::used::Used;
use crate::contract::advice::{
    ActionStatus, AddedGround, Basis, Question as QuestionAnswer, Scope, Voice,
};
use crate::contract::sets::FactSet;
use crate::guidance::{Core, Question};

/// Which questions are asked, for which facts, and which actions are shown under them.
#[derive(Debug)]
pub(super) struct Plan {
    /// Every fact that can still change an item, asked or not.
    pub(super) deciding: FactSet,
    asked: Vec<Asked>,
}

/// One question of the plan.
#[derive(Debug)]
struct Asked {
    /// Its place in the guidance.
    question: usize,
    /// The facts to fill.
    facts: FactSet,
    /// How many protective items hang on it.
    protects: usize,
    settles: Vec<usize>,
    /// The protective actions that rest on it alone, by place.
    consequences: Vec<usize>,
}

impl Plan {
    /// Whether an action is shown as the consequence of a question, and nowhere else.
    pub(super) fn pends(&self, action: usize) -> bool {
        self.asked
            .iter()
            .any(|asked| asked.consequences.contains(&action))
    }
}

/// Plans the questions.
pub(super) fn plan<'g>(
    judged: &Judged<'g>,
    forces: &[(Force, FactSet)],
    placed: &[Placed<'g>],
) -> Plan {
    let changes: Vec<FactSet> = cores(judged).map(|core| judged.can_change(core)).collect();
    let deciding = changes
        .iter()
        .fold(FactSet::default(), |all, one| all.union(*one));
    let mut left = judged.understood.never_asked;
    let mut asked = Vec::new();
    for (place, question) in judged.guidance.questions.iter().enumerate() {
        if question.when.is_some_and(|when| !judged.holds(when)) {
            continue;
        }
        // A question of the source asks for all that it stands for; ours only for what decides.
        let mut facts = question.fact_set.intersection(left);
        if question.voice != Voice::Source || judged.scope() != Scope::Incident {
            facts = facts.intersection(deciding);
        }
        if facts.is_empty() {
            continue;
        }
        left = left.without(facts);
        let hangs = |open: &FactSet| !open.intersection(facts).is_empty();
        let settles = (0..)
            .zip(&changes)
            .filter(|(_, open)| hangs(open))
            .map(|(at, _)| at);
        let precautions = forces.iter().filter(|(force, open)| {
            matches!(force, Force::Caution | Force::Precautionary) && hangs(open)
        });
        let protective = placed.iter().filter(|placed| {
            placed.standing.status == ActionStatus::Precautionary
                && hangs(&placed.standing.depends_on)
        });
        asked.push(Asked {
            question: place,
            facts,
            protects: precautions.count() + protective.count(),
            settles: settles.collect(),
            consequences: Vec::new(),
        });
    }
    rank(judged, &mut asked);
    pend(&mut asked, placed);
    Plan { deciding, asked }
}

/// Orders the questions by what their answers can settle, protective items first.
fn rank(judged: &Judged<'_>, asked: &mut [Asked]) {
    let first = |asked: &Asked| {
        judged
            .guidance
            .questions
            .get(asked.question)
            .is_some_and(|question| question.first)
    };
    asked.sort_by_key(|asked| {
        (
            !first(asked),
            usize::MAX - asked.protects,
            usize::MAX - asked.settles.len(),
        )
    });
}

/// Puts each protective action that rests only on unasked facts under the first question for one.
fn pend(asked: &mut [Asked], placed: &[Placed<'_>]) {
    let pending = placed.iter().filter(|placed| {
        placed.standing.status == ActionStatus::Precautionary && placed.standing.unasked
    });
    for placed in pending {
        let settles = |asked: &&mut Asked| {
            !asked
                .facts
                .intersection(placed.standing.depends_on)
                .is_empty()
        };
        if let Some(asked) = asked.iter_mut().find(settles) {
            asked.consequences.push(placed.place);
        }
    }
}

/// The questions as they stand in the answer.
pub(super) fn ask<'g>(
    judged: &Judged<'g>,
    forces: &[(Force, FactSet)],
    placed: &[Placed<'g>],
    plan: Plan,
    used: &mut Used<'g>,
) -> Vec<QuestionAnswer<'g>> {
    let pends: Vec<usize> = plan
        .asked
        .iter()
        .flat_map(|asked| asked.consequences.iter().copied())
        .collect();
    let ids: Vec<&'g str> = cores(judged).map(|core| core.id.as_str()).collect();
    let mut added = FactSet::default();
    let mut questions = Vec::new();
    for asked in plan.asked {
        let Some(question) = judged.guidance.questions.get(asked.question) else {
            continue;
        };
        used.cite(&question.cites);
        let consequences = placed
            .iter()
            .filter(|placed| asked.consequences.contains(&placed.place))
            .map(|placed| items::action(judged, forces, placed, Some(&question.id), used))
            .collect();
        let fresh = asked.facts.without(added);
        let standing = placed
            .iter()
            .filter(|placed| !pends.contains(&placed.place));
        let adds_to = standing
            .flat_map(|placed| adds(judged, placed, fresh))
            .collect();
        added = added.union(asked.facts);
        questions.push(QuestionAnswer {
            id: &question.id,
            title: &question.title,
            detail: question.detail.as_ref(),
            facts: open_facts(judged, question, asked.facts),
            settles: asked
                .settles
                .iter()
                .filter_map(|at| ids.get(*at).copied())
                .collect(),
            consequences,
            adds_to,
            citations: &question.citations,
            voice: question.voice,
        });
    }
    questions
}

/// The further reasons that an answer to these facts could give to a protective action that stands.
fn adds<'g>(judged: &Judged<'g>, placed: &Placed<'g>, facts: FactSet) -> Vec<AddedGround<'g>> {
    let action = placed.action;
    if !action.protective || placed.standing.status != ActionStatus::Recommended {
        return Vec::new();
    }
    let mut added = Vec::new();
    for ground in &action.core.grounds {
        let hangs = !judged
            .ground_depends_on(ground)
            .intersection(facts)
            .is_empty();
        if hangs && judged.basis(ground, true) == Some(Basis::NotRuledOut) {
            added.push(AddedGround {
                item: &action.core.id,
                ground: &ground.words(Basis::NotRuledOut).ground,
            });
        }
    }
    added
}

fn open_facts<'g>(
    judged: &Judged<'g>,
    question: &'g Question,
    facts: FactSet,
) -> Vec<&'g crate::contract::piece::Piece<crate::contract::advice::OpenFact>> {
    let asked = question.facts.iter().filter(|fact| facts.contains(**fact));
    asked
        .filter_map(|fact| judged.guidance.facts.get(fact.index()))
        .collect()
}

/// What all items share: the prohibitions', then the actions'.
fn cores<'g>(judged: &Judged<'g>) -> impl Iterator<Item = &'g Core> {
    let guidance = judged.guidance;
    let prohibitions = guidance
        .prohibitions
        .iter()
        .map(|prohibition| &prohibition.core);
    prohibitions.chain(guidance.actions.iter().map(|action| &action.core))
}
