//! What lines must be so that a professional under stress can read them, and so that nothing is left unsaid.

mod danger;
mod local;
mod membership;
mod order;
mod reach;
mod texts;

use super::conditions::Conditions;
use crate::guidance::diagnostic::{Code, Faults};
use crate::guidance::pack_schema::{Word, WrittenLine, WrittenTermWords, WrittenVariant, line};
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

/// Every variant of a line, those of its exit last.
fn variants(line: &WrittenLine) -> impl Iterator<Item = &WrittenVariant> {
    line.parts.iter().flatten().chain(&line.exit)
}

/// Adds a fault of a line.
fn add<T>(faults: &mut Faults, entry: &In<T>, word: &Word, message: impl Into<String>, help: &str) {
    faults.add(Code::Line, (&entry.file, line(word)), message, help);
}
