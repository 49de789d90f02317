//! `signpost export`: the published documents or the decision table, written to files.

use std::fs;
use std::path::PathBuf;

use clap::Args;
use signpost::export::{decision_table, files};

use super::exit::{CommandResult, Exit};
use super::load::load;

/// Write the OpenAPI documents and the JSON Schemas, or the decision table.
///
/// Writes what the service publishes, made from the code: openapi/*.json, which is
/// OpenAPI 3.1, 3.0 and 2.0, and schemas/*.json. Or, with --decision-table, which facts lead to which advice: as
/// a page to print and to sign.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment, after_long_help = include_str!("help/export.txt"))]
pub(super) struct ExportArguments {
    /// Write the decision table of guidance instead
    #[arg(long)]
    decision_table: bool,
    /// The guidance: a directory with facts.yaml, exclusions.yaml, contacts.yaml and one folder
    /// for each pack [default: the guidance that the program carries]
    #[arg(verbatim_doc_comment)]
    guidance: Option<PathBuf>,
    /// A directory with guidance of your own, which is added to it
    #[arg(long, value_name = "DIRECTORY")]
    guidance_dir: Option<PathBuf>,
    /// The directory to write under
    #[arg(long, default_value = ".", value_name = "DIRECTORY")]
    dir: PathBuf,
}

/// Writes every file of what is asked for under a directory.
pub(super) fn export(asked: &ExportArguments) -> CommandResult {
    let guidance = load(asked.guidance.as_deref(), asked.guidance_dir.as_deref());
    let guidance = guidance.map_err(Exit::no)?;
    let files = if asked.decision_table {
        let page =
            decision_table::page(&guidance).map_err(|limit| Exit::unable(limit.to_string()))?;
        vec![("decision_table.html".to_owned(), page)]
    } else {
        files(&guidance)
    };
    for (name, text) in files {
        let path = asked.dir.join(name);
        let folder = path.parent().unwrap_or(&asked.dir);
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&path, text))
            .map_err(|error| {
                Exit::unable(format!("signpost cannot write {}: {error}", path.display()))
            })?;
    }
    Ok(())
}
