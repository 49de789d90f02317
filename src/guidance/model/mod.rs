//! Guidance, loaded and checked: ids are types, conditions are compiled, words are ready.

mod card;
mod catalogue;
mod conditions;
mod ids;
mod items;
mod questions;
mod restricted;

use std::sync::Arc;

pub(crate) use self::card::{
    CompiledCard, CompiledControl, CompiledControlEntry, CompiledLine, CompiledSaying,
    CompiledVariant, Piece, words_of,
};
pub use self::catalogue::Catalogue;
#[cfg(feature = "authoring")]
pub(crate) use self::conditions::each_once;
pub(crate) use self::conditions::{
    CompiledAlternative, CompiledGate, CompiledGateCondition, CompiledPart, CompiledSituation,
    DerivedFact, DerivedTerm, any_of,
};
pub(crate) use self::ids::{
    ActionId, ContactId, ExplanationId, GapId, GateConditionId, GateId, GroundId, ItemId, LineId,
    ProhibitionId, QuestionId, RewordingId, SituationId, StatementId, TermId,
};
pub(crate) use self::items::{
    BasisWords, CompiledAction, CompiledCaution, CompiledEscalation, CompiledGround,
    CompiledProhibition, CompiledRewording, CompiledWhileOpen, Core,
};
pub(crate) use self::questions::{
    CompiledAskedFact, CompiledExplanation, CompiledNotCovered, CompiledQuestion,
};
use crate::contract::advice::{
    Call, Citation, Edition, NamedContact, PackReceipt, Reason, Strength,
};
use crate::contract::catalogue::{PackAssurance, ProvedPack};
use crate::contract::contact::Contact;
use crate::contract::pack::{PackSelection, Packs};
use crate::contract::prerendered::Prerendered;
use crate::facts::{AnswerSet, Vocabulary};
use crate::index::IndexVec;
use crate::mdd::{Condition, ConditionPart, Forest, KnownCondition};

/// A body of guidance: immutable, complete and consistent.
#[derive(Debug)]
pub struct Guidance {
    pub(crate) pack_names: Arc<Packs>,
    /// The packs that it is made of.
    pub(crate) selection: PackSelection,
    /// What fewer of its packs make: one for each selection of them, but for all, by its place.
    pub(crate) restricted: Vec<Arc<Guidance>>,
    pub(crate) vocabulary: Arc<Vocabulary>,
    pub(crate) derived: Vec<DerivedFact>,
    /// What derived facts ask to be known: this is evaluated first.
    pub(crate) known: Forest<KnownCondition>,
    pub(crate) forest: Forest<Condition>,
    /// The parts of the conditions that a trace tells: only a trace goes through this one.
    pub(crate) parts: Forest<ConditionPart>,
    pub(crate) editions: Vec<Prerendered<Edition>>,
    /// The packs by what tells them from any others.
    pub(crate) packs: Vec<ProvedPack>,
    /// The same as an answer names them.
    pub(crate) receipts: Vec<Prerendered<PackReceipt>>,
    /// The day that it is on (ISO 8601), where one was given.
    pub(crate) as_of: Option<String>,
    pub(crate) citations: IndexVec<StatementId, Prerendered<Citation>>,
    /// For each of these statements, how strongly it asks for something.
    #[cfg_attr(
        not(feature = "authoring"),
        expect(dead_code, reason = "only a proof asks for it")
    )]
    pub(crate) strengths: IndexVec<StatementId, Option<Strength>>,
    pub(crate) contacts: IndexVec<ContactId, Prerendered<Contact>>,
    /// For each contact, what an answer says of it.
    pub(crate) named_contacts: IndexVec<ContactId, Prerendered<NamedContact>>,
    /// For each contact, where it serves.
    pub(crate) serving: IndexVec<ContactId, Serving>,
    /// For each contact, what a line of the card offers of it.
    pub(crate) calls: IndexVec<ContactId, Option<Prerendered<Call>>>,
    /// Contacts that are named nowhere while something is known.
    pub(crate) not_named: Vec<NotNamed>,
    /// Why nothing is released while answers contradict each other.
    pub(crate) unsettled: Prerendered<Reason>,
    pub(crate) situations: IndexVec<SituationId, CompiledSituation>,
    pub(crate) gates: IndexVec<GateId, CompiledGate>,
    pub(crate) gate_conditions: IndexVec<GateConditionId, CompiledGateCondition>,
    pub(crate) grounds: IndexVec<GroundId, CompiledGround>,
    pub(crate) prohibitions: IndexVec<ProhibitionId, CompiledProhibition>,
    pub(crate) actions: IndexVec<ActionId, CompiledAction>,
    pub(crate) questions: IndexVec<QuestionId, CompiledQuestion>,
    pub(crate) explanations: IndexVec<ExplanationId, CompiledExplanation>,
    pub(crate) not_covered: IndexVec<GapId, CompiledNotCovered>,
    pub(crate) card: CompiledCard,
    pub(crate) coverage: Vec<Coverage>,
    pub(crate) catalogue: Catalogue,
}

