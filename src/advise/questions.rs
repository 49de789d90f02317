//! What to ask next: which facts can still change the answer, under which question, in what order.

use std::cmp::Reverse;

use super::items;
use super::placing::Placed;
use super::standing::{Force, Judged};
use super::used::Used;
use crate::contract::advice::{
    ActionStatus, AddedGround, Basis, OpenFact, Question as QuestionAnswer, Scope,
};
use crate::contract::prerendered::Prerendered;
use crate::facts::FactSet;
use crate::guidance::{Core, Question};

/// Which questions are asked, for which facts, in what order.
#[derive(Debug)]
pub(super) struct Plan<'g> {
    /// For each item, the facts that can still change it.
    changes: Vec<(&'g Core, FactSet)>,
    /// All of these together.
    pub(super) deciding: FactSet,
    asked: Vec<Asked<'g>>,
}

/// One question of the plan.
#[derive(Debug)]
struct Asked<'g> {
    question: &'g Question,
    /// The facts to fill.
    facts: FactSet,
    /// How many protective items that are not certain hang on them.
    protects: usize,
    /// How many items they can settle.
    settles: usize,
}

/// Plans the questions, and puts under them the actions that are their consequences.
pub(super) fn plan<'g>(
    judged: &Judged<'g>,
    forces: &[(Force, FactSet)],
    placed: &mut [Placed<'g>],
) -> Plan<'g> {
    let guidance = judged.guidance;
    let changes: Vec<_> = guidance
        .cores()
        .map(|core| (core, judged.can_change(core)))
        .collect();
    let deciding = all(changes.iter().map(|(_, facts)| *facts));

    let mut plan = Plan {
        changes,
        deciding,
        asked: Vec::with_capacity(guidance.questions.len()),
    };
    let mut left = judged.understood.never_asked;
    for question in &guidance.questions {
        let facts = to_fill(judged, question, deciding).intersection(left);
        if !facts.is_empty() {
            left = left.without(facts);
            plan.asked.push(Asked {
                question,
                facts,
                protects: protects(facts, forces, placed),
                settles: plan.settled_by(facts).count(),
            });
        }
    }
    // Most useful first; what is equal keeps the order of the guidance.
    plan.asked.sort_by_key(|asked| {
        let useful = (asked.question.first, asked.protects, asked.settles);
        Reverse(useful)
    });
    plan.pend(placed);
    plan
}

/// The facts that the questions ask for, all together, whatever their order.
pub(super) fn asked_for(judged: &Judged<'_>) -> FactSet {
    let cores = judged.guidance.cores();
    let deciding = all(cores.map(|core| judged.can_change(core)));
    let questions = judged.guidance.questions.iter();
    let facts = all(questions.map(|question| to_fill(judged, question, deciding)));
    facts.intersection(judged.understood.never_asked)
}

fn all(sets: impl Iterator<Item = FactSet>) -> FactSet {
    sets.fold(FactSet::default(), FactSet::union)
}

/// The facts that a question asks for, where it applies: one that is asked until it is answered, in an
/// incident, for all that it stands for; any other for what decides.
fn to_fill(judged: &Judged<'_>, question: &Question, deciding: FactSet) -> FactSet {
    if question.when.is_some_and(|when| !judged.holds(when)) {
        FactSet::default()
    } else if question.until_answered && judged.scope() == Scope::Incident {
        question.fact_set
    } else {
        question.fact_set.intersection(deciding)
    }
}

/// How many protective items that are not certain hang on the facts.
fn protects(facts: FactSet, forces: &[(Force, FactSet)], placed: &[Placed<'_>]) -> usize {
    let prohibitions = forces.iter().filter(|(force, depends_on)| {
        matches!(force, Force::Caution | Force::Precautionary) && depends_on.meets(facts)
    });
    let actions = placed.iter().filter(|placed| {
        placed.standing.status == ActionStatus::Precautionary
            && placed.standing.depends_on.meets(facts)
    });
    prohibitions.count() + actions.count()
}

impl<'g> Plan<'g> {
    /// The items that the facts can settle.
    fn settled_by(&self, facts: FactSet) -> impl Iterator<Item = &'g str> {
        let items = self
            .changes
            .iter()
            .filter(move |(_, open)| open.meets(facts));
        items.map(|(core, _)| core.id.as_str())
    }

    /// Puts each protective action that rests only on unasked facts under the first question for
    /// one of them.
    fn pend(&self, placed: &mut [Placed<'g>]) {
        for placed in placed {
            let standing = &placed.standing;
            if standing.can_pend() {
                let mut asked = self.asked.iter();
                let first = asked.find(|asked| asked.facts.meets(standing.depends_on));
                placed.pending = first.map(|asked| asked.question.id.as_str());
            }
        }
    }

    /// The questions as they stand in the answer.
    pub(super) fn ask(
        &self,
        judged: &Judged<'g>,
        forces: &[(Force, FactSet)],
        placed: &[Placed<'g>],
        used: &mut Used<'g>,
    ) -> Vec<QuestionAnswer<'g>> {
        let mut earlier = FactSet::default();
        let mut questions = Vec::with_capacity(self.asked.len());
        for asked in &self.asked {
            let question = asked.question;
            used.cite(&question.cites);
            let mut settles = Vec::with_capacity(asked.settles);
            settles.extend(self.settled_by(asked.facts));
            let pending = placed
                .iter()
                .filter(|placed| placed.pending == Some(&question.id));
            let consequences = pending
                .map(|placed| items::action(judged, forces, placed, used))
                .collect();
            questions.push(QuestionAnswer {
                id: &question.id,
                title: &question.title,
                detail: question.detail.as_ref(),
                facts: open_facts(judged, question, asked.facts),
                settles,
                consequences,
                adds_to: adds_to(judged, placed, asked.facts, earlier),
                citations: &question.citations,
                voice: question.voice,
            });
            earlier = earlier.union(asked.facts);
        }
        questions
    }
}

/// The further reasons that an answer to these facts could give to protective actions that are
/// recommended already. What hangs on earlier questions too stands under those.
fn adds_to<'g>(
    judged: &Judged<'g>,
    placed: &[Placed<'g>],
    facts: FactSet,
    earlier: FactSet,
) -> Vec<AddedGround<'g>> {
    let mut added = Vec::new();
    for Placed {
        action, standing, ..
    } in placed
    {
        if !action.protective || standing.status != ActionStatus::Recommended {
            continue;
        }
        for ground in &action.core.grounds {
            let open = judged.ground_depends_on(ground);
            if open.meets(facts)
                && !open.meets(earlier)
                && judged.basis(ground, true) == Some(Basis::NotRuledOut)
            {
                let ground = &ground.words(Basis::NotRuledOut).ground;
                added.push(AddedGround {
                    item: &action.core.id,
                    ground,
                });
            }
        }
    }
    added
}

fn open_facts<'g>(
    judged: &Judged<'g>,
    question: &'g Question,
    facts: FactSet,
) -> Vec<&'g Prerendered<OpenFact>> {
    let asked = question.facts.iter().filter(|fact| facts.contains(**fact));
    asked
        .filter_map(|fact| judged.guidance.facts.get(fact.index()))
        .collect()
}
