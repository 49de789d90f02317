//! What a caller's own screen can do (SEMANTICS 17.1 to 17.4).

use super::items::in_force;
use super::standing::Standing;
use crate::advise::decision::{DecidedAction, DecidedControl};
use crate::contract::advice::{Actor, ControlState, ItemStatus, Scope};
use crate::guidance::{ActionId, CompiledControl, CompiledControlEntry, ItemId, ProhibitionId};

impl Standing<'_> {
    /// The state of a control, and the items that say so (SEMANTICS 17.3, 17.4).
    pub(super) fn control(self, control: &CompiledControl) -> DecidedControl {
        let mut decided = DecidedControl {
            control: control.control,
            state: ControlState::Blocked,
            items: Vec::new(),
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
    fn fits(self, entry: &CompiledControlEntry) -> Option<Vec<ItemId>> {
        let mut items = Vec::new();
        let mut one_of = |asked: bool, found: Vec<ItemId>| {
            let fits = !asked || !found.is_empty();
            items.extend(found);
            fits
        };
        let actions = |among: &[ActionId], fits: &dyn Fn(&DecidedAction) -> bool| {
            let among = among.iter().filter(|id| fits(&self.actions[**id]));
            among.map(|id| ItemId::Action(*id)).collect::<Vec<_>>()
        };
        let prohibition = |id: &ProhibitionId| self.prohibitions[*id].status;
        let is_in_force = |id: &ProhibitionId| in_force(prohibition(id));
        let is_caution = |id: &ProhibitionId| prohibition(id) == ItemStatus::Caution;
        let forbidden = entry.in_force.iter().copied().filter(is_in_force);
        let forbidden = forbidden.map(ItemId::Prohibition).collect();
        let withheld = actions(&entry.withheld, &|one| one.status == ItemStatus::Withheld);
        let leads = entry.leads.iter().copied();
        let leads = leads.filter(|id| self.actions[*id].actor == Actor::SafeguardingLead);
        let leads = leads.map(ItemId::Action);
        let leads = leads.filter(|item| self.basis(*item).is_some()).collect();
        let recommended = actions(&entry.recommended, &|one| {
            one.status == ItemStatus::Recommended
                && entry.actor.is_none_or(|actor| actor == one.actor)
        });
        let fits = one_of(!entry.in_force.is_empty(), forbidden)
            && one_of(!entry.withheld.is_empty(), withheld)
            && one_of(!entry.leads.is_empty(), leads)
            && one_of(!entry.recommended.is_empty(), recommended)
            && !entry.absent.iter().any(is_in_force)
            && !entry.no_caution.iter().any(is_caution)
            && entry.when.is_none_or(|when| self.evaluation.known(when));
        fits.then_some(items)
    }
}
