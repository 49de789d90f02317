//! The catalogue of a body of guidance: its entries, as they are read apart from any incident.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::text::values;
use crate::contract::advice::Citation;
use crate::contract::advice::{Caution, Reason, Scope, Source, UrgencyLevel, Voice};
use crate::contract::catalogue::{
    ActionEntry, Catalogue, ExplanationEntry, GateEntry, GroundEntry, ItemEntry, ItemKind,
    PreventionEntry, ProhibitionEntry, QuestionEntry, RestingItem, Retired, StatementEntry,
    Wording,
};
use crate::contract::prerendered::Prerendered;
use crate::guidance::model::{Coverage, any_of};
use crate::guidance::pack_schema::{self, Word, WrittenCondition, WrittenHeader, WrittenTerm};
use crate::guidance::parsed::{In, Parsed};

/// Makes the catalogue.
pub(super) fn catalogue(
    given: &Parsed,
    retired: &Parsed,
    citations: &[Prerendered<Citation>],
    coverage: &[Coverage],
) -> Catalogue {
    let writer = Writer::of(given);
    let parts = || [given, retired].into_iter();
    let actions = parts().flat_map(|parsed| &parsed.actions);
    let actions: Vec<_> = actions.map(|entry| writer.action(entry)).collect();
    let prohibitions = parts().flat_map(|parsed| &parsed.prohibitions);
    let prohibitions: Vec<_> = prohibitions
        .map(|entry| writer.prohibition(entry))
        .collect();
    let questions = parts().flat_map(|parsed| &parsed.questions);
    let questions: Vec<_> = questions.map(|entry| writer.question(entry)).collect();
    let explanations = parts().flat_map(|parsed| &parsed.explanations);
    let explanations: Vec<_> = explanations
        .map(|entry| writer.explanation(entry))
        .collect();
    let items = items(&prohibitions, &actions, &questions, &explanations);
    Catalogue {
        prevention: prevention(&actions, &explanations),
        sources: sources(given),
        statements: statements(citations, coverage, &items),
        items,
        actions,
        prohibitions,
        questions,
        explanations,
    }
}

/// What the entries refer to.
struct Writer<'p> {
    given: &'p Parsed,
    /// The headers of the packs, by the folder of their files.
    packs: BTreeMap<PathBuf, &'p WrittenHeader>,
}

impl<'p> Writer<'p> {
    fn of(given: &'p Parsed) -> Self {
        let headers = given.headers.iter().filter_map(|entry| {
            let folder = entry.file.parent()?.to_owned();
            Some((folder, &entry.part.value))
        });
        Self {
            given,
            packs: headers.collect(),
        }
    }

    fn pack(&self, file: &Path) -> String {
        let header = self.header(file);
        header.map_or_else(String::new, |header| header.id.value.clone())
    }

    fn voice(&self, file: &Path, said: Option<Voice>) -> Voice {
        let pack = self.header(file).map(|header| header.voice);
        said.or(pack).unwrap_or(Voice::Source)
    }

