//! The packs of guidance that an answer can be made of.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, SeqAccess, Visitor};
use utoipa::openapi::schema::Object;

use super::closed_enum;

/// What an operator has added is a pack of this name. It speaks last.
pub const LOCAL: &str = "local";

/// The packs that there can be, in the order in which they speak: the one that no answer is made without, those
/// that follow, and what an operator has added.
#[derive(Debug)]
pub struct Packs(Vec<Pack>);

/// A pack by its name.
#[derive(Debug, Clone)]
pub struct Pack {
    /// Its id, which is the name of its folder.
    pub id: String,
    /// What it is, as a request is told.
    pub about: String,
}

/// A pack, by its place in the order in which they speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PackId(u8);

/// The packs that an answer is made of: the first, and any others. A pack that is not there adds nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PackSelection(u8);

impl Packs {
    /// The most packs that there can be beside what an operator adds: a selection is one number of so many bits.
    pub const MOST: usize = 7;

    /// These packs, in the order in which they speak, and what an operator has added.
    pub fn new(mut packs: Vec<Pack>) -> Self {
        packs.truncate(Self::MOST);
        packs.push(Pack {
            id: LOCAL.to_owned(),
            about: "what the operator of this service has added, where anything was".to_owned(),
        });
        Self(packs)
    }

    /// Every pack.
    pub fn all(&self) -> &[Pack] {
        &self.0
    }

    /// The pack that no answer is made without.
    #[expect(
        clippy::indexing_slicing,
        reason = "there is always one that an operator adds"
    )]
    pub fn first(&self) -> &Pack {
        &self.0[0]
    }

    /// The ids of the packs.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|pack| &*pack.id)
    }

    /// The pack of that id.
    pub fn named(&self, id: &str) -> Option<PackId> {
        let place = self.ids().position(|other| other == id)?;
        u8::try_from(place).ok().map(PackId)
    }

    /// The ids of the packs of a selection.
    pub fn selected(&self, selection: PackSelection) -> impl Iterator<Item = &str> {
        let ids = (0..).map(PackId).zip(self.ids());
        let selected = ids.filter(move |(pack, _)| selection.contains(*pack));
        selected.map(|(_, id)| id)
    }
}

impl PackSelection {
    /// The first pack alone.
    pub const FIRST: Self = Self(1);
    /// Every pack.
    pub const ALL: Self = Self(u8::MAX);

    /// The same, and this pack.
    #[must_use]
    pub fn with(self, pack: PackId) -> Self {
        Self(self.0 | 1 << pack.0)
    }

    /// Whether the pack is among them.
    pub fn contains(self, pack: PackId) -> bool {
        self.0 >> pack.0 & 1 == 1
    }

    /// Those that are among the others too.
    #[must_use]
    pub fn among(self, others: Self) -> Self {
        Self(self.0 & others.0)
    }

    /// Every selection of these packs, the first alone first and all of them last.
    pub fn selections(self) -> Vec<Self> {
        let every = 1..=self.0;
        every
            .map(Self)
            .filter(|one| one.contains(PackId(0)) && one.among(self) == *one)
            .collect()
    }

    /// The place that the selection has, as far as it goes, among every selection of these packs.
    pub fn place_among(self, packs: Self) -> usize {
        let others = (1..8).map(PackId).filter(|pack| packs.contains(*pack));
        let chosen = others.map(|pack| usize::from(self.contains(pack)));
        chosen.rev().fold(0, |place, bit| place << 1 | bit)
    }
}

/// Every pack, where nothing is said.
impl Default for PackSelection {
    fn default() -> Self {
        Self::ALL
    }
}

/// The first pack and these.
impl FromIterator<PackId> for PackSelection {
    fn from_iter<I: IntoIterator<Item = PackId>>(packs: I) -> Self {
        packs.into_iter().fold(Self::FIRST, Self::with)
    }
}

/// Reads a selection by the ids of the packs.
impl<'de> DeserializeSeed<'de> for &Packs {
    type Value = PackSelection;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<PackSelection, D::Error> {
        deserializer.deserialize_seq(PacksVisitor(self))
    }
}

struct PacksVisitor<'p>(&'p Packs);

impl<'de> Visitor<'de> for PacksVisitor<'_> {
    type Value = PackSelection;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list of packs")
    }

    // The message names no value: what a caller sends never reaches a text of ours.
    fn visit_seq<A: SeqAccess<'de>>(self, mut ids: A) -> Result<PackSelection, A::Error> {
        let mut selection = PackSelection::FIRST;
        while let Some(id) = ids.next_element::<String>()? {
            let pack = self.0.named(&id);
            let pack = pack.ok_or_else(|| A::Error::custom("unknown pack"))?;
            selection = selection.with(pack);
        }
        Ok(selection)
    }
}

/// The schema of a pack in a request.
pub(super) fn pack_schema(packs: &Packs) -> Object {
    let mut about = "A pack of guidance.".to_owned();
    for pack in packs.all() {
        about.extend([" `", &pack.id, "`: ", &pack.about, "."]);
    }
    closed_enum::schema(about, packs.ids())
}

#[cfg(test)]
mod tests {
    use super::{PackId, PackSelection};

    #[test]
    fn every_selection_has_its_place() {
        let packs: PackSelection = [1, 3, 6].map(PackId).into_iter().collect();
        let selections = packs.selections();
        assert_eq!(selections.len(), 8);
        assert_eq!(selections[0], PackSelection::FIRST);
        assert_eq!(selections[7], packs);
        for (place, selection) in selections.iter().enumerate() {
            assert_eq!(selection.place_among(packs), place);
            // Packs that are not there add nothing.
            assert_eq!(selection.with(PackId(2)).place_among(packs), place);
        }
        assert_eq!(PackSelection::ALL.place_among(packs), 7);
        assert_eq!(PackSelection::ALL.place_among(PackSelection::FIRST), 0);
        assert_eq!(PackSelection::ALL.selections().len(), 128);
    }
}
