//! What an answer lists once at its end: the statements it cites and the contacts it names.

use super::standing::Judged;
use crate::contract::advice::Citation;
use crate::contract::contact::Contact;
use crate::contract::prerendered::Prerendered;
use crate::guidance::Guidance;

/// What an answer has used so far of what it lists once at its end.
#[derive(Debug)]
pub(super) struct Used<'g> {
    statements: Vec<bool>,
    contacts: Vec<bool>,
    serving: &'g [bool],
}

impl<'g> Used<'g> {
    /// Nothing is used yet.
    pub(super) fn new(judged: &Judged<'g>) -> Self {
        let guidance = judged.guidance;
        let nation = judged
            .understood
            .answer(guidance.vocabulary().jurisdiction());
        let nation = nation.and_then(|answer| guidance.serving.get(usize::from(answer)));
        Self {
            statements: vec![false; guidance.citations.len()],
            contacts: vec![false; guidance.contacts.len()],
            serving: nation
                .or(guidance.serving.last())
                .map_or(&[], Vec::as_slice),
        }
    }

    /// Notes that the answer cites statements.
    pub(super) fn cite(&mut self, statements: &[usize]) {
        for place in statements {
            if let Some(used) = self.statements.get_mut(*place) {
                *used = true;
            }
        }
    }

    /// Those of the contacts that serve where the child is, by id.
    pub(super) fn name(&mut self, judged: &Judged<'g>, contacts: &[usize]) -> Vec<&'g str> {
        let mut names = Vec::with_capacity(contacts.len());
        for place in contacts {
            if self.serving.get(*place) == Some(&true)
                && let Some(used) = self.contacts.get_mut(*place)
                && let Some(contact) = judged.guidance.contacts.get(*place)
            {
                *used = true;
                names.push(contact.id.as_str());
            }
        }
        names
    }

    /// The statements that were cited.
    pub(super) fn citations(&self, guidance: &'g Guidance) -> Vec<&'g Prerendered<Citation>> {
        pick(&guidance.citations, &self.statements)
    }

    /// The contacts that were named.
    pub(super) fn contacts(&self, guidance: &'g Guidance) -> Vec<&'g Prerendered<Contact>> {
        pick(&guidance.contacts, &self.contacts)
    }
}

fn pick<'g, T>(all: &'g [Prerendered<T>], used: &[bool]) -> Vec<&'g Prerendered<T>> {
    let pairs = all.iter().zip(used);
    pairs
        .filter(|(_, used)| **used)
        .map(|(piece, _)| piece)
        .collect()
}