    fn header(&self, file: &Path) -> Option<&'p WrittenHeader> {
        self.packs.get(file.parent()?).copied()
    }

    fn action(&self, In { file, part }: &In<pack_schema::WrittenAction>) -> ActionEntry {
        let holding = self.given.prohibitions.iter().map(|entry| &entry.part);
        let holding = holding.filter(|prohibition| names(&prohibition.holds_back, &part.id));
        let grounds = self.grounds(&part.id, file, &part.grounds);
        ActionEntry {
            id: part.id.value.clone(),
            pack: self.pack(file),
            title: part.title.value.clone(),
            detail: part.detail.clone(),
            actor: part.actor,
            urgency: most_urgent(&grounds),
            when_unknown: part.when_unknown,
            gate: part.gate.as_ref().and_then(|gate| self.gate(gate)),
            held_back_by: holding.map(|item| item.id.value.clone()).collect(),
            wordings: part
                .rewordings
                .iter()
                .map(|words| self.wording(words))
                .collect(),
            grounds,
            contacts: self.contacts(&part.id, file, &part.contacts),
            explained_by: self.explained_by(&part.id),
            retired: part.retired.clone(),
        }
    }

    fn prohibition(
        &self,
        In { file, part }: &In<pack_schema::WrittenProhibition>,
    ) -> ProhibitionEntry {
        ProhibitionEntry {
            id: part.id.value.clone(),
            pack: self.pack(file),
            title: part.title.value.clone(),
            detail: part.detail.clone(),
            protects: part.protects,
            lifted_when: part.lifted_says.clone(),
            holds_back: values(&part.holds_back),
            release_hint: part.release_hint.clone(),
            caution: part.caution.as_ref().map(|caution| Caution {
                prohibition: part.id.value.clone(),
                because: caution.says.clone(),
                citations: values(&caution.statements),
            }),
            grounds: self.grounds(&part.id, file, &part.grounds),
            contacts: self.contacts(&part.id, file, &part.contacts),
            explained_by: self.explained_by(&part.id),
            retired: part.retired.clone(),
        }
    }

    fn question(&self, In { file, part }: &In<pack_schema::WrittenQuestion>) -> QuestionEntry {
        QuestionEntry {
            id: part.id.value.clone(),
            pack: self.pack(file),
            title: part.title.value.clone(),
            detail: part.detail.clone(),
            facts: values(&part.facts),
            citations: values(&part.statements),
            voice: self.voice(file, part.voice),
            retired: part.retired.clone(),
        }
    }

    fn explanation(
        &self,
        In { file, part }: &In<pack_schema::WrittenExplanation>,
    ) -> ExplanationEntry {
        ExplanationEntry {
            id: part.id.value.clone(),
            pack: self.pack(file),
            title: part.title.value.clone(),
            detail: part.detail.clone(),
            scope: part.scope,
            explains: values(&part.explains),
            citations: values(&part.statements),
            voice: self.voice(file, part.voice),
            note: part.note.clone(),
            retired: part.retired.clone(),
        }
    }

    fn contacts(&self, item: &Word, file: &Path, own: &[Word]) -> Vec<String> {
        let contacts = self.given.contacts_of(item, file, own).into_iter();
        contacts.map(|(_, word)| word.value.clone()).collect()
    }

    fn grounds(
        &self,
        item: &Word,
        file: &Path,
        own: &[pack_schema::WrittenGround],
    ) -> Vec<GroundEntry> {
        let entry = |(file, ground): (&Path, &pack_schema::WrittenGround)| GroundEntry {
            scope: ground.scope,
            because: ground.because.value.clone(),
            citations: values(&ground.statements),
            strength: ground.strength,
            urgency: ground.urgency,
            voice: self.voice(file, ground.voice),
            note: ground.note.clone(),
            facts: self.facts(ground.when.as_ref()),
        };
        let grounds = self.given.grounds_of(item, file, own).into_iter();
        grounds.map(entry).collect()
    }

    fn wording(&self, words: &pack_schema::WrittenRewording) -> Wording {
        Wording {
            title: words.title.value.clone(),
            detail: words.detail.clone(),
            facts: self.facts(Some(&words.once)),
        }
    }

    fn gate(&self, name: &Word) -> Option<GateEntry> {
        let mut gates = self.given.gates.iter().map(|entry| &entry.part);
        let gate = gates.find(|gate| gate.id.value == name.value)?;
        let alternatives = &gate.alternatives;
        let conditions = alternatives.iter().flat_map(|one| &one.conditions);
        let conditions = conditions.map(|condition| Reason {
            because: condition.not_known.clone(),
            citations: values(&condition.statements),
        });
        Some(GateEntry {
            until: any_of(gate.alternatives.iter().map(|one| &*one.until)),
            release_hint: alternatives.first()?.release_hint.clone(),
            conditions: conditions.collect(),
        })
    }

    fn explained_by(&self, item: &Word) -> Vec<String> {
        let explanations = self.given.explanations.iter().map(|entry| &entry.part);
        let explaining = explanations.filter(|explanation| names(&explanation.explains, item));
        explaining
            .map(|explanation| explanation.id.value.clone())
            .collect()
    }

    /// The facts that a condition names, by way of situations and gates too.
    fn facts(&self, when: Option<&WrittenCondition>) -> Vec<String> {
        let mut facts = BTreeSet::new();
        let mut waiting: Vec<&WrittenCondition> = when.into_iter().collect();
        while let Some(WrittenCondition(terms)) = waiting.pop() {
            for term in terms {
                match term {
                    WrittenTerm::All(parts) | WrittenTerm::Any(parts) => waiting.extend(parts),
                    WrittenTerm::Not(part) | WrittenTerm::Known(_, part) => waiting.push(part),
                    WrittenTerm::NotKnown(_, names) => {
                        facts.extend(names.iter().map(|fact| fact.value.clone()));
                    }
                    WrittenTerm::Fact(fact, _) => {
                        facts.insert(fact.value.clone());
                    }
                    WrittenTerm::Situation(name) => waiting.extend(self.situation(name)),
                    WrittenTerm::Gate(name) => waiting.extend(self.gate_conditions(name)),
                }
            }
        }
        facts.into_iter().collect()
    }

    fn situation(&self, name: &Word) -> Option<&WrittenCondition> {
        let mut situations = self.given.situations.iter().map(|entry| &entry.part);
        let found = situations.find(|situation| situation.id.value == name.value);
        found.map(|situation| &situation.when)
    }

    fn gate_conditions(&self, name: &Word) -> impl Iterator<Item = &WrittenCondition> {
        let gates = self.given.gates.iter().map(|entry| &entry.part);
        let found = gates.filter(|gate| gate.id.value == name.value);
        let alternatives = found.flat_map(|gate| &gate.alternatives);
        let conditions = alternatives.flat_map(|one| &one.conditions);
        conditions.map(|condition| &condition.when)
    }
}

