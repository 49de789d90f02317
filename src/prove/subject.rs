//! What a proof is about: an atlas, and what has been asked of it so far.

use crate::atlas::{Atlas, Standing};
use crate::facts::{FactSet, Vocabulary};
use crate::guidance::diagram::Node;
use crate::guidance::{Core, Item};

/// An atlas, and which of its facts the invariant at hand concerns.
#[derive(Debug)]
pub(super) struct Subject<'g> {
    pub(super) atlas: Atlas<'g>,
    /// The facts that what was looked at depends on.
    pub(super) concerned: FactSet,
    /// The names that the guidance does not have.
    pub(super) missing: Vec<String>,
}

impl<'g> Subject<'g> {
    pub(super) fn new(atlas: Atlas<'g>) -> Self {
        Self {
            atlas,
            concerned: FactSet::default(),
            missing: Vec::new(),
        }
    }

    /// The facts that its guidance knows.
    pub(super) fn vocabulary(&self) -> &'g Vocabulary {
        self.atlas.guidance.vocabulary()
    }

    /// Notes that the invariant concerns what this depends on.
    pub(super) fn concern(&mut self, node: Node) {
        let support = self.atlas.judge.incidents.builder.support(node);
        self.concerned = self.concerned.union(support);
    }

    /// Notes that the guidance does not have that name, of which nothing is true then.
    pub(super) fn misses(&mut self, name: &str) -> Node {
        if !self.missing.iter().any(|missing| missing == name) {
            self.missing.push(name.to_owned());
        }
        Node::FALSE
    }

    /// The item of that id.
    pub(super) fn item(&self, id: &str) -> Option<Item> {
        let guidance = self.atlas.guidance;
        let prohibitions = guidance.prohibitions.iter().map(|one| &one.core);
        let actions = guidance.actions.iter().map(|one| &one.core);
        let named = |core: &Core| core.id == id;
        let prohibition = prohibitions.clone().position(named);
        let action = || actions.clone().position(named).map(Item::Action);
        prohibition.map(Item::Prohibition).or_else(action)
    }

    /// Where the item of that id stands.
    pub(super) fn standing(&self, id: &str) -> Option<&Standing> {
        match self.item(id)? {
            Item::Prohibition(place) => self.atlas.prohibitions.get(place),
            Item::Action(place) => self.atlas.actions.get(place),
        }
    }

    /// Every item and where it stands, in the order of the guidance.
    pub(super) fn items(&self) -> impl Iterator<Item = (&'g Core, &Standing)> {
        let standings = self.atlas.prohibitions.iter().chain(&self.atlas.actions);
        self.atlas.guidance.cores().zip(standings)
    }

    /// For each ground of the item: the statements that it cites, and the incidents that show it.
    pub(super) fn grounds(&mut self, id: &str) -> Option<Vec<(&'g [usize], Node)>> {
        let (core, shown, bases) = {
            let (core, standing) = self.items().find(|(core, _)| core.id == id)?;
            (core, standing.shown, standing.grounds.clone())
        };
        let builder = &mut self.atlas.judge.incidents.builder;
        let grounds = core.grounds.iter().zip(bases).map(|(ground, basis)| {
            let either = builder.or(basis.known, basis.not_ruled_out);
            (&*ground.cites, builder.and(either, shown))
        });
        Some(grounds.collect())
    }

    /// The place of the statement of that id.
    pub(super) fn statement(&mut self, id: &str) -> Option<usize> {
        let mut citations = self.atlas.guidance.citations.iter();
        let place = citations.position(|citation| citation.id == id);
        if place.is_none() {
            self.misses(id);
        }
        place
    }
}
