//! From parsed parts to [`Guidance`]: names resolved, conditions compiled, every fault reported.

mod catalogue;
mod conditions;
mod coverage;
mod draft;
mod items;
mod local;
mod names;
mod order;
mod parts;
mod retired;
mod services;
mod talk;
mod vocabulary;
mod withdrawn;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_saphyr::Spanned;

use self::conditions::{Deciding, Named};
use self::names::Names;
pub(super) use self::vocabulary::vocabulary;
pub(super) use self::withdrawn::check_withdrawn;
use super::diagnostic::{Code, Diagnostic, Faults};
use super::model::{
    CompiledGate, CompiledGateCondition, CompiledGround, CompiledSituation, ContactId,
    GateConditionId, GateId, GroundId, Guidance, ItemId, SituationId, StatementId,
};
use super::pack_schema::{Word, WrittenAlternative, WrittenHeader, line};
use super::parsed::{In, Parsed};
use crate::contract::advice::{Reason, Situation, UrgencyLevel, Voice};
use crate::contract::catalogue::ProvedPack;
use crate::contract::pack::{PackSelection, Packs};
use crate::contract::prerendered::Prerendered;
use crate::facts::Vocabulary;
use crate::guidance::scope;
use crate::index::IndexVec;
use crate::mdd::{Builder, Node};

/// The longest title: one line of a screen.
const LONGEST_TITLE: usize = 140;

/// What is known so far while guidance is compiled.
#[derive(Debug)]
struct Compiler {
    vocabulary: Arc<Vocabulary>,
    packs: Arc<Packs>,
    faults: Faults,
    builder: Builder,
    sources: Names<()>,
    statements: Names<StatementId>,
    contacts: Names<ContactId>,
    situations: Names<Named<SituationId>>,
    gates: Names<Named<GateId>>,
    items: Names<ItemId>,
    /// Questions, explanations and gaps: nothing refers to them from inside guidance.
    talk: Names<()>,
    /// For each statement, the items that rest on it.
    resting: IndexVec<StatementId, BTreeSet<String>>,
    deciding: Deciding,
    /// For each contact that an operator's contacts fill, these.
    filling: BTreeMap<ContactId, Vec<ContactId>>,
    /// For each folder of a pack, who speaks in it where nothing else is said.
    voices: BTreeMap<PathBuf, Voice>,
    /// For each statement, how pressing it says that something is.
    urgencies: IndexVec<StatementId, Option<UrgencyLevel>>,
    gate_conditions: IndexVec<GateConditionId, CompiledGateCondition>,
    grounds: IndexVec<GroundId, CompiledGround>,
}

