//! What a claim says of the card and of the controls.

#[cfg(test)]
pub(super) mod tests;

use std::collections::BTreeMap;

use super::invariants::{CardSlot, Claim};
use super::subject::Subject;
use crate::contract::advice::{Basis, Who};
use crate::contract::catalogue::Slot;
use crate::guidance::{ContactId, LineId};
use crate::mdd::Node;
use crate::symbolic::{in_stop, of};

impl Subject<'_> {
    /// The incidents of each thing that is claimed of the card and of the controls.
    pub(super) fn of_card(&mut self, claim: &Claim) -> Vec<Node> {
        let mut held = Vec::new();
        held.extend(
            self.any_of(&claim.line, |subject, id| match subject.line(id) {
                Some(line) => subject.on_card(line),
                None => subject.note_missing(id),
            }),
        );
        held.extend(self.of_lines(&claim.variant, |subject, line, id| subject.says(line, id)));
        held.extend(self.of_lines(&claim.slot, |subject, line, place| {
            subject.stands_in(line, *place)
        }));
        held.extend(self.of_lines(&claim.who, |subject, line, who| subject.done_by(line, *who)));
        held.extend(self.any_of(&claim.by, |subject, who| {
            let lines = subject.symbolic.guidance.card.lines.ids();
            let done: Vec<Node> = lines.map(|line| subject.done_by(line, *who)).collect();
            subject.symbolic.evaluator.incidents.any(done)
        }));
        held.extend(self.of_lines(&claim.level, |subject, line, level| {
            let sets = &subject.first_minute().card[line].levels;
            let pressing = of(&mut subject.symbolic, sets, *level);
            subject.where_on_card(line, pressing)
        }));
        held.extend(self.of_lines(&claim.basis, |subject, line, basis| {
            let known = subject.first_minute().card[line].known;
            let so = match basis {
                Basis::Known => known,
                Basis::NotRuledOut => subject.symbolic.evaluator.incidents.builder.not(known),
            };
            subject.where_on_card(line, so)
        }));
        held.extend(
            self.any_of(&claim.calls, |subject, id| match subject.contact(id) {
                Some(contact) => subject.offered(contact),
                None => subject.note_missing(id),
            }),
        );
        held.extend(self.any_of(&claim.danger, |subject, state| {
            let minute = subject.first_minute();
            let states = minute.card.iter().flat_map(|line| line.states.iter());
            let states: Vec<_> = states.copied().collect();
            of(&mut subject.symbolic, &states, *state)
        }));
        for (control, states) in &claim.control {
            held.extend(self.any_of(states, |subject, state| {
                let minute = subject.first_minute();
                minute
                    .controls
                    .with(&mut subject.symbolic, *control, *state)
            }));
        }
        held
    }

    /// For each line, the incidents in which one of the things is so that are listed for it.
    fn of_lines<T>(
        &mut self,
        lines: &BTreeMap<String, Vec<T>>,
        so: impl Fn(&mut Self, LineId, &T) -> Node,
    ) -> Vec<Node> {
        let mut held = Vec::new();
        for (id, things) in lines {
            match self.line(id) {
                Some(line) => {
                    held.extend(self.any_of(things, |subject, thing| so(subject, line, thing)));
                }
                None => held.push(self.note_missing(id)),
            }
        }
        held
    }

    /// The line of that id.
    fn line(&self, id: &str) -> Option<LineId> {
        let mut lines = self.symbolic.guidance.card.lines.iter_enumerated();
        let (line, _) = lines.find(|(_, line)| line.id == id)?;
        Some(line)
    }

    /// The incidents in which a line is on the card.
    pub(super) fn on_card(&mut self, line: LineId) -> Node {
        self.first_minute().card[line].shown(&mut self.symbolic)
    }

    /// The incidents in which a line of the card is done by them.
    fn done_by(&mut self, line: LineId, who: Who) -> Node {
        let minute = self.first_minute();
        let done = of(&mut self.symbolic, &minute.card[line].who, who);
        self.where_on_card(line, done)
    }

    fn where_on_card(&mut self, line: LineId, so: Node) -> Node {
        let on_card = self.on_card(line);
        self.symbolic.evaluator.incidents.builder.and(on_card, so)
    }

    /// The incidents in which a line says the variant of that id.
    fn says(&mut self, line: LineId, variant: &str) -> Node {
        let minute = self.first_minute();
        let variants = self.symbolic.guidance.card.lines[line]
            .parts
            .iter()
            .flatten();
        let said = variants.zip(minute.card[line].parts.iter().flatten());
        let said: Vec<Node> = said
            .filter(|(own, _)| own.id == variant)
            .map(|(_, node)| *node)
            .collect();
        if said.is_empty() {
            return self.note_missing(variant);
        }
        let said = self.symbolic.evaluator.incidents.any(said);
        self.where_on_card(line, said)
    }

    /// The incidents in which a line stands there.
    pub(super) fn stands_in(&mut self, line: LineId, place: CardSlot) -> Node {
        let minute = self.first_minute();
        let slot = match place {
            CardSlot::Danger => Slot::Danger,
            CardSlot::Stop | CardSlot::DoNot => Slot::DoNot,
            CardSlot::Do => Slot::Do,
            CardSlot::Say => Slot::Say,
        };
        let there = of(&mut self.symbolic, &minute.card[line].slots, slot);
        match place {
            CardSlot::Stop => in_stop(&mut self.symbolic, &minute.card, line),
            CardSlot::DoNot => {
                let first = in_stop(&mut self.symbolic, &minute.card, line);
                self.symbolic.evaluator.incidents.without(there, first)
            }
            CardSlot::Danger | CardSlot::Do | CardSlot::Say => there,
        }
    }

    /// The incidents in which some line offers the contact (SEMANTICS 16.14).
    pub(super) fn offered(&mut self, contact: ContactId) -> Node {
        let guidance = self.symbolic.guidance;
        let minute = self.first_minute();
        let mut offering = Vec::new();
        for (id, line) in guidance.card.lines.iter_enumerated() {
            if guidance.calls[contact].is_none() || !line.call.contains(&contact) {
                continue;
            }
            let sets = &minute.card[id];
            let naming = sets.items.iter();
            let naming =
                naming.filter(|(item, _)| guidance.core(*item).contacts.contains(&contact));
            let naming = naming.map(|(_, standing)| standing.any);
            let incidents = &mut self.symbolic.evaluator.incidents;
            let naming = incidents.any(naming);
            // What is said to the child offers nobody.
            let said = of(&mut self.symbolic, &sets.slots, Slot::Say);
            let offers = self.symbolic.evaluator.incidents.without(naming, said);
            offering.push(self.where_on_card(id, offers));
        }
        let offering = self.symbolic.evaluator.incidents.any(offering);
        let nameable = self.nameable(contact);
        let builder = &mut self.symbolic.evaluator.incidents.builder;
        builder.and(offering, nameable)
    }
}
