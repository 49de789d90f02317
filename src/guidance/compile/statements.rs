//! The statements of the sources, which everything rests on.

use std::path::Path;

use super::editions::in_folder;
use super::names::Names;
use super::text::values;
use crate::contract::advice::{Citation, Source, StatementKind, Strength, UrgencyLevel};
use crate::contract::contact::HowRead;
use crate::contract::prerendered::Prerendered;
use crate::guidance::diagnostic::{Code, Faults};
use crate::guidance::model::StatementId;
use crate::guidance::pack_schema::{Word, line};
use crate::guidance::parsed::Parsed;
use crate::index::IndexVec;

/// Every statement by where it stands, and by its name.
#[derive(Debug)]
pub(super) struct Statements {
    pub(super) citations: IndexVec<StatementId, Prerendered<Citation>>,
    /// For each statement, what it does.
    pub(super) kinds: IndexVec<StatementId, StatementKind>,
    /// For each statement, how strongly it asks for something.
    pub(super) strengths: IndexVec<StatementId, Option<Strength>>,
    /// For each statement, how pressing it says that something is.
    urgencies: IndexVec<StatementId, Option<UrgencyLevel>>,
    names: Names<StatementId>,
}

/// Finds the source of every statement.
pub(super) fn statements(parsed: &Parsed, faults: &mut Faults) -> Statements {
    let mut names = Names::new("statement", Code::UnknownStatement);
    let mut urgencies = IndexVec::default();
    let mut citations = IndexVec::default();
    for entry in &parsed.statements {
        let (file, part) = (&*entry.file, &entry.part);
        let folder = file.parent().unwrap_or(file);
        let sources = parsed
            .headers
            .iter()
            .filter(|header| in_folder(&header.file, folder))
            .flat_map(|header| &header.part.value.sources);
        let source_of = |word: &Word| sources.clone().find(|source| source.id == word.value);
        let source = match &part.source {
            Some(word) => source_of(word),
            None => sources.clone().next(),
        };
        for word in part.source.iter().chain(&part.also) {
            if source_of(word).is_none() {
                let message = format!("there is no source `{}`", word.value);
                let help = "name one of the header's sources";
                faults.add(Code::UnknownSource, (file, line(word)), message, help);
            }
        }
        let how_read = source.map_or(HowRead::Document, |source| source.how_read);
        let better = part
            .also
            .iter()
            .filter_map(source_of)
            .find(|also| is_better(also, how_read));
        if let Some(better) = better {
            let message = format!("`{}` is cited at second hand", part.id.value);
            let help = format!(
                "name `{}` as its source, and where it stands there",
                better.id
            );
            faults.add(Code::UnknownSource, (file, line(&part.id)), message, help);
        }
        urgencies.push(part.urgency);
        let id = citations.push(Prerendered::new(Citation {
            id: part.id.value.clone(),
            source: source.map(|source| source.id.clone()).unwrap_or_default(),
            also: values(&part.also),
            how_read,
            assurance: part.assurance,
            section: part.section.clone(),
            position: part.position.clone(),
        }));
        names.give(faults, file, &part.id, id);
    }
    let written = || parsed.statements.iter().map(|one| &one.part);
    Statements {
        citations,
        kinds: written().map(|part| part.kind).collect(),
        strengths: written().map(|part| part.strength).collect(),
        urgencies,
        names,
    }
}

/// Whether what was read at second hand gives way to this document: its own text says the same.
fn is_better(document: &Source, how_read: HowRead) -> bool {
    how_read == HowRead::Secondary && document.how_read != HowRead::Secondary
}

impl Statements {
    /// The statements that something rests on: at least one.
    pub(super) fn cited(
        &self,
        faults: &mut Faults,
        file: &Path,
        owner: &Word,
        statements: &[Word],
    ) -> Vec<StatementId> {
        if statements.is_empty() {
            let message = format!("`{}` rests on no statement here", owner.value);
            let help = "name the statements; where none says it, leave it out or say it in \
                        not_covered";
            faults.add(Code::Uncited, (file, line(owner)), message, help);
        }
        self.names.find_all(faults, file, statements)
    }

    /// How pressing the statements say that something is.
    pub(super) fn urgency(&self, statements: &[Word]) -> Option<UrgencyLevel> {
        let cited = statements.iter();
        let cited = cited.filter_map(|word| self.names.get(&word.value));
        cited.filter_map(|id| self.urgencies[id]).max()
    }

    /// Whether there is a statement of that name.
    pub(super) fn knows(&self, statement: &str) -> bool {
        self.names.knows(statement)
    }
}
