//! `signpost export`: the published documents, written to files.

use std::fs;
use std::path::Path;

use signpost::export::files;

use super::{Done, Ending};

/// Writes every published document under a directory.
pub(crate) fn export(directory: &Path) -> Done {
    for (name, text) in files() {
        let path = directory.join(name);
        let folder = path.parent().unwrap_or(directory);
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&path, text))
            .map_err(|error| {
                Ending::no(format!("signpost cannot write {}: {error}", path.display()))
            })?;
    }
    Ok(())
}
