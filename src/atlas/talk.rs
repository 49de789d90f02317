//! What is asked, explained, not covered and cited in every incident.

use super::Atlas;
use super::cited;
use super::judge::Judged;
use super::questions::Asked;
use crate::guidance::Item;
use crate::guidance::diagram::Node;

/// What an answer says beside where its items stand.
#[derive(Debug)]
pub(crate) struct Talk {
    /// What is asked, and what could still change something.
    pub(crate) asked: Asked,
    /// For each explanation, the incidents in which it is shown.
    pub(crate) explained: Vec<Node>,
    /// For each gap, the incidents in which it is shown.
    pub(crate) not_covered: Vec<Node>,
    /// For each statement, the incidents in whose answers it is cited.
    pub(crate) cited: Vec<Node>,
}

impl Talk {
    /// Draws it for a body of guidance.
    pub(super) fn of(atlas: &mut Atlas<'_>) -> Self {
        let asked = Asked::of(atlas.guidance, &mut atlas.judge);
        let mut pending = Vec::with_capacity(atlas.actions.len());
        for (action, standing) in atlas.guidance.actions.iter().zip(&atlas.actions) {
            pending.push(if action.protective {
                asked.pending(&mut atlas.judge, &action.core, standing)
            } else {
                Node::FALSE
            });
        }
        let explained = explained(atlas, &pending);
        let cited = cited::cited(atlas, &asked, &explained);
        Self {
            not_covered: not_covered(atlas),
            asked,
            explained,
            cited,
        }
    }
}

/// For each explanation, the incidents in which it is shown.
fn explained(atlas: &mut Atlas<'_>, pending: &[Node]) -> Vec<Node> {
    let mut explained = Vec::new();
    for explanation in &atlas.guidance.explanations {
        let mut standing = Node::FALSE;
        for item in &explanation.explains {
            let stands = atlas.stands(pending, *item);
            standing = atlas.judge.incidents.builder.or(standing, stands);
        }
        let when = Judged::Condition(atlas.judge.root(explanation.when));
        let holds = atlas.judge.holds(when);
        let scope = atlas.judge.scope(explanation.scope);
        let builder = &mut atlas.judge.incidents.builder;
        let here = builder.and(holds, scope);
        explained.push(builder.and(here, standing));
    }
    explained
}

impl Atlas<'_> {
    /// The incidents in which an item stands among the prohibitions or the actions, and is not
    /// conditional.
    pub(crate) fn stands(&mut self, pending: &[Node], item: Item) -> Node {
        match item {
            Item::Prohibition(place) => {
                let standing = self.prohibitions.get(place);
                standing.map_or(Node::FALSE, |standing| standing.shown)
            }
            Item::Action(place) => {
                let (Some(standing), Some(pending)) = (self.actions.get(place), pending.get(place))
                else {
                    return Node::FALSE;
                };
                let incidents = &mut self.judge.incidents;
                let elsewhere = incidents.builder.or(standing.conditional, *pending);
                incidents.without(standing.shown, elsewhere)
            }
        }
    }
}

/// For each gap, the incidents in which it is shown.
fn not_covered(atlas: &mut Atlas<'_>) -> Vec<Node> {
    let judge = &mut atlas.judge;
    let mut shown = Vec::new();
    for gap in &atlas.guidance.not_covered {
        let when = Judged::Condition(judge.root(gap.when));
        let holds = judge.holds(when);
        let scope = judge.scope(gap.scope);
        shown.push(judge.incidents.builder.and(holds, scope));
    }
    shown
}
