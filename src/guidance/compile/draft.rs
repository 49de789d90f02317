//! What prohibitions and actions share: words, grounds, and what they come to in the end.

use std::path::Path;

use super::{Compiler, values};
use crate::contract::advice::{Basis, Ground, Reason, Scope, Voice};
use crate::contract::prerendered::Prerendered;
use crate::guidance::diagnostic::Code;
use crate::guidance::model::{
    BasisWords, CompiledGround, CompiledPart, CompiledRewording, ContactId, Core,
};
use crate::guidance::pack_schema::{self, Word, WrittenCondition, line};
use crate::guidance::scope;
use crate::mdd::{Condition, Node};

/// What prohibitions and actions share, before its conditions are kept.
pub(super) struct Draft {
    pub(super) core: Core,
    pub(super) trigger: Node,
    pub(super) prevention: Node,
    pub(super) lifted: Node,
}

/// The parts of an item that a draft is made of.
pub(super) struct DraftedItem<'s> {
    pub(super) file: &'s Path,
    pub(super) id: &'s Word,
    pub(super) title: &'s Word,
    pub(super) detail: Option<&'s String>,
    pub(super) protective: bool,
    pub(super) lifted_when: Option<&'s WrittenCondition>,
    pub(super) contacts: Vec<(&'s Path, &'s Word)>,
    /// Its own and those that later packs give it, each with its file.
    pub(super) grounds: Vec<(&'s Path, &'s pack_schema::WrittenGround)>,
}

impl Compiler {
    pub(super) fn rewording(
        &mut self,
        file: &Path,
        words: &pack_schema::WrittenRewording,
    ) -> CompiledRewording {
        let once = self.condition(file, &words.once);
        self.must_be_possible((file, line(&words.title)), "the time for these words", once);
        CompiledRewording {
            once: self.builder.keep(once),
            title: Prerendered::new(self.title(file, &words.title)),
            detail: words.detail.clone().map(Prerendered::new),
        }
    }

    pub(super) fn draft(&mut self, written: &DraftedItem<'_>) -> Draft {
        let (file, place) = (written.file, (written.file, line(written.id)));
        if written.grounds.is_empty() {
            let message = format!("`{}` has no ground", written.id.value);
            let help = "give it at least one ground with the statements that it rests on";
            self.faults.add(Code::Uncited, place, message, help);
        }
        let mut trigger = Node::FALSE;
        let mut prevention = Node::FALSE;
        let mut grounds = Vec::new();
        for (file, written_ground) in written.grounds.iter().copied() {
            let (when, parts) = self.in_parts(file, written_ground.when.as_ref());
            let ground_place = (file, line(&written_ground.because));
            self.must_be_possible(ground_place, "this ground", when);
            let side = match written_ground.scope {
                Scope::Prevention => &mut prevention,
                Scope::Incident | Scope::OutOfScope => &mut trigger,
            };
            *side = self.builder.or(*side, when);
            let kept = (self.builder.keep(when), parts);
            let ground = self.ground(file, written, written_ground, kept);
            grounds.push(self.grounds.push(ground));
        }
        let mut lifted = Node::FALSE;
        let mut lifted_parts = None;
        if let Some(when) = written.lifted_when {
            let (node, parts) = self.in_parts(file, Some(when));
            self.must_be_possible(place, "what lifts it", node);
            lifted = node;
            lifted_parts = Some(parts);
        }
        let core = Core {
            id: written.id.value.clone(),
            title: Prerendered::new(self.title(file, written.title)),
            detail: written.detail.cloned().map(Prerendered::new),
            protective: written.protective,
            trigger: self.builder.keep(trigger),
            prevention: self.builder.keep(prevention),
            lifted: self.builder.keep(lifted),
            lifted_parts,
            outcome: self.builder.keep(Node::FALSE),
            grounds,
            contacts: self.named_contacts(&written.contacts),
        };
        Draft {
            core,
            trigger,
            prevention,
            lifted,
        }
    }

