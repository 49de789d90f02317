//! Questions, explanations, and what is not covered.

use super::names::line;
use super::{Compiler, values};
use crate::contract::incident::FactId;
use crate::contract::piece::Piece;
use crate::contract::sets::FactSet;
use crate::guidance::load::Parsed;
use crate::guidance::model::{Explanation, NotCovered, Question};
use crate::guidance::source::Rank;

impl Compiler {
    pub(super) fn questions(&mut self, parsed: &Parsed) -> Vec<Question> {
        let mut questions = Vec::new();
        for entry in &parsed.questions {
            let (file, part) = (&*entry.file, &entry.part);
            self.talk.give(&mut self.faults, file, &part.id, ());
            let when = part.when.as_ref().map(|when| self.condition(file, when));
            let found = part.facts.iter().map(|word| self.named_fact(file, word));
            let facts: Vec<FactId> = found.flatten().collect();
            let mut fact_set = FactSet::default();
            for fact in &facts {
                fact_set.insert(*fact);
            }
            questions.push(Question {
                id: part.id.value.clone(),
                title: Piece::new(self.title(file, &part.title)),
                detail: part.detail.clone().map(Piece::new),
                when: when.map(|when| self.builder.keep(when)),
                first: part.rank == Rank::First,
                facts,
                fact_set,
                citations: values(&part.statements),
                cites: self.cited(file, &part.id, &part.statements, Some(&part.id.value)),
                voice: part.voice,
            });
        }
        questions
    }

    pub(super) fn explanations(&mut self, parsed: &Parsed) -> Vec<Explanation> {
        let mut explanations = Vec::new();
        for entry in &parsed.explanations {
            let (file, part) = (&*entry.file, &entry.part);
            let place = (file, line(&part.id));
            self.talk.give(&mut self.faults, file, &part.id, ());
            let when = self.optional(file, part.when.as_ref());
            self.must_be_possible(place, "this explanation", when);
            self.check_note(place, part.voice, part.note.as_ref());
            explanations.push(Explanation {
                id: part.id.value.clone(),
                title: Piece::new(self.title(file, &part.title)),
                detail: part.detail.clone().map(Piece::new),
                scope: part.scope,
                when: self.builder.keep(when),
                explains: self.items.find_all(&mut self.faults, file, &part.explains),
                citations: values(&part.statements),
                cites: self.cited(file, &part.id, &part.statements, Some(&part.id.value)),
                voice: part.voice,
                note: part.note.clone().map(Piece::new),
            });
        }
        explanations
    }

    pub(super) fn not_covered(&mut self, parsed: &Parsed) -> Vec<NotCovered> {
        let mut not_covered = Vec::new();
        for entry in &parsed.not_covered {
            let (file, part) = (&*entry.file, &entry.part);
            self.talk.give(&mut self.faults, file, &part.id, ());
            let when = self.optional(file, part.when.as_ref());
            self.must_be_possible((file, line(&part.id)), "this gap", when);
            not_covered.push(NotCovered {
                id: part.id.value.clone(),
                title: Piece::new(self.title(file, &part.title)),
                detail: part.detail.clone().map(Piece::new),
                scope: part.scope,
                when: self.builder.keep(when),
                contacts: self
                    .contacts
                    .find_all(&mut self.faults, file, &part.contacts),
            });
        }
        not_covered
    }
}
