//! The heart of the table: by situation, which facts lead to which items with which statements.

use maud::{Markup, html};

use super::conditions::{facts, situations};
use super::item::{Item, items};
use super::notes::Notes;
use super::{cited, id, ids, named, section, titled_table};
use crate::contract::advice::{Scope, Situation};
use crate::contract::catalogue::GroundEntry;
use crate::export::decision_table::alternative::Alternative;
use crate::export::decision_table::when::When;
use crate::export::decision_table::within::never;
use crate::guidance::Guidance;

/// A reason for an item, and when it holds.
struct Reason<'g> {
    item: Item<'g>,
    ground: &'g GroundEntry,
    when: When<'g>,
}

impl Reason<'_> {
    /// Whether it stands under the situation: the first of those that it implies.
    fn is_under(&self, situation: &Situation) -> bool {
        let first = self.when.situations.first();
        first.is_some_and(|first| first.id == situation.id)
    }
}

/// The columns of every table of the section.
const COLUMNS: [(&str, u8); 6] = [
    ("Facts besides", 25),
    ("Item, and the reason given", 41),
    ("Status (open)", 9),
    ("Strength, voice", 8),
    ("Rests on", 6),
    ("Waits, lifted", 11),
];

/// The section: a table for each situation, so that every sheet says which it is.
pub(super) fn grounds(guidance: &Guidance, notes: &Notes<'_>) -> Markup {
    let reasons: Vec<_> = reasons(guidance).collect();
    let group = |title: &Markup, of: &dyn Fn(&Reason<'_>) -> bool| {
        let rows = reasons.iter().filter(|reason| of(reason));
        let rows: Vec<_> = rows.map(|reason| row(guidance, notes, reason)).collect();
        html! {
            @if !rows.is_empty() {
                (titled_table(title, &COLUMNS, &html! { tbody { @for row in rows { (row) } } }))
            }
        }
    };
    let tables = html! {
        @for situation in &guidance.situations {
            @let title = html! { "Situation: " (situation.words.title) " " (id(&situation.words.id)) };
            (group(&title, &|reason| reason.is_under(&situation.words)))
        }
        (group(&html! { "Whatever the situation" }, &|reason| {
            reason.ground.scope == Scope::Incident && reason.when.situations.is_empty()
        }))
        (group(&html! { "Prevention: nothing has happened" }, &|reason| {
            reason.ground.scope == Scope::Prevention
        }))
    };
    section(
        "items_by_situation",
        "2 Which facts lead to which items",
        &tables,
    )
}

/// Every reason for every item, in the order of the guidance.
fn reasons(guidance: &Guidance) -> impl Iterator<Item = Reason<'_>> {
    items(guidance).flat_map(move |item| {
        let grounds = guidance.grounds_of(item.core()).zip(item.grounds());
        grounds.map(move |(ground, entry)| Reason {
            item,
            ground: entry,
            when: When::of(guidance, ground.scope, ground.when),
        })
    })
}

fn row(guidance: &Guidance, notes: &Notes<'_>, reason: &Reason<'_>) -> Markup {
    let Reason { item, ground, when } = reason;
    let others = when.situations.get(1..).unwrap_or_default();
    let core = item.core();
    let (known, open) = item.statuses();
    html! {
        tr {
            td {
                (situations(others))
                (facts(guidance, &when.besides))
                @if others.is_empty() && when.besides.iter().any(Alternative::is_always) { "None" }
            }
            th scope="row" {
                (named(&core.title, &core.id, Some(&ground.because)))
            }
            td { (known) " (" (open) ")" }
            td { (ground.strength.word()) ", " (notes.voice(ground.voice, ground.note.as_deref())) }
            td { (cited(&ground.citations)) }
            td {
                @if let Some(gate) = item.gate(guidance) { div { "Gate " (id(&gate.id)) } }
                @if !item.held_back_by().is_empty() { div { "Held back by " (ids(item.held_back_by())) } }
                @if !never(&guidance.forest, core.lifted) { div { "Can be lifted" } }
            }
        }
    }
}