/// Compiles parsed parts.
///
/// # Errors
///
/// Every fault found, among them those that reading found already.
pub(super) fn compile(
    vocabulary: &Arc<Vocabulary>,
    packs: &Arc<Packs>,
    mut parsed: Parsed,
    faults: Faults,
) -> Result<Guidance, Vec<Diagnostic>> {
    let mut compiler = Compiler {
        vocabulary: vocabulary.clone(),
        packs: packs.clone(),
        faults,
        builder: Builder::new(scope::variables(vocabulary), scope::MOST_NODES),
        sources: Names::new("source", Code::UnknownSource),
        statements: Names::new("statement", Code::UnknownStatement),
        contacts: Names::new("contact", Code::UnknownContact),
        situations: Names::new("situation", Code::UnknownSituation),
        gates: Names::new("gate", Code::UnknownGate),
        items: Names::new("item", Code::UnknownItem),
        talk: Names::new("item", Code::UnknownItem),
        resting: IndexVec::default(),
        deciding: Deciding::new(),
        filling: BTreeMap::new(),
        voices: voices(&parsed),
        urgencies: IndexVec::default(),
        gate_conditions: IndexVec::default(),
        grounds: IndexVec::default(),
    };
    compiler.arrange(&mut parsed);
    compiler.check_local(&parsed);
    check_withdrawn(
        &parsed.withdrawn,
        Some(packs),
        &parsed.editions(),
        &mut compiler.faults,
    );
    let retired = parsed.take_retired();
    let (editions, citations) = compiler.sources(&parsed);
    compiler.resting = citations.map(|_| BTreeSet::new());
    let (contacts, serving) =
        compiler.contacts(&parsed.left_out, std::mem::take(&mut parsed.contacts));
    let situations = compiler.situations(&parsed);
    let gates = compiler.gates(&parsed);
    let (prohibitions, actions) = compiler.items(&parsed);
    let questions = compiler.questions(&parsed);
    let explanations = compiler.explanations(&parsed);
    let not_covered = compiler.not_covered(&parsed);
    let coverage = compiler.coverage(&parsed, &questions);
    compiler.check_ids(&parsed, &retired);

    compiler.check_size(&parsed);
    let (forest, parts) = match compiler.builder.finish() {
        Ok(forests) if compiler.faults.is_empty() => forests,
        _ => return Err(compiler.faults.into_sorted()),
    };
    let catalogue = catalogue::catalogue(&parsed, &retired, citations.as_slice(), &coverage);
    Ok(Guidance {
        pack_names: packs.clone(),
        selection: selection(packs, &parsed),
        restricted: Vec::new(),
        vocabulary: vocabulary.clone(),
        forest,
        parts,
        editions,
        packs: proved_packs(&parsed),
        citations,
        strengths: parsed
            .statements
            .iter()
            .map(|one| one.part.strength)
            .collect(),
        contacts,
        serving,
        unsettled: Prerendered::new(Reason {
            because: "Some answers contradict each other. Settle them first.".to_owned(),
            citations: Vec::new(),
        }),
        situations,
        gates,
        gate_conditions: compiler.gate_conditions,
        grounds: compiler.grounds,
        prohibitions,
        actions,
        questions,
        explanations,
        not_covered,
        coverage,
        catalogue,
    })
}

/// The packs that are there.
fn selection(packs: &Packs, parsed: &Parsed) -> PackSelection {
    let headers = parsed.headers.iter();
    headers
        .filter_map(|header| packs.of(&header.file))
        .collect()
}

fn proved_packs(parsed: &Parsed) -> Vec<ProvedPack> {
    let pack = |entry: &In<Spanned<WrittenHeader>>| {
        let digest = parsed.digests.get(entry.file.parent()?)?.clone();
        let header = &entry.part.value;
        Some(ProvedPack {
            pack: header.id.value.clone(),
            edition: header.edition.clone(),
            digest,
        })
    };
    parsed.headers.iter().filter_map(pack).collect()
}

fn voices(parsed: &Parsed) -> BTreeMap<PathBuf, Voice> {
    let folders = parsed.headers.iter().filter_map(|entry| {
        let folder = entry.file.parent()?.to_owned();
        Some((folder, entry.part.value.voice))
    });
    folders.collect()
}

impl Compiler {
    fn situations(&mut self, parsed: &Parsed) -> IndexVec<SituationId, CompiledSituation> {
        let mut situations = IndexVec::default();
        for entry in &parsed.situations {
            let (file, part) = (&*entry.file, &entry.part);
            let (when, parts) = self.in_parts(file, Some(&part.when));
            self.must_be_possible((file, line(&part.id)), "this situation", when);
            let cites = self.cited(file, &part.id, &part.statements, None);
            let words = Situation {
                id: part.id.value.clone(),
                title: self.title(file, &part.title),
                citations: values(&part.statements),
            };
            let says = words.title.as_str().into();
            let id = situations.push(CompiledSituation {
                when: self.builder.keep(when),
                parts,
                words: Prerendered::new(words),
                cites,
            });
            let named = Named {
                id,
                node: when,
                says,
            };
            self.situations
                .give(&mut self.faults, file, &part.id, named);
        }
        situations
    }

