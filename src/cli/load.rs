//! The guidance that a command works with, or every fault in it as text.

use std::path::Path;

use signpost::guidance::diagnostic::Diagnostic;
use signpost::guidance::{Files, Guidance};

use super::output::number;

/// The guidance of a directory, or the guidance that the program carries, with another
/// directory added; or every fault in it.
pub(super) fn load(directory: Option<&Path>, added: Option<&Path>) -> Result<Guidance, String> {
    let mut files = directory.map_or_else(Files::embedded, Files::read);
    if let Some(added) = added {
        files = files.with_local(added);
    }
    files.load().map_err(|faults| listed(&faults))
}

/// Every fault, and how many there are.
pub(super) fn listed(faults: &[Diagnostic]) -> String {
    let mut lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
    lines.push(number(faults.len(), "fault"));
    lines.join("\n")
}
