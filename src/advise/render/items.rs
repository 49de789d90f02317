//! Prohibitions and actions as they are shown in the answer.

use std::borrow::Cow;

use super::references::References;
use crate::advise::decision::{DecidedAction, Decision};
use crate::contract::advice::{
    Action, ActionStatus, Basis, Caution, Ground, ItemStatus, Outcome,
    Prohibition as ProhibitionAnswer, ProhibitionStatus, Reason,
};
use crate::contract::prerendered::{Prerendered, Text};
use crate::facts::FactSet;
use crate::guidance::{ActionId, CompiledAction, Core, GateId, ProhibitionId, any_of};

/// Items of one decision, and what they refer to.
pub(super) struct Items<'d, 'g> {
    pub(super) decision: &'d Decision<'g>,
    pub(super) references: &'d mut References<'g>,
}

/// What an action waits for, why, and what can be done about it.
#[derive(Default)]
struct Hold<'g> {
    until: Option<Cow<'g, str>>,
    because: Vec<&'g Prerendered<Reason>>,
    hint: Option<&'g Text>,
}

impl<'d, 'g> Items<'d, 'g> {
    /// Renders items of a decision, and keeps what they refer to.
    pub(super) fn new(decision: &'d Decision<'g>, references: &'d mut References<'g>) -> Self {
        Self {
            decision,
            references,
        }
    }

