//! What an answer rests on: the statements that it cites with everything that can be asked for, and how many
//! reasons it has (SEMANTICS 12.10, 12.11).

use crate::advise::decision::Decision;
use crate::contract::advice::{Citation, ItemStatus, Outcome, Source, Sources};
use crate::contract::prerendered::Prerendered;
use crate::guidance::{ActionId, StatementId};
use crate::index::IndexVec;

use super::items::shown_items;
use super::waiting::behind_gate;

/// What an answer rests on, whatever was asked for.
#[derive(Debug)]
pub(super) struct CitedStatements {
    statements: IndexVec<StatementId, bool>,
    /// How many grounds are shown.
    pub(super) grounds: usize,
}

impl CitedStatements {
    /// What the answer that a decision makes rests on.
    pub(super) fn by(decision: &Decision<'_>) -> Self {
        let mut cited = Self {
            statements: decision.guidance.citations.map(|_| false),
            grounds: 0,
        };
        cited.by_items(decision);
        let guidance = decision.guidance;
        for asked in &decision.questions {
            cited.cite(&guidance.questions[asked.question].cites);
        }
        for decided in &decision.explanations {
            cited.cite(&guidance.explanations[decided.explanation].cites);
        }
        for situation in decision.known_situations() {
            cited.cite(&guidance.situations[situation].cites);
        }
        cited
    }

    fn by_items(&mut self, decision: &Decision<'_>) {
        let guidance = decision.guidance;
        for item in shown_items(decision) {
            for ground in decision.shown(guidance.core(item)) {
                self.grounds += 1;
                self.cite(&guidance.grounds[ground].cites);
            }
        }
        for id in decision.ranking.iter().copied() {
            self.by_hold(decision, id);
            for held_by in decision.cautions(id) {
                let caution = guidance.prohibitions[held_by].caution.as_ref();
                self.cite(caution.map_or(&[], |caution| &caution.cites));
            }
        }
    }

    /// What holds an action back rests on.
    fn by_hold(&mut self, decision: &Decision<'_>, id: ActionId) {
        if decision.actions[id].status != ItemStatus::Withheld {
            return;
        }
        if let Some(gate) = decision.shut_gate(id) {
            let conditions = behind_gate(decision, gate).flat_map(|one| &one.conditions);
            for condition in conditions {
                if decision.gate_conditions[*condition] != Outcome::Holds {
                    self.cite(&decision.guidance.gate_conditions[*condition].cites);
                }
            }
        }
    }

    fn cite(&mut self, statements: &[StatementId]) {
        for statement in statements {
            self.statements[*statement] = true;
        }
    }

    /// How many statements are cited.
    pub(super) fn statements(&self) -> usize {
        self.statements.iter().filter(|cited| **cited).count()
    }

    /// The statements, the documents that they are from, and the editions.
    pub(super) fn sources<'g>(&self, decision: &Decision<'g>) -> Sources<'g> {
        let guidance = decision.guidance;
        let statements = guidance.citations.iter_enumerated();
        let cited = statements.filter(|(id, _)| self.statements[*id]);
        let statements: Vec<&Prerendered<Citation>> = cited.map(|(_, words)| words).collect();
        let from = |source: &&Source| {
            let mut cited = statements.iter();
            cited.any(|one| one.source == source.id || one.also.contains(&source.id))
        };
        let documents = guidance.catalogue.sources.iter();
        Sources {
            documents: documents.filter(from).map(Into::into).collect(),
            statements,
            editions: guidance
                .editions
                .iter()
                .map(|one| (&**one).into())
                .collect(),
        }
    }
}
