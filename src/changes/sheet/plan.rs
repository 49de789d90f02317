//! What the order of the questions hangs on, and what stands under the first of several questions.
//!
//! Most of it shows elsewhere in the answer. What does not is how many cautions hang on a question,
//! and on which facts an open ground depends.

use super::talk::{hangs_on, settled_by};
use super::{Kind, Said, Subject, subject};
use crate::atlas::{Atlas, Judged, cores};
use crate::guidance::diagram::Node;

/// The questions, and what stands under the first of several.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    pub(crate) questions: Vec<Ranked>,
    /// Actions that stand under a question as its consequence.
    pub(crate) pending: Vec<Under>,
    /// Further grounds of actions that stand already.
    pub(crate) added: Vec<Under>,
}

/// What gives a question its place.
#[derive(Debug)]
pub(crate) struct Ranked {
    pub(crate) of: Subject,
    pub(crate) first: bool,
    pub(crate) asked: Node,
    /// For each item, by id, where it is protective and not certain, and hangs on the question.
    pub(crate) protects: Vec<(String, Node)>,
    /// For each item, where the question can settle it.
    pub(crate) settles: Vec<(String, Node)>,
}

/// What stands under the first question that it hangs on.
#[derive(Debug)]
pub(crate) struct Under {
    pub(crate) says: Said,
    /// For each question, where it hangs on it.
    pub(crate) hangs: Vec<Node>,
}

impl Plan {
    pub(super) fn of(atlas: &mut Atlas<'_>) -> Self {
        let mut plan = Self {
            questions: questions(atlas),
            ..Self::default()
        };
        let (guidance, talk) = (atlas.guidance, atlas.talk());
        for (place, action) in guidance.actions.iter().enumerate() {
            let Some(standing) = atlas.actions.get(place).cloned() else {
                continue;
            };
            if !action.protective {
                continue;
            }
            let id = &action.core.id;
            let trigger = atlas.judge.trigger(&action.core);
            let says = Said::value(id);
            let pending = talk.pending.get(place).copied();
            let pending = under(atlas, says, trigger, pending.unwrap_or(Node::FALSE));
            plan.pending.push(pending);
            for (ground, shown) in action.core.grounds.iter().zip(&standing.grounds) {
                let when = Judged::Condition(atlas.judge.root(ground.when));
                let builder = &mut atlas.judge.incidents.builder;
                let open = builder.and(standing.certain, shown.not_ruled_out);
                let says = Said::value(&(id, &ground.not_ruled_out.ground));
                let added = under(atlas, says, when, open);
                plan.added.push(added);
            }
        }
        plan
    }
}

fn questions(atlas: &mut Atlas<'_>) -> Vec<Ranked> {
    let (guidance, talk) = (atlas.guidance, atlas.talk());
    let mut ranked = Vec::new();
    for (place, question) in guidance.questions.iter().enumerate() {
        let listed = talk.asked.listed.get(place).into_iter().flatten();
        let asked = atlas.judge.incidents.any(listed.map(|(_, node)| *node));
        let [mut protects, mut settles] = [Vec::new(), Vec::new()];
        for (item, core) in cores(guidance).enumerate() {
            let settled = settled_by(atlas, core, place);
            settles.push((core.id.clone(), settled));
            let prohibitions = guidance.prohibitions.len();
            let counts = match item.checked_sub(prohibitions) {
                None => atlas.prohibitions.get(item).map(|it| it.open),
                Some(action) => atlas.actions.get(action).map(|it| it.precautionary),
            };
            let trigger = atlas.judge.trigger(core);
            let hangs = hangs_on(atlas, trigger, place);
            let counts = counts.unwrap_or(Node::FALSE);
            let hangs = atlas.judge.incidents.builder.and(hangs, counts);
            protects.push((core.id.clone(), hangs));
        }
        ranked.push(Ranked {
            of: subject(Kind::Question, &question.id),
            first: question.first,
            asked,
            protects,
            settles,
        });
    }
    ranked
}

fn under(atlas: &mut Atlas<'_>, says: Said, judged: Judged, stands: Node) -> Under {
    let mut hangs = Vec::new();
    for question in 0..atlas.guidance.questions.len() {
        let here = hangs_on(atlas, judged, question);
        hangs.push(atlas.judge.incidents.builder.and(here, stands));
    }
    Under { says, hangs }
}
