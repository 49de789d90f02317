//! What a proof is about: the sets of incidents, and what has been asked of it so far.

use std::rc::Rc;

use crate::facts::{FactSet, Vocabulary};
use crate::guidance::{Core, ItemId, StatementId};
use crate::index::IndexVec;
use crate::mdd::Node;
use crate::symbolic::{BeyondItems, CardSets, ControlSets, StatusSets, Symbolic, card, cited};

/// The sets of incidents, and which facts the invariant at hand concerns.
#[derive(Debug)]
pub(super) struct Subject<'g> {
    pub(super) symbolic: Symbolic<'g>,
    /// The rest of the answer, once an invariant has asked for it.
    beyond: Option<Rc<BeyondItems>>,
    /// For each statement, the incidents in whose answers it is cited, once that was asked for.
    cited: Option<IndexVec<StatementId, Node>>,
    /// The card and the controls, once that was asked for.
    first_minute: Option<Rc<FirstMinuteSets>>,
    /// The facts that what was looked at depends on.
    pub(super) concerned: FactSet,
    /// The names that the guidance does not have.
    pub(super) missing: Vec<String>,
    /// The most that was found of what the invariant at hand counts.
    pub(super) most: Option<usize>,
}

/// What is seen first.
#[derive(Debug)]
pub(super) struct FirstMinuteSets {
    pub(super) card: CardSets,
    pub(super) controls: ControlSets,
}

impl<'g> Subject<'g> {
    pub(super) fn new(symbolic: Symbolic<'g>) -> Self {
        Self {
            symbolic,
            beyond: None,
            cited: None,
            first_minute: None,
            concerned: FactSet::default(),
            missing: Vec::new(),
            most: None,
        }
    }

    /// What is asked, explained and not covered; drawn when it is first asked for.
    pub(super) fn beyond_items(&mut self) -> Rc<BeyondItems> {
        let symbolic = &mut self.symbolic;
        let drawn = self
            .beyond
            .get_or_insert_with(|| Rc::new(BeyondItems::of(symbolic)));
        drawn.clone()
    }

    /// The card and the controls; drawn when they are first asked for.
    pub(super) fn first_minute(&mut self) -> Rc<FirstMinuteSets> {
        let beyond = self.beyond_items();
        let symbolic = &mut self.symbolic;
        let drawn = self.first_minute.get_or_insert_with(|| {
            Rc::new(FirstMinuteSets {
                card: card(symbolic, &beyond),
                controls: ControlSets::of(symbolic, &beyond),
            })
        });
        drawn.clone()
    }

    /// The incidents in whose answers a statement is cited.
    pub(super) fn citing(&mut self, statement: StatementId) -> Node {
        let beyond = self.beyond_items();
        let symbolic = &mut self.symbolic;
        let cited = self.cited.get_or_insert_with(|| cited(symbolic, &beyond));
        cited[statement]
    }

    /// The facts that its guidance knows.
    pub(super) fn vocabulary(&self) -> &'g Vocabulary {
        self.symbolic.guidance.vocabulary()
    }

    /// Notes that the invariant concerns what this depends on.
    pub(super) fn concern(&mut self, node: Node) {
        let support = self.symbolic.evaluator.incidents.builder.support(node);
        self.concerned = self.concerned.union(support);
    }

    /// Notes that the guidance does not have that name, of which nothing is true then.
    pub(super) fn note_missing(&mut self, name: &str) -> Node {
        if !self.missing.iter().any(|missing| missing == name) {
            self.missing.push(name.to_owned());
        }
        Node::FALSE
    }

    /// The item of that id.
    pub(super) fn item(&self, id: &str) -> Option<ItemId> {
        let guidance = self.symbolic.guidance;
        let mut items = guidance.items();
        items.find(|item| guidance.core(*item).id == id)
    }

    /// The statuses of the item of that id.
    pub(super) fn status(&self, id: &str) -> Option<&StatusSets> {
        Some(self.status_of(self.item(id)?))
    }

    /// The statuses of an item.
    pub(super) fn status_of(&self, item: ItemId) -> &StatusSets {
        match item {
            ItemId::Prohibition(id) => &self.symbolic.prohibitions[id],
            ItemId::Action(id) => &self.symbolic.actions[id],
        }
    }

    /// Every item and its statuses, in the order of the guidance.
    pub(super) fn items(&self) -> impl Iterator<Item = (&'g Core, &StatusSets)> {
        let statuses = self
            .symbolic
            .prohibitions
            .iter()
            .chain(&self.symbolic.actions);
        self.symbolic.guidance.cores().zip(statuses)
    }

    /// For each ground of the item: the statements that it cites, and the incidents that show it.
    pub(super) fn grounds(&mut self, id: &str) -> Option<Vec<(&'g [StatementId], Node)>> {
        let (core, shown, bases) = {
            let (core, status) = self.items().find(|(core, _)| core.id == id)?;
            (core, status.shown, status.grounds.clone())
        };
        let builder = &mut self.symbolic.evaluator.incidents.builder;
        let grounds = self.symbolic.guidance.grounds_of(core).zip(bases);
        let grounds = grounds.map(|(ground, basis)| {
            let either = builder.or(basis.known, basis.not_ruled_out);
            (&*ground.cites, builder.and(either, shown))
        });
        Some(grounds.collect())
    }

    /// The statement of that id.
    pub(super) fn statement(&mut self, id: &str) -> Option<StatementId> {
        let mut citations = self.symbolic.guidance.citations.iter_enumerated();
        let found = citations.find(|(_, citation)| citation.id == id);
        if found.is_none() {
            self.note_missing(id);
        }
        found.map(|(id, _)| id)
    }
}
