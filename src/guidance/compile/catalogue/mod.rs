//! The catalogue of a body of guidance: its items as they are written, with what is worked out of each.

mod facts;
mod lines;

use std::path::Path;

use self::facts::facts;
use self::lines::lines;
use super::editions::in_folder;
use super::referable::Referable;
use super::text::values;
use crate::contract::advice::{Reason, Scope, UrgencyLevel};
use crate::contract::catalogue::ItemKind::{self, Action, Explanation, Prohibition, Question};
use crate::contract::catalogue::{
    GateEntry, ItemEntry, PreventionEntry, RestingItem, Retired, StatementEntry,
};
use crate::guidance::model::{Catalogue, Coverage, any_of};
use crate::guidance::pack_schema::{
    Word, WrittenAction, WrittenCaution, WrittenExplanation, WrittenGround, WrittenProhibition,
    WrittenQuestion, WrittenRewording,
};
use crate::guidance::parsed::{In, Parsed};

/// Makes the catalogue.
pub(super) fn catalogue(
    known: &Referable<'_>,
    retired: &Parsed,
    coverage: &[Coverage],
) -> Catalogue {
    let given = known.parsed;
    let actions = given.actions.iter().chain(&retired.actions);
    let actions: Vec<_> = actions.map(|entry| action(known, entry)).collect();
    let prohibitions = given.prohibitions.iter().chain(&retired.prohibitions);
    let prohibitions: Vec<_> = prohibitions
        .map(|entry| prohibition(known, entry))
        .collect();
    let questions = given.questions.iter().chain(&retired.questions);
    let questions: Vec<_> = questions.map(|entry| question(known, entry)).collect();
    let explanations = given.explanations.iter().chain(&retired.explanations);
    let explanations: Vec<_> = explanations
        .map(|entry| explanation(known, entry))
        .collect();
    let items = items(&prohibitions, &actions, &questions, &explanations);
    let headers = given.headers.iter().map(|entry| &entry.part.value);
    Catalogue {
        prevention: prevention(&actions, &explanations),
        lines: lines(given),
        sources: headers.flat_map(|header| header.sources.clone()).collect(),
        statements: statements(known, coverage, &items),
        items,
        actions,
        prohibitions,
        questions,
        explanations,
    }
}

fn action(known: &Referable<'_>, In { file, part }: &In<WrittenAction>) -> WrittenAction {
    let grounds = grounds(known, &part.id, file, &part.grounds);
    let urgency = grounds.iter().filter_map(|ground| ground.urgency).max();
    let rewordings = part.rewordings.iter();
    let rewordings = rewordings.map(|words| WrittenRewording {
        facts: facts(known.parsed, Some(&words.once)),
        ..words.clone()
    });
    let prohibitions = known.parsed.prohibitions.iter().map(|entry| &entry.part);
    let holding = prohibitions.filter(|item| names(&item.holds_back, &part.id));
    WrittenAction {
        pack: pack(known.parsed, file),
        urgency: urgency.or(Some(UrgencyLevel::Standard)),
        waits_for: part.gate.as_ref().and_then(|name| gate(known.parsed, name)),
        held_back_by: holding.map(|item| item.id.value.clone()).collect(),
        rewordings: rewordings.collect(),
        grounds,
        contacts: contacts(known.parsed, &part.id, file, &part.contacts),
        explained_by: explained_by(known.parsed, &part.id),
        ..part.clone()
    }
}

fn prohibition(
    known: &Referable<'_>,
    In { file, part }: &In<WrittenProhibition>,
) -> WrittenProhibition {
    WrittenProhibition {
        pack: pack(known.parsed, file),
        caution: part.caution.clone().map(|caution| WrittenCaution {
            prohibition: part.id.value.clone(),
            ..caution
        }),
        grounds: grounds(known, &part.id, file, &part.grounds),
        contacts: contacts(known.parsed, &part.id, file, &part.contacts),
        explained_by: explained_by(known.parsed, &part.id),
        ..part.clone()
    }
}

fn question(known: &Referable<'_>, In { file, part }: &In<WrittenQuestion>) -> WrittenQuestion {
    WrittenQuestion {
        pack: pack(known.parsed, file),
        voice: Some(known.voices.of(file, part.voice)),
        ..part.clone()
    }
}

fn explanation(
    known: &Referable<'_>,
    In { file, part }: &In<WrittenExplanation>,
) -> WrittenExplanation {
    WrittenExplanation {
        pack: pack(known.parsed, file),
        voice: Some(known.voices.of(file, part.voice)),
        ..part.clone()
    }
}

/// The pack that a file belongs to.
fn pack(given: &Parsed, file: &Path) -> String {
    let mut headers = given.headers.iter();
    let header = headers.find(|header| in_folder(file, header.file.parent().unwrap_or(file)));
    header.map_or_else(String::new, |header| header.part.value.id.value.clone())
}

