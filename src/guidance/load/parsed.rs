//! All parts of a body of guidance, as they were written.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde_saphyr::Spanned;

use crate::contract::contact::Contact;
use crate::contract::pack::{PackSelection, Packs};
use crate::guidance::compile::{WrittenExclusions, WrittenGroup};
use crate::guidance::file::CONTACTS;
use crate::guidance::source::{
    Action, Explanation, Extension, Gate, Ground, Header, NotCovered, Prohibition, Question,
    Situation, Statement, Withdrawn, Word,
};

/// One part of guidance and the file it stands in.
#[derive(Debug)]
pub(in crate::guidance) struct In<T> {
    pub(in crate::guidance) file: PathBuf,
    pub(in crate::guidance) part: T,
}

/// All parts of a body of guidance, as they were written.
#[derive(Debug, Default)]
pub(in crate::guidance) struct Parsed {
    /// The folders of the packs of which every file could be read.
    pub(in crate::guidance) folders: BTreeSet<PathBuf>,
    /// For each folder of a pack, the digest of its files.
    pub(in crate::guidance) digests: BTreeMap<PathBuf, String>,
    /// Nothing where they could not be read.
    pub(in crate::guidance) facts: Option<Vec<In<WrittenGroup>>>,
    pub(in crate::guidance) exclusions: Vec<In<WrittenExclusions>>,
    pub(in crate::guidance) headers: Vec<In<Spanned<Header>>>,
    /// The headers of the packs that were left out.
    pub(in crate::guidance) left_out: Vec<In<Spanned<Header>>>,
    pub(in crate::guidance) contacts: Vec<In<Spanned<Contact>>>,
    pub(in crate::guidance) withdrawn: Vec<In<Withdrawn>>,
    pub(in crate::guidance) statements: Vec<In<Statement>>,
    pub(in crate::guidance) situations: Vec<In<Situation>>,
    pub(in crate::guidance) gates: Vec<In<Gate>>,
    pub(in crate::guidance) prohibitions: Vec<In<Prohibition>>,
    pub(in crate::guidance) actions: Vec<In<Action>>,
    pub(in crate::guidance) questions: Vec<In<Question>>,
    pub(in crate::guidance) explanations: Vec<In<Explanation>>,
    pub(in crate::guidance) not_covered: Vec<In<NotCovered>>,
    pub(in crate::guidance) extends: Vec<In<Extension>>,
}

impl Parsed {
    /// Leaves out all packs but these.
    pub(super) fn keep(&mut self, packs: &Packs, selection: PackSelection) {
        let kept = |file: &Path| {
            let pack = packs.of(file);
            pack.is_some_and(|pack| selection.contains(pack))
        };
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
        self.extends.retain(|entry| kept(&entry.file));
    }

    /// The grounds of an item, each with its file: its own, and those that later packs give it (SEMANTICS 3.3).
    pub(in crate::guidance) fn grounds_of<'p>(
        &'p self,
        item: &Word,
        file: &'p Path,
        own: &'p [Ground],
    ) -> Vec<(&'p Path, &'p Ground)> {
        let own = own.iter().map(|ground| (file, ground));
        let further = self.extensions_of(item).flat_map(|entry| {
            let grounds = entry.part.grounds.iter();
            grounds.map(|ground| (&*entry.file, ground))
        });
        own.chain(further).collect()
    }

    /// The contacts of an item, each with the file that names it: likewise.
    pub(in crate::guidance) fn contacts_of<'p>(
        &'p self,
        item: &Word,
        file: &'p Path,
        own: &'p [Word],
    ) -> Vec<(&'p Path, &'p Word)> {
        let own = own.iter().map(|contact| (file, contact));
        let further = self.extensions_of(item).flat_map(|entry| {
            let contacts = entry.part.contacts.iter();
            contacts.map(|contact| (&*entry.file, contact))
        });
        own.chain(further).collect()
    }

    fn extensions_of(&self, item: &Word) -> impl Iterator<Item = &In<Extension>> {
        let id = item.value.clone();
        let extensions = self.extends.iter();
        extensions.filter(move |entry| entry.part.item.value == id)
    }

    /// Whether a pack addresses what an earlier one does not.
    pub(in crate::guidance) fn addresses(&self, gap: &Word) -> bool {
        let mut headers = self.headers.iter().map(|entry| &entry.part.value);
        headers.any(|header| header.addresses.iter().any(|word| word.value == gap.value))
    }

    /// The packs with their editions.
    pub(in crate::guidance) fn editions(&self) -> Vec<(&str, &str)> {
        let headers = self.headers.iter().map(|entry| &entry.part.value);
        headers
            .map(|header| (&*header.id.value, &*header.edition))
            .collect()
    }
}
