//! `signpost changes`: which incidents two bodies of guidance answer differently.

use std::path::{Path, PathBuf};

use clap::Args;
use signpost::changes::between;
use signpost::guidance::Guidance;

use super::exit::{CommandResult, Exit};
use super::load::load;
use super::output::print;

/// Compare two bodies of guidance: which incidents get different advice.
///
/// Prints what answers say differently and for which facts, or that no incident is
/// answered differently. It takes up to a minute and two gigabytes of memory.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment, after_long_help = include_str!("help/changes.txt"))]
pub(super) struct Changes {
    /// The guidance as it was: a directory with contacts.yaml and one folder for each pack
    #[arg(value_name = "OLD")]
    old: PathBuf,
    /// The guidance as it is now
    #[arg(value_name = "NEW")]
    new: PathBuf,
    /// Write JSON instead of text
    #[arg(long)]
    json: bool,
}

/// Compares the guidance of two directories, and says no where it differs.
pub(super) fn changes(asked: &Changes) -> CommandResult {
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
        Err(Exit::no_as_said())
    }
}

fn guidance(directory: &Path) -> Result<Guidance, Exit> {
    load(Some(directory), None).map_err(|faults| {
        let directory = directory.display();
        Exit::unable(format!("signpost cannot use {directory}:\n{faults}"))
    })
}
