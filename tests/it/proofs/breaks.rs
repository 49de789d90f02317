//! The edits that break the invariants.

use std::fs;
use std::path::Path;

use serde::Deserialize;
use signpost::guidance::File;

use crate::bad_packs::{Edit, shipped, spoil};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Breaks {
    breaks: Vec<Break>,
}

/// An edit of the shipped guidance, and the invariant that it breaks.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Break {
    pub(super) invariant: String,
    pub(super) it: String,
    file: String,
    find: String,
    pub(super) put: String,
    /// What is edited as well, where two things hold the invariant up.
    #[serde(default)]
    also: Option<Edit>,
    /// The code of the fault for which the edited guidance is not loaded.
    #[serde(default)]
    pub(super) refused: Option<String>,
}

impl Break {
    /// The files of the shipped guidance with what is edited.
    pub(super) fn files(&self) -> Vec<File> {
        let mut files = shipped();
        let own = Edit {
            file: self.file.clone(),
            find: self.find.clone(),
            put: self.put.clone(),
        };
        for edit in [&own].into_iter().chain(&self.also) {
            let edited = files
                .iter()
                .filter(|(name, _)| *name == Path::new(&edit.file));
            let found: usize = edited
                .map(|(_, text)| text.matches(&edit.find).count())
                .sum();
            assert_eq!(found, 1, "what {} finds in {}", self.invariant, edit.file);
            spoil(&mut files, edit);
        }
        files
    }

    /// Whether the edit is one of the first pack, or of what all packs share.
    pub(super) fn is_of_the_first_pack(&self) -> bool {
        !Path::new(&self.file).starts_with("supplement")
    }
}

/// Every edit.
pub(super) fn breaks() -> Vec<Break> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/proofs/breaks.yaml");
    let breaks: Breaks = serde_saphyr::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    breaks.breaks
}
