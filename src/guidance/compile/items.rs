//! Prohibitions and actions: the items that have a status.

use std::path::Path;

use super::draft::DraftedItem;
use super::{Compiler, values};
use crate::contract::advice::{Caution, Protects};
use crate::contract::catalogue::WhenUnknown;
use crate::contract::prerendered::Prerendered;
use crate::guidance::diagnostic::Code;
use crate::guidance::model::{
    ActionId, CompiledAction, CompiledCaution, CompiledEscalation, CompiledProhibition, ItemId,
    ProhibitionId,
};
use crate::guidance::pack_schema;
use crate::guidance::pack_schema::line;
use crate::guidance::parsed::{In, Parsed};
use crate::index::IndexVec;
use crate::mdd::Node;

impl Compiler {
    /// Every prohibition and every action.
    pub(super) fn items(
        &mut self,
        parsed: &Parsed,
    ) -> (
        IndexVec<ProhibitionId, CompiledProhibition>,
        IndexVec<ActionId, CompiledAction>,
    ) {
        let prohibitions: IndexVec<ProhibitionId, _> = parsed.prohibitions.iter().collect();
        for (id, entry) in prohibitions.iter_enumerated() {
            let item = ItemId::Prohibition(id);
            self.items
                .give(&mut self.faults, &entry.file, &entry.part.id, item);
        }
        let actions: IndexVec<ActionId, _> = parsed.actions.iter().collect();
        for (id, entry) in actions.iter_enumerated() {
            let item = ItemId::Action(id);
            self.items
                .give(&mut self.faults, &entry.file, &entry.part.id, item);
        }
        for entry in &parsed.extends {
            self.items
                .find(&mut self.faults, &entry.file, &entry.part.item);
        }
        let mut held_by = actions.map(|_| Vec::new());
        for (id, entry) in prohibitions.iter_enumerated() {
            for action in self.held_back(entry) {
                held_by[action].push(id);
            }
        }
        let prohibitions = prohibitions.map(|entry| self.prohibition(parsed, entry));
        let in_force = prohibitions.map(|(_, in_force)| *in_force);
        let actions = actions.into_iter().zip(held_by).map(|(entry, held_by)| {
            let held: Vec<Node> = held_by.iter().map(|id| in_force[*id]).collect();
            self.action(parsed, entry, held_by, &held)
        });
        let actions = actions.collect();
        let prohibitions = prohibitions.into_iter();
        (prohibitions.map(|(one, _)| one).collect(), actions)
    }

    /// The actions that a prohibition holds back.
    fn held_back(&mut self, entry: &In<pack_schema::WrittenProhibition>) -> Vec<ActionId> {
        let mut actions = Vec::new();
        for word in &entry.part.holds_back {
            match self.items.find(&mut self.faults, &entry.file, word) {
                Some(ItemId::Action(action)) => actions.push(action),
                Some(ItemId::Prohibition(_)) => {
                    let message = format!("`{}` is no action", word.value);
                    let help = "a prohibition holds back actions only";
                    self.faults
                        .add(Code::Clash, (&entry.file, line(word)), message, help);
                }
                None => {}
            }
        }
        actions
    }

    /// A prohibition, and the condition that it is in force once everything is known.
    fn prohibition(
        &mut self,
        parsed: &Parsed,
        entry: &In<pack_schema::WrittenProhibition>,
    ) -> (CompiledProhibition, Node) {
        let (file, part) = (&*entry.file, &entry.part);
        self.check_lift(file, part);
        let mut draft = self.draft(&DraftedItem {
            file,
            id: &part.id,
            title: &part.title,
            detail: part.detail.as_ref(),
            protective: true,
            lifted_when: part.lifted_when.as_ref(),
            contacts: parsed.contacts_of(&part.id, file, &part.contacts),
            grounds: parsed.grounds_of(&part.id, file, &part.grounds),
        });
        let unlifted = self.builder.not(draft.lifted);
        let in_force = self.builder.and(draft.trigger, unlifted);
        self.settle(&mut draft, (file, line(&part.id)), in_force);

        let caution = part.caution.as_ref().map(|caution| CompiledCaution {
            cites: self.cited(file, &part.id, &caution.statements, Some(&part.id.value)),
            words: Prerendered::new(Caution {
                prohibition: part.id.value.clone(),
                because: caution.says.clone(),
                citations: values(&caution.statements),
            }),
        });
        let prohibition = CompiledProhibition {
            core: draft.core,
            protects: part.protects,
            lifted_says: part.lifted_says.clone().map(Prerendered::new),
            holds_back: values(&part.holds_back),
            release_hint: part.release_hint.clone().map(Prerendered::new),
            caution,
        };
        (prohibition, in_force)
    }

