//! What a caller's own screen can do in every incident.

use super::beyond_items::BeyondItems;
use super::drawing::Symbolic;
use crate::contract::advice::{Actor, ControlName, ControlState};
use crate::guidance::{CompiledControlEntry, ItemId, ProhibitionId};
use crate::mdd::Node;

/// For each control and each of its states, the incidents in which it has it.
#[derive(Debug)]
pub(crate) struct ControlSets(Vec<(ControlName, ControlState, Node)>);

impl ControlSets {
    /// Draws them where the statuses are drawn (SEMANTICS 17.1, 17.3).
    pub(crate) fn of(symbolic: &mut Symbolic<'_>, beyond: &BeyondItems) -> Self {
        let guidance = symbolic.guidance;
        let mut sets = Vec::new();
        for control in &guidance.card.controls {
            let mut left = symbolic.evaluator.scopes.incident;
            for (state, entry) in &control.entries {
                let fits = symbolic.entry_fits(beyond, entry);
                let incidents = &mut symbolic.evaluator.incidents;
                let here = incidents.builder.and(left, fits);
                sets.push((control.control, *state, here));
                left = incidents.without(left, fits);
            }
            let builder = &mut symbolic.evaluator.incidents.builder;
            let elsewhere = builder.not(symbolic.evaluator.scopes.incident);
            let blocked = builder.or(left, elsewhere);
            sets.push((control.control, ControlState::Blocked, blocked));
        }
        Self(sets)
    }

    /// The incidents in which a control has a state.
    pub(crate) fn with(
        &self,
        symbolic: &mut Symbolic<'_>,
        control: ControlName,
        state: ControlState,
    ) -> Node {
        let sets = self.0.iter();
        let sets = sets.filter(|(own, its, _)| *own == control && *its == state);
        symbolic
            .evaluator
            .incidents
            .any(sets.map(|(.., node)| *node))
    }
}

impl Symbolic<'_> {
    /// The incidents in which an entry of a control fits (SEMANTICS 17.2).
    fn entry_fits(&mut self, beyond: &BeyondItems, entry: &CompiledControlEntry) -> Node {
        let lists = [
            self.one_of(&entry.in_force, Self::in_force),
            self.one_of(&entry.withheld, |symbolic, id| {
                symbolic.actions[id].withheld
            }),
            self.one_of(&entry.leads, |symbolic, id| {
                let stands = symbolic.standing(beyond, ItemId::Action(id)).any;
                let acting = symbolic.acting(id, Actor::SafeguardingLead);
                symbolic.evaluator.incidents.builder.and(stands, acting)
            }),
            self.one_of(&entry.recommended, |symbolic, id| {
                let acting = entry
                    .actor
                    .map_or(Node::TRUE, |actor| symbolic.acting(id, actor));
                let recommended = symbolic.actions[id].certain;
                symbolic
                    .evaluator
                    .incidents
                    .builder
                    .and(recommended, acting)
            }),
        ];
        let mut fits = lists.into_iter().flatten().fold(Node::TRUE, |all, one| {
            self.evaluator.incidents.builder.and(all, one)
        });
        for id in &entry.absent {
            let in_force = self.in_force(*id);
            fits = self.evaluator.incidents.without(fits, in_force);
        }
        for id in &entry.no_caution {
            let caution = self.prohibitions[*id].caution;
            fits = self.evaluator.incidents.without(fits, caution);
        }
        let when = entry.when.map_or(Node::TRUE, |when| self.known(when));
        self.evaluator.incidents.builder.and(fits, when)
    }

    /// The incidents in which it is so of one of some items; nothing where there are none.
    fn one_of<I: Copy>(&mut self, ids: &[I], so: impl Fn(&mut Self, I) -> Node) -> Option<Node> {
        let so: Vec<Node> = ids.iter().map(|id| so(self, *id)).collect();
        (!so.is_empty()).then(|| self.evaluator.incidents.any(so))
    }

    fn in_force(&mut self, id: ProhibitionId) -> Node {
        self.prohibitions[id].in_force(&mut self.evaluator)
    }
}
