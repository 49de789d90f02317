//! What a caller's own screen can do (SEMANTICS 17.1 to 17.4).

use super::items::in_force;
use super::standing::{Standing, standing_basis};
use crate::advise::decision::{DecidedAction, DecidedControl};
use crate::contract::advice::{Actor, ControlState, ItemStatus, Scope};
use crate::few::Few;
use crate::guidance::{ActionId, CompiledControl, CompiledControlEntry, ItemId, ProhibitionId};

impl Standing<'_> {
    /// The state of a control, and the items that say so (SEMANTICS 17.3, 17.4).
    pub(super) fn control(self, control: &CompiledControl) -> DecidedControl {
        let mut decided = DecidedControl {
            control: control.control,
            state: ControlState::Blocked,
            items: Few::new(),
        };
        if self.evaluation.scope() != Scope::Incident {
            return decided;
        }
        let fitting = control.entries.iter();
        let mut fitting = fitting.filter_map(|(state, entry)| Some((*state, self.fits(entry)?)));
        if let Some((state, items)) = fitting.next() {
            decided.state = state;
            decided.items = items;
            // The entries come by their state.
            for (_, items) in fitting.take_while(|(other, _)| *other == state) {
                for item in items {
                    if !decided.items.contains(&item) {
                        decided.items.push(item);
                    }
                }
            }
        }
        decided
    }

    /// The items that make an entry fit; nothing where it does not (SEMANTICS 17.2).
    fn fits(self, entry: &CompiledControlEntry) -> Option<Few<ItemId>> {
        let prohibition = |id: &ProhibitionId| self.prohibitions[*id].status;
        let is_in_force = |id: &ProhibitionId| in_force(prohibition(id));
        let is_caution = |id: &ProhibitionId| prohibition(id) == ItemStatus::Caution;
        let is_withheld = |one: &DecidedAction| one.status == ItemStatus::Withheld;
        let leads = |one: &DecidedAction| {
            one.actor == Actor::SafeguardingLead && standing_basis(one.status).is_some()
        };
        let is_recommended = |one: &DecidedAction| {
            one.status == ItemStatus::Recommended
                && entry.actor.is_none_or(|actor| actor == one.actor)
        };
        let forbidden = entry.in_force.iter().filter(|id| is_in_force(id));
        let forbidden = forbidden.map(|id| ItemId::Prohibition(*id));
        let mut items = Few::new();
        let fits = one_of(&entry.in_force, forbidden, &mut items)
            && self.one_action_of(&entry.withheld, is_withheld, &mut items)
            && self.one_action_of(&entry.leads, leads, &mut items)
            && self.one_action_of(&entry.recommended, is_recommended, &mut items)
            && !entry.absent.iter().any(is_in_force)
            && !entry.no_caution.iter().any(is_caution)
            && entry.when.is_none_or(|when| self.evaluation.known(when));
        fits.then_some(items)
    }

    /// Whether one of the actions is as it is asked for; nothing is asked where there are none.
    fn one_action_of(
        self,
        actions: &[ActionId],
        fits: impl Fn(&DecidedAction) -> bool,
        items: &mut Few<ItemId>,
    ) -> bool {
        let fitting = actions.iter().filter(|id| fits(&self.actions[**id]));
        one_of(actions, fitting.map(|id| ItemId::Action(*id)), items)
    }
}

/// Whether something was found, where something was asked for.
fn one_of<T>(asked: &[T], found: impl Iterator<Item = ItemId>, items: &mut Few<ItemId>) -> bool {
    let before = items.len();
    items.extend(found);
    asked.is_empty() || items.len() > before
}
