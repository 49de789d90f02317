//! The grounds of items: what must hold, and the words for it.

use std::path::Path;

use super::conditions::Conditions;
use super::drawn::Drawn;
use super::referable::Referable;
use super::text::{BECAUSE, NOTE, values, within, within_if_any};
use super::voices::check_note;
use crate::contract::advice::{Basis, Ground, Reason, Scope, Voice};
use crate::contract::prerendered::Prerendered;
use crate::guidance::diagnostic::{Code, Faults};
use crate::guidance::model::{BasisWords, CompiledGround};
use crate::guidance::pack_schema::{Word, WrittenGround, line};

/// A ground of an item, and its condition.
pub(super) fn ground(
    known: &Referable<'_>,
    conditions: &mut Conditions<'_>,
    faults: &mut Faults,
    (item, protective): (&Word, bool),
    (file, written): (&Path, &WrittenGround),
) -> (CompiledGround, Drawn) {
    let place = (file, line(&written.because));
    let (when, parts) = conditions.in_parts(faults, file, written.when.as_ref());
    conditions.must_be_possible(faults, place, "this ground", when);
    let voice = known.voices.of(file, written.voice);
    check_note(faults, place, voice, written.note.as_ref());
    check_urgency(known, faults, place, written, voice);
    if written.scope == Scope::OutOfScope {
        let help = "out of scope there are no items; say it in `not_covered`";
        faults.add(Code::Clash, place, "a ground is in scope", help);
    }
    let statements = known.statements;
    let cites = statements.cited(faults, file, item, &written.statements);
    let because = within(&BECAUSE, faults, file, &written.because);
    within_if_any(&NOTE, faults, file, written.note.as_ref());
    let ground = CompiledGround {
        when: conditions.builder.keep(when.now),
        parts,
        scope: written.scope,
        protective,
        voice,
        urgency: written.urgency,
        raises_answer: written.raises_answer,
        known: Box::new(words(written, voice, &because, Basis::Known)),
        not_ruled_out: Box::new(words(written, voice, &because, Basis::NotRuledOut)),
        cites,
    };
    (ground, when)
}

fn words(written: &WrittenGround, voice: Voice, because: &str, basis: Basis) -> BasisWords {
    // A ground tells its basis beside; elsewhere the words do.
    let told = match basis {
        Basis::Known => because.to_owned(),
        Basis::NotRuledOut => format!("Not ruled out: {because}"),
    };
    BasisWords {
        because: Prerendered::new(told.clone()),
        reason: Prerendered::new(Reason {
            because: told,
            citations: values(&written.statements),
        }),
        ground: Prerendered::new(Ground {
            because: because.to_owned(),
            citations: values(&written.statements),
            strength: written.strength,
            urgency: written.urgency,
            basis,
            voice,
            note: written.note.as_ref().map(|note| note.value.clone()),
        }),
    }
}

/// Nothing is more pressing than the statements say, unless it is our own and gives its reasoning.
fn check_urgency(
    known: &Referable<'_>,
    faults: &mut Faults,
    place: (&Path, u64),
    ground: &WrittenGround,
    voice: Voice,
) {
    let said = known.statements.urgency(&ground.statements);
    if ground.urgency > said && voice != Voice::Editorial {
        let help =
            "leave `urgency` out, or cite the statement that says so with an `urgency` of its own";
        let message = "no statement here says that it is so urgent";
        faults.add(Code::Urgency, place, message, help);
    }
}
