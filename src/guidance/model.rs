//! Guidance, loaded and checked: ids are types, conditions are compiled, words are ready.

use std::sync::Arc;

use crate::contract::advice::{
    Actor, Basis, Caution as CautionWords, Citation, Edition, Ground as GroundWords, OpenFact,
    Protects, Reason, Scope, Situation as SituationWords, Strength, Term, Voice,
};
use crate::contract::catalogue::{Catalogue, PackAssurance, ProvedPack};
use crate::contract::contact::Contact;
use crate::contract::pack::{PackSelection, Packs};
use crate::contract::prerendered::{Prerendered, Text};
use crate::facts::{AnswerSet, FactId, FactSet, Vocabulary};
use crate::index::{IndexVec, typed_id};

typed_id! {
    /// A statement of a source.
    StatementId
    /// A service or a role to turn to.
    ContactId
    /// A situation.
    SituationId
    /// A gate.
    GateId
    /// A condition of a gate.
    GateConditionId
    /// A ground of an item.
    GroundId
    /// A prohibition.
    ProhibitionId
    /// An action.
    ActionId
    /// A rewording, among those of its action.
    RewordingId
    /// A question.
    QuestionId
    /// An explanation.
    ExplanationId
    /// Something that is not covered.
    GapId
}
use crate::mdd::{Condition, ConditionPart, Forest};

/// A body of guidance: immutable, complete and consistent.
#[derive(Debug)]
pub struct Guidance {
    pub(crate) pack_names: Arc<Packs>,
    /// The packs that it is made of.
    pub(crate) selection: PackSelection,
    /// What fewer of its packs make: one for each selection of them, but for all, by its place.
    pub(crate) fewer: Vec<Arc<Guidance>>,
    pub(crate) vocabulary: Arc<Vocabulary>,
    pub(crate) forest: Forest<Condition>,
    /// The parts of the conditions that a trace tells: only a trace goes through this one.
    pub(crate) parts: Forest<ConditionPart>,
    pub(crate) editions: Vec<Prerendered<Edition>>,
    /// The packs by what tells them from any others.
    pub(crate) packs: Vec<ProvedPack>,
    pub(crate) citations: IndexVec<StatementId, Prerendered<Citation>>,
    /// For each of these statements, how strongly it asks for something.
    pub(crate) strengths: IndexVec<StatementId, Option<Strength>>,
    pub(crate) contacts: IndexVec<ContactId, Prerendered<Contact>>,
    /// For each contact, where it serves.
    pub(crate) serving: IndexVec<ContactId, Serving>,
    /// Why nothing is released while answers contradict each other.
    pub(crate) unsettled: Prerendered<Reason>,
    pub(crate) situations: IndexVec<SituationId, Situation>,
    pub(crate) gates: IndexVec<GateId, Gate>,
    pub(crate) gate_conditions: IndexVec<GateConditionId, GateCondition>,
    pub(crate) grounds: IndexVec<GroundId, Ground>,
    pub(crate) prohibitions: IndexVec<ProhibitionId, Prohibition>,
    pub(crate) actions: IndexVec<ActionId, Action>,
    pub(crate) questions: IndexVec<QuestionId, Question>,
    pub(crate) explanations: IndexVec<ExplanationId, Explanation>,
    pub(crate) not_covered: IndexVec<GapId, NotCovered>,
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

#[derive(Debug)]
pub(crate) struct Situation {
    pub(crate) when: Condition,
    pub(crate) parts: Vec<Part>,
    pub(crate) words: Prerendered<SituationWords>,
    pub(crate) cites: Vec<StatementId>,
}

/// A part of a condition as it is written, for a trace.
#[derive(Debug)]
pub(crate) struct Part {
    pub(crate) when: ConditionPart,
    pub(crate) depth: usize,
    pub(crate) term: Term,
    pub(crate) name: Option<String>,
    pub(crate) answers: Vec<String>,
    pub(crate) says: Text,
}

#[derive(Debug)]
pub(crate) struct Gate {
    pub(crate) id: String,
    /// All of its conditions.
    pub(crate) open: ConditionPart,
    pub(crate) until: Text,
    pub(crate) release_hint: Text,
    pub(crate) conditions: Vec<GateConditionId>,
}

#[derive(Debug)]
pub(crate) struct GateCondition {
    pub(crate) when: Condition,
    pub(crate) parts: Vec<Part>,
    pub(crate) not_known: Prerendered<Reason>,
    pub(crate) refuted: Prerendered<Reason>,
    pub(crate) cites: Vec<StatementId>,
}

/// What the two kinds of item that have a status share.
#[derive(Debug)]
pub(crate) struct Core {
    pub(crate) id: String,
    pub(crate) title: Text,
    pub(crate) detail: Option<Text>,
    /// What is not ruled out counts: of every prohibition, and of an action that says so.
    pub(crate) protective: bool,
    /// The OR of the grounds of an incident.
    pub(crate) trigger: Condition,
    /// The OR of the grounds of prevention.
    pub(crate) prevention: Condition,
    pub(crate) lifted: Condition,
    /// The parts of what lifts the item, where anything does.
    pub(crate) lifted_parts: Option<Vec<Part>>,
    /// What the item comes to once everything is known.
    pub(crate) settled: Condition,
    /// In file order, those that later packs give it last.
    pub(crate) grounds: Vec<GroundId>,
    pub(crate) contacts: Vec<ContactId>,
}

#[derive(Debug)]
pub(crate) struct Ground {
    pub(crate) when: Condition,
    pub(crate) parts: Vec<Part>,
    pub(crate) scope: Scope,
    /// Its item is protective.
    pub(crate) protective: bool,
    pub(crate) known: Spoken,
    pub(crate) not_ruled_out: Spoken,
    pub(crate) cites: Vec<StatementId>,
}

/// The words of a ground on one basis: for the item itself, and for what it holds back.
#[derive(Debug)]
pub(crate) struct Spoken {
    pub(crate) ground: Prerendered<GroundWords>,
    pub(crate) reason: Prerendered<Reason>,
}

#[derive(Debug)]
pub(crate) struct Prohibition {
    pub(crate) core: Core,
    pub(crate) protects: Protects,
    pub(crate) lifted_says: Option<Text>,
    pub(crate) holds_back: Vec<String>,
    pub(crate) release_hint: Option<Text>,
    pub(crate) caution: Option<Caution>,
}

#[derive(Debug)]
pub(crate) struct Caution {
    pub(crate) words: Prerendered<CautionWords>,
    pub(crate) cites: Vec<StatementId>,
}

#[derive(Debug)]
pub(crate) struct Action {
    pub(crate) core: Core,
    pub(crate) actor: Actor,
    pub(crate) gate: Option<GateId>,
    /// The prohibitions that hold it back while they are in force.
    pub(crate) held_by: Vec<ProhibitionId>,
    pub(crate) rewordings: IndexVec<RewordingId, Rewording>,
    pub(crate) escalates_when: Option<Escalation>,
}

#[derive(Debug)]
pub(crate) struct Rewording {
    pub(crate) once: Condition,
    pub(crate) title: Text,
    pub(crate) detail: Option<Text>,
}

#[derive(Debug)]
pub(crate) struct Escalation {
    pub(crate) once: Condition,
    pub(crate) release_hint: Text,
}

#[derive(Debug)]
pub(crate) struct Question {
    pub(crate) id: String,
    pub(crate) title: Text,
    pub(crate) detail: Option<Text>,
    pub(crate) when: Option<Condition>,
    pub(crate) first: bool,
    pub(crate) until_answered: bool,
    pub(crate) facts: Vec<AskedFact>,
    pub(crate) fact_set: FactSet,
    pub(crate) citations: Vec<String>,
    pub(crate) cites: Vec<StatementId>,
    pub(crate) voice: Voice,
}

/// A fact that a question asks for.
#[derive(Debug)]
pub(crate) struct AskedFact {
    pub(crate) fact: FactId,
    pub(crate) words: Prerendered<OpenFact>,
}

#[derive(Debug)]
pub(crate) struct Explanation {
    pub(crate) id: String,
    pub(crate) title: Text,
    pub(crate) detail: Option<Text>,
    pub(crate) scope: Scope,
    pub(crate) when: Condition,
    pub(crate) explains: Vec<ItemId>,
    pub(crate) citations: Vec<String>,
    pub(crate) cites: Vec<StatementId>,
    pub(crate) voice: Voice,
    pub(crate) note: Option<Text>,
}

/// An item with a status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ItemId {
    Prohibition(ProhibitionId),
    Action(ActionId),
}

