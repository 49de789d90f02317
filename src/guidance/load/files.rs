//! The files that guidance is loaded from, wherever they come from.

use std::path::{Path, PathBuf};

use super::embedded::EMBEDDED;
use super::pack_selection::compile_files;
use super::packs::{packs, plain_words};
use super::parse::parse;
use super::read::Reader;
use crate::contract::pack::LOCAL;
use crate::guidance::compile::check_withdrawn;
use crate::guidance::diagnostic::{Code, Diagnostic, Faults};
use crate::guidance::file::File;
use crate::guidance::lint::lint;
use crate::guidance::model::Guidance;

/// The files that guidance is made of, read and kept, and whatever could not be read. They are kept apart and
/// not refused at once: an edition can be withdrawn in one file while another cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Files {
    pub(super) files: Vec<File>,
    pub(super) unread: Faults,
}

impl Files {
    /// The guidance that the program carries.
    pub fn embedded() -> Self {
        let files = EMBEDDED
            .iter()
            .map(|(name, text)| (PathBuf::from(name), (*text).to_owned()));
        Self::of(files.collect())
    }

    /// These files.
    pub fn of(files: Vec<File>) -> Self {
        let unread = Faults::default();
        Self { files, unread }
    }

    /// The guidance in a directory.
    pub fn read(directory: &Path) -> Self {
        let Reader { files, faults, .. } = Reader::read(directory, Path::new(""));
        Self {
            files,
            unread: faults,
        }
    }

    /// These and what an operator has added in a directory: its files stand in the folder `local`.
    #[must_use]
    pub fn with_local(mut self, directory: &Path) -> Self {
        let folder = Path::new(LOCAL);
        let Reader { files, faults, .. } = Reader::read(directory, folder);
        self.unread.extend(faults);
        for (name, text) in files {
            if name.parent() == Some(folder) {
                self.files.push((name, text));
            } else {
                let help = "put all files that you add beside each other";
                let message = "this stands in a folder";
                self.unread.add(Code::Local, (&name, 0), message, help);
            }
        }
        self
    }

    /// The guidance that they make.
    ///
    /// # Errors
    ///
    /// Every fault found, in the order of the files. Where something could not be read, that and what the rest
    /// withdraws: what it would lack is no fault of the rest.
    pub fn load(&self) -> Result<Guidance, Vec<Diagnostic>> {
        if self.unread.is_empty() {
            return compile_files(self.files.clone());
        }
        let mut faults = self.unread.clone();
        let parsed = parse(&self.files, &mut faults);
        let packs = packs(&self.files, &mut Faults::default());
        check_withdrawn(
            &parsed.withdrawn,
            packs.as_ref(),
            &parsed.editions(),
            &mut faults,
        );
        Err(faults.into_sorted())
    }

    /// The guidance that they make, if it has no word either that must not stand in guidance.
    ///
    /// # Errors
    ///
    /// Every fault found, in the order of the files: those that keep it from being loaded, and those of words.
    pub fn check(&self) -> Result<Guidance, Vec<Diagnostic>> {
        let mut faults = lint(&self.files);
        match self.load() {
            Ok(guidance) if faults.is_empty() => Ok(guidance),
            loaded => {
                faults.extend(loaded.err().unwrap_or_default().into());
                Err(faults.into_sorted())
            }
        }
    }

    /// Each text that is not plain, with its file and line.
    pub fn unplain(&self) -> Vec<String> {
        let plain = plain_words(&self.files);
        plain.map_or_else(Vec::new, |plain| plain.warnings(&self.files))
    }

    /// What of these files withdraws guidance that is in force, whether or not they can take its place.
    pub fn withdraw(&self, in_force: &Guidance) -> Vec<Diagnostic> {
        let parsed = parse(&self.files, &mut Faults::default());
        let editions = in_force.packs().iter();
        let editions: Vec<_> = editions.map(|one| (&*one.pack, &*one.edition)).collect();
        let mut faults = Faults::default();
        let packs = in_force.pack_names();
        check_withdrawn(&parsed.withdrawn, Some(packs), &editions, &mut faults);
        faults.into_sorted()
    }
}

/// Loads the guidance that the program carries.
///
/// # Errors
///
/// Every fault found. A released program has none: a test loads it.
pub fn embedded() -> Result<Guidance, Vec<Diagnostic>> {
    Files::embedded().load()
}

/// Loads guidance from files that are in memory.
///
/// # Errors
///
/// Every fault found, in the order of the files.
pub fn from_files(files: Vec<File>) -> Result<Guidance, Vec<Diagnostic>> {
    Files::of(files).load()
}

/// Loads the guidance in a directory.
///
/// # Errors
///
/// Every fault found, in the order of the files.
pub fn load(directory: &Path) -> Result<Guidance, Vec<Diagnostic>> {
    Files::read(directory).load()
}
