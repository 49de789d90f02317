//! What is not the source's: the reasoning of the editors, each once and numbered.

use maud::{Markup, html};

use super::item::items;
use super::{ids, section, table};
use crate::contract::advice::Voice;
use crate::guidance::Guidance;

/// Every reasoning, with what rests on it.
#[derive(Debug)]
pub(super) struct Notes<'g>(Vec<(&'g str, Vec<&'g str>)>);

impl<'g> Notes<'g> {
    /// The reasonings, in the order of the guidance.
    pub(super) fn of(guidance: &'g Guidance) -> Self {
        let mut notes = Self(Vec::new());
        for item in items(guidance) {
            for ground in item.grounds() {
                notes.add(&item.core().id, ground.note.as_deref());
            }
        }
        for explanation in &guidance.explanations {
            let note = explanation.note.as_ref();
            notes.add(&explanation.id, note.map(|note| note.as_str()));
        }
        notes
    }

    fn add(&mut self, id: &'g str, note: Option<&'g str>) {
        let Some(note) = note else { return };
        match self.0.iter_mut().find(|(known, _)| *known == note) {
            Some((_, items)) if items.contains(&id) => {}
            Some((_, items)) => items.push(id),
            None => self.0.push((note, vec![id])),
        }
    }

    /// Who speaks, with the number of the reasoning.
    pub(super) fn voice(&self, voice: Voice, note: Option<&str>) -> Markup {
        let place = self.0.iter().position(|(known, _)| Some(*known) == note);
        html! {
            (voice.word())
            @if let Some(place) = place { " R" (place + 1) }
        }
    }

    /// The section.
    pub(super) fn section(&self) -> Markup {
        let rows = html! {
            tbody {
                @for (number, (note, items)) in (1..).zip(&self.0) {
                    tr {
                        th scope="row" { "R" (number) }
                        td { (note) }
                        td { (ids(items)) }
                    }
                }
            }
        };
        let columns = [("Number", 6), ("Reasoning", 62), ("Items", 32)];
        section(
            "reasoning",
            "4 What is not the source\u{2019}s, and why",
            &table("The editors\u{2019} reasoning", &columns, &rows),
        )
    }
}
