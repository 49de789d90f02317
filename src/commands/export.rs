//! `signpost export`: the published documents or the decision table, written to files.

use std::fs;

use signpost::config::{Export, Exported};
use signpost::export::{decision_table, files};

use super::{Done, Ending, loaded};

/// Writes every file of what is asked for under a directory.
pub(crate) fn export(asked: &Export) -> Done {
    let files = match asked.what() {
        Exported::Documents => files(loaded(None, None).map_err(Ending::no)?.vocabulary()),
        Exported::DecisionTable { guidance, added } => {
            decision_table::files(&loaded(guidance, added).map_err(Ending::no)?)
        }
    };
    for (name, text) in files {
        let path = asked.dir.join(name);
        let folder = path.parent().unwrap_or(&asked.dir);
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&path, text))
            .map_err(|error| {
                Ending::unable(format!("signpost cannot write {}: {error}", path.display()))
            })?;
    }
    Ok(())
}
