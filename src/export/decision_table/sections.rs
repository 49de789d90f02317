//! What stands around the items: scope, situations, gates, explanations, gaps and questions.

use maud::{Markup, html};

use super::conditions::{SpokenConditions, derived_id, stated};
use super::entry::{TableEntry, TableRow, ids};
use crate::contract::advice::Scope;
use crate::facts::AnswerSet;
use crate::guidance::{DerivedTerm, any_of, each_once};
use crate::mdd::Condition;

/// A rule, with the scope in which it counts where that is no incident.
fn in_scope(rule: &str, scope: Scope) -> String {
    match scope {
        Scope::Incident => rule.to_owned(),
        Scope::Prevention => format!("{rule} in prevention"),
        Scope::OutOfScope => format!("{rule} out of scope"),
    }
}

/// A row of which nothing is said but when it holds and what it comes to.
pub(super) fn row(
    conditions: &mut SpokenConditions<'_>,
    rule: &str,
    scope: Scope,
    when: Condition,
    says: Markup,
) -> TableRow {
    TableRow {
        rule: in_scope(rule, scope),
        when: conditions.words(scope, when),
        says,
        ..TableRow::default()
    }
}

/// What kind of answer is given.
pub(super) fn scopes(conditions: &SpokenConditions<'_>) -> Vec<TableEntry> {
    let guidance = conditions.guidance;
    let vocabulary = guidance.vocabulary();
    let [under_18, happened] = vocabulary.scope().noes();
    let is_no = |(fact, no)| stated(guidance, fact, AnswerSet::only(no));
    let is_not_no = |(fact, no)| {
        let others = vocabulary[fact].all().without(AnswerSet::only(no));
        stated(guidance, fact, others)
    };
    let scopes = [
        (
            "out_of_scope",
            vec![is_no(under_18)],
            "No prohibition and no action.",
        ),
        (
            "prevention",
            vec![is_not_no(under_18), is_no(happened)],
            "What comes of it in prevention, and nothing else.",
        ),
        (
            "incident",
            vec![is_not_no(under_18), is_not_no(happened)],
            "Everything that is not marked as prevention. So it is while either is open.",
        ),
    ];
    let scope = |(id, when, says): (&str, Vec<Markup>, &str)| TableEntry {
        id: id.to_owned(),
        title: "Scope".to_owned(),
        rows: vec![TableRow {
            rule: "Holds".to_owned(),
            when: html! { ul { @for line in when { li { (line) } } } },
            says: html! { (says) },
            ..TableRow::default()
        }],
        ..TableEntry::default()
    };
    scopes.map(scope).into()
}

/// Every situation, by those that stand above it.
pub(super) fn situations(conditions: &mut SpokenConditions<'_>) -> Vec<TableEntry> {
    let situations = conditions.guidance.situations.iter().enumerate();
    situations
        .map(|(above, situation)| TableEntry {
            id: situation.words.id.clone(),
            title: situation.words.title.clone(),
            rows: vec![TableRow {
                rule: "Holds".to_owned(),
                when: conditions.words_among(above, situation.when),
                citations: situation.words.citations.clone(),
                ..TableRow::default()
            }],
            ..TableEntry::default()
        })
        .collect()
}

/// What conditions ask to be known, each as a question of its own.
pub(super) fn known(conditions: &mut SpokenConditions<'_>) -> Vec<TableEntry> {
    let guidance = conditions.guidance;
    let derived = guidance.derived.iter().map(|derived| {
        let (rule, when) = match derived.term {
            DerivedTerm::Known(condition) => ("Known", conditions.words_of_known(condition)),
            DerivedTerm::NotKnown(facts) => {
                let labels = facts.iter().map(|fact| &guidance.vocabulary()[fact].label);
                let when = html! { ul { @for label in labels { li { (label) } } } };
                ("One asked, and not known", when)
            }
        };
        let row = TableRow {
            rule: rule.to_owned(),
            when,
            ..TableRow::default()
        };
        TableEntry {
            id: derived_id(guidance, derived.fact),
            title: "So as the facts are now: what is open does not count".to_owned(),
            rows: vec![row],
            ..TableEntry::default()
        }
    });
    let mut known: Vec<_> = derived.collect();
    known.sort_by_key(|entry| (entry.id.len(), entry.id.clone()));
    known
}

/// Contacts that are named nowhere while something is so.
pub(super) fn not_named(conditions: &mut SpokenConditions<'_>) -> Vec<TableEntry> {
    let guidance = conditions.guidance;
    let entries = guidance.not_named.iter().map(|not_named| {
        let contacts = not_named.contacts.iter();
        let contacts: Vec<&str> = contacts.map(|id| &*guidance.contacts[*id].id).collect();
        TableEntry {
            id: contacts.join(", "),
            title: "Named nowhere".to_owned(),
            rows: vec![row(
                conditions,
                "Not named",
                Scope::Incident,
                not_named.when,
                Markup::default(),
            )],
            ..TableEntry::default()
        }
    });
    entries.collect()
}

