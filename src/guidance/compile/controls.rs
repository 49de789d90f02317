//! What a caller's own screen can do (SEMANTICS 17.1, 17.2).

use std::collections::BTreeSet;
use std::path::Path;

use super::conditions::Conditions;
use super::names::Names;
use crate::contract::advice::{ControlName, ControlState};
use crate::guidance::diagnostic::{Code, Faults};
use crate::guidance::model::{
    ActionId, CompiledControl, CompiledControlEntry, ItemId, ProhibitionId,
};
use crate::guidance::pack_schema::{Word, WrittenControl, WrittenControlEntry, line};
use crate::guidance::parsed::{In, Parsed};

/// The controls that can ever be open: no advice opens the others.
const EVER_OPEN: [ControlName; 4] = [
    ControlName::MaterialDelete,
    ControlName::ParentsContact,
    ControlName::RecipientsContact,
    ControlName::SiteReport,
];

/// All controls, in their order; what no pack has is blocked. That of a later pack counts.
pub(super) fn controls(
    parsed: &Parsed,
    items: &Names<ItemId>,
    conditions: &mut Conditions<'_>,
    faults: &mut Faults,
) -> Vec<CompiledControl> {
    check_unique(parsed, faults);
    let controls = ControlName::ALL.iter().map(|name| {
        let mut written = parsed.controls.iter().rev();
        let written = written.find(|entry| entry.part.id.value == *name);
        let entries = written.map(|entry| {
            Entries {
                file: &entry.file,
                items,
                conditions,
                faults,
            }
            .of(entry)
        });
        CompiledControl {
            control: *name,
            entries: entries.unwrap_or_default(),
        }
    });
    controls.collect()
}

/// A pack has each control once.
fn check_unique(parsed: &Parsed, faults: &mut Faults) {
    let mut known = BTreeSet::new();
    for In { file, part } in &parsed.controls {
        if !known.insert((file.parent(), part.id.value)) {
            let message = format!("the control `{}` is given twice", part.id.value.word());
            let help = "make them one control with the entries of both";
            let place = (&**file, part.id.referenced.line());
            faults.add(Code::DuplicateId, place, message, help);
        }
    }
}

/// The entries of one control.
struct Entries<'e, 'v> {
    file: &'e Path,
    items: &'e Names<ItemId>,
    conditions: &'e mut Conditions<'v>,
    faults: &'e mut Faults,
}

impl Entries<'_, '_> {
    fn of(
        &mut self,
        In { part, .. }: &In<WrittenControl>,
    ) -> Vec<(ControlState, CompiledControlEntry)> {
        let name = part.id.value;
        if !part.open.is_empty() && !EVER_OPEN.contains(&name) {
            let message = format!("`{}` is never open", name.word());
            let help = "take its `open` away: no advice allows it";
            self.faults.add(
                Code::Control,
                (self.file, part.id.referenced.line()),
                message,
                help,
            );
        }
        let states = [
            (ControlState::Blocked, &part.blocked),
            (ControlState::AskPoliceFirst, &part.ask_police_first),
            (ControlState::NotByYou, &part.not_by_you),
            (ControlState::Open, &part.open),
        ];
        let mut compiled = Vec::new();
        for (state, entries) in states {
            for entry in entries {
                compiled.push((state, self.entry(entry)));
            }
        }
        compiled
    }

    fn entry(&mut self, entry: &WrittenControlEntry) -> CompiledControlEntry {
        let when = entry.when.as_ref();
        CompiledControlEntry {
            in_force: self.prohibitions(&entry.in_force),
            withheld: self.actions(&entry.withheld),
            leads: self.actions(&entry.leads),
            recommended: self.actions(&entry.recommended),
            actor: entry.actor,
            absent: self.prohibitions(&entry.absent),
            no_caution: self.prohibitions(&entry.no_caution),
            when: when.map(|when| {
                let drawn = self.conditions.condition(self.faults, self.file, when);
                self.conditions.builder.keep(drawn.now)
            }),
        }
    }

    fn prohibitions(&mut self, words: &[Word]) -> Vec<ProhibitionId> {
        let found = words.iter().filter_map(|word| match self.find(word)? {
            ItemId::Prohibition(id) => Some(id),
            ItemId::Action(_) => self.wrong_kind(word, "prohibition"),
        });
        found.collect()
    }

    fn actions(&mut self, words: &[Word]) -> Vec<ActionId> {
        let found = words.iter().filter_map(|word| match self.find(word)? {
            ItemId::Action(id) => Some(id),
            ItemId::Prohibition(_) => self.wrong_kind(word, "action"),
        });
        found.collect()
    }

    fn find(&mut self, word: &Word) -> Option<ItemId> {
        self.items.find(self.faults, self.file, word)
    }

    fn wrong_kind<T>(&mut self, word: &Word, kind: &str) -> Option<T> {
        let message = format!("`{}` is no {kind}", word.value);
        let help = "prohibitions are in force, absent or cautions; actions are withheld, recommended or the lead's";
        self.faults
            .add(Code::Control, (self.file, line(word)), message, help);
        None
    }
}