fn contacts(given: &Parsed, item: &Word, file: &Path, own: &[Word]) -> Vec<Word> {
    let contacts = given.contacts_of(item, file, own).into_iter();
    contacts.map(|(_, word)| word.clone()).collect()
}

fn grounds(
    known: &Referable<'_>,
    item: &Word,
    file: &Path,
    own: &[WrittenGround],
) -> Vec<WrittenGround> {
    let grounds = known.parsed.grounds_of(item, file, own).into_iter();
    let grounds = grounds.map(|(file, ground)| WrittenGround {
        voice: Some(known.voices.of(file, ground.voice)),
        facts: facts(known.parsed, ground.when.as_ref()),
        ..ground.clone()
    });
    grounds.collect()
}

fn gate(given: &Parsed, name: &Word) -> Option<GateEntry> {
    let mut gates = given.gates.iter().map(|entry| &entry.part);
    let gate = gates.find(|gate| gate.id.value == name.value)?;
    let alternatives = &gate.alternatives;
    let conditions = alternatives.iter().flat_map(|one| &one.conditions);
    let conditions = conditions.map(|condition| Reason {
        because: condition.not_known.value.clone(),
        citations: values(&condition.statements),
    });
    let short = any_of(alternatives.iter().map(|one| {
        let clause = one.short.as_ref().unwrap_or(&one.until);
        &*clause.value
    }));
    Some(GateEntry {
        until: any_of(alternatives.iter().map(|one| &*one.until.value)),
        short: alternatives
            .iter()
            .any(|one| one.short.is_some())
            .then_some(short),
        release_hint: alternatives.first()?.release_hint.value.clone(),
        conditions: conditions.collect(),
    })
}

fn explained_by(given: &Parsed, item: &Word) -> Vec<String> {
    let explanations = given.explanations.iter().map(|entry| &entry.part);
    let explaining = explanations.filter(|one| names(&one.explains, item));
    explaining.map(|one| one.id.value.clone()).collect()
}

fn names(words: &[Word], id: &Word) -> bool {
    words.iter().any(|word| word.value == id.value)
}

fn items(
    prohibitions: &[WrittenProhibition],
    actions: &[WrittenAction],
    questions: &[WrittenQuestion],
    explanations: &[WrittenExplanation],
) -> Vec<ItemEntry> {
    let prohibitions = prohibitions.iter();
    let actions = actions.iter();
    let questions = questions.iter();
    let explanations = explanations.iter();
    prohibitions
        .map(|it| item(Prohibition, &it.id, &it.title, it.retired.as_ref()))
        .chain(actions.map(|it| item(Action, &it.id, &it.title, it.retired.as_ref())))
        .chain(questions.map(|it| item(Question, &it.id, &it.title, it.retired.as_ref())))
        .chain(explanations.map(|it| item(Explanation, &it.id, &it.title, it.retired.as_ref())))
        .collect()
}

fn item(kind: ItemKind, id: &Word, title: &Word, retired: Option<&Retired>) -> ItemEntry {
    ItemEntry {
        id: id.value.clone(),
        kind,
        title: title.value.clone(),
        href: format!("/v1/{}s/{}", kind.word(), id.value),
        retired: retired.cloned(),
    }
}

/// What advice can hold where nothing has happened.
fn prevention(
    actions: &[WrittenAction],
    explanations: &[WrittenExplanation],
) -> Vec<PreventionEntry> {
    let entry = |item: ItemEntry, detail: Option<&Word>, citations: Vec<String>| {
        let kept = item.retired.is_none() && !citations.is_empty();
        kept.then(|| PreventionEntry {
            id: item.id,
            kind: item.kind,
            title: item.title,
            detail: detail.map(|detail| detail.value.clone()),
            citations,
            href: item.href,
        })
    };
    let actions = actions.iter().filter_map(|it| {
        let grounds = it.grounds.iter();
        let grounds = grounds.filter(|ground| ground.scope == Scope::Prevention);
        let citations = grounds.flat_map(|ground| values(&ground.statements));
        let item = item(Action, &it.id, &it.title, it.retired.as_ref());
        entry(item, it.detail.as_ref(), citations.collect())
    });
    let explanations = explanations.iter();
    let explanations = explanations.filter(|it| it.scope == Scope::Prevention);
    let explanations = explanations.filter_map(|it| {
        let item = item(Explanation, &it.id, &it.title, it.retired.as_ref());
        entry(item, it.detail.as_ref(), values(&it.statements))
    });
    actions.chain(explanations).collect()
}

fn statements(
    known: &Referable<'_>,
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
    let known = known.statements;
    let statements = known.citations.iter().zip(&known.kinds).zip(coverage);
    statements
        .map(|((citation, kind), coverage)| StatementEntry {
            id: citation.id.clone(),
            kind: *kind,
            source: citation.source.clone(),
            also: citation.also.clone(),
            how_read: citation.how_read,
            assurance: citation.assurance,
            section: citation.section.clone(),
            position: citation.position.clone(),
            items: coverage.items.iter().filter_map(resting).collect(),
        })
        .collect()
}
