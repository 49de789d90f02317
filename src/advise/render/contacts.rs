//! What an answer lists once at its end: the contacts that it names (SEMANTICS 12.6).

use crate::advise::decision::{Decision, Naming};
use crate::contract::advice::NamedContact;
use crate::contract::prerendered::Prerendered;
use crate::few::Few;
use crate::guidance::{ContactId, Guidance};
use crate::index::IndexVec;

/// The contacts that an answer names so far.
#[derive(Debug)]
pub(super) struct ContactsNamed<'d, 'g> {
    guidance: &'g Guidance,
    naming: &'d Naming,
    named: IndexVec<ContactId, bool>,
}

impl<'d, 'g> ContactsNamed<'d, 'g> {
    /// None is named yet.
    pub(super) fn of(decision: &'d Decision<'g>) -> Self {
        Self {
            guidance: decision.guidance,
            naming: &decision.naming,
            named: decision.guidance.contacts.map(|_| false),
        }
    }

    /// Those of the contacts that serve where the child is, by id, but for those that are named nowhere
    /// (SEMANTICS 12.4, 12.8).
    pub(super) fn name(&mut self, contacts: &[ContactId]) -> Few<&'g str> {
        let mut names = Few::new();
        for contact in contacts {
            if self.naming.names(self.guidance, *contact) {
                self.named[*contact] = true;
                names.push(self.guidance.contacts[*contact].id.as_str());
            }
        }
        names
    }

    /// The contacts that were named.
    pub(super) fn named(&self) -> Vec<&'g Prerendered<NamedContact>> {
        let contacts = self.guidance.named_contacts.iter_enumerated();
        let named = contacts.filter(|(id, _)| self.named[*id]);
        let mut contacts = Vec::with_capacity(self.named.len());
        contacts.extend(named.map(|(_, contact)| contact));
        contacts
    }
}