#[derive(Debug)]
pub(crate) struct NotCovered {
    pub(crate) id: String,
    pub(crate) title: Text,
    pub(crate) detail: Option<Text>,
    pub(crate) scope: Scope,
    pub(crate) when: Condition,
    pub(crate) contacts: Vec<ContactId>,
}

impl Core {
    /// What triggers the item in an answer of that kind, if anything can.
    pub(crate) fn trigger_in(&self, scope: Scope) -> Option<Condition> {
        match scope {
            Scope::Incident => Some(self.trigger),
            Scope::Prevention => Some(self.prevention),
            Scope::OutOfScope => None,
        }
    }
}

impl Ground {
    /// The ground's words on that basis.
    pub(crate) fn words(&self, basis: Basis) -> &Spoken {
        match basis {
            Basis::Known => &self.known,
            Basis::NotRuledOut => &self.not_ruled_out,
        }
    }
}

impl Guidance {
    /// What prohibitions and actions share, in the order of the guidance.
    pub(crate) fn cores(&self) -> impl Iterator<Item = &Core> {
        let prohibitions = self.prohibitions.iter().map(|one| &one.core);
        prohibitions.chain(self.actions.iter().map(|one| &one.core))
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

    /// The grounds of an item, in the order of the guidance.
    pub(crate) fn grounds_of(&self, core: &Core) -> impl Iterator<Item = &Ground> {
        core.grounds.iter().map(|ground| &self.grounds[*ground])
    }

    /// The conditions of a gate.
    pub(crate) fn conditions_of(&self, gate: &Gate) -> impl Iterator<Item = &GateCondition> {
        let conditions = gate.conditions.iter();
        conditions.map(|id| &self.gate_conditions[*id])
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
        let released: PackAssurance = serde_json::from_str(include_str!("assurance.json")).ok()?;
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
