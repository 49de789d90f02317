//! What every look at a line wants.

use crate::guidance::diagnostic::{Code, Faults};
use crate::guidance::pack_schema::{Word, WrittenLine, WrittenVariant, line};
use crate::guidance::parsed::In;

/// Every variant of a line, those of its exit last.
pub(super) fn variants(line: &WrittenLine) -> impl Iterator<Item = &WrittenVariant> {
    line.parts.iter().flatten().chain(&line.exit)
}

/// Adds a fault of a line.
pub(super) fn add<T>(
    faults: &mut Faults,
    entry: &In<T>,
    word: &Word,
    message: impl Into<String>,
    help: &str,
) {
    faults.add(Code::Line, (&entry.file, line(word)), message, help);
}