    /// What holds something back says how it can be released; a caution is for welfare only.
    fn check_lift(&mut self, file: &Path, part: &pack_schema::WrittenProhibition) {
        let place = (file, line(&part.id));
        if part.lifted_when.is_some() && part.lifted_says.is_none() {
            let help = "say in `lifted_says` what lifts it";
            self.faults
                .add(Code::Lift, place, "`lifted_when` needs words", help);
        }
        if !part.holds_back.is_empty()
            && (part.lifted_says.is_none() || part.release_hint.is_none())
        {
            let help = "say in `lifted_says` and `release_hint` how the actions can go ahead";
            self.faults.add(
                Code::Lift,
                place,
                "what it holds back cannot be released",
                help,
            );
        }
        let cautions = part.protects == Protects::Welfare && !part.holds_back.is_empty();
        if part.caution.is_some() != cautions {
            let help = "give a `caution` to a prohibition that protects welfare and holds something back, \
                        and to no other";
            self.faults
                .add(Code::Lift, place, "the caution does not fit", help);
        }
    }

    /// An action. One that is protective is held back by nothing (SEMANTICS 6.2).
    fn action(
        &mut self,
        parsed: &Parsed,
        entry: &In<pack_schema::WrittenAction>,
        held_by: Vec<ProhibitionId>,
        prohibited: &[Node],
    ) -> CompiledAction {
        let (file, part) = (&*entry.file, &entry.part);
        let mut draft = self.draft(&DraftedItem {
            file,
            id: &part.id,
            title: &part.title,
            detail: part.detail.as_ref(),
            protective: part.when_unknown == WhenUnknown::Act,
            lifted_when: part.lifted_when.as_ref(),
            contacts: parsed.contacts_of(&part.id, file, &part.contacts),
            grounds: parsed.grounds_of(&part.id, file, &part.grounds),
        });
        let gate = part
            .gate
            .as_ref()
            .and_then(|word| self.gates.find(&mut self.faults, file, word));
        if draft.core.protective && (gate.is_some() || !prohibited.is_empty()) {
            let message = format!("`{}` is protective and yet held back", part.id.value);
            let help = "an action with `when_unknown: act` has no gate and no prohibition over it";
            self.faults
                .add(Code::Clash, (file, line(&part.id)), message, help);
        }
        let mut free = gate.as_ref().map_or(Node::TRUE, |gate| gate.node);
        for prohibition in prohibited {
            let unheld = self.builder.not(*prohibition);
            free = self.builder.and(free, unheld);
        }
        let unlifted = self.builder.not(draft.lifted);
        let wanted = self.builder.and(draft.trigger, unlifted);
        let standing = self.builder.ite(free, Node::TRUE, Node::OTHER);
        let outcome = self.builder.ite(wanted, standing, Node::FALSE);
        self.settle(&mut draft, (file, line(&part.id)), outcome);

        CompiledAction {
            core: draft.core,
            actor: part.actor,
            gate: gate.map(|gate| gate.id),
            held_by,
            rewordings: part
                .rewordings
                .iter()
                .map(|words| self.rewording(file, words))
                .collect(),
            escalates_when: part.escalates_when.as_ref().map(|escalation| {
                let once = self.condition(file, &escalation.once);
                CompiledEscalation {
                    once: self.builder.keep(once),
                    release_hint: Prerendered::new(escalation.release_hint.clone()),
                }
            }),
        }
    }
}
