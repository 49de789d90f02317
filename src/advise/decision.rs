//! What is decided of one incident, as plain data: everything that is rendered is read from here.

use std::borrow::Cow;

use super::interpret::Interpreted;
use crate::contract::advice::{
    Actor, Basis, Completeness, ControlName, ControlState, Danger, ItemStatus, Outcome, Scope,
    UrgencyLevel, Voice, Who,
};
use crate::contract::catalogue::Slot;
use crate::facts::{FactId, FactSet};
use crate::few::Few;
use crate::guidance::{
    ActionId, ContactId, Core, ExplanationId, GapId, GateConditionId, GateId, GroundId, Guidance,
    ItemId, LineId, ProhibitionId, QuestionId, RewordingId, SituationId,
};
use crate::index::IndexVec;

/// What is decided of one incident by one body of guidance.
#[derive(Debug)]
pub(super) struct Decision<'g> {
    pub(super) guidance: &'g Guidance,
    /// The stated facts, interpreted.
    pub(super) facts: Interpreted<'g>,
    pub(super) scope: Scope,
    /// For each situation, what its condition comes to.
    pub(super) situations: IndexVec<SituationId, Outcome>,
    /// For each condition of a gate, what it comes to.
    pub(super) gate_conditions: IndexVec<GateConditionId, Outcome>,
    pub(super) gates: IndexVec<GateId, DecidedGate>,
    pub(super) grounds: IndexVec<GroundId, DecidedGround>,
    pub(super) prohibitions: IndexVec<ProhibitionId, DecidedProhibition>,
    pub(super) actions: IndexVec<ActionId, DecidedAction>,
    /// The actions that are not absent, in the order of the answer.
    pub(super) ranking: Vec<ActionId>,
    /// What is asked, in the order of the answer.
    pub(super) questions: Vec<DecidedQuestion>,
    pub(super) explanations: Vec<DecidedExplanation>,
    /// What is not covered.
    pub(super) gaps: Vec<GapId>,
    /// Which contacts are named.
    pub(super) naming: Naming,
    pub(super) completeness: Completeness,
}

/// What is seen first. It is decided apart: only an answer has one.
#[derive(Debug)]
pub(super) struct FirstMinute<'g> {
    pub(super) card: DecidedCard<'g>,
    pub(super) controls: Vec<DecidedControl>,
}

/// Which contacts are named (SEMANTICS 12.4, 12.8).
#[derive(Debug, Clone)]
pub(super) struct Naming {
    /// Where the child is, if that is known.
    pub(super) area: Option<u8>,
    /// Those that are named nowhere.
    pub(super) not_named: Vec<ContactId>,
}

/// What is decided of a gate.
#[derive(Debug)]
pub(super) struct DecidedGate {
    pub(super) open: bool,
    /// For each alternative, whether what may still change can make its conditions hold.
    pub(super) in_reach: Few<bool>,
}

/// What is decided of a ground.
#[derive(Debug, Clone, Copy)]
pub(super) struct DecidedGround {
    /// What it comes to. Where it does not count it is refuted.
    pub(super) outcome: Outcome,
    /// Whether it is known; nothing where it is ruled out, and not shown.
    pub(super) basis: Option<Basis>,
}

/// What is decided of any item that has a status.
#[derive(Debug, Clone, Copy)]
pub(super) struct DecidedItem {
    /// What its trigger comes to.
    pub(super) trigger: Outcome,
    /// What its `lifted_when` comes to.
    pub(super) lifted_when: Outcome,
    /// Its trigger is not ruled out, and it is not lifted.
    pub(super) possible: bool,
    /// It holds, by what counts as certain for an item of its kind.
    pub(super) certain: bool,
    /// The facts that its status depends on; none where it is certain.
    pub(super) depends_on: FactSet,
    /// The open facts that can change what it comes to once everything is known.
    pub(super) can_change: FactSet,
    pub(super) best: BestGrounds,
}

