//! `signpost check`: whether guidance is sound, and what rests on each statement.

use std::path::Path;

use signpost::guidance::Coverage;

use super::{Done, Ending, loaded, print};

/// Checks the guidance of a directory, or the guidance that the program carries.
pub(crate) fn check(directory: Option<&Path>) -> Done {
    let guidance = loaded(directory).map_err(Ending::no)?;
    let coverage = guidance.coverage();
    let uses: usize = coverage.iter().map(|entry| entry.items.len()).sum();
    let mut report = vec![format!(
        "no fault: {} statements with {uses} uses, {} nodes of conditions",
        coverage.len(),
        guidance.diagram_nodes()
    )];
    let row = |entry: &Coverage| format!("{:<5} {}", entry.statement, entry.items.join(", "));
    report.extend(coverage.iter().map(row));
    report.push(String::new());
    print(report.join("\n").as_bytes())
}
