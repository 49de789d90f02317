//! Who speaks.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::contract::advice::Voice;
use crate::guidance::diagnostic::{Code, Faults};
use crate::guidance::pack_schema::Word;
use crate::guidance::parsed::Parsed;

/// Who speaks in each pack where nothing else is said.
#[derive(Debug)]
pub(super) struct Voices {
    /// By the folder of the pack.
    by_folder: BTreeMap<PathBuf, Voice>,
}

/// Reads from the headers who speaks.
pub(super) fn voices(parsed: &Parsed) -> Voices {
    let folders = parsed.headers.iter().filter_map(|entry| {
        let folder = entry.file.parent()?.to_owned();
        Some((folder, entry.part.value.voice))
    });
    Voices {
        by_folder: folders.collect(),
    }
}

impl Voices {
    /// Who speaks: where nothing is said, the voice of the pack (SEMANTICS 3.7).
    pub(super) fn of(&self, file: &Path, said: Option<Voice>) -> Voice {
        let pack = file.parent().and_then(|folder| self.by_folder.get(folder));
        said.or(pack.copied()).unwrap_or(Voice::Source)
    }
}

/// Where the editors speak they give their reasoning; nobody else needs to.
pub(super) fn check_note(
    faults: &mut Faults,
    place: (&Path, u64),
    voice: Voice,
    note: Option<&Word>,
) {
    if (voice == Voice::Editorial) != note.is_some() {
        let help = "give a `note` with the reasoning to `voice: editorial`, and to no other";
        faults.add(Code::Note, place, "the note does not fit the voice", help);
    }
}
