//! From files to parsed parts, and on to [`Guidance`].
//!
//! A guidance directory holds `contacts.yaml` and one folder for each pack. Every YAML file of a
//! pack's folder belongs to the pack.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use super::compile::compile;
use super::diagnostic::{Code, Diagnostic, Faults};
use super::model::Guidance;
use super::source::{
    Action, ContactFile, Explanation, FurtherGrounds, Gate, Ground, Header, NotCovered, PackFile,
    Prohibition, Question, Situation, Statement, Withdrawn, WithdrawnFile, Word,
};
use crate::contract::contact::Contact;
use crate::contract::pack::Pack;
use serde_saphyr::Spanned;

const CONTACTS: &str = "contacts.yaml";
pub(super) const WITHDRAWN: &str = "withdrawn.yaml";

/// The largest file that is read, in bytes.
const LARGEST: u64 = 1 << 20;
const HELP: &str = "name a directory that holds contacts.yaml and one folder for each pack";

macro_rules! embedded_files {
    ($($name:literal),* $(,)?) => {
        /// The guidance that the program carries, by path in the guidance directory.
        const EMBEDDED: &[(&str, &str)] = &[$(($name, include_str!(concat!("packs/", $name))),)*];
    };
}

embedded_files![
    "contacts.yaml",
    "sexting_advice/pack.yaml",
    "sexting_advice/statements.yaml",
    "sexting_advice/situations.yaml",
    "sexting_advice/prohibitions.yaml",
    "sexting_advice/actions.yaml",
    "sexting_advice/after_the_police_decide.yaml",
    "sexting_advice/prevention.yaml",
    "sexting_advice/questions.yaml",
    "sexting_advice/explanations.yaml",
    "sexting_advice/not_covered.yaml",
    "supplement/pack.yaml",
    "supplement/actions.yaml",
    "supplement/blackmail_and_removal.yaml",
    "supplement/explanations.yaml",
    "supplement/further_grounds.yaml",
    "supplement/further_grounds_of_the_police.yaml",
    "supplement/lead_record_and_helplines.yaml",
    "supplement/not_covered.yaml",
    "supplement/prohibitions.yaml",
    "supplement/questions.yaml",
    "supplement/situations.yaml",
    "supplement/statements.yaml",
];

/// One part of guidance and the file it stands in.
#[derive(Debug)]
pub(super) struct In<T> {
    pub(super) file: PathBuf,
    pub(super) part: T,
}

/// All parts of a body of guidance, as they were written.
#[derive(Debug, Default)]
pub(super) struct Parsed {
    /// The folders of the packs of which every file could be read.
    pub(super) folders: BTreeSet<PathBuf>,
    /// For each folder of a pack, the digest of its files.
    pub(super) digests: BTreeMap<PathBuf, String>,
    pub(super) headers: Vec<In<Spanned<Header>>>,
    /// The headers of the packs that were left out.
    pub(super) left_out: Vec<In<Spanned<Header>>>,
    pub(super) contacts: Vec<In<Spanned<Contact>>>,
    pub(super) withdrawn: Vec<In<Withdrawn>>,
    pub(super) statements: Vec<In<Statement>>,
    pub(super) situations: Vec<In<Situation>>,
    pub(super) gates: Vec<In<Gate>>,
    pub(super) prohibitions: Vec<In<Prohibition>>,
    pub(super) actions: Vec<In<Action>>,
    pub(super) questions: Vec<In<Question>>,
    pub(super) explanations: Vec<In<Explanation>>,
    pub(super) not_covered: Vec<In<NotCovered>>,
    pub(super) further_grounds: Vec<In<FurtherGrounds>>,
}

impl Parsed {
    /// Leaves out all packs but these.
    fn keep(&mut self, packs: &BTreeSet<Pack>) {
        let kept = |file: &Path| pack_of(file).is_some_and(|pack| packs.contains(&pack));
        let headers = std::mem::take(&mut self.headers).into_iter();
        (self.headers, self.left_out) = headers.partition(|entry| kept(&entry.file));
        self.folders
            .retain(|folder| kept(&folder.join("pack.yaml")));
        // The contacts of all packs stand in no folder.
        let shared = |file: &Path| file == Path::new(CONTACTS);
        self.contacts
            .retain(|entry| shared(&entry.file) || kept(&entry.file));
        self.statements.retain(|entry| kept(&entry.file));
        self.situations.retain(|entry| kept(&entry.file));
        self.gates.retain(|entry| kept(&entry.file));
        self.prohibitions.retain(|entry| kept(&entry.file));
        self.actions.retain(|entry| kept(&entry.file));
        self.questions.retain(|entry| kept(&entry.file));
        self.explanations.retain(|entry| kept(&entry.file));
        self.not_covered.retain(|entry| kept(&entry.file));
        self.further_grounds.retain(|entry| kept(&entry.file));
    }