/// Every gate: it is open once each row of one of its alternatives is known to be so.
pub(super) fn gates(conditions: &mut SpokenConditions<'_>) -> Vec<TableEntry> {
    let guidance = conditions.guidance;
    let gates = guidance.gates.iter().map(|gate| {
        let mut rows = Vec::new();
        for (number, alternative) in (1..).zip(&gate.alternatives) {
            let way = match gate.alternatives.len() {
                1 => String::new(),
                _ => format!(", way {number}"),
            };
            let rule = format!("Needed{way}");
            let needed = alternative.conditions.iter();
            for needs in needed.map(|id| &guidance.gate_conditions[*id]) {
                let says = html! {
                    (needs.not_known.because)
                    div { "Known not to be so: " (needs.refuted.because) }
                };
                rows.push(TableRow {
                    citations: needs.not_known.citations.clone(),
                    ..row(conditions, &rule, Scope::Incident, needs.when, says)
                });
            }
            let rule = format!("Can still come{way}");
            let can_come = row(
                conditions,
                &rule,
                Scope::Incident,
                alternative.in_reach,
                Markup::default(),
            );
            rows.push(can_come);
        }
        let shorts = gate.alternatives.iter().map(|one| &*one.short);
        let hints = gate.alternatives.iter();
        let hints = each_once(hints.map(|one| one.release_hint.as_str()));
        TableEntry {
            id: gate.id.clone(),
            title: format!(
                "Until {}",
                any_of(gate.alternatives.iter().map(|one| &*one.until))
            ),
            rows,
            about: hints
                .into_iter()
                .map(|hint| html! { (hint) })
                .chain([html! { "In short until: " (any_of(shorts)) }])
                .collect(),
        }
    });
    gates.collect()
}

/// Every explanation.
pub(super) fn explanations(conditions: &mut SpokenConditions<'_>) -> Vec<TableEntry> {
    let guidance = conditions.guidance;
    let explanations = guidance.explanations.iter().map(|explanation| {
        let items = explanation.explains.iter();
        let items = items.map(|item| &*guidance.core(*item).id);
        let note = explanation.note.as_ref();
        let mut about: Vec<_> = ids("Comes with any of", items).into_iter().collect();
        if explanation.about_the_child {
            about.push(html! { "Speaks of this child" });
        }
        TableEntry {
            id: explanation.id.clone(),
            title: explanation.title.to_string(),
            about,
            rows: vec![TableRow {
                voice: explanation.voice.word().to_owned(),
                citations: explanation.citations.clone(),
                ..row(
                    conditions,
                    "Given",
                    explanation.scope,
                    explanation.when,
                    html! {
                        @if let Some(detail) = &explanation.detail { (detail.as_str()) }
                        @if let Some(note) = note { div class="note" { (note.as_str()) } }
                    },
                )
            }],
        }
    });
    explanations.collect()
}

/// What is said where the guidance is silent.
pub(super) fn not_covered(conditions: &mut SpokenConditions<'_>) -> Vec<TableEntry> {
    let guidance = conditions.guidance;
    let gaps = guidance.not_covered.iter().map(|gap| {
        let contacts = gap.contacts.iter();
        let contacts = contacts.map(|contact| &*guidance.contacts[*contact].id);
        let says = html! { @if let Some(detail) = &gap.detail { (detail.as_str()) } };
        TableEntry {
            id: gap.id.clone(),
            title: gap.title.to_string(),
            about: ids("Contacts", contacts).into_iter().collect(),
            rows: vec![row(conditions, "Said", gap.scope, gap.when, says)],
        }
    });
    gaps.collect()
}

/// The questions with the facts that they fill.
pub(super) fn questions(conditions: &mut SpokenConditions<'_>) -> Vec<TableEntry> {
    let guidance = conditions.guidance;
    let questions = guidance.questions.iter().map(|question| {
        let facts = question.facts.iter();
        let facts = facts.map(|asked| &*guidance.vocabulary()[asked.fact].name);
        let says = html! { @if let Some(detail) = &question.detail { (detail.as_str()) } };
        let always = html! { ul { li { "Always" } } };
        TableEntry {
            id: question.id.clone(),
            title: question.title.to_string(),
            about: ids("Asks for", facts).into_iter().collect(),
            rows: vec![TableRow {
                rule: match question.rank {
                    Some(rank) => format!("Asked before others: {}", rank.word()),
                    None => "Asked".to_owned(),
                },
                when: question
                    .when
                    .map_or(always, |when| conditions.words(Scope::Incident, when)),
                says,
                voice: question.voice.word().to_owned(),
                citations: question.citations.clone(),
            }],
        }
    });
    questions.collect()
}