/// A statement and the items that rest on it.
#[derive(Debug)]
pub struct Coverage {
    /// The statement.
    pub statement: String,
    /// The items, by id.
    pub items: Vec<String>,
}

/// Where a contact serves.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Serving {
    /// The answers that say where the child is, of all places that it serves.
    pub(crate) areas: AnswerSet,
    /// It serves every nation of the United Kingdom.
    pub(crate) everywhere: bool,
}

/// Contacts, and the condition while which they are named nowhere (SEMANTICS 12.8).
#[derive(Debug)]
pub(crate) struct NotNamed {
    pub(crate) when: Condition,
    pub(crate) contacts: Vec<ContactId>,
}

impl Serving {
    /// Whether the contact serves there; where that is not known, whether it serves everywhere (SEMANTICS 12.4).
    pub(crate) fn serves(self, area: Option<u8>) -> bool {
        match area {
            Some(area) => self.areas.contains(area),
            None => self.everywhere,
        }
    }
}

impl Guidance {
    /// The packs that a request can name.
    pub fn pack_names(&self) -> &Arc<Packs> {
        &self.pack_names
    }

    /// What can be stated about an incident.
    pub fn vocabulary(&self) -> &Arc<Vocabulary> {
        &self.vocabulary
    }

    /// Every item with a status: the prohibitions, and then the actions.
    pub(crate) fn items(&self) -> impl Iterator<Item = ItemId> + use<> {
        let prohibitions = self.prohibitions.ids().map(ItemId::Prohibition);
        prohibitions.chain(self.actions.ids().map(ItemId::Action))
    }

    /// What prohibitions and actions share, of one of them.
    pub(crate) fn core(&self, item: ItemId) -> &Core {
        match item {
            ItemId::Prohibition(id) => &self.prohibitions[id].core,
            ItemId::Action(id) => &self.actions[id].core,
        }
    }

    /// Every statement and the items that rest on it, in the order of the sources.
    pub fn coverage(&self) -> &[Coverage] {
        &self.coverage
    }

    /// Everything that an answer can be made of.
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// Every contact.
    pub fn contacts(&self) -> &[Prerendered<Contact>] {
        self.contacts.as_slice()
    }

    /// The packs, by their editions.
    pub fn editions(&self) -> &[Prerendered<Edition>] {
        &self.editions
    }

    /// What was proved of just these packs when they were released; nothing for any others.
    pub fn assurance(&self) -> Option<PackAssurance> {
        let released: PackAssurance =
            serde_json::from_str(include_str!("../assurance.json")).ok()?;
        (released.packs == self.packs).then_some(released)
    }

    /// The packs by what tells them from any others.
    pub fn packs(&self) -> &[ProvedPack] {
        &self.packs
    }

    /// How many nodes the compiled conditions have.
    pub fn diagram_nodes(&self) -> usize {
        self.forest.nodes().len()
    }
}

/// What only those who look at every incident at once ask for.
#[cfg(feature = "authoring")]
impl Guidance {
    /// What prohibitions and actions share, in the order of the guidance.
    pub(crate) fn cores(&self) -> impl Iterator<Item = &Core> {
        let prohibitions = self.prohibitions.iter().map(|one| &one.core);
        prohibitions.chain(self.actions.iter().map(|one| &one.core))
    }

    /// The grounds of an item, in the order of the guidance.
    pub(crate) fn grounds_of(&self, core: &Core) -> impl Iterator<Item = &CompiledGround> {
        core.grounds.iter().map(|ground| &self.grounds[*ground])
    }
}