    /// The prohibitions in force, what is certain first (SEMANTICS 9.1).
    pub(super) fn prohibitions(&mut self) -> Vec<ProhibitionAnswer<'g>> {
        let ids = self.decision.guidance.prohibitions.ids();
        let mut prohibitions: Vec<_> = ids.filter_map(|id| self.prohibition(id)).collect();
        prohibitions.sort_by_key(|answer| answer.status != ProhibitionStatus::Prohibited);
        prohibitions
    }

    fn prohibition(&mut self, id: ProhibitionId) -> Option<ProhibitionAnswer<'g>> {
        let decided = &self.decision.prohibitions[id];
        let status = match decided.status {
            ItemStatus::Prohibited => ProhibitionStatus::Prohibited,
            ItemStatus::Precautionary => ProhibitionStatus::Precautionary,
            _ => return None,
        };
        let prohibition = &self.decision.guidance.prohibitions[id];
        let core = &prohibition.core;
        Some(ProhibitionAnswer {
            id: &core.id,
            title: &core.title,
            detail: core.detail.as_ref(),
            status,
            protects: prohibition.protects,
            lifted_when: prohibition.lifted_says.as_ref(),
            depends_on: self.names(decided.item.depends_on),
            grounds: self.grounds(core),
            holds_back: &prohibition.holds_back,
            contacts: self.references.name(&core.contacts),
            voice: decided.item.best.voice,
        })
    }

    /// The actions, but for those that are consequences of questions.
    pub(super) fn actions(&mut self) -> Vec<Action<'g>> {
        let decision = self.decision;
        let ranking = decision.ranking.iter().copied();
        let here = ranking.filter(|id| decision.actions[*id].pending_question.is_none());
        here.filter_map(|id| self.action(id)).collect()
    }

    /// An action, unless it is absent. One that waits names nobody to turn to (SEMANTICS 12.8).
    pub(super) fn action(&mut self, id: ActionId) -> Option<Action<'g>> {
        let (action, decided) = (
            &self.decision.guidance.actions[id],
            &self.decision.actions[id],
        );
        let status = action_status(decided.status)?;
        let core = &action.core;
        let (title, detail) = match decided.rewording.map(|id| &action.rewordings[id]) {
            Some(words) => (&words.title, words.detail.as_ref()),
            None => (&core.title, core.detail.as_ref()),
        };
        let (hold, cautions, contacts) = if status == ActionStatus::Withheld {
            (self.hold(id), Vec::new(), Vec::new())
        } else {
            let contacts = self.references.name(&core.contacts);
            (Hold::default(), self.cautions(action), contacts)
        };
        let pending = decided.pending_question;
        Some(Action {
            id: &core.id,
            title,
            detail,
            status,
            actor: decided.actor,
            urgency: decided.item.best.urgency(),
            withheld_until: hold.until,
            withheld_because: hold.because,
            release_hint: hold.hint,
            depends_on: self.names(decided.item.depends_on),
            pending_question: pending.map(|id| &*self.decision.guidance.questions[id].id),
            cautions,
            grounds: self.grounds(core),
            contacts,
            voice: decided.item.best.voice,
        })
    }

    /// The grounds that are shown, what is known first (SEMANTICS 7.3).
    fn grounds(&mut self, core: &Core) -> Vec<&'g Prerendered<Ground>> {
        let mut grounds = Vec::with_capacity(core.grounds.len());
        for id in &core.grounds {
            if let Some(basis) = self.decision.grounds[*id].basis {
                let ground = &self.decision.guidance.grounds[*id];
                self.references.cite(&ground.cites);
                grounds.push(&ground.words(basis).ground);
            }
        }
        grounds.sort_by_key(|ground| ground.basis != Basis::Known);
        grounds
    }

    /// What holds an action back (SEMANTICS 8.4, 8.5).
    fn hold(&mut self, id: ActionId) -> Hold<'g> {
        let (action, decided) = (
            &self.decision.guidance.actions[id],
            &self.decision.actions[id],
        );
        let mut hold = match self.decision.shut_gate(id) {
            Some(gate) => self.behind_gate(gate),
            None => self.held_by_prohibitions(decided),
        };
        if decided.escalates {
            hold.hint = action.escalates_when.as_ref().map(|it| &it.release_hint);
        }
        hold
    }

    /// What keeps its gate from being open: what is waited for that can still come (SEMANTICS 8.2, 8.3).
    fn behind_gate(&mut self, gate: GateId) -> Hold<'g> {
        let guidance = self.decision.guidance;
        let in_reach = self.decision.gates[gate].in_reach.iter();
        let alternatives = guidance.gates[gate].alternatives.iter().zip(in_reach);
        let alternatives = alternatives.filter(|(_, in_reach)| **in_reach);
        let alternatives: Vec<_> = alternatives.map(|(alternative, _)| alternative).collect();
        let mut because: Vec<&Prerendered<Reason>> = Vec::new();
        for id in alternatives.iter().flat_map(|one| &one.conditions) {
            let condition = &guidance.gate_conditions[*id];
            let reason = match self.decision.gate_conditions[*id] {
                Outcome::Holds => continue,
                Outcome::Refuted => &condition.refuted,
                Outcome::Open => &condition.not_known,
            };
            self.references.cite(&condition.cites);
            if !because.iter().any(|other| other.json() == reason.json()) {
                because.push(reason);
            }
        }
        if self.decision.facts.contradicts_itself() {
            because.push(&guidance.unsettled);
        }
        let until = match &*alternatives {
            [alternative] => Cow::Borrowed(&*alternative.until),
            several => Cow::Owned(any_of(several.iter().map(|one| &*one.until))),
        };
        Hold {
            until: Some(until),
            because,
            hint: alternatives.first().map(|one| &one.release_hint),
        }
    }

    fn held_by_prohibitions(&mut self, decided: &DecidedAction) -> Hold<'g> {
        let guidance = self.decision.guidance;
        let mut hold = Hold::default();
        for prohibition in decided.held_by.iter().map(|id| &guidance.prohibitions[*id]) {
            let until = prohibition.lifted_says.as_ref();
            hold.until = hold.until.or(until.map(|until| until.as_str().into()));
            hold.hint = hold.hint.or(prohibition.release_hint.as_ref());
            for id in &prohibition.core.grounds {
                if let Some(basis) = self.decision.grounds[*id].basis {
                    let ground = &guidance.grounds[*id];
                    self.references.cite(&ground.cites);
                    hold.because.push(&ground.words(basis).reason);
                }
            }
        }
        hold
    }

    /// The cautions of the prohibitions that would hold the action back (SEMANTICS 8.6).
    fn cautions(&mut self, action: &CompiledAction) -> Vec<&'g Prerendered<Caution>> {
        let guidance = self.decision.guidance;
        let mut cautions = Vec::new();
        for id in &action.held_by {
            if self.decision.prohibitions[*id].status == ItemStatus::Caution
                && let Some(caution) = &guidance.prohibitions[*id].caution
            {
                self.references.cite(&caution.cites);
                cautions.push(&caution.words);
            }
        }
        cautions
    }

    fn names(&self, facts: FactSet) -> Vec<&'g str> {
        let vocabulary = self.decision.guidance.vocabulary();
        facts.iter().map(|fact| &*vocabulary[fact].name).collect()
    }
}

fn action_status(status: ItemStatus) -> Option<ActionStatus> {
    match status {
        ItemStatus::Recommended => Some(ActionStatus::Recommended),
        ItemStatus::Precautionary | ItemStatus::Pending => Some(ActionStatus::Precautionary),
        ItemStatus::Withheld => Some(ActionStatus::Withheld),
        ItemStatus::Conditional => Some(ActionStatus::Conditional),
        ItemStatus::Absent | ItemStatus::Prohibited | ItemStatus::Caution => None,
    }
}
