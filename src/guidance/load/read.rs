//! From a directory to the text of its files.

use std::fs;
use std::path::{Path, PathBuf};

use crate::guidance::diagnostic::{Code, Faults};
use crate::guidance::file::{File, WITHDRAWN, is_withdrawal};

/// The largest file that is read, in bytes.
const LARGEST: u64 = 1 << 20;
const HELP: &str = "name a directory that holds facts.yaml, exclusions.yaml, contacts.yaml and one folder for each pack";

/// Reads a directory. What could be read is there, whatever else could not.
#[derive(Debug)]
pub(super) struct Reader<'r> {
    directory: &'r Path,
    /// Where its files stand in the guidance.
    under: &'r Path,
    pub(super) files: Vec<File>,
    pub(super) faults: Faults,
}

impl<'r> Reader<'r> {
    /// The YAML files of a directory and of its folders.
    pub(super) fn read(directory: &'r Path, under: &'r Path) -> Self {
        let (files, faults) = (Vec::new(), Faults::default());
        let mut reader = Self {
            directory,
            under,
            files,
            faults,
        };
        reader.folder(Path::new(""));
        // A path that is mistyped must not pass for guidance without a fault.
        if reader.files.is_empty() && reader.faults.is_empty() {
            reader.refuse(Path::new(""), "there is no guidance here", HELP);
        }
        reader
    }

    fn folder(&mut self, folder: &Path) {
        let Ok(entries) = fs::read_dir(self.directory.join(folder)) else {
            self.refuse(folder, "this directory cannot be read", HELP);
            return;
        };
        let mut names = Vec::new();
        for entry in entries {
            match entry {
                Ok(entry) => names.push(entry.file_name()),
                Err(_) => self.refuse(folder, "not all of this directory can be read", HELP),
            }
        }
        // What is mounted from Kubernetes stands there a second time, in hidden folders.
        names.retain(|name| !name.as_encoded_bytes().starts_with(b"."));
        names.sort();
        for name in names {
            self.entry(folder, folder.join(name));
        }
    }

    /// What somebody believes to be in force must not be passed over.
    fn entry(&mut self, folder: &Path, name: PathBuf) {
        let path = self.directory.join(&name);
        let extension = name.extension().unwrap_or_default();
        let named = |extensions: [&str; 2]| {
            let mut extensions = extensions.iter();
            extensions.any(|known| extension.eq_ignore_ascii_case(known))
        };
        if is_withdrawal(&name) && !name.ends_with(WITHDRAWN) {
            let help = "call it `withdrawn.yaml`, or take it away";
            self.refuse(&name, "this is not read", help);
        } else if fs::metadata(&path).is_err() {
            self.refuse(&name, "this cannot be read", HELP);
        } else if path.is_dir() && !is_withdrawal(&name) {
            if folder == Path::new("") {
                self.folder(&name);
            } else {
                let help = "put its files where the others stand, or take it away";
                self.refuse(&name, "what stands so deep is not read", help);
            }
        } else if extension == "yaml" {
            match text_of(&path) {
                Some(text) => self.files.push((self.under.join(name), text)),
                None => self.refuse(&name, "this cannot be read", HELP),
            }
        } else if named(["yaml", "yml"]) {
            let help = "give it a name that ends in `.yaml`";
            self.refuse(&name, "this is not read", help);
        }
    }

    fn refuse(&mut self, name: &Path, message: &str, help: &str) {
        let place = if name == Path::new("") {
            self.directory.to_owned()
        } else {
            self.under.join(name)
        };
        self.faults
            .add(Code::Unreadable, (&place, 0), message, help);
    }
}

/// The text of a file. A pipe or a device would never come to an end, and a file beyond all measure is none of ours.
fn text_of(path: &Path) -> Option<String> {
    let about = fs::metadata(path).ok()?;
    if !about.is_file() || about.len() > LARGEST {
        return None;
    }
    fs::read_to_string(path).ok()
}
