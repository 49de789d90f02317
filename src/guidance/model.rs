//! Guidance, loaded and checked: ids are places, conditions are compiled, words are ready.

use std::sync::Arc;

use crate::contract::advice::{
    Actor, Basis, Caution as CautionWords, Citation, Edition, Ground as GroundWords, OpenFact,
    Protects, Reason, Scope, Situation as SituationWords, Strength, Term, Voice,
};
use crate::contract::catalogue::{Catalogue, PackAssurance, ProvedPack};
use crate::contract::contact::Contact;
use crate::contract::pack::{PackSelection, Packs};
use crate::contract::prerendered::{Prerendered, Text};
use crate::facts::{FactId, FactSet, Vocabulary};
use crate::mdd::{Condition, Forest};

/// A body of guidance: immutable, complete and consistent.
#[derive(Debug)]
pub struct Guidance {
    pub(crate) pack_names: Arc<Packs>,
    /// The packs that it is made of.
    pub(crate) selection: PackSelection,
    /// What fewer of its packs make: one for each selection of them, but for all, by its place.
    pub(crate) fewer: Vec<Arc<Guidance>>,
    pub(crate) vocabulary: Arc<Vocabulary>,
    pub(crate) forest: Forest,
    /// The parts of the conditions that a trace tells: only a trace goes through this one.
    pub(crate) parts: Forest,
    pub(crate) editions: Vec<Prerendered<Edition>>,
    /// The packs by what tells them from any others.
    pub(crate) packs: Vec<ProvedPack>,
    pub(crate) citations: Vec<Prerendered<Citation>>,
    /// For each of these statements, how strongly it asks for something.
    pub(crate) strengths: Vec<Option<Strength>>,
    pub(crate) contacts: Vec<Prerendered<Contact>>,
    /// For each place where the child can be, and last for an open one: which contacts serve there.
    pub(crate) serving: Vec<Vec<bool>>,
    pub(crate) facts: Vec<Prerendered<OpenFact>>,
    /// Why nothing is released while answers contradict each other.
    pub(crate) unsettled: Prerendered<Reason>,
    pub(crate) situations: Vec<Situation>,
    pub(crate) gates: Vec<Gate>,
    pub(crate) prohibitions: Vec<Prohibition>,
    pub(crate) actions: Vec<Action>,
    pub(crate) questions: Vec<Question>,
    pub(crate) explanations: Vec<Explanation>,
    pub(crate) not_covered: Vec<NotCovered>,
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

#[derive(Debug)]
pub(crate) struct Situation {
    pub(crate) when: Condition,
    pub(crate) parts: Vec<Part>,
    pub(crate) words: Prerendered<SituationWords>,
    pub(crate) cites: Vec<usize>,
}

/// A part of a condition as it is written, for a trace.
#[derive(Debug)]
pub(crate) struct Part {
    /// A condition of the forest of parts, and of no other.
    pub(crate) when: Condition,
    pub(crate) depth: usize,
    pub(crate) term: Term,
    pub(crate) name: Option<String>,
    pub(crate) answers: Vec<String>,
    pub(crate) says: Text,
}

#[derive(Debug)]
pub(crate) struct Gate {
    pub(crate) id: String,
    /// All of its conditions: a condition of the forest of parts.
    pub(crate) open: Condition,
    pub(crate) until: Text,
    pub(crate) release_hint: Text,
    pub(crate) conditions: Vec<GateCondition>,
}

#[derive(Debug)]
pub(crate) struct GateCondition {
    pub(crate) when: Condition,
    pub(crate) parts: Vec<Part>,
    pub(crate) not_known: Prerendered<Reason>,
    pub(crate) refuted: Prerendered<Reason>,
    pub(crate) cites: Vec<usize>,
}

/// What the two kinds of item that have a status share.
#[derive(Debug)]
pub(crate) struct Core {
    pub(crate) id: String,
    pub(crate) title: Text,
    pub(crate) detail: Option<Text>,
    /// The OR of the grounds of an incident.
    pub(crate) trigger: Condition,
    /// The OR of the grounds of prevention.
    pub(crate) prevention: Condition,
    pub(crate) lifted: Condition,
    /// The parts of what lifts the item, where anything does.
    pub(crate) lifted_parts: Option<Vec<Part>>,
    /// What the item comes to once everything is known.
    pub(crate) settled: Condition,
    pub(crate) grounds: Vec<Ground>,
    pub(crate) contacts: Vec<usize>,
}

#[derive(Debug)]
pub(crate) struct Ground {
    pub(crate) when: Condition,
    pub(crate) parts: Vec<Part>,
    pub(crate) scope: Scope,
    pub(crate) known: Spoken,
    pub(crate) not_ruled_out: Spoken,
    pub(crate) cites: Vec<usize>,
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
    pub(crate) cites: Vec<usize>,
}

#[derive(Debug)]
pub(crate) struct Action {
    pub(crate) core: Core,
    pub(crate) actor: Actor,
    pub(crate) protective: bool,
    pub(crate) gate: Option<usize>,
    /// The prohibitions that hold it back while they are in force.
    pub(crate) held_by: Vec<usize>,
    pub(crate) rewordings: Vec<Rewording>,
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
    pub(crate) facts: Vec<FactId>,
    pub(crate) fact_set: FactSet,
    pub(crate) citations: Vec<String>,
    pub(crate) cites: Vec<usize>,
    pub(crate) voice: Voice,
}

#[derive(Debug)]
pub(crate) struct Explanation {
    pub(crate) id: String,
    pub(crate) title: Text,
    pub(crate) detail: Option<Text>,
    pub(crate) scope: Scope,
    pub(crate) when: Condition,
    pub(crate) explains: Vec<Item>,
    pub(crate) citations: Vec<String>,
    pub(crate) cites: Vec<usize>,
    pub(crate) voice: Voice,
    pub(crate) note: Option<Text>,
}

/// An item with a status, by its kind and place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Item {
    Prohibition(usize),
    Action(usize),
}

#[derive(Debug)]
pub(crate) struct NotCovered {
    pub(crate) id: String,
    pub(crate) title: Text,
    pub(crate) detail: Option<Text>,
    pub(crate) scope: Scope,
    pub(crate) when: Condition,
    pub(crate) contacts: Vec<usize>,
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
        &self.contacts
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