    /// The grounds of an item, each with its file: its own, and those that later packs give it.
    pub(super) fn grounds_of<'p>(
        &'p self,
        item: &Word,
        file: &'p Path,
        own: &'p [Ground],
    ) -> Vec<(&'p Path, &'p Ground)> {
        let own = own.iter().map(|ground| (file, ground));
        let further = self.further(item).flat_map(|entry| {
            let grounds = entry.part.grounds.iter();
            grounds.map(|ground| (&*entry.file, ground))
        });
        own.chain(further).collect()
    }

    /// The contacts of an item, each with the file that names it: likewise.
    pub(super) fn contacts_of<'p>(
        &'p self,
        item: &Word,
        file: &'p Path,
        own: &'p [Word],
    ) -> Vec<(&'p Path, &'p Word)> {
        let own = own.iter().map(|contact| (file, contact));
        let further = self.further(item).flat_map(|entry| {
            let contacts = entry.part.contacts.iter();
            contacts.map(|contact| (&*entry.file, contact))
        });
        own.chain(further).collect()
    }

    fn further(&self, item: &Word) -> impl Iterator<Item = &In<FurtherGrounds>> {
        let id = item.value.clone();
        let further = self.further_grounds.iter();
        further.filter(move |entry| entry.part.item.value == id)
    }

    /// Whether a pack addresses what an earlier one does not.
    pub(super) fn addresses(&self, gap: &Word) -> bool {
        let mut headers = self.headers.iter().map(|entry| &entry.part.value);
        headers.any(|header| header.addresses.iter().any(|word| word.value == gap.value))
    }
}

/// A file: its path in the guidance directory, and its text.
pub type File = (PathBuf, String);

/// The files that guidance is made of, read and kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Files(Vec<File>);

impl Files {
    /// The guidance that the program carries.
    pub fn embedded() -> Self {
        let files = EMBEDDED
            .iter()
            .map(|(name, text)| (PathBuf::from(name), (*text).to_owned()));
        Self(files.collect())
    }

    /// These files.
    pub fn of(files: Vec<File>) -> Self {
        Self(files)
    }

    /// The guidance in a directory.
    ///
    /// # Errors
    ///
    /// What cannot be read.
    pub fn read(directory: &Path) -> Result<Self, Vec<Diagnostic>> {
        let mut faults = Faults::default();
        let mut files = Vec::new();
        read_into(&mut files, &mut faults, directory, Path::new(""), 0);
        // A path that is mistyped must not pass for guidance without a fault.
        if files.is_empty() && directory.is_dir() {
            let message = "there is no guidance here";
            faults.add(Code::Unreadable, (directory, 0), message, HELP);
        }
        let faults = faults.into_sorted();
        if faults.is_empty() {
            Ok(Self(files))
        } else {
            Err(faults)
        }
    }

    /// These and what an operator has added in a directory: its files stand in the folder `local`.
    ///
    /// # Errors
    ///
    /// What cannot be read.
    pub fn with_local(mut self, directory: &Path) -> Result<Self, Vec<Diagnostic>> {
        let Self(local) = Self::read(directory)?;
        let folder = Path::new(Pack::Local.id());
        let mut faults = Faults::default();
        let beside = |name: &Path| name.parent() == Some(Path::new(""));
        for (name, _) in local.iter().filter(|(name, _)| !beside(name)) {
            let help = "put all files that you add beside each other";
            let place = folder.join(name);
            faults.add(Code::Local, (&place, 0), "this stands in a folder", help);
        }
        let faults = faults.into_sorted();
        if !faults.is_empty() {
            return Err(faults);
        }
        let local = local.into_iter();
        self.0
            .extend(local.map(|(name, text)| (folder.join(name), text)));
        Ok(self)
    }

