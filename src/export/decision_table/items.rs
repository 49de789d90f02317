//! The prohibitions and actions: their reasons, what lifts them, what they wait for.

use maud::{Markup, html};

use super::conditions::SpokenConditions;
use super::entry::{TableEntry, TableRow, ids};
use super::sections::row;
use crate::contract::advice::Scope;
use crate::contract::catalogue::WhileOpen;
use crate::guidance::{CompiledAction, CompiledProhibition, Core};

/// Every prohibition.
pub(super) fn prohibitions(conditions: &mut SpokenConditions<'_>) -> Vec<TableEntry> {
    let prohibitions = conditions.guidance.prohibitions.iter();
    prohibitions
        .map(|prohibition| of_prohibition(conditions, prohibition))
        .collect()
}

/// Every action.
pub(super) fn actions(conditions: &mut SpokenConditions<'_>) -> Vec<TableEntry> {
    let actions = conditions.guidance.actions.iter();
    actions
        .map(|action| of_action(conditions, action))
        .collect()
}

fn of_prohibition(
    conditions: &mut SpokenConditions<'_>,
    prohibition: &CompiledProhibition,
) -> TableEntry {
    let core = &prohibition.core;
    let open = match &prohibition.while_open {
        Some(_) => "as said above",
        None => "precautionary",
    };
    let mut entry = of_core(conditions, core, "Prohibited", open);
    entry
        .about
        .push(html! { "Protects " (prohibition.protects.word()) });
    let held = prohibition.holds_back.iter().map(String::as_str);
    entry.about.extend(ids("Holds back", held));
    if let Some(hint) = &prohibition.release_hint {
        entry
            .about
            .push(html! { "While it holds back: " (hint.as_str()) });
    }
    if let Some(short) = &prohibition.lifted_short {
        entry
            .about
            .push(html! { "What waits, waits in short until: " (short) });
    }
    if let Some(caution) = &prohibition.caution {
        let cited = caution.words.citations.join(", ");
        let says = html! { "As a caution: " (caution.words.because) " (" (cited) ")" };
        entry.about.push(says);
    }
    if let Some(while_open) = &prohibition.while_open {
        let [not_asked, not_known] = [while_open.not_asked, while_open.not_known].map(word);
        entry.about.push(html! {
            "While open: " (not_asked) " while nobody has asked, " (not_known) " once it was asked and is not known"
        });
        if !conditions.never(while_open.in_force_when) {
            let when = while_open.in_force_when;
            let says = Markup::default();
            let row = row(
                conditions,
                "In force while open",
                Scope::Incident,
                when,
                says,
            );
            entry.rows.push(row);
        }
    }
    let says = prohibition.lifted_says.as_ref();
    let says = says.map_or_else(String::new, |says| format!("Until {}", says.as_str()));
    lifted(conditions, &mut entry, core, &says);
    entry
}

fn of_action(conditions: &mut SpokenConditions<'_>, action: &CompiledAction) -> TableEntry {
    let guidance = conditions.guidance;
    let core = &action.core;
    let open = if core.protective || action.always_listed {
        "precautionary"
    } else {
        "conditional"
    };
    let mut entry = of_core(conditions, core, "Recommended", open);
    entry.about.push(html! { "In short: " (action.short) });
    entry
        .about
        .push(html! { "Done by: " (action.actor.word()) });
    if action.always_listed {
        entry.about.push(html! { "Never under a question" });
    }
    let gate = action.gate.map(|gate| &*guidance.gates[gate].id);
    entry.about.extend(ids("Waits for the gate", gate));
    let by = action.held_by.iter();
    let by = by.map(|prohibition| &*guidance.prohibitions[*prohibition].core.id);
    entry
        .about
        .extend(ids("Waits while any of these is in force", by));
    lifted(conditions, &mut entry, core, "");
    for words in &action.rewordings {
        let says = html! {
            strong { (words.title.as_str()) }
            div { "In short: " (words.short) }
            @if let Some(detail) = &words.detail { div { (detail.as_str()) } }
            @if words.actor != action.actor { div { "Done by: " (words.actor.word()) } }
        };
        let row = row(conditions, "Other words", Scope::Incident, words.once, says);
        entry.rows.push(row);
    }
    if let Some(escalation) = &action.escalates_when {
        let says = html! { (escalation.release_hint.as_str()) };
        let row = row(
            conditions,
            "First of what waits",
            Scope::Incident,
            escalation.once,
            says,
        );
        entry.rows.push(row);
    }
    entry
}

/// What prohibitions and actions share: a row for each reason.
fn of_core(
    conditions: &mut SpokenConditions<'_>,
    core: &Core,
    known: &str,
    open: &str,
) -> TableEntry {
    let guidance = conditions.guidance;
    let contacts = core.contacts.iter();
    let contacts = contacts.map(|contact| &*guidance.contacts[*contact].id);
    let grounds = guidance.grounds_of(core).map(|ground| {
        let words = &ground.known.ground;
        let (strength, voice) = (words.strength.word(), words.voice.word());
        let only_here = if ground.raises_answer {
            ""
        } else {
            " among the actions, not of the answer"
        };
        let urgency = words.urgency;
        let urgency = urgency.map(|urgency| format!("; {}{only_here}", urgency.word()));
        let says = html! {
            (words.because)
            @if let Some(note) = &words.note { div class="note" { (note) } }
        };
        let row = row(conditions, known, ground.scope, ground.when, says);
        TableRow {
            rule: format!("{}; while open: {open}", row.rule),
            voice: format!("{strength}, {voice}{}", urgency.unwrap_or_default()),
            citations: words.citations.clone(),
            ..row
        }
    });
    let rows = grounds.collect();
    let detail = core.detail.as_ref();
    let detail = detail.map(|detail| html! { (detail.as_str()) });
    TableEntry {
        id: core.id.clone(),
        title: core.title.to_string(),
        about: detail
            .into_iter()
            .chain(ids("Contacts", contacts))
            .collect(),
        rows,
    }
}

fn lifted(conditions: &mut SpokenConditions<'_>, entry: &mut TableEntry, core: &Core, says: &str) {
    if !conditions.never(core.lifted) {
        let row = row(
            conditions,
            "Lifted",
            Scope::Incident,
            core.lifted,
            html! { (says) },
        );
        entry.rows.push(row);
    }
}

/// What a prohibition is while it is open.
fn word(while_open: WhileOpen) -> &'static str {
    match while_open {
        WhileOpen::Absent => "nothing",
        WhileOpen::Caution => "a caution",
        WhileOpen::InForce => "precautionary",
    }
}
