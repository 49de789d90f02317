//! Which packs there are, and in which order they speak.

use std::collections::BTreeSet;
use std::path::Path;

use serde::Deserialize;

use super::parse::read;
use crate::contract::pack::{LOCAL, Pack, Packs};
use crate::guidance::diagnostic::{Code, Faults};
use crate::guidance::file::{File, PACKS};
use crate::guidance::lint::PlainWords;
use crate::guidance::pack_schema::{Word, is_id, line};

/// The file of packs.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PacksFile {
    packs: Vec<WrittenPack>,
    #[serde(default)]
    plain_words: Option<PlainWords>,
}

/// A pack by its name.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenPack {
    id: Word,
    /// What it is, as a request is told.
    about: String,
}

/// What is plain in the words of the packs, where something says so.
pub(super) fn plain_words(files: &[File]) -> Option<PlainWords> {
    let place = Path::new(PACKS);
    let (_, text) = files.iter().find(|(file, _)| file == place)?;
    read::<PacksFile>(place, text, &mut Faults::default())?.plain_words
}

/// The packs that there can be; nothing where nothing says so, or it cannot be read.
pub(super) fn packs(files: &[File], faults: &mut Faults) -> Option<Packs> {
    let place = Path::new(PACKS);
    let Some((_, text)) = files.iter().find(|(file, _)| file == place) else {
        let help = "name the packs in it, in the order in which they speak";
        faults.add(Code::Unreadable, (place, 0), "this file is missing", help);
        return None;
    };
    let written = read::<PacksFile>(place, text, faults)?.packs;
    check(&written, files, faults);
    if written.is_empty() {
        return None;
    }
    let pack = |written: WrittenPack| Pack {
        id: written.id.value,
        about: written.about,
    };
    Some(Packs::new(written.into_iter().map(pack).collect()))
}

fn check(written: &[WrittenPack], files: &[File], faults: &mut Faults) {
    let file = Path::new(PACKS);
    let mut known = BTreeSet::from([LOCAL]);
    for (before, WrittenPack { id, .. }) in written.iter().enumerate() {
        let (id, place) = (&*id.value, (file, line(id)));
        if !is_id(id) {
            let message = format!("`{id}` is not an id");
            let help = "use letters, digits and underscores";
            faults.add(Code::BadWord, place, message, help);
        }
        if !known.insert(id) {
            let message = format!("the pack `{id}` is given twice");
            let help = "name each once; `local` is what an operator adds";
            faults.add(Code::DuplicateId, place, message, help);
        }
        if !files
            .iter()
            .any(|(file, _)| file.parent() == Some(Path::new(id)))
        {
            let message = format!("the pack `{id}` is not here");
            let help = "put its files into a folder of that name, or take it off the list";
            faults.add(Code::Header, place, message, help);
        }
        if before == Packs::MOST {
            let message = format!("there are more than {} packs", Packs::MOST);
            let help = "an answer can be made of any of them: join some";
            faults.add(Code::Header, place, message, help);
        }
    }
    if written.is_empty() {
        let help = "name at least the one that no answer is made without";
        faults.add(Code::Header, (file, 0), "there is no pack", help);
    }
}
