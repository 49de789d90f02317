//! Explanations of items.

use super::conditions::Conditions;
use super::names::Names;
use super::referable::Referable;
use super::text::{BODY, NOTE, TITLE, values, within, within_if_any};
use super::voices::check_note;
use crate::contract::prerendered::Prerendered;
use crate::guidance::diagnostic::Faults;
use crate::guidance::model::{CompiledExplanation, ExplanationId, ItemId};
use crate::guidance::pack_schema::line;
use crate::index::IndexVec;

/// Every explanation.
pub(super) fn explanations(
    known: &Referable<'_>,
    items: &Names<ItemId>,
    conditions: &mut Conditions<'_>,
    faults: &mut Faults,
) -> IndexVec<ExplanationId, CompiledExplanation> {
    let mut explanations = IndexVec::default();
    for entry in &known.parsed.explanations {
        let (file, part) = (&*entry.file, &entry.part);
        let place = (file, line(&part.id));
        let when = conditions.optional(faults, file, part.when.as_ref());
        conditions.must_be_possible(faults, place, "this explanation", when);
        let voice = known.voices.of(file, part.voice);
        check_note(faults, place, voice, part.note.as_ref());
        explanations.push(CompiledExplanation {
            id: part.id.value.clone(),
            title: Prerendered::new(within(&TITLE, faults, file, &part.title)),
            detail: within_if_any(&BODY, faults, file, part.detail.as_ref()),
            about_the_child: part.about_the_child,
            scope: part.scope,
            when: conditions.builder.keep(when.now),
            explains: items.find_all(faults, file, &part.explains),
            citations: values(&part.statements),
            cites: known
                .statements
                .cited(faults, file, &part.id, &part.statements),
            voice,
            note: within_if_any(&NOTE, faults, file, part.note.as_ref()),
        });
    }
    explanations
}
