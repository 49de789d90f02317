//! From the text of files to the parts of guidance.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use crate::guidance::diagnostic::{Code, Faults};
use crate::guidance::file::{CONTACTS, EXCLUSIONS, FACTS, File, PACKS, WITHDRAWN};
use crate::guidance::pack_schema::{
    ContactFile, ExclusionsFile, FactsFile, PackFile, WithdrawnFile,
};
use crate::guidance::parsed::{In, Parsed};

/// The parts of files. What cannot be parsed is a fault, and the rest goes on.
pub(super) fn parse(files: &[File], faults: &mut Faults) -> Parsed {
    let mut parsed = Parsed {
        digests: digests(files),
        ..Parsed::default()
    };
    let mut unread = BTreeSet::new();
    for (file, text) in files {
        if file == Path::new(PACKS) {
            // It says in which order all the others are read.
        } else if file == Path::new(FACTS) {
            if let Some(read) = read::<FactsFile>(file, text, faults) {
                extend(parsed.facts.get_or_insert_default(), file, read.groups);
            }
        } else if file == Path::new(EXCLUSIONS) {
            if let Some(read) = read::<ExclusionsFile>(file, text, faults) {
                extend(&mut parsed.exclusions, file, read.exclusions);
            }
        } else if file.ends_with(FACTS) || file.ends_with(EXCLUSIONS) {
            let help =
                "ask for a fact that is missing: every fact is part of what callers can send";
            let message = "only the guidance of the program says what can be stated";
            faults.add(Code::Local, (file, 0), message, help);
        } else if file.file_name() == Some(OsStr::new(CONTACTS)) {
            if let Some(read) = read::<ContactFile>(file, text, faults) {
                extend(&mut parsed.contacts, file, read.contacts);
                extend(&mut parsed.not_named, file, read.not_named);
            }
        } else if file.file_name() == Some(OsStr::new(WITHDRAWN)) {
            if let Some(read) = read::<WithdrawnFile>(file, text, faults) {
                extend(&mut parsed.withdrawn, file, read.withdrawn);
            }
        } else if let Some(folder) = file.parent().filter(|folder| *folder != Path::new("")) {
            parsed.folders.insert(folder.to_owned());
            if let Some(read) = read::<PackFile>(file, text, faults) {
                extend(&mut parsed.headers, file, read.pack.into_iter().collect());
                extend(&mut parsed.statements, file, read.statements);
                extend(&mut parsed.situations, file, read.situations);
                extend(&mut parsed.gates, file, read.gates);
                extend(&mut parsed.prohibitions, file, read.prohibitions);
                extend(&mut parsed.actions, file, read.actions);
                extend(&mut parsed.questions, file, read.questions);
                extend(&mut parsed.explanations, file, read.explanations);
                extend(&mut parsed.not_covered, file, read.not_covered);
                extend(&mut parsed.extends, file, read.extends);
                extend(&mut parsed.terms, file, read.terms);
                extend(&mut parsed.lines, file, read.lines);
                extend(&mut parsed.controls, file, read.controls);
            } else {
                unread.insert(folder.to_owned());
            }
        } else {
            let help = "put it into the folder of its pack; what an operator adds is read with `--guidance-dir`";
            let message = "this stands in the folder of no pack";
            faults.add(Code::Unreadable, (file, 0), message, help);
        }
    }
    parsed.folders.retain(|folder| !unread.contains(folder));
    parsed
}

pub(super) fn read<T: DeserializeOwned>(file: &Path, text: &str, faults: &mut Faults) -> Option<T> {
    match serde_saphyr::from_str(text) {
        Ok(read) => Some(read),
        Err(error) => {
            let line = error.location().map_or(0, |location| location.line());
            let message = error.without_snippet().to_string();
            let help = "compare the file with those of the packs that signpost carries";
            faults.add(Code::Malformed, (file, line), message, help);
            None
        }
    }
}

fn extend<T>(parts: &mut Vec<In<T>>, file: &Path, more: Vec<T>) {
    parts.extend(more.into_iter().map(|part| In {
        file: file.to_owned(),
        part,
    }));
}

/// For each folder, what tells its files, and what all packs share, from any others: SHA-256 over names and texts,
/// each with its length before it; the order of the packs, the facts and the exclusions, then the folder's files in the
/// order of their names.
fn digests(files: &[File]) -> BTreeMap<PathBuf, String> {
    let sorted: BTreeMap<&Path, &str> = files
        .iter()
        .map(|(name, text)| (name.as_path(), text.as_str()))
        .collect();
    let update = |digest: &mut Sha256, name: &Path, text: &str| {
        for part in [&*name.to_string_lossy(), text] {
            digest.update(format!("{}:", part.len()));
            digest.update(part);
        }
    };
    let mut shared = Sha256::new();
    for name in [PACKS, FACTS, EXCLUSIONS].map(Path::new) {
        if let Some(text) = sorted.get(name) {
            update(&mut shared, name, text);
        }
    }
    let mut digests: BTreeMap<PathBuf, Sha256> = BTreeMap::new();
    for (name, text) in sorted {
        let folder = name.parent().unwrap_or(name).to_owned();
        let digest = digests.entry(folder).or_insert_with(|| shared.clone());
        update(digest, name, text);
    }
    let hex = |digest: Sha256| {
        let bytes = digest.finalize();
        let digits = bytes.iter().map(|byte| format!("{byte:02x}"));
        format!("sha256:{}", digits.collect::<String>())
    };
    let folders = digests.into_iter();
    folders
        .map(|(folder, digest)| (folder, hex(digest)))
        .collect()
}
