//! What is not covered.

use std::path::Path;

use super::conditions::Conditions;
use super::contacts::Contacts;
use super::names::hint_at_nearest;
use super::text::{DETAIL, TITLE, within, within_if_any};
use crate::contract::advice::Scope;
use crate::contract::prerendered::Prerendered;
use crate::guidance::diagnostic::{Code, Faults};
use crate::guidance::model::{CompiledNotCovered, GapId};
use crate::guidance::pack_schema::{Word, line};
use crate::guidance::parsed::Parsed;
use crate::index::IndexVec;
use crate::mdd::Node;

/// What no pack addresses (SEMANTICS 3.5).
pub(super) fn gaps(
    parsed: &Parsed,
    contacts: &Contacts,
    conditions: &mut Conditions<'_>,
    faults: &mut Faults,
) -> IndexVec<GapId, CompiledNotCovered> {
    check_addressed(parsed, faults);
    let mut not_covered = IndexVec::default();
    for entry in &parsed.not_covered {
        let (file, part) = (&*entry.file, &entry.part);
        if parsed.addresses(&part.id) {
            continue;
        }
        let when = conditions.optional(faults, file, part.when.as_ref());
        conditions.must_be_possible(faults, (file, line(&part.id)), "this gap", when);
        not_covered.push(CompiledNotCovered {
            id: part.id.value.clone(),
            title: Prerendered::new(within(&TITLE, faults, file, &part.title)),
            detail: within_if_any(&DETAIL, faults, file, part.detail.as_ref()),
            scope: part.scope,
            when: conditions.builder.keep(when.now),
            contacts: contacts.named(faults, &in_file(file, &part.contacts)),
        });
    }
    for gap in left_out(parsed, conditions) {
        not_covered.push(gap);
    }
    not_covered
}

/// What a pack addresses is a gap that there would be without it.
fn check_addressed(parsed: &Parsed, faults: &mut Faults) {
    let gaps = || {
        parsed
            .not_covered
            .iter()
            .map(|entry| entry.part.id.value.as_str())
    };
    for entry in &parsed.headers {
        for word in &entry.part.value.addresses {
            if !gaps().any(|gap| gap == word.value) {
                let message = format!("there is no gap `{}` to address", word.value);
                let help = hint_at_nearest(&word.value, gaps());
                faults.add(Code::UnknownItem, (&entry.file, line(word)), message, help);
            }
        }
    }
}

/// What is not covered because packs were left out (SEMANTICS 3.6).
fn left_out(parsed: &Parsed, conditions: &mut Conditions<'_>) -> Vec<CompiledNotCovered> {
    let mut gaps = Vec::new();
    for header in parsed.left_out.iter().map(|entry| &entry.part.value) {
        let Some(left_out) = &header.left_out else {
            continue;
        };
        for scope in [Scope::Incident, Scope::Prevention] {
            gaps.push(CompiledNotCovered {
                id: format!("without_{}", header.id.value),
                title: Prerendered::new(left_out.title.value.clone()),
                detail: Some(Prerendered::new(left_out.detail.value.clone())),
                scope,
                when: conditions.builder.keep(Node::TRUE),
                contacts: Vec::new(),
            });
        }
    }
    gaps
}

fn in_file<'w>(file: &'w Path, words: &'w [Word]) -> Vec<(&'w Path, &'w Word)> {
    words.iter().map(|word| (file, word)).collect()
}
