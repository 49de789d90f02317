//! `signpost diff`: what differs between two bodies of guidance.

use std::path::{Path, PathBuf};

use clap::Args;
use signpost::diff::{MOST_NODES, compare};
use signpost::guidance::Guidance;

use super::diff_page::page;
use super::exit::{CommandResult, Exit};
use super::load::load;
use super::output::print;

/// Compare two editions of guidance: who gets which advice no more, or anew.
///
/// Prints which items have another status in how many incidents, with one of the smallest,
/// and the words that differ. It takes a few seconds for each pack, and a gigabyte of memory.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment, after_long_help = include_str!("help/diff.txt"))]
pub(super) struct DiffArguments {
    /// The guidance as it was: a directory with facts.yaml, exclusions.yaml, contacts.yaml and one folder
    /// for each pack
    #[arg(value_name = "OLD")]
    old: PathBuf,
    /// The guidance as it is now
    #[arg(value_name = "NEW")]
    new: PathBuf,
    /// Write JSON instead of text
    #[arg(long)]
    json: bool,
    /// The most nodes that the diagrams of each side may have
    #[arg(long, value_name = "NUMBER", default_value_t = MOST_NODES)]
    most_nodes: usize,
}

/// Compares the guidance of two directories, and says no where it differs.
pub(super) fn diff(asked: &DiffArguments) -> CommandResult {
    let [old, new] = [&asked.old, &asked.new].map(|directory| guidance(directory));
    let compared = compare(&old?, &new?, asked.most_nodes);
    let compared = compared.map_err(|limit| Exit::unable(format!("signpost diff {limit}")))?;
    let mut report = if asked.json {
        serde_json::to_string_pretty(&compared).map_err(|error| Exit::unable(error.to_string()))?
    } else {
        page(&compared)
    };
    if !report.ends_with('\n') {
        report.push('\n');
    }
    print(report.as_bytes())?;
    if compared.is_empty() {
        Ok(())
    } else {
        Err(Exit::no_as_printed())
    }
}

fn guidance(directory: &Path) -> Result<Guidance, Exit> {
    load(Some(directory), None).map_err(|faults| {
        let directory = directory.display();
        Exit::unable(format!("signpost cannot use {directory}:\n{faults}"))
    })
}