/// What the best grounds of an item say: those shown that are known, or else all that are shown.
#[derive(Debug, Clone, Copy)]
pub(super) struct BestGrounds {
    /// Their basis; nothing where no ground is shown.
    pub(super) basis: Option<Basis>,
    pub(super) voice: Voice,
    /// The strongest urgency that they name, known or not.
    pub(super) names_urgency: UrgencyLevel,
    /// The strongest that counts for the answer, known or not.
    pub(super) raises_answer: UrgencyLevel,
}

/// What is decided of a prohibition.
#[derive(Debug)]
pub(super) struct DecidedProhibition {
    pub(super) item: DecidedItem,
    pub(super) status: ItemStatus,
    /// What its `in_force_when` comes to, where it declares what it is while it is open.
    pub(super) in_force_when: Option<Outcome>,
}

/// What is decided of an action.
#[derive(Debug)]
pub(super) struct DecidedAction {
    pub(super) item: DecidedItem,
    pub(super) status: ItemStatus,
    /// The prohibitions in force that hold it back.
    pub(super) held_by: Few<ProhibitionId>,
    /// It is withheld and comes first among what waits, with a hint of its own.
    pub(super) escalates: bool,
    /// The words that it takes in place of its own.
    pub(super) rewording: Option<RewordingId>,
    /// Who does it.
    pub(super) actor: Actor,
    /// The question that it is a consequence of, for one that is pending.
    pub(super) pending_question: Option<QuestionId>,
    /// How urgent it makes the answer.
    pub(super) raises_answer: UrgencyLevel,
}

/// A question that is asked.
#[derive(Debug)]
pub(super) struct DecidedQuestion {
    pub(super) question: QuestionId,
    /// The facts to fill.
    pub(super) facts: FactSet,
    /// The pending actions, in the order of the answer.
    pub(super) consequences: Few<ActionId>,
    /// The open grounds that an answer could add to what is recommended already.
    pub(super) adds_to: Few<(ActionId, GroundId)>,
}

/// An explanation that is given.
#[derive(Debug)]
pub(super) struct DecidedExplanation {
    pub(super) explanation: ExplanationId,
    /// The items of the answer that it explains.
    pub(super) explains: Few<ItemId>,
}

/// The card.
#[derive(Debug)]
pub(super) struct DecidedCard<'g> {
    pub(super) state: Danger,
    pub(super) danger: Option<DecidedLine<'g>>,
    pub(super) stop: Vec<DecidedLine<'g>>,
    pub(super) to_do: Vec<DecidedLine<'g>>,
    pub(super) do_not: Vec<DecidedLine<'g>>,
    pub(super) say: Option<DecidedLine<'g>>,
    pub(super) ask: Vec<DecidedAsk<'g>>,
    pub(super) then: Vec<DecidedLine<'g>>,
}

/// A line of the card.
#[derive(Debug)]
pub(super) struct DecidedLine<'g> {
    pub(super) id: LineId,
    pub(super) slot: Slot,
    pub(super) variant: Cow<'g, str>,
    pub(super) text: Cow<'g, str>,
    /// How many words the text has.
    pub(super) words: usize,
    /// Those of its items that stand.
    pub(super) items: Few<ItemId>,
    pub(super) who: Who,
    /// The strongest urgency of its actions.
    pub(super) level: UrgencyLevel,
    /// The strongest of those that are certain.
    pub(super) known_level: UrgencyLevel,
    pub(super) basis: Basis,
    /// Its place among what is read before acting, where it has one.
    pub(super) stop: Option<u8>,
    /// The line that it follows.
    pub(super) after: Option<LineId>,
    /// What the line of danger says of danger.
    pub(super) state: Option<Danger>,
    /// The contacts that it offers.
    pub(super) call: Few<ContactId>,
}

/// A question of the card.
#[derive(Debug)]
pub(super) struct DecidedAsk<'g> {
    pub(super) question: QuestionId,
    pub(super) fact: FactId,
    pub(super) spoken: &'g str,
    /// How many words that has.
    pub(super) words: usize,
}

