//! From parsed parts to [`Guidance`]: names resolved, conditions compiled, every fault reported.
//!
//! Each phase takes what it needs of those before it, and returns a value. A fault stops none of them.

mod actions;
mod calls;
mod catalogue;
mod condition_tree;
mod conditions;
mod contact_checks;
mod contacts;
mod controls;
mod coverage;
mod derived;
mod draft;
mod drawn;
mod editions;
mod explanations;
mod gaps;
mod gates;
mod grounds;
mod items;
mod line_checks;
mod lines;
mod local;
mod names;
mod order;
mod packs;
mod prohibitions;
mod questions;
mod referable;
mod retired;
mod situations;
mod statements;
mod text;
mod vocabulary;
mod voices;
mod withdrawn;

use std::sync::Arc;

use self::conditions::Conditions;
use self::referable::Referable;
pub(super) use self::vocabulary::vocabulary;
pub(super) use self::withdrawn::check_withdrawn;
use super::diagnostic::{Diagnostic, Faults};
use super::model::{CompiledCard, Guidance};
use super::parsed::Parsed;
use crate::contract::advice::Reason;
use crate::contract::pack::Packs;
use crate::contract::prerendered::Prerendered;
use crate::facts::Vocabulary;

/// Compiles parsed parts.
///
/// # Errors
///
/// Every fault found, among them those that reading found already.
pub(super) fn compile(
    vocabulary: &Arc<Vocabulary>,
    packs: &Arc<Packs>,
    mut parsed: Parsed,
    mut faults: Faults,
) -> Result<Guidance, Vec<Diagnostic>> {
    let faults = &mut faults;
    order::arrange(&mut parsed, faults);
    local::check_local(&parsed, faults);
    check_withdrawn(&parsed.withdrawn, Some(packs), &parsed.editions(), faults);
    let retired = parsed.take_retired();

    let voices = voices::voices(&parsed);
    let editions = editions::editions(packs, &parsed, faults);
    let statements = statements::statements(&parsed, faults);
    let contacts = contacts::contacts(vocabulary, &statements, &mut parsed, faults);
    let known = Referable {
        parsed: &parsed,
        statements: &statements,
        contacts: &contacts,
        voices: &voices,
    };

    let mut conditions = Conditions::new(vocabulary);
    let situations = situations::situations(&parsed, &statements, &mut conditions, faults);
    let gates = gates::gates(&parsed, &statements, &mut conditions, faults);
    let items = items::items(&known, &mut conditions, faults);
    retired::check_unique(&parsed, &retired, faults);
    let questions = questions::questions(&known, &mut conditions, faults);
    let explanations = explanations::explanations(&known, &items.names, &mut conditions, faults);
    let not_covered = gaps::gaps(&parsed, &contacts, &mut conditions, faults);
    let not_named = contacts.not_named(&parsed, &mut conditions, faults);

    let terms = lines::terms(&parsed, &mut conditions, faults);
    let lines = lines::lines(
        &parsed,
        &contacts,
        &items.names,
        &terms,
        &mut conditions,
        faults,
    );
    let controls = controls::controls(&parsed, &items.names, &mut conditions, faults);

    coverage::check_unasked(vocabulary, &items.deciding, &questions, faults);
    coverage::check_titles(&parsed, faults);
    let resting = coverage::resting(&statements, &items, &questions, &explanations);
    let coverage = coverage::coverage(&parsed, resting, faults);
    retired::check_ids(&parsed, &retired, &items.names, faults);
    conditions.check_size(&parsed, faults);
    let Conditions {
        mut builder,
        derived,
        ..
    } = conditions;
    let derived = derived.keep(&mut builder);
    let nothing_known = derived::nothing_known(vocabulary, &derived);
    let forests = match builder.finish(&nothing_known) {
        Ok(forests) if faults.is_empty() => forests,
        _ => return Err(std::mem::take(faults).into_sorted()),
    };

    let catalogue = catalogue::catalogue(&known, &retired, &coverage);
    Ok(Guidance {
        pack_names: packs.clone(),
        selection: packs::selection(packs, &parsed),
        restricted: Vec::new(),
        vocabulary: vocabulary.clone(),
        derived,
        known: forests.known,
        forest: forests.conditions,
        parts: forests.parts,
        editions,
        packs: packs::proved(&parsed),
        receipts: packs::receipts(&parsed),
        as_of: None,
        citations: statements.citations,
        strengths: statements.strengths,
        calls: contacts.entries.map(|contact| calls::call(contact)),
        named_contacts: contacts
            .entries
            .map(|contact| Prerendered::new((&**contact).into())),
        contacts: contacts.entries,
        serving: contacts.serving,
        not_named,
        unsettled: Prerendered::new(Reason {
            because: "Some answers contradict each other. Settle them first.".to_owned(),
            citations: Vec::new(),
        }),
        situations,
        gates: gates.gates,
        gate_conditions: gates.conditions,
        grounds: items.grounds,
        prohibitions: items.prohibitions,
        actions: items.actions,
        questions,
        explanations,
        not_covered,
        card: CompiledCard {
            terms: terms.texts,
            lines,
            controls,
        },
        coverage,
        catalogue,
    })
}
