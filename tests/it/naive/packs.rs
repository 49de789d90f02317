//! Packs put together: a body of guidance, as an answer is made of it.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use super::condition::Condition;
use super::pack::{Contact, Extension, Gap, Item, Pack};
use super::written_sources::Header;
use crate::bad_packs::shipped;

/// What an operator adds comes last.
const LOCAL: &str = "local";

/// The files of guidance: the path of each, and its text.
type Files = [(PathBuf, String)];

/// The guidance that the program carries, read from its folders.
pub(super) static ALL: LazyLock<Pack> = LazyLock::new(|| Pack::all(&shipped()));

/// The first pack of it alone.
pub(super) static FIRST: LazyLock<Pack> = LazyLock::new(|| Pack::first(&shipped()));

impl Pack {
    /// All packs of some files.
    pub(super) fn all(files: &Files) -> Self {
        Self::of(files, |_| true)
    }

    /// The first pack of some files alone.
    pub(super) fn first(files: &Files) -> Self {
        Self::of(files, |place| place == 0)
    }

    /// The packs of that choice, in the one order of all packs: SEMANTICS 3.1.
    fn of(files: &Files, chosen: impl Fn(usize) -> bool) -> Self {
        let shared = Self::of_folder(files, "");
        let mut all = Self::default();
        let (mut further, mut addressed, mut left_out) = (Vec::new(), Vec::new(), Vec::new());
        let names = shared.packs.iter().map(|listed| listed.id.as_str());
        for (place, name) in names.chain([LOCAL]).enumerate() {
            let mut pack = Self::of_folder(files, name);
            let Some(header) = pack.header.take() else {
                continue;
            };
            if !chosen(place) {
                left_out.extend(Gap::left_out(&header));
                continue;
            }
            pack.speak_with(&header.voice);
            for statement in &mut pack.statements {
                statement.rest_on(&header.sources);
            }
            for contact in &mut pack.contacts {
                contact.local = name == LOCAL;
            }
            further.append(&mut pack.extends);
            addressed.extend(header.addresses.clone());
            all.editions.push(header);
            all.append(pack);
        }
        all.contacts.extend(shared.contacts);
        all.not_named.extend(shared.not_named);
        all.extend_items(further);
        all.put_before();
        // SEMANTICS 3.5, 3.6.
        all.not_covered.retain(|gap| !addressed.contains(&gap.id));
        all.not_covered.extend(left_out);
        // SEMANTICS 3.8.
        all.prohibitions.retain(|item| item.retired.is_none());
        all.actions.retain(|item| item.retired.is_none());
        all.questions.retain(|item| item.retired.is_none());
        all.explanations.retain(|item| item.retired.is_none());
        all
    }

    /// SEMANTICS 3.7.
    fn speak_with(&mut self, voice: &str) {
        let own = self.prohibitions.iter_mut().chain(&mut self.actions);
        let own = own.flat_map(|item| &mut item.grounds);
        let others = self.extends.iter_mut();
        let others = others.flat_map(|more| &mut more.grounds);
        let mut voices = Vec::new();
        for ground in own.chain(others) {
            // SEMANTICS 7.2.
            ground.not_ruled_out = format!("Not ruled out: {}", ground.because);
            voices.push(&mut ground.voice);
        }
        voices.extend(self.questions.iter_mut().map(|one| &mut one.voice));
        voices.extend(self.explanations.iter_mut().map(|one| &mut one.voice));
        for unnamed in voices.into_iter().filter(|voice| voice.is_empty()) {
            voice.clone_into(unnamed);
        }
    }

    /// SEMANTICS 3.3.
    fn extend_items(&mut self, further: Vec<Extension>) {
        for more in further {
            let mut items = self.prohibitions.iter_mut().chain(&mut self.actions);
            let item = items.find(|item| item.id == more.item).unwrap();
            item.grounds.extend(more.grounds);
            item.contacts.extend(more.contacts);
        }
    }

    /// SEMANTICS 3.4.
    fn put_before(&mut self) {
        for place in 0..self.actions.len() {
            let moved = self.actions.remove(place);
            let named = |other: &Item| Some(&other.id) == moved.before.as_ref();
            let found = self.actions.iter().position(named).unwrap_or(place);
            self.actions.insert(found, moved);
        }
    }

    /// The files of a folder by name: SEMANTICS 3.2.
    fn of_folder(files: &Files, folder: &str) -> Self {
        let inside = |(path, _): &&(PathBuf, String)| path.parent() == Some(Path::new(folder));
        let mut inside: Vec<_> = files.iter().filter(inside).collect();
        inside.sort();
        let mut pack = Self::default();
        for (_, text) in inside {
            let more: Self = serde_saphyr::from_str(text).unwrap();
            pack.append(more);
        }
        pack
    }

    fn append(&mut self, more: Self) {
        self.header = self.header.take().or(more.header);
        self.packs.extend(more.packs);
        self.contacts.extend(more.contacts);
        self.not_named.extend(more.not_named);
        self.statements.extend(more.statements);
        self.situations.extend(more.situations);
        self.gates.extend(more.gates);
        self.prohibitions.extend(more.prohibitions);
        self.actions.extend(more.actions);
        self.questions.extend(more.questions);
        self.explanations.extend(more.explanations);
        self.not_covered.extend(more.not_covered);
        self.extends.extend(more.extends);
        // SEMANTICS 16.2, 16.6, 17.1: of a later pack counts what has the same name.
        let newer = |id: &String, others: Vec<&String>| others.contains(&id);
        self.terms
            .retain(|one| !newer(&one.id, more.terms.iter().map(|it| &it.id).collect()));
        self.lines
            .retain(|one| !newer(&one.id, more.lines.iter().map(|it| &it.id).collect()));
        self.controls
            .retain(|one| !newer(&one.id, more.controls.iter().map(|it| &it.id).collect()));
        self.terms.extend(more.terms);
        self.lines.extend(more.lines);
        self.controls.extend(more.controls);
    }

    /// The contacts that are named where these stand, whomever they serve: SEMANTICS 12.5.
    pub(super) fn named<'p>(
        &'p self,
        contacts: &'p [String],
        can_be_named: impl Fn(&Contact) -> bool,
    ) -> Vec<&'p Contact> {
        let mut named = Vec::new();
        for id in contacts {
            let role = self.contacts.iter().find(|contact| contact.id == *id);
            let role = role.expect("a contact");
            if can_be_named(role) {
                let filling = |contact: &&Contact| contact.fills.as_ref() == Some(id);
                let filling = self.contacts.iter().filter(filling);
                named.push(role);
                named.extend(filling.filter(|contact| can_be_named(contact)));
            }
        }
        named
    }
}

impl Contact {
    /// Whether it has a number or an address: SEMANTICS 16.14.
    pub(super) fn can_be_called(&self) -> bool {
        let mut services = self.service.iter();
        services.any(|service| service.url.is_some() || !service.phones.is_empty())
    }

    pub(super) fn serves(&self, area: &str) -> bool {
        let mut serving = self.service.iter().chain(&self.role);
        serving.any(|one| one.service_areas.iter().any(|served| served == area))
    }
}

impl Gap {
    fn left_out(pack: &Header) -> [Self; 2] {
        let says = pack.left_out.as_ref().expect("what it says left out");
        ["incident", "prevention"].map(|scope| Self {
            id: format!("without_{}", pack.id),
            title: says.title.clone(),
            detail: Some(says.detail.clone()),
            scope: scope.to_owned(),
            when: Condition::default(),
            contacts: Vec::new(),
        })
    }
}