/// What is decided of something that a caller's own screen can do.
#[derive(Debug)]
pub(super) struct DecidedControl {
    pub(super) control: ControlName,
    pub(super) state: ControlState,
    /// The items that say so.
    pub(super) items: Few<ItemId>,
}

impl<'g> DecidedCard<'g> {
    /// Its lines in reading order, what is said and asked aside.
    pub(super) fn lines_mut(&mut self) -> impl Iterator<Item = &mut DecidedLine<'g>> {
        let Self {
            danger,
            stop,
            to_do,
            do_not,
            then,
            ..
        } = self;
        let first = danger.iter_mut().chain(stop);
        first.chain(to_do).chain(do_not).chain(then)
    }
}

impl Decision<'_> {
    /// The status of an item.
    pub(super) fn status(&self, item: ItemId) -> ItemStatus {
        match item {
            ItemId::Prohibition(id) => self.prohibitions[id].status,
            ItemId::Action(id) => self.actions[id].status,
        }
    }

    /// What is decided of an item of either kind.
    pub(super) fn item(&self, item: ItemId) -> &DecidedItem {
        match item {
            ItemId::Prohibition(id) => &self.prohibitions[id].item,
            ItemId::Action(id) => &self.actions[id].item,
        }
    }

    /// The items that answers to these facts can settle.
    pub(super) fn settled_by(&self, facts: FactSet) -> impl Iterator<Item = ItemId> {
        let items = self.guidance.items();
        items.filter(move |item| self.item(*item).can_change.meets(facts))
    }

    /// The grounds of an item that are shown, in the order of the guidance (SEMANTICS 7.1).
    pub(super) fn shown(&self, core: &Core) -> impl Iterator<Item = GroundId> {
        let grounds = core.grounds.iter().copied();
        grounds.filter(|ground| self.grounds[*ground].basis.is_some())
    }

    /// The prohibitions that are cautions of an action (SEMANTICS 8.6).
    pub(super) fn cautions(&self, action: ActionId) -> impl Iterator<Item = ProhibitionId> {
        let holding = self.guidance.actions[action].held_by.iter().copied();
        holding.filter(|id| self.prohibitions[*id].status == ItemStatus::Caution)
    }

    /// The situations that are known, in an incident (SEMANTICS 12.1).
    pub(super) fn known_situations(&self) -> impl Iterator<Item = SituationId> {
        let incident = self.scope == Scope::Incident;
        let situations = self.situations.iter_enumerated();
        let known = situations.filter(move |(_, outcome)| incident && **outcome == Outcome::Holds);
        known.map(|(id, _)| id)
    }

    /// The gate that keeps an action waiting.
    pub(super) fn shut_gate(&self, action: ActionId) -> Option<GateId> {
        let gate = self.guidance.actions[action].gate;
        gate.filter(|gate| !self.gates[*gate].open)
    }
}

impl Naming {
    /// Whether a contact is named: it serves where the child is, and it is safe to turn to it.
    pub(super) fn names(&self, guidance: &Guidance, contact: ContactId) -> bool {
        guidance.serving[contact].serves(self.area) && !self.not_named.contains(&contact)
    }
}

impl DecidedGate {
    /// Whether one of its alternatives is in reach.
    pub(super) fn in_reach(&self) -> bool {
        self.in_reach.contains(&true)
    }
}

impl BestGrounds {
    /// How urgent they are.
    pub(super) fn urgency(self) -> UrgencyLevel {
        self.lowered(self.names_urgency)
    }

    /// A level that they name: nothing is an emergency that no known ground calls one (SEMANTICS 7.6).
    pub(super) fn lowered(self, level: UrgencyLevel) -> UrgencyLevel {
        match self.basis {
            Some(Basis::Known) => level,
            _ => level.min(UrgencyLevel::Urgent),
        }
    }
}
