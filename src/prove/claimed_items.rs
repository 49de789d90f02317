//! What a claim says of items.

use super::invariants::Claim;
use super::subject::Subject;
use crate::contract::advice::UrgencyLevel;
use crate::guidance::{ContactId, ItemId, StatementId};
use crate::mdd::Node;
use crate::symbolic::Predicate;

impl Subject<'_> {
    /// The incidents of each status that is claimed.
    pub(super) fn of_items(&mut self, claim: &Claim) -> Vec<Node> {
        let statuses = [
            (&claim.recommended, Has::Certain),
            (&claim.withheld, Has::Withheld),
            (&claim.conditional, Has::Conditional),
            (&claim.pending, Has::Pending),
            (&claim.emergency, Has::Emergency),
            (&claim.in_force, Has::InForce),
            (&claim.absent, Has::Nothing),
            (&claim.caution, Has::Caution),
        ];
        let claimed = statuses.into_iter().filter_map(|(items, has)| {
            self.any_of(items, |subject, id| subject.with_status(id, has))
        });
        claimed.collect()
    }

    /// The incidents of each thing that is claimed of what an item says.
    pub(super) fn of_words(&mut self, claim: &Claim) -> Vec<Node> {
        let mut held = Vec::new();
        for (item, statements) in &claim.cites {
            held.push(self.cites(item, statements));
        }
        for (action, actors) in &claim.acts {
            held.push(self.acts(action, actors));
        }
        for (item, beginnings) in &claim.worded {
            held.push(self.worded(item, beginnings));
        }
        for (action, places) in &claim.waits_for {
            held.push(self.waits_for(action, places));
        }
        held
    }

    /// The incidents in which the item has that status.
    fn with_status(&mut self, id: &str, has: Has) -> Node {
        let Some(item) = self.item(id) else {
            self.note_missing(id);
            return match has {
                Has::Nothing => Node::TRUE,
                _ => Node::FALSE,
            };
        };
        let status = self.status_of(item);
        let (certain, precautionary) = (status.certain, status.precautionary);
        let (withheld, conditional) = (status.withheld, status.conditional);
        let (shown, caution) = (status.shown, status.caution);
        self.concern(shown);
        let builder = &mut self.symbolic.evaluator.incidents.builder;
        match has {
            Has::Certain => certain,
            Has::Withheld => withheld,
            Has::Conditional => conditional,
            Has::InForce => builder.or(certain, precautionary),
            Has::Nothing => builder.not(shown),
            Has::Caution => caution,
            Has::Pending => self.pending(item),
            Has::Emergency => self.emergency(item),
        }
    }

    /// The incidents in which it stands under a question, and not among the actions.
    pub(super) fn pending(&mut self, item: ItemId) -> Node {
        match item {
            ItemId::Prohibition(_) => Node::FALSE,
            ItemId::Action(id) => self.beyond_items().pending[id],
        }
    }

    /// The incidents in which it stands among the actions and a known ground calls it an emergency: its best grounds are
    /// then those that are known (SEMANTICS 7.4, 7.6).
    pub(super) fn emergency(&mut self, item: ItemId) -> Node {
        let pending = self.pending(item);
        let guidance = self.symbolic.guidance;
        let status = self.status_of(item);
        let grounds = guidance.grounds_of(guidance.core(item));
        let grounds = grounds.zip(&status.grounds);
        let calling = grounds.filter(|(ground, _)| ground.urgency == Some(UrgencyLevel::Emergency));
        let calling: Vec<Node> = calling.map(|(_, basis)| basis.known).collect();
        let shown = status.shown;
        let incidents = &mut self.symbolic.evaluator.incidents;
        let here = incidents.without(shown, pending);
        let calling = incidents.any(calling);
        incidents.builder.and(calling, here)
    }

    /// The incidents in which the item is shown and a ground of it cites one of the statements.
    fn cites(&mut self, item: &str, statements: &[String]) -> Node {
        let wanted: Vec<StatementId> = statements
            .iter()
            .filter_map(|id| self.statement(id))
            .collect();
        let Some(grounds) = self.grounds(item) else {
            return self.note_missing(item);
        };
        let citing = grounds
            .into_iter()
            .filter(|(cites, _)| cites.iter().any(|cited| wanted.contains(cited)));
        let citing: Vec<Node> = citing.map(|(_, shown)| shown).collect();
        self.symbolic.evaluator.incidents.any(citing)
    }

    /// The incidents in which one of these does the action, which is shown and does not wait: of what waits no
    /// answer says who does it.
    fn acts(&mut self, action: &str, actors: &[String]) -> Node {
        let Some(item) = self.item(action) else {
            return self.note_missing(action);
        };
        let wordings = self.wordings(item).into_iter().filter(|one| {
            let mut actors = actors.iter();
            one.actor
                .is_some_and(|actor| actors.any(|word| word == actor.word()))
        });
        let shown: Vec<Node> = wordings.map(|one| one.shown).collect();
        let withheld = self.status_of(item).withheld;
        let incidents = &mut self.symbolic.evaluator.incidents;
        let shown = incidents.any(shown);
        incidents.without(shown, withheld)
    }

    /// The incidents in which the item is shown and its title begins like one of these.
    fn worded(&mut self, item: &str, beginnings: &[String]) -> Node {
        let Some(id) = self.item(item) else {
            return self.note_missing(item);
        };
        let wordings = self.wordings(id).into_iter().filter(|one| {
            let mut beginnings = beginnings.iter();
            beginnings.any(|beginning| one.title.starts_with(beginning))
        });
        let shown: Vec<Node> = wordings.map(|one| one.shown).collect();
        self.symbolic.evaluator.incidents.any(shown)
    }

    /// The incidents in which the contact is named: by an action to take now, a gap, or a line of the card
    /// (SEMANTICS 12.6).
    pub(super) fn names(&mut self, contact: &str) -> Node {
        let guidance = self.symbolic.guidance;
        let Some(contact) = self.contact(contact) else {
            return self.note_missing(contact);
        };
        let beyond = self.beyond_items();
        let actions = guidance.actions.iter_enumerated();
        let actions = actions.filter(|(_, action)| action.core.contacts.contains(&contact));
        let mut naming = Vec::new();
        for (id, _) in actions {
            let status = &self.symbolic.actions[id];
            let (certain, precautionary) = (status.certain, status.precautionary);
            let incidents = &mut self.symbolic.evaluator.incidents;
            let due = incidents.builder.or(certain, precautionary);
            naming.push(incidents.without(due, beyond.pending[id]));
        }
        let gaps = guidance.not_covered.iter();
        let gaps = gaps.zip(&beyond.not_covered);
        let gaps = gaps.filter(|(gap, _)| gap.contacts.contains(&contact));
        naming.extend(gaps.map(|(_, shown)| *shown));
        let naming = self.symbolic.evaluator.incidents.any(naming);
        let nameable = self.nameable(contact);
        let offered = self.offered(contact);
        let builder = &mut self.symbolic.evaluator.incidents.builder;
        let named = builder.and(naming, nameable);
        builder.or(named, offered)
    }

    /// The contact of that id.
    pub(super) fn contact(&self, id: &str) -> Option<ContactId> {
        let mut contacts = self.symbolic.guidance.contacts.iter_enumerated();
        let (contact, _) = contacts.find(|(_, one)| one.id == id)?;
        Some(contact)
    }

    /// The incidents in which the contact serves where the child is, and is not named nowhere (SEMANTICS 12.4, 12.8).
    pub(super) fn nameable(&mut self, contact: ContactId) -> Node {
        let guidance = self.symbolic.guidance;
        let serving = guidance.serving[contact];
        let evaluator = &mut self.symbolic.evaluator;
        let places = evaluator.answered(guidance.vocabulary().jurisdiction());
        let served = (0..).zip(&places);
        let served = served.filter(|(place, _)| serving.areas.contains(*place));
        let served: Vec<Node> = served.map(|(_, node)| *node).collect();
        let mut nameable = evaluator.incidents.any(served);
        if serving.everywhere {
            let known = evaluator.incidents.any(places);
            let not_known = evaluator.incidents.builder.not(known);
            nameable = evaluator.incidents.builder.or(nameable, not_known);
        }
        let not_named = guidance.not_named.iter();
        for one in not_named.filter(|one| one.contacts.contains(&contact)) {
            let when = Predicate::Condition(evaluator.root(one.when));
            let unsafe_here = evaluator.holds_in_an_interpretation(when);
            nameable = evaluator.incidents.without(nameable, unsafe_here);
        }
        nameable
    }
}

/// What a claim can say of an item.
#[derive(Debug, Clone, Copy)]
enum Has {
    Certain,
    Withheld,
    Conditional,
    Pending,
    Emergency,
    InForce,
    Nothing,
    Caution,
}
