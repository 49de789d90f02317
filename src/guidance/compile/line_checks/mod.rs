//! What lines must be so that a professional under stress can read them, and so that nothing is left unsaid.

mod danger;
mod fault;
mod local;
mod membership;
mod order;
mod reach;
mod texts;

use super::conditions::Conditions;
use crate::guidance::diagnostic::Faults;
use crate::guidance::pack_schema::{WrittenLine, WrittenTermWords};
use crate::guidance::parsed::{In, Parsed};

/// Tells what is wrong with the lines that count, and with the terms in them.
pub(super) fn check(
    parsed: &Parsed,
    lines: &[&In<WrittenLine>],
    terms: &[&In<WrittenTermWords>],
    conditions: &mut Conditions<'_>,
    faults: &mut Faults,
) {
    membership::check(parsed, lines, faults);
    danger::check(parsed, lines, faults);
    order::check(parsed, lines, faults);
    local::check(parsed, lines, faults);
    texts::check_terms(terms, faults);
    for entry in lines {
        texts::check(parsed, entry, terms, faults);
        reach::check(parsed, entry, terms, conditions, faults);
    }
}
