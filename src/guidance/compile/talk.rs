//! Questions, explanations, and what is not covered.

use std::path::Path;

use super::names::nearest;
use super::{Compiler, values};
use crate::contract::advice::{OpenFact, Scope};
use crate::contract::prerendered::Prerendered;
use crate::facts::{FactId, Vocabulary};
use crate::guidance::diagnostic::Code;
use crate::guidance::model::{
    AskedFact, CompiledExplanation, CompiledNotCovered, CompiledQuestion, ExplanationId, GapId,
    QuestionId,
};
use crate::guidance::pack_schema::{Word, WrittenRank, line};
use crate::guidance::parsed::Parsed;
use crate::index::IndexVec;
use crate::mdd::Node;

impl Compiler {
    pub(super) fn questions(&mut self, parsed: &Parsed) -> IndexVec<QuestionId, CompiledQuestion> {
        let mut questions = IndexVec::default();
        for entry in &parsed.questions {
            let (file, part) = (&*entry.file, &entry.part);
            self.talk.give(&mut self.faults, file, &part.id, ());
            let when = part.when.as_ref().map(|when| self.condition(file, when));
            let found = part.facts.iter().map(|word| self.named_fact(file, word));
            let facts: Vec<FactId> = found.flatten().collect();
            let asked = facts
                .iter()
                .map(|fact| asked(&self.vocabulary, *fact))
                .collect();
            questions.push(CompiledQuestion {
                id: part.id.value.clone(),
                title: Prerendered::new(self.title(file, &part.title)),
                detail: part.detail.clone().map(Prerendered::new),
                when: when.map(|when| self.builder.keep(when)),
                first: part.rank == WrittenRank::First,
                until_answered: part.until_answered,
                fact_set: facts.iter().copied().collect(),
                facts: asked,
                citations: values(&part.statements),
                cites: self.cited(file, &part.id, &part.statements, Some(&part.id.value)),
                voice: self.voice(file, part.voice),
            });
        }
        questions
    }

    pub(super) fn explanations(
        &mut self,
        parsed: &Parsed,
    ) -> IndexVec<ExplanationId, CompiledExplanation> {
        let mut explanations = IndexVec::default();
        for entry in &parsed.explanations {
            let (file, part) = (&*entry.file, &entry.part);
            let place = (file, line(&part.id));
            self.talk.give(&mut self.faults, file, &part.id, ());
            let when = self.optional(file, part.when.as_ref());
            self.must_be_possible(place, "this explanation", when);
            let voice = self.voice(file, part.voice);
            self.check_note(place, voice, part.note.as_ref());
            explanations.push(CompiledExplanation {
                id: part.id.value.clone(),
                title: Prerendered::new(self.title(file, &part.title)),
                detail: part.detail.clone().map(Prerendered::new),
                scope: part.scope,
                when: self.builder.keep(when),
                explains: self.items.find_all(&mut self.faults, file, &part.explains),
                citations: values(&part.statements),
                cites: self.cited(file, &part.id, &part.statements, Some(&part.id.value)),
                voice,
                note: part.note.clone().map(Prerendered::new),
            });
        }
        explanations
    }

    /// What no pack addresses (SEMANTICS 3.5).
    pub(super) fn not_covered(&mut self, parsed: &Parsed) -> IndexVec<GapId, CompiledNotCovered> {
        self.check_addressed(parsed);
        let mut not_covered = IndexVec::default();
        for entry in &parsed.not_covered {
            let (file, part) = (&*entry.file, &entry.part);
            if parsed.addresses(&part.id) {
                continue;
            }
            self.talk.give(&mut self.faults, file, &part.id, ());
            let when = self.optional(file, part.when.as_ref());
            self.must_be_possible((file, line(&part.id)), "this gap", when);
            not_covered.push(CompiledNotCovered {
                id: part.id.value.clone(),
                title: Prerendered::new(self.title(file, &part.title)),
                detail: part.detail.clone().map(Prerendered::new),
                scope: part.scope,
                when: self.builder.keep(when),
                contacts: self.named_contacts(&in_file(file, &part.contacts)),
            });
        }
        for gap in self.left_out(parsed) {
            not_covered.push(gap);
        }
        not_covered
    }

    /// What a pack addresses is a gap that there would be without it.
    fn check_addressed(&mut self, parsed: &Parsed) {
        let gaps = || {
            parsed
                .not_covered
                .iter()
                .map(|entry| entry.part.id.value.as_str())
        };
        for entry in &parsed.headers {
            for word in &entry.part.value.addresses {
                if !gaps().any(|gap| gap == word.value) {
                    let message = format!("there is no gap `{}` to address", word.value);
                    let help = nearest(&word.value, gaps());
                    self.faults
                        .add(Code::UnknownItem, (&entry.file, line(word)), message, help);
                }
            }
        }
    }

    /// What is not covered because packs were left out (SEMANTICS 3.6).
    fn left_out(&mut self, parsed: &Parsed) -> Vec<CompiledNotCovered> {
        let mut gaps = Vec::new();
        for header in parsed.left_out.iter().map(|entry| &entry.part.value) {
            let Some(left_out) = &header.left_out else {
                continue;
            };
            for scope in [Scope::Incident, Scope::Prevention] {
                gaps.push(CompiledNotCovered {
                    id: format!("without_{}", header.id.value),
                    title: Prerendered::new(left_out.title.value.clone()),
                    detail: Some(Prerendered::new(left_out.detail.clone())),
                    scope,
                    when: self.builder.keep(Node::TRUE),
                    contacts: Vec::new(),
                });
            }
        }
        gaps
    }
}

fn asked(vocabulary: &Vocabulary, id: FactId) -> AskedFact {
    let fact = &vocabulary[id];
    AskedFact {
        fact: id,
        words: Prerendered::new(OpenFact {
            fact: fact.name.clone(),
            label: fact.label.clone(),
            answers: fact.offered(),
        }),
    }
}

fn in_file<'w>(file: &'w Path, words: &'w [Word]) -> Vec<(&'w Path, &'w Word)> {
    words.iter().map(|word| (file, word)).collect()
}
