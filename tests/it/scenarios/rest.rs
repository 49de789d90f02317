//! The rest of a comparison: words, lists of ids, and what an answer has once.

use std::collections::BTreeSet;

use super::case::Expect;
use super::compare::{unequal, unwanted, wanting};
use super::members::{Item, Named};
use super::shown::Shown;

pub(super) fn compare_words(expect: &Expect, shown: &Shown, found: &mut Vec<String>) {
    type Words = fn(&Item) -> String;
    let title: Words = |item| item.title.clone();
    let detail: Words = |item| item.detail.clone();
    let until: Words = |item| item.withheld_until.clone();
    let hint: Words = |item| item.release_hint.clone();
    let why: Words = |item| {
        let held = item.reasons.withheld_because.iter();
        let all = held.map(|held| held.because.clone());
        all.collect::<Vec<_>>().join(" ")
    };
    let caution: Words = |item| {
        let all = item.cautions.iter().map(|one| one.prohibition().clone());
        all.collect::<Vec<_>>().join(" ")
    };
    let voice: Words = |item| item.voice.clone();
    let wanted = [
        ("title", &expect.titles, title),
        ("detail", &expect.details, detail),
        ("until", &expect.untils, until),
        ("hint", &expect.hints, hint),
        ("why", &expect.whys, why),
        ("caution", &expect.cautions, caution),
        ("voice", &expect.voices, voice),
    ];
    for (what, parts, words) in wanted {
        for (id, part) in parts {
            let words = shown.item(id).map(words).unwrap_or_default();
            if !words.contains(part.as_str()) {
                found.push(format!("{what} of {id}: {part:?} is not in {words:?}"));
            }
        }
    }
    for (id, expected) in &expect.actors {
        let actor = shown.item(id).map_or("", |item| &item.actor);
        unequal(&format!("actor of {id}"), &expected.as_str(), &actor, found);
    }
    for (id, expected) in &expect.held_because {
        let held = shown.item(id).map(|item| &item.reasons.withheld_because);
        let cited = held.into_iter().flatten().flat_map(|one| &one.citations);
        unequal(
            &format!("{id} is held by"),
            expected,
            &cited.cloned().collect(),
            found,
        );
    }
}

pub(super) fn compare_lists(expect: &Expect, shown: &Shown, found: &mut Vec<String>) {
    let has = |all: &[Named], id: &str| all.iter().any(|one| one.id == id);
    let cited = shown.cited();
    unwanted(
        "present",
        &expect.absent,
        |id| shown.item(id).is_some(),
        found,
    );
    unwanted(
        "cited",
        &expect.statements_absent,
        |id| cited.contains(id),
        found,
    );
    let explained = |id: &str| has(&shown.explanations, id);
    wanting("explained", &expect.explained, explained, found);
    unwanted("explained", &expect.not_explained, explained, found);
    let uncovered = |id: &str| has(&shown.not_covered, id);
    wanting("not covered", &expect.not_covered, uncovered, found);
    let contact = |id: &str| has(&shown.contacts, id);
    wanting("contact", &expect.contacts, contact, found);
    unwanted("contact", &expect.contacts_absent, contact, found);
    let implied = |name: &str| {
        let mut counted = shown.facts.counted.iter();
        counted.any(|fact| fact.fact == name && fact.basis == "implied")
    };
    wanting("implied", &expect.implied, implied, found);
}

/// What holds of every answer: no act stands twice, and each has its reasons.
pub(super) fn compare_shape(shown: &Shown, found: &mut Vec<String>) {
    let mut items: Vec<_> = shown.items().map(|item| &item.id).collect();
    let mut reasons: Vec<_> = shown.reasons.iter().map(|one| &one.item).collect();
    items.sort();
    reasons.sort();
    unequal("reasons", &items, &reasons, found);
    let twice = items.windows(2).filter(|pair| pair[0] == pair[1]);
    found.extend(twice.map(|pair| format!("{} stands twice", pair[0])));
}

pub(super) fn compare_whole(expect: &Expect, shown: &Shown, found: &mut Vec<String>) {
    let ids =
        |all: &[Named]| -> BTreeSet<String> { all.iter().map(|one| one.id.clone()).collect() };
    if let Some(situations) = &expect.situations {
        unequal(
            "situations",
            situations,
            &ids(&shown.facts.situations),
            found,
        );
    }
    if let Some(gaps) = &expect.not_covered_exactly {
        let mut also = ids(&shown.not_covered);
        also.retain(|id| !id.starts_with("without_"));
        unequal("not covered", gaps, &also, found);
    }
    let because = shown.urgent_because();
    if !expect.urgency_because.is_subset(&because) {
        let wanted = &expect.urgency_because;
        found.push(format!(
            "urgency: it rests on {because:?}, expected {wanted:?}"
        ));
    }
    let contradictions = shown.facts.contradictions.iter().map(|one| {
        let facts = one.facts.iter().map(|fact| fact.fact.clone());
        facts.collect::<BTreeSet<_>>()
    });
    unequal(
        "contradictions",
        &expect.contradictions,
        &contradictions.collect(),
        found,
    );
    let first = shown.actions.first().map_or("", |action| &action.id);
    let asked = shown.questions.first().map_or("", |question| &question.id);
    let words = [
        ("scope", &expect.scope, shown.scope.as_str()),
        ("urgency", &expect.urgency, &shown.urgency.level),
        ("completeness", &expect.completeness, &shown.completeness),
        ("first action", &expect.first_action, first),
        ("first question", &expect.first_question, asked),
    ];
    for (what, expected, shown) in words {
        if let Some(expected) = expected {
            unequal(what, &expected.as_str(), &shown, found);
        }
    }
}
