//! The files of a guidance directory: which there are, and which pack each belongs to.

use std::path::{Path, PathBuf};

use crate::contract::pack::{LOCAL, PackId, Packs};

/// Whom to contact.
pub(super) const CONTACTS: &str = "contacts.yaml";
/// Which packs there are.
pub(super) const PACKS: &str = "packs.yaml";
/// What can be said about an incident.
pub(super) const FACTS: &str = "facts.yaml";
/// Which of it cannot be true together.
pub(super) const EXCLUSIONS: &str = "exclusions.yaml";
/// What the operator withdraws.
pub(super) const WITHDRAWN: &str = "withdrawn.yaml";

/// Whether a file was meant to withdraw something, however its name ends.
pub(super) fn is_withdrawal(file: &Path) -> bool {
    let meant = Path::new(WITHDRAWN).file_stem().unwrap_or_default();
    file.file_stem()
        .is_some_and(|stem| stem.eq_ignore_ascii_case(meant))
}

/// A file: its path in the guidance directory, and its text.
pub type File = (PathBuf, String);

impl Packs {
    /// The pack whose folder a file stands in.
    pub(super) fn of(&self, file: &Path) -> Option<PackId> {
        self.named(file.parent()?.to_str()?)
    }
}

/// Whether a file is one of those that an operator has added.
pub(super) fn is_local(file: &Path) -> bool {
    file.parent() == Some(Path::new(LOCAL))
}
