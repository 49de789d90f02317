//! What is asked, what is explained, and what the guidance does not cover.

use maud::{Markup, html};

use super::conditions::{condition, within};
use super::notes::Notes;
use super::{cited, id, ids, named, section, table};
use crate::contract::advice::Scope;
use crate::contract::prerendered::Text;
use crate::export::decision_table::when::When;
use crate::guidance::{CompiledQuestion, ContactId, Guidance};
use crate::mdd::Condition;

/// The questions with the facts that they fill.
pub(super) fn questions(guidance: &Guidance) -> Markup {
    let rows = html! {
        tbody {
            @for question in &guidance.questions {
                tr {
                    th scope="row" { (named(&question.title, &question.id, words(question.detail.as_ref()))) }
                    td { (asked(guidance, question)) }
                    td {
                        @for fact in question.facts.iter().map(|asked| &guidance.vocabulary()[asked.fact]) {
                            div { (fact.label) " " (id(&fact.name)) }
                        }
                    }
                    td { (question.voice.word()) }
                    td { (cited(&question.citations)) }
                }
            }
        }
    };
    let columns = [
        ("Question, and how to ask it", 36),
        ("Asked", 11),
        ("Facts that it fills", 42),
        ("Voice", 6),
        ("Rests on", 5),
    ];
    section(
        "questions",
        "5 Questions",
        &table("Questions", &columns, &rows),
    )
}

fn asked(guidance: &Guidance, question: &CompiledQuestion) -> Markup {
    html! {
        @if question.first { "First of all. " }
        @match question.when {
            Some(when) => (condition(guidance, Scope::Incident, when)),
            None => "Always",
        }
    }
}

/// The explanations with the items that they come with.
pub(super) fn explanations(guidance: &Guidance, notes: &Notes<'_>) -> Markup {
    let entries = guidance
        .explanations
        .iter()
        .zip(&guidance.catalogue.explanations);
    let rows = html! {
        tbody {
            @for (explanation, entry) in entries {
                tr {
                    th scope="row" { (named(&entry.title, &entry.id, entry.detail.as_deref())) }
                    td { (when(guidance, explanation.scope, explanation.when)) }
                    td { (ids(&entry.explains)) }
                    td { (notes.voice(entry.voice, entry.note.as_deref())) }
                    td { (cited(&entry.citations)) }
                }
            }
        }
    };
    let columns = [
        ("Explanation", 49),
        ("Given where", 29),
        ("Comes with", 11),
        ("Voice", 6),
        ("Rests on", 5),
    ];
    section(
        "explanations",
        "6 Explanations",
        &table("Explanations", &columns, &rows),
    )
}

/// What is said where the guidance is silent.
pub(super) fn not_covered(guidance: &Guidance) -> Markup {
    let contact = |id: &ContactId| &guidance.contacts[*id];
    let rows = html! {
        tbody {
            @for gap in &guidance.not_covered {
                tr {
                    th scope="row" { (named(&gap.title, &gap.id, words(gap.detail.as_ref()))) }
                    td { (when(guidance, gap.scope, gap.when)) }
                    td { (ids(gap.contacts.iter().map(contact).map(|contact| &contact.id))) }
                }
            }
        }
    };
    let columns = [
        ("What is not covered, and what is said instead", 45),
        ("Said where", 42),
        ("Contacts", 13),
    ];
    section(
        "not_covered",
        "7 What is not covered",
        &table("What is not covered", &columns, &rows),
    )
}

/// What a text says, where there is one.
fn words(text: Option<&Text>) -> Option<&str> {
    text.map(|text| text.as_str())
}

/// A condition, after the scope where that is no incident.
fn when(guidance: &Guidance, scope: Scope, when: Condition) -> Markup {
    let scoped = match scope {
        Scope::Incident => return condition(guidance, scope, when),
        Scope::Prevention => "Prevention",
        Scope::OutOfScope => "Nobody under 18",
    };
    html! {
        div { (scoped) }
        (within(guidance, &When::of(guidance, scope, when)))
    }
}