    /// The guidance that they make.
    ///
    /// # Errors
    ///
    /// Every fault found, in the order of the files.
    pub fn load(&self) -> Result<Guidance, Vec<Diagnostic>> {
        compile_files(self.0.clone())
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
    Files::read(directory)?.load()
}

/// All packs together, and whatever fewer of them a request can ask for.
fn compile_files(mut files: Vec<File>) -> Result<Guidance, Vec<Diagnostic>> {
    let mut faults = Faults::default();
    // Packs speak in their order, wherever their folders stand.
    files.sort_by_key(|(file, _)| (pack_of(file).is_none(), pack_of(file)));
    let parsed = parse(&files, &mut faults);
    let mut guidance = compile(parsed, faults)?;
    for packs in fewer(&guidance) {
        let mut faults = Faults::default();
        let mut parsed = parse(&files, &mut faults);
        parsed.keep(&packs);
        guidance.fewer.push((packs, compile(parsed, faults)?));
    }
    Ok(guidance)
}

/// The pack whose folder a file stands in.
pub(super) fn pack_of(file: &Path) -> Option<Pack> {
    Pack::named(file.parent()?.to_str()?)
}

/// Every choice of packs with the first among them, but for all of them.
fn fewer(guidance: &Guidance) -> Vec<BTreeSet<Pack>> {
    let packs = guidance.packs().iter();
    let packs: BTreeSet<Pack> = packs.filter_map(|one| Pack::named(&one.pack)).collect();
    let mut choices = vec![BTreeSet::from([Pack::FIRST])];
    for pack in packs.iter().filter(|pack| **pack != Pack::FIRST) {
        let with = choices.clone().into_iter().map(|mut choice| {
            choice.insert(*pack);
            choice
        });
        choices.extend(with.collect::<Vec<_>>());
    }
    choices.retain(|choice| *choice != packs);
    choices
}

/// Reads the YAML files of the directory and of its folders.
fn read_into(files: &mut Vec<File>, faults: &mut Faults, root: &Path, folder: &Path, depth: usize) {
    let Ok(entries) = fs::read_dir(root.join(folder)) else {
        let place = root.join(folder);
        let message = "this directory cannot be read";
        faults.add(Code::Unreadable, (&place, 0), message, HELP);
        return;
    };
    // What is mounted from Kubernetes stands there a second time, in hidden folders.
    let shown = |name: &OsStr| !name.as_encoded_bytes().starts_with(b".");
    let names = entries.flatten().map(|entry| entry.file_name());
    let mut names: Vec<_> = names
        .filter(|name| shown(name))
        .map(|name| folder.join(name))
        .collect();
    names.sort();
    for name in names {
        let path = root.join(&name);
        if path.is_dir() && depth == 0 {
            read_into(files, faults, root, &name, depth + 1);
            continue;
        }
        match path.extension().and_then(OsStr::to_str) {
            Some("yaml") => match text_of(&path) {
                Some(text) => files.push((name, text)),
                None => faults.add(Code::Unreadable, (&name, 0), "this cannot be read", HELP),
            },
            // What somebody believes to be in force must not be passed over.
            Some("yml") => {
                let help = "give it a name that ends in `.yaml`";
                faults.add(Code::Unreadable, (&name, 0), "this is not read", help);
            }
            _ => {}
        }
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

fn parse(files: &[File], faults: &mut Faults) -> Parsed {
    let mut parsed = Parsed {
        digests: digests(files),
        ..Parsed::default()
    };
    let mut unread = BTreeSet::new();
    for (file, text) in files {
        if file.file_name() == Some(OsStr::new(CONTACTS)) {
            if let Some(read) = read::<ContactFile>(file, text, faults) {
                extend(&mut parsed.contacts, file, read.contacts);
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
                extend(&mut parsed.further_grounds, file, read.further_grounds);
            } else {
                unread.insert(folder.to_owned());
            }
        }
    }
    parsed.folders.retain(|folder| !unread.contains(folder));
    parsed
}

/// For each folder, what tells its files from any others: SHA-256 over their names and texts, each
/// with its length before it, in the order of the names.
fn digests(files: &[File]) -> BTreeMap<PathBuf, String> {
    let sorted: BTreeMap<&PathBuf, &String> =
        files.iter().map(|(name, text)| (name, text)).collect();
    let mut digests: BTreeMap<PathBuf, Sha256> = BTreeMap::new();
    for (name, text) in sorted {
        let folder = name.parent().unwrap_or(name).to_owned();
        let digest = digests.entry(folder).or_default();
        for part in [&*name.to_string_lossy(), text] {
            digest.update(format!("{}:", part.len()));
            digest.update(part);
        }
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

fn read<T: DeserializeOwned>(file: &Path, text: &str, faults: &mut Faults) -> Option<T> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_packs_is_embedded() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/guidance/packs");
        let mut files = Vec::new();
        let mut faults = Faults::default();
        read_into(&mut files, &mut faults, &root, Path::new(""), 0);
        let mut on_disk: Vec<_> = files.iter().map(|(name, _)| name.as_path()).collect();
        let mut embedded: Vec<_> = EMBEDDED.iter().map(|(name, _)| Path::new(*name)).collect();
        on_disk.sort();
        embedded.sort();
        assert_eq!(faults.into_sorted(), []);
        assert_eq!(embedded, on_disk);
    }
}