fn most_urgent(grounds: &[GroundEntry]) -> UrgencyLevel {
    let said = grounds.iter().filter_map(|ground| ground.urgency).max();
    said.unwrap_or(UrgencyLevel::Standard)
}

fn names(words: &[Word], id: &Word) -> bool {
    words.iter().any(|word| word.value == id.value)
}

fn items(
    prohibitions: &[ProhibitionEntry],
    actions: &[ActionEntry],
    questions: &[QuestionEntry],
    explanations: &[ExplanationEntry],
) -> Vec<ItemEntry> {
    let item = |kind: ItemKind, id: &String, title: &String, retired: &Option<Retired>| ItemEntry {
        id: id.clone(),
        kind,
        title: title.clone(),
        href: href(kind, id),
        retired: retired.clone(),
    };
    let mut items = Vec::new();
    items.extend(
        prohibitions
            .iter()
            .map(|it| item(ItemKind::Prohibition, &it.id, &it.title, &it.retired)),
    );
    items.extend(
        actions
            .iter()
            .map(|it| item(ItemKind::Action, &it.id, &it.title, &it.retired)),
    );
    items.extend(
        questions
            .iter()
            .map(|it| item(ItemKind::Question, &it.id, &it.title, &it.retired)),
    );
    items.extend(
        explanations
            .iter()
            .map(|it| item(ItemKind::Explanation, &it.id, &it.title, &it.retired)),
    );
    items
}

fn href(kind: ItemKind, id: &str) -> String {
    let list = match kind {
        ItemKind::Action => "actions",
        ItemKind::Prohibition => "prohibitions",
        ItemKind::Question => "questions",
        ItemKind::Explanation => "explanations",
    };
    format!("/v1/{list}/{id}")
}

/// What advice can hold where nothing has happened.
fn prevention(actions: &[ActionEntry], explanations: &[ExplanationEntry]) -> Vec<PreventionEntry> {
    let mut prevention = Vec::new();
    for action in actions.iter().filter(|action| action.retired.is_none()) {
        let grounds = action.grounds.iter();
        let grounds = grounds.filter(|ground| ground.scope == Scope::Prevention);
        let citations: Vec<_> = grounds
            .flat_map(|ground| ground.citations.clone())
            .collect();
        if !citations.is_empty() {
            prevention.push(PreventionEntry {
                id: action.id.clone(),
                kind: ItemKind::Action,
                title: action.title.clone(),
                detail: action.detail.clone(),
                citations,
                href: href(ItemKind::Action, &action.id),
            });
        }
    }
    let known = explanations.iter().filter(|explanation| {
        explanation.scope == Scope::Prevention && explanation.retired.is_none()
    });
    prevention.extend(known.map(|explanation| PreventionEntry {
        id: explanation.id.clone(),
        kind: ItemKind::Explanation,
        title: explanation.title.clone(),
        detail: explanation.detail.clone(),
        citations: explanation.citations.clone(),
        href: href(ItemKind::Explanation, &explanation.id),
    }));
    prevention
}

/// Every document.
fn sources(given: &Parsed) -> Vec<Source> {
    let headers = given.headers.iter().map(|entry| &entry.part.value);
    headers
        .flat_map(|header| header.sources.iter().cloned())
        .collect()
}

fn statements(
    citations: &[Prerendered<Citation>],
    coverage: &[Coverage],
    items: &[ItemEntry],
) -> Vec<StatementEntry> {
    let resting = |id: &String| {
        let item = items.iter().find(|item| item.id == *id)?;
        Some(RestingItem {
            id: item.id.clone(),
            kind: item.kind,
            href: item.href.clone(),
        })
    };
    let statements = citations.iter().zip(coverage);
    statements
        .map(|(citation, coverage)| StatementEntry {
            id: citation.id.clone(),
            kind: citation.kind,
            source: citation.source.clone(),
            also: citation.also.clone(),
            assurance: citation.assurance,
            section: citation.section.clone(),
            position: citation.position.clone(),
            items: coverage.items.iter().filter_map(resting).collect(),
        })
        .collect()
}
