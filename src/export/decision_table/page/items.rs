//! The items in full: their words, what lifts them, what they wait for or hold back.

use maud::{Markup, html};

use super::conditions::condition;
use super::item::{Item, items as every_item};
use super::{cited, id, ids, named, section};
use crate::contract::advice::{Scope, UrgencyLevel};
use crate::contract::catalogue::ProhibitionEntry;
use crate::export::decision_table::within::never;
use crate::guidance::{CompiledAction, Guidance};

/// The section: an entry for each item.
pub(super) fn items(guidance: &Guidance) -> Markup {
    let entries = html! {
        div class="entries" {
            @for item in every_item(guidance) { (entry(guidance, item)) }
        }
    };
    section("items", "3 The items in full", &entries)
}

fn entry(guidance: &Guidance, item: Item<'_>) -> Markup {
    let words = words(item);
    let pack = (guidance.editions.len() > 1).then_some(words.pack);
    html! {
        article {
            h3 { (named(words.title, words.id, None)) }
            p {
                (words.kind)
                @if let Some(pack) = pack { "; pack " (id(pack)) }
                @if !words.contacts.is_empty() { "; contacts: " (ids(words.contacts)) }
            }
            @if let Some(detail) = words.detail { p { (detail) } }
            @match item {
                Item::Prohibition(_, entry) => (holding(entry)),
                Item::Action(action, _) => (waiting(guidance, item, action)),
            }
            (lifted(guidance, item))
            @if let Item::Action(action, _) = item { (other_words(guidance, action)) }
        }
    }
}

/// What both kinds of item have.
struct Words<'g> {
    id: &'g str,
    pack: &'g str,
    title: &'g str,
    detail: Option<&'g str>,
    kind: String,
    contacts: &'g [String],
}

fn words(item: Item<'_>) -> Words<'_> {
    match item {
        Item::Prohibition(_, entry) => Words {
            id: &entry.id,
            pack: &entry.pack,
            title: &entry.title,
            detail: entry.detail.as_deref(),
            kind: format!("Prohibition, protects {}", entry.protects.word()),
            contacts: &entry.contacts,
        },
        Item::Action(_, entry) => Words {
            id: &entry.id,
            pack: &entry.pack,
            title: &entry.title,
            detail: entry.detail.as_deref(),
            kind: match entry.urgency {
                UrgencyLevel::Standard => format!("Action of the {}", entry.actor.word()),
                level => format!("Action of the {}; {}", entry.actor.word(), level.word()),
            },
            contacts: &entry.contacts,
        },
    }
}

/// What a prohibition holds back, and what is said there.
fn holding(entry: &ProhibitionEntry) -> Markup {
    html! {
        @if !entry.holds_back.is_empty() {
            div {
                em { "Holds back: " } (ids(&entry.holds_back)) ". "
                @if let Some(hint) = &entry.release_hint { (hint) }
            }
        }
        @if let Some(caution) = &entry.caution {
            div { em { "As a caution: " } (caution.because) " (" (cited(&caution.citations)) ")" }
        }
    }
}

/// What an action waits for, and when it stands first among what waits.
fn waiting(guidance: &Guidance, item: Item<'_>, action: &CompiledAction) -> Markup {
    html! {
        @if let Some(gate) = item.gate(guidance) {
            div { em { "Waits for the gate: " } (id(&gate.id)) }
        }
        @if !item.held_back_by().is_empty() {
            div { em { "Held back by: " } (ids(item.held_back_by())) }
        }
        @if let Some(escalation) = &action.escalates_when {
            div { em { "Stands first among what waits once:" } }
            (condition(guidance, Scope::Incident, escalation.once))
            div { "\u{2192} " (escalation.release_hint.as_str()) }
        }
    }
}

fn lifted(guidance: &Guidance, item: Item<'_>) -> Markup {
    let lifted = item.core().lifted;
    if never(&guidance.forest, lifted) {
        return Markup::default();
    }
    html! {
        div { em { "Lifted once:" } }
        (condition(guidance, Scope::Incident, lifted))
        @if let Item::Prohibition(_, ProhibitionEntry { lifted_when: Some(says), .. }) = item {
            div { "\u{2192} until " (says) }
        }
    }
}

fn other_words(guidance: &Guidance, action: &CompiledAction) -> Markup {
    html! {
        @for words in &action.rewordings {
            div { em { "Other words once:" } }
            (condition(guidance, Scope::Incident, words.once))
            div {
                "\u{2192} " strong { (words.title.as_str()) } " "
                @if let Some(detail) = &words.detail { (detail.as_str()) }
            }
        }
    }
}
