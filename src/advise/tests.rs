//! An id that leads nowhere is a fault of the program: it stops the answer, and is never advice.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::advise;
use crate::contract::incident::Incident;
use crate::contract::include::Include;
use crate::facts::Facts;
use crate::guidance::{Guidance, ItemId, embedded};
use crate::index::{Id, IndexVec};

/// An id of each kind that no guidance has so many things of.
fn dangling<I: Id>() -> I {
    let many: IndexVec<I, ()> = [(); 100_000].into_iter().collect();
    many.ids().next_back().unwrap()
}

/// What a break does to guidance that is sound.
type Break = fn(&mut Guidance);

/// For each kind of id that the guidance holds, that all of one place lead nowhere.
const BREAKS: [(&str, Break); 13] = [
    ("the gate of an action", |guidance| {
        for action in &mut guidance.actions {
            action.gate = Some(dangling());
        }
    }),
    ("a condition of a gate", |guidance| {
        for gate in &mut guidance.gates {
            for alternative in &mut gate.alternatives {
                alternative.conditions.push(dangling());
            }
        }
    }),
    ("a prohibition that holds an action back", |guidance| {
        for action in &mut guidance.actions {
            action.held_by.push(dangling());
        }
    }),
    ("a ground of an item", |guidance| {
        for action in &mut guidance.actions {
            action.core.grounds.push(dangling());
        }
    }),
    ("a statement that a ground cites", |guidance| {
        for ground in &mut guidance.grounds {
            ground.cites.push(dangling());
        }
    }),
    ("a contact of an item", |guidance| {
        for action in &mut guidance.actions {
            action.core.contacts.push(dangling());
        }
    }),
    ("an action that is explained", |guidance| {
        for explanation in &mut guidance.explanations {
            explanation.explains.push(ItemId::Action(dangling()));
        }
    }),
    ("a prohibition that is explained", |guidance| {
        for explanation in &mut guidance.explanations {
            explanation.explains.push(ItemId::Prohibition(dangling()));
        }
    }),
    ("the condition of a ground", |guidance| {
        for ground in &mut guidance.grounds {
            ground.when = dangling();
        }
    }),
    ("what lifts an item", |guidance| {
        for prohibition in &mut guidance.prohibitions {
            prohibition.core.lifted = dangling();
        }
    }),
    ("the condition of a situation", |guidance| {
        for situation in &mut guidance.situations {
            situation.when = dangling();
        }
    }),
    ("the time of a rewording", |guidance| {
        for action in &mut guidance.actions {
            for words in &mut action.rewordings {
                words.once = dangling();
            }
        }
    }),
    ("a part of a condition", |guidance| {
        for ground in &mut guidance.grounds {
            for part in &mut ground.parts {
                part.when = dangling();
            }
        }
    }),
];

/// Whether an answer to an incident of which nothing is known comes about at all.
fn answers(guidance: &Guidance) -> bool {
    let mut incident = Incident::from(Facts::default());
    incident.include = [Include::WhatIf, Include::Trace].into_iter().collect();
    let answer = || drop(advise(guidance, &incident));
    catch_unwind(AssertUnwindSafe(answer)).is_ok()
}

#[test]
fn an_id_that_leads_nowhere_is_never_advice() {
    let mut guidance = embedded().unwrap();
    assert!(answers(&guidance));
    for (what, breaks) in BREAKS {
        breaks(&mut guidance);
        assert!(!answers(&guidance), "{what}");
        guidance = embedded().unwrap();
    }
}