    fn ground(
        &mut self,
        file: &Path,
        item: &DraftedItem<'_>,
        written: &pack_schema::WrittenGround,
        (when, parts): (Condition, Vec<CompiledPart>),
    ) -> CompiledGround {
        let place = (file, line(&written.because));
        let voice = self.voice(file, written.voice);
        self.check_note(place, voice, written.note.as_ref());
        self.check_urgency(place, written, voice);
        if written.scope == Scope::OutOfScope {
            let help = "out of scope there are no items; say it in `not_covered`";
            self.faults
                .add(Code::Clash, place, "a ground is in scope", help);
        }
        let cites = self.cited(file, item.id, &written.statements, Some(&item.id.value));
        let because = &written.because.value;
        let words = |because: String, basis| BasisWords {
            reason: Prerendered::new(Reason {
                because: because.clone(),
                citations: values(&written.statements),
            }),
            ground: Prerendered::new(Ground {
                because,
                citations: values(&written.statements),
                strength: written.strength,
                urgency: written.urgency,
                basis,
                voice,
                note: written.note.clone(),
            }),
        };
        CompiledGround {
            when,
            parts,
            scope: written.scope,
            protective: item.protective,
            known: words(because.clone(), Basis::Known),
            not_ruled_out: words(format!("Not ruled out: {because}"), Basis::NotRuledOut),
            cites,
        }
    }

    /// Nothing is more pressing than the statements say, unless it is our own and gives its reasoning.
    fn check_urgency(
        &mut self,
        place: (&Path, u64),
        ground: &pack_schema::WrittenGround,
        voice: Voice,
    ) {
        let cited = ground
            .statements
            .iter()
            .filter_map(|word| self.statements.get(&word.value));
        let said = cited.filter_map(|id| self.urgencies[id]).max();
        if ground.urgency > said && voice != Voice::Editorial {
            let help = "leave `urgency` out, or cite the statement that says so with an `urgency` of its own";
            self.faults.add(
                Code::Urgency,
                place,
                "no statement here says that it is so urgent",
                help,
            );
        }
    }

    /// Who speaks: where nothing is said, the voice of the pack (SEMANTICS 3.7).
    pub(super) fn voice(&self, file: &Path, said: Option<Voice>) -> Voice {
        let pack = file.parent().and_then(|folder| self.voices.get(folder));
        said.or(pack.copied()).unwrap_or(Voice::Source)
    }

    /// The contacts, each named in a file; after each those that fill it here (SEMANTICS 12.5).
    pub(super) fn named_contacts(&mut self, words: &[(&Path, &Word)]) -> Vec<ContactId> {
        let mut contacts = Vec::new();
        for (file, word) in words {
            if let Some(contact) = self.contacts.find(&mut self.faults, file, word) {
                contacts.push(contact);
                contacts.extend(self.filling.get(&contact).into_iter().flatten());
            }
        }
        contacts
    }

    /// Where the editors speak they give their reasoning; nobody else needs to.
    pub(super) fn check_note(&mut self, place: (&Path, u64), voice: Voice, note: Option<&String>) {
        if (voice == Voice::Editorial) != note.is_some() {
            let help = "give a `note` with the reasoning to `voice: editorial`, and to no other";
            self.faults
                .add(Code::Note, place, "the note does not fit the voice", help);
        }
    }

    /// What the item comes to once everything is known, the scope included (SEMANTICS 10.1).
    pub(super) fn settle(&mut self, draft: &mut Draft, place: (&Path, u64), in_incident: Node) {
        let [nobody_under_18, nothing_happened] =
            scope::nodes_of_no(&mut self.builder, self.vocabulary.scope());
        let unlifted = self.builder.not(draft.lifted);
        let in_prevention = self.builder.and(draft.prevention, unlifted);
        let outcome = self
            .builder
            .ite(nothing_happened, in_prevention, in_incident);
        let outcome = self.builder.ite(nobody_under_18, Node::FALSE, outcome);
        for fact in self.builder.support(outcome).iter() {
            self.deciding
                .entry(fact)
                .or_insert_with(|| (place.0.to_owned(), place.1));
        }
        draft.core.outcome = self.builder.keep(outcome);
    }
}
