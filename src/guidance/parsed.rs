//! All parts of a body of guidance, as they were written.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde_saphyr::Spanned;

use super::file::CONTACTS;
use super::pack_schema::{
    Word, WrittenAction, WrittenControl, WrittenExclusions, WrittenExplanation, WrittenExtension,
    WrittenGate, WrittenGround, WrittenGroup, WrittenHeader, WrittenLine, WrittenNotCovered,
    WrittenNotNamed, WrittenProhibition, WrittenQuestion, WrittenSituation, WrittenStatement,
    WrittenTermWords, WrittenWithdrawal,
};
use crate::contract::catalogue::Retired;
use crate::contract::contact::Contact;
use crate::contract::pack::{PackSelection, Packs};

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
    /// Nothing where they could not be read.
    pub(super) facts: Option<Vec<In<WrittenGroup>>>,
    pub(super) exclusions: Vec<In<WrittenExclusions>>,
    pub(super) headers: Vec<In<Spanned<WrittenHeader>>>,
    /// The headers of the packs that were left out.
    pub(super) left_out: Vec<In<Spanned<WrittenHeader>>>,
    pub(super) contacts: Vec<In<Spanned<Contact>>>,
    pub(super) not_named: Vec<In<WrittenNotNamed>>,
    pub(super) withdrawn: Vec<In<WrittenWithdrawal>>,
    pub(super) statements: Vec<In<WrittenStatement>>,
    pub(super) situations: Vec<In<WrittenSituation>>,
    pub(super) gates: Vec<In<WrittenGate>>,
    pub(super) prohibitions: Vec<In<WrittenProhibition>>,
    pub(super) actions: Vec<In<WrittenAction>>,
    pub(super) questions: Vec<In<WrittenQuestion>>,
    pub(super) explanations: Vec<In<WrittenExplanation>>,
    pub(super) not_covered: Vec<In<WrittenNotCovered>>,
    pub(super) extends: Vec<In<WrittenExtension>>,
    pub(super) terms: Vec<In<WrittenTermWords>>,
    pub(super) lines: Vec<In<WrittenLine>>,
    pub(super) controls: Vec<In<WrittenControl>>,
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
        self.not_named
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
        self.terms.retain(|entry| kept(&entry.file));
        self.lines.retain(|entry| kept(&entry.file));
        self.controls.retain(|entry| kept(&entry.file));
    }

    /// The grounds of an item, each with its file: its own, and those that later packs give it (SEMANTICS 3.3).
    pub(super) fn grounds_of<'p>(
        &'p self,
        item: &Word,
        file: &'p Path,
        own: &'p [WrittenGround],
    ) -> Vec<(&'p Path, &'p WrittenGround)> {
        let own = own.iter().map(|ground| (file, ground));
        let further = self.extensions_of(item).flat_map(|entry| {
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
        let further = self.extensions_of(item).flat_map(|entry| {
            let contacts = entry.part.contacts.iter();
            contacts.map(|contact| (&*entry.file, contact))
        });
        own.chain(further).collect()
    }

    fn extensions_of(&self, item: &Word) -> impl Iterator<Item = &In<WrittenExtension>> {
        let id = item.value.clone();
        let extensions = self.extends.iter();
        extensions.filter(move |entry| entry.part.item.value == id)
    }

    /// Whether a pack addresses what an earlier one does not.
    pub(super) fn addresses(&self, gap: &Word) -> bool {
        let mut headers = self.headers.iter().map(|entry| &entry.part.value);
        headers.any(|header| header.addresses.iter().any(|word| word.value == gap.value))
    }

    /// The packs with their editions.
    pub(super) fn editions(&self) -> Vec<(&str, &str)> {
        let headers = self.headers.iter().map(|entry| &entry.part.value);
        headers
            .map(|header| (&*header.id.value, &*header.edition))
            .collect()
    }

    /// What is retired, taken out of what is given (SEMANTICS 3.8).
    pub(super) fn take_retired(&mut self) -> Self {
        Self {
            prohibitions: take(&mut self.prohibitions, |part: &WrittenProhibition| {
                part.retired.is_some()
            }),
            actions: take(&mut self.actions, |part: &WrittenAction| {
                part.retired.is_some()
            }),
            questions: take(&mut self.questions, |part: &WrittenQuestion| {
                part.retired.is_some()
            }),
            explanations: take(&mut self.explanations, |part: &WrittenExplanation| {
                part.retired.is_some()
            }),
            ..Self::default()
        }
    }

    /// The id of every item, with its file and whether it is retired.
    pub(super) fn ids(&self) -> impl Iterator<Item = (&Path, &Word, Option<&Retired>)> {
        let prohibitions = self.prohibitions.iter();
        let actions = self.actions.iter();
        let questions = self.questions.iter();
        let explanations = self.explanations.iter();
        prohibitions
            .map(|In { file, part }| (&**file, &part.id, part.retired.as_ref()))
            .chain(actions.map(|In { file, part }| (&**file, &part.id, part.retired.as_ref())))
            .chain(questions.map(|In { file, part }| (&**file, &part.id, part.retired.as_ref())))
            .chain(explanations.map(|In { file, part }| (&**file, &part.id, part.retired.as_ref())))
    }
}

/// Takes from the list what is retired.
fn take<T>(list: &mut Vec<In<T>>, retired: impl Fn(&T) -> bool) -> Vec<In<T>> {
    let all = std::mem::take(list);
    let (gone, kept) = all.into_iter().partition(|entry| retired(&entry.part));
    *list = kept;
    gone
}
