//! What the order of the questions hangs on, and what stands under the first of several questions.
//!
//! Most of it shows elsewhere in the answer. What does not is how many cautions hang on a question,
//! and on which facts an open ground depends.

use super::placed::levels;
use super::talk::{hangs_on, settled_by};
use super::{Kind, Said, Subject, subject};
use crate::atlas::{Atlas, Judged, Standing};
use crate::guidance::Action;
use crate::guidance::diagram::{Builder, Node};

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
        let guidance = atlas.guidance;
        // What presses more stands before what presses less.
        let mut by_level: [[Vec<Under>; 2]; 3] = Default::default();
        for (place, action) in guidance.actions.iter().enumerate() {
            let Some(standing) = atlas.actions.get(place).cloned() else {
                continue;
            };
            if !action.protective {
                continue;
            }
            let levels = levels(&mut atlas.judge.incidents, action, &standing);
            let lists = [
                vec![pending(atlas, place, action)],
                added(atlas, action, &standing),
            ];
            let builder = &mut atlas.judge.incidents.builder;
            for (level, kept) in levels.into_iter().zip(&mut by_level) {
                for (list, kept) in lists.iter().zip(kept) {
                    kept.extend(list.iter().filter_map(|under| under.within(builder, level)));
                }
            }
        }
        let mut plan = Self {
            questions: questions(atlas),
            ..Self::default()
        };
        for [pending, added] in by_level {
            plan.pending.extend(pending);
            plan.added.extend(added);
        }
        plan
    }
}

impl Under {
    /// The same in these incidents, if it hangs on anything there.
    fn within(&self, builder: &mut Builder, incidents: Node) -> Option<Self> {
        let hangs = self.hangs.iter();
        let hangs: Vec<Node> = hangs.map(|node| builder.and(*node, incidents)).collect();
        hangs.iter().any(|node| *node != Node::FALSE).then(|| Self {
            says: self.says.clone(),
            hangs,
        })
    }
}

/// The action where it stands as the consequence of a question.
fn pending(atlas: &mut Atlas<'_>, place: usize, action: &Action) -> Under {
    let pending = atlas.talk().pending.get(place).copied();
    let trigger = atlas.judge.trigger(&action.core);
    let says = Said::value(&action.core.id);
    under(atlas, says, trigger, pending.unwrap_or(Node::FALSE))
}

/// The further grounds of an action that stands already.
fn added(atlas: &mut Atlas<'_>, action: &Action, standing: &Standing) -> Vec<Under> {
    let mut added = Vec::new();
    for (ground, shown) in action.core.grounds.iter().zip(&standing.grounds) {
        let when = Judged::Condition(atlas.judge.root(ground.when));
        let builder = &mut atlas.judge.incidents.builder;
        let open = builder.and(standing.certain, shown.not_ruled_out);
        let says = Said::value(&(&action.core.id, &ground.not_ruled_out.ground));
        added.push(under(atlas, says, when, open));
    }
    added
}

fn questions(atlas: &mut Atlas<'_>) -> Vec<Ranked> {
    let (guidance, talk) = (atlas.guidance, atlas.talk());
    let mut ranked = Vec::new();
    for (place, question) in guidance.questions.iter().enumerate() {
        let listed = talk.asked.listed.get(place).into_iter().flatten();
        let asked = atlas.judge.incidents.any(listed.map(|(_, node)| *node));
        let [mut protects, mut settles] = [Vec::new(), Vec::new()];
        for (item, core) in guidance.cores().enumerate() {
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
