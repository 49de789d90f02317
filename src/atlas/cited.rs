//! Which statements are cited in every incident.

use super::Atlas;
use super::judge::{Judge, Judged};
use super::questions::Asked;
use super::standing::Standing;
use crate::guidance::{Action, Ground, Guidance};
use crate::mdd::Node;

/// For each statement, the incidents in whose answers it is cited.
pub(super) fn cited(atlas: &mut Atlas<'_>, asked: &Asked, explained: &[Node]) -> Vec<Node> {
    let guidance = atlas.guidance;
    let mut cited = Cited {
        nodes: vec![Node::FALSE; guidance.citations.len()],
        judge: &mut atlas.judge,
        prohibitions: &atlas.prohibitions,
    };
    for (prohibition, standing) in guidance.prohibitions.iter().zip(&atlas.prohibitions) {
        cited.grounds(&prohibition.core.grounds, standing, standing.shown);
    }
    for (action, standing) in guidance.actions.iter().zip(&atlas.actions) {
        cited.grounds(&action.core.grounds, standing, standing.shown);
        cited.holds(guidance, action, standing.withheld);
        cited.cautions(guidance, action, standing);
    }
    for (question, listed) in guidance.questions.iter().zip(&asked.listed) {
        let facts = listed.iter().map(|(_, node)| *node);
        let asked = cited.judge.incidents.any(facts);
        cited.add(&question.cites, asked);
    }
    for (explanation, shown) in guidance.explanations.iter().zip(explained) {
        cited.add(&explanation.cites, *shown);
    }
    for situation in &guidance.situations {
        let when = Judged::Condition(cited.judge.root(situation.when));
        let holds = cited.judge.holds(when);
        let incident = cited.judge.scopes.incident;
        let shown = cited.judge.incidents.builder.and(holds, incident);
        cited.add(&situation.cites, shown);
    }
    cited.nodes
}

/// The statements cited so far.
struct Cited<'a> {
    nodes: Vec<Node>,
    judge: &'a mut Judge,
    prohibitions: &'a [Standing],
}

impl Cited<'_> {
    fn add(&mut self, statements: &[usize], shown: Node) {
        for place in statements {
            if let Some(node) = self.nodes.get_mut(*place) {
                *node = self.judge.incidents.builder.or(*node, shown);
            }
        }
    }

    /// The grounds of an item, in the incidents in which the item is shown.
    fn grounds(&mut self, grounds: &[Ground], standing: &Standing, shown: Node) {
        for (ground, basis) in grounds.iter().zip(&standing.grounds) {
            let builder = &mut self.judge.incidents.builder;
            let either = builder.or(basis.known, basis.not_ruled_out);
            let here = builder.and(either, shown);
            self.add(&ground.cites, here);
        }
    }

    /// Why an action is withheld: what its gate waits for, or else what holds it back.
    fn holds(&mut self, guidance: &Guidance, action: &Action, withheld: Node) {
        let mut held = withheld;
        if let Some(gate) = action.gate.and_then(|place| guidance.gates.get(place)) {
            let mut open = self.judge.incidents.consistent;
            for condition in &gate.conditions {
                let when = Judged::Condition(self.judge.root(condition.when));
                let known = self.judge.holds(when);
                let unknown = self.judge.incidents.without(withheld, known);
                self.add(&condition.cites, unknown);
                open = self.judge.incidents.builder.and(open, known);
            }
            held = self.judge.incidents.builder.and(withheld, open);
        }
        for place in &action.held_by {
            let prohibitions = self.prohibitions;
            if let Some(prohibition) = guidance.prohibitions.get(*place)
                && let Some(standing) = prohibitions.get(*place)
            {
                let in_force = standing.in_force(self.judge);
                let here = self.judge.incidents.builder.and(held, in_force);
                self.grounds(&prohibition.core.grounds, standing, here);
            }
        }
    }

    /// What to make sure of before an action that is not withheld.
    fn cautions(&mut self, guidance: &Guidance, action: &Action, standing: &Standing) {
        let free = self
            .judge
            .incidents
            .without(standing.shown, standing.withheld);
        for place in &action.held_by {
            let prohibition = guidance.prohibitions.get(*place);
            if let Some(caution) = prohibition.and_then(|one| one.caution.as_ref())
                && let Some(held) = self.prohibitions.get(*place)
            {
                let here = self.judge.incidents.builder.and(held.caution, free);
                self.add(&caution.cites, here);
            }
        }
    }
}
