//! What a caller's own screen can do (SEMANTICS 17.1 to 17.4).

use super::evaluation::Evaluation;
use crate::advise::decision::{DecidedAction, DecidedControl, DecidedProhibition};
use crate::contract::advice::{Actor, ControlState, ItemStatus, Scope};
use crate::guidance::{ActionId, CompiledControl, CompiledControlEntry, ItemId, ProhibitionId};
use crate::index::IndexVec;

/// The decided items, as controls ask for them.
pub(super) struct Controls<'e> {
    pub(super) evaluation: &'e Evaluation<'e>,
    pub(super) prohibitions: &'e IndexVec<ProhibitionId, DecidedProhibition>,
    pub(super) actions: &'e IndexVec<ActionId, DecidedAction>,
}

impl Controls<'_> {
    /// The state of a control, and the items that say so (SEMANTICS 17.3, 17.4).
    pub(super) fn decide(&self, control: &CompiledControl) -> DecidedControl {
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
    fn fits(&self, entry: &CompiledControlEntry) -> Option<Vec<ItemId>> {
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
        let in_force = entry.in_force.iter().filter(|id| self.in_force(**id));
        let in_force = in_force.map(|id| ItemId::Prohibition(*id)).collect();
        let withheld = actions(&entry.withheld, &|one| one.status == ItemStatus::Withheld);
        let leads = actions(&entry.leads, &|one| {
            stands(one) && one.actor == Actor::SafeguardingLead
        });
        let recommended = actions(&entry.recommended, &|one| {
            one.status == ItemStatus::Recommended
                && entry.actor.is_none_or(|actor| actor == one.actor)
        });
        let fits = one_of(!entry.in_force.is_empty(), in_force)
            && one_of(!entry.withheld.is_empty(), withheld)
            && one_of(!entry.leads.is_empty(), leads)
            && one_of(!entry.recommended.is_empty(), recommended)
            && !entry.absent.iter().any(|id| self.in_force(*id))
            && !entry.no_caution.iter().any(|id| self.is_caution(*id))
            && entry.when.is_none_or(|when| self.evaluation.known(when));
        fits.then_some(items)
    }

    fn in_force(&self, id: ProhibitionId) -> bool {
        super::items::in_force(self.prohibitions[id].status)
    }

    fn is_caution(&self, id: ProhibitionId) -> bool {
        self.prohibitions[id].status == ItemStatus::Caution
    }
}

/// Whether an action stands (SEMANTICS 16.1).
fn stands(action: &DecidedAction) -> bool {
    matches!(
        action.status,
        ItemStatus::Recommended | ItemStatus::Precautionary
    )
}
