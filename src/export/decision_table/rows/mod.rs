//! What the rows of the CSV say: each part of the guidance, with the facts under which it holds.

mod items;

use super::alternative::Alternative;
use super::spreadsheet::{Cells, Row, joined};
use super::when::{When, scope_facts};
use crate::contract::advice::Scope;
use crate::contract::catalogue::Retired;
use crate::guidance::{ContactId, Guidance};
use crate::mdd::Condition;

/// Every row of the table, in the order of the guidance.
pub(super) fn rows(guidance: &Guidance) -> Vec<Row> {
    let mut rows = Rows {
        guidance,
        rows: Vec::new(),
    };
    rows.situations();
    rows.gates();
    rows.prohibitions();
    rows.actions();
    rows.questions();
    rows.explanations();
    rows.not_covered();
    rows.retired();
    rows.rows
}

struct Rows<'g> {
    guidance: &'g Guidance,
    rows: Vec<Row>,
}

impl Rows<'_> {
    fn situations(&mut self) {
        for (situation, when) in When::of_situations(self.guidance) {
            let cells = Cells {
                title: situation.title.clone(),
                citations: joined(&situation.citations),
                ..cells("situation", &situation.id, "holds")
            };
            self.push_when(&cells, Some(Scope::Incident), &when);
        }
    }

    fn gates(&mut self) {
        for gate in &self.guidance.gates {
            for (number, condition) in (1..).zip(self.guidance.conditions_of(gate)) {
                let cells = Cells {
                    title: gate.until.clone(),
                    number: numbered(number),
                    citations: joined(&condition.not_known.citations),
                    because: condition.not_known.because.clone(),
                    where_refuted: condition.refuted.because.clone(),
                    release_hint: gate.release_hint.clone(),
                    ..cells("gate", &gate.id, "needs")
                };
                self.push(&cells, None, condition.when);
            }
        }
    }

    fn questions(&mut self) {
        let entries = &self.guidance.catalogue.questions;
        for (question, entry) in self.guidance.questions.iter().zip(entries) {
            let cells = Cells {
                title: entry.title.clone(),
                detail: entry.detail.clone().unwrap_or_default(),
                fills: joined(&entry.facts),
                citations: joined(&entry.citations),
                voice: entry.voice.word().to_owned(),
                ..self.of_pack(&entry.pack, cells("question", &entry.id, "asked"))
            };
            match question.when {
                Some(when) => self.push(&cells, None, when),
                None => self.always(cells),
            }
        }
    }

    fn explanations(&mut self) {
        let entries = &self.guidance.catalogue.explanations;
        for (explanation, entry) in self.guidance.explanations.iter().zip(entries) {
            let cells = Cells {
                title: entry.title.clone(),
                detail: entry.detail.clone().unwrap_or_default(),
                explains: joined(&entry.explains),
                citations: joined(&entry.citations),
                voice: entry.voice.word().to_owned(),
                note: entry.note.clone().unwrap_or_default(),
                ..self.of_pack(&entry.pack, cells("explanation", &entry.id, "told"))
            };
            self.push(&cells, Some(entry.scope), explanation.when);
        }
    }

    fn not_covered(&mut self) {
        for gap in &self.guidance.not_covered {
            let detail = gap.detail.as_ref().map(|detail| detail.to_string());
            let cells = Cells {
                title: gap.title.clone(),
                detail: detail.unwrap_or_default(),
                contacts: self.contacts(&gap.contacts),
                ..cells("not_covered", &gap.id, "told")
            };
            self.push(&cells, Some(gap.scope), gap.when);
        }
    }

    /// What is no longer given, whatever the facts.
    fn retired(&mut self) {
        for entry in &self.guidance.catalogue.items {
            let Some(Retired { because, .. }) = &entry.retired else {
                continue;
            };
            self.always(Cells {
                title: entry.title.clone(),
                because: because.clone(),
                ..cells(entry.kind.word(), &entry.id, "retired")
            });
        }
    }

    /// A row for each way in which the condition holds; in that scope only, where one is named.
    fn push(&mut self, cells: &Cells, scope: Option<Scope>, condition: Condition) {
        let when = When::of(self.guidance, scope.unwrap_or_default(), condition);
        self.push_when(cells, scope, &when);
    }

    fn push_when(&mut self, cells: &Cells, scope: Option<Scope>, when: &When<'_>) {
        let vocabulary = self.guidance.vocabulary();
        let scoped = match scope {
            Some(scope) => scope_facts(vocabulary, scope),
            None => Alternative::always(vocabulary),
        };
        let situations = when.situations.iter();
        let cells = Cells {
            situations: joined(situations.map(|situation| &situation.id)),
            ..cells.clone()
        };
        let rows = when.facts.iter().map(|alternative| Row {
            cells: cells.clone(),
            facts: alternative.and(&scoped),
        });
        self.rows.extend(rows);
    }

    fn always(&mut self, cells: Cells) {
        let facts = Alternative::always(self.guidance.vocabulary());
        self.rows.push(Row { cells, facts });
    }

    fn of_pack(&self, pack: &str, cells: Cells) -> Cells {
        let mut editions = self.guidance.editions.iter();
        let edition = editions.find(|edition| edition.pack == pack);
        Cells {
            pack: pack.to_owned(),
            edition: edition.map_or_else(String::new, |edition| edition.edition.clone()),
            ..cells
        }
    }

    fn contacts(&self, contacts: &[ContactId]) -> String {
        let contacts = contacts.iter();
        joined(contacts.map(|id| &self.guidance.contacts[*id].id))
    }
}

fn cells(kind: &str, id: &str, rule: &str) -> Cells {
    Cells {
        kind: kind.to_owned(),
        id: id.to_owned(),
        rule: rule.to_owned(),
        ..Cells::default()
    }
}

fn numbered(number: usize) -> String {
    number.to_string()
}
