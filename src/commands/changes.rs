//! `signpost changes`: which incidents two bodies of guidance answer differently.

use std::path::Path;

use signpost::changes::between;
use signpost::config::Changes;
use signpost::guidance::Guidance;

use super::{Done, Ending, loaded, print};

/// Compares the guidance of two directories, and says no where it differs.
pub(crate) fn changes(asked: &Changes) -> Done {
    let [old, new] = [&asked.old, &asked.new].map(|directory| guidance(directory));
    let changes = between(&old?, &new?);
    let mut report = if asked.json {
        serde_json::to_string_pretty(&changes).unwrap_or_default()
    } else {
        changes.to_string()
    };
    if !report.ends_with('\n') {
        report.push('\n');
    }
    print(report.as_bytes())?;
    if changes.is_empty() {
        Ok(())
    } else {
        Err(Ending::no_as_said())
    }
}

fn guidance(directory: &Path) -> Result<Guidance, Ending> {
    loaded(Some(directory), None).map_err(|faults| {
        let directory = directory.display();
        Ending::unable(format!("signpost cannot use {directory}:\n{faults}"))
    })
}
