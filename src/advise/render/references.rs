//! What an answer lists once at its end: the statements that it cites and the contacts that it names
//! (SEMANTICS 12.6).

use crate::advise::decision::{Decision, Naming};
use crate::contract::advice::Citation;
use crate::contract::contact::Contact;
use crate::contract::prerendered::Prerendered;
use crate::guidance::{ContactId, Guidance, StatementId};
use crate::index::{Id, IndexVec};

/// What an answer refers to so far.
#[derive(Debug)]
pub(super) struct References<'g> {
    guidance: &'g Guidance,
    naming: Naming,
    statements: IndexVec<StatementId, bool>,
    contacts: IndexVec<ContactId, bool>,
}

impl<'g> References<'g> {
    /// Nothing is referred to yet.
    pub(super) fn of(decision: &Decision<'g>) -> Self {
        let guidance = decision.guidance;
        Self {
            guidance,
            naming: decision.naming.clone(),
            statements: guidance.citations.map(|_| false),
            contacts: guidance.contacts.map(|_| false),
        }
    }

    /// Notes that the answer cites statements.
    pub(super) fn cite(&mut self, statements: &[StatementId]) {
        for statement in statements {
            self.statements[*statement] = true;
        }
    }

    /// Those of the contacts that serve where the child is, by id, but for those that are named nowhere
    /// (SEMANTICS 12.4, 12.8).
    pub(super) fn name(&mut self, contacts: &[ContactId]) -> Vec<&'g str> {
        let mut names = Vec::with_capacity(contacts.len());
        for contact in contacts {
            if self.naming.names(self.guidance, *contact) {
                self.contacts[*contact] = true;
                names.push(self.guidance.contacts[*contact].id.as_str());
            }
        }
        names
    }

    /// The statements that were cited.
    pub(super) fn citations(&self) -> Vec<&'g Prerendered<Citation>> {
        pick(&self.guidance.citations, &self.statements)
    }

    /// The contacts that were named.
    pub(super) fn contacts(&self) -> Vec<&'g Prerendered<Contact>> {
        pick(&self.guidance.contacts, &self.contacts)
    }
}

fn pick<'g, I: Id, T>(
    all: &'g IndexVec<I, Prerendered<T>>,
    used: &IndexVec<I, bool>,
) -> Vec<&'g Prerendered<T>> {
    let used = all.iter_enumerated().filter(|(id, _)| used[*id]);
    used.map(|(_, piece)| piece).collect()
}
