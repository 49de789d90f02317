//! The rows of prohibitions and actions: their grounds, what lifts them, and their other words.

use super::{Rows, cells, numbered};
use crate::contract::advice::{ActionStatus, ProhibitionStatus};
use crate::contract::catalogue::GroundEntry;
use crate::export::decision_table::spreadsheet::{Cells, joined};
use crate::export::decision_table::while_open;
use crate::guidance::{CompiledAction, Core};

impl Rows<'_> {
    pub(super) fn prohibitions(&mut self) {
        let entries = &self.guidance.catalogue.prohibitions;
        for (prohibition, entry) in self.guidance.prohibitions.iter().zip(entries) {
            let item = self.of_pack(&entry.pack, cells("prohibition", &entry.id, ""));
            let caution = entry.caution.as_ref();
            let stands = Cells {
                title: entry.title.clone(),
                detail: entry.detail.clone().unwrap_or_default(),
                rule: "stands".to_owned(),
                when_known: ProhibitionStatus::Prohibited.word().to_owned(),
                while_open: ProhibitionStatus::Precautionary.word().to_owned(),
                protects: entry.protects.word().to_owned(),
                contacts: joined(&entry.contacts),
                release_hint: entry.release_hint.clone().unwrap_or_default(),
                caution: caution.map_or_else(String::new, |caution| caution.because.clone()),
                caution_citations: caution.map_or_else(String::new, |it| joined(&it.citations)),
                ..item
            };
            self.grounds(&stands, &prohibition.core, &entry.grounds);
            self.lifted(&stands, &prohibition.core, entry.lifted_when.as_deref());
        }
    }

    pub(super) fn actions(&mut self) {
        let entries = &self.guidance.catalogue.actions;
        for (action, entry) in self.guidance.actions.iter().zip(entries) {
            let gate = action.gate.map(|id| &self.guidance.gates[id]);
            let item = self.of_pack(&entry.pack, cells("action", &entry.id, ""));
            let stands = Cells {
                title: entry.title.clone(),
                detail: entry.detail.clone().unwrap_or_default(),
                rule: "stands".to_owned(),
                when_known: ActionStatus::Recommended.word().to_owned(),
                while_open: while_open(action).word().to_owned(),
                gate: gate.map_or_else(String::new, |gate| gate.id.clone()),
                held_back_by: joined(&entry.held_back_by),
                actor: entry.actor.word().to_owned(),
                urgency: entry.urgency.word().to_owned(),
                contacts: joined(&entry.contacts),
                ..item
            };
            self.grounds(&stands, &action.core, &entry.grounds);
            self.lifted(&stands, &action.core, None);
            self.other_words(&stands, action);
        }
    }

    fn grounds(&mut self, stands: &Cells, core: &Core, entries: &[GroundEntry]) {
        for (number, (ground, entry)) in (1..).zip(self.guidance.grounds_of(core).zip(entries)) {
            let cells = Cells {
                number: numbered(number),
                strength: entry.strength.word().to_owned(),
                voice: entry.voice.word().to_owned(),
                citations: joined(&entry.citations),
                because: entry.because.clone(),
                note: entry.note.clone().unwrap_or_default(),
                ..stands.clone()
            };
            self.push(&cells, Some(ground.scope), ground.when);
        }
    }

    fn lifted(&mut self, item: &Cells, core: &Core, says: Option<&str>) {
        let cells = Cells {
            title: item.title.clone(),
            because: says.unwrap_or_default().to_owned(),
            ..named(item, "lifted")
        };
        self.push(&cells, None, core.lifted);
    }

    /// The words of an action once something is known, in the order in which they are tried.
    fn other_words(&mut self, item: &Cells, action: &CompiledAction) {
        for (number, words) in (1..).zip(&action.rewordings) {
            let detail = words.detail.as_ref().map(|detail| detail.to_string());
            let cells = Cells {
                number: numbered(number),
                title: words.title.clone(),
                detail: detail.unwrap_or_default(),
                ..named(item, "reworded")
            };
            self.push(&cells, None, words.once);
        }
        if let Some(escalation) = &action.escalates_when {
            let cells = Cells {
                title: item.title.clone(),
                release_hint: escalation.release_hint.clone(),
                ..named(item, "presses")
            };
            self.push(&cells, None, escalation.once);
        }
    }
}

/// What a further row of an item repeats.
fn named(item: &Cells, rule: &str) -> Cells {
    Cells {
        pack: item.pack.clone(),
        edition: item.edition.clone(),
        ..cells(&item.kind, &item.id, rule)
    }
}
