//! The guidance that a command works with, or every fault in it as text.

use std::path::Path;

use signpost::guidance::diagnostic::Diagnostic;
use signpost::guidance::{Files, Guidance};

use super::output::number;

/// The files of a directory, or those that the program carries, with those of another directory added.
pub(super) fn files(directory: Option<&Path>, added: Option<&Path>) -> Files {
    let files = directory.map_or_else(Files::embedded, Files::read);
    match added {
        Some(added) => files.with_local(added),
        None => files,
    }
}

/// The guidance that they make, or every fault in it.
pub(super) fn load(directory: Option<&Path>, added: Option<&Path>) -> Result<Guidance, String> {
    let loaded = files(directory, added).load();
    loaded.map_err(|faults| listed(&faults))
}

/// Every fault, and how many there are.
pub(super) fn listed(faults: &[Diagnostic]) -> String {
    let mut lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
    lines.push(number(faults.len(), "fault"));
    lines.join("\n")
}