    fn gates(&mut self, parsed: &Parsed) -> IndexVec<GateId, CompiledGate> {
        let mut gates = IndexVec::default();
        for entry in &parsed.gates {
            let (file, part) = (&*entry.file, &entry.part);
            let place = (file, line(&part.id));
            let Some(first) = part.alternatives.first() else {
                let help = "give it at least one alternative, with what it waits for";
                self.faults
                    .add(Code::Gate, place, "this gate can never open", help);
                continue;
            };
            let mut open = Node::FALSE;
            let mut alternatives = Vec::new();
            for alternative in &part.alternatives {
                let (node, conditions) = self.alternative(file, &part.id, alternative);
                self.must_be_possible(place, "an alternative of this gate", node);
                open = self.builder.or(open, node);
                alternatives.push(conditions);
            }
            let until = part.until();
            let says = until.as_str().into();
            let id = gates.push(CompiledGate {
                id: part.id.value.clone(),
                open: self.builder.keep_part(open),
                until: Prerendered::new(until),
                release_hint: Prerendered::new(first.release_hint.clone()),
                alternatives,
            });
            let named = Named {
                id,
                node: open,
                says,
            };
            self.gates.give(&mut self.faults, file, &part.id, named);
        }
        gates
    }

    /// All conditions of one way in which a gate opens.
    fn alternative(
        &mut self,
        file: &Path,
        gate: &Word,
        written: &WrittenAlternative,
    ) -> (Node, Vec<GateConditionId>) {
        if written.conditions.is_empty() {
            let help =
                "say in `conditions` what must be known; without any it is open from the start";
            self.faults.add(
                Code::Gate,
                (file, line(gate)),
                "an alternative of this gate waits for nothing",
                help,
            );
        }
        let mut open = Node::TRUE;
        let mut conditions = Vec::new();
        for condition in &written.conditions {
            let (when, parts) = self.in_parts(file, Some(&condition.when));
            open = self.builder.and(open, when);
            let cites = self.cited(file, gate, &condition.statements, None);
            let reason = |because: &String| {
                let citations = values(&condition.statements);
                Prerendered::new(Reason {
                    because: because.clone(),
                    citations,
                })
            };
            conditions.push(self.gate_conditions.push(CompiledGateCondition {
                when: self.builder.keep(when),
                parts,
                not_known: reason(&condition.not_known),
                refuted: reason(&condition.refuted),
                cites,
            }));
        }
        (open, conditions)
    }

    /// The statements that something rests on: at least one. Where an item is named,
    /// it counts among those that rest on them.
    fn cited(
        &mut self,
        file: &Path,
        owner: &Word,
        statements: &[Word],
        item: Option<&str>,
    ) -> Vec<StatementId> {
        if statements.is_empty() {
            let message = format!("`{}` rests on no statement here", owner.value);
            let help = "name the statements; where none says it, leave it out or say it in \
                        not_covered";
            self.faults
                .add(Code::Uncited, (file, line(owner)), message, help);
        }
        let found = self.statements.find_all(&mut self.faults, file, statements);
        if let Some(item) = item {
            for statement in &found {
                self.resting[*statement].insert(item.to_owned());
            }
        }
        found
    }

    fn title(&mut self, file: &Path, title: &Word) -> String {
        if title.value.contains(char::is_control) {
            let help = "write it in one line; put the rest into `detail`";
            let message = "this title has more than one line";
            self.faults
                .add(Code::TooLong, (file, line(title)), message, help);
        }
        let length = title.value.chars().count();
        if length > LONGEST_TITLE {
            let message = format!("this title has {length} characters");
            let help = format!("keep to {LONGEST_TITLE}; put the rest into `detail`");
            self.faults
                .add(Code::TooLong, (file, line(title)), message, help);
        }
        title.value.clone()
    }
}

/// The words themselves.
fn values(words: &[Word]) -> Vec<String> {
    words.iter().map(|word| word.value.clone()).collect()
}
